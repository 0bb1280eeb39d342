"""Ideas run whole: to a written, played, argued, planned and wrapped film, by minds that answer well and badly."""

import json
import os
import random
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from cineledger.agents.crew import house_rules
from cineledger.domain.ledger import Ledger
from cineledger.domain.ledger.accounts import Account
from cineledger.projections.audit import audit
from cineledger.projections.export import export
from cineledger.projections.reader import Reader
from tests.support.errant_model import BROKEN, ENDED, FAULTS, ErrantModel
from tests.support.idea_films import idea_films
from tests.support.inputs import INPUTS
from tests.support.messages_server import Messages, messages_server
from tests.support.program import Program

TOPICS, EXAMPLES = INPUTS / "ideas" / "filmagent_topics.json", INPUTS / "ideas" / "vimax_examples.json"
ALWAYS = (0, 2)
"""Films that are always made, of ideas in words of our own: one each way that the orchestrator can work."""
BUDGET = Decimal("20.00")
MOST_RUNS = 40
"""Times that the orchestrator comes back to a film before something is wrong."""


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Messages]:
    """A server, and an environment in which the program finds it."""
    with messages_server() as messages:
        monkeypatch.setenv("ANTHROPIC_BASE_URL", messages.url)
        monkeypatch.setenv("ANTHROPIC_API_KEY", "sk-ant-not-used")
        yield messages


def given() -> list[str]:
    """The ideas that were given; none where they are not at hand."""
    if not TOPICS.exists():
        return []
    topics = [entry["topic"] for entry in json.loads(TOPICS.read_text("utf-8"))]
    return topics + [entry["idea"] for entry in json.loads(EXAMPLES.read_text("utf-8"))["ideas"]]


@pytest.mark.parametrize("number", ALWAYS)
def test_an_idea_becomes_a_film(tmp_path: Path, server: Messages, number: int) -> None:
    """Whatever the minds answer, it ends as a film that holds together, within its budget, all on the record."""
    made(tmp_path, server, idea_films()[number].idea, number)


@pytest.mark.skipif(not given(), reason="the ideas are not at hand")
@pytest.mark.skipif(
    "CINELEDGER_ALL_IDEAS" not in os.environ, reason="a minute and a half: CINELEDGER_ALL_IDEAS=1"
)
@pytest.mark.parametrize("number", range(16))
def test_the_given_ideas_become_films(tmp_path: Path, server: Messages, number: int) -> None:
    """The same of each idea that was given."""
    made(tmp_path, server, given()[number], number)


def made(folder: Path, server: Messages, idea: str, number: int) -> None:
    """An idea made into a film, and looked at from every side."""
    film, program, choice = idea_films()[number], Program(folder / "studio"), random.Random(number)
    model = ErrantModel(film, number, errs=0.1 + 0.05 * (number % 4))
    server.load(model.step())
    program.within(
        "open", "film", "--idea", idea, "--title", f"Idea {number}", "--vision", VISIONS[number % 3]
    ).done()
    WAYS[number % 3](program, choice)
    asked = len(server.seen)
    assert run(program)["events"] == 0 and len(server.seen) == asked
    program.within("wrap", "film").done()
    with Reader(program.studio) as reader:
        written(reader)
        planned(reader)
        paid(program, reader, model)
        assert {name: rows for name, rows in audit(reader).items() if rows} == {}
        cells = [(table, choice.choice(reader.rows(f"from {table} order by all"))) for table in COLUMNS]
    program.within("verify").done()
    assert "INT." in program.within("export", "film", "script").done().out
    explained(program, cells)
    forked(program)


VISIONS = ("Intimate: faces before places.", "Epic: small people in a wide, dark world.", "")


def run(program: Program, *words: str) -> dict[str, Any]:
    """What a run came to."""
    done = program.within("run", "film", "--json", *words).done().json()
    assert isinstance(done, dict)
    return done


def by_standing_orders(program: Program, rng: random.Random) -> None:
    """The orchestrator lets the crew work by the orders that stand."""
    done = run(program, "--mind", "claude", "--budget", str(BUDGET))
    assert done["phase"] == "refinement" and done["awaits"] == {"orchestrator": [], "crew": []}


def by_hand(program: Program, rng: random.Random) -> None:
    """The orchestrator decides everything that comes up: approves, chooses rivals, rejects with a note."""
    run(program, "--mind", "claude", "--budget", str(BUDGET), "--approve", "none")
    for _ in range(MOST_RUNS):
        waiting = program.within("inbox", "film", "--json").done().json()
        if not waiting:
            break
        for entry in waiting:
            decide(program, entry, rng)
        run(program)
    done = run(program)
    assert done["phase"] == "refinement" and done["awaits"] == {"orchestrator": [], "crew": []}


def decide(program: Program, entry: dict[str, Any], rng: random.Random) -> None:
    """Answers what awaits the orchestrator, one way or another."""
    offered = [proposal["address"] for proposal in entry["proposals"]]
    how = rng.random()
    if how < 0.2 and not entry["exhausted"]:
        program.within("reject", entry["address"], "--note", "Not that: something braver.").done()
    elif how < 0.5 or not any(proposal["recommended"] for proposal in entry["proposals"]):
        program.within("choose", rng.choice(offered), "--note", "This one.").done()
    else:
        program.within("approve", entry["address"]).done()


