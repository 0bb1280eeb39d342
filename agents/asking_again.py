"""What is on the table again when an approval was touched: beside what was proposed, the shot as it is made now."""

from cineledger.domain.debate.commands import Offer, Reason
from cineledger.domain.debate.options import RevisionOption, ShotOption
from cineledger.domain.debate.question import Question
from cineledger.domain.state import State


def as_made_now(state: State, question: Question) -> Offer | None:
    """The shot that was approved otherwise than it is made now; None where nothing else than was proposed is there."""
    approved = question.proposal(question.voided or 0)
    if approved is None or not isinstance(approved.option, ShotOption | RevisionOption):
        return None
    revised = approved.option.shot if isinstance(approved.option, RevisionOption) else None
    slates = (revised,) if revised else state.shots.of_question.get(question.number, ())
    shots = (state.shots.shots[slate] for slate in slates)
    shot = next((shot for shot in shots if shot.status == "revised"), None)
    option = None if shot is None else approved.option.model_copy(update={"spec": shot.spec})
    if shot is None or option is None or any(p.option == option for p in question.proposals):
        return None
    reason = f"{shot.planned.shot} is made so now, and not as it was approved"
    return Offer(option=option, why=Reason(criterion="the text", reason=reason, cites=(shot.number,)))
