"""The rules of a production: its birth, the orchestrator's words, its phases."""

import pytest

from cineledger.domain.address import Address, parse_address, production_name
from cineledger.domain.production.commands import EnterPhase, Impose, OpenProduction
from cineledger.domain.production.events import (
    BroadcastSent,
    ConstraintImposed,
    PhaseEntered,
    ProductionOpened,
    VisionStated,
)
from cineledger.domain.refusal import Refused
from cineledger.domain.state import Reaction, State, evolve
from cineledger.domain.talk.commands import SendMessage
from cineledger.domain.talk.events import MessageSent
from tests.support.film import asked, broken_down, opening
from tests.support.scenario import given, state_after


def test_a_production_opens_once() -> None:
    """A production that is open can't be opened again."""
    again = OpenProduction(title="t", vision="", idea=None, policy=(), orders=(), crew=())
    given(*opening()).when(again).refused("the production is open already")


def test_only_the_orchestrator_opens_and_imposes() -> None:
    """No role sets vision, constraint or broadcast."""
    for kind in ("vision", "constraint", "broadcast"):
        given(*opening()).when(Impose(kind=kind, text="x"), by="director").refused(
            f"director may not set the {kind}"
        )


def test_words_are_kept_as_they_were_said() -> None:
    """Each kind of word is its own event; empty words are refused."""
    for kind, event in (
        ("vision", VisionStated),
        ("constraint", ConstraintImposed),
        ("broadcast", BroadcastSent),
    ):
        given(*opening()).when(Impose(kind=kind, text=" no handheld ")).then(event(text="no handheld"))
        given(*opening()).when(Impose(kind=kind, text="  ")).refused("is empty")


def test_phases_follow_one_another() -> None:
    """The director enters the next phase and no other."""
    planning = [*broken_down(), PhaseEntered(phase="planning")]
    given(*planning).when(EnterPhase(phase="execution"), by="director").then(PhaseEntered(phase="execution"))
    given(*planning).when(EnterPhase(phase="review"), by="director").refused(
        "review does not follow planning"
    )
    given(*planning).when(EnterPhase(phase="execution"), by="writer").refused("writer may not open a phase")


def test_no_phase_ends_with_open_questions() -> None:
    """The director can't leave a question behind; the orchestrator can."""
    from cineledger.domain.decide import decide

    history = [*broken_down(), PhaseEntered(phase="execution")]
    asked_facts = decide(state_after(*history), asked(), "director")
    given(*history, *asked_facts).when(EnterPhase(phase="review"), by="director").refused("are undecided")
    given(*history, *asked_facts).when(EnterPhase(phase="review")).then(PhaseEntered(phase="review"))


def test_messages_reach_people_on_the_roster() -> None:
    """One can't write to somebody who isn't there, nor about what hasn't happened."""
    given(*opening()).when(SendMessage(to="writer", text="hello"), by="director").then(
        MessageSent(to="writer", text="hello")
    )
    given(*opening()).when(SendMessage(to="gaffer", text="hello"), by="director").refused("not on the roster")
    given(*opening()).when(SendMessage(to="writer", text="x", about=999), by="director").refused(
        "there is no event 999"
    )


def test_the_cursor_is_a_fold_of_the_stream() -> None:
    """The latest reaction on the record is where the runner stands."""
    state = evolve(State(), ProductionOpened(title="t", form="script"), "orchestrator")
    assert state.cursor is None
    state = evolve(state, MessageSent(to="writer", text="x"), "director", Reaction(0, "director"))
    state = evolve(state, VisionStated(text="x"), "orchestrator")
    assert state.cursor == Reaction(0, "director")


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Pilot", "pilot"),
        ("  zoe\u0308 ", "zoë"),
        ("STRASSE", "strasse"),
        ("straße", "strasse"),
        ("ночь 2", "ночь 2"),
    ],
)
def test_names_are_compared_folded(typed: str, name: str) -> None:
    """NFC and case-folded: what looks the same is the same."""
    assert production_name(typed) == name


@pytest.mark.parametrize(
    "typed",
    ["", "   ", "a@b", "../etc", "a/b", "a\\b", "x" * 81, ".hidden", "-rf", "a\nb", "completion:1", "—"],
)
def test_names_that_are_no_names(typed: str) -> None:
    """No @, no path parts, no control characters, nothing empty or endless."""
    with pytest.raises(Refused):
        production_name(typed)


def test_addresses() -> None:
    """pilot@142 is an address in any case; nothing else is."""
    assert parse_address("PILOT@142") == Address("pilot", 142)
    for typed in ("pilot", "pilot@", "@4", "pilot@-1", "pilot@x", "pilot@٣", "pilot@" + "9" * 40):
        with pytest.raises(Refused):
            parse_address(typed)
