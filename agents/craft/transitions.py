"""How one comes into a scene from the one before, and why."""

import re
from collections.abc import Sequence

from cineledger.agents.craft.page import plain, quoted, shorten
from cineledger.agents.craft.passages import Passage, heat_of
from cineledger.agents.craft.signs import find
from cineledger.agents.craft.transition_words import LATER, RUNS_ON, SERIAL, TYPED, YEARS
from cineledger.domain.edit.events import Transition
from cineledger.domain.fountain.hours import hour_told
from cineledger.domain.value import Value

CONTRAST = 0.35
"""Difference of heat, 0 to 1, between a scene's last lines and the next one's first that makes a cut hard."""
_SENTENCE = re.compile(r"(?<=[.!?…。！？])\s+|(?<=[。！？])")
_WORD = re.compile(r"[^\W\d_]+")
_TELLING = 4
"""Letters of a word that one hears come back."""
EDGE = 2
"""Passages at either end of a scene that a transition looks at."""


_ROUND = ("dawn", "morning", "day", "dusk", "night")
NEAR = 1
"""Parts of the day that lie so near to each other that in one place a cut tells them apart."""
_DAYS = re.compile(r"NEXT|FOLLOWING|DAYS|WEEK", re.IGNORECASE)


class Edge(Value):
    """A scene from its neighbour's side: its slug line, and its lines next to the cut."""

    location: str | None
    day_night: str | None
    heat: float
    """0 to 1, of the lines next to the cut."""
    speech: bool
    """Somebody speaks at the cut."""
    silent: bool
    """Nobody speaks there, and the page says so."""
    unseen: bool
    """A voice off screen or a song plays there."""
    thing: str | None
    """What is named there that can be seen."""
    line: str
    """The line next to the cut, shortened."""
    hottest: str
    """The hottest of them."""
    may_dissolve: bool = True
    """No dissolve stands so near before it that another would be a habit."""


Way = tuple[Transition, str]
"""A transition, and why it is that."""


def lapse(then: str | None, location_then: str | None, now: str | None, location: str | None) -> str | None:
    """How the time that lies between two scenes is told by their slug lines; None where none does."""
    if RUNS_ON.search(now or ""):
        return None
    was, has_become = daytime(then), daytime(now)
    if location_then == location and was and has_become and was != has_become:
        return f"{was} has become {has_become}"
    return (
        f"the slug line says {(now or 'later').lower()}"
        if LATER.search(f"{location or ''} {now or ''}")
        else None
    )


def leading(played: Sequence[Passage], location: str | None, day_night: str | None) -> Edge:
    """A scene where it begins."""
    return _edge(played[:EDGE], 0, location, day_night)


def trailing(played: Sequence[Passage], location: str | None, day_night: str | None) -> Edge:
    """A scene where it ends."""
    return _edge(played[-EDGE:], -1, location, day_night)


def comes_in(before: Edge | None, here: Edge, typed: str | None, pacing: str, serial: bool, act: bool) -> Way:
    """How the film comes into a scene: as typed, else as time, heat, things and sound ask for it, else by a cut."""
    if typed and (way := _typed(typed, before is None)):
        return way
    if before is None:
        return "FADE IN", "the film begins: out of black"
    return (
        _over_time(before, here, pacing, act)
        or _by_heat(before, here)
        or _by_thing(before, here)
        or _by_sound(before, here)
        or _plain(before, here, serial)
    )


def goes_out(typed: str | None) -> Way:
    """How the film ends."""
    if typed and "CUT" in typed.upper():
        return "HARD CUT", f"the script types it: {shorten(typed, 40)}, and the film is over in mid-breath"
    way = _typed(typed, False) if typed else None
    return "FADE OUT", way[1] if way else "the film ends: it goes to black, and lets the last frame sink in"


def is_serial(said: Sequence[str]) -> bool:
    """The orchestrator's words ask for the manners of comics and serials."""
    return any(SERIAL.search(text) for text in said)


def _typed(typed: str, first: bool) -> Way | None:
    found = next((transition for words, transition in TYPED if words.search(typed)), None)
    if found is None:
        return None
    return "FADE" if found == "FADE IN" and not first else found, f"the script types it: {shorten(typed, 40)}"


