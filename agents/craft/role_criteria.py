"""What each role goes by on each subject, by name: its reasons are tied to one of these, and to no other."""

from collections.abc import Iterator, Mapping

from cineledger.agents.craft import variety
from cineledger.agents.craft.criteria import CRITERIA, VISION
from cineledger.agents.craft.subjects import SUBJECTS
from cineledger.domain.words import (
    APPROACH,
    CAST_PREFIX,
    CHARACTER_IDENTITY,
    CHARACTER_NAME,
    COVERAGE,
    OUTLINE,
    RESOURCES,
    REVISION,
    SCENE_TEXT,
)

Criteria = tuple[tuple[str, str], ...]
"""Names, each with what it asks."""

CONSTRAINT = "constraint"
"""Everybody's: what the orchestrator ruled out."""
CUTTING = "cutting"
VARIETY = variety.CRITERION.name

ASKS: Mapping[str, str] = {
    CONSTRAINT: "does it keep to what the orchestrator said?",
    VISION: "does it keep to the look and the vision that were agreed on?",
    "emphasis": "does the weight fall where the scene turns?",
    "performance": "does it let the actors play, and the audience see them do it?",
    "pace": "does it take as long as it has to, and no longer?",
    "the text": "does it show what the lines say, and nothing that they do not?",
    "composition": "does the frame lead the eye to what matters?",
    "motivated movement": "does the camera move because something in the scene does?",
    "lens and light": "do focal length and light say what the scene says?",
    "visual variety": "does it differ from the shots beside it?",
    VARIETY: "does it find another way than the film's other turns of this kind?",
    CUTTING: "can it be cut with the shots beside it?",
    "the line": "is the strongest line seen and heard as it has to be?",
    "intimacy of the arc": "is it as near as the character has let us come by now?",
    "subtext": "does it leave room for what is not said?",
    "who knows what": "does it show the audience what it has to know, and hide the rest?",
    "truth": "would she do and feel that?",
    "standing": "is she as strong or as weak in it as she is in the scene?",
    "room to move": "can she do in it what the scene has her do?",
    "the partner": "does she have the other to play to?",
    "coverage": "is there enough to cut with?",
    "story": "does somebody want something, is it hard to get, and does it change?",
    "filmable": "can it be seen and heard, in places and with people we can have?",
    "places": "do the places tell something, and are they few enough?",
    "cost": "what does it take to make it?",
    "my lines": "do my own lines bear it out?",
    "identity": "does the audience meet one person here, or two?",
    "cues": "how is each of them spoken to, and what do they say?",
    "faces": "how near are we to the people?",
    "movement": "does the camera move as the film does?",
    "light": "what does it do to the light?",
    "tone": "is it of one tone with the rest?",
    "look": "does it keep the look?",
    "place": "is what people live in still told?",
    "value": "how much does it bring for what it takes away?",
    "risk": "what can go wrong with it?",
    "recurrence": "does it come back through the film?",
    "where it falls": "does it show where the story turns?",
    "protagonist": "is it the main character's matter?",
    "image": "can it be seen?",
    "the whole line": "does it follow from the first scene to the last?",
    "the turn": "does the fortune turn where the story does?",
    "the want": "does it turn on what the character wants?",
    "the change on a face": "can the change be played?",
    "how I come in": "where do I stand as we first meet me?",
    "world": "is it a world of its own, from the text?",
    "character": "does it tell who lives there?",
    "frame": "does it give the camera depth, lines, something to look through?",
    "turnover": "how fast can the crew turn it around?",
    "acting": "can the actors use it?",
    "development": "can the music grow with the story?",
    "colour": "do the instruments belong to this film?",
    "intelligibility": "are the words understood?",
    "silence": "is there room for silence?",
    "theme": "does the beat call for a theme?",
    "room": "what does the place itself sound of?",
    "cut": "does music help the cut, or show it?",
    "plan": "does it keep to how the film's music is planned?",
    "rhythm": "do the cuts fall as the scene breathes?",
    "attention": "does each shot stay until it is read, and no longer?",
    "words": "do the lines have time to land?",
    "the musical line": "is there a line that music can follow?",
    "pulse": "is there a beat to play on?",
    "what goes on": "is there a next episode in it?",
    "promise": "can a series be announced with it, and keep it?",
    "what the episodes say": "do the episodes bear it out?",
    "season": "does it end the season elsewhere than it began?",
    "ending": "is it the ending that the look leads up to?",
    "what rests on it": "which of the two did more lives and decisions build on?",
    "decided": "was it decided, or only read off lines?",
    "time": "does the time between explain it?",
    "what was told": "what does the audience remember?",
    "continuity": "does each episode follow on from the last?",
    "economy": "in how few lines can it be done?",
    "playing": "can it be played without a word?",
    "coherence": "does the film stay one film?",
    "craft": "does it still do what our craft did it for?",
}
"""What each name asks."""

