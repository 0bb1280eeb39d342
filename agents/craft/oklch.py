"""Colours by lightness, chroma and hue as eyes judge them: OkLCh (Ottosson 2020), within what a screen can show."""

import math
from typing import NamedTuple


class Colour(NamedTuple):
    """Lightness 0 to 1, chroma from 0 to about 0.3, hue in degrees."""

    lightness: float
    chroma: float
    hue: float

    def turned(self, degrees: float) -> "Colour":
        """The colour so far round the circle."""
        return self._replace(hue=(self.hue + degrees) % 360)

    def towards(self, hue: float, share: float) -> "Colour":
        """The colour with its hue moved a share of the way to another, the short way round."""
        return self.turned(((hue - self.hue + 180) % 360 - 180) * share)


def to_hex(colour: Colour) -> str:
    """#rrggbb, with as much of the chroma as a screen can show."""
    chroma = colour.chroma
    while True:
        rgb = _linear(colour._replace(chroma=chroma))
        if chroma <= 0 or all(-0.0005 <= value <= 1.0005 for value in rgb):
            return "#" + "".join(f"{round(255 * _encoded(min(1.0, max(0.0, v)))):02x}" for v in rgb)
        chroma = max(0.0, chroma - 0.004)


def from_hex(typed: str) -> tuple[float, float, float]:
    """Oklab's L, a and b, in which distance is difference."""
    red, green, blue = (_decoded(int(typed[place : place + 2], 16) / 255) for place in (1, 3, 5))
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    middle = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def _linear(colour: Colour) -> tuple[float, float, float]:
    angle = math.radians(colour.hue)
    a, b = colour.chroma * math.cos(angle), colour.chroma * math.sin(angle)
    long = (colour.lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (colour.lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (colour.lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )


def _encoded(value: float) -> float:
    return 12.92 * value if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055


def _decoded(value: float) -> float:
    return float(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)
