"""The door for users' SQL: questions pass, everything else is refused and leaves no trace."""

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pytest

from cineledger.domain.address import Address
from cineledger.domain.refusal import Refused
from cineledger.projections import door
from cineledger.projections.reader import Reader

QUESTIONS = [
    "from shots",
    "FROM SHOTS_AT('Pilot', 70)",
    "select shot, lens_mm from shots where production = 'pilot' order by 1 limit 3;",
    "-- every shot\nselect * from shots /* all of them */",
    "with wide as (select * from shots where lens_mm < 40) select count(*) from wide",
    "with recursive n as (select 1 as i union all select i + 1 from n where i < 9) select sum(i) from n",
    "values (1, 'a'), (2, 'b')",
    "table scenes",
    "describe shots",
    "describe select 1",
    "show tables",
    "summarize shots",
    "select size, count(*) from shots group by all having count(*) > 1",
    "select shot, rank() over (partition by scene order by eighths) as r from shots qualify r <= 2",
    "select * from shots s join questions q on q.production = s.production and q.number = s.question",
    'select unnest("cast") from shots',
    "select * from range(3)",
    "select list_transform([1, 2], lambda x: x + 1)",
    "select fact->>'text' from events where type = 'VisionStated'",
    "select table_name from duckdb_columns() where table_name = 'shots'",
    "select column_name from information_schema.columns where table_name = 'shots'",
    "select * from shots_history",
    "from shots positional join scenes",
    "select 'copy shots to ''/tmp/x''' as harmless",
    "pivot (select size, movement from shots) on size in ('CU', 'WS') using count(*)",
    "select 1 union all select 2 except select 3",
    "select * from shots where description like '%;%'",
]

