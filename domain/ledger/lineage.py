"""A production's past: slices of its ancestors' streams, then its own."""

from collections.abc import Iterator
from typing import NamedTuple

from cineledger.domain.ledger.store import Store
from cineledger.domain.production.events import ProductionForked
from cineledger.domain.record import Record
from cineledger.domain.refusal import Refused

PAGE = 2_000
"""Events fetched at a time: enough to be fast, few enough to stay small."""


class Slice(NamedTuple):
    """The events of one stream from `first` to `last`; None is its head."""

    stream: str
    first: int
    last: int | None


def birth(store: Store, name: str) -> Record:
    """Record 0 of a production; refuses a name that nobody bears."""
    born = store.birth(name)
    if born is None:
        raise Refused(f"there is no production {name}", "See: cineledger productions")
    return born


def forked_at(born: Record) -> int | None:
    """The last number a fork shares with its parent; None for a production with a past of its own."""
    return born.fact.number if isinstance(born.fact, ProductionForked) else None


def ancestry(store: Store, name: str) -> Iterator[tuple[str, Record]]:
    """A production and its ancestors, nearest first, each with its birth."""
    seen = set[str]()
    while name not in seen:
        seen.add(name)
        born = birth(store, name)
        yield name, born
        if not isinstance(born.fact, ProductionForked):
            return
        name = born.fact.parent
    raise Refused(f"{name} is its own ancestor", f"See what is wrong with: cineledger verify {name}")


def lineage(store: Store, name: str, upto: int | None = None) -> list[Slice]:
    """The slices that make up a production's history up to a number, oldest first."""
    slices: list[Slice] = []
    for stream, born in ancestry(store, name):
        shared = forked_at(born)
        if shared is None:
            slices.append(Slice(stream, 0, upto))
        elif upto is None or upto > shared:
            slices.append(Slice(stream, shared + 1, upto))
            upto = shared
    return slices[::-1]


def holder(store: Store, name: str, number: int) -> str:
    """The stream in a production's lineage that holds the event with this number."""
    for stream, born in ancestry(store, name):
        shared = forked_at(born)
        if shared is None or number > shared:
            return stream
    raise AssertionError("every ancestry ends in a production with a past of its own")


def records(store: Store, name: str, after: int = -1, upto: int | None = None) -> Iterator[Record]:
    """A production's records in order, numbered above `after` and up to `upto`; refuses a gap."""
    expected = max(after + 1, 0)
    for stream, _first, last in lineage(store, name, upto):
        if last is not None and last < expected:
            continue
        while True:
            page = list(store.events.get(stream, gt=expected - 1, lte=last, limit=PAGE))
            for record in page:
                assert isinstance(record, Record)
                if record.number != expected:
                    raise _missing(stream, expected)
                expected += 1
                yield record
            if len(page) < PAGE:
                break
        if stream != name and last is not None and expected <= last:
            raise _missing(stream, expected)


def _missing(stream: str, number: int) -> Refused:
    return Refused(
        f"{stream}@{number} is missing from the ledger",
        f"See what is wrong with: cineledger verify {stream}",
    )
