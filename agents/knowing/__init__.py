"""What there is to know in a story, and who learns it in which scene."""