ESCAPES = [
    "",
    "   ",
    ";",
    "-- nothing",
    "/* nothing",
    "copy shots to '/tmp/cineledger-escaped.csv'",
    "copy (select 1) to '/tmp/cineledger-escaped.parquet'",
    "copy shots_history from '/etc/passwd'",
    "attach '/tmp/cineledger-escaped.duckdb' as other",
    "attach ':memory:' as other",
    "detach memory",
    "use memory",
    "install httpfs",
    "load httpfs",
    "force install sqlite_scanner",
    "update extensions",
    "pragma version",
    "pragma enable_profiling",
    "pragma database_list",
    "set memory_limit = '100GB'",
    "set global threads = 1",
    "set variable moment = 1",
    "set lock_configuration = false",
    "set enable_external_access = true",
    "reset memory_limit",
    "create table mine (a int)",
    "create temp table mine (a int)",
    "create or replace view shots as select 1",
    "create macro f() as 1",
    "create secret (type s3)",
    "insert into shots_history (shot) values ('X')",
    "update shots_history set shot = 'X'",
    "delete from events_history",
    "truncate events_history",
    "drop table events_history",
    "drop view shots",
    "alter table events_history add column x int",
    "merge into births using (select 1) on true when matched then delete",
    "begin",
    "commit",
    "rollback",
    "checkpoint",
    "vacuum",
    "analyze",
    "call pragma_version()",
    "call enable_profiling()",
    "explain select 1",
    "explain analyze insert into shots_history (shot) values ('X')",
    "explain analyze select 1",
    "export database '/tmp/cineledger-escaped'",
    "import database '/tmp/cineledger-escaped'",
    "prepare p as select 1",
    "execute p",
    "deallocate p",
    "comment on table births is 'x'",
    "select 1; select 2",
    "select 1; drop table events_history",
    "select 1 /* ; */ ; -- \n drop table events_history",
    "select 1;;drop view shots",
    "with x as (insert into shots_history (shot) values ('X') returning *) from x",
    "with x as (delete from events_history returning *) select count(*) from x",
    "with x as (update births set parent = 'x' returning *) from x",
    "select * from (with x as (delete from events_history returning *) from x)",
    "from read_csv('/etc/passwd')",
    "from read_csv_auto('/etc/passwd')",
    "from read_text('/etc/passwd')",
    "from read_blob('/etc/passwd')",
    "from read_json('/etc/passwd')",
    "from read_json_objects('/etc/passwd')",
    "from read_parquet('/etc/passwd')",
    "from parquet_scan('/etc/passwd')",
    "from parquet_metadata('/etc/passwd')",
    "from sniff_csv('/etc/passwd')",
    "from glob('/*')",
    "from system.main.read_text('/etc/passwd')",
    "from READ_TEXT('/etc/passwd')",
    "from '/etc/passwd'",
    "from '/etc/passwd.csv'",
    "from 'https://example.org/x.parquet'",
    "from read_csv('https://example.org/x.csv')",
    "select (select content from read_text('/etc/passwd'))",
    "select * from shots where exists (from glob('/*'))",
    "select * from shots order by (select count(*) from glob('/*'))",
    "select 1 limit (select count(*) from glob('/*'))",
    "with x as materialized (from read_text('/etc/passwd')) from x",
    "describe from read_csv('/etc/passwd')",
    "summarize from read_csv('/etc/passwd')",
    "select * from shots, lateral (from read_text(shots.shot))",
    "from sqlite_scan('ledger.sqlite', 'stored_events')",
    "from read_duckdb('x.duckdb')",
    "from query('drop table births')",
    "from query('from read_text(''/etc/passwd'')')",
    "from query_table('/etc/passwd')",
    "from json_execute_serialized_sql(json_serialize_sql('select 1'))",
    "from arrow_scan(1, 2, 3)",
    "from python_map_function(1)",
    "from pandas_scan(1)",
    "from seq_scan('births')",
    "from secret_python_table",
    "from folder",
    "from duckdb_settings()",
    "from duckdb_secrets()",
    "from duckdb_extensions()",
    "from pg_catalog.pg_settings",
    "from pg_settings",
    "from pragma_database_list",
    "from pragma_storage_info('events_history')",
    "from enable_logging()",
    "from force_checkpoint()",
    "from which_secret('s3://x', 's3')",
    "from register_external_resource('x')",
    "from test_all_types()",
    "select getenv('HOME')",
    "select current_setting('memory_limit')",
    "select write_log('x')",
    "select nextval('x')",
    "select pg_sleep(1)",
    "select repeat('x', 4000000000)",
    "select lpad('x', 2000000000, 'y')",
    "select format('{:>2000000000}', 'x')",
    "select printf('%2000000000d', 1)",
    "select ?",
    "select $1",
    "select $name",
    "select * from nothing_of_the_kind",
    "select lens from shots",
    "selec 1",
    "select 1 from",
    "select 'a'::int",
    "select\0 1",
    "pivot shots on size",
    "from shots at (version => 1)",
    "select range(4000000000)",
    "select list_resize([1], 4000000000)",
    "select list(a.range) from range(1000000) a, range(1000000) b",
]

BOMBS = [
    "with recursive x as (select 1 as a union all select a + 1 from x) select count(*) from x",
    "with recursive x as (select 1 as a union all select a + 1 from x) select * from x",
    "select count(*) from range(1000000000) a, range(1000000000) b where a.range + b.range = 3",
]


@pytest.fixture(scope="module")
def asked(film: Path) -> Iterator[Reader]:
    """One reader for all questions: what one of them did, the next would see."""
    with Reader(film) as reader:
        yield reader


@pytest.mark.parametrize("sql", QUESTIONS)
def test_a_question_is_answered(asked: Reader, sql: str) -> None:
    """SELECT in all its forms, FROM first, WITH, VALUES, DESCRIBE, SHOW and SUMMARIZE pass."""
    assert asked.query(sql).num_columns > 0


@pytest.mark.parametrize("sql", ESCAPES)
def test_everything_else_is_refused(asked: Reader, sql: str) -> None:
    """No statement writes, reaches a file, the network, an extension, a setting or Python, or waits; all say why."""
    secret_python_table = {"password": ["x"]}
    before = _state(asked)
    with pytest.raises(Refused) as refusal:
        asked.query(sql, seconds=10)
    assert refusal.value.reason and refusal.value.reason[0] == refusal.value.reason[0].lower()
    assert refusal.value.hint
    assert _state(asked) == before
    assert secret_python_table
    assert not list(Path("/tmp").glob("cineledger-escaped*"))


