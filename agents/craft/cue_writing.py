"""What a stretch of music plays: whose theme, what has become of it, how fast, in which key, on what."""

import re
from collections.abc import Sequence
from statistics import mean
from string import capwords
from typing import NamedTuple

from cineledger.agents.craft.cue_words import BENDS, PLAYED, key_of, mood_of
from cineledger.agents.craft.cues import Ground, Stretch, beat_at
from cineledger.agents.craft.music_notes import Wish
from cineledger.agents.craft.page import SPOKEN, plain, quoted
from cineledger.agents.craft.palettes import BEDS, palette_of
from cineledger.agents.craft.score_words import MusicLimits
from cineledger.domain.music.events import FILM, CueUsage
from cineledger.domain.music.theory import Key
from cineledger.domain.music.variation import Variation
from cineledger.domain.script.events import Beat

MOVED = 0.25
"""How far her feelings have to be, of -1 to 1, from where they were for her theme to change its mode."""
ROUSED = 0.4
_SMALL = frozenset("a an the of in on at to and or but for nor by with from as".split())
_LONGEST_TITLE = 6
"""Words of a cue's title."""


class Thread(NamedTuple):
    """A theme that may be heard in a scene, and how far its owner has come."""

    whose: str
    key: Key
    tempo: int
    instrument: str
    before: tuple[float, ...]
    """Her valence in the scenes before, where it is known."""
    now: tuple[float, float] | None
    """Valence and arousal in this scene; None where unknown."""


class Played(NamedTuple):
    """What a cue plays."""

    whose: str
    way: Variation
    beside: str | None
    mood: str
    tempo: int
    key: Key
    instruments: tuple[str, ...]
    because: str
    """What in the story changed the theme."""


def play(
    ground: Ground,
    stretch: Stretch,
    threads: Sequence[Thread],
    said: Sequence[str],
    limits: MusicLimits,
    wish: Wish,
) -> Played:
    """What a stretch plays; `threads` hold the film's theme first."""
    beat = beat_at(ground.beats, stretch.first)
    thread = _whose(ground, stretch, threads)
    others = [t for t in threads if t.whose not in (thread.whose, FILM) and _named(stretch, t.whose)]
    way, because = _way(stretch, beat, thread, others)
    other = others[0] if way == "canon" else None
    if wish.darker or wish.brighter:
        way = "darkened" if wish.darker else "brightened"
        because = f"the note {quoted(wish.text, 40)} wants it so"
    felt = _felt(stretch, beat, threads)
    mood = mood_of(*felt) if felt else _plays(beat, stretch)
    return Played(
        whose=thread.whose,
        way=way,
        beside=other.whose if other else None,
        mood=mood,
        tempo=_tempo(thread, felt, ground, wish),
        key=key_of(thread.key, way, other.key if other else None),
        instruments=_players(thread, other, ground, said, limits, wish),
        because=because,
    )


def _plays(beat: Beat | None, stretch: Stretch) -> str:
    """What the music does where nobody's feelings are known: it is under the talk only where there is talk."""
    if beat is None or (beat.kind == "exchange" and not any(m.unit.kind == "speech" for m in stretch.marks)):
        return PLAYED["action"] if beat is not None and beat.moves else "held"
    return PLAYED[beat.kind]


def _named(stretch: Stretch, name: str) -> bool:
    return any(name in mark.people for mark in stretch.marks)


def _whose(ground: Ground, stretch: Stretch, threads: Sequence[Thread]) -> Thread:
    """Whose line it comes in on, else who is named most; the film's where nobody has a theme, and at its head."""
    known = {thread.whose: thread for thread in threads}
    if ground.first and stretch.head and FILM in known:
        return known[FILM]
    counts: dict[str, float] = {}
    for place, mark in enumerate(stretch.marks):
        for name in mark.people:
            if name in known:
                counts[name] = counts.get(name, 0) + (2 if place == 0 and name == mark.subject else 1)
    if not counts:
        return known.get(FILM, threads[0])
    return known[max(counts, key=lambda name: (counts[name], _moved(known[name])))]


def _moved(thread: Thread) -> float:
    return abs(thread.now[0] - thread.before[-1]) if thread.now and thread.before else 0.0


def _way(
    stretch: Stretch, beat: Beat | None, thread: Thread, others: Sequence[Thread]
) -> tuple[Variation, str]:
    """What has become of a theme by what its owner has gone through, and the words for it."""
    who = "the film" if thread.whose == FILM else thread.whose
    line = quoted(stretch.marks[0].unit.text, 50)
    touching = [mark for mark in stretch.marks if "touch" in mark.signs]
    if touching and others and thread.whose != FILM:
        return "canon", f"the two are one for once: {quoted(touching[0].unit.text, 50)}"
    if thread.now and thread.before:
        start, last = thread.before[0], thread.before[-1]
        if thread.now[0] <= min(start, last) - MOVED:
            return "darkened", f"{who} has not been so low before"
        if thread.now[0] >= max(start, last) + MOVED:
            return "brightened", f"{who} is better off than ever before"
        if thread.now[0] <= last - MOVED:
            return "darkened", f"{who} has fallen since the scene before"
        if thread.now[0] >= last + MOVED:
            return "brightened", f"{who} has come up since the scene before"
    if beat is not None and beat.kind == "departure":
        return "unresolved", f"somebody goes: {line}"
    if any("pause" in mark.signs for mark in stretch.marks):
        return "augmented", f"the talk has stopped: {line}"
    if (thread.now and thread.now[1] >= ROUSED) or (beat is not None and beat.moves):
        return "quickened", f"it moves: {line}"
    if beat is not None and beat.kind == "reveal":
        return "inverted", f"what was known stands on its head: {line}"
    return "fragment", f"there is room for no more than a reminder: {line}"


