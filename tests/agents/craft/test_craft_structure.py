"""Acts and turning points: each docstring is the rule, each film was written for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cineledger.agents.craft.story import leads
from cineledger.agents.craft.structure import AIMS, Structure, balance, length, read_structure
from tests.agents.craft.craft_films import CHINESE, DRAMA, FILMS, RUSSIAN
from tests.agents.craft.story_films import FERRY, film, pages, story
from tests.support.feature import feature

ORDER = ("opening", "inciting incident", "first turn", "midpoint", "second turn", "climax", "closing image")


def structure(text: str, *notes: str) -> Structure:
    told = story(text)
    lead = next((lead.name for lead in leads(told.scenes, told.people)), None)
    return read_structure(told.scenes, told.beats, lead, notes)


def where(text: str, point: str, *notes: str) -> tuple[int, str]:
    """The place of a point's scene, and its quote."""
    (found,) = [p for p in structure(text, *notes).points if p.point == point]
    return found.scene, found.quote


def test_a_very_short_film_has_one_act_and_says_so() -> None:
    """Two pages turn once: no midpoint, no first and second turn are claimed."""
    read = structure(DRAMA)
    assert read.acts == ((0, 1),)
    assert "one act" in read.reason and "too short to turn twice" in read.reason
    assert {p.point for p in read.points}.isdisjoint({"midpoint", "first turn", "second turn"})


def test_a_short_film_has_two_acts_about_its_middle() -> None:
    """Between two pages and twenty a film turns in its middle, and its acts meet there."""
    read = structure(pages(FERRY, 3))
    assert len(read.acts) == 2
    points = [p.point for p in read.points]
    assert "midpoint" in points and "second turn" not in points


def test_a_feature_has_three_acts_and_all_its_points() -> None:
    """A quarter, a half and a quarter, give or take; each point near where the craft expects it, in order."""
    told = story(feature(60))
    read = read_structure(told.scenes, told.beats, "NORA")
    assert [p.point for p in read.points] == list(ORDER)
    assert [p.falls for p in read.points] == sorted(p.falls for p in read.points)
    whole = sum(scene.eighths for scene in told.scenes)
    shares = [sum(s.eighths for s in told.scenes[a : z + 1]) / whole for a, z in read.acts]
    assert shares == pytest.approx(AIMS[3], abs=0.12)


def test_the_climax_is_the_strongest_beat_near_the_end() -> None:
    """Between a whisper and an outburst at about the same place the outburst is the climax."""
    quiet = "ANNA\nI see.\n\nBERT\nYes.\n\nANNA\nGood.\n\nBERT\nGood."
    loud = "ANNA\nYOU LIED TO ME!! YOU LIED!\n\nShe slams the door."
    text = film(quiet, quiet, quiet, quiet, loud, quiet)
    assert where(text, "climax")[0] == 4


def test_no_climax_is_made_up() -> None:
    """Where nothing rises above talk there is no climax, and the reading says so."""
    calm = "ANNA\nThe tea is here.\n\nBERT\nThe tea is warm.\n\nANNA\nIt is.\n\nBERT\nIt is."
    read = structure(film(calm, calm))
    assert all(p.point != "climax" for p in read.points)
    assert "no beat in it is strong enough" in read.reason


def test_the_inciting_incident_is_where_a_want_is_said() -> None:
    """A plain want of the protagonist's, said early, is what sets the film going; it is quoted."""
    assert where(FERRY, "inciting incident") == (0, "I want the last boat! Please!")


def test_images_frame_the_film() -> None:
    """The opening is what is seen first, the closing image what is seen last; THE END and FADE OUT are not seen."""
    text = FERRY + "\nFADE OUT.\n\n> THE END <\n"
    assert where(text, "opening")[1] == "Rain on an empty pier. One lamp."
    assert where(text, "closing image")[1] == "A small boat, two figures and one lamp, in all that grey."


def test_a_point_cites_a_line_that_holds_its_quote() -> None:
    """Every quote stands in the element that its line names, whatever the language."""
    for text in (*FILMS, FERRY):
        told = story(text)
        for point in structure(text).points:
            line = " ".join(told.scenes[point.scene].elements[point.line or 0].text.split())
            assert point.quote.rstrip("…").strip()[:20] in line


def test_other_languages_are_read_by_their_marks() -> None:
    """A Russian and a Chinese film have their climax where the truth comes out."""
    assert where(RUSSIAN, "climax")[1] == "Правду! Что ты давно не работаешь!"
    assert "真相" in where(CHINESE, "climax")[1]


def test_notes_are_heeded() -> None:
    """Who asks for one act gets one; who says in which scene the climax is finds it there."""
    assert len(structure(feature(40), "This is one act, really.").acts) == 1
    assert where(FERRY, "climax", "The climax is in scene 2.")[0] == 1


def test_acts_leave_no_scene_out() -> None:
    """Acts follow on one another from the first scene to the last."""
    for text in (*FILMS, FERRY, feature(30)):
        acts, count = structure(text).acts, len(story(text).scenes)
        assert [scene for first, last in acts for scene in range(first, last + 1)] == list(range(count))


def test_nothing_to_play_has_no_points() -> None:
    """Slug lines alone are scenes without beats: one act, and nothing that could turn."""
    read = structure("INT. A - DAY\n\nINT. B - DAY\n")
    assert read.points == () and read.acts == ((0, 1),)


@pytest.mark.parametrize(
    ("shares", "said"),
    [
        ((0.25, 0.5, 0.25), "balanced"),
        ((0.45, 0.35, 0.2), "act 1 is 20 pages longer"),
        ((0.2, 0.3, 0.5), "act 3 is 25 pages longer"),
        ((0.2, 0.8), "act 1 is 30 pages shorter"),
        ((1.0,), "one act over 100 pages"),
    ],
)
def test_balance(shares: tuple[float, ...], said: str) -> None:
    """The act that misses its share by most is named, with the pages."""
    assert said in balance(shares, 100)


def test_length_in_a_crew_s_words() -> None:
    """Eighths below a page, pages above."""
    assert [length(pages) for pages in (0.01, 0.5, 1.0, 2.4)] == ["1/8 page", "4/8 page", "1 page", "2 pages"]


LINES = st.sampled_from(
    [
        "ANNA\nNo.",
        "BERT\nYOU KNEW!!",
        "She leaves.",
        "A pause.",
        "He runs.",
        "ANNA\nI want to go home.",
        "Анна молчит.",
        "她笑了。",
    ]
)


@given(st.lists(st.lists(LINES, max_size=6), min_size=1, max_size=12))
def test_any_script_has_a_structure(scenes: list[list[str]]) -> None:
    """Points are in order, each in a scene that is there; acts cover the film."""
    text = "".join(f"INT. ROOM {n} - DAY\n\n" + "\n\n".join(lines) + "\n\n" for n, lines in enumerate(scenes))
    read = structure(text)
    assert read.acts[0][0] == 0 and read.acts[-1][1] == len(scenes) - 1
    inner = [p.falls for p in read.points[1:-1]]
    assert inner == sorted(inner)
    assert all(0 <= p.scene < len(scenes) and 0 <= p.falls <= 1 for p in read.points)
