"""The quay, made once and copied for each test that changes it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from cineledger.domain.ledger import Ledger
from tests.canon.support import quay, wrap_both


@pytest.fixture(scope="session")
def unwrapped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with both cuts worked on; never changed."""
    folder = tmp_path_factory.mktemp("unwrapped") / "studio"
    quay(folder).store.close()
    return folder


@pytest.fixture(scope="session")
def made(unwrapped: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which two cuts were wrapped; never changed."""
    folder = tmp_path_factory.mktemp("made") / "studio"
    shutil.copytree(unwrapped, folder)
    with Ledger(folder) as ledger:
        wrap_both(ledger)
    return folder


@pytest.fixture
def before(unwrapped: Path, tmp_path: Path) -> Iterator[Ledger]:
    """A copy of that with nothing wrapped."""
    shutil.copytree(unwrapped, tmp_path / "studio")
    with Ledger(tmp_path / "studio") as copy:
        yield copy


@pytest.fixture
def ledger(made: Path, tmp_path: Path) -> Iterator[Ledger]:
    """A copy of that with both wrapped."""
    shutil.copytree(made, tmp_path / "studio")
    with Ledger(tmp_path / "studio") as copy:
        yield copy
