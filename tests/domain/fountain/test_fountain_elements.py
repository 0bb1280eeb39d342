"""What each rule of the Fountain specification makes of a few lines."""

# Letters of many scripts are the subject here, so look-alikes are meant.

from typing import Any

import pytest

from cineledger.domain.fountain import Element, read

DIALOGUE = {
    "a cue and what is said": (
        "ADAM\nI like to write.",
        [("cue", "ADAM", 1, 1), ("dialogue", "I like to write.", 2, 2)],
    ),
    "one line in capitals below a cue is speech": (
        "EVE\nME TOO!",
        [("cue", "EVE", 1, 1), ("dialogue", "ME TOO!", 2, 2)],
    ),
    "digits with a letter are a name": (
        "R2D2\nBleep.",
        [("cue", "R2D2", 1, 1), ("dialogue", "Bleep.", 2, 2)],
    ),
    "digits alone are no name": ("23 (O.S.)\nNo.", [("action", "23 (O.S.)\nNo.", 1, 2)]),
    "a cue needs a line right below it": ("ADAM\n\nNo.", [("action", "ADAM", 1, 1), ("action", "No.", 3, 3)]),
    "a cue needs a blank line above it": ("He nods.\nADAM\nNo.", [("action", "He nods.\nADAM\nNo.", 1, 3)]),
    "a forced cue keeps its case": (
        "@McDUCK\nVegan.",
        [("cue", "McDUCK", 1, 1), ("dialogue", "Vegan.", 2, 2)],
    ),
    "a forced cue may stay silent": (
        "@McDUCK\n\nHe sits.",
        [("cue", "McDUCK", 1, 1), ("action", "He sits.", 3, 3)],
    ),
    "a mixed-case line is no cue": ("McDUCK\nVegan.", [("action", "McDUCK\nVegan.", 1, 2)]),
    "parentheticals stand anywhere in a speech": (
        "EVE\nOh.\n(kissing him)\nAdam.",
        [
            ("cue", "EVE", 1, 1),
            ("dialogue", "Oh.", 2, 2),
            ("parenthetical", "(kissing him)", 3, 3),
            ("dialogue", "Adam.", 4, 4),
        ],
    ),
    "a parenthetical may run over lines": (
        "EVE\n(low,\nto him)\nAdam.",
        [("cue", "EVE", 1, 1), ("parenthetical", "(low,\nto him)", 2, 3), ("dialogue", "Adam.", 4, 4)],
    ),
    "an open bracket that never closes is speech": (
        "EVE\n(low,\nto him",
        [("cue", "EVE", 1, 1), ("dialogue", "(low,\nto him", 2, 3)],
    ),
    "a bracket that closes within a line is speech": (
        "EVE\n(beat) No.\nYes (beat)",
        [("cue", "EVE", 1, 1), ("dialogue", "(beat) No.\nYes (beat)", 2, 3)],
    ),
    "two spaces keep a speech going": (
        "EVE\nTen.\n  \nHit?\n\nHe does.",
        [("cue", "EVE", 1, 1), ("dialogue", "Ten.\n\nHit?", 2, 4), ("action", "He does.", 6, 6)],
    ),
    "two spaces do not swallow a heading": (
        "EVE\nTen.\n  \nINT. BAR - DAY",
        [("cue", "EVE", 1, 1), ("dialogue", "Ten.", 2, 2), ("heading", "INT. BAR - DAY", 1, 1)],
    ),
    "a tab alone ends a speech": (
        "EVE\nTen.\n\t\nHit.",
        [("cue", "EVE", 1, 1), ("dialogue", "Ten.", 2, 2), ("action", "Hit.", 4, 4)],
    ),
    "dialogue loses its indentation": (
        "\t\tEVE\n\t  (cocky)\n\tHm!",
        [("cue", "EVE", 1, 1), ("parenthetical", "(cocky)", 2, 2), ("dialogue", "Hm!", 3, 3)],
    ),
    "lyrics within a speech": (
        "EVE\nHm.\n~ La\n~La la",
        [("cue", "EVE", 1, 1), ("dialogue", "Hm.", 2, 2), ("lyric", "La\nLa la", 3, 4)],
    ),
    "a forced action ends a speech": (
        "EVE\nNo.\n!BANG",
        [("cue", "EVE", 1, 1), ("dialogue", "No.", 2, 2), ("action", "BANG", 3, 3)],
    ),
    "a note below a cue is not there": (
        "EVE\n[[who?]]\nMe.",
        [("cue", "EVE", 1, 1), ("note", "who?", 2, 2), ("dialogue", "Me.", 3, 3)],
    ),
    "a note within a speech is not there": (
        "EVE\nMe.\n[[who?]]\nYou.",
        [("cue", "EVE", 1, 1), ("dialogue", "Me.\nYou.", 2, 4), ("note", "who?", 3, 3)],
    ),
    "# and = may begin a line of speech": (
        "EVE\n#1 fan!\n= you",
        [("cue", "EVE", 1, 1), ("dialogue", "#1 fan!\n= you", 2, 3)],
    ),
}

