"""Messages, silence, refusals."""
