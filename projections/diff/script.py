"""Scripts compared: scenes that came, went, moved or were renumbered, and their lines one by one."""

import difflib
import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

from cineledger.projections.diff.sides import Row, Side
from cineledger.projections.reader import Reader

CONTEXT = 3
"""Lines that both sides have, shown around those that differ."""
TITLE_PAGE = "title page"
_SHOWN = ("scene", "place", "number", "heading", "address")
_LINE_END = re.compile(r"\r\n|\n|\r")


def script(reader: Reader, a: Side, b: Side) -> list[Row]:
    """Every scene that differs, in the order of b, what only a has standing where a has it.

    `{"scene", "change": "added" | "gone" | "changed", "moved", "line_ends", "columns": {column: [in a, in b]},
    "sides": [in a, in b], "hunks"}`; a title page is a scene called `title page`. A hunk is `{"a": [first line,
    lines], "b": …, "lines": [[sides, text], …]}`, lines counted from 1 within the scene, sides `ab`, `a` or `b`.
    """
    before, after = _scenes(reader, a), _scenes(reader, b)
    moved = _moved(
        [scene for scene in before if scene in after], [scene for scene in after if scene in before]
    )
    found = [
        _compared(scene, before.get(scene), after.get(scene), scene in moved)
        for scene in _merged(list(before), list(after))
    ]
    return [entry for entry in found if entry is not None]


def _scenes(reader: Reader, side: Side) -> dict[str, Row]:
    scenes = reader.rows("SELECT s.* EXCLUDE (production) FROM scenes_at(?, ?) s ORDER BY s.place", side)
    found = {row["scene"]: row for row in scenes}
    for page in reader.rows("SELECT title_text AS text, address FROM scripts_at(?, ?)", side):
        if page["text"].strip():
            return {TITLE_PAGE: page, **found}
    return found


def _compared(scene: str, a: Row | None, b: Row | None, moved: bool) -> Row | None:
    columns = {}
    if a is not None and b is not None:
        columns = {c: [v, b[c]] for c, v in a.items() if c not in ("text", "place", "address") and v != b[c]}
    texts = ["" if side is None else side["text"] for side in (a, b)]
    found = [] if texts[0] == texts[1] else hunks(*map(lines, texts))
    line_ends = a is not None and b is not None and texts[0] != texts[1] and not found
    if a is not None and b is not None and not (columns or found or moved or line_ends):
        return None
    return {
        "scene": scene,
        "change": "added" if a is None else "gone" if b is None else "changed",
        "moved": moved,
        "line_ends": line_ends,
        "columns": columns,
        "sides": [side and {c: side.get(c) for c in _SHOWN} for side in (a, b)],
        "hunks": found,
    }


def lines(text: str) -> list[str]:
    """A scene's source lines without their ends, as Fountain counts them."""
    found = _LINE_END.split(text)
    return found[:-1] if not found[-1] else found


def hunks(a: list[str], b: list[str]) -> list[Row]:
    """Where two lists of lines differ, with the lines around."""
    matcher = _Lines(a, b)
    return [
        {
            "a": _span(group, 1),
            "b": _span(group, 3),
            "lines": [line for op in group for line in _lines(op, a, b)],
        }
        for group in matcher.get_grouped_opcodes(CONTEXT)
    ]


class _Lines(difflib.SequenceMatcher[str]):
    """Matches lines with text first and those between them after that.

    Every other line of a script is blank: matched all at once, a long scene's blank lines take quadratic time, and
    with `autojunk` they tear its speeches apart.
    """

    def __init__(self, a: list[str], b: list[str]) -> None:
        super().__init__(None, a, b)
        self.sides = a, b

    def get_matching_blocks(self) -> list[difflib.Match]:
        """Runs of equal lines, none beginning where another ends; the last one is empty."""
        a, b = self.sides
        runs: list[list[int]] = [[0, 0, 0]]

        def add(i: int, j: int, size: int) -> None:
            last = runs[-1]
            if (last[0] + last[2], last[1] + last[2]) == (i, j):
                last[2] += size
            elif size:
                runs.append([i, j, size])

        i = j = 0
        for to_i, to_j in [*_anchors(a, b), (len(a), len(b))]:
            between = difflib.SequenceMatcher(None, a[i:to_i], b[j:to_j])
            for run in between.get_matching_blocks():
                add(i + run.a, j + run.b, run.size)
            if to_i < len(a):
                add(to_i, to_j, 1)
            i, j = to_i + 1, to_j + 1
        return [difflib.Match(*run) for run in [*(run for run in runs if run[2]), [len(a), len(b), 0]]]


def _anchors(a: list[str], b: list[str]) -> list[tuple[int, int]]:
    """Lines with text that both sides have, in order."""
    mine, theirs = ([n for n, line in enumerate(side) if line.strip()] for side in (a, b))
    matcher = difflib.SequenceMatcher(None, [a[n] for n in mine], [b[n] for n in theirs], autojunk=False)
    return [
        (mine[run.a + n], theirs[run.b + n]) for run in matcher.get_matching_blocks() for n in range(run.size)
    ]


def _span(group: Sequence[tuple[Any, ...]], first: int) -> list[int]:
    start, stop = group[0][first], group[-1][first + 1]
    return [start + 1 if stop > start else start, stop - start]


def _lines(op: tuple[str, int, int, int, int], a: list[str], b: list[str]) -> list[list[str]]:
    kind, i, j, k, m = op
    if kind == "equal":
        return [["ab", line] for line in a[i:j]]
    return [["a", line] for line in a[i:j]] + [["b", line] for line in b[k:m]]


def _moved(a: list[str], b: list[str]) -> set[str]:
    """The fewest scenes that, taken out, leave the rest in the same order on both sides."""
    place = {scene: n for n, scene in enumerate(b)}
    ends: list[int] = []
    lengths = []
    for scene in a:
        at = bisect_left(ends, place[scene])
        ends[at : at + 1] = [place[scene]]
        lengths.append(at)
    kept, want = set(), len(ends) - 1
    for scene, length in zip(reversed(a), reversed(lengths), strict=True):
        if length == want:
            kept.add(scene)
            want -= 1
    return set(a) - kept


def _merged(a: list[str], b: list[str]) -> list[str]:
    """Both sides' scenes in the order of b, each that only a has after the one it follows in a."""
    order = list(b)
    held = set(b)
    for n, scene in enumerate(a):
        if scene not in held:
            order.insert(order.index(a[n - 1]) + 1 if n else 0, scene)
    return order
