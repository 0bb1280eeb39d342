"""What the orchestrator sets around the work: policy, standing orders, notes, the crew, the end and its reopening."""

import difflib
from collections.abc import Sequence

from cineledger.agents.canon.policy import CANON_CREW
from cineledger.agents.crew import crew_names
from cineledger.agents.desk import order
from cineledger.agents.noting.answering import over
from cineledger.agents.noting.departments import meant
from cineledger.agents.noting.holding import for_the_camera
from cineledger.agents.personas.coming import Came, come_later
from cineledger.agents.policy import orders_of, policy_of
from cineledger.agents.reading import written_by_the_crew
from cineledger.agents.serial.policy import SERIES_CREW
from cineledger.domain.address import Address
from cineledger.domain.cast.bonds import RelationshipMoved
from cineledger.domain.cast.events import CharacterIntroduced, EmotionalStateChanged
from cineledger.domain.debate.commands import ReopenQuestion
from cineledger.domain.debate.events import QuestionOpened
from cineledger.domain.event import Event
from cineledger.domain.ledger import Ledger
from cineledger.domain.notes.commands import GiveNote
from cineledger.domain.production.commands import JoinCrew
from cineledger.domain.record import Record
from cineledger.domain.refusal import Refused
from cineledger.domain.script.events import SceneBrokenDown, SceneWritten
from cineledger.domain.shots.events import ShotPlanned, ShotRevised
from cineledger.domain.words import ASKED_BY, CAST_PREFIX

CORE = ("director", "cinematographer")
"""Who has to be there from the beginning: one moves a production on, the other plans its shots."""


def add_to_crew(ledger: Ledger, name: str, typed: str) -> list[Record]:
    """A role on the roster, under what is assumed about the subjects it asks on; refuses a role there is not."""
    role = _role(typed, f"See: cineledger crew {name}")
    state = ledger.load(name).state
    production = state.production
    if production.form == "series" and role not in SERIES_CREW:
        raise Refused(
            f"a series has no {role} of its own", "Its episodes have: cineledger crew EPISODE add ROLE"
        )
    if production.form == "character" and role not in CANON_CREW:
        raise Refused(
            f"a character has no {role} of her own",
            "The productions have that she is in: cineledger crew NAME",
        )
    crew = {role, *production.roster}
    policy = tuple(p for p in policy_of(crew) if role in (p.lead, ASKED_BY.get(p.subject)))
    subjects = {p.subject for p in policy}
    orders = tuple(given for given in orders_of(crew) if given.subject in subjects)
    came = come_later(ledger, state, role) if role not in production.roster else Came()
    join = JoinCrew(role=role, policy=policy, orders=orders, came=came.crew_from, lessons=came.of(role))
    return order(ledger, name, join)


def opening_crew(typed: Sequence[str]) -> tuple[str, ...]:
    """The roles that a production is to open with, in the order of the crew; refuses one there is not.

    Those in `CORE` have to be among them.
    """
    roles = {_role(name, "Leave them out of --crew.") for name in typed}
    if missing := [role for role in CORE if role not in roles]:
        raise Refused(
            f"a crew can't begin without its {' and '.join(missing)}",
            f"Say: --crew {','.join([*CORE, *sorted(roles - set(CORE))])}",
        )
    return tuple(role for role in crew_names() if role in roles)


def playing(roster: Sequence[str], typed: str) -> str:
    """Who of a roster was typed: a role, `cast`, or the name of a character; refuses anybody else."""
    role = "_".join(typed.casefold().replace("-", " ").split())
    named = CAST_PREFIX + typed.upper().removeprefix(CAST_PREFIX.upper())
    found = next((who for who in (role, named) if who in roster), None)
    if found is None and role == "cast":
        return role
    if found is None:
        raise Refused(f"{typed} is not on the roster", "See: cineledger crew NAME")
    return found


def _role(typed: str, hint: str) -> str:
    """The role of the crew that was typed; refuses cast members with a hint, and what is no role."""
    role = "_".join(typed.casefold().replace("-", " ").replace("_", " ").split())
    if typed.casefold().startswith(CAST_PREFIX) or role == "cast":
        raise Refused("cast members join with their characters", hint)
    if role not in crew_names():
        near = difflib.get_close_matches(role, crew_names(), n=1)
        known = f"Did you mean {near[0]}?" if near else f"Roles are: {', '.join(crew_names())}."
        raise Refused(f"there is no role {typed}", known)
    return role


def note(ledger: Ledger, name: str, given: GiveNote) -> Record:
    """A note about the whole film or a scene, to the department its words are for and about the piece they name.

    While what it speaks of is not made yet, it goes the usual way and waits. A scene whose words are the crew's own is
    the writer's, unless the words are for a department or the camera.
    """
    state = ledger.load(name).state
    scene = given.key if given.table == "scenes" else None
    whose = meant(state, given.text, scene) if given.table in (None, "scenes") else None
    if whose is not None and (whose.piece is not None or over(state)):
        update = {"to": whose.department.role}
        given = given.model_copy(update=update | ({"about": whose.piece} if whose.piece is not None else {}))
    elif scene is not None and written_by_the_crew(state) and not for_the_camera(given.text):
        given = given.model_copy(update={"to": "writer"})
    return order(ledger, name, given)[0]


def note_on_event(ledger: Ledger, name: str, text: str, at: Address) -> Record:
    """A note about an event of a production's history, and about the row that shows it."""
    known = ledger.record(at)
    if ledger.record(Address(name, at.number)).address != known.address:
        raise Refused(f"{at} is no event of {name}", f"See: cineledger log {name}")
    table, key = shown_as(known.fact, at.number)
    return order(ledger, name, GiveNote(text=text, about=at.number, table=table, key=key))[0]


def shown_as(fact: Event, number: int) -> tuple[str, str] | tuple[None, None]:
    """The table and the row that a fact is seen in; none for what concerns the whole film."""
    match fact:
        case ShotPlanned() | ShotRevised():
            return "shots", fact.shot
        case EmotionalStateChanged():
            return "character_timeline", f"{fact.character}/{fact.scene}"
        case RelationshipMoved():
            return "relationships", fact.key
        case CharacterIntroduced():
            return "characters", fact.character
        case SceneWritten() | SceneBrokenDown():
            return "scenes", fact.scene
        case QuestionOpened():
            return "questions", str(number)
    question = getattr(fact, "question", None)
    return (None, None) if question is None else ("questions", str(question))


def reopen_question(ledger: Ledger, at: Address, reason: str) -> Record:
    """The question an address belongs to, open again under today's policy."""
    question = ledger.load(at.production).state.debate.question_of(at.number)
    if question is None:
        raise Refused(f"{at} is no question", "See them with: cineledger sql 'from questions'")
    reopen = ReopenQuestion(
        question=question.number, reason=reason or "the orchestrator wants it decided again"
    )
    return order(ledger, at.production, reopen)[0]
