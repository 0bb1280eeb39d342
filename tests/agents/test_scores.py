"""Whole films scored and spotted: what must hold, and what visions, constraints, notes and limits change."""

from pathlib import Path
from statistics import mean

import pytest

from cineledger.agents import desk
from cineledger.domain.debate.events import ProposalApproved, ProposalMade, QuestionOpened
from cineledger.domain.debate.options import ChoiceOption, TradeOffOption
from cineledger.domain.design.events import SetGathered
from cineledger.domain.ledger import Draft, Ledger
from cineledger.domain.music.events import FILM, CueWritten, MotifComposed
from cineledger.domain.music.instruments import INSTRUMENTS
from cineledger.domain.music.theory import MODES
from cineledger.domain.notes.commands import GiveNote
from cineledger.domain.sound.events import AmbienceDesigned, SceneSpotted
from cineledger.domain.state import State
from cineledger.domain.talk.events import CommandRefused
from cineledger.domain.words import RESOURCES, SCENE_MUSIC, SCORE
from tests.support.studio import opened, work

CREEK = """Title: Dry Creek

EXT. DESERT - DAY

A rider, small under an enormous sky. ADA, 45, leads a second horse. Its saddle is empty.

She stops. She looks back for a long time. A hawk cries. She rides on.

EXT. MAIN STREET - DAY

Wind. A shutter bangs. Curtains move. A BOY, 8, watches from under the boardwalk.

BOY
Is he dead?

ADA
Go home, Sam.

BOY
He said he would teach me to ride.

Ada looks at him. She takes off her badge, then pins it on again. She walks across the street.

INT. SALOON - CONTINUOUS

A piano plays. HOLLIS, 60, sits alone at the back with a bottle.

HOLLIS
Marshal. You have been gone nine days.

ADA
You said two men. There were six.

Silence. Hollis pours two glasses. His hand shakes.

HOLLIS
You know by whom.

ADA
Say it! Say my brother's name!

HOLLIS
Your brother sold you, Ada. He sold you for the water.

Ada leaves the second glass untouched and walks out, across the boards and through the door, into the light.

EXT. GRAVEYARD - DUSK

Ada digs. Alone. The horse watches. The BOY comes up the hill with a lantern and stops.

BOY
Will you teach me?

ADA
Yes. I would love that. Thank you.

She gives him the shovel. They dig together, and the light goes, and neither of them stops.

EXT. DESERT - NIGHT

Ada and the Boy ride, one of them very small. Thunder, far off. She takes his hand. It begins to rain.

FADE OUT.
"""

RUSSIAN = """ИНТ. КУХНЯ - НОЧЬ

МАША стоит у окна. Идёт дождь. Она долго смотрит на улицу.

МАША
Ты вернулся!

ИВАН
Да.

Пауза. Маша обнимает его и молчит.
"""

VISIONS = {
    "intimate": "Intimate: faces before places.",
    "epic": "Epic: vast landscapes, people small in their world.",
    "comic": "A comedy, bright and playful.",
    "noir": "Film noir: hard shadows, dread.",
    "kinetic": "Kinetic and restless, the camera never stops moving.",
}


def film(folder: Path, vision: str, script: str = CREEK) -> State:
    """The state that a whole run leaves."""
    with opened(folder, script=script, vision=vision) as ledger:
        state = work(ledger)
        assert not [r for r in ledger.records("pilot") if isinstance(r.fact, CommandRefused)]
        return state


@pytest.fixture(scope="module")
def visions(tmp_path_factory: pytest.TempPathFactory) -> dict[str, State]:
    """One film under several visions."""
    return {name: film(tmp_path_factory.mktemp(name), text) for name, text in VISIONS.items()}


def cues(state: State) -> list[CueWritten]:
    """What is scored: not what the scenes play themselves."""
    return [cue for cue in state.works.of(CueWritten).values() if cue.way != "source"]


