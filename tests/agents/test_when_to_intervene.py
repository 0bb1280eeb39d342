"""What needs the orchestrator's word, each case on its way to the inbox; and what the crew settles by itself."""

from decimal import Decimal
from pathlib import Path

import pytest

from cineledger.agents import desk
from cineledger.agents.debating import StandOnShot
from cineledger.agents.minds.mind import Asked
from cineledger.agents.stances import Opposed, Stand
from cineledger.domain.ledger import Ledger
from cineledger.domain.office.commands import Allot
from cineledger.domain.state import State
from cineledger.domain.value import Value
from cineledger.domain.words import APPROACH, ARC, COVERAGE, DESIGN, OUTLINE, PACING, RESOURCES, SCENE_MUSIC
from tests.agents.test_films import FILM
from tests.support.scripted import ScriptedMind
from tests.support.studio import opened, work

LEFT_TO_THE_CREW = (COVERAGE, DESIGN, PACING, SCENE_MUSIC)


def from_an_idea(folder: Path) -> Ledger:
    """A production that has no script yet."""
    ledger = Ledger(folder, create=True)
    desk.open_production(
        ledger,
        "pilot",
        title="",
        vision="",
        idea="A lighthouse keeper finds a drowned man's diary.",
        script=None,
    )
    return ledger


def to_the_end(ledger: Ledger) -> tuple[State, set[str]]:
    """Nobody approves but the orchestrator: how it ends, and what was put up on the way."""
    state, up = work(ledger, mode="none"), set[str]()
    while waiting := desk.inbox(state, "pilot"):
        up |= {entry.subject for entry in waiting}
        desk.answer(ledger, waiting[0].address, "approve")
        state = work(ledger, mode="none")
    return state, up


def test_a_major_story_beat_goes_up(tmp_path: Path) -> None:
    """In which scenes an idea is told is the orchestrator's to approve, and nothing is written before."""
    with from_an_idea(tmp_path / "studio") as ledger:
        state = work(ledger, mode="none")
        assert [entry.subject for entry in desk.inbox(state, "pilot")] == [OUTLINE]
        assert not state.script.order


def test_arcs_and_tone_go_up_and_the_rest_is_the_crew_s(tmp_path: Path) -> None:
    """What becomes of people and how the whole film looks are approved; shots, sets, cutting and cues are not asked."""
    with opened(tmp_path / "studio", script=FILM) as ledger:
        state, up = to_the_end(ledger)
        assert {ARC, APPROACH} <= up and not up & set(LEFT_TO_THE_CREW)
        settled = [q for q in state.debate.questions.values() if q.opened.subject in LEFT_TO_THE_CREW]
        assert settled and {q.authority for q in settled} <= {"consensus", "ruling", "autonomous"}
        assert state.production.phase == "refinement"


def test_resources_beyond_what_was_allotted_go_up(tmp_path: Path) -> None:
    """A plan that takes more than the orchestrator allotted is not carried out on the producer's word."""
    with opened(tmp_path / "studio", script=FILM) as ledger:
        desk.order(ledger, "pilot", Allot(amount=Decimal(100)))
        _, up = to_the_end(ledger)
        assert RESOURCES in up


@pytest.mark.parametrize("standing", [True, False])
def test_an_impasse_goes_up(tmp_path: Path, standing: bool) -> None:
    """Where a cast member blocks what the lead would rule, the orchestrator's word ends it: in person, or as left."""

    def block(asked: Asked) -> Value:
        ask = asked.ask
        assert isinstance(ask, StandOnShot)
        if not ask.role.startswith("cast:"):
            return Stand(supports=0, criterion="vision", reason="it serves")
        against = tuple(
            Opposed(place=place, criterion="truth", reason="I never would", blocking=True)
            for place in range(len(ask.tabled))
        )
        return Stand(supports=None, criterion="truth", reason="I never would", against=against)

    mind = ScriptedMind({"StandOnShot": block})
    with opened(tmp_path / "studio", script=FILM) as ledger:
        state = work(ledger, mind=mind, mode="standing", until=lambda s: s.production.phase == "execution")
        state = work(ledger, mind=mind, mode="standing" if standing else "none")
        blocked = [q for q in state.debate.questions.values() if q.impasse]
        assert blocked
        if standing:
            assert {q.authority for q in blocked} == {"standing_order"}
        else:
            assert {entry.subject for entry in desk.inbox(state, "pilot") if entry.impasse} == {COVERAGE}
