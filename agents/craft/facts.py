"""What there is to know in a film: the facts that its lines tell, show, keep secret and deny, each once."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from cineledger.agents.craft.bonds import Line
from cineledger.agents.craft.clause_tokens import Speech
from cineledger.agents.craft.clause_words import NOT_NAMES
from cineledger.agents.craft.clauses import Told, told_in
from cineledger.agents.craft.doing import Cast, cast_of, sentences
from cineledger.agents.craft.hearing import QUOTED, Uttered, listen, with_parts
from cineledger.agents.craft.knowing import giving_away, stem, stems_in
from cineledger.agents.craft.language import is_english
from cineledger.agents.craft.page import plain, shorten

MOST = 60
"""Facts of one film: an audience of a feature keeps no more in mind."""
FIRST, EACH = 6, 2
"""A film of few scenes has at most so many facts, and so many more for each scene."""
TELLINGS = 12
"""Lines of one fact that are kept, from the first on."""
ENOUGH = 3
"""How much has to turn on a fact: it is grave, or secret, or comes back."""
LEAST = 2
"""How much has to turn on it where a film has fewer than FIRST that are worth more."""
SECRET = re.compile(
    r"\b(?:(?:don't|do not|never|(?:you )?can't|(?:you )?mustn't|must never|won't|not to) (?:ever )?"
    r"(?:tell|say|breathe|mention|know|find out|learn)\b|(?:nobody|no one) (?:else )?(?:knows|(?:can|must) know)|"
    r"between (?:us|you and me|ourselves)|(?:our|a|my|the) secret|keep (?:it|this|that) (?:to yourself|quiet|secret)|"
    r"not a word|promise me|swear (?:to me|you won't)|(?:i|i've|i have) never told|haven't told)\b",
    re.IGNORECASE,
)
READ = re.compile(
    r"\b(?:reads?|reading|(?:letter|note|screen|sign|headline|paper|message) (?:says|reads))\b", re.IGNORECASE
)
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}\b|\A[A-Z][a-z]{2,}(?=[.!?]|['’]s\b| (?:is|was|has|died)\b)")
_CONCEALS = 3
"""How grave a deed is that is secret where nobody is there to see it."""


class Showing(NamedTuple):
    """A line that tells or shows a fact."""

    scene: int
    """The scene's place in the film, counted from 0."""
    line: int
    teller: str
    shown: bool
    so: bool
    quote: str


class Fact(NamedTuple):
    """Something that can be known."""

    name: str
    text: str
    about: tuple[str, ...]
    words: tuple[str, ...]
    secret: bool
    untrue: bool
    """Said by somebody who knows better."""
    told: tuple[Showing, ...]


@dataclass
class _Found:
    """A fact as it is gathered."""

    told: Told
    showings: list[Showing] = field(default_factory=list)
    secret: bool = False
    untrue: bool = False

    @property
    def worth(self) -> float:
        """How much turns on it."""
        scenes = {one.scene for one in self.showings}
        return (
            self.told.weight
            + 2 * (self.secret or self.untrue)
            + (len(scenes) > 1)
            + 0.1 * min(len(self.showings), 5)
        )


def find_facts(scenes: Sequence[Sequence[Line]], called: Mapping[str, str]) -> tuple[Fact, ...]:
    """The facts of a film, in the order in which the audience learns them; none where it is not in English.

    `called` gives each name of the cast the person it stands for.
    """
    if not is_english("\n".join(line.text for lines in scenes for line in lines)):
        return ()
    directions = tuple(plain(line.text) for lines in scenes for line in lines if line.kind == "action")
    cast = cast_of(tuple(sorted(with_parts(called).items())), directions)
    heard = [listen(lines, _there(lines, cast)) for lines in scenes]
    found = dict[tuple[str, ...], _Found]()
    for place, uttered in enumerate(heard):
        for told, showing, secret in _tellings(place, uttered, cast):
            _gather(found, told, showing, secret)
    _lied(found)
    facts = {key: one for key, one in found.items() if any(s.so for s in one.showings)}
    _spoken_of(facts, heard, cast)
    return _best(facts, len(scenes))


def _there(lines: Sequence[Line], cast: Cast) -> dict[str, str]:
    """The names of those who speak or are named in a scene."""
    people = {line.who for line in lines if line.who}
    people |= {m.person for line in lines if line.kind == "action" for m in cast.named(plain(line.text))}
    return {name.upper(): person for name, person in cast.called.items() if person in people}


def _gather(found: dict[tuple[str, ...], _Found], told: Told, showing: Showing, secret: bool) -> None:
    fact = found.setdefault(told.key, _Found(told))
    if (told.so and not fact.told.so) or (told.weight > fact.told.weight and told.so):
        text = fact.told.text if fact.told.so else told.text
        fact.told = told._replace(text=text, about=told.about or fact.told.about)
    elif told.did and not fact.told.did:
        fact.told = fact.told._replace(
            did=told.did, about=tuple(dict.fromkeys((*told.about, *fact.told.about)))
        )
    if all((one.scene, one.line) != (showing.scene, showing.line) for one in fact.showings):
        fact.showings.append(showing)
    fact.secret |= secret


