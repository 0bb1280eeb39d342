"""Who a note is for, and who may answer it."""

from cineledger.domain.cast.commands import Feel, feel
from cineledger.domain.command import Command
from cineledger.domain.debate.commands import OpenQuestion, open_question
from cineledger.domain.debate.question import Question
from cineledger.domain.event import Event
from cineledger.domain.notes.events import NoteAnswered, NoteGiven
from cineledger.domain.production.commands import only_orchestrator, words
from cineledger.domain.production.events import BESIDE
from cineledger.domain.refusal import Refused
from cineledger.domain.script.rewriting import ReviseScenes, revise_scenes
from cineledger.domain.shots.commands import ReviseShot, revise_shot
from cineledger.domain.state import State, evolve
from cineledger.domain.words import cast_role
from cineledger.domain.work.commands import Deliver, deliver
from cineledger.domain.work.kinds import KINDS

COVERED = ("shots", "scenes", "beats")
"""Tables whose rows are the cinematographer's to answer for."""
FELT = ("characters", "character_timeline")
"""Tables whose rows are a cast member's; the key begins with her character."""
ARGUED = ("questions", "proposals", "objections", "supports", "decisions", "dissents")
"""Tables whose rows are the lead's of their question, or the cinematographer's where its shot is planned."""


class GiveNote(Command):
    """Give feedback, about an event, a row of a table, or the whole film."""

    text: str
    about: int | None = None
    table: str | None = None
    key: str | None = None
    to: str | None = None
    """The role that its words are for; None where what it is about says who answers."""


class AnswerNote(Command):
    """Answer a note, with what is done about it."""

    note: int
    text: str
    does: tuple[OpenQuestion | ReviseShot | Feel | Deliver | ReviseScenes, ...] = ()


def give_note(state: State, command: GiveNote, by: str) -> list[Event]:
    """The note, to the role that answers for what it is about."""
    only_orchestrator(by, "give a note")
    text = words(command.text, "note")
    if command.about is not None and not 0 <= command.about <= state.number:
        raise Refused(f"there is no event {command.about}", "See: cineledger log NAME")
    wanted = (command.to, _answers_for(state, command), _in_charge(state))
    to = next((role for role in wanted if role in state.production.roster), None)
    if to is None:
        raise Refused("nobody on the roster could answer a note", "See: cineledger sql 'from roles'")
    return [NoteGiven(text=text, to=to, about=command.about, table=command.table, key=command.key)]


def answer_note(state: State, command: AnswerNote, by: str) -> list[Event]:
    """What is done about the note, then the answer; what the rules refuse is left undone, and the answer says so."""
    note = state.notes.notes.get(command.note)
    if note is None:
        raise Refused(f"{command.note} is not a note", "See: cineledger sql 'from notes'")
    if note.answered is not None:
        raise Refused(f"note {command.note} is answered at {note.answered}", "Nothing needs to be done.")
    if by != note.to:
        raise Refused(f"note {command.note} is not {by}'s to answer", f"{note.to} has to.")
    events, led_to, said = list[Event](), list[int](), [words(command.text, "answer")]
    for wish in command.does:
        try:
            done = _done(state, wish, by)
        except Refused as refused:
            said.append(f"Not done: {refused.reason}.")
            continue
        led_to.append(state.number + 1)
        for event in done:
            events.append(event)
            state = evolve(state, event, by)
    return [*events, NoteAnswered(note=command.note, text=" ".join(said), led_to=tuple(led_to))]


def _done(
    state: State, wish: OpenQuestion | ReviseShot | Feel | Deliver | ReviseScenes, by: str
) -> list[Event]:
    match wish:
        case OpenQuestion():
            return open_question(state, wish, by)
        case ReviseShot():
            return revise_shot(state, wish, by)
        case Feel():
            return feel(state, wish, by)
        case Deliver():
            return deliver(state, wish, by)
        case ReviseScenes():
            return revise_scenes(state, wish, by)


def _in_charge(state: State) -> str:
    return "showrunner" if state.production.form in BESIDE else "director"


def _answers_for(state: State, command: GiveNote) -> str:
    """The role whose work a row, or an event, is; who is in charge where nobody's in particular."""
    made = state.works.places.get(-1 if command.about is None else command.about)
    if made is not None:
        maker, work = KINDS[made[0]].BY, state.works.done[made[0]][made[1]].fact
        return cast_role(vars(work)["character"]) if maker == "cast" else maker
    if command.table in COVERED:
        return "cinematographer"
    if command.table in FELT:
        key = command.key or ""
        return cast_role(key if command.table == "characters" else key.rpartition("/")[0])
    if command.table == "script_elements":
        return "writer"
    question = argued(state, command.about, command.key) if command.table in ARGUED else None
    if question is None:
        return _in_charge(state)
    return "cinematographer" if question.number in state.shots.of_question else question.opened.lead


def argued(state: State, about: int | None, key: str | None) -> Question | None:
    """The question that an event, or a row called by its number, belongs to."""
    called = int(key) if key is not None and key.isdecimal() else None
    asked = (state.debate.question_of(number) for number in (about, called) if number is not None)
    return next((question for question in asked if question is not None), None)
