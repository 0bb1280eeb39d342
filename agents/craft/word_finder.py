"""Where known words and phrases stand in a text: many of them at once, in any script."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from cineledger.agents.craft.page import unspaced

_TOKEN = re.compile(r"\w+(?:['’-]\w+)*")
_SHORTEST_STEM = 2


class Found(NamedTuple):
    """A word as it stands in a text."""

    name: str
    word: str
    start: int
    end: int


class WordFinder:
    """Finds words, phrases, stems with any ending (`*`), and words of writing that puts no spaces between them."""

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        """What things are called → the words for them, in small letters; the first name of equals has a word."""
        self._phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self._stems: dict[str, str] = {}
        joined: dict[str, str] = {}
        for name, own in words.items():
            for word in own:
                if unspaced(word):
                    joined.setdefault(word, name)
                elif word.endswith("*"):
                    self._stems.setdefault(word[:-1], name)
                else:
                    tokens = tuple(_TOKEN.findall(word))
                    self._phrases.setdefault(tokens[0], []).append((tokens, name))
        for phrases in self._phrases.values():
            phrases.sort(key=lambda phrase: -len(phrase[0]))
        longest_first = sorted(joined, key=len, reverse=True)
        self._joined = joined
        self._finder = re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")

    def find(self, text: str) -> Iterator[Found]:
        """Every one of them in a text in small letters, the longest where several begin; none overlap."""
        if unspaced(text):
            for match in self._finder.finditer(text):
                yield Found(self._joined[match[0]], match[0], match.start(), match.end())
        tokens = list(_TOKEN.finditer(text))
        words = [token[0] for token in tokens]
        at = 0
        while at < len(words):
            name, length = self._at(words, at)
            if name is not None:
                start, end = tokens[at].start(), tokens[at + length - 1].end()
                yield Found(name, text[start:end], start, end)
            at += length

    def _at(self, words: Sequence[str], at: int) -> tuple[str | None, int]:
        for phrase, name in self._phrases.get(words[at], ()):
            if tuple(words[at : at + len(phrase)]) == phrase:
                return name, len(phrase)
        if self._stems:
            word = words[at]
            for end in range(len(word), _SHORTEST_STEM - 1, -1):
                if (found := self._stems.get(word[:end])) is not None:
                    return found, 1
        return None, 1
