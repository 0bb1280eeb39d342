"""The title page: keys and values before the script proper."""

# Letters and punctuation of many scripts are the subject here, so look-alikes are meant.

import re
from collections.abc import Sequence

from cineledger.domain.fountain.lines import Line
from cineledger.domain.fountain.screenplay import TitleField
from cineledger.domain.fountain.slug import is_heading

_KEY = re.compile(r"(?P<key>[^\s:：.!@#=~>*_(\[/][^:：]{0,39})[:：](?!//)(?P<value>.*)", re.DOTALL)
_VALUE = re.compile(r"(?:\t| {3}|\s{3})")
_KNOWN = frozenset(
    """
    title|credit|author|authors|source|notes|note|draft date|date|draft|contact|copyright|revision|format
    |written by|episode|series|genre|logline|language|font|company|producer|director|based
    on|subtitle|version
    |address|email|phone|titre|auteur|auteurs|crédit|título|titulo|autor|autora|autores|crédito|titel|autorin|titolo|autore|autori
    |название|заголовок|автор|авторы|дата|контакты|источник|назва|автори|tytuł|τίτλος|συγγραφέας
    |标题|標題|片名|剧名|劇名|作者|编剧|編劇|日期|联系方式|版权|来源|题目|题名|タイトル|題名|作|脚本|제목|작가|각본
    |العنوان|عنوان|المؤلف|تأليف|כותרת|כותב|מאת|शीर्षक|लेखक
    """.replace("\n", "")
    .replace("    ", "")
    .split("|")
)


def read_title_page(lines: Sequence[Line]) -> tuple[int, tuple[TitleField, ...]]:
    """How many lines the title page takes, blank lines around it included, and its fields in order.

    It is `Key: value` lines at the margin, each perhaps followed by values indented by a tab or three
    spaces, up to the first blank line or the first line that is neither. One key must be a usual one, or
    there must be two that are not in capitals, so that FADE IN: or BOB: opening a script is no title page.
    Notes and boneyards between its lines belong to it and are no elements.
    """
    start = _skip_blank(lines, 0)
    fields: list[tuple[str, list[str]]] = []
    end = start
    for index in range(start, len(lines)):
        line = lines[index]
        if line.state != "text":
            if not line.marks:
                break
            continue
        if fields and _VALUE.match(line.text):
            fields[-1][1].append(line.text.strip())
        elif field := _read_key(line.text):
            fields.append(field)
        else:
            break
        end = index + 1
    if not _is_title_page([key for key, _ in fields]):
        return start, ()
    found = tuple(TitleField(key=key, values=tuple(values)) for key, values in fields)
    return _skip_blank(lines, end), found


def _skip_blank(lines: Sequence[Line], index: int) -> int:
    while index < len(lines) and lines[index].state in ("blank", "soft") and not lines[index].marks:
        index += 1
    return index


def _read_key(text: str) -> tuple[str, list[str]] | None:
    found = _KEY.match(text)
    if not found or is_heading(text.strip()):
        return None
    key, value = found["key"].strip(), found["value"].strip()
    if not value and key.isupper() and key.casefold() not in _KNOWN:
        return None
    return key, [value] if value else []


def _is_title_page(keys: list[str]) -> bool:
    if any(key.casefold() in _KNOWN for key in keys):
        return True
    return len(keys) > 1 and not any(key.isupper() for key in keys)
