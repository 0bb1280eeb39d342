"""What the orchestrator said for the series, as the orchestrator's words in an episode."""

from cineledger.domain.event import Event
from cineledger.domain.production.events import (
    BroadcastSent,
    ConstraintImposed,
    StandingOrderGiven,
    VisionStated,
)
from cineledger.domain.series.events import SeriesWordsTaken


def said_anew(before: SeriesWordsTaken | None, words: SeriesWordsTaken) -> list[Event]:
    """What is new since, and what holds as the episode opens: a broadcast of before that is over."""
    events: list[Event] = []
    known = before or SeriesWordsTaken(series=words.series, at=0, joined=words.joined)
    if words.vision is not None and words.vision != known.vision:
        events.append(VisionStated(text=words.vision.text))
    events += [ConstraintImposed(text=c.text) for c in words.constraints if c not in known.constraints]
    if before is not None:
        events += [BroadcastSent(text=b.text) for b in words.broadcasts if b not in known.broadcasts]
    events += [
        StandingOrderGiven(subject=o.subject, text=o.text, unless_objected=o.unless_objected)
        for o in words.orders
        if o not in known.orders
    ]
    return events
