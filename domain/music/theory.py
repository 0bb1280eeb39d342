"""Keys, modes and the steps of a scale: what a theme and its variations are made of."""

from typing import NamedTuple

MODES: dict[str, tuple[int, ...]] = {
    "lydian": (0, 2, 4, 6, 7, 9, 11),
    "major": (0, 2, 4, 5, 7, 9, 11),
    "mixolydian": (0, 2, 4, 5, 7, 9, 10),
    "dorian": (0, 2, 3, 5, 7, 9, 10),
    "minor": (0, 2, 3, 5, 7, 8, 10),
    "phrygian": (0, 1, 3, 5, 7, 8, 10),
}
"""Mode → semitones of its seven steps above the tonic, from the brightest to the darkest."""

BRIGHT = ("lydian", "major", "mixolydian")
"""Modes with a major third."""

_SHARP = ("C", "C#", "D", "Eb", "E", "F", "F#", "G", "G#", "A", "Bb", "B")
_FLAT = ("C", "Db", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B")
_PLACES = {name: place for names in (_SHARP, _FLAT) for place, name in enumerate(names)}
_PARENT = {"lydian": 7, "major": 0, "mixolydian": 5, "dorian": 10, "minor": 3, "phrygian": 8}
"""Mode → semitones from its tonic up to that of the major scale with the same notes."""
STEPS = 7
FIFTH, FOURTH = 7, 5
"""In semitones."""


class Key(NamedTuple):
    """A tonic, 0 for C to 11 for B, and a mode."""

    tonic: int
    mode: str

    @property
    def name(self) -> str:
        """As musicians write it: D minor, Bb lydian."""
        names = _FLAT if self.mode in BRIGHT else _SHARP
        return f"{names[self.tonic]} {self.mode}"

    @property
    def signature(self) -> str:
        """The major key with the same notes: what stands at the clef."""
        return _FLAT[(self.tonic + _PARENT[self.mode]) % 12]

    def moved(self, semitones: int) -> "Key":
        """The same mode on another tonic."""
        return Key((self.tonic + semitones) % 12, self.mode)

    def pitch(self, step: int) -> int:
        """MIDI's number of a step of the scale; step 0 is the tonic in the octave from 0, step 7 an octave above."""
        octave, degree = divmod(step, STEPS)
        return 12 * octave + self.tonic + MODES[self.mode][degree]

    def step(self, pitch: int) -> int:
        """The step that a pitch is, or the next one below it where the scale leaves it out."""
        octave, above = divmod(pitch - self.tonic, 12)
        degree = max(place for place, tone in enumerate(MODES[self.mode]) if tone <= above)
        return STEPS * octave + degree

    def holds(self, pitch: int) -> bool:
        """The pitch belongs to the scale."""
        return (pitch - self.tonic) % 12 in MODES[self.mode]


def read_key(name: str) -> Key:
    """The key that a name stands for; raises ValueError for any other text."""
    tonic, _, mode = name.partition(" ")
    if tonic not in _PLACES or mode not in MODES:
        raise ValueError(f"{name!r} is no key")
    return Key(_PLACES[tonic], mode)


def darker(key: Key) -> Key:
    """The parallel key with a minor third; one that has it, a step further down the modes."""
    if key.mode in BRIGHT:
        return Key(key.tonic, "minor")
    return Key(key.tonic, "phrygian" if key.mode == "minor" else "minor")


def brighter(key: Key) -> Key:
    """The parallel key with a major third; one that has it, a step further up the modes."""
    if key.mode not in BRIGHT:
        return Key(key.tonic, "major")
    return Key(key.tonic, "lydian" if key.mode == "major" else "major")
