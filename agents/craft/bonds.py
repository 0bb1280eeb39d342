"""How people stand to each other: what a scene's lines and directions move, and how far."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from cineledger.agents.craft.bond_words import (
    DEEDS,
    KIN,
    LAUGHTER,
    ORDER,
    REFUSED,
    SPEECH,
    TOGETHER,
    Sign,
    Step,
)
from cineledger.agents.craft.doing import Cast, Mention, cast_of, sentences
from cineledger.agents.craft.language import is_english
from cineledger.agents.craft.page import SPOKEN, plain, quoted, shorten

MOST = 0.4
"""The furthest that one scene moves an axis: people change by degrees (Berscheid 1983), not in a scene."""
_REACH = 2
"""Words between a blow and whom it hits; what lies further is a thing that is hit."""
_AGAIN = 0.5
"""What the same act counts each further time in a scene."""
_IN_TALK = 2
"""Speeches between two by which a question is the one's to answer rather than that of who speaks next."""
REPORTED = re.compile(
    r"\b(?:if|unless|never said|didn't say|don't think|not saying|you think|he said|she said|did you say|"
    r"pretend|imagine|would you say)\b",
    re.IGNORECASE,
)
"""Words before a sign that make it somebody's report or a supposition."""
_NOBODY = re.compile(
    r"\((?:[^()]*\b)?(?:to (?:himself|herself|themselves|self|camera|audience)|aside|sings|"
    r"pray(?:s|ing)|read(?:s|ing))",
    re.IGNORECASE,
)
_NO_VERB = re.compile(
    r"(?:\b(?:his|her|their|the|a|an|my|your|its|two|both|of|with|no|these|those)|['’]s)\s+\Z"
)
_NO_DEED = re.compile(
    r"\A\w+ (?:[\w'’]+ ){0,2}(?:eye|eyes|up|sight|breath|look|looks|glance|smile|photo|picture|"
    r"hand|hands|lip|lips|tongue|nails|foot|feet|time)\b",
    re.IGNORECASE,
)
_YOU = re.compile(r"\b(?:you|your|you're|you've|yours)\b", re.IGNORECASE)


class Line(NamedTuple):
    """A line of a scene: said by somebody, or a direction."""

    place: int
    """Of its element in the scene, counted from 0."""
    kind: str
    who: str | None
    text: str
    unseen: bool = False
    """Spoken off screen or over the picture."""


class Moved(NamedTuple):
    """How one comes to stand otherwise to another in a scene; all zero where they only meet."""

    other: str
    trust: float
    affection: float
    power: float
    line: int
    quote: str
    reason: str


class Act(NamedTuple):
    """What one says or does to another that is a sign of how they stand."""

    giver: str
    taker: str
    name: str
    steps: tuple[Step, Step]
    """Of the giver, and of the taker."""
    saying: tuple[str, str]
    line: int
    text: str


class Turn(NamedTuple):
    """What somebody says before somebody else does, or anything is done."""

    who: str
    lines: tuple[Line, ...]
    unseen: bool
    after: str
    """The directions between the speech before and this one."""

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)


class _Scene(NamedTuple):
    acts: tuple[Act, ...]
    met: tuple[tuple[str, str, int, str], ...]
    """Who spoke to whom, on which line and in which words."""


def read_bonds(lines: Sequence[Line], called: Mapping[str, str], me: str) -> tuple[Moved, ...]:
    """What a scene moves between a character and each other whom she meets in it, in order of meeting.

    `called` gives each name of those in the scene the person it stands for. A scene that is not in English moves
    nothing: its signs are not known here.
    """
    scene = _read(tuple(lines), tuple(sorted(called.items())))
    others = [b if a == me else a for a, b, _, _ in scene.met if me in (a, b)]
    others += [
        act.taker if act.giver == me else act.giver for act in scene.acts if me in (act.giver, act.taker)
    ]
    return tuple(_moved(scene, me, other) for other in dict.fromkeys(others))


def acts_in(lines: Sequence[Line], called: Mapping[str, str]) -> tuple[Act, ...]:
    """What those in a scene say and do to each other, in order; none where it is not in English."""
    return _read(tuple(lines), tuple(sorted(called.items()))).acts


