"""The world of the film: sets, their look, and properties."""
