"""Folded states kept beside the ledger, so that long histories open fast. Losing them loses nothing."""

import hashlib
import json
import os
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

from cineledger.domain.ledger.bulk import bulk
from cineledger.domain.state import EVOLVE_VERSION, State

LAG = 500
"""Events a snapshot stays behind the head it was made at, so that states a little back are near one, too."""
WORTH_KEEPING = 2_000
"""The fewest events beyond a snapshot before another is written; a long history waits for a twentieth of it."""


def worth_keeping(start: int, last: int) -> int | None:
    """The number between two at which a snapshot is worth its file, if there is one."""
    place = last - LAG
    return place if place - start >= max(WORTH_KEEPING, last // 20) else None


@cache
def _adapter() -> TypeAdapter[State]:
    return TypeAdapter(State)


def _checksum(body: bytes) -> str:
    """Notices a damaged file; a forged one is `verify`'s to find."""
    return hashlib.sha256(body).hexdigest()


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
                version, number, seal, _sum = json.loads(file.readline())
            return (int(number), str(seal)) if version == EVOLVE_VERSION else None
        except (OSError, TypeError, ValueError):
            return None

    def load(self, name: str, seal: str) -> State | None:
        """The state kept for a production under this seal, if it can be read."""
        try:
            head, _, body = self._path(name).read_bytes().partition(b"\n")
            version, number, kept, checksum = json.loads(head)
            if (version, kept, checksum) != (EVOLVE_VERSION, seal, _checksum(body)):
                return None
            with bulk():
                state = _adapter().validate_json(body)
        except (OSError, TypeError, ValueError):
            return None
        return state if state.number == number else None

    def keep(self, name: str, state: State, seal: str) -> None:
        """Writes a snapshot in one step; a folder that can't be written is no reason to fail."""
        path = self._path(name)
        body = _adapter().dump_json(state)
        head = json.dumps([EVOLVE_VERSION, state.number, seal, _checksum(body)]).encode()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            part = path.with_suffix(f".{os.getpid()}.part")
            part.write_bytes(head + b"\n" + body)
            part.replace(path)
        except OSError:
            return
