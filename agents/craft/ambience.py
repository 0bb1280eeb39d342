"""What a set sounds like when nobody does anything."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from cineledger.agents.craft.ambience_words import TIMES, WEATHER, Known, layers_of
from cineledger.agents.craft.music_notes import wish_in
from cineledger.agents.craft.page import quoted
from cineledger.domain.debate.options import Look
from cineledger.domain.fountain.hours import hour_told

_ALWAYS_OUT = ("EXT", "EST")
MODERN = re.compile(
    r"traffic|city|refrigerator|air handling|fluorescent|printer|telephone|engine|fans|mains|coffee machine|tyres|"
    r"ventilat|radio|lift|vacuum|a road"
)
"""Layers that need engines or mains."""


class Place(NamedTuple):
    """A set as it is listened to."""

    set: str
    location: str
    int_ext: str | None
    times: tuple[str, ...]
    """Times of day of its scenes, as slug lines have them."""
    weather: tuple[tuple[str, str, str], ...]
    """What the text names of weather and the like, with the words, and when: a time of day, or empty for always."""
    neighbours: tuple[str, ...]
    """Other sets of the same location."""
    look: Look
    old: bool = False
    """The film plays before engines and mains."""
    notes: tuple[str, ...] = ()


class Ambience(NamedTuple):
    """Layers, and what changes with the time of day."""

    layers: tuple[str, ...]
    by_time: tuple[tuple[str, str], ...]
    reason: str


def listen(place: Place) -> Ambience:
    """The layers of a set, nearest first: what its text names, what such places have, what lies beside it."""
    out = place.int_ext in _ALWAYS_OUT
    known = layers_of(place.set) or layers_of(place.location)
    named = [_weather(what, out) for what, _, when in place.weather if not when]
    own = _own(place, known, out)
    own = [layer for layer in own if not (place.old and MODERN.search(layer))] or ["air and boards"]
    beside = [_through(name, out) for name in place.neighbours[:1] if layers_of(name) is not None]
    layers = _dressed([*named, *own, *beside], place)
    wish = wish_in(place.notes)
    reason = _reason(place, known.word if known else None)
    if wish.more < 0 or wish.louder < 0 or wish.none:
        layers = layers[: max(1, len(layers) // 2)]
        reason = f"{reason}; thinned as the note {quoted(wish.text, 50)} wants it"
    elif wish.more > 0:
        layers = (*layers, "one more thing, very far behind it")
        reason = f"{reason}; fuller as the note {quoted(wish.text, 50)} wants it"
    times = ((time, _at(place, time, out)) for time in place.times)
    return Ambience(
        tuple(dict.fromkeys(layers)), tuple((time, change) for time, change in times if change), reason
    )


def _own(place: Place, known: Known | None, out: bool) -> list[str]:
    """What such a place has; seen from outside, a house is heard through its door."""
    if known is None:
        return ["open air" if out else f"room tone of {place.set}"]
    if out and not known.outside:
        return ["open air", f"{known.layers[0]}, through a door that opens", known.layers[-1]]
    around = layers_of(place.location)
    beyond = around is not None and around.layers != known.layers and place.location != place.set and not out
    return [known.layers[0], *(around.layers[:1] if around and beyond else ()), *known.layers[1:]]


def _weather(what: str, out: bool) -> str:
    return WEATHER[what][0 if out else 1]


def _at(place: Place, time: str, out: bool) -> str:
    """What changes at a time of day, and the weather that its scenes bring."""
    brought = [_weather(what, out) for what, _, when in place.weather if when == time]
    return "; ".join((*([change] if (change := _change(time, out)) else []), *brought))


def _through(neighbour: str, out: bool) -> str:
    return f"{neighbour}, {'from over there' if out else 'through the wall'}"


def _dressed(layers: Sequence[str], place: Place) -> tuple[str, ...]:
    """Fewer layers near faces and in shadow, where single sounds count; more in a wide world."""
    if place.look.closeness <= -0.3:
        far = (
            "the land, a long way off"
            if place.int_ext in _ALWAYS_OUT
            else "what is outside, larger than the room"
        )
        return tuple(layers[:4]) if any("outside" in layer for layer in layers[:4]) else (*layers[:4], far)
    if place.look.closeness >= 0.3 or place.look.contrast >= 0.35:
        return tuple(layers[:3])
    return tuple(layers[:4])


def _change(time: str, out: bool) -> str:
    told = hour_told(time)
    return "" if told is None else TIMES[told][0 if out else 1]


def _what(int_ext: str | None) -> str:
    return "outside" if int_ext in _ALWAYS_OUT else "a place" if int_ext is None else "a room"


def _reason(place: Place, word: str | None) -> str:
    article = "an" if word and word[0] in "aeiou" else "a"
    known = (
        f"{article} {word} is heard so" if word and word.isascii() else f"{word} is heard so" if word else ""
    )
    if place.weather:
        words = quoted(place.weather[0][1], 50)
        return f"the text has {place.weather[0][0]}, {words}{'; ' + known if known else ''}"
    return known or f"nothing is known of {place.set} but that it is {_what(place.int_ext)}"
