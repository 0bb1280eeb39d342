"""Films in which people hide, tell, deny and overhear: what each comes to know, kept whole through drafts and forks."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cineledger.agents import desk
from cineledger.agents.intervening import overrule
from cineledger.agents.knowing.finding import FINDING_RULES, FINDING_TASKS
from cineledger.agents.knowing.learning import LEARNING_RULES, LEARNING_TASKS, learn
from cineledger.agents.knowing.taking import Learn, Taught
from cineledger.agents.minds.mind import Asked
from cineledger.agents.role import Moment, Rules
from cineledger.agents.working import Task
from cineledger.domain.address import Address
from cineledger.domain.cast.bonds import RelationshipMoved
from cineledger.domain.cast.knowledge import FactFound, FactsRead, Learned, SceneLearned
from cineledger.domain.event import Event
from cineledger.domain.ledger import Ledger
from cineledger.domain.notes.commands import GiveNote
from cineledger.domain.notes.events import NoteAnswered
from cineledger.domain.production.events import PhaseEntered
from cineledger.domain.state import State
from cineledger.domain.talk.events import CommandRefused
from cineledger.domain.words import CAST_PREFIX
from tests.agents.test_any_session import Session
from tests.agents.test_names import choose, names_asked
from tests.agents.test_revised_films import take_in
from tests.support.feature import feature
from tests.support.scripted import ScriptedMind
from tests.support.studio import opened, work

OFFICE = """INT. HARBOUR OFFICE - NIGHT

TOM, alone, hides the brass key under the loose step. He leaves.
"""
KITCHEN = """INT. KITCHEN - DAY

Maya pours tea. Tom and Victor sit.

MAYA
Where is the key?

TOM
The key is in the boat.

VICTOR
(to Tom)
Did you sell the boat?

TOM
I never sold the boat.
"""
HALL = """INT. HALL - NIGHT

Tom and Lena.

TOM
I sold the boat, Lena. Don't tell Maya.

LENA
I won't. I'm pregnant, Tom.
"""
STREET = """INT. STREET - DAY

Maya walks with Lena.

LENA
Tom sold the boat.

MAYA
He said he didn't.

LENA
(whispers)
My father is Victor. Nobody knows.

Victor enters.

VICTOR
We leave at midnight.
"""
QUAY = """INT. QUAY - NIGHT

Maya and Victor wait.

MAYA
The key is under the step.

VICTOR
Lena's pregnant.
"""
FILM = "\n".join((OFFICE, KITCHEN, HALL, STREET, QUAY))


def found(state: State) -> dict[str, FactFound]:
    """The facts that stand."""
    return state.works.of(FactFound)


def learned(state: State) -> dict[str, SceneLearned]:
    """What was learned, by character and scene."""
    return state.works.of(SceneLearned)


def knows(state: State, who: str, fact: str) -> list[tuple[str, bool, str, str, bool, bool]]:
    """Scene, so, how, source, sure and secret of each time she came to know or believe a fact."""
    return [
        (work.scene, one.so, one.how, one.source, one.sure, one.secret)
        for scene in state.script.order
        if (work := learned(state).get(f"{who}/{scene}")) is not None
        for one in work.learned
        if one.fact == fact
    ]


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """The film, worked on to the end; tests only look at it, and at forks of it."""
    with opened(tmp_path_factory.mktemp("film"), script=FILM) as ledger:
        work(ledger)
        yield ledger


@pytest.fixture(scope="module")
def state(film: Ledger) -> State:
    """The film as it stands."""
    return film.load("pilot").state


def test_each_fact_stands_once_with_its_tellings(state: State) -> None:
    """What is done unseen, denied or told in secrecy is secret; what is said by one who knows better is untrue."""
    facts = found(state)
    assert list(facts) == [
        "key-under-step", "key-in-boat", "tom-sold-boat", "lena-pregnant", "victor-lena-father", "will-leave-midnight",
    ]  # fmt: skip
    assert {name for name, fact in facts.items() if fact.secret} == {
        "key-under-step", "tom-sold-boat", "victor-lena-father",
    }  # fmt: skip
    assert {name for name, fact in facts.items() if fact.untrue} == {"key-in-boat"}
    for fact in facts.values():
        for one in fact.tellings:
            assert one.quote.rstrip("…") in state.script.scenes[one.scene].written.elements[one.line].text


TOLD_BY_LENA = ("4", True, "told", "LENA", False, False)


@pytest.mark.parametrize(
    ("who", "fact", "knowing"),
    [
        ("TOM", "key-under-step", [("1", True, "did", "", True, True)]),
        ("MAYA", "key-in-boat", [("2", True, "told", "TOM", False, False)]),
        ("TOM", "key-in-boat", []),
        ("MAYA", "key-under-step", [("5", True, "guessed", "", False, False)]),
        ("MAYA", "tom-sold-boat", [("2", False, "overheard", "TOM", False, False), TOLD_BY_LENA]),
        ("VICTOR", "tom-sold-boat", [("2", False, "told", "TOM", False, False)]),
        ("TOM", "tom-sold-boat", [("3", True, "did", "", True, True)]),
        ("LENA", "tom-sold-boat", [("3", True, "told", "TOM", True, True)]),
        ("LENA", "lena-pregnant", [("3", True, "knew", "", True, False)]),
        ("TOM", "lena-pregnant", [("3", True, "told", "LENA", True, False)]),
        ("MAYA", "lena-pregnant", [("5", True, "told", "VICTOR", False, False)]),
        ("MAYA", "victor-lena-father", [("4", True, "told", "LENA", True, True)]),
        ("VICTOR", "victor-lena-father", []),
        ("LENA", "will-leave-midnight", [("4", True, "told", "VICTOR", True, False)]),
    ],
)  # fmt: skip
def test_who_comes_to_know_what(
    state: State, who: str, fact: str, knowing: list[tuple[str, bool, str, str, bool, bool]]
) -> None:
    """Told by whom it is about, she knows; told by others, she believes; a lie is believed by those who know no better.

    Who is not there, or comes later, learns nothing; who speaks of what no scene taught her has guessed it.
    """
    assert knows(state, who, fact) == knowing


def test_every_learning_cites_the_line_and_the_fact(film: Ledger, state: State) -> None:
    """Each is the cast member's own, rests on the scene and on the facts, and quotes its line."""
    for key, work_ in learned(state).items():
        done = state.works.standing(SceneLearned, key)
        assert done is not None
        record = next(film.records("pilot", done.number - 1))
        assert record.actor == CAST_PREFIX + work_.character
        assert state.script.scenes[work_.scene].number in work_.rests
        for one in work_.learned:
            standing = state.works.standing(FactFound, one.fact)
            assert standing is not None and standing.number in work_.rests
            line = state.script.scenes[work_.scene].written.elements[one.line].text
            assert one.quote.rstrip("…") in line


