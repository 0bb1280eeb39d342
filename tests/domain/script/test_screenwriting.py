"""Lines as a writer hands them in: set as Fountain that reads back as the same lines, or refused."""

import pytest
from hypothesis import given as having
from hypothesis import strategies as st

from cineledger.domain.cast.performing import Mood, OwnLine, SceneRehearsed, TakeHeard, TakePlayed
from cineledger.domain.event import Event
from cineledger.domain.fountain import read
from cineledger.domain.refusal import Refused
from cineledger.domain.script.rewriting import ReviseScenes, Rewritten
from cineledger.domain.script.screenwriting import (
    LineKind,
    ScriptLine,
    line_faults,
    lines_of,
    name_fault,
    scene_of,
)
from cineledger.domain.work.commands import Deliver
from cineledger.domain.work.work import WorkStruck
from tests.support.film import opening
from tests.support.scenario import By, by, given

EVEN = Mood(feeling="even", valence=0, arousal=0)

KINDS: tuple[LineKind, ...] = ("action", "dialogue", "parenthetical", "transition")
pieces = st.sampled_from([*"aB .!>~=#()<@*_:-[]/\\\n\t^", "INT. ", "CUT TO:", "É", "李", "\u200b"])
texts = st.lists(pieces, max_size=24).map("".join)
lines = st.lists(
    st.builds(ScriptLine, kind=st.sampled_from(KINDS), text=texts, who=st.sampled_from(["", "MAYA", "TOM"])),
    max_size=6,
)


@having(lines, texts)
def test_a_scene_reads_back_as_it_was_handed_in_or_is_refused(
    handed: list[ScriptLine], synopsis: str
) -> None:
    """Whatever a mind writes, it is one scene under its slug line, with these lines and no other, or it is refused."""
    known = {"MAYA", "TOM"}
    if line_faults(handed, known):
        return
    try:
        scene = scene_of("INT. KITCHEN - NIGHT", synopsis, handed)
    except Refused:
        return
    script = read(f"EXT. YARD - DAY\n\nSnow.\n\n{scene.text}INT. HALL - DAY\n\nDust.\n")
    assert [s.heading.text for s in script.scenes if s.heading] == [
        "EXT. YARD - DAY",
        "INT. KITCHEN - NIGHT",
        "INT. HALL - DAY",
    ]
    assert script.scenes[1].elements == scene.elements
    assert {e.kind for e in scene.elements} <= {*KINDS, "heading", "cue", "synopsis"}
    assert lines_of(scene_of("INT. X - DAY", "", lines_of(scene.elements)).elements) == lines_of(
        scene.elements
    )
    assert [(line.kind, line.who) for line in lines_of(scene.elements)] == [
        (line.kind, line.who) for line in handed
    ]


@pytest.mark.parametrize(
    "name", ["", "maya", "INT. HOUSE", "CUT TO:", "TOM (V.O.)", "MAYA^", "@X", "...", "A\nEXT. X"]
)
def test_a_name_stands_on_a_cue_or_is_none(name: str) -> None:
    """Slug lines, transitions, marks and brackets are no names."""
    assert name_fault(name)


def test_a_name_of_any_script_stands_on_a_cue() -> None:
    """Capitals where there are some, the name as it is where there are none."""
    assert not [n for n in ("MAYA", "O'NEIL", "DR. NO", "李明", "R2-D2", "МАША") if name_fault(n)]


def take(**other: object) -> TakePlayed:
    """A take of MAYA's in scene 1 of The Kettle."""
    plain = {
        "character": "MAYA",
        "scene": "1",
        "take": 1,
        "intent": "make him stay",
        "subtext": "",
        "after": EVEN,
        "reason": "he came back",
    }
    return TakePlayed.model_validate({**plain, **other})


def test_the_words_of_a_brought_script_stand() -> None:
    """A cast member plays them as they are written; her take is taken all the same."""
    given(*opening()).when(Deliver(works=(take(),)), by="cast:MAYA").then(take())
    own = take(lines=(OwnLine(line=3, text="You came."),))
    given(*opening()).when(Deliver(works=(own,)), by="cast:MAYA").refused(because="stand as written")


def test_a_part_that_is_played_anew_begins_again() -> None:
    """With a first take the others go; a take out of turn, and one that nobody asked for, is not taken."""
    played: list[Event | By] = [*opening(), *by("cast:MAYA", take(), take(take=2))]
    struck = WorkStruck(work="TakePlayed", key="MAYA/1/2", reason="the part is played anew")
    anew = take(intent="make him go")
    given(*played).when(Deliver(works=(anew,)), by="cast:MAYA").then(anew, struck)
    third = Deliver(works=(take(take=3),))
    given(*played).when(third, by="cast:MAYA").refused(because="nobody asked for take 3")
    given(*opening()).when(third, by="cast:MAYA").refused(because="take 3 comes after others")


def test_a_part_is_its_own_cast_member_s() -> None:
    """Nobody plays another's part, nor one that is not in the scene."""
    given(*opening()).when(Deliver(works=(take(),)), by="cast:TOM").refused(because="may not hand in")
    given(*opening()).when(Deliver(works=(take(scene="2"),)), by="cast:MAYA").refused(
        because="has no line in scene 2"
    )


def test_an_emotion_lies_on_its_scale() -> None:
    """Valence and arousal run from -1 to 1."""
    with pytest.raises(ValueError, match="less than or equal to 1"):
        Mood(feeling="elated", valence=1.5, arousal=0)


def test_the_director_hears_what_was_played() -> None:
    """Word on a take that nobody played is refused."""
    heard = SceneRehearsed(
        scene="1", takes=(TakeHeard(character="MAYA", take=1, circled=True, printed=True),), reason="it plays"
    )
    given(*opening()).when(Deliver(works=(heard,)), by="director").refused(because="has no take 1")
    played: list[Event | By] = [*opening(), *by("cast:MAYA", take())]
    given(*played).when(Deliver(works=(heard,)), by="director").then(heard)


def test_a_brought_script_is_not_rewritten() -> None:
    """The writer revises the crew's own screenplay and no other, and nobody else revises that."""
    wish = ReviseScenes(
        scenes=(Rewritten(scene="1", lines=(ScriptLine(kind="action", text="Steam."),)),), reason="because"
    )
    given(*opening()).when(wish, by="writer").refused(because="not the crew's own")
    given(*opening()).when(wish, by="cast:MAYA").refused(because="may not rewrite")
