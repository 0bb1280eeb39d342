"""A very short film, as events: the roster, one scene with two people and two beats, one debated question."""

from cineledger.agents.policy import ORDERS, POLICY
from cineledger.domain.debate.commands import Offer, OpenQuestion, Reason
from cineledger.domain.debate.options import ShotOption
from cineledger.domain.decide import decide
from cineledger.domain.event import Event
from cineledger.domain.production.commands import OpenProduction
from cineledger.domain.script.commands import ImportScript
from cineledger.domain.script.events import Beat, SceneBrokenDown
from cineledger.domain.shots.events import ShotSpec
from cineledger.domain.state import State, evolve
from cineledger.domain.words import ORCHESTRATOR
from tests.support.scenario import By

SCRIPT = """Title: The Kettle

INT. KITCHEN - NIGHT

MAYA waits by the kettle. It does not boil.

MAYA
You came back.

TOM
I never left!

Tom walks to the door. Maya looks at the floor.

MAYA
(quietly)
That's worse.

EXT. YARD - DAY

The kettle lies in the snow.
"""

CREW = ("cinematographer", "writer", "director")

WIDE = ShotSpec(
    size="WS",
    type="MASTER",
    angle="EYE",
    movement="STATIC",
    support="STICKS",
    lens_mm=32,
    subject="MAYA and TOM",
    description="static wide of both, 32mm",
)
CLOSE = WIDE.model_copy(
    update={
        "size": "CU",
        "type": "SINGLE",
        "lens_mm": 85,
        "subject": "MAYA",
        "description": "close on MAYA, 85mm",
    }
)

BEATS = (
    Beat(
        beat=1,
        kind="exchange",
        first=0,
        last=5,
        people=("MAYA", "TOM"),
        emphasis=0.4,
        moves=False,
        turn="he says he never left",
    ),
    Beat(
        beat=2,
        kind="reveal",
        first=6,
        last=9,
        people=("MAYA",),
        emphasis=0.9,
        moves=True,
        turn="she finds that worse",
    ),
)

WHY = Reason(criterion="emphasis", reason="the line turns the scene")


def opening(script: str = SCRIPT, vision: str = "intimate, faces before places") -> list[Event]:
    """The events of `open` on a script."""
    begin = OpenProduction(
        title="The Kettle", vision=vision, idea=None, policy=POLICY, orders=ORDERS, crew=CREW
    )
    facts = decide(State(), begin, ORCHESTRATOR)
    state = State()
    for fact in facts:
        state = evolve(state, fact, ORCHESTRATOR)
    take = ImportScript(text=script, source="kettle.fountain", encoding="utf-8")
    return [*facts, *decide(state, take, ORCHESTRATOR)]


def broken_down() -> list[Event | By]:
    """The opening, and scene 1 read into two beats."""
    return [
        *opening(),
        By("director", SceneBrokenDown(scene="1", beats=BEATS, debated=(2,))),
    ]


def asked(spec: ShotSpec = CLOSE, subject: str = "beat_coverage") -> OpenQuestion:
    """How is beat 2 of scene 1 shot?"""
    return OpenQuestion(
        subject=subject,
        text="Which shot carries beat 2 of scene 1?",
        scene="1",
        beat=2,
        offer=Offer(option=ShotOption(spec=spec), why=WHY),
    )
