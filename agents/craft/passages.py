"""A scene as an editor reads it: stretches that play without a reason to cut inside, with their time and their heat."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from cineledger.agents.craft.beats import Marked, mark_up, turning
from cineledger.agents.craft.happening import happening, items, parts
from cineledger.agents.craft.page import SPOKEN, Unit, names_in
from cineledger.agents.craft.pronouns import Called, meant
from cineledger.agents.craft.signs import Sign, find, signs
from cineledger.domain.fountain.screenplay import Element
from cineledger.domain.script.events import Beat, BeatKind
from cineledger.domain.script.measure import seconds

CHARACTERS_A_SECOND = 4.5
"""Speech written without spaces runs at about 270 characters a minute (Mandarin news 300, drama slower)."""

_UNSPACED = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_FADE = re.compile(
    r"(?:FADE (?:IN|OUT|TO [A-Z ]+)|CUT TO(?: [A-Z ]+)?)[.:]?|(?:ИЗ )?(?:ЗТМ|ЗАТЕМНЕНИ[ЕЯ])[.:]?"
)

_SENTENCES = re.compile(r"[.!?…]\s|[。！？]\S")
_LEAD = 4
"""Words at the head of a direction that say what it is about."""
SCENES_REMEMBERED = 512
"""A scene is read for itself, for both its neighbours, and for the curve of the film."""

TENSION: tuple[tuple[Sign, float], ...] = (
    ("outburst", 0.75),
    ("reveal", 0.5),
    ("motion", 0.4),
    ("touch", 0.35),
    ("exit", 0.3),
    ("enter", 0.25),
)
"""How taut a direction is that holds a sign; a line of speech is as taut as it is hot."""
AT_REST = 0.15
"""A line that does nothing of the kind."""


class Passage(NamedTuple):
    """A paragraph of action, or a speech up to a parenthetical within it."""

    first: int
    last: int
    """Places of its script elements, counted from 0 within the scene."""
    speech: bool
    speaker: str | None
    subject: str | None
    """Who speaks or acts, as far as the line says."""
    people: tuple[str, ...]
    text: str
    signs: frozenset[Sign]
    tension: float
    """0 slack to 1 at the boil."""
    seconds: float
    """What it takes to say or do it."""
    unseen: bool
    """Spoken off screen or over the picture."""
    silent: bool
    """Nobody speaks, and the page says so."""
    beat: int
    """Its beat's count; 0 where it lies in none."""
    kind: BeatKind
    emphasis: float
    turns: bool
    """Its beat turns on it."""
    happens: str = ""
    """What happens in it that wants to be seen whole: the truck, Duke; empty where nothing does."""

    @property
    def thing(self) -> str | None:
        """What it names that may have to be seen."""
        return find("thing", self.text) if not self.speech else None

    @property
    def about_thing(self) -> bool:
        """It is one sentence that begins or ends with the thing."""
        text, thing = self.text.casefold().strip(" .!…"), self.thing
        if thing is None or _SENTENCES.search(text):
            return False
        return thing in " ".join(text.split()[:_LEAD]) or text.endswith(thing)

    @property
    def travels(self) -> bool:
        """People come, go or cross in it."""
        return not self.speech and bool(self.signs & {"motion", "enter", "exit"})


@lru_cache(maxsize=SCENES_REMEMBERED)
def passages(
    elements: tuple[Element, ...], beats: tuple[Beat, ...], called: Called = ()
) -> tuple[Passage, ...]:
    """Every playable line of a scene, in order, each in one passage; `called` says who is she and who is he."""
    marked = marks(elements, beats)
    turns, known = _turns(marked, beats), dict(called)
    found = list[Passage]()
    for count, mark in enumerate(marked):
        subject, named = _doers(mark, meant(mark, marked[:count], known))
        beat = next((b for b in beats if b.first <= mark.unit.first <= b.last), None)
        pieces = _pieces(mark, subject, named)
        if pieces:
            found += _piecemeal(
                mark,
                pieces,
                beat,
                mark.unit.first in turns,
                playing(elements[mark.unit.first : mark.unit.last + 1]),
            )
            continue
        for place, (first, last) in enumerate(_parts(elements, mark.unit)):
            text = _text(elements[first : last + 1]) or mark.unit.text
            found.append(
                Passage(
                    first=first,
                    last=last,
                    speech=mark.unit.kind == "speech",
                    speaker=mark.unit.speaker,
                    subject=subject,
                    people=named,
                    text=text,
                    signs=mark.signs if place == 0 else signs(text),
                    tension=_tension(mark),
                    seconds=playing(elements[first : last + 1]),
                    unseen=mark.unit.unseen,
                    silent=mark.unit.kind == "action" and "pause" in mark.signs,
                    beat=beat.beat if beat else 0,
                    kind=beat.kind if beat else "action",
                    emphasis=beat.emphasis if beat else 0.3,
                    turns=place == 0 and mark.unit.first in turns,
                )
            )
    return tuple(found)


class _Piece(NamedTuple):
    """Some sentences of a direction that play by themselves."""

    text: str
    subject: str | None
    people: tuple[str, ...]
    happens: str


