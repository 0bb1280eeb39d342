"""Questions, what is proposed, what is said of it, and what is decided."""

from pydantic import Field

from cineledger.domain.debate.options import Option
from cineledger.domain.event import Event
from cineledger.domain.value import Value
from cineledger.domain.words import Authority, Tier


class Terms(Value):
    """How a question is decided: what the policy of its subject said when it was opened, or opened again."""

    tier: Tier
    rounds: int
    lead: str
    concerned: tuple[str, ...]
    """The roles that answer in each round, `cast` being the cast of its beat."""
    importance: float | None = None
    """What hangs on it, 0 a detail to 1 the whole film; None where nobody weighed it."""
    scope: str = ""
    """Why it weighs that, and why it may have so many rounds."""


class QuestionOpened(Event):
    """There is something to decide. Its own number is how it is called."""

    VERSION = 4

    subject: str
    text: str
    scene: str | None
    beat: int | None
    tier: Tier
    rounds: int
    lead: str
    concerned: tuple[str, ...]
    characters: tuple[str, ...] = ()
    """The names it is about, as the cues have them; none where it is not about names."""
    about: int | None = None
    """The event it is about: the drift that was found, the finding that was made; None for any other subject."""
    importance: float | None = None
    """What hangs on it, 0 a detail to 1 the whole film; None where nobody weighed it."""
    scope: str = ""
    """Why it weighs that, and why it may have so many rounds."""

    def refers(self) -> tuple[int, ...]:
        return () if self.about is None else (self.about,)


class QuestionReopened(Event):
    """A question is to be decided again, under today's policy."""

    VERSION = 4

    question: int
    reason: str
    default: bool = False
    """Assumed by the program, not typed by the person."""
    terms: Terms | None = None
    """How it is decided from here on; None where the policy is the one it was under."""
    without: int | None = None
    """The proposal that is off the table: what drifted; None where all stay on it."""

    def refers(self) -> tuple[int, ...]:
        return (self.question,)


class QuestionDropped(Event):
    """What a question was about is gone: nobody decides it any more."""

    question: int
    reason: str

    def refers(self) -> tuple[int, ...]:
        return (self.question,)


class ProposalMade(Event):
    """One answer to a question. Its own number is how it is called."""

    question: int
    option: Option
    criterion: str
    reason: str
    cites: tuple[int, ...] = ()
    """Earlier events the reason rests on."""

    def refers(self) -> tuple[int, ...]:
        return (self.question, *self.cites)


class AlternativeOffered(Event):
    """A rival proposal."""

    question: int
    rival: int
    """The proposal it would replace."""
    option: Option
    criterion: str
    reason: str
    cites: tuple[int, ...] = ()

    def refers(self) -> tuple[int, ...]:
        return (self.question, self.rival, *self.cites)


class ProposalAmended(Event):
    """A role changed its own proposal. Its own number is how it is called; the version before leaves the table.

    Support for the version before lapses; objections stand against this one until they are withdrawn.
    """

    question: int
    proposal: int
    """The version before."""
    option: Option
    criterion: str
    reason: str
    answers: tuple[int, ...] = ()
    """The objections it is meant to answer."""
    cites: tuple[int, ...] = ()

    def refers(self) -> tuple[int, ...]:
        return (self.question, self.proposal, *self.answers, *self.cites)


class ProposalWithdrawn(Event):
    """A role took its own proposal from the table."""

    question: int
    proposal: int
    criterion: str
    reason: str
    cites: tuple[int, ...] = ()

    def refers(self) -> tuple[int, ...]:
        return (self.question, self.proposal, *self.cites)


class RoundOpened(Event):
    """Everybody concerned is asked where they stand, all at once."""

    VERSION = 2

    question: int
    round: int
    waiting: tuple[str, ...]
    reason: str = ""
    """Why there is another round, and why these roles; empty for the first, which the question's scope explains."""

    def refers(self) -> tuple[int, ...]:
        return (self.question,)


