"""The rules of notes, of wrapping and of reopening, each stated by the docstring of its test."""

import pytest

from cineledger.domain.cast.commands import Feel
from cineledger.domain.cast.events import EmotionalStateChanged
from cineledger.domain.command import Command
from cineledger.domain.debate.commands import Offer, OpenQuestion, Rule
from cineledger.domain.debate.events import ProposalMade, QuestionOpened, RoundOpened
from cineledger.domain.debate.options import RevisionOption
from cineledger.domain.decide import decide
from cineledger.domain.notes.commands import AnswerNote, GiveNote
from cineledger.domain.notes.events import NoteAnswered, NoteGiven
from cineledger.domain.production.commands import EnterPhase, Impose, SetApprovalMode
from cineledger.domain.production.events import PhaseEntered, ProductionReopened, ProductionWrapped
from cineledger.domain.production.wrapping import ReopenProduction, WrapProduction
from cineledger.domain.shots.commands import PlanShot, ReviseShot
from cineledger.domain.talk.commands import Pass, SendMessage
from cineledger.domain.talk.events import MessageSent
from tests.domain.test_debate_rules import OPEN, QUESTION, played
from tests.support.film import CLOSE, WHY, WIDE, asked, broken_down
from tests.support.scenario import By, given, state_after

PLANNING = [*broken_down(), PhaseEntered(phase="planning")]
PLAN = PlanShot(scene="1", beat=1, spec=WIDE, first=0, last=5, cast=("MAYA",), notes="the master")
SHOT = played(("cinematographer", PLAN), start=PLANNING)
NOTE = state_after(*SHOT).number + 1
GIVEN = NoteGiven(text="I lose her.", to="cinematographer", about=NOTE - 1, table="shots", key="1A")
NOTED = [*SHOT, GIVEN]


@pytest.mark.parametrize(
    ("about", "to"),
    [
        ({}, "director"),
        ({"about": 3}, "director"),
        ({"table": "shots", "key": "1A"}, "cinematographer"),
        ({"table": "scenes", "key": "1"}, "cinematographer"),
        ({"table": "beats", "key": "1/2"}, "cinematographer"),
        ({"table": "script_elements", "key": "1/2"}, "writer"),
        ({"table": "characters", "key": "MAYA"}, "cast:MAYA"),
        ({"table": "character_timeline", "key": "TOM/1"}, "cast:TOM"),
        ({"table": "character_timeline", "key": "NOBODY/1"}, "director"),
        ({"table": "policy", "key": "outline"}, "director"),
        ({"table": "questions", "key": "9999"}, "director"),
    ],
)
def test_a_note_is_for_whose_work_it_is_about(about: dict[str, object], to: str) -> None:
    """The row says whose work it is; what is nobody's in particular is the director's."""
    command = GiveNote.model_validate({"text": " Hm. ", **about})
    given(*SHOT).when(command).then(NoteGiven.model_validate({"text": "Hm.", "to": to, **about}))


def test_a_note_on_a_question_is_for_its_lead() -> None:
    """A question's row, or a proposal's, leads to who is accountable; once its shot is planned, to who planned it."""
    history = played(OPEN)
    for key in (QUESTION, QUESTION + 1):
        command = GiveNote(text="Why?", about=key, table="proposals", key=str(key))
        (note,) = decide(state_after(*history), command, "orchestrator")
        assert isinstance(note, NoteGiven) and note.to == "director"
    decided = played(
        *((role, Pass(reason="-", question=QUESTION)) for role in ("cinematographer", "writer", "cast:MAYA")),
        ("director", Rule(question=QUESTION, proposal=QUESTION + 1, why=WHY)),
        (
            "cinematographer",
            PLAN.model_copy(update={"beat": 2, "spec": CLOSE, "first": 6, "last": 9, "question": QUESTION}),
        ),
        start=history,
    )
    (note,) = decide(
        state_after(*decided), GiveNote(text="Why?", table="questions", key=str(QUESTION)), "orchestrator"
    )
    assert isinstance(note, NoteGiven) and note.to == "cinematographer"


def test_only_the_orchestrator_gives_notes() -> None:
    """Roles write messages; a note says something, about something that happened."""
    given(*SHOT).when(GiveNote(text="Hm."), by="director").refused("director may not give a note")
    given(*SHOT).when(GiveNote(text="  ")).refused("the note is empty")
    given(*SHOT).when(GiveNote(text="Hm.", about=9999)).refused("there is no event 9999")


def test_a_note_is_answered_once_by_who_it_is_for() -> None:
    """Nobody answers another's note, none twice, and an answer says something."""
    answer = AnswerNote(note=NOTE, text="Nothing changes: she is there.")
    given(*NOTED).when(answer, by="cinematographer").then(
        NoteAnswered(note=NOTE, text="Nothing changes: she is there.")
    )
    given(*NOTED).when(answer, by="director").refused("is not director's to answer")
    given(*NOTED).when(answer.model_copy(update={"text": " "}), by="cinematographer").refused("is empty")
    given(*NOTED).when(answer.model_copy(update={"note": 3}), by="cinematographer").refused("3 is not a note")
    history = played(("cinematographer", answer), start=NOTED)
    given(*history).when(answer, by="cinematographer").refused("is answered at")


