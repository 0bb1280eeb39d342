"""How a revised draft is taken in: what changed, and what rested on it, as events; the rest stands."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from cineledger.domain.cast.events import EmotionalStateReopened
from cineledger.domain.command import Command
from cineledger.domain.debate.binding import asked_again
from cineledger.domain.debate.events import QuestionDropped
from cineledger.domain.debate.question import Question
from cineledger.domain.event import Event
from cineledger.domain.fountain import read
from cineledger.domain.fountain.screenplay import SceneText, Screenplay
from cineledger.domain.refusal import Refused
from cineledger.domain.script.carrying import Carried
from cineledger.domain.script.changing import Change, people
from cineledger.domain.script.colours import colour
from cineledger.domain.script.compare import Former, Match, compare
from cineledger.domain.script.events import (
    DraftImported,
    Scene,
    SceneOmitted,
    SceneRenumbered,
    SceneRevised,
    ScenesOrdered,
)
from cineledger.domain.script.numbers import inserted_number
from cineledger.domain.script.pages import paged
from cineledger.domain.script.writing import free, scene_written
from cineledger.domain.shots.events import ShotOmitted, ShotReopened
from cineledger.domain.state import State
from cineledger.domain.words import COVERAGE, ORCHESTRATOR, SCENE_TEXT
from cineledger.domain.work.work import WorkStruck


class ImportDraft(Command):
    """Take in a revised draft of the script."""

    text: str
    source: str
    encoding: str
    seen: int | None = None
    """The number of the last event when its changes were looked at; None for unseen."""


class GiveOutPages(Command):
    """Have the script read again where a fork cut its reading off."""


def give_out_pages(state: State, _: GiveOutPages, by: str) -> list[Event]:
    """The pages as they are, for everybody who has something left to read in them; who is missing joins first.

    What a scene that was left out still has goes with it.
    """
    if by != ORCHESTRATOR:
        raise Refused(f"{by} may not give out pages", "Only the orchestrator may.")
    change = Change(state, state.script.draft)
    for scene in (state.script.scenes[name] for name in state.script.order):
        if scene.omitted:
            _clear(change, scene.written.scene, f"scene {scene.written.number} was left out")
    people(change)
    change.add(paged(state.script).model_copy(update={"default": True}))
    return change.events


@dataclass(slots=True)
class _Scene:
    """A scene of the new draft under its id and number, with what it was."""

    text: SceneText
    match: Match
    scene: str = ""
    number: str = ""

    @property
    def typed(self) -> str | None:
        """The number on its slug line."""
        heading = self.text.heading
        return heading.number.upper() if heading and heading.number else None


def import_draft(state: State, command: ImportDraft, by: str) -> list[Event]:
    """What a draft changes, scene by scene; no event where it changes nothing.

    Refuses where the production has no script, and where it went on since the changes were looked at.
    """
    if by != ORCHESTRATOR:
        raise Refused(f"{by} may not import a draft", "Only the orchestrator may.")
    if not state.script.order:
        raise Refused("the production has no script to revise", "Import the script first.")
    if command.seen is not None and command.seen != state.number:
        raise Refused("the production went on since you looked at the changes", "Look at them again.")
    screenplay = read(command.text)
    if not screenplay.scenes:
        raise Refused(f"{command.source} has no scene", "Is it the right file?")
    present = state.script.present()
    before = [_former(scene) for scene in present]
    matches = compare(before, [text.elements for text in screenplay.scenes])
    scenes = [_Scene(text, match) for text, match in zip(screenplay.scenes, matches, strict=True)]
    _restore(state, scenes)
    _name(state, scenes)
    change = Change(state, state.script.draft + 1)
    change.add(
        DraftImported(
            draft=change.draft,
            colour=colour(change.draft),
            source=command.source,
            encoding=command.encoding,
            title_text=screenplay.title_text,
            title_page=screenplay.title_page,
        )
    )
    _script(change, scenes, present)
    if len(change.events) == 1 and _same_title(state, command, screenplay):
        return []
    people(change)
    change.add(paged(change.state.script))
    return change.events


def _former(scene: Scene) -> Former:
    written = scene.written
    return Former(written.scene, written.number, written.elements)


def _same_title(state: State, command: ImportDraft, screenplay: Screenplay) -> bool:
    script = state.script
    return (script.title_text, script.encoding) == (screenplay.title_text, command.encoding)


def _restore(state: State, scenes: Sequence[_Scene]) -> None:
    """Scenes that were omitted and come back, told by their words or a typed number, are those scenes again."""
    new = [scene for scene in scenes if scene.match.scene is None and not scene.match.runs]
    omitted = [gone for name in state.script.order if (gone := state.script.scenes[name]).omitted]
    found = compare([_former(gone) for gone in omitted], [scene.text.elements for scene in new])
    for scene, match in zip(new, found, strict=True):
        scene.match.scene = match.scene
    back = {scene.match.scene for scene in new}
    waiting = {s.written.number: s.written.scene for s in omitted if s.written.scene not in back}
    for scene in scenes:
        if scene.match.scene is None and scene.typed:
            scene.match.scene = waiting.pop(scene.typed, None)


def _name(state: State, scenes: Sequence[_Scene]) -> None:
    """Gives each scene its id and its number: the one it had, the one that was typed, or the next between two.

    Nobody takes a number from a scene that keeps it, and none is given twice: what is typed where it is taken
    stands with a count behind it.
    """
    held = state.script.scenes
    numbers = {scene: held[scene].written.number for scene in state.script.order}
    for scene in scenes:
        if scene.match.scene is not None:
            scene.scene = scene.match.scene
            if scene.typed in (None, numbers[scene.scene]):
                scene.number = numbers[scene.scene]
    moving = {scene.scene for scene in scenes if scene.scene and not scene.number}
    taken = {number for scene, number in numbers.items() if scene not in moving}
    for scene in scenes:
        if scene.typed and not scene.number:
            scene.number = free(scene.typed, taken)
            taken.add(scene.number)
    ids = set(held)
    for place, scene in enumerate(scenes):
        if not scene.number:
            before = scenes[place - 1].number if place else None
            after = next((s.number for s in scenes[place + 1 :] if s.number), None)
            opens = scene.text.heading is None and "0" not in taken
            scene.number = "0" if opens else inserted_number(before, after, taken)
            taken.add(scene.number)
        if not scene.scene:
            scene.scene = free(scene.number, ids)
            ids.add(scene.scene)


def _script(change: Change, scenes: Sequence[_Scene], present: Sequence[Scene]) -> None:
    """The scenes that changed, those left out, and the order; with each, what rested on it."""
    before = change.state
    for scene in scenes:
        former = before.script.scenes.get(scene.scene)
        if former is None or former.omitted or former.written.text != scene.text.text:
            _revise(change, scene, former)
        elif former.written.number != scene.number:
            change.add(SceneRenumbered(scene=scene.scene, number=scene.number, draft=change.draft))
    kept = {scene.scene for scene in scenes}
    for gone in present:
        if gone.written.scene not in kept:
            _omit(change, gone, scenes)
    order = _order(before.script.order, [scene.scene for scene in scenes])
    if order != change.state.script.order:
        moved_scenes = _moved(before.script.order, order)
        change.add(ScenesOrdered(order=order, moved=moved_scenes, draft=change.draft))


def _revise(change: Change, scene: _Scene, former: Scene | None) -> None:
    written, runs = scene_written(scene.scene, scene.number, scene.text), tuple(scene.match.runs)
    carried = None if former is None else Carried(former.written, written, runs)
    standing = carried.standing(former) if former and carried else ()
    before = change.state
    debated = tuple(beat.beat for beat in standing if former and beat.beat in former.debated)
    if former is not None and former.written.number != scene.number:
        change.add(SceneRenumbered(scene=scene.scene, number=scene.number, draft=change.draft))
    held = () if former is None or former.omitted else former.written.elements
    lost = len(held) - sum(run.count for run in runs if run.scene == scene.scene)
    change.add(
        SceneRevised(
            **dict(written), draft=change.draft, runs=runs, standing=standing, debated=debated, lost=lost
        )
    )
    if carried is not None:
        _reopen(change, before, scene.scene, carried, {beat.beat for beat in standing})


def rewrite(change: Change, scene: Scene, text: SceneText) -> None:
    """Gives a scene other lines under its slug line and number, with what rested on those that changed."""
    match = compare([_former(scene)], [text.elements])[0]
    _revise(change, _Scene(text, match, scene.written.scene, scene.written.number), scene)


def _reopen(change: Change, before: State, scene: str, carried: Carried, standing: set[int]) -> None:
    """Names the shots, decisions and feelings that rested on lines that changed."""
    for shot in before.shots.scene(scene):
        stands = shot.planned.beat in standing and carried.span(shot.first, shot.last)
        if not stands and shot.status != "reopened":
            change.add(ShotReopened(shot=shot.planned.shot, draft=change.draft))
    reason = f"the lines of its beat changed in draft {change.draft}"
    for question in _about(before, scene):
        if question.opened.beat in standing or question.opened.subject == SCENE_TEXT:
            continue
        if question.opened.subject != COVERAGE:
            change.add(QuestionDropped(question=question.number, reason=reason))
        elif question.status != "open" or question.round:
            change.add(*asked_again(change.state, question, reason, change.state.number))
    if not carried.whole:
        _unfeel(change, scene)
    if not carried.still:
        _strike(change, scene, f"scene {change.state.script.scenes[scene].written.number} has other lines")


def _omit(change: Change, gone: Scene, scenes: Sequence[_Scene]) -> None:
    """A scene left out, and with it its shots, its questions and what was felt in it."""
    name, number = gone.written.scene, gone.written.number
    into = next((s.scene for s in scenes if name in s.match.origins), None)
    change.add(SceneOmitted(scene=name, number=number, draft=change.draft, into=into))
    fate = "was omitted" if into is None else f"went into scene {into}"
    _clear(change, name, f"scene {number} {fate} in draft {change.draft}")


def _clear(change: Change, scene: str, reason: str) -> None:
    """What a scene that was left out had: its shots, questions, feelings and works."""
    for shot in change.state.shots.scene(scene):
        change.add(ShotOmitted(shot=shot.planned.shot, reason=reason))
    for question in _about(change.state, scene):
        change.add(QuestionDropped(question=question.number, reason=reason))
    _unfeel(change, scene)
    _strike(change, scene, reason)


def _strike(change: Change, scene: str, reason: str) -> None:
    """The work of departments that is about this scene does not stand any more."""
    for kind, key in list(change.state.works.about(scene)):
        change.add(WorkStruck(work=kind, key=key, reason=reason))


def _about(state: State, scene: str) -> list[Question]:
    """The questions about a scene's beats, but for those that were dropped."""
    questions = state.debate.questions.values()
    about = (q for q in questions if q.opened.scene == scene and q.status != "dropped")
    return sorted(about, key=lambda question: question.number)


