"""A script held against itself: what is found in six short ones, and when the page says that time has passed."""

import pytest

from cineledger.agents.craft.auditing.clock import Page, clock
from cineledger.agents.craft.auditing.numbers import day_of_year, days, number
from cineledger.domain.fountain import read
from tests.benchmarks.planting import audited, caught, scripts

KEPT = ("organ_loft", "dry_creek", "harvest_supper", "two_chairs", "moon_summer", "parish_raffle")
"""One planted error of each kind."""
QUIET = ("tin_soldiers", "the_lodger", "masks", "wake_up", "border_game", "candles")
"""A flashback, a ghost, a mask, a dream, two who pretend, and a birthday."""


@pytest.mark.parametrize("name", KEPT)
def test_a_planted_error_is_found_and_nothing_else(name: str) -> None:
    """What a reader would stumble over is found where it stands."""
    script = next(script for script in scripts() if script.name == name)
    found = list(audited(script.text))
    assert len(found) == 1 and caught(script, found[0])


@pytest.mark.parametrize("name", QUIET)
def test_what_is_meant_is_left_alone(name: str) -> None:
    """Memories, ghosts, masks, dreams, pretences and birthdays are no slips."""
    assert not list(audited(next(script for script in scripts() if script.name == name).text))


def test_the_corpus_is_whole() -> None:
    """Thirty scripts with one error, five of each kind, and thirty without; halves that share none."""
    known = scripts()
    kinds = [script.kind for script in known if script.kind]
    assert len(known) == 60 and {kinds.count(kind) for kind in kinds} == {5} and len(set(kinds)) == 6
    for script in known:
        scenes = [scene for scene in read(script.text).scenes if scene.heading is not None]
        assert 3 <= len(scenes) <= 8 and script.text.count("\n") < 60, script.name
        if script.kind:
            assert any(e.line <= script.line <= e.last_line for e in scenes[script.scene - 1].elements)


def _two(first: str, second: str) -> str:
    return (
        f"INT. SHED - DAY\n\nANNA and BILL mend a net.\n\n{first}\n\nBILL\nAll right.\n\n"
        f"INT. SHED - DAY\n\nThe net is done.\n\n{second}\n\nBILL\nIf you say so.\n"
    )


@pytest.mark.parametrize(
    ("first", "second", "kinds"),
    [
        ("ANNA\nI'm forty.", "ANNA\nI'm thirty-one, you know.", ["age"]),
        ("ANNA\nI'm forty.", "ANNA\nI'm forty-one today.", []),
        ("ANNA\nI'm forty.", "ANNA\nI'm thirty seconds from walking out.", []),
        ("ANNA\nI'm forty.", "ANNA\nI feel like I'm nine.", []),
        ("ANNA\nI was forty once.", "ANNA\nI'm fifty.", []),
        ("ANNA\nI can't swim.", "Anna dives into the sea and swims out.", ["trait"]),
        ("ANNA\nI can't swim.", "Bill dives into the sea and swims out.", []),
        ("ANNA\nI can't swim.", "ANNA\nI taught myself. Now I swim every day.", []),
        ("ANNA\nI don't drink coffee.", "Anna sips a glass of whisky.", []),
        ("ANNA\nI don't drink.", "Anna sips a glass of whisky.", ["trait"]),
        (
            "ANNA\nHe died two years ago in the old boat.",
            "ANNA\nThe old boat. He died nine years ago.",
            ["date"],
        ),
        ("ANNA\nHe died two years ago.", "ANNA\nMy cat was born nine years ago.", []),
        ("ANNA\nIt's the ninth of May.", "ANNA\nIt's the third of May.", ["date"]),
        ("ANNA\nIt's the ninth of May.", "ANNA\nIt's the eleventh of May.", []),
        ("ANNA\nI'll never forgive you.", "ANNA\nWe've never quarrelled, you and I.", ["relationship"]),
        ("ANNA\nMy sister has the boat.", "ANNA\nI'm an only child.", ["relationship"]),
        ("ANNA\nIt's Christmas Eve.", "ANNA\nIt's the third of December.", ["date"]),
        ("ANNA\nWe've been married for ten years.", "ANNA\nTwenty years married, Bill.", ["date"]),
        ("ANNA\nToday's my fortieth birthday.", "ANNA\nAm I old?\n\nBILL\nYou're fifty, Anna.", ["age"]),
        ("ANNA\nToday's my fortieth birthday.", "ANNA\nAm I old?\n\nBILL\nYou're fifty, are you?", []),
        ("Anna (40) cuts the rope.\n\nANNA\nThere.", "Anna, 12, runs in with a kite.", []),
        ("Anna (40) cuts the rope.\n\nANNA\nThere.", "Anna, in her forties, looks up.", []),
        ("Anna (40) cuts the rope.\n\nANNA\nThere.", "Anna, in her late 40s, looks up.", ["age"]),
        ("ANNA\nMy sister has the boat.", "ANNA\nI told him I'm an only child. I lied.", []),
    ],
)
def test_lines_that_forget_and_lines_that_do_not(first: str, second: str, kinds: list[str]) -> None:
    """What was said holds; a birthday, a way of speaking and somebody else's deed do not break it."""
    assert [one.kind for one in audited(_two(first, second))] == kinds


