"""Whether a beat that matters has music: what each role weighs, and what it says."""

from collections.abc import Callable, Mapping

from cineledger.agents.craft.choice import FilmView, Measure, Saying, Subject, sayings
from cineledger.agents.craft.score_words import read_music_limits
from cineledger.agents.craft.source_words import find_source
from cineledger.agents.craft.view import BeatView

MOST_WORDS = 0.6
"""Share of speech from which a beat is talk that a melody would get in the way of."""


def _beat(holds: Callable[[BeatView], bool]) -> Callable[[FilmView], bool]:
    return lambda view: view.beat is not None and holds(view.beat)


_spoken = _beat(lambda beat: beat.speech_share >= MOST_WORDS)
_wordless = _beat(lambda beat: beat.speech_share <= 0.35)
_falls_silent = _beat(lambda beat: beat.kind in ("silence", "reveal"))
_parting = _beat(lambda beat: beat.kind == "departure")
_boils = _beat(lambda beat: beat.kind == "outburst" or beat.shouts)
_travels = _beat(lambda beat: beat.moves or beat.kind == "action")
_ending = _beat(lambda beat: beat.position >= 0.9)
_touches = _beat(lambda beat: beat.touches or beat.looks)
_outside = _beat(lambda beat: beat.outside)
_sounding = _beat(lambda beat: find_source(beat.quote) is not None)


def _always(_: FilmView) -> bool:
    return True


def _leans(axis: str, least: float) -> Callable[[FilmView], bool]:
    """The look leans at least so far, towards the sign of `least`."""

    def holds(view: FilmView) -> bool:
        lean: float = getattr(view.look, axis)
        return lean >= least if least > 0 else lean <= least

    return holds


def _scored(way: str) -> Callable[[FilmView], bool]:
    return lambda view: view.fact("score") == way


_NO_SOURCE = Saying("source", lambda view: not _sounding(view), 0.02, "nothing here could be playing it")

