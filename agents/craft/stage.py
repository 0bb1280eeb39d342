"""Stage directions read for where somebody is and goes, one by one."""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from cineledger.agents.craft.beats import mark_up
from cineledger.agents.craft.floor_words import FIXTURES, HE, HOW, THEY, How
from cineledger.agents.craft.page import LINES_REMEMBERED, names_in, plain, unspaced
from cineledger.agents.craft.word_lists import compiled
from cineledger.domain.fountain.screenplay import Element


class Step(NamedTuple):
    """Somebody is or goes somewhere."""

    line: int
    """Place of the element within the scene."""
    who: str
    how: How
    at: str
    """By the door, at the table; empty where the line names no place."""
    fixture: str
    """What it is by, empty where the line names nothing that stands in the set."""
    by: str
    """Whom it is by; empty for nobody."""
    out: bool
    """It leads out of something: a car, a house."""
    word: str
    """The verb, as typed in small letters."""


_SENTENCE = re.compile(r"(?<=[.!?。！？…])\s*")
_PLACE = re.compile(
    r"\b(at|by|near|beside|behind|in front of|against|on|in|under|next to|opposite|across from|over to|back to|to|"
    r"towards|toward|into|onto|through|around|from|у|возле|около|к|в|на|за|à|sur|dans|devant|près de|junto a|en|am|an|"
    r"vor|neben|hinter|zu)\s+((?:the|a|an|his|her|their|its|le|la|les|el|der|die|das|dem|den)\s+)?([^\s,.;:!?—–]+(?:\s+"
    r"[^\s,.;:!?—–]+){0,4})",
    re.IGNORECASE,
)
_SETTLES = frozenset({"sits", "stands", "kneels", "leans", "lies"})
_STATIC = frozenset(
    "at by near beside behind against on in under opposite from у возле около в на за à sur dans devant en am an vor "
    "neben hinter".split()
) | {"in front of", "next to", "across from", "près de", "junto a"}
_NOT_A_WAY_OUT = re.compile(
    r"leaves(?!\s*(?:[.,;!]|$|the (?:room|house|kitchen|office|bar|building|apartment|flat|cabin|car|van|shop|table)"
    r"\b|through\b|by\b|with\b|without\b|quickly\b|slowly\b|together\b|alone\b|again\b|him\b|her\b|them\b))"
)
_AIMS = re.compile(
    r"\b(?:looks?|looking|stares?|staring|glances?|points?|throws?|aims?|fires|shoots?|nods?|gestures?|gazes?|peers?|"
    r"leaves|puts|sets|lays|drops|places|slides|slams|spreads|shouts?|yells?|smiles?|watch(?:es)?|watching|calls?|knocks?|tosses|hurls|слушает|смотрит|смотрят)\b"
)
"""What somebody does at a thing may be done from anywhere."""
_OUT_FROM = re.compile(r"\s+(?:from\b|to (?:meet|greet|join)\b)", re.IGNORECASE)
_OUT_OF = re.compile(r"\s+of\b", re.IGNORECASE)
_OTHER_SUBJECT = re.compile(
    r"\b(?:which|whose|that|where|(?:as|while|and|but|before|until) (?:the|a|an|its) (?:\w+ ){0,2}\w+)\s+\Z",
    re.IGNORECASE,
)
"""What stands right before a verb whose doer is something else: the cloud, which vanishes."""
_IT = re.compile(r"(\b(?:at|by|near|behind|beside|on|against|in front of|under|of) )it\b")
"""At the head of it: of the thing that was named last."""
_UNTIL = re.compile(r"\s+(?:of|with|and|as|in|at|on|by|for|to|his|her|their|who|that|while)\b.*")
OTHER = "other: "
"""What a thing is marked with that the list of fixtures does not have."""
_LEADS = re.compile(
    r"\W*(?:on|in|at|behind|through|from|over|across|above|under|outside|inside|beyond)\b", re.IGNORECASE
)
"""A sentence that begins with a place tells what is seen there, not where its people are."""
_FAR = frozenset({"at", "to", "in", "into", "on", "through", "over to", "toward", "towards", "на", "в", "к"})
_BEGINS = re.compile(rf"\W*(?:(?P<he>{HE})|(?P<they>{THEY}))(?:\b|(?=[\u4e00-\u9fff]))", re.IGNORECASE)


