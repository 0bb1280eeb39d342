"""Drafts of a script, put together from scenes, and what taking one in comes to."""

from typing import TypeVar

from cineledger.domain.decide import decide
from cineledger.domain.event import Event
from cineledger.domain.script.revising import ImportDraft
from cineledger.domain.state import State
from cineledger.domain.words import ORCHESTRATOR
from tests.support.film import opening
from tests.support.scenario import By, state_after

E = TypeVar("E", bound=Event)

HARBOUR = """EXT. HARBOUR - DAY

Gulls over the masts. A ferry turns in the grey water.

ANNA
We should have left on the first boat this morning.

IVO
There was no first boat. There never was one.

Anna looks at the timetable in her hand.
"""

KITCHEN = """INT. KITCHEN - NIGHT

The kettle does not boil. Ivo counts coins on the table.

IVO
Forty-one. That gets us as far as the islands.

ANNA
And who is going to bring us back from there?

Ivo pushes the coins off the table. They roll everywhere.

ANNA
Good. Now we have to stay.
"""

CABIN = """INT. CABIN - NIGHT

Rain on the porthole. Anna lies awake beneath her coat.

CAPTAIN
Nobody sleeps on the first crossing, not even me.

ANNA
I wasn't trying to sleep, I was trying to remember.
"""

QUAY = """EXT. QUAY - DAWN

Ropes are thrown. Ivo carries both suitcases down the ramp.

IVO
You can still change your mind about all of this.
"""

ORCHARD = """EXT. ORCHARD - DAY

Bees. A ladder stands against an empty tree.

OLD WOMAN
They were all sold by the time you wrote.
"""


def draft(*scenes: str) -> str:
    """A script of these scenes."""
    return "\n".join(scenes)


FIRST = draft(HARBOUR, KITCHEN, CABIN, QUAY)


def revised(text: str, *history: Event | By) -> list[Event]:
    """What taking in a draft records, after a history or the opening of the first draft."""
    state = state_after(*(history or opening(FIRST)))
    return decide(state, ImportDraft(text=text, source="blue.fountain", encoding="utf-8"), ORCHESTRATOR)


def after(*events: Event | By) -> State:
    """The first draft, and what followed."""
    return state_after(*opening(FIRST), *events)


def only(events: list[Event], kind: type[E]) -> list[E]:
    """The events of one kind."""
    return [event for event in events if type(event) is kind]
