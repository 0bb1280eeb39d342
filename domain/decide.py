"""The one place where a command finds the rule that decides it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from cineledger.domain.canon import commands as canon
from cineledger.domain.cast import becoming, takes
from cineledger.domain.cast import commands as cast
from cineledger.domain.command import Command
from cineledger.domain.debate import answering, approvals, drifting
from cineledger.domain.debate import commands as debate
from cineledger.domain.debate.binding import bound
from cineledger.domain.event import Event
from cineledger.domain.notes import commands as notes
from cineledger.domain.office import commands as office
from cineledger.domain.production import commands as production
from cineledger.domain.production import intervening, minding, policy, wrapping
from cineledger.domain.refusal import Refused
from cineledger.domain.script import commands as script
from cineledger.domain.script import drafting, revising, rewriting
from cineledger.domain.series import commands as series
from cineledger.domain.shots import commands as shots
from cineledger.domain.state import State
from cineledger.domain.talk import commands as talk
from cineledger.domain.words import ORCHESTRATOR
from cineledger.domain.work import commands as work

RULES: dict[type[Command], Callable[[State, Any, str], list[Event]]] = {
    production.OpenProduction: production.open_production,
    production.Impose: production.impose,
    production.SetApprovalMode: production.set_approval_mode,
    production.EnterPhase: production.enter_phase,
    production.JoinCrew: production.join_crew,
    policy.SetPolicy: policy.set_policy,
    policy.AssumePolicy: policy.assume_policy,
    policy.GiveOrder: policy.give_order,
    policy.RevokeOrder: policy.revoke_order,
    minding.AssignMind: minding.assign_mind,
    minding.CapSpending: minding.cap_spending,
    intervening.Pause: intervening.pause,
    intervening.Resume: intervening.resume,
    intervening.Redirect: intervening.redirect,
    intervening.OverruleDecision: intervening.overrule_decision,
    intervening.OverruleWork: intervening.overrule_work,
    wrapping.WrapProduction: wrapping.wrap_production,
    wrapping.ReopenProduction: wrapping.reopen_production,
    script.ImportScript: script.import_script,
    revising.ImportDraft: revising.import_draft,
    revising.GiveOutPages: revising.give_out_pages,
    script.WriteScenes: script.write_scenes,
    drafting.DraftScene: drafting.draft_scene,
    rewriting.ReviseScenes: rewriting.revise_scenes,
    script.BreakDownScene: script.break_down_scene,
    shots.PlanShot: shots.plan_shot,
    shots.CoverScene: shots.cover_scene,
    shots.ReviseShot: shots.revise_shot,
    shots.ReplanShot: shots.replan_shot,
    shots.OmitShot: shots.omit_shot,
    cast.Feel: cast.feel,
    cast.SettleNames: cast.settle_names,
    takes.AskForTake: takes.ask_for_take,
    takes.CircleTake: takes.circle_take,
    becoming.SetIdentity: becoming.set_identity,
    becoming.RaiseChange: becoming.raise_change,
    debate.OpenQuestion: debate.open_question,
    debate.ReopenQuestion: debate.reopen_question,
    drifting.RaiseDrift: drifting.raise_drift,
    drifting.ReturnToVision: drifting.return_to_vision,
    debate.OpenRound: debate.open_round,
    answering.Respond: answering.respond,
    debate.Rule: debate.rule,
    approvals.Approve: approvals.approve,
    approvals.Reject: approvals.reject,
    work.Deliver: work.deliver,
    work.Present: work.present,
    office.Allot: office.allot,
    office.GrantMore: office.grant_more,
    notes.GiveNote: notes.give_note,
    notes.AnswerNote: notes.answer_note,
    series.PlaceEpisode: series.place_episode,
    series.TakeEpisode: series.take_episode,
    series.TakeBible: series.take_bible,
    canon.TakeLife: canon.take_life,
    canon.CastCharacter: canon.cast_character,
    talk.SendMessage: talk.send_message,
    talk.AnswerMessage: talk.answer_message,
    talk.Pass: talk.pass_over,
    talk.NoteRefusal: talk.note_refusal,
    talk.NoteFailedAnswer: talk.note_failed_answer,
}


def at_work(state: State) -> State:
    """The same production while nobody pauses it: what was seen during a pause is reacted to after it."""
    if state.production.paused is None:
        return state
    return replace(state, production=replace(state.production, paused=None))


def decide(state: State, command: Command, by: str) -> list[Event]:
    """What happens when `by` wants this: the events in order, or `Refused`.

    Whoever isn't on the roster does nothing, a wrapped production is only reopened, in a paused one only the
    orchestrator does anything, no approval by the orchestrator outlives what it was given for, and no event speaks of
    one that has not happened.
    """
    if by != ORCHESTRATOR and by not in state.production.roster:
        raise Refused(f"{by} is not on the roster", "See: cineledger sql 'from roles'")
    if state.production.wrapped and not isinstance(command, wrapping.ReopenProduction):
        raise Refused("the production is wrapped", "It takes no more until you do: cineledger reopen NAME")
    if by != ORCHESTRATOR and state.production.paused is not None:
        raise Refused("the production is paused", "Go on with: cineledger intervene NAME resume")
    events = bound(state, RULES[type(command)](state, command, by), by)
    for number, event in enumerate(events, start=state.number + 1):
        if any(not 0 <= cited < number for cited in event.refers()):
            raise Refused(
                f"{type(event).__name__} speaks of an event that has not happened", "Cite earlier ones."
            )
    return events
