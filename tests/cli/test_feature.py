"""A long script through the real program: planned to the end while others ask about it."""

import os
import shutil
from pathlib import Path

from tests.support.feature import CUES, SCENES, feature
from tests.support.program import Program

CUT = 40
"""Scenes: enough events for readers to publish their tables."""

ASK = (
    "select count(*) as events, max(number) as last, (select count(*) from shots) as shots, "
    "(select count(*) from decisions) as decisions from events where production = 'long'"
)


def test_the_script_is_a_feature() -> None:
    """190 scenes, 770 cues, the same text each time; a cut is its beginning."""
    whole = feature()
    assert whole == feature()
    paragraphs = [part.split("\n") for part in whole.split("\n\n")]
    assert sum(lines[0].startswith(("INT.", "EXT.", "INT./EXT.")) for lines in paragraphs) == SCENES
    assert sum(len(lines) > 1 and lines[0].isupper() for lines in paragraphs) == CUES
    assert whole.startswith(feature(9).rstrip())


def test_sql_during_a_run(tmp_path: Path) -> None:
    """A script planned in one terminal while another asks: each answer is a whole prefix of the history, no older
    than the one before. `replay` comes to the same digests with a published file, with a damaged one and without."""
    (tmp_path / "long.fountain").write_text(feature(CUT), "utf-8")
    program = Program(tmp_path / "studio")
    program("open", "long", "--script", tmp_path / "long.fountain", "--vision", "Faces before places.").done()
    run = program.start("run", "long")
    answers = []
    while run.poll() is None:
        answers += program("sql", ASK, "--json").done().json()
    out, err = run.communicate()
    assert (run.returncode, b" refinement: " in out) == (0, True), err
    assert len(answers) > 1
    assert all(answer["events"] == answer["last"] + 1 for answer in answers)
    assert [answer["last"] for answer in answers] == sorted(answer["last"] for answer in answers)
    (final,) = program("sql", ASK, "--json").done().json()
    assert final["last"] == program.head("long") and final["shots"] > 5 * CUT and final["decisions"] > CUT / 2

    shots = program("sql", "from shots order by shot", "--json").done().json()
    digests = program("replay", "long", "--json").done().json()
    (file,) = (program.studio / "cache").glob("tables-*.duckdb")
    os.truncate(file, file.stat().st_size // 2)
    assert program("replay", "long", "--json").done().json() == digests
    assert program("sql", "from shots order by shot", "--json").done().json() == shots
    shutil.rmtree(program.studio / "cache")
    assert program("replay", "long", "--json").done().json() == digests
    assert not list(program.studio.glob("cache/tables-*"))
    answer = program("sql", "from shots order by shot", "--json").done()
    assert answer.json() == shots and answer.err == ""
    assert list(program.studio.glob("cache/tables-*.duckdb"))
