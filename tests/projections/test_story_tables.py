"""Events in, rows out: structure, turning points, notes on scenes, arcs, themes."""

from cineledger.domain.story.events import (
    Act,
    ArcDrawn,
    ArcStep,
    SceneNote,
    Showing,
    StructureRead,
    ThemeFound,
    TurningPoint,
)
from cineledger.domain.work.work import WorkStruck
from tests.projections.worlds import World


def structure(
    *acts: Act, notes: tuple[SceneNote, ...] = (), points: tuple[TurningPoint, ...] = ()
) -> StructureRead:
    return StructureRead(reason="by pages", acts=acts, points=points, balance="balanced", notes=notes)


def act(number: int, first: str, last: str) -> Act:
    return Act(act=number, first=first, last=last, eighths=8, share=0.5, aim=0.5)


def arc(who: str, *valences: float | None) -> ArcDrawn:
    steps = tuple(
        ArcStep(scene=str(n), valence=v, moves="moves", line=n, quote="yes")
        for n, v in enumerate(valences, 1)
    )
    return ArcDrawn(
        reason="so",
        character=who,
        shape="rise",
        wants="“go”",
        begins="sad",
        ends="glad",
        steps=steps,
        across=("x",),
    )


def theme(name: str, *lines: int) -> ThemeFound:
    showings = tuple(Showing(scene="1", line=line, quote=f"q{line}") for line in lines)
    return ThemeFound(reason="it returns", theme=name, words=("lie", "lied"), weight=0.4, showings=showings)


def test_a_structure_has_a_row_an_act(world: World) -> None:
    """A new reading replaces all rows, also where it has fewer acts; a struck one leaves none."""
    world.open()
    world.say("writer", structure(act(1, "1", "4"), act(2, "5", "9")))
    assert world.rows(
        "SELECT act, first, last, eighths, share, aim, balance, reason FROM structure ORDER BY act"
    ) == [
        {"act": 1, "first": "1", "last": "4", "eighths": 8, "share": 0.5, "aim": 0.5}
        | {"balance": "balanced", "reason": "by pages"},
        {"act": 2, "first": "5", "last": "9", "eighths": 8, "share": 0.5, "aim": 0.5}
        | {"balance": "balanced", "reason": "by pages"},
    ]
    world.say("writer", structure(act(1, "1", "9")))
    assert world.rows("SELECT act, last, address FROM structure") == [
        {"act": 1, "last": "9", "address": "pilot@2"}
    ]
    assert len(world.rows("FROM structure_at('pilot', 1)")) == 2
    world.say("writer", WorkStruck(work="StructureRead", key="film", reason="no scene is left"))
    assert world.rows("FROM structure") == []


def test_turning_points(world: World) -> None:
    """A row a point; an image has no beat; all go with the structure."""
    world.open()
    opening = TurningPoint(point="opening", scene="1", beat=None, line=1, quote="Rain.", falls=0.0, aim=0.0)
    climax = TurningPoint(point="climax", scene="4", beat=3, line=9, quote="No!", falls=0.9, aim=0.89)
    world.say("writer", structure(act(1, "1", "4"), points=(opening, climax)))
    rows = world.rows("SELECT point, scene, beat, line, quote, falls, aim FROM turning_points ORDER BY falls")
    assert [tuple(row.values()) for row in rows] == [
        ("opening", "1", None, 1, "Rain.", 0.0, 0.0),
        ("climax", "4", 3, 9, "No!", 0.9, 0.89),
    ]
    world.say("writer", structure(act(1, "1", "4")))
    assert world.rows("FROM turning_points") == []


def test_notes_on_scenes_are_ranked(world: World) -> None:
    """In the order they were given, the heaviest first."""
    world.open()
    notes = (
        SceneNote(scene="7", other="2", line=3, text="again"),
        SceneNote(scene="3", other=None, line=None, text="flat"),
    )
    world.say("writer", structure(act(1, "1", "9"), notes=notes))
    rows = world.rows("SELECT rank, scene, other, line, text FROM scene_notes ORDER BY rank")
    assert [tuple(row.values()) for row in rows] == [(1, "7", "2", 3, "again"), (2, "3", None, None, "flat")]
    world.say("writer", structure(act(1, "1", "9"), notes=notes[1:]))
    assert world.rows("SELECT rank, scene FROM scene_notes") == [{"rank": 1, "scene": "3"}]


def test_arcs_and_their_steps(world: World) -> None:
    """A row a character, and one a step in order; each character's are replaced and struck alone."""
    world.open()
    world.say("showrunner", arc("MAYA", -0.5, None, 0.5), arc("TOM", 0.1))
    rows = world.rows('SELECT "character", shape, wants, begins, ends, steps, across FROM arcs ORDER BY 1')
    assert [tuple(row.values()) for row in rows] == [
        ("MAYA", "rise", "“go”", "sad", "glad", 3, ["x"]),
        ("TOM", "rise", "“go”", "sad", "glad", 1, ["x"]),
    ]
    world.say("showrunner", arc("MAYA", 0.2))
    steps = world.rows('SELECT "character", step, scene, valence, line FROM arc_steps ORDER BY 1, 2')
    assert [tuple(row.values()) for row in steps] == [("MAYA", 1, "1", 0.2, 1), ("TOM", 1, "1", 0.1, 1)]
    before = world.rows(
        "SELECT step, valence FROM arc_steps_at('pilot', 2) WHERE \"character\" = 'MAYA' ORDER BY 1"
    )
    assert [tuple(row.values()) for row in before] == [(1, -0.5), (2, None), (3, 0.5)]
    world.say("showrunner", WorkStruck(work="ArcDrawn", key="MAYA", reason="not main any more"), arc("TOM"))
    assert world.rows('SELECT "character", steps FROM arcs') == [{"character": "TOM", "steps": 0}]
    assert world.rows("FROM arc_steps") == []


def test_themes_and_where_they_show(world: World) -> None:
    """A row a theme, and one a line in order; each theme's are replaced and struck alone."""
    world.open()
    world.say("showrunner", theme("truth and lies", 4, 9), theme("love", 2))
    rows = world.rows("SELECT theme, words, weight, showings, across FROM themes ORDER BY theme")
    assert [tuple(row.values()) for row in rows] == [
        ("love", ["lie", "lied"], 0.4, 1, []),
        ("truth and lies", ["lie", "lied"], 0.4, 2, []),
    ]
    shown = world.rows(
        "SELECT theme, showing, scene, line, quote FROM theme_showings ORDER BY theme, showing"
    )
    assert [tuple(row.values())[1:] for row in shown] == [
        (1, "1", 2, "q2"),
        (1, "1", 4, "q4"),
        (2, "1", 9, "q9"),
    ]
    world.say("showrunner", theme("truth and lies"), WorkStruck(work="ThemeFound", key="love", reason="gone"))
    assert [row["theme"] for row in world.rows("FROM themes")] == ["truth and lies"]
    assert world.rows("FROM theme_showings") == []
