"""What a series is about, which way somebody goes through a season, what is done where episodes do not join up."""

from collections.abc import Mapping

from cineledger.agents.craft.arc_choice import TURNS, ends_up
from cineledger.agents.craft.choice import FilmView, Measure, Saying, Subject, sayings
from cineledger.agents.craft.theme_choice import TONES, place_of, ruled_out


def _number(view: FilmView, name: str) -> float:
    return float(view.fact(name) or 0.0)


def _themes(view: FilmView) -> Mapping[str, str]:
    return {
        view.fact(f"theme{at}"): f"The series is about {{theme{at}}}, as {{shown{at}}} show it: {{line{at}}}"
        for at in range(int(_number(view, "themes")))
    }


def _returns(view: FilmView, theme: str) -> tuple[float, str]:
    """A series comes back every week to what it is about (Douglas, Writing the TV Drama Series)."""
    at = place_of(view, theme)
    if not at:
        return 0.5, ""
    worth = 0.7 * _number(view, f"share{at}") + 0.3 * _number(view, f"weight{at}")
    if theme.startswith("the image of"):
        return 0.6 * worth, f"{{theme{at}}} carries a theme from episode to episode, it is not one"
    if worth >= 0.5:
        return worth, f"{{shown{at}}} come back to {{theme{at}}}, from {{line{at}}} on"
    return worth, f"only {{shown{at}}} touch on {{theme{at}}}: it is an episode's theme, not the series'"


def _vision(view: FilmView, theme: str) -> tuple[float, str]:
    at = place_of(view, theme)
    named = [n for n in range(int(_number(view, "themes"))) if view.fact(f"word{n}")]
    if not at or not named:
        return 0.5, ""
    if view.fact(f"word{at}"):
        return 1.0, f"the vision has the word for it: {{word{at}}}"
    return 0.2, f"the vision speaks of {{theme{named[0]}}}, and not of this"


def _goes_on(view: FilmView, theme: str) -> tuple[float, str]:
    at = place_of(view, theme)
    if not at:
        return 0.5, ""
    if view.fact(f"late{at}") == "yes":
        return 0.8, f"the latest episode still turns on it, so there is a next one in it: {{line{at}}}"
    return 0.25, f"the latest episode has done with {{theme{at}}}, and I would have to bring it back"


def _tone(view: FilmView, theme: str) -> tuple[float, str]:
    at = place_of(view, theme)
    near, dark = TONES.get(theme, (0.0, 0.0))
    fit = near * view.look.closeness + dark * view.look.contrast
    if not at or abs(fit) < 0.1:
        return 0.5, ""
    if fit > 0:
        return min(1.0, 0.5 + fit), f"a series that looks like this one is made for {{theme{at}}}"
    return max(0.0, 0.5 + fit), f"{{theme{at}}} wants another look than the one we are making"


def _promise(view: FilmView, theme: str) -> tuple[float, str]:
    at = place_of(view, theme)
    if not at:
        return 0.5, ""
    if _number(view, f"share{at}") >= 1:
        return 0.8, f"{{theme{at}}} is in every episode there is: that can be promised and kept"
    return 0.3, f"who tunes in for {{theme{at}}} misses it in some episodes"


SERIES_THEME_CHOICE = Subject(
    plain="it is one reading of several that the episodes bear out",
    text="What is this series about?",
    statements=_themes,
    measures={
        "showrunner": (Measure("recurrence", 0.65, _returns), Measure("vision", 0.35, _vision)),
        "writer": (Measure("what goes on", 0.7, _goes_on), Measure("vision", 0.3, _vision)),
        "director": (Measure("tone", 0.6, _tone), Measure("vision", 0.4, _vision)),
        "producer": (Measure("promise", 0.8, _promise), Measure("vision", 0.2, _vision)),
    },
    excluded=ruled_out,
)

_WAYS = {
    "rise": "{about} rises through season {season}, from {first} to {last}",
    "fall": "{about} falls through season {season}, from {first} to {last}",
    "rise-fall": "{about} rises and falls again through season {season}, highest in {high}",
    "fall-rise": "{about} falls and climbs out again through season {season}, lowest in {low}",
    "rise-fall-rise": "{about} rises, loses it and wins it back in season {season}, from {first} to {last}",
    "fall-rise-fall": "{about} falls, recovers and falls again in season {season}, from {first} to {last}",
    "flat": "{about} stays the same through season {season} while others change",
}


def _ways(view: FilmView) -> Mapping[str, str]:
    """The shapes that the episodes are enough to tell apart; the one that fits best first."""
    if not view.fact("shape"):
        return {}
    told = [shape for shape in _WAYS if shape == "flat" or view.fact(f"fit {shape}")]
    told.sort(key=lambda shape: shape != view.fact("shape"))
    return {shape: _WAYS[shape] for shape in told}


def _fits(view: FilmView, shape: str) -> tuple[float, str]:
    if shape == view.fact("shape"):
        return 0.95, "episode by episode that is how {about} goes: lowest in {low}, highest in {high}"
    if shape == "flat":
        return max(0.1, 0.6 - _number(view, "moves")), "{about} does move: from {low} to {high}"
    worth = (1 + _number(view, f"fit {shape}")) / 2
    if worth >= 0.65:
        return 0.85 * worth, "the episodes bear it out as well: {high} and {low} stand where it needs them"
    return 0.7 * worth, "{about} is lowest in {low} and highest in {high}, and that does not make this shape"


