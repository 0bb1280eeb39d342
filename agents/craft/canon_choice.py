"""What is done where two accounts of a character can't both hold, as each role weighs it.

What an audience was told and built on is kept unless there is a reason not to (Wolf, Building Imaginary Worlds, on
retroactive continuity): what more of her lives rest on, what was decided above what was only read, the later above the
earlier where the years between explain it.
"""

from collections.abc import Mapping

from cineledger.agents.craft.choice import FilmView, Measure, Subject
from cineledger.domain.words import APART, KEEP_EARLIER, KEEP_LATER

EXPLAINED = 3
"""Years between two accounts from which a person may well be another: five-factor scores drift by about as much as a
story would tell over that time (Roberts, Walton and Viechtbauer 2006)."""


def _number(view: FilmView, name: str) -> float:
    return float(view.fact(name) or 0.0)


def _ways(view: FilmView) -> Mapping[str, str]:
    if not view.fact("kind"):
        return {}
    return {
        KEEP_EARLIER: "Canon keeps what {was} says: {earlier}",
        KEEP_LATER: "Canon takes what {now} says: {later}",
        APART: "Both stand apart: each holds where it is told, and canon takes neither",
    }


def _rests(view: FilmView, choice: str) -> tuple[float, str]:
    """What more lives, and more decisions of the orchestrator's, rest on."""
    was, now = _number(view, "on_was"), _number(view, "on_now")
    if choice == APART:
        return 0.3, "what stands apart gives nobody anything to build on"
    if was == now:
        return 0.55 if choice == KEEP_EARLIER else 0.5, "as much rests on the one as on the other"
    if (choice == KEEP_EARLIER) == (was > now):
        return 0.9, "more rests on it: {rests}"
    return 0.1, "it would take the ground from what rests on the other: {rests}"


def _decided(view: FilmView, choice: str) -> tuple[float, str]:
    was, now = view.fact("decided_was") == "yes", view.fact("decided_now") == "yes"
    if was == now or choice == APART:
        return 0.5, ""
    if (choice == KEEP_EARLIER) == was:
        return 0.85, "that was decided, and the other is only how lines read"
    return 0.15, "that is only how lines read, and the other was decided"


def _time(view: FilmView, choice: str) -> tuple[float, str]:
    """Years explain another trait, another bond, another age; they raise nobody from the dead and unlearn nothing."""
    kind, years = view.fact("kind"), _number(view, "years")
    if choice == APART:
        return (0.6, "two cuts are two tellings") if kind == "cut" else (0.3, "")
    if kind in ("trait", "bond") and years >= EXPLAINED:
        if choice == KEEP_LATER:
            return 0.9, "{years} years lie between, and people change"
        return 0.2, "after {years} years nobody need be as before"
    if kind in ("fate", "knowledge", "secret", "age"):
        if choice == KEEP_EARLIER:
            return 0.8, "time explains none of it: {earlier}"
        return 0.25, "no time between could explain that {later}"
    return 0.5, ""


def _told(view: FilmView, choice: str) -> tuple[float, str]:
    """What an audience has seen first it goes by."""
    if choice == KEEP_EARLIER:
        return 0.65, "that is what an audience was told first, and it remembers"
    if choice == KEEP_LATER:
        return 0.5, "it can be written so that the later explains the earlier"
    return 0.35, "I can't write on from two people"


def _mine(view: FilmView, choice: str) -> tuple[float, str]:
    """A cast member plays on from what she played last."""
    if choice == KEEP_LATER:
        return (
            (0.2, "I was gone, and I would know")
            if view.fact("kind") == "fate"
            else (0.75, "I was there last: {later}")
        )
    if choice == KEEP_EARLIER:
        return 0.6, "I was so before, and nothing told me otherwise: {earlier}"
    return 0.2, "I can't be two people"


CANON_CHOICE = Subject(
    plain="I could play and write either",
    text="What is true of {about}: what {at_was} says, or what {at_now} says?",
    statements=_ways,
    measures={
        "showrunner": (
            Measure("what rests on it", 0.45, _rests),
            Measure("decided", 0.25, _decided),
            Measure("time", 0.3, _time),
        ),
        "writer": (Measure("what was told", 0.6, _told), Measure("time", 0.4, _time)),
        "cast": (Measure("truth", 0.7, _mine), Measure("time", 0.3, _time)),
    },
)
