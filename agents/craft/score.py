"""How a film is scored: what each role weighs, and what it says."""

from collections.abc import Mapping

from cineledger.agents.craft.choice import FilmView, Measure, Saying, Subject, sayings
from cineledger.agents.craft.score_words import read_music_limits

SCORED = ("leitmotif", "sparse", "driving")
"""Ways to score a film that write music for it."""


def _always(_: FilmView) -> bool:
    return True


def _epic(view: FilmView) -> bool:
    return view.look.closeness <= -0.3


def _near(view: FilmView) -> bool:
    return view.look.closeness >= 0.3


def _noir(view: FilmView) -> bool:
    return view.look.contrast >= 0.35


def _comic(view: FilmView) -> bool:
    return view.look.contrast <= -0.35


def _restless(view: FilmView) -> bool:
    return view.look.motion >= 0.35


def _austere(view: FilmView) -> bool:
    return view.look.motion <= -0.5


def _busy(view: FilmView) -> bool:
    return view.moving >= 0.3 and view.talk < 0.65


def _talky(view: FilmView) -> bool:
    return view.talk >= 0.5


def _hushed(view: FilmView) -> bool:
    return view.quiet >= 0.12


def _ensemble(view: FilmView) -> bool:
    return view.people >= 3 and view.scenes >= 4


def _has_source(view: FilmView) -> bool:
    return bool(view.fact("source"))


def _statements(view: FilmView) -> Mapping[str, str]:
    source = "{source}" if _has_source(view) else "what somebody in a scene could play"
    return {
        "leitmotif": "Leitmotif: one theme for the film, stated plainly and changed as the story changes."
        if view.fact("names") in ("", "the film")
        else f"Leitmotif: a theme {'each ' if ' and ' in view.fact('names') else ''}for {{names}}, "
        "stated plainly and changed as they change.",
        "sparse": "Sparse: one voice at a time, only where words stop; silence does the rest.",
        "driving": "Driving: a pulse under everything that moves, and nothing under talk that matters.",
        "source": f"Source only: the film hears {source}, and no score.",
        "none": "No score: room, weather and voices carry it.",
    }


def _excluded(view: FilmView) -> Mapping[str, str]:
    limits = read_music_limits(view.said)
    if limits.no_music:
        return {choice: limits.no_music for choice in (*SCORED, "source")}
    out = dict[str, str]()
    if limits.source_only:
        out |= {choice: limits.source_only for choice in (*SCORED, "none")}
    if limits.no_score:
        out |= {choice: limits.no_score for choice in SCORED}
    if limits.no_source:
        out["source"] = limits.no_source
    return out


