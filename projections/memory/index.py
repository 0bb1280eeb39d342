"""The index of memories: rows of the table of memories with their words and vectors, kept in a LanceDB folder.

How far it reaches is a row of its own, written in the same commit as what it reached, so that a process killed at any
moment leaves an index that goes on from there. One process writes at a time; readers see the last commit.
"""

import hashlib
import os
import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from cineledger.domain.refusal import Refused
from cineledger.projections.alone import alone
from cineledger.projections.memory import kept, rows, terms
from cineledger.projections.memory.past import Whose
from cineledger.projections.published import mark_of, version
from cineledger.projections.reader import Reader

if TYPE_CHECKING:
    import pyarrow as pa
    from lancedb.table import Table

    from cineledger.projections.memory.embedder import Embedder, Vectors

PATIENCE = 60.0
"""Seconds to wait for another process that writes; after that what is asked is found by words alone."""
PIECES = 40
"""Parts of a table, one for each commit, after which it is put together: a search takes each of them up."""
KEPT = timedelta(minutes=10)
"""How long what a commit replaced is kept, for who reads it still."""
NEAR = 64
"""Memories that are taken up for their meaning, beside all that have a word of what is asked."""

Told = Callable[[int, int], object]
"""Hears how many memories of how many are in the index."""


class Unusable(Exception):
    """The index can't be read or written."""


class Busy(Unusable):
    """Another process has been writing the index for as long as one waits."""


class Found(NamedTuple):
    """Memories that may be meant."""

    rows: list[dict[str, Any]]
    vectors: "Vectors"
    """Of each row."""


class Index:
    """The memories of one studio as one embedder reads them."""

    def __init__(self, studio: Path, embedder: "Embedder") -> None:
        self.folder = studio / "cache" / "memory"
        self._studio, self._embedder = studio, embedder
        self._name = f"memories-{_slug(embedder.id)}-{embedder.dim}-{_version()}"
        self._table: Table | None = None
        self._seen = 0
        """The position that a reader had for whom it was caught up."""
        self._trusted = 0
        """The position up to which the index is known to be of this ledger."""

    def reach(self, reader: Reader, told: Told = lambda done, of: None) -> None:
        """Takes in what a reader's memories have that the index lacks; raises Unusable where it can't."""
        if reader.position <= self._seen:
            return
        wanted = rows.last(reader)
        with _trouble():
            if self._reached() < wanted:
                self._wait_and_write(reader, wanted, told)
        self._seen = reader.position

    def search(self, whose: Whose, asked: Sequence[str], vector: "Vectors") -> Found:
        """All memories of somebody with any of the words, and those nearest in meaning; raises Unusable."""
        import numpy as np

        with _trouble():
            table, found = self._open(), dict[str, tuple[dict[str, Any], Any]]()
            for within in whose.filters():
                nearest: Any = table.search(vector, query_type="vector")
                near = nearest.distance_type("dot").where(within, prefilter=True).limit(NEAR)
                found |= _taken(near.select([*rows.COLUMNS, "_distance"]).to_arrow())
                if asked:
                    words = ", ".join("'" + word.replace("'", "''") + "'" for word in asked)
                    having = (
                        table.search()
                        .where(f"{within} AND array_has_any(words, [{words}])")
                        .limit(whose.among)
                    )
                    found |= _taken(having.select(list(rows.COLUMNS)).to_arrow())
        listed = [found[key] for key in sorted(found)]
        vectors = np.stack([vector for _, vector in listed]) if listed else np.zeros((0, self._embedder.dim))
        return Found([row for row, _ in listed], vectors.astype(np.float32))

    def forget(self) -> None:
        """Takes away an index that can't be used; the next recall makes it anew."""
        self._table, self._trusted, self._seen = None, 0, 0
        with suppress(OSError), alone(self.folder / "writer.lock", PATIENCE) as held:
            if held:
                shutil.rmtree(self.folder / f"{self._name}.lance", ignore_errors=True)

    def contents(self) -> list[dict[str, Any]]:
        """Every row, vectors and how far it reaches included, in order: to compare two with each other."""
        with _trouble():
            held = self._open().to_arrow().to_pylist()
        return sorted(held, key=lambda row: str(row["id"]))

    def _open(self) -> "Table":
        """The table as last committed; raises ValueError where there is none."""
        if self._table is None:
            self._table = _connected(self.folder).open_table(self._name)
        return self._table

    def _reached(self) -> int:
        """The position that the index reaches; 0 for one that is not there or is another ledger's."""
        try:
            (row,) = self._open().search().where("id = ''").select(["position", "text"]).limit(1).to_list()
        except (ValueError, FileNotFoundError):
            self._table = None
            return 0
        reached = int(row["position"])
        if reached > self._trusted:
            if mark_of(self._studio, reached) != row["text"]:
                return 0
            self._trusted = reached
        return reached

    def _wait_and_write(self, reader: Reader, wanted: int, told: Told) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        with alone(self.folder / "writer.lock", PATIENCE) as held:
            if not held:
                raise Busy("another process is writing it")
            self._write(reader, wanted, told)

    def _write(self, reader: Reader, wanted: int, told: Told) -> None:
        """While nobody else does: one commit a step, then what is other embedders' and versions' goes."""
        reached = self._reached()
        if not reached:
            self._begin()
        done, of = 0, rows.count(reader, reached)
        while reached < wanted:
            step = rows.step_after(reader, reached)
            new = rows.changed(reader, reached, step)
            self._merge(self._filled(new, step))
            reached, done = step, done + len(new)
            told(min(done, of), of)
            self._tidy()
        self._sweep()

    def _begin(self) -> None:
        """An empty table that reaches nothing, with its indices, in the place of what is there."""
        self._table = None
        shutil.rmtree(self.folder / f"{self._name}.lance", ignore_errors=True)
        schema = rows.schema(self._embedder.dim)
        table = _connected(self.folder).create_table(self._name, data=self._filled([], 0), schema=schema)
        from lancedb.index import Bitmap, BTree, LabelList

        for column in ("agent", "kind", "stream"):
            table.create_index(column, config=Bitmap())
        for column in ("id", "position"):
            table.create_index(column, config=BTree())
        table.create_index("words", config=LabelList())
        self._table = table

    def _filled(self, new: list[dict[str, Any]], reached: int) -> "pa.Table":
        """Rows with their words and vectors, and the one that says how far the index reaches."""
        import numpy as np
        import pyarrow as pa

        texts = list(dict.fromkeys(row["text"] for row in new))
        made = dict(zip(texts, kept.vectors(self.folder, self._embedder, texts), strict=True))
        nothing = np.eye(1, self._embedder.dim, dtype=np.float32)[0]
        mark = mark_of(self._studio, reached) or ""
        filled = [{**row, "words": terms.terms(row["text"]), "vector": made[row["text"]]} for row in new]
        filled.append({**rows.NOTHING, "position": reached, "text": mark, "vector": nothing})
        return pa.Table.from_pylist(filled, schema=rows.schema(self._embedder.dim))

    def _merge(self, filled: "pa.Table") -> None:
        merge = self._open().merge_insert("id").when_matched_update_all().when_not_matched_insert_all()
        merge.execute(filled)

    def _tidy(self) -> None:
        """Puts a table together whose commits have made many parts."""
        table = self._open()
        stats: Any = table.stats()  # Typed as an object with attributes, and a dict.
        if stats["fragment_stats"]["num_fragments"] >= PIECES:
            table.optimize(cleanup_older_than=KEPT)

    def _sweep(self) -> None:
        """Leaves the indices whole, and no table but this one."""
        table = self._open()
        stats = table.index_stats("id_idx")
        if stats is None or stats.num_unindexed_rows:
            table.optimize(cleanup_older_than=KEPT)
        for path in self.folder.glob("memories-*.lance"):
            if path.stem != self._name:
                shutil.rmtree(path, ignore_errors=True)


