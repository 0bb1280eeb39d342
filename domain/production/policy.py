"""Who may decide what: the orchestrator's to say, and checked before it holds."""

from cineledger.domain.command import Command
from cineledger.domain.event import Event
from cineledger.domain.production.commands import only_orchestrator, words
from cineledger.domain.production.events import PolicySet, StandingOrderGiven, StandingOrderRevoked
from cineledger.domain.refusal import Refused
from cineledger.domain.state import State
from cineledger.domain.words import (
    ARC,
    ASKED_BY,
    ASKERS,
    CANON,
    CAST_PREFIX,
    CHARACTER_CHANGE,
    CHARACTER_IDENTITY,
    CHARACTER_NAME,
    CONTINUITY,
    COVERAGE,
    CREW,
    IMPASSE,
    IN_A_SERIES,
    MOST_ROUNDS,
    OF_CANON,
    REVISION,
    SCENE_MUSIC,
    SCENE_TEXT,
    SEASON_ARC,
    SLIP,
    TECHNICAL,
    Tier,
)

HAVE_A_CAST = (
    SCENE_TEXT,
    COVERAGE,
    REVISION,
    SCENE_MUSIC,
    CHARACTER_NAME,
    CHARACTER_IDENTITY,
    CHARACTER_CHANGE,
    ARC,
    SEASON_ARC,
    CONTINUITY,
    CANON,
    SLIP,
)
"""The subjects that have a cast: that of the beat, or of the names, that are asked about."""


class SetPolicy(Command):
    """Say how questions on a subject are decided from now on; what is None stays as it is."""

    subject: str
    tier: Tier | None = None
    rounds: int | None = None
    lead: str | None = None
    concerned: tuple[str, ...] | None = None


class AssumePolicy(Command):
    """Have subjects decided as is assumed, where nothing was said of them yet."""

    policy: tuple[PolicySet, ...]


class GiveOrder(Command):
    """Approve in advance what is put up on a subject."""

    subject: str
    text: str
    unless_objected: bool = False


class RevokeOrder(Command):
    """Take a standing order back."""

    subject: str


def assume_policy(state: State, command: AssumePolicy, by: str) -> list[Event]:
    """The policies on subjects that have none."""
    only_orchestrator(by, "set the policy")
    return [policy for policy in command.policy if policy.subject not in state.production.policy]


def set_policy(state: State, command: SetPolicy, by: str) -> list[Event]:
    """The policy for questions opened, or opened again, from here on."""
    only_orchestrator(by, "set the policy")
    subject = command.subject
    if subject == TECHNICAL:
        raise Refused(
            f"{TECHNICAL} is never asked about, so its policy can't change",
            "Limit technical shots with: cineledger constrain; or give a note about one: cineledger note",
        )
    _asked_about(state, subject)
    now = state.production.policy.get(subject)
    if now is None:
        raise Refused(f"no policy covers {subject}", "See: cineledger policy NAME")
    tier = command.tier or now.tier
    lead = now.lead if command.lead is None else command.lead
    concerned = now.concerned if command.concerned is None else command.concerned
    _may_lead(state, subject, tier, lead)
    _may_be_concerned(state, subject, concerned)
    rounds = _rounds(tier, now.rounds, command.rounds)
    if tier != "autonomous" and not set(concerned) - {lead}:
        raise Refused(f"nobody but {lead} would be asked", "Name another role under --concerned.")
    policy = PolicySet(subject=subject, tier=tier, rounds=rounds, lead=lead, concerned=concerned)
    if policy.model_copy(update={"default": now.default}) == now:
        raise Refused("that is the policy already", "See: cineledger policy NAME")
    return [policy]


def give_order(state: State, command: GiveOrder, by: str) -> list[Event]:
    """The order, in place of any before it on the subject."""
    only_orchestrator(by, "give a standing order")
    _asked_about(state, command.subject, IMPASSE)
    text = words(command.text, "order")
    if command.subject == IMPASSE and command.unless_objected:
        raise Refused("an impasse is an objection", "Give that order whole, or not at all.")
    held = state.production.orders.get(command.subject)
    if held is not None and (held.text, held.unless_objected) == (text, command.unless_objected):
        raise Refused(f"that is the order already, since {held.number}", "See: cineledger policy NAME")
    return [StandingOrderGiven(subject=command.subject, text=text, unless_objected=command.unless_objected)]


def revoke_order(state: State, command: RevokeOrder, by: str) -> list[Event]:
    """The end of the order on a subject; what it approved stands."""
    only_orchestrator(by, "revoke a standing order")
    held = state.production.orders.get(command.subject)
    if held is None:
        given = ", ".join(sorted(state.production.orders)) or "none"
        raise Refused(f"there is no standing order on {command.subject}", f"There are orders on: {given}.")
    return [StandingOrderRevoked(subject=command.subject, order=held.number)]


def _asked_about(state: State, subject: str, *besides: str) -> None:
    here = (name for name in {**IN_A_SERIES, **OF_CANON} if name in state.production.policy)
    subjects = (*ASKED_BY, *here, *besides)
    if subject not in subjects:
        raise Refused(f"nobody asks about {subject}", f"Subjects are: {', '.join(subjects)}.")


def _may_lead(state: State, subject: str, tier: Tier, lead: str) -> None:
    """Refuses a lead who isn't there, who can't lead, or who would decide alone what another has to ask."""
    can = [role for role in CREW if role in state.production.roster]
    if lead not in can:
        missing = "is not on the roster" if lead not in state.production.roster else "can't lead a debate"
        raise Refused(f"{lead} {missing}", f"These can lead: {', '.join(can)}.")
    if tier == "autonomous" and lead != ASKERS[subject]:
        raise Refused(
            f"{lead} can't decide alone on {subject}: {ASKERS[subject]} asks",
            f"Add --lead {ASKERS[subject]}, or choose another tier.",
        )


def _may_be_concerned(state: State, subject: str, concerned: tuple[str, ...]) -> None:
    """Refuses roles that aren't there, a cast where there is no beat, and one role twice."""
    for place, role in enumerate(concerned):
        if role in concerned[:place]:
            raise Refused(f"{role} is named twice", "Name each role once.")
        if (role == "cast" or role.startswith(CAST_PREFIX)) and subject not in HAVE_A_CAST:
            raise Refused(f"{subject} is about no character, so it has no cast", "Name roles of the crew.")
        if role != "cast" and role not in state.production.roster:
            raise Refused(f"{role} is not on the roster", "See: cineledger sql 'from roles'")


def _rounds(tier: Tier, now: int, wanted: int | None) -> int:
    """The rounds a tier takes: none where the lead decides alone, else as many as before, at least one."""
    if tier == "autonomous":
        if wanted:
            raise Refused("what is decided alone has no rounds", "Leave --rounds away.")
        return 0
    rounds = (now or 1) if wanted is None else wanted
    if not 1 <= rounds <= MOST_ROUNDS:
        raise Refused(f"a debate takes 1 to {MOST_ROUNDS} rounds", "For none, set the tier autonomous.")
    return rounds
