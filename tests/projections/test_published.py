"""The published file: a cache that nothing is lost with, that tells no lies and gets in nobody's way."""

import json
import os
import random
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cineledger.domain.address import Address
from cineledger.domain.ledger import Ledger
from cineledger.domain.refusal import Refused
from cineledger.projections import published
from cineledger.projections.digest import table_digests
from cineledger.projections.published import Published
from cineledger.projections.reader import Reader
from cineledger.projections.table import tables
from cineledger.projections.why import why
from tests.projections.worlds import OPENED, World
from tests.support.children import ended, start
from tests.support.readers import publish_for_ever, read, write

Spoil = Callable[[Path], object]


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any tail is long enough to be published."""
    monkeypatch.setattr(published, "LONG", 1)


@pytest.fixture
def studio(film: Path, tmp_path: Path) -> Path:
    """A studio of a worked film with a fork, without a cache."""
    return Path(shutil.copytree(film, tmp_path / "studio", ignore=shutil.ignore_patterns("cache")))


@pytest.fixture
def filed(studio: Path, short: None) -> Path:
    """The same with its tables published."""
    with Reader(studio) as reader:
        assert reader.over == reader.position > 0
    return studio


def rows(reader: Reader) -> dict[str, list[str]]:
    """Every row of every table, its past at an event and a fork's included."""
    return {
        form: sorted(map(repr, reader.rows(f"FROM {form}")))
        for table in tables()
        for form in (table.name, f"{table.name}_at('pilot-b')", f"{table.name}_at('pilot', 40)")
    }


def store(studio: Path, *statements: str) -> Any:
    """What the last of some statements returns, past every lock of ours."""
    connection = sqlite3.connect(studio / "ledger.sqlite")
    for statement in statements:
        found = connection.execute(statement).fetchall()
    connection.commit()
    connection.close()
    return found


def files(studio: Path) -> list[Path]:
    """What lies in the cache, the lock apart."""
    return sorted((studio / "cache").glob("tables-*"))


