"""What every test starts from."""

import os
import signal

import pytest
from hypothesis import HealthCheck, settings

signal.signal(signal.SIGINT, signal.default_int_handler)
"""A program that was started in the background ignores Ctrl-C, and so would all that its tests start."""

os.environ.setdefault("CINELEDGER_EMBEDDER", "hashed")
"""Memories are found by words and their parts, so that tests see the same with and without the small model."""

settings.register_profile("busy", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("busy")
"""How long an example takes says how busy the machine is, and nothing about the rule."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest tests go first, so that no worker is left alone with them at the end."""
    items.sort(key=lambda item: "test_sessions" not in item.nodeid)