ACTION = {
    "indentation stays and a tab is four spaces": ("\tHe\n  runs. ", [("action", "    He\n  runs.", 1, 2)]),
    "a forced action is no cue": ("!BANG\nBANG", [("action", "BANG\nBANG", 1, 2)]),
    "emphasis marks stay": ("*He* **runs** _now_.", [("action", "*He* **runs** _now_.", 1, 1)]),
    "an ellipsis is no forced heading": ("...and then", [("action", "...and then", 1, 1)]),
    "a full stop and a space are no forced heading": (". NOT", [("action", ". NOT", 1, 1)]),
    "lyrics outside a speech": ("~ La\nHe runs.", [("lyric", "La", 1, 1), ("action", "He runs.", 2, 2)]),
    "centred text": (">  THE END\t<", [("centered", "THE END", 1, 1)]),
    "a page break": (
        "One.\n\n====\n\nTwo.",
        [("action", "One.", 1, 1), ("page_break", "", 3, 3), ("action", "Two.", 5, 5)],
    ),
    "a synopsis": ("= He runs.", [("synopsis", "He runs.", 1, 1)]),
    "a lone > is action": (">", [("action", ">", 1, 1)]),
}

TRANSITIONS = {
    "capitals that end in TO:": ("CUT TO:", [("transition", "CUT TO:", 1, 1)]),
    "indented": ("      SMASH CUT TO:", [("transition", "SMASH CUT TO:", 1, 1)]),
    "trailing spaces make it action": ("CUT TO:  ", [("action", "CUT TO:", 1, 1)]),
    "text below makes it action": ("CUT TO:\nHim.", [("action", "CUT TO:\nHim.", 1, 2)]),
    "text above makes it action": ("Him.\nCUT TO:", [("action", "Him.\nCUT TO:", 1, 2)]),
    "forced": ("> Burn to White.", [("transition", "Burn to White.", 1, 1)]),
    "FADE TO BLACK. as the authors' parser has it": (
        "FADE TO BLACK.",
        [("transition", "FADE TO BLACK.", 1, 1)],
    ),
    "a heading may follow at once": (
        "CUT TO:\nINT. BAR - DAY",
        [("transition", "CUT TO:", 1, 1), ("heading", "INT. BAR - DAY", 1, 1)],
    ),
    "FADE IN: is no character": (
        "FADE IN:\nINT. BAR - DAY",
        [("action", "FADE IN:", 1, 1), ("heading", "INT. BAR - DAY", 1, 1)],
    ),
}

HIDDEN = {
    "a note by itself": ("[[Hm.]]", [("note", "Hm.", 1, 1)]),
    "a note within a line": ("He [[who?]]runs.", [("action", "He runs.", 1, 1), ("note", "who?", 1, 1)]),
    "a note over lines joins them": (
        "He[[\nwho\n]] runs.",
        [("action", "He runs.", 1, 3), ("note", "who", 1, 3)],
    ),
    "two spaces keep a note going": ("A[[b\n  \nc]]d", [("action", "Ad", 1, 3), ("note", "b\n  \nc", 1, 3)]),
    "an empty line breaks a note off": ("A[[b\n\nc]]d", [("action", "A[[b", 1, 1), ("action", "c]]d", 3, 3)]),
    "notes nest": ("A[[b[[c]]d]]e", [("action", "Ae", 1, 1), ("note", "b[[c]]d", 1, 1)]),
    "an unclosed note is text": ("A[[b", [("action", "A[[b", 1, 1)]),
    "a boneyard within a line": ("A /*b*/c", [("action", "A c", 1, 1), ("boneyard", "b", 1, 1)]),
    "boneyards nest": ("A/* b /* c */ d */e", [("action", "Ae", 1, 1), ("boneyard", "b /* c */ d", 1, 1)]),
    "an unclosed boneyard is text and swallows nothing": (
        "A/*b\n\nINT. BAR\n\n/*c*/",
        [("action", "A/*b", 1, 1), ("heading", "INT. BAR", 1, 1), ("boneyard", "c", 3, 3)],
    ),
    "headings in a boneyard are no scenes": (
        "/*\n\nINT. BAR\n\nHe sits.\n\n*/\n\nINT. CAR",
        [("boneyard", "INT. BAR\n\nHe sits.", 1, 7), ("heading", "INT. CAR", 1, 1)],
    ),
    "a boneyard leaves a blank line": (
        "CUT TO:\n/*\nhim\n*/\nINT. BAR",
        [("transition", "CUT TO:", 1, 1), ("boneyard", "him", 2, 4), ("heading", "INT. BAR", 1, 1)],
    ),
    "a boneyard within a note": (
        "A[[b/*c*/d]]",
        [("action", "A", 1, 1), ("note", "bd", 1, 1), ("boneyard", "c", 1, 1)],
    ),
    "note marks in a boneyard are nothing": (
        "/*[[*/A]]",
        [("action", "A]]", 1, 1), ("boneyard", "[[", 1, 1)],
    ),
    "a note in a heading": ("INT. BAR [[?]]", [("heading", "INT. BAR", 1, 1), ("note", "?", 1, 1)]),
}

