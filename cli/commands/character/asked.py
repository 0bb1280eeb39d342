"""What was typed after `cineledger character`, and who is meant by it."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cineledger.cli.options import known, open_ledger, open_reader

if TYPE_CHECKING:
    from cineledger.domain.address import Address
    from cineledger.projections.reader import Reader


@dataclass(frozen=True, slots=True)
class Asked:
    """A character's name, and what else stands on the line; an option that was not given is None or empty."""

    name: str
    words: tuple[str, ...]
    """What stands after the action."""
    productions: tuple[str, ...]
    scene: str | None
    at: str | None
    plot: Path | None
    limit: int | None
    called: str | None
    """What she is to be called."""
    studio: Path
    as_json: bool
    said: Mapping[str, Any] = field(default_factory=dict)
    """What `set` says of her, by field."""

    @property
    def moment(self) -> "Address | None":
        """The event that --at names."""
        from cineledger.domain.address import parse_address

        return None if self.at is None else parse_address(self.at)

    def named(self) -> tuple[str, ...]:
        """The productions named with --production, else by --at, as they are called; refuses one that is not there."""
        moment = self.moment
        typed = self.productions or (() if moment is None else (moment.production,))
        with open_ledger(self.studio) as ledger:
            return tuple(dict.fromkeys(known(ledger, name) for name in typed))

    @contextmanager
    def reader(self) -> "Iterator[Reader]":
        """The tables of the studio, as the event of --at left them."""
        with open_reader(self.studio, self.moment) as reader:
            yield reader
