"""Events in, rows out: blocking, light, the columns of the shot list beside the frame, and lined coverage."""

from pathlib import Path
from typing import Any

import pytest

from cineledger.domain.ledger import Ledger
from cineledger.domain.script.events import Run, SceneRevised
from cineledger.domain.shots.events import ShotOmitted, ShotReopened, ShotReplanned
from cineledger.domain.staging.events import (
    Mark,
    Move,
    SceneBlocked,
    SceneLit,
    ShotDetail,
    ShotsDetailed,
    Source,
)
from cineledger.domain.work.work import WorkStruck
from cineledger.projections.reader import Reader
from tests.projections.worlds import World, scene, shot

BLOCKED = SceneBlocked(
    reason="the table stands between them",
    scene="1",
    marks=(
        Mark(who="MAYA", at="at the stove", x=0.3, y=0.6),
        Mark(who="TOM", at="by the door", x=0.9, y=0.7),
    ),
    moves=(Move(line=2, how="crosses", to=Mark(who="TOM", at="at the table", x=0.5, y=0.5)),),
    axis=("MAYA", "TOM"),
    holds="TOM",
)
LIT = SceneLit(
    reason="night",
    scene="1",
    key_light="LOW",
    ratio=8.0,
    kelvin=3200,
    colour="one warm lamp",
    mood="uneasy",
    sources=(
        Source(name="the lamp", role="KEY", quality="HARD", kelvin=2900),
        Source(name="the moon", role="BACK", quality="HARD", kelvin=4300),
    ),
)


def detailed(**changes: Any) -> ShotsDetailed:
    plain = {
        "shot": "1A",
        "camera": "B",
        "eyeline": "LEFT",
        "vfx": "rain",
        "props": ("kettle",),
        "board_ref": "1A",
    }
    return ShotsDetailed(reason="r", scene="1", details=(ShotDetail.model_validate({**plain, **changes}),))


def test_blocking_is_marks_then_moves(world: World) -> None:
    """A row for each mark and each move, with the side that the line makes somebody look to; a new one replaces all."""
    world.open("pilot", scene("1"))
    world.say("director", BLOCKED)
    rows = world.rows("SELECT step, who, how, line, spot, faces, eyeline, holds FROM blocking ORDER BY step")
    assert [tuple(row.values()) for row in rows] == [
        (0, "MAYA", None, None, "at the stove", "TOM", "RIGHT", False),
        (1, "TOM", None, None, "by the door", "MAYA", "LEFT", True),
        (2, "TOM", "crosses", 2, "at the table", "MAYA", "LEFT", True),
    ]
    world.say("director", BLOCKED.model_copy(update={"moves": (), "axis": None}))
    assert [(row["who"], row["eyeline"]) for row in world.rows("FROM blocking ORDER BY step")] == [
        ("MAYA", None),
        ("TOM", None),
    ]


def test_light_has_its_sources(world: World) -> None:
    """A row a scene, with the key's source by itself."""
    world.open("pilot", scene("1"))
    world.say("cinematographer", LIT)
    (row,) = world.rows("FROM lighting")
    assert (row["key_light"], row["ratio"], row["key_source"]) == ("LOW", 8.0, "the lamp")
    assert row["sources"] == ["key: the lamp, hard, 2900 K", "back: the moon, hard, 4300 K"]


@pytest.mark.parametrize(("fact", "table"), [(BLOCKED, "blocking"), (LIT, "lighting")])
def test_what_is_struck_is_gone(world: World, fact: Any, table: str) -> None:
    """Work that is taken back leaves no row, and stands in the past."""
    world.open("pilot", scene("1"))
    world.say("director", fact)
    world.say("director", WorkStruck(work=type(fact).__name__, key="1", reason="r"))
    assert world.rows(f"FROM {table}") == [] and world.rows(f"FROM {table}_at('pilot', 2)")


def test_the_shot_list_is_completed(world: World) -> None:
    """Details fill the columns beside the frame, and leave the address to the event that planned the shot."""
    world.open("pilot", scene("1"))
    world.say("cinematographer", shot())
    (row,) = world.rows("FROM shots")
    assert (row["camera"], row["eyeline"], row["vfx"], row["props"], row["board_ref"]) == (
        "A",
        None,
        None,
        None,
        None,
    )
    world.say("cinematographer", detailed())
    (row,) = world.rows("FROM shots")
    assert (row["camera"], row["eyeline"], row["vfx"], row["props"]) == ("B", "LEFT", "rain", ["kettle"])
    assert (row["board_ref"], row["size"], row["address"]) == ("1A", "CU", "pilot@2")


