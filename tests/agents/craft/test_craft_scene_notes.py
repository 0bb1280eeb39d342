"""Notes on scenes that do not turn or that repeat: each docstring is the rule."""

from cineledger.agents.craft.scene_notes import MOST, Remark, remarks
from tests.agents.craft.craft_films import DRAMA, THRILLER
from tests.agents.craft.story_films import FLAT_TALK, film, story
from tests.support.feature import feature

QUARREL = (
    "ANNA\nYou sold the house! You sold it without a word!\n\nBERT\nI had to.\n\nShe slams the door. Silence."
)
AGAIN = """\
ANNA
You sold my grandmother's piano to a stranger, and you never asked.

BERT
The piano was broken, and the stranger paid for the roof.

ANNA
A roof without music under it, that is your idea of marriage.

BERT
The roof was leaking on the piano, Anna, and the rain does not play.
"""


def notes(text: str) -> tuple[Remark, ...]:
    told = story(text)
    return remarks(told.scenes, told.beats, told.english)


def test_talk_that_changes_nothing_is_noted() -> None:
    """Half a page of talk after which everybody stands as before does not turn; the note quotes its last word."""
    (note,) = notes(film(QUARREL, FLAT_TALK))
    assert (note.scene, note.other) == (1, None)
    assert note.text.startswith("Scene 2 does not turn: ANNA and BERT talk for")
    assert "“That is the way it goes" in note.text


def test_a_scene_that_turns_is_not_noted() -> None:
    """A reveal, an outburst or somebody who leaves changes it."""
    assert notes(film(QUARREL, FLAT_TALK + "\nANNA\nI'm leaving you.\n\nShe walks out.")) == ()
    assert notes(DRAMA) == () and notes(THRILLER) == ()


def test_an_establishing_shot_need_not_turn() -> None:
    """A place, or a silent passage, has nobody who could want something."""
    place = "Rain over the town. A tram passes. Lights go on, one after the other.\n\n" * 6
    assert notes(film(place, place, QUARREL)) == ()


def test_a_scene_played_twice_is_noted_with_the_other() -> None:
    """The same people say about the same to the same end: the second names the first."""
    (note,) = notes(film(AGAIN, QUARREL, AGAIN))
    assert (note.scene, note.other) == (2, 0)
    assert note.text.startswith("Scene 3 plays scene 1 again: ANNA and BERT")


def test_other_people_play_another_scene() -> None:
    """The same words in other mouths are no repetition: that may be the point."""
    assert notes(film(AGAIN, QUARREL, AGAIN.replace("ANNA\n", "CLARA\n").replace("BERT\n", "DORA\n"))) == ()


def test_notes_are_few() -> None:
    """One for every four scenes, six at most, one on a scene, the heaviest first; the only scene of a film has none."""
    assert notes(film(FLAT_TALK)) == ()
    assert len(notes(film(*[FLAT_TALK] * 3))) == 1
    many = notes(feature(190))
    assert len(many) == MOST and len({note.scene for note in many}) == MOST
