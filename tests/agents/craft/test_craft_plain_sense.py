"""What a professional would laugh at first: each on a scene written for it."""

import pytest

from cineledger.agents.craft.arcs import Fit, by_scene
from cineledger.agents.craft.blocking import block
from cineledger.agents.craft.bonds import Line, read_bonds
from cineledger.agents.craft.calls import from_afar
from cineledger.agents.craft.feeling import read_feeling
from cineledger.agents.craft.happening import happening
from cineledger.agents.craft.page import quoted, unseen
from cineledger.agents.craft.sound_words import effects_in
from cineledger.agents.craft.transitions import Edge, comes_in
from cineledger.agents.craft.vision import read_vision
from cineledger.domain.fountain import read
from cineledger.projections.sentences import sentence
from tests.agents.craft.craft_cuts import average, cut, shots_of
from tests.agents.craft.craft_films import COMEDY, DRAMA, PLAIN, THRILLER, scenes, shoot

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


CALL = """INT. KITCHEN - DAY

LUCY stands at the stove. INTERCUT with GARY in an office.

LUCY
Hello? I have a pancake emergency.

GARY
Is anyone on fire?

LUCY
Not any more.

GARY
Then stay where you are.
"""


def test_the_two_ends_of_a_call_share_no_frame() -> None:
    """No shoulder, no two-shot and no line between people in two places, and one floor plan has one of them."""
    (scene,) = scenes(CALL)
    carried, planned = shoot(scene, PLAIN)
    shots = [*carried.values(), *(plan.spec for plan in planned)]
    assert {"LUCY", "GARY"} <= {shot.subject for shot in shots}
    assert not {shot.type for shot in shots} & {"OTS", "2S", "3S", "GROUP"}
    assert not any("LUCY" in shot.subject and "GARY" in shot.subject for shot in shots)
    staging = block(scene.elements, scene.cast, inside=True)
    assert staging is not None and staging.axis is None
    assert [spot.who for spot in staging.marks] == ["LUCY"]


def test_a_scene_that_is_cut_into_a_call_only_hears_the_other_end() -> None:
    """Who spoke before the scene says INTERCUT, and whom nothing has in the next room, is a voice there."""
    one, two = read(
        "INT. KITCHEN - DAY\n\nLUCY (7) holds a whisk.\n\nLUCY\n(into phone)\nHello?\n\nINTERCUT WITH:\n\n"
        "INT. CALL CENTER - SAME\n\nGARY (50), headset.\n\nGARY\nWho's on fire?\n\nLUCY\nNobody.\n"
    ).scenes
    marked = from_afar(two.elements, one.elements)
    assert {e.character: unseen(e) for e in marked if e.kind == "cue"} == {"GARY": False, "LUCY": True}
    assert from_afar(two.elements, two.elements) == two.elements


BRIDGE = """EXT. BRIDGE - DAY

COLE kneels with a rifle.

COLE
Rosa!

Cole fires. The rider falls. The truck drops and explodes in the river.
"""


def test_what_happens_is_seen() -> None:
    """Each thing that acts has a frame wide enough, and the cut is on it as it acts, whatever was decided."""
    (scene,) = scenes(BRIDGE)
    shots = shots_of(scene)
    wide = {shot.spec.subject for shot in shots if shot.spec.size in ("FS", "WS", "EWS")}
    assert {"the rider", "the truck"} <= wide
    for pacing in ("classical", "quick"):
        seen = [shots[made.shot].spec for made in cut(scene, shots, pacing=pacing).cuts]
        assert any(spec.subject == "the truck" for spec in seen)


def test_an_animal_that_acts_is_the_subject() -> None:
    """A howl in an empty frame is nobody's."""
    (scene,) = scenes("EXT. RIM - NIGHT\n\nDuke howls at the moon.\n")
    specs = [shot.spec for shot in shots_of(scene)]
    assert "Duke" in {spec.subject for spec in specs}


def test_who_only_handles_things_asks_for_no_wide_of_them() -> None:
    """Nightfall, a voice that drops and cups on a table are no events."""
    for text in ("Night falls.", "Her voice drops.", "She sets two cups on the table.", "He falls silent."):
        assert happening(text, ("ANNA",)) is None


MONTAGE = """INT. KITCHEN - DAY

MONTAGE - CLEANING UP

-- Dad scrubs the ceiling.
-- Lucy washes the cat.
-- Dad eats cereal from the hat.

DAD
Done.

LUCY
Done.
"""


def test_a_montage_has_a_shot_for_each_item_and_a_cut_for_each() -> None:
    """Three lines on the page are three images on the screen."""
    (scene,) = scenes(MONTAGE)
    shots = shots_of(scene)
    (place,) = [at for at, e in enumerate(scene.elements) if e.text.startswith("--")]
    assert sum((shot.first, shot.last) == (place, place) for shot in shots) == 3
    assert sum(made.first <= place <= made.last for made in cut(scene, shots, pacing="quick").cuts) >= 3
