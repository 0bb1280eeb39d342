"""`cineledger inbox`, `approve`, `choose`, `reject`, `broadcast` and `constrain`."""

from typing import Any

import pytest

from tests.support.inbox import approve_the_rest, shown
from tests.support.program import Program


def proposals(program: Program) -> tuple[str, str]:
    """The addresses of what is recommended on how the film looks, and of a rival."""
    offered = shown(program)["proposals"]
    (recommended,) = (p["address"] for p in offered if p["recommended"])
    return recommended, next(p["address"] for p in offered if not p["recommended"])


def decided(program: Program) -> dict[str, Any]:
    """The latest decision on how the film looks."""
    return program.rows("from decisions where subject = 'visual_approach' order by number")[-1]


def test_inbox(stopped: Program, film: Program) -> None:
    """The inbox names each question, its proposals and the command that answers it; empty, it says so."""
    recommended, rival = proposals(stopped)
    question = shown(stopped)["address"]
    every = stopped.within("inbox", "--json").json()
    for answer in (stopped("inbox").done(), stopped.within("inbox", "PILOT").done()):
        assert f"\n{question} How should this film look" in f"\n{answer.out}"
        assert f"{recommended} recommended, director: " in answer.out and f"{rival} rival, " in answer.out
        asked = [line.split()[0] for line in answer.lines if line.startswith("pilot@")]
        ways = [line.strip() for line in answer.lines if line.startswith("  cineledger ")]
        assert asked == [entry["address"] for entry in every] and len(every) > 1
        assert ways == [f"cineledger approve {address}" for address in asked]
    assert film.within("inbox").done().out == "Nothing awaits you.\n"
    assert film.within("inbox", "--json").done().json() == []


def test_the_inbox_tells_both_sides(stopped: Program) -> None:
    """Where the crew is split: how the rounds left it, who is for what and against it, and what it would cost."""
    entry = shown(stopped)
    assert entry["rounds"] >= 1 and "stand apart" in entry["outcome"]
    recommended = next(p for p in entry["proposals"] if p["recommended"])
    assert recommended["for"][0]["role"] == recommended["by"] == "director"
    (against, *_) = recommended["against"]
    assert against["criterion"] in recommended["would_cost"] and not against["blocking"]
    lines = stopped("inbox", "pilot").done().lines
    assert f"  after round {entry['rounds']}: {entry['outcome']}" in lines
    assert any(
        line.startswith(f"      against {against['role']} ({against['criterion']}): ") for line in lines
    )
    assert any(line.startswith("      would cost ") for line in lines)


@pytest.mark.parametrize("which", ["question", "request", "proposal"])
def test_approve(awaiting: Program, which: str) -> None:
    """A question, the request to approve and the proposal itself all stand for what is recommended."""
    recommended, _ = proposals(awaiting)
    question = shown(awaiting)["address"]
    (request,) = awaiting.rows(
        "select address from events where type = 'ApprovalRequested' "
        f"and fact ->> 'question' = '{question.removeprefix('pilot@')}'"
    )
    typed = {"question": question, "request": request["address"], "proposal": recommended.upper()}[which]
    approve = awaiting if which == "question" else awaiting.within
    answer = approve("approve", typed, "--note", "Yes.").done()
    decision = decided(awaiting)["address"]
    assert answer.lines == [f"{decision} {typed} is approved.", "Next: cineledger run pilot"]
    assert f"pilot@{decided(awaiting)['proposal']}" == recommended
    assert decided(awaiting)["authority"] == "orchestrator"
    left = awaiting.within("inbox", "pilot", "--json").json()
    assert left and question not in [entry["address"] for entry in left]


def test_choose_a_rival(awaiting: Program) -> None:
    """Choosing takes a rival proposal, keeps the dissent of those it passed over, and the run goes on."""
    recommended, rival = proposals(awaiting)
    approve_the_rest(awaiting)
    found = awaiting("choose", rival, "--json").done().json()
    assert found["choose"] == rival and found["fact"]["authority"] == "orchestrator"
    assert f"pilot@{decided(awaiting)['proposal']}" == rival
    assert awaiting.rows("select count(*) as n from dissents")[0]["n"] > 0
    assert " refinement: " in awaiting.within("run", "pilot", "--approve", "none").done().out
    awaiting.within("choose", recommended).done()
    assert f"pilot@{decided(awaiting)['proposal']}" == recommended


def test_reject(awaiting: Program) -> None:
    """A rejection needs a note, keeps it, and what was turned down is not put up again."""
    recommended, rival = proposals(awaiting)
    awaiting.within("reject", recommended).misused("--note")
    found = awaiting("reject", recommended, "--note", "Too bright.", "--json").done().json()
    assert found["fact"]["note"] == "Too bright."
    awaiting.within("run", "pilot", "--approve", "none")
    offered = shown(awaiting)["proposals"]
    assert rival in [p["address"] for p in offered if p["recommended"]]
    assert recommended not in [p["address"] for p in offered]


def test_addresses_that_stand_for_nothing(awaiting: Program) -> None:
    """An address that asks for nothing is refused with what to name instead; nothing is recorded."""
    before = awaiting.head()
    question = shown(awaiting)["address"]
    awaiting.within("approve", "pilot@0").refused("asks for no approval", "cineledger inbox")
    awaiting.within("approve", "pilot@99999").refused("asks for no approval", "cineledger inbox")
    awaiting.within("reject", "pilot", "--note", "no").refused("not an event's address", "pilot@142")
    awaiting.within("choose", question).refused("is not a proposal", ", ".join(proposals(awaiting)))
    awaiting.within("approve", "piolt@3").refused("no production piolt", "Did you mean pilot?")
    awaiting.within("approve", question, "--note", b"\xff").misused("not text in UTF-8")
    assert awaiting.head() == before


