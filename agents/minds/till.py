"""Where the calls of a run queue for money: what is set aside for one is often free again when it ends."""

from decimal import Decimal
from threading import Condition

from cineledger.domain.ledger.accounts import Account, CapReached


class Till:
    """An account, in front of which calls wait for those under way before the cap turns them down.

    The most that a call can cost is many times what it does cost, so without waiting a small budget would end a run
    with most of it unspent. No call waits while it holds something itself.
    """

    def __init__(self, account: Account) -> None:
        self._account, self._freed = account, Condition()
        self._under_way = 0

    @property
    def cap(self) -> Decimal | None:
        """As the account has it."""
        return self._account.cap

    def reserve(self, key: str, role: str, task: str, model: str, most: Decimal) -> int:
        """Sets aside the most that a call can cost; refuses where the cap leaves less and no call is under way."""
        with self._freed:
            while True:
                try:
                    reservation = self._account.reserve(key, role, task, model, most)
                except CapReached:
                    if not self._under_way:
                        raise
                    self._freed.wait()
                else:
                    self._under_way += 1
                    return reservation

    def settle(self, reservation: int, cost: Decimal | None) -> None:
        """Writes down what it cost, and lets those who wait try again."""
        with self._freed:
            try:
                self._account.settle(reservation, cost)
            finally:
                self._under_way -= 1
                self._freed.notify_all()
