"""`cineledger crew`: who is there, what each has done, and who joins late."""

from tests.support.program import Program


def test_crew_shows_what_each_has_done(film: Program) -> None:
    """Everybody on the roster, with when they joined and what they handed in."""
    shown = film("crew", "pilot").done()
    assert shown.lines[0].split() == [
        *(
            "role",
            "mind",
            "joined",
            "handed",
            "in",
            "proposals",
            "supports",
            "objections",
            "decisions",
            "led",
        ),
    ]
    maya = next(line for line in shown.lines if line.startswith("cast:MAYA"))
    assert "1 feeling, 1 relationship" in maya and "pilot@" in maya
    rows = {row["role"]: row for row in film.within("crew", "pilot", "--json").done().json()}
    assert rows["cast:MAYA"]["work"] == {"EmotionalStateChanged": 1, "RelationshipMoved": 1, "SceneLived": 1}
    assert rows["director"]["decisions_led"] >= 1 and rows["director"]["work"]["SceneBrokenDown"] == 2
    assert rows["cinematographer"]["work"]["ShotPlanned"] == len(film.rows("from shots"))


def test_nobody_joins_twice_or_unknown(film: Program) -> None:
    """Roles that are there, that there are not, and cast members are refused with what to do."""
    film.within("crew", "pilot", "add", "composer").refused(because="composer is on the roster", hint="crew")
    film.within("crew", "pilot", "add", "edtor").refused(because="there is no role edtor", hint="editor")
    film.within("crew", "pilot", "add", "cast:MAYA").refused(because="join with their characters")
    film.within("crew", "pilo").refused(because="there is no production", hint="pilot")
    film.within("crew", "pilot", "remove", "editor").misused(because="add ROLE")


def test_what_a_role_goes_by(film: Program) -> None:
    """Its criteria on each subject with what they ask; a cast member's by her character's name; nobody else's."""
    everybody = film("crew", "pilot", "criteria", "--json").done().json()
    assert {row["role"] for row in everybody} >= {"director", "composer", "cast"}
    writer = film.within("crew", "pilot", "criteria", "writer").done()
    assert "subtext" in writer.out and "does it leave room for what is not said?" in writer.out
    maya = film.within("crew", "pilot", "criteria", "Maya", "--json").done().json()
    assert {row["role"] for row in maya} == {"cast"} and "truth" in {row["criterion"] for row in maya}
    film.within("crew", "pilot", "criteria", "chef").refused("chef is not on the roster", hint="crew")
    film.within("crew", "pilot", "criteria", "writer", "director").misused("criteria [ROLE]")
