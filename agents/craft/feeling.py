"""What a character feels in a scene, and the line that shows it."""

# Full-width and Cyrillic marks that look like Latin ones are meant: scripts are typed with them.

import math
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple, Protocol

from cineledger.agents.craft.doing import Cast, cast_of, sentences
from cineledger.agents.craft.feeling_words import BODILY, FEELINGS, POLITE, REGIONS, ROUSING, STILLING
from cineledger.agents.craft.page import (
    LINES_REMEMBERED,
    SPOKEN,
    names_in,
    plain,
    playable,
    quoted,
    shorten,
    unseen,
)
from cineledger.agents.craft.tone import Tone, tone
from cineledger.domain.fountain.screenplay import Element

WEIGHTS = {"dialogue": 1.0, "lyric": 0.8, "parenthetical": 1.6, "action": 0.8}
"""What is said counts, how it must be said counts more; a stage direction describes from outside (Weston)."""
_RECENT = 0.5
"""The last line of a scene weighs half as much again as the first: people carry out what they felt last."""
_FELT = 0.12
"""Distance from the middle of the circumplex below which a feeling is only even."""
_BRIGHT = 0.3
"""Valence below which somebody loud is roused, not elated: loudness alone is no joy."""
_LOUD, _DIM = 0.3, 0.1
_FRAGMENT = 3
"""Words of a sentence that names nobody and goes with the one before: Furious. A long silence."""
_INTRODUCED = re.compile(r"\b[A-Z][A-Z'’-]+(?: [A-Z.'’-]+)*(?:,| \() ?(?:\d|(?:early|mid|late)\b|an? )")
"""A character described as she first appears: MAYA, 34, a tired nurse. That is how she is, not how she feels."""
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")

_OF_A_THING = re.compile(r"\b(?:the|an?|this|that|these|those)\s+\Z", re.IGNORECASE)
_SHOWN_BY = re.compile(
    r"\s*(?:[^\w\s]|\Z)|\s+(?:\w+ )?(?:smile|laugh|look|glance|voice|face|grin|sigh|cry|sob|whisper|nod|shrug|tone|"
    r"breath|stare|man|woman|boy|girl|child|mother|father|eyes?|silence|moment|pause)\b",
    re.IGNORECASE,
)
"""The empty chair is a thing's; a sad smile is a person's."""

_MEANT = {
    "angry": "it is thrown at somebody",
    "frantic": "it is cried out for",
    "annoyed": "bright words are said in scorn",
}


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


class TellingLine(NamedTuple):
    """A line that tells what somebody feels."""

    place: int
    valence: float
    arousal: float
    weight: float
    name: str | None
    word: str | None
    text: str
    """What of the element is hers."""


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
    telling = telling_lines(elements, character)
    if not telling:
        return unknown(f"no line of {character}'s holds a word to judge")
    total = sum(line.weight for line in telling)
    valence = _round(sum(line.valence * line.weight for line in telling) / total)
    arousal = _round(sum(line.arousal * line.weight for line in telling) / total)
    top = _top(telling)
    feeling = _name(valence, arousal, top)
    reason = _reason(elements[top.place].kind, top, feeling)
    quote = as_it_stands(plain(elements[top.place].text), top.text)
    return Reading(valence, arousal, feeling, top.place, shorten(quote), reason)


def strength(elements: Sequence[Element], character: str) -> float:
    """How far from the middle of the circumplex her strongest line in the scene is by itself; 0 where there is none."""
    telling = telling_lines(elements, character)
    if not telling:
        return 0.0
    top = _top(telling)
    return math.hypot(top.valence, top.arousal)


def telling_lines(elements: Sequence[Element], character: str) -> list[TellingLine]:
    """The lines of a scene that tell what somebody feels, in order; those of an English script."""
    hers = _hers(elements, character)
    lines = [
        _judge(elements, place, text, [(word, FEELINGS[word]) for word in words], rank / len(hers))
        for rank, (place, text, words) in enumerate(hers)
    ]
    return [line for line in lines if line.weight > 0]


