"""Who hears what is said in a scene, and sees what is done: those who are there then, and whom it is meant for."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from cineledger.agents.craft.bonds import Line, Turn, hearers, people_of, turns_of
from cineledger.agents.craft.clause_words import NOT_NAMES
from cineledger.agents.craft.doing import Cast, cast_of, sentences
from cineledger.agents.craft.name_words import TITLES
from cineledger.agents.craft.page import SPOKEN, plain

_COMES = re.compile(
    r"\b(?:enters?|(?:comes?|walks?|runs?|rushes|bursts?|steps?|storms?|hurries|slips) (?:in|inside|back|through|up)\b"
    r"|(?:comes?|steps?) out\b|arrives?|appears?|joins|returns|emerges)\b"
)
_GOES = re.compile(
    r"\b(?:exits?|departs|vanishes|disappears|is gone|"
    r"(?:goes|walks|runs|storms|rushes|hurries|slips|drives|strides|marches) (?:out|off|away|upstairs|downstairs)|"
    r"leaves(?=\s*(?:[.,;!?—-]|\Z|and\b|without|through|by\b|quickly|"
    r"(?:the|his|her) (?:room|house|office|kitchen|bar|flat|building|car|shop|stage))))\b"
)
_HIDDEN = re.compile(
    r"\b(?:unseen|unnoticed|unobserved|secretly|furtively|stealthily|without (?:\w+ ){1,3}(?:noticing|seeing|knowing)|"
    r"while (?:nobody|no one) (?:is looking|looks|watches)|while \w+ (?:sleeps|is asleep|isn't looking)|"
    r"behind (?:\w+'s|his|her|their) backs?|when (?:nobody|no one) (?:is looking|looks))\b",
    re.IGNORECASE,
)
_WHISPERED = re.compile(
    r"\b(?:whisper\w*|sotto|aside|confidentially|lowers? (?:his|her) voice|in(?:to)? (?:\w+'s|his|her) ear)\b",
    re.IGNORECASE,
)
_INWARD = re.compile(
    r"\b(?:to (?:himself|herself|themselves|self|camera|audience|no one|nobody)|"
    r"under (?:his|her|their) breath|think(?:s|ing))\b",
    re.IGNORECASE,
)
_ALL = re.compile(
    r"\b(?:everybody|everyone|you all|all of you|ladies and gentlemen|gentlemen|friends)\b", re.IGNORECASE
)
QUOTED = re.compile(r"[\"“]([^\"”]{4,400})[\"”]")
"""What a direction quotes: a letter, a screen."""
_ON_A_LINE = re.compile(
    r"\b(?:phone|receiver|radio|intercom|headset|walkie\W?talkie|mobile|cell)\b", re.IGNORECASE
)
_IMAGE = re.compile(
    r"\b(?:photo|photograph|picture|portrait|painting|name|voice|memory|thought|message|letter|call|note)s? "
    r"(?:of|from|to|for|by)\s+\Z",
    re.IGNORECASE,
)
_OWNED = re.compile(
    r"['’]s?\b(?! (?:hands?|eyes?|face|head|arms?|fingers?|shoulders?|voice|mouth|lips|back)\b)"
)
_AND = re.compile(r"\s*,?\s*(?:and|&)\s+")


class Uttered(NamedTuple):
    """A line of a scene, and those it reaches."""

    place: int
    """Of its element in the scene, counted from 0."""
    who: str
    """Who says it; empty for a direction."""
    to: tuple[str, ...]
    """Those it is said to."""
    heard: tuple[str, ...]
    """All whom it reaches, who says it apart; for a direction, all who can see it."""
    text: str
    turn: int
    """Speeches of one turn have one; a direction has that of the speech before it, from -1."""
    hidden: bool = False
    """It is done so that nobody sees, or said so that only those hear it to whom it is said."""


def listen(lines: Sequence[Line], called: Mapping[str, str]) -> tuple[Uttered, ...]:
    """Every line that is said or done in a scene, in order; `called` gives each name the person it stands for."""
    return _listen(tuple(lines), tuple(sorted(called.items())))


@lru_cache(maxsize=512)
def _listen(lines: tuple[Line, ...], called: tuple[tuple[str, str], ...]) -> tuple[Uttered, ...]:
    directions = tuple(plain(line.text) for line in lines if line.kind == "action")
    cast = cast_of(called, directions)
    turns = turns_of(lines)
    people = people_of(turns, cast, directions)
    addressed = hearers(turns, cast, people)
    there = _there(lines, cast)
    turn_at = {line.place: at for at, turn in enumerate(turns) for line in turn.lines}
    found, last = list[Uttered](), -1
    for line in lines:
        text = plain(line.text)
        last = turn_at.get(line.place, last)
        if line.kind in SPOKEN and line.place in turn_at:
            found.append(_spoken(turns, last, line, addressed[last], there[line.place]))
        elif line.kind == "action":
            hidden = _HIDDEN.search(text) is not None
            found.append(Uttered(line.place, "", (), there[line.place], text, last, hidden))
    return tuple(found)


def _spoken(turns: Sequence[Turn], at: int, line: Line, other: str | None, there: tuple[str, ...]) -> Uttered:
    """To whom a line is said, and who hears it besides."""
    turn, text = turns[at], plain(line.text)
    manner = " ".join(one.text for one in turn.lines if one.kind == "parenthetical")
    present = tuple(person for person in there if person != turn.who)
    voices = list[str]()
    if turn.unseen:
        near = {turns[k].who for k in (at - 1, at + 1) if 0 <= k < len(turns)}
        present = tuple(p for p in present if p in near) if turn.who not in there else ()
    else:
        voices = [turns[k].who for k in (at - 1, at + 1) if 0 <= k < len(turns) and turns[k].unseen]
        present = tuple(dict.fromkeys((*present, *(v for v in voices if v != turn.who and v not in there))))
    if _INWARD.search(manner):
        return Uttered(line.place, turn.who, (), (), text, at)
    if _ON_A_LINE.search(manner) and not turn.unseen:
        return Uttered(line.place, turn.who, tuple(voices), present, text, at)
    to = (other,) if other is not None and other in present and not _ALL.search(text) else present
    if _WHISPERED.search(manner):
        return Uttered(line.place, turn.who, to, to, text, at, True)
    return Uttered(line.place, turn.who, to, present, text, at)


def _there(lines: Sequence[Line], cast: Cast) -> dict[int, tuple[str, ...]]:
    """Who is in the scene at each of its lines: from its start or when they come, until they go."""
    shows = {line.place: tuple(_shown(line, cast)) for line in lines}
    first = dict[str, bool]()
    for line in lines:
        for person, way in shows[line.place]:
            first.setdefault(person, way == "comes")
    present = dict.fromkeys(person for person, comes in first.items() if not comes)
    found: dict[int, tuple[str, ...]] = {}
    for line in lines:
        present.update(dict.fromkeys(person for person, _ in shows[line.place]))
        found[line.place] = tuple(present)
        for person, way in shows[line.place]:
            if way == "goes":
                present.pop(person, None)
    return found


def _shown(line: Line, cast: Cast) -> Iterator[tuple[str, str]]:
    """Those who are seen or speak in a line, and whether they come or go in it."""
    if line.kind != "action":
        if line.who is not None and not line.unseen:
            yield line.who, "is there"
        return
    before: str | None = None
    for _, sentence in sentences(QUOTED.sub(" ", plain(line.text))):
        mentions = cast.mentions(sentence, before)
        before = mentions[-1].person if mentions else before
        ways = [(m.start(), "comes") for m in _COMES.finditer(sentence)]
        ways += [(m.start(), "goes") for m in _GOES.finditer(sentence)]
        for at, mention in enumerate(mentions):
            if _IMAGE.search(sentence[: mention.start]) or _OWNED.match(sentence, mention.end):
                continue
            following = mentions[at + 1 :]
            joined = following and _AND.fullmatch(sentence[mention.end : following[0].start])
            stop = following[1].start if joined and len(following) > 1 else len(sentence)
            if following and not joined:
                stop = following[0].start
            ends = [way for start, way in ways if mention.end <= start < stop]
            yield mention.person, ends[-1] if ends and mention.subject else "is there"


def with_parts(called: Mapping[str, str]) -> dict[str, str]:
    """The names, and each part of a longer one that nobody else bears: DR. ADEYEMI is called Adeyemi."""
    parts: dict[str, set[str]] = {}
    for name, person in called.items():
        words = name.split()
        for word in words if len(words) > 1 else ():
            if len(word) > 2 and word.isalpha() and word.casefold() not in NOT_NAMES and word not in TITLES:
                parts.setdefault(word, set()).add(person)
    whole = {word for name in called for word in name.split() if len(name.split()) == 1}
    own = {
        part: next(iter(people)) for part, people in parts.items() if len(people) == 1 and part not in whole
    }
    return {**own, **called}
