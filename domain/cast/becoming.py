"""Who somebody becomes: the crew asks where she would leave her bounds, the orchestrator says it in person."""

from cineledger.domain.cast.bounds import beyond, identity_faults, moved
from cineledger.domain.cast.changes import ChangeHeldBack
from cineledger.domain.cast.growth import FIELDS, bound_by, out_of_bounds, told
from cineledger.domain.cast.identity import Identity, IdentityDrawn, Trait
from cineledger.domain.command import Command
from cineledger.domain.debate.commands import Offer, OpenQuestion, open_question
from cineledger.domain.event import Event
from cineledger.domain.production.commands import only_orchestrator
from cineledger.domain.refusal import Refused
from cineledger.domain.state import State, evolve
from cineledger.domain.words import CHARACTER_CHANGE


class RaiseChange(Command):
    """Ask whether somebody becomes another, where her lines would take her beyond her bounds."""

    character: str
    identity: Identity
    """Who she would be."""
    reason: str
    text: str
    offer: Offer


class SetIdentity(Command):
    """Say in person who somebody is; what is None stays as it is."""

    character: str
    traits: tuple[Trait, ...] = ()
    without: tuple[str, ...] = ()
    """Traits that she has not."""
    backstory: str | None = None
    motivation: str | None = None
    desire: str | None = None
    fear: str | None = None
    voice: str | None = None
    age: int | None = None
    anyway: bool = False
    """Though she becomes another by it: her bounds move with her."""


def raise_change(state: State, command: RaiseChange, by: str) -> list[Event]:
    """The change, held back, and the question about it; refuses one within her bounds, which needs no question."""
    bound = bound_by(state, command.character)
    out = out_of_bounds(state, command.character, command.identity)
    if bound is None or not out:
        raise Refused(f"{command.character} stays within her bounds", "Hand it in.")
    if faults := list(identity_faults(command.identity)):
        raise Refused(f"{command.character}: {faults[0]}", "Raise somebody who could be.")
    held = ChangeHeldBack(
        character=command.character,
        identity=command.identity,
        facet=out[0].facet,
        was=bound.identity.on(out[0].facet),
        would=out[0].would,
        low=out[0].low,
        high=out[0].high,
        standing=bound.number,
        reason=command.reason,
    )
    ask = OpenQuestion(
        subject=CHARACTER_CHANGE,
        text=command.text,
        scene=None,
        beat=None,
        offer=command.offer,
        characters=(command.character,),
        about=state.number + 1,
    )
    return [held, *open_question(evolve(state, held, by), ask, by)]


def set_identity(state: State, command: SetIdentity, by: str) -> list[Event]:
    """Who she is from here on, decided; refuses a change beyond her bounds unless it is meant."""
    only_orchestrator(by, "say who somebody is")
    character = command.character
    if character not in state.cast.characters:
        raise Refused(f"there is no character {character}", "See: cineledger sql 'from characters'")
    if (person := state.cast.person(character)) != character:
        raise Refused(f"{character} is {person} now", f"Say it of {person}.")
    standing = state.works.get(IdentityDrawn, character)
    former = Identity() if standing is None else standing.identity
    fields = {name: said for name in FIELDS if (said := getattr(command, name)) is not None}
    traits = _traits(former, command)
    identity = former.model_copy(update={**fields, "traits": traits})
    bound = standing is not None and standing.decided
    out = beyond(identity, former.growth) if bound else ()
    if out and not command.anyway:
        raise Refused(
            f"{character} would be {told(out[0])}: another than was decided",
            "If she is to become that, say it again with --anyway; her bounds move with her.",
        )
    identity = identity.model_copy(update={"growth": moved(identity, former.growth)})
    if faults := list(identity_faults(identity)):
        raise Refused(f"{character}: {faults[0]}", "Say it otherwise.")
    if standing is not None and standing.decided and identity == standing.identity:
        raise Refused(f"that is who {character} is already", f"See: cineledger character {character}")
    kept = _said(() if standing is None else standing.said, tuple(fields), command)
    new = ", ".join(
        [*fields, *(t.trait for t in command.traits), *(f"not {word}" for word in command.without)]
    )
    return [
        IdentityDrawn(
            character=character,
            identity=identity,
            decided=True,
            said=kept,
            reason=f"the orchestrator's word: {new}" + (", which makes her another" if out else ""),
        )
    ]


def _said(before: tuple[str, ...], fields: tuple[str, ...], command: SetIdentity) -> tuple[str, ...]:
    """What is the orchestrator's word by now; a trait that was said is no longer said not to be, and the other way."""
    traits = [trait.trait for trait in command.traits]
    anew = {*(f"without {word}" for word in traits), *(f"trait {word}" for word in command.without)}
    said = (
        *before,
        *fields,
        *(f"trait {word}" for word in traits),
        *(f"without {word}" for word in command.without),
    )
    return tuple(what for what in dict.fromkeys(said) if what not in anew)


def _traits(former: Identity, command: SetIdentity) -> tuple[Trait, ...]:
    gone = {*command.without, *(trait.trait for trait in command.traits)}
    missing = set(command.without) - {trait.trait for trait in former.traits}
    if missing:
        has = ", ".join(trait.trait for trait in former.traits) or "none"
        raise Refused(f"{command.character} has no trait {sorted(missing)[0]}", f"Hers are: {has}.")
    return (*(trait for trait in former.traits if trait.trait not in gone), *command.traits)
