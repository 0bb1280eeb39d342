"""Episodes have their place in a series, are taken in, and take over what their series says."""

from typing import Any

import pytest

from cineledger.agents.policy import ORDERS, POLICY
from cineledger.agents.serial.policy import EPISODE_POLICY, SERIES_CREW, SERIES_ORDERS, SERIES_POLICY
from cineledger.domain.command import Command
from cineledger.domain.debate.approvals import Approve
from cineledger.domain.debate.commands import Offer, OpenQuestion, Reason
from cineledger.domain.debate.events import QuestionReopened
from cineledger.domain.debate.options import ChoiceOption
from cineledger.domain.decide import decide
from cineledger.domain.event import Event
from cineledger.domain.production.commands import OpenProduction
from cineledger.domain.production.events import (
    BroadcastSent,
    ConstraintImposed,
    ProductionOpened,
    ProductionWrapped,
    RoleJoined,
    StandingOrderGiven,
    VisionStated,
)
from cineledger.domain.production.policy import GiveOrder, SetPolicy
from cineledger.domain.script.commands import ImportScript
from cineledger.domain.series.carried import CarriedArc, CarriedOrder, CarriedWords, SeriesTheme
from cineledger.domain.series.commands import PlaceEpisode, TakeBible, TakeEpisode
from cineledger.domain.series.events import (
    EpisodePlaced,
    EpisodeTaken,
    SeriesBibleTaken,
    SeriesJoined,
    SeriesWordsTaken,
)
from cineledger.domain.state import State, evolve
from cineledger.domain.words import CONTINUITY, ORCHESTRATOR
from tests.support.film import CREW, SCRIPT
from tests.support.scenario import given

ARC = CarriedArc(
    character="NORA",
    episode="S1E1",
    shape="fall",
    wants="",
    begins="happy",
    ends="uneasy",
    begun=0.6,
    ended=-0.3,
    source="measure@90",
)
FIRST: dict[str, Any] = {"production": "measure", "season": 1, "number": 1, "title": "The Short Measure"}
PLACED = EpisodePlaced(**FIRST)
WORDS = SeriesWordsTaken(
    series="weigh",
    at=12,
    vision=CarriedWords(text="faces before places", source="weigh@1"),
    constraints=(CarriedWords(text="no crane", source="weigh@11"),),
    broadcasts=(CarriedWords(text="a short week", source="weigh@12"),),
    orders=(
        CarriedOrder(subject="visual_approach", text="take it", unless_objected=False, source="weigh@10"),
    ),
    joined=1,
)
BIBLE = SeriesBibleTaken(series="weigh", at=12, joined=1)
THEME = SeriesTheme(theme="truth and lies", decided=True, episodes=("S1E1",), source="weigh@30")
JOINED = SeriesJoined(series="weigh", season=1, number=1, placed=13)


def series() -> list[Event]:
    """The events of `series open`."""
    begin = OpenProduction(
        title="The Weigh House",
        vision="",
        idea=None,
        policy=SERIES_POLICY,
        orders=SERIES_ORDERS,
        crew=SERIES_CREW,
        beside="series",
    )
    return decide(State(), begin, ORCHESTRATOR)


def episode(vision: str = "") -> list[Event]:
    """The events of `open --series`."""
    begin = OpenProduction(
        title="The Short Measure",
        vision=vision,
        idea=None,
        policy=POLICY,
        orders=ORDERS,
        crew=CREW,
        joins=JOINED,
        bible=BIBLE,
        words=WORDS,
    )
    return decide(State(), begin, ORCHESTRATOR)


def taking(**changes: Any) -> TakeEpisode:
    """What is taken in of the first episode."""
    return TakeEpisode(**{**FIRST, "at": 90, "arcs": (ARC,), **changes})


def test_a_series_is_a_production_of_its_own_form() -> None:
    """It has its own crew and subjects, and no script."""
    events = series()
    assert events[0] == ProductionOpened(title="The Weigh House", form="series")
    script = ImportScript(text=SCRIPT, source="a.fountain", encoding="utf-8")
    given(*events).when(script).refused(because="a series has no script of its own")


def test_an_episode_takes_a_place_that_is_free() -> None:
    """A place, and a production, are given once; seasons and episodes count from 1."""
    given(*series()).when(PlaceEpisode(**FIRST)).then(PLACED)
    again = given(*series(), PLACED)
    again.when(PlaceEpisode(**{**FIRST, "production": "other"})).refused(because="S1E1 is measure")
    again.when(PlaceEpisode(**{**FIRST, "number": 2})).refused(because="measure is S1E1 already")
    again.when(PlaceEpisode(**{**FIRST, "production": "other", "number": 0})).refused(
        because="counted from 1"
    )
    again.when(PlaceEpisode(**{**FIRST, "production": "other", "season": 2})).then_kinds(EpisodePlaced)


@pytest.mark.parametrize(
    "command",
    [PlaceEpisode(**FIRST), taking(), TakeBible(words=WORDS, bible=BIBLE)],
    ids=lambda command: type(command).__name__,
)
def test_only_the_orchestrator_moves_episodes(command: Command) -> None:
    """No role, the showrunner neither, places an episode, takes one in, or brings one up to its series."""
    given(*series(), PLACED).when(command, by="showrunner").refused(because="showrunner may not")


