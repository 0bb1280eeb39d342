"""The script held against itself: what the showrunner finds in it, and what is asked and done about that."""
