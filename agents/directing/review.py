"""The director reviews the whole once every department has presented, and sends notes to who can mend what."""

from collections.abc import Collection, Sequence
from typing import Any

from cineledger.agents.ask import Ask
from cineledger.agents.crew import role_of
from cineledger.agents.directing.phases import next_phase, settles
from cineledger.agents.directing.viewings.eyelines import EYELINES, EYELINES_RULES
from cineledger.agents.directing.viewings.gaps import GAPS, GAPS_RULES
from cineledger.agents.directing.viewings.jump_cuts import JUMP_CUTS, JUMP_CUTS_RULES
from cineledger.agents.directing.viewings.jumps import JUMPS, JUMPS_RULES
from cineledger.agents.directing.viewings.pacing import PACING_VIEW, PACING_VIEW_RULES
from cineledger.agents.directing.viewings.sameness import SAMENESS, SAMENESS_RULES
from cineledger.agents.directing.viewings.turns import TURNS, TURNS_RULES
from cineledger.agents.directing.viewings.viewing import Viewing
from cineledger.agents.directing.viewings.words import WORDS
from cineledger.agents.role import Habit, Moment, Rests, Rules, nothing_to_ask
from cineledger.domain.command import Command
from cineledger.domain.debate.events import ProposalApproved
from cineledger.domain.production.events import PhaseEntered
from cineledger.domain.state import State
from cineledger.domain.talk.commands import Pass
from cineledger.domain.value import Value
from cineledger.domain.work.work import Work, WorkPresented

VIEWINGS: tuple[Viewing, ...] = (GAPS, SAMENESS, TURNS, JUMP_CUTS, EYELINES, PACING_VIEW, JUMPS, WORDS)


def _waited_for(state: State, presented: Collection[str]) -> set[str]:
    """The departments that have not presented."""
    crew = {name: role_of(name) for name in state.production.roster}
    return {name for name, role in crew.items() if role and role.presents} - set(presented)


def _all_shown(moment: Moment) -> bool:
    """Review was entered with nobody to wait for, or this very presentation is the last one."""
    event, state = moment.event, moment.state
    if isinstance(event, PhaseEntered):
        return event.phase == "review" and not _waited_for(state, ())
    presented = state.works.presented
    shown = isinstance(event, WorkPresented) and event.phase == state.production.phase == "review"
    return shown and _waited_for(state, presented[:-1]) == set(presented[-1:])


def _asks(moment: Moment) -> Sequence[Ask]:
    return [ask for viewing in VIEWINGS for ask in viewing.asks(moment)]


def _review(moment: Moment, answers: Sequence[Any]) -> Sequence[Command | Rests]:
    """A note for each thing that could be better, one to a piece of work; then the work moves on."""
    notes, at, noted = list[Rests](), 0, set[object]()
    for viewing in VIEWINGS:
        count = len(viewing.asks(moment))
        for made in viewing.notes(moment, answers[at : at + count]):
            about = getattr(made.what, "about", None)
            if not isinstance(made.what, Work) and (about is None or about not in noted):
                noted.add(about)
                notes.append(Rests(made.what, tuple(at + place for place in made.answers)))
        at += count
    following = None if moment.state.debate.undecided else next_phase(moment)
    silence = Pass(reason="what is undecided comes first")
    return [*notes, *([following] if following else [] if notes else [silence])]


def _settles_the_review(moment: Moment) -> bool:
    """The last decision of the review, after the director has looked at everything."""
    state = moment.state
    return settles(moment, "review") and not _waited_for(state, state.works.presented)


def _move_on(moment: Moment, _: Sequence[Value]) -> Sequence[Command]:
    following = next_phase(moment)
    return (following,) if following else (Pass(reason="there is no further phase"),)


REVIEW = (
    Habit(on=PhaseEntered, concerns=_all_shown, asks=_asks, acts=_review),
    Habit(on=WorkPresented, concerns=_all_shown, asks=_asks, acts=_review),
    Habit(on=ProposalApproved, concerns=_settles_the_review, asks=nothing_to_ask, acts=_move_on),
)
REVIEW_RULES: Rules = {
    **GAPS_RULES,
    **SAMENESS_RULES,
    **TURNS_RULES,
    **JUMP_CUTS_RULES,
    **EYELINES_RULES,
    **PACING_VIEW_RULES,
    **JUMPS_RULES,
}
