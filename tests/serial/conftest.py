"""The series, made once."""

from collections.abc import Iterator

import pytest

from cineledger.agents.serial.placing import wrap
from cineledger.domain.ledger import Ledger
from tests.serial.support import FIRST, SECOND, SERIES, begun, episode
from tests.support.studio import work


@pytest.fixture(scope="session")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """Both episodes made, wrapped and worked on as a series; forks may be added, nothing else."""
    with begun(tmp_path_factory.mktemp("weigh")) as made:
        for name, path in (("measure", FIRST), ("bottom", SECOND)):
            episode(made, name, path.read_text())
            wrap(made, name, anyway=False)
            work(made, SERIES)
        yield made
