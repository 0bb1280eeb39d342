"""Breakdown sheets: what each scene needs on the day, the set designer's properties among it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from cineledger.agents import checking
from cineledger.agents.ask import Ask
from cineledger.agents.citing import cited
from cineledger.agents.craft.breakdown import break_sheet, words
from cineledger.agents.craft.breakdown_words import CATEGORIES
from cineledger.agents.craft.film_people import ages, beasts
from cineledger.agents.craft.page import SPEECH, names_in, playable, shorten
from cineledger.agents.reading import by_person, played_scenes
from cineledger.agents.role import Moment, Rules
from cineledger.agents.working import Made, Task
from cineledger.domain.design.events import PropListed, PropUse
from cineledger.domain.fountain.screenplay import Element
from cineledger.domain.office.events import Item, SceneListed
from cineledger.domain.script.events import Scene
from cineledger.domain.state import State
from cineledger.domain.value import Value

MOST_RESTS = 6
HANDLED = ("WEAPONS", "WARDROBE")
"""Categories other than its own that a property may fall under."""


class Needed(Value):
    """Something that a scene needs on the day."""

    category: str
    name: str
    count: int
    line: int | None
    """Place of the line that asks for it, counted from 0; None where the whole scene does."""
    quote: str


class Sheet(Value):
    """A scene's breakdown."""

    items: tuple[Needed, ...]


class ListNeeds(Ask):
    """What does this scene need on the day? Categories are those of the breakdown."""

    ANSWER: ClassVar[type[Value]] = Sheet
    elements: tuple[Element, ...]
    cast: tuple[str, ...]
    """The characters that its lines name."""
    ages: tuple[tuple[str, int], ...] = ()
    """Those of them whose age some scene tells."""
    animals: tuple[tuple[str, str], ...] = ()
    """Names, in small letters, of what some scene calls an animal, and which."""

    def faults(self, answer: Sheet) -> Iterator[str]:
        """Categories that the breakdown does not have, strangers, a thing twice, none of a thing, lines nobody says."""
        yield from checking.once((item.name.casefold() for item in answer.items), "the item")
        for item in answer.items:
            yield from checking.said(item.name, "the name of an item")
            yield from checking.known((item.category,), CATEGORIES, "category")
            if item.category == "CAST":
                yield from checking.known((item.name,), self.cast, "character in the scene")
            if item.count < 1:
                yield f"{item.name} is needed {item.count} times: leave out what is not needed"
            yield from cited(item.line, item.quote, self.elements, item.name)


def _asks(moment: Moment) -> Sequence[Ask]:
    names = moment.state.cast.people(sorted(moment.state.cast.characters))
    played = [by_person(moment.state, scene.written.elements) for scene in played_scenes(moment.state)]
    old, tame = ages(names, played), beasts(played)
    asks = []
    for elements in played:
        cast = _named(elements, names)
        asks.append(
            ListNeeds(
                role=moment.role,
                elements=elements,
                cast=cast,
                ages=tuple((name, old[name]) for name in cast if name in old),
                animals=tuple(sorted(tame.items())),
            )
        )
    return asks


def _named(elements: Sequence[Element], names: Sequence[str]) -> tuple[str, ...]:
    """Who speaks or is named in a direction."""
    found: dict[str, None] = {}
    for place in playable(elements):
        element = elements[place]
        if element.kind in SPEECH and element.character:
            found[element.character] = None
        elif element.kind == "action":
            found.update(dict.fromkeys(names_in(element.text, names)))
    return tuple(found)


def _makes(moment: Moment, answers: Sequence[Sheet]) -> Iterable[Made]:
    listed = _properties(moment.state)
    for place, (scene, sheet) in enumerate(zip(played_scenes(moment.state), answers, strict=True)):
        mine = listed.get(scene.written.scene, [])
        notes = moment.state.works.notes(SceneListed, scene.written.scene)
        items = tuple(i for i in _items(scene, sheet.items, mine) if not _struck(i.name, notes))
        yield Made(
            SceneListed(
                reason=_counted(items),
                rests=tuple(number for _, _, number in mine[:MOST_RESTS]),
                scene=scene.written.scene,
                items=items,
            ),
            (place,),
        )


