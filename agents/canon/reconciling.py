"""What the showrunner does where accounts of a character are at odds: says so, asks, and tells what was decided."""

from collections.abc import Iterable, Sequence

from cineledger.agents.ask import Ask
from cineledger.agents.canon.facts import HERE, canon_facts
from cineledger.agents.canon.living import lives_of
from cineledger.agents.choosing import ask_choice, offer_choice_ask
from cineledger.agents.offering import OfferChoice, Offered
from cineledger.agents.role import Moment
from cineledger.agents.working import Made, Task
from cineledger.domain.canon.conflicts import against
from cineledger.domain.canon.events import CharacterCast, ContradictionFound, LifeTaken
from cineledger.domain.canon.finding import WHY, contradictions
from cineledger.domain.cast.identity import IdentityDrawn
from cineledger.domain.debate.commands import OpenQuestion
from cineledger.domain.debate.events import ProposalApproved
from cineledger.domain.debate.options import ChoiceOption
from cineledger.domain.series.works import FatesRead
from cineledger.domain.state import State
from cineledger.domain.talk.commands import SendMessage
from cineledger.domain.words import CANON


def at_odds(state: State) -> list[ContradictionFound]:
    """What stands against what: between lives in a character's stream, in a production between canon and itself."""
    return contradictions(state) if state.production.form == "character" else _here(state)


def _here(state: State) -> list[ContradictionFound]:
    people = tuple(sorted(who for who in state.canon.cast if who in state.cast.characters))
    lives = lives_of(state, "", people)
    return [
        ContradictionFound(
            reason=WHY[one.kind],
            rests=tuple(sorted({state.canon.cast[who].number, int(one.sources[1].rpartition("@")[2])})),
            character=who,
            kind=one.kind,
            subject=one.subject,
            was=state.canon.cast[who].cast.canon,
            now=HERE,
            earlier=one.earlier,
            later=one.later.replace(" in .", "."),
            weight=one.weight,
            sources=(one.sources[0], ""),
        )
        for who in people
        for one in against(
            who, state.canon.cast[who].cast.life, lives[who], _between(state, who), brought=True
        )
        if not (one.kind == "fate" and (state.canon.cast[who].cast.years or 0) < 0)
    ]


def _between(state: State, who: str) -> int | None:
    """Years that are still to be added to what was brought: its age has moved on already."""
    return None if state.canon.cast[who].cast.years is None else 0


def _asked(state: State, key: str) -> bool:
    questions = (q for q in state.debate.questions.values() if q.opened.subject == CANON)
    found = (state.canon.found.get(q.opened.about or -1) for q in questions if q.status != "dropped")
    return any(one is not None and one.key == key for one in found)


def _offers(moment: Moment) -> list[tuple[int, ContradictionFound, OfferChoice]]:
    """The contradictions that are not asked about yet, each with what its question opens with."""
    state = moment.state
    if CANON not in state.production.policy:
        return []
    offers = list[tuple[int, ContradictionFound, OfferChoice]]()
    for key, found in state.works.of(ContradictionFound).items():
        done = state.works.standing(ContradictionFound, key)
        if done is not None and not found.ruled and not _asked(state, key):
            ask = offer_choice_ask(moment, CANON, about=found.character)
            view = ask.view.model_copy(update={"facts": canon_facts(state, found)})
            offers.append((done.number, found, ask.model_copy(update={"view": view})))
    return offers


def _asks(moment: Moment) -> Sequence[Ask]:
    return [ask for _, _, ask in _offers(moment)]


def _makes(moment: Moment, answers: Sequence[Offered]) -> Iterable[Made]:
    yield from (Made(found) for found in at_odds(moment.state))
    for place, ((number, found, ask), answer) in enumerate(zip(_offers(moment), answers, strict=True)):
        for made in ask_choice(moment, ask, answer, place, about=found.character):
            assert isinstance(made.what, OpenQuestion)
            yield made._replace(what=made.what.model_copy(update={"about": number}))
    yield from _word(moment)


def _word(moment: Moment) -> Iterable[Made]:
    """The writer is told what was decided in a production that somebody came back into."""
    event, state = moment.event, moment.state
    if not isinstance(event, ProposalApproved) or state.production.form == "character":
        return
    question = state.debate.questions[event.question]
    proposal = question.proposal(event.proposal)
    if question.opened.subject == CANON and proposal is not None and "writer" in state.production.roster:
        if isinstance(proposal.option, ChoiceOption):
            text = f"As was decided of {question.opened.characters[0]}: {proposal.option.statement}"
            yield Made(SendMessage(to="writer", text=text, about=moment.number))


RECONCILE = Task(
    since="planning",
    asks=_asks,
    makes=_makes,
    kinds=(ContradictionFound,),
    after=(CANON,),
    upon=(LifeTaken, CharacterCast, ContradictionFound, IdentityDrawn, FatesRead),
    concerns=lambda moment: moment.state.production.form == "character" or bool(moment.state.canon.cast),
)
"""In a character's stream and in every production that somebody was cast in."""
