"""What there is to know in the story, as the writer finds it: each fact once, with every line that tells it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import ClassVar

from cineledger.agents import checking
from cineledger.agents.ask import Ask
from cineledger.agents.craft.bonds import Line
from cineledger.agents.craft.facts import MOST, TELLINGS, Fact, find_facts
from cineledger.agents.craft.page import SPOKEN
from cineledger.agents.knowing.heard import Heard, names_of, scenes_heard
from cineledger.agents.reading import own_script, read_through
from cineledger.agents.role import Moment, Rules
from cineledger.agents.working import SPOKEN as SAID
from cineledger.agents.working import Made, Task
from cineledger.domain.cast.events import CharactersJoined, CharactersParted
from cineledger.domain.cast.knowledge import FactFound, FactsRead, Telling
from cineledger.domain.production.events import PhaseEntered, RoleJoined
from cineledger.domain.production.interventions import WorkOverruled
from cineledger.domain.state import State
from cineledger.domain.value import Value

LONGEST_NAME = 60
"""Characters of a fact's short name."""
MOST_WORDS = 4
"""Words that give a fact away."""
_SHORT_NAME = re.compile(r"\w+(?:-\w+)*")


class LineTold(Value):
    """A line that tells a fact or shows it; its scene by its place in what was asked about, counted from 0."""

    scene: int
    line: int
    """The line's own `place`."""
    quote: str
    teller: str
    """Who says it, or does it where it is shown; empty where nobody of the cast does."""
    shown: bool
    """It is seen to be done."""
    so: bool
    """False where it is said not to be so."""


class FactTold(Value):
    """Something that can be known."""

    fact: str
    text: str
    about: tuple[str, ...]
    """Whom of the cast it is about, the one who does it first."""
    words: tuple[str, ...]
    secret: bool
    untrue: bool
    """Somebody says so who knows better: it is only believed."""
    tellings: tuple[LineTold, ...]


class Facts(Value):
    """What there is to know, in the order in which the audience learns it."""

    facts: tuple[FactTold, ...]


class Named(Value):
    """Somebody, and the names that the page has for her."""

    person: str
    called: tuple[str, ...]


class PageLine(Value):
    """A line of a scene."""

    place: int
    kind: str
    who: str | None
    text: str
    unseen: bool
    """A voice that comes from elsewhere."""


class Page(Value):
    """A scene."""

    number: str
    lines: tuple[PageLine, ...]


class Standing(Value):
    """A fact as it was found before."""

    fact: str
    text: str
    notes: tuple[str, ...]
    """What was said of it."""


class FindFacts(Ask):
    """What is there to know in this story, and which lines tell it?"""

    ANSWER: ClassVar[type[Value]] = Facts
    people: tuple[Named, ...]
    scenes: tuple[Page, ...]
    standing: tuple[Standing, ...] = ()

    def faults(self, answer: Facts) -> Iterator[str]:
        """Facts twice or without a telling, people, scenes and lines that are not there, words no line says."""
        yield from checking.once((fact.fact for fact in answer.facts), "the fact")
        if len(answer.facts) > MOST:
            yield f"{len(answer.facts)} facts are too many: give the {MOST} that matter most"
        people = [one.person for one in self.people]
        for fact in answer.facts:
            yield from checking.said(fact.text, f"the text of {fact.fact}")
            if not _SHORT_NAME.fullmatch(fact.fact) or fact.fact != fact.fact.casefold():
                yield f"{fact.fact!r} is no short name: small words joined by hyphens, such as tom-sold-the-boat"
            if len(fact.fact) > LONGEST_NAME:
                yield f"{fact.fact} is too long for a name: at most {LONGEST_NAME} characters"
            if not 1 <= len(fact.words) <= MOST_WORDS or not all(word.strip() for word in fact.words):
                yield f"{fact.fact} has {len(fact.words)} words that give it away: name 1 to {MOST_WORDS}"
            yield from checking.known(fact.about, people, "character")
            yield from self._untold(fact, people)

    def _untold(self, fact: FactTold, people: Sequence[str]) -> Iterator[str]:
        if not any(one.so for one in fact.tellings):
            yield f"no line tells {fact.fact} or shows it"
        if len(fact.tellings) > TELLINGS:
            yield f"{fact.fact} has {len(fact.tellings)} tellings: give the first {TELLINGS}"
        yield from checking.once(
            ((one.scene, one.line) for one in fact.tellings), f"{fact.fact} at scene and line"
        )
        for one in fact.tellings:
            yield from checking.on_list(one.scene, len(self.scenes), "scene")
            yield from checking.known([one.teller] if one.teller else [], people, "character")
            if not 0 <= one.scene < len(self.scenes):
                continue
            line = next((line for line in self.scenes[one.scene].lines if line.place == one.line), None)
            if line is None:
                yield f"scene {one.scene} has no line {one.line}"
            elif not one.quote.strip() or not checking.says(one.quote, (line.text,)):
                yield f"{fact.fact} quotes {one.quote!r}, which line {one.line} of scene {one.scene} does not say"
            elif line.kind in SPOKEN and line.who in people and one.teller != line.who:
                yield f"line {one.line} of scene {one.scene} is {line.who}'s, and {one.teller or 'nobody'} tells it"


