"""A character under two names, from opening to SQL, through the real program."""

from pathlib import Path
from typing import Any

import pytest

from tests.agents.test_names import FILM
from tests.support.program import Program


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Program:
    """A production that waits to hear whether its names are one character's; never changed."""
    folder = tmp_path_factory.mktemp("names")
    path = folder / "park.fountain"
    path.write_text(FILM)
    program = Program(folder / "studio")
    program("open", "pilot", "--script", path, "--vision", "Intimate: faces before places.").done()
    program("run", "pilot", "--approve", "none").done()
    return program


def waiting(program: Program) -> dict[str, dict[str, Any]]:
    """What waits about names, by the name that would go."""
    found = program.within("inbox", "pilot", "--json").done().json()
    return {w["text"].split()[1]: w for w in found if w["subject"] == "character_name"}


def offered(program: Program, gone: str, *, recommended: bool) -> str:
    """The address of a proposal on one of the names."""
    proposals = waiting(program)[gone]["proposals"]
    return str(next(p["address"] for p in proposals if p["recommended"] == recommended))


def test_names_from_inbox_to_sql(asked: Program, tmp_path: Path) -> None:
    """The inbox shows both sides and the lines; once decided, tables, why, show and log tell of one character."""
    program = asked.copied(tmp_path / "studio")
    shown = program("inbox", "pilot").done().out
    assert "Is MARGARGET one character with MARGARET? MARGARGET stands on 1 cue (scene 2 line 5);" in shown
    assert "recommended, writer: MARGARGET and MARGARET are one character, MARGARET" in shown
    assert "rival, cast:MARGARGET: MARGARGET and MARGARET are two characters" in shown
    program("approve", waiting(program)["MARGARGET"]["address"]).done()
    program("choose", offered(program, "CYBER", recommended=False)).done()
    program("run", "pilot", "--approve", "standing").done()
    assert program("inbox", "pilot").done().out == "Nothing awaits you.\n"

    people = {row["character"]: row for row in program.rows("from characters")}
    assert people["MARGARGET"]["joined_into"] == "MARGARET" and people["MARGARET"]["speeches"] == 4
    assert people["CYBER BOB"]["joined_into"] is None and people["BOB"]["joined_into"] is None
    (name,) = program.rows("""select name, "into", person, address from aliases""")
    assert (name["name"], name["into"], name["person"]) == ("MARGARGET", "MARGARET", "MARGARET")

    why = program("why", "pilot", "characters", "margarget", "joined_into").done().out
    assert why.splitlines()[0] == "pilot characters MARGARGET joined_into = MARGARET"
    assert f"set by {name['address']} writer joined MARGARGET into MARGARET" in why
    assert "MARGARGET and MARGARET are two characters" in why and "orchestrator" in why
    assert (
        f"set by {name['address']} "
        in program("why", "pilot", "characters", "MARGARET", "speeches").done().out
    )
    told = program("show", name["address"]).done().out
    assert "MARGARGET" in told and "MARGARET" in told
    assert (
        "joined MARGARGET into MARGARET, who speaks for both, in scene 2"
        in program("log", "pilot").done().out
    )
    exported = program("export", "pilot", "characters", "--format", "csv").done().out
    assert "joined_into" in exported.splitlines()[0]
    assert program("export", "pilot", "script", "--format", "fountain").done().out == FILM


def test_a_join_is_overruled(asked: Program, tmp_path: Path) -> None:
    """Choosing the other side after the run parts the names on the next; --at shows the past as it was."""
    program = asked.copied(tmp_path / "studio")
    apart = offered(program, "CYBER", recommended=False)
    program("run", "pilot", "--approve", "standing").done()
    joined = f"pilot@{program.head()}"
    assert len(program.rows("from aliases")) == 2
    program("choose", apart).done()
    program("run", "pilot").done()
    assert [row["name"] for row in program.rows("from aliases")] == ["MARGARGET"]
    assert len(program.rows("from aliases", "--at", joined)) == 2
    assert "parted CYBER BOB from BOB: two characters again" in program("log", "pilot").done().out
    assert decided_names(program)["CYBER BOB and BOB are two characters"] == "orchestrator"


def decided_names(program: Program) -> dict[str, str]:
    """What was decided about names, and under which authority."""
    rows = program.rows("select description, authority from decisions where subject = 'character_name'")
    return {row["description"]: row["authority"] for row in rows}


def test_a_fork_decides_otherwise(asked: Program, tmp_path: Path) -> None:
    """A fork at the decision, with the other side, keeps two characters; diff shows it."""
    program = asked.copied(tmp_path / "studio")
    rival = offered(program, "CYBER", recommended=False)
    program("run", "pilot", "--approve", "standing").done()
    (decision,) = program.rows(
        "select address from decisions where description like 'CYBER BOB and BOB are%'"
    )
    program("fork", decision["address"], "apart", "--instead", rival).done()
    program("run", "apart").done()
    both = program.rows("select production, count(*) as n from aliases group by all order by all")
    assert both == [{"production": "apart", "n": 1}, {"production": "pilot", "n": 2}]
    found = program("diff", "pilot", "apart", "--json").done().json()
    (changed,) = (row for row in found["characters"]["changed"] if row["key"] == "CYBER BOB")
    assert changed["columns"]["joined_into"] == ["BOB", None]


def test_at_a_terminal(tmp_path: Path) -> None:
    """At a terminal each pair is put to the person, who approves it or chooses the other side."""
    path = tmp_path / "park.fountain"
    path.write_text(FILM)
    program = Program(tmp_path / "studio")
    program("open", "pilot", "--script", path, "--vision", "Intimate: faces before places.").done()
    prompt = "l = later"
    asked, code = program.at_terminal("run", "pilot", "--approve", "ask", "--quiet", then=(prompt, "a\n"))
    assert code == 0 and asked.count(" one character with ") == 2
    assert len(program.rows("from aliases")) == 2
    assert set(decided_names(program).values()) == {"orchestrator"}