def steps(elements: Sequence[Element], people: Collection[str]) -> tuple[Step, ...]:
    """Every stance and move that the directions have, in order; `people` are those who may be seen."""
    cast, pronouns = tuple(people), _Pronouns(tuple(people))
    found, thing = list[Step](), ""
    for mark in mark_up(elements, cast):
        if mark.unit.kind == "speech":
            pronouns.heard(mark.subject)
            continue
        for sentence in _SENTENCE.split(plain(mark.unit.text)):
            meant = _IT.sub(rf"\1the {thing}", sentence) if thing else sentence
            found.extend(_read(meant, pronouns.subjects(meant), cast, mark.unit.first))
            thing = fixture_in(sentence) or thing
    return tuple(found)


class _Pronouns:
    """Whom he and she stand for, as the directions go on."""

    def __init__(self, cast: tuple[str, ...]) -> None:
        self.cast = cast
        self.last: str | None = None
        self.called: dict[str, str] = {}
        """Who was he and who was she so far."""

    def heard(self, speaker: str | None) -> None:
        """Somebody speaks: a pronoun after that may be anybody, unless it is known whose it is."""
        self.last = speaker if speaker in self.called else None

    def subjects(self, sentence: str) -> tuple[str, ...]:
        """Whom a sentence is about, in order; `*` stands for all."""
        named, begins = names_in(sentence, self.cast), _BEGINS.match(sentence)
        if begins and begins["they"]:
            return ("*",)
        if begins:
            who = self._meant(begins["he"].casefold())
            return (who,) if who else ()
        self.last = named[0] if named else self.last
        return named

    def _meant(self, pronoun: str) -> str | None:
        """The last subject; where that is somebody else's pronoun, the one person known by this one."""
        if self.last is None or self.called.get(self.last, pronoun) != pronoun:
            known = [name for name, called in self.called.items() if called == pronoun]
            self.last = known[0] if len(known) == 1 else None
        if self.last is not None:
            self.called[self.last] = pronoun
        return self.last


def _read(sentence: str, subjects: tuple[str, ...], cast: tuple[str, ...], line: int) -> Iterator[Step]:
    """The steps of one sentence: each verb with whoever stands last before it, and the place after it."""
    if not subjects:
        return
    verbs = _verbs(sentence)
    for place, (start, end, how) in enumerate(verbs):
        before, word = names_in(sentence[:start], cast), sentence[start:end].casefold()
        stop = verbs[place + 1][0] if place + 1 < len(verbs) else len(sentence)
        aims = _AIMS.search(sentence[start:stop].casefold()) is not None
        at, fixture, by, static = _where(sentence[end:stop], cast, aims)
        if not at and how in _SETTLES:
            at, fixture, by, static = _where(
                sentence[verbs[place - 1][1] if place else 0 : start], cast, aims
            )
        if how == "stands" and not (fixture and static):
            continue
        if _OTHER_SUBJECT.search(sentence[:start]):
            continue
        if how == "drives":
            at, fixture = "at the wheel", "wheel"
        elif fixture.startswith(OTHER) and how not in _SETTLES:
            at, fixture = "", ""
        if how == "crosses" and not at and not by:
            continue
        doers = before if _together(sentence[:start], before) else before[-1:] or subjects[:1]
        for who in doers:
            if who != by:
                out = how == "exits" and _OUT_OF.match(sentence[end:]) is not None
                yield Step(line, who, _way(how, sentence[end:]), at, fixture, by, out, word)
    if not verbs and subjects[0] != "*":
        aims = _AIMS.search(sentence.casefold()) is not None
        at, fixture, by, static = _where(sentence, cast, aims)
        if fixture and not fixture.startswith(OTHER) and static and not _LEADS.match(sentence):
            yield Step(line, subjects[0], "stands", at, fixture, by, False, "")


def _way(how: How, after: str) -> How:
    """Steps out from behind the boat: that is in, not out."""
    return "enters" if how == "exits" and _OUT_FROM.match(after) else how


