"""The one door to the event store."""

from cineledger.domain.ledger.ledger import Conflict, Draft, Head, Ledger, Loaded

__all__ = ["Conflict", "Draft", "Head", "Ledger", "Loaded"]
