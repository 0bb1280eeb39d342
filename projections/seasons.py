"""A series as it is shown: its episodes in order, arcs over them, themes, and what does not join up."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cineledger.projections.reader import Reader
from cineledger.projections.sentences import short

LONGEST = 60
"""Characters of a cell, where a person looks."""

Rows = list[dict[str, Any]]

_EPISODES = """
SELECT e.episode, e.season, e.number, e.cut, e.title, e.read_at AS at, e.taken, p.head, p.phase, p.status, e.address
FROM episodes e JOIN productions p ON p.production = e.cut
WHERE e.production = ? ORDER BY e.season, e.number"""

_ARCS = """
SELECT a.character, a.episode, a.shape, a.begins, a.ends, a.source
FROM episode_arcs a JOIN episodes e ON e.production = a.production AND e.episode = a.episode
WHERE a.production = ? ORDER BY a.character, e.season, e.number"""

_SEASON_ARCS = """
SELECT season, character, shape, decided, begins, ends, steps, reason, address FROM season_arcs
WHERE production = ? ORDER BY season, character"""

_THEMES = """
SELECT theme, decided, weight, episodes, missing, reason, address FROM running_themes
WHERE production = ? ORDER BY decided DESC, weight DESC, theme"""

_SHOWN = """
SELECT t.theme, t.episode, t.showings, t.quote, t.source
FROM episode_themes t JOIN episodes e ON e.production = t.production AND e.episode = t.episode
WHERE t.production = ? ORDER BY t.theme, e.season, e.number"""

_CONTINUITY = """
SELECT kind, subject, was, now, text, settled, source, address FROM continuity
WHERE production = ? ORDER BY place"""


@dataclass(frozen=True, slots=True)
class Season:
    """What there is to tell of a series."""

    episodes: Rows
    arcs: Rows
    """Of each main character, episode by episode."""
    season_arcs: Rows
    themes: Rows
    shown: Rows
    """Of each theme, episode by episode."""
    continuity: Rows

    def told(self) -> list[tuple[str, Rows, Sequence[str]]]:
        """Headings with their rows and columns, in the order told."""
        themes = [
            {**t, "episodes": ", ".join(t["episodes"]), "gone from": ", ".join(t["missing"])}
            for t in self.themes
        ]
        arcs = [{**a, "decided": "yes" if a["decided"] else ""} for a in self.season_arcs]
        told = [
            ("Season arcs", arcs, ("season", "character", "shape", "decided", "begins", "ends", "address")),
            ("Arcs", self.arcs, ("character", "episode", "shape", "begins", "ends", "source")),
            ("Running themes", themes, ("theme", "episodes", "gone from", "reason", "address")),
            ("Where themes show", self.shown, ("theme", "episode", "showings", "quote", "source")),
            ("What does not join up", self.continuity, ("was", "now", "text", "settled", "source")),
        ]
        return [(heading, [_shortened(row) for row in rows], columns) for heading, rows, columns in told]

    def as_json(self, waiting: Mapping[str, Sequence[str]]) -> dict[str, Any]:
        """The same as data; `waiting` is what each episode has not taken over from the series."""
        return {
            "episodes": [{**e, "news": list(waiting.get(e["episode"], ()))} for e in self.episodes],
            "arcs": self.arcs,
            "season_arcs": self.season_arcs,
            "themes": self.themes,
            "shown": self.shown,
            "continuity": self.continuity,
        }


def _shortened(row: dict[str, Any]) -> dict[str, Any]:
    return {name: short(value, LONGEST) if isinstance(value, str) else value for name, value in row.items()}


def seasons(reader: Reader, name: str) -> Season:
    """A series by its name."""
    asked = (_EPISODES, _ARCS, _SEASON_ARCS, _THEMES, _SHOWN, _CONTINUITY)
    return Season(*(reader.rows(sql, (name,)) for sql in asked))