def test_the_director_may_hand_a_note_on() -> None:
    """A message of the director's about a note makes it the other's to answer; nobody else's does."""
    message = SendMessage(to="writer", text="Yours.", about=NOTE)
    handed = played(("director", message), start=NOTED)
    answer = AnswerNote(note=NOTE, text="Nothing changes.")
    given(*handed).when(answer, by="writer").then(NoteAnswered(note=NOTE, text="Nothing changes."))
    given(*handed).when(answer, by="cinematographer").refused("is not cinematographer's")
    taken = [*NOTED, By("writer", MessageSent(to="writer", text="Mine.", about=NOTE))]
    given(*taken).when(answer, by="writer").refused("is not writer's")


REVISE = OpenQuestion(
    subject="revision",
    text="How else?",
    scene="1",
    beat=1,
    offer=Offer(option=RevisionOption(shot="1A", spec=CLOSE), why=WHY),
)


def test_an_answer_does_what_it_says() -> None:
    """Questions are opened and shots revised before the answer, which names them."""
    both = AnswerNote(
        note=NOTE, text="I do both.", does=(ReviseShot(shot="1A", spec=CLOSE, notes="closer"), REVISE)
    )
    *done, answered = decide(state_after(*NOTED), both, "cinematographer")
    assert [type(event) for event in done[1:]] == [QuestionOpened, ProposalMade, RoundOpened]
    assert answered == NoteAnswered(note=NOTE, text="I do both.", led_to=(NOTE + 1, NOTE + 2))
    assert answered.refers() == (NOTE, NOTE + 1, NOTE + 2)


def test_what_the_rules_refuse_is_left_undone_and_the_answer_says_so() -> None:
    """A note can't make a role do what it may not; it is answered all the same."""
    same = ReviseShot(shot="1A", spec=WIDE, notes="")
    answer = AnswerNote(note=NOTE, text="I try.", does=(same,))
    text = "I try. Not done: 1A is planned like that."
    given(*NOTED).when(answer, by="cinematographer").then(NoteAnswered(note=NOTE, text=text))
    felt = EmotionalStateChanged(
        character="MAYA",
        scene="1",
        feeling="dread",
        valence=None,
        arousal=None,
        line=None,
        quote="",
        reason="r",
    )
    hers = AnswerNote(note=NOTE, text="I try.", does=(Feel(**felt.model_dump()),))
    (answered,) = decide(state_after(*NOTED), hers, "cinematographer")
    assert isinstance(answered, NoteAnswered) and "may not say what MAYA feels" in answered.text


def test_no_phase_is_left_with_an_older_note_unanswered() -> None:
    """A note given in one phase is answered in the next, before the director leaves it; the orchestrator may."""
    execution = [*NOTED, By("director", PhaseEntered(phase="execution"))]
    given(*NOTED).when(EnterPhase(phase="execution"), by="director").then(PhaseEntered(phase="execution"))
    given(*execution).when(EnterPhase(phase="review"), by="director").refused(
        f"the orchestrator's note {NOTE} has no answer"
    )
    given(*execution).when(EnterPhase(phase="review")).then(PhaseEntered(phase="review"))
    answered = [*execution, By("cinematographer", NoteAnswered(note=NOTE, text="x"))]
    given(*answered).when(EnterPhase(phase="review"), by="director").then(PhaseEntered(phase="review"))


def test_a_note_before_the_work_began_counts_as_one_of_planning() -> None:
    """What is said before the first phase is answered in the second."""
    history = [*broken_down(), NoteGiven(text="x", to="director"), PhaseEntered(phase="planning")]
    given(*history).when(EnterPhase(phase="execution"), by="director").then(PhaseEntered(phase="execution"))


EVERYTHING: tuple[Command, ...] = (
    Impose(kind="broadcast", text="x"),
    SetApprovalMode(mode="standing", default=True),
    EnterPhase(phase="planning"),
    GiveNote(text="x"),
    WrapProduction(),
    asked(),
    Pass(reason="x"),
)


def test_a_wrapped_production_takes_no_more() -> None:
    """Whatever it is and whoever asks, until the orchestrator reopens it."""
    wrapped = [*SHOT, ProductionWrapped()]
    for command in EVERYTHING:
        for role in ("orchestrator", "director", "cinematographer"):
            given(*wrapped).when(command, by=role).refused("the production is wrapped")
    given(*wrapped).when(ReopenProduction(reason=" a new end ")).then(ProductionReopened(reason="a new end"))
    given(*wrapped, ProductionReopened(reason="")).when(Pass(reason="x"), by="writer").then_kinds(
        type(decide(state_after(*SHOT), Pass(reason="x"), "writer")[0])
    )


def test_only_the_orchestrator_wraps_and_reopens() -> None:
    """Nobody in the crew calls it done, or takes it up again; what is open can't be reopened."""
    given(*SHOT).when(WrapProduction(), by="director").refused("director may not wrap")
    wrapped = [*SHOT, ProductionWrapped()]
    given(*wrapped).when(ReopenProduction(), by="director").refused("director may not reopen")
    given(*SHOT).when(ReopenProduction()).refused("the production is not wrapped")


def test_nothing_is_left_open_unless_it_is_said() -> None:
    """Undecided questions and unanswered notes are named before a production is wrapped over them."""
    history = [*played(OPEN), GIVEN.model_copy(update={"about": None})]
    number = state_after(*history).number
    given(*history).when(WrapProduction()).refused(
        f"questions are undecided: 1, the first at {QUESTION}; notes are unanswered: 1, the first at {number}"
    )
    given(*history).when(WrapProduction(anyway=True)).then(ProductionWrapped())
