"""When the orchestrator may intervene, and what follows: at any time, and always with a reason."""

from cineledger.domain.command import Command
from cineledger.domain.debate.approvals import Approve, approve
from cineledger.domain.debate.checks import fits, question_at
from cineledger.domain.debate.events import ProposalMade
from cineledger.domain.debate.options import ChoiceOption
from cineledger.domain.event import Event
from cineledger.domain.production.commands import only_orchestrator, words
from cineledger.domain.production.interventions import (
    DecisionOverruled,
    ProductionPaused,
    ProductionRedirected,
    ProductionResumed,
    WorkOverruled,
)
from cineledger.domain.refusal import Refused
from cineledger.domain.state import State, evolve
from cineledger.domain.work.commands import maker
from cineledger.domain.work.kinds import KINDS
from cineledger.domain.work.work import WorkStruck

WHY = "reason"


class Pause(Command):
    """Stop the work."""

    reason: str


class Resume(Command):
    """Let the work go on."""

    reason: str = ""


class Redirect(Command):
    """Turn the work another way."""

    text: str
    reason: str
    about: tuple[int, ...] = ()


class OverruleDecision(Command):
    """Decide a question otherwise: for one of its proposals, or for a choice that nobody proposed."""

    question: int
    reason: str
    proposal: int | None = None
    choice: str | None = None


class OverruleWork(Command):
    """Strike a piece of work, and have it made otherwise."""

    made: int
    """The event that made it."""
    reason: str


def pause(state: State, command: Pause, by: str) -> list[Event]:
    """The pause; the work stops within one commit."""
    only_orchestrator(by, "pause a production")
    if (held := state.production.paused) is not None:
        raise Refused(
            f"it is paused already, since {held.number}", "Go on with: cineledger intervene NAME resume"
        )
    return [ProductionPaused(reason=words(command.reason, WHY))]


def resume(state: State, command: Resume, by: str) -> list[Event]:
    """The end of the pause."""
    only_orchestrator(by, "resume a production")
    if (held := state.production.paused) is None:
        raise Refused("it is not paused", "Let the crew work with: cineledger run NAME")
    return [ProductionResumed(pause=held.number, reason=command.reason.strip())]


def redirect(state: State, command: Redirect, by: str) -> list[Event]:
    """The new direction; what it reopens and the broadcast are commands of their own."""
    only_orchestrator(by, "redirect a production")
    missing = [number for number in command.about if not 0 <= number <= state.number]
    if missing:
        raise Refused(f"there is no event {missing[0]}", "See: cineledger log NAME")
    text, reason = words(command.text, "direction"), words(command.reason, WHY)
    return [ProductionRedirected(text=text, reason=reason, about=command.about)]


def overrule_decision(state: State, command: OverruleDecision, by: str) -> list[Event]:
    """The orchestrator's decision with its reason, whether or not the crew had made one."""
    only_orchestrator(by, "overrule")
    reason, question = words(command.reason, WHY), question_at(state, command.question)
    events: list[Event] = [
        DecisionOverruled(question=question.number, decision=question.decision, reason=reason)
    ]
    proposal = command.proposal
    if command.choice is not None:
        option = ChoiceOption(choice=command.choice, statement=f"{command.choice}: {reason}")
        opened = question.opened
        fits(state, opened.subject, opened.scene, opened.beat, option, opened.characters)
        same = (
            p.number
            for p in question.proposals
            if isinstance(p.option, ChoiceOption) and p.option.choice == command.choice
        )
        proposal = next(same, None)
        if proposal is None:
            events.append(
                ProposalMade(question=question.number, option=option, criterion="authority", reason=reason)
            )
            proposal = state.number + len(events)
    if proposal is None:
        raise Refused("overruling needs something else to hold", "Name a proposal, or a choice.")
    for event in events:
        state = evolve(state, event, by)
    return [*events, *approve(state, Approve(question=question.number, proposal=proposal, note=reason), by)]


def overrule_work(state: State, command: OverruleWork, by: str) -> list[Event]:
    """The end of a piece of work as it stands; its maker has to come back with another."""
    only_orchestrator(by, "overrule")
    place = state.works.places.get(command.made)
    if place is None:
        raise Refused(f"no work that stands was made at {command.made}", "See: cineledger log NAME")
    kind, key = place
    standing = state.works.standing(KINDS[kind], key)
    assert standing is not None
    reason = words(command.reason, WHY)
    return [
        WorkOverruled(work=kind, key=key, made=command.made, to=maker(standing.fact), reason=reason),
        WorkStruck(work=kind, key=key, reason=reason),
    ]
