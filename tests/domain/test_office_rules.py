"""What may be allotted and granted, and what the producer's work may speak of."""

from decimal import Decimal

from cineledger.domain.command import Command
from cineledger.domain.debate.commands import Offer, OpenQuestion, Reason
from cineledger.domain.debate.events import ProposalApproved, QuestionDropped
from cineledger.domain.debate.options import TradeOffOption
from cineledger.domain.decide import decide
from cineledger.domain.event import Event
from cineledger.domain.office.commands import Allot, GrantMore
from cineledger.domain.office.events import (
    DaysAllotted,
    Item,
    MoneyAllotted,
    ResourceGranted,
    SceneListed,
    ScheduleMade,
    ShootingDay,
)
from cineledger.domain.production.events import RoleJoined
from cineledger.domain.shots.commands import CoverScene, OmitShot, PlanShot
from cineledger.domain.shots.events import ShotOmitted
from cineledger.domain.words import RESOURCES
from cineledger.domain.work.commands import Deliver
from tests.support.film import CLOSE, WHY, WIDE, broken_down
from tests.support.scenario import By, given, state_after

FILM: list[Event | By] = [*broken_down(), RoleJoined(role="producer")]
MORE = TradeOffOption(way="spend_more", statement="spend 2000 more", amount=Decimal(14000))
PLAN = PlanShot(scene="1", beat=1, spec=WIDE, first=0, last=5, cast=("MAYA",), notes="master")
COVERED = CoverScene(
    scene="1", seen=0, shots=(PLAN, PLAN.model_copy(update={"spec": CLOSE, "notes": "single"}))
)


def did(film: list[Event | By], command: Command, by: str) -> list[Event | By]:
    """A history with what a command adds to it."""
    return [*film, *(By(by, event) for event in decide(state_after(*film), command, by))]


def asked(option: TradeOffOption) -> OpenQuestion:
    """What gives?"""
    why = Reason(criterion="value", reason=WHY.reason)
    return OpenQuestion(
        subject=RESOURCES, text="What gives?", scene=None, beat=None, offer=Offer(option=option, why=why)
    )


def approved(
    film: list[Event | By], option: TradeOffOption, authority: str = "orchestrator"
) -> tuple[list[Event | By], int]:
    """A history in which a trade-off was decided, and its question."""
    film = did(film, asked(option), "producer")
    (question,) = state_after(*film).debate.questions.values()
    event = ProposalApproved.model_validate(
        {"question": question.number, "proposal": question.proposals[0].number, "authority": authority}
    )
    return [*film, event], question.number


def test_the_orchestrator_allots() -> None:
    """Money, days, or both; each is an event of its own."""
    given(*FILM).when(Allot(amount=Decimal("12000.50"), days=6)).then(
        MoneyAllotted(amount=Decimal("12000.50")), DaysAllotted(days=6)
    )
    given(*FILM).when(Allot(days=6)).then(DaysAllotted(days=6))


def test_nobody_else_allots() -> None:
    """The producer keeps to the limits; she does not set them."""
    given(*FILM).when(Allot(days=6), by="producer").refused("producer may not allot")


def test_limits_are_of_this_world() -> None:
    """More than nothing, one day at least, and other than they were."""
    given(*FILM).when(Allot(amount=Decimal(0))).refused("for nothing")
    given(*FILM).when(Allot(days=0)).refused("in no day")
    given(*FILM, DaysAllotted(days=6)).when(Allot(days=6)).refused("allotted already")


def test_other_limits_drop_what_was_asked_about_the_old_ones() -> None:
    """A question about money that is not decided yet is moot once other limits are set."""
    film = did(FILM, asked(MORE), "producer")
    (number,) = state_after(*film).debate.questions
    given(*film).when(Allot(days=9)).then(
        QuestionDropped(question=number, reason="other limits are set"), DaysAllotted(days=9)
    )


def test_a_decision_grants_more() -> None:
    """The producer carries out what the orchestrator approved, once."""
    film, number = approved(FILM, MORE)
    granted = ResourceGranted(question=number, amount=Decimal(14000), days=None)
    given(*film).when(GrantMore(question=number), by="producer").then(granted)
    given(*film, By("producer", granted)).when(GrantMore(question=number), by="producer").refused(
        "granted already"
    )
    assert state_after(*film, By("producer", granted)).office.amount == Decimal(14000)


def test_the_crew_grants_itself_nothing() -> None:
    """What was decided by consensus grants no money, nor does another role carry it out."""
    film, number = approved(FILM, MORE, "consensus")
    given(*film).when(GrantMore(question=number), by="producer").refused("grant itself more")
    given(*film).when(GrantMore(question=number), by="director").refused("may not carry out")


def test_an_approved_trade_off_lets_its_shots_go() -> None:
    """A planned technical shot is omitted only where a trade-off names it, and its question was decided."""
    film = did(FILM, COVERED, "cinematographer")
    slates = sorted(state_after(*film).shots.shots)
    omit = OmitShot(shot=slates[1], reason="others cover it")
    given(*film).when(omit, by="cinematographer").refused("not reopened")
    option = TradeOffOption(way="fewer_setups", statement="one less", shots=(slates[1],))
    given(*did(film, asked(option), "producer")).when(omit, by="cinematographer").refused("not reopened")
    decided, _ = approved(film, option)
    given(*decided).when(omit, by="cinematographer").then(
        ShotOmitted(shot=slates[1], reason="others cover it")
    )
    given(*decided).when(omit.model_copy(update={"shot": slates[0]}), by="cinematographer").refused(
        "not reopened"
    )
    gone = [*decided, By("cinematographer", ShotOmitted(shot=slates[1], reason="others cover it"))]
    given(*gone).when(omit, by="cinematographer").refused("omitted, not reopened")


def test_a_breakdown_is_the_producers_and_cites_lines_that_are_there() -> None:
    """Nobody else hands one in; a line that the scene does not have is refused, as is another scene."""
    item = Item(category="PROPS", uci=104, name="kettle", count=1, line=1, quote="the kettle")
    sheet = SceneListed(reason="from its lines", scene="1", items=(item,))
    given(*FILM).when(Deliver(works=(sheet,)), by="producer").then(sheet)
    given(*FILM).when(Deliver(works=(sheet,)), by="director").refused("director may not hand in")
    far = sheet.model_copy(update={"items": (item.model_copy(update={"line": 99}),)})
    given(*FILM).when(Deliver(works=(far,)), by="producer").refused("has no line 99")
    given(*FILM).when(Deliver(works=(sheet.model_copy(update={"scene": "9"}),)), by="producer").refused(
        "no scene 9"
    )


def test_a_schedule_calls_people_and_scenes_that_are_there() -> None:
    """Every scene and everybody called has to exist."""
    day = ShootingDay(
        day=1,
        set="KITCHEN",
        location="KITCHEN",
        int_ext="INT",
        day_night="DAY",
        strip="white",
        scenes=("1",),
        eighths=4,
        cast=("MAYA",),
        setups=3,
        hours=2.5,
        why="the kitchen with MAYA",
    )
    made = ScheduleMade(reason="one day", days=(day,), idle=0, bound=0, method="exact")
    given(*FILM).when(Deliver(works=(made,)), by="producer").then(made)
    for wrong, because in (
        ({"scenes": ("7",)}, "no scene 7"),
        ({"cast": ("NOBODY",)}, "no character NOBODY"),
    ):
        other = made.model_copy(update={"days": (day.model_copy(update=wrong),)})
        given(*FILM).when(Deliver(works=(other,)), by="producer").refused(because)
