"""The score as MIDI, parsed back: what stands on the page is what was composed."""

import io
from pathlib import Path
from typing import Any, get_args

import mido
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cineledger.agents.craft.motifs import Way, compose
from cineledger.domain.music.instruments import INSTRUMENTS
from cineledger.domain.music.theory import MODES, Key, read_key
from cineledger.domain.music.variation import Variation
from cineledger.domain.refusal import Refused
from cineledger.projections.export import export
from cineledger.projections.midi import BED, LEAD, SECOND, score
from tests.projections.test_music_tables import cue, motif
from tests.projections.worlds import World, scene

NOTES = [{"pitch": pitch, "beats": 1.0} for pitch in (62, 65, 69, 67, 65, 64, 62, 62)]
THEME = {
    "whose": "MAYA",
    "music_key": "D minor",
    "tempo": 60,
    "metre": "4/4",
    "instrument": "cello",
    "notes": NOTES,
}
CUE = {
    "cue": "1m1",
    "title": "Чайник",
    "whose": "MAYA",
    "beside": None,
    "way": "plain",
    "tempo": 60,
    "music_key": "D minor",
    "instruments": ["cello", "strings"],
    "seconds": 8.0,
}


def parsed(data: bytes) -> mido.MidiFile:
    return mido.MidiFile(file=io.BytesIO(data), charset="utf-8")


def played(track: mido.MidiTrack, channel: int, ticks: int) -> list[tuple[float, int, float]]:
    """Start, pitch and length in quarters of every note of a channel."""
    now, sounding, notes = 0, dict[int, int](), []
    for message in track:
        now += message.time
        if message.type == "note_on" and message.channel == channel:
            sounding[message.note] = now
        elif message.type == "note_off" and message.channel == channel:
            start = sounding.pop(message.note)
            notes.append((start / ticks, message.note, (now - start) / ticks))
    assert not sounding
    return sorted(notes)


def sketched(**changed: Any) -> tuple[mido.MidiFile, mido.MidiTrack]:
    file = parsed(score([CUE | changed], [THEME], "The Kettle"))
    return file, file.tracks[1]


def test_a_cue_is_a_track_with_tempo_metre_key_and_marker() -> None:
    """One track a cue; the first says where each begins, how fast, in which metre and key; names in any writing."""
    file, track = sketched()
    marks = {message.type: message for message in file.tracks[0]}
    assert (marks["marker"].text, track.name) == ("1m1 Чайник", "1m1 Чайник")
    assert mido.tempo2bpm(marks["set_tempo"].tempo) == pytest.approx(60)
    assert (marks["time_signature"].numerator, marks["time_signature"].denominator) == (4, 4)
    assert marks["key_signature"].key == "F"
    programs = {m.channel: m.program for m in track if m.type == "program_change"}
    assert programs == {LEAD: INSTRUMENTS["cello"].program, BED: INSTRUMENTS["strings"].program}


def test_the_theme_is_played_as_composed() -> None:
    """Note for note where it is plain and in its own key, over a chord for each bar."""
    file, track = sketched()
    lead = played(track, LEAD, file.ticks_per_beat)
    assert [(start, pitch, beats) for start, pitch, beats in lead] == [
        (float(place), note["pitch"], 1.0) for place, note in enumerate(NOTES)
    ]
    bed = played(track, BED, file.ticks_per_beat)
    assert len(bed) == 6 and {start for start, _, _ in bed} == {0.0, 4.0}
    assert all(read_key("D minor").holds(pitch) for _, pitch, _ in bed)


def test_a_cue_lasts_about_as_long_as_it_was_spotted() -> None:
    """A longer cue states its theme again; none is cut off in a statement."""
    for seconds in (8.0, 20.0, 60.0):
        file, track = sketched(seconds=seconds)
        notes = played(track, LEAD, file.ticks_per_beat)
        assert len(notes) % len(NOTES) == 0
        assert notes[-1][0] + notes[-1][2] <= max(8.0, seconds)
    assert len(notes) >= 4 * len(NOTES)