def test_what_is_no_series_has_no_episodes() -> None:
    """A film takes none, and an episode has none of its own."""
    given(*episode()).when(PlaceEpisode(**FIRST)).refused(because="this is no series")
    given(*episode()).when(taking()).refused(because="this is no series")


def test_a_wrapped_series_takes_no_episode() -> None:
    """Neither a new one nor what one established."""
    wrapped = given(*series(), PLACED, ProductionWrapped())
    wrapped.when(PlaceEpisode(**{**FIRST, "number": 2, "production": "b"})).refused(because="is wrapped")
    wrapped.when(taking()).refused(because="is wrapped")


def test_an_episode_is_taken_in() -> None:
    """Who plays its main characters joins the series; what is not new is refused; another cut takes its place."""
    opened = [*series(), PLACED]
    number = len(opened) - 1
    taken = EpisodeTaken(**FIRST, at=90, arcs=(ARC,), placed=number)
    given(*opened).when(taking()).then(taken, RoleJoined(role="cast:NORA"))
    after = given(*opened, taken, RoleJoined(role="cast:NORA"))
    after.when(taking(at=95)).refused(because="measure established nothing since measure@90")
    cut = EpisodeTaken(**{**FIRST, "production": "measure-b"}, at=95, arcs=(ARC,), placed=number)
    after.when(taking(production="measure-b", at=95)).then(cut)
    assert given(*opened, taken, cut).state.series.slots["S1E1"].cut == "measure-b"
    given(*series()).when(taking()).refused(because="there is no S1E1")


def test_an_episode_opens_with_what_its_series_says() -> None:
    """What the orchestrator said for the series is said in the episode; its own vision and the series' orders win."""
    events = episode()
    assert events[1:6] == [
        JOINED,
        BIBLE,
        WORDS,
        VisionStated(text="faces before places"),
        ConstraintImposed(text="no crane"),
    ]
    orders = [e for e in events if isinstance(e, StandingOrderGiven) and e.subject == "visual_approach"]
    assert [(order.text, order.default) for order in orders] == [("take it", False)]
    assert not any(isinstance(event, BroadcastSent) for event in events)
    visions = [event for event in episode("far off") if isinstance(event, VisionStated)]
    assert visions == [VisionStated(text="far off")]


def test_an_episode_is_brought_up_to_its_series() -> None:
    """Only what is new is said again; nothing new, another series, or no episode at all is refused."""
    opened = given(*episode())
    later = WORDS.model_copy(
        update={
            "at": 20,
            "constraints": (*WORDS.constraints, CarriedWords(text="no rain", source="weigh@20")),
        }
    )
    opened.when(TakeBible(words=later, bible=BIBLE.model_copy(update={"at": 20}))).then(
        later, ConstraintImposed(text="no rain")
    )
    story = BIBLE.model_copy(update={"at": 20, "arcs": (ARC,)})
    opened.when(TakeBible(words=WORDS, bible=story)).then(story)
    opened.when(TakeBible(words=WORDS, bible=BIBLE)).refused(because="says nothing new for this episode")
    other = BIBLE.model_copy(update={"series": "other"})
    opened.when(TakeBible(words=WORDS, bible=other)).refused(because="an episode of weigh")
    given(*series()).when(TakeBible(words=WORDS, bible=BIBLE)).refused(because="no episode of a series")


def test_subjects_of_a_series_are_its_own() -> None:
    """Policy and orders on them are set in a series, and are unknown to a film."""
    policy = SetPolicy(subject="series_theme", tier="collaborative")
    order = GiveOrder(subject="season_arc", text="take it")
    for command in (policy, order):
        assert decide(given(*series()).state, command, ORCHESTRATOR)
        given(*episode()).when(command).refused(because="nobody asks about")
    elsewhere = GiveOrder(subject="beat_coverage", text="for the episodes")
    assert decide(given(*series()).state, elsewhere, ORCHESTRATOR)


def test_what_was_decided_about_a_gap_ends_when_the_gap_is_another() -> None:
    """A decision on continuity is for where earlier episodes left her: left otherwise, it is asked again."""
    policy = [policy for policy in EPISODE_POLICY if policy.subject == CONTINUITY]
    story = BIBLE.model_copy(update={"arcs": (ARC,)})
    state = given(*episode(), *policy, RoleJoined(role="showrunner"), story).state
    option = ChoiceOption(choice="bridge it", statement="A line says what came between.")
    why = Reason(criterion="continuity", reason="a step as wide as that needs a line")
    question = OpenQuestion(
        subject=CONTINUITY,
        text="What do we do?",
        scene=None,
        beat=None,
        offer=Offer(option=option, why=why),
        characters=("NORA",),
    )
    for event in decide(state, question, "showrunner"):
        state = evolve(state, event, "showrunner")
    (asked,) = state.debate.questions
    for event in decide(state, Approve(question=asked, proposal=asked + 1), ORCHESTRATOR):
        state = evolve(state, event, ORCHESTRATOR)
    same = story.model_copy(update={"at": 20, "themes": (THEME,)})
    assert not _ended(decide(state, TakeBible(words=WORDS, bible=same), ORCHESTRATOR))
    otherwise = story.model_copy(update={"arcs": (ARC.model_copy(update={"ended": 0.9}),)})
    assert _ended(decide(state, TakeBible(words=WORDS, bible=otherwise), ORCHESTRATOR)) == [asked]


def _ended(events: list[Event]) -> list[int]:
    """The questions that are open again."""
    return [event.question for event in events if isinstance(event, QuestionReopened)]
