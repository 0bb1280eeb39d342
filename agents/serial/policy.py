"""What a series, and an episode of one, assume about authority until the orchestrator says otherwise."""

from cineledger.domain.production.events import PolicySet, StandingOrderGiven
from cineledger.domain.words import CONTINUITY, IMPASSE, SEASON_ARC, SERIES_THEME

SERIES_CREW = ("showrunner", "producer", "director", "writer")
"""Who is on a series from the beginning; who plays its main characters joins with the episodes."""

SERIES_POLICY = (
    PolicySet(
        subject=SERIES_THEME,
        tier="orchestrator",
        rounds=1,
        lead="showrunner",
        concerned=("writer", "director", "producer", "showrunner"),
        default=True,
    ),
    PolicySet(
        subject=SEASON_ARC,
        tier="orchestrator",
        rounds=1,
        lead="showrunner",
        concerned=("cast", "writer", "director", "showrunner"),
        default=True,
    ),
)
SERIES_ORDERS = (
    StandingOrderGiven(
        subject=SERIES_THEME, text="Take the theme of the series the showrunner recommends.", default=True
    ),
    StandingOrderGiven(
        subject=SEASON_ARC, text="Take the season arcs the showrunner recommends.", default=True
    ),
    StandingOrderGiven(subject=IMPASSE, text="Where rounds run out, let the lead's side win.", default=True),
)

EPISODE_POLICY = (
    PolicySet(
        subject=CONTINUITY,
        tier="orchestrator",
        rounds=1,
        lead="showrunner",
        concerned=("cast", "writer", "director", "showrunner"),
        default=True,
    ),
)
EPISODE_ORDERS = (
    StandingOrderGiven(
        subject=CONTINUITY,
        text="Where episodes do not join up, do what the showrunner recommends.",
        default=True,
    ),
)
