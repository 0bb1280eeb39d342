"""Opening, reading, appending and forking: everything that touches the event store goes through here."""

import hashlib
import uuid
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from eventsourcing.persistence import IntegrityError

from cineledger.domain.address import Address
from cineledger.domain.event import Event
from cineledger.domain.journal import CompletionRecorded
from cineledger.domain.ledger import lineage
from cineledger.domain.ledger.document import Document, fact_json, hash_fact, write
from cineledger.domain.ledger.snapshots import WORTH_KEEPING, Snapshots
from cineledger.domain.ledger.store import FILE, Store
from cineledger.domain.production.events import ProductionForked
from cineledger.domain.record import Record, step
from cineledger.domain.refusal import Refused
from cineledger.domain.state import Reaction, State
from cineledger.domain.words import ORCHESTRATOR

JOURNAL = "completion:"
"""Streams of the journal: one for each content key, whose one event is number 1."""


class Conflict(Exception):
    """Somebody else appended first; decide again on fresh state."""


@dataclass(frozen=True, slots=True)
class Head:
    """Where a production stands: the number of its last event and its seal."""

    number: int
    seal: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A fact about to be recorded, with the numbers of the events that led to it."""

    fact: Event
    caused_by: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Loaded:
    """A production as folded, and the head it was folded to."""

    name: str
    state: State
    head: Head


class Ledger:
    """One store of productions. `now` and `new_id` are the only clock and dice in the domain's reach."""

    def __init__(
        self,
        folder: Path,
        *,
        create: bool = False,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        new_id: Callable[[], str] = lambda: uuid.uuid4().hex,
    ) -> None:
        if not create and not (folder / FILE).exists():
            raise Refused(f"there is no studio in {folder}", "Open a production first: cineledger open NAME")
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self.store = Store(folder)
        except OSError as error:
            raise Refused(
                f"the studio {folder} can't be used: {error}", "Choose another --studio."
            ) from error
        self.folder = folder
        self._snapshots = Snapshots(folder / "cache" / "snapshots")
        self._now, self._new_id = now, new_id

    def __enter__(self) -> "Ledger":
        return self

    def __exit__(self, *_: object) -> None:
        self.store.close()

    def productions(self) -> list[str]:
        """Every production's name, oldest first."""
        return [name for name in self.store.recorder.select_births() if ":" not in name]

    def exists(self, name: str) -> bool:
        """True if a production bears the name."""
        return bool(self.store.recorder.select_events(name, lte=0))

    def records(self, name: str, after: int = -1, upto: int | None = None) -> Iterator[Record]:
        """A production's history along its lineage, numbers above `after` up to `upto`."""
        return lineage.records(self.store, lineage.lineage(self.store, name, upto), after)

    def record(self, address: Address) -> Record:
        """One event; an address in a fork may name an event it shares."""
        holder = lineage.holder(self.store, address.production, address.number)
        found = list(self.store.events.get(holder, gt=address.number - 1, lte=address.number))
        if not found or not isinstance(found[0], Record):
            raise Refused(f"there is no event {address}", f"See: cineledger log {address.production}")
        return found[0]

    def birth(self, name: str) -> Record:
        """Record 0 of a production's own stream."""
        return lineage.birth(self.store, name)

    def position(self, address: Address) -> int:
        """The event's place in the order of the whole ledger."""
        record = self.record(address)
        position = self.store.recorder.select_position(record.stream, record.number)
        assert position is not None
        return position

    def head(self, name: str) -> Head:
        """Where a production stands, without folding it."""
        last = list(self.store.events.get(name, desc=True, limit=1))
        if not last or not isinstance(last[0], Record):
            raise Refused(f"there is no production {name}", "See: cineledger productions")
        return _head_after(last[0])

    def load(self, name: str, upto: int | None = None) -> Loaded:
        """A production folded to a number, or to its head; refuses a number past the head."""
        state, seal = State(), ""
        kept = self._snapshots.peek(name)
        start = -1
        if kept is not None and (upto is None or kept[0] <= upto) and self._stands(name, *kept):
            snapshot = self._snapshots.load(name)
            if snapshot is not None:
                state, seal, start = snapshot.state, snapshot.seal, kept[0]
        for record in self.records(name, start, upto):
            state, seal = step(state, record), record.seal
        if upto is not None and state.number < upto:
            raise Refused(f"there is no event {Address(name, upto)}", f"The last is {name}@{state.number}.")
        if upto is None and state.number - start >= WORTH_KEEPING:
            self._snapshots.keep(name, state, seal)
        born = lineage.birth(self.store, name)
        if isinstance(born.fact, ProductionForked) and born.fact.number == state.number:
            seal = born.seal
        return Loaded(name, state, Head(state.number, seal))

    def fold(self, name: str, upto: int | None = None) -> State:
        """A production folded from its events alone, whatever is cached; refuses a number past the head."""
        state = State()
        for record in self.records(name, upto=upto):
            state = step(state, record)
        if upto is not None and state.number < upto:
            raise Refused(f"there is no event {Address(name, upto)}", f"The last is {name}@{state.number}.")
        return state

    def _stands(self, name: str, number: int, seal: str) -> bool:
        try:
            return self.record(Address(name, number)).seal == seal
        except Refused:
            return False

    def open(self, name: str, facts: Sequence[Event], command: str) -> list[Record]:
        """Begins a production: its birth and all that is said with it, in one transaction."""
        previous, birth = "", facts[0]
        if isinstance(birth, ProductionForked):
            previous = self._shared(Address(birth.parent, birth.number)).seal
        sealed = list[Record]()
        for number, fact in enumerate(facts):
            draft = Draft(fact, tuple(sorted(set(fact.refers()))))
            batch = (0, len(facts) - 1)
            sealed.append(self._sealed(name, number, draft, previous, ORCHESTRATOR, None, command, batch, ()))
            previous = sealed[-1].seal
        try:
            self.store.events.put(sealed)
        except IntegrityError as error:
            raise Refused(f"there is a production {name}", "Choose another name.") from error
        return sealed

    def fork(self, parent: Address, name: str) -> None:
        """Begins a production whose past is the parent's up to and with the address."""
        self.open(name, [ProductionForked(parent=parent.production, number=parent.number)], "Fork")

    def _shared(self, address: Address) -> Record:
        """The record whose seal a fork at this address chains to."""
        born = lineage.birth(self.store, address.production)
        if isinstance(born.fact, ProductionForked) and born.fact.number == address.number:
            return born
        return self.record(address)

    def append(
        self,
        name: str,
        head: Head,
        drafts: Sequence[Draft],
        *,
        actor: str,
        command: str,
        reaction: Reaction | None = None,
        asked: tuple[str, ...] = (),
        journal: Sequence[CompletionRecorded] = (),
    ) -> list[Record]:
        """Records facts after `head`, and new journal entries, in one transaction; raises `Conflict`."""
        batch = (head.number + 1, head.number + len(drafts))
        sealed, seal = list[Record](), head.seal
        for number, draft in enumerate(drafts, start=batch[0]):
            record = self._sealed(name, number, draft, seal, actor, reaction, command, batch, asked)
            sealed.append(record)
            seal = record.seal
        entries = [self._entry(answer) for answer in journal if self.answer(answer.key) is None]
        try:
            self.store.events.put([*entries, *sealed])
        except IntegrityError as error:
            if self.head(name) == head and entries:
                return self.append(
                    name, head, drafts, actor=actor, command=command, reaction=reaction, asked=asked
                )
            raise Conflict(f"{name} moved past {head.number}") from error
        return sealed

    def note(self, answers: Sequence[CompletionRecorded]) -> None:
        """Records answers in the journal as they arrive; one that is there already stays."""
        for answer in answers:
            if self.answer(answer.key) is None:
                try:
                    self.store.events.put([self._entry(answer)])
                except IntegrityError:
                    continue

    def answer(self, key: str) -> CompletionRecorded | None:
        """The journal's answer under a content key."""
        for record in self.store.events.get(JOURNAL + key, lte=1):
            if isinstance(record, Record) and isinstance(record.fact, CompletionRecorded):
                return record.fact
        return None

    def _entry(self, answer: CompletionRecorded) -> Record:
        stream = JOURNAL + answer.key
        return self._sealed(stream, 1, Draft(answer, ()), "", answer.role, None, "Answer", (1, 1), ())

    def history_digest(self, name: str, upto: int | None = None) -> str:
        """SHA-256 over a history's fact hashes in order: equal for equal histories in any studio."""
        digest = hashlib.sha256()
        for record in self.records(name, upto=upto):
            digest.update(record.fact_hash.encode())
        return digest.hexdigest()

    def _sealed(
        self,
        stream: str,
        number: int,
        draft: Draft,
        previous: str,
        actor: str,
        reaction: Reaction | None,
        command: str,
        batch: tuple[int, int],
        asked: tuple[str, ...],
    ) -> Record:
        raw = fact_json(draft.fact)
        kind, version = type(draft.fact).__name__, draft.fact.VERSION
        document = Document(
            stream=stream,
            number=number,
            type=kind,
            version=version,
            id=self._new_id(),
            time=self._now().isoformat(timespec="microseconds"),
            actor=actor,
            caused_by=draft.caused_by,
            reaction=None if reaction is None else (reaction.number, reaction.role),
            command=command,
            batch=batch,
            asked=asked,
            fact_hash=hash_fact(kind, version, number, draft.caused_by, raw),
            fact=msgspec.Raw(raw),
        )
        stored, stamp = write(document, previous)
        return Record(
            stream=stream,
            number=number,
            fact=draft.fact,
            id=document.id,
            time=document.time,
            actor=actor,
            caused_by=draft.caused_by,
            reaction=reaction,
            command=command,
            batch=batch,
            asked=asked,
            fact_hash=document.fact_hash,
            seal=stamp,
            document=stored,
        )


def _head_after(record: Record) -> Head:
    fact = record.fact
    return Head(fact.number if isinstance(fact, ProductionForked) else record.number, record.seal)
