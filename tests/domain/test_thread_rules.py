"""Messages in threads: who answers what, once, and how long it goes on."""

from cineledger.domain.staging.events import SceneLit
from cineledger.domain.talk.commands import MOST_MESSAGES, AnswerMessage, SendMessage
from cineledger.domain.talk.events import MessageSent
from tests.domain.test_work_rules import KITCHEN, LIT, open_film
from tests.support.scenario import By, by, given, state_after

FILM = [*open_film(), *by("set_designer", KITCHEN), *by("cinematographer", LIT)]
PIECE = state_after(*FILM).number
ASKED = MessageSent(to="cinematographer", text="softer?", about=PIECE, asks=True)
HISTORY = [*FILM, *by("set_designer", ASKED)]
NUMBER = PIECE + 1


def test_an_answer_goes_back_in_the_thread() -> None:
    """To whoever asked, about the same piece, citing what it answers and where the thread began."""
    given(*FILM).when(
        SendMessage(to="cinematographer", text="softer?", about=PIECE, asks=True), by="set_designer"
    ).then(ASKED)
    answer = AnswerMessage(message=NUMBER, text=" No: it is night. ")
    (sent,) = given(*HISTORY).when(answer, by="cinematographer").then_kinds(MessageSent)
    assert sent == MessageSent(
        to="set_designer", text="No: it is night.", about=PIECE, answers=NUMBER, thread=NUMBER
    )
    assert sent.refers() == (PIECE, NUMBER, NUMBER)


def test_whose_the_piece_is_makes_it_anew() -> None:
    """The colleague's words are among the piece's notes then; nobody makes another's piece anew."""
    again = AnswerMessage(message=NUMBER, text="Yes.", again=True)
    (sent,) = given(*HISTORY).when(again, by="cinematographer").then_kinds(MessageSent)
    assert isinstance(sent, MessageSent) and sent.heeds == "softer?"
    state = state_after(*HISTORY, By("cinematographer", sent))
    assert state.works.notes(SceneLit, "1") == ("softer?",)
    plain = sent.model_copy(update={"heeds": ""})
    assert state_after(*HISTORY, By("cinematographer", plain)).works.notes(SceneLit, "1") == ()
    about_a_set = ASKED.model_copy(update={"about": PIECE - 1})
    given(*FILM, *by("set_designer", about_a_set)).when(again, by="cinematographer").refused(
        "nothing to make anew"
    )


def test_only_who_is_asked_answers_and_once() -> None:
    """A message has one answer, by the role it was written to; what wants none has none."""
    answer = AnswerMessage(message=NUMBER, text="No.")
    given(*HISTORY).when(answer, by="writer").refused("is not writer's to answer")
    events = given(*HISTORY).when(answer, by="cinematographer").events
    given(*HISTORY, *by("cinematographer", *events)).when(answer, by="cinematographer").refused(
        "is answered at"
    )
    given(*HISTORY).when(AnswerMessage(message=PIECE, text="x"), by="cinematographer").refused(
        "wants no answer"
    )
    empty = AnswerMessage(message=NUMBER, text=" ")
    given(*HISTORY).when(empty, by="cinematographer").refused("the answer is empty")


def test_a_thread_ends() -> None:
    """After so many messages nobody answers, and the last one asks nothing."""
    history, roles = [*HISTORY], ("cinematographer", "set_designer")
    for turn in range(MOST_MESSAGES - 2):
        message = state_after(*history).number
        answer = AnswerMessage(message=message, text="And?", asks=True)
        history += by(roles[turn % 2], *given(*history).when(answer, by=roles[turn % 2]).events)
    last = AnswerMessage(message=state_after(*history).number, text="And?", asks=True)
    role = roles[(MOST_MESSAGES - 2) % 2]
    given(*history).when(last, by=role).refused("a thread ends with its message 4")
    given(*history).when(last.model_copy(update={"asks": False}), by=role).then_kinds(MessageSent)
    state = state_after(*history)
    assert len(state.talk.thread(NUMBER)) == MOST_MESSAGES - 1
    assert [one.by for one in state.talk.thread(state.number)] == [
        "set_designer",
        "cinematographer",
        "set_designer",
    ]
