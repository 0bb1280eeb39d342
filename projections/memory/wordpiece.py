"""A text as the numbers that BERT models read: words cut into the longest pieces of a vocabulary.

`vocabulary.txt` is that of BERT, uncased English (Devlin et al. 2018, Apache License 2.0, see
vocabulary_license.txt), unchanged, as all-MiniLM-L6-v2 and its tokeniser use it.
"""

import unicodedata
from functools import cache, lru_cache
from importlib import resources

VOCABULARY = "vocabulary.txt"
SHA256 = "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3"
BEGIN, END, UNKNOWN = 101, 102, 100
"""[CLS], [SEP] and [UNK]."""
LONGEST = 100
"""Characters of a word; a longer one is unknown."""


def encode(text: str, most: int) -> list[int]:
    """The numbers of a text, between the two that mark its ends; no more than `most`."""
    pieces = [piece for word in _split(text) for piece in _pieces(word)]
    return [BEGIN, *pieces[: most - 2], END]


@cache
def _vocabulary() -> dict[str, int]:
    text = resources.files("cineledger.projections.memory").joinpath(VOCABULARY).read_text("utf-8")
    return {piece: number for number, piece in enumerate(text.rstrip("\n").split("\n"))}


@lru_cache(maxsize=20_000)
def _pieces(word: str) -> tuple[int, ...]:
    """The longest pieces that a word is made of, from the left; unknown where it is not."""
    if len(word) > LONGEST:
        return (UNKNOWN,)
    vocabulary, found, first = _vocabulary(), list[int](), 0
    while first < len(word):
        for last in range(len(word), first, -1):
            number = vocabulary.get(("##" if first else "") + word[first:last])
            if number is not None:
                found.append(number)
                first = last
                break
        else:
            return (UNKNOWN,)
    return tuple(found)


def _split(text: str) -> list[str]:
    """Words without case and accents; every mark and every Han character is a word of its own."""
    kept = list[str]()
    cleaned = "".join(" " if letter.isspace() else letter for letter in text if not _dropped(letter))
    spaced = "".join(f" {letter} " if _is_han(letter) else letter for letter in cleaned)
    for letter in unicodedata.normalize("NFD", spaced).lower():
        if unicodedata.category(letter) == "Mn":
            continue
        kept.append(f" {letter} " if _is_mark(letter) else letter)
    return "".join(kept).split()


def _dropped(letter: str) -> bool:
    if letter in "\t\n\r":
        return False
    return letter in "\0\ufffd" or unicodedata.category(letter) in ("Cc", "Cf", "Co", "Cs")


def _is_mark(letter: str) -> bool:
    return letter in "$+<=>^`|~" or unicodedata.category(letter)[0] == "P"


def _is_han(letter: str) -> bool:
    code = ord(letter)
    return (
        0x4E00 <= code <= 0x9FFF
        or 0x3400 <= code <= 0x4DBF
        or 0xF900 <= code <= 0xFAFF
        or 0x20000 <= code <= 0x2CEAF
        or 0x2F800 <= code <= 0x2FA1F
    )
