"""When all that is felt is known: as work begins, and again after a draft or a joined name changed the lines."""

from collections.abc import Callable
from dataclasses import replace

from cineledger.agents.reading import read_through
from cineledger.agents.role import Habit, Moment
from cineledger.agents.telling.scenes import people, unfelt
from cineledger.agents.working import Task, begun, working
from cineledger.domain.cast.events import EmotionalStateChanged
from cineledger.domain.state import State


def waits(state: State) -> bool:
    """Somebody has yet to say what her character feels: the crew has just joined, or lines or names were changed.

    While a script of the crew's own is read through, its words are not yet what they will be.
    """
    return read_through(state) or any(unfelt(state, person) for person in people(state))


def when_felt(*tasks: Task) -> tuple[Habit, ...]:
    """The habit of doing tasks, or doing them again, once the last that was to be felt is said."""

    def concerns_all(concerns: Callable[[Moment], bool]) -> Callable[[Moment], bool]:
        return lambda moment: _settled(moment) and concerns(moment)

    again = [replace(task, upon=(EmotionalStateChanged,)) for task in tasks]
    habits = (habit for habit in working(again) if habit.on is EmotionalStateChanged)
    return tuple(Habit(h.on, concerns_all(h.concerns), h.asks, h.acts) for h in habits)


def _settled(moment: Moment) -> bool:
    event, state = moment.event, moment.state
    return (
        isinstance(event, EmotionalStateChanged)
        and begun(state, "planning")
        and not unfelt(state, state.cast.person(event.character))
        and not waits(state)
    )
