"""The pacing of a film: who wants it how, and the curve that comes of it."""

from typing import Any

import pytest

from cineledger.agents.craft.choice import FilmView, favourite, weigh
from cineledger.agents.craft.curve import MOST_NOTES, Curved, read_curve
from cineledger.agents.craft.pacing import ALIKE, QUICKEN, TRIM, VARY, pace
from cineledger.agents.craft.pacing_choice import PACING_CHOICE
from cineledger.agents.craft.tempo_words import ruled_out, wants
from cineledger.agents.policy import POLICY
from cineledger.domain.debate.options import Look
from cineledger.domain.words import CHOICES, PACING

ROLES = ("editor", "director", "writer", "composer")
FACTS = (("long", "“I waited”"), ("hot", "“OUT!”"), ("silence", "“A pause.”"), ("act", "“He runs.”"))


def film(**more: Any) -> FilmView:
    """A film of middling everything."""
    plain: dict[str, Any] = {
        "look": Look(closeness=0, motion=0, contrast=0),
        "said": (),
        "talk": 0.5,
        "night": 0.5,
        "inside": 0.5,
        "moving": 0.2,
        "heated": 0.1,
        "quiet": 0.1,
        "scenes": 5,
        "people": 3,
        "english": True,
        "facts": FACTS,
    }
    return FilmView(**plain | more)


def look(**more: float) -> Look:
    """A look that leans one way."""
    return Look(**{"closeness": 0.0, "motion": 0.0, "contrast": 0.0} | more)


FILMS = [
    film(),
    film(talk=0.7),
    film(quiet=0.35),
    film(heated=0.4, moving=0.5),
    film(look=look(closeness=0.8), talk=0.7),
    film(look=look(closeness=-0.8)),
    film(look=look(motion=0.8)),
    film(look=look(motion=-0.8), said=("Long takes, patient.",)),
    film(look=look(contrast=-0.8), said=("A fast comedy.",)),
    film(look=look(contrast=0.8)),
]


def test_every_concerned_role_judges_by_its_own_criteria() -> None:
    """The policy's roles have measures of their own, and every choice the craft has is put."""
    (policy,) = (p for p in POLICY if p.subject == PACING)
    assert set(policy.concerned) == set(PACING_CHOICE.measures) == set(ROLES)
    names = [{measure.name for measure in PACING_CHOICE.measures[role]} - {"vision"} for role in ROLES]
    assert all(not a & b for i, a in enumerate(names) for b in names[i + 1 :])
    assert set(PACING_CHOICE.statements(film())) == set(CHOICES[PACING])


def test_roles_truly_disagree() -> None:
    """Over ten films there is each pacing that somebody likes best, and most films have two favourites or more."""
    liked = [{role: favourite(PACING_CHOICE, role, view) for role in ROLES} for view in FILMS]
    assert {choice for each in liked for choice in each.values()} == set(CHOICES[PACING])
    assert sum(len(set(each.values())) > 1 for each in liked) >= 5


@pytest.mark.parametrize("role", ROLES)
def test_no_reason_is_empty_or_unfilled(role: str) -> None:
    """Whatever a role says for or against a pacing is a sentence of its own, with the script's lines in it."""
    for view in FILMS:
        for choice in CHOICES[PACING]:
            weighed = weigh(PACING_CHOICE, role, view, choice)
            for reason in (weighed.reason_for, weighed.reason_against):
                assert len(reason) > 20 and "{" not in reason
    assert any("“" in weigh(PACING_CHOICE, role, v, c).reason_for for v in FILMS for c in CHOICES[PACING])


def total(role: str, choice: str, **more: Any) -> float:
    """What a role thinks of a pacing for a film."""
    return weigh(PACING_CHOICE, role, film(**more), choice).total


def test_text_and_look_move_the_roles() -> None:
    """Heat and speed want it quick, silence and wide country want it long; near faces divide editor and director."""
    assert total("editor", "quick", heated=0.5) > total("editor", "quick")
    assert total("editor", "long takes", quiet=0.4) > total("editor", "long takes")
    assert total("composer", "long takes", look=look(closeness=-0.8)) > total("composer", "long takes")
    near = {"look": look(closeness=0.8)}
    assert total("director", "long takes", **near) > total("director", "long takes")
    assert total("editor", "quick", **near) > total("editor", "quick")
    assert total("writer", "quick", talk=0.8) < total("writer", "quick", talk=0.2)