@pytest.mark.parametrize(
    ("headings", "days_told"),
    [
        (("INT. HUT - MORNING", "INT. HUT - NIGHT"), [1, 1]),
        (("INT. HUT - NIGHT", "INT. HUT - MORNING"), [1, 2]),
        (("INT. HUT - DAY", "INT. HUT - LATER"), [1, 1]),
        (("INT. HUT - DAY", "EXT. HUT - CONTINUOUS"), [1, 1]),
        (("INT. HUT - DAY", "INT. HUT - DAY"), [1, 2]),
    ],
)
def test_scenes_are_of_one_day_where_the_page_says_so(
    headings: tuple[str, ...], days_told: list[int]
) -> None:
    """From morning on to night it is one day; two days may look the same."""
    pages = [
        Page(text, "HUT", text.rpartition(" - ")[2], read(f"{text}\n\nA stove.\n").scenes[0].elements)
        for text in headings
    ]
    assert [when.day for when in clock(pages)] == days_told


def test_numbers_and_dates_in_words() -> None:
    """As people say them."""
    assert (number("fifty-two"), number("19"), number("seventeen"), number("twenty first")) == (
        52,
        19,
        17,
        21,
    )
    assert days(3, "weeks") == 21
    assert day_of_year("the third of May") == day_of_year("May 3rd") == 126
    assert day_of_year("a third of maybe") is None


FELL = "INT. BARN - DAY\n\nANNA and BILL run in. CARL falls from the loft.\n\n{}\n\nBILL\nWe should go.\n\n"
LATER = "EXT. ROAD - DAY\n\nANNA and BILL walk.\n\nANNA\nIs it far?\n\nCARL\nNot far.\n"


@pytest.mark.parametrize(
    ("said", "kinds"),
    [
        ("ANNA\nHe's dead.", ["absence"]),
        ("ANNA\nHe's dead drunk.", []),
        ("ANNA\nHe's not dead. Look.", []),
        ("CARL\nI'm fine.\n\nANNA\nThe other one? He's dead.", []),
        ("ANNA\nTime of death, six minutes past two.", ["absence"]),
    ],
)
def test_who_lies_there_is_dead_once_somebody_says_so(said: str, kinds: list[str]) -> None:
    """Of somebody who fell and has not spoken since."""
    assert [one.kind for one in audited(FELL.format(said) + LATER)] == kinds


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("Parallel bars. A tape on the floor.", ["age"]),
        ("They rehearse the play.", ["age"]),
        ("A forged licence: a fake ID.", []),
        ("Two hundred years in a time machine.", []),
    ],
)
def test_what_a_script_plays_with_silences_what_it_explains(line: str, kinds: list[str]) -> None:
    """A word that only sounds like it silences nothing."""
    assert [one.kind for one in audited(_two("ANNA\nI'm forty.", f"{line}\n\nANNA\nI'm thirty."))] == kinds
