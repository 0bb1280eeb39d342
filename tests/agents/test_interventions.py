"""The orchestrator steps in: what the crew makes of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cineledger.agents import desk
from cineledger.agents.intervening import overrule, redirect
from cineledger.domain.address import Address
from cineledger.domain.debate.events import QuestionReopened
from cineledger.domain.debate.options import ChoiceOption
from cineledger.domain.ledger import Ledger
from cineledger.domain.notes.events import NoteAnswered, NoteGiven
from cineledger.domain.production.events import BroadcastSent
from cineledger.domain.production.intervening import Pause, Resume
from cineledger.domain.production.interventions import ProductionRedirected
from cineledger.domain.record import Record
from cineledger.domain.refusal import Refused
from cineledger.domain.staging.events import SceneLit
from cineledger.domain.state import State
from cineledger.domain.talk.events import CommandRefused
from cineledger.domain.words import APPROACH, DESIGN, ORCHESTRATOR, SCORE
from cineledger.domain.work.kinds import KINDS
from tests.support.studio import opened, work

WHY = "I have seen it so too often."


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """`pilot`, run to the end; only its forks are changed."""
    with opened(tmp_path_factory.mktemp("made") / "studio") as ledger:
        work(ledger)
        yield ledger


def forked(ledger: Ledger, name: str) -> str:
    """A fork of all of `pilot`, to do things in."""
    ledger.fork(Address("pilot", ledger.head("pilot").number), name)
    return name


def since(ledger: Ledger, name: str, record: Record) -> list[Record]:
    """What happened after an event."""
    return list(ledger.records(name, record.number))


def question(state: State, subject: str) -> int:
    """The question on a subject of the whole film."""
    return next(n for n, q in state.debate.questions.items() if q.opened.subject == subject)


def chosen(state: State, subject: str) -> str:
    """What was chosen on a subject."""
    asked = state.debate.questions[question(state, subject)]
    proposal = asked.proposal(asked.approved or 0)
    assert proposal is not None and isinstance(proposal.option, ChoiceOption)
    return proposal.option.choice


def test_a_run_stops_at_the_commit_after_a_pause(tmp_path: Path) -> None:
    """A reaction that was decided before the pause is not committed after it; resumed, the work ends as without it."""
    with opened(tmp_path / "one") as ledger:
        undisturbed = work(ledger)
    with opened(tmp_path / "two") as ledger:
        paused = list[Record]()

        def told(record: Record, state: State) -> None:
            if state.production.phase == "execution" and not paused:
                paused.extend(desk.order(ledger, "pilot", Pause(reason=WHY)))

        state = work(ledger, told=told, until=lambda now: now.production.paused is not None)
        assert state.production.paused is not None and state.production.paused.text == WHY
        assert since(ledger, "pilot", paused[0]) == []
        with pytest.raises(Refused, match="pilot is paused, since pilot@"):
            work(ledger)
        desk.order(ledger, "pilot", Resume())
        again = work(ledger)
        assert again.shots.live() and len(again.shots.live()) == len(undisturbed.shots.live())
        assert not again.debate.undecided


def test_what_was_said_in_a_pause_is_heeded_after_it(made: Ledger) -> None:
    """The crew reacts to words of a pause once it goes on, and none of it is refused."""
    name = forked(made, "quiet")
    desk.order(made, name, Pause(reason=WHY))
    (said,) = desk.impose(made, name, "broadcast", "More light.")
    desk.order(made, name, Resume())
    work(made, name)
    after = since(made, name, said)
    assert any(isinstance(record.fact, SceneLit) and said.number in record.caused_by for record in after)
    assert not any(isinstance(record.fact, CommandRefused) for record in after)


def test_a_redirection_reopens_what_its_words_speak_of(made: Ledger) -> None:
    """What was decided on music and look is open again before the crew hears the words, and both are decided anew."""
    name = forked(made, "snow")
    before = made.load(name).state
    records = redirect(made, name, "Vast landscapes, people small. No music at all.", WHY)
    first, *reopened, last = records
    assert isinstance(first.fact, ProductionRedirected) and isinstance(last.fact, BroadcastSent)
    asked = {question(before, SCORE), question(before, APPROACH)}
    assert set(first.fact.about) == asked
    assert {r.fact.question for r in reopened if isinstance(r.fact, QuestionReopened)} == asked
    assert all(first.number in record.caused_by for record in records[1:])
    after = work(made, name)
    assert chosen(before, SCORE) != "none" and chosen(after, SCORE) == "none"
    assert after.debate.questions[question(after, APPROACH)].approved != (
        before.debate.questions[question(before, APPROACH)].approved
    )


def test_a_redirection_reopens_what_is_named(made: Ledger) -> None:
    """A question named by any of its events is reopened once; a piece of work, or another event, gets a note."""
    name = forked(made, "named")
    state = made.load(name).state
    decision = state.debate.questions[question(state, DESIGN)].decision or 0
    lit = state.works.numbers(SceneLit)[0]
    about = [Address(name, number) for number in (decision, question(state, DESIGN), lit)]
    records = redirect(made, name, "Darker than that.", WHY, about)
    kinds = [type(record.fact) for record in records]
    assert kinds == [ProductionRedirected, QuestionReopened, NoteGiven, BroadcastSent]
    note = records[2]
    assert isinstance(note.fact, NoteGiven) and note.fact.to == "cinematographer"
    work(made, name)
    answers = [r.fact for r in since(made, name, note) if isinstance(r.fact, NoteAnswered)]
    assert [answer.note for answer in answers] == [note.number]


def test_words_that_name_nothing_reopen_nothing(made: Ledger) -> None:
    """A direction in which nothing decided is meant is told to the crew all the same."""
    name = forked(made, "plain")
    records = redirect(made, name, "Think of my grandmother.", WHY)
    assert [type(record.fact) for record in records] == [ProductionRedirected, BroadcastSent]
    work(made, name)


@pytest.mark.parametrize("kind", KINDS)
def test_any_work_can_be_overruled(made: Ledger, kind: str) -> None:
    """Whatever is struck, the crew goes on without it, and what it can't make otherwise it does not make again."""
    name = forked(made, f"without-{kind.casefold()}")
    numbers = made.load(name).state.works.numbers(KINDS[kind])
    if not numbers:
        pytest.skip(f"the film has no {KINDS[kind].NOUN}")
    before = made.record(Address(name, numbers[0])).fact
    marker, _ = overrule(made, Address(name, numbers[0]), None, WHY)
    state = work(made, name)
    assert isinstance(before, KINDS[kind])
    standing = state.works.get(KINDS[kind], before.key)
    assert standing is None or not standing.same(before)
    refused = [r.fact for r in since(made, name, marker) if isinstance(r.fact, CommandRefused)]
    assert all("that was overruled" in fact.reason or "there is no" in fact.reason for fact in refused), (
        refused
    )
    desk.impose(made, name, "broadcast", "Go on.")
    work(made, name)


