"""Storyboard frames, drawn from a shot's own columns."""
