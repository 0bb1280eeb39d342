"""Calls that begin alike go one after another, just until the first is being answered: the rest read the cache.

A server keeps the beginning of a prompt from when its answer begins. Asked all at once, those who debate a scene
would each have it read anew.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from threading import Event, Lock

KEPT_S = 270.0
"""Seconds that a server keeps a beginning that nobody reads, a little less than the five minutes that it says."""
LONGEST_S = 15.0
"""Seconds that anybody waits for somebody else's answer to begin."""


class Warming:
    """Who is having which beginning of a prompt read for the first time; safe to use from many threads."""

    def __init__(self, longest_s: float = LONGEST_S) -> None:
        self._longest_s = longest_s
        self._lock = Lock()
        self._warm: dict[str, float] = {}
        """Beginning → until when a server keeps it, on the monotonic clock."""
        self._led: dict[str, Event] = {}
        """Beginning → what is set when the call that has it read is being answered, or has failed."""

    @contextmanager
    def turn(self, beginnings: Sequence[str]) -> Iterator[Callable[[], None]]:
        """Waits for whoever has the longest of these beginnings (the shortest first) read now.

        Yields what has to be called when the answer begins.
        """
        led = self._join(beginnings)

        def begun() -> None:
            with self._lock:
                until = time.monotonic() + KEPT_S
                self._warm.update(dict.fromkeys(beginnings, until))
            self._release(led)

        try:
            yield begun
        finally:
            self._release(led)

    def _join(self, beginnings: Sequence[str]) -> list[str]:
        """The beginnings that this call leads, once nobody leads a longer one of its own."""
        until = time.monotonic() + self._longest_s
        while True:
            with self._lock:
                leads, ahead = self._look(beginnings)
                if ahead is None:
                    self._led.update({beginning: Event() for beginning in leads})
                    return leads
            if not ahead.wait(max(until - time.monotonic(), 0)):
                return []

    def _look(self, beginnings: Sequence[str]) -> tuple[list[str], Event | None]:
        """What is left to lead beyond what is warm; or what to wait for."""
        now = time.monotonic()
        for place in range(len(beginnings) - 1, -1, -1):
            if beginnings[place] in self._led:
                return [], self._led[beginnings[place]]
            if self._warm.get(beginnings[place], 0) > now:
                return list(beginnings[place + 1 :]), None
        return list(beginnings), None

    def _release(self, led: list[str]) -> None:
        with self._lock:
            for beginning in led:
                if (event := self._led.pop(beginning, None)) is not None:
                    event.set()
            led.clear()
