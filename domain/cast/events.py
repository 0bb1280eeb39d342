"""Characters and what they feel."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from immutables import Map
from pydantic import Field

from cineledger.domain.cast.performing import TakeAsked, TakeCircled, TakePlayed, part
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


class CharactersJoined(Event):
    """Two names are one character's from now on. The script keeps its cues as typed."""

    name: str
    """The name that goes; her cast member falls silent."""
    into: str
    """The name that stays."""
    question: int
    """Whose decision this carries out."""
    scenes: tuple[str, ...]
    """Where cues bear the name that goes: what was felt under it there no longer holds."""

    def refers(self) -> tuple[int, ...]:
        return (self.question,)


class CharactersParted(Event):
    """Two names that were joined are two characters' again."""

    name: str
    """The name that is a character's own again."""
    out_of: str
    """The character it stood for."""
    question: int
    """Whose decision this carries out."""
    scenes: tuple[str, ...]
    """Where cues bear the name: what the other felt there no longer holds."""

    def refers(self) -> tuple[int, ...]:
        return (self.question,)


@dataclass(frozen=True, slots=True)
class Alias:
    """A name that stands for another."""

    into: str
    question: int


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
    felt_at: PMap[str, int] = field(default_factory=Map)
    """Scene → the event that said so."""
    last_scene: str | None = None


@dataclass(frozen=True, slots=True)
class Circled:
    """A take that the orchestrator chose."""

    take: int
    number: int
    """The event by which it was chosen; a take of that count played anew since is another."""


@dataclass(frozen=True, slots=True)
class CastState:
    """Every character as they stand."""

    characters: PMap[str, Character] = field(default_factory=Map)
    """Under every name that stands on a cue."""
    aliases: PMap[str, Alias] = field(default_factory=Map)
    """The names that stand for another."""
    awaited: PMap[str, tuple[int, ...]] = field(default_factory=Map)
    """Part → the events that asked for a take of it that was not played yet."""
    circled: PMap[str, Circled] = field(default_factory=Map)
    """Part → the take that the orchestrator chose."""

    def person(self, name: str) -> str:
        """The name that a name stands for: itself, unless it was joined into another."""
        while (alias := self.aliases.get(name)) is not None:
            name = alias.into
        return name

    def people(self, names: Iterable[str]) -> tuple[str, ...]:
        """Each person once, in order of first naming."""
        return tuple(dict.fromkeys(map(self.person, names)))


def evolve(state: CastState, event: Event, number: int) -> CastState:
    """The state after one event of this family."""
    match event:
        case CharacterIntroduced():
            met = Character(event, number, event.speeches, event.first_scene)
            return replace(state, characters=state.characters.set(event.character, met))
        case CharacterRecounted():
            character = state.characters[event.character]
            counted = replace(character, speeches=event.speeches, first_scene=event.first_scene)
            return replace(state, characters=state.characters.set(event.character, counted))
        case EmotionalStateReopened():
            character = state.characters[event.character]
            changed = _without(character, event.scene)
            return replace(state, characters=state.characters.set(event.character, changed))
        case EmotionalStateChanged():
            character = state.characters[event.character]
            changed = replace(
                character,
                feelings=character.feelings.set(event.scene, event),
                felt_at=character.felt_at.set(event.scene, number),
                last_scene=event.scene,
            )
            return replace(state, characters=state.characters.set(event.character, changed))
        case CharactersJoined():
            alias = Alias(event.into, event.question)
            characters = _unfelt(state.characters, event.name, event.scenes)
            return replace(state, characters=characters, aliases=state.aliases.set(event.name, alias))
        case CharactersParted():
            characters = _unfelt(state.characters, event.out_of, event.scenes)
            return replace(state, characters=characters, aliases=state.aliases.delete(event.name))
        case TakeAsked():
            wanted = part(event.character, event.scene)
            waiting = (*state.awaited.get(wanted, ()), number)
            return replace(state, awaited=state.awaited.set(wanted, waiting))
        case TakePlayed(asked=int(asked)):
            waiting = tuple(one for one in state.awaited.get(event.part, ()) if one != asked)
            return replace(state, awaited=state.awaited.set(event.part, waiting))
        case TakeCircled():
            chosen = Circled(event.take, number)
            return replace(state, circled=state.circled.set(part(event.character, event.scene), chosen))
        case _:
            return state


def _unfelt(characters: PMap[str, Character], name: str, scenes: tuple[str, ...]) -> PMap[str, Character]:
    character = characters[name]
    for scene in scenes:
        character = _without(character, scene) if scene in character.feelings else character
    return characters.set(name, character)


def _without(character: Character, scene: str) -> Character:
    feelings, felt_at = character.feelings.delete(scene), character.felt_at
    return replace(
        character, feelings=feelings, felt_at=felt_at.delete(scene) if scene in felt_at else felt_at
    )
