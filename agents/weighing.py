"""What a lead is asked when a round is over: which of these, or another round first."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, ClassVar

from cineledger.agents import checking
from cineledger.agents.ask import Ask
from cineledger.agents.craft.choice import FilmView
from cineledger.agents.craft.role_criteria import criteria_of
from cineledger.agents.craft.trading import TradeView
from cineledger.agents.craft.view import BeatView
from cineledger.agents.filming import question_view
from cineledger.agents.identity.seeing import IdentityView, identity_view, wrong_identity
from cineledger.agents.option_faults import wrong_choice, wrong_shot, wrong_trade_off
from cineledger.agents.personas.recalling import recalled_for, shown
from cineledger.agents.producing.ways import trade_view
from cineledger.agents.reading import beat_view, film_look, texts
from cineledger.agents.role import Moment
from cineledger.agents.stances import Amended, Argues, Remembers, recalls, tabled, voices
from cineledger.domain.debate.options import OPTIONS_ON, ChoiceOption, Look, Option
from cineledger.domain.debate.question import Question
from cineledger.domain.value import Value
from cineledger.domain.words import CHARACTER_IDENTITY, RESOURCES


class Verdict(Value):
    """Which proposal the lead comes down on, or that another round is worth it."""

    place: int
    criterion: str
    reason: str
    again: bool = False
    amends: Amended | None = None
    """The lead's own proposal, changed before everybody is asked again."""
    remembers: Remembers = ()
    """The places of the lessons that it rests on, counted from 0; none where it rests on none."""


class Weighs(Argues):
    """Which of these, after what was said of them?"""

    ANSWER: ClassVar[type[Value]] = Verdict
    moved: bool
    """Something new came in the last round: an objection, an alternative, an amendment, a withdrawal."""
    scope: str = ""
    """Why another round is worth it, or is not."""

    def faults(self, answer: Verdict) -> Iterator[str]:
        """A place where nothing is, a criterion of somebody else's, a round that can't be had."""
        yield from checking.on_list(answer.place, len(self.tabled), "proposal")
        yield from self.tied(answer.criterion, answer.reason)
        yield from recalls(self.remembered, answer.remembers)
        if answer.again and not self.rounds_left:
            yield f"there can be no further round: {self.scope or 'come down on one of them'}"
        if answer.amends is not None:
            yield from self.changed(answer.amends)


class WeighShots(Weighs):
    """Which of these shots, after what was said of them?"""

    beat: BeatView
    look: Look
    said: tuple[str, ...]

    def wrong(self, option: Option) -> Iterable[str]:
        """No shot of the beat, or one that is forbidden."""
        return wrong_shot(option, self.beat, self.said)


class WeighVoices(Weighs):
    """Which of these, by what was said of them?"""


class WeighChoice(Weighs):
    """Which of these ways, after what was said of them?"""

    subject: str
    view: FilmView

    def wrong(self, option: Option) -> Iterable[str]:
        """No choice on the subject."""
        return wrong_choice(option, self.subject, self.view)


class WeighTradeOffs(Weighs):
    """Which of these, after what was said of them?"""

    view: TradeView

    def wrong(self, option: Option) -> Iterable[str]:
        """None of the ways there are."""
        return wrong_trade_off(option, self.view)


class WeighIdentity(Weighs):
    """Who is she, after what was said of her?"""

    view: IdentityView

    def wrong(self, option: Option) -> Iterable[str]:
        """No identity that could be hers."""
        return wrong_identity(option, self.view, self.tabled)


def weigh_asks(moment: Moment, question: Question) -> Sequence[Ask]:
    """The ask that suits what the question is about."""
    state, opened = moment.state, question.opened
    seen: dict[str, Any] = {
        "role": moment.role,
        "criteria": criteria_of(moment.role, opened.subject),
        "tabled": tabled(question),
        "voices": voices(question),
        "rounds_left": question.rounds_granted,
        "moved": question.moved,
        "scope": question.closed,
        "remembered": shown(recalled_for(state, moment.role, question)),
    }
    if OPTIONS_ON.get(opened.subject) is ChoiceOption:
        return (WeighChoice(**seen, subject=opened.subject, view=question_view(state, question)),)
    hers = identity_view(state, question) if opened.subject == CHARACTER_IDENTITY else None
    if hers is not None:
        return (WeighIdentity(**seen, view=hers),)
    trade = trade_view(state) if opened.subject == RESOURCES else None
    if trade is not None:
        return (WeighTradeOffs(**seen, view=trade),)
    view = beat_view(state, opened.scene or "", opened.beat or 0)
    if view is None:
        return (WeighVoices(**seen),)
    return (WeighShots(**seen, beat=view, look=film_look(state), said=texts(state)),)
