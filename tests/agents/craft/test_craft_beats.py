"""How a scene is divided into beats, and covered."""

# Cyrillic and full-width characters that look like Latin ones are meant: the scripts are typed with them.

from hypothesis import given, settings
from hypothesis import strategies as st

from cineledger.agents.craft.beats import break_down, key_beats
from cineledger.agents.craft.coverage import cover, monotony, uncovered
from cineledger.agents.craft.framing import see
from cineledger.agents.craft.page import names_in, playable
from cineledger.domain.debate.options import Look
from cineledger.domain.fountain.screenplay import Element, ElementKind
from tests.agents.craft.craft_films import CHINESE, DRAMA, FILMS, PLAIN, RUSSIAN, THRILLER, scenes, shoot

KINDS: tuple[ElementKind, ...] = (
    "heading",
    "action",
    "cue",
    "parenthetical",
    "dialogue",
    "lyric",
    "transition",
    "centered",
    "note",
    "section",
)
WORDS = st.sampled_from(
    [
        "She enters.",
        "He leaves!",
        "Silence.",
        "NO!!",
        "The phone rings.",
        "",
        "她看着他。",
        "Why?",
        "I lied.",
        "They run.",
        "  ",
    ]
)
NAMES = ("ANNA", "BEN", "李梅")


@st.composite
def pages(draw: st.DrawFn) -> list[Element]:
    """A scene of any elements in any order."""
    made = []
    for place in range(draw(st.integers(0, 25))):
        kind = draw(st.sampled_from(KINDS))
        spoken = kind in ("cue", "parenthetical", "dialogue", "lyric")
        name = draw(st.sampled_from((*NAMES, None))) if spoken else None
        text = draw(st.one_of(WORDS, st.text(max_size=30)))
        made.append(Element(kind=kind, text=text, line=place + 1, last_line=place + 1, character=name))
    return made


@settings(max_examples=150, deadline=None)
@given(
    pages(),
    st.booleans(),
    st.booleans(),
    st.sampled_from([-1.0, 0.0, 1.0]),
    st.sampled_from([-1.0, 0.0, 1.0]),
)
def test_any_scene_is_divided_and_covered(
    page: list[Element], first: bool, last: bool, one: float, two: float
) -> None:
    """Beats lie one after the other and hold every playable element; coverage leaves none of them out."""
    beats = break_down(page, NAMES, first, last)
    lines = playable(page)
    assert bool(beats) == bool(lines)
    after = beats[0].first - 1 if beats else -1
    for place, beat in enumerate(beats, start=1):
        assert beat.beat == place and beat.first == after + 1 and beat.first <= beat.last < len(page)
        assert 0 <= beat.emphasis <= 1 and beat.turn and set(beat.people) <= set(NAMES)
        after = beat.last
    assert all(any(beat.first <= line <= beat.last for beat in beats) for line in lines)
    assert set(key_beats(beats)) <= {beat.beat for beat in beats}
    look = Look(closeness=one, motion=two, contrast=-one)
    views = [see(beat, page, NAMES) for beat in beats]
    planned = cover(page, beats, views, look, {})
    assert uncovered(page, [(plan.first, plan.last) for plan in planned]) == ()
    for plan in planned:
        assert 0 <= plan.first <= plan.last < len(page) and set(plan.people) <= set(NAMES) and plan.purpose
        assert beats[plan.beat - 1].beat == plan.beat
    assert monotony([plan.spec.size for plan in planned]) is None


def test_beats_are_of_playable_length() -> None:
    """A beat is usually four to twelve elements, rarely fewer than two."""
    lengths = [b.last - b.first + 1 for t in FILMS for s in scenes(t) for b in s.beats]
    assert max(lengths) <= 14
    assert sum(2 <= length <= 12 for length in lengths) >= 0.85 * len(lengths)


def test_a_drama_turns_where_it_breaks() -> None:
    """The outburst and the silence after it are what the kitchen scene hangs on."""
    scene = scenes(DRAMA)[0]
    kinds = {beat.beat: beat.kind for beat in scene.beats}
    assert [kinds[number] for number in key_beats(scene.beats)] == ["outburst", "silence"]
    assert max(beat.emphasis for beat in scene.beats) > 0.9
    assert "SIX MONTHS!" in max(scene.beats, key=lambda beat: beat.emphasis).turn