def test_what_details_leave_out_is_empty_again(world: World) -> None:
    """A list completed anew empties what it does not say; a reopened shot waits for its details."""
    world.open("pilot", scene("1"))
    world.say("cinematographer", shot(), detailed())
    world.say("cinematographer", detailed(eyeline=None, vfx=None, props=()))
    (row,) = world.rows("FROM shots")
    assert (row["eyeline"], row["vfx"], row["props"]) == (None, None, [])
    world.say("cinematographer", detailed(), ShotReopened(shot="1A", draft=2))
    (row,) = world.rows("FROM shots")
    assert (row["eyeline"], row["vfx"], row["props"], row["status"]) == (None, None, None, "reopened")


LINES = ("MAYA waits.", "TOM comes.", "They look at each other.")


def spans(world: World, at: str | None = None) -> list[tuple[int, str | None]]:
    rows = world.rows(
        "SELECT element, shot FROM coverage WHERE production = 'pilot' ORDER BY element, shot", at=at
    )
    return [(row["element"], row["shot"]) for row in rows]


def covering(slate: str, first: int, last: int) -> Any:
    return shot(slate).model_copy(update={"first": first, "last": last})


@pytest.fixture
def played(world: World) -> World:
    """A scene of a slug line and three directions."""
    written = scene("1", "text", *LINES)
    heading = written.elements[0].model_copy(update={"kind": "heading", "text": "INT. KITCHEN - NIGHT"})
    world.open("pilot", written.model_copy(update={"elements": (heading, *written.elements)}))
    return world


def test_each_line_has_its_shots_and_a_gap_is_a_null(played: World) -> None:
    """A row for each line and shot on it; one with a null for a line that none covers; none for the slug line."""
    played.say("cinematographer", covering("1A", 1, 2), covering("1B", 2, 2))
    assert spans(played) == [(1, "1A"), (2, "1A"), (2, "1B"), (3, None)]


def test_omitted_and_reopened_shots_cover_nothing(played: World) -> None:
    """Until it is planned again a reopened shot covers no line; an omitted one never again."""
    played.say("cinematographer", covering("1A", 1, 3), covering("1B", 1, 3))
    played.say("orchestrator", ShotReopened(shot="1A", draft=2))
    played.say("cinematographer", ShotOmitted(shot="1B", reason="r"))
    assert spans(played) == [(1, None), (2, None), (3, None)]
    again = ShotReplanned.model_validate(covering("1A", 2, 3).model_dump())
    played.say("cinematographer", again)
    assert spans(played) == [(1, None), (2, "1A"), (3, "1A")]


def test_coverage_moves_with_drafts(played: World) -> None:
    """Lines put in before what a shot covers move its stretch along, draft after draft."""
    played.say("cinematographer", covering("1A", 2, 3))
    for draft in (2, 3):
        (before,) = played.rows("SELECT count(*) AS n FROM script_elements WHERE production = 'pilot'")
        old = int(before["n"])
        written = scene("1", "text", *(["New."] * (old - 3)), *LINES)
        heading = written.elements[0].model_copy(update={"kind": "heading", "text": "INT. KITCHEN - NIGHT"})
        runs = (Run(scene="1", first=0, into=0, count=1), Run(scene="1", first=1, into=2, count=old - 1))
        fact = SceneRevised(
            **{**dict(written), "elements": (heading, *written.elements)}, draft=draft, runs=runs, standing=(),
            debated=(), lost=0,
        )  # fmt: skip
        played.say("orchestrator", fact)
    assert [place for place, slate in spans(played) if slate == "1A"] == [4, 5]
    assert [place for place, slate in spans(played, at="pilot@3") if slate == "1A"] == [3, 4]


def test_coverage_is_what_the_state_says(revised: Path, revised_tables: Reader) -> None:
    """After real drafts every shot covers the lines that the fold of the history gives it."""
    with Ledger(revised) as ledger:
        state = ledger.fold("revised", None)
    rows = revised_tables.rows(
        "SELECT shot, min(element) AS first, max(element) AS last FROM coverage WHERE production = 'revised' "
        "AND shot IS NOT NULL GROUP BY shot"
    )
    found = {row["shot"]: (row["first"], row["last"]) for row in rows}
    standing = {shot.planned.shot: shot for shot in state.shots.live() if shot.status != "reopened"}
    assert found.keys() <= standing.keys() and len(found) > 5
    for slate, (first, last) in found.items():
        assert standing[slate].first <= first and last <= standing[slate].last
