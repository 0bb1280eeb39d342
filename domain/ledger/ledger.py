"""Opening, reading, appending and forking: everything that touches the event store goes through here."""

import hashlib
import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from eventsourcing.persistence import DatabaseError, IntegrityError, OperationalError

from cineledger.domain.address import Address, new_name, production_name
from cineledger.domain.event import Event
from cineledger.domain.journal import CompletionRecorded, PromptKept
from cineledger.domain.ledger import lineage
from cineledger.domain.ledger.bulk import bulk
from cineledger.domain.ledger.document import parse
from cineledger.domain.ledger.names import JOURNAL, PROMPTS
from cineledger.domain.ledger.sealing import Draft, Envelope, Sealer
from cineledger.domain.ledger.snapshots import Snapshots, worth_keeping
from cineledger.domain.ledger.store import FILE, Follows, Store
from cineledger.domain.production.events import ProductionForked, ProductionOpened
from cineledger.domain.record import Record, step
from cineledger.domain.refusal import Refused
from cineledger.domain.state import Reaction, State
from cineledger.domain.words import ORCHESTRATOR

BIRTHS = frozenset[type[Event]]({ProductionOpened, ProductionForked})
"""The events that are record 0 of a stream, and no other."""

TRIES = 20
"""Times an append is tried again when somebody else kept one of its answers first."""

_named = lru_cache(1_024)(production_name)


class Conflict(Exception):
    """Somebody else appended first; decide again on fresh state."""


