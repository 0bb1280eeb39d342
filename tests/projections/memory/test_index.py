"""The index is a cache: made from nothing or caught up, killed, damaged or locked, it says the same or says why not."""

import random
import shutil
import signal
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from cineledger.domain.address import Address
from cineledger.domain.ledger import Ledger
from cineledger.projections.alone import alone
from cineledger.projections.memory import index as module
from cineledger.projections.memory import kept, rows
from cineledger.projections.memory.hashed import Hashed
from cineledger.projections.memory.index import Index
from cineledger.projections.memory.recall import Memory, Recollection
from cineledger.projections.reader import Reader
from tests.support.children import ended, start
from tests.support.memories import catch_up, grow, grown


class Other(Hashed):
    """Another embedder."""

    id = "other"
    dim = 8

    def embed_documents(self, texts: Sequence[str]) -> Any:
        return super().embed_documents(texts)[:, :8]


@pytest.fixture(scope="module")
def grown_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("grown")
    grown(folder, 11, 8).store.close()
    return folder


@pytest.fixture
def folder(grown_once: Path, tmp_path: Path) -> Iterator[Path]:
    """A studio of its own, without an index."""
    yield Path(shutil.copytree(grown_once, tmp_path / "studio"))


def contents(folder: Path) -> list[dict[str, Any]]:
    """The index caught up, row by row."""
    with Reader(folder) as reader:
        index = Index(folder, Hashed())
        index.reach(reader)
    return index.contents()


def asked(folder: Path, memory: Memory | None = None) -> Recollection:
    """What everybody remembers of the harbour in the first production."""
    with Ledger(folder) as ledger:
        head = Address("p0", ledger.head("p0").number)
    with Reader(folder) as reader:
        return (memory or Memory(folder, Hashed())).recall(
            reader, head, ("director", "everyone"), "harbour", 9
        )


def test_caught_up_step_by_step_it_equals_one_made_from_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever came in between and however small the steps, every row is the same, and says until when it holds."""
    monkeypatch.setattr(rows, "STEP", 40)
    monkeypatch.setattr(module, "PIECES", 3)
    dice = random.Random(1)
    with Ledger(folder) as ledger:
        for _ in range(2):
            contents(folder)
            grow(ledger, dice, 1, 5)
    caught_up = contents(folder)
    monkeypatch.undo()
    shutil.rmtree(folder / "cache" / "memory")
    assert contents(folder) == caught_up
    assert {row["ended"] < 2**62 for row in caught_up if row["id"]} == {True, False}


def test_killed_while_it_writes_it_goes_on_from_its_last_commit(folder: Path) -> None:
    """Killed at two moments, the end is the same as without; and a reader in between is never misled."""
    expected = contents(folder)
    shutil.rmtree(folder / "cache" / "memory")
    for seconds in (0, 0.8):
        child = start(catch_up, str(folder))
        deadline = time.monotonic() + 30
        while not list((folder / "cache").glob("memory/*.lance")) and time.monotonic() < deadline:
            time.sleep(0.01)
        time.sleep(seconds / 4)
        child.kill()
        assert ended(child) in (0, -signal.SIGKILL)
    assert contents(folder) == expected


def test_what_is_damaged_is_made_anew(folder: Path) -> None:
    """A file cut short, or one that is gone, costs time and nothing else."""
    good = asked(folder)
    assert good.found and good.by == Hashed.id
    for damage in (lambda path: path.write_bytes(b"x"), Path.unlink):
        for path in sorted((folder / "cache" / "memory").rglob("*.lance")):
            if path.is_file():
                damage(path)
        assert asked(folder) == good
    (folder / "cache" / "memory" / kept.FILE).write_bytes(b"no database" * 100)
    shutil.rmtree(next((folder / "cache" / "memory").glob("*.lance")))
    assert asked(folder) == good


def test_where_it_can_t_be_had_words_alone_are_compared(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that is in the way, another writer that does not let go: the words are found, and why is said."""
    good = asked(folder)
    shutil.rmtree(folder / "cache" / "memory")
    (folder / "cache" / "memory").write_text("in the way")
    without = asked(folder)
    assert without.trouble and not without.by
    assert {m.id for m in without.found} == {m.id for m in good.found if m.words > 0}
    (folder / "cache" / "memory").unlink()
    (folder / "cache" / "memory").mkdir()
    monkeypatch.setattr(module, "PATIENCE", 0.1)
    with alone(folder / "cache" / "memory" / "writer.lock", 1) as held:
        assert held
        locked = asked(folder)
    assert (locked.trouble, locked.found) == ("another process is writing it", without.found)
    assert asked(folder) == good


def test_an_index_of_another_ledger_is_not_believed(folder: Path, tmp_path: Path) -> None:
    """One that reaches an event which is not as it was is made anew: a restored backup, another studio's folder."""
    contents(folder)
    other = tmp_path / "other"
    grown(other, 12, 3).store.close()
    shutil.copytree(folder / "cache" / "memory", other / "cache" / "memory")
    taken_over = contents(other)
    shutil.rmtree(other / "cache" / "memory")
    assert contents(other) == taken_over


def test_another_embedder_has_an_index_of_its_own_and_then_the_old_one_goes(folder: Path) -> None:
    """It is made beside the old; no vector of one is ever compared with another's."""
    asked(folder)
    (old,) = (folder / "cache" / "memory").glob("*.lance")
    again = asked(folder, Memory(folder, Other()))
    (new,) = (folder / "cache" / "memory").glob("*.lance")
    assert (again.by, new != old) == ("other", True)
    assert asked(folder).by == Hashed.id


def test_a_text_is_read_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Vectors are kept by embedder and text, so that an index made anew reads none again."""
    read = list[str]()

    class Counting(Hashed):
        def embed_documents(self, texts: Sequence[str]) -> Any:
            read.extend(texts)
            return super().embed_documents(texts)

    for _ in range(2):
        with Reader(folder) as reader:
            Index(folder, Counting()).reach(reader)
        shutil.rmtree(next((folder / "cache" / "memory").glob("*.lance")))
    assert len(read) == len(set(read)) > 10
    made = kept.vectors(folder / "cache" / "memory", Counting(), ["one", "two", "one"])
    assert (made[0] == made[2]).all() and not (made[0] == made[1]).all()
    assert np.allclose(np.linalg.norm(made, axis=1), 1)


def test_nothing_is_written_where_nothing_is_new(folder: Path) -> None:
    """A second recall finds the index where the first left it."""
    told = list[int]()
    memory = Memory(folder, Hashed(), lambda done, of: told.append(done))
    asked(folder, memory)
    assert told
    told.clear()
    asked(folder, memory)
    assert told == []
