"""Whole films in the producer's hands: breakdown, schedule, budget, and what gives where they exceed the limits."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cineledger.agents import desk
from cineledger.agents.producing.ways import trade_view
from cineledger.domain.address import Address
from cineledger.domain.debate.options import TradeOffOption
from cineledger.domain.ledger import Ledger
from cineledger.domain.music.events import CueUsage, CueWritten
from cineledger.domain.office.commands import Allot
from cineledger.domain.office.events import (
    BudgetEstimated,
    MoneyAllotted,
    ResourceGranted,
    RisksAssessed,
    SceneListed,
    ScheduleMade,
)
from cineledger.domain.office.trade_offs import given_up
from cineledger.domain.state import State, evolve
from cineledger.domain.talk.events import CommandRefused, ReactionPassed
from cineledger.domain.words import ORCHESTRATOR
from tests.support.feature import feature
from tests.support.studio import opened, work

FERRY = Path("docs/demo/last_ferry.fountain")
INTIMATE = "Intimate: faces before places."
EPIC = "Epic: people small in their world, wide and moving."
NOIR = "Noir: hard shadows, a still camera."


@pytest.fixture
def ferry(tmp_path: Path) -> Iterator[Ledger]:
    """The Last Ferry, opened."""
    with opened(tmp_path / "studio", script=FERRY.read_text("utf-8")) as ledger:
        yield ledger


def budget(state: State) -> BudgetEstimated:
    """The budget that stands."""
    standing = state.works.get(BudgetEstimated)
    assert standing is not None
    return standing


def schedule(state: State) -> ScheduleMade:
    """The schedule that stands."""
    standing = state.works.get(ScheduleMade)
    assert standing is not None
    return standing


def waiting(state: State) -> list[desk.Waiting]:
    """What is asked about resources."""
    return [one for one in desk.inbox(state, "pilot") if one.subject == "resources"]


def offered(state: State, way: str) -> int | None:
    """The proposal of a way on the table, if there is one."""
    for question in state.debate.questions.values():
        if question.status == "awaiting" and question.opened.subject == "resources":
            for proposal in question.proposals:
                option = proposal.option
                if isinstance(option, TradeOffOption) and option.way == way and not proposal.rejected:
                    return proposal.number
    return None


def put_on_the_table(ledger: Ledger, state: State, way: str) -> tuple[State, int]:
    """The state in which a way is proposed: all others are rejected until it is."""
    for _ in range(6):
        number = offered(state, way)
        if number is not None:
            return state, number
        (asked,) = waiting(state)
        assert asked.recommended is not None, asked
        desk.answer(ledger, Address("pilot", asked.recommended), "reject", "something else")
        state = work(ledger)
    raise AssertionError(f"{way} was never offered")


def test_a_film_has_a_plan(ferry: Ledger) -> None:
    """Every scene has a sheet, every scene is shot once, the budget adds up, and the risks cite the script."""
    state = work(ferry)
    played = {s.written.scene for s in state.script.present() if s.written.heading}
    assert set(state.works.of(SceneListed)) >= played
    scenes = [scene for day in schedule(state).days for scene in day.scenes]
    assert sorted(scenes) == sorted(played)
    assert all(day.hours <= 10.05 and day.why for day in schedule(state).days)
    made = budget(state)
    assert sum((line.amount for line in made.lines), Decimal(0)) == made.total
    assert all(line.why for line in made.lines)
    risks = state.works.get(RisksAssessed)
    assert risks is not None and {"weather", "children"} <= {risk.name for risk in risks.risks}
    assert waiting(state) == []


def test_the_contingency_is_that_of_the_risks(ferry: Ledger) -> None:
    """What the risks are expected to cost, in bounds."""
    state = work(ferry)
    risks = state.works.get(RisksAssessed)
    assert risks is not None
    exposure = sum((Decimal(str(risk.likelihood)) * risk.cost for risk in risks.risks), Decimal(0))
    made = budget(state)
    wanted = min(made.subtotal * Decimal("0.15"), max(made.subtotal * Decimal("0.05"), exposure))
    assert abs(made.contingency - wanted) <= made.subtotal / 10_000


def test_within_its_limits_nobody_asks(ferry: Ledger) -> None:
    """A film that costs less than was allotted raises no question, and the budget says how it stands."""
    desk.order(ferry, "pilot", Allot(amount=Decimal(10**6), days=30))
    state = work(ferry)
    assert waiting(state) == []
    assert "less than the 1000000 allotted" in budget(state).reason


def test_too_much_is_asked_about(ferry: Ledger) -> None:
    """The question says by how much; the crew take sides; a plan within the limits asks nothing more."""
    desk.order(ferry, "pilot", Allot(amount=Decimal(25000), days=2))
    state = work(ferry)
    (asked,) = waiting(state)
    over = budget(state).total - 25000
    assert f"{over} more than the 25000 allotted" in asked.text
    assert "more than the 2 allotted" in asked.text
    question = state.debate.questions[asked.question]
    assert {p.role for p in question.positions} >= {"producer", "director", "cinematographer", "set_designer"}


def test_visions_take_sides(tmp_path: Path) -> None:
    """On the same plan somebody objects, and who stands where depends on the film's look."""
    stands = {}
    for place, vision in enumerate((INTIMATE, NOIR)):
        with opened(tmp_path / str(place), script=feature(14), vision=vision) as ledger:
            before = work(ledger)
            desk.order(ledger, "pilot", Allot(amount=budget(before).total * Decimal("0.85") // 1))
            state = work(ledger)
            (asked,) = waiting(state)
            question = state.debate.questions[asked.question]
            stands[vision] = {
                (p.role, p.supports, option_of(state, p.proposal).way, p.criterion)
                for p in question.positions
            }
    assert any(not supports for stand in stands.values() for _, supports, _, _ in stand)
    assert len(set(map(frozenset, stands.values()))) > 1, stands


@pytest.mark.parametrize(
    ("vision", "way"),
    [
        (INTIMATE, "fewer_setups"),
        (EPIC, "fewer_setups"),
        (INTIMATE, "merge_sets"),
        (EPIC, "spend_more"),
    ],
)
def test_each_way_brings_the_plan_nearer(tmp_path: Path, vision: str, way: str) -> None:
    """Approved and carried out, the plan is made again and exceeds its limits by less, or not at all."""
    text = FERRY.read_text("utf-8") if way == "merge_sets" else feature(14)
    with opened(tmp_path / "studio", script=text, vision=vision) as ledger:
        before = work(ledger)
        desk.order(ledger, "pilot", Allot(amount=budget(before).total - 500))
        state, number = put_on_the_table(ledger, work(ledger), way)
        option = option_of(state, number)
        desk.answer(ledger, Address("pilot", number), "choose")
        after = work(ledger)
        assert [r.fact.reason for r in ledger.records("pilot") if isinstance(r.fact, CommandRefused)] == []
        if way == "spend_more":
            assert after.office.amount == option.amount
            assert after.office.amount is not None and after.office.amount >= budget(after).total
            assert waiting(after) == []
            return
        assert budget(after).total < budget(before).total
        assert "as was decided" in budget(after).reason
        decision = state.debate.question_of(number)
        assert decision is not None
        assert after.debate.questions[decision.number].decision in budget(after).rests
        if way == "fewer_setups":
            assert given_up(after) == set(option.shots)
            assert {after.shots.shots[slate].status for slate in option.shots} == {"omitted"}
            assert _setups(after) == _setups(before) - len(option.shots)
        else:
            assert option.sets[1] not in {day.set for day in schedule(after).days}


def _setups(state: State) -> int:
    return sum(day.setups for day in schedule(state).days)


def option_of(state: State, number: int) -> TradeOffOption:
    """What a proposal would do."""
    question = state.debate.question_of(number)
    proposal = question.proposal(number) if question else None
    assert proposal is not None and isinstance(proposal.option, TradeOffOption)
    return proposal.option


def test_shots_given_up_stay_away(tmp_path: Path) -> None:
    """What is entered again after the trade-off plans none of them anew, and every line keeps a shot."""
    with opened(tmp_path / "studio", script=feature(14)) as ledger:
        before = work(ledger)
        desk.order(ledger, "pilot", Allot(amount=budget(before).total - 500))
        _, number = put_on_the_table(ledger, work(ledger), "fewer_setups")
        desk.answer(ledger, Address("pilot", number), "choose")
        after = work(ledger)
    gone = [before.shots.shots[slate] for slate in given_up(after)]
    assert gone and all(shot.question is None for shot in gone)
    new = [shot for slate, shot in after.shots.shots.items() if slate not in before.shots.shots]
    planned = {(shot.planned.scene, shot.planned.beat, shot.spec) for shot in gone}
    assert not planned & {(shot.planned.scene, shot.planned.beat, shot.spec) for shot in new}
    for scene in after.script.present():
        shots = after.shots.scene(scene.written.scene)
        covered = {line for shot in shots for line in range(shot.first, shot.last + 1)}
        assert {line for beat in scene.beats for line in range(beat.first, beat.last + 1)} <= covered


def test_cues_can_be_left_out(ferry: Ledger) -> None:
    """Background cues are offered, the shortest first, with what they save; a main title is not."""
    state = work(ferry)
    usages: tuple[CueUsage, ...] = ("MT", "BI", "BI", "BI")
    for place, usage in enumerate(usages):
        cue = CueWritten(
            reason="the turn",
            cue=f"9m{place}",
            title="Pier",
            scene="1",
            first=1,
            last=2,
            usage=usage,
            mood="cold",
            tempo=60,
            music_key="D minor",
            whose=None,
            way="plain",
            variation="first heard",
            instruments=("cello",),
            seconds=60.0 + 30 * place,
        )
        state = evolve(state, cue, "composer")
    state = evolve(state, MoneyAllotted(amount=budget(state).total - 1500), ORCHESTRATOR)
    view = trade_view(state)
    assert view is not None
    (option,) = [way.option for way in view.ways if way.option.way == "fewer_cues"]
    assert option.cues and "9m0" not in option.cues and option.saves > 0


def test_more_days_are_granted(ferry: Ledger) -> None:
    """A plan of more days than allotted asks; longer shooting is granted by decision, and holds."""
    desk.order(ferry, "pilot", Allot(days=1))
    state, number = put_on_the_table(ferry, work(ferry), "more_days")
    desk.answer(ferry, Address("pilot", number), "choose")
    after = work(ferry)
    assert after.office.days == len(schedule(after).days) == len(schedule(state).days)
    assert any(isinstance(r.fact, ResourceGranted) for r in ferry.records("pilot"))
    assert waiting(after) == []


def test_a_limit_set_after_the_plan_is_checked(ferry: Ledger) -> None:
    """When the film is planned, an allotment leads the producer to look again; one that suits drops the question."""
    state = work(ferry)
    assert waiting(state) == []
    desk.order(ferry, "pilot", Allot(amount=Decimal(20000)))
    asked = waiting(work(ferry))
    assert len(asked) == 1
    desk.order(ferry, "pilot", Allot(amount=Decimal(90000)))
    state = work(ferry)
    assert waiting(state) == []
    assert state.debate.questions[asked[0].question].status == "dropped"
    assert "less than the 90000 allotted" in budget(state).reason


def test_everything_turned_down_is_left_to_the_orchestrator(ferry: Ledger) -> None:
    """Each way is offered once; where all were rejected the producer says that there is nothing else."""
    desk.order(ferry, "pilot", Allot(amount=Decimal(20000)))
    state = work(ferry)
    seen = set[str]()
    for _ in range(8):
        (asked,) = waiting(state)
        if asked.exhausted:
            break
        assert asked.recommended is not None
        said = next(what for number, _, what, _ in asked.proposals if number == asked.recommended)
        assert said not in seen
        seen.add(said)
        desk.answer(ferry, Address("pilot", asked.recommended), "reject", "no")
        state = work(ferry)
    assert waiting(state)[0].exhausted and len(seen) >= 2
    assert any(
        "nothing else to offer" in r.fact.reason
        for r in ferry.records("pilot")
        if isinstance(r.fact, ReactionPassed)
    )


def test_why_leads_from_the_budget_to_the_allotment(ferry: Ledger) -> None:
    """A budget rests on the limits that it is held against."""
    allotted = desk.order(ferry, "pilot", Allot(amount=Decimal(20000), days=9))
    state = work(ferry)
    standing = state.works.standing(BudgetEstimated)
    assert standing is not None
    assert {one.number for one in allotted} <= set(standing.fact.rests)
    causes = ferry.record(Address("pilot", standing.number)).caused_by
    assert {one.number for one in allotted} <= set(causes)


def test_hours_are_the_orchestrators(tmp_path: Path) -> None:
    """A constraint on the length of days makes more days of the same film."""
    days = {}
    for name, limit in (("long", "We shoot 12 hour days."), ("short", "No more than 6 hours a day.")):
        with opened(tmp_path / name, script=FERRY.read_text("utf-8")) as ledger:
            desk.impose(ledger, "pilot", "constraint", limit)
            days[name] = schedule(work(ledger)).days
    assert len(days["short"]) > len(days["long"])
    assert all(day.hours <= 6.05 for day in days["short"])


def test_without_a_limit_no_reason_speaks_of_one(ferry: Ledger) -> None:
    """Unknown limits are not invented."""
    state = work(ferry)
    assert "allotted" not in budget(state).reason + schedule(state).reason
    assert state.works.of(CueWritten) or all("cue" not in line.unit for line in budget(state).lines)


scripts = st.lists(
    st.tuples(
        st.sampled_from(
            ["INT. KITCHEN - DAY", "EXT. PIER - NIGHT", "ИНТ. КУХНЯ - НОЧЬ", "内景 咖啡馆 日", "INT. CAR"]
        ),
        st.lists(
            st.sampled_from(
                [
                    "A dog runs.",
                    "MAYA\nYou came back.",
                    "Rain. A gunshot.",
                    "Дождь.",
                    "一只狗。",
                    "x" * 1800,
                    "JON\nNo.",
                ]
            ),
            max_size=5,
        ),
    ),
    min_size=1,
    max_size=5,
)


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(scripts)
def test_any_script_gets_a_plan(
    tmp_path_factory: pytest.TempPathFactory, scenes: list[tuple[str, list[str]]]
) -> None:
    """No crash and no refusal; every scheduled scene is there, on days that follow one another."""
    text = "\n\n".join("\n\n".join([slug, *lines]) for slug, lines in scenes) + "\n"
    with opened(tmp_path_factory.mktemp("any") / "studio", script=text) as ledger:
        state = work(ledger)
        refused = [r.fact for r in ledger.records("pilot") if isinstance(r.fact, CommandRefused)]
        assert [fact for fact in refused if fact.command == "Deliver"] == []
        made = state.works.get(ScheduleMade)
        if made is None:
            return
        assert [day.day for day in made.days] == list(range(1, len(made.days) + 1))
        scheduled = {scene for day in made.days for scene in day.scenes}
        assert scheduled <= set(state.script.order)
        assert budget(state).total > 0
