"""Whatever people do in whatever order, in forks too: the crew gets to the end, and nothing is left undone."""

import random
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from pydantic import TypeAdapter

from cineledger.agents import desk
from cineledger.agents.intervening import overrule, redirect
from cineledger.domain.address import Address
from cineledger.domain.ledger import Ledger
from cineledger.domain.notes.commands import GiveNote
from cineledger.domain.production.commands import Impose
from cineledger.domain.production.intervening import Pause, Resume
from cineledger.domain.refusal import Refused
from cineledger.domain.staging.events import SceneLit
from cineledger.domain.state import State
from cineledger.domain.words import ApprovalMode
from tests.agents.test_revised_films import edited, sound, take_in, whole
from tests.support.drafts import CABIN, HARBOUR, KITCHEN, QUAY, draft
from tests.support.studio import VISION, opened, work

MODES: tuple[ApprovalMode, ...] = ("standing", "none", "ask")
WORDS = ("no handheld", "epic and vast", "nothing longer than 50mm")
NOTES = ("Closer.", "Too wide.", "Why?")


class Session:
    """Somebody at work on one production, and on a fork of it once there is one."""

    def __init__(self, ledger: Ledger, seed: int) -> None:
        self.ledger, self.dice, self.name = ledger, random.Random(seed), "pilot"
        self.scenes = [HARBOUR, KITCHEN, CABIN, QUAY]

    @property
    def state(self) -> State:
        """The production as it stands."""
        return self.ledger.load(self.name).state

    def draft(self) -> None:
        """Takes a draft in."""
        self.scenes = edited(self.scenes, self.dice)
        take_in(self.ledger, draft(*self.scenes), self.name)

    def run(self) -> None:
        """Lets the crew work, perhaps not to the end."""
        last = self.state.number + self.dice.choice((10, 40, 10_000))
        mode = self.dice.choice(MODES)
        self.resume()
        work(self.ledger, self.name, mode=mode, until=lambda state: state.number > last)

    def fork(self) -> None:
        """Goes on in a fork at any event."""
        name = f"fork{self.state.number}"
        self.ledger.fork(Address(self.name, self.dice.randrange(self.state.number + 1)), name)
        self.name = name
        self.scenes = [s.written.text for s in self.state.script.present()] or self.scenes

    def decide(self) -> None:
        """Chooses or rejects a proposal, if that may be."""
        questions = [q for q in self.state.debate.questions.values() if q.proposals]
        if questions:
            proposal = self.dice.choice(self.dice.choice(questions).proposals)
            verdict: Literal["choose", "reject"] = self.dice.choice(("choose", "reject"))
            self._try(lambda: desk.answer(self.ledger, Address(self.name, proposal.number), verdict, "no"))

    def note(self) -> None:
        """Gives a note on a shot."""
        shots = sorted(self.state.shots.shots)
        if shots:
            slate = self.dice.choice(shots)
            note = GiveNote(text=self.dice.choice(NOTES), table="shots", key=slate)
            self._try(lambda: desk.order(self.ledger, self.name, note))

    def speak(self) -> None:
        """Speaks to the crew."""
        kind, text = self.dice.choice(("broadcast", "constraint")), self.dice.choice(WORDS)
        desk.order(self.ledger, self.name, Impose(kind=kind, text=text))

    def pause(self) -> None:
        """Stops the work, perhaps to say something meanwhile; it goes on before the next run."""
        self._try(lambda: desk.order(self.ledger, self.name, Pause(reason="to read")))

    def resume(self) -> None:
        """Lets the work go on where it is paused, here or in what it was forked from."""
        if self.state.production.paused is not None:
            desk.order(self.ledger, self.name, Resume())

    def redirect(self) -> None:
        """Turns the work another way, about what the words mean or about any event."""
        about = (
            [] if self.dice.random() < 0.5 else [Address(self.name, self.dice.randrange(self.state.number))]
        )
        text = self.dice.choice((*WORDS, "No music at all.", "Bare rooms."))
        self._try(lambda: redirect(self.ledger, self.name, text, "to see", about))

    def overrule(self) -> None:
        """Decides otherwise at a proposal, or strikes the light of a scene."""
        proposals = [p.number for q in self.state.debate.questions.values() for p in q.proposals]
        lit = self.state.works.numbers(SceneLit)
        numbers = [*proposals, *lit, *lit]
        if numbers:
            at = Address(self.name, self.dice.choice(numbers))
            reason = self.dice.choice(("Brighter.", "Darker."))
            self._try(lambda: overrule(self.ledger, at, None, reason))

    def finish(self) -> State:
        """Lets the crew work to the end, and decides what waits."""
        self.resume()
        state = work(self.ledger, self.name)
        for _ in range(8):
            waiting = desk.inbox(state, self.name)
            for asked in waiting:
                number = asked.recommended or asked.proposals[0][0]
                desk.answer(self.ledger, Address(self.name, number), "choose")
            state = work(self.ledger, self.name)
            if not waiting:
                break
        return state

    def _try(self, act: Callable[[], object]) -> None:
        try:
            act()
        except Refused:
            pass


@pytest.mark.parametrize("seed", range(16))
def test_any_session_ends_whole(tmp_path: Path, seed: int) -> None:
    """Drafts, runs cut short, forks anywhere, choices, rejections, notes and words, in any order."""
    with opened(tmp_path, script=draft(HARBOUR, KITCHEN, CABIN, QUAY), vision=VISION) as ledger:
        session = Session(ledger, seed)
        acts = (session.draft, session.draft, session.run, session.run, session.fork, session.decide)
        for _ in range(7):
            session.dice.choice((*acts, session.note, session.speak))()
        state = session.finish()
        whole(state)
        assert not state.notes.unanswered
        assert ledger.fold(session.name) == ledger.load(session.name).state
    sound(tmp_path)


@pytest.mark.parametrize("seed", range(8))
def test_any_interventions_leave_it_whole(tmp_path: Path, seed: int) -> None:
    """Pauses, redirections and overruling in any order, between runs cut short, forks and drafts."""
    with opened(tmp_path, script=draft(HARBOUR, KITCHEN, CABIN, QUAY), vision=VISION) as ledger:
        session = Session(ledger, seed)
        acts = (session.pause, session.redirect, session.overrule, session.overrule, session.run, session.run)
        session.run()
        for _ in range(7):
            session.dice.choice((*acts, session.fork, session.draft, session.speak))()
        state = session.finish()
        whole(state)
        assert state.production.paused is None and not state.notes.unanswered
        assert ledger.fold(session.name) == ledger.load(session.name).state
    sound(tmp_path)


def test_every_state_survives_being_kept(tmp_path: Path) -> None:
    """A state read from a snapshot is the state that was folded, whatever kinds of events led to it."""
    adapter = TypeAdapter(State)
    with opened(tmp_path, script=draft(HARBOUR, KITCHEN, CABIN, QUAY), vision=VISION) as ledger:
        session = Session(ledger, 3)
        begun = (session.run, session.draft, session.run, session.decide, session.note, session.draft)
        for act in (*begun, session.redirect, session.run, session.overrule, session.pause):
            act()
            state = session.state
            assert adapter.validate_json(adapter.dump_json(state)) == state
        state = session.finish()
        assert state.script.draft == 3 and any(scene.revised for scene in state.script.present())
        assert adapter.validate_json(adapter.dump_json(state)) == state
