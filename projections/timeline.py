"""What a character goes through scene by scene: feelings, mood before and after, goals, bonds, what she learns."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from cineledger.projections.people import Person, families
from cineledger.projections.reader import Reader

_SCENES = """SELECT scene, number, place, heading, location FROM scenes_at(?, NULL) WHERE NOT omitted ORDER BY place"""
_FELT = """SELECT scene, feeling, valence, arousal, line, quote, reason, address
FROM character_timeline_at(?, NULL) WHERE character = ?"""
_LIVED = "SELECT * EXCLUDE (production, character, place) FROM moods_at(?, NULL) WHERE character = ?"
_APPRAISED = """SELECT scene, emotion, intensity, toward, line, quote, because, address
FROM appraisals_at(?, NULL) WHERE character = ? ORDER BY place, appraisal"""
_BONDS = """FROM (
    SELECT scene, place, other, trust, affection, power, moved, quote, address,
        lag(trust) OVER before AS trust_before, lag(affection) OVER before AS affection_before,
        lag(power) OVER before AS power_before
    FROM relationships_at(?, NULL) WHERE character = ?
    WINDOW before AS (PARTITION BY other ORDER BY place)
) ORDER BY place, other"""
_LEARNED = """SELECT scene, fact, text, so, how, source, sure, secret, quote, address
FROM knowledge_at(?, NULL) WHERE character = ? ORDER BY place, line, fact"""
_ACTS = "SELECT act, first, last, address FROM structure_at(?, NULL) ORDER BY act"
_POINTS = """SELECT t.point, t.scene, t.quote, t.address FROM turning_points_at(?, NULL) t
JOIN scenes_at(?, NULL) s ON s.scene = t.scene ORDER BY s.place, t.falls"""

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class SceneOf:
    """A scene as it is to one character; each part names the event that set it."""

    scene: str
    number: str | None
    place: int
    heading: str | None
    location: str | None
    felt: Row | None
    """What its lines show her to feel; `unknown` where they show nothing."""
    lived: Row | None
    """Her goal, and her mood before and after; with nulls for the mood where the scene could not be read."""
    appraisals: tuple[Row, ...]
    """What its events are to her, in the order of the lines."""
    bonds: tuple[Row, ...]
    """Whom she stands to otherwise than before; the first of two people is how they meet."""
    learned: tuple[Row, ...]

    @property
    def addresses(self) -> tuple[str, ...]:
        """The events that moved her in it, each once."""
        parts = (self.felt, self.lived, *self.bonds, *self.learned)
        return tuple(dict.fromkeys(str(part["address"]) for part in parts if part))


@dataclass(frozen=True, slots=True)
class Timeline:
    """A character's scenes in one production, in the order of the script."""

    character: str
    production: str
    scenes: tuple[SceneOf, ...]
    acts: tuple[Row, ...]
    points: tuple[Row, ...]
    """Where the story turns."""
    title: str | None
    family: str
    """The production that all its forks go back to."""
    film: tuple[Row, ...]
    """Every scene of the film, hers or not."""

    def document(self) -> Row:
        """As JSON: all but the scenes that she is not in."""
        return {key: value for key, value in asdict(self).items() if key not in ("film", "family")}


def timeline(reader: Reader, meant: Person) -> Timeline:
    """Everything that happens to a character in a production, by scenes."""
    name, production = meant.character, meant.production
    hers = (production, name)
    felt = {row.pop("scene"): row for row in reader.rows(_FELT, hers)}
    lived = {row.pop("scene"): row for row in reader.rows(_LIVED, hers)}
    appraised = _by_scene(reader.rows(_APPRAISED, hers))
    bonds, learned = _by_scene(reader.rows(_BONDS, hers)), _by_scene(reader.rows(_LEARNED, hers))
    film = reader.rows(_SCENES, (production,))
    scenes = tuple(
        SceneOf(
            **row,
            felt=felt.get(scene),
            lived=lived.get(scene),
            appraisals=tuple(appraised.get(scene, ())),
            bonds=tuple(bonds.get(scene, ())),
            learned=tuple(learned.get(scene, ())),
        )
        for row in film
        if (scene := row["scene"]) in felt.keys() | lived.keys() | bonds.keys() | learned.keys()
    )
    acts = tuple(reader.rows(_ACTS, (production,)))
    points = tuple(reader.rows(_POINTS, (production, production)))
    title = reader.rows("SELECT title FROM productions WHERE production = ?", (production,))[0]["title"]
    return Timeline(name, production, scenes, acts, points, title, families(reader)[production], tuple(film))


def shared(one: Timeline, other: Timeline) -> tuple[SceneOf, ...]:
    """The scenes from the beginning that two productions have from the same events: their common past."""
    pairs = zip(one.scenes, other.scenes, strict=False)
    found = list[SceneOf]()
    for mine, theirs in pairs:
        if mine != theirs:
            break
        found.append(mine)
    return tuple(found)


def _by_scene(rows: Sequence[Row]) -> dict[str, list[Row]]:
    found = dict[str, list[Row]]()
    for row in rows:
        found.setdefault(row.pop("scene"), []).append(row)
    return found
