"""`cineledger why`."""

from typing import Any

import pytest

from tests.support.program import Program


@pytest.fixture(scope="session")
def contested(film: Program) -> dict[str, Any]:
    """A shot whose question was ruled on, with its decision and a rival."""
    return film.rows(
        """SELECT d.address AS decision, s.shot, s.lens_mm, s.address AS planned, 'pilot@' || d.proposal AS taken,
        'pilot@' || min(p.number) AS rival, min(p.description) AS rival_text
        FROM decisions d JOIN shots s ON s.production = d.production AND s.question = d.question
        JOIN proposals p ON p.production = d.production AND p.question = d.question AND p.number <> d.proposal
        WHERE d.subject = 'beat_coverage' GROUP BY ALL ORDER BY min(d.number) LIMIT 1"""
    )[0]


def test_why_a_cell(film: Program, contested: dict[str, Any]) -> None:
    """A cell's answer: its value, who set it, the debate with the passed-over rival, and what began it all."""
    out = film("why", "pilot", "shots", contested["shot"], "lens_mm").done().out
    first, second, *_ = out.splitlines()
    assert first == f"pilot shots {contested['shot']} lens_mm = {contested['lens_mm']}"
    assert second.startswith(f"  set by {contested['planned']} cinematographer planned shot ")
    assert f"Decided: {contested['decision']} " in out and f"[taken] {contested['taken']} " in out
    assert f"[not taken] {contested['rival']} " in out and contested["rival_text"] in out
    assert "pilot@1 orchestrator stated the vision: " in out


def test_names_in_any_case(film: Program, contested: dict[str, Any]) -> None:
    """Production, table, key and column are taken in any case."""
    shot = contested["shot"]
    typed = film.within("why", "PILOT", "Shots", shot.lower(), "LENS_MM", "--json").done().json()
    assert typed == film.within("why", "pilot", "shots", shot, "lens_mm", "--json").json()


def test_why_an_event(film: Program, contested: dict[str, Any]) -> None:
    """An address is enough; the chain goes up to the orchestrator and down to what came of it."""
    lines = film.within("why", contested["decision"].upper()).done().lines
    assert lines[0].startswith(f"{contested['decision']} director approved ")
    assert any(line.startswith(f"  {contested['planned']} ") for line in lines[lines.index("Led to") :])


def test_why_as_json(film: Program, contested: dict[str, Any]) -> None:
    """`--json` is one document with the whole chain; it begins with an orchestrator's event."""
    found = film("why", "pilot", "shots", contested["shot"], "--json").done().json()
    assert found["event"]["address"] == contested["planned"] and found["cell"]["key"] == contested["shot"]
    assert {p["address"] for p in found["debate"]["proposals"]} >= {contested["taken"], contested["rival"]}
    assert any(not cause["causes"] and cause["actor"] == "orchestrator" for cause in found["causes"])


def test_why_as_mermaid(film: Program, contested: dict[str, Any]) -> None:
    """`--mermaid` is a flowchart with the event in it, and nothing else."""
    lines = film("why", contested["planned"], "--mermaid").done().lines
    assert lines[0] == "flowchart TD" and f'["{contested["planned"]}<br/>' in lines[1]
    assert all(line.startswith("  ") for line in lines[1:])


@pytest.mark.parametrize(
    ("words", "because", "hint"),
    [
        (("pilot@9999",), "no event pilot@9999", "cineledger log pilot"),
        (("nobody@3",), "no production nobody", "cineledger productions"),
        (("pilot",), "not an event's address", "pilot@142"),
        (("pilott", "shots", "1A"), "no production pilott", "Did you mean pilot?"),
        (("pilot", "shot", "1A"), "no table shot", "shots"),
        (("pilot", "shots", "1AA"), "no row 1AA", "1A"),
        (("pilot", "shots", "1A", "lens"), "no column lens", "lens_mm"),
        (("pilot", "character_timeline", "MAYAA/1", "valence"), "no row", "MAYA/1"),
    ],
)
def test_unknown_names(film: Program, words: tuple[str, ...], because: str, hint: str) -> None:
    """What is not there is refused, and the nearest is named."""
    film.within("why", *words).refused(because, hint)


def test_why_takes_an_address_or_a_cell(film: Program) -> None:
    """Two words, or five, are wrong usage."""
    film.within("why", "pilot", "shots").misused("a name, a table, a key")
    film.within("why", "pilot", "shots", "1A", "size", "more").misused("a name, a table, a key")


def test_the_beginning_of_a_key_names_the_one_row_that_begins_so(film: Program) -> None:
    """Whole parts of a key are enough where they name one row; where several begin so, some are named."""
    accounts = film.rows("select account, name from budget order by account")
    alone = next(row for row in accounts if sum(r["account"] == row["account"] for r in accounts) == 1)
    cell = film.within("why", "pilot", "budget", str(alone["account"]), "--json").done().json()["cell"]
    assert cell["key"] == f"{alone['account']}/{alone['name']}"
    said = film.within("why", "pilot", "beats", "1").refused(
        "beats of pilot has no row 1", "Several begin so: 1/1, "
    )
    assert said.err.count("1/") <= 5
