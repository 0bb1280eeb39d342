"""`python -m tests.golden`: writes a golden document for each registered event that lacks one at its version.

A golden document is a stored event as the ledger wrote it when its version was new: tests/golden/NAME.vVERSION.json,
its seal made as if it were the first of its stream. It is never written again, whatever the code becomes, so this
never overwrites a file: after raising an event's VERSION, change its example, run this, and commit the new file
beside the old one, which has to load for ever through UPCASTS.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from cineledger.domain.debate.events import ProposalMade
from cineledger.domain.event import Event
from cineledger.domain.journal import CompletionRecorded
from cineledger.domain.ledger.sealing import Draft, Envelope, Sealer
from cineledger.domain.production.events import ProductionForked, ProductionOpened
from cineledger.domain.state import Reaction
from tests.golden.examples import EXAMPLES, OPTIONS, WHY

FOLDER = Path(__file__).parent


def path_of(name: str, version: int) -> Path:
    """Where the golden document of an event, or of a variant of it, lies."""
    return FOLDER / f"{name}.v{version}.json"


def wanted() -> Iterator[tuple[Path, Event]]:
    """Every golden document that today's versions call for, with the example it holds."""
    for fact in EXAMPLES:
        yield path_of(type(fact).__name__, fact.VERSION), fact
    for option in OPTIONS:
        fact = ProposalMade(question=40, option=option, **WHY)
        yield path_of(f"ProposalMade.{option.kind}", fact.VERSION), fact


def document(fact: Event) -> bytes:
    """A fact as the ledger stores it, at a fixed time and under a fixed id."""
    sealer = Sealer(lambda: datetime(2030, 1, 2, 3, 4, 5, 6, UTC), lambda: "f" * 32)
    stream, number = "pilot", 47
    if isinstance(fact, ProductionOpened | ProductionForked):
        number = 0
    elif isinstance(fact, CompletionRecorded):
        stream, number = f"completion:{fact.key}", 1
    envelope = Envelope("director", "Respond", Reaction(46, "director"), {"k" * 64: "e" * 64})
    draft = Draft(fact, tuple(sorted({46, *fact.refers()})), ("k" * 64,))
    (record,) = sealer.seal(stream, [number], [draft], "", envelope)
    return record.document


def main() -> None:
    """Writes what is missing and says so."""
    for path, fact in wanted():
        if not path.exists():
            path.write_bytes(document(fact) + b"\n")
            print(f"wrote {path.name}: commit it, and never change it")


if __name__ == "__main__":
    main()
