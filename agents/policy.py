"""What `open` assumes about authority until the orchestrator says otherwise."""

from cineledger.domain.production.events import PolicySet, StandingOrderGiven
from cineledger.domain.shots.commands import TECHNICAL
from cineledger.domain.words import IMPASSE

POLICY = (
    PolicySet(
        subject="outline",
        tier="orchestrator",
        rounds=1,
        lead="writer",
        concerned=("director", "writer"),
        default=True,
    ),
    PolicySet(
        subject="visual_approach",
        tier="orchestrator",
        rounds=2,
        lead="director",
        concerned=("cinematographer", "writer", "director"),
        default=True,
    ),
    PolicySet(
        subject="beat_coverage",
        tier="collaborative",
        rounds=2,
        lead="director",
        concerned=("cinematographer", "writer", "cast", "director"),
        default=True,
    ),
    PolicySet(
        subject="revision",
        tier="collaborative",
        rounds=1,
        lead="director",
        concerned=("cinematographer", "writer"),
        default=True,
    ),
    PolicySet(
        subject=TECHNICAL,
        tier="autonomous",
        rounds=0,
        lead="cinematographer",
        concerned=(),
        default=True,
    ),
)

ORDERS = (
    StandingOrderGiven(subject="outline", text="Approve the outline the writer recommends.", default=True),
    StandingOrderGiven(
        subject="visual_approach", text="Approve the approach the director recommends.", default=True
    ),
    StandingOrderGiven(subject=IMPASSE, text="Where rounds run out, let the lead's side win.", default=True),
)
