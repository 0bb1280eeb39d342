"""Where people stand and go, who holds a scene, and which way they look."""

# Cyrillic and full-width characters that look like Latin ones are meant: the scripts are typed with them.

import pytest
from hypothesis import given, settings

from cineledger.agents.craft.blocking import Staging, block, mirrored
from cineledger.agents.craft.power import weight
from cineledger.domain.fountain.screenplay import Element
from tests.agents.craft.craft_films import CHINESE, DRAMA, FILMS, RUSSIAN, scenes
from tests.agents.craft.test_craft_beats import NAMES, pages

HEAD = "INT. ROOM - DAY\n\n"


def staged(text: str, inside: bool = True) -> Staging:
    """The staging of a scene that has people in it."""
    scene = scenes(text if text.startswith(("INT", "EXT")) else HEAD + text)[0]
    found = block(scene.elements, scene.cast, inside)
    assert found is not None
    return found


def mark(staging: Staging, who: str) -> str:
    return next(spot.at for spot in staging.marks if spot.who == who)


def talk(*names: str) -> str:
    """Everybody says something in turn, so that all are of the cast."""
    return "\n\n".join(f"{name}\nWell, {name.lower()} says so." for name in names)


@pytest.mark.parametrize(
    ("direction", "at"),
    [
        ("ANN sits at the table.", "at the table"),
        ("ANN stands at the window.", "at the window"),
        ("ANN waits by the door.", "by the door"),
        ("ANN leans against the wall.", "against the wall"),
        ("ANN kneels by the vault.", "by the vault"),
        ("A long table. ANN sits at the head of it.", "at the head of the table"),
        ("ANN, 30, scrubs a pan at the sink.", "at the sink"),
        ("ANN watches from the doorway.", "at the doorway"),
        ("ANN stands behind BEN.", "left of centre"),
    ],
)
def test_a_direction_says_where_somebody_is(direction: str, at: str) -> None:
    """Whoever sits, stands or works somewhere as the scene begins has her mark there."""
    assert mark(staged(f"{direction}\n\n{talk('ANN', 'BEN')}"), "ANN") == at


@pytest.mark.parametrize(
    ("direction", "how", "at"),
    [
        ("ANN crosses to the window.", "crosses", "at the window"),
        ("ANN sits down at the table.", "sits", "at the table"),
        ("ANN stands behind BEN.", "stands", "behind BEN"),
        ("ANN walks out.", "exits", "off, at the door"),
        ("ANN gets up.", "rises", "left of centre"),
    ],
)
def test_people_move_at_a_line(direction: str, how: str, at: str) -> None:
    """A stance or a way that comes after somebody was there is a move, at the line that has it."""
    if how in ("rises",):
        direction = f"ANN sits.\n\n{direction}"
    staging = staged(f"{talk('ANN', 'BEN')}\n\n{direction}")
    moves = [move for move in staging.moves if move.to.who == "ANN"]
    if how != "stands":
        assert (moves[-1].how, moves[-1].to.at) == (how, at)
    assert all(move.line > 4 for move in moves)


def test_who_comes_in_is_off_before() -> None:
    """An entrance begins outside the door and ends inside it; out of doors it is from the side."""
    inside = staged("ANN reads.\n\n" + talk("ANN") + "\n\nBEN enters.\n\n" + talk("BEN"))
    assert mark(inside, "BEN") == "off, at the door"
    assert [(m.how, m.to.at) for m in inside.moves] == [("enters", "inside the door")]
    outside = staged("EXT. ROAD - DAY\n\nANN reads.\n\n" + talk("ANN") + "\n\nBEN steps out from behind the wall.\n\n"
                     + talk("BEN"), inside=False)  # fmt: skip
    assert mark(outside, "BEN") == "off, frame right"


@pytest.mark.parametrize(
    "direction",
    [
        "ANN looks at the door.",
        "ANN throws the glass at the wall.",
        "ANN leaves the letter on the table.",
        "ANN sits as if it might leave without her.",
        "On the screen: ANN.",
        "ANN smiles up at the cloud, which disappears.",
    ],
)
def test_what_is_aimed_at_is_no_place_to_stand(direction: str) -> None:
    """Looking, throwing and leaving a thing put nobody anywhere."""
    staging = staged(f"{talk('ANN', 'BEN')}\n\n{direction}")
    assert [m for m in staging.moves if m.how not in ("sits",)] == []


def test_the_driver_is_at_the_wheel() -> None:
    """In a car somebody drives and somebody sits beside; neither stands over the other."""
    text = "INT. CAR - DAY\n\nANN drives. BEN, 20, in the passenger seat, sleeps.\n\n" + talk("ANN", "BEN")
    staging = staged(text)
    assert (mark(staging, "ANN"), mark(staging, "BEN")) == ("at the wheel", "in the passenger seat")


