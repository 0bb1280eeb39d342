"""Which instruments a film is scored for: by its look, by words of its genre, by who somebody is."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from cineledger.agents.craft.score_words import MusicLimits
from cineledger.domain.debate.options import Look

LEAN = 0.35
"""How far a look has to lean before its palette is taken."""

PALETTES: dict[str, tuple[str, ...]] = {
    "noir": ("muted trumpet", "tenor saxophone", "piano", "bass clarinet", "vibraphone", "viola"),
    "comic": ("clarinet", "bassoon", "pizzicato strings", "xylophone", "piccolo", "tuba"),
    "epic": ("french horn", "cello", "english horn", "trumpet", "oboe", "violin"),
    "intimate": ("piano", "cello", "guitar", "clarinet", "viola", "celesta"),
    "restless": ("synth lead", "electric guitar", "marimba", "viola", "clarinet", "cello"),
    "plain": ("piano", "violin", "clarinet", "cello", "oboe", "flute"),
    "western": ("harmonica", "guitar", "whistle", "english horn", "violin", "trumpet"),
    "machine": ("synth lead", "vibraphone", "synth pad", "electric guitar", "cello", "celesta"),
    "horror": ("music box", "bass clarinet", "viola", "tremolo strings", "celesta", "cello"),
    "jazz": ("tenor saxophone", "piano", "vibraphone", "muted trumpet", "guitar", "clarinet"),
    "folk": ("accordion", "guitar", "violin", "clarinet", "harmonica", "flute"),
}
"""What the themes of a film are played on, the film's own first."""

BEDS: dict[str, tuple[str, ...]] = {
    "noir": ("double bass", "brushes"),
    "comic": ("pizzicato strings",),
    "epic": ("strings", "timpani"),
    "intimate": (),
    "restless": ("synth bass", "low drums"),
    "plain": ("strings",),
    "western": ("guitar", "low drums"),
    "machine": ("synth pad", "synth bass"),
    "horror": ("tremolo strings",),
    "jazz": ("double bass", "brushes"),
    "folk": ("guitar",),
}
"""What lies under a theme."""

_GENRES: tuple[tuple[str, str], ...] = (
    ("western", r"\bwesterns?\b|\bcowboys?\b|\bfrontier\b|\bsaloons?\b|\bsheriff's\b|\bcorrals?\b"),
    (
        "machine",
        r"\bsci-?fi\b|\bscience fiction\b|\bcyber\w*|\brobots?\b|\bandroids?\b|\b(?:space|star)ships?\b|\bneon\b|"
        r"\borbital\b|\bspace station\b|\bcryo\w*|\bmainframe\b",
    ),
    ("horror", r"\bhorror\b|\bhaunted\b|\bghost story\b|\bgothic\b"),
    ("jazz", r"\bjazz\w*|\bswing\b|\bbebop\b"),
    ("noir", r"\bnoir\b|\bhard-?boiled\b|нуар"),
    ("comic", r"\bcomedy\b|\bcomic\b|\bfarce\w*|\bslapstick\b|\bscrewball\b|комеди|comédie|komödie|喜剧"),
    ("folk", r"\bfolk\b|\bvillage\b|\bfairy ?tale\b|\bfable\b"),
)
"""Words of the vision that name a sound of their own."""

CHILD, OLD = 12, 60
"""Ages up to which, and from which, a voice is heard as a child's and as an old one's."""
_CHILDLIKE = ("celesta", "music box", "piccolo", "flute", "xylophone")
_AGED = ("cello", "bassoon", "bass clarinet", "english horn", "viola", "trombone")
_AGE = r"\W{{0,3}}\(?(?:age[d]? |about |only |barely |early |mid-?|late )?(\d{{1,3}})(?:'?s)?\b"


class Voice(NamedTuple):
    """What a theme is played on, and why."""

    instrument: str
    why: str


def palette_of(look: Look, said: Sequence[str], score: str = "") -> str:
    """The palette a film is scored from: what the vision names, else where its look leans most; a pulse is restless."""
    if named := genre_in(" ".join(said)):
        return named
    leans = {
        "noir": look.contrast,
        "comic": -look.contrast,
        "epic": -look.closeness,
        "intimate": look.closeness,
        "restless": look.motion + (0.2 if score == "driving" else 0.0),
        "plain": -look.motion,
    }
    name = max(leans, key=lambda lean: leans[lean])
    return name if leans[name] >= LEAN else "plain"


def genre_in(text: str) -> str | None:
    """The genre that words name; None where they name none."""
    return next((name for name, pattern in _GENRES if re.search(pattern, text.casefold())), None)


def age_in(text: str, name: str) -> int | None:
    """How old somebody is, as a direction gives it behind her name: LENA, 9, or IDRIS (60s)."""
    found = re.search(rf"(?<!\w){re.escape(name)}(?:'s)?" + _AGE.format(), text, re.IGNORECASE)
    return int(found[1]) if found and int(found[1]) < 120 else None


def voices(
    people: Sequence[tuple[str, int | None]], palette: str, limits: MusicLimits, places: Sequence[str] = ()
) -> tuple[Voice, tuple[Voice, ...]]:
    """What the film's theme is played on, and each character's, with her age; each another while there are any.

    `places` are where the film plays: a saloon brings its own instruments into any palette.
    """
    setting = PALETTES.get(genre_in(" ".join(places)) or "", ())[:2]
    own = PALETTES[palette]
    wished = (*limits.wanted, *own[:1], *setting, *own[1:], *PALETTES["plain"])
    offered = list(dict.fromkeys(name for name in wished if limits.allows(name)))
    offered = offered or list(limits.within(limits.only))
    film = Voice(offered[0], _why_film(offered[0], palette, limits))
    taken = {film.instrument}
    found = list[Voice]()
    for name, age in people:
        voice = _of_age(name, age, taken, limits)
        if voice is None:
            free = next((one for one in offered if one not in taken), offered[0])
            whence = "what is played where it plays" if free in setting else f"the {palette} palette"
            why = f"of {whence} the {free} is free for {name}"
            voice = Voice(free, why if len(offered) > 1 else f"all of it is played on the {free}")
        taken.add(voice.instrument)
        found.append(voice)
    return film, tuple(found)


def _of_age(name: str, age: int | None, taken: set[str], limits: MusicLimits) -> Voice | None:
    ranges = ((_CHILDLIKE, age is not None and age <= CHILD), (_AGED, age is not None and age >= OLD))
    for instruments, holds in ranges:
        free = [one for one in instruments if holds and one not in taken and limits.allows(one)]
        if free:
            return Voice(
                free[0], f"{name} is {age}: {'small and high' if age and age <= CHILD else 'low and worn'}"
            )
    return None


def _why_film(instrument: str, palette: str, limits: MusicLimits) -> str:
    if limits.only:
        return f"the {instrument} is what was allowed"
    if instrument in limits.wanted:
        return f"the {instrument} was asked for"
    return f"the {instrument} leads the {palette} palette"
