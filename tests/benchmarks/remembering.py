"""What a crew's memory does to its next film: shots proposed and decided for turns, beside a fresh crew."""

from pathlib import Path
from typing import NamedTuple

from cineledger.agents import desk
from cineledger.agents.personas.features import features_of_shot
from cineledger.agents.stances import spec_of
from cineledger.domain.ledger import Ledger
from cineledger.domain.production.policy import SetPolicy
from cineledger.domain.production.wrapping import WrapProduction
from cineledger.domain.shots.events import ShotSpec
from cineledger.domain.state import State
from cineledger.domain.words import COVERAGE
from tests.benchmarks.measure import Table, scratch
from tests.support.studio import work

FERRY, BOTTOM, MEASURE = (
    Path(path).read_text("utf-8")
    for path in (
        "docs/demo/last_ferry.fountain",
        "tests/serial/false_bottom.fountain",
        "tests/serial/short_measure.fountain",
    )
)


class Lesson(NamedTuple):
    """What is rejected in the first film, under which vision, and what the person says each time."""

    axis: str
    value: str
    vision: str
    note: str
    asks: str
    """A vision for the second film that asks for the very thing."""


LESSONS = (
    Lesson(
        "camera",
        "moving",
        "kinetic, the camera follows her everywhere",
        "Hold still: no moving camera, the vision asks for stillness.",
        "Kinetic, restless, handheld.",
    ),
    Lesson(
        "distance",
        "near",
        "intimate, faces before places",
        "No close-ups: keep her in the room.",
        "Intimate, close, faces.",
    ),
)
PLAIN = ("", "A story of two people.", "A theft, and what it costs.")


def run(quick: bool) -> Table:
    """Shots of the kind that was rejected, by a fresh crew and by the crew that heard it."""
    table = Table(
        "remembering: shots for turns of the kind that the orchestrator rejected in the film before, of all proposed "
        "and of all decided; fresh crew → the crew that heard it",
        ["rejected", "times", "films", "vision of the second", "proposed", "decided"],
    )
    pairs = (
        ("ferry → bottom", FERRY, BOTTOM),
        ("bottom → ferry", BOTTOM, FERRY),
        ("ferry → measure", FERRY, MEASURE),
    )
    for lesson in LESSONS:
        for most in (1, 99):
            for films, first, second in pairs[:1] if quick else pairs:
                _measure(table, lesson, most, (films, first, second))
    return table


def _measure(table: Table, lesson: Lesson, most: int, films: tuple[str, str, str]) -> None:
    name, first, second = films
    folder = scratch() / f"remembering-{lesson.axis}-{most}-{name.replace(' ', '')}"
    with Ledger(folder, create=True) as ledger:
        said = _first(ledger, lesson, most, first)
        for label, visions in (("says nothing of it", PLAIN), ("asks for it", (lesson.asks,))):
            counts = {
                crew: [_second(ledger, lesson, second, vision, crew) for vision in visions]
                for crew in ("fresh", "first")
            }
            told = [
                f"{sum(fresh[i] for fresh in counts['fresh'])} of {sum(fresh[i + 1] for fresh in counts['fresh'])} → "
                f"{sum(heard[i] for heard in counts['first'])} of {sum(heard[i + 1] for heard in counts['first'])}"
                for i in (0, 2)
            ]
            table.add(f"{lesson.axis}={lesson.value}", str(said), name, label, *told)


def _open(ledger: Ledger, name: str, script: str, vision: str, crew_from: list[str]) -> None:
    taken = desk.Script(text=script, source="script.fountain", encoding="utf-8")
    desk.open_production(
        ledger, name, title=name, vision=vision, idea=None, script=taken, crew_from=crew_from
    )


def _first(ledger: Ledger, lesson: Lesson, most: int, script: str) -> int:
    """A film in which up to so many shots are rejected in person, and the rest approved; how many were."""
    _open(ledger, "first", script, lesson.vision, [])
    desk.order(ledger, "first", SetPolicy(subject=COVERAGE, tier="orchestrator"))
    state, said = work(ledger, "first", mode="standing"), 0
    while waiting := desk.inbox(state, "first"):
        for entry in waiting:
            proposal = state.debate.questions[entry.question].proposal(entry.recommended or 0)
            spec = None if proposal is None else spec_of(proposal.option)
            if spec is not None and _is(lesson, spec) and said < most:
                desk.answer(ledger, entry.address, "reject", lesson.note)
                said += 1
            elif entry.recommended is None:
                desk.answer(ledger, entry.address._replace(number=entry.proposals[0][0]), "choose")
            else:
                desk.answer(ledger, entry.address, "approve")
        state = work(ledger, "first", mode="standing")
    desk.order(ledger, "first", WrapProduction(anyway=True))
    return said


def _second(ledger: Ledger, lesson: Lesson, script: str, vision: str, crew: str) -> tuple[int, int, int, int]:
    """Of the kind, and all: proposed, then decided."""
    name = f"{crew}-{len(ledger.productions())}"
    _open(ledger, name, script, vision, [] if crew == "fresh" else [crew])
    proposed, decided = _shots(work(ledger, name))
    return (
        sum(_is(lesson, spec) for spec in proposed),
        len(proposed),
        sum(_is(lesson, spec) for spec in decided),
        len(decided),
    )


def _shots(state: State) -> tuple[list[ShotSpec], list[ShotSpec]]:
    questions = [q for q in state.debate.questions.values() if q.opened.subject == COVERAGE]
    proposed = [spec for q in questions for p in q.proposals if (spec := spec_of(p.option)) is not None]
    taken = [q.proposal(q.approved or 0) for q in questions]
    return proposed, [spec for p in taken if p is not None and (spec := spec_of(p.option)) is not None]


def _is(lesson: Lesson, spec: ShotSpec) -> bool:
    return features_of_shot(spec).get(lesson.axis) == lesson.value
