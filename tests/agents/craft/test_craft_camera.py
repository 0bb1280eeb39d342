"""Looks, second cameras, effects, the 30° rule, power, and turns that are not all shot alike."""

from itertools import pairwise

import pytest

from cineledger.agents.craft.coverage import cover
from cineledger.agents.craft.criteria import score
from cineledger.agents.craft.details import Covering, Detail, Slug, detail
from cineledger.agents.craft.eyelines import Floor, eyeline
from cineledger.agents.craft.optics import lens
from cineledger.agents.craft.patterns import wanted
from cineledger.agents.craft.thirty import jumps
from cineledger.agents.craft.variety import WAYS, way
from cineledger.agents.craft.view import BeatView
from cineledger.agents.standing import favourite
from cineledger.domain.debate.options import Look
from cineledger.domain.shots.events import ShotSpec
from tests.agents.craft.craft_films import DRAMA, FILMS, PLAIN, THRILLER, Scene, key_views, scenes

SPEC = ShotSpec(
    size="MS",
    type="SINGLE",
    angle="EYE",
    movement="STATIC",
    support="STICKS",
    lens_mm=40,
    subject="ANN",
    description="MS on ANN",
)
DAY = Slug(False, "day", "ROOM")


def like(**changes: object) -> ShotSpec:
    return SPEC.model_copy(update=changes)


def told(text: str) -> Scene:
    return scenes("INT. ROOM - DAY\n\n" + text)[0]


def details(
    scene: Scene, *specs: ShotSpec, slug: Slug = DAY, cross: tuple[int, ...] = ()
) -> tuple[Detail, ...]:
    """Details of shots that all cover the whole scene, between ANN on the left and BEN on the right."""
    last = len(scene.elements) - 1
    shots = [Covering(f"1{letter}", 1, spec, 0, last) for letter, spec in zip("ABCDEF", specs, strict=False)]
    floor = Floor(("ANN", "BEN"), {"ANN": 0.3, "BEN": 0.7, "CEM": 0.5})
    return detail(shots, scene.elements, [floor] * len(shots), [("kettle", 1)], slug, cross)[0]


QUIET = "ANN waits.\n\nANN\nWell?\n\nBEN\nWell."


@pytest.mark.parametrize("kind", ["SINGLE", "OTS", "REACTION"])
def test_of_two_one_looks_right_and_the_other_left(kind: str) -> None:
    """Whatever size and kind of single: from one side of the line the looks meet."""
    scene = told(QUIET)
    looks = [
        one.eyeline for one in details(scene, like(type=kind), like(type=kind, subject="BEN", size="CU"))
    ]
    assert looks == ["RIGHT", "LEFT"]


def test_somebody_beside_the_line_looks_at_who_speaks() -> None:
    """A third looks to where the speaker of the lines stands."""
    scene = told("CEM listens.\n\nCEM\nYes.\n\nBEN\nWell.")
    floor = Floor(("ANN", "BEN"), {"ANN": 0.3, "BEN": 0.7, "CEM": 0.5})
    assert eyeline(like(subject="CEM"), 0, len(scene.elements) - 1, scene.elements, floor) == "RIGHT"


def test_into_the_lens_where_a_line_says_so() -> None:
    """Who looks into the camera looks into the lens, and nobody else does."""
    scene = told("ANN looks straight into the camera.\n\nANN\nHello.\n\nBEN\nWell.")
    assert [one.eyeline for one in details(scene, SPEC, like(subject="BEN"))] == ["LENS", "LEFT"]


def test_things_places_and_groups_have_no_look() -> None:
    """An eyeline is a person's."""
    specs = (like(type="MASTER", subject="ANN, BEN"), like(size="INSERT", type="CUTAWAY", subject="the key"))
    assert [one.eyeline for one in details(told(QUIET), *specs)] == [None, None]


def test_what_happens_once_gets_a_second_camera() -> None:
    """Glass that breaks is taken by two cameras, the wider one A; a quiet scene has one camera."""
    scene = told("BEN throws the vase. It shatters.\n\nANN\nWell?\n\nBEN\nWell.")
    assert [one.camera for one in details(scene, like(type="MASTER", size="WS"), SPEC)] == ["A", "B"]
    assert {one.camera for one in details(told(QUIET), like(type="MASTER", size="WS"), SPEC)} == {"A"}


