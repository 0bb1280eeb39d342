"""Every event type under the short name it is stored by."""

from cineledger.domain.canon import events as canon
from cineledger.domain.canon.brought import CharacterBrought
from cineledger.domain.cast import events as cast
from cineledger.domain.cast import performing
from cineledger.domain.cast.changes import ChangeHeldBack
from cineledger.domain.debate import events as debate
from cineledger.domain.debate.drift import DriftFound
from cineledger.domain.event import Event
from cineledger.domain.journal import CallReserved, CallSettled, CompletionRecorded, PromptKept
from cineledger.domain.notes import events as notes
from cineledger.domain.office import events as office
from cineledger.domain.persona import events as persona
from cineledger.domain.production import events as production
from cineledger.domain.production import interventions
from cineledger.domain.script import events as script
from cineledger.domain.series import events as series
from cineledger.domain.shots import events as shots
from cineledger.domain.talk import events as talk
from cineledger.domain.work.kinds import KINDS
from cineledger.domain.work.work import WorkPresented, WorkStruck

_EVENTS: tuple[type[Event], ...] = (
    production.ProductionOpened,
    production.ProductionForked,
    production.VisionStated,
    production.IdeaStated,
    production.ConstraintImposed,
    production.BroadcastSent,
    production.PolicySet,
    production.StandingOrderGiven,
    production.StandingOrderRevoked,
    production.ApprovalModeSet,
    production.MindAssigned,
    production.SpendingCapped,
    production.RoleJoined,
    production.PhaseEntered,
    production.ProductionWrapped,
    production.ProductionReopened,
    interventions.ProductionPaused,
    interventions.ProductionResumed,
    interventions.ProductionRedirected,
    interventions.DecisionOverruled,
    interventions.WorkOverruled,
    script.ScriptImported,
    script.SceneWritten,
    script.SceneDrafted,
    script.DraftImported,
    script.DraftWritten,
    script.SceneRevised,
    script.SceneOmitted,
    script.SceneRenumbered,
    script.ScenesOrdered,
    script.SceneBrokenDown,
    script.ScriptPaged,
    cast.CharacterIntroduced,
    cast.CharacterRecounted,
    cast.EmotionalStateChanged,
    cast.EmotionalStateReopened,
    cast.CharactersJoined,
    cast.CharactersParted,
    performing.TakeAsked,
    performing.TakeCircled,
    shots.ShotPlanned,
    shots.ShotReopened,
    shots.ShotReplanned,
    shots.ShotOmitted,
    shots.ShotRevised,
    DriftFound,
    ChangeHeldBack,
    debate.QuestionOpened,
    debate.QuestionReopened,
    debate.QuestionDropped,
    debate.ProposalMade,
    debate.AlternativeOffered,
    debate.ProposalAmended,
    debate.ProposalWithdrawn,
    debate.RoundOpened,
    debate.SupportGiven,
    debate.ObjectionRaised,
    debate.ObjectionWithdrawn,
    debate.RoundClosed,
    debate.ProposalRuled,
    debate.ImpasseReached,
    debate.ApprovalRequested,
    debate.ProposalApproved,
    debate.ApprovalVoided,
    debate.ProposalRejected,
    debate.DissentRecorded,
    *KINDS.values(),
    WorkStruck,
    WorkPresented,
    office.MoneyAllotted,
    office.DaysAllotted,
    office.ResourceGranted,
    notes.NoteGiven,
    notes.NoteAnswered,
    series.EpisodePlaced,
    series.EpisodeTaken,
    series.SeriesJoined,
    series.SeriesWordsTaken,
    series.SeriesBibleTaken,
    canon.LifeTaken,
    canon.CharacterCast,
    CharacterBrought,
    persona.CrewCameFrom,
    persona.LessonsTaken,
    talk.MessageSent,
    talk.ReactionPassed,
    talk.CommandRefused,
    talk.AnswerFailed,
    CompletionRecorded,
    PromptKept,
    CallReserved,
    CallSettled,
)

EVENTS: dict[str, type[Event]] = {event.__name__: event for event in _EVENTS}
