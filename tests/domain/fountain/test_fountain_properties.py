"""What holds for any text at all."""

# Letters of many scripts are the subject here, so look-alikes are meant.

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cineledger.domain.fountain import characters, parse_cue, parse_slug, read, read_scene, revise, write

MARKS = [
    "[[",
    "]]",
    "/*",
    "*/",
    "(",
    ")",
    "^",
    "@",
    "!",
    ".",
    ">",
    "<",
    "~",
    "#",
    "=",
    "===",
    ":",
    "TO:",
    "  ",
]
WORDS = [
    "INT.",
    "EXT. PARK--DAY",
    "ИНТ. КУХНЯ",
    "内景：",
    "EVE",
    "ЕВА",
    "李雷",
    "Title",
    "he runs",
    "cont'd",
    "\ufeff",
]
ENDS = [
    "\n",
    "\n\n",
    "\r\n",
    "\r\n\r\n",
    "\r",
    "\n\r",
    "\x0c",
    "\x0b",
    "\x85",
    "\u2028",
    "\n  \n",
    "\n\t\n",
    " ",
]

anything = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("\r\n \t[]/*"), max_size=60)
fountain = st.lists(st.sampled_from(MARKS + WORDS + ENDS * 2), max_size=40).map("".join)
texts = anything | fountain


@given(texts)
def test_what_is_read_is_written_back(text: str) -> None:
    """write undoes read for any text, whatever its line ends."""
    assert write(read(text)) == text


@given(texts)
def test_a_scene_reads_alone_as_in_its_script(text: str) -> None:
    """The elements of a scene depend on its own text and on nothing around it."""
    for scene in read(text).scenes:
        assert read_scene(scene.text) == scene.elements


@given(texts)
def test_a_heading_stands_first_in_its_scene_and_nowhere_else(text: str) -> None:
    """Every scene but the first begins with its heading, and no scene is empty."""
    for index, scene in enumerate(read(text).scenes):
        assert scene.text
        assert index == 0 or scene.heading is not None
        assert all(element.kind != "heading" for element in scene.elements[1:])
        assert scene.heading is None or scene.heading.line == 1


@given(texts)
def test_elements_come_in_the_order_of_their_lines(text: str) -> None:
    """Lines are within the scene and in order, and no two elements on the page share one, a note aside."""
    for scene in read(text).scenes:
        count = len(scene.text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n").split("\n"))
        line = seen = 0
        for element in scene.elements:
            assert 1 <= element.line <= element.last_line <= count
            assert element.line >= line
            line = element.line
            if element.kind not in ("note", "boneyard"):
                assert element.line > seen
                seen = element.last_line


@given(texts)
def test_no_visible_line_is_lost(text: str) -> None:
    """Every line with something to see is in some element."""
    for scene in read(text).scenes:
        rows = scene.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        covered = {line for each in scene.elements for line in range(each.line, each.last_line + 1)}
        lost = {row for row, shown in enumerate(rows, 1) if shown.strip("\ufeff").strip()} - covered
        assert not lost


@given(texts)
def test_speakers_are_told_by_cues_alone(text: str) -> None:
    """Who speaks is always named by a cue above, in the same spelling."""
    screenplay = read(text)
    elements = [each for scene in screenplay.scenes for each in scene.elements]
    assert {each.character for each in elements if each.character} == set(characters(screenplay))


@given(texts, texts, st.data())
def test_a_revision_changes_only_its_own_lines(text: str, new: str, data: st.DataObject) -> None:
    """The other scenes and the title page stay as typed, and the next heading stays a heading."""
    before = read(text)
    if not before.scenes:
        return
    index = data.draw(st.integers(0, len(before.scenes) - 1))
    after = revise(before, index, new)
    assert after.title_text == before.title_text
    assert after.scenes[:index] == before.scenes[:index]
    assert after.scenes[index + 1 :] == before.scenes[index + 1 :]
    assert after.scenes[index].text.startswith(new)
    assert not after.scenes[index].text.removeprefix(new).strip()
    assert after.scenes[index].elements[:1] == read_scene(after.scenes[index].text)[:1]


@given(texts, st.data())
def test_a_revision_to_the_same_text_changes_nothing(text: str, data: st.DataObject) -> None:
    """A scene that already leaves room for the next heading is taken as it is."""
    before = read(text)
    if before.scenes:
        index = data.draw(st.integers(0, len(before.scenes) - 1))
        assert revise(before, index, before.scenes[index].text) == before


def test_a_revision_makes_room_for_the_next_heading() -> None:
    """Text without a line end at its end gets a blank line, in the line ends of the scene."""
    before = read("INT. A\r\n\r\nHe sits.\r\n\r\nINT. B\r\n")
    after = revise(before, 0, "INT. A\r\n\r\nShe sits.")
    assert write(after) == "INT. A\r\n\r\nShe sits.\r\n\r\nINT. B\r\n"
    assert read(write(after)) == after


def test_there_is_no_revising_a_scene_that_is_not_there() -> None:
    """An index past the last scene, or below zero, is a bug of the caller."""
    for index in (-1, 1):
        with pytest.raises(IndexError):
            revise(read("INT. A\n"), index, "INT. B\n")


@given(texts)
def test_slug_lines_and_cues_take_any_text(text: str) -> None:
    """Whatever is asked of them, they answer; a name comes in one spelling."""
    slug = parse_slug(text)
    assert slug.day_night is None or slug.day_night == slug.day_night.upper()
    name = parse_cue(text).name
    assert name == name.upper() or not name.isascii()
