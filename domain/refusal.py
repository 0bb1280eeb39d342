"""How the domain says no."""


class Refused(Exception):
    """A command or an input that the ledger does not take.

    `reason` is a fact in lower case that names the place; `hint` names the next step.
    """

    def __init__(self, reason: str, hint: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.hint = hint
