"""The subjects on which the crew chooses among ways its crafts have names for."""

from cineledger.agents.craft.choice import Subject
from cineledger.agents.craft.design_choice import DESIGN_SUBJECT
from cineledger.domain.words import DESIGN

SUBJECTS: dict[str, Subject] = {
    DESIGN: DESIGN_SUBJECT,
}
"""Subject → what may be chosen and who weighs it how."""
