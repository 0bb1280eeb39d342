"""Instruments a score is written for: where they lie, and the programs of General MIDI that stand for them."""

from typing import NamedTuple


class Instrument(NamedTuple):
    """One instrument, or a section that plays as one."""

    program: int
    """Of General MIDI, counted from 0."""
    centre: int
    """MIDI's number of the pitch in the middle of its best register."""
    family: str


INSTRUMENTS: dict[str, Instrument] = {
    "piano": Instrument(0, 67, "keyboard"),
    "celesta": Instrument(8, 79, "keyboard"),
    "music box": Instrument(10, 79, "keyboard"),
    "vibraphone": Instrument(11, 70, "percussion"),
    "marimba": Instrument(12, 67, "percussion"),
    "xylophone": Instrument(13, 79, "percussion"),
    "hammond organ": Instrument(16, 62, "keyboard"),
    "harmonica": Instrument(22, 72, "wind"),
    "accordion": Instrument(21, 69, "keyboard"),
    "guitar": Instrument(24, 60, "plucked"),
    "electric guitar": Instrument(27, 60, "plucked"),
    "double bass": Instrument(43, 43, "strings"),
    "violin": Instrument(40, 74, "strings"),
    "viola": Instrument(41, 65, "strings"),
    "cello": Instrument(42, 55, "strings"),
    "pizzicato strings": Instrument(45, 64, "strings"),
    "tremolo strings": Instrument(44, 64, "strings"),
    "harp": Instrument(46, 67, "plucked"),
    "timpani": Instrument(47, 45, "percussion"),
    "strings": Instrument(48, 62, "strings"),
    "choir": Instrument(52, 64, "voices"),
    "trumpet": Instrument(56, 70, "brass"),
    "trombone": Instrument(57, 53, "brass"),
    "tuba": Instrument(58, 43, "brass"),
    "muted trumpet": Instrument(59, 69, "brass"),
    "french horn": Instrument(60, 58, "brass"),
    "tenor saxophone": Instrument(66, 58, "wind"),
    "oboe": Instrument(68, 72, "wind"),
    "english horn": Instrument(69, 64, "wind"),
    "bassoon": Instrument(70, 52, "wind"),
    "clarinet": Instrument(71, 66, "wind"),
    "bass clarinet": Instrument(71, 50, "wind"),
    "piccolo": Instrument(72, 86, "wind"),
    "flute": Instrument(73, 76, "wind"),
    "whistle": Instrument(78, 79, "wind"),
    "synth bass": Instrument(38, 40, "electronic"),
    "synth lead": Instrument(81, 67, "electronic"),
    "synth pad": Instrument(89, 60, "electronic"),
    "low drums": Instrument(116, 45, "percussion"),
    "brushes": Instrument(115, 60, "percussion"),
}
"""Name → the instrument; registers after Adler, The Study of Orchestration."""

UNKNOWN = INSTRUMENTS["piano"]
"""What a sketch plays where an instrument is not among these."""
