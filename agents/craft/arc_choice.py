"""Which way does a character go through the film? How those who tell it and who plays it weigh the shapes."""

from collections.abc import Mapping

from cineledger.agents.craft.choice import FilmView, Judge, Measure, Subject

_STATEMENTS = {
    "rise": "{about} rises, from {first} to {last}",
    "fall": "{about} falls, from {first} to {last}",
    "rise-fall": "{about} rises and falls again, from {first} to {last}, with the most to lose in scene {high_scene}",
    "fall-rise": "{about} falls and climbs out again, from {first} to {last}, with the worst in scene {low_scene}",
    "rise-fall-rise": "{about} rises, loses it and wins it back, from {first} to {last}",
    "fall-rise-fall": "{about} falls, recovers and falls again, from {first} to {last}",
    "flat": "{about} stays the same while others change, from {first} to {last}",
}
TURNS = {
    "flat": 0,
    "rise": 1,
    "fall": 1,
    "rise-fall": 2,
    "fall-rise": 2,
    "rise-fall-rise": 3,
    "fall-rise-fall": 3,
}
"""Shape → how many times fortune changes direction, its first way counted."""


def ends_up(shape: str) -> bool:
    """The shape leaves her better off than its last turn found her."""
    return shape.endswith("rise")


def _number(view: FilmView, name: str) -> float:
    return float(view.fact(name) or 0.0)


def _known(name: str, weight: float, judge: Judge) -> Measure:
    """A criterion that says nothing where the lines do not tell what she feels."""
    return Measure(name, weight, lambda view, shape: judge(view, shape) if view.fact("shape") else (0.5, ""))


def _statements(view: FilmView) -> Mapping[str, str]:
    """The shapes that her scenes are enough to tell apart; the one that fits best first."""
    if not view.fact("shape"):
        return {}
    told = [shape for shape in _STATEMENTS if shape == "flat" or view.fact(f"fit {shape}")]
    told.sort(key=lambda shape: shape != view.fact("shape"))
    return {shape: _STATEMENTS[shape] for shape in told}


def _fits(view: FilmView, shape: str) -> tuple[float, str]:
    """The line of what is felt, scene by scene, against the shape."""
    if shape == view.fact("shape"):
        return (
            0.95,
            "scene by scene that is how {about} feels: lowest {low}, {low_line}, and highest {high}, {high_line}",
        )
    if shape == "flat":
        return max(0.1, 0.6 - _number(view, "moves")), "{about} does move: from {low} to {high}"
    worth = (1 + _number(view, f"fit {shape}")) / 2
    if worth >= 0.65:
        return (
            0.85 * worth,
            "what {about} feels bears it out as well, with {high} and {low} where it needs them",
        )
    return 0.7 * worth, "{about} is lowest {low} and highest {high}, and that order does not make this shape"


def _turned(view: FilmView, shape: str) -> tuple[float, str]:
    """An arc is a change of direction: who only goes one way has a slope (McKee)."""
    turns = TURNS[shape]
    if turns == 0:
        return 0.1, "who ends as she began gives me nothing to build on"
    if turns == 1:
        return 0.4, "one direction from first page to last is a slope, and there is no turn in it to build to"
    if _number(view, f"fit {shape}") < 0.2:
        return 0.35, "a turn there would have to be written: the lines do not make it"
    say = (
        "there is a turn in it to build to: {low_line}"
        if ends_up(shape)
        else "there is a turn in it to build to: {high_line}"
    )
    return 0.9, say


def _wanted(view: FilmView, shape: str) -> tuple[float, str]:
    """The ending answers the want."""
    if not view.fact("want"):
        return 0.5, ""
    better = _number(view, "ended") >= _number(view, "begun")
    if ends_up(shape) == better and shape != "flat":
        return 0.85, "{about} wants something, {want}, and {last_line} is the answer to it"
    return 0.3, "{about} says {want}, and this shape leaves that without its answer in {last_line}"


def _played(view: FilmView, shape: str) -> tuple[float, str]:
    """A reversal that an audience sees on a face."""
    jump = _number(view, "jump")
    if abs(jump) < 0.2 or shape == "flat":
        return (0.3, "I cannot direct somebody to stay the same") if shape == "flat" else (0.5, "")
    if (jump > 0) == (ends_up(shape) or shape == "rise-fall"):
        side = "{high_line}" if jump > 0 else "{low_line}"
        return 0.8, f"the biggest change I can put on a face goes that way: {side}"
    return 0.3, "the biggest change on the page goes the other way: " + (
        "{high_line}" if jump > 0 else "{low_line}"
    )


def _toned(view: FilmView, shape: str) -> tuple[float, str]:
    """Noir lets nobody off, comedy lets everybody off (Frye's descending and ascending plots)."""
    dark = view.look.contrast
    if abs(dark) < 0.3 or shape == "flat":
        return 0.5, ""
    if ends_up(shape) == (dark < 0):
        return (
            0.5 + abs(dark) / 2,
            "a bright film lets {about} off in the end"
            if dark < 0
            else "a dark film makes {about} pay in the end",
        )
    return (
        0.5 - abs(dark) / 2,
        "this film is too dark to end on a gain"
        if dark > 0
        else "this film is too bright to leave {about} down",
    )


def _lines(view: FilmView, shape: str) -> tuple[float, str]:
    """What the character says and does last, and whether it can be played as that ending."""
    ended, change = _number(view, "ended"), _number(view, "ended") - _number(view, "begun")
    if shape == "flat":
        return (
            (0.6, "I end where I began: {last_line}")
            if abs(change) < 0.15
            else (0.2, "I am not who I was: {first_line}, and then {last_line}")
        )
    up = change > 0.1 or (abs(change) <= 0.1 and ended > 0)
    if ends_up(shape) == up:
        return 0.85, "my last line can be played that way: {last_line}"
    return 0.2, "I cannot play {last_line} as that ending"


def _begins(view: FilmView, shape: str) -> tuple[float, str]:
    """Whether the first move goes the way that the first scenes go."""
    if shape == "flat":
        return 0.5, ""
    up = _number(view, "begun") < (_number(view, "begun") + _number(view, "ended")) / 2
    first_up = shape.startswith("rise")
    if first_up == up:
        return 0.7, "I come in with {first_line}, and there is room to go that way"
    return 0.4, "I come in with {first_line}, and from there I would go the other way"


ARC_CHOICE = Subject(
    plain="it is one reading of several that the pages bear out",
    text="Which way does {about} go through the film?",
    statements=_statements,
    measures={
        "showrunner": (_known("the whole line", 0.75, _fits), _known("tone", 0.25, _toned)),
        "writer": (
            _known("the turn", 0.45, _turned),
            _known("the want", 0.25, _wanted),
            _known("the whole line", 0.3, _fits),
        ),
        "director": (
            _known("the change on a face", 0.4, _played),
            _known("tone", 0.35, _toned),
            _known("the whole line", 0.25, _fits),
        ),
        "cast": (
            _known("my lines", 0.5, _lines),
            _known("how I come in", 0.2, _begins),
            _known("the whole line", 0.3, _fits),
        ),
    },
)
