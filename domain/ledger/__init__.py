"""The one door to the event store."""

from cineledger.domain.ledger.ledger import Conflict, Head, Ledger, Loaded
from cineledger.domain.ledger.sealing import Draft

__all__ = ["Conflict", "Draft", "Head", "Ledger", "Loaded"]
