"""What there is to know about the questions of theme and arc, by name, for those who weigh the choices."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from cineledger.agents.craft.arcs import by_scene, cited, fit, fortune
from cineledger.agents.craft.page import SPOKEN, names_in, quoted
from cineledger.agents.craft.story import Told
from cineledger.agents.craft.themes import Theme, find_themes, vision_speaks
from cineledger.agents.craft.wants import first_want
from cineledger.agents.reading import texts
from cineledger.agents.telling.scenes import main, people, readable, speaks, told_scenes
from cineledger.domain.state import State
from cineledger.domain.story.events import Showing, ThemeFound

Facts = tuple[tuple[str, str], ...]

END = 0.7
"""Where the last quarter of a film and what leads up to it begin, 0 to 1 of its pages."""


class _Found(NamedTuple):
    """A theme as it stands, or as it is found where none stands yet."""

    theme: str
    share: float
    words: tuple[str, ...]
    showings: tuple[Showing, ...]


@dataclass(frozen=True)
class _Read:
    """What themes are found from; told apart by its text."""

    text: str
    people: tuple[str, ...]
    title: str
    named: str
    notes: tuple[str, ...]
    scenes: tuple[Told, ...] = field(compare=False)


def themes_of(
    scenes: Sequence[Told],
    cast: tuple[str, ...],
    title: str,
    named: str = "",
    notes: tuple[str, ...] = (),
) -> tuple[Theme, ...]:
    """The themes of an English script; `named` is one that was said to be there, notes speak of others."""
    text = "\1".join("\0".join(element.text for element in scene.elements) for scene in scenes)
    return _themes(_Read(text, cast, title, named, notes, tuple(scenes)))


@lru_cache(maxsize=8)
def _themes(read: _Read) -> tuple[Theme, ...]:
    return find_themes(read.scenes, read.people, read.title, " ".join(read.notes), read.named)


def theme_facts(state: State, _: str | None) -> Facts:
    """For each theme, numbered from 0: its share, where it falls, who says it, a line, and the vision's word for it."""
    if not readable(state):
        return ()
    told = told_scenes(state)
    scenes = {scene.written.scene: one for scene, one in told}
    found = _standing(state) or _fresh(state, [one for _, one in told], list(scenes))
    there = [theme._replace(showings=_held(theme.showings, scenes)) for theme in found]
    there = [theme for theme in there if theme.showings]
    lead = next((lead.name for lead in main(state)), "")
    facts = [
        fact
        for place, theme in enumerate(there)
        for fact in _facts(str(place), theme, scenes, lead, texts(state))
    ]
    return (("themes", str(len(there))), *facts, ("lead", lead or "the lead"))


def _facts(at: str, theme: _Found, scenes: dict[str, Told], lead: str, said: Sequence[str]) -> Facts:
    shown, names = theme.showings, list(scenes)
    late = [s for s in shown if names.index(s.scene) >= END * (len(names) - 1)]
    spoken = [s for s in shown if scenes[s.scene].elements[s.line].kind in SPOKEN]
    seen = [s for s in shown if s not in spoken]
    hers = [s for s in shown if _hers(scenes[s.scene], s.line, lead)]
    return (
        (f"theme{at}", theme.theme),
        (f"share{at}", f"{theme.share:.3f}"),
        (f"late{at}", f"{len(late) / len(shown):.2f}"),
        (f"seen{at}", f"{len(seen) / len(shown):.2f}"),
        (f"hers{at}", f"{len(hers) / len(shown):.2f}"),
        (f"scenes{at}", _several(list(dict.fromkeys(scenes[s.scene].number for s in shown)))),
        (f"line{at}", _line(_telling(shown, theme.words), "the words")),
        (f"end{at}", _line(late[::-1], "the end")),
        (f"picture{at}", _line(_telling(seen, theme.words), "the picture")),
        (f"said{at}", _line(_telling(hers or spoken, theme.words), "what is said")),
        (f"word{at}", vision_speaks(theme.theme, said)),
    )


def _held(showings: Sequence[Showing], scenes: dict[str, Told]) -> tuple[Showing, ...]:
    """The lines that are in the script as it stands."""
    return tuple(s for s in showings if s.scene in scenes and s.line < len(scenes[s.scene].elements))


def arc_facts(state: State, about: str | None) -> Facts:
    """How well each shape fits a character's fortune, its edges and its turn, and what she says she wants."""
    if about is None or not readable(state):
        return ()
    person = state.cast.person(about)
    scenes = [told for scene, told in told_scenes(state) if speaks(state, scene, person)]
    line = fortune(scenes, person, english=True)
    known = [(scene, felt) for scene in scenes if (felt := scene.felt(person)) is not None]
    if len(line) < 2 or not known:
        return ()
    shaped = by_scene(fit(line), [felt.valence or 0.0 for _, felt in known])
    want = first_want(scenes, person)
    first, last = known[0], known[-1]
    low = min(known, key=lambda one: one[1].valence or 0.0)
    high = max(known, key=lambda one: one[1].valence or 0.0)
    jump = max(itertools.pairwise(line), key=lambda pair: abs(pair[1] - pair[0]))
    facts = [
        ("shape", shaped.shape),
        *((f"fit {shape}", f"{value:.2f}") for shape, value in shaped.fits.items()),
        ("begun", f"{line[0]:.2f}"),
        ("ended", f"{line[-1]:.2f}"),
        ("moves", f"{max(line) - min(line):.2f}"),
        ("jump", f"{jump[1] - jump[0]:.2f}"),
        ("want", quoted(want.quote, 60) if want else ""),
    ]
    for name, (scene, felt) in (("first", first), ("last", last), ("low", low), ("high", high)):
        facts += [
            (name, f"{felt.feeling} in scene {scene.number}"),
            (f"{name}_scene", scene.number),
            (f"{name}_line", quoted(cited(scene, felt)[1], 50)),
        ]
    return tuple(facts)


def _standing(state: State) -> list[_Found]:
    found = sorted(state.works.of(ThemeFound).values(), key=lambda theme: -theme.weight)
    return [_Found(theme.theme, theme.weight, theme.words, theme.showings) for theme in found]


def _fresh(state: State, told: Sequence[Told], names: Sequence[str]) -> list[_Found]:
    return [
        _Found(
            theme.name,
            theme.weight,
            theme.words,
            tuple(Showing(scene=names[s.scene], line=s.line, quote=s.quote) for s in theme.shown),
        )
        for theme in themes_of(told, people(state), state.production.title)
    ]


def _hers(scene: Told, line: int, lead: str) -> bool:
    element = scene.elements[line]
    return element.character == lead or (bool(lead) and bool(names_in(element.text, (lead,))))


def _telling(shown: Sequence[Showing], words: Sequence[str]) -> list[Showing]:
    """The lines, those that hold most of the theme's words first."""
    return sorted(shown, key=lambda s: -sum(word in s.quote.casefold() for word in words))


def _line(shown: Sequence[Showing], none: str) -> str:
    return quoted(shown[0].quote, 60) if shown else none


def _several(numbers: Sequence[str]) -> str:
    if len(numbers) == 1:
        return f"scene {numbers[0]}"
    if len(numbers) > 4:
        return f"{len(numbers)} scenes from {numbers[0]} to {numbers[-1]}"
    return f"scenes {', '.join(numbers[:-1])} and {numbers[-1]}"
