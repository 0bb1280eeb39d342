"""`cineledger takes`."""

from tests.support.program import Program


def test_takes_are_asked_for_listed_and_circled(planned: Program) -> None:
    """A take is played on the next run; the circled one is marked."""
    asked = planned.within("takes", "pilot", "1", "maya", "ask", "--note", "Beg him.").done()
    assert asked.lines[-1] == "Next: cineledger run pilot"
    planned.within("run", "pilot", "--quiet").done()
    lines = planned("takes", "pilot", "1", "Maya").done().lines
    assert lines[:2] == ["MAYA", "         take 1 (circled)"] and "plays    “Beg him.”" in lines
    (take,) = planned.within("takes", "pilot", "1", "--json").done().json()
    assert take["circled"] and f"tactic   to {take['tactic']}" in lines
    circled = planned.within("takes", "pilot", "1", "MAYA", "circle", "1").done()
    assert circled.lines[0].endswith("orchestrator circled take 1 of MAYA's in scene 1")


def test_refused(film: Program) -> None:
    """A scene or a part that is not there, and words that mean nothing."""
    assert film.within("takes", "pilot", "1").done().lines == ["No take of it stands."]
    film.within("takes", "pilot", "99").refused("pilot has no scene 99")
    film.within("takes", "pilot", "2", "MAYA", "ask").refused("MAYA has no line in scene 2")
    film.within("takes", "pilot", "1", "MAYA", "juggle").misused("or: ask, or: circle N")
    film.within("takes", "pilot", "1", "--note", "Colder.").misused("--note is for")
