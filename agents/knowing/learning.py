"""What each character comes to know or to believe, scene by scene, as her cast member reads it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from cineledger.agents.ask import Ask
from cineledger.agents.craft.bonds import read_bonds
from cineledger.agents.craft.learning import DISTRUST, Matter, Reached, ToldHere, may_be_sure, take
from cineledger.agents.craft.page import shorten
from cineledger.agents.knowing.heard import Heard, scenes_heard
from cineledger.agents.knowing.taking import HeardLine, Learn, Learnable, Taught, TellingHere, Took
from cineledger.agents.role import Moment, Rules
from cineledger.agents.working import Made, Task
from cineledger.domain.canon.events import CharacterCast
from cineledger.domain.canon.prior import prior_bond, prior_knowledge
from cineledger.domain.cast.events import CharactersJoined, CharactersParted
from cineledger.domain.cast.knowledge import FactFound, FactsRead, Learned, SceneLearned, Telling
from cineledger.domain.notes.events import NoteGiven
from cineledger.domain.production.events import RoleJoined
from cineledger.domain.production.interventions import WorkOverruled
from cineledger.domain.state import State
from cineledger.domain.talk.events import MessageSent
from cineledger.domain.words import CAST_PREFIX


@dataclass(frozen=True)
class _Due:
    """A scene in which she may learn something."""

    heard: Heard
    facts: Mapping[str, FactFound]
    ask: Learn


class _Has(NamedTuple):
    """How she has a fact before a scene."""

    so: bool
    sure: bool


def _character(moment: Moment) -> str:
    return moment.role.removeprefix(CAST_PREFIX)


def facts_of(moment: Moment) -> tuple[FactFound, ...]:
    """The facts that stand, joined names as one, without those that the reading found to be gone."""
    state = moment.state
    gone = moment.event.gone if isinstance(moment.event, FactsRead) else ()
    return tuple(
        _by_person(state, fact) for fact in state.works.of(FactFound).values() if fact.fact not in gone
    )


def _by_person(state: State, fact: FactFound) -> FactFound:
    if not state.cast.aliases:
        return fact
    person = state.cast.person
    tellings = tuple(t.model_copy(update={"teller": t.teller and person(t.teller)}) for t in fact.tellings)
    return fact.model_copy(update={"about": state.cast.people(fact.about), "tellings": tellings})


def _due(moment: Moment) -> list[_Due]:
    """Her scenes in which a line that tells a fact reaches her or is hers, in the order of the script.

    Whom she mistrusts is told by what her scenes before did to it: how they stand is on the record only later.
    """
    me, state = _character(moment), moment.state
    told: dict[str, list[tuple[FactFound, list[Telling]]]] = {}
    for fact in facts_of(moment):
        for scene in dict.fromkeys(telling.scene for telling in fact.tellings):
            told.setdefault(scene, []).append((fact, [t for t in fact.tellings if t.scene == scene]))
    found, trust = list[_Due](), dict[str, float]()
    for heard in scenes_heard(state) if told else ():
        name = heard.scene.written.scene
        here = told.get(name, [])
        if me not in dict(heard.called).values():
            continue
        if here:
            ask = _ask(moment, heard, here, trust)
            if ask is not None:
                found.append(_Due(heard, {fact.fact: fact for fact, _ in here}, ask))
        whole = {name: who for name, who in heard.called if name in state.cast.characters}
        for moved in read_bonds(heard.lines, whole, me):
            before = trust.get(moved.other, _brought_trust(state, me, moved.other))
            trust[moved.other] = max(-1.0, min(1.0, before + moved.trust))
    return found


def _brought_trust(state: State, me: str, other: str) -> float:
    bond = prior_bond(state, me, other)
    return 0.0 if bond is None else bond[0]


def _ask(
    moment: Moment,
    heard: Heard,
    told: Sequence[tuple[FactFound, list[Telling]]],
    trust: Mapping[str, float],
) -> Learn | None:
    """What of it reaches her; None where nothing does."""
    me = _character(moment)
    done = {t.line for _, tellings in told for t in tellings if t.shown and t.teller == me}
    lines = _reaching(heard, me, done)
    reached = {line.place for line in lines}
    here = [(fact, [t for t in tellings if t.line in reached]) for fact, tellings in told]
    facts = tuple(_learnable(fact, tellings) for fact, tellings in here if tellings)
    if not facts:
        return None
    speakers = dict.fromkeys(line.who for line in lines if line.who and line.who != me)
    return Learn(
        role=moment.role,
        character=me,
        lines=tuple(HeardLine(**line._asdict()) for line in lines),
        facts=facts,
        trusted=tuple(
            other
            for other in speakers
            if trust.get(other, _brought_trust(moment.state, me, other)) >= DISTRUST
        ),
        notes=moment.state.works.notes(SceneLearned, f"{me}/{heard.scene.written.scene}"),
    )


def _reaching(heard: Heard, me: str, done: Collection[int]) -> list[Reached]:
    """The lines that she says, does, hears and sees; of what is done unseen, her own, by its places."""
    return [
        Reached(one.place, one.who, one.to, one.text, one.hidden)
        for one in heard.uttered
        if one.who == me
        or (one.hidden and not one.who and one.place in done)
        or (me in one.heard and (one.who or not one.hidden))
    ]


def _learnable(fact: FactFound, tellings: Sequence[Telling]) -> Learnable:
    here = (
        TellingHere(line=t.line, teller=t.teller, shown=t.shown, so=t.so, quote=t.quote) for t in tellings
    )
    return Learnable(
        fact=fact.fact,
        text=fact.text,
        about=fact.about,
        secret=fact.secret,
        untrue=fact.untrue,
        tellings=tuple(here),
    )


def _asks(moment: Moment) -> Sequence[Ask]:
    return [due.ask for due in _due(moment)]


def _makes(moment: Moment, answers: Sequence[Taught]) -> Iterable[Made]:
    """What she learns in each scene that she did not know before it, and what she only believed and now knows.

    What she brings from canon she knows from the start.
    """
    me = _character(moment)
    known = {fact.fact: _Has(fact.so, fact.sure) for fact in prior_knowledge(moment.state, me)}
    for at, (due, answer) in enumerate(zip(_due(moment), answers, strict=True)):
        learned, reached = list[Learned](), {line.place for line in due.ask.lines}
        for took in sorted(answer.took, key=lambda one: one.line):
            fact = due.facts.get(took.fact)
            if fact is None or took.line not in reached:
                continue
            one = _bounded(took, fact, me, due, known.get(took.fact))
            if one is not None and _new(one, known.get(one.fact)):
                known[one.fact] = _Has(one.so, one.sure)
                learned.append(one)
        if learned:
            yield Made(_learned(moment, due, learned), (at,))


def _bounded(took: Took, fact: FactFound, me: str, due: _Due, known: _Has | None) -> Learned | None:
    """What she takes, no surer than it can be.

    Who speaks of what was told or done before, and was not there, has it in a way that no scene shows.
    """
    one = Learned(**dict(took))
    if one.how == "knew" and known is not None and known.so:
        return None
    told = next(t for t in fact.tellings if t.so)
    first = (told.scene, told.line) == (due.heard.scene.written.scene, took.line)
    if one.how == "knew" and not first and me not in fact.about:
        return one.model_copy(update={"how": "guessed", "sure": False, "secret": False})
    sourced = one.how in ("told", "overheard")
    if one.sure and (
        not one.so or fact.untrue or (sourced and not may_be_sure(one.source, fact.about, due.ask.trusted))
    ):
        return one.model_copy(update={"sure": False})
    return one


def _new(one: Learned, known: _Has | None) -> bool:
    """She did not know it: a lie moves nobody who knows better, and what is believed can become known."""
    if known is None:
        return True
    if known.so == one.so:
        return one.sure and not known.sure
    return one.so or not known.sure


def _learned(moment: Moment, due: _Due, learned: Sequence[Learned]) -> SceneLearned:
    state, scene = moment.state, due.heard.scene
    places = (state.works.standing(FactFound, one.fact) for one in learned)
    return SceneLearned(
        reason="; ".join(_told(one, due.facts[one.fact]) for one in learned[:2]),
        rests=(scene.number, *sorted(done.number for done in places if done is not None)),
        character=_character(moment),
        scene=scene.written.scene,
        learned=tuple(learned),
    )


def _told(one: Learned, fact: FactFound) -> str:
    """TOM tells me that it is so."""
    so = shorten(fact.text, 70) if one.so else f"it is not so that {shorten(fact.text, 60)}"
    return {
        "did": f"I did it myself: {so}",
        "knew": f"I knew: {so}",
        "saw": f"I see it: {so}",
        "read": f"I read it: {so}",
        "told": f"{one.source} tells me: {so}",
        "overheard": f"I hear {one.source} say: {so}",
        "guessed": f"I speak of it, and no scene shows where I have it from: {so}",
    }[one.how]


def _concerns(moment: Moment) -> bool:
    """The facts were read anew, or names are others, or somebody said something of what she learned."""
    event, state, me = moment.event, moment.state, _character(moment)
    if state.cast.person(me) != me:
        return False
    if isinstance(event, RoleJoined):
        return bool(state.works.of(FactFound))
    if not isinstance(
        event,
        FactsRead
        | CharacterCast
        | CharactersJoined
        | CharactersParted
        | WorkOverruled
        | NoteGiven
        | MessageSent,
    ):
        return False
    if isinstance(event, CharacterCast) and state.cast.person(event.character) != me:
        return False
    return _has_learned(state, me) or bool(_due(moment))


def _has_learned(state: State, me: str) -> bool:
    return any(work.character == me for work in state.works.of(SceneLearned).values())


def learn(ask: Learn) -> Taught:
    """The house rule: who does, sees or reads it knows; who is told believes, or knows it from whom it is about."""
    lines = [Reached(**dict(line)) for line in ask.lines]
    took = list[Took]()
    for fact in ask.facts:
        tellings = [ToldHere(**dict(one)) for one in fact.tellings]
        taken = take(
            ask.character,
            lines,
            Matter(fact.text, fact.about, fact.secret, fact.untrue),
            tellings,
            ask.trusted,
        )
        if taken is not None:
            took.append(Took(fact=fact.fact, **taken._asdict()))
    return Taught(took=tuple(took))


LEARNING_TASKS: tuple[Task, ...] = (
    Task(
        since="planning",
        asks=_asks,
        makes=_makes,
        kinds=(SceneLearned,),
        upon=(FactsRead, CharacterCast, CharactersJoined, CharactersParted),
        concerns=_concerns,
    ),
)
LEARNING_RULES: Rules = {Learn: learn}
