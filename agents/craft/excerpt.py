"""A line cut so that the word it is quoted for is still in it."""

from cineledger.agents.craft.page import shorten


def around(line: str, at: int, most: int) -> str:
    """The line, at most so many characters; where a whole is too long, what stands about the place `at`."""
    if len(line) <= most:
        return line
    if at < most // 2:
        return shorten(line, most)
    start = max(0, min(at - most // 2, len(line) - most + 1))
    space = line.find(" ", start)
    start = space + 1 if 0 <= space < at else start
    return "…" + shorten(line[start:], most - 1)