def test_overruled_work_heeds_the_reason(made: Ledger) -> None:
    """Light that was struck for being too dark comes back brighter, and rests on the intervention."""
    name = forked(made, "bright")
    before = made.load(name).state.works.get(SceneLit, "1")
    number = made.load(name).state.works.numbers(SceneLit)[0]
    marker, struck = overrule(made, Address(name, number), None, "Brighter: I can't see her.")
    state = work(made, name)
    after = state.works.standing(SceneLit, "1")
    assert before is not None and after is not None and isinstance(after.fact, SceneLit)
    assert after.fact.ratio < before.ratio
    assert marker.number in made.record(Address(name, after.number)).caused_by
    assert struck.caused_by == (marker.number,)


def test_overruling_by_address(made: Ledger) -> None:
    """A rival by itself, a question with a proposal or a choice: each decides; what the crew does next follows it."""
    name = forked(made, "otherwise")
    state = made.load(name).state
    asked = question(state, DESIGN)
    marker, decision = overrule(made, Address(name, asked), "Lush", WHY)[:2]
    assert marker.number in decision.caused_by
    state = work(made, name)
    assert chosen(state, DESIGN) == "lush" and state.debate.questions[asked].authority == "orchestrator"
    approach = state.debate.questions[question(state, APPROACH)]
    rival = next(p.number for p in approach.proposals if p.number != approach.approved)
    overrule(made, Address(name, rival), None, WHY)
    assert work(made, name).debate.questions[approach.number].approved == rival
    overrule(made, Address(name, approach.number), str(approach.approved), WHY)
    assert work(made, name).debate.questions[approach.number].approved == approach.approved


def test_what_overrules_nothing_says_how(made: Ledger) -> None:
    """Where an address or a choice is not enough, the refusal names what is; nothing is recorded."""
    name = forked(made, "refused")
    state = made.load(name).state
    head = made.head(name)
    asked, approach = question(state, DESIGN), question(state, APPROACH)
    lit = state.works.numbers(SceneLit)[0]
    for at, choice, because in (
        (asked, None, "does not say what is to hold instead"),
        (asked, "3", "3 is no proposal"),
        (asked, "baroque", "is no choice on"),
        (approach, "wide", "is not decided in a word"),
        (lit, "dark", "which has no choices"),
        (1, None, "is neither a decision nor work"),
    ):
        with pytest.raises(Refused, match=because) as refusal:
            overrule(made, Address(name, at), choice, WHY)
        assert refusal.value.hint
    assert made.head(name) == head


def test_an_intervention_is_the_orchestrators(made: Ledger) -> None:
    """All that an intervention puts on the record is the orchestrator's own, also while it is paused."""
    name = forked(made, "own")
    (pause,) = desk.order(made, name, Pause(reason=WHY))
    redirect(made, name, "Quicker cutting.", WHY)
    with pytest.raises(Refused, match="is paused"):
        work(made, name)
    after = since(made, name, pause)
    assert len(after) >= 2 and {record.actor for record in after} == {ORCHESTRATOR}
