"""The crew's words: the closed vocabularies that facts are written in."""

from typing import Literal, get_args

ORCHESTRATOR = "orchestrator"
"""The human. Every other actor is a role's name; a cast member is `cast:NAME`."""

CAST_PREFIX = "cast:"

EVERYBODY = "everybody"
"""Whom a mind is assigned to that thinks for all who have none of their own."""

MINDS = ("house", "claude", "human")

IMPASSE = "impasse"
"""The subject of the standing order that lets the lead's side win when rounds run out."""

OUTLINE = "outline"
SCENE_TEXT = "scene_text"
APPROACH = "visual_approach"
COVERAGE = "beat_coverage"
REVISION = "revision"
CHARACTER_NAME = "character_name"
THEME = "theme"
ARC = "character_arc"
DESIGN = "design_approach"
SCORE = "score_approach"
SCENE_MUSIC = "scene_music"
PACING = "pacing"
RESOURCES = "resources"
DRIFT = "drift"
SLIP = "character_continuity"
CHARACTER_IDENTITY = "character_identity"
CHARACTER_CHANGE = "character_change"
"""The subjects that questions are asked on."""

SERIES_THEME = "series_theme"
SEASON_ARC = "season_arc"
CONTINUITY = "continuity"
CANON = "canon"
"""Those that are asked on in a series, `continuity` in its episodes; `canon` where somebody comes back."""

TECHNICAL = "shot_detail"
"""The subject under which shots are planned without a question."""

ASKED_BY = {
    OUTLINE: "writer",
    SCENE_TEXT: "writer",
    APPROACH: "director",
    COVERAGE: "director",
    REVISION: "cinematographer",
    CHARACTER_NAME: "writer",
    THEME: "showrunner",
    ARC: "showrunner",
    DESIGN: "set_designer",
    SCORE: "composer",
    SCENE_MUSIC: "composer",
    PACING: "editor",
    RESOURCES: "producer",
    DRIFT: "showrunner",
    SLIP: "showrunner",
    CHARACTER_IDENTITY: "writer",
    CHARACTER_CHANGE: "writer",
}
"""Subject → the role whose work it is to ask about it, whoever is accountable for the answer."""

IN_A_SERIES = {SERIES_THEME: "showrunner", SEASON_ARC: "showrunner", CONTINUITY: "showrunner"}
"""The same for what is only asked in a series."""

OF_CANON = {CANON: "showrunner"}
"""The same for what is only asked where somebody lived before."""

ASKERS = {**ASKED_BY, **IN_A_SERIES, **OF_CANON}
"""The same for every subject."""

CREW = (
    "showrunner",
    "producer",
    "director",
    "writer",
    "cinematographer",
    "set_designer",
    "editor",
    "composer",
    "sound_designer",
)
"""Leadership, then departments. Any of them can be accountable for a question: they offer, close rounds and rule."""

RETURN, EXCEPTION = "return", "exception"
"""What is done about a drift: back to what was asked for, or it stands as an exception."""
MEANT, MEND, PREPARE = "let it stand", "mend the line", "prepare it"
"""What is done about a line that forgets something: it is meant, it is written otherwise, or it is explained before."""

KEEP_EARLIER, KEEP_LATER, APART = "keep the earlier", "keep the later", "both apart"
"""What is done where two accounts of a character can't both hold: one of them does, or each only where it is told."""
BECOMES, STAYS = "becomes another", "stays the same"
"""What is done where somebody would grow beyond her bounds."""

CHOICES: dict[str, tuple[str, ...]] = {
    ARC: ("rise", "fall", "rise-fall", "fall-rise", "rise-fall-rise", "fall-rise-fall", "flat"),
    DESIGN: ("naturalistic", "sparse", "lush", "stylised"),
    SCORE: ("leitmotif", "sparse", "driving", "source", "none"),
    SCENE_MUSIC: ("music", "silence", "source"),
    PACING: ("long takes", "classical", "quick"),
    DRIFT: (RETURN, EXCEPTION),
    SLIP: (MEANT, MEND, PREPARE),
    CHARACTER_CHANGE: (BECOMES, STAYS),
    SEASON_ARC: ("rise", "fall", "rise-fall", "fall-rise", "rise-fall-rise", "fall-rise-fall", "flat"),
    CONTINUITY: ("bridge it", "begin where we left off", "let it play"),
    CANON: (KEEP_EARLIER, KEEP_LATER, APART),
}
"""Subject → what can be chosen on it, where the craft has names for that; a theme is named in words of its own."""

MOST_ROUNDS = 5
"""A policy grants no more: who has not agreed by then will not."""

Phase = Literal["planning", "execution", "review", "refinement"]
PHASES: tuple[Phase, ...] = get_args(Phase)

Tier = Literal["autonomous", "collaborative", "orchestrator"]
ApprovalMode = Literal["ask", "standing", "none"]
Authority = Literal["autonomous", "consensus", "ruling", "standing_order", "orchestrator"]
THE_ORCHESTRATORS: tuple[Authority, ...] = ("standing_order", "orchestrator")
"""The authorities that are the human's: an approval under one of them is bound to what it was given for."""

ShotSize = Literal["EWS", "WS", "FS", "MLS", "MS", "MCU", "CU", "ECU", "INSERT"]
ShotType = Literal[
    "MASTER", "SINGLE", "2S", "3S", "GROUP", "OTS", "POV", "REACTION", "CUTAWAY", "ESTABLISHING"
]
Angle = Literal["EYE", "HIGH", "LOW", "OVERHEAD", "DUTCH", "WORMS"]
Movement = Literal[
    "STATIC",
    "PAN",
    "TILT",
    "DOLLY",
    "TRACK",
    "PUSH",
    "PULL",
    "PEDESTAL",
    "BOOM",
    "CRANE",
    "HANDHELD",
    "ZOOM",
    "RACK",
    "WHIP",
]
Support = Literal[
    "STICKS", "DOLLY", "SLIDER", "STEADICAM", "GIMBAL", "CRANE", "JIB", "DRONE", "SHOULDER", "VEHICLE"
]
SIZES: tuple[ShotSize, ...] = get_args(ShotSize)
"""From furthest to closest."""

SETUP_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
"""I and O are skipped: on a slate they read as 1 and 0."""


def cast_role(character: str) -> str:
    """The name of the cast member who plays a character."""
    return CAST_PREFIX + character


def setup_letters(index: int) -> str:
    """The letters of a scene's setup, counted from 0: A … Z, AA, AB …, without I and O."""
    letters = ""
    index += 1
    while index:
        index, place = divmod(index - 1, len(SETUP_LETTERS))
        letters = SETUP_LETTERS[place] + letters
    return letters