def choice(state: State) -> str:
    """How the film is scored."""
    for question in state.debate.questions.values():
        proposal = question.proposal(question.approved or 0)
        if question.opened.subject == SCORE and proposal and isinstance(proposal.option, ChoiceOption):
            return proposal.option.choice
    return ""


def tempo(state: State) -> float:
    return mean(theme.tempo for theme in state.works.of(MotifComposed).values())


def darkness(state: State) -> float:
    modes = list(MODES)
    return mean(modes.index(theme.music_key.split()[1]) for theme in state.works.of(MotifComposed).values())


def test_scores_differ_where_visions_do(visions: dict[str, State]) -> None:
    """Sparse near faces and in shadow, themes in a wide world and in a comedy, a pulse where nothing rests."""
    assert {name: choice(state) for name, state in visions.items()} == {
        "intimate": "sparse",
        "epic": "leitmotif",
        "comic": "leitmotif",
        "noir": "sparse",
        "kinetic": "driving",
    }


def test_an_epic_is_scored_more_than_a_chamber_piece(visions: dict[str, State]) -> None:
    """More cues, more of the film's time, more people playing."""
    epic, intimate = cues(visions["epic"]), cues(visions["intimate"])
    assert len(epic) > len(intimate)
    assert sum(cue.seconds for cue in epic) > sum(cue.seconds for cue in intimate)
    assert max(len(cue.instruments) for cue in epic) > max(len(cue.instruments) for cue in intimate)


def test_comedy_is_quick_and_bright_and_noir_slow_and_dark(visions: dict[str, State]) -> None:
    """Tempo and mode follow the vision; kinetic is quickest."""
    assert tempo(visions["comic"]) > tempo(visions["noir"])
    assert tempo(visions["kinetic"]) > tempo(visions["intimate"])
    assert darkness(visions["noir"]) > darkness(visions["comic"])
    metres = {theme.metre for theme in visions["comic"].works.of(MotifComposed).values()}
    assert "2/4" in metres


def test_each_vision_has_its_own_instruments(visions: dict[str, State]) -> None:
    """The film's theme is another instrument's in each, one of the palette."""
    led = {name: state.works.get(MotifComposed, FILM) for name, state in visions.items()}
    assert len({theme.instrument for theme in led.values() if theme}) == len(VISIONS)


def test_who_is_a_child_sounds_like_one(visions: dict[str, State]) -> None:
    """What the text gives for certain is the same under every vision that has the theme."""
    boys = [theme for state in visions.values() if (theme := state.works.get(MotifComposed, "BOY"))]
    assert len(boys) >= 2
    assert all(INSTRUMENTS[theme.instrument].centre >= 76 and theme.metre == "6/8" for theme in boys)


def test_music_of_the_text_stands_in_every_film(visions: dict[str, State]) -> None:
    """The piano in the saloon is in the script: a cue without tempo, key or theme, whatever the vision."""
    for state in visions.values():
        (piano,) = (cue for cue in state.works.of(CueWritten).values() if cue.way == "source")
        assert (piano.usage, piano.tempo, piano.music_key, piano.whose) == ("VI", None, None, None)


def test_themes_develop_with_the_story(visions: dict[str, State]) -> None:
    """The first statement of each theme is plain; the last of one that returns says how its owner ended."""
    for state in visions.values():
        order = state.script.order
        heard = sorted(cues(state), key=lambda cue: (order.index(cue.scene), cue.first))
        for whose in {cue.whose for cue in heard}:
            ways = [cue.way for cue in heard if cue.whose == whose]
            assert ways[0] == "plain"
            assert len(ways) == 1 or ways[-1] in ("resolved", "unresolved")


def test_cues_rest_on_what_was_decided(visions: dict[str, State]) -> None:
    """The decision on the score and the theme, so that `why` walks on from a cue; lines are cited."""
    for state in visions.values():
        (decision,) = (q.decision for q in state.debate.questions.values() if q.opened.subject == SCORE)
        for cue in cues(state):
            theme = state.works.standing(MotifComposed, cue.whose or "")
            assert decision in cue.rests and theme is not None and theme.number in cue.rests
            assert "“" in cue.reason


