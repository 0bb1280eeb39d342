"""The orchestrator's desk: what the human does, put on the record under the human's authority."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from cineledger.agents.crew import crew_names
from cineledger.agents.policy import orders_of, policy_of
from cineledger.agents.reading import played_scenes, unread
from cineledger.domain.address import Address, production_name
from cineledger.domain.command import Command
from cineledger.domain.debate.approvals import Approve, Reject
from cineledger.domain.debate.commands import ReopenQuestion
from cineledger.domain.debate.events import ProposalApproved
from cineledger.domain.debate.options import describe
from cineledger.domain.debate.state import Question
from cineledger.domain.decide import decide
from cineledger.domain.edit.events import SceneAssembled
from cineledger.domain.event import Event
from cineledger.domain.ledger import Conflict, Draft, Ledger
from cineledger.domain.office.events import BudgetEstimated, RisksAssessed, ScheduleMade
from cineledger.domain.production.commands import (
    EnterPhase,
    Impose,
    OpenProduction,
    SetApprovalMode,
)
from cineledger.domain.production.events import ProductionForked
from cineledger.domain.record import Record
from cineledger.domain.refusal import Refused
from cineledger.domain.script.commands import ImportScript
from cineledger.domain.script.events import DraftImported
from cineledger.domain.script.revising import GiveOutPages, ImportDraft
from cineledger.domain.sound.events import SceneSpotted
from cineledger.domain.staging.events import ShotsDetailed
from cineledger.domain.state import State, evolve
from cineledger.domain.words import ORCHESTRATOR, ApprovalMode, Phase
from cineledger.domain.work.kinds import KINDS

TRIES = 20
"""Times a command is decided again when somebody else appended first."""


MOST_AGAIN = 3
"""Times that a run enters a phase again by itself."""

LAST = (ShotsDetailed, SceneAssembled, SceneSpotted, ScheduleMade, BudgetEstimated, RisksAssessed)
"""Works that rest on the others, and nothing rests on them."""


class _Again(NamedTuple):
    """A phase that was entered again, for what had changed by then."""

    phase: Phase
    changed: int


@dataclass(frozen=True, slots=True)
class Script:
    """A script as read from a file: its text, its file's name, its encoding."""

    text: str
    source: str
    encoding: str


def open_production(
    ledger: Ledger,
    typed: str,
    *,
    title: str,
    vision: str,
    idea: str | None,
    script: Script | None,
    crew: tuple[str, ...] = (),
) -> list[Record]:
    """Opens a production with default policy and crew, its script, or the idea it starts from.

    `crew` are the roles it opens with; all of them where none is named.
    """
    name = production_name(typed)
    if ledger.exists(name):
        raise Refused(
            f"there is a production {name}", "Choose another name, or go on: cineledger run " + name
        )
    crew = crew or crew_names()
    begin = OpenProduction(
        title=title, vision=vision, idea=idea, policy=policy_of(crew), orders=orders_of(crew), crew=crew
    )
    facts = decide(State(), begin, ORCHESTRATOR)
    if script is not None:
        state = State()
        for fact in facts:
            state = evolve(state, fact, ORCHESTRATOR)
        take = ImportScript(text=script.text, source=script.source, encoding=script.encoding)
        facts = [*facts, *decide(state, take, ORCHESTRATOR)]
    return ledger.open(name, facts, "OpenProduction")


@dataclass(frozen=True, slots=True)
class Changes:
    """What a draft would change in a production, looked at after its event `seen`."""

    seen: int
    first: bool
    """It is the production's first script."""
    events: tuple[Event, ...]
    """As they would be recorded."""


def look_at_draft(ledger: Ledger, name: str, script: Script) -> Changes:
    """What taking in a draft would record; nothing is."""
    state = ledger.load(name).state
    command = _taking_in(state, script)
    return Changes(state.number, not state.script.order, tuple(decide(state, command, ORCHESTRATOR)))


def take_in_draft(ledger: Ledger, name: str, script: Script, seen: int) -> list[Record]:
    """Records a draft's changes; refuses where the production went on since they were looked at."""
    return _order(ledger, name, lambda state: (_taking_in(state, script, seen),))


def _taking_in(state: State, script: Script, seen: int | None = None) -> Command:
    """A script where the production has none yet, else a draft of it."""
    if not state.script.order:
        return ImportScript(text=script.text, source=script.source, encoding=script.encoding)
    return ImportDraft(text=script.text, source=script.source, encoding=script.encoding, seen=seen)


