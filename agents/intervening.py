"""The orchestrator steps in: what is named or meant is gone over again, and what was decided or made is overruled."""

from collections.abc import Iterator, Sequence

from cineledger.agents.craft.vision import NO_LIMITS, read_limits, read_vision
from cineledger.agents.desk.orders import carry_out, order
from cineledger.agents.governing import shown_as
from cineledger.agents.noting.departments import NO_LOOK, departments_of
from cineledger.domain.address import Address
from cineledger.domain.command import Command
from cineledger.domain.debate.commands import ReopenQuestion
from cineledger.domain.debate.options import OPTIONS_ON, ChoiceOption
from cineledger.domain.debate.question import Question
from cineledger.domain.event import Event
from cineledger.domain.ledger import Ledger
from cineledger.domain.notes.commands import GiveNote
from cineledger.domain.production.commands import Impose
from cineledger.domain.production.intervening import OverruleDecision, OverruleWork, Redirect
from cineledger.domain.record import Record
from cineledger.domain.refusal import Refused
from cineledger.domain.state import State
from cineledger.domain.words import APPROACH, DESIGN, OUTLINE, PACING, SCORE

DECIDED_BY_WORDS = {"composer": SCORE, "set_designer": DESIGN, "editor": PACING}
"""Department → the subject on which its way of working was decided for the whole film."""


def redirect(
    ledger: Ledger, name: str, text: str, reason: str, about: Sequence[Address] = ()
) -> list[Record]:
    """The new direction, what it reopens, and the broadcast of it to the crew, in one step.

    `about` are events of the production; where none is named, what the words speak of is reopened.
    """
    facts = {at.number: _fact(ledger, name, at) for at in about}

    def needed(state: State) -> Sequence[Command]:
        numbers = tuple(facts) or tuple(meant_by(state, text))
        again = [_again(state, number, facts.get(number), text) for number in numbers]
        once = [command for place, command in enumerate(again) if command and command not in again[:place]]
        return [
            Redirect(text=text, reason=reason, about=numbers),
            *once,
            Impose(kind="broadcast", text=text),
        ]

    return carry_out(ledger, name, needed)


def meant_by(state: State, text: str) -> Iterator[int]:
    """The decided questions about the whole film that words speak of, by the departments they name and the look."""
    subjects = {DECIDED_BY_WORDS[d.role] for d in departments_of(text) if d.role in DECIDED_BY_WORDS}
    if read_vision((text,)) != NO_LOOK or read_limits((text,)) != NO_LIMITS:
        subjects.add(APPROACH)
    for number, question in sorted(state.debate.questions.items()):
        if question.status == "decided" and question.opened.subject in subjects:
            yield number


def _fact(ledger: Ledger, name: str, at: Address) -> Event:
    known = ledger.record(at)
    if ledger.record(Address(name, at.number)).address != known.address:
        raise Refused(f"{at} is no event of {name}", f"See: cineledger log {name}")
    return known.fact


def _again(state: State, number: int, fact: Event | None, text: str) -> Command | None:
    """What has an event's matter gone over again; nothing where it is under debate, and the crew hears it anyway."""
    question = _question_about(state, number)
    if question is None:
        table, key = (None, None) if fact is None else shown_as(fact, number)
        return GiveNote(text=text, about=number, table=table, key=key)
    if question.opened.subject == OUTLINE and state.script.order:
        return None
    if question.status == "open" and question.waiting:
        return None
    return ReopenQuestion(question=question.number, reason=text)


def _question_about(state: State, number: int) -> Question | None:
    """The question that an event belongs to, or that a shot planned there was decided by."""
    found = state.debate.question_of(number)
    if found is None:
        shot = next((s for s in state.shots.live() if s.number == number), None)
        found = None if shot is None else state.debate.questions.get(shot.question or 0)
    return None if found is None or found.status == "dropped" else found


def overrule(ledger: Ledger, at: Address, choice: str | None, reason: str) -> list[Record]:
    """What stands at an address, decided or made otherwise; refuses what is neither a decision nor work."""
    name, number = at.production, at.number
    _fact(ledger, name, at)
    state = ledger.load(name).state
    if number in state.works.places:
        if choice is not None:
            raise Refused(
                f"{at} is a piece of work, which has no choices", "Say in the reason what is wrong with it."
            )
        return order(ledger, name, OverruleWork(made=number, reason=reason))
    question = _question_about(state, number)
    if question is None:
        raise Refused(
            f"{at} is neither a decision nor work that stands",
            f'To have it changed: cineledger note {name} "…" --about {at}',
        )
    named = question.proposal(number)
    if choice is None:
        if named is None or named.number == question.approved:
            raise Refused(f"{at} does not say what is to hold instead", _instead(name, question))
        return order(
            ledger, name, OverruleDecision(question=question.number, proposal=named.number, reason=reason)
        )
    return order(ledger, name, _otherwise(name, question, choice, reason))


def _otherwise(name: str, question: Question, typed: str, reason: str) -> OverruleDecision:
    """The decision for a proposal named by its number or address, or for a choice in words."""
    number = typed.strip().rpartition("@")[2]
    if number.isascii() and number.isdecimal():
        proposal = question.proposal(int(number))
        if proposal is None:
            raise Refused(f"{typed} is no proposal for question {question.number}", _instead(name, question))
        return OverruleDecision(question=question.number, proposal=proposal.number, reason=reason)
    if OPTIONS_ON.get(question.opened.subject) is not ChoiceOption:
        raise Refused(f"{question.opened.subject} is not decided in a word", _instead(name, question))
    choice = " ".join(typed.casefold().split())
    return OverruleDecision(question=question.number, choice=choice, reason=reason)


def _instead(name: str, question: Question) -> str:
    rivals = [str(Address(name, p.number)) for p in question.proposals if p.number != question.approved]
    if not rivals:
        return (
            f"Nobody offered anything else; have it decided again: cineledger reopen {name}@{question.number}"
        )
    return f"Name one of: {', '.join(rivals)}."
