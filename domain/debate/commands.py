"""The rules of debate: who may ask, answer and rule, and when."""

from dataclasses import replace

from cineledger.domain.command import Command
from cineledger.domain.debate.approvals import dissent, standing_approval
from cineledger.domain.debate.changing import amended
from cineledger.domain.debate.checks import fits, led_by, may_be_offered, question_at, require_live
from cineledger.domain.debate.events import (
    ApprovalRequested,
    ImpasseReached,
    ProposalApproved,
    ProposalMade,
    ProposalRuled,
    QuestionOpened,
    QuestionReopened,
    RoundOpened,
    Terms,
)
from cineledger.domain.debate.options import Option
from cineledger.domain.debate.question import Question
from cineledger.domain.debate.scope import LITTLE, rounds_for, stand_apart, weight
from cineledger.domain.debate.sides import summary
from cineledger.domain.event import Event
from cineledger.domain.production.events import PolicySet
from cineledger.domain.refusal import Refused
from cineledger.domain.script.writing import speakers
from cineledger.domain.state import State
from cineledger.domain.value import Value
from cineledger.domain.words import (
    ASKERS,
    CAST_PREFIX,
    CHARACTER_CHANGE,
    DRIFT,
    ORCHESTRATOR,
    OUTLINE,
    RESOURCES,
    REVISION,
    SCENE_TEXT,
    SEASON_ARC,
    Authority,
    cast_role,
)

ASKED_AGAIN = (REVISION, RESOURCES, SEASON_ARC, DRIFT, SCENE_TEXT, CHARACTER_CHANGE)
"""Subjects on which a matter comes up again after it was decided: a shot to revise, a plan beyond its limits, the next
season, the words of a scene, somebody who would become another."""


class Reason(Value):
    """Why, tied to one of the role's criteria."""

    criterion: str
    reason: str
    cites: tuple[int, ...] = ()


class Offer(Value):
    """An option with the reason for it."""

    option: Option
    why: Reason


class Amend(Value):
    """A role's own proposal, otherwise."""

    proposal: int
    option: Option
    why: Reason
    answers: tuple[int, ...] = ()
    """The objections it is meant to answer."""


class OpenQuestion(Command):
    """Ask something, with a first proposal."""

    subject: str
    text: str
    scene: str | None
    beat: int | None
    offer: Offer
    characters: tuple[str, ...] = ()
    """The names it is about, where it is about names."""
    about: int | None = None
    """The event it is about, where it is about one."""


class ReopenQuestion(Command):
    """Have a question decided again."""

    question: int
    reason: str
    default: bool = False


class OpenRound(Command):
    """Ask everybody concerned where they stand; `offer` where nothing is proposed yet.

    With `amend` the lead changes its own proposal first, in answer to what was said of it.
    """

    question: int
    offer: Offer | None = None
    amend: Amend | None = None


class Rule(Command):
    """Come down on one side, as the accountable lead."""

    question: int
    proposal: int
    why: Reason


def open_question(state: State, command: OpenQuestion, by: str) -> list[Event]:
    """The question under its policy, its first proposal, and the first round where there is one."""
    policy = state.production.policy.get(command.subject)
    if policy is None:
        raise Refused(f"no policy covers {command.subject}", "See: cineledger policy NAME")
    if by not in (policy.lead, ASKERS.get(command.subject)):
        raise Refused(f"{by} does not lead on {command.subject}", f"{policy.lead} does.")
    fits(state, command.subject, command.scene, command.beat, command.offer.option, command.characters)
    _not_asked(state, command)
    terms = _terms(state, policy, command.scene, command.beat, command.characters, command.about)
    question = QuestionOpened(
        subject=command.subject,
        text=command.text,
        scene=command.scene,
        beat=command.beat,
        **terms.model_dump(),
        characters=command.characters,
        about=command.about,
    )
    number = state.number + 1
    events: list[Event] = [question, _made(number, command.offer)]
    if policy.tier == "autonomous":
        approved = ProposalApproved(question=number, proposal=number + 1, authority="autonomous")
        return [*events, approved]
    return [*events, RoundOpened(question=number, round=1, waiting=_others(terms.concerned, by))]


