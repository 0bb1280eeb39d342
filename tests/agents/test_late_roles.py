"""Roles that join a production under way: they catch up from the record, and every run comes to its end."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cineledger.agents import desk
from cineledger.agents.crew import crew_names
from cineledger.agents.governing import CORE, add_to_crew, opening_crew
from cineledger.agents.policy import ORDERS, POLICY
from cineledger.agents.working import decided
from cineledger.domain.address import Address
from cineledger.domain.decide import decide
from cineledger.domain.design.events import SetGathered
from cineledger.domain.ledger import Ledger
from cineledger.domain.music.events import CueWritten, MotifComposed
from cineledger.domain.production.commands import Impose, OpenProduction
from cineledger.domain.production.wrapping import ReopenProduction, WrapProduction
from cineledger.domain.refusal import Refused
from cineledger.domain.script.commands import ImportScript
from cineledger.domain.state import State, evolve
from cineledger.domain.words import ASKED_BY, ORCHESTRATOR, SCORE
from tests.support.drafts import CABIN, HARBOUR, KITCHEN, draft
from tests.support.film import SCRIPT
from tests.support.studio import VISION, opened, work

OLD_CREW = ("cinematographer", "writer", "director")
OLD_SUBJECTS = ("outline", "visual_approach", "character_name", "beat_coverage", "revision", "shot_detail")
JOINING = tuple(name for name in crew_names() if name not in OLD_CREW)


def with_crew(
    folder: Path, crew: tuple[str, ...], *, subjects: tuple[str, ...] | None = None, script: str = SCRIPT
) -> Ledger:
    """A studio whose production opened with this crew, and with policy on these subjects or those of its crew."""
    ledger = Ledger(folder, create=True)
    known = subjects or tuple(p.subject for p in POLICY if ASKED_BY.get(p.subject, p.lead) in crew)
    begin = OpenProduction(
        title="A film",
        vision=VISION,
        idea=None,
        policy=tuple(p for p in POLICY if p.subject in known),
        orders=tuple(o for o in ORDERS if o.subject in (*known, "impasse")),
        crew=crew,
    )
    facts, state = decide(State(), begin, ORCHESTRATOR), State()
    for fact in facts:
        state = evolve(state, fact, ORCHESTRATOR)
    take = ImportScript(text=script, source="film.fountain", encoding="utf-8")
    ledger.open("pilot", [*facts, *decide(state, take, ORCHESTRATOR)], "OpenProduction")
    return ledger


def ended(state: State) -> bool:
    """The crew came to the end, and nothing is undecided."""
    return state.production.phase == "refinement" and not state.debate.undecided


def past(number: int) -> Callable[[State], bool]:
    """Whether a history has come further than a number."""
    return lambda state: state.number > number


def kinds(ledger: Ledger, actor: str, name: str = "pilot") -> set[str]:
    """The kinds of events that somebody made."""
    return {type(record.fact).__name__ for record in ledger.records(name) if record.actor == actor}


def test_a_production_of_the_first_crew_runs_to_its_end(tmp_path: Path) -> None:
    """Opened with three roles, under policy that knows nothing of the others' subjects, nothing is refused."""
    with with_crew(tmp_path, OLD_CREW, subjects=OLD_SUBJECTS) as ledger:
        state = work(ledger)
        assert ended(state) and state.shots.shots
        assert not any(type(r.fact).__name__ == "CommandRefused" for r in ledger.records("pilot"))


def test_a_role_added_after_a_reopened_wrap_does_its_work(tmp_path: Path) -> None:
    """The set designer joins a finished film, gathers its sets from the record, and the run ends."""
    with with_crew(tmp_path, OLD_CREW, subjects=OLD_SUBJECTS) as ledger:
        assert not work(ledger).works.of(SetGathered)
        desk.order(ledger, "pilot", WrapProduction())
        with pytest.raises(Refused):
            add_to_crew(ledger, "pilot", "set_designer")
        desk.order(ledger, "pilot", ReopenProduction())
        records = add_to_crew(ledger, "pilot", "Set designer")
        assert [type(r.fact).__name__ for r in records] == ["PolicySet", "RoleJoined"]
        state = work(ledger)
        assert ended(state)
        assert list(state.works.of(SetGathered)) == ["KITCHEN", "YARD"]


def test_a_composer_added_after_a_reopened_wrap_scores_the_film(tmp_path: Path) -> None:
    """It proposes an approach that is debated and decided, and themes and cues follow, in a film long finished."""
    script = (Path(__file__).parents[2] / "docs" / "demo" / "last_ferry.fountain").read_text("utf-8")
    with with_crew(tmp_path, OLD_CREW, subjects=OLD_SUBJECTS, script=script) as ledger:
        work(ledger)
        desk.order(ledger, "pilot", WrapProduction())
        desk.order(ledger, "pilot", ReopenProduction())
        add_to_crew(ledger, "pilot", "composer")
        state = work(ledger)
        assert ended(state) and decided(state, SCORE) is not None
        assert state.works.numbers(MotifComposed) and state.works.numbers(CueWritten)
        assert work(ledger).number == state.number


