"""The words of a sentence, each with whom it names or means, and the clauses they make."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cineledger.agents.craft.clause_words import NOT_NAMES, OPENERS, VERBS
from cineledger.agents.craft.doing import Cast

_TOKEN = re.compile(
    r"[^\W\d_]+?(?=n['’]t\b)|n['’]t\b|['’](?:s|re|m|ve|ll|d)\b|[^\W\d_]+(?:-[^\W\d_]+)*|\d+(?:[:.-]\d+)*|[,;:—–?!.…]|--"
)
_BREAKS = frozenset(",;:—–?!.…") | {"--"}
_FIRST, _SECOND, _OTHER = (
    frozenset("i me we us".split()),
    frozenset({"you"}),
    frozenset("he him she her".split()),
)


class Token(NamedTuple):
    """A word of a sentence."""

    low: str
    surface: str
    who: str
    """The person whom it names or means; empty where it is a word like any other."""
    proper: bool
    """Written as a name, though nobody in the cast bears it."""


class Speech(NamedTuple):
    """Who says a sentence to whom; nobody does where it is a direction."""

    who: str = ""
    to: str = ""
    """Whom you means; empty where it may be several."""
    before: str | None = None
    """Who of the cast was spoken of last."""
    named: str = ""
    """The last name that was spoken, of nobody in the cast: he and she mean him where nobody else is meant."""


def tokens_of(sentence: str, cast: Cast, speech: Speech) -> list[Token]:
    """The words and marks of a sentence, a name as one; pronouns mean whom they mean in the speech."""
    spans = {
        m.start: m
        for m in cast.mentions(sentence, speech.before)
        if sentence[m.start : m.end].lower() not in _OTHER or m.person not in (speech.who, speech.to)
    }
    found, skip, first = list[Token](), 0, True
    for match in _TOKEN.finditer(sentence):
        low = match[0].lower().replace("’", "'")
        if match.start() < skip:
            continue
        mention = spans.get(match.start())
        who = "" if mention is None else mention.person
        if mention is not None:
            skip = mention.end
            word = sentence[mention.start : mention.end]
            low = word.lower()
            found.append(Token(low, who if low not in ("his", "her") else word, who, False))
        else:
            if low in _FIRST or low == "my":
                who = speech.who
            elif low in _SECOND or low == "your":
                who = speech.to
            elif low in ("he", "she") and speech.named:
                found.append(Token(speech.named.lower(), speech.named, "", True))
                continue
            proper = match[0][0].isupper() and low not in NOT_NAMES and not (first and low in VERBS)
            found.append(Token(low, match[0], who, proper and low not in OPENERS))
        first = low in _BREAKS and low not in (",", ";")
    return found


def clauses_of(tokens: Sequence[Token], *, direction: bool) -> Iterator[list[Token]]:
    """The parts of a sentence that each have a verb of their own."""
    clause = list[Token]()
    for place, token in enumerate(tokens):
        after = tokens[place + 1] if place + 1 < len(tokens) else None
        joins = token.low in ("and", "but", "because", "so", "then", "while", "as") and after is not None and (
            after.who != "" or after.low in ("i", "you", "he", "she", "we", "they", "it", "that", "then", "never")
            or (direction and after.low in VERBS)
        )  # fmt: skip
        if token.low in _BREAKS or joins:
            if clause:
                yield clause
            clause = []
        else:
            clause.append(token)
    if clause:
        yield clause
