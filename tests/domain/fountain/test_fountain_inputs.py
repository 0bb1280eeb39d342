"""Real scripts and the fixtures of other readers, where they are at hand."""

from pathlib import Path

import pytest

from cineledger.domain.fountain import characters, decode, encode, parse_slug, read, read_scene, write
from tests.support.inputs import INPUTS

FILES = sorted(
    path
    for folder in ("screenplays", "fountain_conformance", "fdx")
    for path in INPUTS.glob(f"{folder}/*.fountain")
)

SPEAKERS = {
    "cyber_bob_ep01_draft_a": ("BOB", "DOG", "MARGARET", "CYBER BOB", "CYBER BOSS", "BOSS"),
    "cyber_bob_ep01_draft_b": ("BOB", "DOG", "MARGARET", "CYBER BOB", "CYBER BOSS", "BOSS"),
    "ny_Dialogue": ("ADAM", "EVE", "R2D2"),
    "ny_DualDialogue": ("ADAM", "EVE"),
    "ny_ForcedElements": ("MCDUCK", "SINGER"),
    "ny_Indenting": ("BRICK", "STEEL"),
    "ny_Simple": ("MAN",),
    "radio_studio_finaldraft": ("DJ", "DAVE", "JIM", "KAY"),
    "ww_Boneyards": ("COGNITO",),
    "ww_LineBreaks": ("SCANNING THE AISLES…", "DEALER", "MONKEY"),
    "ww_Lyrics": ("ANDHERE", "TESTING"),
    "ww_Notes": ("JACK",),
    "ww_UTF8": ("DAVE", "JIM😆"),
}
"""Of each file; the others have no cue."""

HEADINGS = {
    "cyber_bob_ep01_draft_a": 3,
    "ny_SceneHeaders": 17,
    "ny_SceneNumbers": 7,
    "ny_Sections-Complex": 2,
    "ww_Boneyards": 1,
    "ww_Sections": 3,
    "ww_UTF8": 5,
}
"""How many headings some of them have; the second of two headings in one block of lines is none."""


def at_hand(path: Path) -> str:
    return path.stem


@pytest.mark.skipif(not FILES, reason="the shared inputs are not here")
@pytest.mark.parametrize("path", FILES, ids=at_hand)
def test_a_real_script_comes_back_byte_for_byte(path: Path) -> None:
    """Decoded, read, written and encoded again, a file is the same file, and each scene reads alone."""
    data = path.read_bytes()
    text, encoding = decode(data, path.name)
    screenplay = read(text)
    assert encode(write(screenplay), encoding) == data
    assert [read_scene(scene.text) for scene in screenplay.scenes] == [
        scene.elements for scene in screenplay.scenes
    ]


@pytest.mark.skipif(not FILES, reason="the shared inputs are not here")
@pytest.mark.parametrize("path", FILES, ids=at_hand)
def test_a_real_script_has_its_characters_and_scenes(path: Path) -> None:
    """Everybody who speaks is found, in order, and nobody else."""
    screenplay = read(decode(path.read_bytes(), path.name)[0])
    assert characters(screenplay) == SPEAKERS.get(path.stem, ())
    headings = [scene.heading for scene in screenplay.scenes if scene.heading]
    assert len(headings) == HEADINGS.get(path.stem, len(headings))


@pytest.mark.skipif(not FILES, reason="the shared inputs are not here")
def test_two_drafts_differ_where_the_writer_changed_them() -> None:
    """The last scene moved from day to night between the drafts; the places stayed."""
    drafts = [read(path.read_text()) for path in FILES if path.stem.startswith("cyber_bob")]
    slugs = [[parse_slug(scene.heading.text) for scene in draft.scenes if scene.heading] for draft in drafts]
    assert [slug.location for slug in slugs[0]] == [slug.location for slug in slugs[1]]
    assert [slug.day_night for slug in slugs[0]] == ["DAY", "DAY", "DAY"]
    assert [slug.day_night for slug in slugs[1]] == ["DAY", "DAY", "NIGHT"]
