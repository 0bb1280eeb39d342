"""What a decision is given for: its option, and what that is about as it stands."""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from cineledger.domain.canon.events import ContradictionFound
from cineledger.domain.debate.events import Part
from cineledger.domain.debate.options import (
    AliasOption,
    Option,
    RevisionOption,
    SceneTextOption,
    ShotOption,
    TradeOffOption,
)
from cineledger.domain.debate.question import Proposal, Question
from cineledger.domain.design.events import SetGathered
from cineledger.domain.fountain.screenplay import Element
from cineledger.domain.music.events import CueWritten
from cineledger.domain.script.events import Scene
from cineledger.domain.script.layout import UNSEEN
from cineledger.domain.script.screenwriting import lines_of
from cineledger.domain.shots.events import Shot
from cineledger.domain.state import State
from cineledger.domain.words import (
    APPROACH,
    ARC,
    CANON,
    CHARACTER_NAME,
    CONTINUITY,
    COVERAGE,
    DESIGN,
    OUTLINE,
    PACING,
    RESOURCES,
    REVISION,
    SCENE_MUSIC,
    SCENE_TEXT,
    SCORE,
    SEASON_ARC,
    SERIES_THEME,
    SLIP,
    THEME,
)

OPTION, LINES, PEOPLE, SHOT, SCENES, CUES, VISION, SETS, EARLIER, ACCOUNTS = (
    "option",
    "lines",
    "people",
    "shot",
    "scenes",
    "cues",
    "vision",
    "sets",
    "earlier episodes",
    "accounts",
)
"""What parts of a content are called; a shot or a cue that is given up is called by its name as well."""


class Content(NamedTuple):
    """What a decision is given for, part by part."""

    parts: tuple[Part, ...]

    @property
    def hash(self) -> str:
        """SHA-256 over the parts in order, 64 hexadecimal digits."""
        return _hash([[part.what, part.hash] for part in self.parts])

    def other_than(self, former: Iterable[Part]) -> tuple[str, ...]:
        """What of it is not as it was."""
        was = {part.what: part.hash for part in former}
        return tuple(part.what for part in self.parts if was.get(part.what) != part.hash)


def content_of(state: State, question: Question, proposal: Proposal, since: int | None = None) -> Content:
    """What approving a proposal is about, as the production stands; as it stands after a decision with its number.

    What carries the decision out is no part of it: a shot counts as decided until an event after `since` sets it.
    """
    about = _ABOUT.get(question.opened.subject, _nothing)
    holds = {
        OPTION: proposal.option.model_dump(mode="json"),
        **about(state, question, proposal.option, since),
    }
    return Content(tuple(Part(what=what, hash=_hash(held)) for what, held in holds.items()))


def standing(state: State, question: Question) -> Content | None:
    """What the decision of a question is about now; None where none holds, or it was made before contents were kept.

    What is gone since, as a trade-off has cues go, is as it was decided.
    """
    proposal = question.proposal(question.approved or 0)
    if proposal is None or not question.about:
        return None
    now = {part.what: part for part in content_of(state, question, proposal, question.decision).parts}
    kept = {part.what: part for part in question.about}
    return Content(tuple({**kept, **now}.values()))


