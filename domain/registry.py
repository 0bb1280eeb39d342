"""Every event type under the short name it is stored by."""

from cineledger.domain.cast import events as cast
from cineledger.domain.debate import events as debate
from cineledger.domain.event import Event
from cineledger.domain.journal import CompletionRecorded
from cineledger.domain.production import events as production
from cineledger.domain.script import events as script
from cineledger.domain.shots import events as shots
from cineledger.domain.talk import events as talk

EVENTS: dict[str, type[Event]] = {
    event.__name__: event
    for event in (
        production.ProductionOpened,
        production.ProductionForked,
        production.VisionStated,
        production.IdeaStated,
        production.ConstraintImposed,
        production.BroadcastSent,
        production.PolicySet,
        production.StandingOrderGiven,
        production.ApprovalModeSet,
        production.RoleJoined,
        production.PhaseEntered,
        script.ScriptImported,
        script.SceneWritten,
        script.SceneBrokenDown,
        cast.CharacterIntroduced,
        cast.EmotionalStateChanged,
        cast.CharactersJoined,
        cast.CharactersParted,
        shots.ShotPlanned,
        shots.ShotRevised,
        debate.QuestionOpened,
        debate.QuestionReopened,
        debate.ProposalMade,
        debate.AlternativeOffered,
        debate.RoundOpened,
        debate.SupportGiven,
        debate.ObjectionRaised,
        debate.RoundClosed,
        debate.ProposalRuled,
        debate.ImpasseReached,
        debate.ApprovalRequested,
        debate.ProposalApproved,
        debate.ProposalRejected,
        debate.DissentRecorded,
        talk.MessageSent,
        talk.ReactionPassed,
        talk.CommandRefused,
        CompletionRecorded,
    )
}
