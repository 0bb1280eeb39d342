"""`cineledger crew`: who is there, what each has done, and who joins late."""

from pathlib import Path

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


def test_what_a_crew_remembers(planned: Program, kettle: Path) -> None:
    """What was overruled is remembered here, and by the next film's crew with the address; a fresh crew has none."""
    (question,) = planned.rows("select number from questions where subject = 'design_approach'")
    at = f"pilot@{question['number']}"
    assert planned.within("crew", "pilot", "persona").done().out.startswith("Nobody remembers anything")
    planned.within(
        "intervene", "pilot", "overrule", at, "stylised", "--reason", "Nothing here is plain."
    ).done()
    (own,) = planned.within("crew", "pilot", "persona", "set designer", "--json").done().json()
    assert own["on"] == "design_approach" and own["feature"].startswith("choice=") and not own["brought"]
    assert own["text"].endswith("was overruled: “Nothing here is plain.”") and own["used"] == []
    planned.within("wrap", "pilot", "--anyway").done()
    planned.within("open", "second", "--script", kettle).done()
    lessons = planned.rows("from lessons where production = 'second' and role = 'set_designer'")
    assert [(row["lesson"], row["sources"]) for row in lessons] == [(own["text"], own["learned"])]
    shown = planned.within("crew", "second", "persona", "set_designer").done().lines
    assert own["learned"][0] in shown[-1] and "against" in shown[-1]
    told = planned.within("log", "second").done().out
    assert "had the crew come from pilot, by default" in told
    copies = planned.rows(f"from copies where production = 'second' and source = '{own['learned'][0]}'")
    assert copies
    planned.within("open", "third", "--script", kettle, "--fresh-crew").done()
    assert not planned.rows("from lessons where production = 'third'")
    assert "had the crew begin afresh" in planned.within("log", "third").done().out
    planned.within("open", "x", "--script", kettle, "--fresh-crew", "--crew-of", "pilot").misused(
        "one of them"
    )
    planned.within("open", "x", "--script", kettle, "--crew-of", "nothing").refused("no production nothing")


def test_what_a_role_remembers(film: Program) -> None:
    """What it decided, put forward and was told; of an option that only recall has, nobody else takes it."""
    told = film("crew", "pilot", "recall", "director", "how the film looks at people").done()
    assert told.lines[0].startswith("What director remembers of") and "Decided" in told.out
    cast = film.within("crew", "pilot", "recall", "maya", "kettle", "--json").done().json()
    assert cast["who"] == "cast:MAYA" and cast["memories"]
    film.within("crew", "pilot", "recall", "chef", "soup").refused("chef is not on the roster", hint="crew")
    film.within("crew", "pilot", "recall", "director").misused("recall ROLE WORDS")
    film.within("crew", "pilot", "--limit", "3").misused("--at and --limit are for recall")
