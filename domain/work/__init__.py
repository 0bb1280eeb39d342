"""What departments hand in: whole pieces of work that stand until the next of their kind."""
