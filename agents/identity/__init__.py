"""Who the characters are: drawn, decided, and held to how far they may grow."""
