"""The rules of script, shot list and feelings."""

import pytest
from pydantic import ValidationError

from cineledger.domain.cast.commands import Feel
from cineledger.domain.cast.events import EmotionalStateChanged
from cineledger.domain.debate.approvals import Approve
from cineledger.domain.debate.options import ShotOption
from cineledger.domain.decide import decide
from cineledger.domain.event import Event
from cineledger.domain.production.events import PolicySet, RoleJoined
from cineledger.domain.script.commands import BreakDownScene, ImportScript
from cineledger.domain.script.events import ScenePages, SceneWritten, ScriptImported, ScriptPaged
from cineledger.domain.shots.commands import CoverScene, PlanShot, ReviseShot
from cineledger.domain.shots.events import ShotPlanned, ShotRevised, ShotSpec
from cineledger.domain.talk.events import ReactionPassed
from cineledger.domain.words import SETUP_LETTERS, setup_letters
from tests.support.film import BEATS, CLOSE, SCRIPT, WIDE, asked, broken_down, opening
from tests.support.scenario import By, given, state_after

PLAN = PlanShot(scene="1", beat=1, spec=WIDE, first=0, last=9, cast=("MAYA", "TOM"), notes="master")


def planned(*commands: PlanShot) -> list[Event | By]:
    """The history after these shots were planned."""
    history = list(broken_down())
    for command in commands:
        facts = decide(state_after(*history), command, "cinematographer")
        history.extend(By("cinematographer", fact) for fact in facts)
    return history


def test_scenes_keep_their_lines() -> None:
    """The imported script is the title page and the scenes' texts put end to end."""
    events = opening()
    imported = next(e for e in events if isinstance(e, ScriptImported))
    scenes = [e for e in events if isinstance(e, SceneWritten)]
    assert imported.title_text + "".join(s.text for s in scenes) == SCRIPT
    assert [(s.scene, s.int_ext, s.location, s.day_night) for s in scenes] == [
        ("1", "INT", "KITCHEN", "NIGHT"),
        ("2", "EXT", "YARD", "DAY"),
    ]


def test_each_character_gets_a_cast_member() -> None:
    """Characters join the roster in order of appearance."""
    assert [e.role for e in opening() if isinstance(e, RoleJoined)][-2:] == ["cast:MAYA", "cast:TOM"]


def test_scene_numbers_as_typed_are_kept_and_never_shared() -> None:
    """A typed number is the scene's id; a second of the same gets one of its own."""
    script = "INT. A - DAY #12A#\n\nX.\n\nINT. B - DAY #12a#\n\nY.\n\nINT. C - DAY\n\nZ.\n"
    scenes = [e.scene for e in opening(script) if isinstance(e, SceneWritten)]
    assert scenes == ["12A", "12A.2", "3"]


def test_a_script_is_paged_as_it_is_taken_in() -> None:
    """Last of all it is said on which pages each scene stands."""
    scenes = (
        ScenePages(scene="1", page=1, last_page=1, eighths=2),
        ScenePages(scene="2", page=1, last_page=1, eighths=1),
    )
    assert opening()[-1] == ScriptPaged(pages=1, scenes=scenes)


def test_one_script_a_production() -> None:
    """A production that has a script takes no other."""
    given(*opening()).when(ImportScript(text=SCRIPT, source="x", encoding="utf-8")).refused("has a script")


def test_beats_lie_in_order_within_the_scene() -> None:
    """Beats are counted from 1, don't overlap and end where the scene ends."""
    good = BreakDownScene(scene="1", beats=BEATS, debated=(2,))
    given(*opening()).when(good, by="writer").refused("writer may not break down")
    given(*opening()).when(good.model_copy(update={"scene": "9"}), by="director").refused("no scene 9")
    given(*opening()).when(good.model_copy(update={"beats": BEATS[::-1]}), by="director").refused(
        "beat 2 of scene 1"
    )
    given(*opening()).when(good.model_copy(update={"debated": (3,)}), by="director").refused("no beat")


def test_a_slate_is_used_once() -> None:
    """Shots of a scene get the next free letter; I and O are skipped."""
    history = planned(*[PLAN] * 9)
    slates = [h.event.shot for h in history if isinstance(h, By) and isinstance(h.event, ShotPlanned)]
    assert slates == [f"1{letter}" for letter in "ABCDEFGHJ"]


def test_setup_letters() -> None:
    """After Z comes AA; I and O never come."""
    letters = [setup_letters(place) for place in range(24 * 25)]
    assert letters[:24] == list(SETUP_LETTERS)
    assert letters[24:26] == ["AA", "AB"] and len(set(letters)) == len(letters)
    assert not any({"I", "O"} & set(letter) for letter in letters)


def test_a_shot_knows_what_it_covers() -> None:
    """Place, people, sound, eighths and time follow from the script it covers."""
    (shot,) = given(*broken_down()).when(PLAN, by="cinematographer").then_kinds(ShotPlanned)
    assert isinstance(shot, ShotPlanned)
    assert (shot.location, shot.int_ext, shot.day_night, shot.sound) == ("KITCHEN", "INT", "NIGHT", "SYNC")
    assert shot.eighths >= 1 and shot.est_duration > 5


