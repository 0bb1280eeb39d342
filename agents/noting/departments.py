"""Which department a note's words are for, and the piece of its work that they name."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from cineledger.agents.craft.colour_wishes import read_wishes
from cineledger.agents.craft.vision import NO_LIMITS, read_limits, read_vision
from cineledger.domain.debate.options import Look
from cineledger.domain.design.events import PropListed, SetDesigned, SetGathered
from cineledger.domain.edit.events import SceneAssembled
from cineledger.domain.music.events import CueWritten
from cineledger.domain.office.events import BudgetEstimated, SceneListed, ScheduleMade
from cineledger.domain.sound.events import SceneSpotted
from cineledger.domain.staging.events import SceneLit
from cineledger.domain.state import State
from cineledger.domain.words import ASKERS
from cineledger.domain.work.work import Work

_EVERYBODY_S = re.compile(
    r"\b(?:script|dialogue|lines?|story|stories|characters?|ending|themes?|tone|films?|movie|everything|everybody|"
    r"everyone|vision)\b",
    re.IGNORECASE,
)
NO_LOOK = Look(closeness=0, motion=0, contrast=0)
LEADERS = ("showrunner", "producer", "director")


class Department(NamedTuple):
    """Whose work some words speak of."""

    kind: type[Work]
    words: re.Pattern[str]
    following: str
    """What to do where no rule of it carries a note out."""

    @property
    def role(self) -> str:
        """Who makes it."""
        return self.kind.BY


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)


DEPARTMENTS = (
    Department(
        BudgetEstimated,
        _words(r"budget|expensive|cheap(?:er)?|costs?|costly|money|afford"),
        "Say what the film may cost, and the producer asks what is to give, setups, sets or cues: "
        "cineledger allot NAME AMOUNT",
    ),
    Department(
        ScheduleMade,
        _words(
            r"schedule|overtime|shooting days?|(?:long|longer|shorter) days?|hours a day|"
            r"(?:shoot|film) (?:\w+ ){1,4}?(?:first|last|earlier|later|before|after)"
        ),
        "A day's hours can be said (“9 hours a day”), and the days limited (cineledger allot NAME --days N); "
        "which set comes first follows from sets, cast and light",
    ),
    Department(
        CueWritten,
        _words(r"music\w*|score|scoring|underscore|soundtrack|cues?|melody|tune|leitmotif"),
        "A cue that stands takes less, more, later, softer, slower, darker or none: "
        "cineledger note NAME TEXT --about cues KEY; whether a beat has music is decided in the questions on "
        "scene_music",
    ),
    Department(
        SceneSpotted,
        _words(r"sounds?(?! (?:like|good|great|right|fine))|noises?|ambien\w+|foley|sound effects?"),
        "A scene's sound takes louder, softer, more or less: name a scene by its number",
    ),
    Department(
        SceneAssembled,
        _words(r"edit(?:ing|ed)?|cut(?:s|ting)?|drags?|pacing|transitions?|dissolves?|trim"),
        "A scene's cutting takes quicker or slower: name a scene by its number",
    ),
    Department(
        SceneLit,
        _words(r"light(?:s|ing)?|lit|brighter|darker|dim(?:mer)?|too (?:dark|bright)|more contrast"),
        "A scene's light takes brighter or darker: name a scene by its number",
    ),
    Department(
        SetDesigned,
        _words(r"walls?|colou?rs?|palettes?|paint\w*|furniture|wallpaper|dressing|sets?"),
        "A set takes colours, warmer, darker, more or less in it: name the set",
    ),
    Department(
        PropListed,
        _words(r"props?|propert(?:y|ies)"),
        "Properties are those the lines name: they change with the script",
    ),
    Department(
        SceneListed,
        _words(r"breakdown|needs? no|(?:doesn't|don't|does not|do not) need|no need (?:for|of)|strike"),
        "A sheet loses an item that a note names as it stands there: cineledger sql 'from breakdown'",
    ),
)
"""The first whose words a note has is meant."""

_SCENE = re.compile(r"\bscenes? +#?(\w*\d\w*)", re.IGNORECASE)
_PART = re.compile(r"[^\W_]{3,}")


class Meant(NamedTuple):
    """Whose a note is, and the event that made the piece it names; None where none is named, or none stands."""

    department: Department
    piece: int | None


def department_of(text: str) -> Department | None:
    """The department whose words a note has; a colour is the set designer's."""
    said = text.replace("’", "'")
    found = next((one for one in DEPARTMENTS if one.words.search(said)), None)
    wishes = read_wishes((text,))
    if found is None and (wishes.hues or wishes.barred):
        return next(one for one in DEPARTMENTS if one.kind is SetDesigned)
    return found


