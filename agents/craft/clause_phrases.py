"""The noun phrases, times and kinships of a clause, from any of its words on."""

from collections.abc import Sequence
from typing import NamedTuple

from cineledger.agents.craft.clause_tokens import Token
from cineledger.agents.craft.clause_words import (
    ADVERBS,
    BE,
    DETERMINERS,
    DIED,
    DO,
    ENDS_PHRASE,
    HAVE,
    HOURS,
    KIN,
    LIKE_KIN,
    MODALS,
    NEGATIONS,
    POSSESSIVES,
    PREPOSITIONS,
    STATES,
    THINGS,
    TIMES,
    VERBS,
    WILL,
)

_ITS = frozenset({"it", "them", "that", "this", "they"})


class Phrase(NamedTuple):
    """A noun phrase: what names it, and what it says in full."""

    head: str
    text: str
    who: str
    """The person it is; empty where it is a thing."""
    people: tuple[str, ...]
    """Everybody in it."""
    end: int


class Words:
    """The words of a clause."""

    def __init__(self, tokens: Sequence[Token], thing: Phrase | None) -> None:
        """`thing` is what it and them mean."""
        self.tokens, self._it = tokens, thing

    def low(self, at: int) -> str:
        return self.tokens[at].low if 0 <= at < len(self.tokens) else ""

    def past_adverbs(self, at: int) -> tuple[int, bool]:
        """Where the next word that is no adverb is, and whether one of them denied it."""
        denied = False
        while (low := self.low(at)) in ADVERBS or low in NEGATIONS:
            denied |= low in NEGATIONS
            at += 1
        return at, denied

    def preposition(self, at: int) -> str:
        return PREPOSITIONS.get(self.low(at), "")

    def phrase(self, at: int) -> Phrase | None:
        """The noun phrase that begins here."""
        token = self.tokens[at] if at < len(self.tokens) else None
        if token is None:
            return None
        if token.low in _ITS and not token.who:
            return (
                self._it._replace(end=at + 1)
                if self._it is not None and token.low in ("it", "them")
                else None
            )
        owner = ""
        people = list[str]()
        if token.who and token.low not in POSSESSIVES:
            if self.low(at + 1) != "'s" or self._is_be(at + 1):
                return Phrase(token.who.casefold(), token.who, token.who, (token.who,), at + 1)
            owner, people, at = f"{token.who}'s", [token.who], at + 2
        elif token.low in POSSESSIVES or (token.low == "her" and token.who):
            if token.who:
                owner, people = f"{token.who}'s", [token.who]
            elif token.low in ("my", "your"):
                return None
            else:
                owner = token.low
            at += 1
        elif token.low in ("i", "we", "you", "he", "she", "they", "me", "us", "him"):
            return None
        det = ""
        if not owner and self.low(at) in DETERMINERS:
            det, at = self.low(at), at + 1
        return self._noun(at, owner, det, people)

    def _is_be(self, at: int) -> bool:
        """This 's is a verb: what follows can't be had by anybody."""
        after = self.past_adverbs(at + 1)[0]
        low = self.low(after)
        return low in STATES or low in PREPOSITIONS or low in DETERMINERS or low in POSSESSIVES or (
            low.endswith("ing") and low in VERBS
        ) or (low in VERBS and VERBS[low].past == low and low not in THINGS)  # fmt: skip

    def _noun(self, at: int, owner: str, det: str, people: list[str]) -> Phrase | None:
        words = list[Token]()
        while at < len(self.tokens) and len(words) < 4:
            token = self.tokens[at]
            low = token.low
            stops = (
                (bool(words) and low in ("last", "next"))
                or low in ENDS_PHRASE
                or low in PREPOSITIONS
                or low in BE | HAVE | DO | WILL | MODALS | NEGATIONS
                or (bool(words) and low in DIED)
            )
            if (
                stops
                or low in ADVERBS
                or (words and ((low in VERBS and low not in THINGS) or token.low in POSSESSIVES))
            ):
                break
            words.append(token)
            at += 1
            if token.who:
                people.append(token.who)
                break
        if not words or not (
            det or owner or words[0].proper or words[-1].low in THINGS or words[-1].low.isdigit()
        ):
            return None
        last = words[-1]
        kin = next((word.low for word in words if word.low in KIN), "")
        if kin and owner and people:
            kin = LIKE_KIN.get(kin, kin)
            named = last.who or (last.surface if last.proper and last.low not in KIN else "")
            who = named if last.who else ""
            head = (named or f"{people[0]}-{kin}").casefold()
            people = [last.who, *people] if last.who else people
            return Phrase(head, named or f"{owner} {kin}", who or head, tuple(dict.fromkeys(people)), at)
        whose = f"{owner} " if owner else f"{det} " if det else ""
        text = whose + " ".join(word.surface for word in words)
        proper = all(word.proper for word in words) and not det
        return Phrase(last.low, text, last.low if proper else "", tuple(dict.fromkeys(people)), at)

    def kin(self, at: int) -> tuple[str, str] | None:
        """What somebody is to whom: my brother, Maya's wife."""
        token = self.tokens[at] if at < len(self.tokens) else None
        if token is None or not token.who:
            return None
        at += 1 if token.low in POSSESSIVES else 2 if self.low(at + 1) == "'s" else len(self.tokens)
        kin = next((w for w in (self.low(at), self.low(at + 1)) if w in KIN), "")
        return (LIKE_KIN.get(kin, kin), token.who) if kin else None

    def when(self, at: int) -> tuple[str, ...]:
        """The words of a time."""
        lows = [token.low for token in self.tokens[at:]]
        for place, low in enumerate(lows):
            if low in TIMES:
                return (low,)
            if (low in HOURS and place and lows[place - 1] == "at") or (
                low.isdigit() and place and lows[place - 1] == "at"
            ):
                return (low,)
        return ()
