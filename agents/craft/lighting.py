"""How a scene is lit: key, ratio, colour, and sources that the scene makes plausible.

A light has a source that the audience would name (Malkiewicz, *Film Lighting*, on motivated light); mystery is in
what is left dark (Alton, *Painting with Light*); ratios run from 2:1 for comedy over 4:1 to 8:1 and more for night and
crime (Box, *Set Lighting Technician's Handbook*; *American Cinematographer Manual*).
"""

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from cineledger.agents.craft.light_words import (
    HOURS,
    LAMPS,
    NO_WINDOW,
    OFFICE,
    TOWN,
    VEHICLE,
    WEATHER,
    Hour,
    Lamp,
    Weather,
)
from cineledger.agents.craft.page import quoted, telling
from cineledger.agents.craft.word_lists import affirmed, listed
from cineledger.domain.debate.options import Look
from cineledger.domain.fountain.hours import hour_told

Key = Literal["HIGH", "MID", "LOW"]
Role = Literal["KEY", "FILL", "BACK", "PRACTICAL", "AMBIENT"]
KEYS: tuple[Key, ...] = ("HIGH", "MID", "LOW")
RATIOS: dict[Key, float] = {"HIGH": 2.0, "MID": 4.0, "LOW": 8.0}
METERED = (1.5, 2.0, 3.0, 4.0, 6.0, 8.0, 12.0, 16.0)
"""Ratios that are set with a meter; beyond 16:1 the fill side is black."""
MOST_SOURCES = 5


class Lit(NamedTuple):
    """A light in a scene."""

    name: str
    role: Role
    hard: bool
    kelvin: int


class Lighting(NamedTuple):
    """A scene as it is lit."""

    key: Key
    ratio: float
    kelvin: int
    colour: str
    mood: str
    sources: tuple[Lit, ...]
    reason: str


class Told(NamedTuple):
    """What there is to know of a scene's light."""

    hour: Hour
    said: str
    """The slug line's words for the hour, or why it is taken to be this one."""
    inside: bool
    place: str
    weather: Weather | None
    named: tuple[tuple[Lamp, str], ...]
    """Lights that the directions name, with the line."""
    practicals: tuple[str, ...]
    """Lights that the set designer gave the set."""


def light(
    told: Told, look: Look, feelings: Sequence[tuple[float | None, float | None]], notes: Sequence[str]
) -> Lighting:
    """The light of a scene; feelings are valence and arousal, None where unknown."""
    valences = [valence for valence, _ in feelings if valence is not None]
    valence = min(valences, key=lambda v: (-abs(v), v)) if valences else 0.0
    step, why = _step(told, look, valence)
    step += sum(_wish(note) for note in notes)
    key = KEYS[max(0, min(2, step))]
    dark = told.hour == "night" or (told.inside and listed(NO_WINDOW, told.place) is not None)
    wanted = RATIOS[key] * 2**look.contrast * (1.5 if step > 2 and dark else 1.0)
    ratio = min(METERED, key=lambda one: (abs(one - wanted), one))
    sources = _sources(told, key)
    if look.contrast >= 0.4:
        sources = tuple(lit._replace(hard=lit.hard or _bare_lamp(lit)) for lit in sources)
    return Lighting(
        key=key,
        ratio=ratio,
        kelvin=_balance(told, sources),
        colour=_colour(told, sources),
        mood=_mood(told, key, valence, look),
        sources=sources,
        reason=_reason(told, sources, key, ratio, why),
    )


def hour_of(slug: str | None, before: Hour | None) -> tuple[Hour, str]:
    """The hour, and what says so: the slug line, else the scene before (CONTINUOUS, LATER), else day."""
    told = hour_told(slug)
    if told is not None:
        return HOURS[told], (slug or "").strip()
    if before is not None:
        return before, f"{(slug or '').strip() or 'no hour'}, after a scene by {before}"
    return "day", "no line says when, so it is day"


def read_light(
    hour: tuple[Hour, str], inside: bool, place: str, directions: Sequence[str], practicals: Sequence[str]
) -> Told:
    """What slug line, directions and set say of the light."""
    named = dict[str, tuple[Lamp, str]]()
    weather: Weather | None = None
    for text in directions:
        lowered = text.casefold()
        weather = weather or next((kind for kind, words in WEATHER.items() if affirmed(words, lowered)), None)
        for lamp in LAMPS:
            word = affirmed(lamp.words, lowered)
            if (
                word
                and lamp.name not in named
                and not any(word in held[0].words.split("|") for held in named.values())
            ):
                named[lamp.name] = (lamp, telling(text, word))
    return Told(hour[0], hour[1], inside, place, weather, tuple(named.values()), tuple(practicals))


