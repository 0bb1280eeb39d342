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
    found = list[Death]()
    for person in people:
        last = _last_word(scenes, person)
        name = re.escape(person.casefold())
        said = re.compile(rf"\b{name}\b,? (?:{_SAYS})\b|\b{name}'s (?:dead|body)\b")
        for place, elements in enumerate(scenes):
            death = next(
                (
                    Death(person, place, line, shorten(sentence.strip()))
                    for line, element in enumerate(elements)
                    if (element.kind == "action" or element.kind in SPOKEN) and (place, line) > last
                    for sentence in _SENTENCE.findall(element.text)
                    if said.search(sentence.casefold()) and not _UNSURE.search(sentence.casefold())
                ),
                None,
            )
            if death is not None:
                found.append(death)
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
