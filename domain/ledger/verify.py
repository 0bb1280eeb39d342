"""Checking seals, fact hashes, numbers, answers and snapshots, without trusting any of what is stored."""

from dataclasses import dataclass, field
from typing import NamedTuple

from cineledger.domain.address import Address, production_name
from cineledger.domain.debate.binding import changed, stale
from cineledger.domain.ledger.bulk import bulk
from cineledger.domain.ledger.journal_check import Fault, JournalCheck
from cineledger.domain.ledger.ledger import Ledger
from cineledger.domain.ledger.rows import (
    UNREADABLE,
    misplaced,
    parent_of,
    read_stored,
    unreadable,
    wrong_with,
)
from cineledger.domain.ledger.store import FILE, Stored
from cineledger.domain.refusal import Refused


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

    @property
    def sound(self) -> Address | None:
        """The last event before the fault, where a fork may still begin; None if there is none, or no fault."""
        number = self.fault.address.rpartition("@")[2] if self.fault else ""
        return Address(self.production, int(number) - 1) if number.isdigit() and number != "0" else None


@dataclass(slots=True)
class _Stream:
    """One stream as far as it is sound."""

    parent: Address | None = None
    seals: dict[int, str] = field(default_factory=dict)
    positions: dict[int, int] = field(default_factory=dict)
    fault: tuple[int, str] | None = None

    @property
    def first(self) -> int:
        """The number of its first event after its birth; 0 where the birth is an event like others."""
        return 0 if self.parent is None else self.parent.number + 1


class Slice(NamedTuple):
    """What a history takes of one stream: everything up to a number, or to its head."""

    name: str
    checked: _Stream
    upto: int | None