def test_a_fork_inherits_and_goes_its_own_way(film: Ledger, state: State) -> None:
    """What was learned stands there at once; a draft of the fork teaches its people other things, and nobody else."""
    film.fork(Address("pilot", state.number), "fork")
    assert learned(film.load("fork").state) == learned(state)
    told = FILM.replace("Don't tell Maya.", "Say it aloud.").replace("Tom and Lena.", "Tom, Lena and Victor.")
    take_in(film, told, "fork")
    other = work(film, "fork")
    assert knows(other, "LENA", "tom-sold-boat") == [("3", True, "told", "TOM", True, False)]
    assert ("3", True, "overheard", "TOM", True, False) in knows(other, "VICTOR", "tom-sold-boat")
    assert learned(film.load("pilot").state) == learned(state)


def test_a_fork_before_the_work_comes_to_the_same(film: Ledger, state: State) -> None:
    """Names of facts, and all that is learned, depend on the lines alone."""
    begun = next(r.number for r in film.records("pilot") if isinstance(r.fact, PhaseEntered))
    film.fork(Address("pilot", begun - 1), "anew")
    anew = work(film, "anew")
    assert found(anew) == found(state) and learned(anew) == learned(state)


def since(ledger: Ledger, name: str, number: int, kind: type[Event]) -> list[Event]:
    """The facts of a kind that came after an event."""
    return [record.fact for record in ledger.records(name, number) if isinstance(record.fact, kind)]


def test_a_draft_hands_in_what_changed_only(film: Ledger, state: State) -> None:
    """A fact that is told as before is not handed in again; what is told no more is known by nobody."""
    film.fork(Address("pilot", state.number), "blue")
    take_in(film, FILM.replace("Lena's pregnant.", "It is cold."), "blue")
    after = work(film, "blue")
    changed = [one.fact for one in since(film, "blue", state.number, FactFound) if isinstance(one, FactFound)]
    assert changed == ["lena-pregnant"] and len(found(after)["lena-pregnant"].tellings) == 1
    (read,) = since(film, "blue", state.number, FactsRead)
    assert isinstance(read, FactsRead)
    assert (read.draft, read.found, read.changed, read.gone) == (2, (), ("lena-pregnant",), ())
    assert not knows(after, "MAYA", "lena-pregnant") and knows(after, "TOM", "lena-pregnant")

    take_in(film, "\n".join((OFFICE, KITCHEN, QUAY)), "blue")
    after = work(film, "blue")
    assert set(found(after)) == {"key-under-step", "key-in-boat", "lena-pregnant"}
    assert not knows(after, "VICTOR", "tom-sold-boat") and not knows(after, "LENA", "lena-pregnant")

    take_in(film, "INT. QUAY - NIGHT\n\nMAYA\nIt is cold.\n", "blue")
    after = work(film, "blue")
    assert not found(after) and not learned(after)


