"""Films in which people move each other: handed in scene by scene, kept whole through names, drafts and notes."""

from pathlib import Path

import pytest

from cineledger.agents import desk
from cineledger.agents.craft.inertia import Stop, between, unexplained
from cineledger.agents.debating import StandOnShot
from cineledger.agents.directing.viewings.jumps import Felt as Passed
from cineledger.agents.directing.viewings.jumps import ReviewFeelings, review_feelings
from cineledger.agents.noting.feelings import Felt
from cineledger.agents.noting.jumps import TraceFeeling, trace_feeling
from cineledger.agents.relating import RELATING_RULES, RELATING_TASKS
from cineledger.agents.role import Moment
from cineledger.agents.stances import Tabled
from cineledger.agents.standing import stand_on_shot
from cineledger.domain.address import Address
from cineledger.domain.cast.bonds import RelationshipMoved
from cineledger.domain.cast.events import EmotionalStateChanged
from cineledger.domain.debate.options import Look, RevisionOption
from cineledger.domain.fountain import read
from cineledger.domain.ledger import Ledger
from cineledger.domain.notes.commands import GiveNote
from cineledger.domain.notes.events import NoteAnswered
from cineledger.domain.production.events import PhaseEntered
from cineledger.domain.shots.events import ShotSpec
from cineledger.domain.state import State
from cineledger.domain.talk.events import CommandRefused, MessageSent
from cineledger.domain.words import CAST_PREFIX
from tests.agents.craft.craft_films import DRAMA, PLAIN, key_views
from tests.agents.test_any_session import Session
from tests.agents.test_names import FILM, choose, names_asked
from tests.support.drafts import CABIN, HARBOUR, KITCHEN, QUAY, draft
from tests.support.film import CLOSE
from tests.support.studio import facts, opened, work

FALLING_OUT = """INT. KITCHEN - NIGHT

MAYA
I trust you, Tom.

TOM
I promise. I'll never leave you.

INT. HALL - DAY

MAYA
The train leaves at nine.

TOM
Nine it is.

INT. STATION - NIGHT

MAYA
You lied to me!

TOM
I'm sorry.

Maya turns away.
"""

LEAP = """INT. BALLROOM - NIGHT

Maya dances, ecstatic, thrilled.

MAYA
(delighted)
I love this! What a wonderful, beautiful, happy night!

INT. CORRIDOR - CONTINUOUS

MAYA
The key is on the shelf. I am sad, I suppose, that it is so bad an awful key.
"""


def bonds(state: State) -> dict[str, RelationshipMoved]:
    """The relationships that stand."""
    return state.works.of(RelationshipMoved)


def test_what_is_between_two_people_is_carried_and_moved(tmp_path: Path) -> None:
    """It begins where they meet, holds through a scene that moves nothing, and goes on from where it stood."""
    with opened(tmp_path, script=FALLING_OUT) as ledger:
        state = work(ledger)
        found = bonds(state)
        assert set(found) == {f"{a}/{b}/{s}" for a, b in (("MAYA", "TOM"), ("TOM", "MAYA")) for s in "13"}
        first, last = found["MAYA/TOM/1"], found["MAYA/TOM/3"]
        assert first.moved.startswith("they meet") and first.trust > 0.2
        assert last.trust < first.trust - 0.1 and "trust falls" in last.moved
        assert (last.trust, last.power) != (found["TOM/MAYA/3"].trust, found["TOM/MAYA/3"].power)
        assert (
            last.line is not None and last.quote in state.script.scenes["3"].written.elements[last.line].text
        )
        assert all(state.script.scenes[b.scene].number in b.rests for b in found.values())


def test_a_fork_hands_in_the_same(tmp_path: Path) -> None:
    """Nothing of it depends on when it is read: a fork before the work began comes to the same bonds."""
    with opened(tmp_path, script=FALLING_OUT) as ledger:
        start = ledger.head("pilot").number
        state = work(ledger)
        desk.fork(ledger, Address("pilot", start), "again", None)
        assert bonds(work(ledger, "again")) == bonds(state)


def test_a_script_that_is_not_english_has_no_numbers(tmp_path: Path) -> None:
    """What a rule can't read it leaves out."""
    script = "ИНТ. КУХНЯ - НОЧЬ\n\nМАЙЯ\nТы мне солгал.\n\nТОМ\nПрости меня.\n"
    with opened(tmp_path, script=script) as ledger:
        assert not bonds(work(ledger))


