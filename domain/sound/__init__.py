"""What is heard beside the music."""
