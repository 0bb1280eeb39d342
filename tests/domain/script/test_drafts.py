"""Revised drafts: what changed is told and nothing else, and ids outlive places and numbers."""

import random

import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from cineledger.domain.cast.events import (
    CharacterIntroduced,
    CharacterRecounted,
    EmotionalStateChanged,
    EmotionalStateReopened,
)
from cineledger.domain.debate.events import QuestionDropped, QuestionOpened, QuestionReopened, RoundOpened
from cineledger.domain.event import Event
from cineledger.domain.production.events import RoleJoined
from cineledger.domain.script.commands import BreakDownScene
from cineledger.domain.script.events import (
    Beat,
    DraftImported,
    SceneBrokenDown,
    SceneOmitted,
    SceneRenumbered,
    SceneRevised,
    ScenesOrdered,
    ScriptPaged,
)
from cineledger.domain.script.revising import ImportDraft
from cineledger.domain.shots.events import ShotOmitted, ShotPlanned, ShotReopened
from cineledger.domain.state import State
from tests.projections.worlds import shot as a_shot
from tests.support.drafts import (
    CABIN,
    FIRST,
    HARBOUR,
    KITCHEN,
    ORCHARD,
    QUAY,
    after,
    draft,
    only,
    revised,
)
from tests.support.film import opening
from tests.support.scenario import By, given


def written(state: State) -> str:
    """The script as the state has it."""
    return state.script.title_text + "".join(scene.written.text for scene in state.script.present())


def kinds(text: str) -> list[type]:
    """The kinds of events that a draft of the first comes to."""
    return [type(event) for event in revised(text)]


def test_the_same_script_changes_nothing() -> None:
    """A draft that says what the script says is no event."""
    assert revised(FIRST) == []


def test_only_the_orchestrator_takes_drafts_in() -> None:
    """Nobody else may, where there is no script there is nothing to revise, and a draft has a scene."""
    take = ImportDraft(text=FIRST, source="blue.fountain", encoding="utf-8")
    given(*opening(FIRST)).when(take, by="writer").refused("may not import")
    given(*opening("")).when(take).refused("no script to revise")
    given(*opening(FIRST)).when(take.model_copy(update={"text": " \n"})).refused("has no scene")


def test_changes_are_recorded_as_they_were_looked_at() -> None:
    """Where the production went on since, they are looked at again."""
    take = ImportDraft(text=KITCHEN, source="blue.fountain", encoding="utf-8", seen=3)
    given(*opening(FIRST)).when(take).refused("went on since")


def test_a_title_page_alone_is_a_draft() -> None:
    """It is taken in without touching a scene."""
    events = revised("Title: Crossing\n\n" + FIRST)
    assert [type(event) for event in events] == [DraftImported, ScriptPaged]


def test_a_changed_line() -> None:
    """Its scene has other lines; the pairs say which stood before, and which was edited."""
    text = FIRST.replace("Forty-one. That gets", "Forty-two. That gets")
    (scene,) = only(revised(text), SceneRevised)
    assert (scene.scene, scene.number, scene.draft) == ("2", "2", 2)
    assert [(run.first, run.into, run.count, run.edited) for run in scene.runs] == [
        (0, 0, 3, False),
        (3, 3, 1, True),
        (4, 4, 5, False),
    ]
    assert kinds(text) == [DraftImported, SceneRevised, ScriptPaged]


def test_a_moved_scene() -> None:
    """One event puts the scenes in order and names the one that moved; its lines are not written again."""
    events = revised(draft(HARBOUR, CABIN, QUAY, KITCHEN.rstrip("\n") + "\n"))
    (order,) = only(events, ScenesOrdered)
    assert (order.order, order.moved) == (("1", "3", "4", "2"), ("2",))
    assert not only(events, SceneOmitted)


def test_an_inserted_scene_gets_a_letter() -> None:
    """Numbers once given stay: what comes after 2 is 2A, and stands there."""
    events = revised(draft(HARBOUR, KITCHEN, ORCHARD, CABIN, QUAY))
    (scene,) = only(events, SceneRevised)
    assert (scene.scene, scene.number) == ("2A", "2A")
    assert only(events, ScenesOrdered)[0].order == ("1", "2", "2A", "3", "4")
    assert only(events, CharacterIntroduced) == [
        CharacterIntroduced(character="OLD WOMAN", first_scene="2A", speeches=1)
    ]
    assert only(events, RoleJoined) == [RoleJoined(role="cast:OLD WOMAN")]


