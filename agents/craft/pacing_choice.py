"""Long takes, classical or quick: how each who is concerned weighs the pacing of the film."""

from collections.abc import Mapping

from cineledger.agents.craft.choice import FilmView, Measure, Saying, Subject, sayings
from cineledger.agents.craft.tempo_words import ruled_out, wants

LONG, PLAIN, QUICK = "long takes", "classical", "quick"


def _hot(view: FilmView) -> bool:
    return view.english and view.heated >= 0.25


def _talks(view: FilmView) -> bool:
    return view.talk >= 0.55


def _slow(view: FilmView) -> bool:
    return wants(view.said) <= -0.3


def _fast(view: FilmView) -> bool:
    return wants(view.said) >= 0.3


def _near(view: FilmView) -> bool:
    return view.look.closeness >= 0.35


def _far(view: FilmView) -> bool:
    return view.look.closeness <= -0.35


def _restless(view: FilmView) -> bool:
    return view.look.motion >= 0.35


def _still(view: FilmView) -> bool:
    return view.look.motion <= -0.35


def _comic(view: FilmView) -> bool:
    return view.look.contrast <= -0.35


def _hard(view: FilmView) -> bool:
    return view.look.contrast >= 0.4


_WORDS = Measure(
    "vision",
    0.3,
    sayings(
        Saying(LONG, _slow, 1.0, "what was asked for lingers; only a long take can"),
        Saying(QUICK, _slow, 0.0, "nothing that was asked for is in a hurry, and quick cutting would be"),
        Saying(PLAIN, _slow, 0.45, "a plain cut is on its way out of what was asked to linger"),
        Saying(QUICK, _fast, 1.0, "the orchestrator's words run, and the cut has to keep up with them"),
        Saying(LONG, _fast, 0.05, "a long take would drag on what was asked to be quick"),
        Saying(PLAIN, _fast, 0.5, "a plain cut serves what was asked, a beat behind it"),
    ),
)

EDITOR = (
    Measure(
        "rhythm",
        0.4,
        sayings(
            Saying(QUICK, _hot, 0.9, "tempers run high from {hot} on: cuts land like the lines do"),
            Saying(
                QUICK,
                lambda v: v.moving >= 0.45,
                0.85,
                "people are on the move in it; {act} wants pieces, not a watchful frame",
            ),
            Saying(QUICK, lambda v: v.quiet >= 0.2, 0.15, "quick cutting would trample {silence}"),
            Saying(QUICK, _comic, 0.75, "a joke is over when it is understood, and the cut has to be there"),
            Saying(
                LONG,
                lambda v: v.quiet >= 0.25 and not _hot(v),
                0.75,
                "its silences are the beats; {silence} can't be made of pieces",
            ),
            Saying(LONG, _hot, 0.2, "in one take I could not raise {hot} above what comes before it"),
            Saying(
                LONG,
                lambda v: True,
                0.35,
                "a take that can't be opened leaves me no rhythm to make, and no way out of a weak moment",
            ),
            Saying(
                PLAIN,
                lambda v: True,
                0.7,
                "shots of six or seven seconds let each beat have its own length: {silence} long, {hot} short",
            ),
        ),
    ),
    Measure(
        "attention",
        0.3,
        sayings(
            Saying(
                QUICK, _far, 0.2, "a wide frame takes seconds to read; cut quickly, the country is only noise"
            ),
            Saying(
                QUICK,
                _near,
                0.65,
                "faces are read in a second: near framings have always gone with quicker cutting",
            ),
            Saying(
                LONG, _far, 0.75, "a wide frame has room for the eye to wander, and wants the time for it"
            ),
            Saying(LONG, _near, 0.35, "a face held for a quarter of a minute empties"),
            Saying(
                PLAIN,
                lambda v: True,
                0.65,
                "lengths that differ as the scene does keep the eye awake, and none is noticed",
            ),
        ),
    ),
    _WORDS,
)