def test_joined_names_are_one_person(tmp_path: Path) -> None:
    """Nobody stands to a name that went; parted again, she has bonds of her own; nothing is refused."""
    with opened(tmp_path, script=FILM) as ledger:
        state = work(ledger)
        gone = set(state.cast.aliases)
        assert gone and not gone & {name for b in bonds(state).values() for name in (b.character, b.other)}
        choose(ledger, names_asked(state)["CYBER BOB"], joined=False)
        apart = bonds(work(ledger))
        assert any("CYBER BOB" in (b.character, b.other) for b in apart.values())
        assert not any(isinstance(r.fact, CommandRefused) for r in ledger.records("pilot"))


def take_in(ledger: Ledger, script: str) -> None:
    """Takes a draft in."""
    taken = desk.Script(text=script, source="draft.fountain", encoding="utf-8")
    seen = desk.look_at_draft(ledger, "pilot", taken).seen
    desk.take_in_draft(ledger, "pilot", taken, seen)


def test_a_draft_moves_what_comes_after_it(tmp_path: Path) -> None:
    """Where a scene's lines change, how they stand in later scenes changes with it."""
    with opened(tmp_path, script=FALLING_OUT) as ledger:
        before = bonds(work(ledger))
        take_in(ledger, FALLING_OUT.replace("I trust you, Tom.", "I hate you, Tom."))
        after = bonds(work(ledger))
        assert after["MAYA/TOM/1"].affection < before["MAYA/TOM/1"].affection
        assert after["MAYA/TOM/3"].trust < before["MAYA/TOM/3"].trust
        take_in(ledger, "INT. HALL - DAY\n\nMAYA\nThe train leaves at nine.\n")
        assert not bonds(work(ledger))


def test_a_note_about_a_bond_is_the_cast_members_to_answer(tmp_path: Path) -> None:
    """She reads the lines again; a note is no line, so they say what they say."""
    with opened(tmp_path, script=FALLING_OUT) as ledger:
        state = work(ledger)
        number = state.works.standing(RelationshipMoved, "MAYA/TOM/3")
        assert number is not None
        note = GiveNote(
            text="She forgives him.", about=number.number, table="relationships", key="MAYA/TOM/3"
        )
        desk.order(ledger, "pilot", note)
        state = work(ledger)
        (answered,) = [r for r in ledger.records("pilot") if isinstance(r.fact, NoteAnswered)]
        assert answered.actor == "cast:MAYA" and not state.notes.unanswered
        assert state.works.notes(RelationshipMoved, "MAYA/TOM/3") == ("She forgives him.",)


def read_anew(state: State) -> dict[str, RelationshipMoved]:
    """What the cast would hand in, had it never read the script before."""
    (task,) = RELATING_TASKS
    found: dict[str, RelationshipMoved] = {}
    for role in state.production.roster:
        moment = Moment(role, state.number, PhaseEntered(phase="planning"), state)
        if role.startswith(CAST_PREFIX) and task.concerns(moment):
            answers = [RELATING_RULES[type(ask)](ask) for ask in task.asks(moment)]
            for made in task.makes(moment, answers):
                assert isinstance(made.what, RelationshipMoved)
                found[made.what.key] = made.what
    return found


@pytest.mark.parametrize("seed", [0, 1, 4, 13, 15, 21])
def test_what_stands_is_what_the_script_says(tmp_path: Path, seed: int) -> None:
    """After drafts, cut runs and forks anywhere, no bond is left of lines, orders or names that are gone."""
    with opened(tmp_path, script=draft(HARBOUR, KITCHEN, CABIN, QUAY)) as ledger:
        session = Session(ledger, seed)
        for _ in range(7):
            session.dice.choice((session.draft, session.run, session.fork, session.decide, session.speak))()
        state = session.finish()
        anew = read_anew(state)
        assert bonds(state).keys() == anew.keys()
        assert all(bond.same(anew[key]) for key, bond in bonds(state).items())


def test_a_leap_is_asked_about_and_answered(tmp_path: Path) -> None:
    """From joy to gloom through a door, with nothing that does it: the director asks, and she answers on the record."""
    with opened(tmp_path, script=LEAP) as ledger:
        state = work(ledger)
        records = list(ledger.records("pilot"))
        (asked,) = [r for r in records if isinstance(r.fact, MessageSent) and r.fact.to == "cast:MAYA"]
        assert isinstance(asked.fact, MessageSent) and asked.fact.about is not None
        assert isinstance(records[asked.fact.about].fact, EmotionalStateChanged)
        answers = [r for r in records if r.reaction is not None and r.reaction.number == asked.number]
        assert {r.actor for r in answers} == {"cast:MAYA"}
        assert isinstance(answers[-1].fact, MessageSent) and answers[-1].fact.to == "director"
        assert state.production.phase == "refinement"