def test_both_sides_at_once_where_they_may_talk_over_each_other() -> None:
    """A matched pair is shot at once only in the beats that allow it."""
    pair = (like(type="OTS"), like(type="OTS", subject="BEN"))
    assert [one.camera for one in details(told(QUIET), *pair, cross=(1,))] == ["A", "B"]
    assert {one.camera for one in details(told(QUIET), *pair)} == {"A"}


@pytest.mark.parametrize(
    ("line", "effect"),
    [
        ("BEN fires the gun.", "muzzle flash and hit"),
        ("A dragon lands.", "creature"),
        ("The house explodes.", "explosion element"),
        ("ANN vanishes.", "change of form"),
        ("Her wound bleeds.", "wound, touched up"),
    ],
)
def test_effects_come_from_the_lines_covered(line: str, effect: str) -> None:
    """A shot waits for an effect where one of its lines wants it, and an insert of something else does not."""
    scene = told(f"{line}\n\nANN\nWell?\n\nBEN\nWell.")
    person, insert = details(scene, SPEC, like(size="INSERT", type="CUTAWAY", subject="the key"))
    assert effect in (person.vfx or "") and insert.vfx is None
    assert details(told(QUIET), SPEC)[0].vfx is None


def test_a_screen_is_filled_afterwards() -> None:
    """The insert of a phone has its content composited."""
    scene = told("The phone rings.\n\nANN\nWell?\n\nBEN\nWell.")
    phone = like(size="INSERT", type="CUTAWAY", subject="the smartphone")
    assert details(scene, phone)[0].vfx == "screen content composited"


def test_a_wide_night_without_a_light_is_shot_by_day() -> None:
    """Day for night, where nothing lights the wide."""
    wide = like(size="EWS", type="ESTABLISHING", subject="DESERT")
    assert details(told("Sand."), wide, slug=Slug(True, "night", "DESERT"))[0].vfx == "day for night"
    assert details(told("A fire burns."), wide, slug=Slug(True, "night", "DESERT"))[0].vfx is None


def test_props_are_those_of_its_lines() -> None:
    """A shot that covers a property's line has it."""
    assert details(told(QUIET), SPEC)[0].props == ("kettle",)
    scene = told(QUIET)
    late = [Covering("1A", 1, SPEC, 2, 3)]
    assert detail(late, scene.elements, [Floor(None, {})], [("kettle", 1)], DAY, ())[0][0].props == ()


@pytest.mark.parametrize(
    ("other", "jumping"),
    [
        (like(), True),
        (like(size="MCU"), True),
        (like(size="CU"), False),
        (like(angle="LOW"), False),
        (like(type="OTS"), True),
        (like(subject="BEN"), False),
        (like(type="2S"), False),
        (like(size="INSERT", type="CUTAWAY"), False),
    ],
)
def test_thirty_degrees_or_two_sizes(other: ShotSpec, jumping: bool) -> None:
    """Two shots of one person running want another angle by 30° or two sizes between them."""
    assert jumps(SPEC, other) is jumps(other, SPEC) is jumping


def test_coverage_hardly_jumps() -> None:
    """Of the shots that are planned one after the other for the films, next to none would jump."""
    pairs = jumping = 0
    for text in FILMS:
        for scene in scenes(text):
            planned = cover(scene.elements, scene.beats, scene.views, PLAIN, {})
            for one, other in pairwise(planned):
                pairs += 1
                jumping += jumps(one.spec, other.spec)
    assert pairs > 40 and jumping <= pairs * 0.04


def test_a_voice_is_never_framed() -> None:
    """VOICE (V.O.) gets no shot, also where a direction names a voice."""
    scene = told(
        "A voice from the radio. ANN listens.\n\nVOICE (V.O.)\nGet out!\n\nANN\nWho is that?\n\nVOICE (V.O.)\nNow!"
    )
    planned = cover(scene.elements, scene.beats, scene.views, PLAIN, {})
    assert planned and not any("VOICE" in plan.spec.subject for plan in planned)
    assert not any("VOICE" in view.seen for view in scene.views)


