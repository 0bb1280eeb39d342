"""Events in, rows out: what there is to know, who tells it, who comes to know it from whom, and how it travels."""

import pytest

from cineledger.domain.canon.events import CharacterCast
from cineledger.domain.canon.life import CarriedFact, Life
from cineledger.domain.cast.knowledge import FactFound, FactsRead, How, Learned, SceneLearned, Telling
from cineledger.domain.fountain.screenplay import Element
from cineledger.domain.refusal import Refused
from cineledger.domain.work.work import WorkStruck
from cineledger.projections.knowing import knowing
from cineledger.projections.people import Person
from tests.projections.worlds import World, scene

BOAT = FactFound(
    reason="TOM says so",
    fact="tom-sold-boat",
    text="TOM sold the boat",
    about=("TOM",),
    words=("sold", "boat"),
    secret=True,
    tellings=(
        Telling(scene="1", line=0, quote="I never sold it.", teller="TOM", so=False),
        Telling(scene="2", line=0, quote="I sold the boat.", teller="TOM"),
    ),
)
CUES = tuple(
    Element(kind="cue", text=name, line=place, last_line=place, character=name)
    for place, name in enumerate(("MAYA", "TOM", "LENA", "IDA"), start=1)
)
KEY = FactFound(
    reason="TOM says so",
    fact="key-in-boat",
    text="the key is in the boat",
    words=("key", "boat"),
    untrue=True,
    tellings=(Telling(scene="1", line=0, quote="It is in the boat.", teller="TOM"),),
)


def learned(
    who: str,
    where: str,
    fact: str,
    how: How = "told",
    source: str = "",
    *,
    sure: bool = True,
    so: bool = True,
) -> SceneLearned:
    """Somebody comes to know one thing in a scene."""
    one = Learned(fact=fact, how=how, source=source, sure=sure, so=so, line=0, quote="I sold the boat.")
    return SceneLearned(reason="so it is", character=who, scene=where, learned=(one,))


@pytest.fixture
def told(world: World) -> World:
    """TOM tells LENA, she tells MAYA, and MAYA tells IDA; MAYA was lied to before."""
    world.open("pilot", *(scene(str(n)).model_copy(update={"elements": CUES}) for n in range(1, 5)))
    world.say(
        "writer",
        BOAT,
        KEY,
        FactsRead(reason="draft 1", draft=1, after=4, facts=2, found=(BOAT.fact, KEY.fact)),
    )
    world.say("cast:MAYA", learned("MAYA", "1", KEY.fact, source="TOM", sure=False))
    world.say("cast:TOM", learned("TOM", "2", BOAT.fact, "did"))
    world.say("cast:LENA", learned("LENA", "2", BOAT.fact, source="TOM"))
    world.say("cast:MAYA", learned("MAYA", "3", BOAT.fact, source="LENA", sure=False))
    world.say("cast:IDA", learned("IDA", "4", BOAT.fact, source="MAYA", sure=False))
    return world


WALK = """
WITH RECURSIVE way AS (
    SELECT fact, character, place, [character] AS path
    FROM knowledge WHERE production = 'pilot' AND source = '' AND place <= 4
    UNION ALL
    SELECT k.fact, k.character, k.place, list_append(way.path, k.character)
    FROM way JOIN knowledge k ON k.fact = way.fact AND k.source = way.character AND k.place >= way.place
    WHERE k.production = 'pilot' AND k.place <= 4 AND NOT list_contains(way.path, k.character)
)
SELECT array_to_string(path, ' > ') AS way FROM way ORDER BY way
"""


