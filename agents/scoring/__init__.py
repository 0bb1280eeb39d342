"""What the composer does."""
