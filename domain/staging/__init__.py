"""Where people stand and move, how a scene is lit, and what a shot list says beside its frames."""
