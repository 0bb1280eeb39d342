"""What the account promises: a cap holds whatever happens, and no call is charged twice."""

import time
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cineledger.domain.address import Address
from cineledger.domain.ledger import Ledger
from cineledger.domain.ledger.accounts import Account, CapReached
from cineledger.domain.ledger.verify import Verifier
from tests.support.studio import opened

CENT = Decimal("0.01")


def reserve(account: Account, most: Decimal = CENT) -> int:
    """Sets something aside for a call."""
    return account.reserve("k" * 64, "writer", "WriteScene", "model", most)


def test_a_call_that_could_break_the_cap_is_not_made(tmp_path: Path) -> None:
    """What is spent and what is set aside count together; the refusal says what is left and how to raise it."""
    with opened(tmp_path) as ledger:
        account = Account(ledger, "pilot", cap=Decimal("0.025"))
        account.settle(reserve(account), Decimal("0.007"))
        account.settle(reserve(account), None)
        with pytest.raises(CapReached) as refused:
            reserve(account)
        assert "$0.0080 of the $0.025 is left" in refused.value.reason
        assert "--budget" in refused.value.hint


def test_a_call_waits_for_what_others_do_not_need(tmp_path: Path) -> None:
    """Where only calls under way stand between a call and the cap, it is made once they leave enough."""
    with opened(tmp_path) as ledger, ThreadPoolExecutor(1) as pool:
        account = Account(ledger, "pilot", cap=Decimal("0.015"))
        first = reserve(account)
        second = pool.submit(reserve, account)
        time.sleep(0.05)
        assert not second.done()
        account.settle(first, Decimal("0.001"))
        assert second.result(timeout=10) > first
        third = pool.submit(reserve, account)
        account.settle(second.result(), CENT)
        with pytest.raises(CapReached):
            third.result(timeout=10)


def test_what_was_set_aside_survives_its_run(tmp_path: Path) -> None:
    """A call whose run died, and one whose cost nobody knows, stay set aside for ever."""
    with opened(tmp_path) as ledger:
        account = Account(ledger, "pilot")
        reserve(account)
        account.settle(reserve(account), None)
    with Ledger(tmp_path) as ledger:
        balance = Account(ledger, "pilot").balance
        assert (balance.spent, balance.taken, balance.calls) == (Decimal(0), 2 * CENT, 0)


def test_forks_share_one_account(tmp_path: Path) -> None:
    """What a fork spends counts against its parent's cap, and the other way round."""
    with opened(tmp_path) as ledger:
        ledger.fork(Address("pilot", 5), "fork")
        ledger.fork(Address("fork", 5), "deep")
        for name in ("pilot", "fork", "deep"):
            account = Account(ledger, name)
            account.settle(reserve(account), CENT)
        assert Account(ledger, "fork").balance.spent == 3 * CENT
        assert Verifier(ledger).check_journal() is None


@settings(max_examples=15, deadline=None)
@given(st.lists(st.integers(1, 40), min_size=1, max_size=40), st.integers(10, 200))
def test_the_cap_holds_with_many_at_once(
    tmp_path_factory: pytest.TempPathFactory, costs: list[int], cap: int
) -> None:
    """However many call at once from two doors to one ledger, what is taken never passes the cap."""
    folder = tmp_path_factory.mktemp("account")
    with opened(folder) as ledger, Ledger(folder) as other:
        accounts = [Account(one, "pilot", cap * CENT) for one in (ledger, other)]

        def call(place: int) -> Decimal:
            account, most = accounts[place % 2], costs[place] * CENT
            try:
                token = reserve(account, most)
            except CapReached:
                return Decimal(0)
            paid = most / 2 if place % 3 else None
            account.settle(token, paid)
            assert account.balance.taken <= cap * CENT
            return paid or Decimal(0)

        with ThreadPoolExecutor(8) as pool:
            paid = sum(pool.map(call, range(len(costs))), Decimal(0))
        assert Account(ledger, "pilot").balance.spent == paid
        assert Account(ledger, "pilot").balance.taken <= cap * CENT


def test_verify_names_an_edited_account_and_prompt(tmp_path: Path) -> None:
    """An entry of an account, or a kept prompt, that somebody edited is found."""
    with opened(tmp_path) as ledger:
        account = Account(ledger, "pilot")
        account.settle(reserve(account), CENT)
        piece = ledger.keep_prompt("You are the writer.")
        assert ledger.keep_prompt("You are the writer.") == piece
        assert ledger.prompt(piece) == "You are the writer."
        assert Verifier(ledger).check_journal() is None
        for stream, number, old, new in (
            ("account:pilot", 2, b'"cost_usd":"0.01"', b'"cost_usd":"0.00"'),
            (f"prompt:{piece}", 1, b"writer", b"nobody"),
        ):
            with ledger.store.datastore.transaction(commit=True) as c:
                c.execute(
                    "UPDATE stored_events SET state = CAST(replace(CAST(state AS TEXT), ?, ?) AS BLOB) "
                    "WHERE originator_id = ? AND originator_version = ?",
                    (old.decode(), new.decode(), stream, number),
                )
            fault = Verifier(ledger).check_journal()
            assert fault is not None and fault.address.startswith(stream)
            with ledger.store.datastore.transaction(commit=True) as c:
                c.execute(
                    "UPDATE stored_events SET state = CAST(replace(CAST(state AS TEXT), ?, ?) AS BLOB) "
                    "WHERE originator_id = ? AND originator_version = ?",
                    (new.decode(), old.decode(), stream, number),
                )
