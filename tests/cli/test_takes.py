"""`cineledger takes`."""

from tests.support.program import Program


def test_takes_are_asked_for_listed_and_circled(planned: Program) -> None:
    """Each is played on the next run; the circled one is marked, by whoever drew the circle last with the right to."""
    assert planned.within("takes", "pilot", "1").done().lines == ["No take of it stands."]
    for note in ((), ("--note", "Colder."), ("--note", "Beg him.")):
        asked = planned("takes", "pilot", "1", "maya", "ask", *note).done()
        assert asked.lines[-1] == "Next: cineledger run pilot"
        planned.within("run", "pilot", "--quiet").done()
    lines = planned("takes", "pilot", "1", "Maya").done().lines
    assert lines[0] == "MAYA" and lines[1].split("  ")[-1].strip() == "take 3 (circled)"
    assert any(line.startswith("tactic") and line.count("to ") == 3 for line in lines)
    planned.within("takes", "pilot", "1", "MAYA", "circle", "2").done()
    found = planned.within("takes", "pilot", "1", "--json").done().json()
    assert [row["circled"] for row in found] == [False, True, False]
    assert found[2]["plays"] == "Beg him." and found[2]["address"].startswith("pilot@")
    chain = planned.within("why", "pilot", "performances", "MAYA/1/3", "tactic").done().out
    assert "orchestrator asked MAYA for another take of scene 1: Beg him." in chain


def test_refused(film: Program) -> None:
    """A scene or a part that is not there, a take that nobody played, and words that mean nothing."""
    film.within("takes", "pilot", "99").refused("pilot has no scene 99")
    film.within("takes", "pilot", "2", "MAYA", "ask").refused("MAYA has no line in scene 2")
    film.within("takes", "pilot", "1", "MAYA", "circle", "7").refused("MAYA has no take 7 of scene 1")
    film.within("takes", "pilot", "1", "MAYA", "juggle").misused("or: ask, or: circle N")
    film.within("takes", "pilot", "1", "--note", "Colder.").misused("--note is for")