def by_many_minds(program: Program, rng: random.Random) -> None:
    """One role is a person's, one the house's, one another model's; the rest are Claude's."""
    for role, mind in (("editor", "human"), ("composer", "house"), ("director", "claude:claude-haiku-4-5")):
        program.within("crew", "film", "--role", role, "--mind", mind).done()
    done = run(program, "--mind", "claude", "--budget", str(BUDGET))
    for _ in range(MOST_RUNS):
        people = done["awaits"].get("people", [])
        if not people:
            break
        assert len({entry["key"] for entry in people}) == len(people)
        for entry in people:
            answered(program, entry["key"], rng)
        done = run(program)
    assert done["phase"] == "refinement" and done["awaits"] == {"orchestrator": [], "crew": []}
    rows = program.rows("select distinct role, mind, requested from completions")
    minds = {(row["role"], row["mind"], row["requested"]) for row in rows}
    assert {("editor", "human", None), ("composer", "house", None)} <= minds
    assert ("director", "claude", "claude-haiku-4-5") in minds


def answered(program: Program, key: str, rng: random.Random) -> None:
    """A person answers from a file: as the house would, now and then first with something that can't be used."""
    told = program.within("answer", "film", key, "--json").done().json()
    (kind,) = (ask for ask in house_rules() if ask.__name__ == told["task"])
    ask = kind.model_validate({"role": told["role"], **told["input"]})
    good = house_rules()[kind](ask).model_dump_json()
    bad = rng.random() < 0.2 and not told["told"]
    program.within("answer", "film", key, "--file", "-", stdin=(b"{}" if bad else good.encode()))


WAYS = (by_standing_orders, by_hand, by_many_minds)


def written(reader: Reader) -> None:
    """Every scene of the outline that was decided stands in the screenplay, and everybody with a cue has played it."""
    (decided,) = reader.rows(
        "select p.option from decisions d join proposals p on p.number = d.proposal where d.subject = 'outline'"
    )
    outlined = [scene["heading"] for scene in json.loads(decided["option"])["scenes"]]
    scenes = reader.rows("select scene, heading from scenes order by place")
    assert [row["heading"] for row in scenes] == outlined
    spoken = reader.rows("select distinct scene, person from script_elements where kind = 'dialogue'")
    unwritten = len(reader.rows("from failures where task = 'WriteScene'"))
    assert len({row["scene"] for row in spoken}) >= len(scenes) - unwritten > 0
    felt = reader.rows("select scene, character as person from character_timeline")
    assert {(row["scene"], row["person"]) for row in spoken} <= {
        (row["scene"], row["person"]) for row in felt
    }
    pages = export(reader, "film", "pages", "txt").decode()
    assert all(heading in pages for heading in outlined)
    assert export(reader, "film", "pdf", "pdf").startswith(b"%PDF")


def planned(reader: Reader) -> None:
    """Each scene has shots, the cut holds them, and cues, days and money speak of what is there."""
    scenes = {row["scene"] for row in reader.rows("from scenes")}
    told = {what: json.loads(export(reader, "film", what, "json")) for what in PAPERS}
    assert all(told.values())
    shots = {row["shot"]: row["scene"] for row in told["shots"]}
    assert set(shots.values()) == scenes == {row["scene"] for row in told["assembly"]}
    assert {row["shot"] for row in told["assembly"]} <= set(shots)
    assert {scene for row in told["schedule"] for scene in row["scenes"]} == scenes
    assert {row["scene"] for row in json.loads(export(reader, "film", "cues", "json"))} <= scenes
    assert sum(Decimal(str(row["amount"])) for row in told["budget"]) > 0


PAPERS = ("shots", "assembly", "schedule", "budget", "breakdown", "spotting", "decisions", "characters")


def paid(program: Program, reader: Reader, model: ErrantModel) -> None:
    """Every reply of the model is on the record with what it cost, and so is every call that brought none."""
    with Ledger(program.studio) as ledger:
        balance = Account(ledger, "film").balance
    assert Decimal(0) < balance.spent <= balance.taken <= BUDGET
    (row,) = reader.rows(
        "select count(*) as answers, sum(cost_usd) as cost, sum(attempts)::int as calls, "
        "count(*) filter (outcome <> 'ok') as bad from completions where mind = 'claude'"
    )
    troubled = sum(model.erred[how] for how in FAULTS)
    assert row["calls"] == len(model.asked) and row["answers"] == len(model.asked) - troubled
    assert row["bad"] >= sum(model.erred[how] for how in (*BROKEN, *ENDED)) > 0
    assert Decimal(str(row["cost"])) == balance.spent


def explained(program: Program, cells: list[tuple[str, dict[str, Any]]]) -> None:
    """Any cell goes back to words of the orchestrator's."""
    for table, row in cells:
        name, column = COLUMNS[table]
        why = program.within("why", "film", table, row[name], column, "--json").done().json()
        assert {cause["actor"] for cause in why["causes"] if not cause["causes"]} == {"orchestrator"}


COLUMNS = {"shots": ("shot", "lens_mm"), "scenes": ("scene", "text"), "characters": ("character", "speeches")}
"""Table → its key, and a column whose reasons are looked into."""


def forked(program: Program) -> None:
    """A fork of the whole film is the same film."""
    head = program.head("film")
    program.within("fork", f"film@{head}", "again").done()
    replayed = [program.within("replay", name, "--json").done().json() for name in ("film", "again")]
    assert replayed[0]["history"] == replayed[1]["history"]
