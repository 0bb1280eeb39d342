"""The showrunner holds each scene against what was established before it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from pydantic import Field

from cineledger.agents import checking
from cineledger.agents.ask import Ask
from cineledger.agents.auditing.hearing import heard
from cineledger.agents.craft.auditing.audit import slips
from cineledger.agents.craft.auditing.devices import Device
from cineledger.agents.craft.auditing.feelings import Felt
from cineledger.agents.craft.auditing.scene import Audited, Established
from cineledger.agents.reading import read_through
from cineledger.agents.role import Moment, Rules
from cineledger.agents.telling.felt import waits
from cineledger.agents.working import SPOKEN, Made, Task
from cineledger.domain.cast.events import CharactersJoined, CharactersParted
from cineledger.domain.cast.knowledge import FactsRead
from cineledger.domain.production.events import PhaseEntered
from cineledger.domain.script.events import Scene
from cineledger.domain.state import State
from cineledger.domain.story.findings import FindingMade, Forgotten, Slip
from cineledger.domain.value import Value

MOST_FOUND = 12
"""Findings of one script: where more is wrong, it is not a matter of lines. The heaviest stand."""


class Forgets(Value):
    """A line that forgets something."""

    kind: Slip
    line: int
    """Its `place` in the scene."""
    quote: str
    people: tuple[str, ...]
    """Whom it concerns, who says or does it first."""
    against: int | None
    """The place in `before` of what it forgets; None where nothing there says it."""
    weight: float = Field(ge=0, le=1)
    """How much an audience would stumble over it."""
    text: str
    """What does not agree, in a sentence."""


class Audit(Value):
    """What a scene forgets; nothing, most of the time."""

    findings: tuple[Forgets, ...] = ()


class AuditScene(Ask):
    """Which lines of this scene do not agree with what was established before it?"""

    ANSWER: ClassVar[type[Value]] = Audit
    scene: Audited
    before: tuple[Established, ...]
    """What earlier scenes say of those in it, and of the day; oldest first."""
    felt: tuple[Felt, ...]
    """What those in it feel in it."""
    plays_with: tuple[Device, ...]
    """What the script plays with: what would be a slip elsewhere may be meant."""
    notes: tuple[str, ...] = ()
    """What was said of earlier findings in this scene."""

    def faults(self, answer: Audit) -> Iterator[str]:
        """Lines and people that are not there, words that a line does not hold, and the same said twice."""
        lines = {line.place: line for line in self.scene.lines}
        for count, found in enumerate(answer.findings):
            name = f"finding {count}"
            yield from checking.said(found.text, name)
            if not found.people:
                yield f"{name} concerns nobody: name who says or does it"
            yield from checking.known(found.people, _known(self), "character")
            if found.against is not None:
                yield from checking.on_list(found.against, len(self.before), "entry of `before`")
            if found.line not in lines:
                yield f"{name}: there is no line {found.line} in this scene"
            elif not checking.says(found.quote, [lines[found.line].text]):
                yield f"{name} quotes {found.quote!r}, which line {found.line} does not say"
        yield from checking.once(((f.kind, f.line) for f in answer.findings), "a finding of")


def _known(ask: AuditScene) -> tuple[str, ...]:
    named = (name for one in ask.before for name in (one.about, one.other) if name)
    return tuple(dict.fromkeys((*ask.scene.names, *named)))


def _heard(moment: Moment) -> Iterator[tuple[Scene, AuditScene]]:
    """The scenes of which something is established before, with what is asked about each."""
    state = moment.state
    script = heard(state)
    for scene, hearing, felt in zip(script.scenes, script.hearings, script.felt, strict=True):
        if hearing.before and hearing.scene.real and any(hearing.scene.speeches()):
            yield (
                scene,
                AuditScene(
                    role=moment.role,
                    scene=hearing.scene,
                    before=hearing.before,
                    felt=felt,
                    plays_with=script.plays_with,
                    notes=_notes(state, scene.written.scene),
                ),
            )


def _notes(state: State, scene: str) -> tuple[str, ...]:
    return tuple(
        note
        for key, work in state.works.of(FindingMade).items()
        if work.scene == scene
        for note in state.works.notes(FindingMade, key)
    )


def _asks(moment: Moment) -> Sequence[Ask]:
    return () if waits(moment.state) else [ask for _, ask in _heard(moment)]


def _makes(moment: Moment, answers: Sequence[Audit]) -> Iterable[Made]:
    """The heaviest findings first, so that the crew asks about those."""
    state = moment.state
    if waits(state):
        yield from (Made(work) for work in state.works.of(FindingMade).values())
        return
    names = {scene.written.number: scene.written.scene for scene in state.script.present()}
    found = list[tuple[FindingMade, int]]()
    counts = Counter[str]()
    for place, ((scene, ask), answer) in enumerate(zip(_heard(moment), answers, strict=True)):
        for one in answer.findings:
            key = _key(scene, one)
            counts[key] += 1
            name = key if counts[key] == 1 else f"{key}-{counts[key]}"
            known = None if one.against is None else ask.before[one.against]
            found.append((_finding(state, scene, one, name, known, names), place))
    found.sort(key=lambda made: -made[0].weight)
    for finding, place in found[:MOST_FOUND]:
        yield Made(finding, (place,))


def _key(scene: Scene, one: Forgets) -> str:
    person = re.sub(r"[^\w]+", "-", one.people[0].casefold()).strip("-")
    return f"{scene.written.scene}-{one.kind}-{person}"


def _finding(
    state: State, scene: Scene, one: Forgets, name: str, known: Established | None, names: dict[str, str]
) -> FindingMade:
    origin = None
    if known is not None:
        origin = Forgotten(scene=names[known.scene], line=known.line, quote=known.quote)
    people = tuple(person for person in one.people if person in state.cast.characters)
    since = () if origin is None else (state.script.scenes[origin.scene].number,)
    return FindingMade(
        reason=f"it forgets scene {known.scene}" if known else "it can't be so",
        rests=tuple(dict.fromkeys((scene.number, *since))),
        finding=name,
        kind=one.kind,
        scene=scene.written.scene,
        line=one.line,
        quote=one.quote,
        people=people,
        forgets=origin,
        weight=one.weight,
        text=one.text,
    )


def _concerns(moment: Moment) -> bool:
    """Lines, names or feelings may be others than when the script was last audited."""
    event = moment.event
    if isinstance(event, PhaseEntered):
        due = event.phase == "planning" or event.default
    else:
        due = not isinstance(event, SPOKEN)
    return due and not read_through(moment.state)


def audit_scene(ask: AuditScene) -> Audit:
    """The house rule: what the craft's rules find, in English; rather a slip missed than a meaning mended."""
    found = slips(ask.scene, ask.before, ask.plays_with, ask.felt)
    return Audit(findings=tuple(Forgets(**one._asdict()) for one in found))


AUDIT = Task(
    since="planning",
    asks=_asks,
    makes=_makes,
    kinds=(FindingMade,),
    upon=(CharactersJoined, CharactersParted, FactsRead),
    concerns=_concerns,
)
AUDIT_RULES: Rules = {AuditScene: audit_scene}