CRYPT = """INT. OFFICE - NIGHT

Maya opens the letter and reads: "The gold is buried under the chapel." Lena looks out.

LENA
Bad news?

MAYA
(into phone)
Gregor is dead.

VICTOR (V.O.)
You are sure?

INT. CRYPT - NIGHT

While Tom sleeps, Maya hides the gold behind the altar.

TOM
Who is there?
"""


def test_what_is_read_telephoned_and_done_while_others_sleep(tmp_path: Path) -> None:
    """Who reads it knows it, and nobody else; the other end of the line is told, and the room overhears."""
    with opened(tmp_path, script=CRYPT, crew=("writer",)) as ledger:
        state = work(ledger)
        assert knows(state, "MAYA", "gold-under-chapel") == [("1", True, "read", "", True, False)]
        assert not knows(state, "LENA", "gold-under-chapel")
        assert knows(state, "VICTOR", "gregor-dead") == [("1", True, "told", "MAYA", False, False)]
        assert knows(state, "LENA", "gregor-dead") == [("1", True, "overheard", "MAYA", False, False)]
        assert knows(state, "MAYA", "gold-behind-altar") == [("2", True, "did", "", True, True)]
        assert not knows(state, "TOM", "gold-behind-altar")


def test_whom_she_mistrusts_she_only_believes(tmp_path: Path) -> None:
    """What he says of himself she would know, had he not lied to her before."""
    quarrel = "INT. ATTIC - DAY\n\nLENA\nYou lied to me, Tom! I don't trust you.\n\nTOM\nI'm sorry.\n\n"
    with opened(tmp_path, script=quarrel + HALL) as ledger:
        state = work(ledger)
        assert state.works.of(RelationshipMoved)["LENA/TOM/1"].trust < -0.1
        assert knows(state, "LENA", "tom-sold-boat") == [("2", True, "told", "TOM", False, True)]


def test_a_mind_can_make_nobody_surer_than_she_can_be(tmp_path: Path) -> None:
    """Its answers pass through the same limits: hearsay is believed, and who was not there has guessed."""

    def sure(asked: Asked) -> Taught:
        ask = asked.ask
        assert isinstance(ask, Learn)
        return Taught(took=tuple(one.model_copy(update={"sure": True}) for one in learn(ask).took))

    with opened(tmp_path, script=FILM) as ledger:
        state = work(ledger, mind=ScriptedMind({"Learn": sure}))
        assert knows(state, "MAYA", "key-in-boat") == [("2", True, "told", "TOM", False, False)]
        assert knows(state, "MAYA", "key-under-step") == [("5", True, "guessed", "", False, False)]


def test_an_overruled_fact_is_known_by_nobody(film: Ledger, state: State) -> None:
    """The writer does not put it up again; what was learned of it goes, and what else was learned stays."""
    film.fork(Address("pilot", state.number), "other")
    standing = state.works.standing(FactFound, "tom-sold-boat")
    assert standing is not None
    overrule(film, Address("other", standing.number), None, "He never did.")
    after = work(film, "other")
    assert "tom-sold-boat" not in found(after)
    assert not any(one.fact == "tom-sold-boat" for work_ in learned(after).values() for one in work_.learned)
    assert knows(after, "MAYA", "key-in-boat")


def test_a_note_about_what_she_learned_is_hers_to_answer(tmp_path: Path) -> None:
    """A note is no line: they say what they say."""
    with opened(tmp_path, script=HALL) as ledger:
        state = work(ledger)
        standing = state.works.standing(SceneLearned, "LENA/1")
        assert standing is not None
        note = GiveNote(text="She does not listen.", about=standing.number, table="knowledge", key="LENA/1")
        desk.order(ledger, "pilot", note)
        state = work(ledger)
        (answered,) = [r for r in ledger.records("pilot") if isinstance(r.fact, NoteAnswered)]
        assert answered.actor == "cast:LENA" and not state.notes.unanswered


NAMES = """INT. PARK - DAY

MARGARET walks a dog. CYBER BOB comes up to her.

CYBER BOB
I stole the diamonds.

MARGARET
You did not!

BOB
Don't tell anybody.

BOB
It is a fine dog.

BOB
And a fine day.
"""


