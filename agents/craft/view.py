"""A beat as those who frame it see it: what the text shows, and nothing that names a place in the ledger."""

# Full-width and Cyrillic marks that look like Latin ones are meant: scripts are typed with them.

import re
from collections.abc import Collection, Sequence
from functools import lru_cache

from cineledger.agents.craft.beats import Marked, mark_up, turning, turning_text
from cineledger.agents.craft.calls import apart
from cineledger.agents.craft.happening import happening, happenings, parts
from cineledger.agents.craft.page import shorten
from cineledger.agents.craft.power import holder, standings
from cineledger.agents.craft.signs import find
from cineledger.domain.fountain.hours import hour_told
from cineledger.domain.fountain.screenplay import Element
from cineledger.domain.script.events import Beat, BeatKind
from cineledger.domain.value import Value

BEATS_REMEMBERED = 2_048
"""A beat is seen by every role that has a word in its debate, and again as often as the film is viewed."""

Feelings = tuple[tuple[str, float | None, float | None], ...]


class BeatView(Value):
    """What a role needs to know of a beat to frame it."""

    int_ext: str | None
    location: str | None
    day_night: str | None
    kind: BeatKind
    emphasis: float
    """0 to 1: how much of the scene turns on it."""
    people: tuple[str, ...]
    """Everybody who speaks or is named in it."""
    moves: bool
    turn: str
    quote: str
    """Its strongest line, at most 90 characters."""
    speech_share: float
    """0 all action to 1 all speech."""
    asks: bool
    """Somebody puts a question in it."""
    shouts: bool
    """The text exclaims or is in capitals."""
    feelings: Feelings = ()
    """Character, valence, arousal; None where unknown."""
    position: float
    """Of the beat in the film, 0 its beginning to 1 its end."""
    seen: tuple[str, ...] = ()
    """The people a camera can find: not those only heard."""
    focus: str | None = None
    """Whom the strongest line belongs to, of those seen."""
    spoken: bool = False
    """The strongest line is spoken."""
    looks: bool = False
    """Somebody looks at something."""
    thing: str | None = None
    """What has to be seen or read: phone, letter, clock …"""
    touches: bool = False
    crowd: bool = False
    holds: str | None = None
    """Who has the upper hand in it, of those seen."""
    again: int = 0
    """How many turns of its kind the film has had before it."""
    phone: bool = False
    """Somebody in it speaks to a voice that is only heard."""
    apart: bool = False
    """Its people are in two places that are cut against each other: a call."""
    events: tuple[str, ...] = ()
    """What things, animals and crowds, and people as bodies, do in it that no face can show."""
    event: str | None = None
    """Which of them its strongest line is about."""
    once: bool = False
    """It is one of a series of single images: a montage."""

    @property
    def other(self) -> str | None:
        """Who stands against the focus."""
        return next((name for name in self.seen if name != self.focus), None)

    @property
    def outside(self) -> bool:
        return self.int_ext in ("EXT", "EST", "INT/EXT")

    @property
    def dark(self) -> bool:
        """The slug line says night, evening, dusk or dawn."""
        return hour_told(self.day_night) in ("dawn", "dusk", "evening", "night")

    @property
    def thing_named(self) -> str:
        """The thing as a noun phrase; one in another script stands without an English article."""
        if self.thing is None:
            return "it"
        return f"the {self.thing}" if self.thing.isascii() else self.thing

    def felt(self, name: str | None) -> tuple[float, float]:
        """Valence and arousal of a character; 0 where unknown, for what is framed must be framed somehow."""
        for person, valence, arousal in self.feelings:
            if person == name:
                return (valence or 0.0, arousal or 0.0)
        return (0.0, 0.0)


def see(
    beat: Beat,
    elements: Sequence[Element],
    cast: Sequence[str],
    heading: tuple[str | None, str | None, str | None] = (None, None, None),
    feelings: Feelings = (),
    position: float = 0.5,
) -> BeatView:
    """A beat of a scene with these elements; `heading` is inside or outside, the place, and the time of
    day.
    """
    return _seen_once(beat, tuple(elements), tuple(cast), heading, feelings, position)


