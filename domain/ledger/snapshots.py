"""Folded states kept beside the ledger, so that long histories open fast. Losing them loses nothing."""

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import NamedTuple

from pydantic import TypeAdapter, ValidationError

from cineledger.domain.state import EVOLVE_VERSION, State

WORTH_KEEPING = 2_000
"""Events folded since the last snapshot before another is written."""


class Snapshot(NamedTuple):
    """A state with the seal of the event that led to it."""

    state: State
    seal: str


@cache
def _adapter() -> TypeAdapter[State]:
    return TypeAdapter(State)


class Snapshots:
    """The latest folded state of each production, under its seal and the version of `evolve`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def _path(self, name: str) -> Path:
        return self._folder / f"{hashlib.sha256(name.encode()).hexdigest()[:32]}.json"

    def peek(self, name: str) -> tuple[int, str] | None:
        """Number and seal of the snapshot kept for a production, if `evolve` still agrees with it."""
        try:
            with self._path(name).open("rb") as file:
                version, number, seal = json.loads(file.readline())
        except (OSError, ValueError):
            return None
        return (int(number), str(seal)) if version == EVOLVE_VERSION else None

    def load(self, name: str) -> Snapshot | None:
        """The snapshot kept for a production, if it can be read."""
        try:
            head, _, body = self._path(name).read_bytes().partition(b"\n")
            version, _number, seal = json.loads(head)
            if version != EVOLVE_VERSION:
                return None
            return Snapshot(_adapter().validate_json(body), seal)
        except (OSError, ValueError, ValidationError):
            return None

    def keep(self, name: str, state: State, seal: str) -> None:
        """Writes a snapshot in one step; a folder that can't be written is no reason to fail."""
        path = self._path(name)
        head = json.dumps([EVOLVE_VERSION, state.number, seal]).encode()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            part = path.with_suffix(".part")
            part.write_bytes(head + b"\n" + _adapter().dump_json(state))
            part.replace(path)
        except OSError:
            return