def test_variations_sound() -> None:
    """Half speed takes twice as long, major raises the third, a canon has a second voice a bar later."""
    file, track = sketched(way="augmented", seconds=4.0)
    assert {beats for _, _, beats in played(track, LEAD, file.ticks_per_beat)} == {2.0}
    _, bright = sketched(way="brightened", music_key="D major")
    assert [pitch for _, pitch, _ in played(bright, LEAD, 480)][:2] == [62, 66]
    other = THEME | {"whose": "TOM", "instrument": "oboe"}
    data = score([CUE | {"way": "canon", "beside": "TOM"}], [THEME, other], "The Kettle")
    second = played(parsed(data).tracks[1], SECOND, 480)
    assert second[0][0] == 4.0 and len(second) == len(NOTES)


def test_cues_follow_one_another() -> None:
    """No cue begins before the last has ended, and what a scene plays itself is not sketched."""
    own = CUE | {"cue": "1m2", "whose": None, "way": "source", "tempo": None, "music_key": None}
    file = parsed(score([CUE, own, CUE | {"cue": "1m3"}], [THEME], "The Kettle"))
    assert [track.name.split()[0] for track in file.tracks[1:]] == ["1m1", "1m3"]
    first, second = (played(track, LEAD, file.ticks_per_beat) for track in file.tracks[1:])
    assert second[0][0] >= first[-1][0] + first[-1][2]
    assert file.length > 0


@given(
    st.text(min_size=1, max_size=8),
    st.sampled_from(list(MODES)),
    st.integers(0, 11),
    st.sampled_from(["4/4", "3/4", "6/8", "2/4"]),
    st.sampled_from(get_args(Variation)),
    st.floats(1, 90),
    st.integers(40, 184),
)
def test_every_sketch_can_be_read_back(
    name: str, mode: str, tonic: int, metre: str, way: Variation, seconds: float, tempo: int
) -> None:
    """Whatever was composed: notes of the cue's key on all channels, each begun and ended."""
    own, key = Key(0, "minor"), Key(tonic, mode)
    notes = compose(name, Way((0.1, 0.5), (0.2, 0.3)), own, metre, 60)
    theme = THEME | {"music_key": own.name, "metre": metre, "notes": [tone.model_dump() for tone in notes]}
    row = CUE | {"music_key": key.name, "way": way, "seconds": seconds, "tempo": tempo, "title": name}
    file = parsed(score([row], [theme], name))
    for channel in (LEAD, BED):
        sounding = played(file.tracks[1], channel, file.ticks_per_beat)
        assert sounding and all(key.holds(pitch) for _, pitch, _ in sounding)


def test_a_score_is_exported(world: World) -> None:
    """`export NAME score` writes the standing cues; before there are any it refuses, with what to do."""
    world.open("pilot", scene("1"))
    with world.reader() as reader, pytest.raises(Refused, match="no score"):
        export(reader, "pilot", "score", "mid")
    world.say("composer", motif(), cue(way="plain", beside=None))
    with world.reader() as reader:
        data = export(reader, "pilot", "score", "mid")
        with pytest.raises(Refused, match="can't be written as csv"):
            export(reader, "pilot", "score", "csv")
    assert [track.name for track in parsed(data).tracks] == ["The Kettle", "1m1 Alone"]


def test_a_whole_films_score_is_playable(film: Path) -> None:
    """The crew's own cues come out as a file with a track for each that is scored."""
    from cineledger.projections.reader import Reader

    with Reader(film) as reader:
        scored = reader.rows("SELECT cue FROM cues WHERE production = 'pilot' AND whose IS NOT NULL")
        if scored:
            file = parsed(export(reader, "pilot", "score", "mid"))
            assert len(file.tracks) == len(scored) + 1
