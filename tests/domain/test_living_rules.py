"""The rules by which a cast member says what scenes do to her character."""

import pytest

from cineledger.domain.cast.affect import EVEN, Affect, decayed, moved, named, temperament
from cineledger.domain.cast.events import CharactersJoined
from cineledger.domain.cast.identity import Identity, IdentityDrawn, Trait
from cineledger.domain.cast.lived import Appraisal, SceneLived
from cineledger.domain.event import Event
from cineledger.domain.talk.events import ReactionPassed
from cineledger.domain.work.commands import Deliver
from tests.support.film import opening
from tests.support.scenario import By, given, state_after

SCRIPT = """INT. KITCHEN - NIGHT

MAYA
You came back.

TOM
I never left!

INT. HALL - CONTINUOUS

MAYA
That's worse.

EXT. YARD - DAWN

MAYA
Go.
"""
ANGER = Appraisal(
    emotion="anger", intensity=0.6, line=4, quote="I never left!", toward="TOM", because="he lies to me"
)
WARM = Identity(traits=(Trait(trait="kind", facet="agreeableness", value=0.5),))
DRAWN = By("writer", IdentityDrawn(reason="her lines", character="MAYA", identity=WARM))


def lived(scene: str, came: Affect, *appraisals: Appraisal, **change: object) -> SceneLived:
    """A scene as she lives through it from a mood."""
    left = moved(came, ((one.emotion, one.intensity) for one in appraisals))
    told = SceneLived(
        reason="he lies to me",
        character="MAYA",
        scene=scene,
        goal="make him say it",
        progress=-0.5,
        appraisals=appraisals,
        came=came,
        left=left,
        mood=named(left),
    )
    return told.model_copy(update=change)


FIRST = lived("1", EVEN, ANGER)


def test_her_mood_follows_from_what_the_scene_is_to_her() -> None:
    """No other numbers are taken, whoever answered."""
    script = opening(SCRIPT)
    given(*script).when(Deliver(works=(FIRST,)), by="cast:MAYA").then(FIRST)
    given(*script).when(Deliver(works=(FIRST,)), by="cast:TOM").refused(because="may not hand in")
    for change, because in (
        ({"left": Affect(valence=-1, arousal=1, dominance=-1)}, "scene 1 leaves MAYA"),
        ({"came": Affect(valence=0.2, arousal=0, dominance=0)}, "MAYA comes into scene 1"),
        ({"mood": "fully exuberant"}, "is not called fully exuberant"),
        ({"goal": ""}, "comes nearer to nothing"),
        ({"read": False}, "was read in it"),
    ):
        wrong = FIRST.model_copy(update=change)
        given(*script).when(Deliver(works=(wrong,)), by="cast:MAYA").refused(because=because)


@pytest.mark.parametrize(
    ("change", "because"),
    [({"line": 99}, "no line 99"), ({"toward": "NOBODY"}, "no character NOBODY")],
)
def test_what_is_appraised_is_there(change: dict[str, object], because: str) -> None:
    """The line, and the person it is about."""
    work = lived("1", EVEN, ANGER.model_copy(update=change))
    given(*opening(SCRIPT)).when(Deliver(works=(work,)), by="cast:MAYA").refused(because=because)


def test_a_mood_persists_over_a_cut_and_fades_over_a_night() -> None:
    """The scene after goes on from where the last one left her; by dawn, nearly half is gone."""
    history: list[Event | By] = [*opening(SCRIPT), By("cast:MAYA", FIRST)]
    second = lived("2", FIRST.left, goal="", progress=None)
    given(*history).when(Deliver(works=(second,)), by="cast:MAYA").then(second)
    again = lived("2", EVEN, goal="", progress=None)
    given(*history).when(Deliver(works=(again,)), by="cast:MAYA").refused(because="MAYA comes into scene 2")
    dawn = lived("3", decayed(FIRST.left, EVEN, 7), goal="", progress=None)
    given(*history).when(Deliver(works=(dawn,)), by="cast:MAYA").then(dawn)


def test_she_begins_as_she_is_and_comes_back_to_it() -> None:
    """Who she is, as it stands, is the mood nothing has moved; read before it was told, a scene is out of date."""
    history: list[Event | By] = [*opening(SCRIPT), DRAWN]
    state = state_after(*history)
    kind = lived("1", temperament(WARM), ANGER)
    given(*history).when(Deliver(works=(kind,), at=state.number), by="cast:MAYA").then(kind)
    given(*history).when(Deliver(works=(FIRST,)), by="cast:MAYA").refused(because="MAYA comes into scene 1")
    silence = ReactionPassed(reason=f"who MAYA is was told otherwise since {state.number - 1}")
    given(*history).when(Deliver(works=(FIRST,), at=state.number - 1), by="cast:MAYA").then(silence)


def test_what_could_not_be_read_has_no_mood() -> None:
    """Unknown is never even: only time has passed."""
    blank = lived("1", EVEN, goal="", progress=None, read=False, mood="unknown")
    given(*opening(SCRIPT)).when(Deliver(works=(blank,)), by="cast:MAYA").then(blank)
    guessed = blank.model_copy(update={"mood": "even"})
    given(*opening(SCRIPT)).when(Deliver(works=(guessed,)), by="cast:MAYA").refused(
        because="is not called even"
    )


def test_a_name_that_went_lives_through_nothing() -> None:
    """From the join on its cast member hands nothing in."""
    joined = CharactersJoined(name="MAYA", into="TOM", question=1, scenes=("1",))
    given(*opening(SCRIPT), joined).when(Deliver(works=(FIRST,)), by="cast:MAYA").refused(
        because="MAYA is TOM now"
    )
