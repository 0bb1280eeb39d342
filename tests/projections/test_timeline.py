"""A character's scenes one after another, as rows, as lines and as a picture."""

import warnings
from dataclasses import replace
from xml.etree import ElementTree

from cineledger.domain.cast.affect import EVEN, Affect
from cineledger.domain.cast.bonds import RelationshipMoved
from cineledger.domain.cast.events import CharacterIntroduced, EmotionalStateChanged
from cineledger.domain.cast.knowledge import FactFound, Learned, SceneLearned, Telling
from cineledger.domain.cast.lived import Appraisal, SceneLived
from cineledger.projections.lifelines.drawing import drawn
from cineledger.projections.lifelines.layout import laid_out
from cineledger.projections.people import person, several
from cineledger.projections.portrait import portrait
from cineledger.projections.timeline import Timeline, timeline
from cineledger.projections.timeline_text import text
from tests.projections.worlds import World, scene

SVG = "{http://www.w3.org/2000/svg}"
FACT = FactFound(
    reason="told",
    fact="sold",
    text="TOM has sold the boat",
    tellings=(Telling(scene="2", line=0, quote="Sold."),),
)


def feels(name: str, feeling: str, valence: float) -> EmotionalStateChanged:
    """What MAYA's lines show in a scene."""
    return EmotionalStateChanged(
        character="MAYA",
        scene=name,
        feeling=feeling,
        valence=valence,
        arousal=0.3,
        line=0,
        quote="Sold.",
        reason="r",
    )


def lived(name: str, came: float, left: float) -> SceneLived:
    """What a scene does to MAYA."""
    return SceneLived(
        reason="r",
        character="MAYA",
        scene=name,
        goal="to be asked to stay",
        progress=-0.5,
        appraisals=(
            Appraisal(
                emotion="anger", intensity=0.6, line=0, quote="Sold.", toward="TOM", because="he sold it"
            ),
        ),
        came=EVEN.model_copy(update={"valence": came}),
        left=Affect(valence=left, arousal=0.4, dominance=-0.2),
        mood="anxious",
    )


def told(world: World) -> None:
    """`pilot`: MAYA in three scenes, moved, told something, and parted with TOM."""
    world.open("pilot", scene("1", "x", "You."), scene("2", "x", "Sold."), scene("3", "x", "Go."))
    world.say("writer", CharacterIntroduced(character="MAYA", first_scene="1", speeches=3), FACT)
    bond = RelationshipMoved(
        reason="r", character="MAYA", other="TOM", scene="1", trust=0.1, affection=0.2, power=0.0, moved="they meet",
        line=0, quote="You.",
    )  # fmt: skip
    learned = Learned(fact="sold", how="told", source="TOM", sure=False, secret=True, line=0, quote="Sold.")
    world.say("cast:MAYA", feels("1", "glad", 0.5), lived("1", 0.0, 0.2), bond)
    world.say("cast:MAYA", feels("2", "angry", -0.6), lived("2", 0.15, -0.3))
    world.say("cast:MAYA", bond.model_copy(update={"scene": "2", "trust": -0.4, "moved": "trust falls"}))
    world.say("cast:MAYA", SceneLearned(reason="r", character="MAYA", scene="2", learned=(learned,)))


def lines(world: World, *productions: str) -> tuple[list[Timeline], list[str]]:
    """MAYA's timelines, and the lines that tell them."""
    with world.reader() as reader:
        found = [timeline(reader, person(reader, "maya", [name])) for name in productions]
    return found, [line.text.strip() for line in text(found)]


def test_each_thing_names_the_event_that_moved_it(world: World) -> None:
    """What she feels, her mood before and after, what she wants, whom she trusts less, what she learns from whom."""
    told(world)
    (found,), said = lines(world, "pilot")
    assert [one.scene for one in found.scenes] == ["1", "2"]
    assert said[0] == "MAYA in pilot  ▅▂"
    assert "feels angry -0.60 “Sold.” (pilot@9)" in said
    assert (
        "mood anxious: valence +0.15 → -0.30, arousal +0.00 → +0.40, dominance +0.00 → -0.20 (pilot@10)"
        in said
    )
    assert "wants to be asked to stay, further off (-0.50) (pilot@10)" in said
    assert "to TOM: they meet; trust +0.10, affection +0.20, power +0.00 (pilot@8)" in said
    assert "to TOM: trust +0.10 → -0.40 (pilot@11)" in said
    learns = "learns (told, from TOM, only believed, kept secret): TOM has sold the boat (pilot@12)"
    assert said[-1] == learns
    assert found.scenes[1].addresses == ("pilot@9", "pilot@10", "pilot@11", "pilot@12")


