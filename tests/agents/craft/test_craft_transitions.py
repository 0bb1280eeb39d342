"""How one comes into a scene: each rule on two scenes made for it."""

import pytest

from cineledger.agents.craft.transitions import Edge, comes_in, goes_out, is_serial, lapse

KITCHEN = Edge(
    location="KITCHEN",
    day_night="NIGHT",
    heat=0.2,
    speech=False,
    silent=False,
    unseen=False,
    thing=None,
    line="She waits.",
    hottest="She waits.",
)
STREET = KITCHEN.model_copy(update={"location": "STREET", "line": "Jon walks.", "hottest": "Jon walks."})


def way(
    before: Edge | None, here: Edge, typed: str | None = None, pacing: str = "classical", serial: bool = False
) -> str:
    """The transition alone."""
    transition, why = comes_in(before, here, typed, pacing, serial, act=False)
    assert why
    return transition


@pytest.mark.parametrize(
    ("typed", "transition"),
    [
        ("CUT TO:", "CUT"),
        ("SMASH CUT TO:", "HARD CUT"),
        ("MATCH CUT TO:", "MATCH CUT"),
        ("DISSOLVE TO:", "DISSOLVE"),
        ("FADE OUT.", "FADE"),
        ("FADE IN:", "FADE"),
        ("WIPE TO:", "WIPE"),
        ("PRE-LAP:", "PRELAP"),
        ("НАПЛЫВ:", "DISSOLVE"),
        ("淡出", "FADE"),
    ],
)
def test_what_the_script_types_is_obeyed(typed: str, transition: str) -> None:
    """A transition on the page goes before every rule, and the reason quotes it."""
    hot = STREET.model_copy(update={"heat": 0.9})
    found, why = comes_in(KITCHEN, hot, typed, "quick", False, False)
    assert (found, why) == (transition, f"the script types it: {typed}")


def test_what_no_rule_reads_leaves_it_to_the_rules() -> None:
    """A transition nobody knows is no reason."""
    assert way(KITCHEN, STREET, typed="> whoosh") == "CUT"


def test_the_film_begins_and_ends_in_black() -> None:
    """The first scene fades in and the last fades out, unless the script has it otherwise."""
    assert way(None, KITCHEN) == "FADE IN"
    assert way(None, KITCHEN, typed="CUT IN:") == "CUT"
    assert goes_out(None)[0] == goes_out("FADE OUT.")[0] == "FADE OUT"
    assert goes_out("CUT TO BLACK.")[0] == goes_out("SMASH CUT TO BLACK")[0] == "HARD CUT"


def test_time_that_passes_is_dissolved() -> None:
    """In one place another time of day or LATER is a dissolve, years are a fade; a quick film jumps."""
    morning = KITCHEN.model_copy(update={"day_night": "MORNING"})
    later = STREET.model_copy(update={"day_night": "LATER"})
    assert way(KITCHEN, morning) == way(KITCHEN, later) == "DISSOLVE"
    assert way(KITCHEN, morning, pacing="quick") == "CUT"
    assert way(KITCHEN, KITCHEN.model_copy(update={"day_night": "TEN YEARS LATER"})) == "FADE"
    assert way(KITCHEN, KITCHEN.model_copy(update={"day_night": "MOMENTS LATER"})) == "CUT"
    assert lapse("НОЧЬ", "КУХНЯ", "УТРО", "КУХНЯ") == "night has become morning"
    assert lapse("NIGHT", "A", "DAY", "B") is lapse(None, "A", None, "A") is None


def test_heat_against_quiet_is_a_hard_cut() -> None:
    """Where one scene boils and the next is still, either way round, the cut is hard and quotes both."""
    hot = KITCHEN.model_copy(update={"heat": 0.8, "hottest": "GET OUT!"})
    assert way(hot, STREET) == way(STREET, hot) == "HARD CUT"
    assert "GET OUT!" in comes_in(hot, STREET, None, "classical", False, False)[1]


def test_a_thing_that_recurs_is_matched() -> None:
    """The clock here answers the clock there, but not in the same room; a last word may be taken up likewise."""
    clock, other = (edge.model_copy(update={"thing": "clock"}) for edge in (KITCHEN, STREET))
    assert way(clock, other) == "MATCH CUT"
    assert way(clock, clock) == "CUT"
    wood = KITCHEN.model_copy(update={"line": "It's only wood."})
    assert way(wood, STREET.model_copy(update={"line": "Wood, stacked to the roof."})) == "MATCH CUT"
    assert way(wood, STREET) == "CUT"


def test_sound_may_lead_or_linger() -> None:
    """A first line pulls one out of a silence; a voice runs on over a scene that begins without one."""
    silent = KITCHEN.model_copy(update={"silent": True})
    speaks = STREET.model_copy(update={"speech": True})
    assert way(silent, speaks) == "PRELAP"
    assert way(KITCHEN.model_copy(update={"unseen": True}), STREET) == "POSTLAP"
    assert way(KITCHEN, speaks) == "CUT"


def test_only_a_film_that_likes_its_wipes_has_them() -> None:
    """Comic and serial films wipe to another place; action that runs on is never wiped."""
    assert way(KITCHEN, STREET, serial=True) == "WIPE"
    assert way(KITCHEN, STREET.model_copy(update={"day_night": "CONTINUOUS"}), serial=True) == "CUT"
    assert way(KITCHEN, STREET.model_copy(update={"day_night": "DAY"}), serial=True) == "CUT"
    assert is_serial(["A comic farce."]) and not is_serial(["Film noir: hard shadows."])
