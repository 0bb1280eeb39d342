"""Names of productions and addresses of events: `pilot@142`."""

import re
import unicodedata
from typing import NamedTuple

from cineledger.domain.refusal import Refused

LONGEST_NAME = 80
_DEVICE = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9¹²³]")


class Address(NamedTuple):
    """One event of one production."""

    production: str
    number: int

    def __str__(self) -> str:
        return f"{self.production}@{self.number}"


def production_name(typed: str) -> str:
    """The stored form of a production's name: NFC, case-folded. Refuses what can't be a name or a file."""
    name = unicodedata.normalize("NFC", unicodedata.normalize("NFC", typed.strip()).casefold())
    if not name or len(name) > LONGEST_NAME:
        raise Refused(
            f"a production's name has 1 to {LONGEST_NAME} characters",
            "Give it a short name, say: cineledger open pilot",
        )
    bad = [c for c in name if c in "@/\\:*?\"<>|'" or unicodedata.category(c)[0] == "C"]
    if bad or name.startswith((".", "-")) or not any(c.isalnum() for c in name):
        raise Refused(
            f"{typed!r} can't be a production's name",
            "Use letters, digits, spaces, - and _ ; @ is kept for addresses such as pilot@142",
        )
    return name


def new_name(typed: str) -> str:
    """A name for something that is about to begin: refuses also those that Windows keeps for devices."""
    name = production_name(typed)
    if _DEVICE.fullmatch(name.partition(".")[0].rstrip()) or name.endswith("."):
        raise Refused(
            f"{name!r} can't be a production's name: Windows can't have a file called so",
            f"Choose another, say: {name.partition('.')[0]}-film",
        )
    return name


def parse_address(typed: str) -> Address:
    """`pilot@142` as an address; refuses anything else."""
    name, at, number = typed.rpartition("@")
    if not at or not number.isascii() or not number.isdigit() or len(number) > 15:
        raise Refused(
            f"{typed!r} is not an event's address", "Addresses look like pilot@142; see: cineledger log NAME"
        )
    return Address(production_name(name), int(number))
