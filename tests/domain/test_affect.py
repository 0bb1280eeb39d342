"""How moods move, decay and are called, and how much time slug lines tell."""

from itertools import product
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cineledger.domain.cast.affect import (
    EVEN,
    MOST,
    PLACES,
    STRONG,
    Affect,
    Emotion,
    decayed,
    moved,
    named,
    temperament,
)
from cineledger.domain.cast.elapsed import CUT, DAYS, LATER, clock, told_time
from cineledger.domain.cast.identity import FACETS, Facet, Identity, Trait
from cineledger.domain.fountain import read
from cineledger.domain.script.writing import scene_written

AXES = st.floats(-1, 1).map(lambda axis: round(axis, 2))
MOODS = st.builds(Affect, valence=AXES, arousal=AXES, dominance=AXES)
EMOTIONS = st.sampled_from(get_args(Emotion))
MILD = st.lists(st.tuples(EMOTIONS, st.floats(0.05, STRONG - 0.01)), max_size=8)


def at(valence: float, arousal: float, dominance: float) -> Affect:
    """A mood."""
    return Affect(valence=valence, arousal=arousal, dominance=dominance)


def like(**factors: float) -> Identity:
    """Somebody by her factors."""
    facets: dict[str, Facet] = {facet: facet for facet in FACETS}
    return Identity(traits=tuple(Trait(trait=f, facet=facets[f], value=v) for f, v in factors.items()))


@settings(max_examples=60, deadline=None)
@given(MOODS, MILD)
def test_a_scene_moves_no_axis_further_than_people_change(
    came: Affect, emotions: list[tuple[Emotion, float]]
) -> None:
    """However much happens, unless something in it is strong."""
    left = moved(came, emotions)
    for before, after in zip(came, left, strict=True):
        assert abs(after[1] - before[1]) <= MOST + 1e-9
    assert moved(came, ()) == came


@pytest.mark.parametrize("emotion", get_args(Emotion))
def test_an_emotion_pulls_towards_its_place(emotion: Emotion) -> None:
    """By its intensity, and on beyond it once the mood is there; the strongest may go further than any scene."""
    weak, strong = (moved(EVEN, [(emotion, intensity)]) for intensity in (0.2, 0.9))
    for (_, little), (_, much), place in zip(weak, strong, PLACES[emotion], strict=True):
        assert abs(little) <= abs(much) + 0.01 and much * place >= 0
    again = moved(strong, [(emotion, 0.9)] * 5)
    assert any(abs(a[1]) > abs(place) for a, place in zip(again, PLACES[emotion], strict=True))


def test_a_mood_goes_on_and_fades() -> None:
    """Over a cut it stays as it is; in the end nothing is left but what she is like; a strong blow outlasts a night."""
    low, calm = at(-0.8, 0.5, -0.4), at(0.2, 0.0, 0.1)
    assert decayed(low, calm, 0) == low
    path = [decayed(low, calm, hours).valence for hours in (0, 1, 8, 24, 240)]
    assert path == sorted(path) and path[2] == pytest.approx(-0.3) and path[-1] == 0.2
    assert decayed(low, calm, -5) == low


def test_eight_moods_have_names() -> None:
    """Each corner has its own, with how far from the middle it lies; the middle is even."""
    corners = [named(at(*(0.9 * side for side in sides))) for sides in product((-1, 1), repeat=3)]
    assert len({name.split()[1] for name in corners}) == 8 and all(n.startswith("fully ") for n in corners)
    assert (
        named(at(-0.6, 0.5, 0.3)) == "moderately hostile" and named(at(0.3, -0.2, 0.2)) == "slightly relaxed"
    )
    assert named(at(0.05, -0.05, 0.0)) == "even"


def test_what_she_is_like_is_where_her_mood_goes() -> None:
    """The five factors as Mehrabian weighs them; nobody's is even."""
    assert temperament(None) == temperament(Identity()) == EVEN
    assert temperament(like(agreeableness=1.0)) == at(0.59, 0.3, -0.32)
    assert temperament(like(stability=-1.0, extraversion=0.4)) == at(-0.11, 0.57, 0.24)


@pytest.mark.parametrize(
    ("times", "hours"),
    [
        (("NIGHT", "CONTINUOUS", "MOMENTS LATER", "SAME"), (0, 0, 0, 0)),
        (("DAY", "DAY", "LATER"), (0, CUT, CUT + LATER)),
        (("NIGHT", "CONTINUOUS", "DAWN"), (0, 0, 7)),
        (("DAY", None, "NIGHT"), (0, CUT, CUT + 10)),
        (("НОЧЬ", "УТРО"), (0, 10)),
        (("DAY", "THE NEXT DAY", "NEXT MORNING"), (0, 24, 44)),
        (("DAY", "THREE YEARS LATER"), (0, DAYS)),
        ((), ()),
    ],
)
def test_slug_lines_tell_time(times: tuple[str | None, ...], hours: tuple[float, ...]) -> None:
    """None passes where the action runs on; from one time of day to another as much as till it comes round."""
    assert clock(times) == hours


def test_what_stands_on_the_screen_tells_time() -> None:
    """As the scene begins, or as the one before ends; a heading in the middle of nothing tells none."""
    scenes = read(
        'INT. HALL - NIGHT\n\nShe goes.\n\nSUPER: "One year later"\n\nINT. HALL - NIGHT\n\nShe is back.\n\n'
        "INT. HALL - NIGHT\n\nTITLE: TWO WEEKS LATER\n\nShe waits.\n"
    ).scenes
    written = [scene_written(str(place), str(place), text) for place, text in enumerate(scenes)]
    assert clock(tuple(map(told_time, written, (None, *written)))) == (0, DAYS, 2 * DAYS)
