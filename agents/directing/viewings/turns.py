"""Turns of the film that are shot alike, from scene to scene."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from cineledger.agents import checking
from cineledger.agents.ask import Ask
from cineledger.agents.directing.viewings.viewing import Viewing
from cineledger.agents.role import Moment, Rules
from cineledger.agents.working import Made
from cineledger.domain.shots.events import Shot, ShotSpec
from cineledger.domain.talk.commands import SendMessage
from cineledger.domain.value import Value

MOST_ALIKE = 3
"""Turns that a film may shoot in one way before it is a habit."""
MOST_NOTES = 4


class Alike(Value):
    """Notes on turns, each by its place among them."""

    notes: tuple[tuple[int, str], ...]


class ViewTurns(Ask):
    """Which of the film's turns are shot as others were?"""

    ANSWER: ClassVar[type[Value]] = Alike
    turns: tuple[ShotSpec, ...]
    """The shots that carry beats which were debated, in the order of the script."""

    def faults(self, answer: Alike) -> Iterator[str]:
        """Notes on turns that there are not, or too many of them."""
        yield from checking.notes_by_place(answer.notes, len(self.turns), MOST_NOTES)


def turns_of(moment: Moment) -> list[Shot]:
    """The shots that carry the film's turns, in the order of the script."""
    shots = moment.state.shots
    return [
        shot for name in moment.state.script.order for shot in shots.scene(name) if shot.question is not None
    ]


def _asks(moment: Moment) -> Sequence[Ask]:
    turns = tuple(shot.spec for shot in turns_of(moment))
    return (ViewTurns(role=moment.role, turns=turns),) if len(turns) > MOST_ALIKE else ()


def _notes(moment: Moment, answers: Sequence[Alike]) -> Iterable[Made]:
    turns = turns_of(moment)
    for answer in answers:
        for place, text in answer.notes:
            yield Made(SendMessage(to="cinematographer", text=text, about=turns[place].number), (0,))


def view_turns(ask: ViewTurns) -> Alike:
    """The house rule: what three turns have had is a habit, and the fourth gets something else."""
    had: Counter[tuple[str, ...]] = Counter()
    notes = list[tuple[int, str]]()
    for place, spec in enumerate(ask.turns):
        way = (spec.size, spec.type, spec.angle, spec.movement)
        if had[way] >= MOST_ALIKE and len(notes) < MOST_NOTES:
            notes.append(
                (
                    place,
                    f"the film has shot {had[way]} turns like this, {spec.description}: give this one its own",
                )
            )
        else:
            had[way] += 1
    return Alike(notes=tuple(notes))


TURNS = Viewing(asks=_asks, notes=_notes)
TURNS_RULES: Rules = {ViewTurns: view_turns}
