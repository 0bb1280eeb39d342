"""Where what a production says of a character does not follow from what canon has of her."""

from collections.abc import Iterator
from typing import NamedTuple

from cineledger.domain.canon.life import CarriedFact, Differs, Life
from cineledger.domain.cast.identity import FACETS, Facet, Identity
from cineledger.domain.series.carried import CarriedBond
from cineledger.domain.series.gaps import APART, bond_gap

YEARS_OUT = 2
"""How many years an age may be out: a production says thirty of a woman of thirty-one."""
TRAIT_APART = 0.8
"""How far, of 2, somebody may be another on one factor before she is somebody else, where no bounds were set."""
TOLD = 0.1
"""How far, of 2, two accounts of a bond are apart to be told apart."""
MOST = 8
"""Contradictions of two accounts that are told: with more it is another person."""


class Against(NamedTuple):
    """Two accounts that can't both hold."""

    kind: Differs
    subject: str
    earlier: str
    later: str
    """What each says."""
    weight: float
    sources: tuple[str, str]


def against(
    character: str, held: Life, life: Life, years: int | None, *, brought: bool = False
) -> list[Against]:
    """What in a life does not follow from what is held; the heaviest first.

    `years` lie between the two, None where nobody said. Where canon was brought into the production, bonds began
    from it, so nothing in them can go against it.
    """
    found = [
        *_fate(character, held, life),
        *_age(character, held, life, years),
        *_traits(held, life),
        *(() if brought else _bonds(held, life)),
        *_known(held, life),
    ]
    return sorted(found, key=lambda one: -one.weight)[:MOST]


def _fate(character: str, held: Life, life: Life) -> Iterator[Against]:
    if held.fate is not None and held.fate.fate and life.fate is not None and life.fate.speeches:
        said = f" (“{held.fate.quote}”)" if held.fate.quote else ""
        yield Against(
            "fate",
            character,
            f"{character} is {held.fate.fate} since {held.fate.episode}{said}",
            f"{character} speaks in {life.fate.episode}",
            1.0 if held.fate.fate == "dead" else 0.6,
            (held.fate.source, life.fate.source),
        )


def _age(character: str, held: Life, life: Life, years: int | None) -> Iterator[Against]:
    if held.age is None or life.age is None:
        return
    meant = held.age.years + (years or 0)
    out = abs(life.age.years - meant) if years is not None else meant - life.age.years
    if out >= YEARS_OUT or (years is None and out > 0):
        between = f", and {years} years lie between: {meant}" if years else ""
        yield Against(
            "age",
            character,
            f"{character} was {held.age.years}{between}",
            f"{character} is {life.age.years}",
            round(min(0.9, 0.4 + out / 20), 2),
            (held.age.source, life.age.source),
        )


def _traits(held: Life, life: Life) -> Iterator[Against]:
    if held.identity is None or life.identity is None:
        return
    was, now = held.identity.identity, life.identity.identity
    for facet in FACETS:
        before, after = was.on(facet), now.on(facet)
        if before is None or after is None or _grown(was, facet, after) or abs(after - before) < TRAIT_APART:
            continue
        yield Against(
            "trait",
            facet,
            f"{facet} {before:+g}: {_like(was, facet)}",
            f"{facet} {after:+g}: {_like(now, facet)}",
            round(min(0.9, 0.2 + abs(after - before) / 2), 2),
            (held.identity.source, life.identity.source),
        )


def _grown(was: Identity, facet: Facet, now: float) -> bool:
    """She became so within bounds that were set for it."""
    return any(one.facet == facet and one.low <= now <= one.high for one in was.growth)


def _like(identity: Identity, facet: Facet) -> str:
    return ", ".join(trait.trait for trait in identity.traits if trait.facet == facet)