def _hash(held: Any) -> str:
    text = json.dumps(held, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _nothing(_: State, __: Question, ___: Option, ____: int | None) -> dict[str, Any]:
    return {}


def _beat(state: State, question: Question, option: Option, since: int | None) -> dict[str, Any]:
    """The printed lines of a beat and who is in it, and the shot that carries it."""
    opened = question.opened
    scene = state.script.scenes.get(opened.scene or "")
    beat = None if scene is None else scene.beat(opened.beat or 0)
    held: dict[str, Any] = {LINES: None, PEOPLE: None}
    if scene is not None and beat is not None:
        held = {
            LINES: _stretch(scene, beat.first, beat.last),
            PEOPLE: state.cast.people(beat.people),
        }
    if isinstance(option, ShotOption):
        shots = (state.shots.shots[name] for name in state.shots.of_question.get(question.number, ()))
        held[SHOT] = _made(option, next((s for s in shots if s.status != "omitted"), None), since)
    return held


def _shot(state: State, _: Question, option: Option, since: int | None) -> dict[str, Any]:
    """The lines that a shot to be revised covers, who is in it, and how it is made."""
    assert isinstance(option, RevisionOption)
    shot = state.shots.shots[option.shot]
    scene = state.script.scenes[shot.planned.scene]
    return {
        LINES: None if scene.omitted else _stretch(scene, shot.first, shot.last),
        PEOPLE: state.cast.people(shot.planned.cast),
        SHOT: _made(option, shot, since),
    }


def _made(option: ShotOption | RevisionOption, shot: Shot | None, since: int | None) -> Any:
    """How the shot is made, as decided until something after the decision sets it."""
    set_since = shot is not None and since is not None and shot.number > since
    spec = shot.spec if shot is not None and set_since else option.spec
    return spec.model_dump(mode="json")


def _stretch(scene: Scene, first: int, last: int) -> list[Any]:
    """Where and when a scene plays, and its printed lines from one place to another."""
    written = scene.written
    return [written.int_ext, written.location, written.day_night, *_lines(written.elements[first : last + 1])]


def _lines(elements: Sequence[Element]) -> list[Any]:
    """Lines as they are compared: how they are broken on the page does not count."""
    return [
        [e.kind, " ".join(e.text.split()), e.character, e.extensions, e.dual]
        for e in elements
        if e.kind not in UNSEEN
    ]


def _outline(state: State, _: Question, __: Option, ___: int | None) -> dict[str, Any]:
    """The scenes as a draft that was brought left them, in order; none while they are the crew's own of the outline."""
    script = state.script
    if script.source in ("", OUTLINE):
        return {SCENES: []}
    present = script.present()
    written = [scene.number for scene in present if not scene.revised]
    whole = len(written) == len(script.order) and written == sorted(written)
    if whole and script.draft > 1:
        return {SCENES: []}
    return {
        SCENES: [
            [scene.written.scene, _lines(scene.written.elements) if scene.revised else None]
            for scene in present
        ]
    }


def _text(state: State, question: Question, option: Option, since: int | None) -> dict[str, Any]:
    """The printed lines of a scene: those that were decided, until others are written after the decision."""
    assert isinstance(option, SceneTextOption)
    scene = state.script.scenes.get(question.opened.scene or "")
    decided = [line.model_dump(mode="json") for line in option.lines]
    if scene is None or scene.omitted:
        return {LINES: None}
    now = [line.model_dump(mode="json") for line in lines_of(scene.written.elements)]
    return {LINES: now if since is not None and scene.number > since else decided}


def _names(state: State, _: Question, option: Option, __: int | None) -> dict[str, Any]:
    """The scenes in which cues bear the names: of both together, where they are one character's."""
    assert isinstance(option, AliasOption)
    cued = {name: _cued(state, name.__eq__) for name in option.names}
    if option.keep is None:
        return {CUES: cued}
    either = {scene for scenes in cued.values() for scene in scenes}
    return {CUES: [scene for scene in state.script.order if scene in either]}


def _arc(state: State, question: Question, _: Option, __: int | None) -> dict[str, Any]:
    """The scenes a character speaks in, in order."""
    people = set(state.cast.people(question.opened.characters))
    return {SCENES: _cued(state, lambda found: state.cast.person(found) in people)}


def _cued(state: State, bears: Callable[[str], bool]) -> list[str]:
    return [
        scene.written.scene
        for scene in state.script.present()
        if any(e.kind == "cue" and e.character and bears(e.character) for e in scene.written.elements)
    ]


def _film(state: State, _: Question, __: Option, ___: int | None) -> dict[str, Any]:
    """The vision that what is chosen for the whole film answers to."""
    vision = state.production.vision
    return {VISION: None if vision is None else vision.text}


def _before(state: State, question: Question, _: Option, __: int | None) -> dict[str, Any]:
    """Where earlier episodes left those it is about."""
    bible, people = state.series.bible, question.opened.characters
    if bible is None:
        return {EARLIER: None}
    left = [(p.character, p.fate) for p in bible.people if p.character in people]
    arcs = [(a.character, a.ends, a.ended) for a in bible.arcs if a.character in people]
    bonds = [(b.character, b.other, b.trust, b.affection) for b in bible.bonds if b.character in people]
    return {EARLIER: [left, arcs, bonds]}


def _accounts(state: State, question: Question, _: Option, __: int | None) -> dict[str, Any]:
    """What each of the two accounts says that are at odds; nothing once they are not."""
    found = state.canon.found.get(question.opened.about or -1)
    stands = None if found is None else state.works.get(ContradictionFound, found.key)
    return {ACCOUNTS: None if stands is None else [stands.earlier, stands.later]}


def _forgetting(state: State, question: Question, _: Option, __: int | None) -> dict[str, Any]:
    """The line that forgets something, and the one that it forgets, as they stand."""
    found = state.debate.findings.get(question.opened.about or 0)
    cited = [] if found is None else [(found.scene, found.line)]
    if found is not None and found.forgets is not None:
        cited.append((found.forgets.scene, found.forgets.line))
    stand = ((state.script.scenes.get(scene), line) for scene, line in cited)
    return {
        LINES: [
            None if scene is None or scene.omitted else _lines(scene.written.elements[line : line + 1])
            for scene, line in stand
        ]
    }


def _trade(state: State, _: Question, option: Option, __: int | None) -> dict[str, Any]:
    """The shots, sets and cues that are to give, as far as they are there."""
    assert isinstance(option, TradeOffOption)
    held: dict[str, Any] = {}
    for slate in option.shots:
        shot = state.shots.shots[slate]
        scene = state.script.scenes[shot.planned.scene]
        if shot.status != "omitted" and not scene.omitted:
            held[f"{SHOT} {slate}"] = [
                shot.spec.model_dump(mode="json"),
                _stretch(scene, shot.first, shot.last),
            ]
    sets = [found for name in option.sets if (found := state.works.get(SetGathered, name)) is not None]
    if sets:
        held[SETS] = sorted({scene for gathered in sets for scene in gathered.scenes})
    for name in option.cues:
        cue = state.works.get(CueWritten, name)
        if cue is not None and (scored := state.script.scenes.get(cue.scene)) is not None:
            held[f"cue {name}"] = [cue.scene, cue.usage, _stretch(scored, cue.first, cue.last)]
    return held


_ABOUT: Mapping[str, Callable[[State, Question, Option, int | None], dict[str, Any]]] = {
    OUTLINE: _outline,
    COVERAGE: _beat,
    SCENE_MUSIC: _beat,
    REVISION: _shot,
    SCENE_TEXT: _text,
    CHARACTER_NAME: _names,
    ARC: _arc,
    RESOURCES: _trade,
    CONTINUITY: _before,
    CANON: _accounts,
    SLIP: _forgetting,
    **dict.fromkeys((APPROACH, THEME, DESIGN, SCORE, PACING, SERIES_THEME, SEASON_ARC), _film),
}
"""Subject → what beside its option a decision on it is about."""
