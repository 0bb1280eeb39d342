"""The quay, made once and copied for each test that changes it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from cineledger.domain.ledger import Ledger
from tests.canon.support import both_wrapped, quay


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which two cuts were wrapped; never changed."""
    folder = tmp_path_factory.mktemp("quay")
    both_wrapped(folder).store.close()
    return folder


@pytest.fixture
def ledger(made: Path, tmp_path: Path) -> Iterator[Ledger]:
    """A copy of it."""
    shutil.copytree(made, tmp_path / "studio")
    with Ledger(tmp_path / "studio") as copy:
        yield copy


@pytest.fixture(scope="session")
def unwrapped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with both cuts worked on; never changed."""
    folder = tmp_path_factory.mktemp("unwrapped")
    quay(folder).store.close()
    return folder


@pytest.fixture
def before(unwrapped: Path, tmp_path: Path) -> Iterator[Ledger]:
    """A copy of that."""
    shutil.copytree(unwrapped, tmp_path / "before")
    with Ledger(tmp_path / "before") as copy:
        yield copy
