"""How far somebody may grow: from where she stands, a reach either way, and further the way her arc goes."""

from collections.abc import Sequence

from cineledger.domain.cast.bounds import REACH, around
from cineledger.domain.cast.identity import FACETS, Facet, Growth, Identity, Trait
from cineledger.domain.story.events import ArcShape

FURTHER = 0.3
"""What an arc adds to the reach the way it goes: it is the story of that change."""
STEADY = 0.2
"""The reach of who stays the same while others change: a flat arc (Weiland, “Creating Character Arcs”, 2016)."""
UP: tuple[Facet, ...] = ("stability", "agreeableness", "openness")
"""Who rises comes to terms with herself and others; who falls loses that (Weiland: positive and negative change arcs).

On the other two factors stories take no side: the meek grow bold, and the bold learn to be quiet.
"""


def growing(identity: Identity, shape: ArcShape | None = None) -> Identity:
    """The identity with bounds on each factor that a trait speaks of; the shape is her arc's, where it is known."""
    return identity.model_copy(update={"growth": bounds(identity.traits, shape)})


def bounds(traits: Sequence[Trait], shape: ArcShape | None) -> tuple[Growth, ...]:
    """The bounds that traits stand in."""
    stands = {
        facet: place for facet in FACETS if (place := Identity(traits=tuple(traits)).on(facet)) is not None
    }
    return tuple(_bound(facet, place, shape) for facet, place in stands.items())


def _bound(facet: Facet, stands: float, shape: ArcShape | None) -> Growth:
    if shape == "flat":
        return around(facet, stands, STEADY, STEADY, "the same while others change: the arc is flat")
    way = None if shape in (None, "unknown") else str(shape).rsplit("-", 1)[-1]
    if way is None or facet not in UP:
        return around(facet, stands)
    if way == "rise":
        return around(facet, stands, REACH, REACH + FURTHER, f"further up: the arc is {shape}")
    return around(facet, stands, REACH + FURTHER, REACH, f"further down: the arc is {shape}")


def further(identity: Identity, shape: ArcShape | None) -> Identity:
    """The identity with its bounds widened the way her arc goes; those it has, where nobody drew one."""
    if shape in (None, "unknown", "flat"):
        return identity if shape != "flat" else growing(identity, shape)
    wider = {growth.facet: growth for growth in bounds(identity.traits, shape)}
    return identity.model_copy(
        update={"growth": tuple(_joined(growth, wider.get(growth.facet)) for growth in identity.growth)}
    )


def _joined(growth: Growth, wider: Growth | None) -> Growth:
    if wider is None:
        return growth
    return Growth(
        facet=growth.facet,
        low=min(growth.low, wider.low),
        high=max(growth.high, wider.high),
        toward=growth.toward or wider.toward,
    )
