"""The composer's craft: limits, sources, themes, where music comes in and goes out, what becomes of themes."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cineledger.agents.craft.cue_writing import titled
from cineledger.agents.craft.cues import Ground, Stretch, stretches
from cineledger.agents.craft.development import APART, Slot, developed, kept, numbered
from cineledger.agents.craft.motifs import OPEN, STABLE, WIDEST, Way, compose, distinct, mode_of
from cineledger.agents.craft.music_notes import wish_in
from cineledger.agents.craft.musical_themes import Person, compose_themes, tempo_of
from cineledger.agents.craft.palettes import age_in, palette_of
from cineledger.agents.craft.score_words import read_music_limits
from cineledger.agents.craft.source_cues import source_cues
from cineledger.agents.craft.source_words import find_source
from cineledger.domain.debate.options import Look
from cineledger.domain.fountain import read
from cineledger.domain.music.instruments import INSTRUMENTS
from cineledger.domain.music.theory import MODES, Key
from tests.agents.craft.craft_films import COMEDY, DRAMA, FILMS, PLAIN, THRILLER, Scene, scenes

RISING = Way((-0.6, -0.2, 0.3, 0.7), (0.1, 0.1, 0.2, 0.2))
FALLING = Way((0.7, 0.3, -0.2, -0.5), (0.2, 0.2, 0.1, -0.4))
LOST = Way((0.5, 0.1, -0.6), (0.1, 0.3, 0.6))
UNKNOWN = Way((), ())
WAYS = st.sampled_from([RISING, FALLING, LOST, UNKNOWN, Way((0.2, 0.8, 0.1), (0.0, 0.5, 0.0))])


def look(closeness: float = 0, motion: float = 0, contrast: float = 0) -> Look:
    return Look(closeness=closeness, motion=motion, contrast=contrast)


def ground(scene: Scene, score: str = "leitmotif", **more: Any) -> Ground:
    base = Ground(scene.elements, scene.beats, scene.cast, score, PLAIN, first=False, last=False)
    return base._replace(**more)


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ("No score.", "no_score"),
        ("no music", "no_music"),
        ("Без музыки", "no_music"),
        ("不要音乐", "no_music"),
        ("No score, only source music", "source_only"),
        ("no source music", "no_source"),
    ],
)
def test_a_refusal_of_music_is_read(words: str, field: str) -> None:
    """What the orchestrator rules out is kept with the words that say so."""
    assert getattr(read_music_limits([words]), field) == words


@pytest.mark.parametrize(
    "words", ["No music until the last act", "no strings attached", "no dialogue, music throughout"]
)
def test_what_is_no_refusal_binds_nothing(words: str) -> None:
    """A condition, an idiom and a refusal of something else leave the score alone."""
    limits = read_music_limits([words])
    assert not (limits.no_music or limits.no_score or limits.without or limits.only)


def test_instruments_are_limited_and_wished_for() -> None:
    """Only, without and with: one instrument, all but a family, one that is asked for."""
    assert read_music_limits(["Piano only."]).only == ("piano",)
    assert read_music_limits(["bass clarinet only"]).only == ("bass clarinet",)
    assert not read_music_limits(["no strings"]).allows("cello")
    assert read_music_limits(["no strings"]).allows("piano")
    assert read_music_limits(["a score for solo saxophone"]).wanted == ("tenor saxophone",)


def test_scenes_are_kept_silent_by_number() -> None:
    """“No music in scenes 4 and 6 to 8” names four scenes; later words give music back to the film."""
    silent = dict(read_music_limits(["no music in scenes 4, 6 to 8"]).silent)
    assert list(silent) == ["4", "6", "7", "8"]
    assert not read_music_limits(["no music", "music is allowed again"]).no_music


@pytest.mark.parametrize(
    ("text", "vocal"),
    [
        ("A radio plays softly.", False),
        ("a radio turned low", False),
        ("She sings to herself.", True),
        ("The band strikes up.", False),
        ("Играет музыка.", False),
        ("他在唱歌。", True),
    ],
)
def test_music_of_the_scenes_own_is_heard(text: str, vocal: bool) -> None:
    """A radio that is on, a band, somebody who sings, in several languages."""
    source = find_source(text)
    assert source is not None and source.vocal is vocal


@pytest.mark.parametrize(
    "text",
    [
        "A kettle, a radio, a wall of keys.",
        "The music stops.",
        "No music.",
        "An engine hums.",
        "Her wedding band.",
        "",
    ],
)
def test_what_makes_no_music_is_none(text: str) -> None:
    """A radio that stands there, music that stops or is denied, and words that mean something else."""
    assert find_source(text) is None


def test_source_music_lasts_until_the_text_stops_it() -> None:
    """It goes out where a direction says so; heard from elsewhere it is background, sung in the scene visual vocal."""
    script = "INT. BAR - NIGHT\n\nThe band plays a waltz.\n\nANN\nDance?\n\nThe music stops.\n\nANN\nNo.\n"
    (scene,) = read(script).scenes
    (cue,) = source_cues(scene.elements)
    assert (cue.first, cue.last, cue.usage) == (1, 4, "VI")
    (far,) = source_cues(read("INT. BAR - NIGHT\n\nFrom the street a band plays.\n").scenes[0].elements)
    assert far.usage == "BI"
    (sung,) = source_cues(
        read("INT. BAR - NIGHT\n\nANN\n~Once upon a time\n~in the rain\n").scenes[0].elements
    )
    assert (sung.first, sung.usage) == (2, "VV")


@given(st.text(min_size=1, max_size=12), WAYS, st.sampled_from(list(MODES)), st.integers(0, 11))
def test_a_theme_can_be_sung(name: str, way: Way, mode: str, tonic: int) -> None:
    """6 to 12 notes of its key, no tritone, no wide leap, within a tenth; it ends at rest unless she does not."""
    key = Key(tonic, mode)
    for metre in ("4/4", "3/4", "6/8", "2/4"):
        notes = compose(name, way, key, metre, 62)
        pitches = [tone.pitch for tone in notes if tone.pitch is not None]
        assert 6 <= len(notes) == len(pitches) <= 12
        assert all(key.holds(pitch) for pitch in pitches)
        assert all(abs(b - a) != 6 and abs(b - a) <= 12 for a, b in pairwise(pitches))
        assert max(pitches) - min(pitches) <= WIDEST
        assert key.step(pitches[-1]) % 7 in (OPEN if way.open else STABLE)


def test_a_theme_goes_the_way_its_owner_goes() -> None:
    """Who rises has a theme that ends higher than it began, who falls one that ends lower, whatever her name."""
    for name in ("MAYA", "IDRIS", "ИВАН", "李梅", "DR. ADEYEMI"):
        up = compose(name, RISING, Key(0, "major"), "4/4", 62)
        down = compose(name, FALLING, Key(0, "minor"), "4/4", 62)
        assert (up[-1].pitch or 0) > (up[0].pitch or 0)
        assert (down[-1].pitch or 0) < (down[0].pitch or 0)


def test_the_mode_follows_how_she_fares() -> None:
    """Brighter modes for who fares well, darker in a darker film; one that takes no side where nothing is known."""
    brightness = list(MODES).index
    assert brightness(mode_of(Way((0.7,), (0.0,)), 0)) < brightness(mode_of(Way((-0.7,), (0.0,)), 0))
    assert brightness(mode_of(Way((0.1,), (0.0,)), 0.9)) > brightness(mode_of(Way((0.1,), (0.0,)), -0.9))
    assert mode_of(UNKNOWN, 0) == "dorian"


def test_themes_of_a_film_differ() -> None:
    """No two have the same turns, key or instrument, even where two people go the same way under like names."""
    people = [Person(name, RISING) for name in ("ANN", "ANNA", "ANNE", "HANNA", "NAN")]
    themes = compose_themes(people, "leitmotif", PLAIN, ())
    assert [theme.whose for theme in themes] == ["film", "ANN", "ANNA", "ANNE", "HANNA", "NAN"]
    for place, theme in enumerate(themes):
        assert distinct(theme.notes, [other.notes for other in themes[:place]])
    assert len({theme.key for theme in themes}) == len({theme.instrument for theme in themes}) == 6


def test_how_a_film_is_scored_says_how_many_themes_it_has() -> None:
    """Sparse has fewer than leitmotif; source only and none have no theme at all."""
    people = [Person(name, RISING) for name in ("ANN", "BEN", "CAT", "DAN", "EVE")]
    counts = {
        score: len(compose_themes(people, score, PLAIN, ()))
        for score in ("leitmotif", "sparse", "source", "none")
    }
    assert counts == {"leitmotif": 6, "sparse": 3, "source": 0, "none": 0}


def test_what_is_allowed_is_what_is_played_on() -> None:
    """Under “piano only” every theme is the piano's; a child and an old man have voices of their own otherwise."""
    people = [Person("LENA", RISING, 9), Person("IDRIS", RISING, 60), Person("MAYA", RISING, 34)]
    only = compose_themes(people, "leitmotif", PLAIN, ("Piano only.",))
    assert {theme.instrument for theme in only} == {"piano"}
    film, lena, idris, _ = compose_themes(people, "leitmotif", PLAIN, ())
    high, low = INSTRUMENTS[lena.instrument].centre, INSTRUMENTS[idris.instrument].centre
    assert high > INSTRUMENTS[film.instrument].centre > low


