"""What people say that they always or never do, and do before our eyes: signs of what they are like.

Each verb names the facet of the five factors that it is an instance of, after the acts that Buss and Craik (1983) had
people name for a disposition, and the items of the International Personality Item Pool (Goldberg 1999). One act is the
scene's; what is done again in other scenes is the person's (Kelley 1967, consistency), so who counts wants two.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from cineledger.agents.craft.doing import Cast, Mention, sentences
from cineledger.agents.craft.page import LINES_REMEMBERED, plain
from cineledger.agents.craft.trait_words import NOUNS, WORDS, Told, bare, trait_words
from cineledger.domain.cast.identity import Facet


class _Habit(NamedTuple):
    verb: str
    """A pattern for the bare verb and what goes with it."""
    does: str
    """What who does it is."""
    never: str
    """What who never does it is."""
    facet: Facet
    aspect: str
    value: float
    """Of who does it."""


_HABITS = (
    _Habit(r"lie|tell lies", "lying", "truthful", "agreeableness", "honesty", -0.6),
    _Habit(r"cheat", "cheating", "honest", "agreeableness", "honesty", -0.6),
    _Habit(r"steal", "thieving", "honest", "agreeableness", "honesty", -0.6),
    _Habit(
        r"break (?:my|your|his|her) (?:word|promises)",
        "faithless",
        "true to a word",
        "agreeableness",
        "loyalty",
        -0.6,
    ),
    _Habit(
        r"keep (?:my|your|his|her) (?:word|promises)",
        "true to a word",
        "faithless",
        "agreeableness",
        "loyalty",
        0.6,
    ),
    _Habit(r"beg", "begging", "proud", "agreeableness", "modesty", 0.3),
    _Habit(r"apologi[sz]e|say (?:i'm )?sorry", "apologetic", "unrepentant", "agreeableness", "modesty", 0.4),
    _Habit(r"forgive", "forgiving", "unforgiving", "agreeableness", "kindness", 0.6),
    _Habit(
        r"trust(?: people| anyone| anybody| strangers)?",
        "trusting",
        "distrustful",
        "agreeableness",
        "trust",
        0.5,
    ),
    _Habit(r"help(?: people| everyone| others)?", "helpful", "unhelpful", "agreeableness", "kindness", 0.6),
    _Habit(r"share", "generous", "ungenerous", "agreeableness", "kindness", 0.5),
    _Habit(r"complain", "complaining", "uncomplaining", "stability", "calm", -0.4),
    _Habit(
        r"gamble|bet|take (?:chances|risks)", "a gambler", "cautious", "conscientiousness", "restraint", -0.5
    ),
    _Habit(r"drink", "a drinker", "sober", "conscientiousness", "restraint", -0.4),
    _Habit(
        r"quit|give up|give in|back down|stop halfway",
        "a quitter",
        "persistent",
        "conscientiousness",
        "duty",
        -0.5,
    ),
    _Habit(r"forget", "forgetful", "reliable", "conscientiousness", "order", -0.4),
    _Habit(
        r"plan|make plans|write lists|follow (?:the )?rules",
        "orderly",
        "unplanned",
        "conscientiousness",
        "order",
        0.5,
    ),
    _Habit(r"break (?:the )?rules", "rule-breaking", "rule-bound", "conscientiousness", "order", -0.5),
    _Habit(r"(?:be|come|run|show up) late", "unpunctual", "punctual", "conscientiousness", "order", -0.5),
    _Habit(
        r"talk|talk much|talk to (?:people|anyone|strangers)",
        "talkative",
        "silent",
        "extraversion",
        "company",
        0.5,
    ),
    _Habit(
        r"go out|dance|make friends|go to parties", "outgoing", "withdrawn", "extraversion", "company", 0.5
    ),
    _Habit(r"cry", "tearful", "dry-eyed", "stability", "calm", -0.4),
    _Habit(
        r"panic|lose (?:my|your|his|her) (?:temper|head|nerve)",
        "excitable",
        "level-headed",
        "stability",
        "calm",
        -0.6,
    ),
    _Habit(r"worry", "worrying", "untroubled", "stability", "calm", -0.5),
    _Habit(r"run away|hide", "fearful", "unflinching", "stability", "courage", -0.5),
    _Habit(
        r"dream|read|ask questions|make things up",
        "imaginative",
        "matter-of-fact",
        "openness",
        "imagination",
        0.4,
    ),
)
_ENDS = (
    r"(?=\s*(?:[.,;:!?…—]|\Z|--|\b(?:and|but|or|any ?more|at all|for a living|like that|on (?:a )?\w+)\b))"
)
_VERBS = "|".join(rf"(?P<v{place}>{habit.verb})" for place, habit in enumerate(_HABITS))
_DOES = r"(?P<always>always|usually|tend to)?\s*"
_NEVER = r"(?P<never>never|don't ever|don't|doesn't|do not|does not|wouldn't ever)\s+(?:ever\s+)?"


def _habit(subject: str) -> re.Pattern[str]:
    return re.compile(rf"\b{subject}\s+(?:{_NEVER}|{_DOES})(?:{_VERBS}){_ENDS}", re.IGNORECASE)


_I_DO, _YOU_DO = _habit("i"), _habit("you")
_IS = r"(?:an?|the|such an?|so|too|very|always|just|really|quite|pretty|the most|no|not|never|still|nothing but an?)"
_I_AM = re.compile(rf"\bi(?:'m| am| was always|'ve always been)\s+((?:{_IS}\s+)*)", re.IGNORECASE)
_YOU_ARE = re.compile(rf"\byou(?:'re| are|'ve always been)\s+((?:{_IS}\s+)*)", re.IGNORECASE)
_SUPPOSED = re.compile(
    r"\b(?:if|unless|whether|think|thought|say|said|pretend|imagine|wish|like|as though|when|because|until)\b[^.]*\Z",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[.,;:!?…—]|\b(?:(?P<to>to|about|of|with|for|at)|that|who)\b", re.IGNORECASE)
_REACH = 24
"""Characters behind “you are” within which a word is said of the person."""


class _Deed(NamedTuple):
    facet: Facet
    aspect: str
    value: float
    trait: str
    pattern: re.Pattern[str]


def _deed(facet: Facet, aspect: str, value: float, trait: str, verbs: str) -> _Deed:
    return _Deed(
        facet, aspect, value, trait, re.compile(rf"\b(?:{'|'.join(verbs.split(', '))})\b", re.IGNORECASE)
    )


_DEEDS = (
    _deed(
        "agreeableness",
        "kindness",
        0.5,
        "kind",
        r"helps(?! herself| himself), comforts, consoles, shares, hugs, embraces, strokes, shelters, "
        r"covers (?:her|him|them) with, lets (?:her|him|them) (?:in|pass|go), gives (?:her|him|them) (?:a|the|his|her)",
    ),
    _deed(
        "agreeableness",
        "kindness",
        -0.5,
        "rough",
        r"slaps, punches, shoves, hits (?:him|her), kicks (?:him|her), threatens, mocks, sneers, snatches, "
        r"grabs (?:him|her) by, spits at, strangles, chokes",
    ),
    _deed(
        "agreeableness",
        "honesty",
        -0.5,
        "dishonest",
        r"steals (?!a (?:look|glance|kiss|peek|moment)|away|up|in|out|over), picks the lock, forges, "
        r"pockets (?:the|a|some) (?:money|cash|notes|coins|ring|wallet|purse|watch|jewel\w*)",
    ),
    _deed(
        "conscientiousness",
        "order",
        0.4,
        "careful",
        r"checks, double-checks, counts, inspects, tidies, straightens, polishes, sweeps, mends, repairs, "
        r"writes (?:it|that) down, locks, measures, sorts",
    ),
    _deed(
        "conscientiousness",
        "order",
        -0.4,
        "careless",
        r"forgets, oversleeps, spills, knocks over, trips over, misplaces",
    ),
    _deed(
        "extraversion",
        "vigour",
        0.4,
        "lively",
        r"grins, laughs, jokes, sings, dances, waves, cheers, bursts in, struts",
    ),
    _deed(
        "extraversion",
        "company",
        -0.4,
        "reserved",
        r"looks away, looks at (?:her|his) (?:feet|shoes|hands), turns away, keeps (?:her|his) distance, whispers, "
        r"says nothing, lowers (?:her|his) (?:eyes|gaze), avoids, slips out",
    ),
    _deed(
        "stability",
        "calm",
        -0.4,
        "thin-skinned",
        r"trembles, shakes, sobs, weeps, cries, paces, panics, flinches, cowers, bites (?:her|his) (?:lip|nails)",
    ),
    _deed(
        "stability",
        "calm",
        0.4,
        "unshaken",
        r"does not (?:flinch|move|blink|look up|hurry), doesn't (?:flinch|move|blink|look up|hurry), "
        r"stands (?:her|his) ground, holds (?:her|his) (?:gaze|ground), calmly",
    ),
    _deed(
        "openness",
        "imagination",
        0.4,
        "curious",
        r"reads (?:a|an|the|her|his|their|from|aloud|on)(?! clock), paints, sketches, studies, examines, explores, "
        r"draws (?:a|the|in)(?! gun| knife| breath), peers into",
    ),
)
_ASPECTS = {
    **{word: habit.aspect for habit in _HABITS for word in (habit.does, habit.never)},
    **{deed.trait: deed.aspect for deed in _DEEDS},
}
_SIGNS: dict[str, tuple[Facet, float]] = {
    **{habit.does: (habit.facet, habit.value) for habit in _HABITS},
    **{habit.never: (habit.facet, -habit.value) for habit in _HABITS},
    **{deed.trait: (deed.facet, deed.value) for deed in _DEEDS},
}
_NOT_A_VERB = re.compile(
    r"(?:\b(?:his|her|their|the|a|an|my|your|its|two|of|with|no|these|those)|['’]s)\s+\Z", re.IGNORECASE
)


def sign_of(trait: str) -> tuple[Facet, float] | None:
    """The factor that a word for somebody speaks of, and how much; None for a word that nobody knows."""
    told = next(iter(trait_words(trait)), None)
    if told is not None and told.trait == trait.casefold():
        return told.facet, told.value
    return _SIGNS.get(trait.casefold())


def aspect_of(trait: str) -> str | None:
    """What aspect of a factor a trait is of; None for a word that nobody knows."""
    word = bare(trait.casefold())
    known = WORDS.get(word)
    return known.aspect if known is not None else _ASPECTS.get(word)


class Act(NamedTuple):
    """Something that somebody does in a direction, as a sign of what she is like."""

    doer: str
    trait: str
    facet: Facet
    aspect: str
    value: float
    sentence: str


@lru_cache(maxsize=LINES_REMEMBERED)
def said_of_oneself(text: str) -> tuple[Told, ...]:
    """What a speech says its speaker is, always does, or never does."""
    return tuple(_said(text, _I_AM, _I_DO))


@lru_cache(maxsize=LINES_REMEMBERED)
def said_to_another(text: str) -> tuple[Told, ...]:
    """What a speech says the one it is said to is, always does, or never does."""
    return tuple(_said(text, _YOU_ARE, _YOU_DO))


def _said(text: str, is_: re.Pattern[str], does: re.Pattern[str]) -> Iterator[Told]:
    line = plain(text).replace("’", "'")
    for start, sentence in sentences(line):
        if sentence.rstrip(" \"”')").endswith("?"):
            continue
        for match in is_.finditer(sentence):
            if not _SUPPOSED.search(sentence[: match.start()]):
                yield from predicate(match[1], sentence[match.end(1) :], start + match.start())
        for match in does.finditer(sentence):
            if not _SUPPOSED.search(sentence[: match.start()]):
                yield _does(match, start)


def predicate(before: str, text: str, start: int) -> Iterator[Told]:
    """The words right behind “you are”, as far as the clause goes; `before` are its articles and adverbs.

    Kind enough, and devoted to something, tell of the thing.
    """
    behind, to = _clause(text)
    behind = behind[:_REACH]
    for told in trait_words(before + behind):
        word = bare(told.trait)
        if (to and behind.casefold().endswith(word)) or re.search(
            rf"\b{word} enough\b", behind, re.IGNORECASE
        ):
            continue
        if word not in NOUNS or re.search(r"\b(?:an?|the|no|such)\b", before + behind, re.IGNORECASE):
            yield told._replace(start=start)


def _clause(text: str) -> tuple[str, bool]:
    """The clause that begins a text, and whether it goes on to what or whom: critical to this is no trait."""
    end = _CLAUSE.search(text)
    return (text, False) if end is None else (text[: end.start()].rstrip(), end["to"] is not None)


def _does(match: re.Match[str], start: int) -> Told:
    habit = _HABITS[next(place for place in range(len(_HABITS)) if match[f"v{place}"])]
    if match["never"]:
        return Told(start + match.start(), habit.never, habit.facet, habit.aspect, -habit.value)
    return Told(start + match.start(), habit.does, habit.facet, habit.aspect, habit.value)


def acts(text: str, cast: Cast, before: str | None = None) -> Iterator[Act]:
    """What a direction has people do that is a sign of what they are like; `before` was spoken of last."""
    line = plain(text)
    if not any(deed.pattern.search(line) for deed in _DEEDS):
        return
    last = before
    for _, sentence in sentences(line):
        mentions = cast.mentions(sentence, last)
        for deed in _DEEDS:
            for match in deed.pattern.finditer(sentence):
                doer = _doer(mentions, match.start())
                if doer is not None and not _NOT_A_VERB.search(sentence[: match.start()]):
                    yield Act(doer, deed.trait, deed.facet, deed.aspect, deed.value, sentence.strip())
                    break
        last = mentions[0].person if mentions else last


def _doer(mentions: Sequence[Mention], at: int) -> str | None:
    return next((m.person for m in reversed(mentions) if m.subject and m.end <= at), None)
