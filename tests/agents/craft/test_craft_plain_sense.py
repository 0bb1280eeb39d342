"""What a professional would laugh at first: each on a scene written for it."""

import pytest

from cineledger.agents.craft.arcs import Fit, by_scene
from cineledger.agents.craft.bonds import Line, read_bonds
from cineledger.agents.craft.feeling import read_feeling
from cineledger.agents.craft.page import quoted
from cineledger.agents.craft.sound_words import effects_in
from cineledger.agents.craft.transitions import Edge, comes_in
from cineledger.agents.craft.vision import read_vision
from cineledger.domain.fountain import read
from cineledger.projections.sentences import sentence
from tests.agents.craft.craft_cuts import average, cut, shots_of
from tests.agents.craft.craft_films import COMEDY, DRAMA, THRILLER, scenes

ROOM = Edge(
    location="MOTEL ROOM",
    day_night="DAY",
    heat=0.2,
    speech=False,
    silent=False,
    unseen=False,
    thing=None,
    line="Joe paces.",
    hottest="Joe paces.",
)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Duke howls at the moon.", ["howl"]),
        ("The smoke alarm shrieks.", ["alarm"]),
        ("Anna screams.", ["scream"]),
        ("A campfire.", ["fire"]),
        ("Two black motorcycles close in.", ["motorcycle"]),
        ("The RIDERS fire shotguns. The rear window explodes.", ["gunshot", "glass breaking"]),
    ],
)
def test_a_sound_is_of_what_makes_it(text: str, what: list[str]) -> None:
    """Animals and machines do not scream; arms, engines and campfires are heard where they are named."""
    assert [heard.what for heard in effects_in(text)] == what


WEEPS = """INT. BEDROOM - NIGHT

Mark opens the door. A watch on the nightstand. He picks it up.

ANNA (O.S.)
He left a letter with it.

Mark finds the letter. He weeps, silently.
"""


def test_who_is_only_heard_does_nothing_in_a_direction() -> None:
    """He is the one who is in the room, not the voice from another one."""
    elements = read(WEEPS).scenes[0].elements
    assert read_feeling(elements, "ANNA", english=True).feeling != "anguished"
    assert read_feeling(elements, "MARK", english=True).feeling == "anguished"


def test_things_are_not_feelings() -> None:
    """An empty chair is a chair, and an emergency is a number one dials."""
    chair = "INT. KITCHEN - DAY\n\nMark looks at the empty chair.\n\nMARK\nWell.\n"
    assert (read_feeling(read(chair).scenes[0].elements, "MARK", english=True).valence or 0.0) >= 0
    call = "INT. KITCHEN - DAY\n\nLUCY\nHello, is this nine one one? I have a pancake emergency.\n"
    assert (read_feeling(read(call).scenes[0].elements, "LUCY", english=True).valence or 0.0) >= 0


def test_family_is_close_before_the_film_begins() -> None:
    """A direction that says so, and a word that only a family has, move affection on both sides."""
    called = {"ANNA": "ANNA", "MARK": "MARK"}
    said = [
        Line(0, "action", None, "ANNA fills a kettle. Her son MARK stands in the doorway."),
        Line(1, "dialogue", "MARK", "I'm not staying, Mum."),
        Line(2, "dialogue", "ANNA", "You'll want to take that off."),
    ]
    for me in called:
        (moved,) = read_bonds(said, called, me)
        assert moved.affection > 0.2
    (moved,) = read_bonds(said[1:], called, "ANNA")
    assert moved.affection > 0 and "family" in moved.reason


def test_whose_low_is_her_first_scene_rises() -> None:
    """A fall within the first scene is no fall of the film; nor is a fall from the first scene on a rise."""
    fallen = Fit("fall-rise", {"rise": 0.8, "fall-rise": 0.9}, 1.0)
    told = by_scene(fallen, (-0.5, 0.2, 0.6))
    assert told.shape == "rise" and "fall-rise" not in told.fits
    assert by_scene(fallen, (0.1, -0.5, 0.6)).shape == "fall-rise"


def test_one_place_is_not_dissolved_into_itself_at_every_hour() -> None:
    """The next part of the day, or later, in one place is a time cut; a film that just dissolved cuts again."""
    dusk, later = (ROOM.model_copy(update={"day_night": hour}) for hour in ("DUSK", "LATER"))
    night = ROOM.model_copy(update={"day_night": "NIGHT"})

    def way(here: Edge) -> tuple[str, str]:
        return comes_in(ROOM, here, None, "classical", False, False)

    assert way(dusk)[0] == way(later)[0] == "CUT" and "time cut" in way(dusk)[1]
    assert way(night)[0] == "DISSOLVE"
    assert way(night.model_copy(update={"may_dissolve": False}))[0] == "CUT"


def test_a_vision_is_seen_in_the_lengths_of_shots() -> None:
    """At one pacing the wide film holds longest and the comic one least, the intimate one between them."""
    visions = {
        "intimate": "Intimate: faces before places.",
        "epic": "Epic: vast landscapes, people small in their world.",
        "comic": "A comic film, bright and open, fast and funny.",
        "noir": "Film noir: hard shadows, dread.",
    }
    lengths = dict[str, float]()
    for name, vision in visions.items():
        look = read_vision([vision])
        cuts = [
            cut(s, shots_of(s, look), look=look) for film in (DRAMA, THRILLER, COMEDY) for s in scenes(film)
        ]
        lengths[name] = sum(average(made) for made in cuts) / len(cuts)
    assert lengths["comic"] < lengths["intimate"] < lengths["epic"]
    assert lengths["comic"] * 1.15 < lengths["noir"]


def test_a_quick_cut_of_one_shot_says_that_there_is_only_one() -> None:
    """Nobody claims quickness where there was nothing to cut to."""
    (scene,) = scenes("INT. HALL - DAY\n\nAnna waits.\n\nANNA\nWell.\n")
    (shot, *_) = [s for s in shots_of(scene) if (s.first, s.last) == (0, len(scene.elements) - 1)]
    assert "one shot to cut" in cut(scene, [shot], pacing="quick").reason


def test_an_excerpt_has_no_half_of_an_inner_quotation() -> None:
    """What was cut away took its quotation mark along."""
    assert quoted("She'll come when the light goes out.\"") == "“She'll come when the light goes out.”"
    assert quoted('He says "no" and goes.') == '“He says "no" and goes.”'
    assert quoted("“No,” he says. “And then") == "““No,” he says. And then”"


def test_what_is_taken_back_is_named_as_the_crew_names_it() -> None:
    """Not by the name of a record."""
    said = sentence("WorkStruck", {"work": "MotifComposed", "key": "film", "reason": "the score is sparse"})
    assert said == "took back the theme for the film: the score is sparse"
