"""Tools: what a mind may look up while it thinks. They only read, and never past the ask's moment."""
