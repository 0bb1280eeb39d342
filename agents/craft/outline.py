"""From an idea alone: slug lines, what happens, what has to turn, in the steps of a short film. No dialogue is made up.

After Freytag (five parts), Polti (The Thirty-Six Dramatic Situations) and Snyder (Save the Cat: a scene goes from one
value to another).
"""

import re
from collections.abc import Sequence

from cineledger.agents.craft.outline_words import (
    ANY,
    COMPOUND,
    ELSEWHERE,
    EVENING,
    NIGHT,
    PEOPLE,
    PLACES,
    SITUATIONS,
    STEPS,
    TIMES,
    Situation,
)
from cineledger.agents.craft.page import shorten

NO_DIALOGUE = "Dialogue needs a writer or a model: none is invented here."
LONGEST_IDEA = 160

_MARKS = re.compile(r"\[\[|\]\]|/\*|\*/|[*_\\]")
_PERSON = re.compile(
    r"\b(an?|the|two|three|four|his|her|their|old|young|small|new|best|close)\s+((?:[a-z-]+\s)?)([a-z]+)\b",
    re.IGNORECASE,
)
_FEWER = re.compile(
    r"\b(?:no more than|not exceed|at most|up to|maximum(?: of)?|max\.?|only|just|in)\s+"
    r"(\d+|one|two|three|four|five) scenes?\b",
    re.IGNORECASE,
)
_MANY = frozenset("family team children colleagues guests friends students dogs cats thieves".split())
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
_KEPT = {1: (3,), 2: (1, 3), 3: (0, 3, 4), 4: (0, 1, 3, 4)}
"""With fewer scenes → the steps that are kept: the climax first, then what it needs."""


def outline(
    idea: str, said: Sequence[str], note: str = "", people: Sequence[str] = ()
) -> tuple[tuple[tuple[str, str], ...], str]:
    """At most five scenes as (slug line, synopsis in Fountain), and why; what a note names comes first.

    Where people come back from other stories it is theirs, by their names.
    """
    told = " ".join([note, idea, *said])
    line = _MARKS.sub("", " ".join(idea.split()))
    situation = _situation(note) or _situation(idea) or ANY
    back = tuple(name.title() for name in people[:2])
    lead, other = (*back, *_people(line, situation)[len(back) :])
    places, named = _places([note, idea, *said])
    times = TIMES["night" if _finds(NIGHT, told) else "evening" if _finds(EVENING, told) else "day"]
    kept = _KEPT.get(_most(told), tuple(range(len(STEPS))))
    scenes = []
    for step in kept:
        happens, turns = situation.steps[step]
        head = f"= {STEPS[step]}: it has to turn {turns}."
        first = (
            f"\n\n= The idea: {shorten(line, LONGEST_IDEA)}\n\n[[{NO_DIALOGUE}]]" if step == kept[0] else ""
        )
        action = _sentence(happens.format(lead=lead, other=other))
        scenes.append((f"{places[situation.where[step]]} - {times[step]}", f"{head}{first}\n\n{action}"))
    where = "in places it calls to mind" if named else "in places that any story has, for it names none"
    count = "five steps" if len(kept) == len(STEPS) else f"{len(kept)} of five steps, as was asked,"
    reason = f"{count} from how things are to how they are after, {where}; {lead} against {other}"
    return tuple(scenes), f"{reason}. {NO_DIALOGUE}"


def _situation(text: str) -> Situation | None:
    return next((one for one in SITUATIONS if _finds(one.words, text)), None)


def _people(idea: str, situation: Situation) -> tuple[str, str]:
    """Whom the idea names as somebody, one against another; whom its situation has, where it names nobody."""
    found = list[str]()
    for article, word, noun in _PERSON.findall(idea):
        before, name = word.strip().casefold(), noun.casefold()
        if before in PEOPLE and name not in PEOPLE:
            before, name = "", before
        if name not in PEOPLE or "dead" in (article.casefold(), before) or name in situation.other:
            continue
        one = _one_of(article.casefold(), name)
        if one:
            return one
        own = (
            f"{before} "
            if before == "new" or name in COMPOUND
            else "new "
            if article.casefold() == "new"
            else ""
        )
        if name not in _MANY:
            found.append(f"the {own}{name}")
    people = list(dict.fromkeys(found))
    if len(people) > 2 and people[-1].startswith("the new"):
        return people[0], people[-1]
    return (
        (people[0], people[1])
        if len(people) > 1
        else (people[0] if people else situation.lead, situation.other)
    )


def _one_of(article: str, name: str) -> tuple[str, str] | None:
    """Two of a kind are one and the other."""
    single = name.removesuffix("s")
    if article == "two" and single in PEOPLE:
        return f"one {single}", f"the other {single}"
    return ("the one of them", "the other of them") if name == "couple" else None


def _places(texts: Sequence[str]) -> tuple[tuple[str, str, str], bool]:
    """Three places of the location that is named first, in the first text that names one."""
    for text in texts:
        found = [(at.start(), place) for words, place in PLACES if (at := _search(words, text))]
        if found:
            return min(found)[1], True
    return ELSEWHERE, False


def _most(told: str) -> int:
    """How many scenes were asked for; five where nobody said."""
    asked = _FEWER.search(told)
    return int(_NUMBERS.get(asked[1].casefold(), 0) or asked[1]) if asked else len(STEPS)


def _search(words: str, text: str) -> re.Match[str] | None:
    return re.search(rf"\b(?:{words})\b" if not words.startswith("\\b") else words, text, re.IGNORECASE)


def _finds(words: str, text: str) -> bool:
    return bool(text) and _search(words, text) is not None


def _sentence(text: str) -> str:
    return re.sub(r"(\A|[.!?] )([a-z])", lambda at: at[1] + at[2].upper(), text)
