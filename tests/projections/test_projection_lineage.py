"""Forks inherit without copying, and the past is the present of a shorter ledger."""

from pathlib import Path

import duckdb
import pytest

from cineledger.domain.address import Address, parse_address
from cineledger.domain.ledger import Ledger
from cineledger.domain.production.events import BroadcastSent, VisionStated
from cineledger.domain.refusal import Refused
from cineledger.domain.shots.events import ShotRevised
from cineledger.projections.projector import Projector
from cineledger.projections.reader import Reader
from cineledger.projections.showing import Showing
from cineledger.projections.table import tables
from tests.projections.worlds import SPEC, World, everything, shot


def said(world: World, production: str, number: int | None = None) -> list[str]:
    """What the orchestrator told a production's crew, in order."""
    rows = world.rows("SELECT text FROM broadcasts_at(?, ?) ORDER BY number", production, number)
    return [row["text"] for row in rows]


@pytest.fixture
def family(world: World) -> World:
    """a: 1 2 3 4; b forks at 2 and says 3b 4b; c forks b at 3 (3b) and says 4c; d forks b at 1, which is a's."""
    world.open("a", *(BroadcastSent(text=str(n)) for n in range(1, 5)))
    world.fork("a@2", "b")
    world.say("orchestrator", BroadcastSent(text="3b"), BroadcastSent(text="4b"), name="b")
    world.fork("b@3", "c")
    world.say("orchestrator", BroadcastSent(text="4c"), name="c")
    world.fork("b@1", "d")
    world.say("orchestrator", BroadcastSent(text="2d"), name="d")
    world.say("orchestrator", BroadcastSent(text="5"), name="a")
    return world


def test_forks_of_forks_inherit_and_diverge(family: World) -> None:
    """Each sees its ancestors' events up to where it left them, then its own."""
    assert said(family, "a") == ["1", "2", "3", "4", "5"]
    assert said(family, "b") == ["1", "2", "3b", "4b"]
    assert said(family, "c") == ["1", "2", "3b", "4c"]
    assert said(family, "d") == ["1", "2d"]


def test_the_past_of_a_fork_is_its_ancestors(family: World) -> None:
    """As of a number before the fork, a fork is its parent as of that number."""
    assert said(family, "c", 4) == said(family, "c")
    assert said(family, "c", 3) == ["1", "2", "3b"]
    assert said(family, "c", 2) == said(family, "a", 2) == ["1", "2"]
    assert said(family, "c", 0) == []
    assert said(family, "c", 99) == said(family, "c")


def test_the_current_table_holds_every_production(family: World) -> None:
    """Without a name, each production's rows stand at its head, under the address that really holds them."""
    rows = family.rows(
        "SELECT production, text, address FROM broadcasts WHERE production = 'c' ORDER BY number"
    )
    assert [tuple(row.values()) for row in rows] == [
        ("c", "1", "a@1"),
        ("c", "2", "a@2"),
        ("c", "3b", "b@3"),
        ("c", "4c", "c@4"),
    ]
    heads = family.rows("SELECT production, head FROM productions ORDER BY 1")
    assert [tuple(row.values()) for row in heads] == [("a", 5), ("b", 4), ("c", 4), ("d", 2)]


def test_events_are_counted_once(family: World) -> None:
    """The table of events has every event under the stream that holds it; `events_at` follows the lineage."""
    assert family.rows("SELECT count(*) AS n FROM events")[0]["n"] == 5 + 1 + 2 + 1 + 1 + 1 + 1 + 1
    along = family.rows("SELECT number, address, production FROM events_at('C') ORDER BY number")
    assert [row["address"] for row in along] == ["a@0", "a@1", "a@2", "b@3", "c@4"]
    assert {row["production"] for row in along} == {"c"}


def test_names_are_found_in_any_case(world: World) -> None:
    """A production's name is folded as the ledger folds it, decomposed letters included."""
    world.open("zoë", VisionStated(text="v"))
    for typed in ("ZOË", "zoe\u0308", "Zoë"):
        assert len(world.rows("FROM Broadcasts_AT(?)", typed)) == 1


