"""What a lead offers where nothing is on the table: at the start, after a rejection, after a fork's cut."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, ClassVar

from cineledger.agents.ask import Ask
from cineledger.agents.canon.telling import before
from cineledger.agents.craft.approach import approach_reason, approaches
from cineledger.agents.craft.choice import FilmView
from cineledger.agents.craft.criteria import reason_for, score
from cineledger.agents.craft.language import is_english
from cineledger.agents.craft.names import Alike, judge, likeness_of
from cineledger.agents.craft.outline import outline
from cineledger.agents.craft.role_criteria import criteria_of
from cineledger.agents.craft.trading import TradeView
from cineledger.agents.craft.view import BeatView
from cineledger.agents.filming import question_view
from cineledger.agents.identity.seeing import IdentityView, identity_view, wrong_identity
from cineledger.agents.option_faults import (
    wrong_approach,
    wrong_choice,
    wrong_names,
    wrong_outline,
    wrong_shot,
    wrong_text,
    wrong_trade_off,
)
from cineledger.agents.personas.recalling import recalled_for, shown
from cineledger.agents.personas.remembered import tipping
from cineledger.agents.producing.ways import trade_view
from cineledger.agents.reading import beat_view, film_look, material, script, texts
from cineledger.agents.reminding import reminded
from cineledger.agents.role import Moment, Rules
from cineledger.agents.screenwriting.arguing import lines_at, scene_text_view
from cineledger.agents.stances import Reasoned, Rival, Tabled, recalls, spec_of, tabled
from cineledger.agents.standing import favourite
from cineledger.domain.debate.events import ProposalRejected
from cineledger.domain.debate.options import (
    OPTIONS_ON,
    AliasOption,
    ApproachOption,
    ChoiceOption,
    Look,
    Option,
    OutlinedScene,
    OutlineOption,
    RevisionOption,
    SceneTextOption,
    ShotOption,
)
from cineledger.domain.debate.question import Question
from cineledger.domain.script.drafting import Sketch
from cineledger.domain.script.screenwriting import ScriptLine
from cineledger.domain.value import Value
from cineledger.domain.words import (
    APPROACH,
    CHARACTER_IDENTITY,
    CHARACTER_NAME,
    OUTLINE,
    RESOURCES,
    SCENE_TEXT,
)


class Offered(Value):
    """Something for the table, or nothing where nothing is left to offer."""

    rival: Rival | None


class Offers(Reasoned):
    """What would you put on the table, if not what was turned down?"""

    ANSWER: ClassVar[type[Value]] = Offered
    turned_down: tuple[Tabled, ...] = ()
    note: str = ""

    def faults(self, answer: Offered) -> Iterator[str]:
        """No answer to what is asked, for no reason of the role's own, or what was turned down."""
        if answer.rival is None:
            return
        yield from self.tied(answer.rival.criterion, answer.rival.reason)
        yield from recalls(self.remembered, answer.rival.remembers)
        yield from self.wrong(answer.rival.option)
        if any(rejected.option == answer.rival.option for rejected in self.turned_down):
            yield "that was turned down already: offer something else, or null"


class OfferApproach(Offers):
    """How should this film look at its people, if not as was turned down?"""

    said: tuple[str, ...]
    material: str

    def wrong(self, option: Option) -> Iterable[str]:
        """No approach, or one turned down in other words."""
        return wrong_approach(option, self.turned_down)


class OfferOutline(Offers):
    """In which scenes could this idea be told?"""

    idea: str
    said: tuple[str, ...]
    series: tuple[str, ...] = ()
    """What the series established, where this is to be an episode of one, and who comes back, with what she brings."""
    people: tuple[str, ...] = ()
    """Those who come back, by the names they are to have."""

    def wrong(self, option: Option) -> Iterable[str]:
        """No outline that could be written."""
        return wrong_outline(option)


class OfferShot(Offers):
    """Which shot carries this beat, if not one of those turned down?"""

    beat: BeatView
    look: Look
    said: tuple[str, ...]

    def wrong(self, option: Option) -> Iterator[str]:
        """No shot of the beat, one that is forbidden, or the revision of another."""
        yield from wrong_shot(option, self.beat, self.said)
        shots = {t.option.shot for t in self.turned_down if isinstance(t.option, RevisionOption)}
        if shots and not (isinstance(option, RevisionOption) and option.shot in shots):
            yield f"the question is how to make {' or '.join(sorted(shots))} otherwise: offer a revision of it"


class OfferNames(Offers):
    """Are these two names one character's?"""

    alike: Alike

    def wrong(self, option: Option) -> Iterable[str]:
        """No answer about these two names."""
        return wrong_names(option, self.alike.names)


class OfferChoice(Offers):
    """Which way is this film's, if not as was turned down?"""

    subject: str
    view: FilmView

    def wrong(self, option: Option) -> Iterable[str]:
        """No choice on the subject."""
        return wrong_choice(option, self.subject, self.view)


