"""What the producer does."""
