"""Emphasis: `*italic*`, `**bold**`, `***both***` and `_underlined_` within one line."""

import re

BOLD, ITALIC, UNDERLINE = 1, 2, 4

_MARK = re.compile(r"\\[*_\\]|\*+|_")
_STYLES = {"*": ITALIC, "**": BOLD, "***": BOLD | ITALIC, "_": UNDERLINE}


def emphasised(line: str) -> tuple[str, str]:
    """A line as a reader sees it, and the styles of its characters: a digit each, the sum of BOLD, ITALIC, UNDERLINE.

    The styles are empty where nothing is emphasised. A mark without its partner, or one between spaces, is text, and
    so is an underscore within a word. A backslash before a mark makes it text and isn't seen.
    """
    if "*" not in line and "_" not in line:
        return line, ""
    marks = list(_MARK.finditer(line))
    switches = dict(_switches(line, marks))
    seen, styles, place, style = list[str](), list[str](), 0, 0
    for index, mark in enumerate(marks):
        shown = line[place : mark.start()]
        escaped = mark[0][0] == "\\"
        if index in switches:
            text = shown
        else:
            text = shown + (mark[0][1] if escaped else mark[0])
        seen.append(text)
        styles.append(str(style) * len(text))
        style ^= switches.get(index, 0)
        place = mark.end()
    seen.append(line[place:])
    styles.append(str(style) * len(line[place:]))
    told = "".join(styles)
    return "".join(seen), told if told.strip("0") else ""


def _switches(line: str, marks: list[re.Match[str]]) -> list[tuple[int, int]]:
    """Which marks turn which styles on and off."""
    opened: list[int] = []
    switches: list[tuple[int, int]] = []
    for index, mark in enumerate(marks):
        kind = mark[0]
        if kind not in _STYLES:
            continue
        before = line[mark.start() - 1] if mark.start() else " "
        after = line[mark.end()] if mark.end() < len(line) else " "
        waiting = [marks[o][0] for o in opened]
        if not before.isspace() and not (kind == "_" and after.isalnum()):
            closed = [kind] if kind in waiting else _both(kind, waiting)
            if closed:
                switches.append((index, _STYLES[kind]))
                while closed:
                    other = opened.pop()
                    if marks[other][0] in closed:
                        closed.remove(marks[other][0])
                        switches.append((other, _STYLES[marks[other][0]]))
                continue
        if not after.isspace() and kind not in waiting and not (kind == "_" and before.isalnum()):
            opened.append(index)
    return switches


def _both(kind: str, waiting: list[str]) -> list[str]:
    """The marks that `***` closes at once, where two were opened one by one."""
    return ["*", "**"] if kind == "***" and {"*", "**"} <= set(waiting) else []
