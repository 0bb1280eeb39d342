"""What two people have been through, and lines that forget it."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from cineledger.agents.craft.auditing.scene import (
    Audited,
    Established,
    Found,
    Line,
    established,
    sentence_of,
    spoken,
)
from cineledger.agents.craft.doing import sentences
from cineledger.agents.craft.name_letters import bare
from cineledger.agents.craft.name_words import ANYBODY
from cineledger.agents.craft.page import quoted, shorten

TURNS = 2
"""Times that two have to speak after one another to know each other from then on."""
NEAR = 4
"""Speeches after a line in which somebody may say that it was no slip."""


def _re(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_STRANGERS = _re(
    r"\bhave we (?:ever )?met\b|\bdo I know you\b|\b(?:I don't believe|"
    r"I don't think) we(?:'ve| have) (?:ever )?(?:met|been introduced)\b|"
    r"\bwe(?:'ve| have)(?: not|n't) been introduced\b|\bI (?:didn't|don't think I) (?:get|"
    r"catch|caught) your name\b|"
    r"\bI(?:'ve| have) never (?:met|seen) you\b|\bwho (?:are|might) you(?: be)?\b(?! to\b|"
    r" calling\b| talking\b| kidding\b| working\b| trying\b| with\b)|"
    r"\bwhat(?:'s| is) your name\b"
)
_NO_QUARREL = _re(
    r"\b(?:never|not once)\b[^.!?]{0,40}\b(?:a (?:hard|cross|harsh|bad|angry|sharp) word|"
    r"(?:quarrel|argu|fought|fight|row)\w*)\b[^.!?]{0,20}\b(?:between us|with (?:you|me)|"
    r"the two of us|together)?|"
    r"\bwe(?:'ve| have) never (?:quarrel\w*|argued|fought|rowed|had (?:a|one) (?:fight|row|"
    r"quarrel|argument))\b"
)
_BREAK = _re(
    r"\bI(?:'ll| will) never (?:forgive|speak to|forget what|trust) (?:you|him|her)\b|"
    r"\bnever (?:forgive|speak to) (?:me|you) again\b|\bI hate you\b|"
    r"\byou(?:'re| are) (?:dead to me|no (?:son|daughter|brother|sister|friend) of mine)\b|"
    r"\bwe(?:'re| are) (?:through|finished)\b|"
    r"\bget out of (?:my (?:house|sight|life))\b|\bI never want to see you again\b"
)
_DENIED_KIN = (
    (
        "spouse",
        _re(
            r"\bI(?:'ve| have) never been married\b|\bI never (?:got |was )?married\b(?! (?:him|her|"
            r"you|again)\b)"
        ),
    ),
    (
        "sibling",
        _re(
            r"\bI(?:'m| am) an only child\b|\bI (?:never had|don't have|have no|haven't got) (?:a |"
            r"any |an )?(?:brothers?|sisters?|siblings?)\b"
        ),
    ),
    (
        "child",
        _re(
            r"\bI (?:never had|don't have|have no|haven't got) (?:any |a )?(?:children|kids|child|son|"
            r"daughter)\b"
        ),
    ),
)
_KIN = (
    (
        "spouse",
        _re(
            r"\b(?:years of marriage|been married (?:for |to )|my (?:ex-?)?(?:husband|wife)\b|"
            r"I married (?:him|her|you)|(?:his|her) (?:ex-?)?(?:husband|wife)\b|(?:his|her) ex\b)"
        ),
    ),
    (
        "sibling",
        _re(
            r"\bmy (?:\w+ )?(?:brother|sister|twin)\b|(?:his|her) (?:\w+ )?(?:brother|sister|twin)\b|"
            r"\A\W*(?:hello|hi|hey)?,? ?(?:sis|bro)\b|,? (?:sis|bro)[.,!?]"
        ),
    ),
    (
        "child",
        _re(
            r"\bmy (?:\w+ )?(?:son|daughter|boy|girl|kids|children)\b|(?:his|her) (?:\w+ )?(?:son|"
            r"daughter|kids|children)\b"
        ),
    ),
)
_EXCUSED = _re(
    r"\b(?:lie[ds]?|lying|joke|joking|kidding|funny|pretend\w*|play(?:ing)? along|"
    r"again\b[^.]*\bfor the first time|laugh\w*|winks?|grins?|smil\w+|"
    r"amnesia|remember\w*|forgot\w*|forget|memory|you know (?:very|perfectly|damn) well|"
    r"of course you (?:do|know)|stop it|cover|act(?:ing)?\b|don't be|very well|bandage|"
    r"doctor)\b"
)


def established_ties(scene: Audited) -> Iterator[Established]:
    """Who talks to whom for the first time, who breaks with whom, and who says or shows what kin she has."""
    for (one, other), line in _talks(scene).items():
        quote = shorten(spoken(line.text))
        yield established(scene, line, "relationship", one, "know each other", "", quote, other, scene.names)
    speeches = list(scene.speeches())
    for at, line in enumerate(speeches):
        text = spoken(line.text)
        to = _other(speeches, at)
        if to and _BREAK.search(text):
            yield established(
                scene, line, "relationship", line.who or "", "break", "", shorten(text), to, scene.names
            )
        for kin, pattern in _KIN:
            said = sentence_of(text, pattern)
            if line.who and said and not said.endswith("?"):
                whom = to if kin == "spouse" and "marriage" in said and to else ""
                for one in filter(None, (line.who, whom)):
                    yield established(scene, line, "relationship", one, f"kin:{kin}", "", shorten(said), whom)
    yield from _shown_kin(scene)


def _shown_kin(scene: Audited) -> Iterator[Established]:
    """BRENDA and her husband KEITH: who is named first has the kin."""
    for line in scene.directions():
        for _, sentence in sentences(spoken(line.text)):
            for kin, pattern in _KIN:
                found = pattern.search(sentence)
                if found is None or not re.match(r"(?:his|her)\b", found[0], re.IGNORECASE):
                    continue
                named = _named(scene, sentence)
                whose = [person for start, person in named if start < found.start()]
                whom = [person for start, person in named if 0 <= start - found.end() <= 3]
                if whose and whom and whose[-1] != whom[0]:
                    for who, other in ((whose[-1], whom[0]), (whom[0], whose[-1])):
                        if kin != "child" or who == whose[-1]:
                            quote = shorten(sentence.strip())
                            yield established(
                                scene, line, "relationship", who, f"kin:{kin}", "", quote, other
                            )


def _named(scene: Audited, text: str) -> list[tuple[int, str]]:
    found = [
        (match.start(), one.person)
        for one in scene.people
        for name in one.called
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE)
    ]
    return sorted(found)


def _talks(scene: Audited) -> dict[tuple[str, str], Line]:
    """Pairs who talk to each other in the picture or on a line, with the speech by which they do."""
    said = [line for line in scene.lines if line.kind == "dialogue" and line.who]
    turns = list[Line]()
    for line in said:
        if not turns or turns[-1].who != line.who:
            turns.append(line)
    counts, first = dict[tuple[str, str], int](), dict[tuple[str, str], Line]()
    for one, other in pairwise(turns):
        pair = _pair(one.who or "", other.who or "")
        counts[pair] = counts.get(pair, 0) + 1
        first.setdefault(pair, other)
    return {
        pair: first[pair] for pair, count in counts.items() if count >= TURNS and not any(map(_anybody, pair))
    }


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def _anybody(name: str) -> bool:
    """A waiter in one scene need not be the waiter of another."""
    return {bare(word) for word in name.split()} <= ANYBODY or bool(re.search(r"\d", name))


def _other(speeches: Sequence[Line], at: int) -> str | None:
    """To whom a speech is said: the only other who speaks just before and after it."""
    me = speeches[at].who
    near = {line.who for line in speeches[max(0, at - 2) : at + 3] if line.who != me}
    return near.pop() if len(near) == 1 else None


def forgotten_ties(scene: Audited, before: Sequence[Established]) -> Iterator[Found]:
    """Lines that know nothing of what two have been through, with nobody there to deceive."""
    ties = [(place, known) for place, known in enumerate(before) if known.kind == "relationship"]
    speeches = list(scene.speeches())
    for at, line in enumerate(speeches):
        text, who = spoken(line.text), line.who or ""
        found = _forgotten(scene, ties, text, who, _other(speeches, at))
        if found is None or _meant(scene, line, speeches, at):
            continue
        place, weight, quote = found
        known = before[place]
        people = tuple(dict.fromkeys(p for p in (who, known.about, known.other) if p))
        said = f"{who} says {quoted(quote, 80)}"
        told = f"{said}, as if scene {known.scene} had not been: {quoted(known.quote, 80)}"
        yield Found("relationship", line.place, shorten(quote), people, place, weight, told)


def _forgotten(
    scene: Audited, ties: Sequence[tuple[int, Established]], text: str, who: str, other: str | None
) -> tuple[int, float, str] | None:
    """What a speech forgets, by its place, how heavily, and the sentence that does."""
    both = [(place, known) for place, known in ties if {known.about, known.other} == {who, other}]
    if (said := sentence_of(text, _STRANGERS)) and len(_speaking(scene)) == 2:
        for place, known in both:
            if known.what == "know each other" and known.era == scene.era:
                return place, 0.8, said
    if said := sentence_of(text, _NO_QUARREL):
        for place, known in reversed(both):
            if known.what == "break":
                return place, 0.7, said
    for kin, pattern in _DENIED_KIN:
        said = sentence_of(text, pattern)
        for place, known in ties if said and not said.endswith("?") else ():
            if known.what == f"kin:{kin}" and known.about == who:
                return place, 0.5, said
    return None


def _speaking(scene: Audited) -> set[str]:
    return {line.who for line in scene.speeches() if line.who}


def _meant(scene: Audited, line: Line, speeches: Sequence[Line], at: int) -> bool:
    """Somebody near says that it is a lie, a joke or a lapse of memory."""
    near = [spoken(after.text) for after in speeches[max(0, at - 1) : at + NEAR + 1]]
    shown = [spoken(one.text) for one in scene.directions() if abs(one.place - line.place) <= NEAR]
    asides = [
        one.text for one in scene.lines if one.kind == "parenthetical" and abs(one.place - line.place) <= 2
    ]
    return any(_EXCUSED.search(text) for text in (*near, *shown, *asides))
