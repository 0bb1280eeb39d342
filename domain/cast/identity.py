"""Who somebody is: what stays the same through the scenes, and how far it may grow."""

from typing import ClassVar, Literal, get_args

from pydantic import Field

from cineledger.domain.value import Value
from cineledger.domain.work.work import Mentions, Work

Facet = Literal["openness", "conscientiousness", "extraversion", "agreeableness", "stability"]
"""The five factors of personality (Goldberg 1993); stability is the other end of neuroticism."""
FACETS: tuple[Facet, ...] = get_args(Facet)


class Trait(Value):
    """What somebody is like, and the line that shows it."""

    trait: str
    """A word for it: loyal."""
    facet: Facet | None = None
    """The factor it is a sign of."""
    value: float = Field(ge=-1, le=1)
    """How much of that factor it speaks of, -1 the opposite; without a factor, how marked it is."""
    scene: str | None = None
    line: int | None = None
    quote: str = ""


class Growth(Value):
    """How far somebody may become another on one factor in one production."""

    facet: Facet
    low: float = Field(ge=-1, le=1)
    high: float = Field(ge=-1, le=1)
    toward: str = ""
    """Where it is to go and why, in words."""


class Identity(Value):
    """Who somebody is."""

    traits: tuple[Trait, ...] = ()
    backstory: str = ""
    motivation: str = ""
    """Why she wants what she wants."""
    desire: str = ""
    fear: str = ""
    voice: str = ""
    """How she speaks: habits that can be heard."""
    age: int | None = Field(default=None, ge=0, le=200)
    """In years, as the production begins; None where nobody says."""
    growth: tuple[Growth, ...] = ()

    def on(self, facet: Facet) -> float | None:
        """Where she stands on a factor: the mean of the traits that speak of it; None where none does."""
        told = [trait.value for trait in self.traits if trait.facet == facet]
        return round(sum(told) / len(told), 2) if told else None


class IdentityDrawn(Work):
    """Who a character is in this production, as her lines say, or as was decided."""

    BY: ClassVar[str] = "writer"
    KEY: ClassVar[tuple[str, ...]] = ("character",)
    NOUN: ClassVar[str] = "identity"

    character: str
    identity: Identity
    decided: bool = False
    """It was decided, and is no reading only: how far she may grow binds whoever draws her anew."""
    said: tuple[str, ...] = ()
    """What of it the orchestrator said in person, which stays as it is: fear, age, trait loyal, without shy."""

    def mentions(self) -> Mentions:
        shown = [t for t in self.identity.traits if t.scene is not None]
        lines = tuple((str(t.scene), t.line) for t in shown if t.line is not None)
        return Mentions(tuple(str(t.scene) for t in shown), lines, (self.character,))
