"""Measures the projector on a synthetic ledger: `python measure_projector.py [EVENTS]`. Not a test."""

import sys
import tempfile
import time
from pathlib import Path

import duckdb

from cineledger.domain.cast.events import CharacterIntroduced, EmotionalStateChanged
from cineledger.domain.debate.events import (
    AlternativeOffered,
    DissentRecorded,
    ObjectionRaised,
    ProposalApproved,
    ProposalMade,
    ProposalRuled,
    QuestionOpened,
    RoundClosed,
    RoundOpened,
    SupportGiven,
)
from cineledger.domain.debate.options import ShotOption
from cineledger.domain.event import Event
from cineledger.domain.fountain.screenplay import Element
from cineledger.domain.ledger import Draft, Head, Ledger
from cineledger.domain.production.events import ProductionOpened
from cineledger.domain.script.events import Beat, SceneBrokenDown, SceneWritten
from cineledger.domain.shots.events import ShotPlanned, ShotRevised, ShotSpec
from cineledger.domain.talk.events import MessageSent, ReactionPassed
from cineledger.domain.words import setup_letters
from cineledger.projections.projector import Projector

CREW = ("director", "cinematographer", "writer", "editor", "producer")
SPEC = ShotSpec(
    size="MCU",
    type="SINGLE",
    angle="EYE",
    movement="PUSH",
    support="DOLLY",
    lens_mm=50,
    subject="MAYA",
    description="MCU, eye level, slow push on MAYA as she reads the letter",
)
REASON = "the line is the scene's turn, and a closer frame lets the audience read her before she speaks"


def scene(place: int) -> list[Event]:
    """A scene of 40 elements with three beats."""
    lines = [
        Element(
            kind="dialogue" if n % 3 else "action",
            text=f"Line {n} of the scene, as long as most.",
            line=n,
            last_line=n,
            character="MAYA" if n % 3 else None,
        )
        for n in range(1, 41)
    ]
    name = str(place)
    return [
        SceneWritten(
            scene=name,
            number=name,
            heading="INT. KITCHEN - NIGHT",
            int_ext="INT",
            location="KITCHEN",
            day_night="NIGHT",
            text="\n".join(line.text for line in lines),
            elements=tuple(lines),
        ),
        SceneBrokenDown(
            scene=name,
            beats=tuple(
                Beat(
                    beat=n + 1,
                    kind="exchange",
                    first=13 * n,
                    last=13 * n + 12,
                    people=("MAYA", "BOB"),
                    emphasis=0.5,
                    moves=False,
                    turn="she learns what he knew",
                )
                for n in range(3)
            ),
        ),
        EmotionalStateChanged(
            character="MAYA",
            scene=name,
            feeling="fear",
            valence=-0.4,
            arousal=0.6,
            line=3,
            quote="Line 3",
            reason=REASON,
        ),
    ]


def shot(first: int, place: int, letter: int) -> list[Event]:
    """A question debated for a round, decided and carried out: 16 events, the first numbered `first`."""
    made, rival = first + 1, first + 5
    why = {"criterion": "emphasis", "reason": REASON}
    slate = f"{place}{setup_letters(letter)}"
    return [
        QuestionOpened(
            subject="coverage",
            text=f"How do we cover beat {letter % 3 + 1} of scene {place}?",
            scene=str(place),
            beat=letter % 3 + 1,
            tier="collaborative",
            rounds=2,
            lead="director",
            concerned=CREW,
        ),
        ProposalMade(question=first, option=ShotOption(spec=SPEC), **why),
        RoundOpened(question=first, round=1, waiting=CREW),
        SupportGiven(question=first, proposal=made, **why),
        ObjectionRaised(question=first, proposal=made, **why),
        AlternativeOffered(question=first, rival=made, option=ShotOption(spec=SPEC), **why),
        SupportGiven(question=first, proposal=made, **why),
        ReactionPassed(reason="nothing in it is mine to say", question=first),
        RoundClosed(question=first, round=1),
        ProposalRuled(question=first, proposal=made, **why),
        ProposalApproved(question=first, proposal=made, authority="ruling"),
        DissentRecorded(question=first, proposal=made, role="writer", position=rival, reason=REASON),
        ShotPlanned(
            scene=str(place),
            beat=letter % 3 + 1,
            shot=slate,
            setup=setup_letters(letter),
            spec=SPEC,
            first=0,
            last=12,
            cast=("MAYA",),
            sound="SYNC",
            fps=24,
            location="KITCHEN",
            int_ext="INT",
            day_night="NIGHT",
            eighths=3,
            est_duration=12.5,
            notes=REASON,
            question=first,
        ),
        MessageSent(to="editor", text="this one carries the turn", about=made),
        ReactionPassed(reason="the cut can take it"),
        ShotRevised(shot=slate, spec=SPEC, notes="on a longer lens", question=None),
    ]


def build(folder: Path, count: int) -> None:
    """A production of about `count` events, appended by the hundred."""
    with Ledger(folder, create=True) as ledger:
        begun = [ProductionOpened(title="Bench", form="script")]
        begun += [CharacterIntroduced(character=c, first_scene="1", speeches=9) for c in ("MAYA", "BOB")]
        records = ledger.open("bench", begun, "Open")
        head, place = Head(records[-1].number, records[-1].seal), 0
        while head.number < count:
            place += 1
            facts = scene(place)
            for letter in range(6):
                facts += shot(head.number + 1 + len(facts), place, letter)
            drafts = [Draft(f, tuple(sorted(set(f.refers()) or {head.number}))) for f in facts]
            last = ledger.append("bench", head, drafts, actor="director", command="Bench")[-1]
            head = Head(last.number, last.seal)


def main(count: int) -> None:
    """Prints events per CPU-second of a rebuild, and the milliseconds of catching up by one event."""
    folder = Path(tempfile.mkdtemp()) if len(sys.argv) < 3 else Path(sys.argv[2])
    if not (folder / "ledger.sqlite").exists():
        build(folder, count)
    connection = duckdb.connect()
    projector = Projector(connection, folder)
    cpu, wall = time.process_time(), time.perf_counter()
    taken = projector.catch_up()
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    print(f"rebuild: {taken} events, {cpu:.2f} CPU-s, {wall:.2f} s, {taken / cpu:,.0f} events a CPU-second")
    with Ledger(folder) as ledger:
        for fact in (MessageSent(to="editor", text="x"), ReactionPassed(reason="x"), *scene(1)) * 2:
            ledger.append(
                "bench", ledger.head("bench"), [Draft(fact, (1,))], actor="director", command="Bench"
            )
            wall = time.perf_counter()
            projector.catch_up()
            print(f"catch-up by one {type(fact).__name__}: {1000 * (time.perf_counter() - wall):.1f} ms")
    for query in (
        "select count(*) from shots",
        "select * from shots",
        "select * from shots where shot = '12B'",
        "from shots_at('bench', 5000)",
        "from decisions",
        "from script_elements",
        "from questions",
        "from productions",
    ):
        wall = time.perf_counter()
        connection.execute(query).to_arrow_table()
        print(f"{query}: {1000 * (time.perf_counter() - wall):.1f} ms")
    connection.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
