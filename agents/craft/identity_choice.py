"""Who somebody is, argued: how each who answers for her weighs traits, and who she is in their view.

Each has another ground: the writer what the lines say in sum, the cast member what her own lines bear, the director
what can be seen done, the showrunner what was asked for. A trait that only others speak of, against her own words or
deeds, is theirs and not hers (Pfister 1977: a figure's word on another characterises both).
"""

from collections.abc import Sequence
from typing import NamedTuple

from cineledger.agents.craft.identifying import WEIGHT, Source
from cineledger.agents.craft.page import quoted
from cineledger.agents.craft.trait_signs import aspect_of
from cineledger.agents.craft.trait_words import trait_words
from cineledger.domain.cast.identity import Facet, Identity, Trait
from cineledger.domain.value import Value
from cineledger.domain.words import CAST_PREFIX


class Evidence(Value):
    """A sign of what she is like, in a line."""

    trait: str
    facet: Facet
    aspect: str
    """Signs of one aspect that go either way contradict each other."""
    value: float
    scene: str
    """The name of its scene."""
    number: str
    """The scene as the crew calls it."""
    line: int
    quote: str
    source: Source
    by: str = ""
    """Who says it of her."""


class Judged(NamedTuple):
    """What a role finds of one trait."""

    trait: str
    worth: float
    """-1 it is not hers, 1 it is plainly hers."""
    reason: str


CRITERION = {"writer": "the text", "director": "performance", "showrunner": "vision", "cast": "my lines"}
"""Role → what it goes by on who somebody is."""
OBJECTS = -0.2
"""Worth below which a role has something against a trait."""


def criterion(role: str) -> str:
    """What a role goes by; the text, for one that nobody wrote a criterion for."""
    return CRITERION.get("cast" if role.startswith(CAST_PREFIX) else role, "the text")


def judge(
    role: str, trait: Trait, evidence: Sequence[Evidence], character: str, said: Sequence[str]
) -> Judged:
    """What a role finds of a trait, with the line that it goes by."""
    aspect = aspect_of(trait.trait)
    signs = [one for one in evidence if aspect is not None and one.aspect == aspect]
    bears = [one for one in signs if one.value * trait.value > 0]
    denies = [one for one in signs if one.value * trait.value < 0]
    if role == "showrunner" and (asked := _asked_for(trait, character, said)) is not None:
        return Judged(trait.trait, asked[0], f"it was asked for: {quoted(asked[1], 80)}")
    if role.startswith(CAST_PREFIX):
        return _played(trait, bears, denies)
    if role == "director":
        return _seen(trait, bears, denies)
    return _written(trait, bears, denies)


def _written(trait: Trait, bears: Sequence[Evidence], denies: Sequence[Evidence]) -> Judged:
    """All lines, by how far each is believed."""
    worth = round(0.4 * (_sum(bears) - _sum(denies)), 2)
    if worth < 0 and denies:
        return Judged(
            trait.trait, max(-1.0, worth), f"more lines deny it than bear it, as {_cite(denies[0])}"
        )
    return Judged(trait.trait, min(1.0, worth), f"it is in the lines: {_cite_or(trait, bears)}")


def _played(trait: Trait, bears: Sequence[Evidence], denies: Sequence[Evidence]) -> Judged:
    """Her own words and deeds; others' word of her is theirs."""
    mine = [one for one in bears if one.source != "said of her"]
    not_mine = [one for one in denies if one.source in ("said by her", "done")]
    if not mine and not_mine:
        return Judged(
            trait.trait,
            -0.5,
            f"{_who(bears)} {trait.trait}, and my own lines do not bear it: {_cite(not_mine[0])}",
        )
    if mine:
        return Judged(trait.trait, 0.6, f"I can play it from {_cite(mine[0])}")
    return Judged(trait.trait, 0.1, f"nothing in my lines speaks against it: {_cite_or(trait, bears)}")


def _seen(trait: Trait, bears: Sequence[Evidence], denies: Sequence[Evidence]) -> Judged:
    """Deeds before words: what is done can be shot (McKee 1997: true character is choice under pressure)."""
    does = [one for one in bears if one.source == "done"]
    undoes = [one for one in denies if one.source == "done"]
    if undoes and not does:
        return Judged(trait.trait, -0.4, f"it is said, and what I see is the opposite: {_cite(undoes[0])}")
    if does:
        return Judged(trait.trait, 0.7, f"I can show it: {_cite(does[0])}")
    return Judged(trait.trait, 0.2, f"it is heard, if not seen: {_cite_or(trait, bears)}")


def _asked_for(trait: Trait, character: str, said: Sequence[str]) -> tuple[float, str] | None:
    """What the orchestrator's words say of her on this trait, or on its opposite."""
    for words in said:
        for told in trait_words(words) if character.casefold() in words.casefold() else ():
            if told.trait == trait.trait:
                return 0.9, words
            if told.aspect == aspect_of(trait.trait) and told.value * trait.value < 0:
                return -0.6, words
    return None


def own_view(
    role: str, identity: Identity, evidence: Sequence[Evidence], character: str, said: Sequence[str]
) -> Identity:
    """Who she is as a role sees her: without what it finds is not hers, and with what it misses."""
    kept = tuple(t for t in identity.traits if judge(role, t, evidence, character, said).worth > OBJECTS)
    names = {trait.trait for trait in kept}
    missed = tuple(
        t for t in _missed(role, identity, kept, evidence, character, said) if t.trait not in names
    )
    traits = (*kept, *missed)
    facets = {trait.facet for trait in traits}
    return identity.model_copy(
        update={"traits": traits, "growth": tuple(g for g in identity.growth if g.facet in facets)}
    )


def _missed(
    role: str,
    identity: Identity,
    kept: Sequence[Trait],
    evidence: Sequence[Evidence],
    character: str,
    said: Sequence[str],
) -> list[Trait]:
    """What a role would have in place of what it leaves out: the deed it saw; the word that was asked for."""
    if role == "director" and len(kept) < len(identity.traits):
        gone = [trait for trait in identity.traits if trait not in kept]
        return [
            Trait(
                trait=one.trait,
                facet=trait.facet,
                value=one.value,
                scene=one.scene,
                line=one.line,
                quote=one.quote,
            )
            for trait in gone
            if (one := next((e for e in evidence if _undoes(e, trait)), None)) is not None
        ][:1]
    if role == "showrunner":
        told = [
            word for words in said if character.casefold() in words.casefold() for word in trait_words(words)
        ]
        return [
            Trait(trait=t.trait, facet=t.facet, value=t.value) for t in {t.trait: t for t in told}.values()
        ][:2]
    return []


def _undoes(one: Evidence, trait: Trait) -> bool:
    return one.aspect == aspect_of(trait.trait) and one.source == "done" and one.value * trait.value < 0


def _sum(signs: Sequence[Evidence]) -> float:
    return sum(abs(one.value) * WEIGHT[one.source] for one in signs)


def _cite(one: Evidence) -> str:
    return f"{quoted(one.quote, 70)} in scene {one.number}"


def _cite_or(trait: Trait, signs: Sequence[Evidence]) -> str:
    if signs:
        return _cite(signs[0])
    return quoted(trait.quote, 70) if trait.quote else f"{trait.trait}, as it was decided"


def _who(bears: Sequence[Evidence]) -> str:
    return f"{bears[0].by} calls me" if bears and bears[0].by else "others call me"
