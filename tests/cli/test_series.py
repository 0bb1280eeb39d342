"""`cineledger series`, and episodes through `open`, `wrap`, `productions` and `why`."""

from pathlib import Path
from typing import Any

import pytest

from tests.serial.support import FIRST, SECOND, TITLE, VISION
from tests.support.program import Program


@pytest.fixture(scope="module")
def first_wrapped(tmp_path_factory: pytest.TempPathFactory) -> Program:
    """The series with its first episode run and wrapped; never changed."""
    program = Program(tmp_path_factory.mktemp("series") / "studio")
    program.within("series", "open", "Weigh", "--title", TITLE, "--vision", VISION).done()
    program.within("constrain", "weigh", "no crane").done()
    program.within("open", "measure", "--series", "weigh", "--script", FIRST).done()
    program.within("run", "measure", "--approve", "standing").done()
    program.within("wrap", "measure").done()
    return program


def arcs_of_nora(arcs: list[dict[str, Any]]) -> str:
    """Where the episode says what way NORA goes."""
    return str(next(arc["source"] for arc in arcs if arc["character"] == "NORA"))


@pytest.fixture
def weigh(first_wrapped: Program, tmp_path: Path) -> Program:
    """A copy of it."""
    return first_wrapped.copied(tmp_path / "studio")


def test_a_series_is_opened(program: Program) -> None:
    """By its name, with what is said for all its episodes; a name is given once, and options belong to open."""
    answer = program("series", "open", "Weigh", "--title", TITLE, "--vision", VISION).done()
    assert answer.lines == [
        "weigh is open: The Weigh House, a series",
        "Next: cineledger open EPISODE --series weigh --script FILE",
    ]
    assert "It has no episode yet" in program("series", "weigh").done().out
    program.within("series", "open", "weigh").refused("there is a production weigh")
    program.within("series", "weigh", "--title", "Other").misused("series open NAME")
    program.within("series", "take", "weigh").misused("Give a series, or one of")
    found = program.within("series", "open", "other", "--idea", "A harbour.", "--json").done().json()
    assert found["production"] == "other" and found["title"] == "other"


def test_an_episode_opens_with_its_series(weigh: Program) -> None:
    """It has a place, and begins with what was said and what earlier episodes established."""
    answer = weigh("open", "bottom", "--series", "WEIGH", "--script", SECOND).done()
    assert answer.lines[0] == "bottom is open: False Bottom, S1E2 of weigh"
    (row,) = weigh.rows("from series where production = 'bottom'")
    assert (row["series"], row["episode"], row["bible_at"]) == ("weigh", "S1E2", row["placed"] - 1)
    (film,) = weigh.rows("from productions where production = 'bottom'")
    assert film["vision"] == VISION
    why = weigh("why", "bottom@4").done().out
    assert "weigh@1 orchestrator stated the vision" in why and "established" not in why
    bible = weigh.within("why", "bottom@2").done().out
    assert "measure@" in bible.split("took in S1E1")[1]
    found = weigh.within("open", "third", "--series", "weigh", "--idea", "A storm.", "--json").done().json()
    assert (found["series"], found["episode"]) == ("weigh", "S1E3")
    season = ("--season", "2", "--episode", "4")
    later = weigh.within("open", "later", "--series", "weigh", "--idea", "Ice.", *season).done()
    assert later.lines[0].endswith("S2E4 of weigh")


@pytest.mark.parametrize(
    ("words", "because"),
    [
        (("open", "b", "--series", "weigh", "--episode", "1", "--idea", "x"), "S1E1 is measure"),
        (("open", "measure", "--series", "weigh", "--idea", "x"), "there is a production measure"),
        (("open", "b", "--series", "measure", "--idea", "x"), "measure is no series"),
        (("open", "b", "--series", "weight", "--idea", "x"), "there is no production weight"),
        (("series", "measure"), "measure is no series"),
        (("series", "take", "weigh", "weigh"), "weigh is no episode"),
        (("series", "take", "weigh", "measure"), "established nothing since"),
        (("series", "update", "weigh"), "weigh is no episode of a series"),
        (("import", "weigh", str(SECOND)), "a series has no script of its own"),
    ],
)
def test_what_can_not_be_is_refused(first_wrapped: Program, words: tuple[str, ...], because: str) -> None:
    """With a reason and a hint, and nothing is recorded."""
    before = first_wrapped.head("weigh")
    first_wrapped.within(*words).refused(because)
    assert first_wrapped.head("weigh") == before
    names = first_wrapped.rows("from productions where form <> 'character'")
    assert {row["production"] for row in names} == {"weigh", "measure"}


def test_places_need_a_series(program: Program) -> None:
    """A season and an episode count in a series."""
    program.within("open", "b", "--idea", "x", "--season", "1").misused("need the --series")


