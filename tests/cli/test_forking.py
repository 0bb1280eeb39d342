"""`cineledger fork` and `diff`."""

from pathlib import Path
from typing import Any

import pytest

from cineledger.projections.diff.document import SECTIONS
from tests.support.program import Program


def names(program: Program) -> list[str]:
    """Every production."""
    return [row["production"] for row in program.within("productions", "--json").json()]


def contested(program: Program) -> tuple[str, str, str]:
    """A decision, the proposal it approved, and one it passed over."""
    row = program.rows(
        """SELECT d.address, 'pilot@' || d.proposal AS taken, 'pilot@' || min(p.number) AS rival
        FROM decisions d JOIN proposals p USING (production, question)
        WHERE d.subject = 'beat_coverage' AND p.number <> d.proposal GROUP BY ALL ORDER BY min(d.number) LIMIT 1"""
    )[0]
    return row["address"], row["taken"], row["rival"]


def test_fork(planned: Program, film: Program) -> None:
    """A fork shares the past up to the address, inside a batch too, and runs on by itself."""
    answer = planned("fork", "PILOT@45", "Pilot-B").done()
    assert answer.lines == ["pilot-b shares pilot@1 to pilot@45.", "Next: cineledger run pilot-b"]
    assert planned.head("pilot-b") == 45
    assert planned.digest("pilot-b") == film.digest(upto=45)
    assert " refinement: " in planned.within("run", "pilot-b").done().out
    assert planned.digest() == film.digest()


def test_fork_instead(planned: Program) -> None:
    """`--instead` shares all before the decision and approves the rival in the orchestrator's name."""
    decision, _, rival = contested(planned)
    number = int(decision.partition("@")[2])
    found = planned("fork", decision, "b", "--instead", rival, "--json").done().json()
    assert found == {
        "production": "b",
        "parent": "pilot",
        "shares": number - 1,
        "decision": f"b@{number}",
        "voided": [],
    }
    event = planned.within("show", f"b@{number}", "--json").json()
    assert event["actor"] == "orchestrator" and f"pilot@{event['fact']['proposal']}" == rival
    assert " refinement: " in planned.within("run", "b").done().out
    assert planned.within("verify").code == 0
    again = planned.within("fork", decision, "c", "--instead", rival).done()
    assert again.lines[1] == f"c@{number} approves {rival} instead of what {decision} approved."


def test_a_fork_of_a_fork_keeps_its_rivals(planned: Program) -> None:
    """In a fork, an event that it shares may be named by the fork's name too."""
    decision, _, rival = contested(planned)
    planned.within("fork", decision, "b")
    renamed = decision.replace("pilot", "b"), rival.replace("pilot", "b")
    planned.within("fork", renamed[0], "c", "--instead", renamed[1]).done()


def test_refused_forks_leave_nothing(planned: Program) -> None:
    """A fork that can't be made leaves no production behind."""
    decision, taken, rival = contested(planned)
    planned("fork", "pilot@9999", "b").refused("no event pilot@9999", "cineledger log pilot")
    planned.within("fork", "pilot", "b").refused("not an event's address")
    planned.within("fork", "nobody@3", "b").refused("no production nobody")
    planned.within("fork", "pilot@30", "PILOT").refused("there is a production pilot")
    planned.within("fork", "pilot@30", "b@c").refused("can't be a production's name")
    planned.within("fork", "pilot@30", "b", "--instead", rival).refused("is not a decision")
    planned.within("fork", decision, "b", "--instead", taken).refused("is what", "rivals")
    planned.within("fork", decision, "b", "--instead", "pilot@2").refused(
        "is not a proposal", "cineledger why"
    )
    planned.within("fork", decision, "b", "--instead", "nobody@2").refused("no production nobody")
    planned.within("fork", decision, "b", "--instead", "9").refused("not an event's address")
    assert names(planned) == ["pilot"]


