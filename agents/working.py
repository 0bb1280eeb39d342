"""How a department works: tasks that are due from a phase on, done again when what they rest on changes."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from cineledger.agents.ask import Ask
from cineledger.agents.crew import role_of
from cineledger.agents.noting.answering import note_of, plainly
from cineledger.agents.noting.changes import can_not, changed
from cineledger.agents.noting.departments import hears
from cineledger.agents.role import Habit, Moment, Rests, always
from cineledger.domain.command import Command
from cineledger.domain.debate.events import ProposalApproved
from cineledger.domain.event import Event
from cineledger.domain.notes.commands import AnswerNote
from cineledger.domain.notes.events import NoteGiven
from cineledger.domain.production.events import (
    BroadcastSent,
    ConstraintImposed,
    PhaseEntered,
    RoleJoined,
    VisionStated,
)
from cineledger.domain.production.interventions import WorkOverruled
from cineledger.domain.script.events import ScriptPaged
from cineledger.domain.state import State
from cineledger.domain.talk.commands import Pass
from cineledger.domain.talk.events import MessageSent
from cineledger.domain.words import PHASES, Phase
from cineledger.domain.work.commands import STANDS, Deliver, Present, Strike, maker
from cineledger.domain.work.kinds import KINDS
from cineledger.domain.work.work import Work


class Made(NamedTuple):
    """What comes of a task: a piece of work or a command, and the places of the answers it rests on."""

    what: Work | Command
    answers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Task:
    """One thing a department does, from a phase on; both its functions read the moment's state and nothing else."""

    since: Phase
    asks: Callable[[Moment], Sequence[Ask]]
    makes: Callable[[Moment, Sequence[Any]], Iterable[Made]]
    """All that should stand of its kinds as things are, and commands such as a question not asked yet.

    What stands and is not made again is taken back. What is made as it stands is not handed in again.
    """
    kinds: tuple[type[Work], ...] = ()
    """The kinds of work it makes."""
    after: tuple[str, ...] = ()
    """Subjects whose decisions it rests on: it is done again when one is decided."""
    upon: tuple[type[Event], ...] = ()
    """Other events after which it is done again, in the phases it is due in."""
    struck_first: bool = False
    """What stands no more is taken back before the rest is handed in, since each piece goes on from the one before."""
    concerns: Callable[[Moment], bool] = always
    """False at an event that would make it due and can't change what it makes."""


SPOKEN: tuple[type[Event], ...] = (VisionStated, ConstraintImposed, BroadcastSent)
"""What the orchestrator says to everybody."""
_ALWAYS: tuple[type[Event], ...] = (
    PhaseEntered,
    RoleJoined,
    ScriptPaged,
    ProposalApproved,
    MessageSent,
    NoteGiven,
    WorkOverruled,
    *SPOKEN,
)


def working(tasks: Sequence[Task], habits: Sequence[Habit] = ()) -> tuple[Habit, ...]:
    """A role's habits with its tasks beside them: one reaction to an event does what both have to do."""
    kinds = dict.fromkeys((*_ALWAYS, *(kind for task in tasks for kind in task.upon)))
    beside = [_Beside(kind, [h for h in habits if h.on is kind], tasks).habit for kind in kinds]
    return (*beside, *(habit for habit in habits if habit.on not in kinds))


def _entered_review(moment: Moment) -> bool:
    """The department has to show its work now: review was entered, or it joined during it."""
    event = moment.event
    entered = isinstance(event, PhaseEntered) or (isinstance(event, RoleJoined) and event.role == moment.role)
    return entered and moment.state.production.phase == "review"


def begun(state: State, phase: Phase) -> bool:
    """Work has come as far as this phase."""
    now = state.production.phase
    return now is not None and PHASES.index(now) >= PHASES.index(phase)


def decided(state: State, subject: str) -> tuple[Any, int] | None:
    """The option that holds on a subject of the whole film, and the event that decided it."""
    for question in state.debate.questions.values():
        if question.opened.subject == subject and question.approved is not None:
            proposal = question.proposal(question.approved)
            if proposal is not None:
                return proposal.option, question.decision or 0
    return None


