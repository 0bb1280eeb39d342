"""Themes: composed once it is decided how the film is scored."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import ClassVar

from cineledger.agents import checking
from cineledger.agents.ask import Ask
from cineledger.agents.craft.motifs import Way
from cineledger.agents.craft.musical_themes import THEMES_BY, Person, compose_themes
from cineledger.agents.craft.palettes import age_in
from cineledger.agents.reading import film_look, played_scenes, texts
from cineledger.agents.role import Moment
from cineledger.agents.scoring.knowing import main_characters, score_of
from cineledger.agents.working import Made, Task
from cineledger.domain.debate.options import Look
from cineledger.domain.music.events import FILM, MotifComposed
from cineledger.domain.music.harmony import quarters
from cineledger.domain.music.theory import MODES, Key, read_key
from cineledger.domain.music.variation import Tone
from cineledger.domain.state import State
from cineledger.domain.value import Value
from cineledger.domain.words import SCORE


class Themed(Value):
    """A character as somebody who writes her theme knows her."""

    name: str
    valences: tuple[float, ...]
    arousals: tuple[float, ...]
    """What she feels in each of her scenes, where it is known."""
    age: int | None
    notes: tuple[str, ...]
    """What was said of her theme."""


class Composed(Value):
    """A theme."""

    whose: str
    title: str
    music_key: str
    tempo: int
    metre: str
    instrument: str
    notes: tuple[Tone, ...]
    reason: str


class ComposedThemes(Value):
    """All themes of the film."""

    themes: tuple[Composed, ...]


class ComposeThemes(Ask):
    """Which themes does this film have?"""

    ANSWER: ClassVar[type[Value]] = ComposedThemes
    score: str
    look: Look
    said: tuple[str, ...]
    people: tuple[Themed, ...]
    notes: tuple[str, ...]
    """What was said of the film's own theme."""
    places: tuple[str, ...]
    """Where the film plays, as slug lines have it."""

    def faults(self, answer: ComposedThemes) -> Iterator[str]:
        """Themes of nobody, or two of one; keys, metres and speeds that can't be played; notes outside the key."""
        owners = [theme.whose for theme in answer.themes]
        yield from checking.known(
            owners, (FILM, *(person.name for person in self.people)), "owner of a theme"
        )
        yield from checking.once(owners, "a theme of")
        if FILM not in owners:
            yield f"the film has no theme of its own: whose is {FILM!r}"
        for theme in answer.themes:
            name = f"the theme of {theme.whose}"
            yield from checking.said(theme.title, f"the title of {name}")
            yield from checking.said(theme.instrument, f"the instrument of {name}")
            yield from checking.said(theme.reason, f"the reason of {name}")
            yield from checking.within(theme.tempo, 20, 300, f"the tempo of {name}")
            yield from _unplayable(theme, name)


LONGEST_THEME = 24
"""Notes: what is longer can't be known again in two bars."""
_METRE = re.compile(r"(?:[2-9]|1[0-2])/(?:2|4|8|16)")


def _unplayable(theme: Composed, name: str) -> Iterator[str]:
    """What keeps a theme from being played, and varied, as it stands."""
    key = key_of_name(theme.music_key)
    if key is None:
        yield f"{theme.music_key!r} is no key: {name} is in a tonic and one of {', '.join(MODES)}"
    sounding = [tone.pitch for tone in theme.notes if tone.pitch is not None]
    if len(sounding) < 2 or len(theme.notes) > LONGEST_THEME:
        yield f"{name} has {len(sounding)} notes, and needs 2 to {LONGEST_THEME}"
    strange = [pitch for pitch in sounding if key is not None and not key.holds(pitch)]
    if strange:
        yield f"{name} leaves its key at {', '.join(map(str, strange[:4]))}"
    if not _METRE.fullmatch(theme.metre):
        yield f"{theme.metre!r} is no metre: write it as 4/4, 3/4 or 6/8"
    elif sum(tone.beats for tone in theme.notes) > LONGEST_THEME * quarters(theme.metre):
        yield f"{name} lasts longer than {LONGEST_THEME} bars"


def key_of_name(name: str) -> Key | None:
    """The key that a name stands for; None where it is the name of none."""
    try:
        return read_key(name)
    except ValueError:
        return None


def way_of(state: State, person: str) -> Way:
    """What somebody feels in each of her scenes, where it is known, in the order of the script."""
    feelings = state.cast.characters[person].feelings
    felt = [feelings[name] for name in state.script.order if name in feelings]
    known = [(f.valence, f.arousal) for f in felt if f.valence is not None and f.arousal is not None]
    return Way(tuple(valence for valence, _ in known), tuple(arousal for _, arousal in known))


def _age(state: State, person: str) -> int | None:
    """Her age, where a direction gives it as she first appears."""
    directions = (e.text for s in played_scenes(state) for e in s.written.elements if e.kind == "action")
    named = islice((text for text in directions if person in text), 3)
    return next((age for text in named if (age := age_in(text, person)) is not None), None)


def _asks(moment: Moment) -> Sequence[ComposeThemes]:
    state = moment.state
    score, _ = score_of(state)
    if score not in THEMES_BY or not played_scenes(state):
        return ()
    people = tuple(
        Themed(
            name=name,
            **way_of(state, name)._asdict(),
            age=_age(state, name),
            notes=state.works.notes(MotifComposed, name),
        )
        for name in main_characters(state)
    )
    return (
        ComposeThemes(
            role=moment.role,
            score=score,
            look=film_look(state),
            said=texts(state),
            people=people,
            notes=state.works.notes(MotifComposed, FILM),
            places=tuple(
                dict.fromkeys(s.written.location for s in played_scenes(state) if s.written.location)
            ),
        ),
    )


def _makes(moment: Moment, answers: Sequence[ComposedThemes]) -> Iterable[Made]:
    _, number = score_of(moment.state)
    rests = () if number is None else (number,)
    for answer in answers:
        for theme in answer.themes:
            yield Made(MotifComposed(**dict(theme), rests=rests), (0,))


def compose(ask: ComposeThemes) -> ComposedThemes:
    """The house rule: each theme has the shape of its owner's way through the film."""
    people = [Person(p.name, Way(p.valences, p.arousals), p.age, p.notes) for p in ask.people]
    made = compose_themes(people, ask.score, ask.look, ask.said, ask.notes, ask.places)
    themes = [
        Composed(music_key=theme.key.name, **{n: v for n, v in theme._asdict().items() if n != "key"})
        for theme in made
    ]
    return ComposedThemes(themes=tuple(themes))


COMPOSE = Task(since="planning", asks=_asks, makes=_makes, kinds=(MotifComposed,), after=(SCORE,))
