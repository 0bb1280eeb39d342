"""A character as the tables have her: who she is, where she stands, and what moved her most on the way there."""

from collections.abc import Iterator
from typing import Any

from cineledger.projections.people import Person
from cineledger.projections.reader import Reader

MOMENTS = 5
"""What moved her most, so many."""

_FELT = """SELECT t.scene, s.number, s.heading, t.place, t.feeling, t.valence, t.arousal, t.quote, t.reason, t.address
FROM character_timeline_at(?, NULL) t JOIN scenes_at(?, NULL) s ON s.scene = t.scene
WHERE t.character = ? ORDER BY t.place"""
_LIVED = """SELECT m.* EXCLUDE (production, character), s.number, s.heading
FROM moods_at(?, NULL) m JOIN scenes_at(?, NULL) s ON s.scene = m.scene
WHERE m.character = ? ORDER BY m.place"""
_BONDS = """FROM (
    SELECT other, arg_max(trust, place) AS trust, arg_max(affection, place) AS affection,
        arg_max(power, place) AS power, arg_max(moved, place) AS moved, arg_max(scene, place) AS scene,
        arg_max(address, place) AS address
    FROM relationships_at(?, NULL) WHERE character = ? GROUP BY other
) ORDER BY abs(trust) + abs(affection) DESC, other"""
_KNOWN = """SELECT count(DISTINCT fact) AS facts, count(DISTINCT fact) FILTER (sure) AS sure,
    count(DISTINCT fact) FILTER (secret) AS secret
FROM knowledge_at(?, NULL) WHERE character = ?"""
_TAKES = "SELECT count(*) AS takes, count(DISTINCT scene) AS scenes FROM performances_at(?, NULL) WHERE character = ?"


_TRAITS = """SELECT trait, facet, value, scene, line, quote, decided, address FROM traits_at(?, NULL)
WHERE character = ? ORDER BY abs(value) DESC, trait"""
_GROWTH = """SELECT facet, stands, low, high, toward, decided, address FROM growth_at(?, NULL)
WHERE character = ? ORDER BY facet"""
_DRAWN = """SELECT traits, decided, reason, role, address FROM identity_steps_at(?, NULL) WHERE character = ?
ORDER BY number"""
_HELD_BACK = """SELECT c.facet, c.was, c.would, c.reason, c.address, q.number AS question, q.status
FROM character_changes_at(?, NULL) c LEFT JOIN questions q ON q.production = c.production AND q.about = c.number
WHERE c.character = ? ORDER BY c.number"""
_LIVES = """SELECT cut, title, character, clock, age, mood, ends, fate, counts, source, address
FROM canon WHERE production = ? ORDER BY clock, read_at"""
_AT_ODDS = """SELECT kind, subject, was, now, earlier, later, question, decided, address FROM contradictions
WHERE production = ? OR (production = ? AND character = ?) ORDER BY weight DESC"""


def portrait(reader: Reader, meant: Person) -> dict[str, Any]:
    """All that is on the record of one character in one production; None or empty where nothing is."""
    name, production = meant.character, meant.production

    def one(sql: str) -> dict[str, Any] | None:
        found = reader.rows(sql, (production, name))
        return found[0] if found else None

    felt = reader.rows(_FELT, (production, production, name))
    lived = reader.rows(_LIVED, (production, production, name))
    return {
        "character": name,
        "production": production,
        "beside": list(meant.beside),
        "script": one(
            "SELECT speeches, first_scene, address FROM characters_at(?, NULL) WHERE character = ? "
        ),
        "identity": one("SELECT * EXCLUDE (production) FROM identities_at(?, NULL) WHERE character = ?"),
        "traits": reader.rows(_TRAITS, (production, name)),
        "growth": reader.rows(_GROWTH, (production, name)),
        "sketch": one("SELECT * EXCLUDE (production) FROM sketches_at(?, NULL) WHERE character = ?"),
        "arc": one("SELECT * EXCLUDE (production) FROM arcs_at(?, NULL) WHERE character = ?"),
        "feels": next(
            (row for row in reversed(felt) if row["feeling"] != "unknown"), felt[-1] if felt else None
        ),
        "mood": next((row for row in reversed(lived) if row["valence"] is not None), None),
        "bonds": reader.rows(_BONDS, (production, name)),
        "knows": one(_KNOWN),
        "takes": one(_TAKES),
        "became": list(_became(reader.rows(_DRAWN, (production, name)))),
        "held_back": reader.rows(_HELD_BACK, (production, name)),
        "canon": meant.canon,
        "lives": reader.rows(_LIVES, (meant.canon,)),
        "contradictions": reader.rows(_AT_ODDS, (meant.canon, production, name)),
        "moments": sorted(_moves(felt, lived), key=lambda m: (-m["by"], m["place"]))[:MOMENTS],
    }


def _became(drawn: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Each time that she was said to be otherwise, or that it was decided: what she is since, and is no more."""
    before, decided = list[str](), False
    for step in drawn:
        gained = [trait for trait in step["traits"] if trait not in before]
        lost = [trait for trait in before if trait not in step["traits"]]
        if gained or lost or step["decided"] != decided:
            yield {
                "gained": gained,
                "lost": lost,
                **{key: step[key] for key in ("decided", "reason", "address")},
            }
        before, decided = step["traits"], step["decided"]


def _moves(felt: list[dict[str, Any]], lived: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Each scene that moved her and how far: her mood where it is known, else what she feels."""
    read = [row for row in lived if row["valence"] is not None]
    if read:
        return [
            {"by": round(by, 3), "to": row["mood"], "quote": "", **_place(row)}
            for row in read
            if (by := sum((row[axis] - row[f"came_{axis}"]) ** 2 for axis in AXES) ** 0.5) > 0
        ]
    known = [row for row in felt if row["valence"] is not None]
    befores = [0.0, *(row["valence"] for row in known)]
    return [
        {"by": by, "to": row["feeling"], "quote": row["quote"], **_place(row)}
        for before, row in zip(befores, known, strict=False)
        if (by := round(abs(row["valence"] - before), 3)) > 0
    ]


AXES = ("valence", "arousal", "dominance")


def _place(row: dict[str, Any]) -> dict[str, Any]:
    return {key: row[key] for key in ("scene", "number", "heading", "place", "reason", "address")}
