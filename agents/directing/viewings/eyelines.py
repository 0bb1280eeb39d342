"""Looks that do not meet: two who play together and look the same way from cut to cut."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import ClassVar

from cineledger.agents import checking
from cineledger.agents.ask import Ask
from cineledger.agents.craft.eyelines import OF_ONE, Side
from cineledger.agents.directing.viewings.cutting import as_cut
from cineledger.agents.directing.viewings.viewing import Viewing
from cineledger.agents.reading import played_scenes
from cineledger.agents.role import Moment, Rules
from cineledger.agents.working import Made
from cineledger.domain.staging.events import SceneBlocked, ShotsDetailed
from cineledger.domain.talk.commands import SendMessage
from cineledger.domain.value import Value

OPPOSITE: dict[str, Side] = {"LEFT": "RIGHT", "RIGHT": "LEFT"}


class Look(Value):
    """A shot of one person, and the way she looks."""

    shot: str
    beat: int
    who: str
    eyeline: Side | None
    on_line: bool
    """She is one of the two between whom the line runs: the others turn."""


class Crossing(Value):
    """What is wrong with a scene's looks; no words where they meet."""

    note: str


class ViewEyelines(Ask):
    """Do the looks of these shots meet, in the order in which they are cut?"""

    ANSWER: ClassVar[type[Value]] = Crossing
    looks: tuple[Look, ...]

    def faults(self, answer: Crossing) -> Iterator[str]:
        """A note that names none of the shots: whoever mends it finds it by its slate."""
        yield from checking.said(answer.note or "none", "the note")
        if answer.note and not any(look.shot in answer.note for look in self.looks):
            yield f"the note names no slate: there are {', '.join(look.shot for look in self.looks)}"


def _scenes(moment: Moment) -> list[tuple[int, tuple[Look, ...]]]:
    """The number of each completed shot list, and its looks as they are cut."""
    found = []
    for scene in played_scenes(moment.state):
        done = moment.state.works.standing(ShotsDetailed, scene.written.scene)
        detailed = moment.state.works.get(ShotsDetailed, scene.written.scene)
        if done is None or detailed is None:
            continue
        blocked = moment.state.works.get(SceneBlocked, scene.written.scene)
        axis = () if blocked is None or blocked.axis is None else blocked.axis
        sides = {detail.shot: detail.eyeline for detail in detailed.details}
        looks = tuple(
            Look(
                shot=s.planned.shot,
                beat=s.planned.beat,
                who=s.spec.subject,
                eyeline=sides.get(s.planned.shot),
                on_line=s.spec.subject in axis,
            )
            for s in as_cut(moment.state, scene.written.scene)
            if s.spec.type in OF_ONE
        )
        if len(looks) > 1:
            found.append((done.number, looks))
    return found


def _asks(moment: Moment) -> Sequence[Ask]:
    return [ViewEyelines(role=moment.role, looks=looks) for _, looks in _scenes(moment)]


def _notes(moment: Moment, answers: Sequence[Crossing]) -> Iterable[Made]:
    for place, ((number, _), answer) in enumerate(zip(_scenes(moment), answers, strict=True)):
        if answer.note:
            yield Made(SendMessage(to="cinematographer", text=answer.note, about=number), (place,))


def view_eyelines(ask: ViewEyelines) -> Crossing:
    """The house rule: of two who follow each other within a beat, one looks left and the other right."""
    for one, other in pairwise(ask.looks):
        together = one.beat == other.beat and one.who != other.who
        if together and one.eyeline == other.eyeline and one.eyeline in OPPOSITE:
            turns = one if other.on_line else other
            return Crossing(
                note=f"{one.who} in {one.shot} and {other.who} in {other.shot} both look {one.eyeline.lower()}, so "
                f"they look past each other: {turns.shot} to {OPPOSITE[one.eyeline]}"
            )
    return Crossing(note="")


EYELINES = Viewing(asks=_asks, notes=_notes)
EYELINES_RULES: Rules = {ViewEyelines: view_eyelines}
