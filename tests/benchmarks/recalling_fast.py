"""Recall over a hundred thousand memories: how long one takes, and how long the index takes to be made."""

import random
import resource
import statistics
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

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


class Drawn(MiniLM):
    """The small model, but that it draws the vectors of memories at random: reading 75,000 texts takes it minutes, and
    what stands in a vector changes nothing in how long a search takes.
    """

    id = "minilm-drawn"

    def embed_documents(self, texts: Sequence[str]) -> NDArray[np.float32]:
        drawn = np.random.default_rng(7).normal(size=(len(texts), self.dim)).astype(np.float32)
        return np.asarray(drawn / np.linalg.norm(drawn, axis=1, keepdims=True), dtype=np.float32)


def run(quick: bool) -> Table:
    """Recalls at random moments of random films, warm, with each embedder."""
    table = Table(
        "recall_speed: one recall, warm, as of a random event, in the lineage of a fork",
        [
            "memories",
            "hers at that moment",
            "embedder",
            "made in",
            "memory",
            "p50",
            "p95",
            "CPU",
            "aim",
            "held",
        ],
        note="A recall is everything: lineage, both searches, ranking. `hers` is the mean of what the filter leaves; "
        "`CPU` the median of CPU time; "
        "`made in` the time from no index to one that is whole, and `memory` the most it took by then; "
        "`minilm-drawn` asks by the small model, and has random vectors of its length for memories.",
    )
    folder = scratch() / "films"
    _filled(folder, 2 if quick else FILMS)
    embedders: list[Embedder] = [Hashed(), *([Drawn()] if installed() else [])]
    with Reader(folder) as reader:
        (row,) = reader.rows("SELECT count(*) AS n FROM memories_history WHERE NOT removed")
        for embedder in embedders:
            memory = Memory(folder, embedder)
            began = time.monotonic()
            everybody = [f"cast:{name}" for name in PEOPLE]
            memory.recall(reader, Address("film0", SCENES), everybody, "harbour", 5)
            made = time.monotonic() - began
            took = sorted(_times(reader, memory, 20 if quick else RECALLS, 2 if quick else FILMS))
            p50, p95 = statistics.median(t for t, _, _ in took), took[int(0.95 * len(took))][0]
            cpu, hers = statistics.median(c for _, c, _ in took), statistics.mean(n for _, _, n in took)
            most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
            table.add(
                count(row["n"]),
                count(round(hers)),
                embedder.id,
                f"{made:.0f} s",
                f"{most} MB",
                ms(p50),
                ms(p95),
                ms(cpu),
                f"p50 ≤ {ms(MOST)}",
                verdict(p50 <= MOST),
            )
    return table


def _times(reader: Reader, memory: Memory, recalls: int, films: int) -> Iterator[tuple[float, float, int]]:
    """Seconds of each recall, on the clock and of CPU, and how many memories its filter left."""
    dice = random.Random(5)
    for _ in range(recalls):
        film = dice.randrange(films)
        name = dice.choice([f"film{film}", *(f"film{film}-{fork}" for fork in range(FORKS))])
        (row,) = reader.rows("SELECT max(number) AS n FROM events_at(?)", (name,))
        at = Address(name, dice.randint(row["n"] // 2, row["n"]))
        agents = (f"cast:{dice.choice(PEOPLE)}",)
        asked = " ".join(dice.choices(WORDS, k=3))
        began, spent = time.monotonic(), time.process_time()
        memory.recall(reader, at, agents, asked, 8, OF_THE_STORY)
        took, cpu = time.monotonic() - began, time.process_time() - spent
        held = reader.rows(
            "SELECT count(*) AS n FROM memories_at(?1, ?2) WHERE agent = ?3", (name, at.number, agents[0])
        )
        yield took, cpu, held[0]["n"]


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