def test_a_note_asks_for_another_theme() -> None:
    """Another tune, a slower one, a darker one: each note is heeded, and the other themes stay."""
    people = [Person("ANN", RISING), Person("BEN", FALLING)]
    plain = compose_themes(people, "leitmotif", PLAIN, ())
    noted = compose_themes(
        [people[0]._replace(notes=("Another tune. Slower, and darker.",)), people[1]], "leitmotif", PLAIN, ()
    )
    assert noted[1].notes != plain[1].notes and noted[1].tempo < plain[1].tempo
    assert list(MODES).index(noted[1].key.mode) > list(MODES).index(plain[1].key.mode)
    assert (noted[0], noted[2]) == (plain[0], plain[2])


def test_tempo_follows_the_film() -> None:
    """A restless or comic film is faster than an intimate or dark one, a roused character than a calm one."""
    calm, roused = Way((0.0,), (-0.5,)), Way((0.0,), (0.6,))
    assert tempo_of(roused, "leitmotif", PLAIN) > tempo_of(calm, "leitmotif", PLAIN)
    assert tempo_of(calm, "driving", look(motion=0.8)) > tempo_of(calm, "sparse", look(closeness=0.8))
    assert tempo_of(calm, "leitmotif", look(contrast=-0.8)) > tempo_of(calm, "leitmotif", look(contrast=0.8))


