"""Where a reader puts the elements it finds: blocks of them, with lines counted from each block's start."""

from typing import NamedTuple

from cineledger.domain.fountain.cue import Cue
from cineledger.domain.fountain.lines import Line, Mark
from cineledger.domain.fountain.screenplay import Element, ElementKind


class Block(NamedTuple):
    """The elements of a stretch of source that starts at a line of its own."""

    start: int
    """Offset in the text."""
    elements: list[Element]


class Page:
    """Collects elements in reading order; lines of one kind that follow each other make one element.

    Notes and boneyards come right behind the element they stand in.
    """

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._lines_before = 0
        self._kind: ElementKind | None = None
        self._speaker: str | None = None
        self._texts: list[str] = []
        self._first = self._last = 0
        self._marks: list[Mark] = []

    def begin(self, line: Line) -> None:
        """Start a block at this line, unless one has started there."""
        self.close()
        if not self.blocks or self.blocks[-1].start != line.start:
            self.blocks.append(Block(line.start, []))
            self._lines_before = line.first - 1

    def put(
        self,
        kind: ElementKind,
        text: str,
        *lines: Line,
        cue: Cue | None = None,
        speaker: str | None = None,
        number: str | None = None,
        depth: int | None = None,
    ) -> None:
        """Add an element that stands by itself."""
        self.close()
        self.blocks[-1].elements.append(
            Element(
                kind=kind,
                text=text,
                line=lines[0].first - self._lines_before,
                last_line=lines[-1].last - self._lines_before,
                character=cue.name if cue else speaker,
                extensions=cue.extensions if cue else (),
                dual=cue is not None and cue.dual,
                number=number,
                depth=depth,
            )
        )
        self._put_marks([mark for line in lines for mark in line.marks])

    def more(self, kind: ElementKind, text: str, line: Line, speaker: str | None = None) -> None:
        """Add a line to the element being collected, or begin one."""
        if (kind, speaker) != (self._kind, self._speaker):
            self.close()
            self._kind, self._speaker, self._first = kind, speaker, line.first
        self._texts.append(text)
        self._last = line.last
        self._marks.extend(line.marks)

    def pause(self) -> None:
        """Add an empty line to the speech or lyric being collected; one at its end is dropped."""
        if self._kind in ("dialogue", "lyric"):
            self._texts.append("")

    def hide(self, line: Line) -> None:
        """Add the notes and boneyards of a line that shows nothing else."""
        if self._kind:
            self._marks.extend(line.marks)
        else:
            self._put_marks(list(line.marks))

    def close(self) -> None:
        """Finish the element being collected."""
        if not self._kind:
            return
        kind, self._kind = self._kind, None
        marks, self._marks = self._marks, []
        texts, self._texts = self._texts, []
        self.blocks[-1].elements.append(
            Element(
                kind=kind,
                text="\n".join(texts).rstrip("\n"),
                line=self._first - self._lines_before,
                last_line=self._last - self._lines_before,
                character=self._speaker,
            )
        )
        self._put_marks(marks)

    def _put_marks(self, marks: list[Mark]) -> None:
        self.blocks[-1].elements.extend(
            Element(
                kind=mark.kind,
                text=mark.text,
                line=mark.first - self._lines_before,
                last_line=mark.last - self._lines_before,
            )
            for mark in marks
        )
