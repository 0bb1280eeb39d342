"""What roles read off a production's state: what was said, the look, beats as seen for framing."""

from collections.abc import Sequence

from cineledger.agents.craft.calls import from_afar
from cineledger.agents.craft.names import Scenes
from cineledger.agents.craft.view import BeatView, see
from cineledger.agents.craft.vision import read_vision
from cineledger.domain.debate.options import ApproachOption, Look
from cineledger.domain.fountain.screenplay import Element
from cineledger.domain.production.events import Said
from cineledger.domain.script.events import Scene
from cineledger.domain.state import State
from cineledger.domain.words import APPROACH, OUTLINE


def words(state: State) -> tuple[Said, ...]:
    """Vision, constraints and broadcasts, oldest first."""
    production = state.production
    vision = () if production.vision is None else (production.vision,)
    said = (*vision, *production.constraints, *production.broadcasts)
    return tuple(sorted(said, key=lambda word: word.number))


def texts(state: State) -> tuple[str, ...]:
    """What the orchestrator said, oldest first."""
    return tuple(word.text for word in words(state))


def film_look(state: State) -> Look:
    """The approach that was decided, moved halfway by what the orchestrator said since; else the vision's."""
    decided = _approach(state)
    if decided is None:
        return read_vision(texts(state))
    look, number = decided
    later = read_vision([word.text for word in words(state) if word.number > number])
    return Look(
        closeness=_towards(look.closeness, later.closeness),
        motion=_towards(look.motion, later.motion),
        contrast=_towards(look.contrast, later.contrast),
    )


def _towards(axis: float, later: float) -> float:
    return axis if later == 0 else round((axis + later) / 2, 3)


def _approach(state: State) -> tuple[Look, int] | None:
    for question in state.debate.questions.values():
        if question.opened.subject == APPROACH and question.approved is not None:
            proposal = question.proposal(question.approved)
            if proposal is not None and isinstance(proposal.option, ApproachOption):
                return proposal.option.look, question.decision or 0
    return None


def played_scenes(state: State) -> list[Scene]:
    """The scenes that are to be shot: those with a slug line, or with somebody who speaks."""
    return [
        scene
        for scene in state.script.present()
        if scene.written.heading is not None or any(e.kind == "cue" for e in scene.written.elements)
    ]


def own_script(state: State) -> bool:
    """The script is the crew's own, written from an idea."""
    return state.script.source == OUTLINE and bool(state.script.order)


def written_by_the_crew(state: State) -> bool:
    """The script is the crew's own, and somebody speaks in it: its words can be had otherwise."""
    return own_script(state) and any(
        e.kind == "cue" for scene in state.script.present() for e in scene.written.elements
    )


def read_through(state: State) -> bool:
    """The crew's own first draft is with its cast: nobody has read it into beats yet, and its words may change."""
    return (
        written_by_the_crew(state)
        and state.script.draft == 1
        and "director" in state.production.roster
        and not any(scene.used for scene in state.script.scenes.values())
    )


def unread(state: State) -> bool:
    """A draft's lines wait to be read into beats, or somebody to say what her character feels; or a scene that was
    left out still has shots."""
    known = state.cast.characters
    if any(scene.omitted and state.shots.scene(name) for name, scene in state.script.scenes.items()):
        return True
    for scene in played_scenes(state):
        cues = (e.character for e in scene.written.elements if e.kind == "cue" and e.character)
        felt = all(
            person in known and scene.written.scene in known[person].feelings
            for person in state.cast.people(cues)
        )
        if scene.torn or scene.longer or not felt:
            return True
    return False


def material(state: State) -> str:
    """The text of every scene, in order."""
    return "".join(scene.written.text for scene in state.script.present())


def script(state: State) -> Scenes:
    """Every scene's number with its elements, in order, cues as typed."""
    return [(scene.written.number, scene.written.elements) for scene in state.script.present()]


def by_person(state: State, elements: Sequence[Element]) -> tuple[Element, ...]:
    """The elements with joined names under the one that stays; the text is as typed."""
    cast = state.cast
    return tuple(
        e.model_copy(update={"character": cast.person(e.character)})
        if e.character and e.character in cast.aliases
        else e
        for e in elements
    )


def as_heard(state: State, scene: Scene) -> tuple[Element, ...]:
    """A scene's elements, with the cues of the other end of a call marked as heard; names as typed."""
    elements = scene.written.elements
    order = state.script.order
    at = order.index(scene.written.scene) if scene.written.scene in order else 0
    before = state.script.scenes[order[at - 1]].written.elements if at else ()
    return from_afar(elements, before)


def beat_view(state: State, scene: str, beat: int) -> BeatView | None:
    """A beat as a role sees it for framing, names joined; None where there is no such beat."""
    written = state.script.scenes.get(scene)
    played = written.beat(beat) if written else None
    if written is None or played is None:
        return None
    order = state.script.order
    people = state.cast.people(played.people)
    feelings = tuple(
        (person, felt.valence, felt.arousal)
        for person in people
        if person in state.cast.characters
        and (felt := state.cast.characters[person].feelings.get(scene)) is not None
    )
    slug = (written.written.int_ext, written.written.location, written.written.day_night)
    cast = sorted(state.cast.characters)
    position = order.index(scene) / max(1, len(order) - 1)
    view = see(played, as_heard(state, written), cast, slug, feelings, position)
    if beat in written.debated:
        view = view.model_copy(update={"again": _again(state, scene, beat)})
    if not state.cast.aliases:
        return view
    focus = None if view.focus is None else state.cast.person(view.focus)
    holds = None if view.holds is None else state.cast.person(view.holds)
    joined = {
        "people": people,
        "seen": state.cast.people(view.seen),
        "focus": focus,
        "holds": holds,
        "feelings": feelings,
    }
    return view.model_copy(update=joined)


def _again(state: State, scene: str, beat: int) -> int:
    """How many debated beats of the same kind come before one in the film."""
    count = 0
    kind: str | None = None
    for name in reversed(state.script.order[: state.script.order.index(scene) + 1]):
        known = state.script.scenes[name]
        if kind is not None and not known.debated:
            continue
        for other in reversed(known.beats):
            if kind is None:
                kind = other.kind if other.beat == beat else None
            elif other.kind == kind and other.beat in known.debated:
                count += 1
    return count


def views(state: State, scene: Scene) -> Sequence[BeatView]:
    """Every beat of a scene as a role sees it."""
    seen = (beat_view(state, scene.written.scene, beat.beat) for beat in scene.beats)
    return [view for view in seen if view is not None]
