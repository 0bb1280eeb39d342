"""Ledgers that are damaged, cut short, or of a newer version: each command says so, and nothing gets worse."""

import json
import random
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.support.program import Program

PAGE = 4096
ALL = (
    ("productions",),
    ("inbox",),
    ("policy", "pilot"),
    ("log", "pilot"),
    ("show", "pilot@40"),
    ("why", "pilot@60"),
    ("diff", "pilot", "pilot@30"),
    ("sql", "select * from events order by all"),
    ("export", "pilot", "script"),
    ("replay", "pilot"),
    ("verify",),
    ("repair", "pilot"),
    ("run", "pilot"),
    ("broadcast", "pilot", "Hello."),
    ("fork", "pilot@30", "b"),
    ("open", "other", "--idea", "A dog."),
)
"""Words for every command."""


def store(program: Program) -> sqlite3.Connection:
    return sqlite3.connect(program.studio / "ledger.sqlite", isolation_level=None)


@pytest.fixture(scope="module")
def whole(film: Program, tmp_path_factory: pytest.TempPathFactory) -> Program:
    """The film's ledger in one file, with nothing beside it."""
    program = film.copied(tmp_path_factory.mktemp("whole") / "studio")
    with store(program) as file:
        file.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    file.close()
    return program


def harmed(whole: Program, folder: Path, dice: random.Random) -> str:
    """A copy of a ledger in which one thing was changed: a byte, a page, the head, or where it ends."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    data = bytearray((whole.studio / "ledger.sqlite").read_bytes())
    kind = dice.choice(["byte", "byte", "zeroes", "noise", "exchange", "head", "end"])
    one, other = (dice.randrange(len(data) // PAGE) * PAGE for _ in "ab")
    match kind:
        case "byte":
            data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
        case "zeroes":
            data[one : one + PAGE] = bytes(PAGE)
        case "noise":
            data[one : one + PAGE] = dice.randbytes(PAGE)
        case "exchange":
            data[one : one + PAGE], data[other : other + PAGE] = (
                data[other : other + PAGE],
                data[one : one + PAGE],
            )
        case "head":
            data[dice.randrange(100)] = dice.randrange(256)
        case "end":
            del data[dice.randrange(len(data)) :]
    (folder / "ledger.sqlite").write_bytes(data)
    return kind


@pytest.mark.parametrize("seed", range(3))
def test_a_harmed_file(whole: Program, tmp_path: Path, seed: int) -> None:
    """Whatever happened to the file, no command fails but in words, and none is wrong where `verify` finds nothing."""
    dice = random.Random(seed)
    questions = [words for words in ALL[:11] if words[0] in ("log", "sql", "show", "export", "verify")]
    right = {words: whole.within(*words).raw for words in questions}
    program = Program(tmp_path / "studio")
    for _ in range(4):
        kind = harmed(whole, program.studio, dice)
        answers = {words: program.within(*words) for words in questions}
        for words, answer in answers.items():
            assert answer.code in (0, 1, 3), (kind, words, answer.err)
            assert answer.code == 0 or "Hint: " in answer.err, (kind, words, answer.err)
        if answers["verify",].code == 0:
            wrong = [
                words for words, answer in answers.items() if answer.raw != right[words] and not answer.code
            ]
            assert not wrong, kind


@pytest.mark.parametrize("words", ALL, ids=lambda words: words[0])
@pytest.mark.parametrize("harm", ["a page", "the end", "no database", "empty"])
def test_every_command_on_a_damaged_file(
    whole: Program, tmp_path: Path, words: tuple[str, ...], harm: str
) -> None:
    """Each refuses in words, or does what can still be done; none is a bug, and none makes it worse."""
    program = whole.copied(tmp_path / "studio")
    path = program.studio / "ledger.sqlite"
    data = path.read_bytes()
    middle = len(data) // PAGE // 2 * PAGE
    path.write_bytes(
        {
            "a page": data[:middle] + bytes(PAGE) + data[middle + PAGE :],
            "the end": data[: middle + 100],
            "no database": b"INT. KITCHEN - DAY\n" * 500,
            "empty": b"",
        }[harm]
    )
    answer = program.within(*words)
    if harm in ("a page", "the end"):
        assert answer.code in (0, 1, 3), answer.err
    elif harm == "empty" and words[0] == "open":
        answer.done()
    else:
        answer.refused("ledger" if harm == "empty" else "not a database")


def test_verify_names_the_place(whole: Program, tmp_path: Path) -> None:
    """On a file with a bad page `verify` still checks what can be read, names where it breaks off, and says restore."""
    program = whole.copied(tmp_path / "studio")
    path = program.studio / "ledger.sqlite"
    data = bytearray(path.read_bytes())
    at = data.index(b'"stream":"pilot","number":50,') // PAGE * PAGE
    data[at : at + 8] = bytes(8)
    path.write_bytes(data)
    answer = program.within("verify")
    assert answer.code == 1 and "pilot: broken at pilot@" in answer.out and "file: broken at" in answer.out
    assert "restore" in answer.err and "repair" in answer.err
    found = program.within("verify", "--json").json()
    assert not found["sound"] and found["file"]["address"] == "ledger.sqlite"
    program.within("repair", "pilot").refused("pilot@", "Put back a copy")


def test_what_was_not_written_back_yet(planned: Program) -> None:
    """Without the log beside it the file is the ledger as of its last checkpoint, or says that it is not whole."""
    with store(planned) as file:
        file.execute("PRAGMA wal_autocheckpoint = 0")
    head = planned.within("verify", "--json").json()["productions"][0]["head"]
    for name in ("ledger.sqlite-wal", "ledger.sqlite-shm"):
        (planned.studio / name).unlink(missing_ok=True)
    assert planned.within("verify").code in (0, 1)
    (planned.studio / "ledger.sqlite-wal").write_bytes(b"not a log" * 1000)
    assert planned.within("verify", "pilot", "--head", head).code in (0, 1)


def test_damaged_caches_are_made_anew(planned: Program) -> None:
    """Files beside the ledger are caches: noise in them changes no answer."""
    right = planned.within("sql", "from events").done().raw
    folder = planned.studio / "cache"
    planned.within("replay", "pilot").done()
    for file in folder.rglob("*"):
        if file.is_file():
            file.write_bytes(b"\0noise" * 100)
    assert planned.within("sql", "from events").done().raw == right
    planned.within("verify").done()


def edited(program: Program, number: int, change: Callable[[dict[str, Any]], object]) -> None:
    """One event of pilot, its document changed on disk; nothing is made to fit."""
    with store(program) as file:
        where = "originator_id = 'pilot' AND originator_version = ?"
        (state,) = file.execute(f"SELECT state FROM stored_events WHERE {where}", (number,)).fetchone()
        document = json.loads(state)
        change(document)
        state = json.dumps(document, separators=(",", ":"), ensure_ascii=False).encode()
        file.execute(
            f"UPDATE stored_events SET state = ?, topic = ? WHERE {where}", (state, document["type"], number)
        )
    file.close()


NEWER: dict[str, Callable[[dict[str, Any]], object]] = {
    "an unknown event": lambda document: document.update(type="ShotLit"),
    "a newer version of an event": lambda document: document.update(version=2),
}


@pytest.mark.parametrize("words", ALL, ids=lambda words: words[0])
@pytest.mark.parametrize("what", NEWER)
def test_a_studio_of_a_newer_version(
    film: Program, tmp_path: Path, words: tuple[str, ...], what: str
) -> None:
    """What a newer version wrote is refused by whatever needs it, naming the event and the way out."""
    program = film.copied(tmp_path / "studio")
    edited(program, program.head(), NEWER[what])
    answer = program.within(*words)
    if words[0] in ("verify", "repair"):
        assert answer.code == 1 and f"pilot@{film.head()}" in answer.out + answer.err
    elif words[0] in ("show", "fork", "open", "policy") and answer.code == 0:
        pass  # they need nothing of that event
    else:
        answer.refused(f"pilot@{film.head()} is a ", "or a newer one")


@pytest.mark.parametrize("words", ALL, ids=lambda words: words[0])
def test_a_newer_layout(film: Program, tmp_path: Path, words: tuple[str, ...]) -> None:
    """A ledger laid out by a newer version is left alone by every command."""
    program = film.copied(tmp_path / "studio")
    for change in ("PRAGMA user_version = 7", "ALTER TABLE stored_events ADD COLUMN tenant TEXT"):
        with store(program) as file:
            file.execute(change)
        file.close()
        program.within(*words).refused("is laid out as this version", "or a newer one")


def test_repair_names_what_is_bad_and_what_is_sound(planned: Program) -> None:
    """`repair` never mends: it names each bad event, what to put back, and the last event a fork may begin at."""
    planned.within("fork", "pilot@30", "b").done()
    planned.within("repair", "pilot").refused("nothing in pilot is bad", "cineledger log pilot")
    for number in (60, 50):
        edited(planned, number, lambda document: document.update(actor="forger"))
    with store(planned) as file:
        file.execute("DELETE FROM stored_events WHERE originator_id = 'pilot' AND originator_version = 55")
    file.close()
    before = (planned.studio / "ledger.sqlite").read_bytes()
    answer = planned("repair", "PILOT")
    answer.refused("never repaired", "cineledger fork pilot@49 NAME")
    assert str(planned.studio / "ledger.sqlite") in answer.err
    found = planned.within("repair", "pilot", "--json")
    assert found.code == 1 and found.json()["sound"] == "pilot@49"
    assert [bad["address"] for bad in found.json()["bad"]] == ["pilot@50", "pilot@55", "pilot@60"]
    planned.within("repair", "b").refused("nothing in b is bad")
    planned.within("repair", "nobody").refused("no production nobody")
    assert (planned.studio / "ledger.sqlite").read_bytes() == before
    planned.within("fork", "pilot@49", "sound").done()
    planned.within("verify", "sound").done()
    planned.within("run", "sound").done()
    planned.within("verify", "sound").done()
    assert planned.within("verify").code == 1


def test_a_broken_birth_leaves_nothing_to_fork(planned: Program) -> None:
    """Where the first event is bad there is no sound past to go on from."""
    edited(planned, 0, lambda document: document["fact"].update(title="Forged"))
    answer = planned.within("repair", "pilot").refused("pilot@0: its fact was edited", "Put back a copy")
    assert "cineledger fork" not in answer.err


def test_a_fact_that_lacks_a_field(planned: Program) -> None:
    """A fact that is not what its type says is refused by whoever needs it, and not told by half."""
    (row,) = planned.rows("select number from proposals order by number limit 1")
    edited(planned, row["number"], lambda document: document["fact"].pop("option"))
    for words in (("why", f"pilot@{row['number']}"), ("show", f"pilot@{row['number']}"), ("log", "pilot")):
        answer = planned.within(*words)
        assert answer.code == 1 and f"pilot@{row['number']} can't be read" in answer.err, answer.err


def test_an_answer_that_lacks_a_field(opened: Program, film: Program) -> None:
    """A damaged answer in the journal stops the run that needs it, in words."""
    begun = opened.head()
    opened.within("run", "pilot").done()
    opened.within("fork", f"pilot@{begun}", "b").done()
    with store(opened) as file:
        file.execute(
            'UPDATE stored_events SET state = CAST(replace(replace(CAST(state AS TEXT), \'"answer":{"\', '
            '\'"answer":{"un\'), \'"answer":{"un"\', \'"answer":{"un\') AS BLOB) '
            "WHERE originator_id LIKE 'completion:%'"
        )
    file.close()
    opened.within("run", "b").refused("the answer ", "cineledger verify")
    assert opened.within("verify").code == 1
