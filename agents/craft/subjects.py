"""The subjects on which the crew chooses among ways its crafts have names for."""

from cineledger.agents.craft.choice import Subject
from cineledger.agents.craft.pacing_choice import PACING_CHOICE
from cineledger.domain.words import PACING

SUBJECTS: dict[str, Subject] = {PACING: PACING_CHOICE}
"""Subject → what may be chosen and who weighs it how."""