_DEVELOPMENT = sayings(
    Saying(
        "leitmotif", _ensemble, 0.9, "{names} each change: themes let an ear follow that before the words do"
    ),
    Saying(
        "leitmotif",
        lambda v: v.people >= 2,
        0.72,
        "{names} stand against each other, and two themes can do that",
    ),
    Saying("leitmotif", _always, 0.45, "there is nobody a second theme could answer"),
    Saying(
        "sparse", _near, 0.72, "one instrument on one figure can be followed from her first scene to her last"
    ),
    Saying("sparse", _always, 0.55, "a few notes can grow, if they come back often enough"),
    Saying("driving", _busy, 0.62, "a pulse can take a theme apart and run with the pieces"),
    Saying(
        "driving",
        _always,
        0.35,
        "a pulse has nowhere to go: nothing that repeats can say that somebody changed",
    ),
    Saying("source", _has_source, 0.45, "{source} is in the text and could come back changed"),
    Saying(
        "source", _always, 0.15, "a theme can't grow on what somebody happens to play, and nobody here plays"
    ),
    Saying("none", _always, 0.12, "without a note, what changes in {names} is left to faces alone"),
)
_COLOUR = sayings(
    Saying("sparse", _noir, 0.9, "shadows want one horn and much dark around it"),
    Saying("sparse", _near, 0.85, "this near a face a full orchestra tells what the face already tells"),
    Saying(
        "driving", _austere, 0.1, "a pulse under frames that don't move only says that we are bored of them"
    ),
    Saying("leitmotif", _austere, 0.35, "tunes would be more than these frames allow"),
    Saying("sparse", _austere, 0.85, "frames as still as these want a note now and then, and its echo"),
    Saying("leitmotif", _epic, 0.95, "a big country needs tunes that carry across it"),
    Saying(
        "leitmotif",
        _comic,
        0.85,
        "comedy lives on recognising: a tune that comes in half a step too early is a joke",
    ),
    Saying("driving", _restless, 0.9, "a camera that never rests gives the tempo; I only have to take it"),
    Saying("driving", _near, 0.3, "a pulse this near a face makes it act"),
    Saying("none", _austere, 0.6, "frames as still as these hold without a score"),
    Saying("leitmotif", _always, 0.45, "the look takes no side that tunes could take up"),
    Saying("sparse", _always, 0.48, "one colour is little where the look has none of its own"),
    Saying("driving", _always, 0.35, "a pulse has one colour, and it is soon heard out"),
    Saying("source", _always, 0.3, "what somebody plays has its own colour, not the film's"),
    Saying("none", _always, 0.2, "the picture would have to be all the colour there is"),
)
_WORDS_FIRST = sayings(
    Saying("leitmotif", _talky, 0.25, "{talking} of it is talk: a tune under consonants costs us the words"),
    Saying("driving", _talky, 0.12, "{talking} of it is talk, and a pulse masks speech worst of all"),
    Saying("driving", _always, 0.4, "a pulse takes the frequencies that steps and doors live in"),
    Saying("sparse", _talky, 0.85, "{talking} of it is talk, and this stays out of its way"),
    Saying("sparse", _always, 0.7, "it leaves room for the room"),
    Saying("source", _has_source, 0.75, "{source} sits in the room, so the mix stays one place"),
    Saying("none", _talky, 0.7, "{talking} of it is talk: nothing would be in its way"),
    Saying("leitmotif", _always, 0.45, "each theme needs room that steps, doors and breath want too"),
    Saying("source", _always, 0.4, "nobody in the text plays anything; I would have to plant it"),
    Saying("none", _always, 0.55, "every word and step would be heard"),
)
_SILENCE = sayings(
    Saying(
        "sparse",
        _hushed,
        0.9,
        "{hush} of the directions fall silent, and silence is only heard against little",
    ),
    Saying("none", _hushed, 0.85, "{hush} of the directions fall silent: those silences are the score"),
    Saying("none", _always, 0.5, "ambience could carry it"),
    Saying(
        "leitmotif", _hushed, 0.3, "{hush} of the directions fall silent, and a theme would fill each of them"
    ),
    Saying(
        "driving", _hushed, 0.15, "{hush} of the directions fall silent: a pulse would walk over every one"
    ),
    Saying("leitmotif", _always, 0.45, "themes would be there when one should be listening"),
    Saying("driving", _always, 0.45, "a pulse leaves no moment to listen in"),
    Saying("sparse", _always, 0.65, "a note now and then makes one hear the room around it"),
    Saying("source", _always, 0.45, "what plays in the room keeps it from ever being quiet"),
)
_PACE = sayings(
    Saying("driving", _austere, 0.1, "I hold these frames; a pulse would ask why I don't cut"),
    Saying("driving", _busy, 0.9, "{moves} of the directions travel: a pulse tells me where to cut"),
    Saying("driving", _restless, 0.8, "a restless camera cuts to a beat better than to nothing"),
    Saying("driving", _always, 0.35, "it would push a film that does not run"),
    Saying("none", _austere, 0.8, "long takes keep their own time"),
    Saying("none", _always, 0.3, "nothing would carry the cuts between scenes"),
    Saying(
        "sparse",
        lambda v: v.look.motion <= 0,
        0.7,
        "the cutting can breathe, and a cue means something when it comes",
    ),
    Saying(
        "leitmotif",
        lambda v: v.scenes >= 8,
        0.75,
        "a theme across a cut joins scenes that the story keeps apart",
    ),
    Saying("leitmotif", _comic, 0.75, "a tune gives me the beat that a joke waits on"),
    Saying("source", _always, 0.35, "a song in the room can't cross a cut without an excuse"),
    Saying("leitmotif", _always, 0.48, "themes ask me to hold shots until they are over"),
    Saying("sparse", _always, 0.48, "few cues leave my cuts bare"),
)
_VISION = sayings(
    Saying("leitmotif", _epic, 0.95, "small people in a big world: themes give them their size back"),
    Saying("sparse", _near, 0.9, "we look at faces, so the score looks away"),
    Saying("driving", _restless, 0.9, "the film never stands still, nor should its music"),
    Saying("none", _austere, 0.85, "the frames are austere; a score would soften them"),
    Saying("sparse", _austere, 0.75, "an austere film may have a few notes, and each of them costs"),
    Saying("sparse", _noir, 0.8, "dread is what one nearly doesn't hear"),
    Saying("leitmotif", _comic, 0.8, "it is a comedy, and people should leave whistling"),
    Saying("driving", _comic, 0.6, "a comedy runs"),
    Saying("leitmotif", _near, 0.45, "themes for everybody say more than faces this near need"),
    Saying("driving", _near, 0.25, "a pulse has no place beside faces"),
    Saying("source", _epic, 0.2, "a radio is too small for this country"),
    Saying("leitmotif", _always, 0.6, "these people should be known by ear as well"),
    Saying("sparse", _always, 0.55, "what we leave out they will supply"),
    Saying("driving", _always, 0.35, "a pulse would tell them to hurry where the film does not"),
    Saying("source", _always, 0.35, "I want to be able to say something that nobody in the room plays"),
    Saying("none", _always, 0.3, "without any music I lose a voice that I may need"),
)


SCORE_SUBJECT = Subject(
    text="How is this film scored?",
    statements=_statements,
    measures={
        "composer": (Measure("development", 0.5, _DEVELOPMENT), Measure("colour", 0.5, _COLOUR)),
        "sound_designer": (Measure("intelligibility", 0.5, _WORDS_FIRST), Measure("silence", 0.5, _SILENCE)),
        "editor": (Measure("pace", 1.0, _PACE),),
        "director": (Measure("vision", 0.8, _VISION), Measure("performance", 0.2, _SILENCE)),
    },
    excluded=_excluded,
    plain="it would do, but I would reach for another way first",
)
