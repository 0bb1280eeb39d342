"""Who does what to whom in a stage direction: names and pronouns, sentence by sentence."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

SENTENCE = re.compile(r"[^.!?…]{1,800}[.!?…]*[\"”’)]*")
"""What is longer is no sentence that anybody would say, and is read in pieces."""
_HE, _SHE = frozenset({"he", "him", "his"}), frozenset({"she", "her", "hers"})
_PRONOUN = re.compile(r"\b(?:he|him|his|she|her|hers)\b", re.IGNORECASE)
_OBJECT = re.compile(
    r"her(?=[^\w\s]|\s*\Z|\s+(?:a|an|the|to|in|on|at|with|from|by|for|up|down|out|off|away|and|but|as|how|what|go|come)\b)|"
    r"(?:his|her) (?:\w+ )?(?:son|daughter|wife|husband|mother|father|brother|sister|boss|friend|child|baby)\b",
    re.IGNORECASE,
)
"""Her where somebody else is done something to, or belongs to: it does not tell who she is."""
Sex = Literal["he", "she"]
_SUBJECTS = frozenset({"he", "she"})


class Mention(NamedTuple):
    """A person named or meant at a place of a text."""

    start: int
    end: int
    person: str
    subject: bool
    """By a name or as he or she: somebody who can do something."""


class Cast:
    """The people of a scene as its directions call them, and who of them is he and who is she."""

    def __init__(
        self, called: Mapping[str, str], directions: Sequence[str], known: Mapping[str, Sex] | None = None
    ) -> None:
        """`called` gives each name the person it stands for, `known` who is he or she from elsewhere."""
        self.called = {name.casefold(): person for name, person in called.items()}
        longest = sorted(self.called, key=lambda name: (-len(name), name))
        names = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in longest)
        self._names = re.compile(rf"(?<!\w)(?:{names})(?!\w)", re.IGNORECASE) if names else None
        self.sex: Mapping[str, Sex] = {**(known or {}), **self._learnt(directions)}

    def named(self, text: str) -> list[Mention]:
        """Those whom a text names; a name typed small is a word like any other (will, hope)."""
        if self._names is None:
            return []
        found = (match for match in self._names.finditer(text) if match[0] != match[0].lower())
        return [
            Mention(m.start(), m.end(), self.called[" ".join(m[0].split()).casefold()], True) for m in found
        ]

    def mentions(self, sentence: str, before: str | None = None) -> list[Mention]:
        """Those whom a sentence names or means, in order; `before` was spoken of last, before it."""
        found = self.named(sentence)
        last = before
        for match in _PRONOUN.finditer(sentence):
            earlier = [m for m in found if m.end <= match.start()]
            word = match[0].casefold()
            doer = next((m.person for m in reversed(earlier) if m.subject), None)
            meant = self._meant(word, None if word in _SUBJECTS else doer, last)
            if meant is not None:
                found.append(Mention(match.start(), match.end(), meant, word in _SUBJECTS))
                found.sort()
                last = meant
        return found

    def _meant(self, word: str, doer: str | None, before: str | None) -> str | None:
        """Whom a pronoun means: the only one it can, else the one of them spoken of last; None where nobody knows."""
        sex = "he" if word in _HE else "she"
        people = dict.fromkeys(self.called.values())
        sure = [person for person in people if self.sex.get(person) == sex and person != doer]
        could = sure or [person for person in people if person not in self.sex and person != doer]
        if len(could) == 1:
            return could[0]
        if word in ("his", "her") and doer is not None and self.sex.get(doer) == sex and not sure:
            return doer
        return before if before in sure else None

    def _learnt(self, directions: Sequence[str]) -> dict[str, Sex]:
        """Who is he and who she: by the pronouns of sentences that name one person, and of those that follow."""
        votes: dict[str, int] = {}
        for text in directions:
            person: str | None = None
            for _, sentence in sentences(text):
                named = self.named(sentence)
                people = {mention.person for mention in named}
                person = next(iter(people)) if len(people) == 1 else None if people else person
                if person is None:
                    continue
                for match in _PRONOUN.finditer(sentence, named[0].start if named else 0):
                    word = match[0].casefold()
                    if word == "him" or _OBJECT.match(sentence, match.start()):
                        continue
                    weight = 2 if word in _SUBJECTS else 1
                    votes[person] = votes.get(person, 0) + (weight if word in _HE else -weight)
        return {person: "he" if vote > 0 else "she" for person, vote in votes.items() if vote}


@lru_cache(maxsize=1024)
def cast_of(called: tuple[tuple[str, str], ...], directions: tuple[str, ...]) -> Cast:
    """The people of a scene, remembered: several roles read the same."""
    return Cast(dict(called), directions)


def sentences(text: str) -> list[tuple[int, str]]:
    """Each sentence with its place in the text."""
    return [(match.start(), match[0]) for match in SENTENCE.finditer(text) if match[0].strip()]
