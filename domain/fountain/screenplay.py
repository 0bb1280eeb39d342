"""A screenplay as it was typed: every character kept, every line named."""

from typing import Literal

from cineledger.domain.value import Value

ElementKind = Literal[
    "heading",
    "action",
    "cue",
    "parenthetical",
    "dialogue",
    "lyric",
    "transition",
    "centered",
    "page_break",
    "section",
    "synopsis",
    "note",
    "boneyard",
]


class Element(Value):
    """One thing on the page, in reading order, with the lines it came from."""

    kind: ElementKind
    text: str
    """What a reader sees: forcing marks, notes and boneyards removed, line breaks inside kept as \\n."""
    line: int
    """First source line, counted from 1 within the scene's own text (a heading is line 1)."""
    last_line: int
    character: str | None = None
    """Whose cue, parenthetical, dialogue or lyric: the name on the cue, no extensions, NFC, upper case."""
    extensions: tuple[str, ...] = ()
    """Of a cue: V.O., O.S., CONT'D … as typed, without brackets."""
    dual: bool = False
    """A cue marked ^: spoken beside the speech before it."""
    number: str | None = None
    """Of a heading: the scene number between #…#."""
    depth: int | None = None
    """Of a section: 1 to 6."""


class TitleField(Value):
    """One entry of the title page."""

    key: str
    values: tuple[str, ...]


class SceneText(Value):
    """A scene's own lines: from its heading up to the next; the first may have no heading."""

    text: str
    elements: tuple[Element, ...]

    @property
    def heading(self) -> Element | None:
        """The slug line, or None for what stands before the first one."""
        first = self.elements[0] if self.elements else None
        return first if first is not None and first.kind == "heading" else None


class Screenplay(Value):
    """A whole script; `title_text` and the scenes' texts put end to end are the file."""

    title_text: str
    title_page: tuple[TitleField, ...]
    scenes: tuple[SceneText, ...]


class Slug(Value):
    """What a slug line says."""

    int_ext: Literal["INT", "EXT", "INT/EXT", "EST"] | None
    """None where the heading was forced and names neither."""
    location: str
    day_night: str | None
    """The time of day as typed (DAY, NIGHT, CONTINUOUS, ДЕНЬ …), upper case, or None."""
