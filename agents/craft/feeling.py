"""What a character feels in a scene, and the line that shows it."""

# Full-width and Cyrillic marks that look like Latin ones are meant: scripts are typed with them.

import math
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple, Protocol

from cineledger.agents.craft.feeling_words import FEELINGS, REGIONS, ROUSING, STILLING
from cineledger.agents.craft.page import SPOKEN, names_in, playable, quoted, shorten
from cineledger.domain.fountain.screenplay import Element

WEIGHTS = {"dialogue": 1.0, "lyric": 0.8, "parenthetical": 1.6, "action": 0.8}
"""What is said counts, how it must be said counts more; a stage direction describes from outside (Weston)."""
_RECENT = 0.5
"""The last line of a scene weighs half as much again as the first: people carry out what they felt last."""
_FELT = 0.12
"""Distance from the middle of the circumplex below which a feeling is only even."""
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


class Reading(NamedTuple):
    """What a character feels in a scene. Unknown is never neutral: then valence and arousal are None."""

    valence: float | None
    """-1 misery to 1 joy."""
    arousal: float | None
    """-1 sleep to 1 frenzy."""
    feeling: str
    """A named emotion, `even` where lines show none, `unknown` where nothing could be judged."""
    line: int | None
    """Place of the element that moved it most, counted from 0."""
    quote: str
    reason: str


class _Line(NamedTuple):
    place: int
    valence: float
    arousal: float
    weight: float
    name: str | None
    word: str | None


class _Analyser(Protocol):
    def polarity_scores(self, text: str) -> dict[str, float]: ...


def unknown(reason: str) -> Reading:
    """A reading that says why there is none."""
    return Reading(None, None, "unknown", None, "", reason)


def read_feeling(elements: Sequence[Element], character: str, english: bool) -> Reading:
    """What the character feels in the scene, from her own lines and the action that names her.

    Valence is VADER's (Hutto & Gilbert 2014) and that of named feelings; arousal comes from exclamation,
    capitals, pace and verbs; the name is that of Russell's circumplex (1980). `english` says whether the
    script is: VADER reads nothing else.
    """
    places = [place for place in playable(elements) if _is_about(elements[place], character)]
    if not places:
        return unknown(f"{character} neither speaks nor is named in the scene")
    if not english:
        return unknown("the script is not in English, and its feelings are not guessed")
    lines = [_judge(elements[place], place, rank / len(places)) for rank, place in enumerate(places)]
    telling = [line for line in lines if line.weight > 0]
    if not telling:
        return unknown(f"no line of {character}'s holds a word to judge")
    total = sum(line.weight for line in telling)
    valence = _round(sum(line.valence * line.weight for line in telling) / total)
    arousal = _round(sum(line.arousal * line.weight for line in telling) / total)
    top = max(telling, key=lambda line: (line.weight * math.hypot(line.valence, line.arousal), line.place))
    feeling = _name(valence, arousal, top)
    quote = shorten(elements[top.place].text)
    return Reading(valence, arousal, feeling, top.place, quote, _reason(elements[top.place], top, feeling))


def _is_about(element: Element, character: str) -> bool:
    if element.kind in SPOKEN or element.kind == "parenthetical":
        return element.character == character
    return element.kind == "action" and character in names_in(element.text, (character,))


def _judge(element: Element, place: int, part: float) -> _Line:
    words = [word.casefold().replace("’", "'") for word in _WORD.findall(element.text)]
    if not words:
        return _Line(place, 0.0, 0.0, 0.0, None, None)
    named = [] if element.kind in SPOKEN else [(word, FEELINGS[word]) for word in words if word in FEELINGS]
    valence: float = _analyser().polarity_scores(" ".join(element.text.split()))["compound"]
    arousal: float = _arousal(element.text, words)
    if named:
        valence = sum(value for _, (value, _, _) in named) / len(named)
        arousal = sum(value for _, (_, value, _) in named) / len(named)
    strength = 0.25 + math.hypot(valence, arousal)
    weight = WEIGHTS[element.kind] * strength * (1 + _RECENT * part)
    word, (_, _, name) = (
        max(named, key=lambda n: math.hypot(n[1][0], n[1][1])) if named else (None, (0, 0, None))
    )
    return _Line(place, valence, arousal, weight, name, word)


def _arousal(text: str, words: Sequence[str]) -> float:
    marks = min(3, text.count("!") + text.count("！")) * 0.3
    loud: float = sum(len(word) > 2 and word.isupper() for word in _WORD.findall(text)) / len(words)
    sentences = max(1, len(re.findall(r"[.!?…]+", text)))
    pace = 0.15 if len(words) / sentences <= 3 and sentences > 1 else 0.0
    effort = 0.4 * any(word in ROUSING for word in words) - 0.35 * any(word in STILLING for word in words)
    trailing = -0.2 if re.search(r"(\.\.\.|…|--|—)\s*\Z", text) else 0.0
    return max(-1.0, min(1.0, marks + 0.6 * min(1.0, loud) + pace + effort + trailing))


def _name(valence: float, arousal: float, top: _Line) -> str:
    if math.hypot(valence, arousal) < _FELT:
        return "even"
    if top.name and top.valence * valence >= 0:
        return top.name
    angle: float = math.degrees(math.atan2(arousal, valence)) % 360
    return next(name for bound, name in REGIONS if angle <= bound)


def _reason(element: Element, top: _Line, feeling: str) -> str:
    if top.word:
        return f"the page says it: “{top.word}”, in {quoted(element.text, 70)}"
    if feeling == "even":
        return f"nothing in the lines rises or falls; the most is {quoted(element.text, 70)}"
    how = "the stage direction" if element.kind == "action" else "the line"
    if top.arousal >= 0.5:
        return f"{how} is pitched high: {quoted(element.text, 70)}"
    colour = "bright" if top.valence > 0.1 else "dark" if top.valence < -0.1 else "level"
    return f"the words of {how} are {colour}: {quoted(element.text, 70)}"


def _round(value: float) -> float:
    return round(max(-1.0, min(1.0, value)), 2) + 0.0


@lru_cache(maxsize=1)
def _analyser() -> _Analyser:
    # vaderSentiment ships no types; its lexicon is read once, when the first English line is judged.
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer  # type: ignore[import-untyped]

    analyser: _Analyser = SentimentIntensityAnalyzer()
    return analyser