def _moved(scene: _Scene, me: str, other: str) -> Moved:
    sums, counts = [0.0, 0.0, 0.0], dict[tuple[str, str], int]()
    top: tuple[float, Act] | None = None
    for act in scene.acts:
        if {act.giver, act.taker} != {me, other}:
            continue
        again = counts.get((act.name, act.giver), 0)
        counts[act.name, act.giver] = again + 1
        step = act.steps[0 if act.giver == me else 1]
        sums = [total + value * _AGAIN**again for total, value in zip(sums, step, strict=True)]
        size = sum(map(abs, step)) * _AGAIN**again
        if size and (top is None or size >= top[0]):
            top = (size, act)
    trust, affection, power = (round(max(-MOST, min(MOST, total)), 2) + 0.0 for total in sums)
    if top is None:
        place, text = next((line, said) for a, b, line, said in scene.met if {a, b} == {me, other})
        return Moved(other, 0.0, 0.0, 0.0, place, shorten(text), f"I meet {other}: {quoted(text, 70)}")
    act = top[1]
    how = act.saying[0 if act.giver == me else 1]
    reason = how.format(other=other, line=quoted(act.text, 70))
    return Moved(other, trust, affection, power, act.line, shorten(act.text), reason)


@lru_cache(maxsize=512)
def _read(lines: tuple[Line, ...], called: tuple[tuple[str, str], ...]) -> _Scene:
    if not is_english("\n".join(line.text for line in lines)):
        return _Scene((), ())
    directions = tuple(plain(line.text) for line in lines if line.kind == "action")
    cast = cast_of(called, directions)
    turns = turns_of(lines)
    people = people_of(turns, cast, directions)
    addressed = hearers(turns, cast, people)
    acts = [*_said(turns, addressed), *_done(lines, cast, people)]
    met = []
    for turn, other in zip(turns, addressed, strict=True):
        spoken = next((line for line in turn.lines if line.kind in SPOKEN), None)
        if other is not None and spoken is not None:
            met.append((turn.who, other, spoken.place, spoken.text))
    return _Scene(tuple(sorted(acts, key=lambda act: act.line)), tuple(met))


def turns_of(lines: Sequence[Line]) -> list[Turn]:
    """The turns of a scene's talk, in order."""
    turns, directions = list[Turn](), list[str]()
    for line in lines:
        if line.kind == "action" or line.who is None:
            directions.append(plain(line.text))
        elif turns and not directions and turns[-1].who == line.who:
            turns[-1] = turns[-1]._replace(lines=(*turns[-1].lines, line))
        else:
            turns.append(Turn(line.who, (line,), line.unseen, " ".join(directions)))
            directions = []
    return turns


def people_of(turns: Sequence[Turn], cast: Cast, directions: Sequence[str]) -> tuple[str, ...]:
    """Those who speak, then those whom directions name."""
    spoken = (turn.who for turn in turns)
    named = (mention.person for text in directions for mention in cast.named(text))
    return tuple(dict.fromkeys((*spoken, *named)))


def hearers(turns: Sequence[Turn], cast: Cast, people: Sequence[str]) -> list[str | None]:
    """To whom each speech is said; None to nobody."""
    found, spoke = list[str | None](), Counter[frozenset[str]]()
    for place, turn in enumerate(turns):
        hearer = _hearer(turns, place, cast, people, spoke)
        if hearer is not None:
            spoke[frozenset((turn.who, hearer))] += 1
        found.append(hearer)
    return found


def _hearer(
    turns: Sequence[Turn], place: int, cast: Cast, people: Sequence[str], spoke: Counter[frozenset[str]]
) -> str | None:
    """Whom it names; who did something to the speaker just before; else who spoke before.

    Where it asks for an answer, who answers (Schegloff and Sacks 1973), unless she was in talk with who spoke before.
    """
    turn = turns[place]
    if _NOBODY.search(turn.text) or (turn.unseen and not _YOU.search(turn.text)):
        return None
    named = [person for person in _called(turn, cast) if person != turn.who]
    if named:
        return named[0]
    near = {mention.person for mention in cast.named(turn.after)}
    if turn.who in near and len(near) == 2:
        return next(person for person in near if person != turn.who)
    before = next((t.who for t in reversed(turns[:place]) if t.who != turn.who), None)
    after = next((t.who for t in turns[place + 1 :] if t.who != turn.who), None)
    asks = "?" in turn.text or _YOU.search(turn.text) is not None
    if asks and before and after:
        closer = spoke[frozenset((turn.who, before))] - spoke[frozenset((turn.who, after))]
        return before if closer >= _IN_TALK else after
    if before or after:
        return before or after
    others = [person for person in people if person != turn.who]
    return others[0] if len(others) == 1 else None


