"""Memories found again by meaning and words; the one door to LanceDB, whose folder is a cache."""