def _bonds(held: Life, life: Life) -> Iterator[Against]:
    met = {bond.other: bond for bond in life.bonds}
    for left in held.bonds:
        here = met.get(left.other)
        what, moved = ("", 0.0) if here is None else bond_gap(left, here)
        if here is not None and abs(moved) >= APART:
            stood = left.trust if what == "trust" else left.affection
            shown = here.met_trust if what == "trust" else here.met_affection
            yield Against(
                "bond",
                left.other,
                f"{left.episode} leaves {left.character} with {what} {stood:+g} for {left.other}",
                f"{here.episode} meets them with {what} {shown:+g}, and nothing shows why",
                round(min(0.9, 0.25 + abs(moved) / 2), 2),
                (left.source, here.source),
            )


def _known(held: Life, life: Life) -> Iterator[Against]:
    now = {same_as(fact): fact for fact in life.known}
    for fact in held.known:
        here = now.get(same_as(fact))
        if here is None:
            continue
        if fact.sure and (lost := _lost(fact, here)):
            yield Against(
                "knowledge",
                fact.fact,
                f"she knows that: {fact.text}",
                lost,
                0.5,
                (fact.source, here.source),
            )
        elif fact.secret and not fact.others and here.others and not here.secret:
            yield Against(
                "secret",
                fact.fact,
                f"nobody else knows that: {fact.text}",
                f"{', '.join(here.others)} knows it, and it is no secret",
                0.45,
                (fact.source, here.source),
            )


def _lost(fact: CarriedFact, here: CarriedFact) -> str:
    """How she has it as if she never had known; empty where she may be told, or see again, what she knows."""
    if here.so != fact.so:
        return "she takes the contrary to be so"
    if not here.sure:
        return "she only believes it"
    return "she works it out, as if she never had known" if here.how == "guessed" else ""


def same_as(fact: CarriedFact) -> str:
    """What two tellings of one fact have in common: what is so."""
    return " ".join(fact.text.casefold().split()) or fact.fact


def cuts_differ(character: str, one: Life, other: Life) -> Against | None:
    """Two cuts of one production side by side, as far as they tell her otherwise; None where they agree."""
    sides = [side for side in _sides(one, other) if side[0] != side[1]]
    if not sides:
        return None
    earlier = "; ".join(side[0] for side in sides[:4])
    later = "; ".join(side[1] for side in sides[:4])
    return Against("cut", character, earlier, later, 0.95, (sides[0][2], sides[0][3]))


def _sides(one: Life, other: Life) -> Iterator[tuple[str, str, str, str]]:
    """What each says on each thing, and where."""
    for told in (_told_fate, _told_arc, _told_mood, _told_age):
        (here, source), (there, theirs) = told(one), told(other)
        yield here, there, source, theirs
    bonds = {bond.other: bond for bond in other.bonds}
    for bond in one.bonds:
        now = bonds.get(bond.other)
        if now is not None and _far(bond.trust, now.trust, bond.affection, now.affection):
            yield _stands(bond), _stands(now), bond.source, now.source
    mine, theirs_known = ({same_as(fact): fact for fact in life.known} for life in (one, other))
    for key in sorted(mine.keys() ^ theirs_known.keys()):
        fact = mine.get(key) or theirs_known[key]
        knows, lacks = f"she knows that: {fact.text}", f"she does not know that: {fact.text}"
        first = key in mine
        yield (
            knows if first else lacks,
            lacks if first else knows,
            fact.source if first else "",
            "" if first else fact.source,
        )


def _far(*pairs: float) -> bool:
    return any(abs(a - b) >= TOLD for a, b in zip(pairs[::2], pairs[1::2], strict=True))


def _stands(bond: CarriedBond) -> str:
    return f"towards {bond.other} trust {bond.trust:+g}, affection {bond.affection:+g}"


def _told_fate(life: Life) -> tuple[str, str]:
    return (f"she is {life.ends or 'alive'}", life.fate.source) if life.fate else ("", "")


def _told_arc(life: Life) -> tuple[str, str]:
    return (f"she ends {life.arc.ends}", life.arc.source) if life.arc else ("", "")


def _told_mood(life: Life) -> tuple[str, str]:
    return (f"it leaves her {life.mood.mood}", life.mood.source) if life.mood else ("", "")


def _told_age(life: Life) -> tuple[str, str]:
    return (f"she is {life.age.years}", life.age.source) if life.age else ("", "")