def test_few_beats_are_argued_about(visions: dict[str, State]) -> None:
    """At most three, each in another scene; what was decided holds in the cues."""
    for state in visions.values():
        asked = [q for q in state.debate.questions.values() if q.opened.subject == SCENE_MUSIC]
        assert 1 <= len(asked) <= 3 and len({q.opened.scene for q in asked}) == len(asked)
        for question in asked:
            proposal = question.proposal(question.approved or 0)
            scene = state.script.scenes[question.opened.scene or ""]
            beat = scene.beat(question.opened.beat or 0)
            assert beat and proposal and isinstance(proposal.option, ChoiceOption)
            over = [
                cue
                for cue in cues(state)
                if cue.scene == scene.written.scene and cue.first <= beat.last and beat.first <= cue.last
            ]
            assert bool(over) == (proposal.option.choice == "music")


def test_the_crew_disagrees_about_music(visions: dict[str, State]) -> None:
    """Sound, editing and direction offer rivals and object, for reasons of their own."""
    questions = [
        q
        for s in visions.values()
        for q in s.debate.questions.values()
        if q.opened.subject in (SCORE, SCENE_MUSIC)
    ]
    rivals = {p.by for q in questions for p in q.proposals[1:]}
    rivals |= {
        p.role for q in questions for p in q.positions if p.supports and p.proposal != q.proposals[0].number
    }
    assert {"sound_designer", "director", "editor"} <= rivals
    assert {p.criterion for q in questions for p in q.positions if not p.supports} >= {"room", "vision"}


def test_every_scene_is_spotted_and_every_set_sounds(visions: dict[str, State]) -> None:
    """With the cues that stand as MX at their lines, and the ambience of the scene's set."""
    for state in visions.values():
        assert set(state.works.of(AmbienceDesigned)) == set(state.works.of(SetGathered))
        spotted = state.works.of(SceneSpotted)
        assert set(spotted) == set(state.script.order)
        for cue in state.works.of(CueWritten).values():
            spots = [
                s for s in spotted[cue.scene].spots if s.kind == "MX" and s.what.startswith(f"{cue.cue} ")
            ]
            assert [(s.first, s.last) for s in spots] == [(cue.first, cue.last)]


@pytest.mark.parametrize(
    ("words", "scored", "own"),
    [("No score.", False, True), ("No music at all.", False, False), ("Only source music.", False, True)],
)
def test_what_is_ruled_out_is_not_written(tmp_path: Path, words: str, scored: bool, own: bool) -> None:
    """Without a score there are no themes and no cues but the scene's own; without music not even that."""
    state = film(tmp_path, f"Epic and vast. {words}")
    assert bool(cues(state)) is scored and not state.works.of(MotifComposed)
    assert any(cue.way == "source" for cue in state.works.of(CueWritten).values()) is own
    assert len(state.works.of(SceneSpotted)) == len(state.script.order)


def test_constraints_bend_the_score(tmp_path: Path) -> None:
    """Only the piano plays, and not in the scenes that are named; what stands is redone when it is said later."""
    with opened(tmp_path, script=CREEK, vision=VISIONS["epic"]) as ledger:
        before = work(ledger)
        assert any(cue.scene == "5" for cue in cues(before))
        desk.impose(ledger, "pilot", "constraint", "Piano only. No music in scene 5.")
        state = work(ledger)
    assert {i for cue in cues(state) for i in cue.instruments} == {"piano"}
    assert cues(state) and not any(cue.scene == "5" for cue in cues(state))
    assert {theme.instrument for theme in state.works.of(MotifComposed).values()} == {"piano"}


def longest(state: State) -> CueWritten:
    return max(cues(state), key=lambda cue: (cue.last - cue.first, cue.cue))


