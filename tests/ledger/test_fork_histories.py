"""Histories of forks, each rule stated by the docstring of its test."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cineledger.domain.address import Address
from cineledger.domain.ledger import Head, Ledger
from cineledger.domain.ledger.verify import Verifier
from cineledger.domain.production.events import BroadcastSent, ProductionForked
from cineledger.domain.refusal import Refused
from tests.ledger.support import opened, say, texts


def sound(ledger: Ledger) -> bool:
    verifier = Verifier(ledger)
    return not any(verifier.check(name).fault for name in ledger.productions())


def test_a_fork_at_every_number(tmp_path: Path) -> None:
    """A fork shares its parent's events up to and with its number, then goes its own way from the next."""
    with opened(tmp_path, 6) as ledger:
        past = texts(ledger, "pilot")
        for number in range(6):
            name = f"fork {number}"
            ledger.fork(Address("pilot", number), name)
            assert texts(ledger, name) == past[: number + 1]
            (own,) = say(ledger, name, "own")
            assert own.address == Address(name, number + 1)
            assert texts(ledger, name) == [*past[: number + 1], "own"]
        assert texts(ledger, "pilot") == past
        assert sound(ledger)


def test_a_fork_at_the_head_waits_there(tmp_path: Path) -> None:
    """A fork with no events of its own stands at its parent's number, under its own birth's seal."""
    with opened(tmp_path, 3) as ledger:
        ledger.fork(Address("pilot", 2), "fork")
        head = ledger.head("fork")
        assert head.number == 2 and head.seal != ledger.head("pilot").seal
        assert ledger.load("fork").head == head
        assert ledger.load("fork").state == ledger.load("pilot").state
        say(ledger, "pilot", "later")
        assert texts(ledger, "fork") == ["birth", "word 1", "word 2"]


def test_a_fork_past_the_end_is_refused(tmp_path: Path) -> None:
    """Nothing is shared that has not happened, in a production or in a fork of it."""
    with opened(tmp_path, 3) as ledger:
        ledger.fork(Address("pilot", 1), "fork")
        for address in (Address("pilot", 3), Address("fork", 2), Address("pilot", -1)):
            with pytest.raises(Refused, match=f"there is no event {address}"):
                ledger.fork(address, "another")
        assert ledger.productions() == ["pilot", "fork"]


def test_a_fork_of_a_fork_at_its_first_number(tmp_path: Path) -> None:
    """At a fork's own first event, that event is shared; one earlier, only its ancestor's are."""
    with opened(tmp_path, 5) as ledger:
        ledger.fork(Address("pilot", 2), "a")
        say(ledger, "a", "a3", "a4")
        ledger.fork(Address("a", 3), "at")
        ledger.fork(Address("a", 2), "before")
        assert texts(ledger, "at") == ["birth", "word 1", "word 2", "a3"]
        assert texts(ledger, "before") == ["birth", "word 1", "word 2"]
        say(ledger, "at", "x4")
        say(ledger, "before", "y3")
        assert texts(ledger, "at")[-2:] == ["a3", "x4"]
        assert texts(ledger, "before")[-2:] == ["word 2", "y3"]
        assert sound(ledger)


def test_a_fork_before_its_parents_start(tmp_path: Path) -> None:
    """A fork of a fork before that one began takes its history from the ancestor that holds it."""
    with opened(tmp_path, 6) as ledger:
        ledger.fork(Address("pilot", 4), "a")
        ledger.fork(Address("a", 4), "b")
        say(ledger, "b", "b5")
        for number in range(5):
            name = f"c{number}"
            ledger.fork(Address("b", number), name)
            assert texts(ledger, name) == texts(ledger, "pilot", upto=number)
            assert ledger.record(Address(name, number)).stream == "pilot"
            (own,) = say(ledger, name, "own")
            assert own.number == number + 1
        assert sound(ledger)


def test_a_fork_may_open_with_words(tmp_path: Path) -> None:
    """What is said in one transaction with a fork's birth is numbered on from what it shares."""
    with opened(tmp_path, 3) as ledger:
        birth = ProductionForked(parent="PILOT", number=1)
        records = ledger.open("fork", [birth, BroadcastSent(text="other")], "Fork")
        assert [r.number for r in records] == [0, 2]
        assert texts(ledger, "fork") == ["birth", "word 1", "other"]
        assert records[0].fact == ProductionForked(parent="pilot", number=1)
        assert sound(ledger)


def test_forks_go_as_deep_as_you_like(tmp_path: Path) -> None:
    """A fork of a fork, 1,000 times over, is still one record each, and is read, folded and verified."""
    with opened(tmp_path, 2) as ledger:
        parent = "pilot"
        for depth in range(1, 1_001):
            ledger.fork(Address(parent, depth // 100 + 1), f"f{depth}")
            parent = f"f{depth}"
            if depth % 100 == 99:
                say(ledger, parent, f"at {depth}")
    with Ledger(tmp_path) as ledger:
        assert texts(ledger, parent) == ["birth", "word 1", *(f"at {d}" for d in range(99, 1_000, 100))]
        assert ledger.load(parent).state.number == 11
        assert Verifier(ledger).check(parent).fault is None


ACTIONS = st.lists(
    st.tuples(st.sampled_from(["say", "fork"]), st.integers(0, 10**6), st.integers(0, 10**6)), max_size=30
)


@settings(max_examples=60, deadline=None)
@given(ACTIONS, st.data())
def test_any_tree_of_forks_reads_like_lists(actions: list[tuple[str, int, int]], data: st.DataObject) -> None:
    """Whatever is said and forked, records, record, head and load agree with copied lists."""
    with tempfile.TemporaryDirectory() as folder, opened(Path(folder)) as ledger:
        model: dict[str, list[str]] = {"pilot": ["birth"]}
        for what, which, number in actions:
            name = sorted(model)[which % len(model)]
            if what == "say":
                new = [f"{name} {len(model[name]) + n}" for n in range(number % 3 + 1)]
                say(ledger, name, *new)
                model[name].extend(new)
            else:
                fork, shared = f"f{len(model)}", number % len(model[name])
                ledger.fork(Address(name, shared), fork)
                model[fork] = model[name][: shared + 1]
        with Ledger(Path(folder)) as fresh:
            for name, said in model.items():
                last = len(said) - 1
                assert texts(fresh, name) == said
                head = fresh.head(name)
                assert head.number == last
                loaded = fresh.load(name)
                assert loaded.head == head and loaded.state.number == last
                assert [w.text for w in loaded.state.production.broadcasts] == said[1:]
                after = data.draw(st.integers(-1, last + 1))
                upto = data.draw(st.integers(0, last))
                assert texts(fresh, name, after, upto) == said[after + 1 : upto + 1]
                assert texts(fresh, name, after) == said[after + 1 :]
                past = fresh.load(name, upto)
                assert [w.text for w in past.state.production.broadcasts] == said[1 : upto + 1]
                record = fresh.record(Address(name, upto))
                assert record.number == upto and past.head in (
                    Head(upto, record.seal),
                    Head(upto, fresh.birth(name).seal),
                )
                assert getattr(record.fact, "text", "birth") == said[upto]
            assert sound(fresh)
