"""Scripts of our own that break other tools, through the program."""

import pytest

from tests.support.program import Program

LONG = "INT. HALL - NIGHT\n\n" + "".join(
    f"{'MAYA' if n % 2 else 'TOM'}\n" + f"This is line {n}, and it goes on.\n" * 8 + "\n" for n in range(300)
)
"""One scene of 3,000 lines."""

SPELLINGS = "INT. HALL - DAY\n\n" + "".join(
    f"{cue}\nYes.\n\n"
    for name in ("MAYA", "MAYA.", "MAYA'S VOICE", "MAYÁ", "MAIA", "DR. MAYA", "MAYA 2", "@maya")
    for cue in (name, f"{name} (V.O.)", f"{name} (cont'd)", f"{name}  (O.S.)", f"{name} ^")
)
"""One character in forty spellings."""

SCRIPTS: dict[str, tuple[str, int]] = {
    "russian": (
        "Title: Чайник\n\nИНТ. КУХНЯ - НОЧЬ\n\nМайя ждёт.\n\nМАЙЯ\nТы вернулся!\n\nТОМ\n(тихо)\nЯ не уходил.\n\n"
        "НАТ. ДВОР - ДЕНЬ\n\nСнег.\n",
        2,
    ),
    "chinese": ("INT. 厨房 - 夜\n\n水没有开。\n\n@玛雅\n你回来了！\n\n@汤姆\n我没有离开过。\n", 2),
    "arabic": ("INT. مطبخ - ليل\n\nالغلاية لا تغلي.\n\n@مايا\nلقد عدت!\n\n@توم\nلم أغادر.\n", 2),
    "crlf and bom": ("\ufeffTitle: A\r\n\r\nINT. A - DAY\r\n\r\nMAYA\r\nYes!\r\n\r\nTOM ^\r\nNo.", 2),
    "dual": ("INT. A - DAY\n\nMAYA\nWhy?\n\nTOM ^\nBecause.\n\nMAYA\nOh.\n\nTOM^\nYes.\n", 2),
    "no scenes": ("MAYA\nI am nowhere.\n\nTOM\nSo am I.\n", 2),
    "only a title page": ("Title: Nothing\nAuthor: Nobody\nDraft date: 1 January\n", 0),
    "duplicate numbers": (
        "INT. A - DAY #1#\n\nMAYA\nYes.\n\nINT. B - DAY #1#\n\nMAYA\nNo.\n\nINT. C - DAY #1A#\n\nIt rains.\n",
        1,
    ),
    "unclosed boneyard": (
        "INT. A - DAY\n\nMAYA\nYes.\n\n/* And here it stops\n\nINT. B - DAY\n\nTOM\nNo.\n",
        2,
    ),
    "unclosed note": ("INT. A - DAY\n\nMAYA\nYes. [[And here\n\nTOM\nNo.\n", 2),
    "markdown": (
        "# A heading\n\n- one\n- two\n\n```\ncode\n```\n\n| a | b |\n| - | - |\n\n> quoted\n\n**bold** _lines_\n",
        0,
    ),
    "html": (
        "INT. A - DAY\n\n<script>alert('MAYA')</script> & \"quotes\"\n\nMAYA\n'; DROP TABLE shots; --\n",
        1,
    ),
    "braces": ("INT. {A} - DAY\n\n{0} {name} %s %(x)s $HOME `id`\n\nMAYA\n{}{}\n", 1),
    "emoji": ("INT. 🏠 - DAY\n\n👩‍👩‍👧 waves.\n\nJIM😆\nHi 👋🏽!\n", 1),
    "letters with marks": ("INT. A - DAY\n\nZ̸̡̛̪͔̥͘A̶L̷G̸O̵\nHe comes.\n\nÅSA\nYes.\n", 2),
    "only blank lines and one word": ("\n\n\n   \nRain.\n\n\n", 0),
    "headings alone": ("INT. A - DAY\n\nINT. B - DAY\n\nINT. C - DAY\n", 0),
    "a line without end": ("INT. A - DAY\n\nMAYA\n" + "word " * 20_000 + "\n", 1),
    "200 characters": (
        "INT. A - DAY\n\n"
        + "".join(f"P{chr(65 + n // 20)}{chr(65 + n % 20)}\nI am {n}.\n\n" for n in range(200)),
        200,
    ),
    "3,000 lines": (LONG, 2),
    "spellings": (SPELLINGS, 5),
}
"""A script, and how many characters it has at least."""


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_nasty_script(program: Program, name: str) -> None:
    """It opens, runs until nothing is undecided, comes out byte for byte, and can be verified."""
    script, people = SCRIPTS[name]
    data = script.encode()
    opened = program.within("open", "film", "--script", "-", "--json", stdin=data).done().json()
    assert len(opened["characters"]) >= people
    result = program.within("run", "film", "--json").done().json()
    assert result["awaits"] == {"orchestrator": [], "crew": []}
    assert result["phase"] == "refinement" or not people
    if people:
        assert result["shots"] > 0
    assert program.within("export", "film", "script").done().raw == data
    program.within("export", "film", "script", "--format", "md").done()
    program.within("verify").done()


def test_feelings_in_another_language_are_unknown(program: Program) -> None:
    """Where the language is not English a feeling is unknown, never neutral."""
    script, _ = SCRIPTS["russian"]
    program.within("open", "film", "--script", "-", stdin=script.encode()).done()
    program.within("run", "film").done()
    rows = program.rows("select character, valence from character_timeline")
    assert rows and all(row["valence"] is None for row in rows)


def test_one_person_in_forty_spellings(program: Program) -> None:
    """Extensions, doubled blanks and small letters make no new character; another name does."""
    opened = program.within("open", "film", "--script", "-", "--json", stdin=SPELLINGS.encode()).json()
    assert {"MAYA", "MAYÁ", "MAIA", "DR. MAYA", "MAYA 2"} <= set(opened["characters"])
    assert len(opened["characters"]) <= 8
