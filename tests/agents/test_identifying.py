"""What somebody is like is read off introductions, what is said of her and by her, and what she does again."""

import pytest

from cineledger.agents.craft.doing import Cast
from cineledger.agents.craft.her_lines import HerLine
from cineledger.agents.craft.identifying import signs, traits
from cineledger.agents.craft.trait_signs import acts, said_of_oneself, said_to_another
from cineledger.agents.craft.trait_words import WORDS, trait_words
from cineledger.domain.cast.identity import FACETS

CALLED = {"ODA": "ODA", "PIET": "PIET", "OLD PIET": "PIET"}


def line(
    text: str, kind: str = "done", scene: int = 0, at: int = 0, who: str = "", meant: bool = False
) -> HerLine:
    return HerLine.model_validate(
        {"scene": scene, "line": at, "tells": kind, "who": who, "meant": meant, "text": text}
    )


def read(*lines: HerLine) -> dict[str, float]:
    return {t.trait: t.value for t in traits(lines, "ODA", CALLED)}


def test_every_factor_has_words_for_both_its_ends() -> None:
    """Each of the five factors is told by words that speak of it and words that speak against it."""
    for facet in FACETS:
        values = [word.value for word in WORDS.values() if word.facet == facet]
        assert min(values) < 0 < max(values)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ODA, 61, a beekeeper, stubborn, carries a hive up the path.", {"stubborn": -0.4}),
        ("ODA (30s, brash but loyal) kicks the door open.", {"brash": 0.6, "loyal": 0.6}),
        ("The meticulous ODA lays out her tools.", {"meticulous": 0.6}),
        ("ODA is no coward.", {"no coward": 0.3}),
        ("ODA, in a cheerful coat, looks at the stubborn donkey.", {}),
        ("ODA walks past a lazy dog.", {}),
        ("PIET, a lazy man, waves at ODA.", {}),
    ],
)
def test_an_introduction_is_what_stands_beside_the_name(text: str, told: dict[str, float]) -> None:
    """Words in apposition to her name are hers; what she wears, sees or does, and others' words, are not."""
    assert read(line(text)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("I never lie.", ["truthful"]),
        ("I don't gamble, and I don't drink.", ["cautious", "sober"]),
        ("I'm not a quitter. I always keep my word.", ["no quitter", "true to a word"]),
        ("I am stubborn, they tell me.", ["stubborn"]),
        ("I don't trust you.", []),
        ("Do I lie?", []),
        ("If I'm reckless, so is he.", []),
        ("You think I'm lazy.", []),
    ],
)
def test_a_habit_is_said_of_all_times(text: str, told: list[str]) -> None:
    """What she says she always or never does is hers; questions, suppositions and what is about one person are not."""
    assert [t.trait for t in said_of_oneself(text)] == told


def test_what_is_said_to_her_face_is_said_of_her() -> None:
    """“You never lie” and “you're a coward” tell of the one who hears it; a question does not."""
    assert [t.trait for t in said_to_another("You never lie. You're such a coward!")] == [
        "truthful",
        "coward",
    ]
    assert not said_to_another("Are you a coward?")
    assert not said_to_another("You're critical to this plan.")
    shown = traits([line("You are generous, Oda.", "to her", who="PIET")], "ODA", CALLED)
    assert [(t.trait, t.by, t.source) for t in shown] == [("generous", "PIET", "said of her")]


def test_one_act_is_the_scene_s_and_two_are_hers() -> None:
    """An act makes a trait once it is done in a second scene, and not where she does the opposite as often."""
    helps = line("ODA helps the old man across the gap.", scene=0)
    comforts = line("ODA comforts the child.", scene=2)
    assert read(helps) == {}
    assert read(helps, comforts) == {"kind": 0.5}
    slaps = [line("ODA slaps him.", scene=s) for s in (1, 3)]
    assert read(helps, comforts, *slaps) == {}


def test_an_act_is_its_doer_s() -> None:
    """What another does to her says nothing of her; a pronoun means who was spoken of."""
    cast = Cast(CALLED, ["ODA sets down her bag. She waits.", "PIET takes his hat. He nods."])
    assert [(a.doer, a.trait) for a in acts("PIET slaps Oda.", cast)] == [("PIET", "rough")]
    assert [(a.doer, a.trait) for a in acts("She tidies the shelf.", cast, "ODA")] == [("ODA", "careful")]
    assert not list(acts("Her paces echo. The checks are signed.", cast, "ODA"))


def test_no_more_traits_than_can_be_played_and_each_with_its_line() -> None:
    """At most six, each once, quoting a line that is there."""
    lines = [
        line("ODA (50, stubborn, proud, loyal, witty, shy, jealous, lazy, generous) waits."),
        line("You are loyal, Oda. So loyal.", "to her", scene=1, who="PIET"),
    ]
    shown = traits(lines, "ODA", CALLED)
    assert len(shown) == 6 == len({t.trait for t in shown})
    assert all(t.quote.rstrip("…") in lines[t.scene].text for t in shown)
    assert next(t.value for t in shown if t.trait == "loyal") > 0.6


def test_another_language_is_not_read() -> None:
    """The signs are English ones; elsewhere nothing is known."""
    lines = [line("ODA, 61, une apicultrice, loyal et modeste, porte une ruche sur le chemin.")]
    assert signs(lines, "ODA", CALLED) == ()


def test_a_word_denied_counts_the_other_way() -> None:
    """“Never careless” is no sign of carelessness."""
    (told,) = trait_words("She was never careless.")
    assert (told.trait, told.value) == ("not careless", 0.3)