def reopen_question(state: State, command: ReopenQuestion, by: str) -> list[Event]:
    """The question, open again: its lead or the director may do it to a decided one, the orchestrator to any.

    What the policy says today holds for it from here on; questions under way keep what they were opened under.
    """
    question = question_at(state, command.question)
    if by != ORCHESTRATOR:
        if by not in (question.opened.lead, "director") or command.default:
            raise Refused(
                f"{by} may not reopen question {command.question} so", "Its lead or the director may."
            )
        if question.status != "decided":
            raise Refused(
                f"question {command.question} is {question.status}", "Only what is decided is reopened."
            )
    opened = question.opened
    if opened.subject == OUTLINE and state.script.order and question.status == "decided":
        raise Refused("the outline is written", "Fork at the decision, with --instead, to tell another.")
    policy = state.production.policy.get(opened.subject)
    terms = (
        _terms(state, policy, opened.scene, opened.beat, opened.characters, opened.about) if policy else None
    )
    if terms and opened.model_copy(update=terms.model_dump()) == opened:
        terms = None
    return [
        QuestionReopened(
            question=command.question, reason=command.reason, default=command.default, terms=terms
        )
    ]


def open_round(state: State, command: OpenRound, by: str) -> list[Event]:
    """The next round, within the bound of the tier; one of the lead alone where the lead decides alone."""
    question = led_by(state, command.question, by)
    if question.waiting:
        raise Refused(f"round {question.round} is open", f"It waits for {', '.join(question.waiting)}.")
    alone = question.opened.tier == "autonomous"
    if question.round >= (1 if alone else question.opened.rounds):
        raise Refused(
            f"question {command.question} has had its {question.opened.rounds} rounds", "Rule on it."
        )
    if question.round and question.further is False and question.live:
        raise Refused(f"another round is not worth it: {question.closed}", "Rule on it.")
    if command.offer is not None:
        may_be_offered(state, question, command.offer.option)
    offered: list[Event] = [] if command.offer is None else [_made(command.question, command.offer)]
    if command.amend is not None:
        new = command.amend
        offered += amended(state, question, by, new.proposal, new.option, new.answers, new.why.model_dump())
    if not offered and not question.live:
        raise Refused(f"nothing is proposed for question {command.question}", "Offer something.")
    concerned = (by,) if alone else _playing(state, question.opened)
    waiting, why = _again(state, question, concerned) if question.round else (_others(concerned, by), "")
    return [
        *offered,
        RoundOpened(question=command.question, round=question.round + 1, waiting=waiting, reason=why),
    ]


