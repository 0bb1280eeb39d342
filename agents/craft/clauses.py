"""What a clause says is so: who did what, who is what, where something lies, what will happen."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cineledger.agents.craft.clause_phrases import Phrase, Words
from cineledger.agents.craft.clause_tokens import Speech, Token, clauses_of, tokens_of
from cineledger.agents.craft.clause_words import (
    ABSTRACT,
    ADVERBS,
    AT,
    BASES,
    BE,
    CODES,
    DETERMINERS,
    DIED,
    DO,
    ENDS_PHRASE,
    GIVING,
    HAD,
    HAVE,
    HIDING,
    KIN,
    LASTING,
    LIKE_KIN,
    MODALS,
    NEEDS_OBJECT,
    OCCUPATIONS,
    OPENERS,
    PAST,
    POSSESSIVES,
    PREPOSITIONS,
    STATES,
    THINGS,
    TIMED,
    TIMES,
    VERBS,
    WHOM,
    WILL,
    Verb,
)
from cineledger.agents.craft.doing import Cast

_UNSURE = frozenset(
    """if unless whether maybe perhaps imagine pretend suppose think thinks thought wonder wish hope hopes hoped guess
    dream dreamed dreamt believe believed almost nearly supposedly probably like""".split()
)
_HANDS = frozenset("takes cuts burns frames deserts switches plants leaks sinks".split())
"""What is seen to be done all day, grave as it may be where it is told."""


class Told(NamedTuple):
    """What a clause says."""

    key: tuple[str, ...]
    """The words that name it, whoever says it, and in whichever tense."""
    text: str
    about: tuple[str, ...]
    """The people it is about, the one who does it first."""
    words: tuple[str, ...]
    """Those that give it away, people's names apart."""
    weight: int
    """How much a story turns on it, from 1."""
    so: bool = True
    lies: bool = False
    """It says where a thing lies."""
    did: str = ""
    """Who does what it tells, or did."""


def told_in(sentence: str, cast: Cast, speech: Speech) -> Iterator[Told]:
    """What a sentence says is so, or is not so; nothing where it asks, supposes or wishes."""
    tokens = tokens_of(sentence, cast, speech)
    lows = [token.low for token in tokens]
    asks = "?" in lows
    if asks:
        start = _presumed(lows)
        if start is None:
            return
        tokens = tokens[start:]
    subject: Phrase | None = None
    thing: Phrase | None = None
    for clause in clauses_of(tokens, direction=not speech.who):
        if any(token.low in _UNSURE for token in clause):
            return
        reading = _Clause(clause, subject, thing, seen=not speech.who)
        if speech.who:
            yield from reading.kinships()
        told = reading.read()
        subject, thing = reading.subject or subject, reading.thing or thing
        if told is not None:
            yield told


def _presumed(lows: Sequence[str]) -> int | None:
    """Where in a question something is taken as so: did you know that …; None where all of it is asked."""
    for place, low in enumerate(lows[:-1]):
        if (
            low in ("know", "knew", "see")
            and "you" in lows[:place]
            and lows[place + 1] not in ("what", "who", "if")
        ):
            return place + 1
    return None


