"""How a cast member goes through her scenes: what they are to her, and the mood they leave."""
