"""`cineledger sql` and `tables`."""

import csv
import io
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tests.support.program import Program

COUNT = "select count(*) as shots from shots"


def test_formats(film: Program, tmp_path: Path) -> None:
    """An answer is CSV in a pipe, and a table, JSON or Parquet where asked for."""
    query = 'select shot, "cast", lens_mm from shots order by shot limit 2'
    rows = list(csv.DictReader(io.StringIO(film("sql", query).done().out)))
    assert [row["shot"] for row in rows] == ["1A", "1B"]
    assert film.within("sql", query, "--format", "table").done().lines[0].split() == [
        "shot",
        "cast",
        "lens_mm",
    ]
    assert [row["shot"] for row in film.within("sql", query, "--json").done().json()] == ["1A", "1B"]
    raw = film("sql", query, "--format", "parquet").done().raw
    assert pq.read_table(io.BytesIO(raw)).column_names == ["shot", "cast", "lens_mm"]


def test_output_to_a_file(film: Program, tmp_path: Path) -> None:
    """`-o` writes a file and prints nothing; `-o -` prints; a file that can't be written is refused."""
    assert film("sql", COUNT, "-o", tmp_path / "n.csv").done().out == ""
    assert (tmp_path / "n.csv").read_bytes().startswith(b"shots\n")
    assert film("sql", COUNT, "-o", "-", cwd=tmp_path).done().out.startswith("shots\n")
    assert [path.name for path in tmp_path.iterdir()] == ["n.csv"]
    film.within("sql", COUNT, "-o", tmp_path / "no" / "n.csv").refused("can't be written", "-o")
    film.within("sql", COUNT, "-o", tmp_path).refused("can't be written")
    film.within("sql", COUNT, "-o", "/dev/null").done()
    assert Path("/dev/null").is_char_device()


def test_from_standard_input(film: Program) -> None:
    """`-` reads the statement from standard input."""
    assert film("sql", "-", "--json", stdin=COUNT.encode()).done().json()[0]["shots"] > 0
    film.within("sql", "-", stdin=b"select '\xff'").refused("not text in UTF-8")


def test_at_a_moment(film: Program) -> None:
    """`--at` shows everything as the event left it, as the past form of a table does."""
    (decision,) = film.rows("select address from decisions where subject = 'visual_approach'")
    at = decision["address"]
    assert film.within("sql", COUNT, "--json", "--at", at.upper()).done().json() == [{"shots": 0}]
    number = int(at.partition("@")[2])
    past = f"select count(*) as shots from shots_at('pilot', {number})"
    assert film.rows(past) == [{"shots": 0}]
    film.within("sql", COUNT, "--at", "pilot").refused("not an event's address")
    film.within("sql", COUNT, "--at", "pilot@9999").refused("no event pilot@9999")


@pytest.mark.parametrize(
    "query",
    [
        "",
        "drop table shots",
        "select 1; select 2",
        "from read_csv('/etc/hostname')",
        "from '/etc/hostname'",
        "copy shots to 'stolen.csv'",
        "attach 'other.db'",
        "install httpfs",
        "set memory_limit = '1TB'",
        "select getenv('HOME')",
        "from nothing_like_it",
        "select nothing from shots",
        "selekt",
        "\x00",
    ],
)
def test_refused_statements(film: Program, query: str) -> None:
    """Whatever is not one SELECT over the tables is refused with a hint."""
    if query == "\x00":
        film.within("sql", "-", stdin=b"select 1\x00").refused("null character")
    else:
        film.within("sql", query).refused("", "")


def test_at_a_terminal(film: Program) -> None:
    """On a terminal an answer is a table, and Parquet is refused."""
    shown, code = film.at_terminal("sql", COUNT)
    assert code == 0 and "─────" in shown
    shown, code = film.at_terminal("sql", COUNT, "--format", "parquet")
    assert code == 1 and "-o answer.parquet" in shown


def test_tables(program: Program) -> None:
    """Every table and column has a sentence; no studio is needed."""
    out = program("tables").done().out
    assert "shots" in out and "decisions" in out
    rows = program.within("tables", "SHOTS", "--json").done().json()
    assert {row["table"] for row in rows} == {"shots"} and all(row["sentence"] for row in rows)
    program.within("tables", "shotts").refused("no table shotts", "shots")
    assert not program.studio.exists()


def test_a_statement_that_can_not_be_stopped(film: Program) -> None:
    """Where DuckDB does not listen the program ends itself, in the words of every other refusal."""
    program = (
        "from cineledger.projections import limits; limits.GRACE = 0.2; "
        "from cineledger.cli.main import main; main()"
    )
    deaf = "select flatten(list_transform(range(100000), lambda x: range(100000)))"
    done = subprocess.run(
        [sys.executable, "-c", program, "sql", deaf, "--seconds", "0.2"],
        capture_output=True,
        env=film.env(),
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode().splitlines() == [
        "Refused: the query took longer than 0.2 seconds",
        "Hint: Ask for less.",
    ]
    film.within("sql", "select 1", "--seconds", "0").misused("--seconds")
