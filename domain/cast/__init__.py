"""Characters and what they feel."""
