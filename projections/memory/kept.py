"""Vectors that were made before, by embedder and text, so that no text is read twice; losing them loses time."""

import hashlib
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cineledger.projections.memory.embedder import Embedder, Vectors

FILE = "vectors.sqlite"
PATIENCE = 10
"""Seconds to wait for another process that writes."""
AT_ONCE = 500
"""Hashes asked for in one statement."""


def vectors(folder: Path, embedder: "Embedder", texts: Sequence[str]) -> "Vectors":
    """A row for each text, read where it was made before; without the file all are made."""
    import numpy as np

    keys = [hashlib.sha256(text.encode()).digest() for text in texts]
    made = dict[bytes, bytes]()
    size = embedder.dim * np.dtype(np.float32).itemsize
    for store in _opened(folder / FILE):
        made = {key: one for key, one in _read(store, embedder.id, keys) if len(one) == size}
    missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in made}
    new = embedder.embed_documents(list(missing.values())) if missing else ()
    fresh = {key: np.asarray(row, dtype="<f4").tobytes() for key, row in zip(missing, new, strict=True)}
    for store in _opened(folder / FILE) if fresh else ():
        rows = [(embedder.id, key, one) for key, one in fresh.items()]
        store.executemany("INSERT OR IGNORE INTO vectors VALUES (?, ?, ?)", rows)
    made |= fresh
    told = b"".join(made[key] for key in keys)
    return np.asarray(np.frombuffer(told, dtype="<f4").reshape(len(texts), embedder.dim), dtype=np.float32)


def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    """The file, once; nothing where it can't be had. One that is damaged is taken away."""
    try:
        with _connected(path) as store, store:
            yield store
    except sqlite3.OperationalError:
        return
    except sqlite3.DatabaseError:
        with suppress(OSError):
            path.unlink(missing_ok=True)


@contextmanager
def _connected(path: Path) -> Iterator[sqlite3.Connection]:
    store = sqlite3.connect(path, timeout=PATIENCE)
    try:
        store.execute("PRAGMA journal_mode = WAL")
        store.execute("PRAGMA synchronous = NORMAL")
        store.execute(
            "CREATE TABLE IF NOT EXISTS vectors (embedder TEXT, hash BLOB, vector BLOB, "
            "PRIMARY KEY (embedder, hash)) WITHOUT ROWID"
        )
        yield store
    finally:
        store.close()


def _read(store: sqlite3.Connection, embedder: str, keys: Sequence[bytes]) -> Iterator[tuple[bytes, bytes]]:
    for first in range(0, len(keys), AT_ONCE):
        some = keys[first : first + AT_ONCE]
        marks = ", ".join("?" * len(some))
        yield from store.execute(
            f"SELECT hash, vector FROM vectors WHERE embedder = ? AND hash IN ({marks})", (embedder, *some)
        )
