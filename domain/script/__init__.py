"""The script and its beats."""
