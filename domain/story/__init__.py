"""The story as a whole: structure, arcs, themes."""
