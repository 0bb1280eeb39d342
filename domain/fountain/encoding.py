"""Bytes of a script to text and back, with nothing lost on the way."""

import codecs
import re

from cineledger.domain.refusal import Refused

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_MOST_CONTROL = 0.1
"""Share of control characters above which bytes are no script; noise has about 0.2, prose none."""

_UTF_16 = {"utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}


def decode(data: bytes, name: str) -> tuple[str, str]:
    """The text of a file and the name of its encoding, as `encode` takes it.

    `name` is what the file is called, for the refusal. The encoding is utf-8, utf-8-sig (with a byte order
    mark), utf-16-le or utf-16-be (always with one), else cp1252, else latin-1. A byte order mark is not
    part of the text. Raises Refused on an empty, blank or binary file.
    """
    text, encoding = _decode(data, name)
    if "\0" in text or data.startswith(b"%PDF-") or _control_share(text) > _MOST_CONTROL:
        raise Refused(
            f"{name} is binary, not a screenplay in plain text", "export it as Fountain, then import that"
        )
    if not text.strip("\ufeff \t\r\n") or text.isspace():
        raise Refused(f"{name} is empty", "import a file with at least one line of script")
    return text, encoding


def encode(text: str, encoding: str) -> bytes:
    """The bytes of `text`; for what `decode` gave, the bytes it was given.

    Raises Refused when the encoding lacks a character of the text, LookupError on an unknown encoding.
    """
    try:
        return _UTF_16.get(encoding, b"") + text.encode(encoding)
    except UnicodeEncodeError as error:
        missing = text[error.start]
        raise Refused(f"{encoding} has no character {missing!a}", "write the script as utf-8") from error


def _decode(data: bytes, name: str) -> tuple[str, str]:
    for encoding, mark in _UTF_16.items():
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding), encoding
            except UnicodeDecodeError as error:
                raise Refused(f"{name} is broken UTF-16", "save it again as UTF-8") from error
    marked = "utf-8-sig" if data.startswith(codecs.BOM_UTF8) else "utf-8"
    for encoding in (marked, "cp1252"):
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1"), "latin-1"


def _control_share(text: str) -> float:
    return len(_CONTROL.findall(text)) / len(text) if text else 0.0
