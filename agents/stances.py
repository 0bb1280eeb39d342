"""What a role is shown of a debate, and what it can say in it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from cineledger.agents import checking
from cineledger.agents.ask import Ask
from cineledger.agents.craft.role_criteria import Criteria
from cineledger.agents.personas.remembered import Remembered
from cineledger.domain.debate.options import Option, RevisionOption, ShotOption
from cineledger.domain.debate.question import Question
from cineledger.domain.shots.events import ShotSpec
from cineledger.domain.value import Value
from cineledger.domain.words import CAST_PREFIX

A_VOICE = 0.06
"""What one role's support or objection weighs (0 to 1) beside the lead's own judgement."""


Lessons = Annotated[tuple[Remembered, ...], Field(exclude_if=lambda held: not held)]
"""Lessons that an ask carries; one without any is the same, under the same key, as if there were none to carry."""

Remembers = Annotated[tuple[int, ...], Field(exclude_if=lambda held: not held)]
"""Places of lessons, in an answer that is the same as ever where it rests on none."""


class Tabled(Value):
    """A live proposal as a role sees it: no number, so that a fork asks again only what changed."""

    by: str
    option: Option
    reason: str
    was: Option | None = None
    """What it was before it was amended."""


class Voice(Value):
    """Where one role stands on a proposal, named by its place in what was tabled."""

    role: str
    place: int
    supports: bool
    blocking: bool
    criterion: str
    reason: str


class Opposed(Value):
    """An objection."""

    place: int
    criterion: str
    reason: str
    blocking: bool = False


class Rival(Value):
    """An alternative."""

    option: Option
    criterion: str
    reason: str
    remembers: Remembers = ()
    """The places of the lessons that it rests on, counted from 0; none where it rests on none."""


class Amended(Value):
    """A proposal of one's own, changed so that it answers what was said against it."""

    place: int
    option: Option
    criterion: str
    reason: str


class TakenBack(Value):
    """A proposal or an objection of one's own that no longer stands."""

    what: Literal["proposal", "objection"]
    place: int
    """Of the proposal, or of the proposal that was objected to."""
    criterion: str
    reason: str


class Stand(Value):
    """Where a role stands; proposals are named by their place in what was tabled, counted from 0."""

    supports: int | None
    criterion: str
    reason: str
    against: tuple[Opposed, ...] = ()
    alternative: Rival | None = None
    amends: Amended | None = None
    withdraws: tuple[TakenBack, ...] = ()
    remembers: Remembers = ()
    """The places of the lessons that it rests on, counted from 0; none where it rests on none."""

    @property
    def silent(self) -> bool:
        """It says nothing but why."""
        return self.supports is None and not (
            self.against or self.alternative or self.amends or self.withdraws
        )


def recalls(remembered: Sequence[Remembered], places: Iterable[int]) -> Iterator[str]:
    """Lessons that nobody has, or that are named twice."""
    for place in places:
        yield from checking.on_list(place, len(remembered), "lesson")
    yield from checking.once(places, "lesson")


class Reasoned(Ask):
    """Something to be answered with reasons, each tied to a criterion of the role's own."""

    criteria: Criteria = ()
    """What the role goes by here: a name, and what it asks; empty where any will do."""
    remembered: Lessons = ()
    """What the role remembers of earlier decisions on this."""

    def tied(self, criterion: str, reason: str) -> Iterator[str]:
        """A reason that is empty, or tied to nothing that the role goes by."""
        yield from checking.said(reason, "the reason")
        yield from checking.said(criterion, "the criterion")
        if self.criteria:
            yield from checking.known([criterion], [name for name, _ in self.criteria], "criterion of yours")

    def wrong(self, option: Option) -> Iterable[str]:
        """What is wrong with an option for what is asked."""
        return ()


class Argues(Reasoned):
    """A question under debate, as somebody is asked about it."""

    tabled: tuple[Tabled, ...]
    voices: tuple[Voice, ...] = ()
    """Where everybody stands so far."""
    rounds_left: int = 0
    """How many more rounds there can be."""

    def of_kind(self, option: Option) -> Iterator[str]:
        """An option of another kind than those on the table; a revision of another shot."""
        known = [proposal.option for proposal in self.tabled]
        kinds = dict.fromkeys(other.kind for other in known)
        if kinds and option.kind not in kinds:
            yield f"a {option.kind} is no answer here: offer a {' or '.join(kinds)}"
        shots = dict.fromkeys(other.shot for other in known if isinstance(other, RevisionOption))
        if isinstance(option, RevisionOption) and shots and option.shot not in shots:
            yield f"the question is about shot {' or '.join(shots)}, not {option.shot}"

    def changed(self, amended: Amended) -> Iterator[str]:
        """An amendment of somebody else's proposal, or to what can't be."""
        yield from self.tied(amended.criterion, amended.reason)
        yield from (missing := list(checking.on_list(amended.place, len(self.tabled), "proposal")))
        if missing:
            return
        proposal = self.tabled[amended.place]
        if proposal.by != self.role:
            yield f"the proposal at place {amended.place} is {proposal.by}'s: only its author amends it"
        if amended.option == proposal.option:
            yield "the amendment changes nothing"
        if not self.rounds_left:
            yield "there is no round left to ask about an amendment"
        yield from self.of_kind(amended.option)
        yield from self.wrong(amended.option)


