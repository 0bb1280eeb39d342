"""What minds cost a family of forks: the most of each call set aside before it is made, settled when it ends."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from threading import Condition

from eventsourcing.persistence import IntegrityError

from cineledger.domain.event import Event
from cineledger.domain.journal import CallReserved, CallSettled, CompletionRecorded
from cineledger.domain.ledger import lineage
from cineledger.domain.ledger.ledger import Ledger
from cineledger.domain.ledger.names import ACCOUNT
from cineledger.domain.ledger.sealing import Draft, Envelope
from cineledger.domain.record import Record
from cineledger.domain.refusal import Refused

TRIES = 100
"""Times to write again when another call was written down first."""


class CapReached(Refused):
    """What is left of the cap is less than the next call can cost."""


@dataclass(frozen=True, slots=True)
class Balance:
    """What calls have cost, and what is set aside for those whose end is not known."""

    number: int = 0
    """The account's last event."""
    seal: str = ""
    spent: Decimal = Decimal(0)
    calls: int = 0
    """Those that were settled."""
    held: dict[int, Decimal] = field(default_factory=dict)
    """Reservation → US dollars, for calls that are under way, were cut off, or died with their run."""

    @property
    def taken(self) -> Decimal:
        """What counts against a cap."""
        return self.spent + sum(self.held.values(), Decimal(0))


def _after(balance: Balance, number: int, seal: str, fact: Event) -> Balance:
    balance = replace(balance, number=number, seal=seal)
    if isinstance(fact, CallReserved):
        return replace(balance, held={**balance.held, number: fact.most_usd})
    if isinstance(fact, CallSettled) and fact.cost_usd is not None:
        held = {n: most for n, most in balance.held.items() if n != fact.reservation}
        return replace(balance, held=held, spent=balance.spent + fact.cost_usd, calls=balance.calls + 1)
    return balance


class Account:
    """The account that a production shares with its parents and forks; safe to use from many threads."""

    def __init__(self, ledger: Ledger, production: str, cap: Decimal | None = None) -> None:
        self._ledger, self._production = ledger, production
        self.cap = cap
        """What may be taken in all, in US dollars; None for no limit."""
        *_, (root, _born) = lineage.ancestry(ledger.store, production)
        self._stream = ACCOUNT + root
        self._lock = Condition()
        self._balance = Balance()
        self._under_way = set[int]()
        """Reservations made here whose calls have not ended: what they do not cost will be free again."""

    @property
    def balance(self) -> Balance:
        """As it stands in the ledger now."""
        with self._lock:
            return self._read()

    def reserve(self, key: str, role: str, task: str, model: str, most: Decimal) -> int:
        """Sets aside the most that a call can cost, once calls under way leave as much; refuses where they can't."""
        fact = CallReserved(
            production=self._production, key=key, role=role, task=task, model=model, most_usd=most
        )
        with self._lock:
            while self._under_way and not self._fits(most):
                self._lock.wait()
            reservation = self._write(fact, most=most)
            self._under_way.add(reservation)
            return reservation

    def settle(self, reservation: int, cost: Decimal | None) -> None:
        """Writes down what a call cost; None where that can't be known."""
        with self._lock:
            self._write(CallSettled(reservation=reservation, cost_usd=cost))
            self._ended(reservation)

    def conclude(self, paid: Sequence[tuple[int, Decimal]], answer: CompletionRecorded) -> None:
        """Writes down what the calls for an answer cost, and keeps the answer, in one step: none is paid and lost."""
        with self._lock:
            self._write(*(CallSettled(reservation=r, cost_usd=cost) for r, cost in paid), answer=answer)
            self._ended(*(reservation for reservation, _ in paid))

    def _ended(self, *reservations: int) -> None:
        self._under_way.difference_update(reservations)
        self._lock.notify_all()

    def _write(
        self, *facts: Event, most: Decimal = Decimal(0), answer: CompletionRecorded | None = None
    ) -> int:
        """Records facts, and an answer if there is one, in one transaction; the number of the last fact."""
        for _ in range(TRIES):
            balance = self._read()
            if most:
                self._must_fit(balance, most)
            entries = self._ledger.entries([answer]) if answer else []
            numbers = range(balance.number + 1, balance.number + 1 + len(facts))
            drafts = [Draft(fact, ()) for fact in facts]
            envelope = Envelope(self._production, type(facts[0]).__name__)
            records = self._ledger.sealer.seal(self._stream, numbers, drafts, balance.seal, envelope)
            try:
                self._ledger.store.events.put([*records, *entries])
            except IntegrityError:
                continue
            for record in records:
                balance = _after(balance, record.number, record.seal, record.fact)
            self._balance = balance
            return balance.number
        raise Refused("the account is too busy", "Try again.")

    def _read(self) -> Balance:
        for record in self._ledger.store.events.get(self._stream, gt=self._balance.number):
            assert isinstance(record, Record)
            self._balance = _after(self._balance, record.number, record.seal, record.fact)
        return self._balance

    def _fits(self, most: Decimal) -> bool:
        return self.cap is None or most <= self.cap - self._read().taken

    def _must_fit(self, balance: Balance, most: Decimal) -> None:
        cap = self.cap
        if cap is None or most <= (left := cap - balance.taken):
            return
        held = balance.taken - balance.spent
        aside = f", ${held:.4f} is set aside for calls whose end is not known" if held else ""
        raise CapReached(
            f"the next call could cost ${most:.4f}, and ${max(left, Decimal(0)):.4f} of the ${cap} is left "
            f"(${balance.spent:.4f} spent{aside})",
            f"Raise it: cineledger run {self._production} --budget {cap * 2}; or go on with --mind house",
        )
