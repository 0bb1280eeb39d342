"""Disks that are full and folders that can't be written, for real where the system lets us."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def disk(folder: Path, kilobytes: int) -> Iterator[Path]:
    """A small disk of its own in a folder; skips the test where we may not mount one."""
    folder.mkdir()
    if not _mount("-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(folder)):
        pytest.skip("no small disk can be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True, capture_output=True)


def change(folder: Path, options: str) -> None:
    """Makes a mounted disk larger (size=…k) or read-only (ro)."""
    assert _mount("-o", f"remount,{options}", str(folder))


def _mount(*words: str) -> bool:
    try:
        return subprocess.run(["mount", *words], check=False, capture_output=True).returncode == 0
    except FileNotFoundError:
        return False
