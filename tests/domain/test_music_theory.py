"""Themes in keys: what carries over, what a variation does, which chords are implied."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cineledger.domain.music.harmony import DOMINANT, TONIC, chords, quarters, triad
from cineledger.domain.music.theory import MODES, Key, brighter, darker, read_key
from cineledger.domain.music.variation import Tone, Variation, vary

KEYS = st.builds(Key, st.integers(0, 11), st.sampled_from(list(MODES)))
C = Key(0, "major")
SCALE = tuple(Tone(pitch=pitch, beats=1) for pitch in (60, 62, 64, 65, 67))


def pitches(notes: tuple[Tone, ...]) -> list[int | None]:
    return [note.pitch for note in notes]


@st.composite
def themes(draw: st.DrawFn) -> tuple[Key, tuple[Tone, ...]]:
    """A key and a few notes of its scale."""
    key = draw(KEYS)
    steps = draw(st.lists(st.integers(30, 45), min_size=2, max_size=12))
    beats = draw(st.lists(st.sampled_from([0.5, 1.0, 1.5, 2.0]), min_size=len(steps), max_size=len(steps)))
    return key, tuple(Tone(pitch=key.pitch(s), beats=b) for s, b in zip(steps, beats, strict=True))


@given(KEYS)
def test_a_key_is_read_as_it_is_written(key: Key) -> None:
    """Every key's name stands for that key."""
    assert read_key(key.name) == key


@pytest.mark.parametrize("name", ["", "H minor", "C", "C locrian", "c minor"])
def test_other_text_is_no_key(name: str) -> None:
    """What names no tonic or no mode is refused."""
    with pytest.raises(ValueError, match="no key"):
        read_key(name)


@pytest.mark.parametrize(
    ("name", "signature"),
    [
        ("D dorian", "C"),
        ("A minor", "C"),
        ("F lydian", "C"),
        ("E phrygian", "C"),
        ("D minor", "F"),
        ("D major", "D"),
    ],
)
def test_modes_share_the_signature_of_their_major(name: str, signature: str) -> None:
    """What stands at the clef is the major key with the same notes."""
    assert read_key(name).signature == signature


@given(KEYS, st.integers(20, 60))
def test_steps_and_pitches_are_each_others(key: Key, step: int) -> None:
    """A step's pitch is that step's, and belongs to the scale."""
    assert key.step(key.pitch(step)) == step
    assert key.holds(key.pitch(step))


@given(themes(), KEYS, st.sampled_from(get_args(Variation)))
def test_a_variation_stays_in_its_key(theme: tuple[Key, tuple[Tone, ...]], key: Key, way: Variation) -> None:
    """Whatever becomes of a theme, every note belongs to the key it comes to, and all can be played."""
    own, notes = theme
    varied = vary(notes, own, key, way)
    assert varied
    assert all(tone.pitch is None or key.holds(tone.pitch) for tone in varied)


@given(themes(), KEYS)
def test_a_theme_is_moved_by_half_an_octave_at_most(theme: tuple[Key, tuple[Tone, ...]], key: Key) -> None:
    """Another key takes a theme up or down by no more than a tritone, give or take what its mode changes."""
    own, notes = theme
    moved = vary(notes, own, key, "plain")
    assert all(
        abs(a - b) <= 8
        for a, b in zip(pitches(moved), pitches(notes), strict=True)
        if a is not None and b is not None
    )
    assert [tone.beats for tone in moved] == [tone.beats for tone in notes]


def test_each_variation_is_what_its_word_says() -> None:
    """Half speed, half values, upside down, its head, without its end, brought home, and in minor."""
    assert [t.beats for t in vary(SCALE, C, C, "augmented")] == [2] * 5
    assert [t.beats for t in vary(SCALE, C, C, "quickened")] == [0.5] * 5
    assert pitches(vary(SCALE, C, C, "inverted")) == [60, 59, 57, 55, 53]
    assert pitches(vary(SCALE, C, C, "fragment")) == [60, 62]
    assert pitches(vary(SCALE, C, C, "unresolved")) == [60, 62, 64, 65, None]
    assert vary(SCALE, C, C, "resolved")[-1] == Tone(pitch=72, beats=2)
    assert pitches(vary(SCALE, C, darker(C), "darkened")) == [60, 62, 63, 65, 67]
    assert brighter(darker(C)) == C


def test_a_melody_on_the_chord_is_harmonised_by_it() -> None:
    """Bars of tonic and dominant notes imply tonic and dominant; one that ends at rest closes on the tonic."""
    bars = (60, 64, 67, 64, 67, 71, 74, 67, 64, 62, 60, 60)
    notes = [Tone(pitch=pitch, beats=1) for pitch in bars]
    assert chords(notes, C, "4/4") == (TONIC, DOMINANT, TONIC)
    assert chords([*notes[:-1], Tone(pitch=62, beats=1)], C, "4/4")[-1] == DOMINANT


@given(themes(), st.sampled_from(["4/4", "3/4", "6/8", "2/4"]))
def test_every_bar_has_one_chord_of_the_key(theme: tuple[Key, tuple[Tone, ...]], metre: str) -> None:
    """As many chords as bars begun, each of three notes of the scale and none diminished."""
    key, notes = theme
    roots = chords(notes, key, metre)
    assert len(roots) == -(-sum(tone.beats for tone in notes) // quarters(metre))
    for root in roots[:-1]:
        low, third, fifth = triad(key, root, 48)
        assert key.holds(low) and key.holds(third) and key.holds(fifth)
        assert fifth - low != 6