def test_a_call_is_covered_from_its_end() -> None:
    """On the phone the one we see is covered nearer and nearer, and there is no shoulder to look over."""
    lines = "\n\n".join(f"ANN\nYes, {n}.\n\nVERA (V.O.)\nNo, {n}." for n in ("one", "two", "three"))
    scene = told(f"ANN picks up the phone.\n\n{lines}")
    planned = cover(scene.elements, scene.beats, scene.views, PLAIN, {})
    assert any("line" in plan.purpose or "hear" in plan.purpose for plan in planned)
    assert {plan.spec.type for plan in planned} <= {"MASTER", "SINGLE", "CUTAWAY", "POV"}


def test_a_montage_is_images_and_no_master() -> None:
    """Each beat of a montage is one image, and the sizes change from image to image."""
    images = "\n\n".join(f"ANN runs down street {n}. A moment.\n\nANN enters house {n}." for n in range(6))
    scene = told(f"MONTAGE - A YEAR\n\n{images}\n\nANN\nSo.")
    planned = cover(scene.elements, scene.beats, scene.views, PLAIN, {})
    assert all(view.once for view in scene.views)
    assert not any(plan.spec.type == "MASTER" for plan in planned)
    assert len(planned) < 3 or len({plan.spec.size for plan in planned[:3]}) > 1


def of(view: BeatView, **changes: object) -> BeatView:
    return view.model_copy(update=changes)


TURN = next(view for view in key_views((DRAMA,)) if view.other and view.emphasis >= 0.6)


def test_the_camera_looks_up_to_who_holds_the_beat() -> None:
    """Where the beat turns, whoever holds it is seen from below and the other from above."""
    held = of(TURN, holds=TURN.focus, kind="exchange", speech_share=0.8, moves=False)
    angles = {want.of: want.angle for want in wanted(held, PLAIN, 2, None, 3)}
    assert angles == {"focus": "LOW", "other": "HIGH"}
    turned = of(held, holds=TURN.other)
    assert {want.of: want.angle for want in wanted(turned, PLAIN, 2, None, 3)} == {
        "focus": "HIGH",
        "other": "LOW",
    }
    assert {want.angle for want in wanted(of(held, emphasis=0.3), PLAIN, 2, None, 3)} == {"EYE"}


def test_the_wrong_way_up_counts_against_a_shot() -> None:
    """To the cinematographer a low angle on the weaker one is worth less than on the stronger."""
    low = like(subject=TURN.focus, angle="LOW")
    assert (
        score("cinematographer", of(TURN, holds=TURN.focus), low, PLAIN).total
        > score("cinematographer", of(TURN, holds=TURN.other), low, PLAIN).total
    )


def test_turns_of_one_kind_are_not_all_shot_alike() -> None:
    """The same outburst, as the film's first, second, third and fourth, is not offered one shot four times.

    One person crying out to nobody is: there the text leaves no choice.
    """
    shouts = next(v for v in key_views((THRILLER, DRAMA)) if v.kind == "outburst" and v.other)
    counted = []
    for look in (
        PLAIN,
        Look(closeness=0.6, motion=0, contrast=0),
        Look(closeness=0, motion=0.7, contrast=-0.6),
    ):
        for role in ("director", "cinematographer"):
            offered = [favourite(role, of(shouts, again=n), look, ()) for n in range(4)]
            counted.append(len({(s.size, s.type, s.angle, s.movement) for s in offered if s}))
    assert min(counted) >= 2 and sum(counted) >= 2.5 * len(counted)


def test_every_kind_of_turn_has_ways() -> None:
    """Each kind has at least five ways, none twice; every shot is one of them."""
    assert all(len(ways) >= 5 and len(set(ways)) == len(ways) for ways in WAYS.values())
    known = {name for ways in WAYS.values() for name in ways}
    assert {way(like(size=size)) for size in ("EWS", "MS", "ECU")} <= known


def test_in_a_car_no_lens_needs_more_room_than_there_is() -> None:
    """Where the camera can't back off, wide sizes are taken on short lenses."""
    car, room = of(TURN, location="CAR", int_ext="INT"), of(TURN, location="HALL", int_ext="INT")
    assert lens("MS", "STATIC", "EYE", car, PLAIN) < lens("MS", "STATIC", "EYE", room, PLAIN)
