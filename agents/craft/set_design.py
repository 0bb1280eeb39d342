"""How a set looks and what stands in it, from the script's words and what is usual for such a place."""

from collections.abc import Sequence
from typing import NamedTuple

from cineledger.agents.craft.colour_wishes import Wishes, read_wishes
from cineledger.agents.craft.page import quoted
from cineledger.agents.craft.place_kinds import OUTDOORS, Build, PlaceKind, only_built, place_kind
from cineledger.agents.craft.set_light import Hour
from cineledger.agents.craft.set_palette import Tint, palette
from cineledger.agents.craft.set_reading import Asked, Table, asked_of, wished
from cineledger.domain.debate.options import Look

MOST_PIECES, MOST_DRESSING, MOST_LIGHTS = 8, 6, 5
"""What a page about a set can hold."""
PAYS_SCENES, PAYS_EIGHTHS = 3, 12
"""From so many scenes and eighths of a page on walls that can be taken out pay for themselves."""
_TOO_LARGE = frozenset(
    (
        *("church", "station", "palace", "castle", "factory", "theatre", "market", "casino", "circus"),
        *("mansion", "school", "car", "ship", "stairs"),
    )
)
"""Kinds whose inside is rather found than built."""
_CHOSEN = {
    "naturalistic": "taken as it is found",
    "sparse": "found where little is in the way",
    "lush": "found where it is fullest",
    "stylised": "found for its shapes and its one colour",
}
"""What a design means for what cannot be made."""
_INDOORS = frozenset(("window", "bed", "sofa", "cupboard", "sink", "stove", "bath", "fireplace"))
"""Things of which only an inside says where they stand."""
_TREATED = {
    "naturalistic": "left as its people would have it",
    "sparse": "stripped to what the scenes use",
    "lush": "layered, nothing in it there by itself",
    "stylised": "made of one idea, shapes and colours repeated",
}


class SeenIn(NamedTuple):
    """A scene as its set needs it seen."""

    number: str
    hour: Hour | None
    eighths: int
    directions: tuple[str, ...]
    felt: tuple[float, float] | None
    """Valence and arousal of its people; None where nobody could say."""


class Design(NamedTuple):
    """How a set looks; the fields of `SetDesigned`."""

    build: Build
    environment: str
    atmosphere: tuple[str, ...]
    palette: tuple[Tint, ...]
    layout: tuple[str, ...]
    dressing: tuple[str, ...]
    practicals: tuple[str, ...]
    reason: str


def design(
    name: str,
    int_ext: str | None,
    scenes: Sequence[SeenIn],
    look: Look,
    choice: str | None,
    said: tuple[str, ...],
    notes: tuple[str, ...],
) -> Design:
    """A set as the house designs it; what the script does not name and no kind of place tells is left open."""
    kind = place_kind(name, int_ext)
    wishes = read_wishes((*said, *notes))
    lines = [(scene.number, text) for scene in scenes for text in scene.directions]
    found = _Found(lines, notes)
    inside = int_ext in ("INT", "INT/EXT")
    hours = [scene.hour for scene in scenes if scene.hour is not None]
    colours = palette(kind, inside, hours, look, choice, _feeling(scenes), wishes)
    build, why = _build(name, kind, int_ext, scenes)
    return Design(
        build=build,
        environment=_environment(name, kind, scenes, choice, wishes),
        atmosphere=_atmosphere(found, name, scenes, wishes),
        palette=colours.tints,
        layout=_layout(kind, inside, found),
        dressing=_dressing(kind, choice, wishes, found),
        practicals=_practicals(kind, inside, hours, wishes, found),
        reason="; ".join((why, *colours.reasons)),
    )


class _Found:
    """What the directions ask, and what notes add or take away."""

    def __init__(self, lines: Sequence[tuple[str, str]], notes: tuple[str, ...]) -> None:
        self._lines, self._notes = lines, notes

    def of(self, table: Table, most: int) -> tuple[list[Asked], list[str], frozenset[str]]:
        """What the script asks, what notes ask beside it, and what notes do not want."""
        added, gone = wished(table, self._notes)
        asked = [asked for asked in asked_of(table, self._lines) if asked.row.name not in gone]
        named = {one.row.name for one in asked[:most]}
        return asked[:most], [f"{one}: a note asks for it" for one in added if one not in named], gone


def _where(asked: Asked) -> str:
    more = f", and {asked.times - 1} more" if asked.times > 1 else ""
    return f"scene {asked.scene}{more}, {quoted(asked.quote, 70)}"


def _layout(kind: PlaceKind | None, inside: bool, found: _Found) -> tuple[str, ...]:
    asked, added, gone = found.of("pieces", MOST_PIECES)
    needed = [
        f"{one.row.name}, {one.row.said}: {_where(one)}"
        if inside or one.row.name not in _INDOORS
        else f"{one.row.name}: {_where(one)}"
        for one in asked
    ]
    words = {one.row.name for one in asked} | gone
    usual = [stand for stand in (kind.stands if kind else ()) if not words & set(_words(stand))]
    return (*needed, *added, *usual)


def _dressing(kind: PlaceKind | None, choice: str | None, wishes: Wishes, found: _Found) -> tuple[str, ...]:
    asked, added, gone = found.of("dressing", MOST_DRESSING)
    named = [f"{one.row.name}: {_where(one)}" for one in asked]
    usual = [one for one in (kind.dressing if kind else ()) if not gone & set(_words(one))]
    bare, full = wishes.asked("bare"), wishes.asked("full")
    if bare or (choice == "sparse" and not full):
        because = f"as was asked: {quoted(bare, 50)}" if bare else "the design is sparse"
        usual = [f"nothing beyond what scenes name: {because}"]
    elif full or (choice == "lush" and not (kind and kind.name in OUTDOORS)):
        usual = [*usual, "pattern on pattern, nothing by itself"]
    elif choice == "stylised" and kind is not None and kind.name not in OUTDOORS:
        usual = [f"{one}, in one shape and one colour" for one in usual[:1]]
    worn = wishes.asked("worn")
    return (*named, *added, *usual, *([f"worn and used: {quoted(worn, 50)}"] if worn else ()))