def test_a_fork_changes_a_shot_of_its_own(world: World) -> None:
    """A column changed in the fork leaves the parent's alone, and what was not changed is shared."""
    world.open()
    world.say("cinematographer", shot())
    world.fork("pilot@1", "b")
    longer = SPEC.model_copy(update={"lens_mm": 135})
    world.say("cinematographer", ShotRevised(shot="1A", spec=longer, notes="n", question=None), name="b")
    rows = world.rows("SELECT production, lens_mm, eighths, address FROM shots ORDER BY 1")
    assert [tuple(row.values()) for row in rows] == [("b", 135, 1, "b@2"), ("pilot", 85, 1, "pilot@1")]


APART = 30
"""Events between two looks at a table which reads none of those in between."""


def test_as_of_an_event_is_the_ledger_cut_there(film: Path) -> None:
    """For every event of a production and every table: the past form has the rows of a ledger that ends there.

    A table is looked at just before and just after each event that it reads; and, whatever it says it reads, every so
    often, other tables at other events, all of them at the end.
    """
    with Ledger(film) as ledger, Reader(film) as whole:
        types = [{type(record.fact).__name__} for record in ledger.records("pilot")]
        head = len(types) - 1
        positions = [ledger.position(Address("pilot", number)) for number in range(head + 1)]
        connection = duckdb.connect()
        cut = Projector(connection, film)
        Showing(connection).everything()
        whole.tables()
        for number, position in enumerate(positions):
            cut.catch_up(upto=position)
            near = types[number] | (types[number + 1] if number < head else set())
            for place, table in enumerate(tables()):
                if table.rows == "own text":
                    continue
                if not (table.concerns(near) or (number + place) % APART == 0 or number == head):
                    continue
                past = whole.connection.execute(f"FROM {table.name}_at('pilot', ?)", [number]).fetchall()
                now = connection.execute(f"FROM {table.name} WHERE production = 'pilot'").fetchall()
                assert sorted(map(repr, past)) == sorted(map(repr, now)), (table.name, number)
        connection.close()


@pytest.mark.parametrize("address", ["a@3", "a@4", "b@3", "c@4", "d@2", "a@5", "b@0"])
def test_a_moment_cuts_the_whole_ledger(family: World, address: str) -> None:
    """With the variable `moment`, every table shows what a ledger that ends at that position shows."""
    position = family.position(parse_address(address))
    with family.projector() as whole, family.projector() as cut:
        whole.catch_up()
        whole.connection.execute(f"SET VARIABLE moment = {position}")
        cut.catch_up(upto=position)
        assert everything(whole) == everything(cut)


def test_a_reader_at_an_event_knows_nothing_later(family: World) -> None:
    """Neither productions nor events nor history rows of later positions can be seen."""
    with family.reader(at="b@3") as reader:
        names = [row["production"] for row in reader.rows("SELECT production FROM productions ORDER BY 1")]
        assert names == ["a", "b"]
        assert reader.query("SELECT max(position) AS p FROM events_history").to_pylist() == [
            {"p": family.position(parse_address("b@3"))}
        ]
        assert reader.query("SELECT count(*) AS n FROM broadcasts WHERE production = 'b'").to_pylist() == [
            {"n": 3}
        ]


def test_a_reader_refuses_a_moment_that_never_was(family: World) -> None:
    """There is no view at an event that is not there."""
    with pytest.raises(Refused) as refusal, family.reader(at="a@99"):
        pass
    assert "there is no event a@99" in refusal.value.reason


def test_no_studio_no_tables(tmp_path: Path) -> None:
    """A folder without a ledger is refused, and left as it was."""
    with pytest.raises(Refused) as refusal:
        Reader(tmp_path)
    assert "there is no studio" in refusal.value.reason
    assert list(tmp_path.iterdir()) == []
