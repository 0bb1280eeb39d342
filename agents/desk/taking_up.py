"""What a fork cut off, or a change left behind, is taken up again."""

from typing import NamedTuple

from cineledger.agents.desk.inbox import undecided
from cineledger.agents.desk.orders import carry_out
from cineledger.agents.reading import played_scenes, unread
from cineledger.agents.screenwriting.writing import unwritten
from cineledger.domain.cast.performing import SceneRehearsed, TakePlayed
from cineledger.domain.debate.commands import ReopenQuestion
from cineledger.domain.edit.events import SceneAssembled
from cineledger.domain.ledger import Ledger
from cineledger.domain.office.events import BudgetEstimated, RisksAssessed, ScheduleMade
from cineledger.domain.production.commands import EnterPhase
from cineledger.domain.production.events import BESIDE
from cineledger.domain.script.drafting import DraftScene
from cineledger.domain.script.revising import GiveOutPages
from cineledger.domain.sound.events import SceneSpotted
from cineledger.domain.staging.events import ShotsDetailed
from cineledger.domain.state import State
from cineledger.domain.words import Phase
from cineledger.domain.work.kinds import KINDS

MOST_AGAIN = 3
"""Times that a run enters a phase again by itself."""

LAST = (ShotsDetailed, SceneAssembled, SceneSpotted, ScheduleMade, BudgetEstimated, RisksAssessed)
"""Works that rest on the others, and nothing rests on them."""
TRIED = (TakePlayed, SceneRehearsed)
"""What is tried out: where it changes the script, the script is what the others rest on."""


class _Again(NamedTuple):
    """A phase that was entered again, for what had changed by then."""

    phase: Phase
    changed: int


def take_up(ledger: Ledger, name: str, state: State, taken: set[object]) -> bool:
    """Takes up what a fork cut off: reopens debates, gives out pages, enters the phase again. True if it did.

    `taken` remembers what this run took up: what stays stuck after that waits for the orchestrator.
    """
    cut = _cut_off(state) - taken
    if cut:
        taken.update(cut)
        again = {
            n: ReopenQuestion(question=n, reason="its debate was cut off", default=True) for n in sorted(cut)
        }
        carry_out(ledger, name, lambda now: [again[n] for n in again if n in _cut_off(now)])
        return True
    phase = state.production.phase
    if phase == "planning" and state.script.order and DraftScene not in taken and unwritten(state):
        taken.add(DraftScene)
        go_on = EnterPhase(phase=phase, default=True)
        carry_out(ledger, name, lambda now: (go_on,) if now.number == state.number else ())
        return True
    if phase is not None and GiveOutPages not in taken and unread(state):
        taken.add(GiveOutPages)
        carry_out(ledger, name, lambda now: (GiveOutPages(),) if now.number == state.number else ())
        return True
    left = _has_work(state) if phase != "refinement" else bool(state.notes.unanswered) or _outdated(state)
    entered = sum(isinstance(mark, _Again) and mark.phase == phase for mark in taken)
    mark = _Again(phase or "planning", max(_changed(state), state.script.drafted))
    if phase is None or mark in taken or entered >= MOST_AGAIN or state.debate.undecided or not left:
        return False
    taken.add(mark)
    enter = EnterPhase(phase=phase, default=True)
    carry_out(ledger, name, lambda now: (enter,) if now.number == state.number else ())
    return True


def _cut_off(state: State) -> set[int]:
    """The open questions that nobody is asked about, though there may be more to say."""
    return {q.number for q in undecided(state) if q.status == "open" and not q.waiting and not q.exhausted}


def _changed(state: State) -> int:
    """The last event that changed a shot, or work that others rest on; 0 where none did."""
    shots = [shot.number for shot in state.shots.shots.values()]
    works = [
        done.number
        for name, pieces in state.works.done.items()
        if KINDS[name] not in (*LAST, *TRIED)
        for done in pieces.values()
    ]
    return max((*shots, *works), default=0)


def _outdated(state: State) -> bool:
    """What the last works rest on changed since the phase was entered: they are to be gone over again."""
    shown = any(kind.__name__ in state.works.done for kind in LAST)
    return shown and _changed(state) > (state.production.phase_number or 0)


def _has_work(state: State) -> bool:
    """There are scenes to plan, or an idea to make scenes of, and somebody to do it."""
    if state.production.form in BESIDE:
        return False
    roster = state.production.roster
    idea = state.production.idea is not None and not state.script.order
    return (idea and "writer" in roster) or ("director" in roster and bool(played_scenes(state)))
