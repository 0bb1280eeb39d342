"""A production's past: slices of its ancestors' streams, then its own."""

from collections.abc import Iterator
from typing import NamedTuple

from cineledger.domain.ledger.store import Store
from cineledger.domain.production.events import ProductionForked
from cineledger.domain.record import Record
from cineledger.domain.refusal import Refused


class Slice(NamedTuple):
    """The events of one stream from `first` to `last`; None is its head."""

    stream: str
    first: int
    last: int | None


def birth(store: Store, name: str) -> Record:
    """Record 0 of a production; refuses a name that nobody bears."""
    found = list(store.events.get(name, lte=0))
    if not found or not isinstance(found[0], Record):
        raise Refused(f"there is no production {name}", "See: cineledger productions")
    return found[0]


def lineage(store: Store, name: str, upto: int | None = None) -> list[Slice]:
    """The slices that make up a production's history up to a number, oldest first."""
    slices: list[Slice] = []
    while True:
        born = birth(store, name)
        if not isinstance(born.fact, ProductionForked):
            slices.append(Slice(name, 0, upto))
            return slices[::-1]
        shared = born.fact.number
        if upto is None or upto > shared:
            slices.append(Slice(name, shared + 1, upto))
            upto = shared
        name = born.fact.parent


def holder(store: Store, name: str, number: int) -> str:
    """The stream in a production's lineage that holds the event with this number."""
    while True:
        born = birth(store, name)
        if not isinstance(born.fact, ProductionForked) or number > born.fact.number:
            return name
        name = born.fact.parent


PAGE = 5_000
"""Events fetched at a time: enough to be fast, few enough to stay small."""


def records(store: Store, slices: list[Slice], after: int = -1) -> Iterator[Record]:
    """The records of a history in order, those numbered above `after`; refuses a gap."""
    expected = max(after + 1, 0)
    for stream, _first, last in slices:
        if last is not None and last < expected:
            continue
        while True:
            page = list(store.events.get(stream, gt=expected - 1, lte=last, limit=PAGE))
            for record in page:
                assert isinstance(record, Record)
                if record.number != expected:
                    break
                expected += 1
                yield record
            if page and page[-1].originator_version != expected - 1:
                raise Refused(
                    f"{stream}@{expected} is missing from the ledger",
                    f"See what is wrong with: cineledger verify {stream}",
                )
            if len(page) < PAGE:
                break
        if last is not None and expected <= last:
            raise Refused(
                f"{stream}@{expected} is missing from the ledger",
                f"See what is wrong with: cineledger verify {stream}",
            )
