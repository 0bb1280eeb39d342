"""However its events arrive, a ledger has one set of tables."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cineledger.domain.cast.events import EmotionalStateChanged
from cineledger.domain.debate.events import (
    ApprovalRequested,
    ProposalApproved,
    ProposalMade,
    ProposalRejected,
    QuestionOpened,
    QuestionReopened,
)
from cineledger.domain.debate.options import ShotOption
from cineledger.domain.event import Event
from cineledger.domain.production.events import BroadcastSent, VisionStated
from cineledger.domain.refusal import Refused
from cineledger.domain.script.events import SceneBrokenDown
from cineledger.domain.shots.events import ShotRevised
from cineledger.domain.talk.events import MessageSent
from tests.projections.worlds import SPEC, World, beat, everything, scene, shot

FACTS: list[Callable[[int], Event]] = [
    lambda n: BroadcastSent(text=str(n)),
    lambda n: scene(str(n % 3), str(n), *map(str, range(n % 3))),
    lambda n: SceneBrokenDown(scene=str(n % 3), beats=tuple(beat(b + 1) for b in range(n % 4)), debated=(1,)),
    lambda n: shot(f"{n % 3}A", question=n % 5 or None),
    lambda n: ShotRevised(
        shot=f"{n % 3}A", spec=SPEC.model_copy(update={"lens_mm": 20 + n}), notes="", question=n % 2
    ),
    lambda n: EmotionalStateChanged(
        character="MAYA",
        scene=str(n % 3),
        feeling="f",
        valence=None,
        arousal=0.1,
        line=None,
        quote="",
        reason=str(n),
    ),
    lambda n: QuestionOpened(
        subject="s",
        text="t",
        scene=None,
        beat=None,
        tier="collaborative",
        rounds=1,
        lead="director",
        concerned=(),
    ),
    lambda n: ProposalMade(question=n % 7, option=ShotOption(spec=SPEC), criterion="c", reason="r"),
    lambda n: ApprovalRequested(question=n % 7, proposal=n % 9, summary=""),
    lambda n: ProposalApproved(question=n % 7, proposal=n % 9, authority="orchestrator"),
    lambda n: ProposalRejected(question=n % 7, proposal=n % 9, note=""),
    lambda n: QuestionReopened(question=n % 7, reason=""),
]

say = st.tuples(st.just("say"), st.integers(0, 9), st.integers(0, len(FACTS) - 1), st.integers(0, 40))
fork = st.tuples(st.just("fork"), st.integers(0, 9), st.integers(0, 100), st.just(0))
look = st.tuples(st.just("look"), st.integers(1, 4), st.just(0), st.just(0))
begin = st.tuples(st.just("begin"), st.just(0), st.just(0), st.just(0))
story = st.lists(st.one_of(say, say, say, say, fork, look, begin), min_size=3, max_size=30)


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(story=story, cut=st.floats(0, 1))
def test_catching_up_in_any_batches_is_rebuilding(story: list[tuple[str, int, int, int]], cut: float) -> None:
    """Caught up in random batches while it grew, cut at a moment, or built at once: the tables are the same."""
    with TemporaryDirectory() as folder:
        world = World(Path(folder))
        names = ["p0"]
        world.open("p0")
        with world.projector() as slow, world.projector() as once, world.projector() as short:
            for what, first, second, third in story:
                name = names[first % len(names)]
                match what:
                    case "say":
                        world.say("director", FACTS[second](third), name=name)
                    case "fork":
                        number = second * world.ledger.head(name).number // 100
                        world.fork(f"{name}@{number}", f"p{len(names)}")
                        names.append(f"p{len(names)}")
                    case "begin":
                        world.open(f"p{len(names)}")
                        names.append(f"p{len(names)}")
                    case _:
                        slow.catch_up(batch=first)
            slow.catch_up(batch=2)
            total = once.catch_up()
            rebuilt = everything(once)
            assert everything(slow) == rebuilt
            moment = max(1, round(cut * total))
            short.catch_up(upto=moment)
            once.connection.execute(f"SET VARIABLE moment = {moment}")
            assert everything(once) == everything(short)
        world.ledger.store.close()


def test_nothing_new_changes_nothing(world: World) -> None:
    """Catching up twice takes in nothing the second time."""
    world.open("pilot", VisionStated(text="v"))
    with world.projector() as projector:
        assert (projector.catch_up(), projector.position) == (2, 2)
        before = everything(projector)
        assert (projector.catch_up(), projector.position) == (0, 2)
        assert everything(projector) == before


def test_a_batch_that_fails_leaves_no_trace(world: World) -> None:
    """Rows and position are one transaction: what can't be read is taken in not at all, and can be tried again."""
    world.open("pilot", VisionStated(text="v"))
    world.say("director", MessageSent(to="editor", text="hi"))
    store = sqlite3.connect(world.folder / "ledger.sqlite")
    (good,) = store.execute("SELECT state FROM stored_events WHERE position = 3").fetchone()
    store.execute("UPDATE stored_events SET state = ? WHERE position = 3", (b"{not json",))
    store.commit()
    with world.projector() as projector:
        with pytest.raises(Refused) as refusal:
            projector.catch_up()
        assert "can't be read" in refusal.value.reason
        assert projector.position == 0
        assert not any(everything(projector).values())
        store.execute("UPDATE stored_events SET state = ? WHERE position = 3", (good,))
        store.commit()
        assert projector.catch_up() == 3
    store.close()


def test_events_of_a_newer_program_are_refused(world: World) -> None:
    """A table is never made from events that this version does not know."""
    world.open()
    store = sqlite3.connect(world.folder / "ledger.sqlite")
    store.execute(
        "UPDATE stored_events SET state = CAST(replace(CAST(state AS TEXT), '\"version\":1', '\"version\":2') AS BLOB)"
    )
    store.commit()
    store.close()
    with world.projector() as projector, pytest.raises(Refused) as refusal:
        projector.catch_up()
    assert "ProductionOpened of version 2" in refusal.value.reason


def test_older_facts_are_brought_up_to_date(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tables are made from facts after their upcasts, as the domain reads them."""
    world.open("pilot", VisionStated(text="v"))
    monkeypatch.setattr(VisionStated, "VERSION", 2)
    monkeypatch.setattr(
        "cineledger.domain.ledger.document.UPCASTS",
        {("VisionStated", 1): lambda fact: {"text": fact["text"] + ", and close"}},
    )
    assert world.rows("SELECT vision FROM productions") == [{"vision": "v, and close"}]


def test_a_chain_of_forks_stays_flat(world: World) -> None:
    """A fork of a fork of a fork … sees all its ancestors' events, whether caught up by one or at once."""
    world.open("p0")
    with world.projector() as slow, world.projector() as once:
        for depth in range(1, 40):
            world.say("orchestrator", BroadcastSent(text=str(depth)), name=f"p{depth - 1}")
            world.fork(f"p{depth - 1}@{depth}", f"p{depth}")
            if depth % 7 == 0:
                slow.catch_up(batch=3)
        slow.catch_up()
        once.catch_up()
        assert everything(slow) == everything(once)
        rows = once.connection.execute("SELECT text FROM broadcasts_at('p39') ORDER BY number").fetchall()
        assert [text for (text,) in rows] == [str(n) for n in range(1, 40)]
