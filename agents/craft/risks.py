"""What may go wrong in a shoot, how likely, what it takes, and what is done about it."""

from collections.abc import Sequence
from typing import NamedTuple

from cineledger.agents.craft.light import dark, magic
from cineledger.agents.craft.page import quoted
from cineledger.domain.value import Value


class SceneFacts(Value):
    """A scene as somebody who fears for the day sees it."""

    scene: str
    location: str
    int_ext: str | None
    day_night: str | None
    eighths: int
    needs: tuple[tuple[str, str, int, str], ...]
    """Category, name, count and quote of its breakdown, without what only takes place in post."""


class Peril(Value):
    """A risk that scenes bring with them."""

    name: str
    scenes: tuple[str, ...]
    likelihood: float
    days: float
    contingency: str


class Kind(NamedTuple):
    """A kind of risk."""

    likelihood: float
    """Of one scene to lose its time."""
    days: float
    """Lost for each scene that it hits."""
    contingency: str


KINDS: dict[str, Kind] = {
    "night exteriors": Kind(
        0.2, 0.25, "keep the nights together, pre-light by dusk, and hold an interior as cover"
    ),
    "weather": Kind(0.2, 0.5, "hold an interior ready as a cover set for each exterior day"),
    "written weather": Kind(0.15, 0.25, "bring towers and hoses; never wait for the sky"),
    "magic hour": Kind(0.4, 0.5, "rehearse in the afternoon and split the scene over two evenings"),
    "water": Kind(
        0.25, 0.5, "safety divers, warm tent, a second set of clothes; wide shots from the shore first"
    ),
    "stunts": Kind(
        0.2, 0.5, "co-ordinator and rehearsal day; shoot the action last on its day, doubles for wides"
    ),
    "fire and gunfire": Kind(
        0.2, 0.5, "supervisor, fire cover and a locked-off area; flashes may be added in post"
    ),
    "animals": Kind(0.35, 0.25, "handler and a second animal; shoot its shots alone, on long lenses"),
    "children": Kind(
        0.25, 0.25, "short hours and a tutor by law; shoot the child first, then read off camera"
    ),
    "crowd": Kind(
        0.2, 0.25, "call the crowd for one day, shoot it wide first, and send it home before coverage"
    ),
    "moving vehicles": Kind(
        0.2, 0.25, "road closed by permit; process trailer or parked car with moving light"
    ),
    "effects on the day": Kind(0.15, 0.25, "test before the day; keep a take without the effect"),
    "visual effects": Kind(
        0.2, 0.25, "supervisor on set, clean plates of every frame, no camera moves without markers"
    ),
}
"""Kind of risk → how likely, days, and what is done."""

NAMED: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("water", "STUNTS", ("water work",)),
    ("water", "VEHICLES", ("boat", "ferry", "ship")),
    ("stunts", "STUNTS", ()),
    ("fire and gunfire", "SFX", ("gunfire", "explosion", "fire")),
    ("animals", "ANIMALS", ()),
    ("children", "CHILDREN", ()),
    ("moving vehicles", "VEHICLES", ("car", "van", "truck", "motorcycle", "police car", "bus", "taxi")),
    ("effects on the day", "SFX", ("smoke", "breakage", "sparks", "water effect", "blood effect")),
    ("visual effects", "VFX", ()),
)
"""Risk ← category and names of the breakdown, all of them where none is named."""
CROWD = 15
"""People in the background from which they are a crowd to be handled."""


def perils(scenes: Sequence[SceneFacts]) -> tuple[Peril, ...]:
    """What the scenes bring with them, likeliest loss first; nothing where nothing is in them."""
    hits: dict[str, dict[str, str]] = {}
    for scene in scenes:
        for kind, why in _of(scene):
            hits.setdefault(kind, {}).setdefault(scene.scene, why)
    found = []
    for kind, told in hits.items():
        likelihood, days, contingency = KINDS[kind]
        reason = next((why for why in told.values() if why), "")
        several = round(1 - (1 - likelihood) ** len(told), 2)
        lost = round(days * (1 + 0.25 * (len(told) - 1)) * 4) / 4
        said = f"{contingency} ({reason})" if reason else contingency
        found.append(
            Peril(name=kind, scenes=tuple(told), likelihood=min(0.9, several), days=lost, contingency=said)
        )
    return tuple(sorted(found, key=lambda peril: (-peril.likelihood * peril.days, peril.name)))


def _of(scene: SceneFacts) -> list[tuple[str, str]]:
    """The kinds of risk in a scene, with the words that bring them."""
    found = list[tuple[str, str]]()
    if scene.int_ext in ("EXT", "INT/EXT", "EST"):
        slug = f"{scene.location or 'outside'}, {(scene.day_night or 'no time given').lower()}"
        found.append(("weather", slug))
        if dark(scene.day_night):
            found.append(("night exteriors", slug))
        if magic(scene.day_night):
            found.append(("magic hour", slug))
    for category, name, count, quote in scene.needs:
        why = quoted(quote, 60) if quote else ""
        if category == "SFX" and name in ("rain", "snow", "fog", "wind") and scene.int_ext != "INT":
            found.append(("written weather", why))
        if category == "EXTRAS" and count >= CROWD:
            found.append(("crowd", why))
        kind = next((k for k, c, names in NAMED if c == category and (name in names or not names)), None)
        if kind:
            found.append((kind, why))
    return found
