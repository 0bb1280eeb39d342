"""What a character knows by a scene of a production, what she only believes, and what others know and she does not."""

from typing import Any

from cineledger.domain.refusal import Refused
from cineledger.projections.people import Person
from cineledger.projections.reader import Reader

_SCENES = "SELECT scene, number, place FROM scenes_at(?, NULL) WHERE NOT omitted ORDER BY place"
_PRESENT = (
    "SELECT DISTINCT scene, person FROM script_elements_at(?, NULL) WHERE kind = 'cue' AND person IS NOT NULL"
)
_LEARNED = """SELECT k.* EXCLUDE (production), f.untrue, f.address AS fact_address
FROM knowledge_at(?, NULL) k LEFT JOIN facts_at(?, NULL) f ON f.fact = k.fact
WHERE k.place <= ? ORDER BY k.place, k.line, k.fact"""
_FACTS = """SELECT f.fact, f.text, f.secret, f.untrue, f.quote, s.number, s.place, f.address
FROM facts_at(?, NULL) f JOIN scenes_at(?, NULL) s ON s.scene = f.scene WHERE s.place <= ? ORDER BY s.place, f.line"""


def knowing(reader: Reader, meant: Person, number: str | None = None) -> dict[str, Any]:
    """By the end of a scene, by its number, or of her last: what she knows, believes and keeps, and does not know.

    Others are those who speak in that scene. Refuses a scene that is not there.
    """
    name, production = meant.character, meant.production
    scenes = reader.rows(_SCENES, (production,))
    present: dict[str, set[str]] = {}
    for row in reader.rows(_PRESENT, (production,)):
        present.setdefault(row["scene"], set()).add(row["person"])
    scene = _scene(scenes, present, name, production, number)
    numbers = {row["scene"]: row["number"] for row in scenes}
    held: dict[str, dict[str, dict[str, Any]]] = {}
    for row in reader.rows(_LEARNED, (production, production, scene["place"])):
        row["number"] = numbers.get(row["scene"])
        held.setdefault(row["character"], {})[row["fact"]] = row
    others = sorted(present.get(scene["scene"], set()) - {name})
    hers = held.get(name, {})
    return {
        "character": name,
        "production": production,
        "beside": list(meant.beside),
        "scene": scene["number"],
        "with": others,
        "knows": [row for row in hers.values() if row["sure"]],
        "believes": [{**row, "mistaken": _mistaken(row)} for row in hers.values() if not row["sure"]],
        "does_not_know": [
            {**fact, "known_to": [other for other in others if _has(held, other, fact["fact"])]}
            for fact in reader.rows(_FACTS, (production, production, scene["place"]))
            if not fact["untrue"] and not _has(held, name, fact["fact"])
        ],
    }


def _scene(
    scenes: list[dict[str, Any]],
    present: dict[str, set[str]],
    name: str,
    production: str,
    number: str | None,
) -> dict[str, Any]:
    """The scene of that number, else her last one; where she has none, the last of all."""
    if number is not None:
        found = next((row for row in scenes if str(row["number"]).casefold() == number.casefold()), None)
        if found is None:
            raise Refused(f"{production} has no scene {number}", "See: cineledger sql 'from scenes'")
        return found
    own = [row for row in scenes if name in present.get(row["scene"], ())]
    if not scenes:
        raise Refused(f"{production} has no scene yet", f"See: cineledger log {production}")
    return (own or scenes)[-1]


def _mistaken(row: dict[str, Any]) -> bool:
    """What she believes is not so: a lie, or that what is so is not."""
    return bool(row["untrue"]) == bool(row["so"])


def _has(held: dict[str, dict[str, dict[str, Any]]], who: str, fact: str) -> bool:
    """She knows or rightly believes it."""
    row = held.get(who, {}).get(fact)
    return row is not None and bool(row["so"])
