"""What the cinematographer does."""
