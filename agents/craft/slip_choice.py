"""A line that forgets something: it is meant, mended or prepared; how each who is concerned weighs that."""

from collections.abc import Callable

from cineledger.agents.craft.choice import FilmView, Measure, Saying, Subject, sayings
from cineledger.domain.words import MEANT, MEND, PREPARE

PLAIN = 0.75
"""From here on nobody in an audience would take a slip for meant."""

_When = Callable[[FilmView], bool]


def _any(_: FilmView) -> bool:
    return True


def _of(*kinds: str) -> _When:
    return lambda view: view.fact("kind") in kinds


def _plain(view: FilmView) -> bool:
    return float(view.fact("weight") or 0) >= PLAIN


_COUNTED = _of("age", "date")
"""What is counted is right or wrong."""
_DEAD, _LEARNT = _of("absence"), _of("knowledge")
_LIVED = _of("trait", "relationship")
_MOVED = _of("feeling")

_WRITER = sayings(
    Saying(MEND, _COUNTED, 0.95, "it is a number, and numbers have to agree: I change a word"),
    Saying(MEANT, _COUNTED, 0.1, "nobody hears a wrong number as meant"),
    Saying(MEND, _DEAD, 0.85, "I give the line to somebody who is there"),
    Saying(MEANT, _DEAD, 0.1, "who is not there can't speak, and no line says that this is a memory"),
    Saying(PREPARE, _LEARNT, 0.8, "one line before it, and {about} may know it"),
    Saying(MEND, _LEARNT, 0.7, "without what {about} can't know the line still stands"),
    Saying(PREPARE, _LIVED, 0.7, "people do break with what they are; the page has to say when"),
    Saying(MEND, _LIVED, 0.65, "the line is easier to change than the character"),
    Saying(MEANT, _LIVED, 0.45, "she may be lying: then somebody has to see it"),
    Saying(PREPARE, _MOVED, 0.7, "something has to happen to {about} between the two"),
    Saying(MEANT, _MOVED, 0.5, "feelings go where no line says"),
    Saying(MEND, _any, 0.6, "a line that needs defending is better written otherwise"),
)
_FAITH = sayings(
    Saying(MEANT, _plain, 0.15, "whoever listened will not forgive it: {was}"),
    Saying(MEND, _plain, 0.8, "it is small to mend now, and it can't be mended on the set"),
    Saying(MEANT, _any, 0.45, "an audience may not notice, or take it for character"),
    Saying(MEND, _any, 0.65, "what was said stands: {was}"),
    Saying(PREPARE, _any, 0.6, "said once before, it is no slip any more"),
)
_DIRECTOR = sayings(
    Saying(MEANT, _MOVED, 0.75, "that step can be played, if {about} is given the time for it"),
    Saying(PREPARE, _MOVED, 0.65, "give {about} something to play the step on"),
    Saying(MEND, _MOVED, 0.35, "a feeling is not mended by a line"),
    Saying(MEND, _DEAD, 0.85, "I can't stage somebody who is not there"),
    Saying(MEND, _COUNTED, 0.85, "nobody can act a wrong number right"),
    Saying(PREPARE, _LEARNT, 0.7, "the audience should see {about} learn it: that is a scene"),
    Saying(PREPARE, _any, 0.6, "what is prepared can be played"),
    Saying(MEND, _any, 0.6, "it costs a word now, and a take each time somebody asks"),
)
_CAST = sayings(
    Saying(MEND, _MOVED, 0.35, "another line does not change what I feel"),
    Saying(MEANT, _MOVED, 0.65, "I can get there; nobody feels in steps"),
    Saying(PREPARE, _MOVED, 0.6, "tell me what happened and I play it"),
    Saying(MEND, _LEARNT, 0.6, "how would I know that?"),
    Saying(PREPARE, _LEARNT, 0.7, "let me find out where the audience can see it"),
    Saying(MEND, _LIVED, 0.7, "I would not say that after this: {was}"),
    Saying(PREPARE, _LIVED, 0.65, "show me what changed, and I can mean it"),
    Saying(MEANT, _LIVED, 0.35, "I would have to play that I have forgotten who I am"),
    Saying(MEND, _any, 0.8, "I can't make a line true that is not"),
    Saying(MEANT, _any, 0.2, "that is not mine to explain away"),
)


def _statements(view: FilmView) -> dict[str, str]:
    if not view.fact("kind"):
        return {}
    return {
        MEND: "The line is written otherwise: {slip}",
        PREPARE: "A line before it explains it: {slip}",
        MEANT: "The line is meant as it is: {slip}",
    }


SLIP_CHOICE = Subject(
    plain="I can live with it",
    text="What do we do about a line that does not agree with what was established? {finding}",
    statements=_statements,
    measures={
        "writer": (Measure("the text", 0.6, _WRITER), Measure("continuity", 0.4, _FAITH)),
        "showrunner": (Measure("continuity", 0.7, _FAITH), Measure("the text", 0.3, _WRITER)),
        "director": (Measure("performance", 0.7, _DIRECTOR), Measure("continuity", 0.3, _FAITH)),
        "cast": (Measure("truth", 0.7, _CAST), Measure("continuity", 0.3, _FAITH)),
    },
)
