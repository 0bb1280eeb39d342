"""Sets, their designs, palettes and properties: events in, rows out."""

from typing import Any

from cineledger.domain.design.events import PropListed, PropUse, SetDesigned, SetGathered, Swatch
from cineledger.domain.work.work import WorkStruck
from tests.projections.worlds import World, scene

WALLS = Swatch(name="slate", hex="#39424e", use="walls")
LAMP = Swatch(name="amber", hex="#e39b2d", use="lamps")
DESIGN: dict[str, Any] = {
    "set": "KITCHEN",
    "build": "stage",
    "environment": "a kitchen where nobody cooks",
    "atmosphere": ("steam",),
    "palette": (WALLS, LAMP),
    "layout": ("the table between door and stove",),
    "dressing": (),
    "practicals": ("lamp",),
    "reason": "the film is near and still",
}
KETTLE = PropListed(
    reason="the scene hangs on it",
    prop="kettle",
    uses=tuple(
        PropUse(scene=name, line=line, quote="it boils") for name, line in (("1", 0), ("1", 2), ("2", 1))
    ),
    hand=None,
    hero=True,
)


def test_a_set_is_a_row_until_it_is_struck(world: World) -> None:
    """The last gathering of a set stands; one that is struck has no row, and had one before."""
    one = SetGathered(
        reason="r", set="PIER", location="PIER", names=("PIER",), int_ext="EXT", scenes=("1",), eighths=2
    )
    world.open("pilot", scene("1"))
    world.say("set_designer", one)
    (record,) = world.say("set_designer", one.model_copy(update={"eighths": 5}))
    assert [row["eighths"] for row in world.rows("FROM sets")] == [5]
    world.say("set_designer", WorkStruck(work="SetGathered", key="PIER", reason="gone"))
    assert world.rows("FROM sets") == []
    assert len(world.rows("FROM sets_at('pilot', ?)", record.number)) == 1


def test_a_design_is_a_row_and_its_swatches_are_rows(world: World) -> None:
    """A palette is one row a colour, in its order; a new design leaves none of the old."""
    world.open("pilot", scene("1"))
    world.say("set_designer", SetDesigned(**DESIGN))
    (row,) = world.rows("FROM set_designs")
    assert {name: row[name] for name in ("set", "build", "environment", "practicals")} == {
        "set": "KITCHEN",
        "build": "stage",
        "environment": "a kitchen where nobody cooks",
        "practicals": ["lamp"],
    }
    swatches = world.rows('SELECT place, name, hex, "use" FROM palettes ORDER BY place')
    assert [tuple(one.values()) for one in swatches] == [
        (1, "slate", "#39424e", "walls"),
        (2, "amber", "#e39b2d", "lamps"),
    ]
    world.say("set_designer", SetDesigned(**DESIGN | {"palette": (LAMP,)}))
    assert [one["name"] for one in world.rows("FROM palettes")] == ["amber"]
    world.say("set_designer", WorkStruck(work="SetDesigned", key="KITCHEN", reason="gone"))
    assert world.rows("FROM palettes") == world.rows("FROM set_designs") == []


def test_a_property_names_each_scene_once_and_each_line_is_a_row(world: World) -> None:
    """Scenes in the order of the script; the lines in a table of their own."""
    world.open("pilot", scene("1"), scene("2"))
    world.say("set_designer", KETTLE)
    (row,) = world.rows("SELECT prop, hero, hand, scenes, lines FROM props")
    assert tuple(row.values()) == ("kettle", True, None, ["1", "2"], 3)
    assert [(use["scene"], use["line"]) for use in world.rows("FROM prop_uses ORDER BY scene, line")] == [
        ("1", 0),
        ("1", 2),
        ("2", 1),
    ]
    assert [row["text"] for row in world.rows("FROM bible WHERE entry = 'prop/kettle'")] == ["in scenes 1, 2"]
    world.say("set_designer", WorkStruck(work="PropListed", key="kettle", reason="gone"))
    assert world.rows("FROM props") == world.rows("FROM prop_uses") == []


def test_the_bible_names_a_propertys_scenes_in_the_order_of_the_script(world: World) -> None:
    """Scene 2 comes before scene 10, and each is named once."""
    world.open("pilot", scene("2"), scene("9"), scene("10"))
    uses = [PropUse(scene=name, line=0, quote="it boils") for name in ("2", "2", "9", "10", "10")]
    world.say("set_designer", KETTLE.model_copy(update={"uses": tuple(uses)}))
    assert [row["text"] for row in world.rows("FROM bible WHERE entry = 'prop/kettle'")] == [
        "in scenes 2, 9, 10"
    ]