def test_fork_at_the_birth(planned: Program) -> None:
    """A fork may share a birth alone; it can be read and run like any other."""
    assert planned("fork", "pilot@0", "b").done().lines[0] == "b shares only the birth of pilot."
    planned.within("run", "b").done()
    assert planned.within("log", "b").done().lines[0].startswith("pilot@0 ")


@pytest.fixture
def parted(planned: Program) -> Program:
    """`pilot` and `b`, in which a rival shot was taken instead, both run to the end."""
    decision, _, rival = contested(planned)
    planned.within("fork", decision, "b", "--instead", rival)
    planned.within("run", "b")
    return planned


def test_diff(parted: Program) -> None:
    """A difference names what is shared, and each table's rows side by side."""
    found: dict[str, Any] = parted.within("diff", "PILOT", "b", "--json").done().json()
    assert (found["a"], found["b"]) == ("pilot", "b")
    assert found["shots"]["changed"] or found["shots"]["only_a"]
    out = parted("diff", "pilot", "b").done().out
    assert "\ndecisions\n" in out and "    because " in out and "the house mind, which is free" in out
    assert out.startswith(f"pilot and b share events 0 to {found['shared']}.\n") and "\nshots\n" in out


def test_diff_of_moments(parted: Program) -> None:
    """A side may be a production as an event left it; equal sides say so, and unknown ones are refused."""
    assert "only in pilot:" in parted.within("diff", "pilot@22", "Pilot").done().out
    assert "do not differ" in parted.within("diff", "pilot", "pilot").done().out
    parted.within("diff", "pilot", "pilto").refused("no production pilto", "pilot")
    parted.within("diff", "pilot", "pilot@9999").refused("no event pilot@9999")


def test_diff_of_some_sections(parted: Program) -> None:
    """`--only` takes sections one by one or joined by commas, and refuses what is none, naming those there are."""
    found = parted.within(
        "diff", "pilot", "b", "--only", "Script, cost", "--only", "decisions", "--json"
    ).json()
    assert {"script", "scenes", "cost", "decisions"} <= found.keys() and "shots" not in found
    assert "\nshots\n" not in parted.within("diff", "pilot", "b", "--only", "decisions").done().out
    answer = parted("diff", "pilot", "b", "--only", "shots,lenses")
    answer.misused(f"'lenses' is not one of {', '.join(SECTIONS)}.")
    assert {"script", "shots", "characters", "decisions", "direction", "cost"} < SECTIONS.keys()


def test_diff_as_a_page(parted: Program, tmp_path: Path) -> None:
    """`--html` writes one page beside the heading or the document, or prints it; a page can't share a pipe."""
    file = tmp_path / "pages" / "pilot-b.html"
    parted.within("diff", "pilot", "b", "--html", file).refused("can't be written", "--html")
    file.parent.mkdir()
    answer = parted("diff", "pilot", "b", "--html", file).done()
    assert answer.lines[0].startswith("pilot and b share") and "\nshots\n" not in answer.out
    assert answer.err == f"{file}: pilot and b side by side\n"
    page = file.read_bytes()
    assert page.startswith(b"<!doctype html>") and b'<svg xmlns="http://www.w3.org/2000/svg"' in page
    assert parted.within("diff", "pilot", "b", "--html", "-").done().raw == page
    both = parted.within("diff", "pilot", "b", "--html", file, "--json").done()
    assert both.json()["a"] == "pilot" and file.read_bytes() == page
    parted.within("diff", "pilot", "b", "--html", "-", "--json").misused("can't both be printed")


def test_diff_is_coloured_on_a_terminal_alone(parted: Program) -> None:
    """Headings and lines are set off where a person looks, and plain in a pipe."""
    shown, code = parted.at_terminal("diff", "pilot@22", "b")
    assert code == 0 and "\x1b[1mshots" in shown
    assert "\x1b" not in parted("diff", "pilot@22", "b").out
