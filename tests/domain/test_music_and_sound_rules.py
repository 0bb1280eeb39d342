"""Who may hand in music and sound, and what it may speak of."""

from typing import Any

import pytest

from cineledger.domain.design.events import SetGathered
from cineledger.domain.music.events import CueWritten, MotifComposed
from cineledger.domain.music.variation import Tone
from cineledger.domain.production.events import RoleJoined
from cineledger.domain.sound.events import AmbienceDesigned, SceneSpotted, Spot
from cineledger.domain.talk.events import ReactionPassed
from cineledger.domain.work.commands import Deliver, Strike
from cineledger.domain.work.work import WorkStruck
from tests.support.film import broken_down
from tests.support.scenario import By, given

CUE = CueWritten(
    reason="nobody speaks",
    cue="1m1",
    title="That's Worse",
    scene="1",
    first=6,
    last=6,
    usage="BI",
    mood="uneasy",
    tempo=60,
    music_key="D minor",
    whose="MAYA",
    way="plain",
    variation="plain",
    instruments=("piano",),
    seconds=6.0,
)
MOTIF = MotifComposed(
    reason="she waits",
    whose="MAYA",
    title="Maya's theme",
    music_key="D minor",
    tempo=60,
    metre="4/4",
    instrument="piano",
    notes=(Tone(pitch=62, beats=1),),
)
SPOT = Spot(
    kind="SFX", first=1, last=1, what="kettle", quote="It does not boil.", perspective="close", priority=1
)
SPOTTED = SceneSpotted(reason="one listens for it", scene="1", leads="SFX", spots=(SPOT,))
AMBIENCE = AmbienceDesigned(reason="a kitchen", set="KITCHEN", layers=("refrigerator hum",), by_time=())
KITCHEN = SetGathered(
    reason="r", set="KITCHEN", location="KITCHEN", names=("KITCHEN",), int_ext="INT", scenes=("1",), eighths=3
)
FILM = (
    *broken_down(),
    *(RoleJoined(role=role) for role in ("set_designer", "composer", "sound_designer")),
)


def cue(**changed: Any) -> CueWritten:
    return CueWritten.model_validate(CUE.model_dump() | changed)


def test_a_cue_is_the_composers() -> None:
    """Nobody else hands in music, and the sound designer alone spots."""
    given(*FILM).when(Deliver(works=(CUE,)), by="composer").then(CUE)
    given(*FILM).when(Deliver(works=(CUE,)), by="sound_designer").refused("may not hand in a cue")
    given(*FILM).when(Deliver(works=(SPOTTED,)), by="composer").refused("may not hand in a scene spotted")


@pytest.mark.parametrize(
    ("changed", "because"),
    [
        ({"scene": "9"}, "no scene 9"),
        ({"last": 99}, "no line 99"),
        ({"first": -1}, "no line -1"),
        ({"whose": "NOBODY"}, "no character NOBODY"),
        ({"beside": "NOBODY"}, "no character NOBODY"),
    ],
)
def test_a_cue_is_about_what_is_there(changed: dict[str, Any], because: str) -> None:
    """It plays over lines that exist, and develops the theme of somebody who does."""
    given(*FILM).when(Deliver(works=(cue(**changed),)), by="composer").refused(because)


def test_the_films_theme_is_nobodys() -> None:
    """A cue may develop the film's own theme, or none at all."""
    given(*FILM).when(Deliver(works=(cue(whose="film"),)), by="composer").then(cue(whose="film"))
    own = cue(whose=None, way="source", tempo=None, music_key=None, usage="VI")
    given(*FILM).when(Deliver(works=(own,)), by="composer").then(own)


def test_a_theme_is_for_somebody_who_is_there() -> None:
    """There is no theme for a character the script does not have."""
    given(*FILM).when(Deliver(works=(MOTIF,)), by="composer").then(MOTIF)
    other = MOTIF.model_copy(update={"whose": "NOBODY"})
    given(*FILM).when(Deliver(works=(other,)), by="composer").refused("no character NOBODY")


def test_a_spot_is_at_a_line_of_its_scene() -> None:
    """What is heard is heard at lines that exist."""
    given(*FILM).when(Deliver(works=(SPOTTED,)), by="sound_designer").then(SPOTTED)
    late = SPOTTED.model_copy(update={"spots": (SPOT.model_copy(update={"last": 40}),)})
    given(*FILM).when(Deliver(works=(late,)), by="sound_designer").refused("no line 40")


def test_an_ambience_is_a_sets() -> None:
    """Only a set that was gathered sounds like anything."""
    given(*FILM).when(Deliver(works=(AMBIENCE,)), by="sound_designer").refused("no set KITCHEN")
    gathered = (*FILM, By("set_designer", KITCHEN))
    given(*gathered).when(Deliver(works=(AMBIENCE,)), by="sound_designer").then(AMBIENCE)


def test_a_cue_that_is_not_needed_is_struck() -> None:
    """What stands can be taken back by its maker; what does not stand needs nothing."""
    strike = Strike(work="CueWritten", key="1m1", reason="fewer cues")
    history = (*FILM, By("composer", CUE))
    given(*history).when(Deliver(strikes=(strike,)), by="composer").then(
        WorkStruck(work="CueWritten", key="1m1", reason="fewer cues")
    )
    given(*FILM).when(Deliver(strikes=(strike,)), by="composer").then_kinds(ReactionPassed)
