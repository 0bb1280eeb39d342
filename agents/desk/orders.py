"""What the orchestrator says, carried out on whatever the head is by then."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from cineledger.agents.minds.minding import HOUSE, assigned
from cineledger.agents.policy import SCENE_TEXT_POLICY
from cineledger.domain.address import Address
from cineledger.domain.command import Command
from cineledger.domain.decide import decide
from cineledger.domain.ledger import Conflict, Draft, Ledger
from cineledger.domain.production.commands import EnterPhase, Impose, SetApprovalMode
from cineledger.domain.production.events import Said
from cineledger.domain.production.interventions import (
    DecisionOverruled,
    ProductionRedirected,
    WorkOverruled,
)
from cineledger.domain.production.policy import AssumePolicy
from cineledger.domain.record import Record
from cineledger.domain.refusal import Refused
from cineledger.domain.script.events import DraftImported
from cineledger.domain.series.events import SeriesWordsTaken
from cineledger.domain.state import State, evolve
from cineledger.domain.words import ORCHESTRATOR, OUTLINE, ApprovalMode

T = TypeVar("T")

TRIES = 20
"""Times a command is decided again when somebody else appended first."""

ANNOUNCES = (DraftImported, SeriesWordsTaken, ProductionRedirected, DecisionOverruled, WorkOverruled)
"""Events that cause what is recorded after them in the same step."""


def order(ledger: Ledger, name: str, *commands: Command) -> list[Record]:
    """Carries out the orchestrator's commands in one step, on whatever the head is by then."""
    return carry_out(ledger, name, lambda state: commands)


def carry_out(ledger: Ledger, name: str, needed: Callable[[State], Sequence[Command]]) -> list[Record]:
    """Carries out what the state needs; asked again where somebody else appended first.

    What a draft changes is caused by the draft, what was said for a series by that it was taken over,
    and what follows from an intervention by that.
    """

    def attempt() -> list[Record]:
        loaded = ledger.load(name)
        commands = needed(loaded.state)
        state, drafts = loaded.state, list[Draft]()
        draft: tuple[int, ...] = ()
        for command in commands:
            for event in decide(state, command, ORCHESTRATOR):
                drafts.append(Draft(event, tuple(sorted({*draft, *event.refers()}))))
                draft = (state.number + 1,) if isinstance(event, ANNOUNCES) else draft
                state = evolve(state, event, ORCHESTRATOR)
        if not drafts:
            return []
        called = ", ".join(dict.fromkeys(type(c).__name__ for c in commands))
        return ledger.append(name, loaded.head, drafts, actor=ORCHESTRATOR, command=called)

    return tried(name, attempt)


def tried(name: str, attempt: Callable[[], T]) -> T:
    """What is attempted, on fresh states where somebody else appended first."""
    for _ in range(TRIES):
        try:
            return attempt()
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
        if (held := now.production.paused) is not None:
            raise halted(name, held)
        assumed = default_mode and not now.production.chosen
        wanted = now.production.mode if default_mode and now.production.chosen else mode
        who = SetApprovalMode(mode=wanted, default=assumed)
        assume = (AssumePolicy(policy=(SCENE_TEXT_POLICY,)),) if _argues_words(now) else ()
        return (who, *assume) if now.production.phase else (who, *assume, begin)

    carry_out(ledger, name, needed)


def _argues_words(state: State) -> bool:
    """The script is, or will be, the crew's own, and the writer has a mind that can write it."""
    own = state.production.idea is not None and state.script.source in ("", OUTLINE)
    return own and "writer" in state.production.roster and assigned(state, "writer").mind != HOUSE.mind


def halted(name: str, paused: Said) -> Refused:
    """That nobody works on a paused production, and what to do."""
    return Refused(
        f"{name} is paused, since {Address(name, paused.number)}: {paused.text}",
        f"Go on with: cineledger intervene {name} resume; then run {name}",
    )
