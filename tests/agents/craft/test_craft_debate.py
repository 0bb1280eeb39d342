"""How the roles disagree about a beat, and how the look of the film bends them."""

# Cyrillic and full-width characters that look like Latin ones are meant: the scripts are typed with them.

import math
from collections import Counter

import pytest

from cineledger.agents.craft.approach import approach_reason, approaches, judge_approach
from cineledger.agents.craft.criteria import CRITERIA, reason_against, reason_for, score
from cineledger.agents.craft.framing import options
from cineledger.agents.craft.limit_words import SUPPORT_FOR
from cineledger.agents.craft.optics import CLOSENESS
from cineledger.agents.craft.vision import read_vision
from cineledger.domain.debate.options import Look
from cineledger.domain.shots.events import ShotSpec
from tests.agents.craft.craft_films import (
    CHINESE,
    COMEDY,
    CREW,
    DRAMA,
    FILMS,
    PLAIN,
    RUSSIAN,
    THRILLER,
    key_views,
    list_shots,
    preferred,
)

INTIMATE = read_vision(["an intimate chamber piece"])
EPIC = read_vision(["epic, vast landscapes"])
KINETIC = read_vision(["kinetic, restless, handheld"])
STILL = read_vision(["still, austere, locked-off"])
NOIR = read_vision(["noir, hard shadows"])
COMIC = read_vision(["a bright comedy"])
LOOKS = (PLAIN, INTIMATE, EPIC, KINETIC, STILL, NOIR, COMIC)
ROLES = (*CREW, "cast:MAYA", "cast:RHEA", "cast:АННА")


def near(shots: list[ShotSpec]) -> float:
    return sum(CLOSENESS[shot.size] for shot in shots) / len(shots)


def lens(shots: list[ShotSpec]) -> float:
    return sum(math.log(shot.lens_mm) for shot in shots) / len(shots)


def share(shots: list[ShotSpec], field: str, *values: str) -> float:
    return sum(getattr(shot, field) in values for shot in shots) / len(shots)


def entropy(shots: list[ShotSpec], field: str) -> float:
    parts = [count / len(shots) for count in Counter(getattr(shot, field) for shot in shots).values()]
    return -sum(part * math.log2(part) for part in parts)


@pytest.mark.parametrize("look", LOOKS)
def test_a_beat_has_six_to_twelve_different_options(look: Look) -> None:
    """Wide and close, still and moving stand on the table, each carried by what can do the movement."""
    for view in key_views():
        shots = options(view, look)
        assert 6 <= len(shots) <= 12 and len({shot.description for shot in shots}) == len(shots)
        assert {shot.movement == "STATIC" for shot in shots} == {True, False}
        assert len({shot.size for shot in shots}) >= 3
        assert all(shot.support in SUPPORT_FOR[shot.movement] for shot in shots)
        assert all(f"{shot.lens_mm}mm" in shot.description for shot in shots)


def test_the_crew_disagrees_on_about_half_and_agrees_where_the_text_decides() -> None:
    """Neither a chorus nor a brawl: a good part of the key beats is agreed at once, and a good part is
    not.
    """
    views = key_views()
    agreed = sum(len({preferred(role, view, PLAIN) for role in CREW}) == 1 for view in views)
    assert 0.3 * len(views) <= agreed <= 0.7 * len(views)
    empty = next(view for view in views if not view.seen)
    assert {preferred(role, empty, PLAIN).type for role in CREW} == {"ESTABLISHING"}


def test_intimate_comes_near_and_epic_steps_back() -> None:
    """Intimate means closer sizes, longer lenses and more faces; epic wider frames and shorter lenses."""
    intimate, plain, epic = list_shots(INTIMATE), list_shots(PLAIN), list_shots(EPIC)
    assert near(intimate) > near(plain) > near(epic)
    assert lens(intimate) > lens(plain) > lens(epic)
    faces = ("MCU", "CU", "ECU")
    assert share(intimate, "size", *faces) > share(plain, "size", *faces) > share(epic, "size", *faces)


def test_kinetic_moves_and_still_does_not() -> None:
    """A restless film moves in most shots, a still one in hardly any."""
    still, plain, kinetic = (
        share(list_shots(look), "movement", "STATIC") for look in (STILL, PLAIN, KINETIC)
    )
    assert still > 0.9 > plain > kinetic and kinetic < 0.35


def test_noir_tilts_and_comedy_stands_level() -> None:
    """A hard film leaves eye level often, a bright one almost never."""
    noir, plain, comic = (share(list_shots(look), "angle", "EYE") for look in (NOIR, PLAIN, COMIC))
    assert noir < 0.6 < plain <= comic and comic > 0.95