def _unfeel(change: Change, scene: str) -> None:
    for name, character in sorted(change.state.cast.characters.items()):
        if scene in character.feelings:
            change.add(EmotionalStateReopened(character=name, scene=scene, draft=change.draft))


def _order(before: Sequence[str], kept: Sequence[str]) -> tuple[str, ...]:
    """The new draft's order, with each scene that is omitted before the one it stood before."""
    order, present = list(kept), set(kept)
    for place, scene in reversed(list(enumerate(before))):
        if scene not in present:
            following = before[place + 1 : place + 2]
            order.insert(order.index(following[0]) if following else len(order), scene)
    return tuple(order)


def _moved(before: Sequence[str], order: Sequence[str]) -> tuple[str, ...]:
    """The scenes that have to move to come from one order to the other: all but a longest rising run."""
    places = {scene: place for place, scene in enumerate(before)}
    common = [scene for scene in order if scene in places]
    ends, previous = list[int](), list[int]()
    for index, scene in enumerate(common):
        at = bisect_left(ends, places[scene], key=lambda end: places[common[end]])
        previous.append(ends[at - 1] if at else -1)
        ends[at : at + 1] = [index]
    stayed, index = set[str](), ends[-1] if ends else -1
    while index >= 0:
        stayed.add(common[index])
        index = previous[index]
    return tuple(scene for scene in common if scene not in stayed)
