"""What a character's stream assumes about authority until the orchestrator says otherwise: canon is the human's."""

from cineledger.domain.production.events import PolicySet
from cineledger.domain.words import CANON

CANON_CREW = ("showrunner", "writer")
"""Who is in a character's stream from the beginning; who plays her joins with her first life."""

CANON_POLICY = PolicySet(
    subject=CANON,
    tier="orchestrator",
    rounds=1,
    lead="showrunner",
    concerned=("cast", "writer", "showrunner"),
    default=True,
)
"""No standing order goes with it: what happened to somebody for good is asked for in person, unless delegated."""