class _Beside:
    """What a role does about one kind of event: the first of its habits that it concerns, and the tasks due."""

    def __init__(self, kind: type[Event], habits: Sequence[Habit], tasks: Sequence[Task]) -> None:
        self._habits, self._tasks = habits, tasks
        self._asked: dict[int, tuple[Moment, list[int]]] = {}
        """How many asks each part had, so that they are not made again to be counted; a moment is itself only."""
        remakes = tuple((subject, made) for task in tasks for subject in task.after for made in task.kinds)
        self.habit = Habit(
            on=kind,
            concerns=self._concerns,
            asks=self._asks,
            acts=self._acts,
            remakes=remakes if kind is ProposalApproved else (),
        )

    def _own(self, moment: Moment) -> Habit | None:
        """The habit; a note about a piece of work is the tasks' to answer."""
        if isinstance(moment.event, NoteGiven) and _due(moment, self._tasks):
            return None
        return next((habit for habit in self._habits if habit.concerns(moment)), None)

    def _concerns(self, moment: Moment) -> bool:
        return self._own(moment) is not None or bool(_due(moment, self._tasks)) or _shows(moment)

    def _parts(self, moment: Moment) -> list[Sequence[Ask]]:
        """The asks of the habit, if there is one, then of each task."""
        own = self._own(moment)
        first = [] if own is None else [own.asks(moment)]
        return [*first, *(task.asks(moment) for task in _due(moment, self._tasks))]

    def _asks(self, moment: Moment) -> Sequence[Ask]:
        parts = self._parts(moment)
        self._asked[id(moment)] = (moment, [len(part) for part in parts])
        return [ask for part in parts for ask in part]

    def _acts(self, moment: Moment, answers: Sequence[Any]) -> Sequence[Command | Rests]:
        kept = self._asked.pop(id(moment), None)
        counts = kept[1] if kept and kept[0] is moment else [len(part) for part in self._parts(moment)]
        ends = [sum(counts[: place + 1]) for place in range(len(counts))]
        parts = [answers[end - count : end] for end, count in zip(ends, counts, strict=True)]
        own, done, works = self._own(moment), list[Rests](), list[Rests]()
        if own is not None:
            done = [_resting(command, counts[0]) for command in own.acts(moment, parts[0])]
        first = 0 if own is None else 1
        for place, task in enumerate(_due(moment, self._tasks), start=first):
            works += _commands(moment, task, parts[place], ends[place] - counts[place])
        done += works
        if isinstance(moment.event, NoteGiven) and own is None:
            return _answered(moment, works)
        if _shows(moment):
            done.append(Rests(Present(text=_shown(moment, done, self._tasks)), ()))
        spoken = [command for command in done if not isinstance(command.command, Pass)]
        return spoken or done or (Pass(reason=STANDS),)


def _due(moment: Moment, tasks: Sequence[Task]) -> list[Task]:
    """The tasks that this event makes due, among those of the phases that were entered."""
    state = moment.state
    return [t for t in tasks if begun(state, t.since) and _calls_for(moment, t) and t.concerns(moment)]


def _calls_for(moment: Moment, task: Task) -> bool:
    event, state = moment.event, moment.state
    match event:
        case PhaseEntered() | VisionStated() | ConstraintImposed():
            return True
        case BroadcastSent():
            return hears(state, moment.role, event.text)
        case RoleJoined():
            return event.role == moment.role
        case ScriptPaged():
            return state.script.draft > 1 or event.default
        case ProposalApproved():
            return state.debate.questions[event.question].opened.subject in task.after
        case MessageSent(heeds=str(asked), about=int(about)) if asked:
            return state.talk.messages[moment.number].by == moment.role and _is_about(state, about, task)
        case MessageSent(asks=True):
            return False
        case MessageSent() | NoteGiven():
            return event.to == moment.role and event.about is not None and _is_about(state, event.about, task)
        case WorkOverruled():
            return event.to == moment.role and KINDS[event.work] in task.kinds
        case _:
            return type(event) in task.upon


def _is_about(state: State, number: int, task: Task) -> bool:
    place = state.works.places.get(number)
    return place is not None and KINDS[place[0]] in task.kinds