def _top(telling: Sequence[TellingLine]) -> TellingLine:
    return max(telling, key=lambda line: (line.weight * math.hypot(line.valence, line.arousal), line.place))


def _is_about(element: Element, character: str) -> bool:
    if element.kind in SPOKEN or element.kind == "parenthetical":
        return element.character == character
    return element.kind == "action" and character in names_in(element.text, (character,))


def _hers(elements: Sequence[Element], character: str) -> list[tuple[int, str, tuple[str, ...]]]:
    """Place of each element that is about her, what of it is, and the words in it that can name her feeling.

    Of a direction only the sentences in which she is the one who does something; in those that another does, the
    words that follow her name.
    """
    cues = dict.fromkeys(e.character for e in elements if e.kind == "cue" and e.character)
    directions = tuple(plain(e.text) for e in elements if e.kind == "action")
    cast = cast_of(tuple((name, name) for name in {**cues, character: None}), directions)
    found, last = [], None
    away = _away(elements, character, directions)
    for place in playable(elements):
        element = elements[place]
        if element.kind == "action" and away:
            continue
        if element.kind == "action":
            text, words, last = _done_by(plain(element.text), character, cast, last)
            if text:
                found.append((place, text, words))
        else:
            last = element.character or last
            if element.character == character and element.kind != "cue":
                words = (
                    () if element.kind in SPOKEN else tuple(w for w in _words(element.text) if w in FEELINGS)
                )
                found.append((place, element.text, words))
    return found


def _away(elements: Sequence[Element], character: str, directions: Sequence[str]) -> bool:
    """She is only heard, and no direction names her: he or she is somebody else."""
    cues = [e for e in elements if e.kind == "cue" and e.character == character]
    named = any(names_in(text, (character,)) for text in directions)
    return bool(cues) and all(unseen(cue) for cue in cues) and not named


def _done_by(
    direction: str, character: str, cast: Cast, last: str | None
) -> tuple[str, tuple[str, ...], str | None]:
    """The sentences of a direction that are hers, the words that can name what she feels, and who was last in it."""
    own, told, words = list[str](), list[str](), list[str]()
    subject: str | None = None
    for _, sentence in sentences(direction):
        mentions = cast.mentions(sentence, last)
        if not mentions and len(_words(sentence)) > _FRAGMENT:
            subject = None
            continue
        subject = mentions[0].person if mentions else subject
        last = subject or last
        if subject == character and not _INTRODUCED.search(sentence):
            own.append(sentence.strip())
        for match in _WORD.finditer(sentence):
            before = [m.person for m in mentions if m.end <= match.start()]
            word = match[0].casefold().replace("’", "'")
            if _OF_A_THING.search(sentence[: match.start()]) and not _SHOWN_BY.match(sentence, match.end()):
                continue
            if word in FEELINGS and (before[-1] if before else subject) == character:
                words.append(word)
                told.append(sentence.strip())
    return " ".join(own or dict.fromkeys(told)), tuple(words), last


def as_it_stands(direction: str, told: str) -> str:
    """Sentences of a direction, with dots where others stand between them."""
    if told in direction:
        return told
    quote, gap = "", False
    for _, sentence in sentences(direction):
        part = sentence.strip()
        if part and part in told:
            quote += (" … " if gap else " ") * bool(quote) + part
            gap = False
        elif part:
            gap = True
    return quote or told


def _words(text: str) -> list[str]:
    return [word.casefold().replace("’", "'") for word in _WORD.findall(text)]