def _step(told: Told, look: Look, valence: float) -> tuple[int, str]:
    """How far down the key goes from high, and what moved it there."""
    step = {"day": 0, "dawn": 1, "dusk": 1, "night": 2}[told.hour]
    why = []
    if told.hour == "day" and (
        told.weather in ("rain", "storm", "fog") or (told.inside and listed(NO_WINDOW, told.place))
    ):
        step += 1
        why.append("little daylight gets here" if told.inside else f"the {told.weather} takes the sun away")
    if look.contrast >= 0.4:
        step += 1
        why.append("the film wants hard shadow")
    elif look.contrast <= -0.4:
        step -= 1
        why.append("the film wants open, even light")
    if valence <= -0.35:
        step += 1
        why.append("the feelings are low")
    elif valence >= 0.35 and told.hour != "night":
        step -= 1
        why.append("the scene is glad")
    return step, ", ".join(why)


def _wish(note: str) -> int:
    said = note.casefold()
    darker = re.search(r"\b(?:darker|too bright|moodier|more contrast|more shadow|less light|harder)\b", said)
    brighter = re.search(
        r"\b(?:brighter|too dark|lighter|softer|less contrast|can't see|cannot see|more light)\b", said
    )
    return (1 if darker else 0) - (1 if brighter else 0)


def nothing_burns(told: Told) -> bool:
    """A night interior in which no line names a light, and the set has none that burns after dark."""
    if not told.inside or told.hour != "night" or listed(VEHICLE, told.place):
        return False
    return not told.named and all(_practical(name) is None for name in told.practicals)


def _sources(told: Told, key: Key) -> tuple[Lit, ...]:
    """The key first: what the scene names, what the set has, what the hour gives."""
    named = [
        Lit(lamp.name, "PRACTICAL", lamp.hard, lamp.kelvin) for lamp, _ in told.named if _burns(lamp, told)
    ]
    own = [_practical(name) for name in told.practicals if _practical(name) is not None]
    seen = [*named, *[lit for lit in own if lit is not None and all(lit.name != n.name for n in named)]]
    sky = _sky(told, key)
    if told.inside and told.hour == "night":
        lamps = seen or [_usual(told)]
        found = [lamps[0]._replace(role="KEY"), *lamps[1:3], *sky]
    elif told.inside:
        found = (
            [*sky[:1], *seen[:2], *sky[1:]]
            if sky
            else [(seen or [_usual(told)])[0]._replace(role="KEY"), *seen[1:3]]
        )
    elif told.hour == "night":
        lamps = [lit for lit in seen if lit.name != "moonlight"] or (
            [_street()] if listed(TOWN, told.place) else []
        )
        moon = Lit("moonlight", "BACK" if lamps else "KEY", True, 4300)
        found = [
            *(lit._replace(role="KEY" if n == 0 else "PRACTICAL") for n, lit in enumerate(lamps[:3])),
            moon,
        ]
    else:
        found = [*sky, *(lit for lit in seen if lit.name != "sunlight")]
    fill = Lit("bounce off walls and ceiling" if told.inside else "the sky", *_fill(told, key))
    return tuple([*found[: MOST_SOURCES - 1], fill])


def _fill(told: Told, key: Key) -> tuple[Role, bool, int]:
    kelvin = {"day": 5600, "dawn": 7500, "dusk": 9000, "night": 6500}[told.hour]
    kelvin = {"day": 5600, "dawn": 4800, "dusk": 4800, "night": 3200}[told.hour] if told.inside else kelvin
    return ("AMBIENT" if key == "LOW" else "FILL"), False, kelvin


def _sky(told: Told, key: Key) -> list[Lit]:
    """What comes from outside: sun or cloud, through the window where the scene is inside one."""
    if told.inside and listed(NO_WINDOW, told.place):
        return []
    grey = told.weather in ("rain", "snow", "fog", "overcast", "storm")
    by, through = told.hour, told.inside
    where = "through the windscreen" if listed(VEHICLE, told.place) else "through the window"
    if by == "night":
        lamp = "the street" if listed(TOWN, told.place) else "the moon"
        return [Lit(f"{lamp}, {where}", "BACK", True, 4300)]
    if by in ("dawn", "dusk"):
        kelvin = 3600 if not grey else 6500
        name = "low sun" if not grey else f"a grey {by}"
        return [
            Lit(f"{name}, {where}" if through else name, "KEY" if through else "BACK", not grey, kelvin)
        ] + ([] if through else [Lit(f"the {by} sky", "KEY", False, 8000)])
    if through:
        hard = key != "HIGH" and not grey
        return [
            Lit(f"{'hard sun' if hard else 'soft daylight'}, {where}", "KEY", hard, 6500 if grey else 5600)
        ]
    if grey:
        return [Lit("the overcast sky", "KEY", False, 6500)]
    return [Lit("the sun", "BACK", True, 5600), Lit("sun off a white bounce", "KEY", False, 5400)]