def _called(turn: Turn, cast: Cast) -> Iterator[str]:
    """Whom a speech calls by name: set off by a comma or a mark, or in a parenthetical (to Tom)."""
    for line in turn.lines:
        text = plain(line.text)
        for mention in cast.named(text):
            before, after = text[: mention.start].rstrip(), text[mention.end :].lstrip()
            if line.kind == "parenthetical":
                if re.search(r"\bto\Z", before):
                    yield mention.person
            elif (not before or before[-1] in ",.!?…—-") and (not after or after[0] in ",.!?…—-"):
                yield mention.person


def _said(turns: Sequence[Turn], addressed: Sequence[str | None]) -> Iterator[Act]:
    for place, (turn, other) in enumerate(zip(turns, addressed, strict=True)):
        if other is None:
            continue
        for line in turn.lines:
            if line.kind not in SPOKEN:
                continue
            for _, said in sentences(plain(line.text).replace("’", "'")):
                text = said.strip(" \"”“'")
                sign = _sign(text)
                if sign is not None:
                    yield _act(turn.who, other, sign, line.place, text)
                    if sign is ORDER:
                        yield from _refusal(turns, place, turn.who, other)


def _sign(text: str) -> Sign | None:
    for sign in (*SPEECH, ORDER):
        match = sign.pattern.search(text)
        if match is not None and not REPORTED.search(text[: match.start()]):
            return sign
    return None


def _refusal(turns: Sequence[Turn], place: int, who: str, other: str) -> Iterator[Act]:
    """The next speech is the other's, and it does not do as it was told."""
    if place + 1 < len(turns) and turns[place + 1].who == other:
        for line in turns[place + 1].lines:
            if line.kind in SPOKEN:
                text = plain(line.text).replace("’", "'")
                if REFUSED.pattern.search(text):
                    yield _act(other, who, REFUSED, line.place, text)
                return


def _done(lines: Sequence[Line], cast: Cast, people: Sequence[str]) -> Iterator[Act]:
    """What the directions have one do to another."""
    last: str | None = None
    for line in lines:
        if line.kind != "action":
            last = line.who or last
            continue
        for _, sentence in sentences(plain(line.text)):
            mentions = cast.mentions(sentence, last)
            yield from _deeds(line.place, sentence, mentions, people)
            yield from _kin(line.place, sentence, mentions, last)
            last = mentions[0].person if mentions else last


def _deeds(place: int, sentence: str, mentions: Sequence[Mention], people: Sequence[str]) -> Iterator[Act]:
    together = TOGETHER.search(sentence)
    if together and len(people) == 2 and len({m.person for m in mentions}) != 1:
        first, second = people
        both = ("{other} and I are together in it: {line}",) * 2
        yield Act(
            first, second, "together", (LAUGHTER, LAUGHTER), (both[0], both[1]), place, sentence.strip()
        )
        return
    for sign in DEEDS:
        for match in sign.pattern.finditer(sentence):
            doer = next((m.person for m in reversed(mentions) if m.subject and m.end <= match.start()), None)
            if doer is None or _NO_VERB.search(sentence[: match.start()]):
                continue
            after = [m for m in mentions if m.start >= match.start() and m.person != doer]
            taker = after[0].person if after else _only_other(sign, doer, people)
            if (
                sign.name == "hurts"
                and after
                and len(sentence[match.end() : after[0].start].split()) > _REACH
            ):
                continue
            named = sentence[match.start() :]
            if taker is None or (sign.name in ("hurts", "saves", "gives") and _NO_DEED.search(named)):
                continue
            yield _act(doer, taker, sign, place, sentence.strip())
            break


def _kin(place: int, sentence: str, mentions: Sequence[Mention], before: str | None) -> Iterator[Act]:
    """Her son MARK: whoever the pronoun means, else who was spoken of last, and who is named right after the word."""
    for match in KIN.pattern.finditer(sentence):
        whose = next((m.person for m in mentions if m.start == match.start()), before)
        named = next((m.person for m in mentions if 0 <= m.start - match.end() <= 2), None)
        if whose is not None and named is not None and whose != named:
            yield _act(whose, named, KIN, place, sentence.strip())


def _only_other(sign: Sign, doer: str, people: Sequence[str]) -> str | None:
    others = [person for person in people if person != doer]
    return others[0] if sign.alone and len(others) == 1 else None


def _act(giver: str, taker: str, sign: Sign, line: int, text: str) -> Act:
    return Act(giver, taker, sign.name, (sign.giver, sign.taker), (sign.by_me, sign.to_me), line, text)
