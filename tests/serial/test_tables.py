"""A series in the tables: what was copied from where, and why, across productions."""

from collections.abc import Iterator

import pytest

from cineledger.domain.address import Address
from cineledger.domain.ledger import Ledger
from cineledger.projections.audit import audit
from cineledger.projections.reader import Reader
from cineledger.projections.seasons import seasons
from cineledger.projections.why import why, why_cell


@pytest.fixture(scope="module")
def tables(ledger: Ledger) -> Iterator[Reader]:
    """The tables of the series."""
    with Reader(ledger.folder) as reader:
        yield reader


def test_every_audit_holds(tables: Reader) -> None:
    """No fact without a beginning, and nothing copied from what is not there."""
    found = audit(tables)
    assert "copies_were_there" in found and not any(found.values())


def test_copies_are_those_that_the_facts_name(ledger: Ledger, tables: Reader) -> None:
    """Each event with each of its sources, and no other."""
    for name in ("weigh", "measure", "bottom"):
        rows = tables.rows("SELECT number, source FROM copies_at(?)", (name,))
        named = {(r.number, source) for r in ledger.records(name) for source in r.fact.copied_from()}
        assert {(row["number"], row["source"]) for row in rows} == named


def test_why_leads_from_an_episode_into_its_series_and_on(tables: Reader) -> None:
    """To what the series took in, and from there to what the episode before said; and the other way round."""
    chain = why(tables, Address("bottom", 2))
    taken = next(node for node in chain.causes.values() if node.type == "EpisodeTaken")
    assert taken.address.startswith("weigh@") and taken.address in chain.event.causes
    kinds = {node.type for address, node in chain.causes.items() if address.startswith("measure@")}
    assert {"ArcDrawn", "RelationshipMoved", "FatesRead", "SceneWritten"} <= kinds
    back = why(tables, Address(*_place(taken.address)))
    assert "bottom@2" in back.effects
    vision = why_cell(tables, "bottom", "productions", "bottom", "vision")
    assert any(node.type == "VisionStated" for a, node in vision.causes.items() if a.startswith("weigh@"))


def test_debates_of_two_productions_are_told_apart(tables: Reader) -> None:
    """A question is called by its address: two productions have questions of one number."""
    arc = why_cell(tables, "weigh", "season_arcs", "1/NORA", "shape")
    asked = {node.question_at for node in arc.causes.values() if node.question_at}
    assert len({address.split("@")[0] for address in asked}) == 3


def test_a_series_is_told_in_order(tables: Reader) -> None:
    """Episodes in the order of the series, arcs episode by episode, and what does not join up by weight."""
    shown = seasons(tables, "weigh")
    assert [episode["episode"] for episode in shown.episodes] == ["S1E1", "S1E2"]
    assert [row["episode"] for row in shown.arcs if row["character"] == "NORA"] == ["S1E1", "S1E2"]
    assert shown.themes[0]["decided"] and shown.continuity[0]["kind"] == "fate"
    told = shown.as_json({"S1E2": ["a constraint: no rain"]})
    assert told["episodes"][1]["news"] == ["a constraint: no rain"] and told["episodes"][0]["news"] == []


def test_the_bible_holds_what_runs_through(tables: Reader) -> None:
    """In the series its themes and arcs, in an episode what it took over."""
    entries = {row["entry"] for row in tables.rows("FROM bible_at('weigh')")}
    assert "season/1/NORA" in entries and any(entry.startswith("running/") for entry in entries)
    (left,) = tables.rows("FROM bible_at('bottom') WHERE entry = 'series/arcs'")
    assert "NORA in S1E1" in left["text"] and left["address"] == "bottom@2"
    assert not tables.rows("FROM bible_at('measure') WHERE entry LIKE 'series/%'")


def _place(address: str) -> tuple[str, int]:
    name, _, number = address.rpartition("@")
    return name, int(number)