def _over_time(before: Edge, here: Edge, pacing: str, act: bool) -> Way | None:
    slug = f"{here.location or ''} {here.day_night or ''}"
    if YEARS.search(slug) or YEARS.search(here.line):
        return "FADE", "years or months lie between: the film stops for them"
    when = lapse(before.day_night, before.location, here.day_night, here.location)
    if when is None:
        return None
    if before.location == here.location and near_in_time(before.day_night, here.day_night):
        return "CUT", f"a time cut: {when}, and we have not left the place"
    if not here.may_dissolve:
        return "CUT", f"{when}; the film dissolved a short while ago, so a cut has to do"
    if pacing == "quick":
        return "CUT", f"{when}; a film cut this quick jumps over time rather than dissolve"
    return "DISSOLVE", f"time has passed: {when}" + (", and an act is over" if act else "")


def _by_heat(before: Edge, here: Edge) -> Way | None:
    step = here.heat - before.heat
    if abs(step) < CONTRAST:
        return None
    way = "from the quiet into the heat" if step > 0 else "out of the heat into the quiet"
    return "HARD CUT", f"{way}: {quoted(before.hottest, 45)} against {quoted(here.hottest, 45)}"


def _by_thing(before: Edge, here: Edge) -> Way | None:
    if before.location == here.location:
        return None
    if before.thing is not None and before.thing == here.thing:
        return (
            "MATCH CUT",
            f"from the {before.thing} there to the {here.thing} here: one picture answers the other",
        )
    words = _WORD.findall(before.line.casefold())
    if words and len(words[-1]) >= _TELLING and words[-1] in _WORD.findall(here.line.casefold()):
        return "MATCH CUT", f"{_line(before)} ends on a word that {_line(here)} takes up"
    return None


def _by_sound(before: Edge, here: Edge) -> Way | None:
    if here.speech and before.silent:
        return (
            "PRELAP",
            f"{_line(here)} is heard while the last scene is still silent: the words pull us over",
        )
    if before.unseen and not here.speech:
        return "POSTLAP", f"{_line(before)} runs on over the first frames of this"
    return None


def _plain(before: Edge, here: Edge, serial: bool) -> Way:
    if RUNS_ON.search(here.day_night or ""):
        return "CUT", "the action runs on, and so does the film"
    was, now = daytime(before.day_night), daytime(here.day_night)
    if serial and before.location != here.location and was == now:
        return "WIPE", "elsewhere, meanwhile: this film turns its pages in plain sight"
    named = (here.location or "").casefold()
    if named and len(named) > 3 and named in before.line.casefold():
        return "CUT", f"{_line(before)} names the place, and here it is"
    if before.location == here.location:
        return "CUT", "the same place: nothing asks for more than a cut"
    if was and now and was != now:
        return (
            "CUT",
            f"from {was} to {now} and to another place: the light says that time has passed, the cut need not",
        )
    return "CUT", f"from {_line(before)} to {_line(here)}: the story goes on elsewhere, and a cut is enough"


def _line(edge: Edge) -> str:
    return quoted(edge.line, 45) if edge.line else "nothing said"


def daytime(day_night: str | None) -> str | None:
    """The time of day that a slug line says: dawn, morning, day, dusk or night; None for LATER and the like."""
    told = hour_told(day_night)
    return "dusk" if told == "evening" else told


def near_in_time(then: str | None, now: str | None) -> bool:
    """The next part of the day, or one that a slug line only calls later."""
    was, has_become = daytime(then), daytime(now)
    if was is None or has_become is None:
        return not _DAYS.search(now or "")
    return (_ROUND.index(has_become) - _ROUND.index(was)) % len(_ROUND) <= NEAR


def _sentence(text: str, place: int) -> str:
    sentences = [s for s in _SENTENCE.split(plain(text)) if s.strip()]
    return shorten(sentences[place], 60) if sentences else ""


def _edge(played: Sequence[Passage], place: int, location: str | None, day_night: str | None) -> Edge:
    """The end of a scene at a place: 0 its first line, -1 its last."""
    text = " ".join(p.text for p in played if not p.speech)
    near = played[place] if played else None
    return Edge(
        location=location,
        day_night=day_night,
        heat=heat_of(played),
        speech=near is not None and near.speech and not near.unseen,
        silent=near is not None and near.silent,
        unseen=near is not None and near.unseen,
        thing=find("thing", text),
        line=_sentence(near.text, place) if near else "",
        hottest=shorten(max(played, key=lambda p: p.tension).text, 60) if played else "",
    )
