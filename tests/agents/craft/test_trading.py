"""Trade-offs: what each role makes of giving something up, by its own criteria and the film's look."""

from decimal import Decimal
from typing import Any

import pytest

from cineledger.agents.craft.trading import (
    TradeView,
    Way,
    favourite,
    judge,
    kind_of_place,
    objection,
    relief,
    sensible,
)
from cineledger.domain.debate.options import Look, TradeOffOption

SETUPS = TradeOffOption(
    way="fewer_setups", statement="give up 3", shots=("1C", "1D", "2B"), saves=Decimal(900), saves_days=1
)
SETS = TradeOffOption(way="merge_sets", statement="play it there", sets=("BAR", "CAFE"), saves=Decimal(600))
CUES = TradeOffOption(way="fewer_cues", statement="leave out 1m2", cues=("1m2",), saves=Decimal(80))
SPEND = TradeOffOption(way="spend_more", statement="spend more", amount=Decimal(11_000))
DAYS = TradeOffOption(way="more_days", statement="shoot longer", days=6)
CREW = ("producer", "director", "cinematographer", "set_designer")


def view(look: Look | None = None, faces: float = 0.0, moving: float = 0.0, **more: Any) -> TradeView:
    """A plan 1,000 over, with three cuts and more money on offer."""
    ways = (
        Way(option=SETUPS, share=0.1, faces=faces, moving=moving),
        Way(option=SETS, share=0.2, alike="a bar"),
        Way(option=CUES, share=0.3),
        Way(option=SPEND, share=0),
    )
    plain = {
        "look": look or Look(closeness=0, motion=0, contrast=0),
        "amount": Decimal(10_000),
        "days": None,
        "total": Decimal(11_000),
        "planned": 6,
        "ways": ways,
    }
    return TradeView.model_validate(plain | more)


def test_relief_is_what_a_way_takes_off() -> None:
    """Of 1,000 too much, 900 is nine tenths; granting what the plan costs is all of it."""
    assert relief(view(), SETUPS) == pytest.approx(0.9)
    assert relief(view(), SPEND) == 1.0
    over = view(amount=None, days=4)
    assert (relief(over, SETUPS), relief(over, DAYS), relief(over, SPEND)) == (0.5, 1.0, 0.0)


def test_the_producer_cuts_before_asking_for_money() -> None:
    """Where a cut gets there it is proposed; where none comes near, more money is."""
    assert favourite("producer", view()) == SETUPS
    hopeless = view(total=Decimal(60_000))
    rich = SPEND.model_copy(update={"amount": Decimal(60_000)})
    hopeless = hopeless.model_copy(update={"ways": (*hopeless.ways[:3], Way(option=rich, share=0))})
    assert favourite("producer", hopeless) == rich


def test_what_was_turned_down_is_not_offered_again() -> None:
    """The next best is; nothing where all was turned down."""
    assert favourite("producer", view(), (SETUPS,)) == SETS
    assert favourite("producer", view(), (SETUPS, SETS, CUES, SPEND)) is None


def test_a_director_of_faces_keeps_faces() -> None:
    """Giving up close shots is worth less the more intimate the film is, and the reason names them."""
    near = Look(closeness=0.8, motion=0, contrast=0)
    plain, intimate = judge("director", view(faces=0.8), SETUPS), judge("director", view(near, 0.8), SETUPS)
    assert intimate.worth < plain.worth
    assert "faces" in intimate.reason and "1C" in intimate.reason


def test_a_director_of_wide_places_keeps_them() -> None:
    """An epic objects to playing two places in one; an intimate film can."""
    epic = judge("director", view(Look(closeness=-0.8, motion=0, contrast=0)), SETS)
    near = judge("director", view(Look(closeness=0.8, motion=0, contrast=0)), SETS)
    assert epic.worth < near.worth
    assert "BAR" in epic.reason


def test_hard_light_wants_fewer_setups() -> None:
    """A cinematographer of hard light gives up setups sooner than one of even light, but not the moves."""
    hard, even = Look(closeness=0, motion=0, contrast=0.8), Look(closeness=0, motion=0, contrast=-0.8)
    assert (
        judge("cinematographer", view(hard), SETUPS).worth
        > judge("cinematographer", view(even), SETUPS).worth
    )
    assert judge("cinematographer", view(hard), SETUPS).criterion == "light"
    assert judge("cinematographer", view(even, moving=0.9), SETUPS).criterion == "coverage"


def test_roles_disagree() -> None:
    """On the same plan not everybody wants the same, and the set designer keeps her sets."""
    wanted = {role: favourite(role, view(faces=0.6)) for role in CREW}
    assert len({option.way for option in wanted.values() if option}) > 1
    assert wanted["set_designer"] != SETS


def test_an_objection_speaks_against() -> None:
    """A role says what it dislikes in a way, that it helps little, or which it likes better."""
    disliked = objection(view(), "set_designer", SETS, SPEND)
    assert disliked.reason == judge("set_designer", view(), SETS).reason
    little = objection(view(), "cinematographer", CUES, SETS)
    assert little.reason == "it takes off only 8% of what is too much"
    lesser = objection(view(), "cinematographer", SETUPS, SETS)
    assert lesser.reason.startswith("rather make one set of two")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("CAFE DU MONDE", "bar"),
        ("JON'S KITCHEN", "kitchen"),
        ("HOSPITAL CORRIDOR", "corridor"),
        ("ПРИЧАЛ", "waterside"),
        ("OUTER SPACE", None),
    ],
)
def test_places_are_of_a_kind(name: str, kind: str | None) -> None:
    """By the last word that says so; unknown where none does."""
    assert kind_of_place(name) == kind


def test_where_nothing_can_be_given_up_it_is_said() -> None:
    """No cut that takes off 0 % is spoken of where there is none."""
    bare = view(days=5, ways=(Way(option=DAYS, share=0), Way(option=SPEND, share=0)))
    for option in (DAYS, SPEND):
        said = judge("producer", bare, option).reason
        assert said == "nothing that could be given up saves a whole day or a sum that counts"


def test_what_leaves_a_limit_exceeded_gives_way_to_what_helps_both() -> None:
    """More days bring no money: a cut that saves both comes first, for everybody."""
    both = view(days=5, ways=(Way(option=SETUPS, share=0.1), Way(option=DAYS, share=0)))
    assert sensible(both, (DAYS, SETUPS)) == [SETUPS]
    assert {favourite(role, both) for role in CREW} == {SETUPS}
    assert sensible(both, (DAYS, SPEND)) == [DAYS, SPEND]


def test_light_is_waited_for_outside() -> None:
    """On a stage no day is spent waiting for the sun."""
    assert "waited" not in judge("cinematographer", view(days=5), DAYS).reason
    assert "waited" in judge("cinematographer", view(days=5, outside=True), DAYS).reason
