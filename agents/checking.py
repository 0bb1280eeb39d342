"""What an answer can get wrong about what it was asked: one clause for each fault, for its mind to read."""

import re
from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence

from cineledger.agents.craft.limit_words import SUPPORT_FOR
from cineledger.agents.craft.limits import allowed, read_limits
from cineledger.agents.craft.page import playable
from cineledger.agents.craft.view import BeatView
from cineledger.domain.fountain.screenplay import Element
from cineledger.domain.shots.events import ShotSpec

LONGEST = 500
"""Characters that a reason, a note or a description may take."""
_SAME = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "…": "...", "*": None, "_": None})


def said(text: str, what: str) -> Iterator[str]:
    """A text that is empty, or too long to be read."""
    if not text.strip():
        yield f"{what} is empty"
    elif len(text) > LONGEST:
        yield f"{what} has {len(text)} characters: say it in a sentence or two, at most {LONGEST}"


def on_list(place: int, count: int, what: str) -> Iterator[str]:
    """A place where nothing is."""
    if not 0 <= place < count:
        known = f"they are counted from 0 to {count - 1}" if count else "there are none"
        yield f"there is no {what} at place {place}: {known}"


def stretch(first: int, last: int, count: int, what: str) -> Iterator[str]:
    """Lines that are not there, or end before they begin."""
    if not (0 <= first < count and 0 <= last < count):
        yield f"{what} runs from line {first} to {last}, and the scene's lines are counted from 0 to {count - 1}"
    elif last < first:
        yield f"{what} ends at line {last}, before it begins at {first}"


def within(value: float, least: float, most: float, what: str) -> Iterator[str]:
    """A number out of its range."""
    if not least <= value <= most:
        yield f"{what} is {value:g}, and lies between {least:g} and {most:g}"


def known(names: Iterable[str], there: Collection[str], what: str) -> Iterator[str]:
    """Names that nobody has, or that are written otherwise."""
    for name in dict.fromkeys(names):
        if name not in there:
            meant = next((other for other in there if other.casefold() == name.casefold()), None)
            yield (
                f"{name} is written {meant}"
                if meant
                else f"there is no {what} {name!r}: there is {', '.join(there) or 'none'}"
            )


def once(values: Iterable[Hashable], what: str) -> Iterator[str]:
    """What comes twice and may not."""
    yield from (f"{what} {value} comes twice" for value, count in Counter(values).items() if count > 1)


def bare(elements: Sequence[Element], spans: Iterable[tuple[int, int]], what: str) -> Iterator[str]:
    """Playable lines that no span holds."""
    held = {place for first, last in spans for place in range(max(0, first), min(last, len(elements)) + 1)}
    missing = [place for place in playable(elements) if place not in held]
    if missing:
        lines = ", ".join(map(str, missing[:8])) + (" …" if len(missing) > 8 else "")
        yield f"line{'s' if len(missing) > 1 else ''} {lines} {what}"


def quoted(quote: str, elements: Sequence[Element], what: str) -> Iterator[str]:
    """A quote that no lines hold; case, spaces, emphasis, and what was left out at dots or brackets don't count."""
    whole = [element.text for element in elements]
    spoken = [element.text for element in elements if element.kind != "parenthetical"]
    if not says(quote, whole, spoken):
        yield f"{what} quotes {quote!r}, which no line says"


def says(quote: str, *read: Iterable[str]) -> bool:
    """Every part of a quote is in the lines, read in one way or another."""
    texts = [_plain(" ".join(lines)) for lines in read]
    return all(any(part.strip() in text for text in texts) for part in _plain(quote).split("..."))


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text.translate(_SAME).casefold()).strip(" \"'")


def notes_by_place(
    notes: Sequence[tuple[int, str]], count: int, most: int, *, first: int = 0
) -> Iterator[str]:
    """Notes on nothing, without words, two on one thing, or too many."""
    for place, text in notes:
        if not first <= place < count:
            yield f"a note is on place {place}, and places run from {first} to {count - 1}"
        yield from said(text, "the note")
    yield from once((place for place, _ in notes), "a note on place")
    if len(notes) > most:
        yield f"{len(notes)} notes are too many: give the {most} that matter most"


def framed(spec: ShotSpec, heard: Collection[str] = ()) -> Iterator[str]:
    """A shot whose parts do not agree; `heard` are people who are in the beat and can't be seen."""
    yield from said(spec.subject, "the subject")
    yield from said(spec.description, "the description")
    if spec.support not in SUPPORT_FOR[spec.movement]:
        can = ", ".join(SUPPORT_FOR[spec.movement])
        yield f"{spec.support} does not carry {spec.movement}: {can} would"
    if spec.subject in heard:
        yield f"{spec.subject} is only heard there, and can't be the subject of a shot"


def limited(spec: ShotSpec, words: Sequence[str]) -> Iterator[str]:
    """A shot that the orchestrator's words forbid."""
    broken = allowed(spec, read_limits(words))
    if broken:
        yield broken


def unseen(beat: BeatView) -> tuple[str, ...]:
    """The people of a beat whom no camera can find: voices."""
    return tuple(name for name in beat.people if name not in beat.seen)
