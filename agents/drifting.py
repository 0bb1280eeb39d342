"""Decisions are held against the vision as the work goes on; what drifts is raised as a question."""

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar, NamedTuple, cast

from pydantic import Field

from cineledger.agents.ask import Ask
from cineledger.agents.craft.choice import filled
from cineledger.agents.craft.drift import Frames, Holding, away
from cineledger.agents.craft.drift_choice import DRIFT_CHOICE
from cineledger.agents.filming import drift_facts, film_view
from cineledger.agents.reading import texts, words
from cineledger.agents.role import Habit, Moment, Rules, nothing_to_ask
from cineledger.agents.working import Made, Task
from cineledger.domain.debate.commands import Offer, Reason
from cineledger.domain.debate.drift import DriftFound
from cineledger.domain.debate.drifting import RaiseDrift, ReturnToVision
from cineledger.domain.debate.events import ProposalApproved
from cineledger.domain.debate.options import ApproachOption, ChoiceOption, describe
from cineledger.domain.debate.question import Question
from cineledger.domain.production.events import PhaseEntered
from cineledger.domain.state import State
from cineledger.domain.value import Value
from cineledger.domain.words import APPROACH, ARC, DESIGN, DRIFT, PACING, RETURN, SCORE, SIZES, THEME

HELD_AGAINST = (THEME, ARC, APPROACH, DESIGN, SCORE, PACING)
"""The subjects whose decisions say what the whole film is."""
MOST_RETURNS = 2
"""Times that a question is brought back to the vision before new words: who has not found it by then will not."""
NEAR, FAR = SIZES.index("MCU"), SIZES.index("FS")


class Drifting(Value):
    """A decision that drifts, named by its place in `holds`, counted from 0."""

    place: int
    far: float = Field(ge=0, le=1)
    """From 0, a shade, to 1, the opposite of what was asked, or a constraint broken."""
    against: int
    """The place in `said` of the words it keeps away from."""
    reason: str


class Drifts(Value):
    """What drifts; nothing, most of the time."""

    drifts: tuple[Drifting, ...] = ()


class CheckDrift(Ask):
    """Which decisions keep away from what was asked for, how far, and why?"""

    ANSWER: ClassVar[type[Value]] = Drifts
    said: tuple[str, ...]
    """Vision, constraints and broadcasts, oldest first."""
    holds: tuple[Holding, ...]
    frames: Frames | None
    """None while no shots stand."""

    def faults(self, answer: Any) -> Iterable[str]:
        """Places that are not there, and a decision that is named twice."""
        found = cast(Drifts, answer).drifts
        for one in found:
            if not 0 <= one.place < len(self.holds):
                yield f"there is no decision {one.place} in `holds`"
            if not 0 <= one.against < len(self.said):
                yield f"there are no words {one.against} in `said`"
        if len({one.place for one in found}) < len(found):
            yield "a decision drifts once: name the words it is furthest from"


def check_drift(ask: CheckDrift) -> Drifts:
    """The house rule: each decision by the words that it can read, and the shots in sum."""
    found = []
    for place, holding in enumerate(ask.holds):
        one = away(holding, ask.frames if holding.subject == APPROACH else None, ask.said)
        if one is not None:
            against = len(ask.said) - 1 - ask.said[::-1].index(one.against)
            found.append(Drifting(place=place, far=one.far, against=against, reason=one.reason))
    return Drifts(drifts=tuple(found))


class _Held(NamedTuple):
    question: Question
    holding: Holding


def _held(state: State) -> list[_Held]:
    """The decisions that are held against the words."""
    found = list[_Held]()
    for number in sorted(state.debate.questions):
        question = state.debate.questions[number]
        proposal = question.proposal(question.approved or 0)
        if question.status != "decided" or proposal is None or question.opened.subject not in HELD_AGAINST:
            continue
        option = proposal.option
        if not _settled(state, question):
            holding = Holding(
                subject=question.opened.subject,
                lead=question.opened.lead,
                what=describe(option),
                choice=option.choice if isinstance(option, ChoiceOption) else None,
                look=option.look if isinstance(option, ApproachOption) else None,
            )
            found.append(_Held(question, holding))
    return found


