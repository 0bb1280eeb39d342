"""Events in, rows out: the cut list and the pacing of the film."""

from typing import Any

from cineledger.domain.edit.events import Cut, SceneAssembled
from cineledger.domain.script.events import ScenesOrdered
from cineledger.domain.work.work import WorkStruck
from tests.projections.worlds import World, everything, scene, shot


def assembled(name: str, *seconds: float, **more: Any) -> SceneAssembled:
    """A scene of cuts that long."""
    plain: dict[str, Any] = {
        "reason": "it breathes",
        "scene": name,
        "transition": "CUT",
        "transition_why": "the action runs on",
        "pace": "brisk",
        "heat": 0.25,
        "cuts": tuple(
            Cut(shot=f"{name}{'AB'[place % 2]}", first=place, last=place, seconds=length, why=f"cut {place}")
            for place, length in enumerate(seconds)
        ),
        "seconds": sum(seconds),
    }
    return SceneAssembled(**plain | more)


def film(world: World) -> None:
    """Two scenes, the second assembled first."""
    world.open("pilot", scene("1"), scene("2"), shot())
    world.say("editor", assembled("2", 4.0, 2.5), assembled("1", 3.0, ending="FADE OUT"))


def cuts(world: World, at: str | None = None) -> list[tuple[Any, ...]]:
    """The cut list as it runs."""
    columns = "scene, cut, shot, first, last, seconds, record_in, record_out, why"
    rows = world.rows(f"SELECT {columns} FROM assembly WHERE production = 'pilot' ORDER BY record_in", at=at)
    return [tuple(row.values()) for row in rows]


def test_cuts_run_over_the_whole_film(world: World) -> None:
    """Record times go on from scene to scene in the order of the script, whatever was assembled first."""
    film(world)
    assert cuts(world) == [
        ("1", 1, "1A", 0, 0, 3.0, 0.0, 3.0, "cut 0"),
        ("2", 1, "2A", 0, 0, 4.0, 3.0, 7.0, "cut 0"),
        ("2", 2, "2B", 1, 1, 2.5, 7.0, 9.5, "cut 1"),
    ]
    world.say("orchestrator", ScenesOrdered(order=("2", "1"), moved=("1",), draft=2))
    assert [(row[0], row[6]) for row in cuts(world)] == [("2", 0.0), ("2", 4.0), ("1", 6.5)]


def test_a_scene_cut_again_has_its_new_cuts_alone(world: World) -> None:
    """Fewer cuts than before leave none of the old ones; the film is shorter; the past stands."""
    film(world)
    world.say("editor", assembled("2", 1.0))
    assert [row[5] for row in cuts(world)] == [3.0, 1.0]
    assert [row[5] for row in cuts(world, at="pilot@5")] == [3.0, 4.0, 2.5]


def test_a_scene_taken_back_is_gone_from_both_tables(world: World) -> None:
    """What is struck has no rows, and what comes after it moves up."""
    film(world)
    world.say("editor", WorkStruck(work="SceneAssembled", key="1", reason="omitted"))
    assert [(row[0], row[6]) for row in cuts(world)] == [("2", 0.0), ("2", 4.0)]
    assert [row["scene"] for row in world.rows("FROM pacing")] == ["2"]
    world.say("editor", WorkStruck(work="SetGathered", key="2", reason="another kind's"))
    assert len(cuts(world)) == 2


def test_pacing_has_a_row_a_scene(world: World) -> None:
    """Length, shots, their average, pace, the way in with its reason, heat, and how the film ends."""
    film(world)
    first, second = world.rows("FROM pacing ORDER BY place")
    assert (first["seconds"], first["shots"], first["average"], first["ending"]) == (3.0, 1, 3.0, "FADE OUT")
    assert (second["scene"], second["place"], second["average"], second["ending"]) == ("2", 2, 3.25, None)
    assert (second["pace"], second["transition"], second["transition_why"]) == (
        "brisk",
        "CUT",
        "the action runs on",
    )
    assert (second["heat"], second["reason"], second["address"]) == (0.25, "it breathes", "pilot@4")


def test_a_fork_has_its_own_cut(world: World) -> None:
    """A fork inherits the assembly and changes its own."""
    film(world)
    world.fork("pilot@5", "b")
    world.say("editor", assembled("2", 9.0), name="b")
    rows = world.rows("SELECT production, max(record_out) AS runs FROM assembly GROUP BY ALL ORDER BY ALL")
    assert [tuple(row.values()) for row in rows] == [("b", 12.0), ("pilot", 9.5)]


def test_assemblies_are_the_same_in_any_batches(world: World) -> None:
    """Caught up event by event or at once, the tables are equal."""
    film(world)
    world.say("editor", assembled("2", 1.0), WorkStruck(work="SceneAssembled", key="1", reason="r"))
    with world.projector() as slow, world.projector() as once:
        slow.catch_up(batch=1)
        once.catch_up()
        assert everything(slow) == everything(once)
