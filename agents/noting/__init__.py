"""How the crew answers the orchestrator's notes."""