def _again(state: State, question: Question, concerned: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """Who is asked in another round, and why; where money is short, only those who stand apart, and the lead."""
    why = question.closed
    if state.left is None or state.left >= LITTLE:
        return concerned, why
    apart, _, _ = stand_apart(question)
    kept = {*apart, *question.again, question.opened.lead}
    few = tuple(role for role in concerned if role in kept)
    if not few or few == concerned:
        return concerned, why
    return few, f"{why}; asked are those who stand apart and the lead, to save money"


def rule(state: State, command: Rule, by: str) -> list[Event]:
    """Consensus, ruling or impasse: a decision where the crew may make it, else a request to the orchestrator."""
    question = led_by(state, command.question, by)
    if question.waiting:
        raise Refused(f"round {question.round} is open", f"It waits for {', '.join(question.waiting)}.")
    require_live(question, command.proposal)
    if question.again:
        asked = ", ".join(question.again)
        raise Refused(
            f"{asked} stood on what was amended since", "Open a round, so that they are asked again."
        )
    number, proposal = command.question, command.proposal
    if question.status == "awaiting":
        raise Refused(f"question {number} awaits the orchestrator", "It is no longer the crew's.")
    agreed = not question.standing(proposal) and all(
        p.proposal == proposal for p in question.positions if p.supports
    )
    events: list[Event] = []
    if not agreed:
        events.append(
            ProposalRuled(
                question=number,
                proposal=proposal,
                criterion=command.why.criterion,
                reason=command.why.reason,
                cites=command.why.cites,
            )
        )
    blocked = any(p.blocking for p in question.standing(proposal))
    if blocked:
        events.append(ImpasseReached(question=number, proposal=proposal, summary=summary(question)))
    if not blocked and not question.personal and question.opened.tier != "orchestrator":
        alone = question.opened.tier == "autonomous"
        authority: Authority = "autonomous" if alone else "consensus" if agreed else "ruling"
        events.append(ProposalApproved(question=number, proposal=proposal, authority=authority))
        return [*events, *dissent(question, proposal, ruled_by=by)]
    events.append(ApprovalRequested(question=number, proposal=proposal, summary=summary(question)))
    if state.production.mode == "standing":
        events.extend(standing_approval(state, replace(question, impasse=blocked), proposal))
    return events


def _not_asked(state: State, command: OpenQuestion) -> None:
    """Refuses a second question on the same matter; some may be asked again once that is decided."""
    for question in state.debate.questions.values():
        if question.status == "dropped":
            continue
        opened = question.opened
        same = (opened.subject, opened.scene, opened.beat) == (command.subject, command.scene, command.beat)
        same = same and set(opened.characters) == set(command.characters)
        same = same and _drifted(state, opened.about) == _drifted(state, command.about)
        same = same and _at_odds(state, opened.about) == _at_odds(state, command.about)
        same = same and _finding(state, opened.about) == _finding(state, command.about)
        if same and (command.subject not in ASKED_AGAIN or question.status != "decided"):
            raise Refused(f"that is asked at {question.number}", "Reopen that question instead.")


def _drifted(state: State, about: int | None) -> int | None:
    """The question whose decision an event says drifts."""
    found = state.debate.drifts.get(about or 0)
    return None if found is None else found.drifted


def _at_odds(state: State, about: int | None) -> str | None:
    """What an event says that two accounts of a character are at odds about."""
    found = state.canon.found.get(about or -1)
    return None if found is None else found.key


def _finding(state: State, about: int | None) -> str | None:
    """The name of the finding that an event made."""
    found = state.debate.findings.get(about or 0)
    return None if found is None else found.finding


def _made(question: int, offer: Offer) -> ProposalMade:
    return ProposalMade(question=question, option=offer.option, **offer.why.model_dump())


def _others(concerned: tuple[str, ...], by: str) -> tuple[str, ...]:
    return tuple(role for role in concerned if role != by) or concerned


def _terms(
    state: State,
    policy: PolicySet,
    scene: str | None,
    beat: int | None,
    characters: tuple[str, ...] = (),
    about: int | None = None,
) -> Terms:
    """The policy for one question: `cast` stands for the cast of the beat, the scene or the names it is about.

    Who led the decision that drifted is asked about it beside the others.
    Where nobody is left, the lead is asked.
    """
    written = state.script.scenes.get(scene or "")
    played = written.beat(beat) if written and beat is not None else None
    named = played.people if played else speakers(written.written) if written and beat is None else ()
    people = characters or state.cast.people(named)
    drifted = state.debate.questions.get(_drifted(state, about) or 0)
    roles = [] if drifted is None else [drifted.opened.lead]
    for name in policy.concerned:
        roles.extend([cast_role(person) for person in people] if name == "cast" else [name])
    concerned = tuple(role for role in dict.fromkeys(roles) if role in state.production.roster)
    hangs = weight(state, policy.tier, scene, beat, characters)
    rounds, why = rounds_for(policy.rounds, hangs.importance, state.left)
    return Terms(
        tier=policy.tier,
        rounds=rounds,
        lead=policy.lead,
        concerned=concerned or (policy.lead,),
        importance=hangs.importance,
        scope=f"{hangs.reason}; {why}",
    )


def _playing(state: State, opened: QuestionOpened) -> tuple[str, ...]:
    """Who was concerned, a cast member whose character was joined giving way to who plays it now."""
    if opened.characters:
        return opened.concerned
    return tuple(dict.fromkeys(_now(state, role) for role in opened.concerned))


def _now(state: State, role: str) -> str:
    if not role.startswith(CAST_PREFIX):
        return role
    return cast_role(state.cast.person(role.removeprefix(CAST_PREFIX)))
