"""`cineledger costs`, `minds` and the cost section of `diff`: what was paid, what was used again."""

from decimal import Decimal
from pathlib import Path

import pytest

from cineledger.agents import desk
from cineledger.domain.address import Address
from cineledger.domain.debate.events import ProposalApproved
from cineledger.domain.ledger.accounts import Account
from tests.support.program import Program
from tests.support.scripted import Answer, ScriptedMind
from tests.support.studio import opened, work

BAD: dict[str, Answer] = {"WeighShots": lambda asked: {}}
"""Answers that can't be used."""


@pytest.fixture(scope="module")
def paid(tmp_path_factory: pytest.TempPathFactory) -> Program:
    """`pilot` made by a mind that costs a tenth of a cent an answer, and `b`, forked at its last decision."""
    folder = tmp_path_factory.mktemp("paid") / "studio"
    with opened(folder) as ledger:
        work(ledger, mind=ScriptedMind(BAD, account=Account(ledger, "pilot", Decimal(5))), jobs=2)
        decision = max(r.number for r in ledger.records("pilot") if isinstance(r.fact, ProposalApproved))
        desk.fork(ledger, Address("pilot", decision), "b", None)
        desk.impose(ledger, "b", "constraint", "No handheld. Static camera.")
        work(ledger, "b", mind=ScriptedMind(BAD, account=Account(ledger, "b", Decimal(5))))
    return Program(folder)


def test_costs_add_up(paid: Program) -> None:
    """What is told apart by role, scene, question, task and model is the same sum; the account has it, too."""
    whole = paid("costs", "pilot", "--json").done().json()
    (claude,) = (row for row in whole["minds"] if row["mind"] == "claude")
    assert claude["not_ok"] > 0 and claude["used_again"] == 0
    for by in ("role", "scene", "question", "task", "model"):
        rows = paid.within("costs", "pilot", "--by", by, "--json").done().json()["rows"]
        assert sum(Decimal(row["cost_usd"]) for row in rows) == Decimal(claude["cost_usd"])
    spent = paid.rows("select sum(cost_usd) as spent, count(*) as calls from calls")
    assert Decimal(whole["family"]["spent_usd"]) == Decimal(str(spent[0]["spent"]))
    out = paid.within("costs", "pilot").done().out
    assert "director" in out and "Debates that changed nothing" in out


def test_a_fork_pays_only_what_it_asks_anew(paid: Program) -> None:
    """`costs`, `minds` and `diff` tell calls that were paid from calls that were used again."""
    found = paid("costs", "b", "--json").done().json()
    (claude,) = (row for row in found["minds"] if row["mind"] == "claude")
    assert claude["used_again"] > claude["paid_here"] > 0
    calls = paid("diff", "pilot", "b", "--only", "cost", "--json").done().json()["cost"]["calls"]
    assert calls["b"]["paid"] > 0 and calls["b"]["reused"] == claude["used_again"]
    assert (
        f"{calls['b']['reused']} used again" in paid.within("diff", "pilot", "b", "--only", "cost").done().out
    )


def test_failures_are_told(paid: Program) -> None:
    """`minds` names the asks to which no answer could be used, and where."""
    shown = paid("minds", "pilot").done().out
    failed = paid.rows("from failures where production = 'pilot'")
    assert failed and all(row["task"] == "WeighShots" and len(row["problems"]) == 3 for row in failed)
    assert f"The house stood in {len(failed)} times:" in shown and failed[0]["address"] in shown
    everything = paid.within("minds", "--json").done().json()
    assert {row["mind"] for row in everything["minds"]} == {"claude", "house"}


def test_a_film_of_the_house_is_free(film: Program) -> None:
    """With rules alone nothing is paid, and debates that changed nothing are told all the same."""
    out = film("costs", "pilot").done().out
    assert "free" in out and "$" not in out


def test_the_crew_says_who_objects_and_how_soon_it_agrees(film: Program) -> None:
    """Whose objections won, and how many rounds it took to a decision under each lead."""
    rows = {row["role"]: row for row in film("crew", "pilot", "--json").done().json()}
    director = rows["director"]
    assert director["rounds_led"] >= director["decisions_led"] >= 1
    assert "rounds each" in film.within("crew", "pilot").done().out


def test_nothing_to_tell(newly_opened: Program, tmp_path: Path) -> None:
    """Before the first run no mind has said anything."""
    assert newly_opened("costs", "pilot").done().out == newly_opened("minds", "pilot").done().out == ""
