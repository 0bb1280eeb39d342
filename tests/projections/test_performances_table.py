"""Events in, rows out: every take of a part, and which of them stands."""

from cineledger.domain.cast.affect import EVEN
from cineledger.domain.cast.events import CharacterIntroduced
from cineledger.domain.cast.lived import SceneLived
from cineledger.domain.cast.performing import Mood, SceneRehearsed, TakeCircled, TakeHeard, TakePlayed
from cineledger.domain.cast.takes import circled, takes_of
from cineledger.domain.work.work import WorkStruck
from tests.projections.worlds import World, scene


def take(count: int, **more: object) -> TakePlayed:
    """A take of MAYA's in scene 1."""
    plain = {
        "character": "MAYA",
        "scene": "1",
        "take": count,
        "intent": "make him stay",
        "subtext": "",
        "after": Mood(feeling="wary", valence=-0.2, arousal=0.3),
        "reason": "he came back",
    }
    return TakePlayed.model_validate({**plain, **more})


def standing(world: World) -> list[tuple[int, bool, str | None]]:
    """Take, whether it is circled, and the note on it."""
    rows = world.rows("SELECT take, circled, note FROM performances ORDER BY take")
    return [(row["take"], row["circled"], row["note"]) for row in rows]


def test_takes_stand_side_by_side_and_one_is_circled(world: World) -> None:
    """The director's circle holds until the orchestrator draws one, and again where that take is another since."""
    world.open("pilot", scene("1", "x", "You came back."))
    world.say("writer", CharacterIntroduced(character="MAYA", first_scene="1", speeches=1))
    world.say("cast:MAYA", take(1), take(2, note="colder"))
    heard = (
        TakeHeard(character="MAYA", take=1, circled=False, printed=False, note="colder"),
        TakeHeard(character="MAYA", take=2, circled=True, printed=True),
    )
    world.say("director", SceneRehearsed(scene="1", takes=heard, reason="it plays the note"))
    assert standing(world) == [(1, False, "colder"), (2, True, "")]
    world.say("orchestrator", TakeCircled(character="MAYA", scene="1", take=1))
    assert standing(world) == [(1, True, "colder"), (2, False, "")]
    assert circled(world.ledger.load("pilot").state, "MAYA", "1") == 1
    world.say("cast:MAYA", take(1, intent="make him go"))
    assert standing(world) == [(1, False, "colder"), (2, True, "")]
    assert circled(world.ledger.load("pilot").state, "MAYA", "1") == 2
    lived = SceneLived(
        reason="r", character="MAYA", scene="1", goal="", progress=None, appraisals=(), came=EVEN,
        left=EVEN.model_copy(update={"valence": -0.3}), mood="sad",
    )  # fmt: skip
    world.say("cast:MAYA", lived)
    (row,) = world.rows("SELECT mood, mood_before, mood_after FROM performances WHERE circled")
    assert row == {"mood": "sad", "mood_before": 0.0, "mood_after": -0.3}


def test_what_was_struck_before_takes_were_kept_side_by_side(world: World) -> None:
    """A key of a character and a scene strikes every take of that part and of no other; one with a count that take."""
    world.open("pilot", scene("1", "x", "You came back."), scene("2", "x", "You came back."))
    world.say("cast:MAYA", take(1), take(2), take(1, scene="2"))
    world.say("cast:MAYA", WorkStruck(work="TakePlayed", key="MAYA/1/1", reason="gone"))
    assert [take.take for take in takes_of(world.ledger.load("pilot").state, "MAYA", "1")] == [2]
    assert world.rows("SELECT scene, take FROM performances ORDER BY scene") == [
        {"scene": "1", "take": 2},
        {"scene": "2", "take": 1},
    ]
    world.say("cast:MAYA", WorkStruck(work="TakePlayed", key="MAYA/1", reason="other lines"))
    state = world.ledger.load("pilot").state
    assert not takes_of(state, "MAYA", "1") and len(takes_of(state, "MAYA", "2")) == 1
    assert world.rows("SELECT scene, take FROM performances") == [{"scene": "2", "take": 1}]