def test_file_and_tail_are_the_rebuilt_tables(
    studio: Path, short: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file of the first half with the second half as a tail, and a file caught up: all rows and digests are those
    of the events alone."""
    whole = store(studio, "SELECT * FROM stored_events ORDER BY position")
    store(studio, f"DELETE FROM stored_events WHERE position > {len(whole) // 2}")
    with Reader(studio) as half:
        assert half.over == len(whole) // 2
    connection = sqlite3.connect(studio / "ledger.sqlite")
    connection.executemany("INSERT INTO stored_events VALUES (?, ?, ?, ?, ?)", whole[len(whole) // 2 :])
    connection.commit()
    connection.close()
    with Reader(studio, alone=True) as alone:
        wanted, digests = rows(alone), table_digests(alone, "pilot-b")
        chain = why(alone, Address("pilot-b", 70))
    monkeypatch.setattr(published, "LONG", 10**9)
    with Reader(studio) as tailed:
        assert (tailed.over, tailed.position) == (half.over, len(whole))
        assert rows(tailed) == wanted
        assert table_digests(tailed, "pilot-b") == digests
        assert why(tailed, Address("pilot-b", 70)) == chain
    monkeypatch.setattr(published, "LONG", 1)
    with Reader(studio) as caught_up:
        assert caught_up.over == caught_up.position == len(whole)
        assert rows(caught_up) == wanted
    assert len(files(studio)) == 1


@pytest.mark.parametrize("moment", [Address("pilot", 0), Address("pilot", 50), Address("pilot-b", 70)])
def test_a_moment_cuts_the_file(filed: Path, moment: Address) -> None:
    """A file that holds more than a moment shows nothing of it, in tables as in histories."""
    with Reader(filed, moment, alone=True) as cut, Reader(filed, moment) as same:
        assert same.over > same.position == cut.position
        assert rows(same) == rows(cut)
        for history in ("events_history", "births", "slices", "causes_history"):
            count = f"SELECT count(*) AS n FROM {history}"
            assert same.query(count).to_pylist() == cut.query(count).to_pylist()


def test_a_small_ledger_has_no_file(studio: Path) -> None:
    """What is rebuilt in no time is not worth a file; nothing is written."""
    with Reader(studio) as reader:
        assert (reader.over, reader.position > 0) == (0, True)
    assert not (studio / "cache").exists()


def test_events_alone_need_and_leave_no_file(filed: Path) -> None:
    """`replay` reads the events and nothing else: a forged file changes no digest."""
    with Reader(filed, alone=True) as reader:
        digests = table_digests(reader, "pilot")
    files(filed)[0].write_bytes(b"forged")
    before = files(filed)[0].stat()
    with Reader(filed, alone=True) as reader:
        assert reader.over == 0 and table_digests(reader, "pilot") == digests
    assert files(filed)[0].stat() == before


def test_vast_ledgers_are_never_held_in_memory(
    studio: Path, short: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Where a vast ledger is replayed, or can't be published, its tables lie in a file that is gone with the reader."""
    with Reader(studio, alone=True) as alone:
        wanted = rows(alone)
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    monkeypatch.setattr(published, "VAST", 10)
    (studio / "cache").write_text("not a folder")
    for only in (True, False):
        with Reader(studio, alone=only) as reader:
            assert reader.over == reader.position and len(list(place.iterdir())) == 1
            assert rows(reader) == wanted
        assert not list(place.iterdir())

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("cineledger.projections.published.os.replace", full)
    with Reader(studio) as reader:
        assert reader.over == 0 and rows(reader) == wanted
    assert not list(place.iterdir())


def cut_short(studio: Path) -> None:
    """The last events are gone."""
    (last,) = store(studio, "SELECT max(position) FROM stored_events")[0]
    store(studio, f"DELETE FROM stored_events WHERE position > {last - 5}")


def gone_on_otherwise(studio: Path) -> None:
    """An older copy was put back, and work went on from it, past where the file stands."""
    (last,) = store(studio, "SELECT max(position) FROM stored_events")[0]
    cut_short(studio)
    store(studio, f"UPDATE sqlite_sequence SET seq = {last - 5} WHERE name = 'stored_events'")
    with Ledger(studio) as ledger:
        for number in range(9):
            ledger.fork(Address("pilot", number), f"other-{number}")


def replaced(studio: Path) -> None:
    """Another ledger lies where this one did."""
    (studio / "ledger.sqlite").unlink()
    world = World(studio)
    for number in range(600):
        world.ledger.open(f"p{number}", [OPENED], "Open")
    world.ledger.store.close()


def last_edited(studio: Path) -> None:
    """The event the file ends at says something else."""
    store(
        studio,
        "UPDATE stored_events SET state = replace(CAST(state AS TEXT), '\"type\"', ' \"type\"') "
        "WHERE position = (SELECT max(position) FROM stored_events)",
    )


@pytest.mark.parametrize("change", [cut_short, gone_on_otherwise, replaced, last_edited])
def test_a_file_is_bound_to_its_ledger(filed: Path, change: Spoil, monkeypatch: pytest.MonkeyPatch) -> None:
    """A ledger that was cut, restored, replaced or edited at the file's last event is noticed: nothing of the file
    is shown, and it is made anew."""
    change(filed)
    with Reader(filed, alone=True) as alone:
        wanted = alone.rows("SELECT stream, event, position, fact_hash FROM events_history ORDER BY ALL")
    monkeypatch.setattr(published, "LONG", 10**9)
    with Reader(filed) as reader:
        assert reader.over == 0
    monkeypatch.setattr(published, "LONG", 1)
    with Reader(filed) as reader:
        assert reader.over == reader.position == alone.position
        found = reader.rows("SELECT stream, event, position, fact_hash FROM events_history ORDER BY ALL")
        assert found == wanted


@pytest.mark.parametrize("share", [0.0, 0.001, 0.5, 0.9999])
def test_a_shortened_file_is_made_anew(filed: Path, share: float) -> None:
    """A file cut off anywhere is no error and no answer."""
    with Reader(filed, alone=True) as alone:
        wanted = rows(alone)
    size = files(filed)[0].stat().st_size
    os.truncate(files(filed)[0], int(size * share))
    for _ in range(2):
        with Reader(filed) as reader:
            assert rows(reader) == wanted
    with Reader(filed) as reader:
        assert reader.over == reader.position


def test_damaged_bytes_are_no_error(filed: Path, tmp_path: Path) -> None:
    """Whichever bytes of the file were overwritten, and whenever that comes out, answers are those of the events."""
    with Reader(filed, alone=True) as alone:
        wanted = rows(alone)
    (good,) = files(filed)
    content, dice = good.read_bytes(), random.Random(7)
    blocks = range(0, len(content), 64 * 1024)
    noticed = 0
    for place in dice.sample(blocks, min(len(blocks), 5)):
        spoilt = bytearray(content)
        spoilt[place : place + 4096] = dice.randbytes(4096)
        good.write_bytes(spoilt[: len(content)])
        with Reader(filed) as reader:
            assert rows(reader) == wanted
            noticed += reader.over == 0
            assert reader.query("select count(*) as n from events_history").to_pylist() == [
                {"n": reader.position}
            ]
        if not good.exists():
            good.write_bytes(content)
    assert noticed > 0


def test_a_question_meets_damage(filed: Path) -> None:
    """A user's question that comes upon damaged bytes is answered, too."""
    (good,) = files(filed)
    content = good.read_bytes()
    for place in range(12 * 1024, len(content), max(256 * 1024, len(content) // 12)):
        good.write_bytes(content[:place] + bytes(1024) + content[place + 1024 :])
        with Reader(filed) as reader:
            answer = reader.query(
                "select count(*) as n, sum(length(fact)) as s, max(fact_hash) as h from events"
            )
            assert answer.to_pylist()[0]["n"] == reader.position
        good.write_bytes(content)


def a_file_for_a_folder(studio: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the cache should be lies a file."""
    (studio / "cache").write_text("not a folder")


def no_replacing(studio: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file can't be put in its place, as on Windows while others read it."""

    def refuse(*_: object) -> None:
        raise PermissionError(13, "in use")

    monkeypatch.setattr("cineledger.projections.published.os.replace", refuse)


def full_disk(studio: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A device that is always full lies where the file is written."""
    (studio / "cache").mkdir()
    made = Published.__init__

    def on_full_device(self: Published, folder: Path) -> None:
        made(self, folder)
        self.part = Path("/dev/full")

    monkeypatch.setattr(Published, "__init__", on_full_device)


def no_lock(studio: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The lock can't be written."""
    (studio / "cache" / "tables.lock").mkdir(parents=True)


@pytest.mark.parametrize("hindrance", [a_file_for_a_folder, no_replacing, full_disk, no_lock])
def test_what_cannot_be_published_is_no_error(
    studio: Path, short: None, monkeypatch: pytest.MonkeyPatch, hindrance: Callable[[Path, Any], None]
) -> None:
    """A folder that can't be written, a full disk, a file in use: everything comes from the events, nothing is left."""
    hindrance(studio, monkeypatch)
    with Reader(studio) as reader, Reader(studio, alone=True) as alone:
        assert reader.over == 0 and rows(reader) == rows(alone)
    assert not [path for path in (studio / "cache").glob("tables-*")]


def test_no_space_left(studio: Path, short: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that fills up while a copy is caught up leaves the old file standing."""
    with Reader(studio):
        pass
    (old,) = files(studio)
    before = old.read_bytes()
    with Ledger(studio) as ledger:
        ledger.fork(Address("pilot", 3), "later")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("cineledger.projections.published.shutil.copyfile", full)
    with Reader(studio) as reader:
        assert 0 < reader.over < reader.position
        assert reader.rows("SELECT 1 FROM productions WHERE production = 'later'")
    assert files(studio) == [old] and old.read_bytes() == before


def test_an_unreadable_event_is_refused_as_ever(studio: Path, short: None) -> None:
    """What can't be read is not published: the refusal names the way to look, and no file is left."""
    store(studio, "UPDATE stored_events SET state = '{not json' WHERE position = 9")
    with pytest.raises(Refused, match="can't be read"):
        Reader(studio)
    assert not files(studio)


def test_other_versions_are_never_read(filed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A changed table, program or DuckDB makes a file of its own; the last to publish clears away the others."""
    (old,) = files(filed)
    monkeypatch.setattr(published, "version", lambda: "another")
    with Reader(filed) as reader:
        assert reader.over == reader.position
    assert files(filed) == [filed / "cache" / "tables-another.duckdb"] != [old]


def test_a_publisher_that_hangs_holds_nobody_up(
    studio: Path, short: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While another process publishes, a reader waits for a bounded time and then takes in everything by itself."""
    fcntl = pytest.importorskip("fcntl")
    (studio / "cache").mkdir()
    monkeypatch.setattr(published, "PATIENCE", 0.2)
    with (studio / "cache" / "tables.lock").open("ab") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        began = time.monotonic()
        with Reader(studio) as reader:
            assert reader.over == 0 and reader.position > 0
        assert time.monotonic() - began < 10
    assert not files(studio)
    with Reader(studio) as reader:
        assert reader.over == reader.position


def test_killed_while_publishing(studio: Path, short: None) -> None:
    """SIGKILL at any moment leaves the old file or the new one, which say the same, and the next one clears up."""
    with Reader(studio, alone=True) as alone:
        wanted = alone.rows("SELECT * FROM events ORDER BY ALL")
    dice, left = random.Random(7), 0
    for _ in range(12):
        child = start(publish_for_ever, studio)
        until = time.monotonic() + 30
        while not any(".part" in path.name for path in files(studio)) and time.monotonic() < until:
            time.sleep(0.002)
        time.sleep(dice.uniform(0, 0.3))
        child.kill()
        assert ended(child) == -9
        left += any(".part" in path.name for path in files(studio))
        found = Published(studio)
        with Reader(studio) as reader:
            assert reader.over == reader.position
            assert reader.rows("SELECT * FROM events ORDER BY ALL") == wanted
        assert found.path in files(studio)
    with Ledger(studio) as ledger:
        for number in range(9):
            ledger.fork(Address("pilot", number), f"later-{number}")
    with Reader(studio) as reader:
        assert reader.over == reader.position
    assert len(files(studio)) == 1 and left


def test_many_readers_while_others_write_and_publish(tmp_path: Path) -> None:
    """Five readers at once, a writer and a publisher: each sees whole transactions, without gaps, and all that was
    committed before it was opened."""
    World(tmp_path).open()
    others = [start(publish_for_ever, tmp_path)]
    writing = start(write, tmp_path, 150, 7)
    readers = [start(read, tmp_path, tmp_path / f"{n}.json", 4.0) for n in range(5)]
    assert all(ended(reader) == 0 for reader in readers)
    assert ended(writing) == 0
    for other in others:
        other.kill()
        ended(other)
    reports = [json.loads((tmp_path / f"{n}.json").read_text()) for n in range(5)]
    assert [report["wrong"] for report in reports] == [[]] * 5
    assert all(report["opened"] > 0 for report in reports)
    assert sum(report["files"] for report in reports) > 0


@pytest.mark.parametrize(
    "sql",
    [
        "from published.events_history",
        "from published.main.events_history",
        "from PUBLISHED.main.progress",
        "from tail.events_history",
        "from memory.tail.events_history",
        "from duckdb_databases()",
        "from pragma_database_list",
        "detach published",
        "checkpoint published",
        "drop table published.events_history",
        "insert into published.progress values (1, '')",
        "use published",
        "from read_duckdb('cache/tables.duckdb')",
    ],
)
def test_the_door_stays_shut(filed: Path, sql: str) -> None:
    """A question reaches neither the file past the moment, nor its path, nor anything that writes to it."""
    with Reader(filed, Address("pilot", 30)) as reader:
        with pytest.raises(Refused):
            reader.query(sql)
        assert reader.query("select max(number) as n from events").to_pylist() == [{"n": 30}]
        shown = reader.query("show all tables").to_pylist()
        for view in (
            "duckdb_tables()",
            "duckdb_views()",
            "information_schema.tables",
            "information_schema.schemata",
        ):
            shown += reader.query(f"from {view}").to_pylist()
        assert str(filed) not in repr(shown)
