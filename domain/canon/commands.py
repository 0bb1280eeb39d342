"""How lives come into a character's canon, and canon into productions."""

from cineledger.domain.canon.events import CharacterCast, LifeTaken
from cineledger.domain.canon.finding import reconciled
from cineledger.domain.command import Command
from cineledger.domain.event import Event
from cineledger.domain.production.commands import only_orchestrator
from cineledger.domain.production.events import BESIDE, PolicySet, RoleJoined
from cineledger.domain.refusal import Refused
from cineledger.domain.state import State
from cineledger.domain.words import cast_role


class TakeLife(Command):
    """Take in what she lived through in a production."""

    life: LifeTaken


class CastCharacter(Command):
    """Have a character of this production be one who lived before."""

    cast: CharacterCast
    policy: tuple[PolicySet, ...] = ()
    """What is assumed about deciding where the two are at odds."""


def take_life(state: State, command: TakeLife, by: str) -> list[Event]:
    """The life, and what it is at odds with; refuses what was taken already. Who plays her joins, to be heard."""
    only_orchestrator(by, "take in a life")
    if state.production.form != "character":
        raise Refused("this is no character's stream", "See: cineledger productions")
    taken = command.life
    held = state.canon.lives.get(taken.production)
    if held is not None and held.taken.model_copy(update={"at": taken.at}) == taken:
        raise Refused(
            f"{taken.character} lived through nothing since {taken.production}@{held.taken.at}",
            "Wrap it again when something has moved.",
        )
    role = cast_role(taken.character)
    events: list[Event] = [taken, *([] if role in state.production.roster else [RoleJoined(role=role)])]
    return [*events, *reconciled(state, events)]


def cast_character(state: State, command: CastCharacter, by: str) -> list[Event]:
    """What she brings; refuses what is known here already, and one person for two characters."""
    only_orchestrator(by, "cast a character")
    cast = command.cast
    if state.production.form in BESIDE:
        raise Refused(
            f"a {state.production.form} has no cast of its own", "Cast her in a production that is filmed."
        )
    for who, brought in state.canon.cast.items():
        if brought.cast.canon == cast.canon and who != cast.character:
            raise Refused(f"{cast.canon} is {who} here", f"To bring {who} up to date, cast {who} again.")
    held = state.canon.cast.get(cast.character)
    if held is not None and held.cast.model_copy(update={"at": cast.at}) == cast:
        raise Refused(
            f"{cast.canon} has nothing new for {cast.character} since {cast.canon}@{held.cast.at}",
            "Nothing needs to be done.",
        )
    policy = [one for one in command.policy if one.subject not in state.production.policy]
    return [cast, *(one for one in policy if one.lead in state.production.roster)]
