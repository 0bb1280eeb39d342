"""The cues sketched as MIDI: each theme as it has become, over the plain chords it implies."""

import io
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from cineledger.domain.music.harmony import chords, quarters, triad
from cineledger.domain.music.instruments import INSTRUMENTS, UNKNOWN
from cineledger.domain.music.theory import Key, read_key
from cineledger.domain.music.variation import Tone, vary

TICKS = 480
"""Of a quarter note."""
LEAD, SECOND, BED = 0, 1, 2
"""Channels of a cue: the theme, the one in canon with it, and what lies below."""
LOUD, SOFT = 84, 52
"""Velocities of a theme and of its bed."""
BREATH = 1
"""Bars between two statements."""

Row = Mapping[str, Any]


class Sounded(NamedTuple):
    """A note on the page of a sketch."""

    channel: int
    pitch: int
    start: float
    beats: float
    """In quarters, from where the cue begins."""
    velocity: int


def score(cues: Sequence[Row], motifs: Sequence[Row], title: str) -> bytes:
    """One MIDI file with a track a cue, one cue after another; the first track has tempo, metre, key and markers.

    `cues` and `motifs` are rows of the tables of these names. What a scene plays itself is not sketched.
    """
    from mido import Message, MetaMessage, MidiFile, MidiTrack

    themes = {row["whose"]: row for row in motifs}
    file = MidiFile(type=1, ticks_per_beat=TICKS, charset="utf-8")
    conductor = MidiTrack([MetaMessage("track_name", name=title, time=0)])
    file.tracks.append(conductor)
    at, written = 0.0, 0.0
    for cue in cues:
        theme = themes.get(cue["whose"])
        if theme is None or cue["tempo"] is None or cue["music_key"] is None:
            continue
        key, metre = read_key(cue["music_key"]), theme["metre"]
        count, _, unit = metre.partition("/")
        marks = (
            MetaMessage("marker", text=f"{cue['cue']} {cue['title']}"),
            MetaMessage("set_tempo", tempo=round(60_000_000 / cue["tempo"])),
            MetaMessage("time_signature", numerator=int(count), denominator=int(unit)),
            MetaMessage("key_signature", key=key.signature),
        )
        for place, mark in enumerate(marks):
            mark.time = _ticks(at - written) if place == 0 else 0
            conductor.append(mark)
        written = at
        notes = sketch(cue, theme, themes.get(cue["beside"]))
        track = MidiTrack([MetaMessage("track_name", name=f"{cue['cue']} {cue['title']}", time=0)])
        for channel, instrument in _players(cue, theme, themes.get(cue["beside"])):
            program = INSTRUMENTS.get(instrument, UNKNOWN).program
            track.append(Message("program_change", channel=channel, program=program, time=0))
        now = 0
        for tick, kind, channel, pitch, velocity in _events(notes, at):
            track.append(Message(kind, channel=channel, note=pitch, velocity=velocity, time=tick - now))
            now = tick
        file.tracks.append(track)
        at += bars(cue, theme, notes) * quarters(metre) + quarters(metre)
    data = io.BytesIO()
    file.save(file=data)
    return data.getvalue()


def sketch(cue: Row, theme: Row, beside: Row | None) -> tuple[Sounded, ...]:
    """The notes of a cue: the theme as it has become, stated as often as the cue's time lets it, over its chords."""
    key, metre = read_key(cue["music_key"]), theme["metre"]
    bar = quarters(metre)
    said = vary(_tones(theme), read_key(theme["music_key"]), key, cue["way"])
    length = -(-sum(tone.beats for tone in said) // bar)
    whole = max(length, round(cue["seconds"] * cue["tempo"] / 60 / bar))
    starts = range(0, max(1, int(whole - length) + 1), int(length) + BREATH)
    notes = list[Sounded]()
    for start in starts:
        notes += _line(said, start * bar, LEAD, LOUD)
        if cue["way"] == "canon" and beside is not None:
            other = vary(_tones(beside), read_key(beside["music_key"]), key, "plain")
            notes += _line(other, (start + 1) * bar, SECOND, LOUD - 10)
    ends = max((note.start + note.beats for note in notes), default=0.0)
    return (*notes, *_bed(said, key, metre, starts, ends))


def bars(cue: Row, theme: Row, notes: Sequence[Sounded]) -> int:
    """How many bars a cue takes: its time, or longer where its notes need that."""
    bar = quarters(theme["metre"])
    ends = max((note.start + note.beats for note in notes), default=0.0)
    return int(max(round(cue["seconds"] * cue["tempo"] / 60 / bar), -(-ends // bar)))


def _players(cue: Row, theme: Row, beside: Row | None) -> list[tuple[int, str]]:
    playing = cue["instruments"] or [theme["instrument"]]
    others = [name for name in playing[1:] if beside is None or name != beside["instrument"]]
    found = [(LEAD, playing[0]), (BED, others[0] if others else playing[0])]
    return found if beside is None else [*found, (SECOND, beside["instrument"])]


def _tones(theme: Row) -> list[Tone]:
    return [Tone(pitch=note["pitch"], beats=note["beats"]) for note in theme["notes"]]


def _line(tones: Sequence[Tone], start: float, channel: int, velocity: int) -> list[Sounded]:
    notes, at = list[Sounded](), start
    for tone in tones:
        if tone.pitch is not None:
            notes.append(Sounded(channel, tone.pitch, at, tone.beats, velocity))
        at += tone.beats
    return notes


def _bed(tones: Sequence[Tone], key: Key, metre: str, starts: Sequence[int], ends: float) -> list[Sounded]:
    """A chord for each bar of each statement, below the theme."""
    bar = quarters(metre)
    roots = chords(tones, key, metre)
    lowest = min((tone.pitch for tone in tones if tone.pitch is not None), default=60)
    return [
        Sounded(BED, pitch, (start + place) * bar, min(bar, ends - (start + place) * bar), SOFT)
        for start in starts
        for place, root in enumerate(roots)
        if (start + place) * bar < ends
        for pitch in triad(key, root, max(45, lowest - 3))
    ]


def _events(notes: Sequence[Sounded], begins: float) -> list[tuple[int, str, int, int, int]]:
    """Notes on and off by tick; what ends comes before what begins at the same tick."""
    events = list[tuple[int, str, int, int, int]]()
    for note in notes:
        start, end = _ticks(begins + note.start), _ticks(begins + note.start + note.beats)
        events.append((start, "note_on", note.channel, note.pitch, note.velocity))
        events.append((end, "note_off", note.channel, note.pitch, 0))
    return sorted(events)


def _ticks(beats: float) -> int:
    return round(beats * TICKS)
