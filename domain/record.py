"""A fact in its envelope, as the ledger keeps it."""

from dataclasses import dataclass, field

from cineledger.domain.address import Address
from cineledger.domain.event import Event
from cineledger.domain.state import Reaction, State, evolve


@dataclass(frozen=True, slots=True)
class Record:
    """One event of one stream with all that is known of how it came about."""

    stream: str
    number: int
    fact: Event
    id: str
    time: str
    """UTC, ISO 8601."""
    actor: str
    caused_by: tuple[int, ...]
    """Numbers, along the stream's lineage, of the events that led to it."""
    reaction: Reaction | None
    command: str
    """The command it was decided for."""
    batch: tuple[int, int]
    """First and last number of what was committed with it."""
    asked: tuple[str, ...]
    """Keys of the journal's answers that it rests on."""
    fact_hash: str
    seal: str
    document: bytes = field(default=b"", compare=False, repr=False)
    """As it is stored."""

    @property
    def originator_id(self) -> str:
        """The stream, in the event store's word."""
        return self.stream

    @property
    def originator_version(self) -> int:
        """The number, in the event store's word."""
        return self.number

    @property
    def address(self) -> Address:
        """What people type and cite."""
        return Address(self.stream, self.number)


def step(state: State, record: Record) -> State:
    """The state after one more record of a production."""
    return evolve(state, record.fact, record.actor, record.reaction)
