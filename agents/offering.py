"""What a lead offers where nothing is on the table: at the start, after a rejection, after a fork's cut."""

from collections.abc import Sequence
from typing import ClassVar

from cineledger.agents.ask import Ask
from cineledger.agents.craft.approach import approach_reason, approaches
from cineledger.agents.craft.criteria import reason_for, score
from cineledger.agents.craft.language import is_english
from cineledger.agents.craft.outline import outline
from cineledger.agents.craft.view import BeatView
from cineledger.agents.debating import Rival, Tabled, spec_of
from cineledger.agents.reading import APPROACH, OUTLINE, beat_view, film_look, material, texts
from cineledger.agents.role import Moment, Rules
from cineledger.agents.standing import favourite
from cineledger.domain.debate.events import ProposalRejected, Question
from cineledger.domain.debate.options import (
    ApproachOption,
    Look,
    OutlinedScene,
    OutlineOption,
    RevisionOption,
    ShotOption,
)
from cineledger.domain.value import Value


class OfferApproach(Ask):
    """How should this film look at its people, if not as was turned down?"""

    ANSWER: ClassVar[type[Value]] = Rival
    said: tuple[str, ...]
    material: str
    turned_down: tuple[Tabled, ...] = ()
    note: str = ""


class OfferOutline(Ask):
    """In which scenes could this idea be told?"""

    ANSWER: ClassVar[type[Value]] = Rival
    idea: str
    said: tuple[str, ...]
    note: str = ""


class OfferShot(Ask):
    """Which shot carries this beat, if not one of those turned down?"""

    ANSWER: ClassVar[type[Value]] = Rival
    beat: BeatView
    look: Look
    said: tuple[str, ...]
    turned_down: tuple[Tabled, ...] = ()
    note: str = ""


def offer_asks(moment: Moment, question: Question) -> Sequence[Ask]:
    """The ask whose answer goes on the table; none where the question's matter is gone."""
    state, opened = moment.state, question.opened
    turned_down = tuple(
        Tabled(by=p.by, option=p.option, reason=p.reason) for p in question.proposals if p.rejected
    )
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
        return (OfferOutline(role=moment.role, idea=idea, said=texts(state), note=note),)
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


def offer_approach(ask: OfferApproach) -> Rival:
    """The house rule: the role's own approach, heeding the note; then its colleagues', then the opposite light."""
    said = (*ask.said, *([ask.note] if ask.note else []))
    down = [t.option.look for t in ask.turned_down if isinstance(t.option, ApproachOption)]
    english = is_english(ask.material)
    colleagues = dict.fromkeys((ask.role, "cinematographer", "writer", "director"))
    candidates = [approaches(role, said, ask.material, english) for role in colleagues]
    fresh = [candidate for candidate in candidates if candidate[1] not in down]
    if fresh:
        statement, look = fresh[0]
    else:
        statement, look = candidates[0]
        turned = min(1.0, look.contrast + 0.4 + 0.1 * len(down)) if look.contrast < 0.5 else -look.contrast
        look = look.model_copy(update={"contrast": round(turned, 2)})
        statement = f"{statement} And turn the light around: {'darker' if turned > 0 else 'open'}."
    reason = approach_reason(ask.role, look, look)
    return Rival(option=ApproachOption(statement=statement, look=look), criterion="vision", reason=reason)


def offer_outline(ask: OfferOutline) -> Rival:
    """The house rule: five steps of a story in places the idea, or the note, names; no dialogue is invented."""
    scenes, reason = outline(ask.idea, (*ask.said, ask.note))
    told = tuple(OutlinedScene(heading=heading, synopsis=text) for heading, text in scenes)
    return Rival(option=OutlineOption(scenes=told), criterion="story", reason=reason)


def offer_shot(ask: OfferShot) -> Rival:
    """The house rule: the best shot by the lead's own criteria that was not turned down."""
    down = [spec for t in ask.turned_down if (spec := spec_of(t.option)) is not None]
    spec = favourite(ask.role, ask.beat, ask.look, ask.said, without=down)
    judged = score(ask.role, ask.beat, spec, ask.look)
    revised = [t.option for t in ask.turned_down if isinstance(t.option, RevisionOption)]
    return Rival(
        option=RevisionOption(shot=revised[0].shot, spec=spec) if revised else ShotOption(spec=spec),
        criterion=judged.best,
        reason=reason_for(ask.role, ask.beat, spec, ask.look, judged),
    )


OFFER_RULES: Rules = {
    OfferApproach: offer_approach,
    OfferOutline: offer_outline,
    OfferShot: offer_shot,
}
