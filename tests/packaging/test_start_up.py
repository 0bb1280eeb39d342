"""Help comes at once, because nothing heavy is loaded for it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cineledger.cli.table_of_commands import COMMANDS

HEAVY = (
    "duckdb",
    "pyarrow",
    "anthropic",
    "lancedb",
    "onnxruntime",
    "eventsourcing",
    "pydantic",
    "sqlite3",
    "vaderSentiment",
    "rich",
    "reportlab",
)

LOADED = """
import sys
for words in sys.argv[2:]:
    sys.argv[1:] = words.split()
    try:
        from cineledger.cli.main import main
        main()
    except SystemExit as ended:
        assert ended.code == 0, words
print("loaded:", *(name for name in {heavy} if name in sys.modules), file=sys.stderr)
"""


@pytest.mark.parametrize(
    "words", [["--help"], [f"{name} --help" for name in COMMANDS]], ids=["program", "commands"]
)
def test_help_loads_nothing_heavy(words: list[str]) -> None:
    """Neither the program's help nor any command's loads a database, a model or the event store."""
    code = LOADED.format(heavy=HEAVY)
    done = subprocess.run(
        [sys.executable, "-c", code, "", *words], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr.splitlines() == ["loaded:"]


def test_a_run_of_the_house_remembers_nothing(tmp_path: Path) -> None:
    """Memories are indexed when somebody recalls: a run loads neither LanceDB nor a model of meaning."""
    (tmp_path / "s.fountain").write_text("INT. HALL - DAY\n\nMAYA\nYou came back.\n")
    code = LOADED.format(heavy=("lancedb", "onnxruntime", "pyarrow"))
    words = [f"open p --script {tmp_path / 's.fountain'}", "run p"]
    done = subprocess.run(
        [sys.executable, "-c", code, "", *words],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={**os.environ, "CINELEDGER_STUDIO": str(tmp_path / "studio")},
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr.splitlines()[-1] == "loaded:"
