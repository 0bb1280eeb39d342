"""The question how the film's sets are designed, asked in planning."""

from collections.abc import Iterable, Sequence

from cineledger.agents.choosing import ask_choice, asked, offer_choice_ask
from cineledger.agents.offering import OfferChoice, Offered
from cineledger.agents.reading import played_scenes
from cineledger.agents.role import Moment
from cineledger.agents.working import Made, Task
from cineledger.domain.words import DESIGN


def _asks(moment: Moment) -> Sequence[OfferChoice]:
    state = moment.state
    somewhere = any(scene.written.location for scene in played_scenes(state))
    if DESIGN not in state.production.policy or asked(state, DESIGN) or not somewhere:
        return ()
    return (offer_choice_ask(moment, DESIGN),)


def _makes(moment: Moment, answers: Sequence[Offered]) -> Iterable[Made]:
    for place, (ask, answer) in enumerate(zip(_asks(moment), answers, strict=True)):
        yield from ask_choice(moment, ask, answer, place)


ASK_DESIGN = Task(since="planning", asks=_asks, makes=_makes)
"""Once for the film."""
