"""Which events of a damaged history are bad, and from where a fork may still go on."""

from collections.abc import Iterator
from dataclasses import dataclass

from cineledger.domain.address import Address
from cineledger.domain.ledger.journal_check import Fault
from cineledger.domain.ledger.ledger import Ledger
from cineledger.domain.ledger.rows import UNREADABLE, misplaced, read_stored, unreadable, wrong_with
from cineledger.domain.ledger.verify import Slice, Verifier


@dataclass(frozen=True, slots=True)
class Damage:
    """What is wrong with one production's history."""

    bad: tuple[Fault, ...]
    """Every event that is bad by itself or missing, in order; empty where the history is sound."""
    sound: Address | None
    """The last event before the first of them."""


def damage(ledger: Ledger, name: str) -> Damage:
    """What is wrong with a production and all it rests on; refuses a name nobody bears."""
    verifier = Verifier(ledger)
    checked = verifier.check(name)
    if checked.fault is None:
        return Damage((), None)
    try:
        bad = [fault for part in verifier.slices(checked.production) for fault in _bad(ledger, part)]
    except UNREADABLE:
        bad = []
    if checked.fault.address not in {fault.address for fault in bad}:
        bad.insert(0, checked.fault)
    return Damage(tuple(bad), checked.sound)


def _bad(ledger: Ledger, part: Slice) -> Iterator[Fault]:
    """The bad events of one stream, each judged by itself and by the seal that the one before it bears."""
    first, expected = part.checked.first, 0
    previous: str | None = None
    try:
        for stored in ledger.store.recorder.select_stored(part.name):
            if part.upto is not None and stored.number > part.upto:
                return
            if stored.number != expected:
                number, what = misplaced(stored.number, expected)
                yield Fault(f"{part.name}@{number}", what)
                previous = None
                if not isinstance(stored.number, int) or stored.number < expected:
                    continue
            document = read_stored(stored)
            if isinstance(document, str):
                wrong: str | None = document
                previous = None
            else:
                known = part.checked.seals.get(stored.number)
                wrong = None if known == document.seal else wrong_with(document, stored, previous)
                previous = str(document.seal)
            if wrong:
                yield Fault(f"{part.name}@{stored.number}", wrong)
            expected = max(first, 1) if stored.number == 0 else stored.number + 1
    except UNREADABLE as error:
        yield Fault(f"{part.name}@{expected}", unreadable(error))