def test_a_fact_s_first_telling_is_where_it_is_so(told: World) -> None:
    """Not where it is denied; each telling is a row of its own."""
    facts = told.rows("SELECT fact, secret, untrue, scene, tellings FROM facts ORDER BY fact")
    assert [tuple(row.values()) for row in facts] == [
        ("key-in-boat", False, True, "1", 1),
        ("tom-sold-boat", True, False, "2", 2),
    ]
    tellings = told.rows("SELECT fact, scene, place, teller, shown, so FROM tellings ORDER BY fact, scene")
    assert [tuple(row.values()) for row in tellings] == [
        ("key-in-boat", "1", 1, "TOM", False, True),
        ("tom-sold-boat", "1", 1, "TOM", False, False),
        ("tom-sold-boat", "2", 2, "TOM", False, True),
    ]
    told.say("writer", WorkStruck(work="FactFound", key="key-in-boat", reason="gone"))
    assert [row["fact"] for row in told.rows("SELECT DISTINCT fact FROM tellings")] == ["tom-sold-boat"]
    (read,) = told.rows("SELECT draft, facts, found, gone FROM fact_readings")
    assert tuple(read.values()) == (1, 2, ["tom-sold-boat", "key-in-boat"], [])


def test_a_fact_s_way_is_walked(told: World) -> None:
    """From who did it to who heard it last; the past is as it was, and a fork has it too."""
    ways = [row["way"] for row in told.rows(WALK)]
    assert ways == ["TOM", "TOM > LENA", "TOM > LENA > MAYA", "TOM > LENA > MAYA > IDA"]
    head = told.rows("SELECT max(event) AS n FROM knowledge_history")[0]["n"]
    told.fork(f"pilot@{head - 1}", "b")
    assert len(told.rows("FROM knowledge WHERE production = 'b'")) == 4
    assert len(told.rows(f"FROM knowledge_at('pilot', {head - 3})")) == 2


def test_what_she_brings_from_canon_is_there_before_the_first_scene(told: World) -> None:
    """It has no scene and no line, and its text is the one it was copied with."""
    known = CarriedFact(
        fact="ida-is-ill", text="IDA is ill", how="told", told_by="IDA", sure=True, source="maya@3"
    )
    told.say("orchestrator", CharacterCast(character="MAYA", canon="maya", at=3, life=Life(known=(known,))))
    query = (
        "SELECT scene, place, fact, text, source, line FROM knowledge WHERE character = 'MAYA' ORDER BY place"
    )
    assert tuple(told.rows(query)[0].values()) == ("", 0, "ida-is-ill", "IDA is ill", "IDA", None)
    told.say("orchestrator", CharacterCast(character="MAYA", canon="maya", at=4, life=Life()))
    assert told.rows(query)[0]["scene"] == "1"


def test_what_she_knows_by_a_scene_and_what_others_know(told: World) -> None:
    """Up to the end of that scene; what is untrue she is mistaken in, and what a lie hid she does not know."""

    def at(
        number: str | None, who: str = "MAYA"
    ) -> tuple[list[str], list[tuple[str, bool]], list[tuple[str, list[str]]]]:
        found = knowing(reader, Person(who, "pilot"), number)
        return (
            [row["fact"] for row in found["knows"]],
            [(row["fact"], row["mistaken"]) for row in found["believes"]],
            [(row["fact"], row["known_to"]) for row in found["does_not_know"]],
        )

    with told.reader() as reader:
        assert at("1") == ([], [("key-in-boat", True)], [])
        assert at("2") == ([], [("key-in-boat", True)], [("tom-sold-boat", ["LENA", "TOM"])])
        assert at("3") == ([], [("key-in-boat", True), ("tom-sold-boat", False)], [])
        assert at(None, "IDA") == ([], [("tom-sold-boat", False)], [])
        assert at("2", "TOM") == (["tom-sold-boat"], [], [])
        with pytest.raises(Refused, match="no scene 9"):
            knowing(reader, Person("MAYA", "pilot"), "9")


def test_whoever_was_lied_to_takes_it_not_to_be_so(told: World) -> None:
    """She is mistaken, and what is so she does not know."""
    told.say("cast:IDA", learned("IDA", "1", BOAT.fact, source="TOM", sure=False, so=False))
    with told.reader() as reader:
        found = knowing(reader, Person("IDA", "pilot"), "2")
    assert [(row["fact"], row["mistaken"]) for row in found["believes"]] == [("tom-sold-boat", True)]
    assert [row["fact"] for row in found["does_not_know"]] == ["tom-sold-boat"]