def test_a_constraint_that_nobody_holds_to_is_taken_and_said(opened: Program) -> None:
    """It stands on the record; standard error says that no rule reads it, and money is pointed to allot."""
    answer = opened.within("constrain", "pilot", "no animals on set").done()
    assert answer.lines[0] == f"pilot@{opened.head()} constraint: no animals on set"
    assert answer.err.startswith("No rule of the house reads this: it is on the record")
    assert "cineledger allot pilot" in opened.within("constrain", "pilot", "budget at most 9000").done().err
    assert not opened.within("constrain", "pilot", "no score at all in the film").done().err
    found = opened.within("constrain", "pilot", "no zooms", "--json").done()
    assert found.json()["held_by"] == ["shots"] and not found.err


def test_constrain(planned: Program) -> None:
    """A limit set after the plan changes every shot that breaks it on the next run."""
    moving = "select shot from shots where movement <> 'STATIC' order by shot"
    assert planned.rows(moving)
    answer = planned("constrain", "Pilot", "Static camera only.").done()
    assert answer.lines == [
        f"pilot@{planned.head()} constraint: Static camera only.",
        "Next: cineledger run pilot",
    ]
    planned.within("run", "pilot").done()
    assert planned.rows(moving) == []


def test_broadcast(planned: Program) -> None:
    """What is said to the whole crew is heeded by the next run."""
    found = planned("broadcast", "pilot", "No close-ups, please.", "--json").done().json()
    assert found == {
        "address": f"pilot@{planned.head()}",
        "broadcast": "No close-ups, please.",
        "concerns": [],
    }
    assert " 0 new events" not in planned.within("run", "pilot").done().out
    assert planned.rows("select text from broadcasts where kind = 'broadcast'") == [
        {"text": "No close-ups, please."}
    ]
    told = planned.within("broadcast", "pilot", "Warmer walls in the kitchen.").done().lines
    assert told[1].startswith("Concerns set_designer; leaders hear it")
    planned.within("broadcast", "pilot", " ").refused("the broadcast is empty")
    planned.within("broadcast", "nobody", "Hello.").refused("there is no production nobody")


def test_approve_what_was_seen(awaiting: Program) -> None:
    """With the content the inbox showed, 12 digits of it, an approval holds for that; for another it is refused."""
    recommended, rival = proposals(awaiting)
    contents = {p["address"]: p["content"] for p in shown(awaiting)["proposals"]}
    assert len(set(contents.values())) == len(contents) and all(len(c) == 64 for c in contents.values())
    other = contents[rival][:12]
    for way in ("approve", "choose"):
        awaiting.within(way, recommended, "--content", other).refused(
            "is not what you saw any more", "cineledger inbox NAME --json"
        )
        awaiting.within(way, recommended, "--content", "kettle").misused("64 hexadecimal digits")
    awaiting("approve", recommended, "--content", contents[recommended][:12].upper()).done()
    assert decided(awaiting)["content"] == contents[recommended]
    assert decided(awaiting)["voided"] is None


def test_inbox_says_what_each_choice_would_change(stopped: Program) -> None:
    """Under each proposal stands what it touches; of one question where its address is typed, or a proposal's."""
    asked = shown(stopped)
    for proposal in asked["proposals"]:
        assert proposal["changes"]["new"] == 0 and "shot" in proposal["changes"]["waits"]
    line = "      would touch: nothing that stands; shots and sets designed will rest on it"
    answer = stopped("inbox", asked["address"]).done()
    assert answer.lines.count(line) == len(asked["proposals"])
    assert {line.split()[0] for line in answer.lines if line.startswith("pilot@")} == {asked["address"]}
    for address in (asked["address"], asked["proposals"][0]["address"].upper()):
        (only,) = stopped.within("inbox", address, "--json").done().json()
        assert only == asked
    stopped.within("inbox", "pilot@2").refused("pilot@2 does not await you", "cineledger inbox pilot")
    stopped.within("inbox", "nobody@2").refused("there is no production nobody")
    stopped.within("inbox", "pilot", "--what-if").misused("--what-if needs the address")


def test_inbox_tries_each_choice(stopped: Program) -> None:
    """Each choice is tried in a copy and compared with what is recommended; nothing is recorded, and it is bounded."""
    head, digest = stopped.head(), stopped.digest()
    recommended, rival = proposals(stopped)
    answer = stopped("inbox", shown(stopped)["address"], "--what-if").done()
    ahead = [line for line in answer.lines if ": looked " in line]
    assert ahead[0].startswith(f"{recommended}: looked ") and ahead[0].endswith(
        " events ahead, to refinement"
    )
    assert len(ahead) == len(shown(stopped)["proposals"])
    assert f"  against {recommended}:" in answer.out and "made otherwise" in answer.out
    (only,) = stopped.within("inbox", rival, "--what-if", "--ahead", "5", "--json").done().json()
    tried = {p["address"]: p["ahead"] for p in only["proposals"] if "ahead" in p}
    assert set(tried) == {recommended, rival} and all(looked["cut"] for looked in tried.values())
    assert tried[rival]["against"] == recommended and "difference" not in tried[recommended]
    assert {"shots", "days", "cost", "events", "phase"} <= tried[rival].keys()
    assert (stopped.head(), stopped.digest()) == (head, digest)
    stopped.within("inbox", rival, "--what-if", "--ahead", "0").misused("--ahead")
