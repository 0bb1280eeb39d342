"""How far somebody may grow: bounds on the five factors, and what of an identity goes beyond them."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cineledger.domain.cast.identity import FACETS, Facet, Growth, Identity

REACH = 0.3
"""How far somebody may go from where she stands within one production, of 2.

In a life people move by about one standard deviation on a factor (Roberts, Walton and Viechtbauer 2006); a story is the
part of a life in which most of that happens.
"""


class Beyond(NamedTuple):
    """A factor on which an identity is out of bounds."""

    facet: Facet
    would: float
    low: float
    high: float

    @property
    def far(self) -> float:
        """How far out."""
        return round(max(self.low - self.would, self.would - self.high), 2)


def beyond(identity: Identity, bounds: Sequence[Growth]) -> tuple[Beyond, ...]:
    """The factors on which an identity leaves the bounds, the furthest first; one nobody speaks of leaves none."""
    found = []
    for growth in bounds:
        stands = identity.on(growth.facet)
        if stands is not None and not growth.low <= stands <= growth.high:
            found.append(Beyond(growth.facet, stands, growth.low, growth.high))
    return tuple(sorted(found, key=lambda one: (-one.far, FACETS.index(one.facet))))


def identity_faults(identity: Identity) -> Iterator[str]:
    """A trait that comes twice, bounds that are given twice, end before they begin or leave out where she stands."""
    names = [trait.trait.casefold() for trait in identity.traits]
    yield from (f"the trait {name} comes twice" for name in dict.fromkeys(names) if names.count(name) > 1)
    if any(not name.strip() for name in names):
        yield "a trait has no word"
    facets = [growth.facet for growth in identity.growth]
    yield from (
        f"growth on {facet} comes twice" for facet in dict.fromkeys(facets) if facets.count(facet) > 1
    )
    for growth in identity.growth:
        if growth.low > growth.high:
            yield f"growth on {growth.facet} runs from {growth.low:g} down to {growth.high:g}"
    for out in beyond(identity, [g for g in identity.growth if g.low <= g.high]):
        yield f"she stands at {out.would:g} on {out.facet}, outside her growth from {out.low:g} to {out.high:g}"


def around(facet: Facet, stands: float, down: float = REACH, up: float = REACH, toward: str = "") -> Growth:
    """Bounds around where somebody stands."""
    low, high = max(-1.0, round(stands - down, 2)), min(1.0, round(stands + up, 2))
    return Growth(facet=facet, low=low, high=high, toward=toward)


def moved(identity: Identity, bounds: Sequence[Growth]) -> tuple[Growth, ...]:
    """Bounds that hold somebody: those she had, around her where she left them, and new ones where she had none."""
    had = {growth.facet: growth for growth in bounds}
    found = []
    for facet in FACETS:
        stands, growth = identity.on(facet), had.get(facet)
        if stands is not None and (growth is None or not growth.low <= stands <= growth.high):
            found.append(around(facet, stands, toward="" if growth is None else growth.toward))
        elif growth is not None:
            found.append(growth)
    return tuple(found)