def _tellings(place: int, uttered: Sequence[Uttered], cast: Cast) -> Iterator[tuple[Told, Showing, bool]]:
    """What each line of a scene tells, and whether it is told or done in secret."""
    secret = {one.turn for one in uttered if one.who and SECRET.search(one.text.replace("’", "'"))}
    before: str | None = None
    named = ""
    for line in uttered:
        to = line.to[0] if len(line.to) == 1 else ""
        for text, read in _parts(line):
            for _, sentence in sentences(text):
                speech = Speech(line.who if not read else "", to, before, named)
                for told in told_in(sentence, cast, speech):
                    shown = not line.who and not read
                    teller = (told.did if shown else line.who) or ""
                    showing = Showing(
                        place, line.place, teller, shown, told.so, shorten(sentence.strip(' "“”'))
                    )
                    yield told, showing, _secretly(line, told, shown, secret)
                before, named = _spoken_last(sentence, cast, line, before, named)


def _parts(line: Uttered) -> Iterator[tuple[str, bool]]:
    """What is said or done, and apart from it what is read in a letter or on a screen."""
    if line.who or not READ.search(line.text):
        yield line.text, False
        return
    yield QUOTED.sub(" ", line.text), False
    for match in QUOTED.finditer(line.text):
        yield match[1], True


def _secretly(line: Uttered, told: Told, shown: bool, secret: set[int]) -> bool:
    if shown:
        alone = set(line.heard) <= {told.did}
        return line.hidden or (alone and bool(told.did) and told.weight >= _CONCEALS)
    return bool(line.who) and (line.hidden or not secret.isdisjoint(range(line.turn, line.turn + 3)))


def _spoken_last(
    sentence: str, cast: Cast, line: Uttered, before: str | None, named: str
) -> tuple[str | None, str]:
    """Whom he and she mean in the next sentence."""
    people = [m.person for m in cast.named(sentence) if m.person not in (line.who, *line.to)]
    if people:
        return people[-1], ""
    match = _NAME.search(sentence) if line.who else None
    if match is not None and match[0].lower() not in NOT_NAMES:
        return before, match[0]
    return before, named


def _lied(found: dict[tuple[str, ...], _Found]) -> None:
    """What somebody did and denies is secret; so is where she put a thing, once she says that it lies elsewhere."""
    lying = defaultdict[str, list[_Found]](list)
    for fact in found.values():
        if fact.told.lies:
            lying[fact.told.key[0]].append(fact)
        for one in fact.showings:
            fact.secret |= not one.so and one.teller in fact.told.about
    for facts in lying.values():
        for hidden in facts:
            first = next((s for s in hidden.showings if s.shown and s.so), None)
            if first is None or not hidden.told.did:
                continue
            for other in facts:
                if other is hidden or any(s.shown for s in other.showings):
                    continue
                lies = [
                    s for s in other.showings if s.teller == hidden.told.did and (s.scene, s.line) > first[:2]
                ]
                hidden.secret |= bool(lies)
                other.untrue |= bool(lies)


def _spoken_of(facts: dict[tuple[str, ...], _Found], heard: Sequence[Sequence[Uttered]], cast: Cast) -> None:
    """The lines that give a fact away in other words than those that tell it."""
    by_word = defaultdict[str, list[_Found]](list)
    for fact in facts.values():
        by_word[stem(fact.told.words[0])].append(fact)
    for place, uttered in enumerate(heard):
        for line in (line for line in uttered if line.who):
            words = stems_in(line.text)
            for fact in (one for word in sorted(words & by_word.keys()) for one in by_word[word]):
                _mention(fact, place, line, cast)


def _mention(fact: _Found, place: int, line: Uttered, cast: Cast) -> None:
    at = (place, line.place)
    if any((s.scene, s.line) == at for s in fact.showings) or at < min(
        (s.scene, s.line) for s in fact.showings
    ):
        return
    quote = giving_away(line.text, line.who, line.to, fact.told.words, fact.told.about, cast)
    if quote is not None:
        fact.showings.append(Showing(place, line.place, line.who, False, True, shorten(quote)))


def _best(facts: Mapping[tuple[str, ...], _Found], scenes: int) -> tuple[Fact, ...]:
    worth = sorted(facts.values(), key=lambda one: (-one.worth, one.told.key))
    few = [one for one in worth[:FIRST] if one.worth >= LEAST]
    kept = [one for one in worth if one.worth >= ENOUGH or one in few][: min(MOST, FIRST + EACH * scenes)]
    facts_ = [_fact(one) for one in kept]
    return tuple(sorted(facts_, key=lambda fact: (_first(fact), fact.name)))


def _first(fact: Fact) -> tuple[int, int]:
    return next((s.scene, s.line) for s in fact.told if s.so)


def _fact(one: _Found) -> Fact:
    showings = sorted(one.showings, key=lambda s: (s.scene, s.line))[:TELLINGS]
    told = one.told
    return Fact(slug(told.key), told.text, told.about, told.words, one.secret, one.untrue, tuple(showings))


def slug(words: Sequence[str]) -> str:
    """A short name of words: tom-killed-victor."""
    return re.sub(r"[^\w]+", "-", "-".join(words).casefold()).strip("-")
