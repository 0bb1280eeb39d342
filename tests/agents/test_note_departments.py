"""Notes by their words: the department they are for, the piece they name, and an answer that says what changed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cineledger.agents import desk, governing
from cineledger.agents.craft.oklch import from_hex
from cineledger.agents.noting.changes import can_not, changed
from cineledger.agents.noting.departments import concerned, department_of
from cineledger.domain.design.events import SetDesigned
from cineledger.domain.edit.events import Cut, SceneAssembled
from cineledger.domain.ledger import Ledger
from cineledger.domain.notes.commands import GiveNote
from cineledger.domain.notes.events import NoteAnswered, NoteGiven
from cineledger.domain.office.events import SceneListed
from tests.support.studio import opened, work

SCRIPT = """INT. KITCHEN - NIGHT

A smoke alarm beeps. MAYA waves at it with a revolver in her hand. Rain on the window.

MAYA
It never stops.

TOM
Nothing stops.

He goes to the door.

EXT. YARD - DAY

Maya sits down. Tom sits down beside her.

MAYA
Now it has.
"""


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """A finished film of two scenes; notes on it stand beside each other."""
    with opened(tmp_path_factory.mktemp("notes"), script=SCRIPT) as ledger:
        work(ledger)
        yield ledger


def answered(ledger: Ledger, text: str) -> tuple[str, str, NoteGiven]:
    """Who answered a note and what, and the note."""
    given = governing.note(ledger, "pilot", GiveNote(text=text))
    work(ledger)
    ((actor, said),) = [
        (r.actor, r.fact.text)
        for r in ledger.records("pilot")
        if isinstance(r.fact, NoteAnswered) and r.fact.note == given.number
    ]
    assert isinstance(given.fact, NoteGiven)
    return actor, said, given.fact


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Scene 4 drags; cut it faster.", "editor"),
        ("I want music in scene 4, playful.", "composer"),
        ("Louder sound in scene 2.", "sound_designer"),
        ("Make the kitchen yellow", "set_designer"),
        ("Scene 2 should be brighter", "cinematographer"),
        ("Shoot the kitchen first", "producer"),
        ("Too expensive", "producer"),
        ("The smoke alarm needs no smoke machine", "producer"),
        ("No push-ins, and calmer.", None),
        ("Too wide: I lose her.", None),
        ("Lovely work.", None),
    ],
)
def test_words_name_a_department(text: str, role: str | None) -> None:
    """Each department by its own words; what is of the camera, or of nothing, names none."""
    found = department_of(text)
    assert (found.role if found else None) == role


def test_a_colour_goes_to_the_set_that_is_named(film: Ledger) -> None:
    """The set designer makes that set's design again, with the colour, and says what came and went."""
    actor, said, given = answered(film, "Make the kitchen yellow")
    state = film.load("pilot").state
    assert actor == given.to == "set_designer" and said.startswith("I make it anew: palette now ")
    design = state.works.of(SetDesigned)["KITCHEN"]
    lightness, _, yellow = max((from_hex(swatch.hex) for swatch in design.palette), key=lambda lab: lab[2])
    assert lightness > 0.7 and yellow > 0.05


def test_a_scene_by_its_number_is_lit_or_cut_otherwise(film: Ledger) -> None:
    """The piece of the scene that a note names is made again; the answer has what it was and what it is."""
    actor, said, _ = answered(film, "Scene 1 should be brighter.")
    assert actor == "cinematographer" and "key light LOW → MID" in said
    actor, said, _ = answered(film, "Scene 1 drags; cut it faster.")
    assert actor == "editor" and ("seconds " in said or "one shot" in said)


def test_a_sheet_loses_what_a_note_strikes(film: Ledger) -> None:
    """An item that a breakdown sheet lists is named by the note, and is gone from it."""
    before = film.load("pilot").state.works.of(SceneListed)["1"]
    name = next(item.name for item in before.items if item.category not in ("CAST", "CHILDREN"))
    actor, said, _ = answered(film, f"The scene needs no {name}.")
    after = film.load("pilot").state.works.of(SceneListed)["1"]
    assert actor == "producer" and name not in {item.name for item in after.items}
    assert "items without " in said and name in said


@pytest.mark.parametrize(
    ("text", "role", "step"),
    [
        ("Too expensive", "producer", "cineledger allot NAME AMOUNT"),
        ("Shoot the kitchen first", "producer", "which set comes first follows from"),
        ("I want music in scene 9.", "composer", "--about cues KEY"),
        ("It should be brighter.", "cinematographer", "name a scene by its number"),
    ],
)
def test_what_no_rule_carries_out_is_told_the_next_step(
    film: Ledger, text: str, role: str, step: str
) -> None:
    """Nothing changes, and the answer says what would change it."""
    actor, said, _ = answered(film, text)
    assert actor == role and said.startswith("Nothing changes") and step in said


def test_a_note_that_comes_before_the_work_waits(tmp_path: Path) -> None:
    """While nothing is made it is the director's, who hands it to the department once the film is planned."""
    with opened(tmp_path, script=SCRIPT) as ledger:
        actor, said, given = answered(ledger, "Too expensive")
        assert given.to == "director" and actor == "producer" and "cineledger allot" in said


def test_a_scene_of_one_shot_can_not_be_cut_faster() -> None:
    """The answer says so instead of a tenth of a second."""
    cut = Cut(shot="1A", first=0, last=3, seconds=19.2, why="it holds")
    scene = SceneAssembled(
        reason="r",
        scene="1",
        transition="CUT",
        transition_why="w",
        pace="measured",
        cuts=(cut,),
        seconds=19.2,
    )
    shorter = scene.model_copy(update={"seconds": 19.1})
    assert changed(scene, shorter) == "seconds 19.2 → 19.1"
    assert can_not(scene) == " The scene has one shot: it can't be cut faster without another."
    assert can_not(scene.model_copy(update={"cuts": (cut, cut)})) == ""


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("Warmer walls in the kitchen.", ("set_designer",)),
        ("More music, and quicker cutting.", ("composer", "editor")),
        ("More music, and intimate faces.", ()),
        ("No handheld while the music plays.", ()),
        ("Music that tells the story.", ()),
        ("Think of my grandmother.", ()),
    ],
)
def test_whom_a_broadcast_concerns(text: str, whose: tuple[str, ...]) -> None:
    """Departments by their words; everybody where it is about the look, a limit, the story, or nothing of theirs."""
    assert concerned(text) == whose


def test_a_broadcast_is_gone_over_by_whom_it_concerns(tmp_path: Path) -> None:
    """Of the departments only the one that it names reacts, beside the leaders; its work is made anew."""
    with opened(tmp_path, script=SCRIPT) as ledger:
        work(ledger)
        (said,) = desk.impose(ledger, "pilot", "broadcast", "Green walls.")
        work(ledger)
        reacted = [r for r in ledger.records("pilot") if r.reaction and r.reaction.number == said.number]
        assert {r.actor for r in reacted} == {"set_designer", "director", "producer", "showrunner"}
        assert any(isinstance(r.fact, SetDesigned) for r in reacted)
        (again,) = desk.impose(ledger, "pilot", "broadcast", "Think of my grandmother.")
        work(ledger)
        reacted = [r for r in ledger.records("pilot") if r.reaction and r.reaction.number == again.number]
        assert {"composer", "editor", "cinematographer"} <= {r.actor for r in reacted}
