"""What the editor does."""
