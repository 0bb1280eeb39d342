"""Sessions shown in the pages are real: the same commands print the same lines."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from docs import check_pages

ROOT = Path(__file__).resolve().parents[2]
PAGES = ("README.md", "docs/tutorial.md", "docs/how-to.md")
SKIPPED = re.compile(r"make |source |.*&$")
"""Typed in a session, and not run here: setting up, and what stays in the background."""


def _steps(text: str) -> Iterator[tuple[str, list[str]]]:
    """Each command typed on a page, with the lines shown under it."""
    for block in check_pages.FENCE.findall(text):
        typed, shown = "", list[str]()
        for line in re.sub(r"\\\n(> )?", "", block).splitlines():
            if line.startswith("$ "):
                if typed:
                    yield typed, shown
                typed, shown = line[2:], []
            elif line.strip():
                shown.append(line)
        if typed:
            yield typed, shown


def _pattern(shown: list[str]) -> str:
    """What the whole output has to match; … stands for anything left out, in a line or of lines."""
    parts = []
    for line in shown:
        if line.strip() == "…":
            parts.append(r"(?:.*\n)*?")
            continue
        said = re.sub(r"\\?\s+", lambda _: r"\s+", re.escape(" ".join(line.split())))
        said = re.sub("─+", "─+", re.sub(r"[0-9a-f]{12}…", "[0-9a-f]{12}…", said))
        parts.append(r"\s*" + said.replace("…", ".*") + r"\s*\n")
    return "".join(parts)


@pytest.mark.parametrize("page", PAGES)
def test_a_session_prints_what_the_page_shows(page: str, tmp_path: Path) -> None:
    """Every line shown under a command is printed by it, in that order, and nothing is left out but at …"""
    (tmp_path / "docs").symlink_to(ROOT / "docs")
    programs = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    kept = {k: v for k, v in os.environ.items() if not k.startswith("CINELEDGER_")}
    for typed, shown in _steps((ROOT / page).read_text("utf-8")):
        if SKIPPED.match(typed):
            continue
        # A page shows what a terminal shows; there, the answer to a query is a table.
        on_terminal = re.sub(r"^cineledger sql ", "cineledger sql --format table ", typed)
        run = subprocess.run(
            ["bash", "-c", f"{{ {on_terminal}\n}} 2>&1"],
            cwd=tmp_path,
            env=kept | {"PATH": programs},
            capture_output=True,
            text=True,
        )
        printed = "".join(f"{line}\n" for line in run.stdout.splitlines() if line.strip())
        assert re.fullmatch(_pattern(shown), printed), f"{page}: $ {typed}\n{printed}"