def _page(heard: Heard) -> Page:
    lines = tuple(PageLine(**line._asdict()) for line in heard.lines)
    return Page(number=heard.scene.written.number, lines=lines)


def _asks(moment: Moment) -> Sequence[Ask]:
    state = moment.state
    scenes = tuple(map(_page, scenes_heard(state)))
    called: dict[str, list[str]] = {}
    for name, person in sorted(names_of(state).items()):
        called.setdefault(person, []).append(name)
    if not called or not scenes:
        return ()
    standing = (
        Standing(fact=fact.fact, text=fact.text, notes=state.works.notes(FactFound, fact.fact))
        for fact in state.works.of(FactFound).values()
    )
    people = tuple(Named(person=person, called=tuple(names)) for person, names in sorted(called.items()))
    return (FindFacts(role=moment.role, people=people, scenes=scenes, standing=tuple(standing)),)


def _makes(moment: Moment, answers: Sequence[Facts]) -> Iterable[Made]:
    """Each fact under its name, then what that changed, if anything: who has learned from it goes by that."""
    state = moment.state
    standing = state.works.of(FactFound)
    found = {work.fact: work for answer in answers for work in _found(state, answer)}
    yield from (Made(work, (0,)) for work in found.values())
    former = state.works.get(FactsRead)
    read = _read(moment, standing, found)
    same = former is not None and former.draft == read.draft and not (read.found or read.changed or read.gone)
    if former is not None and same and not isinstance(moment.event, CharactersJoined | CharactersParted):
        yield Made(former)
    elif former is not None or read.facts:
        yield Made(read, tuple(range(len(answers))))


def _read(moment: Moment, standing: Mapping[str, FactFound], found: Mapping[str, FactFound]) -> FactsRead:
    event, state = moment.event, moment.state
    overruled = state.works.overruled
    held = {
        name: work
        for name, work in found.items()
        if not ((former := overruled.get(f"{FactFound.__name__}/{name}")) and work.same(former.fact))
    }
    gone = [name for name in standing if name not in held]
    if isinstance(event, WorkOverruled) and event.work == FactFound.__name__ and event.key not in held:
        gone.append(event.key)
    return FactsRead(
        reason=f"so draft {state.script.draft} has it",
        draft=state.script.draft,
        after=moment.number,
        facts=len(held),
        found=tuple(name for name in held if name not in standing),
        changed=tuple(
            name for name, work in held.items() if name in standing and not work.same(standing[name])
        ),
        gone=tuple(gone),
    )


def _found(state: State, answer: Facts) -> Iterator[FactFound]:
    scenes, known = state.script.present(), state.cast.characters
    for fact in answer.facts:
        tellings = [
            Telling(
                **{
                    **dict(one),
                    "scene": scenes[one.scene].written.scene,
                    "teller": one.teller if one.teller in known else "",
                }
            )
            for one in sorted(fact.tellings, key=lambda one: (one.scene, one.line))
        ]
        first = next(one for one in tellings if one.so)
        who = (
            f"{first.teller} {'does it' if first.shown else 'says so'}"
            if first.teller
            else "it is there to see"
        )
        yield FactFound(
            reason=who,
            rests=tuple(sorted({state.script.scenes[one.scene].number for one in tellings})),
            fact=fact.fact,
            text=fact.text,
            about=tuple(person for person in fact.about if person in known),
            words=fact.words,
            secret=fact.secret,
            untrue=fact.untrue,
            tellings=tuple(tellings),
        )


def _concerns(moment: Moment) -> bool:
    """The lines, or who is who in them, may be others than when they were last read; or a note is about a fact."""
    event, state = moment.event, moment.state
    if isinstance(event, PhaseEntered):
        first = own_script(state) and not state.works.of(FactsRead)
        due = event.phase == "planning" or event.default or first
    elif isinstance(event, RoleJoined):
        due = not state.works.of(FactsRead)
    else:
        due = not isinstance(event, SAID)
    return due and not read_through(state)


def find_the_facts(ask: FindFacts) -> Facts:
    """The house rule: what the sentences say is so, by who does what, is what and has what where; English only."""
    called = {name: one.person for one in ask.people for name in one.called}
    scenes = [tuple(Line(**dict(line)) for line in page.lines) for page in ask.scenes]
    return Facts(facts=tuple(map(_told, find_facts(scenes, called))))


def _told(fact: Fact) -> FactTold:
    return FactTold(
        fact=fact.name[:LONGEST_NAME].strip("-"),
        text=fact.text,
        about=fact.about,
        words=fact.words[:MOST_WORDS],
        secret=fact.secret,
        untrue=fact.untrue,
        tellings=tuple(LineTold(**one._asdict()) for one in fact.told),
    )


FINDING_TASKS: tuple[Task, ...] = (
    Task(
        since="planning",
        asks=_asks,
        makes=_makes,
        kinds=(FactFound, FactsRead),
        upon=(CharactersJoined, CharactersParted),
        concerns=_concerns,
    ),
)
FINDING_RULES: Rules = {FindFacts: find_the_facts}
