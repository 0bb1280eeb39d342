"""The rules by which relationships are handed in, and roles join."""

import pytest

from cineledger.agents.policy import ORDERS, POLICY
from cineledger.domain.cast.bonds import RelationshipMoved
from cineledger.domain.cast.events import CharactersJoined, EmotionalStateChanged, EmotionalStateReopened
from cineledger.domain.decide import decide
from cineledger.domain.event import Event
from cineledger.domain.production.commands import JoinCrew
from cineledger.domain.production.events import PolicySet, ProductionWrapped, RoleJoined, StandingOrderGiven
from cineledger.domain.script.revising import ImportDraft
from cineledger.domain.talk.events import ReactionPassed
from cineledger.domain.words import ORCHESTRATOR, SCORE
from cineledger.domain.work.commands import Deliver, Strike
from cineledger.domain.work.work import WorkStruck
from tests.support.film import SCRIPT, opening
from tests.support.scenario import By, given, state_after

MOVED = RelationshipMoved(
    reason="I hold it against TOM",
    character="MAYA",
    other="TOM",
    scene="1",
    trust=-0.3,
    affection=0.0,
    power=0.1,
    moved="they meet, trust falls",
    line=3,
    quote="You came back.",
)
FELT = EmotionalStateChanged(
    character="MAYA", scene="1", feeling="sad", valence=-0.4, arousal=0.0, line=3, quote="x", reason="y"
)


def other(**change: object) -> RelationshipMoved:
    """The same with something else."""
    return MOVED.model_copy(update=change)


def test_her_own_cast_member_says_how_she_stands() -> None:
    """Nobody else does, not even the director."""
    given(*opening()).when(Deliver(works=(MOVED,)), by="cast:MAYA").then(MOVED)
    given(*opening()).when(Deliver(works=(MOVED,)), by="cast:TOM").refused(because="may not hand in")
    given(*opening()).when(Deliver(works=(MOVED,)), by="director").refused(because="may not hand in")


@pytest.mark.parametrize(
    ("work", "because"),
    [
        (other(other="NOBODY"), "no character NOBODY"),
        (other(scene="9"), "no scene 9"),
        (other(line=99), "no line 99"),
    ],
)
def test_a_bond_is_between_people_of_a_scene(work: RelationshipMoved, because: str) -> None:
    """The other, the scene and the line are there."""
    given(*opening()).when(Deliver(works=(work,)), by="cast:MAYA").refused(because=because)


def test_a_bond_read_before_the_last_draft_is_out_of_date() -> None:
    """It rests on every scene before, so it is read again though its own scene has the same lines."""
    state = state_after(*opening())
    taken = ImportDraft(
        text=SCRIPT.replace("EXT. YARD", "EXT. GARDEN"), source="b", encoding="utf-8", seen=None
    )
    later = [*opening(), *decide(state, taken, ORCHESTRATOR)]
    late = Deliver(works=(MOVED,), at=state.number)
    silence = ReactionPassed(reason=f"the script has other lines since {state.number}")
    given(*later).when(late, by="cast:MAYA").then(silence)
    given(*later).when(Deliver(works=(MOVED,), at=len(later)), by="cast:MAYA").then(MOVED)


def test_a_bond_of_anothers_is_not_hers_to_take_back() -> None:
    """Each cast member strikes her own."""
    strike = Strike(work="RelationshipMoved", key="MAYA/TOM/1", reason="no")
    history: list[Event | By] = [*opening(), By("cast:MAYA", MOVED)]
    given(*history).when(Deliver(strikes=(strike,)), by="cast:TOM").refused(because="may not hand in")
    given(*history).when(Deliver(strikes=(strike,)), by="cast:MAYA").then(WorkStruck(**dict(strike)))


def test_a_name_that_went_stands_to_nobody() -> None:
    """From the join on its cast member hands nothing in."""
    joined = CharactersJoined(name="MAYA", into="TOM", question=1, scenes=("1",))
    given(*opening(), joined).when(Deliver(works=(MOVED,)), by="cast:MAYA").refused(because="MAYA is TOM now")


def test_the_event_that_says_what_is_felt_is_known() -> None:
    """It can be spoken about, until what is felt is reopened."""
    history: list[Event | By] = [*opening(), By("cast:MAYA", FELT)]
    state = state_after(*history)
    assert dict(state.cast.characters["MAYA"].felt_at) == {"1": state.number}
    reopened = state_after(*history, EmotionalStateReopened(character="MAYA", scene="1", draft=2))
    assert not reopened.cast.characters["MAYA"].felt_at


def test_a_role_joins_with_what_is_assumed_about_its_subjects() -> None:
    """Policy and orders on what it asks about come first; those that are there stay."""
    policy = next(p for p in POLICY if p.subject == SCORE)
    order = next(o for o in ORDERS if o.subject == SCORE)
    join = JoinCrew(role="composer", policy=(policy,), orders=(order,))
    bare = [
        e for e in opening() if not (isinstance(e, PolicySet | StandingOrderGiven) and e.subject == SCORE)
    ]
    given(*bare).when(join).then(policy, order, RoleJoined(role="composer"))
    given(*opening()).when(join).then(RoleJoined(role="composer"))


def test_only_the_orchestrator_changes_the_crew() -> None:
    """No role hires, nobody joins twice, and no cast member by hand."""
    given(*opening()).when(JoinCrew(role="composer"), by="director").refused(
        because="may not change the crew"
    )
    given(*opening()).when(JoinCrew(role="director")).refused(because="is on the roster")
    given(*opening()).when(JoinCrew(role="cast:MAYA")).refused(because="is nobody of the crew")
    given(*opening(), ProductionWrapped()).when(JoinCrew(role="composer")).refused(because="wrapped")
