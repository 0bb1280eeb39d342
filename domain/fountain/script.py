"""Reading a whole script, writing it back, and changing one scene of it."""

import re

from cineledger.domain.fountain.blocks import read_blocks
from cineledger.domain.fountain.lines import read_lines
from cineledger.domain.fountain.screenplay import Element, SceneText, Screenplay
from cineledger.domain.fountain.title_page import read_title_page

_LINE_END = re.compile(r"\r\n|\n|\r")


def read(text: str) -> Screenplay:
    """The screenplay in any Unicode text; raises nothing, and `write` gives the text back.

    `title_text` is the title page with the blank lines around it, also where there is no title page but blank
    lines come first. `scenes[0]` has no heading if something stands before the first one.
    """
    lines = read_lines(text)
    count, title_page = read_title_page(lines)
    blocks = read_blocks(lines[count:], split=True)
    starts = [block.start for block in blocks] + [len(text)]
    scenes = tuple(
        SceneText(text=text[block.start : stop], elements=tuple(block.elements))
        for block, stop in zip(blocks, starts[1:], strict=True)
    )
    return Screenplay(title_text=text[: starts[0]], title_page=title_page, scenes=scenes)


def read_scene(text: str) -> tuple[Element, ...]:
    """The elements of one scene's text on its own, equal to those `read` gives the scene within its script.

    Text with several headings still gives one run of elements, with lines counted from the start of `text`.
    """
    blocks = read_blocks(read_lines(text), split=False)
    return tuple(blocks[0].elements) if blocks else ()


def write(screenplay: Screenplay) -> str:
    """The text of the script: for what `read` gave, the text it was given."""
    return screenplay.title_text + "".join(scene.text for scene in screenplay.scenes)


def revise(screenplay: Screenplay, index: int, text: str) -> Screenplay:
    """The screenplay with one scene's text replaced and read on its own; other scenes stay as they are.

    Scenes keep their places, so a heading in the middle of `text` begins no new scene until the written
    script is read again. Unless the scene is the last, `text` gets the one or two line ends it may lack for
    the heading below to stay a heading. Raises IndexError where there is no such scene.
    """
    if not 0 <= index < len(screenplay.scenes):
        raise IndexError(f"no scene at {index}: the script has {len(screenplay.scenes)}")
    if index + 1 < len(screenplay.scenes):
        text += _missing_line_ends(text, screenplay.scenes[index].text)
    scene = SceneText(text=text, elements=read_scene(text))
    scenes = (*screenplay.scenes[:index], scene, *screenplay.scenes[index + 1 :])
    return screenplay.model_copy(update={"scenes": scenes})


def characters(screenplay: Screenplay) -> tuple[str, ...]:
    """The names on the cues, without extensions, each once, in order of first appearance."""
    elements = (element for scene in screenplay.scenes for element in scene.elements)
    return tuple(dict.fromkeys(cue.character for cue in elements if cue.kind == "cue" and cue.character))


def _missing_line_ends(text: str, model: str) -> str:
    found = _LINE_END.search(text) or _LINE_END.search(model)
    line_end = found[0] if found else "\n"
    choices = ("", line_end, line_end * 2)
    return next(added for added in choices if _takes_heading(text + added))


def _takes_heading(text: str) -> bool:
    return read_blocks(read_lines(f"{text}.A"), split=True)[-1].start == len(text)