class OfferTradeOff(Offers):
    """What is given up, or granted, where the plan takes more than was allotted, if not what was turned down?"""

    view: TradeView

    def wrong(self, option: Option) -> Iterable[str]:
        """None of the ways there are."""
        return wrong_trade_off(option, self.view)


class OfferSceneText(Offers):
    """How else could this scene be written, if not as was turned down?"""

    heading: str
    synopsis: str
    said: tuple[str, ...]
    people: tuple[Sketch, ...]
    objections: tuple[str, ...] = ()
    stands: tuple[ScriptLine, ...] = ()
    """The lines as they are written."""

    def wrong(self, option: Option) -> Iterable[str]:
        """No text that can stand under the scene's slug line."""
        return wrong_text(option, self.heading, [person.name for person in self.people])


class OfferIdentity(Offers):
    """Who is this character, if not as was turned down?"""

    view: IdentityView

    def wrong(self, option: Option) -> Iterable[str]:
        """No identity that could be hers."""
        return wrong_identity(option, self.view, self.turned_down)


def offer_asks(moment: Moment, question: Question) -> Sequence[Ask]:
    """The ask whose answer goes on the table; none where the question's matter is gone."""
    state, opened = moment.state, question.opened
    seen: dict[str, Any] = {
        "role": moment.role,
        "criteria": criteria_of(moment.role, opened.subject),
        "turned_down": tabled(question, rejected=True),
        "note": moment.event.note if isinstance(moment.event, ProposalRejected) else "",
        "remembered": shown(recalled_for(state, moment.role, question)),
    }
    if opened.subject == APPROACH:
        return (OfferApproach(**seen, said=texts(state), material=material(state)),)
    if opened.subject == OUTLINE and state.production.idea is not None:
        idea = state.production.idea.text
        return (
            OfferOutline(
                **seen,
                idea=idea,
                said=texts(state),
                series=before(state),
                people=tuple(sorted(state.canon.cast)),
            ),
        )
    if opened.subject == CHARACTER_NAME:
        pair = likeness_of(script(state), *opened.characters[:2])
        return () if pair is None else (OfferNames(**seen, alike=pair),)
    if opened.subject == SCENE_TEXT:
        text = scene_text_view(state, question)
        return () if text is None else (OfferSceneText(**seen, **text, stands=lines_at(state, question)),)
    if opened.subject == RESOURCES:
        trade = trade_view(state)
        return () if trade is None else (OfferTradeOff(**seen, view=trade),)
    if opened.subject == CHARACTER_IDENTITY:
        hers = identity_view(state, question)
        return () if hers is None else (OfferIdentity(**seen, view=hers),)
    if OPTIONS_ON.get(opened.subject) is ChoiceOption:
        return (OfferChoice(**seen, subject=opened.subject, view=question_view(state, question)),)
    view = beat_view(state, opened.scene or "", opened.beat or 0)
    if view is None:
        return ()
    return (OfferShot(**seen, beat=view, look=film_look(state), said=texts(state)),)


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
    scenes, reason = outline(ask.idea, ask.said, ask.note, ask.people)
    told = tuple(OutlinedScene(heading=heading, synopsis=text) for heading, text in scenes)
    option = OutlineOption(scenes=told)
    if any(t.option == option for t in ask.turned_down):
        return Offered(rival=None)
    return Offered(rival=Rival(option=option, criterion="story", reason=reason))


def offer_scene_text(ask: OfferSceneText) -> Offered:
    """The house rule: the lines as they are written, unless that was turned down; none are made up."""
    option = SceneTextOption(lines=ask.stands)
    if not ask.stands or any(t.option == option for t in ask.turned_down):
        return Offered(rival=None)
    criterion = ask.criteria[0][0] if ask.criteria else "story"
    return Offered(rival=Rival(option=option, criterion=criterion, reason="it is as it was written"))


def offer_shot(ask: OfferShot) -> Offered:
    """The house rule: the best shot by the lead's own criteria that was not turned down."""
    down = [spec for t in ask.turned_down if (spec := spec_of(t.option)) is not None]
    spec = favourite(ask.role, ask.beat, ask.look, ask.said, without=down, remembered=ask.remembered)
    if spec is None:
        return Offered(rival=None)
    plain = favourite(ask.role, ask.beat, ask.look, ask.said, without=down) if ask.remembered else spec
    judged = score(ask.role, ask.beat, spec, ask.look)
    revised = [t.option for t in ask.turned_down if isinstance(t.option, RevisionOption)]
    option = RevisionOption(shot=revised[0].shot, spec=spec) if revised else ShotOption(spec=spec)
    reason = reason_for(ask.role, ask.beat, spec, ask.look, judged)
    rival = Rival(option=option, criterion=judged.best, reason=reason)
    rather = None if plain in (None, spec) else ShotOption(spec=plain)
    place = None if rather is None else tipping(ask.remembered, option, rather)
    return Offered(rival=rival if place is None else reminded(rival, ask.remembered, place))


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
    OfferSceneText: offer_scene_text,
    OfferShot: offer_shot,
}
