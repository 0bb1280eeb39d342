"""The Claude mind, over the official SDK."""

from cineledger.agents.minds.mind import Mind
from cineledger.domain.ledger import Ledger
from cineledger.domain.ledger.accounts import Account
from cineledger.domain.refusal import Refused


def claude_mind(model: str, *, ledger: Ledger, account: Account, base_url: str | None) -> Mind:
    """The mind that a model of Claude's is; an empty name is the usual one. Refuses where it can't be asked at all."""
    raise Refused("Claude can't be asked yet", "Use --mind house.")
