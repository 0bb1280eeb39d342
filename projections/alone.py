"""One process at a time."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any


@contextmanager
def alone(path: Path, patience: float) -> Iterator[bool]:
    """Whether this process holds a lock, which the system lets go when a process dies, however it dies.

    `patience` is how many seconds it waits for another that does.
    """
    with path.open("ab") as file:
        until = time.monotonic() + patience
        while not (held := _locked(file)) and time.monotonic() < until:
            time.sleep(0.02)
        yield held


def _locked(file: IO[Any]) -> bool:
    try:
        if os.name == "nt":
            import msvcrt

            file.seek(0)
            # Elsewhere than on Windows the module has no such names.
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except PermissionError:  # Windows says so where another holds it
        return False
    return True
