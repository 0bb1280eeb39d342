"""The story as the writer and the showrunner read it off a production's state."""

from functools import lru_cache

from cineledger.agents.craft.episodes import labels
from cineledger.agents.craft.language import is_english
from cineledger.agents.craft.story import Felt, Lead, Told, leads
from cineledger.agents.reading import by_person, material, played_scenes
from cineledger.domain.script.events import Scene
from cineledger.domain.script.measure import eighths
from cineledger.domain.state import State
from cineledger.domain.words import cast_role


class _Read:
    """A state as the story is read off it: the same as long as script and cast are."""

    def __init__(self, state: State) -> None:
        self.state = state

    def __hash__(self) -> int:
        return hash((id(self.state.script), id(self.state.cast)))

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, _Read)
            and self.state.script is other.state.script
            and self.state.cast is other.state.cast
        )


def told_scenes(state: State) -> tuple[tuple[Scene, Told], ...]:
    """Every scene that plays, with what is felt in it."""
    return _told_scenes(_Read(state))


def main(state: State) -> tuple[Lead, ...]:
    """The main characters, the protagonist first."""
    return _main(_Read(state))


@lru_cache(maxsize=4)
def _main(read: _Read) -> tuple[Lead, ...]:
    return leads([told for _, told in _told_scenes(read)], people(read.state))


@lru_cache(maxsize=4)
def _told_scenes(read: _Read) -> tuple[tuple[Scene, Told], ...]:
    state = read.state
    present = state.script.present()
    names = dict(
        zip(
            (scene.written.scene for scene in present),
            labels([scene.written.elements for scene in present]),
            strict=True,
        )
    )
    return tuple((scene, _told(state, scene, names[scene.written.scene])) for scene in played_scenes(state))


def speaks(state: State, scene: Scene, person: str) -> bool:
    """She has a cue in a scene, under any of her names."""
    cues = (e.character for e in scene.written.elements if e.kind == "cue" and e.character)
    return any(state.cast.person(cue) == person for cue in cues)


def people(state: State) -> tuple[str, ...]:
    """Everybody who speaks, joined names as one, by name."""
    return tuple(sorted(state.cast.people(state.cast.characters)))


def readable(state: State) -> bool:
    """The script is in the language whose words the house knows."""
    return is_english(material(state))


def unfelt(state: State, person: str) -> bool:
    """She has a scene of which it is not said yet what she feels in it, and somebody plays her who will say."""
    character = state.cast.characters.get(person)
    felt = character.feelings if character else {}
    # What is felt is said in order, so that the last scene is the first to tell.
    return cast_role(person) in state.production.roster and any(
        scene.written.scene not in felt and speaks(state, scene, person)
        for scene in reversed(state.script.present())
    )


def _told(state: State, scene: Scene, episode: str) -> Told:
    name = scene.written.scene
    cues = (e.character for e in scene.written.elements if e.kind == "cue" and e.character)
    known = ((who, state.cast.characters.get(who)) for who in sorted(state.cast.people(cues)))
    return Told(
        number=scene.written.number,
        place=scene.written.location or "",
        eighths=eighths(scene.written.elements),
        elements=by_person(state, scene.written.elements),
        feelings=tuple(
            Felt(character=who, feeling=f.feeling, valence=f.valence, line=f.line, quote=f.quote)
            for who, character in known
            if character is not None and (f := character.feelings.get(name)) is not None
        ),
        episode=episode,
    )
