"""What the set designer reads off the production's state."""

from typing import NamedTuple

from cineledger.agents.craft.sets import gather
from cineledger.agents.reading import played_scenes
from cineledger.domain.debate.options import TradeOffOption
from cineledger.domain.design.events import SetGathered
from cineledger.domain.state import State
from cineledger.domain.words import APPROACH, DESIGN, RESOURCES


class Merger(NamedTuple):
    """Sets that became one, as was approved."""

    stays: str
    gone: tuple[str, ...]
    decision: int
    """The event that decided it."""


def mergers(state: State) -> tuple[Merger, ...]:
    """Which sets the producer's approved trade-offs make one, in the order of asking."""
    found = []
    for _, question in sorted(state.debate.questions.items()):
        if question.opened.subject != RESOURCES or question.approved is None:
            continue
        proposal = question.proposal(question.approved)
        option = proposal.option if proposal is not None else None
        if isinstance(option, TradeOffOption) and option.way == "merge_sets" and len(option.sets) > 1:
            found.append(Merger(option.sets[0], option.sets[1:], question.decision or 0))
    return tuple(found)


def settled(state: State) -> bool:
    """Look and design are decided, as far as anybody decides them in this production."""
    open_ = {
        question.opened.subject
        for question in state.debate.questions.values()
        if question.approved is None and question.status != "dropped"
    }
    known = {q.opened.subject for q in state.debate.questions.values() if q.approved is not None}
    asked_for = {subject for subject in (DESIGN, APPROACH) if subject in state.production.policy}
    return asked_for <= known and not asked_for & open_


def design_facts(state: State, _: str | None = None) -> tuple[tuple[str, str], ...]:
    """How many sets there are, and the one that is come back to most."""
    standing = state.works.of(SetGathered)
    uses = {name: len(one.scenes) for name, one in standing.items()}
    if not uses:
        slugs = [(s.written.location, s.written.int_ext) for s in played_scenes(state) if s.written.location]
        uses = {one.set: len(one.scenes) for one in gather(slugs)}
    if not uses:
        return (("sets", "the sets"), ("count", "0"), ("busiest", ""), ("returns", "0"))
    busiest = max(uses, key=lambda name: uses[name])
    return (
        ("sets", "1 set" if len(uses) == 1 else f"{len(uses)} sets"),
        ("count", str(len(uses))),
        ("busiest", busiest),
        ("returns", str(uses[busiest])),
    )
