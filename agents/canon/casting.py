"""The orchestrator's hand on who comes back: characters are cast from canon, and their canons begun."""

from typing import NamedTuple

from cineledger.agents.canon.policy import CANON_CREW, CANON_POLICY
from cineledger.agents.desk.orders import tried
from cineledger.domain.address import production_name
from cineledger.domain.canon.commands import CastCharacter
from cineledger.domain.canon.events import CharacterCast
from cineledger.domain.canon.merging import aged
from cineledger.domain.canon.standing import Held, canon, in_stream
from cineledger.domain.decide import decide
from cineledger.domain.event import Event
from cineledger.domain.ledger import Draft, Ledger, Loaded
from cineledger.domain.ledger.together import Part, record_together
from cineledger.domain.production.commands import OpenProduction
from cineledger.domain.record import Record
from cineledger.domain.refusal import Refused
from cineledger.domain.state import State, evolve
from cineledger.domain.words import ORCHESTRATOR

_BAD = dict.fromkeys(map(ord, "@/\\:*?\"<>|'"), "-")


class Cast(NamedTuple):
    """Somebody cast, and what she brings."""

    records: list[Record]
    brings: CharacterCast
    begun: bool
    """Her canon was begun with that."""


def stream_of(character: str) -> str:
    """The name of the stream that a character's canon stands in, where nobody chose another."""
    return production_name(character.translate(_BAD).strip(" .-") or "somebody")


def opening(character: str) -> list[Event]:
    """The first events of a character's stream."""
    begin = OpenProduction(
        title=character,
        vision="",
        idea=None,
        policy=(CANON_POLICY,),
        orders=(),
        crew=CANON_CREW,
        beside="character",
    )
    return decide(State(), begin, ORCHESTRATOR)


def loaded_canon(ledger: Ledger, typed: str) -> Loaded:
    """A character's stream, folded; refuses a production that is none."""
    name = production_name(typed)
    if not ledger.exists(name):
        raise Refused(
            f"there is no canon called {name}",
            "It begins as a production that has her is wrapped, or with: cineledger cast NAME CHARACTER --new",
        )
    loaded = ledger.load(name)
    if loaded.state.production.form != "character":
        raise Refused(
            f"{name} is a production, and no character's canon",
            f"Name her canon: cineledger cast NAME CHARACTER --as {name}-2, with --new where it is to begin",
        )
    return loaded


def cast(
    ledger: Ledger, production: str, typed: str, *, canon_name: str, years: int | None, new: bool
) -> Cast:
    """Brings a character into a production with her canon, or with what that says since; `new` begins her canon."""
    name = production_name(canon_name)
    if new and ledger.exists(name):
        raise Refused(f"there is a production {name}", "Begin her canon under another name: --as NAME --new")
    return tried(production, lambda: _cast(ledger, production, typed, name, years, new))


def _cast(ledger: Ledger, production: str, typed: str, name: str, years: int | None, new: bool) -> Cast:
    into = ledger.load(production)
    who = called(into.state, typed)
    parts = list[Part]()
    if new:
        begins = opening(who)
        begun = State()
        for event in begins:
            begun = evolve(begun, event, ORCHESTRATOR)
        parts.append(Part(name, None, [Draft(event, event.refers()) for event in begins], "OpenProduction"))
        brings = brought(begun, name, who, years)
    else:
        found = loaded_canon(ledger, name)
        held = into.state.canon.cast.get(who)
        if years is None and held is not None and held.cast.canon == found.name:
            years = held.cast.years
        brings = brought(found.state, found.name, who, years)
    events = decide(into.state, CastCharacter(cast=brings, policy=(CANON_POLICY,)), ORCHESTRATOR)
    drafts = [Draft(event, event.refers()) for event in events]
    *_, records = record_together(ledger, *parts, Part(into.name, into.head, drafts, "CastCharacter"))
    return Cast(records, brings, new)


def called(state: State, typed: str) -> str:
    """The character meant by what was typed: as the cues have her, else as cues are written."""
    name = " ".join(typed.split())
    known = (n for n in (*state.cast.characters, *state.canon.cast) if n.casefold() == name.casefold())
    return state.cast.person(next(known, name.upper()))


def brought(state: State, stream: str, who: str, years: int | None) -> CharacterCast:
    """What a character brings from her stream as that stands, after so many years."""
    held = canon(state)
    life = in_stream(held, stream)
    return CharacterCast(
        character=who,
        canon=stream,
        at=state.number,
        years=years,
        clock=held.clock + (years or 0),
        lives=tuple(one.taken.production for one in held.lives),
        life=life.model_copy(update={"age": aged(life.age, years)}),
        undecided=tuple(said(held)),
    )


def said(held: Held) -> list[str]:
    """What her lives are at odds about and nobody decided, with what holds."""
    return [
        f"{one.was}: {one.against.earlier}; {one.now}: {one.against.later}; until it is decided, {one.was} holds"
        for one in held.undecided
    ]
