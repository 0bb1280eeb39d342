"""The themes of a film beside one another: whose there are, in which key, on what, and why."""

import re
from collections.abc import Sequence
from string import capwords
from typing import NamedTuple

from cineledger.agents.craft.motifs import Shape, Way, compose, distinct, metre_of, mode_of, tonic_of
from cineledger.agents.craft.music_notes import wish_in
from cineledger.agents.craft.name_letters import bare
from cineledger.agents.craft.palettes import CHILD, Voice, palette_of, voices
from cineledger.agents.craft.score_words import read_music_limits
from cineledger.domain.debate.options import Look
from cineledger.domain.music.events import FILM
from cineledger.domain.music.instruments import INSTRUMENTS, UNKNOWN
from cineledger.domain.music.theory import Key, brighter, darker
from cineledger.domain.music.variation import Tone

THEMES_BY = {"leitmotif": 5, "driving": 3, "sparse": 2}
"""How the film is scored → for how many characters a theme is worth the ear's trouble."""
SLOWEST, FASTEST = 46, 168

_SAYS: dict[Shape, str] = {
    "rising": "climbs, as {who} does from scene to scene",
    "falling": "comes down, as {who} does from scene to scene",
    "arch": "rises and comes back down, as {who} does",
    "bowl": "sinks and climbs out again, as {who} does",
    "wave": "turns about one note: {who} ends where {who} began",
}


class Person(NamedTuple):
    """Who a theme is for."""

    name: str
    way: Way
    age: int | None = None
    notes: tuple[str, ...] = ()


class Theme(NamedTuple):
    """A theme, and why it is so."""

    whose: str
    title: str
    key: Key
    tempo: int
    metre: str
    instrument: str
    notes: tuple[Tone, ...]
    reason: str


def compose_themes(
    people: Sequence[Person],
    score: str,
    look: Look,
    said: Sequence[str],
    film_notes: tuple[str, ...] = (),
    places: Sequence[str] = (),
) -> tuple[Theme, ...]:
    """The film's theme and one for each main character, no two alike; none where nothing is scored."""
    if score not in THEMES_BY:
        return ()
    limits = read_music_limits(said)
    chosen = people[: THEMES_BY[score]]
    palette = palette_of(look, said, score)
    whole, own = voices([(person.name, person.age) for person in chosen], palette, limits, places)
    film = Person(FILM, _together(people), notes=film_notes)
    first = sum(bare(people[0].name if people else FILM).encode()) % 12
    made = [_theme(film, 0, first, whole, score, look, ())]
    for rank, (person, voice) in enumerate(zip(chosen, own, strict=True), start=1):
        made.append(_theme(person, rank, first, voice, score, look, [theme.notes for theme in made]))
    return tuple(made)


def tempo_of(way: Way, score: str, look: Look) -> int:
    """Quarters a minute: by how roused she is, how restless the film is, and how it is scored."""
    pace = 76 + 34 * way.arousal + 24 * look.motion
    pace += {"driving": 26, "sparse": -12}.get(score, 0)
    pace += -22 * look.contrast if look.contrast < 0 else -10 * look.contrast
    pace -= 8 * max(0.0, look.closeness)
    return 2 * round(max(SLOWEST, min(FASTEST, pace)) / 2)


def _theme(
    person: Person,
    rank: int,
    first: int,
    voice: Voice,
    score: str,
    look: Look,
    others: Sequence[Sequence[Tone]],
) -> Theme:
    way, wish = person.way, wish_in(person.notes)
    key = Key(tonic_of(rank, first), mode_of(way, look.contrast))
    key = darker(key) if wish.darker else brighter(key) if wish.brighter else key
    young = person.age is not None and person.age <= CHILD
    metre = metre_of(way, young, look.contrast)
    centre = INSTRUMENTS.get(voice.instrument, UNKNOWN).centre
    more = wish.again
    notes = compose(person.name, way, key, metre, centre, more)
    while not distinct(notes, others) and more < 20:
        more += 1
        notes = compose(person.name, way, key, metre, centre, more)
    tempo = round(tempo_of(way, score, look) * (1 + 0.12 * wish.faster))
    return Theme(
        whose=person.name,
        title=title_of(person.name),
        key=key,
        tempo=max(SLOWEST, min(FASTEST, tempo)),
        metre=metre,
        instrument=voice.instrument,
        notes=notes,
        reason=_reason(person, key, voice),
    )


def title_of(whose: str) -> str:
    """What a theme is called."""
    if whose == FILM:
        return "Main theme"
    return f"{named(whose)}'s theme" if whose.isascii() else f"Theme of {whose}"


def named(whose: str) -> str:
    """A name from a cue as a title has it: Maya, Dr. Adeyemi, DJ."""
    words = (
        word if not re.search(r"[AEIOUY]", word) and len(word) < 4 and "." not in word else capwords(word)
        for word in whose.split()
    )
    return " ".join(words)


def _together(people: Sequence[Person]) -> Way:
    """What the film goes through: its people side by side, scene by scene of each."""
    if not people:
        return Way((), ())
    longest = max(len(person.way.valences) for person in people)
    valences, arousals = list[float](), list[float]()
    for place in range(longest):
        there = [p.way for p in people if p.way.valences]
        at = [min(len(way.valences) - 1, place * len(way.valences) // longest) for way in there]
        valences.append(sum(way.valences[a] for way, a in zip(there, at, strict=True)) / len(there))
        arousals.append(sum(way.arousals[a] for way, a in zip(there, at, strict=True)) / len(there))
    return Way(tuple(valences), tuple(arousals))


def _reason(person: Person, key: Key, voice: Voice) -> str:
    who = "the film" if person.name == FILM else person.name
    way = person.way
    if way.valence is None:
        return f"what {who} feels is not known, so it takes no side: {key.mode}, about one note; {voice.why}"
    says = _SAYS[way.shape].format(who=who)
    end = (
        " and stops on a step that is not at rest, for nothing has come home"
        if way.open
        else " and comes to rest"
    )
    fares = "well" if way.valence > 0.15 else "badly" if way.valence < -0.15 else "between well and badly"
    return f"it {says},{end}; {key.mode}, for {who} fares {fares}; {voice.why}"
