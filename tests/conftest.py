"""What every test starts from."""

import os
import signal

signal.signal(signal.SIGINT, signal.default_int_handler)
"""A program that was started in the background ignores Ctrl-C, and so would all that its tests start."""

os.environ.setdefault("CINELEDGER_EMBEDDER", "hashed")
"""Memories are found by words and their parts, so that tests see the same with and without the small model."""
