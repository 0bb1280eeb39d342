"""Bytes to text and back."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cineledger.domain.fountain import decode, encode
from cineledger.domain.refusal import Refused


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        ("Zoë".encode(), "Zoë", "utf-8"),
        (codecs.BOM_UTF8 + b"Hi\r\n", "Hi\r\n", "utf-8-sig"),
        (codecs.BOM_UTF8 * 2 + b"Hi", "\ufeffHi", "utf-8-sig"),
        (codecs.BOM_UTF16_LE + "Да".encode("utf-16-le"), "Да", "utf-16-le"),
        (codecs.BOM_UTF16_BE + "Да".encode("utf-16-be"), "Да", "utf-16-be"),
        (codecs.BOM_UTF32_LE + "Да\n".encode("utf-32-le"), "Да\n", "utf-32-le"),
        (codecs.BOM_UTF32_BE + "Да\n".encode("utf-32-be"), "Да\n", "utf-32-be"),
        ("Zoë no\n".encode("utf-16-le"), "Zoë no\n", "utf-16-le-unmarked"),
        ("Zoë no\n".encode("utf-16-be"), "Zoë no\n", "utf-16-be-unmarked"),
        ("Zoë no\n".encode("utf-32-le"), "Zoë no\n", "utf-32-le-unmarked"),
        (b"Zo\xeb \x93no\x94", "Zoë “no”", "cp1252"),
        (b"Zo\xeb and a \x81 long enough", "Zoë and a \x81 long enough", "latin-1"),
    ],
)
def test_text_is_found_and_its_bytes_given_back(data: bytes, text: str, encoding: str) -> None:
    """The encoding is told by byte order mark, then by what the bytes allow."""
    assert decode(data, "a.fountain") == (text, encoding)
    assert encode(text, encoding) == data


@pytest.mark.parametrize(
    "data", [b"", b" \r\n\t", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF8 + b" \n"]
)
def test_a_blank_file_is_refused(data: bytes) -> None:
    """Nothing but blanks is no script."""
    with pytest.raises(Refused, match=r"a\.fountain is empty"):
        decode(data, "a.fountain")


@pytest.mark.parametrize(
    "data",
    [
        b"A\0B",
        b"PK\x03\x04\0\0",
        b"%PDF-1.4\nplain",
        bytes(range(1, 32)) * 9,
        codecs.BOM_UTF32_LE + b"\0\0\0\0",
        bytes(1000),
        b"A long enough line\0 and its end\n",
    ],
)
def test_a_binary_file_is_refused(data: bytes) -> None:
    """Zero characters, many control characters or a PDF are no script, and the refusal says what to do."""
    with pytest.raises(Refused, match=r"a\.fountain is binary") as caught:
        decode(data, "a.fountain")
    assert caught.value.hint


def test_broken_utf_16_is_refused() -> None:
    """A UTF-16 mark before half a character is told as such, not read as Latin letters."""
    with pytest.raises(Refused, match=r"broken UTF-16"):
        decode(codecs.BOM_UTF16_LE + b"A", "a.fountain")


@pytest.mark.parametrize(
    ("data", "place"),
    [
        ("Zoë, sœur\n".encode() + b"No \xff", "UTF-8 in line 2, column 4"),
        ("Да\r\rДа".encode()[:-1], "UTF-8 in line 3, column 2"),
        (codecs.BOM_UTF8 + b"ab\xff", "UTF-8 in line 1, column 3"),
        (b"A\nB" + b"\xed\xa0\x80", "UTF-8 in line 2, column 2"),
        (codecs.BOM_UTF16_LE + "A\nB\ud800C".encode("utf-16-le", "surrogatepass"), "line 2, column 2"),
        (codecs.BOM_UTF32_LE + "A\n".encode("utf-32-le") + b"\xff\xff\xff\xff", "line 2, column 1"),
    ],
)
def test_damage_is_told_with_its_place(data: bytes, place: str) -> None:
    """Bytes that were Unicode but for one place are not taken for another encoding; the place is named."""
    with pytest.raises(Refused, match=r"a\.fountain is broken UTF-") as caught:
        decode(data, "a.fountain")
    assert place in caught.value.reason


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "gbk", "shift_jis", "euc-kr"])
def test_no_letters_are_made_up(encoding: str) -> None:
    """What is in another alphabet is not read as accented Latin letters, but read right where it is named."""
    text = (
        "INT. А\n\nМАЙЯ\nТы здесь, ты здесь."
        if encoding in ("cp1251", "koi8-r")
        else "INT. 家\n\n他家是家,他家是家,他家是家\n"
    )
    text = "INT. 집\n\n우리의 집은 집이다. 우리의 집은 집이다.\n" if encoding == "euc-kr" else text
    data = text.encode(encoding)
    with pytest.raises(Refused, match="not Unicode") as caught:
        decode(data, "a.fountain")
    assert "--encoding" in caught.value.hint
    found, named = decode(data, "a.fountain", encoding)
    assert found == text and encode(found, named) == data


@pytest.mark.parametrize("encoding", ["utf-16", "UTF-16", "utf_16_le", "utf-16-le"])
def test_a_named_encoding_takes_the_mark_as_it_comes(encoding: str) -> None:
    """With a byte order mark or without: the bytes come back."""
    for mark in (b"", codecs.BOM_UTF16_LE):
        data = mark + "Zoë no\n".encode("utf-16-le")
        text, found = decode(data, "a.fountain", encoding)
        assert text == "Zoë no\n" and encode(text, found) == data


@pytest.mark.parametrize("encoding", ["nothing", "hex", "rot13", "a\0b", "../../x", "", "zlib", "x" * 999])
def test_what_is_no_encoding_is_refused(encoding: str) -> None:
    """Only encodings of text are encodings."""
    with pytest.raises(Refused, match="there is no encoding"):
        decode(b"Zoe", "a.fountain", encoding)


def test_an_encoding_that_loses_something_is_refused() -> None:
    """A script is taken only if its bytes come back."""
    for data, encoding in ((rb"A\x41", "unicode_escape"), (b"+AEE-", "utf-7")):
        with pytest.raises(Refused, match="would not come back"):
            decode(data, "a.fountain", encoding)


FOREIGN = {
    b"%PDF-1.7\n": "a PDF",
    b"PK\x03\x04\x14\0word/document.xml": "a Word document",
    b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text": "an OpenDocument text",
    b"PK\x03\x04" + bytes(30): "an archive",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(30): "an old Word document",
    b'\xef\xbb\xbf<?xml version="1.0"?>\n<FinalDraft DocumentType="Script">': "a Final Draft document",
    rb"{\rtf1\ansi INT. A - DAY}": "rich text",
    b"<!DOCTYPE HTML>\n<html>": "a web page",
    b"\x89PNG\r\n\x1a\n": "a picture",
    b"\x1f\x8b\x08": "an archive",
    b"SQLite format 3\0": "a database",
}


@pytest.mark.parametrize("data", FOREIGN, ids=FOREIGN.values())
def test_other_files_are_told_by_how_they_begin(data: bytes) -> None:
    """What people hand in for a script is named, with what to do about it."""
    with pytest.raises(Refused, match=f"is binary: {FOREIGN[data]}") as caught:
        decode(data, "a.fountain")
    assert caught.value.hint


def test_a_character_the_encoding_lacks_is_refused() -> None:
    """A script that came as cp1252 cannot take Cyrillic without becoming UTF-8."""
    with pytest.raises(Refused, match=r"cp1252"):
        encode("Да", "cp1252")


@given(st.binary(max_size=80) | st.text(max_size=80).map(str.encode))
def test_whatever_is_taken_is_given_back(data: bytes) -> None:
    """encode undoes decode for every input that is not refused."""
    try:
        text, encoding = decode(data, "a.fountain")
    except Refused:
        return
    assert encode(text, encoding) == data
