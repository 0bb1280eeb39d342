"""Ledgers shared by the tests of projections."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cineledger.agents import desk
from cineledger.domain.notes.commands import GiveNote
from cineledger.domain.production.events import PhaseEntered
from cineledger.domain.production.policy import SetPolicy
from cineledger.projections.reader import Reader
from tests.projections.worlds import World
from tests.support.drafts import CABIN, FIRST, HARBOUR, KITCHEN, ORCHARD, QUAY, draft
from tests.support.studio import opened, work


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """An empty ledger."""
    made = World(tmp_path)
    yield made
    made.ledger.store.close()


@pytest.fixture(scope="session")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A studio whose crew worked on `pilot` to the end; `pilot-b` forks as shooting begins, limited."""
    folder = tmp_path_factory.mktemp("film")
    with opened(folder) as ledger:
        work(ledger)
        (shooting,) = (
            record.address
            for record in ledger.records("pilot")
            if isinstance(record.fact, PhaseEntered) and record.fact.phase == "execution"
        )
        ledger.fork(shooting, "pilot-b")
        desk.impose(ledger, "pilot-b", "constraint", "Nothing longer than 50mm.")
        desk.order(ledger, "pilot-b", GiveNote(text="Closer."), SetPolicy(subject="revision", rounds=2))
        work(ledger, "pilot-b")
    return folder


@pytest.fixture(scope="session")
def tables(film: Path) -> Iterator[Reader]:
    """The tables of `film`."""
    with Reader(film) as reader:
        yield reader


@pytest.fixture(scope="session")
def revised(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A studio whose production `revised` had three drafts: edited, moved, put in, left out, brought back."""
    folder = tmp_path_factory.mktemp("revised")
    with opened(folder, "revised", FIRST) as ledger:
        work(ledger, "revised")
        for scenes in (
            (HARBOUR, KITCHEN.replace("Forty-one", "Forty-two"), ORCHARD, QUAY),
            (QUAY, HARBOUR.replace("HARBOUR", "PIER"), ORCHARD, CABIN),
        ):
            script = desk.Script(text=draft(*scenes), source="draft.fountain", encoding="utf-8")
            desk.take_in_draft(ledger, "revised", script, ledger.head("revised").number)
            work(ledger, "revised")
    return folder


@pytest.fixture(scope="session")
def revised_tables(revised: Path) -> Iterator[Reader]:
    """The tables of `revised`."""
    with Reader(revised) as reader:
        yield reader
