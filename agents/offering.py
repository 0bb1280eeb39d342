"""What a lead offers where nothing is on the table: at the start, after a rejection, after a fork's cut."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from cineledger.agents.ask import Ask
from cineledger.agents.craft.approach import approach_reason, approaches
from cineledger.agents.craft.choice import FilmView
from cineledger.agents.craft.criteria import reason_for, score
from cineledger.agents.craft.language import is_english
from cineledger.agents.craft.names import Alike, judge, likeness_of
from cineledger.agents.craft.outline import outline
from cineledger.agents.craft.trading import TradeView
from cineledger.agents.craft.view import BeatView
from cineledger.agents.debating import Rival, Tabled, spec_of, tabled
from cineledger.agents.filming import question_view
from cineledger.agents.producing.ways import trade_view
from cineledger.agents.reading import beat_view, film_look, material, script, texts
from cineledger.agents.role import Moment, Rules
from cineledger.agents.serial.lore import lore
from cineledger.agents.standing import favourite
from cineledger.domain.debate.events import ProposalRejected
from cineledger.domain.debate.options import (
    OPTIONS_ON,
    AliasOption,
    ApproachOption,
    ChoiceOption,
    Look,
    OutlinedScene,
    OutlineOption,
    RevisionOption,
    ShotOption,
)
from cineledger.domain.debate.question import Question
from cineledger.domain.value import Value
from cineledger.domain.words import APPROACH, CHARACTER_NAME, OUTLINE, RESOURCES

MOST_OUTLINED = 12
"""Scenes of an outline that a mind writes."""


class Offered(Value):
    """Something for the table, or nothing where nothing is left to offer."""

    rival: Rival | None


class OfferApproach(Ask):
    """How should this film look at its people, if not as was turned down?"""

    ANSWER: ClassVar[type[Value]] = Offered
    said: tuple[str, ...]
    material: str
    turned_down: tuple[Tabled, ...] = ()
    note: str = ""


class OfferOutline(Ask):
    """In which scenes could this idea be told?"""

    ANSWER: ClassVar[type[Value]] = Offered
    idea: str
    said: tuple[str, ...]
    turned_down: tuple[Tabled, ...] = ()
    note: str = ""
    series: tuple[str, ...] = ()
    """What the series established, where this is to be an episode of one."""

    def faults(self, answer: Offered) -> Iterable[str]:
        """More scenes than a short film has."""
        option = answer.rival.option if answer.rival else None
        if isinstance(option, OutlineOption) and len(option.scenes) > MOST_OUTLINED:
            yield f"the outline has {len(option.scenes)} scenes, of at most {MOST_OUTLINED}"


class OfferShot(Ask):
    """Which shot carries this beat, if not one of those turned down?"""

    ANSWER: ClassVar[type[Value]] = Offered
    beat: BeatView
    look: Look
    said: tuple[str, ...]
    turned_down: tuple[Tabled, ...] = ()
    note: str = ""


class OfferNames(Ask):
    """Are these two names one character's?"""

    ANSWER: ClassVar[type[Value]] = Offered
    alike: Alike
    turned_down: tuple[Tabled, ...] = ()
    note: str = ""


class OfferChoice(Ask):
    """Which way is this film's, if not as was turned down?"""

    ANSWER: ClassVar[type[Value]] = Offered
    subject: str
    view: FilmView
    turned_down: tuple[Tabled, ...] = ()
    note: str = ""


class OfferTradeOff(Ask):
    """What is given up, or granted, where the plan takes more than was allotted, if not what was turned down?"""

    ANSWER: ClassVar[type[Value]] = Offered
    view: TradeView
    turned_down: tuple[Tabled, ...] = ()
    note: str = ""


