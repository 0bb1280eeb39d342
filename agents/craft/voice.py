"""How somebody speaks, measured: habits that an actor can hear and keep.

What is counted are the marks by which speakers are told apart (Biber 1988, involved against informational speech;
Schegloff 1987 on turns that break off): length of lines, questions, contractions, exclamations, words said again and
again. Length, questions and marks are counted in any language, the rest in English.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from cineledger.agents.craft.her_lines import HerLine, own
from cineledger.agents.craft.language import is_english
from cineledger.agents.craft.page import plain, unspaced

FEWEST = 4
"""Lines below which nothing is a habit."""
SHORT, LONG = 5.0, 14.0
"""Words a line: film dialogue runs at about ten, so half of that is clipped and half as much again is long."""
ASKS, EXCLAIMS, BREAKS, AGAIN = 0.3, 0.25, 0.15, 0.12
"""Shares of her lines from which it is a habit."""
_FORMAL, _LOOSE = 0.25, 0.9
"""Share of what can be contracted that she contracts: below the first she speaks by the book."""
_FEW = 4
"""Chances to contract, or uses of a word, below which a share says nothing."""

_CONTRACTED = re.compile(
    r"\b\w+'(?:m|re|ve|ll|d|t|s)\b|\b(?:gonna|wanna|gotta|ain't|kinda|dunno)\b", re.IGNORECASE
)
_NOT_CONTRACTED = re.compile(
    r"\b(?:i am|i have|i will|i would|you are|you will|he is|she is|it is|that is|we are|we will|they are|there is|"
    r"(?:do|does|did|is|are|was|were|has|have|can|could|will|would|should) not|cannot)\b",
    re.IGNORECASE,
)
_BREAKS = re.compile(r"(?:--+|—|–|\.\.\.|…)\s*[\"”’)]*\Z")
_SWEARS = re.compile(
    r"\b(?:fuck\w*|shit\w*|damn\w*|goddamn\w*|bloody|hell|bastard\w*|arse|ass|crap)\b", re.IGNORECASE
)
_PET = re.compile(
    r"\b(?:look|listen|well|okay|right|honestly|actually|anyway|sir|ma'am|madam|darling|honey|sweetheart|love|dear|"
    r"mate|man|kid|boss|buddy|pal|son|friend|you know|i mean|you see|of course|i suppose|i guess|maybe|perhaps|please|"
    r"sorry|thank you)\b",
    re.IGNORECASE,
)
"""Words of address and of taking a turn: what somebody can have for a pet word (Schiffrin 1987)."""


def voice(lines: Sequence[HerLine]) -> str:
    """Her habits of speech, in a sentence; empty where she says too little to have any."""
    said = [plain(line.text).replace("’", "'") for line in own(lines)]
    if len(said) < FEWEST:
        return ""
    habits = list(_in_any_language(said))
    if is_english("\n".join(said)):
        habits += _in_english(said)
    return "; ".join(habits)


def _in_any_language(said: Sequence[str]) -> Iterator[str]:
    if not any(unspaced(line) for line in said):
        mean = sum(len(line.split()) for line in said) / len(said)
        kind = "clipped lines" if mean < SHORT else "long lines" if mean > LONG else "lines"
        yield f"{kind} of {mean:.0f} word{'' if round(mean) == 1 else 's'}"
    for share, least, habit in (
        (_share(said, lambda line: "?" in line or "？" in line), ASKS, "asks"),
        (_share(said, lambda line: "!" in line or "！" in line), EXCLAIMS, "exclaims"),
        (_share(said, lambda line: _BREAKS.search(line) is not None), BREAKS, "breaks off or trails away"),
    ):
        if share >= least:
            yield f"{habit} in {share:.0%} of them"


def _in_english(said: Sequence[str]) -> Iterator[str]:
    whole = " ".join(said)
    short, full = len(_CONTRACTED.findall(whole)), len(_NOT_CONTRACTED.findall(whole))
    if short + full >= _FEW:
        share = short / (short + full)
        if share < _FORMAL:
            yield "speaks by the book, without contractions"
        elif share >= _LOOSE:
            yield "contracts whatever can be"
    if len(_SWEARS.findall(whole)) >= _FEW / 2:
        yield "swears"
    pets = Counter(word for line in said for word in {m.casefold() for m in _PET.findall(line)})
    words = [word for word, count in sorted(pets.items()) if count >= _FEW - 1 and count / len(said) >= AGAIN]
    if words:
        told = " and ".join(f"“{word}”" for word in sorted(words, key=lambda word: (-pets[word], word))[:2])
        yield f"says {told} again and again"


def _share(said: Sequence[str], has: Callable[[str], bool]) -> float:
    return sum(1 for line in said if has(line)) / len(said)
