"""Scripts read as stories: scenes with what is felt in them, for the craft to be tried on."""

from collections.abc import Sequence
from typing import NamedTuple

from cineledger.agents.craft.episodes import labels
from cineledger.agents.craft.feeling import read_feeling
from cineledger.agents.craft.language import is_english
from cineledger.agents.craft.story import Felt, StoryBeat, Told, beats_along
from cineledger.domain.fountain import parse_slug, read
from cineledger.domain.fountain.screenplay import SceneText
from cineledger.domain.script.measure import eighths

FERRY = """\
EXT. HARBOUR - NIGHT

Rain on an empty pier. One lamp.

MAYA runs along the pier. She bangs on a closed window.

MAYA
I want the last boat! Please!

IDRIS looks up.

IDRIS
It left at nine.

INT. OFFICE - NIGHT

The kettle is cold. Letters lie on the counter, all of them unopened.

MAYA
Ten years! He wrote letters for ten years and I never read one!

IDRIS
He knew. Here is his letter.

EXT. PIER - DAWN

Idris unlocks a chain. Maya takes a lamp. It goes out.

MAYA
I was too late. I'm so sorry. I am ashamed.

IDRIS
Take the lamp.

EXT. OPEN SEA - DAWN

A small boat, two figures and one lamp, in all that grey.

MAYA
Thank you. I love this light. I am happy.
"""
"""Four scenes of a short film: she falls before she rises."""

FLAT_TALK = """\
ANNA
The bus was on time this morning.

BERT
It was on time yesterday, too.

ANNA
The number nine is the usual bus for this part of town.

BERT
It stops at the corner, by the baker, and then it goes on to the station.

ANNA
And from the station it goes on to the hospital and the river.

BERT
That is the way it goes, and it comes back that way in the afternoon.
"""
"""A conversation in which nobody wants anything, half a page long."""


class Story(NamedTuple):
    """A script as those who tell it see it."""

    scenes: tuple[Told, ...]
    people: tuple[str, ...]
    english: bool

    @property
    def beats(self) -> list[StoryBeat]:
        """Every beat along its pages."""
        return beats_along(self.scenes, self.people)


def story(text: str) -> Story:
    """Every scene that plays, with what the house reads into it."""
    scenes, english = read(text).scenes, is_english(text)
    cues = [e.character for s in scenes for e in s.elements if e.kind == "cue" and e.character]
    people = tuple(sorted(set(cues)))
    names = labels([scene.elements for scene in scenes])
    played = [(scene, name) for scene, name in zip(scenes, names, strict=True) if _plays(scene)]
    told = tuple(_told(at, scene, name, english) for at, (scene, name) in enumerate(played, start=1))
    return Story(told, people, english)


def valences(*values: float) -> tuple[Told, ...]:
    """Scenes in which one MAYA feels just so."""
    return tuple(
        Told(
            number=str(at),
            place="KITCHEN",
            eighths=8,
            elements=(),
            feelings=(Felt(character="MAYA", feeling=f"f{at}", valence=value, line=None, quote=f"q{at}"),),
        )
        for at, value in enumerate(values, start=1)
    )


def film(*scenes: str) -> str:
    """A script of these scenes, each in a place of its own where it has no slug line."""
    return "\n\n".join(
        text if text.startswith(("INT.", "EXT.", "#")) else f"INT. ROOM {at} - DAY\n\n{text}"
        for at, text in enumerate(scenes, start=1)
    )


def pages(text: str, count: int) -> str:
    """The text, and so many pages of plain action after it."""
    return text + "\n\n" + "\n\n".join(f"The wind moves the grass, {n} times." for n in range(count * 27))


def _plays(scene: SceneText) -> bool:
    return scene.heading is not None or any(e.kind == "cue" for e in scene.elements)


def _told(number: int, scene: SceneText, episode: str, english: bool) -> Told:
    slug = parse_slug(scene.heading.text) if scene.heading else None
    cues: Sequence[str] = sorted({e.character for e in scene.elements if e.kind == "cue" and e.character})
    readings = [(name, read_feeling(scene.elements, name, english)) for name in cues]
    return Told(
        number=str(number),
        place=slug.location if slug else "",
        eighths=eighths(scene.elements),
        elements=scene.elements,
        feelings=tuple(
            Felt(character=name, feeling=r.feeling, valence=r.valence, line=r.line, quote=r.quote)
            for name, r in readings
        ),
        episode=episode,
    )