def order(ledger: Ledger, name: str, *commands: Command) -> list[Record]:
    """Carries out the orchestrator's commands in one step, on whatever the head is by then."""
    return _order(ledger, name, lambda state: commands)


def _order(ledger: Ledger, name: str, needed: Callable[[State], Sequence[Command]]) -> list[Record]:
    """Carries out what the state needs; asked again where somebody else appended first.

    What a draft changes is caused by the draft.
    """
    for _ in range(TRIES):
        loaded = ledger.load(name)
        commands = needed(loaded.state)
        state, drafts = loaded.state, list[Draft]()
        draft: tuple[int, ...] = ()
        for command in commands:
            for event in decide(state, command, ORCHESTRATOR):
                drafts.append(Draft(event, tuple(sorted({*draft, *event.refers()}))))
                draft = (state.number + 1,) if isinstance(event, DraftImported) else draft
                state = evolve(state, event, ORCHESTRATOR)
        if not drafts:
            return []
        try:
            called = ", ".join(dict.fromkeys(type(c).__name__ for c in commands))
            return ledger.append(name, loaded.head, drafts, actor=ORCHESTRATOR, command=called)
        except Conflict:
            continue
    raise Refused(f"{name} is too busy", "Try again.")


def impose(ledger: Ledger, name: str, kind: str, text: str) -> list[Record]:
    """A vision, a constraint or a broadcast."""
    return order(ledger, name, Impose(kind=kind, text=text))


def start(ledger: Ledger, name: str, mode: ApprovalMode, *, default_mode: bool) -> None:
    """Says who approves, and enters the first phase where none was entered.

    What is only assumed gives way to what the person said before.
    """
    begin = EnterPhase(phase="planning", default=True)

    def needed(now: State) -> Sequence[Command]:
        assumed = default_mode and not now.production.chosen
        wanted = now.production.mode if default_mode and now.production.chosen else mode
        who = SetApprovalMode(mode=wanted, default=assumed)
        return (who,) if now.production.phase else (who, begin)

    _order(ledger, name, needed)


def take_up(ledger: Ledger, name: str, state: State, taken: set[object]) -> bool:
    """Takes up what a fork cut off: reopens debates, gives out pages, enters the phase again. True if it did.

    `taken` remembers what this run took up: what stays stuck after that waits for the orchestrator.
    """
    cut = _cut_off(state) - taken
    if cut:
        taken.update(cut)
        again = {
            n: ReopenQuestion(question=n, reason="its debate was cut off", default=True) for n in sorted(cut)
        }
        _order(ledger, name, lambda now: [again[n] for n in again if n in _cut_off(now)])
        return True
    phase = state.production.phase
    if phase is not None and GiveOutPages not in taken and unread(state):
        taken.add(GiveOutPages)
        _order(ledger, name, lambda now: (GiveOutPages(),) if now.number == state.number else ())
        return True
    left = _has_work(state) if phase != "refinement" else bool(state.notes.unanswered) or _outdated(state)
    entered = sum(isinstance(mark, _Again) and mark.phase == phase for mark in taken)
    mark = _Again(phase or "planning", max(_changed(state), state.script.drafted))
    if phase is None or mark in taken or entered >= MOST_AGAIN or state.debate.undecided or not left:
        return False
    taken.add(mark)
    enter = EnterPhase(phase=phase, default=True)
    _order(ledger, name, lambda now: (enter,) if now.number == state.number else ())
    return True


def _cut_off(state: State) -> set[int]:
    """The open questions that nobody is asked about, though there may be more to say."""
    return {q.number for q in _undecided(state) if q.status == "open" and not q.waiting and not q.exhausted}


def _changed(state: State) -> int:
    """The last event that changed a shot, or work that others rest on; 0 where none did."""
    shots = [shot.number for shot in state.shots.shots.values()]
    works = [
        done.number
        for name, pieces in state.works.done.items()
        if KINDS[name] not in LAST
        for done in pieces.values()
    ]
    return max((*shots, *works), default=0)


def _outdated(state: State) -> bool:
    """What the last works rest on changed since the phase was entered: they are to be gone over again."""
    shown = any(kind.__name__ in state.works.done for kind in LAST)
    return shown and _changed(state) > (state.production.phase_number or 0)


