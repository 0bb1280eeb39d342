"""The base of every value that is stored: frozen, closed, compared by content."""

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    """An immutable value with no field beyond those it declares."""

    model_config = ConfigDict(frozen=True, extra="forbid")
