"""The craft on real screenplays and at a feature's length."""

import time

import pytest

from cineledger.agents.craft.coverage import uncovered
from tests.agents.craft.craft_films import COMEDY, DRAMA, PLAIN, THRILLER, scenes, shoot
from tests.support.inputs import INPUTS

SCRIPTS = sorted(path for folder in ("screenplays", "fdx") for path in INPUTS.glob(f"{folder}/*.fountain"))


@pytest.mark.skipif(not SCRIPTS, reason="CINELEDGER_INPUTS holds no screenplays")
def test_real_screenplays_are_covered() -> None:
    """Every playable line of every real script is in a shot, and every scene that plays has beats."""
    for path in SCRIPTS:
        for scene in scenes(path.read_text(encoding="utf-8")):
            carried, planned = shoot(scene, PLAIN)
            ranges = [(plan.first, plan.last) for plan in planned]
            ranges += [(beat.first, beat.last) for beat in scene.beats if beat.beat in carried]
            assert uncovered(scene.elements, ranges) == ()


def test_a_feature_takes_seconds() -> None:
    """Beats, feelings, debate and coverage of 190 scenes stay well under five seconds of CPU."""
    began = time.process_time()
    count = 0
    for scene in scenes("\n\n".join((DRAMA, THRILLER, COMEDY) * 27)):
        shoot(scene, PLAIN)
        count += 1
    assert count >= 180
    assert time.process_time() - began < 5
