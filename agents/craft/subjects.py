"""The subjects on which the crew chooses among ways its crafts have names for."""

from cineledger.agents.craft.choice import Subject

SUBJECTS: dict[str, Subject] = {}
"""Subject → what may be chosen and who weighs it how."""
