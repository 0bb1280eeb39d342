"""The door for users' SQL: questions pass, everything else is refused and leaves no trace."""

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cineledger.domain.address import Address
from cineledger.domain.refusal import Refused
from cineledger.projections import door, limits
from cineledger.projections.answers import rendered
from cineledger.projections.reader import Reader
from tests.support.canary import Canary
from tests.support.statements import statement

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
    "select * from read_text/**/('/etc/passwd')",
    "select * from \"read_text\"('/etc/passwd')",
    "select * from main.\"READ_text\"('/etc/passwd')",
    "select x from (select read_text('/etc/passwd') x)",
    "select list_transform(['/etc/passwd'], lambda x: (select content from read_text(x)))",
    "select * from shots where shot in (select content from read_text('/etc/passwd'))",
    "pivot (from read_text('/etc/passwd')) on filename using count(*)",
    "unpivot (from read_text('/etc/passwd')) on content",
    "from (summarize '/etc/passwd.csv')",
    "describe '/etc/passwd.csv'",
    "show tables from '/etc'",
    "select * from shots_at('pilot', (select count(*) from read_text('/etc/passwd')))",
    "select $$a$$ || (select content from read_text($$/etc/passwd$$))",
    "from E'\\x2fetc\\x2fpasswd'",
    'select * from U&"\\0065vents"',
    "select * from '/proc/self/environ'",
    "from 's3://bucket/x.parquet'",
    "from 'hf://datasets/x/y.parquet'",
    "from iceberg_scan('x')",
    "from delta_scan('x')",
    "from postgres_scan('x', 'y', 'z')",
    "from st_read('/etc/passwd')",
    "from read_xlsx('/etc/passwd')",
    "from read_avro('/etc/passwd')",
    "from read_file('/etc/passwd')",
    "from repeat_row(1, 2, num_rows := 1000000000)",
    "from duckdb_logs()",
    "from duckdb_temporary_files()",
    "from duckdb_prepared_statements()",
    "from sqlite_master",
    "select load_aws_credentials()",
    "select add_parquet_key('k', '0123456789112345')",
    "select set_config('threads', '1', false)",
    "select pg_read_file('/etc/passwd')",
    "select txid_current()",
    "select bitstring('1', 2000000000)",
    "select levenshtein('a', 'b')",
    "select reservoir_quantile(1, 0.5, 2000000000)",
    "with t as (copy shots to '/tmp/cineledger-escaped.csv') from t",
    "from (attach '/tmp/cineledger-escaped.db')",
    "select * from shots for update",
    "select 1 into outfile '/tmp/cineledger-escaped'",
    "import 'x'",
    "call query('drop table births')",
    "explain (format json) delete from births",
    "set variable moment = (select count(*) from births)",
    "create or replace temp macro shots_at(a, b) as table select 1",
    "create type t as enum ('a')",
    "create sequence s",
    "create schema s",
    "create index i on births (stream)",
    "drop macro shots_at",
    "load '/tmp/cineledger-escaped.duckdb_extension'",
    "install x from 'https://example.org'",
    "pragma force_checkpoint",
    "pragma memory_limit = '100GB'",
    "set session authorization x",
    "kill 1",
    "\ufeffcopy births to '/tmp/cineledger-escaped.csv'",
    "(copy births to '/tmp/cineledger-escaped.csv')",
    "select 1\u00a0; drop table births",
    "select 1 --\rdrop table births\r; drop table births",
    "select range(4000000000)",
    "select list_resize([1], 4000000000)",
    "select list(a.range) from range(1000000) a, range(1000000) b",
]

BURDENS = [
    "select count(*) from generate_series(1, 1000000000000)",
    "select string_agg(range::varchar, 'xxxxxxxxxxxxxxxxxxxxxx') from range(300000000)",
    "with recursive s as (select 'x' as a union all select a || a from s) select max(length(a)) from s",
    "with recursive s as (select [1] as a union all select list_concat(a, a) from s) select max(len(a)) from s",
    "select regexp_matches(a, '(a+)+$') from (select string_agg('a', '') || 'b' as a from range(100000))",
    "select * from range(100000000) order by hash(range)",
    "select count(*) from range(3000000) a join range(3000000) b on a.range % 7 = b.range % 7",
    "select count(*) from events a, events b, events c, events d where hash(a.fact, b.fact, c.fact, d.fact) = 3",
    "select histogram(range) from range(100000000)",
    "select map_from_entries(list((range, range))) from range(50000000)",
    "select replace(a, 'x', 'yyyyyyyyyyyyyyyyyyyyyyyyyyyy') from (select string_agg('x', '') a from range(5000000))",
    "select list_transform(range(1000000000), lambda x: list_transform(range(1000000000), lambda y: x + y))",
    "select array_resize([1]::int[], 2000000000)",
    "select * from unnest(range(500000000))",
    "select to_json(list(range)) from range(50000000)",
    "select * from shots tablesample 1000000000 rows",
    "select * from shots limit (select count(*) from range(1000000000000))",
    "select error(string_agg('yyyyyyyyyyyyyyyyyyyyyyyyyyyy', '')) from range(100000)",
    "select (string_agg('yyyyyyyyyyyyyyyyyyyyyyyyyyyy', ''))::int from range(100000)",
    "select reservoir_quantile(range, 0.5, 2000000000) from range(10)",
    "select bitstring('1', 2000000000)",
    "select levenshtein(a, a), jaccard(a, a) from (select string_agg('x', '') a from range(10000000))",
    "select columns('.*') from (select * from events a, events b)",
    "select " + ",".join(f"{n} as c{n}" for n in range(4_000)),
    "select " + "(" * 3_000 + "1" + ")" * 3_000,
    "select " + "[" * 3_000 + "1" + "]" * 3_000,
    "select " + "+".join(["1"] * 20_000),
    "select " + "not " * 10_000 + "true",
    "select " + "(select " * 2_000 + "1" + ")" * 2_000,
    "from " + "(from " * 2_000 + "shots" + ")" * 2_000,
    "select 'a'::int" + "[]" * 3_000,
    "select case " + "when 1 = 2 then 1 " * 2_500 + "end",
    "select 1 where 1 in (" + ",".join(map(str, range(8_000))) + ")",
    "select '" + "[" * 20_000 + "]" * 20_000 + "'::json",
    "select '" + "x" * 10_000_000 + "'",
    "with x0 as (select 1)"
    + "".join(f", x{n + 1} as (from x{n} union all from x{n})" for n in range(60))
    + " from x60",
]
"""Statements that would take all time or memory there is, each in another way."""

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