def _settled(state: State, question: Question) -> bool:
    """Nothing is asked about it: the orchestrator chose it knowing all that was said, it was asked about as it is (new
    words reopen that question), or it was brought back often enough."""
    last = words(state)[-1].number if words(state) else 0
    if question.personal and (question.decision or 0) > last:
        return True
    mine = [(n, d) for n, d in state.debate.drifts.items() if d.drifted == question.number]
    same = any(found.decision == question.decision for _, found in mine)
    return same or sum(number > last for number, _ in mine) >= MOST_RETURNS


def frames(state: State) -> Frames | None:
    """The shots that stand, in shares; None while there are none."""
    shots = [shot.spec for shot in state.shots.live()]
    if not shots:
        return None
    sizes = [SIZES.index(spec.size) for spec in shots if spec.size != "INSERT"]
    whole = max(1, len(sizes))
    return Frames(
        shots=len(shots),
        near=round(sum(size >= NEAR for size in sizes) / whole, 2),
        far=round(sum(size <= FAR for size in sizes) / whole, 2),
        moving=round(sum(spec.movement not in ("STATIC", "RACK") for spec in shots) / len(shots), 2),
    )


def checker(state: State) -> str:
    """Who holds decisions against the vision: the showrunner, the director where there is none."""
    return "showrunner" if "showrunner" in state.production.roster else "director"


def _checks(moment: Moment) -> bool:
    """This is when: execution, review or refinement was entered, or something that the orchestrator answers for was
    decided after planning."""
    state, event = moment.state, moment.event
    policy = state.production.policy.get(DRIFT)
    if policy is None or moment.role != checker(state) or moment.role not in (policy.lead, "showrunner"):
        return False
    if isinstance(event, ProposalApproved):
        question = state.debate.questions[event.question]
        late = state.production.phase in ("execution", "review", "refinement")
        goes_up = question.opened.tier == "orchestrator" and event.authority != "orchestrator"
        return (
            late
            and goes_up
            and any(held.question is question for held in _held(state))
            and bool(words(state))
        )
    return isinstance(event, PhaseEntered) and bool(words(state)) and bool(_held(state))


def _asks(moment: Moment) -> Sequence[Ask]:
    state = moment.state
    holds = tuple(held.holding for held in _held(state))
    return (CheckDrift(role=moment.role, said=texts(state), holds=holds, frames=frames(state)),)


def _makes(moment: Moment, answers: Sequence[Drifts]) -> Iterable[Made]:
    state, held, said = moment.state, _held(moment.state), words(moment.state)
    for one in answers[0].drifts:
        question = held[one.place].question
        against = said[one.against]
        found = DriftFound(
            drifted=question.number,
            decision=question.decision or 0,
            far=one.far,
            against=against.text,
            said=against.number,
            reason=one.reason,
        )
        view = film_view(state, DRIFT).model_copy(update={"facts": drift_facts(state, found)})
        option = ChoiceOption(choice=RETURN, statement=filled(DRIFT_CHOICE.statements(view)[RETURN], view))
        why = Reason(criterion="vision", reason=one.reason, cites=(against.number,))
        yield Made(
            RaiseDrift(
                **found.model_dump(),
                text=filled(DRIFT_CHOICE.text, view),
                offer=Offer(option=option, why=why),
            ),
            (0,),
        )


DRIFT_CHECK = Task(since="execution", asks=_asks, makes=_makes, after=HELD_AGAINST, concerns=_checks)
"""Whoever keeps the vision holds the decisions against it."""


def _returns(moment: Moment) -> bool:
    """It was decided to return, and what drifted still holds as it was."""
    state = moment.state
    question = state.debate.questions[cast(ProposalApproved, moment.event).question]
    found = state.debate.drifts.get(question.opened.about or 0)
    approved = question.proposal(question.approved or 0)
    if found is None or approved is None or not isinstance(approved.option, ChoiceOption):
        return False
    drifted = state.debate.questions[found.drifted]
    return approved.option.choice == RETURN and drifted.decision == found.decision


RETURNING = Habit(
    on=ProposalApproved,
    concerns=_returns,
    asks=nothing_to_ask,
    acts=lambda moment, _: (ReturnToVision(question=cast(ProposalApproved, moment.event).question),),
)
"""The director has decided again what drifted, before the work moves on."""

DRIFTING_RULES: Rules = {CheckDrift: check_drift}