_SHARED: Mapping[str, tuple[str, ...]] = {
    OUTLINE: ("story",),
    APPROACH: (VISION,),
    CHARACTER_NAME: ("identity",),
    SCENE_TEXT: ("story",),
    CHARACTER_IDENTITY: ("the text", VISION),
}
"""Subject → what everybody asked about it goes by."""
_OWN: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    OUTLINE: {
        "writer": ("the turn", "the want", "subtext"),
        "director": ("filmable", "performance", VISION),
        "cinematographer": ("filmable", "image"),
        "producer": ("cost", "places", "risk"),
        "set_designer": ("places", "world"),
        "showrunner": ("the whole line", "tone"),
        "cast": ("truth", "my lines"),
    },
    APPROACH: {
        "director": ("faces", "performance", "tone"),
        "cinematographer": ("composition", "movement", "light", "faces"),
        "writer": ("the text", "subtext", "intimacy of the arc"),
        "set_designer": ("world", "place"),
        "producer": ("cost", "risk"),
        "editor": ("rhythm",),
        "composer": ("pulse", "silence"),
        "sound_designer": ("room", "silence"),
        "showrunner": ("tone", "the whole line"),
        "cast": ("truth", "room to move"),
    },
    SCENE_TEXT: {
        "cast": ("truth", "my lines"),
        "writer": ("subtext", "the want", "the turn"),
        "director": ("performance", "pace", "the turn"),
    },
    CHARACTER_NAME: {
        "cast": ("truth", "my lines"),
        "writer": ("cues", "the text"),
        "director": ("performance", "cues"),
    },
    CHARACTER_IDENTITY: {
        "writer": ("the text", "the want"),
        "director": ("performance", "subtext"),
        "showrunner": ("the whole line", "tone"),
        "cast": ("my lines", "truth"),
    },
    RESOURCES: {
        "producer": ("value", "risk"),
        "director": ("performance", "look", "coverage", "tone"),
        "cinematographer": ("light", "coverage", "motivated movement"),
        "set_designer": ("place",),
        "editor": ("rhythm", "coverage"),
        "composer": ("theme", "silence"),
        "sound_designer": ("room", "silence"),
        "writer": ("story", "the line"),
    },
}
"""Subject → role → what it goes by beside that."""
_REST = ("tone",)
"""What a role goes by that nobody wrote criteria for on a subject: a policy may ask anybody about anything."""


def criteria_of(role: str, subject: str) -> Criteria:
    """The criteria of a role on a subject, its own first, the orchestrator's words last."""
    names = dict.fromkeys((*_names("cast" if role.startswith(CAST_PREFIX) else role, subject), CONSTRAINT))
    return tuple((name, ASKS[name]) for name in names)


def subjects_of(role: str) -> Iterator[str]:
    """The subjects on which a role has criteria of its own."""
    if role in CRITERIA:
        yield from (COVERAGE, REVISION)
    yield from (name for name, subject in SUBJECTS.items() if role in subject.measures)
    yield from (name for name, own in _OWN.items() if role in own)


def _names(role: str, subject: str) -> Iterator[str]:
    if subject in (COVERAGE, REVISION):
        yield from (criterion.name for criterion in CRITERIA.get(role, CRITERIA["director"]))
        yield from () if role == "cast" else (VARIETY, CUTTING)
        yield VISION
    elif subject in SUBJECTS:
        measures = SUBJECTS[subject].measures
        yield from (measure.name for measure in measures.get(role) or next(iter(measures.values())))
        yield VISION
    else:
        yield from _OWN.get(subject, {}).get(role, _REST)
        yield from _SHARED.get(subject, ())
        if subject == RESOURCES:
            yield "value"
