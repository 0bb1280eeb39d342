"""Forks against a straightforward model: a production into which the shared past was copied."""

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cineledger.agents import desk
from cineledger.domain.address import Address
from cineledger.domain.debate.events import AlternativeOffered, ProposalApproved, ProposalMade
from cineledger.domain.ledger import Draft, Head, Ledger
from cineledger.domain.record import Record
from cineledger.domain.refusal import Refused
from tests.support.studio import facts, opened, work


def copied(folder: Path, past: list[Record]) -> Ledger:
    """A studio whose production `copy` was given a past by copying it, event by event."""
    ledger = Ledger(folder, create=True)
    ledger.open("copy", [past[0].fact], "OpenProduction")
    copy_on(ledger, past[1:])
    return ledger


def copy_on(ledger: Ledger, more: list[Record]) -> None:
    """Gives `copy` what follows of its past, event by event."""
    head = ledger.head("copy")
    for record in more:
        draft = Draft(record.fact, record.caused_by)
        (added,) = ledger.append(
            "copy",
            head,
            [draft],
            actor=record.actor,
            command=record.command,
            reaction=record.reaction,
        )
        head = Head(added.number, added.seal)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Record]]:
    """A studio with a finished production, and its history."""
    folder = tmp_path_factory.mktemp("whole")
    with opened(folder) as ledger:
        work(ledger)
        return folder, list(ledger.records("pilot"))


EVERY = 15
"""Of the events like earlier ones, each fifteenth is forked at."""


def cuts(past: list[Record]) -> list[int]:
    """The first event of each kind, the last of all, and every so many between them, inside batches too."""
    first = {type(record.fact): record.number for record in reversed(past)}
    return sorted({*first.values(), *range(0, len(past), EVERY), past[-1].number})


def test_forks_at_events_of_every_kind_run_on(whole: tuple[Path, list[Record]], tmp_path: Path) -> None:
    """A fork at any event, inside a batch too, goes on as a copy of its past would."""
    folder, past = whole
    assert any(past[number].batch[1] != number for number in cuts(past))
    growing = tmp_path / "past"
    copied(growing, past[:1]).store.close()
    held = 1
    with Ledger(folder) as ledger:
        for number in cuts(past):
            name = f"fork-{number}"
            desk.fork(ledger, Address("pilot", number), name, None)
            shared = facts(ledger, name)
            assert shared == [(type(r.fact).__name__, r.actor, r.fact_hash) for r in past[: number + 1]]
            work(ledger, name)
            with Ledger(growing) as model:
                copy_on(model, past[held : number + 1])
            held = number + 1
            shutil.copytree(growing, tmp_path / str(number))
            with Ledger(tmp_path / str(number)) as model:
                work(model, "copy")
                assert facts(ledger, name) == facts(model, "copy"), f"forked at {number}"


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_forks_of_forks_run_on(
    whole: tuple[Path, list[Record]], tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """A fork of a fork of a fork, each run on before the next, goes on as a copy would."""
    _, past = whole
    folder = tmp_path_factory.mktemp("deep")
    with opened(folder) as ledger, copied(tmp_path_factory.mktemp("model"), past[:1]):
        work(ledger)
        parent = "pilot"
        for depth in range(data.draw(st.integers(2, 4), label="depth")):
            head = ledger.head(parent).number
            at = data.draw(st.integers(1, head), label=f"at {depth}")
            name = f"level-{depth}"
            desk.fork(ledger, Address(parent, at), name, None)
            words = data.draw(st.sampled_from(["", "Handheld and restless.", "No close-ups."]))
            if words:
                desk.impose(ledger, name, "broadcast", words)
            shared = list(ledger.records(name))
            work(ledger, name)
            model_folder = tmp_path_factory.mktemp("model")
            with copied(model_folder, shared) as model:
                work(model, "copy")
                assert facts(ledger, name) == facts(model, "copy")
            parent = name
        assert facts(ledger, "pilot") == [(type(r.fact).__name__, r.actor, r.fact_hash) for r in past]


def test_forks_cut_anywhere_come_to_the_end(whole: tuple[Path, list[Record]]) -> None:
    """No cut leaves a production stuck: every fork reaches the last phase with nothing undecided."""
    folder, past = whole
    begun = next(r.number for r in past if type(r.fact).__name__ == "PhaseEntered")
    with Ledger(folder) as ledger:
        for number in range(begun + 1, len(past), EVERY):
            name = f"end-{number}"
            desk.fork(ledger, Address("pilot", number), name, None)
            state = work(ledger, name)
            assert state.production.phase == "refinement", f"forked at {number}"
            assert not state.debate.undecided, f"forked at {number}"


def test_instead(whole: tuple[Path, list[Record]]) -> None:
    """`fork DECISION NAME --instead RIVAL` shares all before the decision and approves the rival."""
    folder, past = whole
    rivals = {r.number: r.fact for r in past if isinstance(r.fact, ProposalMade | AlternativeOffered)}
    decision, rival = next(
        (r, number)
        for r in past
        if isinstance(r.fact, ProposalApproved)
        for number, fact in rivals.items()
        if fact.question == r.fact.question and number != r.fact.proposal
    )
    assert isinstance(decision.fact, ProposalApproved)
    with Ledger(folder) as ledger:
        records = desk.fork(ledger, decision.address, "instead", Address("pilot", rival))
        assert records[0].number == decision.number and records[0].actor == "orchestrator"
        approved = records[0].fact
        assert isinstance(approved, ProposalApproved)
        assert (approved.proposal, approved.authority) == (rival, "orchestrator")
        state = work(ledger, "instead")
        assert state.debate.questions[approved.question].approved == rival
        assert state.production.phase == "refinement"


@pytest.mark.parametrize("wrong", ["not a decision", "not a proposal", "the one approved", "past the end"])
def test_instead_names_a_proposal_passed_over(whole: tuple[Path, list[Record]], wrong: str) -> None:
    """Anything else is refused, and no production is left behind."""
    folder, past = whole
    decision = next(r for r in past if isinstance(r.fact, ProposalApproved))
    assert isinstance(decision.fact, ProposalApproved)
    at, instead = {
        "not a decision": (Address("pilot", 3), decision.fact.proposal),
        "not a proposal": (decision.address, 2),
        "the one approved": (decision.address, decision.fact.proposal),
        "past the end": (Address("pilot", len(past)), decision.fact.proposal),
    }[wrong]
    with Ledger(folder) as ledger:
        with pytest.raises(Refused):
            desk.fork(ledger, at, "wrong", Address("pilot", instead))
        assert not ledger.exists("wrong")
