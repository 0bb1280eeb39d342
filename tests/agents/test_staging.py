"""Whole films through staging, light and camera: what visions move, and what the review sends back."""

from itertools import pairwise
from pathlib import Path
from statistics import mean
from typing import Any

import pytest

from cineledger.agents.craft.thirty import jumps
from cineledger.agents.directing.viewings.cutting import as_cut
from cineledger.agents.directing.viewings.eyelines import Look as Gaze
from cineledger.agents.directing.viewings.eyelines import ViewEyelines, view_eyelines
from cineledger.agents.directing.viewings.gaps import ViewCoverage, view_coverage
from cineledger.agents.directing.viewings.jump_cuts import CutShot, ViewCuts, view_cuts
from cineledger.agents.directing.viewings.turns import MOST_ALIKE, ViewTurns, view_turns
from cineledger.agents.shooting.revising import AlterShot, alter_shot
from cineledger.agents.staging.lighting import LightScene, light_scene
from cineledger.agents.stances import spec_of
from cineledger.domain.fountain.screenplay import Element
from cineledger.domain.shots.events import ShotSpec
from cineledger.domain.staging.events import SceneBlocked, SceneLit, ShotsDetailed
from cineledger.domain.state import State
from cineledger.domain.talk.events import CommandRefused
from tests.agents.craft.craft_films import COMEDY, DRAMA, PLAIN, RUSSIAN, THRILLER, key_views
from tests.support.studio import opened, work

VISIONS = {
    "noir": "Film noir: hard shadows, dread.",
    "comic": "A light, bright comedy, open and even.",
    "intimate": "Intimate: faces before places.",
    "epic": "Epic: vast landscapes, people small in their world.",
}


@pytest.fixture(scope="module")
def films(tmp_path_factory: pytest.TempPathFactory) -> dict[str, State]:
    """One script under four visions."""
    found = {}
    for name, vision in VISIONS.items():
        with opened(tmp_path_factory.mktemp(name), script=DRAMA + "\n" + THRILLER, vision=vision) as ledger:
            found[name] = work(ledger)
    return found


def test_noir_is_darker_than_comedy(films: dict[str, State]) -> None:
    """Ratios rise with hard light and fall with even light; the hours stay the script's."""
    ratios = {
        name: mean(lit.ratio for lit in state.works.of(SceneLit).values()) for name, state in films.items()
    }
    assert ratios["noir"] > ratios["intimate"] > ratios["comic"]
    kelvins = {
        name: [lit.kelvin for lit in state.works.of(SceneLit).values()] for name, state in films.items()
    }
    assert kelvins["intimate"] == kelvins["epic"]


def test_the_floor_plan_is_the_texts(films: dict[str, State]) -> None:
    """Where people stand does not depend on the vision: the script leaves no choice."""
    plans = [
        {name: (b.marks, b.moves, b.axis) for name, b in s.works.of(SceneBlocked).items()}
        for s in films.values()
    ]
    assert all(plan == plans[0] for plan in plans) and len(plans[0]) >= 4


@pytest.mark.parametrize("name", VISIONS)
def test_every_shot_that_stands_is_detailed(films: dict[str, State], name: str) -> None:
    """Each scene's list is whole, each of two on the line looks as it has it, and that rests on the blocking."""
    state = films[name]
    for scene, detailed in state.works.of(ShotsDetailed).items():
        standing = {shot.planned.shot: shot for shot in state.shots.scene(scene)}
        assert {detail.shot for detail in detailed.details} == standing.keys()
        blocked = state.works.get(SceneBlocked, scene)
        if blocked is None or blocked.axis is None:
            continue
        assert set(state.works.numbers(SceneBlocked)) & set(detailed.rests)
        sides = dict(zip(blocked.axis, ("RIGHT", "LEFT"), strict=True))
        for detail in detailed.details:
            spec = standing[detail.shot].spec
            if spec.type in ("SINGLE", "OTS", "REACTION") and spec.subject in sides:
                assert detail.eyeline in (sides[spec.subject], "LENS")


def test_no_note_claims_a_side(films: dict[str, State]) -> None:
    """Who looks where is the blocking's to say: what the cinematographer notes on a shot does not."""
    notes = [shot.planned.notes for state in films.values() for shot in state.shots.live()]
    assert notes and not any("looks right" in note or "looks left" in note for note in notes)


def test_what_is_cut_hardly_jumps(films: dict[str, State]) -> None:
    """After the review next to no cut between two shots that nobody decided would jump."""
    cuts = jumping = 0
    for state in films.values():
        for scene in state.script.order:
            for one, other in pairwise(as_cut(state, scene)):
                if one.question is None and other.question is None:
                    cuts += 1
                    jumping += jumps(one.spec, other.spec)
    assert cuts > 20 and jumping <= cuts * 0.05, (jumping, cuts)