def test_palettes_follow_vision_and_genre() -> None:
    """Words of a genre decide, then where the look leans most."""
    assert palette_of(look(closeness=0.9), ("a western",)) == "western"
    assert palette_of(look(contrast=0.8), ()) == "noir"
    assert palette_of(look(closeness=-0.8), ()) == "epic"
    assert palette_of(PLAIN, ()) == "plain"


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("LENA, 9, in a coat", 9),
        ("IDRIS, 60, harbour master", 60),
        ("LENA (40s) waits", 40),
        ("LENA waits", None),
    ],
)
def test_an_age_is_read_behind_a_name(text: str, age: int | None) -> None:
    """As directions give it where somebody first appears."""
    assert age_in(text, "LENA" if "LENA" in text else "IDRIS") == age


def talked_over(scene: Scene, found: Stretch) -> list[str]:
    """Speeches under a stretch that belong to beats worth a debate."""
    heavy = [b for b in scene.beats if b.emphasis >= 0.6]
    return [
        mark.unit.text
        for mark in found.marks
        if mark.unit.kind == "speech" and any(b.first <= mark.unit.first <= b.last for b in heavy)
    ]


@pytest.mark.parametrize("score", ["leitmotif", "driving", "sparse"])
@pytest.mark.parametrize("film", FILMS)
def test_no_music_under_words_that_matter(film: str, score: str) -> None:
    """In every film, however it is scored, a cue keeps off the speeches that the scene turns on, and off shouting."""
    for scene in scenes(film):
        for found in stretches(ground(scene, score)):
            assert 0 <= found.first <= found.last < len(scene.elements)
            spoken = [m for m in found.marks if m.unit.kind == "speech"]
            if score == "driving":
                assert all(len(m.unit.text.split()) <= 6 for m in spoken)
            else:
                assert talked_over(scene, found) == []


