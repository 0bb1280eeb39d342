"""Bytes of a script to text and back, with nothing lost on the way."""

import codecs
import re
import unicodedata

from cineledger.domain.fountain.foreign import EXPORT, foreign
from cineledger.domain.refusal import Refused

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_MOST_CONTROL = 0.1
"""Share of control characters above which bytes are no script; noise has about 0.2, prose none."""

_MARKS = {
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-32-be": codecs.BOM_UTF32_BE,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
}
"""The longer ones first: a mark of UTF-32 begins like one of UTF-16."""
_UNMARKED = "-unmarked"
"""Behind the name of one of these where its byte order mark is missing."""
_WIDE = tuple(name + _UNMARKED for name in _MARKS)
_SAMPLE = 20_000
"""Characters by which a guess is judged."""

_WHOLE_LETTERS = re.compile(
    rb"[\xc3-\xdf][\x80-\xbf]|[\xe1-\xef][\x80-\xbf]{2}|\xf0[\x90-\xbf][\x80-\xbf]{2}"
)
_LONE_SURROGATE = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")
_HIGH = re.compile(rb"[\x80-\xff]")
_PLAIN_LETTER = re.compile(rb"[A-Za-z]")
_UNSEEN = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})

NAME_IT = "Name its encoding, say: --encoding cp1251; or save it as UTF-8."


def decode(data: bytes, name: str, encoding: str | None = None) -> tuple[str, str]:
    """The text of a file and the name of its encoding, as `encode` takes it.

    `name` is what the file is called, for the refusal. Unless it is given, the encoding is told by the byte
    order mark, else is utf-8, else guessed: UTF-16 or UTF-32 without a mark, cp1252, latin-1 (`is_guess`).
    A byte order mark is not part of the text. Raises Refused on an empty, blank or binary file, and on one
    that is damaged, with the line and column where.
    """
    if not data:
        raise Refused(f"{name} is empty", "Give a file with at least one line of script.")
    if encoding is None and (kind := foreign(data)):
        raise Refused(f"{name} is binary: {kind[0]}, not a screenplay in plain text", kind[1])
    text, found = _guessed(data, name) if encoding is None else _given(data, name, encoding)
    if "\0" in text or _control_share(text) > _MOST_CONTROL:
        raise Refused(f"{name} is binary, not a screenplay in plain text", EXPORT)
    if is_unseen(text):
        raise Refused(
            f"{name} is empty: nothing in it can be seen", "Give a file with at least one line of script."
        )
    return text, found


def encode(text: str, encoding: str) -> bytes:
    """The bytes of `text`; for what `decode` gave, the bytes it was given.

    Raises Refused when the encoding lacks a character of the text, LookupError on an unknown encoding.
    """
    try:
        return _MARKS.get(encoding, b"") + text.encode(encoding.removesuffix(_UNMARKED))
    except UnicodeEncodeError as error:
        missing = text[error.start]
        raise Refused(f"{encoding} has no character {missing!a}", "Write the script as utf-8.") from error


def is_unseen(text: str) -> bool:
    """Whether a text is nothing but blanks and marks that show nothing."""
    return all(unicodedata.category(character) in _UNSEEN for character in text)


def is_guess(encoding: str) -> bool:
    """Whether nothing in a file said that it is encoded so."""
    return encoding in ("cp1252", "latin-1", *_WIDE)


def _guessed(data: bytes, name: str) -> tuple[str, str]:
    for encoding, mark in _MARKS.items():
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding, name), encoding
    if b"\0" in data:
        return _without_mark(data, name)
    marked = "utf-8-sig" if data.startswith(codecs.BOM_UTF8) else "utf-8"
    try:
        return data.decode(marked), marked
    except UnicodeDecodeError:
        if marked == "utf-8-sig" or _meant_as_utf_8(data):
            return _strict(data, marked, name), marked
    if len(_HIGH.findall(data)) > len(_PLAIN_LETTER.findall(data)):
        if _control_share(data.decode("latin-1")) > _MOST_CONTROL and b"\n" not in data:
            raise Refused(f"{name} is binary, not a screenplay in plain text", EXPORT)
        raise Refused(f"{name} is not Unicode, and not in Latin letters either", NAME_IT)
    try:
        return data.decode("cp1252"), "cp1252"
    except UnicodeDecodeError:
        return data.decode("latin-1"), "latin-1"


def _given(data: bytes, name: str, typed: str) -> tuple[str, str]:
    """The text in the encoding that somebody named; refuses one in which it would not come back as it is."""
    try:
        encoding = codecs.lookup(typed).name
        for wide, mark in _MARKS.items():
            if wide.startswith(encoding) and data.startswith(mark):
                return _strict(data[len(mark) :], wide, name), wide
        if encoding in ("utf-16", "utf-32"):
            encoding += "-le"
        if encoding == "utf-8" and data.startswith(codecs.BOM_UTF8):
            encoding = "utf-8-sig"
        text = _strict(data, encoding, name)
    except (LookupError, ValueError) as error:
        raise Refused(
            f"there is no encoding {typed}", "Say utf-8, cp1252, latin-1, cp1251, gb18030 …"
        ) from error
    recorded = encoding + _UNMARKED if encoding in _MARKS else encoding
    if encode(text, recorded) != data:
        raise Refused(f"{name} would not come back from {encoding} as it is", "Save it as UTF-8.")
    return text, recorded


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        before = (
            error.object[: error.start].decode(encoding, "replace").replace("\r\n", "\n").replace("\r", "\n")
        )
        line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
        shown = encoding.removesuffix("-sig").replace("utf", "UTF")
        raise Refused(
            f"{name} is broken {shown} in line {line}, column {column}",
            "Mend it there and save it as UTF-8, or name what it is, say: --encoding cp1252",
        ) from error


def _without_mark(data: bytes, name: str) -> tuple[str, str]:
    """Null bytes between the letters are UTF-16 or UTF-32 that lacks its mark; all other null bytes are no text."""
    for encoding in _MARKS:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        seen = text[:_SAMPLE]
        kinds = {unicodedata.category(c) for c in seen if c not in "\t\n\r\f"}
        if kinds.isdisjoint({"Cc", "Cn", "Co"}) and any(c in " \n" for c in seen):
            return text, encoding + _UNMARKED
    raise Refused(f"{name} is binary, not a screenplay in plain text", EXPORT)


def _meant_as_utf_8(data: bytes) -> bool:
    """Whether bytes that are no UTF-8 were so once: most of their letters are, or one was cut in two by UTF-16."""
    high = len(_HIGH.findall(data))
    whole = sum(map(len, _WHOLE_LETTERS.findall(data)))
    return 2 * whole > high or _LONE_SURROGATE.search(data) is not None


def _control_share(text: str) -> float:
    return len(_CONTROL.findall(text)) / len(text) if text else 0.0