def _struck(name: str, notes: Sequence[str]) -> bool:
    """A note on the sheet wants an item gone: “it needs no smoke machine”, “strike the horse”."""
    refused = r"\b(?:no|not|without|strike|lose|remove|drop|cut|never)\b(?:\W+\w+){0,2}?\W+" + re.escape(name)
    return any(re.search(rf"{refused}(?:e?s)?\b", note, re.IGNORECASE) for note in notes)


def _properties(state: State) -> dict[str, list[tuple[str, PropUse, int]]]:
    """Scene → the set designer's properties in it, where each is first named, and the event that listed it."""
    found: dict[str, list[tuple[str, PropUse, int]]] = {}
    for name in state.works.of(PropListed):
        done = state.works.standing(PropListed, name)
        fact = state.works.get(PropListed, name)
        if done is None or fact is None:
            continue
        first: dict[str, PropUse] = {}
        for use in fact.uses:
            first.setdefault(use.scene, use)
        for scene, use in first.items():
            found.setdefault(scene, []).append((fact.prop, use, done.number))
    return found


def _items(
    scene: Scene, needs: Sequence[Needed], listed: Sequence[tuple[str, PropUse, int]]
) -> tuple[Item, ...]:
    """What was found and what the set designer lists, each thing once and under one category."""
    taken = {need.name for need in needs if need.category != "PROPS"}
    stems = {stem for name in taken for stem in _stems(name)}
    props, known = list[Needed](), set[str]()
    for prop, use, _ in listed:
        meant = words(prop)
        if _stems(prop) & stems or any(word.name in taken for word in meant):
            continue
        known |= _stems(prop) | {word.name for word in meant}
        category = meant[0].category if meant and meant[0].category in HANDLED else "PROPS"
        quote = shorten(use.quote)
        props.append(Needed(category=category, name=prop, count=1, line=use.line, quote=quote))
    kept = [need for need in needs if need.category != "PROPS" or not {need.name, *_stems(need.name)} & known]
    found: dict[str, Item] = {}
    last = len(scene.written.elements)
    for need in (*kept, *props):
        if need.category in CATEGORIES and (need.line is None or 0 <= need.line < last):
            uci = CATEGORIES[need.category].uci
            found.setdefault(need.name.casefold(), Item(uci=uci, **dict(need)))
    order = list(CATEGORIES)
    return tuple(sorted(found.values(), key=lambda item: order.index(item.category)))


def _stems(name: str) -> set[str]:
    """The words of a thing, in the singular as far as English forms it."""
    return {re.sub(r"(?<=\w\w)e?s\Z", "", word) for word in re.findall(r"[^\W\d_]+", name.casefold())}


def _counted(items: Sequence[Item]) -> str:
    """cast members: MAYA, JON; special effects: rain."""
    said = []
    for category in dict.fromkeys(item.category for item in items):
        names = [item.name for item in items if item.category == category]
        said.append(f"{CATEGORIES[category].told.lower()}: {shorten(', '.join(names), 60)}")
    return "; ".join(said[:5]) or "its lines ask for nothing but the place"


def list_needs(ask: ListNeeds) -> Sheet:
    """The house rule: people by cues and directions, things by words of the trade in directions."""
    needs = break_sheet(ask.elements, ask.cast, dict(ask.ages), dict(ask.animals))
    return Sheet(
        items=tuple(
            Needed(category=n.category, name=n.name, count=n.number, line=n.line, quote=n.quote)
            for n in needs
        )
    )


LISTING: Task = Task(since="planning", asks=_asks, makes=_makes, kinds=(SceneListed,))
LISTING_RULES: Rules = {ListNeeds: list_needs}
