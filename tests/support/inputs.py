"""Screenplays, ideas and schedules to try things on, where they are at hand."""

import os
from pathlib import Path

INPUTS = Path(
    os.environ.get("CINELEDGER_INPUTS") or Path(__file__).resolve().parents[2].parent / "shared" / "inputs"
)
"""A folder beside the repository, or where CINELEDGER_INPUTS says; tests that need it skip where it is absent."""
