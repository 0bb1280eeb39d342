"""What a production had its characters live through, on its way into their canons."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cineledger.agents.canon.casting import opening, stream_of
from cineledger.agents.canon.living import leads, lives_of, rulings
from cineledger.domain.address import production_name
from cineledger.domain.canon.commands import TakeLife
from cineledger.domain.canon.events import LifeTaken
from cineledger.domain.decide import decide
from cineledger.domain.event import Event
from cineledger.domain.ledger import Draft, Ledger, lineage
from cineledger.domain.ledger.packing import came
from cineledger.domain.ledger.together import Part
from cineledger.domain.production.events import BESIDE
from cineledger.domain.refusal import Refused
from cineledger.domain.state import State, evolve
from cineledger.domain.words import ORCHESTRATOR


class LeftOut(NamedTuple):
    """Somebody whose life went into no canon."""

    character: str
    why: str
    hint: str = ""


class Lives(NamedTuple):
    """What goes into canons with a production that is wrapped."""

    parts: Sequence[Part]
    left_out: Sequence[LeftOut]


def lives_into_canon(ledger: Ledger, state: State, name: str) -> Lives:
    """A part for each character whose canon this is, or is to be; nothing is merged with a namesake's."""
    if state.production.form in BESIDE:
        return Lives((), ())
    parts, left = list[Part](), list[LeftOut]()
    for taken, stream in _taken(ledger, state, name):
        try:
            parts.append(_part(ledger, taken, stream))
        except Refused as refused:
            left.append(LeftOut(taken.character, refused.reason, refused.hint))
    return Lives(parts, left)


def _taken(ledger: Ledger, state: State, name: str) -> Iterator[tuple[LifeTaken, str]]:
    """The life of each who counts, and the stream it is for."""
    people = leads(state)
    lives, joined = lives_of(state, name, people), state.series.joined
    *_, (family, _) = lineage.ancestry(ledger.store, name)
    personal = sum(question.personal for question in state.debate.questions.values())
    for who in people:
        held = state.canon.cast.get(who)
        cast = None if held is None else held.cast
        yield (
            LifeTaken(
                production=name,
                family=family,
                character=who,
                at=state.number,
                title=state.production.title,
                series=joined.series if joined else "",
                episode=joined.episode if joined else "",
                clock=cast.clock if cast else 0,
                brought=cast is not None,
                upon=cast.lives if cast else (),
                decisions=personal,
                life=lives[who],
                rulings=rulings(state, name, who),
            ),
            cast.canon if cast else stream_of(who),
        )


def _part(ledger: Ledger, taken: LifeTaken, stream: str) -> Part:
    """What the stream gets; refuses one that is somebody else's."""
    if not ledger.exists(stream):
        facts: list[Event] = opening(taken.character)
        state = State()
        for fact in facts:
            state = evolve(state, fact, ORCHESTRATOR)
        facts += decide(state, TakeLife(life=taken), ORCHESTRATOR)
        return Part(stream, None, [Draft(fact, fact.refers()) for fact in facts], "TakeLife")
    loaded = ledger.load(stream)
    _hers(ledger, loaded.state, taken, stream)
    events = decide(loaded.state, TakeLife(life=taken), ORCHESTRATOR)
    return Part(stream, loaded.head, [Draft(fact, fact.refers()) for fact in events], "TakeLife")


def _hers(ledger: Ledger, state: State, taken: LifeTaken, stream: str) -> None:
    """Refuses a namesake: who was not cast from here, nor is of a series or a family of forks that is in here."""
    to_type = (
        f"cineledger reopen {taken.production}; then cineledger cast {taken.production} '{taken.character}'"
    )
    new = production_name(f"{stream}-2")
    if state.production.form != "character":
        raise Refused(f"{stream} is a production", f"{to_type} --as {new} --new; then wrap it again")
    lives = [one.taken for one in state.canon.lives.values() if not came(ledger, stream, one.number)]
    held = state.canon.lives.get(taken.production)
    if held is not None and came(ledger, stream, held.first):
        raise Refused(
            f"{stream} came from another studio with a life in a {taken.production} of theirs",
            f"cineledger fork {taken.production}@{taken.at} {taken.production}-here; then wrap that",
        )
    same = any(
        life.family == taken.family or (taken.series and life.series == taken.series) for life in lives
    )
    if state.canon.lives and not taken.brought and not same:
        raise Refused(
            f"{stream} is {state.production.title} of {', '.join(one.taken.called for one in state.canon.in_order())}, "
            "and nobody said that this is her",
            f"{to_type} if it is, with --as {new} --new if it is somebody else; then wrap it again",
        )
