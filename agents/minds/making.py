"""The minds of a run, made as they are assigned."""

from cineledger.agents.crew import house_rules
from cineledger.agents.desk import order
from cineledger.agents.minds.house import HouseMind
from cineledger.agents.minds.human import HumanMind
from cineledger.agents.minds.mind import Mind
from cineledger.agents.minds.minding import Minds, parse_mind
from cineledger.agents.minds.recorded import Recorded
from cineledger.agents.minds.request import Effort
from cineledger.domain.ledger import Ledger
from cineledger.domain.ledger.accounts import Account
from cineledger.domain.production.minding import AssignMind
from cineledger.domain.record import Record
from cineledger.domain.state import State
from cineledger.domain.words import CAST_PREFIX


class Making:
    """Makes minds for one production, and keeps the account that they are paid from."""

    def __init__(
        self,
        ledger: Ledger,
        production: str,
        *,
        base_url: str | None = None,
        effort: Effort | None = None,
        recorded: bool = False,
    ) -> None:
        self._ledger, self._base_url, self._recorded, self._effort = ledger, base_url, recorded, effort
        self.account = Account(ledger, production)
        self.minds = Minds(self._make)

    def ready(self, state: State) -> None:
        """Makes the minds of the roster; refuses where one can't be asked at all, before anything is done."""
        self.heed(state)
        for role in state.production.roster:
            self.minds(state, role)

    def heed(self, state: State) -> None:
        """Takes the cap as it is now."""
        self.account.cap = state.production.cap

    def pays(self, state: State) -> bool:
        """Somebody on the roster thinks with a mind that costs something."""
        return any(self.minds(state, role).paid for role in state.production.roster)

    def left(self) -> float | None:
        """The share that is left of the cap; None where there is none."""
        cap = self.account.cap
        if cap is None:
            return None
        return round(max(0.0, 1 - float(self.account.balance.spent / cap)), 2)

    def _make(self, mind: str, model: str) -> Mind:
        match mind:
            case "house":
                return HouseMind(house_rules())
            case "human":
                return HumanMind()
            case _:
                from cineledger.agents.minds.claude import claude_mind

                made = claude_mind(
                    model,
                    ledger=self._ledger,
                    purse=self.account,
                    base_url=self._base_url,
                    recorded=self._recorded,
                    effort=self._effort,
                )
        return Recorded(made) if self._recorded else made


def assign(ledger: Ledger, production: str, role: str, typed: str) -> list[Record]:
    """Has a mind, as `claude:MODEL` is typed, think for a role; a character's name stands for who plays it."""
    mind, model = parse_mind(typed)
    roster = ledger.load(production).state.production.roster
    named = CAST_PREFIX + role.upper()
    who = named if role not in roster and named in roster else role
    return order(ledger, production, AssignMind(role=who, mind=mind, model=model))
