"""The Weigh House: a series of two short episodes, written for these tests, with things that do not join up."""

from pathlib import Path

from cineledger.agents.desk import Script
from cineledger.agents.minds.mind import Mind
from cineledger.agents.serial.placing import Place, open_episode, open_series
from cineledger.domain.ledger import Ledger
from cineledger.domain.state import State
from tests.support.studio import work

HERE = Path(__file__).parent
FIRST, SECOND = HERE / "short_measure.fountain", HERE / "false_bottom.fountain"
TITLE, VISION = "The Weigh House", "Intimate: faces before places."
SERIES = "weigh"


def begun(folder: Path) -> Ledger:
    """A studio with the series, nothing in it yet."""
    ledger = Ledger(folder, create=True)
    open_series(ledger, SERIES, title=TITLE, vision=VISION, idea=None)
    return ledger


def episode(
    ledger: Ledger,
    name: str,
    text: str,
    season: int | None = None,
    *,
    jobs: int = 1,
    mind: Mind | None = None,
) -> State:
    """An episode opened and worked on to the end."""
    script = Script(text=text, source=f"{name}.fountain", encoding="utf-8")
    open_episode(ledger, name, Place(SERIES, season), title=name, vision="", idea=None, script=script)
    return work(ledger, name, jobs=jobs, mind=mind)
