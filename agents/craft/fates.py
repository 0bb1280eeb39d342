"""Who dies, as far as the lines say it in so many words."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from cineledger.agents.craft.page import SPOKEN, shorten
from cineledger.domain.fountain.screenplay import Element

_SAYS = (
    r"(?:is|lies|falls|drops) dead(?! \w)|dies(?! (?:to|of (?:laughter|shame|boredom|curiosity)))"
    r"|is no more|breathes (?:her|his|their) last|has died|is killed"
)
_DIES = re.compile(rf" (?:{_SAYS})\b|'s (?:dead|body)\b")
"""What all those sentences hold, whoever it is."""
_UNSURE = re.compile(
    r"\b(if|not|isn't|never|nearly|almost|when|until|unless|thinks?|dreams?|wish\w*|may|might)\b|\?"
)
_SENTENCE = re.compile(r"[^.!?…]+[.!?…]*")


class Death(NamedTuple):
    """A death, and the line that says so."""

    character: str
    scene: int
    line: int
    quote: str


def deaths(scenes: Sequence[Sequence[Element]], people: Sequence[str]) -> tuple[Death, ...]:
    """Those of whom a line says that they die, and who do not speak after it."""
    told = [
        (place, line, sentence)
        for place, elements in enumerate(scenes)
        for line, element in enumerate(elements)
        if element.kind == "action" or element.kind in SPOKEN
        for sentence in _SENTENCE.findall(element.text)
        if _DIES.search(sentence.casefold()) and not _UNSURE.search(sentence.casefold())
    ]
    found = list[Death]()
    for person in people if told else ():
        last, name = _last_word(scenes, person), re.escape(person.casefold())
        said = re.compile(rf"\b{name}\b,? (?:{_SAYS})\b|\b{name}'s (?:dead|body)\b")
        for place, line, sentence in told:
            if (place, line) > last and said.search(sentence.casefold()):
                found.append(Death(person, place, line, shorten(sentence.strip())))
                break
    return tuple(sorted(found, key=lambda death: (death.scene, death.line)))


def _last_word(scenes: Sequence[Sequence[Element]], person: str) -> tuple[int, int]:
    """Where somebody speaks last."""
    spoken = (
        (place, line)
        for place, elements in enumerate(scenes)
        for line, element in enumerate(elements)
        if element.kind == "cue" and element.character == person
    )
    return max(spoken, default=(-1, -1))