CASES = {
    f"{group}: {rule}": case
    for group, cases in (
        ("dialogue", DIALOGUE),
        ("action", ACTION),
        ("transition", TRANSITIONS),
        ("hidden", HIDDEN),
    )
    for rule, case in cases.items()
}


def elements(text: str) -> list[Element]:
    return [element for scene in read(text).scenes for element in scene.elements]


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_lines_read_as_the_specification_says(text: str, expected: list[tuple[Any, ...]]) -> None:
    """Each rule gives these kinds, texts and lines, whatever the line ends."""
    for line_end in ("\n", "\r\n", "\r"):
        found = elements(text.replace("\n", line_end))
        assert [(each.kind, each.text, each.line, each.last_line) for each in found] == expected


@pytest.mark.parametrize(
    ("text", "depths"),
    [
        ("# Act", [1]),
        ("## Sequence\n### Scene", [2, 3]),
        ("######## Deep", [6]),
        ("#", [1]),
        ("  # Act", [1]),
    ],
)
def test_sections_know_their_depth(text: str, depths: list[int]) -> None:
    """A section's depth is its number of #, 6 at most."""
    assert [each.depth for each in elements(text)] == depths


@pytest.mark.parametrize(
    ("text", "shown", "number"),
    [
        ("INT. HOUSE - DAY #1#", "INT. HOUSE - DAY", "1"),
        ("INT. HOUSE - DAY #1A#", "INT. HOUSE - DAY", "1A"),
        ("INT. HOUSE - DAY #I-1-A#  ", "INT. HOUSE - DAY", "I-1-A"),
        ("INT. HOUSE - DAY #1.#", "INT. HOUSE - DAY", "1."),
        ("INT. HOUSE - DAY - FLASHBACK (1944) #110A#", "INT. HOUSE - DAY - FLASHBACK (1944)", "110A"),
        (".KITCHEN #3#", "KITCHEN", "3"),
        ("INT. HOUSE #1 - DAY", "INT. HOUSE #1 - DAY", None),
        ("EST BUCKET LIST #😆#", "EST BUCKET LIST #😆#", None),
        ("INT. HOUSE ##", "INT. HOUSE ##", None),
    ],
)
def test_a_heading_gives_its_scene_number_apart(text: str, shown: str, number: str | None) -> None:
    """A number between # at the end of a heading is not part of its text."""
    (heading,) = elements(text)
    assert (heading.kind, heading.text, heading.number) == ("heading", shown, number)


def test_every_part_of_a_speech_names_its_speaker() -> None:
    """Cue, parenthetical, dialogue and lyric carry the speaker; action after them does not."""
    found = elements("EVE (O.S.) (cont’d)\n(low)\nHm.\n~La\n\nHe runs.")
    assert [each.character for each in found] == ["EVE"] * 4 + [None]
    assert found[0].extensions == ("O.S.", "cont’d")


def test_dual_dialogue_is_marked_on_the_second_cue() -> None:
    """^ makes a cue dual and is not part of what is read."""
    found = elements("ADAM\nYes.\n\nEVE ^\nNo.")
    assert [(each.text, each.dual) for each in found if each.kind == "cue"] == [
        ("ADAM", False),
        ("EVE", True),
    ]
