"""A production as a whole: birth, orchestrator's words, policy, roster, phases."""