def _together(before: str, named: tuple[str, ...]) -> bool:
    """MAYA and TOM sit: several people do one thing."""
    return (
        len(named) > 1
        and re.search(r"(?:\band\b|,|&|\bи\b|\bet\b|\by\b|\bund\b|和)", before) is not None
        and not (re.search(r"\b(?:watches|watch|sees|looks|behind|past|as|while|when)\b", before))
    )


@lru_cache(maxsize=LINES_REMEMBERED)
def _verbs(sentence: str) -> tuple[tuple[int, int, How], ...]:
    """Start, end and kind of every verb of the stage, the longest where two overlap."""
    found = list[tuple[int, int, How]]()
    text = sentence.casefold()
    for how, pattern in _patterns():
        for match in pattern.finditer(text):
            if _NOT_A_WAY_OUT.match(text, match.start()):
                continue
            if all(match.end() <= start or match.start() >= end for start, end, _ in found):
                found.append((match.start(), match.end(), how))
    return tuple(sorted(found))


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[How, re.Pattern[str]], ...]:
    return tuple((how, compiled(words)) for how, words in HOW.items())


@lru_cache(maxsize=1)
def _fixtures() -> tuple[tuple[str, re.Pattern[str]], ...]:
    found = []
    for name, _, _, listed in FIXTURES:
        stems = [word for word in listed.split("|")]
        ascii_words = "|".join(re.escape(word) for word in stems if word.isascii())
        others = "|".join(
            re.escape(word) if unspaced(word) else rf"(?<!\w){re.escape(word)}\w{{0,4}}"
            for word in stems
            if not word.isascii()
        )
        parts = [rf"(?<!\w)(?:{ascii_words})(?!\w)", *([others] if others else [])]
        found.append((name, re.compile("|".join(parts))))
    return tuple(found)


@lru_cache(maxsize=LINES_REMEMBERED)
def fixture_in(text: str) -> str:
    """The first thing of a set that a text names; empty where it names none."""
    lowered = text.casefold()
    found = [(m.start(), -m.end(), name) for name, p in _fixtures() if (m := p.search(lowered))]
    return min(found)[2] if found else ""


def _where(text: str, cast: tuple[str, ...], aims: bool) -> tuple[str, str, str, bool]:
    """A place in words, the thing it is by, the person it is by, and whether one is there already."""
    for match in _PLACE.finditer(text):
        preposition, article, noun = match[1].casefold(), (match[2] or "").casefold(), match[3]
        if aims and preposition in _FAR:
            continue
        person = next(iter(names_in(match[0], cast)), "")
        fixture = fixture_in(noun)
        static = preposition in _STATIC
        if person and not fixture:
            return f"{_near(preposition)} {person}", "", person, static
        if fixture:
            return _worded(preposition, article, noun, fixture), fixture, person, static
        if static and preposition != "in" and article in ("the ", "a ", "an "):
            thing = _UNTIL.split(noun)[0]
            return (
                f"{_TO.get(preposition, preposition)} {article}{thing}",
                f"{OTHER}{thing.casefold()}",
                "",
                True,
            )
    if unspaced(text):
        fixture = fixture_in(text)
        return (f"by the {fixture}" if fixture else ""), fixture, "", bool(fixture)
    return "", "", "", False


_TO = {
    "to": "at",
    "over to": "at",
    "back to": "at",
    "toward": "near",
    "towards": "near",
    "into": "in",
    "onto": "on",
    "through": "at",
    "from": "at",
    "around": "by",
}


def _near(preposition: str) -> str:
    return preposition if preposition in ("behind", "opposite", "beside", "in front of") else "beside"


def _worded(preposition: str, article: str, noun: str, fixture: str) -> str:
    """At the table: the place as the floor plan has it, in the script's own words where they are English."""
    if not noun.isascii() or not preposition.isascii():
        return f"by the {fixture}"
    words = noun.split()
    kept = next((k + 1 for k, w in enumerate(words) if fixture_in(w.casefold())), len(words))
    named = " ".join(words[:kept])
    return f"{_TO.get(preposition, preposition)} {article or 'the '}{named}".replace("  ", " ").strip()