def passed(valence: float, arousal: float = 0.0, time: str = "CONTINUOUS", *causes: str) -> Passed:
    """A scene that a character goes through."""
    return Passed(number="1", feeling="x", valence=valence, arousal=arousal, day_night=time, causes=causes)


@pytest.mark.parametrize(
    ("before", "after", "noted"),
    [
        (passed(0.6, time="NIGHT"), passed(-0.6), True),
        (passed(0.6, time="NIGHT"), passed(-0.6, 0.0, "DAY"), False),
        (passed(0.6, time="NIGHT"), passed(-0.6, 0.0, "NIGHT", "he confesses"), False),
        (passed(0.4, time="NIGHT"), passed(-0.4), False),
        (passed(0.0, -0.5), passed(0.0, 0.6), True),
    ],
)
def test_what_explains_a_leap(before: Passed, after: Passed, noted: bool) -> None:
    """Half the range on an axis wants a cause in the scene, or time; less wants none."""
    answer = review_feelings(ReviewFeelings(role="director", character="MAYA", scenes=(before, after)))
    assert bool(answer.notes) == noted
    assert unexplained(Stop(*before.stop()), after.stop()) == noted


def traced(line: str) -> TraceFeeling:
    """Somebody who was very happy and is said to be sad."""
    page = read(f"INT. HALL - DAY\n\nMAYA\n{line}\n").scenes[0].elements
    joy = Felt(feeling="elated", valence=0.8, arousal=0.6, line=2, quote="Yes!", reason="joy")
    gloom = Felt(feeling="sad", valence=-0.4, arousal=-0.2, line=2, quote=line, reason="gloom")
    return TraceFeeling(
        role="cast:MAYA",
        character="MAYA",
        elements=page,
        before=joy,
        stands=gloom,
        note="What takes you so far?",
    )


def test_a_strong_line_carries_a_leap_and_a_weak_one_does_not() -> None:
    """She points to the line that does it; or she feels anew, halfway from what she felt before."""
    strong = trace_feeling(traced("I hate him. He is dead, murdered, and it is horrible."))
    assert strong.felt is None and "murdered" in strong.answer
    weak = trace_feeling(traced("The door is over there."))
    assert weak.felt is not None and weak.felt.valence == between(0.8, -0.4)
    assert -0.4 < (weak.felt.valence or 0) < 0.8


def revision(spec: ShotSpec, stands: ShotSpec, role: str) -> StandOnShot:
    """How a shot of the drama's quarrel is to be made otherwise."""
    view = key_views(DRAMA)[0]
    option = RevisionOption(shot="1A", spec=spec)
    return StandOnShot(
        role=role,
        beat=view,
        look=Look(**PLAIN.model_dump()),
        said=(),
        tabled=(Tabled(by="cinematographer", option=option, reason="it is better"),),
        turned_down=(),
        round=1,
        stands=stands,
    )


def test_a_cast_member_speaks_for_shots_of_her_character_only() -> None:
    """Asked how another's single is made otherwise she is silent; where it was hers and goes to him, she objects."""
    maya = CLOSE.model_copy(update={"subject": "MAYA"})
    jon = CLOSE.model_copy(update={"subject": "JON"})
    silent = stand_on_shot(revision(jon.model_copy(update={"size": "MCU"}), jon, "cast:MAYA"))
    assert silent.supports is None and not silent.against and silent.alternative is None
    taken = stand_on_shot(revision(jon, maya, "cast:MAYA"))
    assert taken.against and taken.alternative is None
    given = stand_on_shot(revision(maya, jon, "cast:MAYA"))
    assert given.supports == 0 and not given.against


def test_the_record_is_the_same_each_time(tmp_path: Path) -> None:
    """Two runs of one script write one history."""
    with opened(tmp_path / "a", script=FALLING_OUT) as one, opened(tmp_path / "b", script=FALLING_OUT) as two:
        work(one)
        work(two, jobs=3)
        assert facts(one, "pilot") == facts(two, "pilot")
