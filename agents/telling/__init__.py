"""What the writer and the showrunner see in the story as a whole."""