def test_a_scene_that_could_not_be_read_is_said_to_be(world: World) -> None:
    """In another language nothing is guessed: no feeling, no mood, and nothing of them is drawn."""
    told(world)
    unread = lived("3", -0.3, -0.3).model_copy(
        update={"read": False, "mood": "unknown", "appraisals": (), "reason": "the scene is not in English"}
    )
    world.say("cast:MAYA", unread)
    (found,), said = lines(world, "pilot")
    assert said[-1] == "mood unknown: the scene is not in English (pilot@13)"
    (curve,) = laid_out([found]).curves
    assert len(curve.moods) == 4
    with world.reader() as reader:
        mood = portrait(reader, person(reader, "MAYA"))["mood"]
    assert mood["scene"] == "2"


def test_a_past_is_told_once(world: World) -> None:
    """A fork's scenes from the same events are not told again; a scene that it felt otherwise is, and all after it."""
    told(world)
    world.fork("pilot@12", "pilot-b")
    world.say("cast:MAYA", feels("2", "calm", 0.2), name="pilot-b")
    world.say("cast:MAYA", feels("3", "grieving", -0.8), name="pilot")
    found, said = lines(world, "pilot", "pilot-b")
    again = said.index("MAYA in pilot-b  ▅▅")
    assert said[again + 1] == "scene 1: as above, from the same events"
    assert (
        "feels calm +0.20 “Sold.” (pilot-b@13)" in said[again:]
        and "1  INT. KITCHEN - NIGHT" not in said[again:]
    )
    layout = laid_out(found)
    assert [(curve.place, curve.label) for curve in layout.curves] == [
        (-1, "pilot"),
        (0, "pilot"),
        (1, "pilot-b"),
    ]
    past, one, other = layout.curves
    assert [p.name for p in past.feelings] == ["glad"]
    assert [p.name for p in one.feelings] == ["glad", "angry", "grieving"] and one.joins
    assert [p.name for p in other.feelings] == ["glad", "calm"] and one.moods[0] == past.moods[-1]
    assert layout.partings == (past.feelings[-1].x,)


def test_whoever_has_a_comma_in_her_name_is_one(world: World) -> None:
    """Names joined with commas are several, unless somebody is called so."""
    world.open("pilot", scene("1"))
    for name in ("MAYA", "TOM", "MAYA, QUEEN"):
        world.say("writer", CharacterIntroduced(character=name, first_scene="1", speeches=1))
    with world.reader() as reader:
        assert [one.character for one in several(reader, "tom,Maya")] == ["TOM", "MAYA"]
        assert [one.character for one in several(reader, "maya, queen")] == ["MAYA, QUEEN"]


def test_the_picture_is_well_formed_and_the_same_again(world: World) -> None:
    """Text stays text, whatever a name has in it; the terminal hears nothing of letters that no typeface has."""
    told(world)
    (found,), _ = lines(world, "pilot")
    odd = "МАЙЯ $x_2$ <b>&\x07 山"
    named = replace(found, character=odd, title="Дом & сад")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        svg, png = drawn(laid_out([named]), "svg"), drawn(laid_out([named]), "png")
    assert svg == drawn(laid_out([named]), "svg")
    root = ElementTree.fromstring(svg.data)
    texts = {"".join(element.itertext()) for element in root.iter(f"{SVG}text")}
    assert {"МАЙЯ $x_2$ <b>&� 山", "Дом & сад", "angry", "KITCHEN", "to TOM", "learns"} <= texts
    described = root.find(f"{SVG}desc")
    assert root.get("role") == "img" and described is not None
    assert "glad in scene 1, angry in scene 2" in (described.text or "")
    assert png.data.startswith(b"\x89PNG")


def test_a_film_of_two_hundred_scenes_fits(world: World) -> None:
    """A picture grows with the scenes up to a width, and then names no more places than there is room for."""
    told(world)
    (found,), _ = lines(world, "pilot")
    row, one = found.film[0], found.scenes[0]
    film = tuple({**row, "scene": str(n), "number": str(n), "place": n} for n in range(1, 201))
    long = replace(
        found, film=film, scenes=tuple(replace(one, scene=str(n), number=str(n)) for n in range(1, 201))
    )
    root = ElementTree.fromstring(drawn(laid_out([long]), "svg").data)
    assert float((root.get("width") or "").removesuffix("pt")) <= 19 * 72
    places = [e for e in root.iter(f"{SVG}text") if "".join(e.itertext()) == "KITCHEN"]
    assert 20 <= len(places) <= 40