@pytest.mark.parametrize(
    "script", [COMEDY, RUSSIAN, "INT. ROOM - DAY\n\n", "FADE IN:\n\nx\n" * 3, "x" * 1800]
)
def test_any_film_is_staged(tmp_path: Path, script: str) -> None:
    """Nothing is refused, whatever there is to stage."""
    with opened(tmp_path, script=script) as ledger:
        state = work(ledger)
        refused = [r.fact for r in ledger.records("pilot") if isinstance(r.fact, CommandRefused)]
        assert not [f for f in refused if f.command == "Deliver"]
        assert len(state.works.of(SceneLit)) >= len(state.works.of(SceneBlocked))


def spec(**changes: Any) -> ShotSpec:
    plain = {
        "size": "MS",
        "type": "SINGLE",
        "angle": "EYE",
        "movement": "STATIC",
        "support": "STICKS",
        "lens_mm": 40,
        "subject": "MAYA",
        "description": "MS on MAYA",
    }
    return ShotSpec.model_validate({**plain, **changes})


def cut(slate: str, decided: bool = False, **changes: Any) -> CutShot:
    return CutShot(shot=slate, spec=spec(**changes), decided=decided)


def test_a_jump_is_noted_to_the_technical_shot() -> None:
    """Of two shots that jump the one that nobody decided gives way; what cuts well is left alone."""
    decided_first = ViewCuts(role="director", shots=(cut("1A", True), cut("1B")))
    decided_last = ViewCuts(role="director", shots=(cut("1B"), cut("1A", True)))
    assert [place for place, _ in view_cuts(decided_first).notes] == [1]
    assert [place for place, _ in view_cuts(decided_last).notes] == [0]
    assert "30°" in view_cuts(decided_first).notes[0][1]
    well = ViewCuts(role="director", shots=(cut("1A"), cut("1B", size="CU"), cut("1C", subject="TOM")))
    assert view_cuts(well).notes == ()


def test_a_jump_is_mended_with_the_least_change() -> None:
    """The shot stays on its subject and kind, and no longer jumps against its neighbours."""
    view = next(v for v in key_views((DRAMA,)) if v.other)
    now = spec(subject=view.focus)
    ask = AlterShot(
        role="cinematographer", beat=view, look=PLAIN, said=(), spec=now, note="30°", beside=(now,)
    )
    other = spec_of(alter_shot(ask).option)
    assert other is not None and (other.subject, other.type) == (now.subject, now.type)
    assert not jumps(other, now)


def test_the_fourth_turn_shot_alike_is_noted() -> None:
    """Three turns in one way are a habit; the fourth gets a note, other ways none."""
    alike = ViewTurns(role="director", turns=(spec(),) * (MOST_ALIKE + 1))
    assert [place for place, _ in view_turns(alike).notes] == [MOST_ALIKE]
    varied = ViewTurns(role="director", turns=tuple(spec(size=size) for size in ("WS", "MS", "CU", "ECU")))
    assert view_turns(varied).notes == ()


def test_looks_that_pass_each_other_are_noted() -> None:
    """Of two who look the same way within a beat one is to turn: the one beside the line."""
    looks = tuple(
        Gaze(shot=s, beat=1, who=w, eyeline="LEFT", on_line=False) for s, w in (("1A", "MAYA"), ("1B", "TOM"))
    )
    assert view_eyelines(ViewEyelines(role="director", looks=looks)).note.endswith("1B to RIGHT")
    fixed = (looks[0], looks[1].model_copy(update={"on_line": True}))
    assert view_eyelines(ViewEyelines(role="director", looks=fixed)).note.endswith("1A to RIGHT")
    meeting = (looks[0], looks[1].model_copy(update={"eyeline": "RIGHT"}))
    assert view_eyelines(ViewEyelines(role="director", looks=meeting)).note == ""


def test_a_line_without_a_shot_is_noted() -> None:
    """The note quotes the first line that no shot covers."""
    lines = tuple(
        Element(kind="action", text=text, line=n, last_line=n) for n, text in enumerate(("One.", "Two."), 1)
    )
    assert "“Two.”" in view_coverage(ViewCoverage(role="director", elements=lines, spans=((0, 0),))).note
    assert view_coverage(ViewCoverage(role="director", elements=lines, spans=((0, 1),))).note == ""


def test_a_note_about_light_is_heeded() -> None:
    """What was said of how a scene is lit is part of what is asked whenever it is lit again."""
    ask = LightScene(
        role="cinematographer",
        int_ext="INT",
        location="ROOM",
        day_night="NIGHT",
        before=None,
        directions=(),
        feelings=(),
        practicals=(),
        look=PLAIN,
        notes=(),
    )
    noted = ask.model_copy(update={"notes": ("Brighter: I can't see them.",)})
    assert (light_scene(ask).key_light, light_scene(noted).key_light) == ("LOW", "MID")
