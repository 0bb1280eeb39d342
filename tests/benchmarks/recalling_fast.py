"""Recall over a hundred thousand memories: how long one takes, and how long the index takes to be made."""

import random
import resource
import statistics
import time
from collections.abc import Iterator
from pathlib import Path

from cineledger.domain.address import Address
from cineledger.domain.ledger import Ledger
from cineledger.domain.ledger.sealing import Draft
from cineledger.domain.production.events import ProductionOpened
from cineledger.projections.memory.embedder import Embedder
from cineledger.projections.memory.hashed import Hashed
from cineledger.projections.memory.minilm import MiniLM, installed
from cineledger.projections.memory.recall import OF_THE_STORY, Memory
from cineledger.projections.reader import Reader
from tests.benchmarks.measure import Table, count, ms, scratch, verdict
from tests.support.memories import WORDS, scene_of

FILMS, SCENES, LINES = 12, 100, 26
"""Each line is remembered by all three who are in its scene, of eight."""
PEOPLE = ("MAYA", "TOM", "IDRIS", "LENA", "NORA", "GUS", "PILAR", "BOB")
FORKS = 3
"""Of each film, one upon the other, each with a scene written anew."""
RECALLS = 200
MOST = 0.050
"""Seconds."""


def run(quick: bool) -> Table:
    """Recalls at random moments of random films, warm, with each embedder."""
    table = Table(
        "recall_speed: one recall, warm, as of a random event, in the lineage of a fork",
        ["memories", "hers at that moment", "embedder", "made in", "memory", "p50", "p95", "aim", "held"],
        note="A recall is everything: lineage, both searches, ranking. `hers` is the mean of what the filter leaves; "
        "`made in` the time from no index to one that is whole, vectors included, and `memory` the most it took.",
    )
    folder = scratch() / "films"
    _filled(folder, 2 if quick else FILMS)
    embedders: list[Embedder] = [Hashed(), *([MiniLM()] if installed() and not quick else [])]
    with Reader(folder) as reader:
        (row,) = reader.rows("SELECT count(*) AS n FROM memories_history WHERE NOT removed")
        for embedder in embedders:
            memory = Memory(folder, embedder)
            began = time.monotonic()
            everybody = [f"cast:{name}" for name in PEOPLE]
            memory.recall(reader, Address("film0", SCENES), everybody, "harbour", 5)
            made = time.monotonic() - began
            took = sorted(_times(reader, memory, 20 if quick else RECALLS, 2 if quick else FILMS))
            p50, p95 = statistics.median(t for t, _ in took), took[int(0.95 * len(took))][0]
            hers = statistics.mean(n for _, n in took)
            most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
            table.add(
                count(row["n"]),
                count(round(hers)),
                embedder.id,
                f"{made:.0f} s",
                f"{most} MB",
                ms(p50),
                ms(p95),
                f"p50 ≤ {ms(MOST)}",
                verdict(p50 <= MOST),
            )
    return table


def _times(reader: Reader, memory: Memory, recalls: int, films: int) -> Iterator[tuple[float, int]]:
    """Seconds of each recall, and how many memories its filter left."""
    dice = random.Random(5)
    for _ in range(recalls):
        film = dice.randrange(films)
        name = dice.choice([f"film{film}", *(f"film{film}-{fork}" for fork in range(FORKS))])
        (row,) = reader.rows("SELECT max(number) AS n FROM events_at(?)", (name,))
        at = Address(name, dice.randint(row["n"] // 2, row["n"]))
        agents = (f"cast:{dice.choice(PEOPLE)}",)
        asked = " ".join(dice.choices(WORDS, k=3))
        began = time.monotonic()
        memory.recall(reader, at, agents, asked, 8, OF_THE_STORY)
        took = time.monotonic() - began
        held = reader.rows(
            "SELECT count(*) AS n FROM memories_at(?1, ?2) WHERE agent = ?3", (name, at.number, agents[0])
        )
        yield took, held[0]["n"]


def _filled(folder: Path, films: int) -> None:
    """Films of many scenes, forked upon each other."""
    dice = random.Random(3)
    with Ledger(folder, create=True) as ledger:
        for film in range(films):
            name = f"film{film}"
            ledger.open(name, [ProductionOpened(title=name, form="script")], "Open")
            for scene in range(SCENES):
                _write(ledger, name, scene, dice)
            for fork in range(FORKS):
                parent = name if not fork else f"film{film}-{fork - 1}"
                ledger.fork(Address(parent, ledger.head(parent).number), f"film{film}-{fork}")
                _write(ledger, f"film{film}-{fork}", dice.randrange(SCENES), dice)


def _write(ledger: Ledger, name: str, scene: int, dice: random.Random) -> None:
    people = dice.sample(PEOPLE, 3)
    lines = "".join(
        f"{dice.choice(people)}\n{' '.join(dice.choices(WORDS, k=7))} {dice.randrange(10**6)}.\n\n"
        for _ in range(LINES)
    )
    cues = "".join(f"{one}\nI remember the {dice.choice(WORDS)}.\n\n" for one in people)
    text = f"INT. KITCHEN - NIGHT\n\nThe {' '.join(dice.choices(WORDS, k=5))}.\n\n{cues}{lines}"
    head = ledger.head(name)
    ledger.append(
        name, head, [Draft(scene_of(str(scene), text), (head.number,), ())], actor="writer", command="Say"
    )
