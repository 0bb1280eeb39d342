"""What `open` assumes about authority until the orchestrator says otherwise."""

from cineledger.domain.production.events import PolicySet, StandingOrderGiven
from cineledger.domain.words import APPROACH, CHARACTER_NAME, COVERAGE, IMPASSE, OUTLINE, REVISION, TECHNICAL

POLICY = (
    PolicySet(
        subject=OUTLINE,
        tier="orchestrator",
        rounds=1,
        lead="writer",
        concerned=("director", "writer"),
        default=True,
    ),
    PolicySet(
        subject=APPROACH,
        tier="orchestrator",
        rounds=2,
        lead="director",
        concerned=("cinematographer", "writer", "director"),
        default=True,
    ),
    PolicySet(
        subject=CHARACTER_NAME,
        tier="orchestrator",
        rounds=1,
        lead="writer",
        concerned=("cast", "director", "writer"),
        default=True,
    ),
    PolicySet(
        subject=COVERAGE,
        tier="collaborative",
        rounds=2,
        lead="director",
        concerned=("cinematographer", "writer", "cast", "director"),
        default=True,
    ),
    PolicySet(
        subject=REVISION,
        tier="collaborative",
        rounds=1,
        lead="cinematographer",
        concerned=("writer", "director"),
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
    StandingOrderGiven(subject=OUTLINE, text="Approve the outline the writer recommends.", default=True),
    StandingOrderGiven(subject=APPROACH, text="Approve the approach the director recommends.", default=True),
    StandingOrderGiven(
        subject=CHARACTER_NAME,
        text="Join names of one character, or keep them apart, as the writer recommends.",
        default=True,
    ),
    StandingOrderGiven(subject=IMPASSE, text="Where rounds run out, let the lead's side win.", default=True),
)
