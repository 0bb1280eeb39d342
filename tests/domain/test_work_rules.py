"""Who may hand in what, what it may speak of, and what stands."""

from decimal import Decimal

import pytest
from pydantic import TypeAdapter

from cineledger.domain.design.events import SetDesigned, SetGathered
from cineledger.domain.edit.events import Cut, SceneAssembled
from cineledger.domain.notes.events import NoteGiven
from cineledger.domain.office.commands import Allot, GrantMore
from cineledger.domain.office.events import DaysAllotted, MoneyAllotted
from cineledger.domain.production.commands import JoinCrew
from cineledger.domain.production.events import PhaseEntered, RoleJoined
from cineledger.domain.staging.events import SceneLit
from cineledger.domain.state import State
from cineledger.domain.talk.events import MessageSent, ReactionPassed
from cineledger.domain.words import CREW
from cineledger.domain.work.commands import Deliver, Present, Strike
from cineledger.domain.work.kinds import KINDS
from cineledger.domain.work.work import Work, WorkPresented, WorkStruck
from tests.golden.examples import EXAMPLES
from tests.support.film import opening
from tests.support.scenario import By, by, given, state_after

JOINED = [RoleJoined(role=role) for role in CREW if role not in ("cinematographer", "writer", "director")]
KITCHEN = SetGathered(
    reason="one slug line says so",
    set="KITCHEN",
    location="KITCHEN",
    names=("KITCHEN",),
    int_ext="INT",
    scenes=("1",),
    eighths=2,
)
LIT = SceneLit(
    reason="night",
    scene="1",
    key_light="LOW",
    ratio=8.0,
    kelvin=3200,
    colour="one lamp",
    mood="uneasy",
    sources=(),
)


def open_film() -> list[By]:
    """A film whose whole crew is there."""
    return by("orchestrator", *opening(), *JOINED)


def test_work_stands_under_its_key_until_the_next() -> None:
    """A piece handed in again replaces the one under the same key; the same again changes nothing."""
    given(*open_film()).when(Deliver(works=(KITCHEN,)), by="set_designer").then(KITCHEN)
    wider = KITCHEN.model_copy(update={"eighths": 3})
    stands = given(*open_film(), *by("set_designer", KITCHEN))
    stands.when(Deliver(works=(wider,)), by="set_designer").then(wider)
    stands.when(Deliver(works=(KITCHEN,)), by="set_designer").then_kinds(ReactionPassed)
    resting = KITCHEN.model_copy(update={"rests": (3,)})
    stands.when(Deliver(works=(resting,)), by="set_designer").then_kinds(ReactionPassed)


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.__name__)
def test_nobody_hands_in_anothers_work(kind: type[Work]) -> None:
    """Each kind of work has one maker; nobody else's is taken, not even the orchestrator's."""
    (work,) = (example for example in EXAMPLES if isinstance(example, kind))
    for role in (*CREW, "cast:TOM", "orchestrator"):
        if role != work.BY:
            given(*open_film()).when(Deliver(works=(work,)), by=role).refused(f"{role} may not hand in a")


@pytest.mark.parametrize(
    ("work", "by_role", "because"),
    [
        (KITCHEN.model_copy(update={"scenes": ("9",)}), "set_designer", "there is no scene 9"),
        (LIT.model_copy(update={"scene": "9"}), "cinematographer", "there is no scene 9"),
        (
            SceneAssembled(
                reason="r",
                scene="1",
                transition="CUT",
                transition_why="w",
                pace="slow",
                cuts=(Cut(shot="1A", first=0, last=99, seconds=1, why="w"),),
                seconds=1,
            ),
            "editor",
            "scene 1 has no line 99",
        ),
        (
            SetDesigned(
                reason="r",
                set="YARD",
                build="stage",
                environment="e",
                atmosphere=(),
                palette=(),
                layout=(),
                dressing=(),
                practicals=(),
            ),
            "set_designer",
            "there is no set YARD",
        ),
    ],
)
def test_work_speaks_of_what_is_there(work: SetGathered, by_role: str, because: str) -> None:
    """Scenes, lines, people, shots and sets that are not there are refused."""
    given(*open_film()).when(Deliver(works=(work,)), by=by_role).refused(because)


