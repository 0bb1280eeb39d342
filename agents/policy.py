"""What `open` assumes about authority until the orchestrator says otherwise."""

from collections.abc import Collection

from cineledger.domain.production.events import PolicySet, StandingOrderGiven
from cineledger.domain.words import (
    APPROACH,
    ARC,
    ASKED_BY,
    CHARACTER_CHANGE,
    CHARACTER_IDENTITY,
    CHARACTER_NAME,
    COVERAGE,
    DESIGN,
    DRIFT,
    IMPASSE,
    OUTLINE,
    PACING,
    RESOURCES,
    REVISION,
    SCENE_MUSIC,
    SCENE_TEXT,
    SCORE,
    SLIP,
    TECHNICAL,
    THEME,
)

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
        concerned=("writer", "cast", "director"),
        default=True,
    ),
    PolicySet(
        subject=THEME,
        tier="orchestrator",
        rounds=1,
        lead="showrunner",
        concerned=("writer", "director", "showrunner"),
        default=True,
    ),
    PolicySet(
        subject=ARC,
        tier="orchestrator",
        rounds=1,
        lead="showrunner",
        concerned=("cast", "writer", "director", "showrunner"),
        default=True,
    ),
    PolicySet(
        subject=DESIGN,
        tier="collaborative",
        rounds=2,
        lead="set_designer",
        concerned=("cinematographer", "producer", "director", "set_designer"),
        default=True,
    ),
    PolicySet(
        subject=SCORE,
        tier="orchestrator",
        rounds=2,
        lead="composer",
        concerned=("sound_designer", "editor", "director", "composer"),
        default=True,
    ),
    PolicySet(
        subject=SCENE_MUSIC,
        tier="collaborative",
        rounds=1,
        lead="director",
        concerned=("composer", "sound_designer", "editor", "director"),
        default=True,
    ),
    PolicySet(
        subject=PACING,
        tier="collaborative",
        rounds=2,
        lead="editor",
        concerned=("director", "writer", "composer", "editor"),
        default=True,
    ),
    PolicySet(
        subject=RESOURCES,
        tier="orchestrator",
        rounds=1,
        lead="producer",
        concerned=("director", "cinematographer", "set_designer", "producer"),
        default=True,
    ),
    PolicySet(
        subject=DRIFT,
        tier="orchestrator",
        rounds=1,
        lead="showrunner",
        concerned=("director", "producer", "showrunner"),
        default=True,
    ),
    PolicySet(
        subject=SLIP,
        tier="collaborative",
        rounds=1,
        lead="writer",
        concerned=("cast", "director", "writer"),
        default=True,
    ),
    PolicySet(
        subject=CHARACTER_IDENTITY,
        tier="collaborative",
        rounds=1,
        lead="writer",
        concerned=("cast", "director", "showrunner", "writer"),
        default=True,
    ),
    PolicySet(
        subject=CHARACTER_CHANGE,
        tier="orchestrator",
        rounds=1,
        lead="showrunner",
        concerned=("cast", "writer", "director", "showrunner"),
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

SCENE_TEXT_POLICY = PolicySet(
    subject=SCENE_TEXT,
    tier="collaborative",
    rounds=2,
    lead="writer",
    concerned=("cast", "director", "writer"),
    default=True,
)
"""Assumed once somebody thinks for the writer who can write dialogue: the house can't, so it has nothing to argue."""

ORDERS = (
    StandingOrderGiven(subject=OUTLINE, text="Approve the outline the writer recommends.", default=True),
    StandingOrderGiven(subject=APPROACH, text="Approve the approach the director recommends.", default=True),
    StandingOrderGiven(
        subject=CHARACTER_NAME,
        text="Join names of one character, or keep them apart, as the writer recommends.",
        default=True,
    ),
    StandingOrderGiven(subject=THEME, text="Take the theme the showrunner recommends.", default=True),
    StandingOrderGiven(subject=ARC, text="Take the arcs the showrunner recommends.", default=True),
    StandingOrderGiven(subject=SCORE, text="Approve the score the composer recommends.", default=True),
    StandingOrderGiven(
        subject=DRIFT,
        text="Where a decision drifts from the vision, do as is recommended.",
        default=True,
    ),
    StandingOrderGiven(
        subject=CHARACTER_CHANGE,
        text="Where somebody would become another, do as is recommended.",
        default=True,
    ),
    StandingOrderGiven(subject=IMPASSE, text="Where rounds run out, let the lead's side win.", default=True),
)


def policy_of(crew: Collection[str]) -> tuple[PolicySet, ...]:
    """The policy on every subject that somebody of this crew asks about and somebody of it leads.

    Where there is no showrunner, the director holds decisions against the vision, and leads on who becomes another.
    """
    there = set(crew)
    assumed = [p for p in POLICY if {p.lead, ASKED_BY.get(p.subject, p.lead)} <= there]
    if "director" in there and "showrunner" not in there:
        for policy in POLICY:
            if policy.subject in (DRIFT, CHARACTER_CHANGE):
                concerned = tuple(role for role in policy.concerned if role != "showrunner")
                assumed.append(policy.model_copy(update={"lead": "director", "concerned": concerned}))
    return tuple(assumed)


def orders_of(crew: Collection[str]) -> tuple[StandingOrderGiven, ...]:
    """The standing orders on those subjects, and on debates that come to no end."""
    subjects = {IMPASSE, *(policy.subject for policy in policy_of(crew))}
    return tuple(order for order in ORDERS if order.subject in subjects)
