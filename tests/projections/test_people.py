"""Whom somebody means by a name: within a family of forks, between families, and through the lives of a canon."""

import pytest

from cineledger.domain.canon.events import CharacterCast, LifeTaken
from cineledger.domain.cast.events import CharacterIntroduced, CharactersJoined
from cineledger.domain.refusal import Refused
from cineledger.domain.series.events import SeriesJoined
from cineledger.projections.people import people, person
from cineledger.projections.portrait import portrait
from tests.golden.examples import EXAMPLES
from tests.projections.worlds import World, scene

(TAKEN,) = (fact for fact in EXAMPLES if isinstance(fact, LifeTaken))
(CAST,) = (fact for fact in EXAMPLES if isinstance(fact, CharacterCast))


def met(*names: str) -> list[CharacterIntroduced]:
    """Characters brought in."""
    return [CharacterIntroduced(character=name, first_scene="1", speeches=1) for name in names]


def test_a_joined_name_means_whom_it_stands_for(world: World) -> None:
    """In any case, and with its letters composed in any way."""
    world.open("pilot", scene("1"), *met("RENÉE O'NEIL", "RENÉE"))
    world.say("writer", CharactersJoined(name="RENÉE", into="RENÉE O'NEIL", question=1, scenes=()))
    with world.reader() as reader:
        assert person(reader, "rene\u0301e").character == "RENÉE O'NEIL"
        with pytest.raises(Refused, match="there is no character RENATE"):
            person(reader, "RENATE")


def test_of_forks_the_last_worked_on_is_meant(world: World) -> None:
    """One of them that was named is; between families nobody chooses."""
    world.open("pilot", scene("1"), *met("MAYA"))
    world.fork("pilot@2", "pilot-b")
    world.fork("pilot@2", "pilot-c")
    world.say("writer", *met("TOM"), name="pilot-b")
    with world.reader() as reader:
        one = person(reader, "maya")
        assert (one.production, one.beside) == ("pilot-b", ("pilot", "pilot-c"))
        assert person(reader, "maya", ["pilot-c"]).production == "pilot-c"
    world.open("other", scene("1"), *met("MAYA"))
    with world.reader() as reader:
        assert [one.production for one in people(reader, "maya")] == ["pilot-b", "other"]
        with pytest.raises(Refused, match="MAYA is in other, pilot-b"):
            person(reader, "maya")
    with world.reader("pilot-b@3") as reader:
        assert person(reader, "MAYA").production == "pilot-b"


def test_in_a_series_one_name_is_one_person(world: World) -> None:
    """The episode that was last worked on is meant; a timeline has them all, in order."""
    for name, number in (("one", 1), ("two", 2)):
        joined = SeriesJoined(series="arc", season=1, number=number, placed=number)
        world.open(name, scene("1"), *met("MAYA"), joined)
    world.say("writer", *met("TOM"), name="one")
    with world.reader() as reader:
        assert person(reader, "maya").production == "one"
        assert [one.production for one in people(reader, "maya")] == ["one", "two"]


def test_the_lives_of_a_canon_are_one_person_s(world: World) -> None:
    """In their order, under whatever names, by the cut that is canon; the portrait has them with addresses."""
    world.open("later", scene("1"), *met("MAYA REYES"))
    world.open("pilot", scene("1"), *met("MAYA"))
    world.fork("pilot@2", "pilot-b")
    world.open("maya", TAKEN.model_copy(update={"clock": 0}))
    world.say("writer", *met("TOM"))
    with world.reader() as reader:
        with pytest.raises(Refused, match="has no character MAYA"):
            person(reader, "MAYA", ["later"])
    world.say("orchestrator", CAST.model_copy(update={"character": "MAYA REYES"}), name="later", causes=(1,))
    with world.reader() as reader:
        lives = people(reader, "maya")
        assert [(one.production, one.character) for one in lives] == [
            ("pilot-b", "MAYA"),
            ("later", "MAYA REYES"),
        ]
        assert person(reader, "maya").production == "later"
        found = portrait(reader, person(reader, "Maya Reyes"))
    assert found["canon"] == "maya" and [life["address"] for life in found["lives"]] == ["maya@1"]
