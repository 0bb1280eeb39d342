"""What an episode's crew is told of its series, in lines that a person would say."""

from cineledger.domain.series.carried import CarriedBond
from cineledger.domain.series.events import SeriesBibleTaken
from cineledger.domain.state import State

FELT = 0.3
"""How far, of 1, trust or affection must be from nothing to be worth a line."""


def lore(state: State) -> tuple[str, ...]:
    """From the bible that the episode took over; nothing for what is no episode."""
    joined, bible = state.series.joined, state.series.bible
    if joined is None or bible is None:
        return ()
    return (
        f"This is {joined.episode} of a series.",
        *_themes(bible),
        *_people(bible),
        *(line for bond in bible.bonds if (line := bond_line(bond))),
    )


def left(state: State, character: str) -> str:
    """Where earlier episodes left a main character: S1E1: uneasy, in scene 5; empty where none did."""
    bible = state.series.bible
    arcs = () if bible is None else bible.arcs
    return next((f"{arc.episode}: {arc.ends}" for arc in arcs if arc.character == character), "")


def running(state: State) -> tuple[str, ...]:
    """The themes that run through the series, what it was decided to be about first."""
    bible = state.series.bible
    themes = () if bible is None else bible.themes
    return tuple(theme.theme for theme in sorted(themes, key=lambda theme: not theme.decided))


def _themes(bible: SeriesBibleTaken) -> list[str]:
    lines = []
    for theme in bible.themes:
        shown = f", so far in {', '.join(theme.episodes)}" if theme.episodes else ""
        about = "The series is about" if theme.decided else "Through the series runs"
        lines.append(f"{about} {theme.theme}{shown}.")
    return lines


def _people(bible: SeriesBibleTaken) -> list[str]:
    arcs = {arc.character: arc for arc in bible.arcs}
    seasons = {arc.character: arc for arc in bible.season_arcs}
    lines = []
    for person in bible.people:
        name, arc, season = person.character, arcs.get(person.character), seasons.get(person.character)
        said = [f"{name} was last in {person.episode}"]
        if person.fate:
            said.append(f"is {person.fate} since then: “{person.quote}”")
        elif arc is not None:
            said.append(f"which left {name} {arc.ends}")
            if arc.wants:
                said.append(f"wanting {arc.wants}")
        if season is not None:
            said.append(f"and goes through season {season.season} as a {season.shape}, as was decided")
        lines.append(", ".join(said) + ".")
    return lines


def bond_line(bond: CarriedBond) -> str:
    """MAYA has little trust and much affection for TOM since S1E1; empty where there is nothing to say."""
    told = [
        f"{'much' if value > 0 else 'little'} {name}"
        for name, value in (("trust", bond.trust), ("affection", bond.affection))
        if abs(value) >= FELT
    ]
    if not told:
        return ""
    said = f": “{bond.quote}”" if bond.quote else ""
    return f"{bond.character} has {' and '.join(told)} for {bond.other} since {bond.episode}{said}."
