"""What canon holds of a character: lives in order, where they are at odds, what was decided, what years do."""

import pytest

from cineledger.domain.canon.conflicts import against, cuts_differ
from cineledger.domain.canon.events import CharacterCast
from cineledger.domain.canon.life import (
    NOTHING,
    CarriedAge,
    CarriedFact,
    CarriedIdentity,
    CarriedMood,
    Life,
)
from cineledger.domain.canon.merging import merged
from cineledger.domain.canon.prior import (
    prior_bond,
    prior_identity,
    prior_knowledge,
    prior_mood,
    prior_years,
)
from cineledger.domain.cast.affect import Affect
from cineledger.domain.cast.identity import Growth, Identity, Trait
from cineledger.domain.series.carried import CarriedBond, CarriedPerson
from cineledger.domain.state import State, evolve


def who(value: float, *, age: int | None = None, growth: tuple[Growth, ...] = ()) -> CarriedIdentity:
    """Somebody so agreeable."""
    trait = Trait(trait="kind" if value > 0 else "harsh", facet="agreeableness", value=value)
    return CarriedIdentity(
        identity=Identity(traits=(trait,), age=age, growth=growth), decided=False, source="a@1"
    )


def person(fate: str = "", speeches: int = 3) -> CarriedPerson:
    """MAYA as one production has her."""
    return CarriedPerson(character="MAYA", episode="a", speeches=speeches, fate=fate, source="a@2")


def bond(trust: float, met: float | None = None) -> CarriedBond:
    """Her trust for TOM, as a production leaves it and as it first shows it."""
    return CarriedBond(
        character="MAYA",
        other="TOM",
        episode="a",
        trust=trust,
        affection=0,
        power=0,
        met_trust=trust if met is None else met,
        met_affection=0,
        quote="",
        source="a@3",
    )


def fact(**changes: object) -> CarriedFact:
    """Where the key is."""
    told = CarriedFact(fact="key", text="The key is in the boat", how="saw", sure=True, source="a@4")
    return told.model_copy(update=changes)


def aged(years: int) -> Life:
    """Somebody of that age."""
    return Life(age=CarriedAge(years=years, source="a@1"))


ODDS = (
    ("fate", Life(fate=person("dead")), Life(fate=person()), None),
    ("age", aged(34), aged(30), None),
    ("age", aged(34), aged(34), 7),
    ("trait", Life(identity=who(0.8)), Life(identity=who(-0.5)), None),
    ("bond", Life(bonds=(bond(-0.6),)), Life(bonds=(bond(0.4, met=0.4),)), None),
    ("knowledge", Life(known=(fact(),)), Life(known=(fact(how="guessed"),)), None),
    ("knowledge", Life(known=(fact(),)), Life(known=(fact(so=False),)), None),
    ("knowledge", Life(known=(fact(),)), Life(known=(fact(sure=False),)), None),
    ("secret", Life(known=(fact(secret=True),)), Life(known=(fact(others=("TOM",)),)), None),
)
AT_PEACE = (
    (Life(fate=person("dead")), Life(fate=person(speeches=0)), None),
    (aged(34), aged(41), 7),
    (aged(34), aged(40), 7),
    (aged(34), aged(50), None),
    (Life(identity=who(0.3)), Life(identity=who(-0.3)), None),
    (
        Life(identity=who(0.8, growth=(Growth(facet="agreeableness", low=-0.6, high=1),))),
        Life(identity=who(-0.5)),
        None,
    ),
    (Life(bonds=(bond(-0.6),)), Life(bonds=(bond(0.9, met=-0.5),)), None),
    (Life(known=(fact(),)), Life(known=(fact(),)), None),
    (Life(known=(fact(),)), Life(known=(fact(how="told", told_by="TOM"),)), None),
    (Life(known=(fact(sure=False),)), Life(known=(fact(how="guessed"),)), None),
    (Life(known=(fact(secret=True, others=("TOM",)),)), Life(known=(fact(others=("TOM",)),)), None),
    (NOTHING, Life(fate=person(), bonds=(bond(1),)), None),
)