def test_other_languages_turn_too() -> None:
    """Entrances, silences, reveals and exits are found in Russian and Chinese."""
    russian = [beat.kind for beat in scenes(RUSSIAN)[0].beats]
    assert russian == ["arrival", "exchange", "silence", "reveal", "outburst", "departure"]
    assert [beat.kind for beat in scenes(CHINESE)[0].beats] == ["exchange", "silence", "reveal", "departure"]


def test_names_are_whole_words() -> None:
    """A name is found in any case and script, declined or after an article, never inside another word."""
    assert names_in("Jon walks to the dog. Jonathan waits.", ("JON", "DOG")) == ("JON", "DOG")
    assert names_in("He will go. Will goes.", ("WILL",)) == ("WILL",)
    assert names_in("He will go.", ("WILL",)) == ()
    assert names_in("CYBER BOB waits.", ("BOB", "CYBER BOB")) == ("CYBER BOB",)
    assert names_in("Он смотрит на Анну и Ивана.", ("АННА", "ИВАН")) == ("АННА", "ИВАН")
    assert names_in("王强看着李梅。", ("李梅", "王强")) == ("王强", "李梅")


def test_front_matter_does_not_play() -> None:
    """Notes and addresses before the first slug line are nobody's beat."""
    page = [Element(kind="action", text="Draft date: 2019, see https://example.org", line=1, last_line=1)]
    assert break_down(page, (), True, False) == () and uncovered(page, []) == ()


def test_a_voice_off_screen_is_not_framed() -> None:
    """Who is only heard is among a beat's people, but no shot is of him."""
    page = [
        Element(kind="cue", text="ANNA", line=1, last_line=1, character="ANNA"),
        Element(kind="dialogue", text="Who is it?", line=2, last_line=2, character="ANNA"),
        Element(kind="cue", text="BEN", line=3, last_line=3, character="BEN", extensions=("O.S.",)),
        Element(kind="dialogue", text="OPEN THE DOOR!", line=4, last_line=4, character="BEN"),
    ]
    (beat,) = break_down(page, ("ANNA", "BEN"), False, False)
    view = see(beat, page, ("ANNA", "BEN"))
    assert view.people == ("ANNA", "BEN") and view.seen == ("ANNA",) and view.focus == "ANNA"


def test_coverage_is_varied_and_not_bloated() -> None:
    """About one to three setups a beat, and no more than three of one size in a row."""
    for text in FILMS:
        for scene in scenes(text):
            carried, planned = shoot(scene, PLAIN)
            assert (
                uncovered(
                    scene.elements,
                    [(p.first, p.last) for p in planned]
                    + [(b.first, b.last) for b in scene.beats if b.beat in carried],
                )
                == ()
            )
            assert len(planned) <= 3 * len(scene.beats) + 1
            assert monotony([plan.spec.size for plan in planned]) is None


def test_dialogue_gets_matched_pairs_on_one_side_of_the_line() -> None:
    """An exchange is covered from both sides of the line in one size; who looks where is the blocking's."""
    _, planned = shoot(scenes(DRAMA)[0], PLAIN)
    pair = [plan for plan in planned if plan.spec.type == "OTS"]
    assert {plan.spec.subject for plan in pair} == {"MAYA", "JON"} and len({p.spec.size for p in pair}) == 1
    assert all("of the line" in plan.purpose and "looks" not in plan.purpose for plan in pair)


def test_things_and_looks_are_covered() -> None:
    """What has to be read gets an insert, and a look gets what it sees."""
    shots = [plan.spec for scene in scenes(THRILLER) for plan in shoot(scene, PLAIN)[1]]
    assert "the monitor" in {shot.subject for shot in shots if shot.size == "INSERT"}
    assert any(shot.type == "POV" for shot in shots)


def test_monotony_names_the_longest_run() -> None:
    """Three of a size may pass; from four on the longest run is named."""
    assert monotony([]) is None and monotony(["MS"] * 3) is None
    assert monotony(["CU", "MS", "MS", "MS", "MS"]) == (1, 4)
    assert monotony(["MS"] * 4 + ["CU"] * 5) == (4, 5)