def _judge(
    elements: Sequence[Element], place: int, text: str, named: Sequence[tuple[str, Tone]], part: float
) -> TellingLine:
    element, words = elements[place], _words(text)
    if not words:
        return TellingLine(place, 0.0, 0.0, 0.0, None, None, "")
    meant = tone(elements, place, _compound)
    directed = element.kind == "action"
    valence, arousal = _compound(text, directed=directed), _arousal(text, words, said=element.kind in SPOKEN)
    word: str | None = None
    name: str | None = None
    if named:
        valence = sum(value for _, (value, _, _) in named) / len(named)
        arousal = sum(value for _, (_, value, _) in named) / len(named)
        word, (_, _, name) = max(named, key=lambda n: math.hypot(n[1][0], n[1][1]))
    elif meant is not None:
        valence, arousal, name = meant[0], max(meant[1], arousal), meant[2]
    strength = 0.25 + math.hypot(valence, arousal)
    weight = WEIGHTS[element.kind] * strength * (1 + _RECENT * part)
    return TellingLine(place, valence, arousal, weight, name, word, text)


@lru_cache(maxsize=LINES_REMEMBERED)
def _compound(text: str, *, directed: bool = False) -> float:
    """VADER's valence; of a direction, without the words that say what a body or the light does."""
    return _analyser(directed).polarity_scores(" ".join(text.split()))["compound"]


def _arousal(text: str, words: Sequence[str], *, said: bool) -> float:
    marks = min(3, text.count("!") + text.count("！")) * 0.3
    loud: float = sum(len(word) > 2 and word.isupper() for word in _WORD.findall(text)) / len(words)
    sentences = max(1, len(re.findall(r"[.!?…]+", text)))
    pace = 0.15 if len(words) / sentences <= 3 and sentences > 1 else 0.0
    effort = 0.4 * any(word in ROUSING for word in words) - 0.35 * any(word in STILLING for word in words)
    effort = 0.0 if said else effort
    trailing = -0.2 if re.search(r"(\.\.\.|…|--|—)\s*\Z", text) else 0.0
    return max(-1.0, min(1.0, marks + 0.6 * min(1.0, loud) + pace + effort + trailing))


def name_of(valence: float, arousal: float) -> str:
    """What a place on the circumplex is called."""
    if math.hypot(valence, arousal) < _FELT:
        return "even"
    if -_DIM < valence < _BRIGHT and arousal > abs(valence):
        return "roused" if arousal >= _LOUD else "stirred"
    if valence <= -_DIM and 0 < arousal < _LOUD:
        return "uneasy" if valence > -_LOUD else "unhappy"
    angle: float = math.degrees(math.atan2(arousal, valence)) % 360
    name = next(name for bound, name in REGIONS if angle <= bound)
    return "happy" if name == "elated" and arousal < _LOUD else name


def _name(valence: float, arousal: float, top: TellingLine) -> str:
    felt = math.hypot(valence, arousal) >= _FELT
    if felt and top.name and (top.valence * valence > 0 or top.valence == 0):
        return top.name
    return name_of(valence, arousal)


def _reason(kind: str, top: TellingLine, feeling: str) -> str:
    line = quoted(top.text, 70)
    if top.word:
        return f"the page says it: “{top.word}”, in {line}"
    if top.name:
        return f"{_MEANT[top.name]}: {line}"
    if feeling == "even":
        return f"nothing in the lines rises or falls; the most is {line}"
    how = "the stage direction" if kind == "action" else "the line"
    if top.arousal >= 0.5:
        return f"{how} is pitched high: {line}"
    colour = "bright" if top.valence > 0.1 else "dark" if top.valence < -0.1 else "level"
    return f"the words of {how} are {colour}: {line}"


def _round(value: float) -> float:
    return round(max(-1.0, min(1.0, value)), 2) + 0.0


@lru_cache(maxsize=2)
def _analyser(directed: bool) -> _Analyser:
    # vaderSentiment ships no types; its lexicon is read once, when the first English line is judged.
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer  # type: ignore[import-untyped]

    analyser = SentimentIntensityAnalyzer()
    for word in POLITE | BODILY if directed else POLITE:
        analyser.lexicon.pop(word, None)
    known: _Analyser = analyser
    return known
