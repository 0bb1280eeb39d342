"""`cineledger crew --mind`, `run --mind` and `answer`: who thinks, and what a person who plays a role is asked."""

from typing import Any

from cineledger.agents.crew import house_rules
from tests.support.program import Program


def awaited(program: Program) -> list[dict[str, str]]:
    """What persons are asked."""
    found: list[dict[str, str]] = program.within("answer", "pilot", "--json").done().json()
    return found


def test_a_person_plays_a_role(opened: Program) -> None:
    """What the role is asked stands in the inbox; answered from the terminal or a file, the work goes on to its end."""
    opened("crew", "pilot", "--role", "editor", "--mind", "human").done()
    answered = 0
    while True:
        run = opened("run", "pilot", "--json").done().json()
        asks = run["awaits"].get("people", [])
        if not asks:
            break
        assert [ask["key"] for ask in asks] == [ask["key"] for ask in awaited(opened)]
        shown = opened("inbox", "pilot").done().out
        assert asks[0]["key"][:12] in shown
        for ask in asks:
            whole = opened.within("answer", "pilot", ask["key"][:12], "--json").done().json()
            opened.within("answer", "pilot", ask["key"], "--file", "-", stdin=_fitting(whole)).done()
            answered += 1
    assert answered > 3
    assert run["phase"] == "refinement" and not run["awaits"]["crew"]
    minds = {row["mind"] for row in opened.rows("from completions where role = 'editor'")}
    assert "human" in minds


def _fitting(whole: dict[str, Any]) -> bytes:
    """An answer that a person may well type: what the house would say to the same."""
    (ask,) = (kind for kind in house_rules() if kind.__name__ == whole["task"])
    answer = house_rules()[ask](ask.model_validate({"role": whole["role"], **whole["input"]}))
    return answer.model_dump_json().encode()


def test_a_wrong_answer_is_refused_and_nothing_kept(opened: Program) -> None:
    """What is no answer to the ask is refused with what is wrong with it."""
    opened("crew", "pilot", "--role", "editor", "--mind", "human").done()
    opened("run", "pilot").done()
    before = awaited(opened)
    key = before[0]["key"]
    opened("answer", "pilot", key, "--field", "nonsense=1").refused("that is no answer")
    opened("answer", "pilot", "ffff0000", "--field", "nonsense=1").refused(
        "no ask that awaits somebody begins"
    )
    opened("answer", "pilot", key, "--field", "nonsense").misused("FIELD=VALUE")
    assert awaited(opened) == before
    assert key[:4] in opened("answer", "pilot").done().out
    assert "fields of the answer" in opened("answer", "pilot", key).done().out


def test_who_thinks_is_on_record(opened: Program) -> None:
    """The crew's list says who thinks for whom: its own mind, the cast's, else everybody's."""
    opened("crew", "pilot", "--role", "maya", "--mind", "human").done()
    opened("crew", "pilot", "--role", "cast", "--mind", "claude:some-model").done()
    opened("crew", "pilot", "--role", "everybody", "--mind", "claude").done()
    opened("crew", "pilot", "--role", "writer", "--mind", "house").done()
    minds = {row["role"]: row["mind"] for row in opened("crew", "pilot", "--json").done().json()}
    assert minds["cast:MAYA"] == "human" and minds["writer"] == "house" and minds["director"] == "claude"
    assert {mind for role, mind in minds.items() if role.startswith("cast:")} == {
        "human",
        "claude:some-model",
    }


def test_wrong_minds_are_refused(opened: Program) -> None:
    """Minds, models and roles that are not there, and half an assignment."""
    opened("crew", "pilot", "--role", "writer", "--mind", "gpt").refused("there is no mind gpt")
    opened("crew", "pilot", "--role", "gaffer", "--mind", "human").refused("gaffer is not on the roster")
    opened("crew", "pilot", "--role", "writer", "--mind", "human:x").refused("has no models")
    opened("crew", "pilot", "--role", "writer").misused("--mind")
    opened("run", "pilot", "--mind", "oracle").refused("there is no mind oracle")
    for amount in ("0", "-1", "much", "nan", "1e9"):
        opened.within("run", "pilot", "--budget", amount).misused("no amount to spend")


def test_a_cap_is_recorded_once(opened: Program) -> None:
    """`--budget` puts the cap on record as the orchestrator's, and not again where it stands."""
    opened("run", "pilot", "--budget", "2.50", "--until", "planning").done()
    head = opened.head()
    opened("run", "pilot", "--budget", "2.50", "--until", "planning").done()
    assert opened.head() == head
    assert "capped what minds may cost at $2.50" in opened("log", "pilot").done().out


def test_a_model_of_unknown_price_takes_no_budget(opened: Program) -> None:
    """It is refused before anything is put on record."""
    head = opened.head()
    words = ("run", "pilot", "--mind", "claude:nobody-knows", "--budget", "2")
    refused = opened(*words, ANTHROPIC_API_KEY="k", ANTHROPIC_BASE_URL="http://127.0.0.1:9")
    assert refused.code == 1 and "prices.toml" in refused.err
    assert opened.head() == head