@pytest.mark.parametrize("sql", BOMBS)
def test_what_never_ends_is_stopped(asked: Reader, sql: str) -> None:
    """A question has its time, and the next one is answered as if nothing had been."""
    began = time.monotonic()
    with pytest.raises(Refused) as refusal:
        asked.query(sql, seconds=0.5)
    assert time.monotonic() - began < 5
    assert "took longer than 0.5 seconds" in refusal.value.reason
    assert asked.query("select 1 as one").to_pylist() == [{"one": 1}]


def test_what_is_too_large_is_stopped(asked: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    """A result has its bound, whatever memory there is."""
    monkeypatch.setattr(door, "LARGEST", 1 << 20)
    with pytest.raises(Refused) as refusal:
        asked.query("from range(1000000000000)")
    assert "larger than" in refusal.value.reason


def test_no_python_variable_is_a_table(asked: Reader) -> None:
    """The names of whoever calls are not tables, whatever they hold."""
    shotlist = pa.table({"a": [1]})
    with pytest.raises(Refused):
        asked.query("from shotlist")
    assert shotlist.num_rows == 1


def test_the_nearest_name_is_hinted(asked: Reader) -> None:
    """A misspelt table or column is refused with what was probably meant, and where to look."""
    with pytest.raises(Refused) as refusal:
        asked.query("from shotz")
    assert refusal.value.reason == "table with name shotz does not exist!"
    assert "shots" in refusal.value.hint and "cineledger tables" in refusal.value.hint
    with pytest.raises(Refused) as refusal:
        asked.query("select lens from shots")
    assert "lens_mm" in refusal.value.reason
    with pytest.raises(Refused, match="referenced column"):
        asked.query("select memory from shots")


@pytest.mark.parametrize("sql", ["select range(4000000000)", "select list_resize([1], 4000000000)"])
def test_what_needs_too_much_memory_is_stopped(asked: Reader, sql: str) -> None:
    """One huge value is refused as a huge table is, and the process lives on."""
    with pytest.raises(Refused) as refusal:
        asked.query(sql)
    assert "needs more memory than it may take" in refusal.value.reason
    assert asked.query("select 1 as one").to_pylist() == [{"one": 1}]


def test_our_own_queries_go_on_working(asked: Reader) -> None:
    """The door's locks are the users': rows() takes parameters and reads every table."""
    assert asked.rows("SELECT shot FROM shots_at(?, ?) LIMIT 1", ("pilot", None))


def test_questions_see_the_moment(film: Path) -> None:
    """A reader at an event answers users as of that event."""
    with Reader(film, Address("pilot", 30)) as reader:
        assert reader.query("select count(*) as n from shots").to_pylist() == [{"n": 0}]
        assert reader.query("select max(number) as n from events").to_pylist() == [{"n": 30}]


def test_answers_do_not_wait_for_threads(asked: Reader) -> None:
    """The clock of a question that was answered is stopped with it."""
    before = threading.active_count()
    for _ in range(5):
        asked.query("select 1", seconds=60)
    assert threading.active_count() == before


def _state(reader: Reader) -> list[object]:
    """What an escape might have changed: rows, relations, settings and variables."""
    return [
        reader.rows("SELECT count(*) AS n FROM events_history"),
        reader.rows("SELECT count(*) AS n, max(parent) AS p FROM births"),
        reader.rows("SELECT count(*) AS n, count(shot) AS s FROM shots_history"),
        reader.rows("SELECT table_name FROM duckdb_tables() ORDER BY 1"),
        reader.rows("SELECT view_name, sql FROM duckdb_views() WHERE NOT internal ORDER BY 1"),
        reader.rows("SELECT name, value FROM duckdb_settings() ORDER BY 1"),
        reader.rows("SELECT getvariable('moment') AS moment"),
        reader.rows("SELECT database_name FROM duckdb_databases() ORDER BY 1"),
    ]
