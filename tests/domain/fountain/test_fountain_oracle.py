"""Another reader, screenplain, agrees on who says what under which heading.

Where it differs, and why ours stays:

- It takes a heading only with a blank line below, and not I./E.; a scene must not be lost.
- It takes a full stop and a space for a forced heading; the specification asks for a letter or digit.
- It looks only before the first bracket for lower case in a cue; that makes a speaker of the action
  CYBER BOSS, 40 (any age), an ageless.
- It takes CUT TO: or FADE IN: with text right below for a speaker.
- It takes cues without case for action.
- It takes forced marks (! > =) at the start of a paragraph only, and a forced cue only with text below.
- It closes boneyards and notes at the first closing mark, and lets notes run over the end of a paragraph.
- It lets a line of tabs keep a speech going.
- It removes emphasis marks, which is the same text; the comparison leaves them out.

The generated scripts keep clear of these; the inputs that meet them are named.
"""

# Letters of many scripts are the subject here, so look-alikes are meant.

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

# screenplain ships no types.
from screenplain.parsers import fountain  # type: ignore[import-untyped]
from screenplain.types import Dialog, DualDialog, Slug  # type: ignore[import-untyped]

from cineledger.domain.fountain import parse_cue, read
from tests.support.inputs import INPUTS

FILES = sorted(
    path
    for folder in ("screenplays", "fountain_conformance", "fdx")
    for path in INPUTS.glob(f"{folder}/*.fountain")
)

DIFFERENT = {
    "cyber_bob_ep01_draft_a": "action that introduces CYBER BOB, 40 (or any age), white",
    "cyber_bob_ep01_draft_b": "action that introduces CYBER BOSS, 40 (or any age), an ageless",
    "ny_SceneHeaders": "I./E. and a heading right above another",
    "ww_Sections": "a heading with text right below",
    "ww_UTF8": ". NOT A HEADER",
}
"""Inputs that screenplain reads otherwise, each with the reason."""

Outline = list[tuple[str, ...]]


def bare(text: str) -> str:
    return text.replace("*", "").replace("_", "")


def ours(text: str) -> Outline:
    outline: Outline = []
    for element in (each for scene in read(text).scenes for each in scene.elements):
        if element.kind == "heading":
            outline.append(("heading", element.text.upper()))
        elif element.kind == "cue":
            outline.append(("cue", element.character or ""))
        elif element.character:
            outline[-1] = (*outline[-1], *(bare(line) for line in element.text.split("\n") if line))
    return outline


def theirs(text: str) -> Outline:
    outline: Outline = []
    for paragraph in fountain.parse(io.StringIO(text, newline="")):
        if isinstance(paragraph, Slug):
            outline.append(("heading", str(paragraph.line)))
        speeches = [paragraph.left, paragraph.right] if isinstance(paragraph, DualDialog) else [paragraph]
        for speech in speeches:
            if isinstance(speech, Dialog):
                lines = (bare(str(line).removeprefix("~").strip()) for _, line in speech.blocks)
                outline.append(("cue", parse_cue(str(speech.character)).name, *filter(None, lines)))
    return outline


word = st.sampled_from(
    ["river", "Anna", "the", "дом", "Мир", "ζωή", "zoë", "1944", "it's", "—", "door,", "off", "a/b"]
)
line = (
    st.lists(word, min_size=1, max_size=6).map(" ".join).filter(lambda text: any(c.islower() for c in text))
)
name = st.sampled_from(["EVE", "ZOË", "ИВАН", "ΜΑΡΊΑ", "R2D2", "MRS. DALLOWAY", "BOB & EVE", "O'BRIEN"])
extension = st.sampled_from(["", "", " (O.S.)", " (cont'd)", " (V.O.) (CONT’D)", " ^"])
spoken = line | st.sampled_from(["ME TOO!", "(low)", "(in Russian)", "~La la", "...and"])
place = st.sampled_from(["HOUSE - DAY", "PARK--NIGHT", "КУХНЯ - ДЕНЬ", "bar", "ROOM - DAY #12A#", "ROOM #3#"])
heading = st.tuples(
    st.sampled_from(["INT. ", "EXT. ", "int ", "EST. ", "INT./EXT. ", "INT/EXT ", "I/E "]), place
).map("".join)
speech = st.tuples(st.tuples(name, extension).map("".join), st.lists(spoken, min_size=1, max_size=4)).map(
    lambda parts: "\n".join((parts[0], *parts[1]))
)
paragraph = st.one_of(
    heading,
    speech,
    speech,
    st.lists(line, min_size=1, max_size=3).map("\n".join),
    place.map(lambda text: f".{text}"),
    st.sampled_from(
        [
            "CUT TO:",
            "> Fade out.",
            "> THE END <",
            "===",
            "# Act",
            "## Two",
            "[[note]]",
            "/* gone\n\nEVE\nno */",
        ]
    ),
    st.tuples(line, line).map(lambda parts: f"{parts[0]} [[hm]]{parts[1]} /* no */"),
)
scripts = st.lists(paragraph, max_size=12).map(lambda parts: "\n\n".join(["He waits.", *parts, ""]))


@given(scripts, st.sampled_from(["\n", "\r\n", "\r"]))
def test_well_formed_scripts_read_alike(text: str, line_end: str) -> None:
    """On scripts typed by the book both readers see the same headings, speakers and words."""
    assert ours(text.replace("\n", line_end)) == theirs(text.replace("\n", line_end))


@pytest.mark.skipif(not FILES, reason="the shared inputs are not here")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_inputs_read_alike(path: Path) -> None:
    """On every input both readers agree, but for those listed, which do differ."""
    text = path.read_bytes().decode()
    assert (ours(text) == theirs(text)) == (path.stem not in DIFFERENT)
