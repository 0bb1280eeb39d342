"""How the film is paced: the editor asks in planning."""

from collections.abc import Iterable, Sequence

from cineledger.agents.ask import Ask
from cineledger.agents.choosing import ask_choice, asked, offer_choice_ask
from cineledger.agents.offering import Offered
from cineledger.agents.reading import played_scenes
from cineledger.agents.role import Moment
from cineledger.agents.working import Made, Task
from cineledger.domain.words import PACING


def _asks(moment: Moment) -> Sequence[Ask]:
    if not _open(moment):
        return ()
    return (offer_choice_ask(moment, PACING),)


def _makes(moment: Moment, answers: Sequence[Offered]) -> Iterable[Made]:
    for answer in answers:
        yield from ask_choice(moment, offer_choice_ask(moment, PACING), answer, 0)


def _open(moment: Moment) -> bool:
    """There is a film to pace, and nobody has asked."""
    return any(scene.beats or scene.written.elements for scene in played_scenes(moment.state)) and not asked(
        moment.state, PACING
    )


PACING_QUESTION = Task(since="planning", asks=_asks, makes=_makes)