class SupportGiven(Event):
    """A role stands behind a proposal."""

    question: int
    proposal: int
    criterion: str
    reason: str
    cites: tuple[int, ...] = ()

    def refers(self) -> tuple[int, ...]:
        return (self.question, self.proposal, *self.cites)


class ObjectionRaised(Event):
    """A role stands against a proposal."""

    question: int
    proposal: int
    criterion: str
    reason: str
    blocking: bool = False
    """The character would break: the lead can't overrule it, the orchestrator can."""
    cites: tuple[int, ...] = ()

    def refers(self) -> tuple[int, ...]:
        return (self.question, self.proposal, *self.cites)


class ObjectionWithdrawn(Event):
    """A role no longer objects: what it was about is answered, or it sees it otherwise."""

    question: int
    proposal: int
    """The proposal it stood against, as it was last amended."""
    objection: int
    criterion: str
    reason: str
    cites: tuple[int, ...] = ()

    def refers(self) -> tuple[int, ...]:
        return (self.question, self.proposal, self.objection, *self.cites)


class RoundClosed(Event):
    """Everybody concerned has answered, or chosen silence."""

    VERSION = 2

    question: int
    round: int
    disagreement: float | None = None
    """The share of those who spoke that stand apart, 1 where one of them blocks; None where nobody counted."""
    further: bool | None = None
    """Another round is worth it; None where nobody weighed that."""
    reason: str = ""

    def refers(self) -> tuple[int, ...]:
        return (self.question,)


class ProposalRuled(Event):
    """The accountable lead came down on one side."""

    question: int
    proposal: int
    criterion: str
    reason: str
    cites: tuple[int, ...] = Field(default=(), exclude_if=lambda cites: not cites)
    """Earlier events the reason rests on; left out where there are none, as before there could be any."""

    def refers(self) -> tuple[int, ...]:
        return (self.question, self.proposal, *self.cites)


class ImpasseReached(Event):
    """The lead came down on a proposal that a cast member blocks: nobody in the crew may end it."""

    question: int
    proposal: int
    """What the lead would have ruled."""
    summary: str

    def refers(self) -> tuple[int, ...]:
        return (self.question, self.proposal)


class ApprovalRequested(Event):
    """A proposal was put before the orchestrator."""

    question: int
    proposal: int
    summary: str

    def refers(self) -> tuple[int, ...]:
        return (self.question, self.proposal)


class Part(Value):
    """A part of what a decision was given for, as it stood."""

    what: str
    """`option`, `lines`, `shot`, `cue 1m2` …"""
    hash: str
    """SHA-256 of it in canonical JSON."""


class ProposalApproved(Event):
    """A decision: this proposal holds."""

    VERSION = 2

    question: int
    proposal: int
    authority: Authority
    standing_order: int | None = None
    """The order of the orchestrator's that approved it, where one did."""
    note: str = ""
    content: str = ""
    """SHA-256 over what it was given for; empty where it was made before that was kept."""
    about: tuple[Part, ...] = ()
    """The parts of that."""

    def refers(self) -> tuple[int, ...]:
        order = () if self.standing_order is None else (self.standing_order,)
        return (self.question, self.proposal, *order)


class ApprovalVoided(Event):
    """What the orchestrator approved was touched since, so that the approval holds no more.

    The question is open again right after, but where the orchestrator had it made otherwise.
    """

    question: int
    decision: int
    """The number of the approval."""
    was: str
    now: str
    """The content that was approved, and what it is now."""
    reason: str
    touched: int
    """The event that touched it."""

    def refers(self) -> tuple[int, ...]:
        return (self.question, self.decision, self.touched)


class ProposalRejected(Event):
    """The orchestrator will not have this proposal."""

    question: int
    proposal: int
    note: str

    def refers(self) -> tuple[int, ...]:
        return (self.question, self.proposal)


class DissentRecorded(Event):
    """A decision was made over a role's objection, which is kept."""

    question: int
    proposal: int
    """The proposal that was approved."""
    role: str
    position: int
    """The event in which the role last said where it stood."""
    reason: str

    def refers(self) -> tuple[int, ...]:
        return (self.question, self.proposal, self.position)