def departments_of(text: str) -> tuple[Department, ...]:
    """Every department whose words a text has, once; a colour is the set designer's."""
    said = text.replace("’", "'")
    found = [one for one in DEPARTMENTS if one.words.search(said)]
    first = department_of(text)
    return tuple(dict.fromkeys((*(found or ()), *([first] if first is not None else ()))))


@lru_cache(maxsize=512)
def concerned(text: str) -> tuple[str, ...]:
    """The departments that a broadcast is for by its words; none where it is for everybody.

    What leans the look, limits shots, or speaks of the story or the whole film is everybody's; leaders hear all of it.
    """
    if _EVERYBODY_S.search(text) or read_vision((text,)) != NO_LOOK or read_limits((text,)) != NO_LIMITS:
        return ()
    return tuple(dict.fromkeys(one.role for one in departments_of(text)))


def hears(state: State, role: str, text: str) -> bool:
    """A broadcast is a role's business: it is for everybody, for it, or for what it answers for as a lead."""
    whose = concerned(text)
    if not whose or role in whose:
        return True
    leads = (p.lead == role and ASKERS.get(p.subject) in whose for p in state.production.policy.values())
    return role in LEADERS or any(leads)


def meant(state: State, text: str, scene: str | None = None) -> Meant | None:
    """Whose a note is by its words, about a scene or the whole film."""
    found = department_of(text)
    return None if found is None else Meant(found, _piece(state, found.kind, text, scene))


def following(note: str) -> str:
    """The sentence that says what to do where no rule carries a note out."""
    found = department_of(note)
    return "" if found is None else f" {found.following}."


def _piece(state: State, kind: type[Work], text: str, scene: str | None) -> int | None:
    standing = state.works.of(kind)
    if not kind.KEY:
        keys: Iterable[str] = standing
    elif "scene" in kind.model_fields:
        scenes = [scene] if scene else _scenes(state, kind, text)
        keys = [key for name in scenes for key, work in standing.items() if vars(work)["scene"] == name]
    else:
        keys = _named(standing, text) or (standing if len(standing) == 1 else ())
    done = next((state.works.standing(kind, key) for key in keys), None)
    return None if done is None else done.number


def _scenes(state: State, kind: type[Work], text: str) -> list[str]:
    """The scenes that a text names by number; for a breakdown by what it lists, for light by the one scene of a set."""
    numbers = {number.casefold() for number in _SCENE.findall(text)}
    if numbers:
        return [
            s.written.scene for s in state.script.present() if (s.written.number or "").casefold() in numbers
        ]
    if kind is SceneListed:
        sheets = state.works.of(SceneListed)
        lists = {
            n for n, sheet in sheets.items() if any(i.name.casefold() in text.casefold() for i in sheet.items)
        }
        return [name for name in state.script.order if name in lists]
    sets = state.works.of(SetGathered)
    scenes = [name for key in _named(sets, text) for name in sets[key].scenes]
    return scenes if kind is SceneLit and len(scenes) == 1 else []


def _named(names: Iterable[str], text: str) -> list[str]:
    """The names of which a text has the most words; none where it has no word of any."""
    said = set(_PART.findall(text.casefold()))
    shared = {name: len(said & set(_PART.findall(name.casefold()))) for name in names}
    most = max(shared.values(), default=0)
    return [name for name, count in shared.items() if count == most > 0]
