"""What every command is: a wish in the imperative, without the authority of whoever utters it."""

from cineledger.domain.value import Value


class Command(Value):
    """Something somebody wants to happen. Who wants it is said beside it, never in it."""