def _practicals(
    kind: PlaceKind | None, inside: bool, hours: Sequence[Hour], wishes: Wishes, found: _Found
) -> tuple[str, ...]:
    """Bare names: whoever lights the scene calls them so."""
    asked, added, gone = found.of("practicals", MOST_LIGHTS)
    named = [one.row.name for one in asked]
    dark = inside or "night" in hours or "twilight" in hours
    usual = [
        light
        for light in (kind.practicals if kind and dark else ())
        if not ({one.row.name for one in asked} | gone) & set(_words(light))
    ]
    neon = wishes.asked("neon")
    if neon and not any(one.row.name == "neon" for one in asked) and "neon" not in gone:
        usual = [*usual, "neon signs"]
    return (*named, *(one.partition(":")[0] for one in added), *usual)


def _atmosphere(found: _Found, name: str, scenes: Sequence[SeenIn], wishes: Wishes) -> tuple[str, ...]:
    asked, added, gone = found.of("air", MOST_DRESSING)
    air = [f"{one.row.said}: {_where(one)}" for one in asked]
    had = {one.row.name for one in asked} | gone
    air += [
        f"{one.row.said}: the slug line says {one.word}"
        for one in asked_of("air", [("", name)])
        if one.row.name not in had
    ]
    thin = [scene.number for scene in scenes if scene.hour == "twilight"]
    if thin:
        air.append(f"light of dawn or dusk in {_scenes(thin)}: it lasts half an hour, or is made")
    smoke = wishes.asked("smoke")
    if smoke and not {"smoke", "fog", "haze"} & had:
        air.append(f"haze, so that light is seen: {quoted(smoke, 50)}")
    return (*air, *added)


def _environment(
    name: str, kind: PlaceKind | None, scenes: Sequence[SeenIn], choice: str | None, wishes: Wishes
) -> str:
    what = (
        f"{kind.environment[:1].upper()}{kind.environment[1:]}"
        if kind
        else f"The script says {name} and no more of what place it is"
    )
    bare, full = wishes.asked("bare"), wishes.asked("full")
    how = "sparse" if bare else "lush" if full else choice
    words = _CHOSEN if kind is not None and kind.name in OUTDOORS else _TREATED
    treated = words.get(how or "", "")
    light = f"light: {kind.light}" if kind else ""
    return "; ".join(part for part in (f"{what}{_seen(scenes)}", treated, light) if part) + "."


def _seen(scenes: Sequence[SeenIn]) -> str:
    said = []
    for hour, words in (("day", "by day"), ("night", "by night"), ("twilight", "at dawn or dusk")):
        count = sum(scene.hour == hour for scene in scenes)
        if count:
            said.append(f"{words} in {count} scene{'' if count == 1 else 's'}")
    return f", seen {', '.join(said)}" if said else ""


def _build(
    name: str, kind: PlaceKind | None, int_ext: str | None, scenes: Sequence[SeenIn]
) -> tuple[Build, str]:
    """Stage or location, and why: a build has to be used to pay for itself (LoBrutto 2002)."""
    eighths = sum(scene.eighths for scene in scenes)
    length = f"{len(scenes)} scene{'' if len(scenes) == 1 else 's'}, {_pages(eighths)}"
    if only_built(name):
        return "stage", f"{length}: such a place can only be built"
    if int_ext is None:
        return "location", f"{length}: the slug line says neither inside nor outside"
    if int_ext not in ("INT", "INT/EXT"):
        return "location", f"{length} outside: found, not built"
    if kind is not None and kind.name in _TOO_LARGE:
        return "location", f"{length}: such a place is rather found than built"
    if len(scenes) >= PAYS_SCENES and eighths >= PAYS_EIGHTHS:
        hours = {scene.hour for scene in scenes}
        night = ", and its nights can be shot by day" if "night" in hours else ""
        return "stage", f"{length}: a build pays for itself, its walls come out{night}"
    return "location", f"{length}: too little for a build to pay for itself"


def _feeling(scenes: Sequence[SeenIn]) -> tuple[float, float] | None:
    """What the scenes feel like, the longer ones more."""
    known = [(scene.felt, max(1, scene.eighths)) for scene in scenes if scene.felt is not None]
    whole = sum(weight for _, weight in known)
    if not known:
        return None
    return (
        round(sum(felt[0] * weight for felt, weight in known) / whole, 2),
        round(sum(felt[1] * weight for felt, weight in known) / whole, 2),
    )


def _pages(eighths: int) -> str:
    whole, rest = divmod(eighths, 8)
    said = (
        " ".join(part for part in (str(whole) if whole else "", f"{rest}/8" if rest else "") if part) or "0"
    )
    return f"{said} page{'' if (whole, rest) == (1, 0) or not whole else 's'}"


def _scenes(numbers: Sequence[str]) -> str:
    shown = ", ".join(numbers[:4]) + (f" and {len(numbers) - 4} more" if len(numbers) > 4 else "")
    return f"scene{'' if len(numbers) == 1 else 's'} {shown}"


def _words(said: str) -> list[str]:
    """Its words, in the singular as well."""
    words = said.replace(";", " ").replace(",", " ").split()
    return [*words, *(word.removesuffix("s") for word in words)]
