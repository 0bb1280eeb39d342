"""Consistency against evolution: who may be drawn how, once it is decided who she is and how far she may grow.

Within her bounds a character drifts as her lines do. Beyond them she is another, and nobody makes her that without a
decision: on her identity, on whether she becomes another, or the orchestrator's own word.
"""

from collections.abc import Iterator
from typing import NamedTuple

from cineledger.domain.canon.prior import brought, prior_identity
from cineledger.domain.cast.bounds import Beyond, beyond, identity_faults
from cineledger.domain.cast.identity import Identity, IdentityDrawn
from cineledger.domain.debate.options import ChoiceOption, IdentityOption
from cineledger.domain.refusal import Refused
from cineledger.domain.state import State
from cineledger.domain.words import BECOMES, CHARACTER_CHANGE, CHARACTER_IDENTITY
from cineledger.domain.work.work import Work

FIELDS = ("backstory", "motivation", "desire", "fear", "voice", "age")
"""What of an identity is said once."""


class Decided(NamedTuple):
    """Who a character is to be, and the event that decided it."""

    identity: Identity
    number: int


class Bound(NamedTuple):
    """Who a character is by decision or by canon, with how far she may grow."""

    identity: Identity
    said: tuple[str, ...]
    """What of it is the orchestrator's word."""
    number: int
    """The event that says so."""


def decisions(state: State, character: str) -> tuple[Decided, ...]:
    """What was decided of who she is and who she becomes, oldest first."""
    return tuple(sorted(_decided(state, character), key=lambda decided: decided.number))


def _decided(state: State, character: str) -> Iterator[Decided]:
    for question in state.debate.questions.values():
        opened, number = question.opened, question.decision or 0
        if opened.subject not in (CHARACTER_IDENTITY, CHARACTER_CHANGE) or question.status != "decided":
            continue
        if character not in state.cast.people(opened.characters):
            continue
        proposal = question.proposal(question.approved or 0)
        option = None if proposal is None else proposal.option
        held = state.debate.changes.get(opened.about or 0)
        if isinstance(option, IdentityOption):
            yield Decided(option.identity, number)
        elif isinstance(option, ChoiceOption) and option.choice == BECOMES and held is not None:
            yield Decided(held.identity, number)


def bound_by(state: State, character: str) -> Bound | None:
    """Who she was decided to be, else who she is in canon where that says how far she grows; None where neither is."""
    standing = state.works.standing(IdentityDrawn, character)
    drawn = None if standing is None else standing.fact
    if standing is not None and isinstance(drawn, IdentityDrawn) and drawn.decided:
        return Bound(drawn.identity, drawn.said, standing.number)
    canon, cast = prior_identity(state, character), brought(state, character)
    if canon is None or cast is None or not canon.growth or any(identity_faults(canon)):
        return None
    return Bound(canon, (), cast.number)


def out_of_bounds(state: State, character: str, identity: Identity) -> tuple[Beyond, ...]:
    """Where an identity would leave the bounds that stand for her; nothing binds what was only read."""
    bound = bound_by(state, character)
    return () if bound is None else beyond(identity, bound.identity.growth)


def may_be(state: State, drawn: IdentityDrawn) -> None:
    """Refuses an identity that nobody could have, and one that is not hers by any decision."""
    character, bound = drawn.character, bound_by(state, drawn.character)
    standing = state.works.standing(IdentityDrawn, character)
    if bound is not None and drawn.identity.growth == bound.identity.growth:
        if out := beyond(drawn.identity, bound.identity.growth):
            raise Refused(
                f"{character} would be {told(out[0])}", "Ask whether she becomes another: RaiseChange."
            )
    if faults := list(identity_faults(drawn.identity)):
        raise Refused(f"{character}: {faults[0]}", "Draw somebody who could be.")
    after = -1 if standing is None else standing.number
    chosen = [one.number for one in decisions(state, character) if one.identity == drawn.identity]
    by_decision = drawn.decided and any(number > after and number in drawn.rests for number in chosen)
    if bound is None:
        if (drawn.decided and not by_decision) or drawn.said:
            raise Refused(f"nobody decided that {character} is so", "Hand it in as a reading.")
        return
    if not by_decision and (not drawn.decided or drawn.identity.growth != bound.identity.growth):
        raise Refused(
            f"who {character} is was decided, with how far that goes", "Draw her within her bounds."
        )
    if drawn.said != bound.said:
        said = ", ".join(bound.said) or "nothing"
        raise Refused(f"what the orchestrator said of {character} is {said}", "Keep it.")
    _same_said(character, bound, drawn.identity)


def told(out: Beyond) -> str:
    """At -0.4 on agreeableness, beyond 0.1 to 0.7."""
    return f"at {out.would:g} on {out.facet}, beyond {out.low:g} to {out.high:g}"


def may_go(state: State, work: Work) -> None:
    """Refuses that who somebody was decided to be is taken back, unless her name stands for another now."""
    if (
        isinstance(work, IdentityDrawn)
        and work.decided
        and state.cast.person(work.character) == work.character
    ):
        raise Refused(f"who {work.character} is was decided", "The orchestrator may overrule it.")


def may_be_decided(state: State, characters: tuple[str, ...], identity: Identity) -> None:
    """Refuses an identity as an option: one nobody could have, of nobody, or beyond bounds that were decided."""
    people = state.cast.people(characters)
    if len(people) != 1 or people[0] not in state.cast.characters:
        raise Refused("an identity is one character's", "Ask about one who is in the script.")
    if faults := list(identity_faults(identity)):
        raise Refused(f"{people[0]}: {faults[0]}", "Offer somebody who could be.")
    bound = bound_by(state, people[0])
    if bound is None:
        return
    if out := beyond(identity, bound.identity.growth):
        raise Refused(f"{people[0]} would be {told(out[0])}", "That is asked as a change of character.")
    if wider(identity, bound.identity):
        raise Refused(f"{people[0]} would have further to go", "Bounds that were decided are no wider after.")
    _same_said(people[0], bound, identity)


def wider(identity: Identity, former: Identity) -> bool:
    """It lets her go further than was decided, on some factor."""
    now = {growth.facet: growth for growth in identity.growth}
    for was in former.growth:
        growth = now.get(was.facet)
        if growth is None or growth.low < was.low or growth.high > was.high:
            return True
    return False


def _same_said(character: str, bound: Bound, identity: Identity) -> None:
    """Refuses another word on what the orchestrator said in person."""
    for what in bound.said:
        if said_of(identity, what) != said_of(bound.identity, what):
            raise Refused(f"the {what} of {character} is the orchestrator's word", "Leave it as it is.")


def trait_said(what: str) -> str:
    """The trait that the orchestrator said somebody has, or has not."""
    return what.removeprefix("trait ").removeprefix("without ")


def said_of(identity: Identity, what: str) -> object:
    """What an identity has under a name: fear, age, trait loyal; without shy, what it has of that trait."""
    if what in FIELDS:
        return getattr(identity, what)
    word = trait_said(what)
    return next((trait.value for trait in identity.traits if trait.trait == word), None)
