"""A character as canon has her after one more of her lives."""

from collections.abc import Mapping

from cineledger.domain.canon.conflicts import same_as
from cineledger.domain.canon.life import CarriedAge, CarriedFact, CarriedIdentity, Differs, Life
from cineledger.domain.cast.identity import Identity
from cineledger.domain.series.carried import CarriedBond

Matter = tuple[Differs, str]
"""What two accounts are at odds about, and whom or what."""
Contested = Mapping[Matter, bool]
"""What of a later life does not hold as it says: the earlier does instead, or, where True, neither."""


def merged(held: Life, life: Life, years: int | None, contested: Contested) -> Life:
    """What is held after one more life: the later says more, but where it is at odds it says what was decided."""
    return Life(
        identity=_who(held, life, contested),
        age=_age(held, life, years, contested),
        mood=life.mood or held.mood,
        arc=life.arc or held.arc,
        fate=life.fate or held.fate,
        goals=life.goals or held.goals,
        bonds=_bonds(held, life, contested),
        known=_known(held, life, contested),
    )


def _who(held: Life, life: Life, contested: Contested) -> CarriedIdentity | None:
    """Who the later says she is, with what it leaves out, and with the traits of before where those hold."""
    if held.identity is None or life.identity is None:
        return life.identity or held.identity
    was, now = held.identity.identity, life.identity.identity
    kept = {subject for kind, subject in contested if kind == "trait"}
    gone = {subject for (kind, subject), apart in contested.items() if kind == "trait" and apart}
    traits = [trait for trait in now.traits if trait.facet not in kept]
    traits += [trait for trait in was.traits if trait.facet in kept - gone]
    told = {name: value for name, value in now if value not in (None, "", ())}
    identity = Identity(**{**dict(was), **told, "traits": tuple(traits)})
    return life.identity.model_copy(update={"identity": identity})


def _age(held: Life, life: Life, years: int | None, contested: Contested) -> CarriedAge | None:
    apart = next((apart for (kind, _), apart in contested.items() if kind == "age"), None)
    if apart:
        return None
    if life.age is not None and apart is None:
        return life.age
    return aged(held.age, years)


def aged(age: CarriedAge | None, years: int | None) -> CarriedAge | None:
    """An age so many years on."""
    if age is None or not years:
        return age
    return age.model_copy(update={"years": max(0, min(200, age.years + years))})


def _bonds(held: Life, life: Life, contested: Contested) -> tuple[CarriedBond, ...]:
    bonds = {bond.other: bond for bond in held.bonds}
    for bond in life.bonds:
        if ("bond", bond.other) not in contested:
            bonds[bond.other] = bond
    return tuple(bond for other, bond in sorted(bonds.items()) if not contested.get(("bond", other)))


def _known(held: Life, life: Life, contested: Contested) -> tuple[CarriedFact, ...]:
    known = {same_as(fact): fact for fact in held.known}
    for fact in life.known:
        if _apart(fact, contested) is None or same_as(fact) not in known:
            known[same_as(fact)] = fact
    return tuple(fact for fact in known.values() if not _apart(fact, contested))


def _apart(fact: CarriedFact, contested: Contested) -> bool | None:
    """Neither account of a fact holds; False where the earlier does, None where nothing is at odds."""
    return contested.get(("knowledge", fact.fact), contested.get(("secret", fact.fact)))
