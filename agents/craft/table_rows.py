"""Tables that are written as text: a line a row, longer rows going on in indented lines."""

import re

_ON = re.compile(r"\n[ \t]+")


def rows_of(table: str) -> list[str]:
    """The rows, each on one line."""
    return _ON.sub(" ", table.strip()).splitlines()