def _usual(told: Told) -> Lit:
    """What burns in such a place when no line says."""
    if listed(VEHICLE, told.place):
        return Lit("the dashboard", "PRACTICAL", False, 4300)
    if listed(OFFICE, told.place):
        return Lit("overhead tubes", "PRACTICAL", False, 4200)
    if listed(NO_WINDOW, told.place):
        return Lit("one overhead bulb", "PRACTICAL", True, 2800)
    return Lit("a practical lamp", "PRACTICAL", False, 2900)


def _street() -> Lit:
    return Lit("street lamps", "PRACTICAL", True, 2100)


def _burns(lamp: Lamp, told: Told) -> bool:
    """A lamp that is named burns by night; by day only what is lit for itself reads against the window."""
    sun = lamp.name in ("sunlight", "moonlight")
    if sun:
        return lamp.name == "moonlight" and told.hour == "night"
    return told.hour != "day" or told.inside


def _bare_lamp(lit: Lit) -> bool:
    """A lamp whose shade can come off: a small source throws a hard shadow (Alton)."""
    return lit.role in ("KEY", "PRACTICAL") and 2500 <= lit.kelvin < 4000 and "candle" not in lit.name


def _practical(name: str) -> Lit | None:
    """A light of the set designer's; None for what gives none after dark, as a window does."""
    lowered = name.casefold()
    if listed("window|windows|skylight|окн*|窗", lowered):
        return None
    lamp = next((lamp for lamp in LAMPS if listed(lamp.words, lowered)), None)
    return Lit(name, "PRACTICAL", lamp.hard if lamp else False, lamp.kelvin if lamp else 2900)


def _balance(told: Told, sources: Sequence[Lit]) -> int:
    """Daylight where it is the key, tungsten where lamps are, and between the two at the ends of the day."""
    if told.hour in ("dawn", "dusk"):
        return 4300
    if told.hour == "night":
        key = next(lit for lit in sources if lit.role == "KEY")
        return 3200 if key.kelvin < 4000 else 4300
    return 5600 if any(lit.role == "KEY" and lit.kelvin >= 5000 for lit in sources) else 3200


def _colour(told: Told, sources: Sequence[Lit]) -> str:
    key = next(lit for lit in sources if lit.role == "KEY")
    against = next((lit for lit in sources if lit is not key and abs(lit.kelvin - key.kelvin) >= 1200), None)
    said = f"{_warmth(key.kelvin)} {_bare(key.name)}"
    if against is not None:
        said += f" against {_warmth(against.kelvin)} {_bare(against.name)}"
    if told.weather in ("fog", "rain", "snow"):
        said += f", softened by {told.weather}"
    return said


def _bare(name: str) -> str:
    return re.sub(r"\A(?:the|a|an|one) ", "", name.partition(",")[0])


def _warmth(kelvin: int) -> str:
    return "amber" if kelvin < 2500 else "warm" if kelvin < 4000 else "neutral" if kelvin < 5900 else "cold"


def _mood(told: Told, key: Key, valence: float, look: Look) -> str:
    if look.contrast >= 0.5 and key == "LOW":
        return "uneasy"
    if valence <= -0.35:
        return "heavy" if told.inside else "bleak"
    if valence >= 0.35:
        return "warm"
    return {"HIGH": "open", "MID": "natural", "LOW": "intimate" if told.inside else "watchful"}[key]


def _reason(told: Told, sources: Sequence[Lit], key: Key, ratio: float, why: str) -> str:
    """The hour, the key's source with the line that names it, the ratio, and what moved it."""
    lit = next(lit for lit in sources if lit.role == "KEY")
    line = next((text for lamp, text in told.named if lamp.name == lit.name), "")
    hour = told.said if told.said.startswith("no line") else f"the slug line says {told.said}"
    if line:
        source = f"{quoted(line, 60)} names the key"
    elif lit.name in told.practicals:
        source = f"{lit.name} of the set is the key"
    else:
        source = f"the hour and the place allow {lit.name} for a key"
    text = f"{hour}; {source}; {key.lower()} key at {ratio:g}:1" + (f", for {why}" if why else "")
    return text[:1].upper() + text[1:]
