"""A series: its episodes opened and taken in, its seasons' arcs and themes, and what does not join up."""
