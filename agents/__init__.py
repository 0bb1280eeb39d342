"""Agents: roles that react to events, minds that answer them, the runner and the orchestrator's desk."""
