"""The Quay: a short film, a cut of it that ends otherwise, and a studio in which both were wrapped."""

from pathlib import Path

from cineledger.agents import desk
from cineledger.agents.desk import Script
from cineledger.agents.serial.placing import wrap
from cineledger.domain.address import Address
from cineledger.domain.ledger import Ledger
from cineledger.domain.state import State
from tests.support.studio import opened, work

QUAY = """INT. HARBOUR OFFICE - NIGHT

Maya stands over the open safe. Tom comes in, wet through.

MAYA
You lied to me, Tom. I hate you.

TOM
I was afraid. I took the money for the boat.

Maya slaps him.

MAYA
I will never trust you again.

EXT. QUAY - DAY

Tom unties the boat.

TOM
Forgive me, please.

MAYA
I am so sad and so alone.

Maya weeps.
"""
MADE_UP = QUAY.replace("I am so sad and so alone.", "Thank you, Tom. I trust you. I love you.").replace(
    "Maya weeps.", "Maya laughs and embraces Tom."
)
"""The other cut: they make it up."""


def handed(text: str) -> Script:
    """A script as from a file."""
    return Script(text=text, source="quay.fountain", encoding="utf-8")


def quay(folder: Path) -> Ledger:
    """A studio with the film worked on, and a cut of it with another end; neither is wrapped."""
    ledger = opened(folder, "quay", QUAY)
    work(ledger, "quay")
    ledger.fork(Address("quay", ledger.head("quay").number), "quay-b")
    desk.take_in_draft(ledger, "quay-b", handed(MADE_UP), ledger.load("quay-b").state.number)
    work(ledger, "quay-b")
    return ledger


def wrap_both(ledger: Ledger) -> None:
    """Both cuts go into canon, and the showrunner's question on which of them counts is put up."""
    wrap(ledger, "quay", anyway=True)
    wrap(ledger, "quay-b", anyway=True)
    work(ledger, "maya")


def film(ledger: Ledger, name: str, text: str) -> State:
    """Another production, opened and not worked on."""
    desk.open_production(ledger, name, title=name, vision="", idea=None, script=handed(text))
    return ledger.load(name).state
