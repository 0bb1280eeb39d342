"""Studios for the program's tests: made once a session, copied where a test changes them."""

from pathlib import Path

import pytest

from tests.support.film import SCRIPT
from tests.support.program import Program
from tests.support.studio import VISION


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """A studio that nobody has opened."""
    return Program(tmp_path / "studio")


@pytest.fixture(scope="session")
def kettle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A very short screenplay."""
    path = tmp_path_factory.mktemp("script") / "kettle.fountain"
    path.write_text(SCRIPT)
    return path


@pytest.fixture(scope="session")
def newly_opened(tmp_path_factory: pytest.TempPathFactory, kettle: Path) -> Program:
    """The production `pilot`, opened and not run; never changed."""
    program = Program(tmp_path_factory.mktemp("opened") / "studio")
    program("open", "pilot", "--script", kettle, "--vision", VISION).done()
    return program


@pytest.fixture(scope="session")
def film(tmp_path_factory: pytest.TempPathFactory, newly_opened: Program) -> Program:
    """`pilot`, run to the end under standing orders; never changed."""
    program = newly_opened.copied(tmp_path_factory.mktemp("film") / "studio")
    program("run", "pilot").done()
    return program


@pytest.fixture(scope="session")
def stopped(tmp_path_factory: pytest.TempPathFactory, newly_opened: Program) -> Program:
    """`pilot`, run until something awaits the orchestrator; never changed."""
    program = newly_opened.copied(tmp_path_factory.mktemp("stopped") / "studio")
    program("run", "pilot", "--approve", "none").done()
    return program


@pytest.fixture
def opened(newly_opened: Program, tmp_path: Path) -> Program:
    """A copy of `pilot`, opened and not run."""
    return newly_opened.copied(tmp_path / "studio")


@pytest.fixture
def planned(film: Program, tmp_path: Path) -> Program:
    """A copy of `pilot`, run to the end."""
    return film.copied(tmp_path / "studio")


@pytest.fixture
def awaiting(stopped: Program, tmp_path: Path) -> Program:
    """A copy of `pilot`, which awaits the orchestrator."""
    return stopped.copied(tmp_path / "studio")
