"""What there is to know about the questions of a series, by name, for those who weigh the choices."""

from typing import NamedTuple

from cineledger.agents.craft.arcs import Fit, by_scene, fit
from cineledger.agents.craft.page import quoted
from cineledger.agents.craft.themes import vision_speaks
from cineledger.agents.reading import texts
from cineledger.agents.serial.established import established
from cineledger.domain.series.carried import CarriedArc, CarriedTheme
from cineledger.domain.series.events import EpisodeTaken
from cineledger.domain.series.works import ContinuityRead, Finding
from cineledger.domain.state import State

Facts = tuple[tuple[str, str], ...]

MOST_THEMES = 6
"""Themes that a question is asked about."""


class Running(NamedTuple):
    """A theme over the episodes."""

    theme: str
    shown: tuple[CarriedTheme, ...]
    """In the order of the series."""
    weight: float
    """Its mean share of all episodes that were taken in."""


def running(state: State) -> list[Running]:
    """The themes that episodes established, the heaviest first."""
    taken = state.series.taken()
    shown: dict[str, list[CarriedTheme]] = {}
    for episode in taken:
        for theme in episode.themes:
            shown.setdefault(theme.theme, []).append(theme)
    found = [
        Running(theme, tuple(those), round(sum(one.weight for one in those) / len(taken), 4))
        for theme, those in shown.items()
    ]
    return sorted(found, key=lambda one: (-len(one.shown), -one.weight, one.theme))


def series_theme_facts(state: State, _: str | None) -> Facts:
    """For each theme, numbered from 0: its share of the episodes, which, a line, and the vision's word for it."""
    taken, found = state.series.taken(), running(state)[:MOST_THEMES]
    facts = [("themes", str(len(found)))]
    for at, one in enumerate(found):
        last = taken[-1].episode
        facts += [
            (f"theme{at}", one.theme),
            (f"share{at}", f"{len(one.shown) / len(taken):.2f}"),
            (f"weight{at}", f"{one.weight:.2f}"),
            (f"shown{at}", listed([theme.episode for theme in one.shown])),
            (f"late{at}", "yes" if any(theme.episode == last for theme in one.shown) else "no"),
            (f"line{at}", quoted(one.shown[-1].quote, 60)),
            (f"word{at}", vision_speaks(one.theme, texts(state))),
        ]
    return tuple(facts)


def season_of(state: State) -> int:
    """The latest season of which an episode was taken in; 0 for none."""
    return max((episode.season for episode in state.series.taken()), default=0)


def hers(taken: list[EpisodeTaken], character: str, season: int) -> list[CarriedArc]:
    """Her arcs in a season, episode by episode."""
    return [
        arc
        for episode in taken
        if episode.season == season
        for arc in episode.arcs
        if arc.character == character
    ]


def fortune(arcs: list[CarriedArc]) -> list[tuple[float, str]]:
    """What she feels as each episode begins and ends, with its name."""
    return [
        (valence, f"{arc.episode} ({told})")
        for arc in arcs
        for valence, told in ((arc.begun, arc.begins), (arc.ended, arc.ends))
        if valence is not None
    ]


def shaped(line: list[tuple[float, str]]) -> Fit:
    """The shape of a season's fortune."""
    felt = [valence for valence, _ in line]
    return by_scene(fit(felt), felt)


def season_arc_facts(state: State, about: str | None) -> Facts:
    """How well each shape fits her season so far, its edges, its lowest and its highest."""
    season = season_of(state)
    line = fortune(hers(state.series.taken(), about or "", season))
    if len(line) < 2:
        return (("season", str(season)),)
    found = shaped(line)
    low, high = min(line, key=lambda one: one[0]), max(line, key=lambda one: one[0])
    return (
        ("season", str(season)),
        ("shape", found.shape),
        *((f"fit {shape}", f"{value:.2f}") for shape, value in found.fits.items()),
        ("begun", f"{line[0][0]:.2f}"),
        ("ended", f"{line[-1][0]:.2f}"),
        ("moves", f"{high[0] - low[0]:.2f}"),
        ("first", line[0][1]),
        ("last", line[-1][1]),
        ("low", low[1]),
        ("high", high[1]),
    )


def finding_about(state: State, about: str) -> Finding | None:
    """The heaviest finding that is about somebody."""
    report = state.works.get(ContinuityRead)
    found = report.findings if report else ()
    return next((one for one in found if about in one.subject.split("/")), None)


def continuity_facts(state: State, about: str | None) -> Facts:
    """What does not join up for somebody, and where the last episode and this one have her."""
    found = finding_about(state, about or "")
    bible = state.series.bible
    if found is None or bible is None:
        return ()
    left = next((arc.ends for arc in bible.arcs if arc.character == about), "as they left off")
    if found.kind == "fate":
        left = next((f"{p.fate} ({quoted(p.quote, 60)})" for p in bible.people if p.character == about), left)
    now = established(state, "", found.now)
    begins = next((arc.begins for arc in now.arcs if arc.character == about), "as this episode shows")
    return (
        ("kind", found.kind),
        ("weight", f"{found.weight:.2f}"),
        ("gap", found.text),
        ("was", found.was),
        ("ends", left),
        ("begins", begins),
    )


def listed(names: list[str]) -> str:
    """S1E1, S1E2 and S1E4."""
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last