def test_wrapping_takes_an_episode_in(first_wrapped: Program) -> None:
    """Its arcs, themes, people and relationships stand in the series, each with the address it comes from."""
    (row,) = first_wrapped.rows("from episodes")
    wrapped = first_wrapped.head("measure")
    assert (row["cut"], row["episode"], row["read_at"]) == ("measure", "S1E1", wrapped - 1)
    arcs = first_wrapped.rows("from episode_arcs order by character")
    assert {arc["character"] for arc in arcs} >= {"NORA", "TEODOR"}
    for arc in arcs:
        fact = first_wrapped.within("show", arc["source"], "--json").done().json()["fact"]
        assert (fact["character"], fact["shape"]) == (arc["character"], arc["shape"])
    bonds = first_wrapped.rows("from episode_bonds where character = 'NORA' and other = 'TEODOR'")
    assert bonds[0]["affection"] < bonds[0]["met_affection"]
    assert first_wrapped.rows("from episode_themes") and first_wrapped.rows("from episode_people")
    why = first_wrapped.within("why", "weigh", "episode_arcs", "S1E1/NORA", "shape").done().out
    assert f"{arcs_of_nora(arcs)} showrunner drew the arc of NORA" in why
    shown = first_wrapped("series", "weigh").done().out
    assert f"S1E1 measure@{wrapped}: The Short Measure, refinement, wrapped, taken in at" in shown
    listed = first_wrapped.within("productions").done().lines
    assert listed[0].startswith("weigh@") and "series of 1 episode" in listed[0]
    assert "S1E1 of weigh" in listed[1]


def test_an_episode_is_offered_what_its_series_says_since(weigh: Program) -> None:
    """Nothing comes into it by itself; the orchestrator sees what there is, and takes it over."""
    weigh.within("open", "bottom", "--series", "weigh", "--script", SECOND).done()
    before = weigh.head("bottom")
    weigh.within("series", "update", "bottom").refused("says nothing new for this episode")
    weigh.within("constrain", "weigh", "no rain").done()
    assert weigh.head("bottom") == before
    shown = weigh.within("series", "weigh").done().out
    assert "news: a constraint: no rain" in shown and "cineledger series update bottom" in shown
    assert "update measure" not in shown
    told = weigh.within("run", "bottom", "--until", str(before)).done()
    assert "weigh has gone on" in told.err
    offered = weigh.within("inbox").done().out
    assert "bottom is offered what weigh says since:\n  a constraint: no rain" in offered
    found = weigh.within("inbox", "bottom", "--json").done().json()
    assert found == [{"production": "bottom", "series": "weigh", "news": ["a constraint: no rain"]}]
    answer = weigh("series", "update", "bottom").done()
    assert answer.lines[:2] == [
        f"bottom@{before + 1} takes over from weigh:",
        "  a constraint: no rain",
    ]
    assert "Nothing awaits you." in weigh.within("inbox").done().out
    assert "imposed a constraint: no rain" in weigh.within("why", f"bottom@{before + 2}").done().out


def test_a_fork_of_an_episode_stays_one(weigh: Program) -> None:
    """Wrapped, it does not take the place of the cut that counts; taken in, it does; it replays as its parent does."""
    shared = weigh.head("measure") - 1
    weigh.within("fork", f"measure@{shared}", "measure-b").done()
    assert weigh.digest("measure-b") == weigh.digest("measure", shared)
    one = weigh.within("replay", "measure", "--at", str(shared), "--json").done().json()
    other = weigh.within("replay", "measure-b", "--json").done().json()
    assert one["tables"] == other["tables"]
    (row,) = weigh.rows("from series where production = 'measure-b'")
    assert (row["series"], row["episode"], row["address"]) == ("weigh", "S1E1", "measure@3")
    before = weigh.head("weigh")
    wrapped = weigh.within("wrap", "measure-b").done()
    assert "measure is the cut that counts" in wrapped.err and weigh.head("weigh") == before
    weigh("series", "take", "weigh", "measure-b").done()
    (row,) = weigh.rows("from episodes where production = 'weigh'")
    assert (row["cut"], row["read_at"]) == ("measure-b", shared + 1)


def test_a_series_can_be_forked(weigh: Program) -> None:
    """The fork has the episodes of its past, takes them in for itself, and goes its own way."""
    placed = weigh.rows("from episodes")[0]["placed"]
    weigh.within("fork", f"weigh@{placed}", "weigh-b").done()
    (row,) = weigh.rows("from episodes where production = 'weigh-b'")
    assert row["taken"] is None
    weigh.within("series", "take", "weigh-b", "measure").done()
    weigh.within("open", "ice", "--series", "weigh-b", "--idea", "The harbour freezes.").done()
    weigh.within("series", "take", "weigh", "ice").refused("ice is an episode of weigh-b")
    assert len(weigh.rows("from episodes where production = 'weigh'")) == 1
    assert weigh.within("verify").done()
    arcs = "select character, shape, source from episode_arcs where production = ? order by 1"
    assert weigh.rows(arcs.replace("?", "'weigh'")) == weigh.rows(arcs.replace("?", "'weigh-b'"))


def test_a_wrapped_series_takes_nothing(weigh: Program) -> None:
    """Its episodes can be wrapped all the same, and it is said that nothing was taken in."""
    weigh.within("open", "bottom", "--series", "weigh", "--script", SECOND).done()
    weigh.within("wrap", "weigh").done()
    weigh.within("open", "third", "--series", "weigh", "--idea", "x").refused("is wrapped")
    assert "wrapped" in weigh.within("wrap", "bottom").done().err
