"""Minds: what answers an agent's asks."""