def _connected(folder: Path) -> Any:
    """The folder, each reader of which sees the last commit."""
    os.environ.setdefault(
        "LANCE_LOG", "error"
    )  # It warns on standard error of what is no concern of a user's.
    import lancedb

    return lancedb.connect(folder, read_consistency_interval=timedelta(0))


def _taken(answer: "pa.Table") -> dict[str, tuple[dict[str, Any], Any]]:
    """Rows under their ids, each with its vector."""
    import numpy as np

    plain = answer.select([name for name in rows.COLUMNS if name != "vector"]).to_pylist()
    vectors = answer["vector"].combine_chunks()
    flat = np.asarray(vectors.flatten(), dtype=np.float32).reshape(len(plain), -1) if plain else ()
    return {row["id"]: (row, vector) for row, vector in zip(plain, flat, strict=True)}


@contextmanager
def _trouble() -> Iterator[None]:
    """Whatever is wrong with the folder, as one exception: the library raises built-ins, and panics of its own."""
    try:
        yield
    except (Refused, Unusable):
        raise
    except Exception as error:
        raise Unusable(_worded(error)) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise Unusable(_worded(error)) from error


def _worded(error: BaseException) -> str:
    return re.split(r"[\n,]", str(error), maxsplit=1)[0][:120] or type(error).__name__


def _slug(name: str) -> str:
    short = re.sub(r"[^A-Za-z0-9]+", "-", name).strip("-")[:40]
    return f"{short}-{hashlib.sha256(name.encode()).hexdigest()[:8]}"


@cache
def _version() -> str:
    """A hash over all that decides what rows become: an index of another version is never read."""
    made = hashlib.sha256(version().encode())
    for module in (__file__, rows.__file__, terms.__file__):
        made.update(Path(str(module)).read_bytes())
    return made.hexdigest()[:12]
