"""The pages in which each role's craft is written down."""

from collections.abc import Mapping
from typing import Any

from cineledger.agents.crew import crew
from cineledger.agents.minds.prompts import role_page
from cineledger.domain.address import Address
from cineledger.domain.refusal import Refused


class Craft:
    """What another role looks for, and by which rules of the trade."""

    name = "craft"

    def __init__(self) -> None:
        self.description = (
            "Reads the page on which the craft of a role is written down: what it looks for, whom it argues with, its "
            f"rules of thumb. Roles: {', '.join(sorted(crew()))}. Your own you have already."
        )
        self.schema: Mapping[str, Any] = {
            "type": "object",
            "properties": {"role": {"type": "string", "description": "Whose craft."}},
            "required": ["role"],
            "additionalProperties": False,
        }

    def run(self, typed: Mapping[str, Any], at: Address) -> str:
        """The page; refuses a role that there is not."""
        if typed["role"] not in crew():
            raise Refused(f"there is no role {typed['role']}", f"Roles: {', '.join(sorted(crew()))}.")
        return role_page(typed["role"])
