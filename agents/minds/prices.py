"""What is known of models: their limits, and what their tokens cost. Facts in `models.toml`, and the studio's own."""

import re
import tomllib
from decimal import Decimal
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError, model_validator

from cineledger.domain.journal import Usage
from cineledger.domain.refusal import Refused
from cineledger.domain.value import Value

FILE = "prices.toml"
"""The studio's own prices, in the folder of its ledger."""
OUTPUT = 8_192
"""The most that an answer of an unknown model holds."""
_MILLION = Decimal(1_000_000)
_DATED = re.compile(r"([-@](\d{8}|latest))$")


class Rates(Value):
    """US dollars for a million tokens of each kind."""

    input: Decimal = Field(ge=0)
    output: Decimal = Field(ge=0)
    cache_read: Decimal = Field(ge=0)
    cache_write_5m: Decimal = Field(ge=0)
    cache_write_1h: Decimal = Field(ge=0)

    @model_validator(mode="before")
    @classmethod
    def _cached_as_input(cls, typed: Any) -> Any:
        """Where only input and output are priced, the cache costs what input costs."""
        if isinstance(typed, dict) and "input" in typed:
            return {kind: typed["input"] for kind in cls.model_fields if kind != "output"} | typed
        return typed

    @property
    def dearest_input(self) -> Decimal:
        """The most that a token of the prompt can cost; nothing is kept in the cache for an hour."""
        return max(self.input, self.cache_read, self.cache_write_5m)

    def cost(self, usage: Usage) -> Decimal:
        """What these tokens cost, exactly."""
        counted = sum((getattr(usage, kind) * getattr(self, kind) for kind in Rates.model_fields), Decimal(0))
        return counted / _MILLION

    def applied(self) -> tuple[tuple[str, str], ...]:
        """Kind of token and its rate, as they are kept with an answer."""
        return tuple((kind, f"{getattr(self, kind):f}") for kind in Rates.model_fields)


class Model(Value):
    """A model as far as it is known; of one that nobody told of, its name."""

    name: str
    output: int = Field(default=OUTPUT, gt=0)
    """The most tokens that one answer may hold."""
    effort: bool = False
    """It can be told how hard to think."""
    adaptive: bool = False
    """It can be let think as much as it finds right."""
    rates: Rates | None = None
    """None where nobody said what it costs."""
    over: int | None = None
    long: Rates | None = None
    """The rates of a call whose prompt holds more than `over` tokens."""
    source: str = ""
    """Where the rates are from."""

    def rates_for(self, prompt_tokens: int) -> Rates | None:
        """The rates of a call by the length of its prompt, cached tokens counted."""
        if self.long is not None and self.over is not None and prompt_tokens > self.over:
            return self.long
        return self.rates

    def most(self, prompt_tokens: int, answer_tokens: int) -> Decimal | None:
        """The most that a call can cost; None where nobody knows."""
        rates = self.rates_for(prompt_tokens)
        if rates is None:
            return None
        return (prompt_tokens * rates.dearest_input + answer_tokens * rates.output) / _MILLION


def prompt_tokens(usage: Usage) -> int:
    """All that was read, from the cache or not."""
    return usage.input + usage.cache_read + usage.cache_write_5m + usage.cache_write_1h


def default_model() -> str:
    """The model of a mind that is `claude` and nothing more."""
    return str(_shipped()["default"])


def known_models() -> tuple[str, ...]:
    """The models that are known, newest first."""
    return tuple(_shipped()["models"])


def model(name: str, studio: Path | None = None) -> Model:
    """What is known of a model, the studio's own word first; refuses a file of prices that can't be read."""
    shipped = _shipped()
    own = {} if studio is None else _own(studio / FILE)
    plain = _DATED.sub("", name)
    told = next((t for t in (own.get(name), own.get(plain)) if t is not None), None)
    facts = shipped["models"].get(name) or shipped["models"].get(plain) or {}
    sourced = {"name": name, "source": shipped["source"] if facts else "", **facts}
    if told is None:
        return Model.model_validate(sourced)
    try:
        return Model.model_validate({**sourced, "over": None, "long": None, "source": FILE, **told})
    except ValidationError as error:
        raise _unreadable(studio, f"{name}: {error.errors()[0]['msg'].lower()}") from error


@cache
def _shipped() -> dict[str, Any]:
    return tomllib.loads(files(__package__ or "").joinpath("models.toml").read_text("utf-8"))


def _own(path: Path) -> dict[str, Any]:
    try:
        read = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise _unreadable(path.parent, str(error)) from error
    models = read.get("models")
    if not isinstance(models, dict) or not all(isinstance(facts, dict) for facts in models.values()):
        raise _unreadable(path.parent, "it has no table [models.NAME]")
    return models


def _unreadable(studio: Path | None, why: str) -> Refused:
    example = '[models.NAME] rates = { input = "2", output = "10" }'
    return Refused(f"{FILE} of the studio can't be read: {why}", f"Write dollars a million tokens: {example}")