def test_preferences_follow_the_look_too() -> None:
    """Not only coverage: what the roles argue for shifts with the look."""
    views = key_views()

    def wanted(look: Look) -> list[ShotSpec]:
        return [preferred(role, view, look) for role in CREW for view in views]

    assert near(wanted(INTIMATE)) > near(wanted(PLAIN)) > near(wanted(EPIC))
    assert share(wanted(STILL), "movement", "STATIC") > share(wanted(KINETIC), "movement", "STATIC")
    assert share(wanted(NOIR), "angle", "EYE") < share(wanted(COMIC), "angle", "EYE")


@pytest.mark.parametrize("look", LOOKS)
def test_the_shot_list_is_more_varied_than_the_peers(look: Look) -> None:
    """Entropy of sizes and of types above the 2.4 bits of FilmAgent's best, over films and looks."""
    shots = list_shots(look)
    assert entropy(shots, "type") > 2.4
    assert entropy(shots, "size") > 2.3
    assert look in (STILL, PLAIN, INTIMATE, COMIC, NOIR) or share(shots, "movement", "STATIC") < 0.7


@pytest.mark.parametrize("look", LOOKS)
def test_reasons_are_one_short_sentence_about_this_beat(look: Look) -> None:
    """Every reason is filled in, at most 200 characters, quotes the line or names the shot."""
    for view in key_views():
        for role in ROLES:
            for spec in options(view, look):
                judgement = score(role, view, spec, look)
                assert 0 <= judgement.total <= 1
                for said in (
                    reason_for(role, view, spec, look, judgement),
                    reason_against(role, view, spec, look, judgement),
                ):
                    assert 15 < len(said) <= 200 and "{" not in said and said[0] == said[0].upper()


def test_reasons_differ_by_criterion_role_and_situation() -> None:
    """Over the films the crew hardly says the same thing twice."""
    said = [
        reason_for(role, view, spec, PLAIN, score(role, view, spec, PLAIN))
        for view in key_views()
        for role in CREW
        for spec in [preferred(role, view, PLAIN)]
    ]
    assert len(set(said)) >= 0.5 * len(said)
    view = key_views((DRAMA,))[0]
    spec = preferred("director", view, PLAIN)
    against = {reason_against(role, view, spec, PLAIN, score(role, view, spec, PLAIN)) for role in ROLES[1:4]}
    assert len(against) == 3


def test_every_criterion_can_speak() -> None:
    """No criterion is dead weight: each is the best or the worst of some shot."""
    for role in CREW:
        named: set[str] = set()
        for view in key_views():
            for look in LOOKS:
                for spec in options(view, look):
                    judgement = score(role, view, spec, look)
                    named |= {judgement.best, judgement.worst}
        assert named >= {criterion.name for criterion in CRITERIA[role]} | {"vision"}


def test_a_cast_member_wants_the_camera_on_her_character() -> None:
    """In the beat that moves her, an actor prefers a shot her character is in."""
    view = key_views((DRAMA,))[0]
    assert "JON" in preferred("cast:JON", view, PLAIN).subject
    assert "MAYA" in preferred("cast:MAYA", view, PLAIN).subject


def test_the_same_question_gets_the_same_answer() -> None:
    """Everything is a function of its arguments."""
    assert key_views() == key_views() and list_shots(NOIR) == list_shots(NOIR)


@pytest.mark.parametrize("text", [*FILMS, ""])
@pytest.mark.parametrize("vision", ["", "an intimate drama", "noir, epic"])
def test_each_role_would_make_another_film(text: str, vision: str) -> None:
    """Approaches differ moderately, each judges its own best, and says why of another's."""
    english = text in (DRAMA, THRILLER, COMEDY)
    made = {role: approaches(role, [vision], text, english) for role in CREW}
    assert len({look for _, look in made.values()}) == 3
    for role, (statement, own) in made.items():
        assert statement.endswith(".") and judge_approach(role, own, own) == 1
        for other in CREW:
            value = judge_approach(role, made[other][1], own)
            assert 0.5 < value <= 1 and (value < 1 or other == role)
            assert 10 < len(approach_reason(role, made[other][1], own)) <= 200


def test_approaches_hear_the_material() -> None:
    """Night pulls the cinematographer to shadow; a vision pulls everybody."""
    night = approaches("cinematographer", [], THRILLER, True)[1].contrast
    assert night > approaches("cinematographer", [], COMEDY, True)[1].contrast
    for role in CREW:
        for text in (RUSSIAN, CHINESE, DRAMA):
            assert (
                approaches(role, ["epic"], text, False)[1].closeness
                < approaches(role, ["intimate"], text, False)[1].closeness
            )
