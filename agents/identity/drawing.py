"""Who the main characters are, as the writer draws them from their lines."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from cineledger.agents import checking
from cineledger.agents.ask import Ask
from cineledger.agents.craft.film_people import ages_in
from cineledger.agents.craft.growing import bounds
from cineledger.agents.craft.her_lines import HerLine
from cineledger.agents.craft.identifying import Shown, traits
from cineledger.agents.craft.language import is_english
from cineledger.agents.craft.life import Cited, age, backstory, desire, fear, in_words, motivation
from cineledger.agents.craft.trait_words import trait_words
from cineledger.agents.craft.voice import voice
from cineledger.agents.identity.describing import listed
from cineledger.agents.role import Rules
from cineledger.domain.cast.bounds import identity_faults
from cineledger.domain.cast.identity import Facet, Growth, Identity, Trait
from cineledger.domain.script.drafting import Sketch
from cineledger.domain.value import Value

MOST_DRAWN = 8
"""Traits of one character: what was decided, and what newer lines add."""


class DrawnTrait(Value):
    """What she is like, and the line that shows it."""

    trait: str
    facet: Facet | None
    value: float
    scene: int | None
    """The place of its scene in what was asked about."""
    line: int | None
    quote: str


class DrawnIdentity(Value):
    """Who a character is."""

    traits: tuple[DrawnTrait, ...]
    backstory: str
    motivation: str
    desire: str
    fear: str
    voice: str
    age: int | None
    growth: tuple[Growth, ...]
    reason: str


class DrawIdentity(Ask):
    """Who is this character?"""

    ANSWER: ClassVar[type[Value]] = DrawnIdentity
    character: str
    called: tuple[tuple[str, str], ...]
    """Every name in the script, and the person it stands for."""
    scenes: tuple[str, ...]
    """The numbers of the scenes, in order."""
    lines: tuple[HerLine, ...]
    """Hers, those said to her or of her, and the directions she is in."""
    sketch: Sketch | None = None
    """Who she was meant to be, where the crew wrote the script."""
    stands: Identity | None = None
    """Who she was decided to be; its bounds hold."""
    canon: Identity | None = None
    """Who she was when she came into the production."""
    notes: tuple[str, ...] = ()
    """What was said of her as she was drawn before."""

    def faults(self, answer: DrawnIdentity) -> Iterator[str]:
        """Lines that are not there, words they do not say, traits that nothing shows, bounds that do not hold her."""
        yield from checking.said(answer.reason, "the reason")
        if len(answer.traits) > MOST_DRAWN:
            yield f"{len(answer.traits)} traits are too many: give the {MOST_DRAWN} that make her who she is"
        there = {(line.scene, line.line): line.text for line in self.lines}
        known = {t.trait for one in (self.stands, self.canon) if one is not None for t in one.traits}
        for trait in answer.traits:
            yield from checking.within(trait.value, -1, 1, f"the value of {trait.trait}")
            if trait.scene is None or trait.line is None:
                if trait.trait not in known and self.sketch is None:
                    yield f"no line shows that she is {trait.trait}: cite one, or leave it out"
            elif (trait.scene, trait.line) not in there:
                yield f"{trait.trait}: there is no line {trait.line} of scene {trait.scene} in `lines`"
            elif not trait.quote.strip() or not checking.says(
                trait.quote, (there[(trait.scene, trait.line)],)
            ):
                yield f"{trait.trait} quotes {trait.quote!r}, which that line does not say"
        for what in ("backstory", "motivation", "desire", "fear", "voice"):
            if len(getattr(answer, what)) > checking.LONGEST:
                yield f"the {what} is over {checking.LONGEST} characters: say it in a sentence or two"
        if answer.age is not None:
            yield from checking.within(answer.age, 0, 200, "the age")
        yield from identity_faults(
            Identity(
                traits=tuple(
                    Trait(trait=t.trait, facet=t.facet, value=_kept(t.value)) for t in answer.traits
                ),
                growth=answer.growth,
            )
        )


def _kept(value: float) -> float:
    return max(-1.0, min(1.0, value))


def draw_identity(ask: DrawIdentity) -> DrawnIdentity:
    """The house rule: what lines show, in their own words; what was decided stays, and what is unknown stays empty."""
    names = dict(ask.called)
    shown = traits(ask.lines, ask.character, names)
    former = ask.stands or ask.canon or Identity()
    once = dict[str, DrawnTrait]()
    for trait in (*_former(former, ask.lines), *_sketched(ask.sketch), *map(_drawn, shown)):
        once.setdefault(trait.trait, trait)
    drawn = list(once.values())[:MOST_DRAWN]
    english = is_english("\n".join(line.text for line in ask.lines))
    own = [name for name, person in ask.called if person == ask.character]
    sketch = ask.sketch
    whole = tuple(Trait(trait=t.trait, facet=t.facet, value=t.value) for t in drawn)
    one = Identity(
        backstory=former.backstory or (in_words(backstory(ask.lines), ask.scenes) if english else ""),
        motivation=former.motivation or (_quoted(motivation(ask.lines), ask) if english else ""),
        desire=former.desire
        or (sketch.want if sketch else "")
        or (_quoted(desire(ask.lines), ask) if english else ""),
        fear=former.fear
        or (sketch.fear if sketch else "")
        or (_quoted(fear(ask.lines), ask) if english else ""),
        voice=voice(ask.lines) or (sketch.voice if sketch else "") or former.voice,
        age=_age(ask, age(ask.lines, own)),
    )
    return DrawnIdentity(
        traits=tuple(drawn),
        growth=former.growth or bounds(whole, None),
        reason=_why(ask.character, shown, english),
        **one.model_dump(include={"backstory", "motivation", "desire", "fear", "voice", "age"}),
    )


def _age(ask: DrawIdentity, said: int | None) -> int | None:
    """As was decided; else as the lines say, whatever canon has; else as she was meant to be."""
    if ask.stands is not None and ask.stands.age is not None:
        return ask.stands.age
    meant = _sketched_age(ask.sketch)
    known = None if ask.canon is None else ask.canon.age
    return said if said is not None else meant if meant is not None else known


def _quoted(cited: Cited | None, ask: DrawIdentity) -> str:
    return "" if cited is None else in_words((cited,), ask.scenes)


def _former(former: Identity, lines: Sequence[HerLine]) -> Iterator[DrawnTrait]:
    """What she was before, each trait with the line that still shows it."""
    for trait in former.traits:
        place = next((one for one in lines if trait.quote and checking.says(trait.quote, (one.text,))), None)
        yield DrawnTrait(
            trait=trait.trait,
            facet=trait.facet,
            value=trait.value,
            scene=None if place is None else place.scene,
            line=None if place is None else place.line,
            quote=trait.quote,
        )


def _sketched(sketch: Sketch | None) -> Iterator[DrawnTrait]:
    """The words of her sketch: she was meant to be so."""
    if sketch is not None:
        for told in {told.trait: told for told in trait_words(sketch.who)}.values():
            yield DrawnTrait(
                trait=told.trait, facet=told.facet, value=told.value, scene=None, line=None, quote=sketch.who
            )


def _sketched_age(sketch: Sketch | None) -> int | None:
    if sketch is None:
        return None
    return next((years for _, years in ages_in(f"{sketch.name}, {sketch.who}")), None)


def _drawn(shown: Shown) -> DrawnTrait:
    return DrawnTrait(
        trait=shown.trait,
        facet=shown.facet,
        value=shown.value,
        scene=shown.scene,
        line=shown.line,
        quote=shown.quote,
    )


def _why(character: str, shown: Sequence[Shown], english: bool) -> str:
    if not english:
        return f"{character}'s lines are not in a language whose words are known here: only what can be counted is said"
    if not shown:
        return f"no line says what {character} is like, and nothing {character} does is done twice"
    ways = dict.fromkeys(_WAYS[one.source] for one in shown)
    return f"{character} is drawn from {listed(list(ways))}"


_WAYS = {
    "introduced": "introductions",
    "said of her": "what others say",
    "said by her": "own words",
    "done": "what is done more than once",
}
DRAWING_RULES: Rules = {DrawIdentity: draw_identity}