_THEME = sayings(
    _NO_SOURCE,
    Saying("source", _always, 0.7, "it is there already, in {line}, and may play on past its reason"),
    Saying("music", _spoken, 0.35, "there are words over {line}; I would come in behind them"),
    Saying(
        "music",
        _parting,
        0.9,
        "somebody goes, {line}: what is left in the room is a theme without its last note",
    ),
    Saying("music", _ending, 0.9, "it is where the themes have been going: {line}"),
    Saying(
        "music", _touches, 0.85, "it is in a look and a touch, {line}, which is where music comes in best"
    ),
    Saying(
        "music", _travels, 0.8, "{line} moves, and a cue that starts on a movement isn't noticed starting"
    ),
    Saying("music", _wordless, 0.8, "nobody speaks at {line}: a theme can say who it is about"),
    Saying("music", _always, 0.6, "the turn at {line} is what her theme has been kept for"),
    Saying("silence", _boils, 0.75, "{line} is loud enough; I come in after it, when it costs something"),
    Saying("silence", _spoken, 0.6, "the words do it: {line}"),
    Saying("silence", _always, 0.3, "if nothing is heard here, nothing will have been prepared for it"),
)
_ROOM = sayings(
    _NO_SOURCE,
    Saying("source", _always, 0.85, "it comes out of the room, {line}, and stays in it"),
    Saying("silence", _falls_silent, 0.92, "at {line} one should hear {place} for the first time"),
    Saying("silence", _spoken, 0.85, "every word of {line} has to arrive"),
    Saying("silence", _boils, 0.8, "after {line} the silence is the effect"),
    Saying("silence", _always, 0.6, "{place} has sounds enough for {line}"),
    Saying("music", _spoken, 0.15, "a tune under {line} is a fight over the same frequencies"),
    Saying("music", _outside, 0.45, "the wind would leave room for it, but {place} would be only a picture"),
    Saying("music", _always, 0.35, "music over {line} takes {place} away"),
)
_CUT = sayings(
    _NO_SOURCE,
    Saying("source", _always, 0.45, "it binds me to its own time"),
    Saying("music", _ending, 0.9, "it carries us out over the last cut"),
    Saying("music", _parting, 0.8, "it takes us across the cut that follows {line}"),
    Saying("music", _travels, 0.8, "it gives the movement at {line} one line through its cuts"),
    Saying("music", _always, 0.45, "it would hold the shots of {line} together, and hide where I cut"),
    Saying("silence", _boils, 0.75, "I cut hard behind {line}, and nothing may ring over that"),
    Saying("silence", _falls_silent, 0.75, "I can hold {line} as long as nobody tells them how to feel"),
    Saying("silence", _always, 0.48, "at {line} the talk alone would have to carry my cuts"),
)
_VISION = sayings(
    _NO_SOURCE,
    Saying(
        "music",
        _leans("closeness", -0.3),
        0.92,
        "they are small at {line}, and music gives them their size back",
    ),
    Saying("music", _leans("motion", 0.35), 0.85, "the film runs, and {line} is no place to stop it"),
    Saying("silence", _leans("motion", -0.5), 0.92, "we don't move and we don't score: {line} has to do it"),
    Saying(
        "silence",
        _leans("closeness", 0.3),
        0.88,
        "we are near enough to see it, {line}; music would see it for us",
    ),
    Saying(
        "silence", _leans("contrast", 0.35), 0.75, "dread at {line} is what one listens for and doesn't hear"
    ),
    Saying("silence", _leans("contrast", -0.35), 0.7, "a laugh at {line} needs air"),
    Saying("music", _leans("contrast", -0.35), 0.6, "a button on {line} could be in the music"),
    Saying("music", _always, 0.48, "nothing in how we look at {line} asks for music"),
    Saying("silence", _always, 0.48, "nothing in how we look at {line} wants it bare"),
    Saying("source", _always, 0.4, "what plays by itself at {line} looks at nobody"),
)
_PERFORMANCE = sayings(
    _NO_SOURCE,
    Saying("music", _ending, 0.9, "they have nothing more to say at {line}; the film may say it"),
    Saying("music", _parting, 0.75, "whoever stays behind at {line} has nothing to play against but this"),
    Saying(
        "music",
        lambda view: _travels(view) and _wordless(view),
        0.75,
        "bodies do {line}, and music goes with bodies",
    ),
    Saying("silence", _spoken, 0.85, "the words are theirs, {line}, and want no help"),
    Saying("silence", _boils, 0.75, "they go as far as {line} by themselves"),
    Saying("silence", _touches, 0.6, "what passes between them at {line} is played, not scored"),
    Saying(
        "music", _always, 0.4, "whatever plays at {line} plays along with them, and they didn't ask for it"
    ),
    Saying("silence", _always, 0.55, "they can hold {line} by themselves"),
    Saying("source", _always, 0.55, "they can hear it at {line}, and act on it"),
)
_PLAN = sayings(
    _NO_SOURCE,
    Saying("music", _scored("leitmotif"), 0.8, "we decided on themes; if not at {line}, where?"),
    Saying("music", _scored("driving"), 0.75, "we decided on a pulse, and it leads here"),
    Saying(
        "silence", _scored("sparse"), 0.75, "we decided on little, and leaving {line} alone is part of it"
    ),
    Saying("music", _scored("sparse"), 0.55, "of the few cues that we want this could be one"),
    Saying("silence", _scored("leitmotif"), 0.35, "we decided on themes, and {line} is where one is due"),
    Saying("silence", _scored("driving"), 0.35, "we decided on a pulse, and it would stop at {line}"),
    Saying("source", _always, 0.4, "we decided on a score"),
)


def _statements(view: FilmView) -> Mapping[str, str]:
    source = find_source(view.beat.quote) if view.beat else None
    what = source.word if source else "what the scene itself could play"
    return {
        "music": "Music over {line}.",
        "silence": "No music at {line}: it plays in the sound of {place}.",
        "source": f"Only {what} is heard at {{line}}.",
    }


def _excluded(view: FilmView) -> Mapping[str, str]:
    limits = read_music_limits(view.said)
    out = dict[str, str]()
    if words := limits.no_music or limits.no_score or limits.source_only:
        out["music"] = words
    if words := limits.no_music or limits.no_source:
        out["source"] = words
    return out


SCENE_MUSIC_SUBJECT = Subject(
    text="Is there music at {line}?",
    statements=_statements,
    measures={
        "composer": (Measure("theme", 1.0, _THEME),),
        "sound_designer": (Measure("room", 1.0, _ROOM),),
        "editor": (Measure("cut", 1.0, _CUT),),
        "director": (
            Measure("vision", 0.4, _VISION),
            Measure("performance", 0.4, _PERFORMANCE),
            Measure("plan", 0.2, _PLAN),
        ),
    },
    excluded=_excluded,
    plain="it would do at {line}, but the other way says more",
)
