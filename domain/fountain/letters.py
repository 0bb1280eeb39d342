"""Spelling that compares equal when it looks equal."""

import unicodedata

_UNSEEN = dict.fromkeys([0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF])


def plain(text: str) -> str:
    """The text in NFC without direction marks, zero-width spaces and byte order marks.

    Joiners stay: Persian and Hindi words differ by them.
    """
    return unicodedata.normalize("NFC", text).translate(_UNSEEN) if not text.isascii() else text
