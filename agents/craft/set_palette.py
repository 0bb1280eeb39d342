"""The colours of a set: from its place, the light, what its scenes feel like, the look and the design decided."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from cineledger.agents.craft.colour_wishes import Wishes
from cineledger.agents.craft.colour_words import FELT, NAMES, POISONED
from cineledger.agents.craft.oklch import Colour, from_hex, to_hex
from cineledger.agents.craft.page import quoted
from cineledger.agents.craft.place_kinds import OUTDOORS, PlaceKind
from cineledger.agents.craft.set_light import Hour
from cineledger.domain.debate.options import Look

FELT_AT = 0.15
"""How far from even the feeling of a set's scenes has to be for a hue to answer it."""


class Tint(NamedTuple):
    """A colour and where it goes."""

    name: str
    hex: str
    use: str


class Palette(NamedTuple):
    """Four to six colours, and why they are these."""

    tints: tuple[Tint, ...]
    reasons: tuple[str, ...]


class Scheme(NamedTuple):
    """How a design treats colour."""

    chroma: float
    """How much of a ground's colour it keeps."""
    pull: float
    """How far what is felt pulls the ground, 0 to 1."""
    accent: float
    """Chroma of the one colour that is seen first."""
    says: str


SCHEMES = {
    "naturalistic": Scheme(0.9, 0.3, 0.09, "neighbours on the circle, as places have them"),
    "sparse": Scheme(
        0.4, 0.25, 0.11, "two near-neutrals and one colour, which is therefore seen (Itten: extension)"
    ),
    "lush": Scheme(1.5, 0.45, 0.14, "full colours, many of them, each with its complement near"),
    "stylised": Scheme(
        1.6, 0.85, 0.17, "one hue and its complement, nothing between (Itten: complementary contrast)"
    ),
}
_PLAIN = Scheme(0.8, 0.25, 0.09, "")
_LAMP, _WINDOW, _SKY, _NIGHT, _DUSK = (
    Colour(0.8, 0.1, 75),
    Colour(0.92, 0.02, 230),
    Colour(0.85, 0.05, 235),
    Colour(0.24, 0.055, 262),
    Colour(0.76, 0.09, 45),
)
_SURFACES = ("the large surfaces", "what stands before them", "what is small")


def palette(
    kind: PlaceKind | None,
    inside: bool,
    light: Sequence[Hour],
    look: Look,
    choice: str | None,
    felt: tuple[float, float] | None,
    wishes: Wishes,
) -> Palette:
    """The colours of a set; `felt` is valence and arousal of its scenes, None where nobody could say.

    The large surface takes three fifths of a frame, the second three tenths, the accent what is left: contrast of
    extension (Itten 1961). Lightness follows the look's contrast and the hour, hue the place and the feeling.
    """
    scheme = SCHEMES.get(choice or "", _PLAIN)
    mood = _felt(felt, look)
    ground = Colour(0.0, kind.chroma if kind else 0.02, kind.hue if kind else 80.0)
    if mood is not None:
        # Water and woods cannot be painted: what is felt goes into the accent there.
        pull = scheme.pull * (0.3 if kind is not None and kind.name in OUTDOORS else 1.0)
        ground = ground.towards(mood[0], pull)._replace(
            chroma=ground.chroma + (mood[1] - ground.chroma) * pull
        )
    middle = 0.6 - 0.16 * look.contrast - (0.1 if "night" in light and "day" not in light else 0.0)
    spread = 0.1 + 0.04 * abs(look.contrast)
    near = 0.8 if look.closeness >= 0.3 else 1.0
    chroma = ground.chroma * scheme.chroma * near
    large = ground._replace(lightness=middle, chroma=chroma)
    second = ground._replace(lightness=middle - spread, chroma=chroma * 1.2).turned(-18)
    small = ground._replace(lightness=middle + spread, chroma=chroma * 0.8).turned(22)
    used = kind.surfaces if kind else _SURFACES
    parts = [(large, used[0]), (second, used[1]), (small, used[2])]
    if choice == "sparse" or look.motion >= 0.4:
        parts = parts[:2]
    accent = _accent(ground, scheme, mood, wishes, middle)
    parts.append((accent, _where(look)))
    if choice == "lush":
        parts.append(
            (accent.turned(150)._replace(lightness=0.35, chroma=0.09), "depth: linings, shade, far walls")
        )
    parts += _lights(inside, light, 6 - len(parts))
    if neon := wishes.asked("neon"):
        parts = [
            *parts[:4],
            (Colour(0.62, 0.24, 350), "neon"),
            (Colour(0.76, 0.13, 210), "neon, across from it"),
        ]
    asked = [(_as_asked(colour, wishes, signs=use.startswith("neon")), use) for colour, use in parts]
    reasons = [mood[2]] if mood else []
    reasons += [scheme.says] if scheme.says else []
    heard = {words for what, words in wishes.asks if what not in ("bare", "full", "worn", "smoke")}
    heard |= {words for _, words in (*wishes.hues, *wishes.barred)} | ({neon} if neon else set())
    reasons += [f"as was asked: {quoted(words, 50)}" for words in sorted(heard)]
    return Palette(_named(asked), tuple(reasons))


