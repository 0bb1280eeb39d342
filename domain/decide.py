"""The one place where a command finds the rule that decides it."""

from collections.abc import Callable
from typing import Any

from cineledger.domain.cast import commands as cast
from cineledger.domain.command import Command
from cineledger.domain.debate import commands as debate
from cineledger.domain.event import Event
from cineledger.domain.production import commands as production
from cineledger.domain.script import commands as script
from cineledger.domain.shots import commands as shots
from cineledger.domain.state import State
from cineledger.domain.talk import commands as talk

RULES: dict[type[Command], Callable[[State, Any, str], list[Event]]] = {
    production.OpenProduction: production.open_production,
    production.Impose: production.impose,
    production.SetApprovalMode: production.set_approval_mode,
    production.EnterPhase: production.enter_phase,
    script.ImportScript: script.import_script,
    script.WriteScenes: script.write_scenes,
    script.BreakDownScene: script.break_down_scene,
    shots.PlanShot: shots.plan_shot,
    shots.ReviseShot: shots.revise_shot,
    cast.Feel: cast.feel,
    debate.OpenQuestion: debate.open_question,
    debate.ReopenQuestion: debate.reopen_question,
    debate.OpenRound: debate.open_round,
    debate.Respond: debate.respond,
    debate.Rule: debate.rule,
    debate.Approve: debate.approve,
    debate.Reject: debate.reject,
    talk.SendMessage: talk.send_message,
    talk.Pass: talk.pass_over,
    talk.NoteRefusal: talk.note_refusal,
}


def decide(state: State, command: Command, by: str) -> list[Event]:
    """What happens when `by` wants this: the events in order, or `Refused`."""
    return RULES[type(command)](state, command, by)