def test_notes_on_cues_are_heeded(tmp_path: Path) -> None:
    """Less music is fewer players, and none is none, also when the cue is thought over again."""
    with opened(tmp_path, script=CREEK, vision=VISIONS["epic"]) as ledger:
        state = work(ledger)
        thick = next(cue for cue in cues(state) if len(cue.instruments) > 1)
        gone = next(cue for cue in cues(state) if cue.cue != thick.cue)
        for cue, text in ((thick, "Less music here."), (gone, "No music here.")):
            done = state.works.standing(CueWritten, cue.cue)
            assert done is not None
            desk.order(ledger, "pilot", GiveNote(text=text, about=done.number, table="cues", key=cue.cue))
        after = work(ledger)
        assert len(after.works.of(CueWritten)[thick.cue].instruments) == 1
        assert gone.cue not in after.works.of(CueWritten)
        desk.impose(ledger, "pilot", "broadcast", "Keep going, it is beautiful.")
        again = work(ledger)
    assert gone.cue not in again.works.of(CueWritten)
    assert len(again.works.of(CueWritten)[thick.cue].instruments) == 1


def give_up(ledger: Ledger, *given_up: str) -> None:
    """The crew decides to do without some cues."""
    head = ledger.head("pilot")
    asked = head.number + 1
    facts = (
        QuestionOpened(
            subject=RESOURCES,
            text="How do we stay within what we have?",
            scene=None,
            beat=None,
            tier="collaborative",
            rounds=1,
            lead="producer",
            concerned=("producer",),
        ),
        ProposalMade(
            question=asked,
            option=TradeOffOption(way="fewer_cues", statement="fewer cues", cues=given_up),
            criterion="cost",
            reason="musicians cost",
        ),
        ProposalApproved(question=asked, proposal=asked + 1, authority="consensus"),
    )
    drafts = [Draft(fact, (head.number,)) for fact in facts]
    ledger.append("pilot", head, drafts, actor="producer", command="Say")


def test_cues_that_were_given_up_stay_away(tmp_path: Path) -> None:
    """They are struck when that is decided, the others keep their numbers, and nothing brings them back."""
    with opened(tmp_path, script=CREEK, vision=VISIONS["epic"]) as ledger:
        before = {cue.cue: cue.scene for cue in cues(work(ledger))}
        lost = sorted(before)[1]
        give_up(ledger, lost)
        after = {cue.cue: cue.scene for cue in cues(work(ledger))}
        assert after == {number: scene for number, scene in before.items() if number != lost}
        desk.impose(ledger, "pilot", "broadcast", "Go on.")
        assert {cue.cue: cue.scene for cue in cues(work(ledger))} == after


def test_a_draft_changes_the_cues_of_its_scenes_alone(tmp_path: Path) -> None:
    """Scenes that did not change keep their cues' numbers and places when others are rewritten."""
    with opened(tmp_path, script=CREEK, vision=VISIONS["epic"]) as ledger:
        before = {cue.cue: (cue.scene, cue.first, cue.last) for cue in cues(work(ledger))}
        text = CREEK.replace(
            "Wind. A shutter bangs.", "Wind. Dust. A dog barks twice, then thinks better of it."
        )
        script = desk.Script(text=text, source="draft.fountain", encoding="utf-8")
        desk.take_in_draft(ledger, "pilot", script, ledger.head("pilot").number)
        after = {cue.cue: (cue.scene, cue.first, cue.last) for cue in cues(work(ledger))}
    kept = {number for number, (scene, _, _) in before.items() if scene != "2"}
    assert kept and {n: after.get(n) for n in kept} == {n: before[n] for n in kept}


def test_unknown_feelings_take_no_side(tmp_path: Path) -> None:
    """A script in another language has themes that say that nothing is known, and cues with moods of what is done."""
    state = film(tmp_path, "эпично", RUSSIAN)
    themes = state.works.of(MotifComposed)
    assert themes and all("not known" in theme.reason for theme in themes.values())
    spots = [spot.what for scene in state.works.of(SceneSpotted).values() for spot in scene.spots]
    assert "rain" in spots
