"""A scene's elements as a crew reads them: what can be played, in speeches and actions, and who is in it."""

# Full-width and Cyrillic marks that look like Latin ones are meant: scripts are typed with them.

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from cineledger.domain.fountain.screenplay import Element

PLAYABLE = frozenset({"action", "cue", "parenthetical", "dialogue", "lyric", "centered"})
SPEECH = frozenset({"cue", "parenthetical", "dialogue", "lyric"})
SPOKEN = frozenset({"dialogue", "lyric"})

LINES_REMEMBERED = 20_000
"""The same lines are read for every beat and by every role."""

_UNSEEN = re.compile(
    r"\b[VO]\.? ?[SOC]\b|\bON (THE )?(PHONE|RADIO)|FILTERED|PRE-?LAP|З\.? ?К|ЗА КАДРОМ|画外|旁白|ナレ"
)
_FRONT_MATTER = re.compile(
    r"https?://|\bwww\.|\b\w+\.(?:com|org|net|io)\b|\bdraft date\b|\bcopyright\b|\A[*_\s]*note:",
    re.IGNORECASE,
)
_MARKUP = re.compile(r"[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}")
_THE = re.compile(r"\b(the|a|an|his|her|their|this|that|other|young|old)\s+\Z", re.IGNORECASE)
_CASE_ENDINGS = "(?:а|я|у|ю|е|ы|и|і|ой|ей|ою|ею|ом|ем|єм|ові|еві)?"


class Unit(NamedTuple):
    """One speech, with its cue, or one paragraph of action."""

    kind: Literal["speech", "action"]
    speaker: str | None
    first: int
    last: int
    text: str
    """What is said, with parentheticals, or what is done."""
    unseen: bool
    """Spoken off screen or over the picture."""


def playable(elements: Sequence[Element]) -> tuple[int, ...]:
    """Places of the elements that a camera must cover.

    Lines before the first slug line that hold an address or a draft date are front matter: none of them
    plays.
    """
    places = tuple(place for place, element in enumerate(elements) if element.kind in PLAYABLE)
    if elements and elements[0].kind != "heading" and not any(e.kind in SPOKEN for e in elements):
        if any(_FRONT_MATTER.search(elements[place].text) for place in places):
            return ()
    return places


def units(elements: Sequence[Element]) -> tuple[Unit, ...]:
    """The playable elements grouped into speeches and actions, in order."""
    found: list[Unit] = []
    for place in playable(elements):
        element = elements[place]
        text = element.text if element.kind != "cue" else ""
        open_speech = found and found[-1].kind == "speech" and element.kind in SPEECH
        if open_speech and element.kind != "cue" and found[-1].speaker == element.character:
            before = found[-1]
            found[-1] = before._replace(last=place, text=f"{before.text} {text}".strip())
        elif element.kind in SPEECH:
            found.append(Unit("speech", element.character, place, place, text, unseen(element)))
        else:
            found.append(Unit("action", None, place, place, text, False))
    return tuple(found)


def unseen(cue: Element) -> bool:
    """Whether a cue's extensions put its speech off screen or over the picture."""
    return any(_UNSEEN.search(mark.upper()) for mark in cue.extensions)


@lru_cache(maxsize=LINES_REMEMBERED)
def plain(text: str) -> str:
    """The text on one line, without emphasis marks."""
    return " ".join(_MARKUP.sub("", text).split())


def shorten(text: str, most: int = 90) -> str:
    """The text on one line, at most so many characters: whole sentences where they fit, else whole words
    and …
    """
    line = plain(text)
    if len(line) <= most:
        return line
    sentence = max((line.rfind(mark, 0, most) for mark in ".!?。！？…"), default=-1)
    if sentence >= most // 3:
        return line[: sentence + 1]
    cut = line[: most - 1]
    space = cut.rfind(" ")
    return cut[: space if space > most // 2 else len(cut)].rstrip(" ,;:-–—") + "…"


def quoted(text: str, most: int = 60) -> str:
    """The text shortened, in quotation marks."""
    return f"“{even(shorten(text, most))}”"


def even(text: str) -> str:
    """The text without an inner quotation mark whose other half was cut away."""
    if text.count('"') % 2:
        at = text.rfind('"')
        text = text[1:] if text.startswith('"') and at == 0 else text[:at] + text[at + 1 :]
    for opens, closes, place in (("“", "”", text.rfind("“")), ("”", "“", text.find("”"))):
        if text.count(opens) > text.count(closes) and place >= 0:
            text = text[:place] + text[place + 1 :]
    return text.strip()


def telling(text: str, word: str | None) -> str:
    """The text from the sentence on that holds the word; the whole text where none does."""
    line = plain(text)
    if word:
        place = line.casefold().find(word)
        starts = [
            match.end() for match in re.finditer(r"[.!?]+[\s\"”’)]+|[。！？]+", line) if match.end() <= place
        ]
        return line[starts[-1] :] if starts and place >= 0 else line
    return line


def names_in(text: str, cast: Sequence[str]) -> tuple[str, ...]:
    """The characters that a stage direction names, in order of appearance.

    Whole words, in any case; but a name typed small counts only after an article (the dog), since many
    names are everyday words (Will, Hope). Writing without spaces needs no word end; Slavic names may be
    declined.
    """
    return _names_in(text, tuple(cast))


@lru_cache(maxsize=LINES_REMEMBERED)
def _names_in(text: str, cast: tuple[str, ...]) -> tuple[str, ...]:
    finder, known = _finder(cast)
    if finder is None:
        return ()
    text = unicodedata.normalize("NFC", text)
    found: dict[str, None] = {}
    for match in finder.finditer(text):
        name = known[int((match.lastgroup or "n0")[1:])]
        small = match[0] == match[0].lower() and match[0] != match[0].upper()
        if not small or _THE.search(text[max(0, match.start() - 12) : match.start()]):
            found[name] = None
    return tuple(found)


@lru_cache(maxsize=64)
def _finder(cast: tuple[str, ...]) -> tuple[re.Pattern[str] | None, tuple[str, ...]]:
    known = tuple(sorted({name for name in cast if name.strip()}, key=lambda name: (-len(name), name)))
    if not known:
        return None, known
    parts = [f"(?P<n{place}>{_pattern(name)})" for place, name in enumerate(known)]
    return re.compile("|".join(parts), re.IGNORECASE), known


def _pattern(name: str) -> str:
    name = unicodedata.normalize("NFC", name).strip()
    if re.fullmatch(r"[Ѐ-ӿ' -]{4,}", name):
        stem = re.escape(re.sub(r"[аяоеьйАЯОЕЬЙ]\Z", "", name))
        return rf"(?<!\w){stem}(?:[ьйоея])?{_CASE_ENDINGS}(?!\w)"
    spaced = re.escape(name).replace(r"\ ", r"\s+")
    return spaced if unspaced(name) else rf"(?<!\w){spaced}(?!\w)"


def unspaced(text: str) -> bool:
    """Whether a text is in a script that puts no spaces between words, or glues particles on to them
    (Korean).
    """
    return re.search(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]", text) is not None
