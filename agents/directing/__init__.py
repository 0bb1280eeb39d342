"""What the director does, phase by phase."""
