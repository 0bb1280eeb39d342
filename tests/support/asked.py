"""Every ask of whole films, with what the house mind answers."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

from cineledger.agents import desk
from cineledger.agents.ask import Ask
from cineledger.agents.crew import house_rules
from cineledger.agents.governing import note
from cineledger.agents.minds.house import HouseMind
from cineledger.domain.ledger import Ledger
from cineledger.domain.notes.commands import GiveNote
from cineledger.domain.office.commands import Allot
from cineledger.domain.value import Value
from tests.support.studio import work

DEMO = (Path(__file__).parents[2] / "docs" / "demo" / "last_ferry.fountain").read_text(encoding="utf-8")
IDEA = "A lighthouse keeper finds letters that her dead brother never sent."
TWO_NAMES = """INT. PARK - DAY

MARGARET walks a dog. BOB strolls up to her.

BOB
Hello there! What a lovely dog!

MARGARET
He bites.

BOB
Everybody bites.

MARGARET
I hate this. I hate all of it!

INT. KITCHEN - NIGHT

Margaret cries at the table. A long silence.

MARGARGET
I am so afraid.

BOB
Get out!

MARGARET
You get out.
"""
Asked = tuple[Ask, Value]


def asked_of_films(folder: Path) -> list[Asked]:
    """The demo run to its end, a budget too small and words of the orchestrator's; a film with a slip; an idea."""
    heard: list[Asked] = []
    ledger = Ledger(folder, create=True)
    script = desk.Script(text=DEMO, source="last_ferry.fountain", encoding="utf-8")
    desk.open_production(
        ledger, "demo", title="The Last Ferry", vision="Intimate: faces.", idea=None, script=script
    )
    desk.order(ledger, "demo", Allot(amount=Decimal(9000), days=1))
    _run(ledger, "demo", heard)
    for said in (
        lambda: desk.impose(ledger, "demo", "constraint", "No close-ups, no handheld."),
        lambda: note(ledger, "demo", GiveNote(text="It should all feel further away.")),
        lambda: note(
            ledger, "demo", GiveNote(text="She is too sad.", table="character_timeline", key="MAYA/1")
        ),
        lambda: desk.impose(ledger, "demo", "vision", "Epic: small people in a wide, dark world."),
    ):
        said()
        _run(ledger, "demo", heard)
    slip = desk.Script(text=TWO_NAMES, source="park.fountain", encoding="utf-8")
    desk.open_production(ledger, "park", title="Park", vision="Loud.", idea=None, script=slip)
    _run(ledger, "park", heard)
    desk.open_production(ledger, "idea", title="Letters", vision="Quiet.", idea=IDEA, script=None)
    _run(ledger, "idea", heard)
    return heard


def _run(ledger: Ledger, name: str, heard: list[Asked]) -> None:
    """What `cineledger run` does, every answer of the house's remembered with its ask."""
    rules = {kind: _listening(rule, heard) for kind, rule in house_rules().items()}
    work(ledger, name, mind=HouseMind(rules))


def _listening(rule: Callable[[Any], Value], heard: list[Asked]) -> Callable[[Any], Value]:
    def answer(ask: Ask) -> Value:
        found = rule(ask)
        heard.append((ask, found))
        return found

    return answer