def test_joined_names_know_as_one(tmp_path: Path) -> None:
    """Nothing is known under a name that went; parted again, each has what it said and heard; nothing is refused."""
    with opened(tmp_path, script=NAMES) as ledger:
        state = work(ledger)
        gone = set(state.cast.aliases)
        assert gone and not gone & {work_.character for work_ in learned(state).values()}
        assert knows(
            state, "MARGARET", f"{state.cast.person('CYBER BOB').lower().replace(' ', '-')}-took-diamonds"
        )
        choose(ledger, names_asked(state)["CYBER BOB"], joined=False)
        state = work(ledger)
        assert knows(state, "CYBER BOB", "cyber-bob-took-diamonds")
        assert not any(isinstance(r.fact, CommandRefused) for r in ledger.records("pilot"))


def test_a_script_that_is_not_english_has_no_facts(tmp_path: Path) -> None:
    """What a rule can't read it leaves out, and records nothing of."""
    script = "ИНТ. КУХНЯ - НОЧЬ\n\nМАЙЯ\nЯ продала лодку.\n\nТОМ\nНе говори никому.\n"
    with opened(tmp_path, script=script) as ledger:
        state = work(ledger)
        assert not found(state) and not learned(state) and not state.works.of(FactsRead)


def anew(state: State, role: str, task: Task, rules: Rules) -> dict[str, Event]:
    """What somebody would hand in on the state, had nothing of it been handed in before."""
    moment = Moment(role, state.number, PhaseEntered(phase="planning"), state)
    answers = [rules[type(ask)](ask) for ask in task.asks(moment)]
    made = (made.what for made in task.makes(moment, answers))
    return {work_.key: work_ for work_ in made if isinstance(work_, FactFound | SceneLearned)}


def told_or_shown(state: State, one: Learned, scene: str) -> bool:
    """The fact is told, shown or denied at the line that she has it from."""
    return any((t.scene, t.line) == (scene, one.line) for t in found(state)[one.fact].tellings)


class Whole(Session):
    """A session whose forks take what one reaction did whole: a fork inside it drops the rest of it for good."""

    def fork(self) -> None:
        """Goes on in a fork, after any reaction."""
        records = list(self.ledger.records(self.name))
        last = self.dice.choice(records).batch[1]
        name = f"{self.name}-"
        self.ledger.fork(Address(self.name, min(last, self.state.number)), name)
        self.name = name
        self.scenes = [s.written.text for s in self.state.script.present()] or self.scenes


@pytest.mark.parametrize("seed", [3, 7, 12])
def test_nobody_knows_what_no_scene_of_hers_tells(tmp_path: Path, seed: int) -> None:
    """After drafts, cut runs and forks anywhere: all that is known was told or shown where she was."""
    with opened(tmp_path, script=FILM) as ledger:
        session = Whole(ledger, seed)
        session.scenes = [OFFICE, KITCHEN, HALL, STREET, QUAY]
        for _ in range(5):
            session.dice.choice((session.draft, session.run, session.fork, session.decide))()
        state = session.finish()
        reads = "writer" in state.production.roster
        facts = anew(state, "writer", FINDING_TASKS[0], FINDING_RULES) if reads else {}
        assert found(state).keys() == facts.keys()
        assert all(fact.same(found(state)[key]) for key, fact in facts.items() if isinstance(fact, FactFound))
        for key, work_ in learned(state).items():
            text = state.script.scenes[work_.scene].written.text.upper()
            assert work_.character in text
            assert all(told_or_shown(state, one, work_.scene) for one in work_.learned), key
        for role in (role for role in state.production.roster if role.startswith(CAST_PREFIX)):
            if state.cast.person(role.removeprefix(CAST_PREFIX)) != role.removeprefix(CAST_PREFIX):
                continue
            own = {key: w for key, w in learned(state).items() if CAST_PREFIX + w.character == role}
            again = anew(state, role, LEARNING_TASKS[0], LEARNING_RULES)
            assert own.keys() == again.keys()
            assert all(isinstance(w := again[key], SceneLearned) and w.same(own[key]) for key in own)


def test_a_long_film_has_few_facts_and_reads_no_more_for_a_changed_scene(tmp_path: Path) -> None:
    """A draft of ten scenes in which one line changed hands in what that line told, and nothing else."""
    with opened(tmp_path, script=feature(10), crew=("writer",)) as ledger:
        state = work(ledger)
        facts = found(state)
        assert 0 < len(facts) < 8
        number = state.number
        first = next(iter(facts.values())).tellings[0]
        text = "".join(scene.written.text for scene in state.script.present())
        take_in(ledger, text.replace(first.quote, "It is late.", 1))
        state = work(ledger)
        assert {
            one.fact for one in since(ledger, "pilot", number, FactFound) if isinstance(one, FactFound)
        } <= {next(iter(facts))}