@pytest.mark.parametrize(("kind", "held", "life", "years"), ODDS)
def test_what_does_not_follow(kind: str, held: Life, life: Life, years: int | None) -> None:
    """Is found once, with what each side says and where it says so."""
    (found,) = against("MAYA", held, life, years)
    assert found.kind == kind and found.earlier and found.later and all(found.sources)
    assert 0 < found.weight <= 1


@pytest.mark.parametrize(("held", "life", "years"), AT_PEACE)
def test_what_follows(held: Life, life: Life, years: int | None) -> None:
    """People age, grow within bounds, change with what they are shown to live through, and see things again."""
    assert against("MAYA", held, life, years) == []


def test_bonds_that_began_from_canon_are_not_held_against_it() -> None:
    """What moved them after that was shown."""
    assert not against("MAYA", Life(bonds=(bond(-0.6),)), Life(bonds=(bond(0.4),)), None, brought=True)


@pytest.mark.parametrize("apart", [None, False, True])
def test_until_it_is_decided_the_earlier_holds(apart: bool | None) -> None:
    """The later holds where nothing is at odds or that was decided; where both stand apart neither does."""
    for kind, held, life, years in ODDS[1:]:
        (found,) = against("MAYA", held, life, years)
        now = merged(held, life, years, {} if apart is None else {(found.kind, found.subject): apart})
        for name in ("bonds", "known"):
            was, new = getattr(held, name), getattr(life, name)
            assert getattr(now, name) == (new if apart is None else () if apart else was), kind
        if kind == "age" and now.age is not None and held.age is not None and life.age is not None:
            assert now.age.years == (life.age.years if apart is None else held.age.years + (years or 0))
        if kind == "age":
            assert (now.age is None) == bool(apart)
        if kind == "trait" and now.identity is not None:
            meant = -0.5 if apart is None else None if apart else 0.8
            assert now.identity.identity.on("agreeableness") == meant


def test_cuts_are_laid_side_by_side() -> None:
    """As far as they differ; two that tell her alike are one life."""
    one = Life(fate=person(), bonds=(bond(-0.6),), known=(fact(),))
    assert cuts_differ("MAYA", one, one) is None
    other = Life(fate=person("dead"), bonds=(bond(0.2),))
    found = cuts_differ("MAYA", one, other)
    assert found is not None and found.kind == "cut"
    assert found.earlier.startswith("she is alive; towards TOM trust -0.6")
    assert found.later.startswith("she is dead; towards TOM trust +0.2") and "does not know" in found.later


def cast(years: int | None) -> State:
    """A production into which MAYA was brought."""
    mood = CarriedMood(
        left=Affect(valence=-0.8, arousal=0.4, dominance=0), mood="hostile", scene="2", source="a@5"
    )
    life = Life(
        identity=who(0.5, age=34),
        age=CarriedAge(years=34 + (years or 0), source="a@1"),
        mood=mood,
        bonds=(bond(-0.6),),
        known=(fact(),),
    )
    event = CharacterCast(character="MAYA", canon="maya", at=4, years=years, lives=("a",), life=life)
    return evolve(State(), event, "orchestrator")


@pytest.mark.parametrize(("years", "valence"), [(0, -0.8), (None, -0.3), (1, -0.05), (40, 0.2)])
def test_moods_decay_and_bonds_keep_over_the_years(years: int | None, valence: float) -> None:
    """Towards what she is like; her age moves on, and what she knows she knows."""
    state, calm = cast(years), Affect(valence=0.2, arousal=0, dominance=0)
    mood, identity = prior_mood(state, "MAYA", calm), prior_identity(state, "MAYA")
    assert mood is not None and identity is not None
    assert mood.valence == pytest.approx(valence, abs=0.01) and identity.age == 34 + (years or 0)
    assert prior_bond(state, "MAYA", "TOM") == (-0.6, 0, 0)
    assert prior_knowledge(state, "MAYA") == (fact(),) and prior_years(state, "MAYA") == years


def test_who_was_not_cast_brings_nothing() -> None:
    """Nor does canon say more than it says."""
    state = cast(1)
    assert prior_bond(state, "MAYA", "NORA") is None
    for reading in (prior_mood, prior_identity, prior_years):
        assert reading(state, "TOM") is None
    assert prior_knowledge(state, "TOM") == () and prior_bond(state, "TOM", "MAYA") is None
