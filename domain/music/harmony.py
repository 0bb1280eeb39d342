"""The plain chords that a melody implies, bar by bar."""

from collections.abc import Sequence

from cineledger.domain.music.theory import Key
from cineledger.domain.music.variation import Tone

TONIC, SUPERTONIC, SUBDOMINANT, DOMINANT, SUBMEDIANT = 0, 1, 3, 4, 5
"""Steps that a chord can stand on."""
_WORTH = {TONIC: 0.5, DOMINANT: 0.3, SUBDOMINANT: 0.3, SUBMEDIANT: 0.2, SUPERTONIC: 0.1}
"""What speaks for a chord before a note is heard: the primary chords first."""


def quarters(metre: str) -> float:
    """Quarter notes in a bar of 4/4, 3/4, 6/8."""
    count, _, unit = metre.partition("/")
    return int(count) * 4 / int(unit)


def chords(notes: Sequence[Tone], key: Key, metre: str) -> tuple[int, ...]:
    """For each bar that the notes fill, the step its chord stands on; the last bar is a cadence.

    A bar's chord is the one that holds most of what sounds in it.
    """
    bars = _bars(notes, quarters(metre))
    roots = [max(_WORTH, key=lambda root: _fit(bar, key, root)) for bar in bars]
    if bars:
        last = [key.step(pitch) % 7 for pitch, _ in bars[-1]]
        if last:
            roots[-1] = TONIC if last[-1] in (0, 2, 4) else DOMINANT
    return tuple(roots)


def triad(key: Key, root: int, around: int) -> tuple[int, int, int]:
    """The three notes of the chord on a step, the lowest at most an octave below a pitch."""
    step = key.step(around)
    low = step - (step - root) % 7
    return key.pitch(low), key.pitch(low + 2), key.pitch(low + 4)


def _bars(notes: Sequence[Tone], length: float) -> list[list[tuple[int, float]]]:
    """What sounds in each bar: pitches with how many quarters of it they take."""
    total = sum(tone.beats for tone in notes)
    bars: list[list[tuple[int, float]]] = [[] for _ in range(-(-round(total * 96) // round(length * 96)))]
    at = 0.0
    for tone in notes:
        left, place = tone.beats, at
        while left > 1e-6 and tone.pitch is not None:
            bar = int((place + 1e-6) // length)
            part = min(left, (bar + 1) * length - place)
            bars[bar].append((tone.pitch, part))
            left, place = left - part, place + part
        at += tone.beats
    return bars


def _fit(bar: Sequence[tuple[int, float]], key: Key, root: int) -> float:
    chord = {root % 7, (root + 2) % 7, (root + 4) % 7}
    diminished = (key.pitch(7 + root + 4) - key.pitch(7 + root)) % 12 == 6
    inside = sum(part for pitch, part in bar if key.step(pitch) % 7 in chord)
    return inside + _WORTH[root] - (4.0 if diminished else 0.0)
