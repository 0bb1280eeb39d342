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
        codecs.BOM_UTF32_LE + b"A\0\0\0",
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