@pytest.mark.parametrize(
    ("change", "because"),
    [
        ({"scene": "9"}, "scene 9 has no beat 1"),
        ({"beat": 3}, "scene 1 has no beat 3"),
        ({"last": 10}, "has no lines 0 to 10"),
        ({"first": 5, "last": 4}, "has no lines 5 to 4"),
        ({"cast": ("NOBODY",)}, "there is no character NOBODY"),
        ({"question": 7}, "question 7 is not decided"),
    ],
)
def test_a_shot_covers_what_exists(change: dict[str, object], because: str) -> None:
    """Scenes, beats, lines, people and decisions that aren't there can't be shot."""
    given(*broken_down()).when(PLAN.model_copy(update=change), by="cinematographer").refused(because)


def test_only_the_cinematographer_sets_the_shot_list() -> None:
    """The director decides, the cinematographer carries out."""
    given(*broken_down()).when(PLAN, by="director").refused("director may not set the shot list")


def test_technical_freedom_is_policy() -> None:
    """Where shot detail is not autonomous the cinematographer has to ask."""
    stricter = PolicySet(
        subject="shot_detail", tier="collaborative", rounds=1, lead="cinematographer", concerned=()
    )
    given(*broken_down(), stricter).when(PLAN, by="cinematographer").refused(
        "not left to the cinematographer"
    )


def test_a_decision_is_carried_out_as_it_is() -> None:
    """A shot that cites a decision is the shot that was decided."""
    question = state_after(*broken_down()).number + 1
    history = list(broken_down())
    history += [By("director", e) for e in decide(state_after(*history), asked(CLOSE), "director")]
    approve = Approve(question=question, proposal=question + 1)
    history += decide(state_after(*history), approve, "orchestrator")
    there = PLAN.model_copy(update={"question": question, "beat": 2, "first": 6})
    given(*history).when(there, by="cinematographer").refused("not what was decided")
    right = there.model_copy(update={"spec": CLOSE})
    given(*history).when(right.model_copy(update={"beat": 1}), by="cinematographer").refused(
        "is not about beat 1"
    )
    (shot,) = given(*history).when(right, by="cinematographer").then_kinds(ShotPlanned)
    assert isinstance(shot, ShotPlanned) and shot.question == question
    assert ShotOption(spec=CLOSE).spec == shot.spec
    history.append(By("cinematographer", shot))
    given(*history).when(right, by="cinematographer").refused("1A carries out question")
    technical = ReviseShot(shot="1A", spec=WIDE, notes="")
    given(*history).when(technical, by="cinematographer").refused("1A was decided at question")


def test_a_scene_is_covered_once() -> None:
    """Technical coverage that was chosen without knowing of other technical shots is refused."""
    coverage = CoverScene(scene="1", seen=0, shots=(PLAN, PLAN))
    given(*broken_down()).when(coverage, by="cinematographer").then_kinds(ShotPlanned, ShotPlanned)
    given(*planned(PLAN)).when(coverage, by="cinematographer").refused("has 1 technical shots, not 0")
    nothing = CoverScene(scene="1", seen=0, shots=())
    given(*broken_down()).when(nothing, by="cinematographer").then_kinds(ReactionPassed)


def test_revisions_change_something() -> None:
    """A shot that is not there, or would stay as it is, is not revised."""
    history = planned(PLAN)
    same = ReviseShot(shot="1A", spec=WIDE, notes="")
    given(*history).when(same, by="cinematographer").refused("planned like that")
    given(*history).when(same.model_copy(update={"shot": "9Z"}), by="cinematographer").refused(
        "there is no shot 9Z"
    )
    given(*history).when(same.model_copy(update={"spec": CLOSE}), by="cinematographer").then(
        ShotRevised(shot="1A", spec=CLOSE, notes="", question=None)
    )


def test_lenses_have_bounds() -> None:
    """A focal length lies between 8 and 600 mm."""
    for lens in (0, 7, 601):
        with pytest.raises(ValidationError):
            ShotSpec(**(WIDE.model_dump() | {"lens_mm": lens}))


def test_a_character_speaks_for_herself() -> None:
    """What a character feels is set by her own cast member, in a scene and by a line that exist."""
    felt = Feel(
        character="MAYA", scene="1", feeling="dread", valence=-0.5, arousal=0.2, line=9, quote="q", reason="r"
    )
    given(*opening()).when(felt, by="cast:MAYA").then_kinds(EmotionalStateChanged)
    given(*opening()).when(felt, by="cast:TOM").refused("cast:TOM may not say what MAYA feels")
    given(*opening()).when(felt.model_copy(update={"scene": "9"}), by="cast:MAYA").refused("no scene 9")
    given(*opening()).when(felt.model_copy(update={"line": 10}), by="cast:MAYA").refused("no line 10")
