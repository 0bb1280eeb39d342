"""The production office: breakdown, schedule, budget, risks, and the limits the orchestrator sets."""
