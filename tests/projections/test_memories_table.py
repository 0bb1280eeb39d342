"""Events in, memories out: whose they are, what they weigh, and when they are over."""

from pathlib import Path
from typing import Any

from cineledger.domain.canon.events import CharacterCast
from cineledger.domain.canon.life import CarriedFact, Life
from cineledger.domain.cast.affect import EVEN
from cineledger.domain.cast.knowledge import FactFound, Learned, SceneLearned, Telling
from cineledger.domain.cast.lived import Appraisal, SceneLived
from cineledger.domain.debate.events import (
    DissentRecorded,
    ObjectionRaised,
    ProposalApproved,
    ProposalMade,
    QuestionOpened,
)
from cineledger.domain.debate.options import ChoiceOption
from cineledger.domain.fountain.script import read
from cineledger.domain.production.events import BroadcastSent
from cineledger.domain.script.events import SceneOmitted, SceneWritten
from cineledger.domain.series.carried import CarriedBond
from cineledger.domain.talk.events import MessageSent
from cineledger.domain.work.work import WorkStruck
from cineledger.projections.reader import Reader
from tests.projections.worlds import World, scene

KITCHEN = (
    "INT. KITCHEN - NIGHT\n\nThe kettle boils over.\n\nTOM hides behind the door.\n\n"
    "MAYA\nYou sold the boat to a stranger.\n\nTOM\nNo.\n"
)
WHY: dict[str, Any] = {"criterion": "truth", "reason": "it hides her face"}
FACT = FactFound(
    reason="she says so",
    fact="the-boat-is-sold",
    text="TOM has sold the boat",
    about=("TOM",),
    secret=True,
    tellings=(Telling(scene="1", line=3, quote="You sold the boat", teller="MAYA"),),
)
TOLD = Learned(
    fact="the-boat-is-sold",
    how="told",
    source="MAYA",
    sure=True,
    secret=True,
    line=3,
    quote="You sold the boat",
)


def written(text: str) -> SceneWritten:
    """Scene 1 with these lines."""
    return scene("1", text).model_copy(update={"elements": read(text).scenes[0].elements})


def remembered(world: World, agent: str, at: str | None = None, name: str = "pilot") -> list[tuple[str, str]]:
    """Kind and text of what somebody remembers, in order."""
    rows = world.rows(
        "SELECT kind, text FROM memories_at(?) WHERE agent = ? ORDER BY number, part", name, agent, at=at
    )
    return [(row["kind"], row["text"]) for row in rows]


def test_a_scene_is_remembered_by_all_who_have_a_cue_in_it(world: World) -> None:
    """Own lines as said, others' as heard, what happened as seen; a word or two is no memory."""
    world.open("pilot", written(KITCHEN))
    assert remembered(world, "cast:TOM") == [
        ("scene", "Scene 1, INT. KITCHEN - NIGHT, with MAYA. The kettle boils over."),
        ("seen", "TOM hides behind the door."),
        ("heard", "MAYA said: “You sold the boat to a stranger.”"),
    ]
    assert ("said", "I said: “You sold the boat to a stranger.”") in remembered(world, "cast:MAYA")


def test_lines_that_were_cut_are_remembered_no_more(world: World) -> None:
    """Another draft of the scene takes its place, an omitted one leaves none; the past is as it was."""
    world.open("pilot", written(KITCHEN))
    world.fork("pilot@1", "b")
    world.say("writer", written(KITCHEN.replace("stranger", "collector of boats")))
    heard = [text for kind, text in remembered(world, "cast:TOM") if kind == "heard"]
    assert heard == ["MAYA said: “You sold the boat to a collector of boats.”"]
    assert "stranger" in str(remembered(world, "cast:TOM", "pilot@1"))
    assert "stranger" in str(remembered(world, "cast:TOM", name="b"))
    world.say("writer", SceneOmitted(scene="1", number="1", draft=2, into=None))
    assert remembered(world, "cast:TOM") == []


def test_what_is_learned_is_told_in_the_words_of_the_fact(world: World) -> None:
    """With who told it and in which scene; a secret weighs most; what is struck is forgotten."""
    world.open("pilot", written(KITCHEN))
    world.say("writer", FACT)
    world.say("cast:TOM", SceneLearned(reason="she says it", character="TOM", scene="1", learned=(TOLD,)))
    (learned,) = world.rows("SELECT * FROM memories WHERE kind = 'learned'")
    assert learned["text"].startswith("I know (told by MAYA in scene 1): TOM has sold the boat")
    assert (learned["importance"], learned["people"], learned["id"]) == (
        0.9,
        ["MAYA", "TOM"],
        "pilot@3/cast:TOM/1",
    )
    world.say("cast:TOM", SceneLearned(reason="cut", character="TOM", scene="1", learned=()))
    assert world.rows("SELECT * FROM memories WHERE kind = 'learned'") == []
    world.say("writer", WorkStruck(work="FactFound", key="the-boat-is-sold", reason="cut"))
    assert world.rows("SELECT * FROM memories WHERE agent = 'writer'") == []