def _pieces(mark: Marked, subject: str | None, named: tuple[str, ...]) -> list[_Piece]:
    """A direction in which things happen, or that lists images, in the pieces that it is seen in; else none."""
    text = mark.unit.text
    if mark.unit.kind != "action":
        return []
    if listed := items(text):
        return [_Piece(item, *_own(item, subject, named), "") for item in listed]
    found, told = list[_Piece](), tuple(mark.people)
    for sentence in parts(text):
        one = happening(sentence, told)
        if one is not None and not (found and found[-1].happens == one.what):
            people = names_in(sentence, told)
            found.append(
                _Piece(sentence, one.what if one.person else None, people if one.person else (), one.what)
            )
        elif found and (one is not None or not found[-1].happens):
            found[-1] = found[-1]._replace(text=f"{found[-1].text} {sentence}")
        else:
            found.append(_Piece(sentence, *_own(sentence, subject, named), ""))
    return found if any(piece.happens for piece in found) else []


def _own(text: str, subject: str | None, named: tuple[str, ...]) -> tuple[str | None, tuple[str, ...]]:
    """Who does it and whom it names; the direction's own where it names nobody."""
    people = names_in(text, named)
    return (people[0], people) if people else (subject, named)


def _piecemeal(
    mark: Marked, pieces: Sequence[_Piece], beat: Beat | None, turns: bool, takes: float
) -> Iterator[Passage]:
    """The pieces of a direction as passages; the beat turns on the first that a person plays, if one does."""
    whole = sum(len(piece.text) for piece in pieces) or 1
    turn = next((at for at, piece in enumerate(pieces) if not piece.happens), 0)
    for at, piece in enumerate(pieces):
        own = signs(piece.text)
        yield Passage(
            first=mark.unit.first,
            last=mark.unit.last,
            speech=False,
            speaker=None,
            subject=piece.subject,
            people=piece.people,
            text=piece.text,
            signs=own,
            tension=_tension(mark._replace(signs=own)),
            seconds=round(max(1.0, takes * len(piece.text) / whole), 1),
            unseen=False,
            silent="pause" in own,
            beat=beat.beat if beat else 0,
            kind=beat.kind if beat else "action",
            emphasis=beat.emphasis if beat else 0.3,
            turns=turns and at == turn,
            happens=piece.happens,
        )


def marks(elements: Sequence[Element], beats: Sequence[Beat]) -> list[Marked]:
    """What a crew marks in a scene, by the people of its beats."""
    return mark_up(elements, tuple(dict.fromkeys(name for beat in beats for name in beat.people)))


def playing(elements: Sequence[Element]) -> float:
    """Seconds a stretch takes; writing without spaces is counted by its characters."""
    spoken = sum(len(_UNSPACED.findall(e.text)) for e in elements if e.kind in SPOKEN)
    return max(seconds(elements), round(spoken / CHARACTERS_A_SECOND, 1))


def heat_of(played: Sequence[Passage]) -> float:
    """How hot a stretch runs, 0 to 1: its mean and its hottest third, by time."""
    if not played:
        return 0.0
    hottest = sorted(played, key=lambda p: -p.tension)[: -(-len(played) // 3)]
    return round(0.5 * _mean(played) + 0.5 * _mean(hottest), 2)


def is_fade(text: str) -> bool:
    """A direction that is a transition typed as action."""
    return _FADE.fullmatch(text.strip()) is not None


def _mean(played: Sequence[Passage]) -> float:
    return sum(p.tension * p.seconds for p in played) / sum(p.seconds for p in played)


def _doers(mark: Marked, pronoun: tuple[str, ...] | None) -> tuple[str | None, tuple[str, ...]]:
    """Who does it, and whom else it names; nobody for certain where a pronoun may mean two."""
    if pronoun is None:
        return mark.subject, mark.people
    others = tuple(name for name in mark.people if name != mark.subject)
    return (pronoun[0] if len(pronoun) == 1 else None), tuple(dict.fromkeys((*pronoun, *others)))


def _tension(mark: Marked) -> float:
    if mark.unit.kind == "speech":
        return max(AT_REST, mark.heat)
    worth = max((worth for sign, worth in TENSION if sign in mark.signs), default=AT_REST)
    return min(1.0, worth + mark.heat / 2)


def _turns(marked: Sequence[Marked], beats: Sequence[Beat]) -> set[int]:
    """Where the lines begin that the beats turn on."""
    found = set()
    for beat in beats:
        own = [mark for mark in marked if beat.first <= mark.unit.first <= beat.last]
        if own:
            found.add(turning(own, beat.kind).unit.first)
    return found


def _parts(elements: Sequence[Element], unit: Unit) -> Iterator[tuple[int, int]]:
    """A unit's first and last element; a speech breaks before a parenthetical within it."""
    first, said = unit.first, False
    for place in range(unit.first, unit.last + 1):
        if said and elements[place].kind == "parenthetical" and place < unit.last:
            yield first, place - 1
            first, said = place, False
        said = said or elements[place].kind in SPOKEN
    yield first, unit.last


def _text(elements: Sequence[Element]) -> str:
    return " ".join(e.text for e in elements if e.kind in (*SPOKEN, "action", "centered"))
