"""What the set designer does."""
