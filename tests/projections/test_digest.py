"""Digests: equal for equal histories, different for different ones, one for each table."""

from pathlib import Path

from cineledger.domain.address import Address
from cineledger.domain.ledger import Ledger
from cineledger.domain.production.events import VisionStated
from cineledger.projections.digest import table_digests
from cineledger.projections.reader import Reader
from cineledger.projections.table import tables
from tests.projections.worlds import OPENED, World, scene, shot
from tests.support.studio import opened, work


def test_every_table_has_a_digest(film: Path) -> None:
    """One a table, by name; but one of which equal histories may differ in everything."""
    with Reader(film) as reader:
        digests = table_digests(reader, "pilot")
    assert [table.name for table in tables() if table.name not in digests] == ["brought"]
    assert list(digests) == [table.name for table in tables() if table.name != "brought"]
    assert all(len(digest) == 64 for digest in digests.values())


def test_a_fork_has_its_parents_digests_where_they_share_a_past(film: Path) -> None:
    """At the same number below the fork the digests are equal, above it they are not."""
    with Ledger(film) as ledger, Reader(film) as reader:
        (shared,) = reader.rows("SELECT forked_at FROM productions WHERE production = 'pilot-b'")
        number = shared["forked_at"]
        assert table_digests(reader, "pilot-b", number) == table_digests(reader, "pilot", number)
        assert table_digests(reader, "pilot-b", 20) == table_digests(reader, "pilot", 20)
        last = ledger.head("pilot-b").number
        assert (
            table_digests(reader, "pilot-b", last)["events"] != table_digests(reader, "pilot", last)["events"]
        )


def test_equal_histories_have_equal_digests_in_any_studio(tmp_path: Path) -> None:
    """Names, times, ids and positions make no difference."""
    digests = []
    for place, name in enumerate(("pilot", "other")):
        folder = tmp_path / name
        with opened(folder, name) as ledger:
            if place:
                ledger.open("noise", [OPENED, VisionStated(text="noise")], "Open")
            work(ledger, name, jobs=1 + place)
        with Reader(folder) as reader:
            digests.append(table_digests(reader, name))
    assert digests[0] == digests[1]


def test_a_later_event_changes_only_what_it_touches(world: World) -> None:
    """A shot changes the digest of shots and of memories, and of the tables that hold every event."""
    world.open("pilot", scene("1"))
    with world.reader() as reader:
        before = table_digests(reader, "pilot")
    world.say("cinematographer", shot())
    with world.reader() as reader:
        after = table_digests(reader, "pilot")
        assert table_digests(reader, "pilot", 1) == before
    assert {name for name in after if after[name] != before[name]} == {
        "shots",
        "memories",
        "events",
        "causes",
        "productions",
    }


def test_a_digest_at_a_moment_is_the_digest_as_of_it(film: Path) -> None:
    """A reader cut at an event and the past form at that event agree."""
    with Reader(film) as whole, Reader(film, Address("pilot", 60)) as cut:
        assert table_digests(cut, "pilot") == table_digests(whole, "pilot", 60)
