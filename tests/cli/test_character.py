"""`cineledger character`."""

from tests.support.program import Program


def test_who_she_is(film: Program) -> None:
    """A name in any case; what is known is said with the event that said it, what is not with the next step."""
    lines = film("character", "maya").done().lines
    assert lines[0] == "MAYA in pilot"
    assert {"Who she is", "Where she stands", "How she got there"} <= set(lines)
    found = film.within("character", "Maya", "--json").done().json()
    assert found["character"] == "MAYA" and found["feels"]["address"].startswith("pilot@")


def test_refused(film: Program) -> None:
    """Nobody of that name, nothing of that name to ask, an option that the action has no use for."""
    film.within("character", "MAYE").refused("there is no character MAYE", "Did you mean MAYA?")
    film.within("character", "MAYA", "juggle").misused("juggle is nothing to ask of a character")
    film.within("character", "MAYA", "--limit", "3").misused("--limit is not for who somebody is")
    film.within("character", "MAYA", "--production", "pilto").refused("no production pilto", "pilot?")


def test_several_productions_have_one_of_the_name(planned: Program) -> None:
    """Of forks the last worked on is shown and says so; between families nobody chooses for the person."""
    planned.within("fork", "pilot@60", "pilot-b").done()
    assert planned.within("character", "MAYA").done().lines[0] == "MAYA in pilot-b"
    assert planned.within("character", "MAYA", "--production", "pilot").done().lines[0] == "MAYA in pilot"
    planned.within("open", "other", "--script", "-", stdin=b"INT. HALL - DAY\n\nMAYA\nHello.\n").done()
    planned.within("character", "MAYA").refused("MAYA is in other, pilot-b", "--production")
    at = planned.within("character", "MAYA", "--at", "pilot@60", "--json").done().json()
    assert at["production"] == "pilot"