class _Clause(Words):
    """One clause, read from its subject on."""

    def __init__(
        self, tokens: Sequence[Token], before: Phrase | None, thing: Phrase | None, *, seen: bool
    ) -> None:
        """`before` does it where a direction names nobody; `thing` is what it and them mean."""
        super().__init__(tokens, thing)
        self._before, self._seen = before, seen
        self.subject: Phrase | None = None
        self.thing: Phrase | None = None

    def read(self) -> Told | None:
        """What it says; None where that is nothing a story turns on."""
        at = self._opened()
        code = self._code(at)
        if code is not None:
            return code
        at = self._cleft(at)
        somebody = self._by_somebody(at)
        if somebody is not None:
            return somebody
        subject = self.phrase(at)
        if subject is None or (
            not subject.who and self.low(at) in VERBS and not self._verb_after(subject.end)
        ):
            if self._before is None or not self._seen:
                return None
            subject = self._before._replace(end=at)
        self.subject = subject
        at = subject.end
        if self.low(at) in ("who", "that"):
            at += 1
        return self._said_of(subject, at)

    def kinships(self) -> Iterator[Told]:
        """My brother Tomas, my brother: what somebody is to somebody, told by the way."""
        for at, token in enumerate(self.tokens):
            found = self.kin(at)
            if found is None:
                continue
            kin, whose = found
            place = at + 1 if token.low in POSSESSIVES else at + 2
            while LIKE_KIN.get(self.low(place), self.low(place)) != kin:
                place += 1
            named = self.tokens[place + 1] if place + 1 < len(self.tokens) else None
            if self.low(place + 1) == "'s" or self.low(place + 2) == "'s":
                continue
            if named is not None and named.who == whose:
                continue
            if named is not None and (named.who or named.proper):
                yield _related(named.who, named.who or named.surface, whose, kin)
            elif kin in HAD and not (at and self.low(at - 1) in BE):
                key = (whose.casefold(), "has", kin)
                yield Told(key, f"{whose} has {_a(kin)}", (whose,), (kin,), 2)

    def _by_somebody(self, at: int) -> Told | None:
        """They arrested Victor: what was done to somebody, whoever did it."""
        low, verb = self.low(at + 1), VERBS.get(self.low(at + 1))
        if self.low(at) not in ("they", "someone", "somebody") or verb is None or low not in PAST:
            return None
        whom = self.phrase(at + 2)
        return self._undergone(whom, verb, at + 2, True) if whom is not None and whom.who else None

    def _opened(self) -> int:
        """Where it begins, behind what only opens it."""
        at = 0
        while self.low(at) in OPENERS and at < len(self.tokens):
            at += 1
        return at

    def _cleft(self, at: int) -> int:
        """Where its subject is: it was me who …, I am the one who …"""
        if self.low(at) == "it" and self.low(at + 1) in BE and self.low(at + 3) in ("who", "that"):
            return at + 2
        return at

    def _verb_after(self, at: int) -> bool:
        return self.low(self.past_adverbs(at)[0]) in VERBS.keys() | BE | HAVE | DO | WILL

    def _code(self, at: int) -> Told | None:
        """The code is 4711; his real name is Vale."""
        lows = [token.low for token in self.tokens]
        for place in range(at, len(lows) - 2):
            if lows[place] not in CODES and lows[place] != "name":
                continue
            be = next((k for k in range(place + 1, len(lows) - 1) if lows[k] in BE), None)
            if be is None or be - place > 4:
                return None
            after, denied = self.past_adverbs(be + 1)
            value = self.tokens[after] if after < len(lows) else None
            if value is None or not (
                value.proper or value.who or value.low[0].isdigit() or lows[place] in CODES
            ):
                return None
            if value.low in DETERMINERS | POSSESSIVES | ENDS_PHRASE | ADVERBS | PREPOSITIONS.keys():
                return None
            if lows[place] == "name":
                return self._name(place, value, denied)
            key = (lows[place], value.low)
            return Told(key, f"the {lows[place]} is {value.surface}", (), (value.low,), 3, not denied)
        return None

    def _name(self, place: int, value: Token, denied: bool) -> Told | None:
        whose = next((t.who for t in reversed(self.tokens[:place]) if t.low in POSSESSIVES or t.who), "")
        real = self.low(place - 1) in ("real", "true")
        if not whose or value.who == whose:
            return None
        kind = "real name" if real else "name"
        key = (whose.casefold(), kind.replace(" ", "-"), value.low)
        return Told(
            key, f"{whose}'s {kind} is {value.surface}", (whose,), (value.low,), 3 if real else 1, not denied
        )

    def _said_of(self, subject: Phrase, at: int) -> Told | None:
        """What the verb group says of the subject."""
        at, denied = self.past_adverbs(at)
        low = self.low(at)
        if low in MODALS or not low:
            return None
        if low in BE:
            at, also = self.past_adverbs(at + 1)
            return self._is(subject, at, not (denied or also))
        if low in HAVE:
            at, also = self.past_adverbs(at + 1)
            if self.low(at) == "been" and self.low(at + 1).endswith("ing") and self.low(at + 1) in VERBS:
                return self._does(subject, VERBS[self.low(at + 1)], at + 2, not (denied or also))
            if self.low(at) == "been":
                return self._is(subject, at + 1, not (denied or also))
            if self.low(at) in VERBS:
                return self._does(subject, VERBS[self.low(at)], at + 1, not (denied or also))
            return self._has(subject, at, not (denied or also))
        future = low in WILL or low == "wo"
        if low in DO or future:
            at, also = self.past_adverbs(at + 1)
            denied = denied or also
        verb = VERBS.get(self.low(at))
        if verb is None:
            return self._became(subject, at, not denied)
        past = self._seen or self.low(at) in PAST or low in DO or verb.past in LASTING
        if future or not past:
            return self._will(subject, verb, at + 1, not denied, sure=future)
        return self._does(
            subject, verb, at + 1, not denied, "" if low in DO or verb.past in LASTING else self.low(at)
        )

    def _is(self, subject: Phrase, at: int, so: bool) -> Told | None:
        """Dead; my brother; under the step; killed; going to leave; leaving."""
        low = self.low(at)
        hidden = low in ("hidden", "buried")
        if low in ("hidden", "buried", "kept", "locked", "lying") and self.preposition(at + 1):
            at, low = at + 1, self.low(at + 1)
        if (where := self.preposition(at)) and not subject.who:
            return self._lies(subject, where, at + 1, so, 3 if hidden else 1 if self._seen else 2)
        if low == "going" and self.low(at + 1) == "to" and self.low(at + 2) in VERBS:
            return self._will(subject, VERBS[self.low(at + 2)], at + 3, so, sure=True)
        if low in STATES and (subject.who or subject.people):
            if low == "leaving" or (low in VERBS and self.low(at + 1) in THINGS):
                return self._will(subject, VERBS["leaving"], at + 1, so, sure=False)
            return self._state(subject, *STATES[low], so)
        if low.endswith("ing") and low in VERBS:
            return self._will(subject, VERBS[low], at + 1, so, sure=False)
        if low in VERBS and VERBS[low].weight >= 2 and low not in THINGS:
            return self._undergone(subject, VERBS[low], at + 1, so)
        return self._what(subject, at, so)

    def _what(self, subject: Phrase, at: int, so: bool) -> Told | None:
        """Somebody's brother; a spy; in debt, in love with her."""
        if not subject.who:
            return None
        lows = [token.low for token in self.tokens[at : at + 5]]
        if lows[:2] == ["in", "debt"] or lows[:2] == ["in", "prison"] or lows[:2] == ["in", "jail"]:
            return self._state(subject, lows[1], 3, so, f"is in {lows[1]}")
        if lows[:3] == ["in", "love", "with"] and (whom := self.phrase(at + 3)) is not None and whom.who:
            return self._did(subject, "loves", whom, (), 3, so)
        if lows and lows[0] in ("a", "an") and (kind := next((w for w in lows[1:3] if w in OCCUPATIONS), "")):
            return self._state(subject, kind, 3, so, f"is {lows[0]} {kind}")
        phrase = self.kin(at)
        if phrase is None:
            return self._of_kin(subject, at, so)
        if phrase[1] == subject.who:
            return None
        kin, whose = phrase
        key = (subject.head, whose.casefold(), kin)
        people = tuple(dict.fromkeys((*subject.people, whose)))
        return Told(key, f"{subject.text} is {whose}'s {kin}", people, (kin,), 3, so)

    def _of_kin(self, subject: Phrase, at: int, so: bool) -> Told | None:
        """My father is Victor."""
        named = self.tokens[at] if at < len(self.tokens) else None
        whose, _, kin = subject.head.rpartition("-")
        if named is None or kin not in KIN or not (named.who or named.proper) or not subject.people:
            return None
        name, owner = named.who or named.surface, subject.people[0]
        if whose != owner.casefold() or name == owner:
            return None
        return _related(named.who, name, owner, kin, so)

    def _state(self, subject: Phrase, state: str, weight: int, so: bool, said: str = "") -> Told | None:
        if not (subject.who or subject.people):
            return None
        return Told(
            (subject.head, state),
            f"{subject.text} {said or f'is {state}'}",
            subject.people,
            (state,),
            weight,
            so,
        )

    def _has(self, subject: Phrase, at: int, so: bool) -> Told | None:
        """Has cancer; has a son."""
        lows = [token.low for token in self.tokens[at : at + 4]]
        ill = next((low for low in lows[:2] if low in STATES and STATES[low][0] == "ill"), "")
        if ill and subject.who:
            return self._state(subject, *STATES[ill], so)
        kin = next((low for low in lows[1:3] if low in KIN), "") if lows[:1] in (["a"], ["another"]) else ""
        if kin and subject.who:
            return Told(
                (subject.head, "has", kin), f"{subject.text} has {_a(kin)}", subject.people, (kin,), 3, so
            )
        return None

    def _became(self, subject: Phrase, at: int, so: bool) -> Told | None:
        """Died."""
        return self._state(subject, "dead", 3, so) if self.low(at) in DIED and subject.who else None

    def _lies(self, thing: Phrase, where: str, at: int, so: bool, weight: int) -> Told | None:
        place = self.phrase(at)
        if (
            place is None
            or thing.head not in THINGS
            or (place.head in ABSTRACT and place.head not in ("step", "bed"))
        ):
            return None
        self.thing = thing
        return _lying(thing, where, place, so, weight)

    def _undergone(self, subject: Phrase, verb: Verb, at: int, so: bool) -> Told | None:
        """Was killed, by whom if that is said."""
        by = self.phrase(at + 1) if self.low(at) == "by" else None
        if by is not None and by.who:
            return self._did(by, verb.past, subject, (), verb.weight, so)
        if not subject.who or verb.weight < 3:
            return None
        people = subject.people
        return Told(
            (subject.head, "was", verb.past), f"{subject.text} was {verb.past}", people, (verb.past,), 3, so
        )

    def _does(self, subject: Phrase, verb: Verb, at: int, so: bool, said: str = "") -> Told | None:
        """What somebody did, to what, and where that leaves it."""
        begins = at
        if self.low(at) in ("to", "on") and (person := self.phrase(at + 1)) is not None and person.who:
            at += 1
        whom = self.phrase(at)
        thing = self.phrase(whom.end) if whom is not None and whom.who and verb.past in GIVING else None
        if whom is not None and thing is not None and not thing.who:
            self.thing = thing if thing.head in THINGS else None
            text = f"{thing.text} to {whom.text}"
            whom = thing._replace(text=text, people=(*whom.people, *thing.people))
        elif whom is not None and not whom.who and whom.head in THINGS:
            self.thing = whom
        if whom is not None:
            at = whom.end
        where = self.preposition(at)
        if whom is not None and where and verb.past in HIDING and whom.head in THINGS:
            place = self.phrase(at + 1)
            if place is not None and not place.who:
                return _lying(whom, where, place, so, HIDING[verb.past], subject)
        if not subject.who:
            when = self.when(begins) if verb.past in TIMED else ()
            return self._did(subject, verb.past, None, when, 2, so, said) if when else None
        if whom is None and (verb.past in NEEDS_OBJECT or self.low(at).endswith("ing")):
            return None
        if whom is not None and (whom.head in ABSTRACT or (verb.past in WHOM and not whom.who)):
            return None
        weight = 1 if self._seen and (verb.weight < 3 or said in _HANDS) else verb.weight
        return self._did(subject, verb.past, whom, (), weight, so, said)

    def _did(
        self,
        subject: Phrase,
        past: str,
        whom: Phrase | None,
        when: tuple[str, ...],
        weight: int,
        so: bool,
        said: str = "",
    ) -> Told | None:
        if whom is not None and whom.who and whom.who == subject.who:
            return None
        people = tuple(dict.fromkeys((*subject.people, *(whom.people if whom else ()))))
        key = (subject.head, past, *((whom.head,) if whom else ()), *when)
        words = (past, *((whom.head,) if whom and whom.who not in whom.people else ()), *when)
        time = f"{'at ' if when and when[0] in AT else ''}{' '.join(when)}"
        text = " ".join(
            part for part in (subject.text, said or past, whom.text if whom else "", time) if part
        )
        return Told(key, text, people, tuple(dict.fromkeys(words)), weight, so, did=subject.who)

    def _will(self, subject: Phrase, verb: Verb, at: int, so: bool, *, sure: bool) -> Told | None:
        """What is going to be done, or when it happens: we leave at dawn, I am going to kill him."""
        whom, when = self.phrase(at), self.when(at)
        grave = verb.weight == 3 and sure and whom is not None
        leaves = verb.past == "left" and whom is not None and whom.who != ""
        if not (when or grave or leaves) or (not subject.who and not when):
            return None
        if whom is not None and (whom.head in ABSTRACT or whom.head in TIMES):
            whom = None
        if (
            verb.past in NEEDS_OBJECT
            and whom is None
            and verb.past not in ("left", "came", "went", "starts", "closes")
        ):
            return None
        told = self._did(subject, verb.past, whom, when, verb.weight, so)
        base = BASES[verb.past]
        ours = when and self.tokens[0].low == "we"
        return told and told._replace(
            key=(*(() if ours else told.key[:1]), "will", base, *told.key[2:]),
            words=tuple(base if word == verb.past else word for word in told.words),
            text=told.text.replace(f" {verb.past}", f"{' and others' if ours else ''} will {base}", 1),
        )


def _a(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def _related(who: str, name: str, whose: str, kin: str, so: bool = True) -> Told:
    """Somebody named, of the cast or not, is somebody's brother."""
    people = (who, whose) if who else (whose,)
    return Told((name.casefold(), whose.casefold(), kin), f"{name} is {whose}'s {kin}", people, (kin,), 3, so)


def _lying(
    thing: Phrase, where: str, place: Phrase, so: bool, weight: int = 2, by: Phrase | None = None
) -> Told:
    text = f"{thing.text} is {where} {place.text}"
    about = tuple(dict.fromkeys((*(by.people if by else ()), *thing.people, *place.people)))
    words = (thing.head, place.head) if not place.who else (thing.head,)
    did = by.who if by else ""
    return Told((thing.head, where, place.head), text, about, words, weight, so, lies=True, did=did)
