"""Productions are opened, and scripts and drafts of them taken in."""

from collections.abc import Sequence
from dataclasses import dataclass

from cineledger.agents.crew import crew_names
from cineledger.agents.desk.orders import carry_out
from cineledger.agents.personas.coming import crew_came
from cineledger.agents.policy import orders_of, policy_of
from cineledger.domain.address import production_name
from cineledger.domain.command import Command
from cineledger.domain.decide import decide
from cineledger.domain.event import Event
from cineledger.domain.ledger import Ledger
from cineledger.domain.production.commands import OpenProduction
from cineledger.domain.record import Record
from cineledger.domain.refusal import Refused
from cineledger.domain.script.commands import ImportScript
from cineledger.domain.script.revising import ImportDraft
from cineledger.domain.state import State, evolve
from cineledger.domain.words import ORCHESTRATOR


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
    crew_from: Sequence[str] | None = None,
) -> list[Record]:
    """Opens a production with default policy and crew, its script, or the idea it starts from.

    `crew` are the roles it opens with; all of them where none is named. `crew_from` are the films that they remember,
    none for a crew that begins afresh; the wrapped ones where nothing is said.
    """
    name = production_name(typed)
    if ledger.exists(name):
        raise Refused(
            f"there is a production {name}", "Choose another name, or go on: cineledger run " + name
        )
    crew = crew or crew_names()
    came = crew_came(ledger, crew, crew_from)
    begin = OpenProduction(
        title=title,
        vision=vision,
        idea=idea,
        policy=policy_of(crew),
        orders=orders_of(crew),
        crew=crew,
        came=came.crew_from,
        lessons=came.lessons,
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
    return carry_out(ledger, name, lambda state: (_taking_in(state, script, seen),))


def _taking_in(state: State, script: Script, seen: int | None = None) -> Command:
    """A script where the production has none yet, else a draft of it."""
    if not state.script.order:
        return ImportScript(text=script.text, source=script.source, encoding=script.encoding)
    return ImportDraft(text=script.text, source=script.source, encoding=script.encoding, seen=seen)
