"""What somebody has lived through, wants and why, and is afraid of, in her own words; and how old she is.

A life before the first page is what a line says of it (Egri 1946, the character's three dimensions; McKee 1997, on
exposition): it is quoted, the plainest first, and never made up. English only, but for an age in an introduction.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from cineledger.agents.craft.doing import sentences
from cineledger.agents.craft.film_people import ages_in
from cineledger.agents.craft.her_lines import HerLine, done, own
from cineledger.agents.craft.page import plain, quoted, shorten
from cineledger.agents.craft.wants import plainness

MOST_PAST = 3
"""Lines of a backstory: what a reader keeps in mind of it."""
LONGEST = 120

_KIN = (
    r"(?:mother|father|mom|mum|dad|mama|papa|brother|sister|wife|husband|son|daughter|grandmother|grandfather|grandma|"
    r"grandpa|parents|family|uncle|aunt|boy|girl)"
)
_NUMBER = r"(?:\d{1,2}|[a-z]+(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?)"
_PAST = (
    rf"\b(?:when|since|after|before|until) i (?:was|were) (?:a |an )?(?:{_NUMBER}|kid|child|boy|girl|young|born|little|"
    r"in (?:the|prison|school|college))\b|"
    rf"\b(?:since|when|after|before) my {_KIN} (?:died|left|passed|was|were|went|drowned|got|came|met|\w+ed)\b|"
    r"\bi (?:grew up|was born|was raised|was married|got married|was in (?:prison|the (?:war|army|navy)))\b",
    rf"\bmy {_KIN} (?:died|left|taught|built|used to|was|were|drowned|sold|drank|raised|never|always|told|worked|"
    r"disappeared|killed|hanged|shot)\b|"
    r"\bi(?:'ve| have)? (?:lost|buried|raised|served|left|quit|sold|killed) (?:my|a|an|the|him|her|three|two|both|"
    r"everything)\b|"
    rf"\b(?:{_NUMBER} |many |some |a few )?years ago\b|\bi used to\b|\bback then\b|\bi was once\b|"
    r"\bas a (?:kid|child)\b",
    r"\bi(?:'ve| have) (?:been|done|lived|worked|had|known|wanted|waited|run|kept)\b[^.?!]*"
    r"\b(?:for (?:\w+ ){0,3}(?:years|months|ages|life)|since i was|all my life)\b|"
    rf"\b(?:{_NUMBER}) years (?:i|of|on|in|at|with|as)\b",
)
"""Of a life, from the plainest to the least plain: childhood and losses; kin and the years; what has gone on since."""
_JUST_NOW = re.compile(
    r"\b(?:yesterday|last night|this morning|today|a (?:moment|minute|second) ago|minutes ago|hours ago|just now)\b",
    re.IGNORECASE,
)
_FEARS = (
    r"\bi(?:'m| am| was) (?:so |just |really |always |still |only )?(?:afraid (?:of|to)|"
    r"(?:scared|terrified|frightened) (?:of|to|that|i'll|you'll|he'll|she'll|they'll))\b|"
    r"\bmy (?:worst|biggest|greatest|only|one) fear\b|\b(?:scares|frightens|terrifies) me\b|\bwhat i fear\b",
    r"\bi (?:can't|couldn't|cannot|could not|won't) (?:bear|stand|face|survive|go through)\b|"
    r"\bi (?:can't|couldn't|cannot|won't) lose\b|\bi(?:'d| would) (?:rather )?die (?:if|before|than)\b|"
    r"\bi don't want to (?:die|lose|be alone|end up|be (?:left|forgotten)|drown|go back)\b",
    r"\bwhat if (?:i|he|she|they|we|you|it|nobody|no one)\b|\bdon't leave me\b|\bi(?:'m| am) dreading\b|"
    r"\bi dread\b|\bi(?:'m| am) (?:so |really )?(?:scared|terrified|frightened)\b",
)
"""From the plainest to the least plain. “I am afraid that” and “I fear that” are manners more often than fear."""
_WHY = (
    r"\bi (?:promised|swore|owe)\b|"
    r"\bbecause (?:i (?:want|need|love|loved|can't|couldn't|won't|have to|must|promised|never|lost|swore)|my|nobody)\b",
    rf"\bfor my {_KIN}\b|\bso that (?:i|we|he|she|they|nobody)\b|\bbecause (?:he|she|they|we|you)\b|"
    r"\bi (?:have to|must|need to)\b[^.?!]*\b(?:before|or|because|for)\b",
)
_WISHED = re.compile(
    r"\bi (?:do |only |just |really |still )?"
    r"(?:need (?:hardly|scarcely|not)|hope|wish)\b(?! to\b(?! goodness| god| heaven)| (?:that )?i could)",
    re.IGNORECASE,
)
"""Said of what others do, or of what can't be helped."""
_WORDS = {
    word: number
    for number, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen""".split()
    )
} | {
    word: 10 * ten
    for ten, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_I_AM = re.compile(
    rf"\bi(?:'m| am|'ll be| just turned| turned| turn) (?:only |almost |nearly )?(?P<age>{_NUMBER})"
    r"(?: years old| today| now)?(?=\s*(?:[.,;!?…—]|\Z|--| years old))",
    re.IGNORECASE,
)
_YOU_ARE = re.compile(rf"\byou(?:'re| are) (?:only )?(?P<age>{_NUMBER}) years old\b", re.IGNORECASE)
_A_WISH = 0
"""How plain a want has to be, as `wants` ranks them: what is asked, ordered or must be is of the moment."""
_YOUNGEST = 4
"""Below, a number after “I am” counts something else."""


class Cited(NamedTuple):
    """A sentence that says it."""

    scene: int
    line: int
    quote: str


def backstory(lines: Sequence[HerLine]) -> tuple[Cited, ...]:
    """What she says of her life before, at most a few sentences in the order of the script."""
    ranked = sorted(
        _ranked(own(lines), _PAST, _JUST_NOW), key=lambda one: (one[0], one[1].scene, one[1].line)
    )
    once = dict[str, Cited]()
    for _, cited in ranked:
        once.setdefault(cited.quote, cited)
    return tuple(sorted(list(once.values())[:MOST_PAST]))


def fear(lines: Sequence[HerLine]) -> Cited | None:
    """The plainest sentence in which she is afraid of something."""
    return _plainest(_ranked(own(lines), _FEARS))


def desire(lines: Sequence[HerLine]) -> Cited | None:
    """The plainest sentence in which she wants something; of equals the first."""
    found = _read(own(lines), plainness)
    return _plainest((rank, c) for rank, c in found if rank <= _A_WISH and not _WISHED.search(c.quote))


def motivation(lines: Sequence[HerLine]) -> Cited | None:
    """The plainest sentence that says why she wants it."""
    return _plainest(_ranked(own(lines), _WHY))


def age(lines: Sequence[HerLine], names: Sequence[str]) -> int | None:
    """How old she is: as she is introduced, in any language; else as she or another says; None where nobody does."""
    known = {name.casefold() for name in names}
    for line in done(lines):
        for said, years in ages_in(line.text):
            told = said.split()
            if re.search(rf"\b{years}['’]?s\b", line.text):
                continue
            if any(" ".join(told[at:]) in known for at in range(len(told))):
                return years
    for tells, pattern in (("own", _I_AM), ("to her", _YOU_ARE)):
        for line in lines:
            if line.tells == tells:
                for match in pattern.finditer(plain(line.text).replace("’", "'")):
                    said_to_be = number(match["age"])
                    if said_to_be is not None and said_to_be >= _YOUNGEST:
                        return said_to_be
    return None


def number(text: str) -> int | None:
    """A number up to 99, in figures or words; None for any other word."""
    if text.isdigit():
        return int(text)
    parts = [_WORDS.get(part) for part in re.split(r"[- ]", text.casefold())]
    known = [part for part in parts if part is not None]
    if len(known) != len(parts) or (len(known) > 1 and not (known[0] >= 20 and 0 < known[1] < 10)):
        return None
    return sum(known)


def in_words(cited: Sequence[Cited], numbers: Sequence[str]) -> str:
    """Sentences as they are told: “…” (scene 3); by their scenes' numbers."""
    return "; ".join(f"{quoted(one.quote, LONGEST)} (scene {numbers[one.scene]})" for one in cited)


def _ranked(
    lines: Sequence[HerLine], patterns: Sequence[str], idle: re.Pattern[str] | None = None
) -> Iterator[tuple[int, Cited]]:
    compiled = [re.compile(pattern, re.IGNORECASE) for pattern in patterns]

    def plainest(sentence: str) -> int | None:
        if idle is not None and idle.search(sentence):
            return None
        return next((place for place, pattern in enumerate(compiled) if pattern.search(sentence)), None)

    return _read(lines, plainest)


def _read(lines: Sequence[HerLine], rank: Callable[[str], int | None]) -> Iterator[tuple[int, Cited]]:
    for line in lines:
        for _, sentence in sentences(plain(line.text).replace("’", "'")):
            place = rank(sentence.strip())
            if place is not None:
                yield place, Cited(line.scene, line.line, shorten(sentence.strip(), LONGEST))


def _plainest(found: Iterator[tuple[int, Cited]]) -> Cited | None:
    best = min(found, key=lambda one: (one[0], one[1].scene, one[1].line), default=None)
    return None if best is None else best[1]
