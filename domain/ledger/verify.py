"""Checking seals, fact hashes and numbers of what is stored, without trusting any of it."""

from dataclasses import dataclass, field

import msgspec

from cineledger.domain.address import Address
from cineledger.domain.ledger.document import Document, hash_fact, parse, resealed
from cineledger.domain.ledger.ledger import JOURNAL, Ledger
from cineledger.domain.ledger.store import Stored
from cineledger.domain.refusal import Refused


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is wrong with the ledger."""

    address: str
    what: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found out about one production and its ancestors."""

    production: str
    events: int
    """Of its history, its ancestors' included."""
    head: str
    """The seal of the last event: keep it elsewhere to notice a cut, or a forgery of the whole."""
    fault: Fault | None
    """The first in the order of the history."""


@dataclass(slots=True)
class _Stream:
    """One stream as far as it is sound."""

    parent: Address | None = None
    seals: dict[int, str] = field(default_factory=dict)
    fault: tuple[int, str] | None = None


class Verifier:
    """Checks productions of one ledger; each stream is read once."""

    def __init__(self, ledger: Ledger) -> None:
        self._recorder = ledger.store.recorder
        self._streams: dict[str, _Stream] = {}

    def check(self, name: str, head: str | None = None) -> Checked:
        """A production and all it rests on; with `head`, that this seal is in its history."""
        slices = self._slices(name)
        if not slices[-1][1].seals and slices[-1][1].fault is None:
            raise Refused(f"there is no production {name}", "See: cineledger productions")
        seals: list[str] = []
        fault = None
        for stream, checked, upto in slices:
            shared = [seal for n, seal in checked.seals.items() if upto is None or n <= upto]
            seals.extend(shared)
            fault = fault or self._first_fault(stream, checked, upto)
        if head is not None and fault is None and head not in seals:
            fault = Fault(name, f"no event bears the seal {head}: the history was cut, or forged as a whole")
        return Checked(name, len(seals), seals[-1] if seals else "", fault)

    def check_journal(self) -> Fault | None:
        """The first entry of the journal that was tampered with."""
        for stored in self._recorder.select_stored_like(JOURNAL):
            problem = _read(stored)
            if isinstance(problem, str):
                return Fault(stored.stream, problem)
            wrong = _wrong(problem, stored, "")
            if wrong:
                return Fault(stored.stream, wrong)
        return None

    def _slices(self, name: str) -> list[tuple[str, _Stream, int | None]]:
        slices: list[tuple[str, _Stream, int | None]] = []
        upto: int | None = None
        seen: set[str] = set()
        while True:
            checked = self._stream(name)
            slices.append((name, checked, upto))
            seen.add(name)
            if checked.parent is None or checked.parent.production in seen:
                return slices[::-1]
            shared = checked.parent.number
            upto = shared if upto is None else min(upto, shared)
            name = checked.parent.production

    def _first_fault(self, stream: str, checked: _Stream, upto: int | None) -> Fault | None:
        if checked.fault is not None and (upto is None or checked.fault[0] <= upto):
            return Fault(f"{stream}@{checked.fault[0]}", checked.fault[1])
        last = max(checked.seals, default=-1)
        own_from = 0 if checked.parent is None else checked.parent.number + 1
        if upto is not None and upto >= own_from and last < upto:
            return Fault(f"{stream}@{max(last + 1, own_from)}", "it is missing, and a fork rests on it")
        return None

    def _stream(self, name: str) -> _Stream:
        if name in self._streams:
            return self._streams[name]
        checked = self._streams[name] = _Stream()
        expected, previous, position = 0, "", 0
        for stored in self._recorder.select_stored(name):
            document = _read(stored)
            if isinstance(document, str):
                checked.fault = (expected, document)
                break
            if expected == 0 and document.type == "ProductionForked":
                checked.parent = _parent(document)
                previous = self._seal_shared(checked.parent)
            wrong = None
            if stored.number != expected:
                wrong = f"it is missing: {stored.number} follows {expected - 1}"
            elif stored.position <= position:
                wrong = "it stands before an earlier event of its stream"
            else:
                wrong = _wrong(document, stored, previous) or self._unanswered(document)
            if wrong:
                checked.fault = (expected, wrong)
                break
            previous, position = str(document.seal), stored.position
            checked.seals[expected] = previous
            expected = checked.parent.number + 1 if expected == 0 and checked.parent else expected + 1
        return checked

    def _seal_shared(self, parent: Address) -> str:
        """The seal a fork at this address chains to."""
        name = parent.production
        while True:
            checked = self._stream(name)
            if checked.parent is None or parent.number > checked.parent.number:
                return checked.seals.get(parent.number, "")
            if parent.number == checked.parent.number:
                return checked.seals.get(0, "")
            name = checked.parent.production

    def _unanswered(self, document: Document) -> str | None:
        for key in document.asked:
            if not self._recorder.select_events(JOURNAL + key, lte=1):
                return f"the answer {key} that it rests on is missing from the journal"
        return None


def _read(stored: Stored) -> Document | str:
    try:
        return parse(stored.state)
    except msgspec.MsgspecError as error:
        return f"it can't be read: {error}"


def _wrong(document: Document, stored: Stored, previous: str) -> str | None:
    """What is wrong with one stored document, given the seal before it."""
    if (document.stream, document.number, document.type) != (stored.stream, stored.number, stored.topic):
        return f"it was recorded as {document.stream}@{document.number} {document.type}"
    fact = bytes(document.fact)
    if document.fact_hash != hash_fact(
        document.type, document.version, document.number, document.caused_by, fact
    ):
        return "its fact was edited"
    if document.seal != resealed(stored.state, previous):
        return "its seal is broken: it, or what came before it, was edited"
    return None


def _parent(document: Document) -> Address:
    fact = msgspec.json.decode(document.fact)
    return Address(str(fact["parent"]), int(fact["number"]))