def test_unsaid_is_a_neutral_mark_and_the_reason_says_so() -> None:
    """Nobody's place is made up as if the script had it."""
    staging = staged(talk("ANN", "BEN"))
    assert "no line says where ANN, BEN stand" in staging.reason.casefold().replace("ann, ben", "ANN, BEN")
    assert {spot.at for spot in staging.marks} == {"left of centre", "right of centre"}


def test_the_line_runs_between_those_who_answer_each_other() -> None:
    """Of three the two who talk most make the line; the left one looks right."""
    staging = staged(talk("CEM", "ANN", "BEN", "ANN", "BEN", "ANN"))
    assert staging.axis is not None and set(staging.axis) == {"ANN", "BEN"}
    across = {spot.who: spot.x for spot in staging.marks}
    assert across[staging.axis[0]] < across[staging.axis[1]]


def test_from_the_other_side_left_is_right() -> None:
    """Across the line everybody's place and look is turned around."""
    staging = staged("ANN stands at the window.\n\n" + talk("ANN", "BEN"))
    other = mirrored(staging)
    assert other.axis == tuple(reversed(staging.axis or ()))
    assert [round(1 - spot.x, 2) for spot in staging.marks] == [spot.x for spot in other.marks]


@pytest.mark.parametrize(
    ("speech", "lifts"),
    [
        ("Sit down.", 1),
        ("Open it!", 1),
        ("Why?", 1),
        ("Please. Not tonight.", -1),
        ("I'm sorry.", -1),
        ("It rains.", 0),
    ],
)
def test_orders_lift_and_excuses_lower(speech: str, lifts: int) -> None:
    """Status is in how somebody speaks (Johnstone)."""
    assert (weight(speech) > 0) - (weight(speech) < 0) == lifts


def test_who_orders_holds_the_scene() -> None:
    """The one who gives orders and has the last word holds it; between equals nobody does."""
    ordered = staged("RUTH\nSit down.\n\nELI\nPlease. I'm sorry.\n\nRUTH\nTell me.")
    assert ordered.holds == "RUTH" and "RUTH holds the scene" in ordered.reason
    assert staged(talk("ANN", "BEN", "ANN")).holds is None


def test_a_voice_has_no_mark() -> None:
    """Who is only heard stands nowhere; a direction that brings her in gives her a body."""
    heard = "ANN reads.\n\nANN\nHello?\n\nVERA (V.O.)\nIt is me."
    assert [spot.who for spot in staged(heard).marks] == ["ANN"]
    assert "VERA" in [spot.who for spot in staged(heard + "\n\nVERA enters and sits down.").marks]


def test_it_reads_russian_and_chinese() -> None:
    """Stances, entrances and exits are read in the languages whose verbs are listed."""
    russian = block(scenes(RUSSIAN)[0].elements, scenes(RUSSIAN)[0].cast, True)
    assert russian is not None and mark(russian, "АННА") == "by the window"
    assert [(m.how, m.to.who) for m in russian.moves] == [("enters", "ИВАН"), ("exits", "АННА")]
    chinese = block(scenes(CHINESE)[0].elements, scenes(CHINESE)[0].cast, True)
    assert chinese is not None and mark(chinese, "李梅") == "by the window"


def test_a_pronoun_is_whose_it_was() -> None:
    """He after a speech is whoever the directions called he; where nobody was, nobody moves."""
    moves = block(scenes(DRAMA)[0].elements, scenes(DRAMA)[0].cast, True)
    assert moves is not None
    assert [(m.to.who, m.to.at) for m in moves.moves] == [
        ("JON", "inside the door"),
        ("MAYA", "at the table"),
    ]
    unknown = staged(talk("ANN", "BEN") + "\n\nShe crosses to the window.")
    assert unknown.moves == ()


@settings(max_examples=150, deadline=None)
@given(pages())
def test_every_staging_holds(elements: list[Element]) -> None:
    """On any page: one mark a person, in the set, moves in order on lines that exist, an axis from left to right."""
    staging = block(elements, NAMES, True)
    if staging is None:
        return
    assert len({spot.who for spot in staging.marks}) == len(staging.marks)
    spots = [*staging.marks, *(move.to for move in staging.moves)]
    assert all(0 <= spot.x <= 1 and 0 <= spot.y <= 1 and spot.at for spot in spots)
    lines = [move.line for move in staging.moves]
    assert lines == sorted(lines) and all(0 <= line < len(elements) for line in lines)
    assert staging.reason
    assert block(elements, NAMES, True) == staging


def test_the_films_are_staged() -> None:
    """Every scene with people has marks for all who can be seen, and a line where there are two."""
    for text in FILMS:
        for scene in scenes(text):
            staging = block(scene.elements, scene.cast, True)
            if staging is not None and len(staging.marks) > 1:
                assert staging.axis is not None