def test_an_omitted_scene_keeps_its_number() -> None:
    """It stays in its place as OMITTED, and who spoke there alone has nothing left to say."""
    events = revised(draft(HARBOUR, KITCHEN, QUAY))
    assert only(events, SceneOmitted) == [SceneOmitted(scene="3", number="3", draft=2, into=None)]
    assert CharacterRecounted(character="CAPTAIN", first_scene=None, speeches=0) in events
    state = after(*events)
    assert state.script.order == ("1", "2", "3", "4") and state.script.scenes["3"].omitted
    assert written(state) == draft(HARBOUR, KITCHEN, QUAY)


def test_an_omitted_number_is_not_given_again() -> None:
    """A scene put where an omitted one stood gets a number of its own."""
    state = after(*revised(draft(HARBOUR, KITCHEN, QUAY)))
    history = [*opening(FIRST), *revised(draft(HARBOUR, KITCHEN, QUAY))]
    events = revised(draft(HARBOUR, KITCHEN, ORCHARD, QUAY), *history)
    (scene,) = only(events, SceneRevised)
    assert scene.number not in {s.written.number for s in state.script.scenes.values()}
    assert only(events, ScenesOrdered)[0].order == ("1", "2", "2A", "3", "4")


def test_a_renumbered_scene() -> None:
    """A typed number is the scene's from then on; id and lines stay."""
    text = FIRST.replace("INT. CABIN - NIGHT", "INT. CABIN - NIGHT #12#")
    events = revised(text)
    (scene,) = only(events, SceneRevised)
    assert (scene.scene, scene.number) == ("3", "12")
    assert [(r.first, r.into, r.count) for r in scene.runs] == [(0, 0, len(scene.elements))]


def test_numbers_typed_for_all_scenes() -> None:
    """The slug lines get numbers, so their text is recorded; nothing rests on a number."""
    typed = [
        scene.replace(" - ", " - ", 1).replace("\n", f" #{number}#\n", 1)
        for number, scene in enumerate((HARBOUR, KITCHEN, CABIN, QUAY), start=10)
    ]
    events = revised(draft(*typed))
    assert [(s.scene, s.number) for s in only(events, SceneRevised)] == [
        ("1", "10"),
        ("2", "11"),
        ("3", "12"),
        ("4", "13"),
    ]
    assert [(s.scene, s.number) for s in only(events, SceneRenumbered)] == [
        ("1", "10"),
        ("2", "11"),
        ("3", "12"),
        ("4", "13"),
    ]


def numbered(scene: str, number: str) -> str:
    """A scene whose slug line has a number."""
    return scene.replace("\n", f" #{number}#\n", 1)


def test_numbers_that_change_places() -> None:
    """Two scenes may take each other's number."""
    events = revised(draft(numbered(HARBOUR, "2"), numbered(KITCHEN, "1"), CABIN, QUAY))
    assert [(s.scene, s.number) for s in only(events, SceneRenumbered)] == [("1", "2"), ("2", "1")]


def test_a_number_is_nobody_elses() -> None:
    """What is typed where it is taken, twice in a draft or by a scene that keeps it, stands with a count behind it."""
    put_in = revised(draft(HARBOUR, KITCHEN, ORCHARD, CABIN, QUAY))
    twice = draft(
        HARBOUR, KITCHEN, ORCHARD, CABIN, QUAY, numbered(ORCHARD.replace("Bees", "Wasps, and"), "2A")
    )
    state = given(*opening(FIRST), *put_in, *revised(twice, *opening(FIRST), *put_in)).state
    numbers = [scene.written.number for scene in state.script.present()]
    assert numbers == ["1", "2", "2A", "3", "4", "2A.2"]
    both = revised(draft(numbered(HARBOUR, "7"), numbered(KITCHEN, "7"), CABIN, QUAY))
    assert [s.number for s in only(both, SceneRevised)] == ["7", "7.2"]


