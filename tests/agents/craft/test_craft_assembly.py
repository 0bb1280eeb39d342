"""The cut: on scenes made for each rule, and on whole films."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cineledger.agents.craft.framed import SeenShot
from cineledger.agents.craft.pacing import TEMPI, TRIM
from cineledger.agents.craft.passages import heat_of, marks, passages, playing
from cineledger.agents.craft.pronouns import called
from cineledger.domain.debate.options import Look
from cineledger.domain.fountain.screenplay import Element
from tests.agents.craft.craft_cuts import average, cut, one, played, seen, shots_of, spec
from tests.agents.craft.craft_films import DRAMA, FILMS, PLAIN, Scene, scenes

SCENES = [scene for film in FILMS for scene in scenes(film)]
LOOKS = (PLAIN, Look(closeness=0.9, motion=0, contrast=0), Look(closeness=-0.9, motion=0.9, contrast=0.8))
TALK = """INT. KITCHEN - NIGHT

MAYA and TOM at the table.

TOM
No.

MAYA
Yes.

TOM
Why?

MAYA
You know.

TOM
Do I?

MAYA
Yes, Tom.
"""
Rows = tuple[tuple[str, str, str], ...]
PAIR: Rows = (("MAYA", "MCU", "OTS"), ("TOM", "MCU", "OTS"))
TALKING: Rows = (*PAIR, ("MAYA and TOM", "MS", "2S"), ("MAYA, TOM", "WS", "MASTER"))


def whole(scene: Scene, rows: Rows) -> list[SeenShot]:
    """Shots that each cover all of a scene: whom, how near, of which type."""
    return [seen(spec(size, kind, who), 0, len(scene.elements) - 1) for who, size, kind in rows]


def _pieces(scene: Scene, line: int) -> int:
    """In how many pieces a direction plays."""
    return sum(p.first == line for p in played(scene))


@pytest.mark.parametrize("pacing", TEMPI)
@pytest.mark.parametrize("look", LOOKS, ids=("plain", "near", "far"))
def test_every_line_plays_once_and_in_order(pacing: str, look: Look) -> None:
    """The cuts of a scene hold each of its lines, in order, in shots that cover them.

    Only a direction in which things happen plays in more than one, and those follow each other.
    """
    for scene in SCENES:
        shots = shots_of(scene, look)
        cuts = cut(scene, shots, pacing=pacing, look=look).cuts
        lines = [line for made in cuts for line in range(made.first, made.last + 1)]
        shared = [one for one, other in itertools.pairwise(lines) if one == other]
        assert lines == sorted(lines)
        assert set(shared) <= {p.first for p in played(scene) if not p.speech and _pieces(scene, p.first) > 1}
        assert {p.first for p in played(scene)} | {p.last for p in played(scene)} <= set(lines)
        assert all(shots[c.shot].first <= c.first and c.last <= shots[c.shot].last for c in cuts)
        assert all(left.shot != right.shot for left, right in itertools.pairwise(cuts))


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_what_no_shot_covers_is_left_out(data: st.DataObject) -> None:
    """With shots missing, exactly the lines that some shot covers are played."""
    scene = data.draw(st.sampled_from(SCENES))
    shots = [shot for shot in shots_of(scene) if data.draw(st.booleans())]
    cuts = cut(scene, shots, pacing=data.draw(st.sampled_from(sorted(TEMPI)))).cuts
    lines = {line for made in cuts for line in range(made.first, made.last + 1)}
    for p in played(scene):
        covered = any(shot.first <= p.first and p.last <= shot.last for shot in shots)
        assert covered == ({p.first, p.last} <= lines)


@pytest.mark.parametrize("pacing", TEMPI)
@pytest.mark.parametrize("notes", [(), (f"this scene is {TRIM}",)], ids=("as usual", "trimmed"))
def test_no_cut_is_shorter_than_what_is_said_in_it(pacing: str, notes: tuple[str, ...]) -> None:
    """Whatever the pacing and the notes, there is time for the words and the action."""
    for scene in SCENES:
        cuts = cut(scene, pacing=pacing, notes=notes).cuts
        for line in {made.first for made in cuts}:
            # A direction that plays in pieces has its time in all of them.
            own = [made for made in cuts if made.first <= line <= made.last]
            lines = scene.elements[min(c.first for c in own) : max(c.last for c in own) + 1]
            whole = [
                c for c in cuts if min(o.first for o in own) <= c.first and c.last <= max(o.last for o in own)
            ]
            assert sum(c.seconds for c in whole) >= round(playing(lines), 1) - 0.11 * (len(whole) + 1)


def test_writing_without_spaces_takes_time_too() -> None:
    """A speech in Chinese is as long as its characters, not one word."""
    line = Element(
        kind="dialogue", text="我可以解释，请你先坐下来听我慢慢说。", line=1, last_line=1, character="王强"
    )
    assert playing([line]) > 3


def test_the_decided_shot_is_on_the_line_it_was_decided_for() -> None:
    """Whatever the pacing, a shot that was debated plays the line its beat turns on."""
    for pacing in TEMPI:
        for scene in SCENES:
            shots = shots_of(scene)
            cuts = cut(scene, shots, pacing=pacing).cuts
            for place, shot in enumerate(shots):
                turn = next((p for p in played(scene) if p.turns and p.beat == shot.beat), None)
                if shot.decided and turn is not None:
                    assert any(c.shot == place and c.first <= turn.first <= c.last for c in cuts)


def test_pacing_sets_how_long_shots_stay() -> None:
    """The same shots stay longer in long takes than classically, and longer classically than quickly."""
    for film in FILMS[:3]:
        long, classical, quick = (
            [average(cut(scene, pacing=pacing)) for scene in scenes(film)]
            for pacing in ("long takes", "classical", "quick")
        )
        assert sum(long) > sum(classical) > sum(quick)


def test_short_lines_force_no_cut_in_long_takes() -> None:
    """Six lines of a second each: many cuts where it is quick, one frame where takes are long, and it says so."""
    scene = one(TALK)
    shots = whole(scene, TALKING)
    long, quick = cut(scene, shots, pacing="long takes"), cut(scene, shots, pacing="quick")
    assert len(long.cuts) <= 2 < 5 <= len(quick.cuts)
    assert all(c.seconds >= 1 for c in quick.cuts)


def test_who_speaks_is_seen() -> None:
    """Cut quickly, each line of an exchange is on a shot of who says it."""
    scene = one(TALK)
    shots = whole(scene, PAIR)
    for made in cut(scene, shots, pacing="quick", arrival="on").cuts[1:]:
        speakers = {p.speaker for p in played(scene) if made.first <= p.first <= made.last}
        assert speakers == {shots[made.shot].spec.subject}


def test_a_new_place_is_opened_wide() -> None:
    """One comes into a place nobody has seen on the master, and straight to the people where one was just there."""
    scene = one(
        "INT. KITCHEN - NIGHT\n\nMaya waits.\n\nMAYA\nYou said nine, and it is past eleven now, Tom.\n"
    )
    shots = whole(scene, (("MAYA", "WS", "MASTER"), ("MAYA", "MCU", "SINGLE")))
    new, known = cut(scene, shots), cut(scene, shots, arrival="on")
    assert shots[new.cuts[0].shot].wide and "KITCHEN is new to us" in new.cuts[0].why
    assert not shots[known.cuts[0].shot].wide and "we know KITCHEN" in known.cuts[0].why


def test_people_who_go_somewhere_are_seen_to() -> None:
    """Where somebody crosses the room the film goes back to a wide, and comes near again afterwards."""
    scene = one(
        "INT. HALL - DAY\n\nMAYA\nI never wanted any of this, you know that.\n\nMaya walks to the door, crosses the "
        "hall and leaves by the stairs.\n\nTOM\nThen go, and do not come back here again.\n"
    )
    shots = whole(scene, (("MAYA, TOM", "WS", "MASTER"), ("MAYA", "CU", "SINGLE"), ("TOM", "CU", "SINGLE")))
    cuts = cut(scene, shots, arrival="on").cuts
    assert [shots[c.shot].spec.size for c in cuts] == ["CU", "WS", "CU"]
    assert "people move" in cuts[1].why


def test_a_thing_is_shown_on_the_line_that_names_it_and_no_longer() -> None:
    """An insert plays the line it is about, and never the speech after it."""
    scene = one(
        "INT. HALL - DAY\n\nMAYA\nHe wrote to me once, a long time ago.\n\nThe letter is unopened.\n\n"
        "TOM\nRead it to me now, all of it, from the beginning to the end.\n"
    )
    shots = whole(
        scene, (("MAYA", "MCU", "SINGLE"), ("TOM", "MCU", "SINGLE"), ("the letter", "INSERT", "CUTAWAY"))
    )
    cuts = cut(scene, shots, arrival="on").cuts
    (insert,) = [c for c in cuts if shots[c.shot].insert]
    assert (insert.first, insert.last) == (3, 3) and "as long as it takes to read it" in insert.why


def test_a_line_that_lands_is_seen_landing() -> None:
    """What is revealed to somebody may play on the face that hears it."""
    scene = one(
        "INT. HALL - DAY\n\nTom waits.\n\nMAYA\nYour brother is dead! He was DEAD before you ever got on that train!\n"
    )
    shots = whole(scene, (("TOM", "CU", "REACTION"), ("MAYA, TOM", "WS", "MASTER")))
    last = cut(scene, shots, arrival="on").cuts[-1]
    assert shots[last.shot].spec.type == "REACTION" and last.last == len(scene.elements) - 1
    flat = one(
        "INT. HALL - DAY\n\nTom waits.\n\nMAYA\nI put the kettle on a while ago, and it has not boiled yet.\n"
    )
    assert shots[cut(flat, shots, arrival="on").cuts[-1].shot].spec.type == "MASTER"


def test_silence_is_held() -> None:
    """A silence plays longer than its line, the longer the longer takes are; and the reason says so."""
    scene = one(DRAMA.partition("EXT. STREET")[0])
    silence = next(p for p in played(scene) if p.silent)
    held = []
    for pacing in ("quick", "classical", "long takes"):
        made = next(c for c in cut(scene, pacing=pacing).cuts if c.first <= silence.first <= c.last)
        held.append(made.seconds - playing(scene.elements[made.first : made.last + 1]))
    assert 0 < held[0] < held[1] < held[2]


def test_notes_move_the_cut_the_way_they_point() -> None:
    """Quicker makes more cuts or shorter ones, slower the opposite; what says nothing of it changes nothing."""
    scene = one(DRAMA.partition("EXT. STREET")[0])
    usual = cut(scene)
    quicker, slower = cut(scene, notes=("Quicker, please.",)), cut(scene, notes=("Let it breathe.",))
    assert average(quicker) < average(usual) < average(slower)
    assert quicker.heeds == (0,) and "heeds what was said" in quicker.reason
    puzzled = cut(scene, notes=("More love!",))
    assert puzzled.cuts == usual.cuts and puzzled.heeds == ()


def test_she_is_who_the_script_calls_she() -> None:
    """After a man's line, a direction that begins with She is the woman's, where the script has said who she is."""
    scene = one(
        "INT. HALL - DAY\n\nMAYA runs in. She stops.\n\nMAYA\nWait!\n\nTOM sighs. He shrugs.\n\nTOM\nNo.\n\nShe sits.\n"
    )
    known = called(marks(scene.elements, scene.beats))
    assert dict(known) == {"MAYA": "she", "TOM": "he"}
    last = passages(tuple(scene.elements), scene.beats, known)[-1]
    unsure = played(scene)[-1]
    assert last.subject == "MAYA" and unsure.subject is None and set(unsure.people) == {"MAYA", "TOM"}


def test_heat_is_of_the_lines() -> None:
    """A scene that shouts and throws things is hotter than one that waits."""
    hot, cold = one(TALK.replace("You know.", "YOU KNOW!! Get OUT!")), one(TALK)
    assert heat_of(played(hot)) > heat_of(played(cold))
    assert heat_of(()) == 0


def test_a_scene_nobody_covered_has_no_cut() -> None:
    """Without a shot there is nothing to put together, and it says so."""
    made = cut(one(TALK), shots=())
    assert made.cuts == () and "no shot covers" in made.reason
