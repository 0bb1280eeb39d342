"""Calls that begin alike wait until the first of them is being answered."""

import threading
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest

from cineledger.agents.minds import warming
from cineledger.agents.minds.warming import Warming
from tests.benchmarks.caching import planning

ANSWER = 0.8
"""Seconds of an answer, from when it begins."""
BEFORE = 0.4
"""Seconds until one begins."""


def call(warm: Warming, beginnings: Sequence[str], *, fails: bool = False) -> tuple[float, float]:
    """When a call was made and when its answer began."""
    try:
        with warm.turn(beginnings) as begun:
            made = time.monotonic()
            time.sleep(BEFORE)
            if fails:
                raise OSError
            begun()
            answered = time.monotonic()
            time.sleep(ANSWER)
    except OSError:
        return made, made
    return made, answered


def together(warm: Warming, *calls: Sequence[str], fails: bool = False) -> list[tuple[float, float]]:
    """What came of calls made one right after another."""
    with ThreadPoolExecutor(len(calls)) as pool:
        futures = []
        for place, beginnings in enumerate(calls):
            futures.append(pool.submit(call, warm, beginnings, fails=fails and place == 0))
            time.sleep(0.01)
        return [future.result() for future in futures]


def test_those_who_begin_alike_follow_the_first() -> None:
    """They are made when the first is being answered, all at once, and not only when it has ended."""
    (_, begun), *rest = together(Warming(), ["a"], ["a"], ["a"])
    assert all(begun <= made < begun + ANSWER / 2 for made, _ in rest)


def test_those_who_begin_otherwise_do_not_wait() -> None:
    """Nothing is read twice there."""
    (first, begun), (second, _) = together(Warming(), ["a"], ["b"])
    assert second < begun and second - first < BEFORE


def test_the_longest_that_is_alike_is_waited_for() -> None:
    """What is warm holds nobody up, but the longer beginning that somebody has read just now does."""
    warm = Warming()
    call(warm, ["a"])
    (_, begun), (same, _), (other, _) = together(warm, ["a", "b"], ["a", "b"], ["a", "c"])
    assert same >= begun > other


def test_a_chain_is_led_part_by_part() -> None:
    """Two who share but their first part: the second waits for that, then leads its own rest."""
    (_, first), (second, led), (third, _) = together(Warming(), ["a", "b"], ["a", "c"], ["a", "c"])
    assert second >= first and third >= led


def test_a_call_that_fails_lets_the_next_lead() -> None:
    """Nobody waits for what never comes."""
    (failed, _), (second, begun), (third, _) = together(Warming(), ["a"], ["a"], ["a"], fails=True)
    assert failed + BEFORE <= second < failed + BEFORE + ANSWER
    assert third >= begun


def test_nobody_waits_for_long() -> None:
    """An answer that does not begin holds nobody up for more than some seconds."""
    warm, held = Warming(longest_s=0.1), threading.Event()

    def stuck() -> None:
        with warm.turn(["a"]):
            held.wait(10)

    leader = threading.Thread(target=stuck)
    leader.start()
    time.sleep(0.02)
    began = time.monotonic()
    with warm.turn(["a"]):
        waited = time.monotonic() - began
    held.set()
    leader.join()
    assert 0.05 < waited < 1


def test_what_nobody_read_for_long_is_cold_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """After some minutes a server has let go of it, and one call leads again."""
    monkeypatch.setattr(warming, "KEPT_S", 0.0)
    warm = Warming()
    call(warm, ["a"])
    (_, begun), (second, _) = together(warm, ["a"], ["a"])
    assert second >= begun


def test_most_of_what_is_read_comes_from_the_cache() -> None:
    """A planning phase, sixteen calls at once: half of all that is read was read before, and costs less for it."""
    read = planning(16, latency=0.05, scenes=6)
    whole = read.plain + read.cached + read.kept
    assert read.cached > whole / 2 and read.cost < read.uncached * 7 / 10
