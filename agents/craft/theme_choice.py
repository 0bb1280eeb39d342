"""What is this film about? How the showrunner, the writer and the director weigh the themes that were found."""

import re
from collections.abc import Mapping

from cineledger.agents.craft.choice import FilmView, Measure, Subject

TONES: dict[str, tuple[float, float]] = {
    # closeness and contrast that a theme is at home in, after where its genres stand
    **dict.fromkeys(("truth and lies", "guilt and forgiveness", "madness and reason"), (0.5, 0.8)),
    **dict.fromkeys(("violence", "justice and revenge", "fear and courage", "death and grief"), (0.0, 0.9)),
    **dict.fromkeys(("love", "family", "what goes unsaid", "loneliness", "memory"), (0.9, 0.0)),
    **dict.fromkeys(("friendship and loyalty", "growing up", "animals and people"), (0.3, -0.9)),
    **dict.fromkeys(("nature and the sea", "power and obedience", "freedom and escape"), (-0.9, 0.0)),
    **dict.fromkeys(("home and leaving it", "belonging and class", "hope and faith"), (-0.3, -0.4)),
    **dict.fromkeys(("light in the dark", "time running out", "money and what it costs"), (0.0, 0.5)),
}
"""Theme → the look that it lives in: near or far, bright or dark."""


def place_of(view: FilmView, theme: str) -> str:
    """The number under which facts speak of a theme; empty where they do not."""
    return next((str(at) for at in range(_count(view)) if view.fact(f"theme{at}") == theme), "")


def _count(view: FilmView) -> int:
    return int(view.fact("themes") or 0)


def _number(view: FilmView, name: str) -> float:
    return float(view.fact(name) or 0.0)


def _statements(view: FilmView) -> Mapping[str, str]:
    return {
        view.fact(f"theme{at}"): f"The film is about {{theme{at}}}: {{line{at}}}, and what follows from it"
        for at in range(_count(view))
    }


def _returns(view: FilmView, theme: str) -> tuple[float, str]:
    """Recurrence: what a film keeps coming back to is what it is about."""
    at = place_of(view, theme)
    if not at:
        return 0.5, ""
    most = max(_number(view, f"share{n}") for n in range(_count(view)))
    worth = 0.15 + 0.85 * _number(view, f"share{at}") / (most or 1.0)
    if theme.startswith("the image of"):
        return (
            0.6 * worth,
            f"{{theme{at}}} carries a theme, it is not one: nobody can be right or wrong about it",
        )
    if worth >= 0.5:
        return worth, f"{{scenes{at}}} come back to {{theme{at}}}, from {{line{at}}} on: that is no accident"
    return worth, f"{{theme{at}}} is touched on in {{scenes{at}}}, and other things return more often"


def _vision(view: FilmView, theme: str) -> tuple[float, str]:
    at = place_of(view, theme)
    named = [n for n in range(_count(view)) if view.fact(f"word{n}")]
    if not at or not named:
        return 0.5, ""
    if view.fact(f"word{at}"):
        return 1.0, f"the vision has the word for it: {{word{at}}}"
    return 0.15, f"the vision speaks of {{theme{named[0]}}}, by the word {{word{named[0]}}}, and not of this"


def _falls(view: FilmView, theme: str) -> tuple[float, str]:
    """What is at stake where the film turns last is what it was about (McKee)."""
    at = place_of(view, theme)
    if not at:
        return 0.5, ""
    late = _number(view, f"late{at}")
    if late >= 0.2:
        return min(1.0, 0.55 + late), f"it is still there when everything is decided: {{end{at}}}"
    return (
        0.2,
        f"{{theme{at}}} is gone by the time the film decides anything, so the ending is about something else",
    )


def _hers(view: FilmView, theme: str) -> tuple[float, str]:
    """A theme belongs to whom the film is about."""
    at = place_of(view, theme)
    if not at:
        return 0.5, ""
    hers = _number(view, f"hers{at}")
    if hers >= 0.3:
        return min(1.0, 0.5 + hers), f"{{lead}} is the one it happens to: {{said{at}}}"
    return 0.25, "{lead} has little part in it: others say it, or the place does"


def _seen(view: FilmView, theme: str) -> tuple[float, str]:
    """A film shows: what can only be said is a subject for talk."""
    at = place_of(view, theme)
    if not at:
        return 0.5, ""
    seen = _number(view, f"seen{at}")
    if seen >= 0.4:
        return min(1.0, 0.5 + seen / 2), f"I can show it without a word: {{picture{at}}}"
    return (
        0.2 + seen / 2,
        f"it is talked about and hardly shown; {{line{at}}} gives me nothing to point a camera at",
    )


def _tone(view: FilmView, theme: str) -> tuple[float, str]:
    """A look that the theme lives in."""
    at = place_of(view, theme)
    near, dark = TONES.get(theme, (0.0, 0.0))
    fit = near * view.look.closeness + dark * view.look.contrast
    if not at or abs(fit) < 0.1:
        return 0.5, ""
    if fit > 0:
        return min(1.0, 0.5 + fit), f"a film that looks like this one is made for {{theme{at}}}"
    return max(0.0, 0.5 + fit), f"{{theme{at}}} wants another look than the one we are making"


def ruled_out(view: FilmView) -> Mapping[str, str]:
    """Themes that the orchestrator says the film is not about."""
    ruled = dict[str, str]()
    for at in range(_count(view)):
        theme = view.fact(f"theme{at}")
        own = {word for word in theme.split() if len(word) > 3} | {theme, *theme.split(" and ")}
        words = "|".join(re.escape(word) for word in sorted(own & {theme, *own}, key=len, reverse=True))
        for text in view.said:
            if re.search(rf"\b(not|isn't|never|no)\b( \w+){{0,4}} ({words})\b", text.casefold()):
                ruled[theme] = text
    return ruled


THEME_CHOICE = Subject(
    plain="it is one reading of several that the pages bear out",
    text="What is this film about?",
    statements=_statements,
    measures={
        "showrunner": (Measure("recurrence", 0.65, _returns), Measure("vision", 0.35, _vision)),
        "writer": (
            Measure("where it falls", 0.5, _falls),
            Measure("protagonist", 0.3, _hers),
            Measure("vision", 0.2, _vision),
        ),
        "director": (
            Measure("image", 0.4, _seen),
            Measure("tone", 0.3, _tone),
            Measure("vision", 0.3, _vision),
        ),
    },
    excluded=ruled_out,
)
