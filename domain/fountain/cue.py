"""Character cues: which lines name a speaker, and whom."""

# Letters and punctuation of many scripts are the subject here, so look-alikes are meant.

import re
import unicodedata

from cineledger.domain.fountain.letters import plain
from cineledger.domain.value import Value

_BRACKETED = re.compile(r"[(（]([^()（）]*)[)）]?")
_BARE_EXTENSION = re.compile(
    r"(?<=\S)[\s,\-–—]{1,8}(CONT['’]?D\.?|V\.\s?O\.|O\.\s?S\.|O\.\s?C\.)\Z", re.IGNORECASE
)
_EMPHASIS = "*_"
_NOT_NAMES = re.compile(
    r".*\bTO:|FADE (IN|OUT)[.:]?|(CUT TO|FADE TO|OVER) BLACK[.:]?"
    r"|(ИЗ|В) (ЗТМ|ЗАТЕМНЕНИ[ЯЕ])[.:]?|ЗТМ[.:]?"
    r"|(淡入|淡出|切至|切到|叠化|化入|化出|闪回|黑屏|黑场|字幕|暗転|溶明|溶暗)[:：]?|第.{1,5}[场場集幕章回話话]",
    re.DOTALL,
)
_WITHOUT_CASE_LONGEST = 24
_DENSE_LONGEST = 12
_WITHOUT_CASE_WORDS = 3
_DENSE = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
_PUNCTUATION = frozenset('。．，、；：！？…!?,;:"“”「」『』《》〈〉«»।॥؟،؛۔׃=<>[]{}|\\~')


class Cue(Value):
    """What a cue line says."""

    name: str
    """The speaker: NFC, upper case, one space between words, without extensions or emphasis marks."""
    extensions: tuple[str, ...] = ()
    """V.O., O.S., CONT'D … as typed, in order, without brackets."""
    dual: bool = False
    """Marked ^: spoken beside the speech before."""


def parse_cue(line: str) -> Cue:
    """Speaker, extensions and dual mark of a cue line, forced with @ or not; raises nothing on any text.

    Brackets may be full-width or left open, and CONT'D, V.O., O.S. and O.C. are extensions without brackets
    too. A colon behind the name is left out.
    """
    text = bare_cue(line)
    dual = line.rstrip().endswith("^")
    bracketed = [part.strip() for part in _BRACKETED.findall(text)]
    name = " ".join(_BRACKETED.sub(" ", text).split()).strip(_EMPHASIS)
    stop, bare = len(name), []
    while found := _BARE_EXTENSION.search(name, max(0, stop - 16), stop):
        bare.append(found[1])
        stop = found.start()
    extensions = tuple(filter(None, bare[::-1] + bracketed))
    return Cue(name=speaker(name[:stop]), extensions=extensions, dual=dual)


def speaker(name: str) -> str:
    """The one spelling a name is compared by: NFC, upper case, without emphasis marks or a closing colon."""
    upper = plain(plain(name).upper())
    return upper.strip().rstrip(":：").strip(_EMPHASIS).strip()


def bare_cue(line: str) -> str:
    """A cue as a reader sees it: without the @ that forces it and the ^ of dual dialogue."""
    return line.strip().removeprefix("@").rstrip("^ \t").strip()


def is_cue(line: str) -> bool:
    """Whether a stripped line reads as a character cue by itself; where it stands is for the caller to check.

    Outside its brackets it has a letter and no lower-case one (ß and Georgian aside, which have no everyday
    capital), it does not begin with an ellipsis, and it is no transition. Where the script has no case
    (Han, kana, hangul, Arabic, Hebrew, Devanagari, Thai …) nothing sets a cue off from a short line of
    action, so it must also look like a name: at most 24 characters in three words, 12 where the script puts
    no spaces between words, no full stop at the end and no comma, quotation mark or other sentence
    punctuation anywhere. Other such lines need @.
    """
    name = _BRACKETED.sub(" ", bare_cue(line)).strip()
    without_case = has_letter = False
    for character in name:
        category = unicodedata.category(character)
        georgian = "ა" <= character <= "ჿ"
        if category == "Ll" and character != "ß" and not georgian:
            return False
        without_case = without_case or georgian or (category == "Lo" and character not in "ªº")
        has_letter = has_letter or category[0] == "L"
    if not has_letter or name[0] in ".…" or _NOT_NAMES.fullmatch(name):
        return False
    return not without_case or _looks_like_name(name.rstrip(":："))


def _looks_like_name(name: str) -> bool:
    longest = _DENSE_LONGEST if _DENSE.search(name) else _WITHOUT_CASE_LONGEST
    if len(name) > longest or len(name.split()) > _WITHOUT_CASE_WORDS or name.endswith("."):
        return False
    return _PUNCTUATION.isdisjoint(name)
