"""What every test starts from."""

import signal

signal.signal(signal.SIGINT, signal.default_int_handler)
"""A program that was started in the background ignores Ctrl-C, and so would all that its tests start."""
