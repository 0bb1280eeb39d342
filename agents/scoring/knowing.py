"""What there is to know about a film before its score is chosen, and what was chosen."""

from collections.abc import Mapping, Sequence

from cineledger.agents.craft.approach import material as made_of
from cineledger.agents.craft.page import playable
from cineledger.agents.craft.source_words import Source, find_source
from cineledger.agents.reading import material, played_scenes
from cineledger.agents.working import decided
from cineledger.domain.debate.options import ChoiceOption
from cineledger.domain.music.events import CueWritten
from cineledger.domain.script.events import Scene
from cineledger.domain.state import State
from cineledger.domain.words import SCORE

MOST_THEMES = 5
"""Characters that an ear can tell apart by their themes."""


def main_characters(state: State) -> tuple[str, ...]:
    """Who a theme is worth: those who speak most, at least twice where anybody does."""
    speeches: dict[str, int] = {}
    for name, character in state.cast.characters.items():
        person = state.cast.person(name)
        speeches[person] = speeches.get(person, 0) + (
            0 if character.first_scene is None else character.speeches
        )
    ranked = sorted(speeches, key=lambda name: (-speeches[name], name))
    often = [name for name in ranked if speeches[name] >= 2 and 10 * speeches[name] >= speeches[ranked[0]]]
    return tuple((often or [name for name in ranked[:2] if speeches[name]])[:MOST_THEMES])


def sources(scene: Scene) -> Sequence[tuple[int, Source]]:
    """Where a scene makes music itself: places of its elements; a lyric is sung."""
    found = list[tuple[int, Source]]()
    for place in playable(scene.written.elements):
        element = scene.written.elements[place]
        if element.kind == "lyric":
            found.append((place, Source("a song", True)))
        elif element.kind in ("action", "parenthetical") and (source := find_source(element.text)):
            found.append((place, source))
    return found


def score_facts(state: State, _: str | None) -> tuple[tuple[str, str], ...]:
    """Who could have a theme, what the text itself plays, and how much of it talks, falls silent and travels."""
    names = main_characters(state)[:3]
    heard = next((source.word for scene in played_scenes(state) for _, source in sources(scene)), "")
    stuff = made_of(material(state))
    return (
        (
            "names",
            " and ".join((", ".join(names[:-1]), names[-1]) if len(names) > 1 else names) or "the film",
        ),
        ("source", f"“{heard}”" if heard else ""),
        ("talking", f"{stuff.talk:.0%}"),
        ("hush", f"{stuff.quiet:.0%}"),
        ("moves", f"{stuff.moving:.0%}"),
    )


def music_facts(state: State, _: str | None) -> tuple[tuple[str, str], ...]:
    """How the film is scored."""
    return (("score", score_of(state)[0]),)


def score_of(state: State) -> tuple[str, int | None]:
    """How the film is scored, and the event that decided it; empty and None where that is open."""
    found = decided(state, SCORE)
    if found is None or not isinstance(found[0], ChoiceOption):
        return "", None
    return found[0].choice, found[1]


def cues_by_scene(state: State) -> dict[str, list[CueWritten]]:
    """Scene → its cues, in order."""
    found: dict[str, list[CueWritten]] = {}
    for cue in sorted(state.works.of(CueWritten).values(), key=lambda cue: (cue.first, cue.cue)):
        found.setdefault(cue.scene, []).append(cue)
    return found


SHARES: Mapping[str, float] = {"leitmotif": 0.5, "driving": 0.6, "sparse": 0.18}
"""How much of the film's time music may take, by how it is scored."""
