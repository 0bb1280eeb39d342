"""The film as whoever has to choose something for it sees it."""

from collections.abc import Callable, Mapping

from cineledger.agents.canon.facts import canon_facts
from cineledger.agents.craft.approach import material as made_of
from cineledger.agents.craft.change_choice import like
from cineledger.agents.craft.choice import FilmView
from cineledger.agents.craft.drift import BROKEN
from cineledger.agents.craft.language import is_english
from cineledger.agents.craft.page import quoted, shorten
from cineledger.agents.cutting.pacing_facts import pacing_facts
from cineledger.agents.designing.knowing import design_facts
from cineledger.agents.reading import beat_view, film_look, material, played_scenes, texts
from cineledger.agents.scoring.knowing import music_facts, score_facts
from cineledger.agents.serial.facts import continuity_facts, season_arc_facts, series_theme_facts
from cineledger.agents.telling.facts import arc_facts, theme_facts
from cineledger.domain.cast.changes import ChangeHeldBack
from cineledger.domain.cast.identity import IdentityDrawn
from cineledger.domain.debate.drift import DriftFound
from cineledger.domain.debate.options import describe
from cineledger.domain.debate.question import Question
from cineledger.domain.state import State
from cineledger.domain.story.events import ArcDrawn
from cineledger.domain.story.findings import FindingMade
from cineledger.domain.words import (
    ARC,
    CONTINUITY,
    DESIGN,
    PACING,
    SCENE_MUSIC,
    SCORE,
    SEASON_ARC,
    SERIES_THEME,
    THEME,
)

Facts = tuple[tuple[str, str], ...]

FACTS: Mapping[str, Callable[[State, str | None], Facts]] = {
    DESIGN: design_facts,
    THEME: theme_facts,
    ARC: arc_facts,
    SCORE: score_facts,
    SCENE_MUSIC: music_facts,
    PACING: pacing_facts,
    SERIES_THEME: series_theme_facts,
    SEASON_ARC: season_arc_facts,
    CONTINUITY: continuity_facts,
}
"""Subject → what else there is to know about it, for the whole film or for a character, by name."""


def film_view(
    state: State, subject: str, *, scene: str | None = None, beat: int | None = None, about: str | None = None
) -> FilmView:
    """The film for a subject: for one of its beats, or one of its characters, where it is about that."""
    text = material(state)
    stuff = made_of(text)
    facts = FACTS.get(subject)
    return FilmView(
        look=film_look(state),
        said=texts(state),
        **stuff._asdict(),
        scenes=len(played_scenes(state)),
        people=len(state.cast.people(state.cast.characters)),
        english=is_english(text),
        beat=None if scene is None or beat is None else beat_view(state, scene, beat),
        about=about,
        facts=() if facts is None else facts(state, about),
    )


def question_view(state: State, question: Question) -> FilmView:
    """The film as a question about it needs it seen."""
    opened = question.opened
    about = opened.characters[0] if opened.characters else None
    view = film_view(state, opened.subject, scene=opened.scene, beat=opened.beat, about=about)
    found = state.canon.found.get(opened.about or -1)
    if found is not None:
        return view.model_copy(update={"facts": canon_facts(state, found)})
    drift = state.debate.drifts.get(opened.about or 0)
    if drift is not None:
        return view.model_copy(update={"facts": drift_facts(state, drift)})
    change = state.debate.changes.get(opened.about or 0)
    if change is not None:
        return view.model_copy(update={"facts": change_facts(state, change)})
    finding = state.debate.findings.get(opened.about or 0)
    return view if finding is None else view.model_copy(update={"facts": finding_facts(finding)})


def finding_facts(finding: FindingMade) -> Facts:
    """What there is to know about a line that forgets something: what it says, and what was said before."""
    forgets = finding.forgets
    return (
        ("kind", finding.kind),
        ("weight", f"{finding.weight:g}"),
        ("finding", shorten(finding.text, 160)),
        ("slip", quoted(finding.quote, 80)),
        ("was", quoted(forgets.quote, 80) if forgets else "it can't be so"),
    )


def drift_facts(state: State, drift: DriftFound) -> Facts:
    """What there is to know about a decision that drifts: what it is, whose, from which words, how far, how late."""
    drifted = state.debate.questions[drift.drifted]
    proposal = next((p for p in drifted.proposals if p.number == drifted.approved), None)
    what = describe(proposal.option) if proposal else drifted.opened.text
    late = state.production.phase in ("review", "refinement")
    return (
        ("drifted", shorten(what, 90)),
        ("lead", drifted.opened.lead),
        ("against", quoted(drift.against, 60)),
        ("far", f"{drift.far:g}"),
        ("why", shorten(drift.reason, 120)),
        ("late", "yes" if late else "no"),
        ("broken", "yes" if drift.far >= BROKEN else "no"),
    )


def change_facts(state: State, change: ChangeHeldBack) -> Facts:
    """What there is to know about a change that was held back: from what to what, on which lines, and the arc."""
    standing = state.works.get(IdentityDrawn, change.character)
    arc = state.works.get(ArcDrawn, change.character)
    was = [] if standing is None else [t.trait for t in standing.identity.traits]
    new = [t for t in change.identity.traits if t.facet == change.facet and t.trait not in was]
    up = change.would > change.high
    turns = arc is not None and arc.shape not in ("flat", "unknown")
    along = "" if arc is None else "yes" if turns and arc.shape.endswith("rise") == up else "no"
    lines = len({(t.scene, t.line) for t in new if t.scene is not None})
    quote = next((t.quote for t in new if t.quote), "")
    return (
        ("before", "as decided" if standing is None else like(standing.identity, change.facet, [])),
        ("after", like(change.identity, change.facet, was)),
        ("far", f"{max(change.low - change.would, change.would - change.high):.2f}"),
        ("lines", str(lines)),
        ("count", "several" if lines > 3 else ("no", "one", "two", "three")[lines]),
        ("quote", quoted(quote, 60) if quote else "what is said now"),
        ("along", along),
    )