def test_music_comes_in_on_what_one_sees() -> None:
    """The street at dawn: in on the picture, out on the cut, for nobody speaks."""
    street = scenes(DRAMA)[1]
    (found,) = stretches(ground(street, last=True))
    assert found.comes_in.startswith("in on") and found.goes_out == "out on the cut"


def test_music_goes_out_before_the_line() -> None:
    """A cue that does not end with its scene says which line has to be heard."""
    outs = [
        s.goes_out for film in FILMS for scene in scenes(film) for s in stretches(ground(scene)) if not s.tail
    ]
    assert outs and all(out.startswith(("out before", "out on")) for out in outs)


def test_sparse_has_fewer_cues_than_leitmotif_and_source_none() -> None:
    """What was decided about the whole film decides how much of it asks for music."""
    counts = {
        score: sum(
            s.needed for film in FILMS for scene in scenes(film) for s in stretches(ground(scene, score))
        )
        for score in ("leitmotif", "sparse", "source", "none")
    }
    assert counts["leitmotif"] > counts["sparse"]
    assert counts["source"] == counts["none"] == 0


def test_what_was_decided_about_a_beat_holds() -> None:
    """Music where it was decided, even over words; none where silence was."""
    kitchen = scenes(DRAMA)[0]
    number = max(kitchen.beats, key=lambda b: b.emphasis).beat
    beat = next(b for b in kitchen.beats if b.beat == number)
    scored = stretches(ground(kitchen, decided=((number, "music"),)))
    assert any(s.decided == number and beat.first <= s.last and s.first <= beat.last for s in scored)
    for other in kitchen.beats:
        silent = stretches(ground(kitchen, decided=((other.beat, "silence"),)))
        assert all(s.last < other.first or s.first > other.last for s in silent)


def test_a_score_waits_while_the_scene_plays_its_own() -> None:
    """No cue lies over a radio that is on, unless it was decided."""
    for film in (DRAMA, THRILLER, COMEDY):
        for scene in scenes(film):
            taken = ((0, len(scene.elements)),)
            assert stretches(ground(scene, taken=taken)) == ()
            assert {s.decided for s in stretches(ground(scene, taken=taken, decided=((1, "music"),)))} == {1}


def test_notes_move_and_thin_a_cue() -> None:
    """Later begins later, less music is shorter, and both say whose wish it was."""
    found = [
        (s, scene) for film in FILMS for scene in scenes(film) for s in stretches(ground(scene, "driving"))
    ]
    stretch, scene = next((s, scene) for s, scene in found if len(s.marks) > 1)
    before = stretches(ground(scene, "driving"))
    place = before.index(stretch)
    blank = [wish_in(())] * place
    later = stretches(ground(scene, "driving"), [*blank, wish_in(("later",))])[place]
    less = stretches(ground(scene, "driving"), [*blank, wish_in(("less music",))])[place]
    assert later.first > stretch.first and less.first >= later.first and less.last == stretch.last
    assert "“later”" in later.comes_in and "“less music”" in less.comes_in