def test_what_moved_somebody_weighs_as_much_as_it_did(world: World) -> None:
    """One memory of the scene as lived, one for each event of it."""
    world.open("pilot", written(KITCHEN))
    anger = Appraisal(
        emotion="anger", intensity=0.5, line=3, quote="No.", toward="TOM", because="he will not say it"
    )
    lived = SceneLived(
        reason="he lies",
        character="MAYA",
        scene="1",
        goal="hear it from him",
        progress=None,
        appraisals=(anger,),
        came=EVEN,
        left=EVEN,
        mood="hostile",
    )
    world.say("cast:MAYA", lived)
    rows = world.rows(
        "SELECT kind, text, importance FROM memories WHERE kind IN ('lived', 'felt') ORDER BY part"
    )
    assert [tuple(row.values()) for row in rows] == [
        ("lived", "In scene 1 I wanted hear it from him. It left me hostile: he lies", 0.5),
        ("felt", "I felt anger about TOM in scene 1: he will not say it (“No.”)", 0.6),
    ]


def test_a_decision_is_remembered_by_who_led_proposed_and_objected(world: World) -> None:
    """The overruled remember that they were; nobody else remembers anything of it, and a fork its own past only."""
    question = QuestionOpened(
        subject="beat_coverage",
        text="Which shot?",
        scene="1",
        beat=1,
        tier="collaborative",
        rounds=2,
        lead="director",
        concerned=("director", "editor"),
    )
    option = ChoiceOption(choice="yes", statement="a tracking shot")
    world.open("pilot", question, ProposalMade(question=1, option=option, **WHY))
    world.say("editor", ObjectionRaised(question=1, proposal=2, **WHY))
    world.fork("pilot@3", "b")
    approved = ProposalApproved(question=1, proposal=2, authority="ruling", standing_order=None)
    world.say(
        "director", approved, DissentRecorded(question=1, proposal=2, role="editor", position=3, reason="no")
    )
    world.say("director", approved, name="b")
    rows = world.rows(
        "SELECT production, agent, list(kind ORDER BY number, part) AS kinds, last(text ORDER BY number, part) AS text "
        "FROM memories GROUP BY ALL"
    )
    kinds = {(row["production"], row["agent"]): row["kinds"] for row in rows}
    assert kinds == {
        ("pilot", "director"): ["decision"],
        ("pilot", "editor"): ["objection", "decision", "overruled"],
        ("b", "director"): ["decision"],
        ("b", "editor"): ["objection", "decision"],
    }
    assert all("a tracking shot" in row["text"] for row in rows)


def test_words_are_remembered_by_who_heard_them(world: World) -> None:
    """A message by the two who exchanged it, a broadcast by everyone."""
    world.open("pilot", BroadcastSent(text="Rain throughout."))
    world.say("composer", MessageSent(to="editor", text="Leave me air at the end."))
    assert remembered(world, "everyone") == [("broadcast", "The orchestrator told all: Rain throughout.")]
    assert remembered(world, "composer") == remembered(world, "editor") != []


def test_what_is_brought_from_canon_is_remembered_with_where_it_was_copied_from(world: World) -> None:
    """By her whom she is cast as, from then on; what she is cast with anew takes its place."""
    known = CarriedFact(
        source="harbour@9",
        fact="boat",
        text="TOM has sold the boat",
        how="told",
        told_by="TOM",
        sure=True,
        secret=True,
    )
    cast = CharacterCast(character="MAYA", canon="maya", at=7, lives=("harbour",), life=Life(known=(known,)))
    world.open("pilot", written(KITCHEN), cast)
    (before,) = [text for _, text in remembered(world, "cast:MAYA") if "From before" in text]
    assert before == "From before (harbour@9), I know: TOM has sold the boat. TOM told me. It is a secret."
    assert "From before" not in str(remembered(world, "cast:TOM") + remembered(world, "cast:MAYA", "pilot@1"))
    bond = CarriedBond(
        source="harbour@12",
        character="MAYA",
        other="TOM",
        episode="harbour",
        trust=-0.4,
        affection=0.3,
        power=0,
        met_trust=0,
        met_affection=0,
        quote="You sold it.",
    )
    world.say("orchestrator", cast.model_copy(update={"at": 8, "life": Life(bonds=(bond,))}))
    (later,) = [text for _, text in remembered(world, "cast:MAYA") if "From before" in text]
    assert later == "From before (harbour@12): I do not trust TOM and like them (“You sold it.”)"


def test_every_memory_of_a_film_is_whole(film: Path) -> None:
    """A sentence, a weight from 0 to 1 and an id of its own, whatever the crew did."""
    with Reader(film) as reader:
        rows = reader.rows("SELECT * FROM memories_at('pilot')")
        (kinds,) = reader.rows("SELECT list_sort(list(DISTINCT kind)) AS kinds FROM memories")
    assert len({row["id"] for row in rows}) == len(rows) > 50
    assert all(row["text"] and row["agent"] and 0 <= row["importance"] <= 1 for row in rows)
    assert {"scene", "said", "heard", "seen", "decision", "objection", "overruled", "work"} <= set(
        kinds["kinds"]
    )
