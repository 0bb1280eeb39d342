"""What the sound designer does."""
