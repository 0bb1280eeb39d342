"""Time and memory that a user's question may take."""

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from cineledger.domain.refusal import Refused

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

MOST_MEMORY = 2 << 30
"""Bytes by which a question may make the process grow. DuckDB's own limit does not hold for single large values."""

GRACE = 10
"""Seconds beyond its time after which a statement counts as one that can't be stopped."""

_TOO_MUCH = ("Out of Memory Error", "llocation failure", "failed to allocate", "bad_alloc", "malloc of size")
"""How DuckDB and Arrow say that memory ran out."""

_one_at_a_time = threading.Lock()


@contextmanager
def limited(
    cursor: "DuckDBPyConnection", seconds: float, stuck: Callable[[], None] | None = None
) -> Iterator[None]:
    """Stops what the cursor does when its time is up; refuses what took too much of either.

    DuckDB looks for an interruption between chunks of rows: `stuck` is called where it is deaf for `GRACE` more.
    """
    over = threading.Event()
    ended = threading.Event()

    def stop() -> None:
        over.set()
        cursor.interrupt()
        if stuck is not None and not ended.wait(GRACE):
            stuck()

    timer = threading.Timer(seconds, stop)
    timer.daemon = True
    try:
        with _one_at_a_time, _memory():
            timer.start()
            yield
    except Exception as error:
        if isinstance(error, Refused):
            raise
        if over.is_set() or "Interrupted!" in str(error):
            raise Refused(f"the query took longer than {seconds:g} seconds", "Ask for less.") from None
        if isinstance(error, MemoryError) or any(word in str(error) for word in _TOO_MUCH):
            raise Refused("the query needs more memory than it may take", "Ask for less.") from None
        raise
    finally:
        ended.set()
        timer.cancel()
        if timer.is_alive():
            timer.join()


@contextmanager
def _memory() -> Iterator[None]:
    """Bounds the process's growth where the system can (Linux); elsewhere DuckDB's own limit has to do."""
    if sys.platform != "linux":
        yield
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    with open("/proc/self/statm", "rb") as file:
        bound = int(file.read().split()[0]) * resource.getpagesize() + MOST_MEMORY
    bounds = [bound, *(limit for limit in (soft, hard) if limit != resource.RLIM_INFINITY)]
    resource.setrlimit(resource.RLIMIT_AS, (min(bounds), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