def _felt(stretch: Stretch, beat: Beat | None, threads: Sequence[Thread]) -> tuple[float, float] | None:
    """Valence and arousal of those in the stretch, else of everybody in the scene, as far as its beat bends them."""
    known = [t for t in threads if t.now and t.whose != FILM]
    here = [t.now for t in known if _named(stretch, t.whose) and t.now] or [t.now for t in known if t.now]
    if not here:
        return None
    glad, awake = BENDS.get(beat.kind, (0.0, 0.0)) if beat else (0.0, 0.0)
    return _bent([f[0] for f in here], glad), _bent([f[1] for f in here], awake)


def _bent(felt: Sequence[float], by: float) -> float:
    """A mean moved along its scale of -1 to 1, and not past its end."""
    return round(max(-1.0, min(1.0, mean(felt) + by)), 2)


def _tempo(thread: Thread, felt: tuple[float, float] | None, ground: Ground, wish: Wish) -> int:
    pace = thread.tempo * (1 + 0.15 * (felt[1] if felt else 0.0) + 0.12 * wish.faster)
    return 2 * round(max(40, min(184, pace)) / 2)


def _players(
    thread: Thread, other: Thread | None, ground: Ground, said: Sequence[str], limits: MusicLimits, wish: Wish
) -> tuple[str, ...]:
    """Who plays: the theme's own instrument, the other's beside it, and what the film's palette lays below."""
    playing = [thread.instrument, *([other.instrument] if other else [])]
    spare = ground.score == "sparse" or wish.more < 0 or wish.none or wish.louder < 0
    if not spare:
        playing += BEDS[palette_of(ground.look, said, ground.score)]
        playing += (
            ["synth bass" if ground.look.motion >= 0.35 else "low drums"] if ground.score == "driving" else []
        )
    if wish.more > 0:
        playing += ["strings"]
    return limits.within(playing)


def titles_for(ground: Ground, stretch: Stretch) -> tuple[str, ...]:
    """What a cue could be called: a few words spoken near it, the nearest first."""
    spoken = [
        (abs(place - stretch.first), place) for place, e in enumerate(ground.elements) if e.kind in SPOKEN
    ]
    found = list[str]()
    for _, place in sorted(spoken)[:8]:
        for sentence in re.split(r"(?<=[.!?…。！？])\s*", plain(ground.elements[place].text)):
            words = _bare(sentence)
            if 2 <= len(words.split()) <= _LONGEST_TITLE or (not words.isascii() and 3 <= len(words) <= 16):
                found.append(titled(words))
    return tuple(dict.fromkeys(found))[:4]


def titled(text: str) -> str:
    """Words as a title has them: The Last Ferry Left at Nine."""
    if not text.isascii():
        return text
    words = capwords(text).split()
    return " ".join(w.lower() if 0 < place and w.lower() in _SMALL else w for place, w in enumerate(words))


def _bare(sentence: str) -> str:
    return " ".join(re.sub(r"[“”\"«»()\[\]…]+|[.,!?;:。！？，、-]+(?=\s|\Z)", " ", sentence).split())


_ENDS = re.compile(
    r"\bTHE END\b|\bEND (?:TITLES?|CREDITS)\b|\bCREDITS\b|\bFADE (?:OUT|TO BLACK)\b|"
    r"\bCUT TO BLACK\b|КОНЕЦ|\bFIN\b|完|剧终"
)


def usage_of(ground: Ground, stretch: Stretch) -> CueUsage:
    """Main title over the film's first picture, end title where the text ends the film in so many words."""
    if ground.first and stretch.head:
        return "MT"
    ends = any(
        e.kind != "dialogue" and _ENDS.search(e.text.upper()) for e in ground.elements[stretch.first :]
    )
    return "ET" if ground.last and stretch.tail and ends else "BI"


def reason_of(ground: Ground, stretch: Stretch) -> str:
    """Where it comes in and goes out, and why it is there."""
    if stretch.decided is not None:
        why = "it was decided that this beat has music"
    elif ground.first and stretch.head:
        why = "the film says whose it is before anybody speaks"
    elif ground.last and stretch.tail:
        why = "the film ends here, and so do its themes"
    elif not any(mark.unit.kind == "speech" for mark in stretch.marks):
        why = "nobody speaks"
    else:
        why = "what is said under it is not what the scene is about"
    return f"{stretch.comes_in}; {stretch.goes_out}: {why}"
