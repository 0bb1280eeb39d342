"""How much a script may hold, and what in it deserves a warning."""

import pytest

from cineledger.domain.fountain import characters, read
from cineledger.domain.fountain.bounds import refuse_too_long, refuse_too_much, warnings
from cineledger.domain.refusal import Refused

TOO_LONG = {
    "200,002 lines": "a\n" * 200_001,
    "200,001 lines": "\r\n" * 200_000,
    "200,001 characters": "INT. A\n\n" + "a" * 200_001 + "\n\n",
}
TOO_MUCH = {
    "10,001 scenes": "INT. A\n\n" * 10_001,
    "1,001 characters": "".join(f"MAYA {n}\nYes.\n\n" for n in range(1_001)),
    "20,002 lines": "INT. A\n\nINT. B\n" + "\n" * 20_001,
    "scene number of 21 characters": f"INT. A #{'9' * 21}#\n",
}


@pytest.mark.parametrize("because", TOO_LONG)
def test_a_text_without_end_is_not_read(because: str) -> None:
    """Lines, and the characters of a line, are bounded; the refusal says by how many, before anything is read."""
    with pytest.raises(Refused, match=because) as caught:
        refuse_too_long(TOO_LONG[because], "a.fountain")
    assert "may have" in caught.value.reason and caught.value.hint


@pytest.mark.parametrize("because", TOO_MUCH)
def test_a_script_too_large_is_refused(because: str) -> None:
    """Scenes, the lines of one, characters and scene numbers are bounded; the refusal names the bound."""
    screenplay = read(TOO_MUCH[because])
    with pytest.raises(Refused, match=because):
        refuse_too_much(screenplay, len(characters(screenplay)), "a.fountain")


WARNINGS = {
    "INT. A\n\nMAYA\nYes.\n\n/* And\n\nINT. B\n": ["boneyard that opens in line 6 is never closed with */"],
    "INT. A\r\n\r\nYes. [[And\r\n\r\nNo.]]": ["note that opens in line 3 is never closed with ]]"],
    "INT. A\n\n/* /* */\n\nIt is. [[a [[b]]": ["boneyard that opens in line 3", "note that opens in line 5"],
    "/* [[ */\n\nINT. A\n\n[[ /* ]] */ ]]\n": [],
    "INT. A\n\n" + "[[\n" * 9: [f"note that opens in line {n}" for n in range(3, 8)],
    "Title: A\nAuthor: B\n": ["Nothing of it is on the page"],
    "/* INT. A\n\nMAYA\nYes. */\n": ["Nothing of it is on the page"],
    "MAYA\nYes.\n": ["No slug line was found"],
    "INT. A\n\nMAYA\nYes. (*/ and ]] alone)\n": [],
}


@pytest.mark.parametrize("text", WARNINGS)
def test_a_warning_names_the_line(text: str) -> None:
    """Marks left open are named by line, five at most, and so is a script with nothing on the page."""
    said = warnings(text, read(text))
    for warning, part in zip(said, WARNINGS[text], strict=True):
        assert part in warning
