"""Characters and what they feel."""

from dataclasses import dataclass, field, replace

from immutables import Map
from pydantic import Field

from cineledger.domain.event import Event
from cineledger.domain.maps import PMap


class CharacterIntroduced(Event):
    """A character stands in the script."""

    character: str
    first_scene: str
    speeches: int
    """How many times the character's cue stands in the script."""


class CharacterRecounted(Event):
    """A draft changed how often a character speaks, or where first."""

    character: str
    first_scene: str | None
    """None where the character speaks no more."""
    speeches: int


class EmotionalStateReopened(Event):
    """What a character feels in a scene rested on lines that a draft changed."""

    character: str
    scene: str
    draft: int


class EmotionalStateChanged(Event):
    """What a character feels in a scene, and the line that moved it. Unknown is None, never neutral."""

    character: str
    scene: str
    feeling: str
    """A named emotion, or `unknown`."""
    valence: float | None = Field(ge=-1, le=1)
    """-1 misery to 1 joy."""
    arousal: float | None = Field(ge=-1, le=1)
    """-1 sleep to 1 frenzy."""
    line: int | None
    """Place of the element that moved it, counted from 0 within the scene."""
    quote: str
    reason: str


@dataclass(frozen=True, slots=True)
class Character:
    """One character as she stands."""

    introduced: CharacterIntroduced
    number: int
    speeches: int
    first_scene: str | None
    """None where she speaks no more."""
    feelings: PMap[str, EmotionalStateChanged] = field(default_factory=Map)
    """Scene → what was last said to be felt in it."""
    last_scene: str | None = None


@dataclass(frozen=True, slots=True)
class CastState:
    """Every character as they stand."""

    characters: PMap[str, Character] = field(default_factory=Map)


def evolve(state: CastState, event: Event, number: int) -> CastState:
    """The state after one event of this family."""
    match event:
        case CharacterIntroduced():
            met = Character(event, number, event.speeches, event.first_scene)
            return CastState(state.characters.set(event.character, met))
        case CharacterRecounted():
            character = state.characters[event.character]
            counted = replace(character, speeches=event.speeches, first_scene=event.first_scene)
            return CastState(state.characters.set(event.character, counted))
        case EmotionalStateReopened():
            character = state.characters[event.character]
            changed = replace(character, feelings=character.feelings.delete(event.scene))
            return CastState(state.characters.set(event.character, changed))
        case EmotionalStateChanged():
            character = state.characters[event.character]
            changed = replace(
                character, feelings=character.feelings.set(event.scene, event), last_scene=event.scene
            )
            return CastState(state.characters.set(event.character, changed))
        case _:
            return state