def test_words_ask_for_a_pacing_and_rule_one_out() -> None:
    """Long takes and fast cutting are asked for by name; refused, they are out; without words nothing is."""
    assert wants(["Slow, patient, long takes."]) < -0.5 < 0.5 < wants(["Fast-paced and breathless."])
    assert wants(["Intimate: faces."]) == 0
    assert set(ruled_out(["No long takes, please."])) == {"long takes"}
    assert set(ruled_out(["Long takes only."])) == {"classical", "quick"}
    assert ruled_out(["A long take here and there."]) == {}
    assert weigh(PACING_CHOICE, "editor", film(said=("Never quick cuts!",)), "quick").total == 0


def curved(*averages: float, heat: float = 0.3, shots: int = 4) -> list[Curved]:
    """Scenes of a few shots that stay so long on average, some shorter, some longer."""
    spread = (0.4, 0.7, 1.1, 1.8)[:shots]
    return [Curved(lengths=tuple(a * part for part in spread), heat=heat, told=()) for a in averages]


def test_a_stretch_of_one_pace_is_noted() -> None:
    """Four scenes that run alike are too many; the one whose heat stands out is to break it. Three are not."""
    scenes = curved(4, 7, 7.2, 7.4, 7.1, 12)
    scenes[3] = scenes[3].model_copy(update={"heat": 0.7})
    (note,) = read_curve(scenes)
    assert note.place == 3 and f"4 scenes are {VARY}" in note.text
    assert not read_curve(curved(4, 7, 7.2, 7.4, 12))


def test_a_climax_slower_than_what_leads_to_it_is_noted() -> None:
    """The hottest scene of the last third is not to be slower than the two before it."""
    scenes = curved(9, 5, 8, 5, 9)
    scenes[4] = scenes[4].model_copy(update={"heat": 0.8})
    (note,) = read_curve(scenes)
    assert note.place == 4 and QUICKEN in note.text
    scenes[4] = curved(4)[0].model_copy(update={"heat": 0.8})
    assert not read_curve(scenes)


def test_a_scene_longer_than_it_weighs_is_noted() -> None:
    """Twice as long as the others and cooler than most: the air goes out of it."""
    scenes = curved(5, 8, 4, 30, 9)
    scenes[3] = scenes[3].model_copy(update={"heat": 0.1})
    (note,) = read_curve(scenes)
    assert note.place == 3 and TRIM in note.text
    hot = [*scenes[:3], scenes[3].model_copy(update={"heat": 0.9}), scenes[4]]
    assert not any(TRIM in note.text for note in read_curve(hot))


def test_one_length_all_through_is_noted() -> None:
    """A film whose every shot stays as long as the last is told so, at its hottest scene."""
    scenes = [Curved(lengths=(length,) * 6, heat=1 / length, told=()) for length in (7.0, 6.0, 5.0)]
    (note,) = read_curve(scenes)
    assert note.place == 2 and ALIKE in note.text


def test_notes_are_few_and_not_said_twice() -> None:
    """However monotonous a film, four notes at most, one a scene, and none that its editor has heard."""
    averages = [6.0 + 3 * (place // 5 % 2) for place in range(100)]
    notes = read_curve(curved(*averages))
    assert len(notes) == MOST_NOTES == len({note.place for note in notes})
    told = [
        scene.model_copy(update={"told": tuple(n.text for n in notes if n.place == place)})
        for place, scene in enumerate(curved(*averages))
    ]
    assert not {n.place for n in read_curve(told)} & {n.place for n in notes}
    assert read_curve(()) == ()


def test_paces_have_names() -> None:
    """From fast to slow, by how long a shot stays."""
    assert [pace(average) for average in (2, 5, 8, 20)] == ["fast", "brisk", "measured", "slow"]
