"""Events in, rows out: what scenes are to each character, and the mood they leave her in."""

from cineledger.domain.cast.affect import EVEN, moved, named
from cineledger.domain.cast.events import EmotionalStateChanged
from cineledger.domain.cast.lived import Appraisal, SceneLived
from cineledger.domain.work.work import WorkStruck
from cineledger.projections.why import why_cell
from tests.projections.worlds import World, scene

APPRAISALS = (
    Appraisal(
        emotion="hope", intensity=0.3, line=0, quote="You came back.", toward="TOM", because="he is here"
    ),
    Appraisal(emotion="anger", intensity=0.6, line=0, quote="You came back.", because="he left"),
)
LEFT = moved(EVEN, ((one.emotion, one.intensity) for one in APPRAISALS))
LIVED = SceneLived(
    reason="he is back",
    character="MAYA",
    scene="2",
    goal="make him say it",
    progress=-0.5,
    appraisals=APPRAISALS,
    came=EVEN,
    left=LEFT,
    mood=named(LEFT),
)
FELT = EmotionalStateChanged(
    character="MAYA", scene="2", feeling="sad", valence=-0.4, arousal=None, line=0, quote="x", reason="y"
)


def test_each_event_of_a_scene_is_a_row(world: World) -> None:
    """In the order of the lines, until the scene is lived otherwise or struck; one with none has no row."""
    world.open("pilot", scene("1"), scene("2", "x", "You came back."))
    world.say("cast:MAYA", LIVED)
    told = "SELECT appraisal, emotion, intensity, toward, place, address FROM appraisals ORDER BY appraisal"
    assert [tuple(row.values()) for row in world.rows(told)] == [
        (1, "hope", 0.3, "TOM", 2, "pilot@3"),
        (2, "anger", 0.6, "", 2, "pilot@3"),
    ]
    world.say("cast:MAYA", LIVED.model_copy(update={"appraisals": APPRAISALS[1:]}))
    assert [(row["appraisal"], row["emotion"]) for row in world.rows(told)] == [(1, "anger")]
    world.say("cast:MAYA", LIVED.model_copy(update={"appraisals": ()}))
    assert not world.rows(told)
    world.say("cast:MAYA", LIVED)
    world.say("cast:MAYA", WorkStruck(work="SceneLived", key="MAYA/2", reason="gone"))
    assert not world.rows(told) and not world.rows("FROM moods")


def test_the_timeline_has_feeling_goal_and_mood_each_by_its_event(world: World) -> None:
    """The one is set by what lines show, the others by what the scene is to her; each cell is answered by its own."""
    world.open("pilot", scene("1"), scene("2", "x", "You came back."))
    world.say("cast:MAYA", FELT)
    world.say("cast:MAYA", LIVED)
    told = "SELECT feeling, goal, mood, mood_valence, lived, address, arousal FROM character_timeline"
    ((row),) = [tuple(row.values()) for row in world.rows(told)]
    assert row == ("sad", "make him say it", LIVED.mood, LEFT.valence, "pilot@4", "pilot@3", None)
    with world.reader() as reader:
        for column, address in (("mood", "pilot@4"), ("goal", "pilot@4"), ("feeling", "pilot@3")):
            assert why_cell(reader, "pilot", "character_timeline", "MAYA/2", column).event.address == address
    world.say("cast:MAYA", FELT.model_copy(update={"valence": None, "feeling": "unknown"}))
    assert [(r["feeling"], r["mood"]) for r in world.rows(told)] == [("unknown", LIVED.mood)]
    assert world.rows("SELECT valence FROM character_timeline") == [{"valence": None}]
    world.say("cast:MAYA", LIVED.model_copy(update={"read": False, "mood": "unknown"}))
    assert [(r["mood"], r["mood_valence"]) for r in world.rows(told)] == [("unknown", None)]
    world.say("cast:MAYA", WorkStruck(work="SceneLived", key="MAYA/2", reason="gone"))
    assert [(r["feeling"], r["mood"], r["goal"], r["lived"]) for r in world.rows(told)] == [
        ("unknown", None, None, None)
    ]