def _felt(felt: tuple[float, float] | None, look: Look) -> tuple[float, float, str] | None:
    if felt is None or max(map(abs, felt)) < FELT_AT:
        return None
    valence, arousal = felt
    if valence < 0 < arousal and look.contrast >= 0.5:
        return POISONED
    return FELT["high" if valence >= 0 else "low", "up" if arousal > 0 else "down"]


def _accent(
    ground: Colour, scheme: Scheme, mood: tuple[float, float, str] | None, wishes: Wishes, middle: float
) -> Colour:
    """The colour that is seen first: what was asked for, else what is felt, else the ground's complement."""
    hue = (ground.hue + 180) % 360
    if mood is not None and scheme.pull < 0.4:
        hue = mood[0]
    if wishes.hues:
        hue = wishes.hues[-1][0]
    lightness = min(0.72, max(0.42, middle + 0.05))
    if wishes.hues and 80 <= hue <= 110:
        lightness = 0.84  # Yellow is light: any darker, it is olive.
    return Colour(lightness, scheme.accent, hue)


def _where(look: Look) -> str:
    if look.closeness >= 0.3:
        return "the accent: what somebody wears or holds, near a face"
    if look.closeness <= -0.3:
        return "the accent: one thing far off that finds the eye"
    return "the accent: one thing in the set"


def _lights(inside: bool, light: Sequence[Hour], most: int) -> list[tuple[Colour, str]]:
    """The light itself, for the hours at which the set is seen; none where no slug line tells one."""
    said: dict[Hour, tuple[Colour, str]] = (
        {
            "day": (_WINDOW, "daylight in the windows"),
            "night": (_LAMP, "lamps, against the dark outside"),
            "twilight": (_DUSK, "the windows at dawn or dusk"),
        }
        if inside
        else {
            "day": (_SKY, "sky by day"),
            "night": (_NIGHT, "night sky"),
            "twilight": (_DUSK, "sky at dawn or dusk"),
        }
    )
    found = [said[hour] for hour in dict.fromkeys(light)]
    return found[: max(1, most)] or [(Colour(0.88, 0.012, 90), "light, at no hour that the script tells")]


def _as_asked(colour: Colour, wishes: Wishes, *, signs: bool) -> Colour:
    """The colour as people's words would have it."""
    lightness, chroma, hue = colour
    if not signs:
        if wishes.asked("warm"):
            hue = colour.towards(60, 0.55).hue
            chroma = max(chroma, 0.045)
        if wishes.asked("cool"):
            hue = colour.towards(240, 0.55).hue
            chroma = max(chroma, 0.035)
    lightness -= 0.07 if wishes.asked("dark") else 0.0
    lightness += 0.12 if wishes.asked("bright") else 0.0
    chroma *= 0.45 if wishes.asked("muted") else 1.5 if wishes.asked("vivid") else 1.0
    if wishes.asked("pastel"):
        lightness, chroma = max(lightness, 0.82), min(max(chroma, 0.04), 0.07)
    for barred, _ in wishes.barred:
        gap = (hue - barred + 180) % 360 - 180
        if abs(gap) < 40:
            hue = (barred + (70 if gap >= 0 else -70)) % 360
    chroma = 0.0 if wishes.asked("mono") else chroma
    return Colour(min(0.97, max(0.2, lightness)), chroma, hue)


def _named(parts: Sequence[tuple[Colour, str]]) -> tuple[Tint, ...]:
    """Each colour under the nearest name that no other of the palette has."""
    taken: set[str] = set()
    tints = []
    for colour, use in parts:
        typed = to_hex(colour)
        name = _nearest(typed, taken)
        taken.add(name)
        tints.append(Tint(name, typed, use))
    return tuple(tints)


def _nearest(typed: str, taken: set[str]) -> str:
    own = from_hex(typed)
    return min(
        (name for name in _names() if name not in taken),
        key=lambda name: _apart(own, _names()[name]),
    )


def _apart(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    """How differently two colours would be called: by hue rather than by lightness."""
    return (one[0] - other[0]) ** 2 + 3 * ((one[1] - other[1]) ** 2 + (one[2] - other[2]) ** 2)


@cache
def _names() -> dict[str, tuple[float, float, float]]:
    pairs = (pair.split() for line in NAMES.strip().splitlines() for pair in line.split(";"))
    return {name.replace("_", " "): from_hex(f"#{code}") for name, code in pairs}