HOLDING = {
    "select date '294247-01-01' as a": "can't be shown",
    "select 'infinity'::timestamp as a": "can't be shown",
    "select timestamptz '200000-01-01 00:00:00+00' as a": "can't be shown",
    "select [date '294247-01-01'] as a": "can't be shown",
    "select 340282366920938463463374607431768211455::uhugeint as a": "loses its value",
    "select '12:00:00+15:59'::timetz as a": "loses its value",
    "select 1::bignum as a": "loses its value",
}


@pytest.mark.parametrize("sql", HOLDING)
@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_no_value_is_made_up(asked: Reader, sql: str, form: str) -> None:
    """What would come out as another value, or as none, is refused with how to ask for it; so asked, it comes out."""
    with pytest.raises(Refused, match=HOLDING[sql]) as refusal:
        rendered(asked.query(sql), form)
    assert refusal.value.hint == 'Cast it: "a"::VARCHAR'
    assert rendered(asked.query(f'select "a"::varchar as b from ({sql})'), form)


def test_times_have_their_nanoseconds(asked: Reader) -> None:
    """Python has no such times, but a text has."""
    answer = asked.query("select time_ns '12:00:00.123456789' as a")
    assert rendered(answer, "csv") == b"a\n12:00:00.123456789\n"


@pytest.mark.parametrize(
    "sql", ["select interval '1 day' as a", "select union_value(a := 1) as a", "select row() as a"]
)
def test_parquet_refuses_what_it_can_not_hold(asked: Reader, sql: str) -> None:
    """Types that Parquet lacks are refused, with what holds them."""
    with pytest.raises(Refused, match="Parquet can't hold this"):
        rendered(asked.query(sql), "parquet")
    assert rendered(asked.query(sql), "json")


@pytest.mark.parametrize("sql", BURDENS, ids=lambda sql: sql[:50])
def test_every_burden_has_its_bound(asked: Reader, sql: str) -> None:
    """Whatever a statement is made of, it ends in time, in a refusal or rows, and leaves the memory it took."""
    began, grown = time.monotonic(), _megabytes()
    try:
        asked.query(sql, seconds=0.1)
    except Refused as refusal:
        assert refusal.hint and len(refusal.reason) < 600 and "Stack Trace" not in refusal.reason
    assert time.monotonic() - began < 20
    assert _megabytes() - grown < 3_000
    assert asked.query("select 1 as one").to_pylist() == [{"one": 1}]


def test_a_deaf_statement_is_left_behind(asked: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where DuckDB does not listen, whoever asked is told so from beside it."""
    monkeypatch.setattr(door, "SCALARS_LEFT_OUT", frozenset())
    monkeypatch.setattr(limits, "GRACE", 0.1)
    told = list[float]()
    deaf = "select levenshtein(a, a) from (select string_agg('x', '') as a from range(25000))"
    with pytest.raises(Refused, match="longer than"):
        asked.query(deaf, seconds=0.1, stuck=lambda: told.append(time.monotonic()))
    assert told


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_dice_find_no_way_out(asked: Reader, canary: Canary, data: st.DataObject) -> None:
    """Whatever is put together of SQL's words is answered or refused, and nothing changes: no row, setting or file."""
    sql = statement(lambda below: data.draw(st.integers(0, below - 1)))
    try:
        asked.query(sql.replace("{canary}", str(canary.path)), seconds=1)
    except Refused as refusal:
        assert refusal.reason and refusal.hint
    else:
        canary.must_live()


def test_dice_found_no_way_out(canary: Canary) -> None:
    """After all that was thrown at the door everything is as it was."""
    canary.must_live()


@pytest.fixture(scope="module")
def canary(asked: Reader, tmp_path_factory: pytest.TempPathFactory) -> Canary:
    """A file beside the tables that no statement may read, and their state."""
    return Canary(asked, tmp_path_factory.mktemp("canary") / "canary")


def _megabytes() -> int:
    with open("/proc/self/statm", "rb") as file:
        return int(file.read().split()[1]) * 4096 >> 20


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