class Stands(Argues):
    """Where do you stand?"""

    ANSWER: ClassVar[type[Value]] = Stand
    turned_down: tuple[Tabled, ...] = ()
    """What the orchestrator rejected."""
    round: int = 1

    def faults(self, answer: Stand) -> Iterator[str]:
        """Two sides at once, places where nothing is, somebody else's proposal or criterion, a block by the crew."""
        count = len(self.tabled)
        if not answer.silent:
            yield from self.tied(answer.criterion, answer.reason)
        else:
            yield from checking.said(answer.reason, "the reason")
        if answer.supports is not None:
            yield from checking.on_list(answer.supports, count, "proposal")
        for opposed in answer.against:
            yield from checking.on_list(opposed.place, count, "proposal")
            yield from self.tied(opposed.criterion, opposed.reason)
            if opposed.blocking and not self.role.startswith(CAST_PREFIX):
                yield "you may not block: only a cast member may, for her own character"
        yield from checking.once((opposed.place for opposed in answer.against), "an objection to place")
        yield from self._one_side(answer)
        yield from recalls(self.remembered, answer.remembers)
        if answer.alternative is not None:
            yield from recalls(self.remembered, answer.alternative.remembers)
            yield from self.tied(answer.alternative.criterion, answer.alternative.reason)
            yield from self._offered(answer.alternative.option)
        if answer.amends is not None:
            yield from self.changed(answer.amends)
            yield from self._turned_down(answer.amends.option)
        yield from self._taken_back(answer)

    def _one_side(self, answer: Stand) -> Iterator[str]:
        sides = {
            "supports a proposal": answer.supports is not None,
            "offers an alternative": answer.alternative is not None,
            "amends a proposal": answer.amends is not None,
        }
        taken = [side for side, done in sides.items() if done]
        if len(taken) > 1:
            yield f"the answer {' and '.join(taken)}: do one of them"
        own = answer.supports if answer.amends is None else answer.amends.place
        if own is not None and any(opposed.place == own for opposed in answer.against):
            yield f"the answer stands for place {own} and objects to it"
        gone = [taken.place for taken in answer.withdraws if taken.what == "proposal"]
        if own in gone:
            yield f"the answer stands for place {own} and withdraws it"

    def _offered(self, option: Option) -> Iterator[str]:
        yield from self.of_kind(option)
        yield from self.wrong(option)
        yield from self._turned_down(option)

    def _turned_down(self, option: Option) -> Iterator[str]:
        if any(rejected.option == option for rejected in self.turned_down):
            yield "that was turned down already"

    def _taken_back(self, answer: Stand) -> Iterator[str]:
        gone = list[int]()
        for taken in answer.withdraws:
            yield from self.tied(taken.criterion, taken.reason)
            if not 0 <= taken.place < len(self.tabled):
                yield from checking.on_list(taken.place, len(self.tabled), "proposal")
            elif taken.what == "objection" and taken.place not in self.objects_to:
                yield f"you have no objection to the proposal at place {taken.place} to withdraw"
            elif taken.what == "proposal" and self.tabled[taken.place].by != self.role:
                yield f"the proposal at place {taken.place} is {self.tabled[taken.place].by}'s to withdraw"
            elif taken.what == "proposal":
                gone.append(taken.place)
        yield from checking.once(((t.what, t.place) for t in answer.withdraws), "a withdrawal of")
        if self.tabled and len(set(gone)) == len(self.tabled):
            yield "nothing would be left on the table: keep one, or amend it"

    @property
    def objects_to(self) -> tuple[int, ...]:
        """The places of the proposals that the role objects to."""
        return tuple(v.place for v in self.voices if v.role == self.role and not v.supports)


def tabled(question: Question, *, rejected: bool = False) -> tuple[Tabled, ...]:
    """The live proposals as roles see them, or those the orchestrator rejected."""
    return tuple(
        Tabled(by=p.by, option=p.option, reason=p.reason, was=_before(question, p.amends))
        for p in question.proposals
        if p.standing == ("rejected" if rejected else "live")
    )


def _before(question: Question, amends: int | None) -> Option | None:
    before = None if amends is None else question.proposal(amends)
    return None if before is None else before.option


def voices(question: Question) -> tuple[Voice, ...]:
    """Where everybody stands on what is live."""
    numbers = question.live
    return tuple(
        Voice(
            role=p.role,
            place=numbers.index(p.proposal),
            supports=p.supports,
            blocking=p.blocking,
            criterion=p.criterion,
            reason=p.reason,
        )
        for p in question.positions
        if p.proposal in numbers
    )


def spec_of(option: Option) -> ShotSpec | None:
    """The shot an option is about."""
    return option.spec if isinstance(option, ShotOption | RevisionOption) else None


def specs_of(proposals: Sequence[Tabled]) -> list[tuple[int, ShotSpec]]:
    """The shots on the table, each with its place."""
    return [(place, spec) for place, t in enumerate(proposals) if (spec := spec_of(t.option)) is not None]
