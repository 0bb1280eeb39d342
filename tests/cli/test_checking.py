"""`cineledger replay` and `verify`."""

import shutil
import sqlite3

import pytest

from cineledger.domain.ledger import Draft, Ledger
from cineledger.domain.shots.events import ShotRevised
from tests.support.program import Program


def test_replay_twice(planned: Program) -> None:
    """The same events give the same digests, whatever is cached, and nothing is recorded."""
    first = planned("replay", "PILOT", "--json").done().json()
    assert first["at"] == planned.head() and len(first["history"]) == 64 and "shots" in first["tables"]
    shutil.rmtree(planned.studio / "cache")
    assert planned.within("replay", "pilot", "--json").done().json() == first
    lines = planned.within("replay", "pilot").done().lines
    assert "no mind was asked" in lines[0] and lines[1] == f"history {first['history']}"
    assert f"shots {first['tables']['shots']}" in lines


def test_replay_at_a_number(planned: Program) -> None:
    """A fork's digests are its parent's at the number it forked at."""
    planned.within("fork", "pilot@45", "b")
    parent = planned.within("replay", "pilot", "--at", "45", "--json").done().json()
    fork = planned.within("replay", "b", "--json").done().json()
    assert parent["history"] == fork["history"] and parent["at"] == fork["at"] == 45
    assert {**parent["tables"], "productions": 0} == {**fork["tables"], "productions": 0}
    planned.within("replay", "pilot", "--at", "9999").refused("no event pilot@9999", "The last is pilot@")
    planned.within("replay", "pilot", "--at", "-1").misused("--at")
    planned.within("replay", "nobody").refused("no production nobody")


def test_verify(film: Program) -> None:
    """A sound ledger says how many events stand, and its head; the name is taken in any case."""
    (line,) = film("verify").done().lines
    assert line.startswith(f"pilot: {film.head() + 1} events sound, head ")
    assert film("verify", "PILOT").done().lines == [line]
    found = film.within("verify", "--json").done().json()
    assert found["sound"] and found["productions"][0]["head"] == line.rpartition(" ")[2]
    film.within("verify", "nobody").refused("no production nobody")


def test_verify_an_approval_that_outlived_what_was_approved(planned: Program) -> None:
    """What was put in beside the rules is found: an approval stands, and its shot is made otherwise."""
    (row,) = planned.rows("SELECT question, proposal FROM decisions WHERE subject = 'beat_coverage' LIMIT 1")
    planned.within("choose", f"pilot@{row['proposal']}").refused("is approved already")
    planned.within("reopen", f"pilot@{row['question']}").done()
    planned.within("choose", f"pilot@{row['proposal']}").done()
    decision = planned.head()
    planned.within("verify", "pilot").done()
    with Ledger(planned.studio) as ledger:
        loaded = ledger.load("pilot")
        (slate,) = loaded.state.shots.of_question[row["question"]]
        spec = loaded.state.shots.shots[slate].spec.model_copy(update={"lens_mm": 18})
        revised = ShotRevised(shot=slate, spec=spec, notes="", question=None)
        draft = Draft(revised, (decision,))
        ledger.append("pilot", loaded.head, [draft], actor="cinematographer", command="ReviseShot")
    answer = planned.within("verify", "pilot")
    assert answer.code == 1 and f"broken at pilot@{decision}" in answer.out and "by now: shot" in answer.out


def test_verify_a_head(film: Program) -> None:
    """A head that was kept is found in the history, or the history was cut."""
    head = film.within("verify", "--json").json()["productions"][0]["head"]
    film("verify", "pilot", "--head", head).done()
    film.within("verify", "pilot", "--head", film.within("show", "pilot@20", "--json").json()["seal"]).done()
    answer = film("verify", "pilot", "--head", "0" * 64)
    assert answer.code == 1 and "the history was cut" in answer.out and answer.err.startswith("Hint: ")
    film.within("verify", "--head", head).misused("--head needs the name")


@pytest.mark.parametrize("number", [0, 30])
def test_verify_after_tampering(planned: Program, number: int) -> None:
    """One byte changed behind the program's back is found, and its address named."""
    planned.within("fork", "pilot@45", "b")
    with sqlite3.connect(planned.studio / "ledger.sqlite") as store:
        where = "WHERE originator_id = 'pilot' AND originator_version = ?"
        (state,) = store.execute(f"SELECT state FROM stored_events {where}", (number,)).fetchone()
        place = state.rindex(b"fact_hash") - 8
        changed = state[:place] + bytes([state[place] ^ 1]) + state[place + 1 :]
        store.execute(f"UPDATE stored_events SET state = ? {where}", (changed, number))
    answer = planned("verify")
    assert answer.code == 1 and answer.err.startswith("Hint: ")
    assert answer.lines[0].startswith(f"pilot: broken at pilot@{number}: ")
    assert answer.lines[1].startswith(f"b: broken at pilot@{number}: ")
    found = planned.within("verify", "Pilot", "--json")
    assert found.code == 1 and found.json()["productions"][0]["fault"]["address"] == f"pilot@{number}"
    assert "Traceback" not in planned("log", "pilot").err