def test_a_split_scene() -> None:
    """The first part stays the scene; the second is a new one whose lines came from there."""
    at = KITCHEN.index("Ivo pushes")
    first, second = KITCHEN[:at], "INT. HALLWAY - NIGHT\n\n" + KITCHEN[at:]
    events = revised(draft(HARBOUR, first + second, CABIN, QUAY))
    ours, theirs = only(events, SceneRevised)
    assert (ours.scene, theirs.scene) == ("2", "2A")
    assert {run.scene for run in ours.runs} == {"2"} and {run.scene for run in theirs.runs} == {"2"}
    assert sum(run.count for run in theirs.runs) == 3
    assert not only(events, SceneOmitted)


def test_merged_scenes() -> None:
    """The one that is gone says where its lines went."""
    merged = KITCHEN + CABIN.split("\n", 2)[2]
    events = revised(draft(HARBOUR, merged, QUAY))
    (scene,) = only(events, SceneRevised)
    assert scene.scene == "2" and [run.scene for run in scene.runs] == ["2", "3"]
    assert only(events, SceneOmitted) == [SceneOmitted(scene="3", number="3", draft=2, into="2")]


def test_a_renamed_set() -> None:
    """Another slug line over the same lines is the same scene."""
    events = revised(FIRST.replace("INT. CABIN - NIGHT", "INT. ENGINE ROOM - NIGHT"))
    (scene,) = only(events, SceneRevised)
    assert (scene.scene, scene.location) == ("3", "ENGINE ROOM")


def test_a_scene_written_anew() -> None:
    """All new words under the same slug line, between the same scenes: the scene goes on."""
    anew = "INT. CABIN - NIGHT\n\nDarkness.\n\nCAPTAIN\nWake up!\n"
    events = revised(draft(HARBOUR, KITCHEN, anew, QUAY))
    (scene,) = only(events, SceneRevised)
    assert scene.scene == "3" and not only(events, SceneOmitted)


def test_a_scene_that_comes_back_line_for_line_is_that_scene_again() -> None:
    """It has its number again, and is read anew."""
    out = revised(draft(HARBOUR, KITCHEN, QUAY))
    back = revised(FIRST, *opening(FIRST), *out)
    (scene,) = only(back, SceneRevised)
    assert (scene.scene, scene.number, scene.runs) == ("3", "3", ())
    state = after(*out, *back)
    assert not state.script.scenes["3"].omitted and written(state) == FIRST


@pytest.mark.parametrize(
    "cabin",
    [
        CABIN.replace("\n", "\r\n"),
        CABIN.replace("Rain on", "Heavy rain on"),
        CABIN.replace("NIGHT", "NIGHT #3#").replace("Rain on the porthole.", "Snow."),
    ],
)
def test_a_scene_comes_back_by_its_words_or_its_number(cabin: str) -> None:
    """Other line ends, a word more, or other words under its number: it is that scene."""
    out = revised(draft(HARBOUR, KITCHEN, QUAY))
    (scene,) = only(revised(draft(HARBOUR, KITCHEN, cabin, QUAY), *opening(FIRST), *out), SceneRevised)
    assert (scene.scene, scene.number) == ("3", "3")


# What rests on lines

BEATS = (
    Beat(
        beat=1, kind="exchange", first=0, last=3, people=("IVO",), emphasis=0.3, moves=False, turn="he counts"
    ),
    Beat(
        beat=2, kind="reveal", first=4, last=8, people=("ANNA",), emphasis=0.9, moves=True, turn="they stay"
    ),
)


def shot(slate: str, beat: int, first: int, last: int) -> ShotPlanned:
    """A shot of the kitchen."""
    changes = {"scene": "2", "beat": beat, "first": first, "last": last}
    return a_shot(slate).model_copy(update=changes)


def felt(scene: str) -> EmotionalStateChanged:
    """What Anna feels."""
    return EmotionalStateChanged(
        character="ANNA",
        scene=scene,
        feeling="calm",
        valence=0.1,
        arousal=0.1,
        line=None,
        quote="",
        reason="she waits",
    )