def test_what_is_struck_does_not_stand() -> None:
    """Its maker takes it back; what does not stand is passed over."""
    strike = Strike(work="SetGathered", key="KITCHEN", reason="no scene plays there")
    stands = given(*open_film(), *by("set_designer", KITCHEN))
    stands.when(Deliver(strikes=(strike,)), by="set_designer").then(
        WorkStruck(work="SetGathered", key="KITCHEN", reason="no scene plays there")
    )
    stands.when(Deliver(strikes=(strike,)), by="editor").refused("editor may not hand in a set")
    given(*open_film()).when(Deliver(strikes=(strike,)), by="set_designer").then_kinds(ReactionPassed)


def test_notes_stay_with_the_work_they_are_about() -> None:
    """What the director and the orchestrator say of a piece is kept, over its next version; a colleague's is not."""
    before = [*open_film(), *by("cinematographer", LIT)]
    number = state_after(*before).number
    said = [
        *by("editor", MessageSent(to="cinematographer", text="nice", about=number)),
        *by("director", MessageSent(to="cinematographer", text="darker", about=number)),
        *by("orchestrator", NoteGiven(text="warmer", to="cinematographer", about=number)),
        *by("cinematographer", LIT.model_copy(update={"ratio": 16.0})),
    ]
    state = state_after(*before, *said)
    assert state.works.notes(SceneLit, "1") == ("darker", "warmer")
    assert state.works.numbers(SceneLit) == (state.number,)


def test_a_department_presents_once_a_phase() -> None:
    """It shows its work; the next phase begins with nobody having shown anything."""
    entered = [*open_film(), *by("orchestrator", PhaseEntered(phase="review"))]
    shown = WorkPresented(phase="review", text="1 set")
    given(*entered).when(Present(text="1 set"), by="editor").then(shown)
    given(*entered, *by("editor", shown)).when(Present(text="1 set"), by="editor").refused("has presented")
    again = [*entered, *by("editor", shown), *by("director", PhaseEntered(phase="refinement"))]
    given(*again).when(Present(text="1 set"), by="editor").then_kinds(WorkPresented)
    given(*entered).when(Present(text="me"), by="cast:MAYA").refused("has nothing to present")


def test_a_state_with_works_survives_being_kept() -> None:
    """A snapshot gives every kind of work back as it was."""
    adapter = TypeAdapter(State)
    state = state_after(*open_film(), *by("set_designer", KITCHEN), *by("cinematographer", LIT))
    assert adapter.validate_json(adapter.dump_json(state)) == state


def test_only_the_orchestrator_allots_and_changes_the_crew() -> None:
    """Limits are the orchestrator's; nothing, and the same again, are refused; a role joins once."""
    film = given(*open_film())
    film.when(Allot(days=3), by="producer").refused("producer may not allot")
    film.when(Allot(amount=Decimal("1500.50"), days=3)).then(
        MoneyAllotted(amount=Decimal("1500.50")), DaysAllotted(days=3)
    )
    film.when(Allot()).refused("allotted already")
    film.when(Allot(days=0)).refused("in no day")
    film.when(Allot(amount=Decimal(0))).refused("for nothing")
    film.when(GrantMore(question=1), by="producer").refused("granted nothing")
    film.when(GrantMore(question=1), by="director").refused("director may not")
    film.when(JoinCrew(role="composer")).refused("on the roster")
    film.when(JoinCrew(role="cast:ZOE")).refused("nobody of the crew")
    given(*opening()).when(JoinCrew(role="composer")).then(RoleJoined(role="composer"))
    given(*opening()).when(JoinCrew(role="composer"), by="director").refused("may not change the crew")