def _season(view: FilmView, shape: str) -> tuple[float, str]:
    """A season ends elsewhere than it began, with something to go on from."""
    if shape == "flat":
        return 0.2, "a season that leaves {about} where it found {about} gives nobody a reason to come back"
    up = _number(view, "ended") >= _number(view, "begun")
    if ends_up(shape) == up:
        return 0.75, "it ends the season where {about} is now, {last}, and the next one can begin there"
    return 0.3, "it would end the season elsewhere than the episodes leave {about}: {last}"


def _turned(view: FilmView, shape: str) -> tuple[float, str]:
    if TURNS[shape] == 0:
        return 0.1, "who ends a season as the season began gives me nothing to build on"
    if TURNS[shape] == 1:
        return 0.5, "one way from first episode to last is plain to follow, and plain to foresee"
    if _number(view, f"fit {shape}") < 0.2:
        return 0.3, "that turn would have to be written into an episode still to come"
    return 0.8, "there is a turn in it to build a season on, in {low}"


def _ending(view: FilmView, shape: str) -> tuple[float, str]:
    dark = view.look.contrast
    if abs(dark) < 0.1 or shape == "flat":
        return 0.5, ""
    if ends_up(shape) == (dark < 0):
        return 0.75, "that is the ending that the look of this series leads up to"
    return 0.35, "a series that looks like this does not end a season so"


def _mine(view: FilmView, shape: str) -> tuple[float, str]:
    up = _number(view, "ended") >= _number(view, "begun")
    if shape != "flat" and ends_up(shape) == up:
        return 0.85, "I end {last}: that is where I have been going all season"
    return 0.25, "I end {last}, and this would have me end otherwise"


SEASON_ARC_CHOICE = Subject(
    plain="the episodes so far leave it open",
    text="Which way does {about} go through season {season}?",
    statements=_ways,
    measures={
        "showrunner": (Measure("what the episodes say", 0.6, _fits), Measure("season", 0.4, _season)),
        "writer": (Measure("the turn", 0.6, _turned), Measure("what the episodes say", 0.4, _fits)),
        "director": (Measure("ending", 0.5, _ending), Measure("what the episodes say", 0.5, _fits)),
        "cast": (Measure("truth", 0.7, _mine), Measure("what the episodes say", 0.3, _fits)),
    },
)

BRIDGE, BEGIN, PLAY = "bridge it", "begin where we left off", "let it play"


def _mends(view: FilmView) -> Mapping[str, str]:
    if not view.fact("gap"):
        return {}
    return {
        BRIDGE: "A line or a scene of this episode says what came between: {gap}",
        BEGIN: "This episode takes {about} up where {was} left {about}: {ends}",
        PLAY: "The gap plays: nobody explains it, and the audience finds out from how {about} is",
    }


def _dead(view: FilmView) -> bool:
    return view.fact("kind") == "fate"


def _wide(view: FilmView) -> bool:
    return _number(view, "weight") >= 0.7


def _any(_: FilmView) -> bool:
    return True


def _narrow(view: FilmView) -> bool:
    return not _wide(view)


_SHOWRUNNER = sayings(
    Saying(BEGIN, _dead, 0.9, "who is gone since {was} stays gone, or no ending holds again"),
    Saying(BRIDGE, _dead, 0.5, "a memory or a dream can speak, if a line says that it is one"),
    Saying(PLAY, _dead, 0.02, "nobody comes back without a word: after that nothing counts"),
    Saying(BRIDGE, _wide, 0.85, "so wide a step needs a line: an audience forgives what it is told"),
    Saying(PLAY, _wide, 0.2, "the step from {ends} is too wide to leave to the audience"),
    Saying(BRIDGE, _any, 0.6, "one line joins the two episodes"),
    Saying(PLAY, _any, 0.55, "time has passed between the two, and the audience knows"),
)
_WRITER = sayings(
    Saying(BRIDGE, _dead, 0.6, "I can make it a memory in a line"),
    Saying(BEGIN, _dead, 0.65, "I take the lines out, or give them to somebody who is there"),
    Saying(PLAY, _dead, 0.05, "I can't write for the dead and say nothing of it"),
    Saying(BRIDGE, _any, 0.75, "a line I can write; it costs the opening nothing"),
    Saying(BEGIN, _any, 0.35, "that unwrites the opening: {begins}"),
)
_DIRECTOR = sayings(
    Saying(BEGIN, _dead, 0.65, "who is not there needs no shot"),
    Saying(PLAY, _dead, 0.05, "I can't stage somebody who is gone as if nothing were"),
    Saying(PLAY, _narrow, 0.7, "an actor can show what came between without a word"),
    Saying(PLAY, _any, 0.3, "nobody can play a step as wide as from {ends} to {begins}"),
    Saying(BEGIN, _any, 0.4, "that is another first shot of {about} than I planned"),
    Saying(BRIDGE, _any, 0.6, "give me something to play the change on"),
)
_CAST = sayings(
    Saying(BEGIN, _dead, 0.8, "I was {ends}; let me stay so"),
    Saying(BEGIN, _any, 0.6, "I was {ends}, and I would know how to go on from there"),
    Saying(BRIDGE, _any, 0.75, "I was {ends}: tell me what happened and I can play {begins}"),
    Saying(PLAY, _any, 0.25, "nobody has told me how I came from there to here"),
)

CONTINUITY_CHOICE = Subject(
    plain="I can live with it",
    text="What do we do where {was} and this episode do not join up for {about}?",
    statements=_mends,
    measures={
        "showrunner": (Measure("continuity", 1.0, _SHOWRUNNER),),
        "writer": (Measure("economy", 1.0, _WRITER),),
        "director": (Measure("playing", 1.0, _DIRECTOR),),
        "cast": (Measure("truth", 1.0, _CAST),),
    },
)
