"""The orchestrator's desk: what the human does, put on the record under the human's authority."""

from cineledger.agents.desk.forking import fork
from cineledger.agents.desk.inbox import Waiting, answer, inbox
from cineledger.agents.desk.opening import Changes, Script, look_at_draft, open_production, take_in_draft
from cineledger.agents.desk.orders import halted, impose, order, start
from cineledger.agents.desk.taking_up import take_up

__all__ = [
    "Changes",
    "Script",
    "Waiting",
    "answer",
    "fork",
    "halted",
    "impose",
    "inbox",
    "look_at_draft",
    "open_production",
    "order",
    "start",
    "take_in_draft",
    "take_up",
]