def planned() -> list[Event | By]:
    """Scene 2 read, asked about, shot and felt; scene 1 felt."""
    history: list[Event | By] = [
        *opening(FIRST),
        By("director", SceneBrokenDown(scene="2", beats=BEATS, debated=(1, 2))),
    ]
    number = len(history)
    asked = [
        QuestionOpened(
            subject="beat_coverage",
            text="?",
            scene="2",
            beat=beat,
            tier="collaborative",
            rounds=2,
            lead="director",
            concerned=("writer",),
        )
        for beat in (1, 2)
    ]
    waiting = [QuestionReopened(question=number + place, reason="?") for place in (0, 1)]
    rounds = [RoundOpened(question=number + place, round=1, waiting=("writer",)) for place in (0, 1)]
    events: list[Event] = [*asked, *waiting, *rounds]
    return [
        *history,
        *(By("director", event) for event in events),
        By("cinematographer", shot("2A", 1, 0, 8)),
        By("cinematographer", shot("2B", 1, 0, 3)),
        By("cinematographer", shot("2C", 2, 4, 8)),
        By("cast:ANNA", felt("1")),
        By("cast:ANNA", felt("2")),
    ]


def test_what_rested_on_a_changed_line_is_reopened_and_the_rest_stands() -> None:
    """Shots and questions of the beat, shots across it, and what was felt in the scene; nothing else."""
    events = revised(FIRST.replace("Forty-one", "Forty-two"), *planned())
    assert [s.shot for s in only(events, ShotReopened)] == ["2A", "2B"]
    (again,) = only(events, QuestionReopened)
    assert "draft 2" in again.reason
    assert only(events, EmotionalStateReopened) == [
        EmotionalStateReopened(character="ANNA", scene="2", draft=2)
    ]
    (scene,) = only(events, SceneRevised)
    assert [beat.beat for beat in scene.standing] == [2] and scene.debated == (2,)


def test_lines_that_only_move_down_carry_their_work_along() -> None:
    """A line put before a beat moves the beat and its shot, and reopens neither."""
    events = revised(FIRST.replace("\nThe kettle does", "\nA clock ticks.\n\nThe kettle does"), *planned())
    (scene,) = only(events, SceneRevised)
    assert [(beat.beat, beat.first, beat.last) for beat in scene.standing] == [(2, 5, 9)]
    state = given(*planned(), *events).state
    assert [(s.planned.shot, s.first, s.last, s.status) for s in state.shots.scene("2")][2] == (
        "2C",
        5,
        9,
        "planned",
    )


def test_a_note_in_the_margin_reopens_nothing() -> None:
    """What is not printed was never played."""
    events = revised(FIRST.replace("Ivo pushes", "[[ask props]]\n\nIvo pushes"), *planned())
    assert [type(event) for event in events] == [DraftImported, SceneRevised, ScriptPaged]


def test_another_time_of_day_touches_everything_in_the_scene() -> None:
    """Every shot and question of it is reopened."""
    events = revised(FIRST.replace("KITCHEN - NIGHT", "KITCHEN - DAY"), *planned())
    assert [s.shot for s in only(events, ShotReopened)] == ["2A", "2B", "2C"]
    assert len(only(events, QuestionReopened)) == 2


def test_with_a_scene_goes_what_was_planned_for_it() -> None:
    """Its shots are omitted, its questions dropped, and nobody feels anything in it."""
    events = revised(draft(HARBOUR, CABIN, QUAY), *planned())
    assert [s.shot for s in only(events, ShotOmitted)] == ["2A", "2B", "2C"]
    assert len(only(events, QuestionDropped)) == 2 and not only(events, QuestionReopened)
    state = given(*planned(), *events).state
    assert not state.shots.scene("2") and not state.debate.undecided
    assert "2" not in state.cast.characters["ANNA"].feelings


def test_a_beat_that_stands_is_kept_by_who_reads_the_scene_again() -> None:
    """Its count and lines stay; the others are read anew under the counts they had, or the next."""
    history = [*planned(), *revised(FIRST.replace("Forty-one", "Forty-two"), *planned())]
    standing = BEATS[1]
    again, new = BEATS[0], BEATS[0].model_copy(update={"beat": 3})
    read = BreakDownScene(scene="2", beats=(again, standing), debated=(1, 2))
    given(*history).when(read, by="director").then(
        SceneBrokenDown(scene="2", beats=(again, standing), debated=(1, 2))
    )
    moved = standing.model_copy(update={"first": 5})
    given(*history).when(read.model_copy(update={"beats": (again, moved)}), by="director").refused("stands")
    given(*history).when(
        read.model_copy(update={"beats": (new.model_copy(update={"beat": 4}), standing), "debated": ()}),
        by="director",
    ).refused("not counted on")
    events = given(*history).when(
        read.model_copy(update={"beats": (new, standing), "debated": ()}), by="director"
    )
    dropped, _ = events.then_kinds(QuestionDropped, SceneBrokenDown)
    assert isinstance(dropped, QuestionDropped) and "beat 1" in dropped.reason


