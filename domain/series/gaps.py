"""How far what one production leaves is from what the next one shows."""

from cineledger.domain.series.carried import CarriedBond

APART = 0.5
"""How far, of 2, somebody must be met from where she was left to be worth a word."""


def furthest(left: tuple[float, float], met: tuple[float, float]) -> tuple[str, float]:
    """What of trust and affection is met furthest from how it was left, and by how much."""
    moved = {"trust": met[0] - left[0], "affection": met[1] - left[1]}
    what = max(moved, key=lambda name: abs(moved[name]))
    return what, moved[what]


def bond_gap(left: CarriedBond, now: CarriedBond) -> tuple[str, float]:
    """The same of two accounts of a bond: how the one ends, and how the other first shows it."""
    return furthest((left.trust, left.affection), (now.met_trust, now.met_affection))