@dataclass(frozen=True, slots=True)
class Head:
    """Where a production stands: the number of its last event and its seal."""

    number: int
    seal: str


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
        new_id: Callable[[], str] = lambda: os.urandom(16).hex(),
    ) -> None:
        if not create and not (folder / FILE).exists():
            raise Refused(f"there is no studio in {folder}", "Open a production first: cineledger open NAME")
        if (folder / FILE).is_dir():
            raise Refused(f"{folder / FILE} is a folder, not a ledger", "Choose another --studio.")
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self.store = Store(folder, create=create)
        except (OperationalError, sqlite3.OperationalError):
            raise
        except (OSError, DatabaseError, sqlite3.DatabaseError) as error:
            raise Refused(
                f"the studio {folder} can't be used: {error}", "Choose another --studio."
            ) from error
        self.folder = folder
        self.sealer = Sealer(now, new_id)
        self.snapshots = Snapshots(folder / "cache" / "snapshots")
        self._latest: tuple[str, State, str] = ("", State(), "")

    def __enter__(self) -> "Ledger":
        return self

    def __exit__(self, *_: object) -> None:
        self.store.close()

    def productions(self) -> list[str]:
        """Every production's name, oldest first."""
        return self.store.recorder.select_births()

    def exists(self, name: str) -> bool:
        """True if a production bears the name."""
        return self.store.birth(_named(name)) is not None

    def records(self, name: str, after: int = -1, upto: int | None = None) -> Iterator[Record]:
        """A production's history along its lineage, numbers above `after` up to `upto`."""
        return lineage.records(self.store, _named(name), after, upto)

    def record(self, address: Address) -> Record:
        """One event; an address in a fork may name an event it shares."""
        stream, number = self.holder(address)
        for record in self.store.events.get(stream, gt=number - 1, lte=number):
            assert isinstance(record, Record)
            return record
        raise _no_event(address)

    def holder(self, address: Address) -> Address:
        """An event's address, there or not, in the stream of the lineage that its number belongs to."""
        stream = lineage.holder(self.store, _named(address.production), address.number)
        return Address(stream, address.number)

    def birth(self, name: str) -> Record:
        """Record 0 of a production's own stream."""
        return lineage.birth(self.store, name)

    def position(self, address: Address) -> int:
        """The event's place in the order of the whole ledger."""
        position = self.store.recorder.select_position(*self.holder(address))
        if position is None:
            raise _no_event(address)
        return position

    def head(self, name: str) -> Head:
        """Where a production stands, without folding it."""
        for last in self.store.events.get(_named(name), desc=True, limit=1):
            assert isinstance(last, Record)
            shared = lineage.forked_at(last)
            return Head(last.number if shared is None else shared, last.seal)
        raise Refused(f"there is no production {name}", "See: cineledger productions")

    def load(self, name: str, upto: int | None = None) -> Loaded:
        """A production folded to a number, or to its head; refuses a number past the head."""
        name = _named(name)
        last = self.head(name).number if upto is None else upto
        state, seal = self._nearest(name, last)
        keep = worth_keeping(state.number, last) if upto is None else None
        with bulk():
            for record in self.records(name, state.number, upto):
                state, seal = step(state, record), record.seal
                if record.number == keep:
                    self.snapshots.keep(name, state, seal)
        _reached(name, state, upto)
        if upto is None:
            self._latest = (name, state, seal)
        born = lineage.birth(self.store, name)
        if lineage.forked_at(born) == state.number:
            seal = born.seal
        return Loaded(name, state, Head(state.number, seal))

    def fold(self, name: str, upto: int | None = None) -> State:
        """A production folded from its events alone, whatever is cached; refuses a number past the head."""
        state = State()
        with bulk():
            for record in self.records(name, upto=upto):
                state = step(state, record)
        _reached(name, state, upto)
        return state

    def _nearest(self, name: str, last: int) -> tuple[State, str]:
        """The furthest state that is at hand on the way to a number, and its seal."""
        latest, state, seal = self._latest
        if latest == name and state.number <= last and self._stands(name, state.number, seal):
            return state, seal
        kept: list[tuple[int, str, str]] = []
        for stream, born in lineage.ancestry(self.store, name):
            head = self.snapshots.peek(stream)
            if head is not None and 0 <= head[0] <= last:
                kept.append((*head, stream))
            shared = lineage.forked_at(born)
            last = last if shared is None else min(last, shared)
        for number, seal, stream in sorted(kept, reverse=True):
            if self._stands(name, number, seal) and (found := self.snapshots.load(stream, seal)):
                return found, seal
        return State(), ""

    def _stands(self, name: str, number: int, seal: str) -> bool:
        try:
            return self.record(Address(name, number)).seal == seal
        except Refused:
            return False

    def open(self, name: str, facts: Sequence[Event], command: str) -> list[Record]:
        """Begins a production: its birth and all that is said with it, in one transaction."""
        name, birth, previous, shared = new_name(name), facts[0], "", 0
        if isinstance(birth, ProductionForked):
            birth = birth.model_copy(update={"parent": _named(birth.parent)})
            previous, shared = self._shared(Address(birth.parent, birth.number)).seal, birth.number
        elif not isinstance(birth, ProductionOpened):
            raise ValueError(f"a production begins with its birth, not with {type(birth).__name__}")
        drafts = [Draft(fact, tuple(sorted(set(fact.refers())))) for fact in (birth, *facts[1:])]
        numbers = [0, *range(shared + 1, shared + len(facts))]
        sealed = self.sealer.seal(name, numbers, drafts, previous, Envelope(ORCHESTRATOR, command))
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
        return born if lineage.forked_at(born) == address.number else self.record(address)

    def append(
        self,
        name: str,
        head: Head,
        drafts: Sequence[Draft],
        *,
        actor: str,
        command: str,
        reaction: Reaction | None = None,
        journal: Sequence[CompletionRecorded] = (),
    ) -> list[Record]:
        """Records facts after `head`, and new journal entries, in one transaction.

        Raises `Conflict` where somebody appended after `head`; refuses a head that never was.
        """
        name = _named(name)
        if not BIRTHS.isdisjoint(type(draft.fact) for draft in drafts):
            raise Refused(
                f"{name} is born already", "A birth is the first event of a production, and only that."
            )
        shared = lineage.forked_at(lineage.birth(self.store, name))
        follows = Follows(name, 0 if head.number == shared else head.number, head.seal)
        numbers = range(head.number + 1, head.number + 1 + len(drafts))
        asked = {key for draft in drafts for key in draft.asked}
        for left in reversed(range(TRIES)):
            kept = self._kept({*asked, *(answer.key for answer in journal)})
            entries = [self._entry(answer) for answer in _unlike(journal, kept)]
            kept.update((entry.stream.removeprefix(JOURNAL), entry.fact_hash) for entry in entries)
            if missing := asked - kept.keys():
                raise ValueError(f"no answer is kept under {min(missing)}")
            envelope = Envelope(actor, command, reaction, kept)
            sealed = self.sealer.seal(name, numbers, drafts, head.seal, envelope)
            try:
                self.store.events.put([*entries, *sealed], follows=[follows])
                return sealed
            except IntegrityError as error:
                if not left or not entries or self.head(name) != head:
                    raise Conflict(f"{name} moved past {head.number}") from error
        raise AssertionError("the last try returns or raises")

    def note(self, answers: Sequence[CompletionRecorded]) -> list[CompletionRecorded]:
        """Records answers in the journal as they arrive; returns those kept, which came first."""
        for answer in answers:
            if not self._kept({answer.key}):
                try:
                    self.store.events.put([self._entry(answer)])
                except IntegrityError:
                    continue
        return [self.answer(answer.key) or answer for answer in answers]

    def entries(self, answers: Sequence[CompletionRecorded]) -> list[Record]:
        """The records of those answers that the journal does not hold yet."""
        kept = self._kept({answer.key for answer in answers})
        return [self._entry(answer) for answer in _unlike(answers, kept)]

    def answer(self, key: str) -> CompletionRecorded | None:
        """The journal's answer under a content key."""
        for record in self.store.events.get(JOURNAL + key, lte=1):
            if isinstance(record, Record) and isinstance(record.fact, CompletionRecorded):
                return record.fact
        return None

    def keep_prompt(self, text: str) -> str:
        """Keeps a piece of a prompt, where it is not kept yet; returns its hash."""
        piece = hashlib.sha256(text.encode()).hexdigest()
        if not self.store.recorder.select_firsts([PROMPTS + piece]):
            draft, envelope = Draft(PromptKept(text=text), ()), Envelope("journal", "KeepPrompt")
            try:
                self.store.events.put(self.sealer.seal(PROMPTS + piece, [1], [draft], "", envelope))
            except IntegrityError:
                pass
        return piece

    def prompt(self, piece: str) -> str | None:
        """The piece of a prompt that is kept under a hash."""
        for record in self.store.events.get(PROMPTS + piece, lte=1):
            if isinstance(record, Record) and isinstance(record.fact, PromptKept):
                return record.fact.text
        return None

    def _kept(self, keys: set[str]) -> dict[str, str]:
        """The fact hashes of those answers that the journal holds."""
        entries = self.store.recorder.select_firsts([JOURNAL + key for key in keys])
        return {entry.stream.removeprefix(JOURNAL): parse(entry.state).fact_hash for entry in entries}

    def _entry(self, answer: CompletionRecorded) -> Record:
        (entry,) = self.sealer.seal(
            JOURNAL + answer.key, [1], [Draft(answer, ())], "", Envelope(answer.role, "Answer")
        )
        return entry

    def history_digest(self, name: str, upto: int | None = None) -> str:
        """SHA-256 over a history's fact hashes in order: equal for equal histories in any studio."""
        digest = hashlib.sha256()
        for record in self.records(name, upto=upto):
            digest.update(record.fact_hash.encode())
        return digest.hexdigest()


def _no_event(address: Address) -> Refused:
    return Refused(f"there is no event {address}", f"See: cineledger log {address.production}")


def _reached(name: str, state: State, upto: int | None) -> None:
    if upto is not None and state.number < upto:
        raise Refused(f"there is no event {Address(name, upto)}", f"The last is {name}@{state.number}.")


def _unlike(journal: Sequence[CompletionRecorded], kept: dict[str, str]) -> list[CompletionRecorded]:
    """The answers that are not kept yet, one for each key."""
    return [answer for key, answer in {a.key: a for a in journal}.items() if key not in kept]