def test_work_on_the_lines_before_is_refused() -> None:
    """A reading that began before the draft came says nothing of the scene as it is."""
    history = [*planned(), *revised(FIRST.replace("Forty-one", "Forty-two"), *planned())]
    read = BreakDownScene(scene="2", beats=BEATS, debated=(), at=len(planned()) - 1)
    given(*history).when(read, by="director").refused("other lines since")


# Any edit at all


@st.composite
def edits(draw: st.DrawFn) -> str:
    """A script made from the first draft by moving, dropping, doubling, splitting and editing."""
    scenes = [HARBOUR, KITCHEN, CABIN, QUAY, ORCHARD]
    dice = random.Random(draw(st.integers(0, 10**9)))
    for _ in range(draw(st.integers(0, 6))):
        place = dice.randrange(len(scenes))
        match dice.choice(("move", "drop", "double", "edit", "cut", "slug", "number", "join")):
            case "move":
                scenes.insert(dice.randrange(len(scenes)), scenes.pop(place))
            case "drop" if len(scenes) > 1:
                scenes.pop(place)
            case "double":
                scenes.insert(place, scenes[place])
            case "edit":
                words = scenes[place].split(" ")
                words[dice.randrange(len(words))] += "x"
                scenes[place] = " ".join(words)
            case "cut":
                lines = scenes[place].splitlines(keepends=True)
                del lines[dice.randrange(len(lines))]
                scenes[place] = "".join(lines)
            case "slug":
                lines = scenes[place].splitlines(keepends=True)
                lines.insert(dice.randrange(len(lines) + 1), "\nEXT. FIELD - DAY\n\n")
                scenes[place] = "".join(lines)
            case "number":
                scenes[place] = scenes[place].replace("\n", f" #{dice.randrange(9)}#\n", 1)
            case "join" if place:
                scenes[place - 1] += "".join(scenes.pop(place).splitlines(keepends=True)[1:])
    return draft(*scenes)


@for_all(st.lists(edits(), min_size=1, max_size=4))
@settings(max_examples=150, deadline=None)
def test_any_drafts_in_a_row(drafts: list[str]) -> None:
    """The script is the last draft to the byte; numbers and ids are each borne by one scene; lines paired are alike."""
    history = opening(FIRST)
    for text in drafts:
        before = given(*history).state
        events = revised(text, *history) if text.strip() else []
        history = [*history, *events]
        state = given(*history).state
        assert written(state) == text
        assert sorted(state.script.order) == sorted(state.script.scenes)
        assert revised(text, *history) == []
        for scene in only(events, SceneRevised):
            for run in scene.runs:
                old = before.script.scenes[run.scene].written.elements
                for step in range(run.count):
                    there, here = old[run.first + step], scene.elements[run.into + step]
                    assert there.kind == here.kind
                    assert run.edited or there.text.split() == here.text.split()
            places = [run.into + step for run in scene.runs for step in range(run.count)]
            assert len(places) == len(set(places))


@pytest.mark.parametrize("seed", range(5))
def test_numbers_stay_apart(seed: int) -> None:
    """However many scenes are put in, no two scenes have one number unless somebody typed it twice."""
    dice, scenes, history = random.Random(seed), [HARBOUR, KITCHEN, CABIN, QUAY], opening(FIRST)
    for count in range(12):
        scenes.insert(dice.randrange(len(scenes) + 1), ORCHARD.replace("Bees", f"Bees and {count} wasps"))
        history = [*history, *revised(draft(*scenes), *history)]
    numbers = [s.written.number for s in given(*history).state.script.scenes.values()]
    assert len(numbers) == len(set(numbers)) == 16
