"""The orchestrator's desk where somebody else is faster."""

from pathlib import Path

from cineledger.agents import desk
from cineledger.domain.ledger import Ledger, Loaded
from tests.support.studio import facts, opened


class Slow(Ledger):
    """Another process does the same between its first look and what it appends."""

    looked = False

    def load(self, name: str, upto: int | None = None) -> Loaded:
        """The production as it was a moment ago."""
        loaded = super().load(name, upto)
        if not self.looked:
            self.looked = True
            with Ledger(self.folder) as other:
                desk.start(other, name, "standing", default_mode=False)
        return loaded


def test_two_runs_that_begin_at_once_begin_once(tmp_path: Path) -> None:
    """What a run assumes is decided on the head: the first phase is entered once, whoever comes second."""
    opened(tmp_path).store.close()
    with Slow(tmp_path) as ledger:
        desk.start(ledger, "pilot", "standing", default_mode=False)
        kinds = [kind for kind, _, _ in facts(ledger, "pilot")]
        assert kinds[-2:] == ["ApprovalModeSet", "PhaseEntered"] and kinds.count("PhaseEntered") == 1
