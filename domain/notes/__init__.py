"""The orchestrator's notes, and what the crew answers."""