def offer_asks(moment: Moment, question: Question) -> Sequence[Ask]:
    """The ask whose answer goes on the table; none where the question's matter is gone."""
    state, opened = moment.state, question.opened
    turned_down = tabled(question, rejected=True)
    note = moment.event.note if isinstance(moment.event, ProposalRejected) else ""
    if opened.subject == APPROACH:
        return (
            OfferApproach(
                role=moment.role,
                said=texts(state),
                material=material(state),
                turned_down=turned_down,
                note=note,
            ),
        )
    if opened.subject == OUTLINE and state.production.idea is not None:
        idea = state.production.idea.text
        return (
            OfferOutline(
                role=moment.role,
                idea=idea,
                said=texts(state),
                turned_down=turned_down,
                note=note,
                series=lore(state),
            ),
        )
    if opened.subject == CHARACTER_NAME:
        pair = likeness_of(script(state), *opened.characters[:2])
        if pair is None:
            return ()
        return (OfferNames(role=moment.role, alike=pair, turned_down=turned_down, note=note),)
    if opened.subject == RESOURCES:
        trade = trade_view(state)
        if trade is None:
            return ()
        return (OfferTradeOff(role=moment.role, view=trade, turned_down=turned_down, note=note),)
    if OPTIONS_ON.get(opened.subject) is ChoiceOption:
        return (
            OfferChoice(
                role=moment.role,
                subject=opened.subject,
                view=question_view(state, question),
                turned_down=turned_down,
                note=note,
            ),
        )
    view = beat_view(state, opened.scene or "", opened.beat or 0)
    if view is None:
        return ()
    return (
        OfferShot(
            role=moment.role,
            beat=view,
            look=film_look(state),
            said=texts(state),
            turned_down=turned_down,
            note=note,
        ),
    )


def offer_approach(ask: OfferApproach) -> Offered:
    """The house rule: the role's own approach, heeding the note; then its colleagues', then harder or softer light."""
    said = (*ask.said, *([ask.note] if ask.note else []))
    down = [t.option.look for t in ask.turned_down if isinstance(t.option, ApproachOption)]
    english = is_english(ask.material)
    colleagues = dict.fromkeys((ask.role, "cinematographer", "writer", "director"))
    candidates = [approaches(role, said, ask.material, english) for role in colleagues]
    statement, look = candidates[0]
    for contrast, words in ((0.8, "hard light and deep shadow"), (-0.8, "open, even light")):
        other = look.model_copy(update={"contrast": contrast})
        candidates.append((f"{statement} And against all that, {words}.", other))
    for statement, look in candidates:
        if look not in down:
            reason = approach_reason(ask.role, look, look)
            option = ApproachOption(statement=statement, look=look)
            return Offered(rival=Rival(option=option, criterion="vision", reason=reason))
    return Offered(rival=None)


def offer_outline(ask: OfferOutline) -> Offered:
    """The house rule: five steps of a story in places the note, or the idea, names; no dialogue is invented."""
    scenes, reason = outline(ask.idea, ask.said, ask.note)
    told = tuple(OutlinedScene(heading=heading, synopsis=text) for heading, text in scenes)
    option = OutlineOption(scenes=told)
    if any(t.option == option for t in ask.turned_down):
        return Offered(rival=None)
    return Offered(rival=Rival(option=option, criterion="story", reason=reason))


def offer_shot(ask: OfferShot) -> Offered:
    """The house rule: the best shot by the lead's own criteria that was not turned down."""
    down = [spec for t in ask.turned_down if (spec := spec_of(t.option)) is not None]
    spec = favourite(ask.role, ask.beat, ask.look, ask.said, without=down)
    if spec is None:
        return Offered(rival=None)
    judged = score(ask.role, ask.beat, spec, ask.look)
    revised = [t.option for t in ask.turned_down if isinstance(t.option, RevisionOption)]
    option = RevisionOption(shot=revised[0].shot, spec=spec) if revised else ShotOption(spec=spec)
    reason = reason_for(ask.role, ask.beat, spec, ask.look, judged)
    return Offered(rival=Rival(option=option, criterion=judged.best, reason=reason))


def offer_names(ask: OfferNames) -> Offered:
    """The house rule: one character by the rules of the craft, or two; the other where that was turned down."""
    one, reason = judge(ask.alike)
    down = [t.option for t in ask.turned_down]
    stays = ask.alike.names[1]
    for keep, why in (
        (stays if one else None, reason),
        (None if one else stays, "the other was turned down"),
    ):
        option = AliasOption(names=ask.alike.names, keep=keep)
        if option not in down:
            return Offered(rival=Rival(option=option, criterion="identity", reason=why))
    return Offered(rival=None)


OFFER_RULES: Rules = {
    OfferNames: offer_names,
    OfferApproach: offer_approach,
    OfferOutline: offer_outline,
    OfferShot: offer_shot,
}
