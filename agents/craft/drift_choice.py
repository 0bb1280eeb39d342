"""Back to what was asked for, or an exception: how each who is concerned weighs what drifts."""

from collections.abc import Callable

from cineledger.agents.craft.choice import FilmView, Measure, Saying, Subject, sayings
from cineledger.domain.words import EXCEPTION, RETURN

FAR = 0.6
"""From here on a drift is no shade any more."""

_When = Callable[[FilmView], bool]


def _far(view: FilmView) -> bool:
    return float(view.fact("far") or 0) >= FAR


def _shade(view: FilmView) -> bool:
    return not _far(view)


def _broken(view: FilmView) -> bool:
    return view.fact("broken") == "yes"


def _late(view: FilmView) -> bool:
    return view.fact("late") == "yes"


def _late_shade(view: FilmView) -> bool:
    return _late(view) and _shade(view)


def _mine(role: str) -> _When:
    return lambda view: view.fact("lead") == role


def _my_shade(role: str) -> _When:
    return lambda view: view.fact("lead") == role and not _far(view)


_ASKED = (
    Saying(RETURN, _broken, 1.0, "a constraint binds until the orchestrator lifts it, and this breaks it"),
    Saying(EXCEPTION, _broken, 0.0, "nobody in the crew may except a thing from a constraint"),
    Saying(RETURN, _far, 0.95, "this is not the film that was asked for: {why}"),
    Saying(EXCEPTION, _far, 0.1, "an exception this wide is another film: {why}"),
)
"""What whoever answers for the whole says first."""


def _department(role: str, own: str, kept: str) -> tuple[Measure, ...]:
    """A department's criteria: as the one that drifted it may plead for what it chose, else it goes with the vision."""
    return (
        Measure(
            "vision",
            0.6,
            sayings(
                *_ASKED[:3],
                Saying(RETURN, lambda v: True, 0.6, "what was asked for is what my work is measured by"),
                Saying(
                    EXCEPTION,
                    _shade,
                    0.5,
                    "a shade beside what was asked, and nobody will call it another film",
                ),
            ),
        ),
        Measure(
            "craft",
            0.4,
            sayings(
                Saying(EXCEPTION, _my_shade(role), 0.9, own),
                Saying(RETURN, _mine(role), 0.4, kept),
                Saying(RETURN, lambda v: True, 0.55, "what I made rests on it, and I can make it again"),
            ),
        ),
    )


DRIFT_CHOICE = Subject(
    text="Does this stand, though it drifts from {against}: “{drifted}”?",
    statements=lambda view: {
        RETURN: "Back to what was asked for: it is decided again, otherwise than “{drifted}”",
        EXCEPTION: "An exception that was meant: “{drifted}”",
    },
    measures={
        "showrunner": (
            Measure(
                "vision",
                0.75,
                sayings(
                    *_ASKED,
                    Saying(RETURN, lambda v: True, 0.6, "small as it is, drift is made of what was small"),
                    Saying(
                        EXCEPTION,
                        lambda v: True,
                        0.55,
                        "one shade beside the vision is what a vision can bear",
                    ),
                ),
            ),
            Measure(
                "coherence",
                0.25,
                sayings(
                    Saying(EXCEPTION, _late_shade, 0.8, "all that was made since was made with it"),
                    Saying(
                        RETURN, _far, 0.8, "what else was decided was decided for the film that was asked for"
                    ),
                ),
            ),
        ),
        "director": (
            Measure("vision", 0.6, sayings(*_ASKED)),
            Measure(
                "performance",
                0.4,
                sayings(
                    Saying(EXCEPTION, _late_shade, 0.8, "it is played and shot this way, and it plays"),
                    Saying(
                        RETURN, lambda v: not _late(v), 0.7, "now it costs a talk; later it costs the scene"
                    ),
                    Saying(EXCEPTION, _mine("director"), 0.6, "I chose it knowing what was asked"),
                ),
            ),
        ),
        "producer": (
            Measure("vision", 0.4, sayings(*_ASKED[:3])),
            Measure(
                "cost",
                0.6,
                sayings(
                    Saying(
                        RETURN, _late, 0.25, "everything that rests on it is made, and would be made again"
                    ),
                    Saying(EXCEPTION, _late, 0.7, "it is in the schedule and in the budget as it is"),
                    Saying(
                        RETURN,
                        lambda v: True,
                        0.7,
                        "nothing is cheaper to turn round than what is not made yet",
                    ),
                    Saying(EXCEPTION, lambda v: True, 0.4, "an exception now is money later"),
                ),
            ),
        ),
        "cinematographer": _department(
            "cinematographer",
            "I know what was asked; the picture needed this all the same",
            "I lit and framed for this, but the look is not mine alone",
        ),
        "writer": _department(
            "writer",
            "the pages wanted this, whatever was said of the film before they were read",
            "I can write towards what was asked, as I did before",
        ),
        "set_designer": _department(
            "set_designer",
            "the places are like this, and people would not live in others",
            "walls can be other walls: say which",
        ),
        "editor": _department(
            "editor",
            "the scenes asked for that rhythm when I laid them side by side",
            "a cut is made in a day, and made otherwise in another",
        ),
        "composer": _department(
            "composer",
            "I hear it so, and what was said of the film leaves room to",
            "themes can go under other music",
        ),
    },
    plain="either can be defended",
)
