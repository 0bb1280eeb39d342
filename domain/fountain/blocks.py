"""Lines into elements: the rules of Fountain, applied in one pass from top to bottom."""

# Letters and punctuation of many scripts are the subject here, so look-alikes are meant.

from collections.abc import Sequence

from cineledger.domain.fountain.cue import bare_cue, is_cue, parse_cue
from cineledger.domain.fountain.lines import Line
from cineledger.domain.fountain.page import Block, Page
from cineledger.domain.fountain.screenplay import ElementKind
from cineledger.domain.fountain.slug import is_forced, is_heading, split_number

_TRANSITIONS = frozenset(["FADE OUT.", "CUT TO BLACK.", "FADE TO BLACK."])
"""Without TO:, but transitions to the parser of the format's authors."""
_OPENINGS = frozenset(["FADE IN:", "FADE IN.", "FADE IN"])
_OFF_THE_PAGE: frozenset[ElementKind] = frozenset(["section", "synopsis", "page_break"])
_DEEPEST_SECTION = 6
_OPENING_BRACKETS, _CLOSING_BRACKETS = ("(", "（"), (")", "）")


def read_blocks(lines: Sequence[Line], split: bool) -> list[Block]:
    """The elements of the lines; a new block at each heading if `split`, else all in one.

    A heading, cue or transition needs above it the start of the text, a blank line, or a line that always
    stands alone: section, synopsis, page break, transition, centred text, FADE IN:. Below a heading
    anything may follow: the specification asks for a blank line there too, but a scene taken for action is
    a scene nobody schedules. Nothing before a heading changes how the lines from it on read, nor do they
    change how what is before it reads; so a scene reads alone as it reads in its script.
    """
    if not lines:
        return []
    return _Reader(lines, split).read()


class _Reader:
    def __init__(self, lines: Sequence[Line], split: bool) -> None:
        self._lines = lines
        self._split = split
        self._at = 0
        self._page = Page()
        self._fresh = True
        """Whether the line may be a heading, a cue or a transition, by what is above it."""
        self._speaker: str | None = None
        self._after_soft = False
        self._unclosed = 0
        """No bracket opened before this line closes as a parenthetical should."""

    def read(self) -> list[Block]:
        self._page.begin(self._lines[0])
        while self._at < len(self._lines):
            line = self._lines[self._at]
            self._at += 1
            if line.state == "hidden":
                self._page.hide(line)
            elif line.state == "soft" and self._speaker is not None:
                self._page.pause()
                self._after_soft = True
            elif line.state == "text":
                self._read_text(line, line.text.strip())
                self._after_soft = False
            else:
                self._page.close()
                self._page.hide(line)
                self._speaker, self._fresh = None, True
        self._page.close()
        return self._page.blocks

    def _read_text(self, line: Line, text: str) -> None:
        if self._speaker is not None:
            self._fresh = self._after_soft and is_heading(text)
            if not self._fresh and not _ends_speech(text):
                self._read_speech(line, text, self._speaker)
                return
            self._speaker = None
        if kind := _stands_alone(text):
            self._put_alone(kind, text, line)
        elif text[0] == "~":
            self._page.more("lyric", text[1:].strip(), line)
            self._fresh = False
        elif not self._fresh or text[0] == "!" or not self._read_fresh(line, text):
            self._page.more("action", _action_text(line.text), line)
            self._fresh = text in _OPENINGS

    def _put_alone(self, kind: ElementKind, text: str, line: Line) -> None:
        depth = min(len(text) - len(text.lstrip("#")), _DEEPEST_SECTION) if kind == "section" else None
        shown = "" if kind == "page_break" else text.lstrip("#") if depth else text[1:]
        self._page.put(kind, shown[:-1].strip() if kind == "centered" else shown.strip(), line, depth=depth)
        self._fresh = True

    def _read_fresh(self, line: Line, text: str) -> bool:
        """Take the line as a heading, transition or cue, if it is one."""
        below = self._below()
        if is_heading(text):
            if self._split:
                self._page.begin(line)
            shown, number = split_number(text[1:] if is_forced(text) else text)
            self._page.put("heading", shown.strip(), line, number=number)
            self._fresh = False
        elif _is_transition(line.text.lstrip()) and _may_follow_transition(below):
            self._page.put("transition", text, line)
        elif _forces_cue(text) or (is_cue(text) and below is not None and not _ends_speech(below)):
            cue = parse_cue(text)
            self._page.put("cue", bare_cue(text), line, cue=cue)
            self._speaker, self._fresh = cue.name, False
        else:
            return False
        return True

    def _read_speech(self, line: Line, text: str, speaker: str) -> None:
        if text[0] == "~":
            self._page.more("lyric", text[1:].strip(), line, speaker)
            return
        stop = self._parenthetical_stop(text) if text[0] in _OPENING_BRACKETS else None
        if stop is None:
            self._page.more("dialogue", text, line, speaker)
            return
        lines = self._lines[self._at - 1 : stop]
        shown = "\n".join(each.text.strip() for each in lines if each.state == "text")
        self._page.put("parenthetical", shown, *lines, speaker=speaker)
        self._at = stop

    def _parenthetical_stop(self, text: str) -> int | None:
        """The index behind the parenthetical that the present line opens, or None if it opens none."""
        if text.endswith(_CLOSING_BRACKETS):
            return self._at
        if self._at <= self._unclosed or not _CLOSING_BRACKETS_SET.isdisjoint(text):
            return None
        index = self._at
        while index < len(self._lines) and self._lines[index].state in ("text", "hidden"):
            below = self._lines[index].text.strip()
            index += 1
            if below.startswith(_OPENING_BRACKETS) or (below and _ends_speech(below)):
                break
            if not _CLOSING_BRACKETS_SET.isdisjoint(below):
                if below.endswith(_CLOSING_BRACKETS):
                    return index
                break
        self._unclosed = index - 1
        return None

    def _below(self) -> str | None:
        for index in range(self._at, len(self._lines)):
            line = self._lines[index]
            if line.state != "hidden":
                return line.text.strip() if line.state == "text" else None
        return None


_CLOSING_BRACKETS_SET = frozenset(_CLOSING_BRACKETS)


def _stands_alone(text: str) -> ElementKind | None:
    if text[0] == "#":
        return "section"
    if text[0] == "=":
        return "page_break" if len(text) > 2 and not text.strip("=") else "synopsis"
    if text[0] == ">" and len(text) > 1:
        return "centered" if text[-1] == "<" else "transition"
    return None


def _ends_speech(text: str) -> bool:
    """Whether a line is marked so plainly that it is no dialogue; # and = may begin a line of speech."""
    return text[0] == "!" or _stands_alone(text) in ("page_break", "centered", "transition")


def _is_transition(text: str) -> bool:
    return (text.endswith("TO:") and text.isupper()) or text in _TRANSITIONS


def _may_follow_transition(below: str | None) -> bool:
    return below is None or _stands_alone(below) in _OFF_THE_PAGE or is_heading(below)


def _forces_cue(text: str) -> bool:
    return text[0] == "@" and bool(parse_cue(text).name)


def _action_text(line: str) -> str:
    """Action keeps its indentation; the specification counts a tab as four spaces."""
    shown = line.replace("!", "", 1) if line.lstrip().startswith("!") else line
    return shown.replace("\t", "    ").rstrip()