@lru_cache(maxsize=BEATS_REMEMBERED)
def _seen_once(
    beat: Beat,
    elements: tuple[Element, ...],
    cast: tuple[str, ...],
    heading: tuple[str | None, str | None, str | None],
    feelings: Feelings,
    position: float,
) -> BeatView:
    unread = BeatView(
        int_ext=heading[0],
        location=heading[1],
        day_night=heading[2],
        kind=beat.kind,
        emphasis=beat.emphasis,
        people=beat.people,
        moves=beat.moves,
        turn=beat.turn,
        quote="",
        speech_share=0.0,
        asks=False,
        shouts=False,
        feelings=tuple(feeling for feeling in feelings if feeling[0] in beat.people),
        position=round(position, 3),
        seen=beat.people,
        focus=beat.people[0] if beat.people else None,
    )
    # Marked from the scene's beginning, since a pronoun may stand for somebody in the beat before.
    scene = mark_up(elements[: beat.last + 1], cast)
    marked = [mark for mark in scene if mark.unit.first >= beat.first]
    if not marked:
        return unread
    top = turning(marked, beat.kind)
    heard = only_heard(scene)
    seen = _seen(marked, beat.people, heard)
    spoken = [mark for mark in marked if mark.unit.kind == "speech"]
    directions = " ".join(mark.unit.text for mark in marked if mark.unit.kind == "action")
    length = sum(len(mark.unit.text) for mark in marked)
    actions = [mark.unit.text for mark in marked if mark.unit.kind == "action"]
    events = tuple(dict.fromkeys(one.what for text in actions for one in happenings(text, cast)))
    struck = happening(
        parts(turning_text(top, beat.kind) or " ")[0] if top.unit.text.strip() else "", tuple(cast)
    )
    everything = directions + " ".join(mark.unit.text for mark in spoken)
    return unread.model_copy(
        update={
            "quote": shorten(turning_text(top, beat.kind)),
            "speech_share": round(sum(len(m.unit.text) for m in spoken) / length, 2) if length else 0.0,
            "asks": any(sign in mark.unit.text for mark in spoken for sign in "?？؟"),
            "shouts": any(mark.heat >= 0.5 for mark in marked),
            "seen": seen,
            "focus": _focus(top, marked, seen),
            "spoken": top.unit.kind == "speech",
            "looks": find("look", directions) is not None,
            "thing": find("thing", directions),
            "touches": any("touch" in mark.signs for mark in marked if mark.unit.kind == "action"),
            "crowd": find("crowd", everything) is not None,
            "holds": holder(standings(marked), seen),
            "phone": bool(seen) and any(m.unit.unseen or m.unit.speaker in heard for m in spoken),
            "apart": apart(elements, beat.first, beat.last),
            "events": events,
            "event": struck.what if struck is not None and top.unit.kind == "action" else None,
            "once": _is_montage(elements, beat),
        }
    )


def _seen(marked: Sequence[Marked], people: Sequence[str], heard: Collection[str]) -> tuple[str, ...]:
    """Who can be filmed: those who speak on screen first, then those the directions name, but no mere voice."""
    speech = [mark.unit.speaker for mark in marked if mark.unit.kind == "speech" and not mark.unit.unseen]
    named = [
        name for mark in marked if mark.unit.kind == "action" for name in mark.people if name not in heard
    ]
    return tuple(dict.fromkeys(name for name in (*speech, *named) if name in people and name is not None))


def only_heard(marked: Sequence[Marked]) -> frozenset[str]:
    """Those who speak over the picture or off it and nowhere else, and whom no direction brings in as a body."""
    speeches = [mark.unit for mark in marked if mark.unit.kind == "speech" and mark.unit.speaker]
    on = {unit.speaker for unit in speeches if not unit.unseen}
    off = {unit.speaker for unit in speeches if unit.unseen and unit.speaker} - on
    bodies = {
        mark.subject
        for mark in marked
        if mark.unit.kind == "action"
        and mark.subject in off
        and not _SOUNDS.search(mark.unit.text.casefold())
    }
    return frozenset(
        name for name in off if name and (name not in bodies or _NO_BODY.search(name.casefold()))
    )


def shown(marked: Sequence[Marked]) -> tuple[str, ...]:
    """The people of a scene whom a camera can find, in the order in which they come in."""
    heard = only_heard(marked)
    return tuple(
        dict.fromkeys(
            name
            for mark in marked
            for name in (mark.people if mark.unit.kind == "action" else mark.people[:1])
            if name not in heard and not (mark.unit.kind == "speech" and mark.unit.unseen)
        )
    )


_SOUNDS = re.compile(
    r"\b(?:voice|voices|radio|speaker|speakers|loudspeaker|intercom|phone|receiver|crackles?|hear|hears|heard|calls? "
    r"out|shouts? from|off ?screen|o\.?s\.?|narrat\w*|tannoy|recording|answering machine)\b|голос|слыш|声音|声が"
)
_NO_BODY = re.compile(
    r"\b(?:voice|voices|narrator|announcer|radio|intercom|loudspeaker|computer|operator|dispatch\w*|tannoy|recording|"
    r"tv|television|answering machine|gps|caller)\b|голос|диктор|旁白|声音|ナレ"
)


_MONTAGE = re.compile(r"\b(?:montage|series of shots|intercut with images|quick cuts)\b|монтаж|蒙太奇")


def _is_montage(elements: Sequence[Element], beat: Beat) -> bool:
    """A heading or a line up to this beat announces a montage, and nothing since has ended it."""
    found = False
    for element in elements[: beat.last + 1]:
        if element.kind in ("heading", "action"):
            said = element.text.casefold()
            if _MONTAGE.search(said):
                found = not re.search(r"\bend (?:of )?(?:montage|series)|\bback to scene", said)
    return found


def _focus(top: Marked, marked: Sequence[Marked], seen: tuple[str, ...]) -> str | None:
    """The strongest line's own, or for a voice off screen whoever hears it."""
    for name in (top.subject, *top.people, *(mark.subject for mark in marked), *seen):
        if name in seen:
            return name
    return None