class Verifier:
    """Checks productions of one ledger; each stream is read once."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._recorder = ledger.store.recorder
        self._streams: dict[str, _Stream] = {}
        self._journal = JournalCheck(self._recorder)

    def check(self, name: str, head: str | None = None) -> Checked:
        """A production and all it rests on, its snapshot included; with `head`, that it is in its history."""
        name = production_name(name)
        try:
            slices = self.slices(name)
        except UNREADABLE as error:
            return Checked(name, 0, "", Fault(f"{name}@0", unreadable(error)))
        own = slices[-1].checked
        if not own.seals and own.fault is None:
            raise Refused(f"there is no production {name}", "See: cineledger productions")
        seals: list[str] = []
        fault = None
        for part in slices:
            seals.extend(s for n, s in part.checked.seals.items() if part.upto is None or n <= part.upto)
            fault = fault or _first_fault(part)
        if head is not None and fault is None and head not in seals:
            fault = Fault(name, f"no event bears the seal {head}: the history was cut, or forged as a whole")
        fault = fault or self._snapshot_fault(name, slices)
        return Checked(name, len(seals), seals[-1] if seals else "", fault)

    def check_approvals(self, name: str) -> Fault | None:
        """An approval by the orchestrator that stands for what is not there any more: no command leaves one."""
        state = self._ledger.load(name).state
        for question in stale(state):
            about = ", ".join(changed(state, question))
            return Fault(
                f"{name}@{question.decision}", f"it holds, though what it approves is another by now: {about}"
            )
        return None

    def names(self) -> list[str]:
        """Every production, as far as they can be read."""
        try:
            return self._ledger.productions()
        except UNREADABLE:
            return []

    def check_file(self) -> Fault | None:
        """What SQLite finds wrong with its own file."""
        try:
            said = self._recorder.select_soundness()
        except UNREADABLE as error:
            said = str(error)
        return None if said == "ok" else Fault(FILE, f"SQLite says: {said}")

    def check_journal(self) -> Fault | None:
        """The first entry of the journal that was tampered with, or the first stream that lost its birth."""
        try:
            return self._journal_fault()
        except UNREADABLE as error:
            return Fault(FILE, unreadable(error))

    def _journal_fault(self) -> Fault | None:
        if (misread := self._journal.fault()) is not None:
            return misread
        if (misread := self._journal.beside()) is not None:
            return misread
        for stream in self._recorder.select_unborn():
            return Fault(f"{stream}@0", "it is missing: the production lost its birth")
        return None

    def slices(self, name: str) -> list[Slice]:
        """What a history is made of, its oldest ancestor first; ancestors are checked before their forks."""
        chain: dict[str, int | None] = {}
        upto: int | None = None
        while name not in chain:
            chain[name] = upto
            parent = self._parent(name)
            if parent is None:
                break
            upto = parent.number if upto is None else min(upto, parent.number)
            name = parent.production
        return [Slice(stream, self._stream(stream), last) for stream, last in reversed(chain.items())]

    def _parent(self, name: str) -> Address | None:
        if name in self._streams:
            return self._streams[name].parent
        for stored in self._recorder.select_events(name, gt=-1, lte=0):
            document = read_stored(Stored(0, name, 0, "", stored.state))
            return None if isinstance(document, str) else parent_of(document)
        return None

    def _stream(self, name: str) -> _Stream:
        if name not in self._streams:
            with bulk():
                self._streams[name] = self._checked(name)
        return self._streams[name]

    def _checked(self, name: str) -> _Stream:
        checked = _Stream()
        try:
            self._follow(name, checked)
        except UNREADABLE as error:
            last = max(checked.seals, default=-1)
            checked.fault = (checked.first if last == 0 else last + 1, unreadable(error))
        return checked

    def _follow(self, name: str, checked: _Stream) -> None:
        """Goes along a stream as far as it is sound."""
        expected, previous, position = 0, "", 0
        for stored in self._recorder.select_stored(name):
            document = read_stored(stored)
            if isinstance(document, str):
                checked.fault = (expected, document)
                break
            if expected == 0 and stored.number == 0:
                checked.parent = parent_of(document)
                if checked.parent is not None:
                    previous, position = self._shared(checked.parent)
            if stored.number != expected:
                checked.fault = misplaced(stored.number, expected)
                break
            wrong = wrong_with(document, stored, previous) or self._journal.unanswered(document, stored)
            if wrong is None and stored.position <= position:
                wrong = "it stands before an earlier event of its history"
            if wrong:
                checked.fault = (expected, wrong)
                break
            previous, position = str(document.seal), stored.position
            checked.seals[expected], checked.positions[expected] = previous, position
            expected = checked.first if expected == 0 and checked.parent else expected + 1

    def _shared(self, parent: Address) -> tuple[str, int]:
        """Seal and position of what a fork at this address chains to."""
        checked = self._streams.get(parent.production)
        number = parent.number
        if checked is not None and checked.parent is not None and checked.parent.number == number:
            number = 0
        else:
            checked = self._holder(parent)
        return (
            ("", 0) if checked is None else (checked.seals.get(number, ""), checked.positions.get(number, 0))
        )

    def _holder(self, address: Address) -> _Stream | None:
        """The checked stream that holds an event a production shares."""
        name, seen = address.production, set[str]()
        while name not in seen and (checked := self._streams.get(name)) is not None:
            seen.add(name)
            if checked.parent is None or address.number > checked.parent.number:
                return checked
            name = checked.parent.production
        return None

    def _snapshot_fault(self, name: str, slices: list[Slice]) -> Fault | None:
        """A snapshot that bears a seal of this history, and is not what the history folds to."""
        kept = self._ledger.snapshots.peek(name)
        if kept is None:
            return None
        number, seal = kept
        if not any(part.checked.seals.get(number) == seal for part in slices):
            return None
        state = self._ledger.snapshots.load(name, seal)
        if state is None:
            return None
        try:
            sound = self._ledger.fold(name, number) == state
        except Refused:
            return None
        except (LookupError, TypeError, ValueError) as error:
            return Fault(f"{name}@{number}", f"its events can't be folded: {error!r}")
        if sound:
            return None
        where = self._ledger.folder / "cache" / "snapshots"
        return Fault(
            f"{name}@{number}",
            f"its snapshot is not what its events fold to: delete {where}, and it is made anew",
        )


def _first_fault(part: Slice) -> Fault | None:
    name, checked, upto = part
    if checked.fault is not None and (upto is None or checked.fault[0] <= upto):
        return Fault(f"{name}@{checked.fault[0]}", checked.fault[1])
    if upto is not None and upto >= checked.first:
        last = max(checked.seals, default=-1)
        if last < upto:
            return Fault(f"{name}@{max(last + 1, checked.first)}", "it is missing, and a fork rests on it")
    return None