def _has_work(state: State) -> bool:
    """There are scenes to plan, or an idea to make scenes of, and somebody to do it."""
    roster = state.production.roster
    idea = state.production.idea is not None and not state.script.order
    return (idea and "writer" in roster) or ("director" in roster and bool(played_scenes(state)))


@dataclass(frozen=True, slots=True)
class Waiting:
    """What awaits the orchestrator: a question, what is recommended, and the rivals."""

    address: Address
    question: int
    subject: str
    text: str
    impasse: bool
    exhausted: bool
    """All was rejected and the crew has nothing else: choose one after all, or say what else you want."""
    recommended: int | None
    proposals: tuple[tuple[int, str, str, str], ...]
    """Number, by whom, what, why."""


def inbox(state: State, name: str) -> list[Waiting]:
    """The questions that nobody but the orchestrator can move on, oldest first."""
    return [
        Waiting(
            address=Address(name, q.number),
            question=q.number,
            subject=q.opened.subject,
            text=q.opened.text,
            impasse=q.impasse,
            exhausted=q.exhausted,
            recommended=q.recommended,
            proposals=tuple(
                (p.number, p.by, describe(p.option), p.reason)
                for p in q.proposals
                if not p.rejected or q.exhausted
            ),
        )
        for q in _undecided(state)
        if q.status == "awaiting" or q.exhausted
    ]


def answer(
    ledger: Ledger, address: Address, verdict: Literal["approve", "choose", "reject"], note: str = ""
) -> list[Record]:
    """Approves or rejects what an address stands for: a question, a request, or a proposal."""

    def needed(now: State) -> Sequence[Command]:
        question, proposal = _meant(now, address, rival=verdict == "choose")
        if verdict == "reject":
            return (Reject(question=question.number, proposal=proposal, note=note),)
        return (Approve(question=question.number, proposal=proposal, note=note),)

    return _order(ledger, address.production, needed)


def fork(ledger: Ledger, at: Address, typed: str, instead: Address | None) -> list[Record]:
    """Forks at an address; with `instead`, one event earlier, and approves the proposal passed over."""
    name = production_name(typed)
    if ledger.exists(name):
        raise Refused(f"there is a production {name}", "Choose another name.")
    decision = ledger.record(at).fact
    if instead is None:
        ledger.fork(at, name)
        return []
    if not isinstance(decision, ProposalApproved):
        raise Refused(f"{at} is not a decision", "Fork with --instead at a ProposalApproved event.")
    before = ledger.load(at.production, at.number - 1).state
    question = before.debate.questions.get(decision.question)
    proposal = question.proposal(instead.number) if question else None
    if ledger.record(instead).address != ledger.record(Address(at.production, instead.number)).address:
        proposal = None
    if question is None or proposal is None:
        raise Refused(
            f"{instead} is not a proposal that {at} passed over",
            f"See them with: cineledger why {at}",
        )
    if proposal.number == decision.proposal:
        raise Refused(f"{instead} is what {at} approved", "Name one of its rivals.")
    note = f"instead of {decision.proposal}"
    approve = Approve(question=question.number, proposal=proposal.number, note=note)
    birth = ProductionForked(parent=at.production, number=at.number - 1)
    return ledger.open(name, [birth, *decide(before, approve, ORCHESTRATOR)], "Fork")[1:]


def _meant(state: State, address: Address, *, rival: bool) -> tuple[Question, int]:
    question = state.debate.question_of(address.number)
    if question is None:
        raise Refused(f"{address} asks for no approval", "See what does: cineledger inbox")
    named = question.proposal(address.number)
    if named is not None:
        return question, named.number
    if rival:
        raise Refused(
            f"{address} is not a proposal", f"Name one: {', '.join(_names(address, question)) or 'none'}."
        )
    if question.status == "decided":
        raise Refused(
            f"{address} is decided at {Address(address.production, question.decision or 0)}",
            f"To overrule it, choose one of: {', '.join(_names(address, question))}.",
        )
    if address.number not in (question.number, question.requested):
        raise Refused(f"the request {address} no longer stands", "See what does: cineledger inbox")
    if question.recommended is None:
        raise Refused(
            f"nothing is recommended for {address}",
            f"Name a proposal: {', '.join(_names(address, question)) or 'there is none yet'}.",
        )
    return question, question.recommended


def _names(address: Address, question: Question) -> list[str]:
    return [str(Address(address.production, p.number)) for p in question.proposals if not p.rejected]


def _undecided(state: State) -> list[Question]:
    return [state.debate.questions[number] for number in sorted(state.debate.undecided)]