def _commands(moment: Moment, task: Task, answers: Sequence[Any], start: int) -> Iterator[Rests]:
    """What a task changes: a delivery for each set of answers, commands as they are, and what is taken back."""
    state, makes = moment.state, tuple(task.makes(moment, answers))
    kept = {(type(made.what).__name__, made.what.key) for made in makes if isinstance(made.what, Work)}
    gone = _gone(moment, task, kept)
    struck = Rests(Deliver(strikes=gone), tuple(range(start, start + len(answers)))) if gone else None
    if struck and task.struck_first:
        yield struck
    for made in makes:
        places = tuple(start + place for place in made.answers)
        if not isinstance(made.what, Work):
            yield Rests(made.what, places)
            continue
        if _overruled(moment, made.what):
            continue
        if not made.what.same(state.works.get(type(made.what), made.what.key)):
            yield Rests(Deliver(works=(made.what,), at=moment.number), places)
    if struck and not task.struck_first:
        yield struck


def _gone(moment: Moment, task: Task, kept: set[tuple[str, str]]) -> tuple[Strike, ...]:
    return tuple(
        Strike(work=kind.__name__, key=key, reason="it is not needed as things are now")
        for kind in task.kinds
        for key, work in moment.state.works.of(kind).items()
        if (kind.__name__, key) not in kept and maker(work) == moment.role
    )


def _overruled(moment: Moment, work: Work) -> bool:
    """The orchestrator struck it as it is; it is put up again only to hear so."""
    return struck_so(moment.state, work) and not isinstance(moment.event, WorkOverruled)


def struck_so(state: State, work: Work) -> bool:
    """The orchestrator struck a piece of work that said the same."""
    former = state.works.overruled.get(f"{type(work).__name__}/{work.key}")
    return former is not None and work.same(former.fact)


def _resting(done: Command | Rests, asked: int) -> Rests:
    return done if isinstance(done, Rests) else Rests(done, tuple(range(asked)))


def _shows(moment: Moment) -> bool:
    role = role_of(moment.role)
    return role is not None and role.presents and _entered_review(moment)


def _shown(moment: Moment, done: Sequence[Rests], tasks: Sequence[Task]) -> str:
    """What a department has, counted: 5 scenes assembled, 1 schedule."""
    standing = {(k.__name__, key) for task in tasks for k in task.kinds for key in moment.state.works.of(k)}
    for command, _ in done:
        if isinstance(command, Deliver):
            standing |= {(type(work).__name__, work.key) for work in command.works}
            standing -= {(strike.work, strike.key) for strike in command.strikes}
    said = []
    for kind in (kind for task in tasks for kind in task.kinds):
        count = sum(name == kind.__name__ for name, _ in standing)
        if count:
            said.append(counted(kind.NOUN, count))
    return ", ".join(said) or "nothing that can be shown"


PARTICIPLES = ("blocked", "lit", "designed", "assembled", "spotted", "completed", "read", "planned")
"""Words behind the noun that a NOUN may end in."""


def counted(noun: str, count: int) -> str:
    """5 scenes blocked, 1 cue, 12 properties, 3 breakdown sheets."""
    return f"{count} {noun if count == 1 else _plural(noun)}"


def _plural(noun: str) -> str:
    words = noun.split()
    place = len(words) - 1 - (words[-1] in PARTICIPLES and len(words) > 1)
    word = words[place]
    words[place] = word[:-1] + "ies" if word.endswith("y") else word + "s"
    return " ".join(words)


def _answered(moment: Moment, works: Sequence[Rests]) -> Sequence[Command | Rests]:
    """The answer to the orchestrator's note about a piece of work: what is made anew, or that nothing changes."""
    note = note_of(moment)
    delivered = tuple(rests.command for rests in works if isinstance(rests.command, Deliver))
    about = moment.state.works.places.get(-1 if note.given.about is None else note.given.about)
    standing = None if about is None else moment.state.works.get(KINDS[about[0]], about[1])
    if not delivered:
        plain = plainly(moment.state, note)
        return (plain.model_copy(update={"text": plain.text + can_not(standing)}),)
    works_anew = [work for command in delivered for work in command.works]
    told = [changed(moment.state.works.get(type(work), work.key), work) for work in works_anew]
    text = (
        f"I make it anew: {told[0]}.{can_not(works_anew[0])}"
        if len(works_anew) == 1
        else f"I make {len(works_anew)} pieces of it anew{f': {told[0]}, and the like' if told else ''}."
    )
    places = tuple(sorted({place for rests in works for place in rests.answers}))
    return (Rests(AnswerNote(note=note.number, text=text, does=delivered), places),)