@pytest.mark.parametrize("role", JOINING)
def test_any_role_can_be_added_to_an_old_production(tmp_path: Path, role: str) -> None:
    """It comes with policy on what it asks about, and with standing orders, where none were given."""
    with with_crew(tmp_path, OLD_CREW, subjects=OLD_SUBJECTS) as ledger:
        work(ledger)
        add_to_crew(ledger, "pilot", role)
        state = work(ledger)
        assert ended(state) and role in state.production.roster
        asks = {subject for subject, asker in ASKED_BY.items() if asker == role}
        assert asks <= set(state.production.policy)
        assert {o.subject for o in ORDERS} & asks <= set(state.production.orders)
        assert "CommandRefused" not in kinds(ledger, role)


@pytest.mark.parametrize("missing", [JOINING, *((n,) for n in crew_names() if n not in CORE)], ids=",".join)
def test_a_production_opened_without_a_role_runs_to_its_end_and_takes_it_later(
    tmp_path: Path, missing: tuple[str, ...]
) -> None:
    """What nobody asks about, or nobody leads, is not asked; whoever joins then brings the policy on it."""
    crew = opening_crew([name for name in crew_names() if name not in missing])
    with Ledger(tmp_path, create=True) as ledger:
        script = desk.Script(text=SCRIPT, source="film.fountain", encoding="utf-8")
        desk.open_production(
            ledger, "pilot", title="A film", vision=VISION, idea=None, script=script, crew=crew
        )
        state = work(ledger)
        assert ended(state) and state.shots.shots
        assert not set(missing) & {policy.lead for policy in state.production.policy.values()}
        for role in missing:
            add_to_crew(ledger, "pilot", role)
        state = work(ledger)
        assert ended(state) and set(state.production.policy) == {policy.subject for policy in POLICY}
        assert set(state.production.orders) == {order.subject for order in ORDERS}
        assert not any(type(r.fact).__name__ == "CommandRefused" for r in ledger.records("pilot"))


def test_what_was_said_of_a_subject_stands_when_its_role_joins(tmp_path: Path) -> None:
    """Policy that is there is not set anew."""
    with with_crew(tmp_path, OLD_CREW, subjects=(*OLD_SUBJECTS, "design_approach")) as ledger:
        records = add_to_crew(ledger, "pilot", "set_designer")
        assert [type(r.fact).__name__ for r in records] == ["RoleJoined"]


@pytest.mark.parametrize(
    ("typed", "because", "hint"),
    [
        ("director", "is on the roster", "crew"),
        ("composr", "there is no role composr", "composer"),
        ("gaffer", "there is no role gaffer", "Roles are"),
        ("cast:MAYA", "join with their characters", "crew"),
        ("cast", "join with their characters", "crew"),
    ],
)
def test_who_may_not_be_added(tmp_path: Path, typed: str, because: str, hint: str) -> None:
    """Nobody twice, nobody unknown, and no cast member by hand."""
    with opened(tmp_path) as ledger:
        with pytest.raises(Refused) as refused:
            add_to_crew(ledger, "pilot", typed)
        assert because in refused.value.reason and hint in refused.value.hint


@settings(max_examples=7, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_roles_may_join_at_any_moment(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    """Cut short anywhere, with roles added then, in review too, a run still comes to its end."""
    with with_crew(tmp_path_factory.mktemp("late"), OLD_CREW, script=draft(HARBOUR, KITCHEN)) as ledger:
        joining = data.draw(st.lists(st.sampled_from(JOINING), min_size=1, max_size=4, unique=True))
        for role in joining:
            last = ledger.head("pilot").number + data.draw(st.integers(0, 90), label=f"before {role}")
            work(ledger, until=past(last))
            add_to_crew(ledger, "pilot", role)
        assert ended(work(ledger))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int, int]:
    """A studio with a film of the full crew, finished; where its work began, and its last event."""
    folder = tmp_path_factory.mktemp("crew")
    with opened(folder, script=draft(HARBOUR, KITCHEN, CABIN)) as ledger:
        begun = ledger.head("pilot").number
        state = work(ledger)
        assert ended(state) and len(state.production.roster) > len(crew_names())
        return folder, begun, state.number


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_fork_of_a_whole_film_comes_to_its_end(whole: tuple[Path, int, int], data: st.DataObject) -> None:
    """Forked at any event, inside a batch too, and perhaps spoken to, the whole crew leaves nothing undecided."""
    folder, begun, last = whole
    at = data.draw(st.integers(begun, last), label="at")
    said = data.draw(st.sampled_from(["", "Handheld and restless.", "No close-ups."]), label="said")
    with Ledger(folder) as ledger:
        name = f"fork-{at}-{len(ledger.productions())}"
        desk.fork(ledger, Address("pilot", at), name, None)
        if said:
            desk.order(ledger, name, Impose(kind="broadcast", text=said))
        state = work(ledger, name)
        assert ended(state), f"forked at {at}"
        assert ledger.fold(name) == ledger.load(name).state
