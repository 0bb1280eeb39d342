"""What the people of a crew learn from decisions, and bring to the next."""
