"""What a cast member is asked about a scene that tells facts, and what she takes from it."""

from collections.abc import Iterator
from typing import ClassVar

from cineledger.agents import checking
from cineledger.agents.ask import Ask
from cineledger.agents.craft.learning import may_be_sure
from cineledger.domain.cast.knowledge import How
from cineledger.domain.value import Value


class HeardLine(Value):
    """A line that reaches you, or is yours."""

    place: int
    who: str
    """Who says it; empty for what is done."""
    to: tuple[str, ...]
    """To whom it is said."""
    text: str
    hidden: bool
    """Whispered, or done so that nobody else sees."""


class TellingHere(Value):
    """A line of the scene that tells a fact or shows it, as far as it reaches you."""

    line: int
    teller: str
    shown: bool
    so: bool
    quote: str


class Learnable(Value):
    """A fact that is told or shown in the scene within your sight or hearing."""

    fact: str
    text: str
    about: tuple[str, ...]
    secret: bool
    untrue: bool
    """Who says so knows better: it can only be believed."""
    tellings: tuple[TellingHere, ...]


class Took(Value):
    """What you take of a fact from the scene."""

    fact: str
    so: bool
    """False where you take it that it is not so."""
    how: How
    source: str
    """Who you have it from; empty where nobody told you."""
    sure: bool
    """You know it; False where you only believe it."""
    secret: bool
    """You keep it to yourself, or were asked to."""
    line: int
    quote: str


class Taught(Value):
    """What a scene teaches you; nothing, where you know it all or believe none of it."""

    took: tuple[Took, ...]


class Learn(Ask):
    """What do you come to know in this scene, or to believe?"""

    ANSWER: ClassVar[type[Value]] = Taught
    character: str
    lines: tuple[HeardLine, ...]
    facts: tuple[Learnable, ...]
    trusted: tuple[str, ...]
    """Those in it whom you have no cause to mistrust."""
    notes: tuple[str, ...] = ()
    """What was said of how you read it."""

    def faults(self, answer: Taught) -> Iterator[str]:
        """What is not told here or does not reach her, sources who say nothing, and more sureness than there can be."""
        facts = {fact.fact: fact for fact in self.facts}
        yield from checking.once((took.fact for took in answer.took), "the fact")
        yield from checking.known((took.fact for took in answer.took), tuple(facts), "fact")
        for took in answer.took:
            fact = facts.get(took.fact)
            told = next((one for one in fact.tellings if one.line == took.line), None) if fact else None
            if fact is None:
                continue
            if told is None:
                yield f"line {took.line} does not tell {took.fact}, as far as it reaches you"
            elif not checking.says(took.quote, (line.text for line in self.lines if line.place == took.line)):
                yield f"{took.fact} quotes {took.quote!r}, which line {took.line} does not say"
            elif took.how in ("told", "overheard") and took.source != told.teller:
                yield f"line {took.line} is {told.teller or 'nobody'}'s, and you have {took.fact} from {took.source!r}"
            elif took.how not in ("told", "overheard") and took.source:
                yield f"what you {took.how} you have from nobody, and {took.fact} from {took.source}"
            elif took.sure and fact.untrue:
                yield f"{took.fact} is not so, and you can only believe it"
            elif took.sure and took.source and not may_be_sure(took.source, fact.about, self.trusted):
                yield f"{took.source} may say so, and you only believe {took.fact}: it is not about one you trust"
