"""What becomes of a theme when it returns."""

from collections.abc import Sequence
from typing import Literal

from pydantic import Field

from cineledger.domain.music.theory import STEPS, Key
from cineledger.domain.value import Value

Variation = Literal[
    "plain",
    "fragment",
    "augmented",
    "quickened",
    "inverted",
    "darkened",
    "brightened",
    "canon",
    "unresolved",
    "resolved",
    "source",
]
"""`source` is music that somebody in the scene makes or plays: no theme of the score's."""


class Tone(Value):
    """A note of a theme."""

    pitch: int | None = Field(ge=21, le=108)
    """MIDI's number, 60 for middle C; None for a rest."""
    beats: float = Field(gt=0)
    """In quarter notes."""


def vary(notes: Sequence[Tone], own: Key, key: Key, way: Variation) -> tuple[Tone, ...]:
    """A theme that stands in its own key, in another, changed in one of the ways that the craft has names for.

    It is carried over step by step, so that another mode reharmonises it. Every note stays in the key it comes to.
    """
    moved = _carried(notes, own, key)
    match way:
        case "augmented":
            return tuple(_lasting(tone, tone.beats * 2) for tone in moved)
        case "quickened":
            return tuple(_lasting(tone, tone.beats / 2) for tone in moved)
        case "inverted":
            return _inverted(moved, key)
        case "fragment":
            head = moved[: max(2, len(moved) // 2)]
            return (*head[:-1], _lasting(head[-1], head[-1].beats * 2))
        case "unresolved":
            return (*moved[:-1], Tone(pitch=None, beats=moved[-1].beats)) if len(moved) > 1 else moved
        case "resolved":
            return (*moved[:-1], _home(moved[-1], key)) if moved else moved
        case _:
            return moved


def _carried(notes: Sequence[Tone], own: Key, key: Key) -> tuple[Tone, ...]:
    """Each note on the same step of the new scale, the whole at most half an octave away."""
    away = key.tonic - own.tonic
    shift = -STEPS if away > 6 else STEPS if away < -6 else 0
    return tuple(
        tone if tone.pitch is None else _at(tone, key.pitch(own.step(tone.pitch) + shift)) for tone in notes
    )


def _inverted(notes: Sequence[Tone], key: Key) -> tuple[Tone, ...]:
    """Upside down about its first note."""
    steps = [None if tone.pitch is None else key.step(tone.pitch) for tone in notes]
    first = next((step for step in steps if step is not None), 0)
    return tuple(
        tone if step is None else _at(tone, key.pitch(2 * first - step))
        for tone, step in zip(notes, steps, strict=True)
    )


def _home(tone: Tone, key: Key) -> Tone:
    """The tonic nearest to a note, held twice as long."""
    if tone.pitch is None:
        return tone
    step = key.step(tone.pitch)
    return _lasting(_at(tone, key.pitch(STEPS * round(step / STEPS))), tone.beats * 2)


def _at(tone: Tone, pitch: int) -> Tone:
    while pitch > 108:
        pitch -= 12
    while pitch < 21:
        pitch += 12
    return Tone(pitch=pitch, beats=tone.beats)


def _lasting(tone: Tone, beats: float) -> Tone:
    return Tone(pitch=tone.pitch, beats=beats)
