"""Files that are no plain text, told by how they begin, and what to do with each."""

from typing import NamedTuple

EXPORT = "Open it where it was written and export plain text or Fountain, then give that file."


class Kind(NamedTuple):
    """A kind of file that people take for a script."""

    beginnings: tuple[bytes, ...]
    what: str
    hint: str = EXPORT


_KINDS = (
    Kind((b"%PDF-",), "a PDF"),
    Kind((b"{\\rtf",), "rich text (RTF)"),
    Kind((b"<!doctype html", b"<html"), "a web page", "Copy its text into a plain file, then give that."),
    Kind((b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",), "an old Word document"),
    Kind((b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"II*\0", b"MM\0*"), "a picture or a sound"),
    Kind((b"SQLite format 3\0",), "a database", "Name a screenplay; a ledger is opened with --studio."),
    Kind(
        (b"\x1f\x8b", b"7z\xbc\xaf\x27\x1c", b"Rar!", b"BZh", b"\xfd7zXZ"), "an archive", "Unpack it first."
    ),
)
_PACKED = b"PK\x03\x04"
_PACKAGES = {
    b"word/": "a Word document",
    b"opendocument.text": "an OpenDocument text",
    b"document.xml": "a Fade In or Word document",
}
_XML_HEAD = 2_000
"""Bytes within which an XML file names its kind."""


def foreign(data: bytes) -> tuple[str, str] | None:
    """What these bytes are if they are plainly no text, and what to do with them."""
    head = data[:_XML_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(_PACKED):
        named = (what for mark, what in _PACKAGES.items() if mark in data)
        return next(named, "an archive"), EXPORT
    if head.startswith(b"<?xml") and b"<FinalDraft" in head:
        return (
            "a Final Draft document",
            "In Final Draft export it as text (File, Export), then give that file.",
        )
    low = head[:20].lower()
    for kind in _KINDS:
        if any(low.startswith(beginning.lower()) for beginning in kind.beginnings):
            return kind.what, kind.hint
    return None