DIRECTOR = (
    Measure(
        "performance",
        0.45,
        sayings(
            Saying(
                LONG,
                lambda v: _talks(v) and not _comic(v),
                0.85,
                "actors find {long} once, in one breath; pieces of takes are not a performance",
            ),
            Saying(LONG, _near, 0.75, "if we are to be this near, let the thought cross the face uncut"),
            Saying(
                LONG,
                _restless,
                0.7,
                "the camera does the cutting: it goes from one to the other without leaving the room",
            ),
            Saying(LONG, _comic, 0.6, "who is funny is funny in the two-shot, with the other one watching"),
            Saying(QUICK, _talks, 0.2, "cut this fast, {long} belongs to the bench and not to the actors"),
            Saying(
                QUICK, lambda v: v.moving >= 0.45, 0.7, "there is more to be done than to be played: {act}"
            ),
            Saying(
                PLAIN, lambda v: True, 0.6, "takes long enough to play a beat, and an answer when I need it"
            ),
        ),
    ),
    Measure(
        "pace",
        0.25,
        sayings(
            Saying(
                QUICK,
                lambda v: _hot(v) or _restless(v),
                0.85,
                "it boils, and the cut has to boil with it: {hot}",
            ),
            Saying(LONG, _hard, 0.7, "dread is a shot that does not end when it should"),
            Saying(LONG, _still, 0.8, "a camera that stays put asks us to stay too"),
            Saying(QUICK, _still, 0.15, "frames that stand still and go by in a second are slides"),
            Saying(
                PLAIN, lambda v: True, 0.55, "it leaves us slow and fast to go to, where the story goes there"
            ),
        ),
    ),
    _WORDS,
)

WRITER = (
    Measure(
        "words",
        0.55,
        sayings(
            Saying(
                LONG,
                lambda v: _talks(v) and not _comic(v),
                0.75,
                "{long} is one sentence; it should be one shot",
            ),
            Saying(
                LONG,
                lambda v: v.quiet >= 0.25,
                0.8,
                "what is not said at {silence} needs the time to be heard",
            ),
            Saying(
                QUICK,
                lambda v: _comic(v) and _talks(v),
                0.8,
                "repartee is tennis: one looks where the ball goes",
            ),
            Saying(
                QUICK,
                lambda v: v.talk >= 0.4,
                0.1,
                "every cut takes an ear off the words, and {long} is words",
            ),
            Saying(PLAIN, lambda v: True, 0.65, "a cut on the answer, none in the line: so it reads"),
        ),
    ),
    Measure(
        "subtext",
        0.2,
        sayings(
            Saying(
                LONG,
                _near,
                0.7,
                "what she does not say has to be found by the audience, and finding takes time",
            ),
            Saying(
                QUICK,
                lambda v: True,
                0.3,
                "quick cuts point at things; this is written so that nobody points",
            ),
        ),
    ),
    _WORDS,
)

COMPOSER = (
    Measure(
        "the musical line",
        0.55,
        sayings(
            Saying(
                LONG,
                lambda v: v.quiet >= 0.3 or _still(v),
                0.8,
                "a phrase takes eight bars; {silence} would give me them",
            ),
            Saying(LONG, _far, 0.8, "a landscape that stays is a melody's best friend"),
            Saying(QUICK, _restless, 0.85, "cuts on the beat are half the score: the pulse is there already"),
            Saying(QUICK, _comic, 0.75, "comedy is percussion; give me edges to hit"),
            Saying(
                QUICK,
                lambda v: _talks(v),
                0.2,
                "between quick cuts and this much talk there is no bar left for music",
            ),
            Saying(
                PLAIN,
                lambda v: True,
                0.6,
                "paragraphs of cuts that I can write over, and seams to hide an entrance in",
            ),
        ),
    ),
    Measure(
        "pulse",
        0.2,
        sayings(
            Saying(QUICK, _hot, 0.75, "{hot} has its own tempo, and it is not slow"),
            Saying(LONG, _hot, 0.35, "held that long, {hot} has to be scored from outside"),
        ),
    ),
    _WORDS,
)


def _statements(view: FilmView) -> Mapping[str, str]:
    return {
        PLAIN: "Classical: a shot for each beat of thought, shorter in the heat, longer in {silence}.",
        LONG: "Long takes: scenes play in as few shots as they can; a cut is an event.",
        QUICK: "Quick: a cut on every line that can bear it, and no shot is held past its meaning.",
    }


PACING_CHOICE = Subject(
    text="How is the film paced: in long takes, classically, or quickly?",
    statements=_statements,
    measures={"editor": EDITOR, "director": DIRECTOR, "writer": WRITER, "composer": COMPOSER},
    excluded=lambda view: ruled_out(view.said),
    plain="it is a length of shot that this film can live with",
)
