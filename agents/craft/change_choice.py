"""Does somebody become another? How those who write, tell and play her weigh a change beyond the bounds of her growth.

Consistency against evolution: a change is believed where the lines bear it more than once, where the story is about
that change, and where it can be played (Egri 1946, on growth; Weiland 2016, on change arcs); else it is a slip.
"""

from cineledger.agents.craft.choice import FilmView, Measure, Saying, Subject, sayings
from cineledger.domain.cast.identity import Facet, Identity
from cineledger.domain.words import BECOMES, STAYS

FAR = 0.4
"""How far beyond her bounds she is plainly somebody else."""


def question_of(name: str, was: Identity, would: Identity, facet: Facet) -> str:
    """MAYA was loyal and would be faithless: does MAYA become another?"""
    before, after = like(was, facet, []), like(would, facet, [trait.trait for trait in was.traits])
    return f"{name} was {before} and would be {after}: does {name} become another?"


def like(identity: Identity, facet: Facet, known: list[str]) -> str:
    """What she is like on a factor, by the traits that are not known yet."""
    told = [t.trait for t in identity.traits if t.facet == facet and t.trait not in known]
    stands = identity.on(facet)
    return " and ".join(told[:2]) or (
        f"at {stands:g} on {facet}" if stands is not None else f"of unknown {facet}"
    )


def _number(view: FilmView, name: str) -> float:
    return float(view.fact(name) or 0)


def _twice(view: FilmView) -> bool:
    return _number(view, "lines") >= 2


def _once(view: FilmView) -> bool:
    return not _twice(view)


def _along(view: FilmView) -> bool:
    return view.fact("along") == "yes"


def _against(view: FilmView) -> bool:
    return view.fact("along") == "no"


def _far(view: FilmView) -> bool:
    return _number(view, "far") >= FAR


def _always(_: FilmView) -> bool:
    return True


_TEXT = sayings(
    Saying(BECOMES, _twice, 0.85, "{count} lines say it now, {quote} among them: that is no slip"),
    Saying(BECOMES, _once, 0.35, "one line says it, {quote}, and one line can be a slip"),
    Saying(STAYS, _twice, 0.2, "the pages have {about} {after}, {quote}, whatever we decided before"),
    Saying(STAYS, _once, 0.7, "{about} was {before}, and one line, {quote}, can be written otherwise"),
)
_LINE = sayings(
    Saying(BECOMES, _along, 0.85, "the arc of {about} goes that way, so this is where it goes"),
    Saying(BECOMES, _against, 0.2, "the arc of {about} goes the other way"),
    Saying(STAYS, _along, 0.3, "the arc of {about} is the story of a change, and this holds it up"),
    Saying(STAYS, _against, 0.75, "nothing in the arc of {about} asks for it"),
    Saying(STAYS, _always, 0.55, "who {about} is has been decided, and nobody has told a change"),
)
_PLAYED = sayings(
    Saying(BECOMES, _far, 0.3, "from {before} to {after} in one film is two parts to play"),
    Saying(BECOMES, _always, 0.65, "from {before} to {after} is a change that can be put on a face"),
    Saying(STAYS, _far, 0.6, "I have seen who {about} is, and {after} is somebody else"),
)
_MINE = sayings(
    Saying(BECOMES, _twice, 0.6, "I have the lines for it: {quote}"),
    Saying(BECOMES, _far, 0.15, "I have played {about} {before}; nothing prepares me for {after}"),
    Saying(STAYS, _once, 0.75, "{quote} can be said by who {about} is: {before}"),
)

CHANGE_CHOICE = Subject(
    text="{about} was {before} and would be {after}: does {about} become another?",
    statements=lambda view: {
        STAYS: "{about} stays as decided, {before}: the lines are to bear that out",
        BECOMES: "{about} becomes another: {after}, where {about} was {before}",
    },
    measures={
        "showrunner": (Measure("the whole line", 0.6, _LINE), Measure("the text", 0.4, _TEXT)),
        "writer": (Measure("the text", 0.7, _TEXT), Measure("the whole line", 0.3, _LINE)),
        "director": (
            Measure("performance", 0.5, _PLAYED),
            Measure("the text", 0.3, _TEXT),
            Measure("the whole line", 0.2, _LINE),
        ),
        "cast": (Measure("my lines", 0.6, _MINE), Measure("truth", 0.4, _PLAYED)),
    },
    plain="people change, and people keep: either can be told",
)
