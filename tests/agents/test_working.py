"""Tasks beside habits: when they are due, what they hand in, and what they take back."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from cineledger.agents import crew, desk
from cineledger.agents.debating import ANSWER_ROUND
from cineledger.agents.governing import note_on_event
from cineledger.agents.leading import LEAD
from cineledger.agents.role import DEPARTMENT, Moment, Role, nothing_to_ask
from cineledger.agents.working import Made, Task, working
from cineledger.domain.address import Address
from cineledger.domain.ledger import Ledger
from cineledger.domain.notes.events import NoteAnswered
from cineledger.domain.production.events import PhaseEntered
from cineledger.domain.staging.events import SceneLit
from cineledger.domain.talk.events import CommandRefused
from cineledger.domain.work.work import WorkPresented, WorkStruck
from tests.agents.test_films import FILM
from tests.support.studio import opened, work

ALL_SCENES = -1


def lighting(scenes: int = ALL_SCENES, since: Any = "execution") -> Task:
    """Light for the first scenes, as warm as the notes on them are many."""

    def makes(moment: Moment, _: Sequence[Any]) -> Iterable[Made]:
        order = moment.state.script.order
        for scene in order if scenes == ALL_SCENES else order[:scenes]:
            notes = moment.state.works.notes(SceneLit, scene)
            yield Made(
                SceneLit(
                    reason="by the text",
                    scene=scene,
                    key_light="MID",
                    ratio=2.0 + len(moment.state.production.broadcasts),
                    kelvin=4000 - 100 * len(notes),
                    colour="plain",
                    mood="even",
                    sources=(),
                )
            )

    return Task(since=since, asks=nothing_to_ask, makes=makes, kinds=(SceneLit,))


def cinematographer(*tasks: Task) -> dict[str, Role]:
    """The crew with a cinematographer who does nothing else."""
    whole = dict(crew.crew())
    habits = working(tasks, (ANSWER_ROUND, *LEAD))
    whole["cinematographer"] = Role("cinematographer", DEPARTMENT, habits, {}, presents=True)
    return whole


def made(ledger: Ledger) -> list[tuple[int, str, int]]:
    """Every light handed in: its number, its scene, its colour."""
    records = ledger.records("pilot")
    return [(r.number, r.fact.scene, r.fact.kelvin) for r in records if isinstance(r.fact, SceneLit)]


@pytest.fixture
def film(tmp_path: Path) -> Iterable[Ledger]:
    """A film with two scenes, worked on by a crew whose cinematographer lights them."""
    whole = cinematographer(lighting())
    with patch.object(crew, "crew", lambda: whole), opened(tmp_path, script=FILM) as ledger:
        yield ledger


def test_a_task_is_done_once_from_its_phase_on(film: Ledger) -> None:
    """Each piece is handed in when the phase is entered, and not again while nothing changes."""
    state = work(film)
    entered = {r.fact.phase: r.number for r in film.records("pilot") if isinstance(r.fact, PhaseEntered)}
    numbers = [number for number, _, _ in made(film)]
    assert [scene for _, scene, _ in made(film)] == list(state.script.order)
    assert all(entered["execution"] < number < entered["review"] for number in numbers)
    assert not [r for r in film.records("pilot") if isinstance(r.fact, CommandRefused)]


def test_words_of_the_orchestrator_have_it_done_again(film: Ledger) -> None:
    """What comes out otherwise after a broadcast is handed in anew."""
    work(film)
    desk.impose(film, "pilot", "broadcast", "More of everything.")
    state = work(film)
    assert len(made(film)) == 2 * len(state.script.order)
    assert all(lit.ratio == 3.0 for lit in state.works.of(SceneLit).values())


def test_a_note_about_a_piece_is_answered_by_its_maker(film: Ledger) -> None:
    """The orchestrator's note goes to whose work it is; the piece is made anew, and the answer says so."""
    before = work(film)
    number = before.works.numbers(SceneLit)[0]
    note = note_on_event(film, "pilot", "Warmer.", Address("pilot", number))
    state = work(film)
    answered = film.record(Address("pilot", state.notes.notes[note.number].answered or 0))
    assert answered.actor == "cinematographer" and isinstance(answered.fact, NoteAnswered)
    assert "make it anew" in answered.fact.text
    assert [lit.kelvin for lit in state.works.of(SceneLit).values()] == [4000, 3900]


def test_the_director_waits_for_every_department(film: Ledger) -> None:
    """Refinement begins after the last department has presented, and each presents once."""
    state = work(film)
    shown = [r for r in film.records("pilot") if isinstance(r.fact, WorkPresented)]
    entered = {r.fact.phase: r.number for r in film.records("pilot") if isinstance(r.fact, PhaseEntered)}
    presenters = {n for n in state.production.roster if (r := crew.role_of(n)) and r.presents}
    assert {r.actor for r in shown} == presenters and len(shown) == len(presenters)
    assert all(entered["review"] < r.number < entered["refinement"] for r in shown)
    lit = [
        fact.text for r in shown if r.actor == "cinematographer" and isinstance(fact := r.fact, WorkPresented)
    ]
    assert lit == ["2 scenes lit"]


def test_what_is_not_made_any_more_is_taken_back(tmp_path: Path) -> None:
    """A piece that a task no longer makes is struck when the task is done again."""
    with opened(tmp_path, script=FILM) as ledger:
        whole = cinematographer(lighting())
        with patch.object(crew, "crew", lambda: whole):
            work(ledger)
        fewer = cinematographer(lighting(1))
        with patch.object(crew, "crew", lambda: fewer):
            desk.impose(ledger, "pilot", "broadcast", "Again.")
            state = work(ledger)
        assert [r.fact.key for r in ledger.records("pilot") if isinstance(r.fact, WorkStruck)] == ["2"]
        assert list(state.works.of(SceneLit)) == ["1"]
