"""Sessions shown in the pages: run again, compared, and written anew.

`python docs/sessions.py` rewrites every shown line that the program prints otherwise now; with --check it only says
which pages those are. A command's addresses follow the events they named, told by the lines that showed them before.
"""

import difflib
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
PAGES = ("README.md", "docs/tutorial.md", "docs/how-to.md")
SKIPPED = re.compile(r"make |source |.*&$")
"""Typed in a session, and not run here: setting up, and what stays in the background."""
LEFT_OUT = "…"
ALIKE = 0.5
"""From 0 to 1: a printed line less like a shown one is another line."""

_FENCE = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
_ADDRESS = re.compile(r"\b[\w-]+@\d+\b")
_LENT = re.compile(r"[0-9a-f]{12,}|\d+")


class Step(NamedTuple):
    """A command as the page has it, and the lines under it."""

    typed: list[str]
    shown: list[str]

    @property
    def command(self) -> str:
        """What is typed, on one line."""
        return re.sub(r"\\\n(> )?", "", "\n".join(self.typed)).removeprefix("$ ")


def steps(block: str) -> Iterator[Step]:
    """The commands of a block with their lines."""
    step: Step | None = None
    for line in block.splitlines():
        if step is not None and not step.shown and step.typed[-1].endswith("\\"):
            step.typed.append(line)
        elif line.startswith("$ "):
            if step:
                yield step
            step = Step([line], [])
        elif step is not None:
            step.shown.append(line)
    if step:
        yield step


def run(command: str, folder: Path) -> list[str]:
    """What a command prints in a session's folder, line by line; a terminal would show the same."""
    programs = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    kept = {k: v for k, v in os.environ.items() if not k.startswith("CINELEDGER_")}
    # A page shows what a terminal shows; there, the answer to a query is a table.
    on_terminal = re.sub(r"^cineledger sql ", "cineledger sql --format table ", command)
    done = subprocess.run(
        ["bash", "-c", f"{{ {on_terminal}\n}} 2>&1"],
        cwd=folder,
        env=kept | {"PATH": programs, "CINELEDGER_EMBEDDER": "hashed"},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout.splitlines()


def says(shown: list[str], printed: list[str]) -> bool:
    """The printed lines are those shown; … stands for anything left out, in a line or of lines."""
    parts = []
    for line in (line for line in shown if line.strip()):
        if line.strip() == LEFT_OUT:
            parts.append(r"(?:.*\n)*?")
            continue
        said = re.sub(r"\\?\s+", lambda _: r"\s+", re.escape(" ".join(line.split())))
        said = re.sub("─+", "─+", re.sub(r"[0-9a-f]{12}…", "[0-9a-f]{12}…", said))
        parts.append(r"\s*" + said.replace(LEFT_OUT, ".*") + r"\s*\n")
    text = "".join(f"{line}\n" for line in printed if line.strip())
    return re.fullmatch("".join(parts), text) is not None


def written_anew(shown: list[str], printed: list[str]) -> list[str]:
    """The shown lines as the program prints them now, cut where they were cut; … stands for what is left out."""
    places = _aligned(shown, printed)
    lines, last = list[str](), -1
    for line, place in zip(shown, places, strict=True):
        if place is None:
            continue
        between = [p for p in range(last + 1, place) if printed[p].strip()]
        if between:
            lines.append(LEFT_OUT)
        elif place > last + 1 and lines:
            lines.append("")
        lines.append(_cut(line, printed[place]))
        last = place
    if any(line.strip() for line in printed[last + 1 :]):
        lines.append(LEFT_OUT)
    return lines


def _aligned(shown: list[str], printed: list[str]) -> list[int | None]:
    """The printed line that each shown one is, in order, so that the likeness of all is greatest."""
    rows, columns = len(shown), len(printed)
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    alike = [[_alike(line, other) for other in printed] for line in shown]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            taken = alike[i][j] + best[i + 1][j + 1] if alike[i][j] >= ALIKE else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], taken)
    places: list[int | None] = [None] * rows
    i = j = 0
    while i < rows and j < columns:
        if alike[i][j] >= ALIKE and best[i][j] == alike[i][j] + best[i + 1][j + 1]:
            places[i] = j
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return places


def _alike(shown: str, printed: str) -> float:
    if not shown.strip() or shown.strip() == LEFT_OUT or not printed.strip():
        return 0.0
    kept = shown.partition(LEFT_OUT)[0]
    old, new = (_LENT.sub("0", " ".join(text.split())) for text in (kept, printed[: len(kept) + 20]))
    return difflib.SequenceMatcher(None, old, new[: len(old) + 8], autojunk=False).ratio()


def _cut(shown: str, printed: str) -> str:
    if LEFT_OUT not in shown:
        return printed.rstrip()
    length = shown.index(LEFT_OUT)
    return printed.rstrip() if len(printed.rstrip()) <= length else printed[:length] + LEFT_OUT


def _moved(shown: list[str], printed: list[str]) -> dict[str, str]:
    """Which address each shown one is now, by the lines that have it."""
    moved = dict[str, str]()
    for line, place in zip(shown, _aligned(shown, printed), strict=True):
        if place is not None:
            old, new = _ADDRESS.findall(line), _ADDRESS.findall(printed[place])
            moved.update(zip(old, new, strict=False))
    return moved


def rewritten(text: str, folder: Path) -> str:
    """A page whose sessions print what is shown, its prose and commands naming the same events as before."""
    moved = dict[str, str]()

    def renamed(line: str) -> str:
        return _ADDRESS.sub(lambda found: moved.get(found[0], found[0]), line)

    def block(found: re.Match[str]) -> str:
        lines = []
        for step in steps(found[1]):
            typed = [renamed(line) for line in step.typed]
            lines += typed
            command = Step(typed, []).command
            if SKIPPED.match(command):
                lines += step.shown
                continue
            printed = run(command, folder)
            moved.update(_moved(step.shown, printed))
            lines += step.shown if says(step.shown, printed) else written_anew(step.shown, printed)
        return "```console\n" + "".join(f"{line}\n" for line in lines) + "```"

    parts, at = [], 0
    for found in _FENCE.finditer(text):
        parts.append(renamed(text[at : found.start()]))
        parts.append(block(found))
        at = found.end()
    return "".join([*parts, renamed(text[at:])])


def main(arguments: list[str]) -> int:
    """Rewrites the pages, or with --check names those that would change; returns the exit code."""
    stale = []
    for page in PAGES:
        text = (ROOT / page).read_text("utf-8")
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "docs").symlink_to(ROOT / "docs")
            anew = rewritten(text, Path(folder))
        if anew != text:
            stale.append(page)
            if "--check" not in arguments:
                (ROOT / page).write_text(anew, "utf-8")
    for page in stale:
        print(page)
    return 1 if stale and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
