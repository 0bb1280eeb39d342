"""A series: its seasons and episodes, and what series and episodes tell each other."""