@pytest.mark.parametrize(
    ("note", "field", "value"),
    [
        ("less music here", "more", -1),
        ("Come in later.", "later", 1),
        ("too loud under the dialogue", "louder", -1),
        ("I can't hear the words", "louder", -1),
        ("not louder", "louder", 0),
        ("no music here", "none", True),
        ("slower", "faster", -1),
        ("slower", "louder", 0),
    ],
)
def test_a_note_is_read_for_what_it_wishes(note: str, field: str, value: object) -> None:
    """Less, later, softer, slower, none; a comparative that is refused points nowhere."""
    assert getattr(wish_in([note]), field) == value


def slot(scene: str, **more: Any) -> Slot:
    plain = Slot(scene, 0.0, 20.0, 0.6, True, "MAYA", "darkened", "she has fallen", None)
    return plain._replace(**more)


def test_cues_are_numbered_by_reel_and_keep_their_numbers() -> None:
    """1m1, 1m2, 2m1 after twenty minutes; a cue put in between has a letter, and nobody else's number changes."""
    fresh = [slot("1"), slot("2", begins=100.0), slot("3", begins=1300.0)]
    assert numbered(fresh) == ("1m1", "1m2", "2m1")
    standing = [
        slot("1", standing="1m1"),
        slot("1b", begins=50.0),
        slot("2", standing="1m2"),
        slot("3", standing="2m1"),
    ]
    assert numbered(standing) == ("1m1", "1m1A", "1m2", "2m1")
    gap = [slot("1", standing="1m1"), slot("2", begins=100.0), slot("3", standing="1m3")]
    assert numbered(gap) == ("1m1", "1m2", "1m3")


@given(st.lists(st.tuples(st.floats(0, 9000), st.booleans()), max_size=60))
def test_no_two_cues_have_one_number(cues: list[tuple[float, bool]]) -> None:
    """Whatever stands already and whatever is put in between."""
    first = numbered([slot(str(n), begins=at) for n, (at, _) in enumerate(sorted(cues))])
    again = [
        slot(str(n), begins=at, standing=number if stands else None)
        for (n, (at, stands)), number in zip(enumerate(sorted(cues)), first, strict=True)
    ]
    numbers = numbered(again)
    assert len(set(numbers)) == len(numbers)
    assert all(s.standing in (None, number) for s, number in zip(again, numbers, strict=True))


def test_a_theme_is_plain_first_and_says_at_last_how_she_ended() -> None:
    """The first statement can be recognised, the middle follows the story, the last comes home or does not."""
    slots = [slot("1"), slot("2"), slot("3"), slot("4", whose=None, way="source", because="radio")]
    happy = developed(slots, {"MAYA": (0.6, "happy")})
    sad = developed(slots, {"MAYA": (-0.6, "desolate")})
    assert [way for way, _ in happy] == ["plain", "darkened", "resolved", "source"]
    assert sad[2][0] == "unresolved" and "desolate" in sad[2][1]


def test_a_film_has_no_more_cues_than_an_ear_follows() -> None:
    """What was decided stands; of the rest the worthiest, until music has its share of time and number."""
    slots = [slot(str(n), begins=60.0 * n, worth=0.5 + n / 1000) for n in range(100)]
    slots.append(slot("decided", worth=1.0))
    chosen = kept(slots, "leitmotif", 0.5, 6000.0)
    assert 100 in chosen and 99 in chosen and 0 not in chosen
    assert len(chosen) <= 6000.0 / APART["leitmotif"] + 1
    assert sum(slots[place].seconds for place in kept(slots, "sparse", 0.02, 6000.0)) <= 0.02 * 6000 + 20


def test_titles_are_written_as_titles() -> None:
    """Small words stay small, apostrophes stay, and other scripts are left as they are."""
    assert titled("the last ferry left at nine") == "The Last Ferry Left at Nine"
    assert titled("I'm not kind") == "I'm Not Kind"
    assert titled("откуда вы") == "откуда вы"
