"""Calls that wait for money until those under way have ended."""

import threading
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from pathlib import Path

import pytest

from cineledger.domain.ledger.accounts import Account, CapReached
from tests.support.studio import opened

MOST, COST = Decimal("0.1"), Decimal("0.01")


def reserve(account: Account) -> int:
    """Sets something aside."""
    return account.reserve("k" * 64, "writer", "WriteScene", "model", MOST)


def test_a_small_budget_is_spent_to_the_end(tmp_path: Path) -> None:
    """Thirty calls at once share a budget that holds the most of two, and cost what most of it pays for."""
    with opened(tmp_path) as ledger:
        account = Account(ledger, "pilot", cap=Decimal("0.25"))
        most_held = 0

        def call(_: int) -> bool:
            nonlocal most_held
            try:
                reservation = reserve(account)
            except CapReached:
                return False
            most_held = max(most_held, len(account.balance.held))
            account.settle(reservation, COST)
            return True

        with ThreadPoolExecutor(30) as pool:
            made = sum(pool.map(call, range(30)))
        assert made == 16 and most_held <= 2
        assert account.balance.spent == made * COST <= Decimal("0.25")


def test_nobody_waits_for_a_call_whose_end_is_not_known(tmp_path: Path) -> None:
    """What stays set aside frees nothing: then the cap is reached, and who waited is told so."""
    with opened(tmp_path) as ledger:
        account = Account(ledger, "pilot", cap=Decimal("0.15"))
        first = reserve(account)
        told = list[str]()

        def wait() -> None:
            with pytest.raises(CapReached) as reached:
                reserve(account)
            told.append(reached.value.reason)

        waiting = threading.Thread(target=wait)
        waiting.start()
        waiting.join(0.1)
        assert waiting.is_alive() and told == []
        account.settle(first, None)
        waiting.join(10)
        assert not waiting.is_alive() and "$0.1000 is set aside" in told[0]
