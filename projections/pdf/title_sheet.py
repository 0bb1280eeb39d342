"""The title page: title in the middle, contact at the lower left, draft at the lower right."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cineledger.domain.fountain.emphasis import emphasised
from cineledger.domain.fountain.screenplay import TitleField
from cineledger.domain.script.breaking import broken, columns
from cineledger.domain.script.layout import LINES_A_PAGE, PAGE_COLUMNS

TITLE_ROW = 17
"""About a third of the way down."""
BLANK_BELOW_TITLE = 3
CORNER = 29
"""Columns of what stands in either lower corner."""

_TITLES = frozenset(
    "title titre título titulo titel titolo название назва tytuł τίτλος 标题 標題 片名 剧名 劇名 题目 題名 题名 "
    "タイトル 제목 العنوان عنوان כותרת शीर्षक".split()
)
_RIGHT = frozenset(["draft date", "date", "draft", "revision", "version", "дата", "日期"])
_MIDDLE = frozenset(
    "credit author authors source crédit auteur auteurs autor autora autores autorin crédito autore autori "
    "автор авторы автори συγγραφέας 作者 编剧 編劇 作 脚本 작가 각본 المؤلف تأليف כותב".split()
) | {"written by", "based on", "subtitle", "episode", "series"}


class Placed(NamedTuple):
    """A line of the title page."""

    row: int
    column: int
    text: str
    styles: str


def title_sheet(fields: Sequence[TitleField], title: str, label: str = "") -> Iterator[Placed]:
    """The lines of the title page; `title` stands where the script names none, `label` tells the revision."""
    titles = [value for f in fields if f.key.casefold() in _TITLES for value in f.values] or [title]
    middle = [f.values for f in fields if f.key.casefold() in _MIDDLE]
    right = [value for f in fields if f.key.casefold() in _RIGHT for value in f.values]
    named = _TITLES | _MIDDLE | _RIGHT
    left = [value for f in fields if f.key.casefold() not in named for value in f.values]
    row = TITLE_ROW
    for group in (titles, *middle):
        for text, styles in _lines(group, PAGE_COLUMNS):
            yield Placed(row, (PAGE_COLUMNS - columns(text)) // 2, text, styles)
            row += 1
        row += BLANK_BELOW_TITLE if group is titles else 1
    corner = list(_lines(left, CORNER))
    for place, (text, styles) in enumerate(corner, start=max(row, LINES_A_PAGE - len(corner))):
        yield Placed(place, 0, text, styles)
    corner = list(_lines([*right, label] if label else right, CORNER))
    for place, (text, styles) in enumerate(corner, start=max(row, LINES_A_PAGE - len(corner))):
        yield Placed(place, PAGE_COLUMNS - columns(text), text, styles)


def _lines(values: Sequence[str], width: int) -> Iterator[tuple[str, str]]:
    for value in values:
        seen, styles = emphasised(value)
        for start, stop in broken(seen, width):
            yield seen[start:stop], styles[start:stop]
