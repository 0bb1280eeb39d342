"""What people say of themselves for good, and deeds and words against it."""

import re
from collections.abc import Iterator, Sequence

from cineledger.agents.craft.auditing.scene import (
    Audited,
    Established,
    Found,
    Line,
    established,
    spoken,
    the_cast,
)
from cineledger.agents.craft.auditing.trait_words import EXCUSED, HIDDEN, LANGUAGES, NO_WORD_OF, VOWS, Vow
from cineledger.agents.craft.doing import Cast, sentences
from cineledger.agents.craft.page import quoted, shorten

NEAR = 6
"""Lines on either side of a deed in which somebody may say that it is against what was said."""
_NAMED = {vow.name: vow for vow in VOWS}
_SAID_OF = re.compile(
    r"\b(?:if|unless|pretend|tell (?:him|her|them)|say|wish|when I was|used to)\b[^.]*\Z", re.IGNORECASE
)
_WORDS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_FEW, _SHARE = 4, 0.4
"""Words that a line in a language holds of the commonest ones, at least, and their share of it."""


def established_traits(scene: Audited) -> Iterator[Established]:
    """What somebody says that she never does or can't."""
    for line in scene.speeches():
        text = re.sub(r"[\"“][^\"”]*[\"”]", " ", spoken(line.text))
        for _, sentence in sentences(text):
            for name, start in _vows(sentence):
                if line.who and not sentence.rstrip().endswith("?") and not _SAID_OF.search(sentence[:start]):
                    yield established(
                        scene, line, "trait", line.who, name, "never", shorten(sentence.strip())
                    )


def _vows(sentence: str) -> Iterator[tuple[str, int]]:
    for vow in VOWS:
        found = vow.says.search(sentence)
        if found:
            yield vow.name, found.start()
    tongue = NO_WORD_OF.search(sentence)
    if tongue:
        yield tongue["tongue"].capitalize(), tongue.start()


def wrong_traits(scene: Audited, before: Sequence[Established]) -> Iterator[Found]:
    """Deeds and words against what somebody said of herself, where nobody makes anything of it."""
    told = dict[tuple[str, str], int]()
    for place, known in enumerate(before):
        if known.kind == "trait" and known.about in scene.names and known.era == scene.era:
            if scene.years == known.years and known.value == "never":
                told[known.about, known.what] = place
    if not told:
        return
    cast = the_cast(scene)
    for (about, what), place in told.items():
        line, quote = _broken(scene, cast, about, what)
        if line is not None and not _excused(scene, line):
            known = before[place]
            is_so = _NAMED[what].plain if what in _NAMED else f"speaks no {what}"
            text = f"{about} {is_so} (scene {known.scene}: {quoted(known.quote, 80)}), and here: {quoted(quote, 80)}"
            yield Found("trait", line.place, quote, (about,), place, 0.7, text)


def _broken(scene: Audited, cast: Cast, about: str, what: str) -> tuple[Line | None, str]:
    """The first line in which somebody does what she does not, and its words."""
    vow, last = _NAMED.get(what), None
    for line in scene.lines:
        text = spoken(line.text)
        if line.kind == "action":
            if vow and vow.broken_by_deeds:
                for _, sentence in sentences(text):
                    if _does(cast, vow, sentence, about, last):
                        return line, shorten(sentence.strip())
                    named = cast.mentions(sentence, last)
                    last = named[0].person if named else last
            continue
        last = line.who or last
        if line.who != about or line.kind not in ("dialogue", "lyric"):
            continue
        if vow is None and _speaks(text, what):
            return line, shorten(text)
        if vow and vow.broken_by_words and (found := vow.broken_by_words.search(text)):
            if not _SAID_OF.search(text[: found.start()]):
                return line, shorten(text)
    return None, ""


def _does(cast: Cast, vow: Vow, sentence: str, about: str, last: str | None) -> bool:
    found = vow.broken_by_deeds.search(sentence) if vow.broken_by_deeds else None
    if found is None:
        return False
    doers = [m.person for m in cast.mentions(sentence, last) if m.subject and m.end <= found.start()]
    return bool(doers) and doers[-1] == about


def _speaks(text: str, tongue: str) -> bool:
    """A line is in a language: much of it is that language's commonest words."""
    words = [word.casefold() for word in _WORDS.findall(text)]
    known = sum(word in LANGUAGES[tongue] for word in words)
    return known >= _FEW and known >= _SHARE * len(words)


def _excused(scene: Audited, deed: Line) -> bool:
    """Somebody near says that it is against what was said, or it is done in secret."""
    at = scene.lines.index(deed)
    near = scene.lines[max(0, at - NEAR) : at + NEAR + 1]
    return any(
        EXCUSED.search(spoken(line.text)) if line.kind != "action" else HIDDEN.search(line.text)
        for line in near
    )
