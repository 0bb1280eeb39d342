"""Films in which scenes do something to people: moods that go on, through drafts, names, notes, forks and wraps."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cineledger.agents import desk
from cineledger.agents.intervening import overrule
from cineledger.agents.living.asks import Lived, LiveScene
from cineledger.agents.living.living import LIVING_RULES, LIVING_TASKS, live_scene
from cineledger.agents.role import Moment
from cineledger.domain.address import Address
from cineledger.domain.cast.affect import EVEN
from cineledger.domain.cast.identity import Identity, IdentityDrawn, Trait
from cineledger.domain.cast.lived import SceneLived
from cineledger.domain.cast.living import may_live
from cineledger.domain.ledger import Ledger
from cineledger.domain.notes.commands import GiveNote
from cineledger.domain.notes.events import NoteAnswered
from cineledger.domain.production.events import PhaseEntered
from cineledger.domain.production.wrapping import ReopenProduction, WrapProduction
from cineledger.domain.state import State, evolve
from cineledger.domain.talk.events import CommandRefused
from cineledger.domain.words import CAST_PREFIX
from tests.agents.test_any_session import Session
from tests.agents.test_names import FILM, choose, names_asked
from tests.agents.test_relationships import FALLING_OUT, take_in
from tests.benchmarks import arcs
from tests.support.drafts import CABIN, HARBOUR, KITCHEN, QUAY, draft
from tests.support.studio import opened, work


def moods(state: State) -> dict[str, SceneLived]:
    """The scenes lived that stand."""
    return state.works.of(SceneLived)


def refused(ledger: Ledger) -> list[str]:
    """What was refused, and why."""
    return [r.fact.reason for r in ledger.records("pilot") if isinstance(r.fact, CommandRefused)]


@pytest.fixture(scope="module")
def falling_out(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """A film in which somebody is trusted and lied to, as its crew left it."""
    with opened(tmp_path_factory.mktemp("film"), script=FALLING_OUT) as ledger:
        work(ledger)
        yield ledger


def test_a_mood_is_carried_and_moved(falling_out: Ledger) -> None:
    """It goes on through a scene in which nothing happens, fading, and turns with one that hurts."""
    state = falling_out.fold("pilot")
    found = moods(state)
    assert set(found) == {f"{who}/{scene}" for who in ("MAYA", "TOM") for scene in "123"}
    first, quiet, last = (found[f"MAYA/{scene}"] for scene in "123")
    assert first.came == EVEN and first.left.valence > 0 and first.appraisals
    assert 0 < quiet.came.valence < first.left.valence and not quiet.appraisals and quiet.left == quiet.came
    assert last.left.valence < 0 < last.left.arousal and last.appraisals[0].emotion == "anger"
    assert found["TOM/3"].left != last.left
    for one in found.values():
        elements = state.script.scenes[one.scene].written.elements
        assert all(event.quote in elements[event.line].text for event in one.appraisals)
        may_live(state, one)
    assert not refused(falling_out)


def test_a_fork_hands_in_the_same(falling_out: Ledger) -> None:
    """Nothing of it depends on when it is read: a fork before the work began comes to the same moods."""
    start = next(r.number for r in falling_out.records("pilot") if isinstance(r.fact, PhaseEntered))
    desk.fork(falling_out, Address("pilot", start - 1), "again", None)
    assert moods(work(falling_out, "again")) == moods(falling_out.fold("pilot"))


def test_a_script_that_is_not_english_is_not_guessed(tmp_path: Path) -> None:
    """What a rule can't read has no goal, no events and no mood, and says why."""
    script = "ИНТ. КУХНЯ - НОЧЬ\n\nМАЙЯ\nТы мне солгал.\n\nТОМ\nПрости меня.\n"
    with opened(tmp_path, script=script) as ledger:
        found = moods(work(ledger))
        assert {one.mood for one in found.values()} == {"unknown"} and len(found) == 2
        assert all(not one.appraisals and "not in English" in one.reason for one in found.values())


def test_joined_names_live_as_one(tmp_path: Path) -> None:
    """Nothing is left of a name that went; parted again, she lives her own scenes; nothing is refused."""
    with opened(tmp_path, script=FILM) as ledger:
        state = work(ledger)
        assert state.cast.aliases and not set(state.cast.aliases) & {
            o.character for o in moods(state).values()
        }
        choose(ledger, names_asked(state)["CYBER BOB"], joined=False)
        assert any(one.character == "CYBER BOB" for one in moods(work(ledger)).values())
        assert not refused(ledger)


def test_a_draft_moves_what_comes_after_it(tmp_path: Path) -> None:
    """An early scene with other lines moves later moods; what comes to the same numbers is not said again."""
    with opened(tmp_path, script=FALLING_OUT) as ledger:
        before = moods(work(ledger))
        cruel = FALLING_OUT.replace("I trust you, Tom.", "I hate you, Tom.")
        take_in(ledger, cruel)
        after = moods(work(ledger))
        assert after["MAYA/1"].left.valence < 0 < before["MAYA/1"].left.valence
        assert after["MAYA/2"].came != before["MAYA/2"].came
        marked = ledger.head("pilot").number
        take_in(ledger, cruel.replace("at nine", "at ten"))
        same = moods(work(ledger))
        again = [r.fact for r in ledger.records("pilot", marked) if isinstance(r.fact, SceneLived)]
        assert {one.key for one in again} == {"MAYA/2", "TOM/2"}
        assert all(one.same(after[key]) for key, one in same.items())
        take_in(ledger, "INT. HALL - DAY\n\nMAYA\nThe train leaves at nine.\n")
        assert set(moods(work(ledger))) == {"MAYA/2"}
        assert not refused(ledger)


def test_a_note_about_a_mood_is_the_cast_members_to_answer(tmp_path: Path) -> None:
    """She reads the lines again; a note is no line, so they are to her what they are."""
    with opened(tmp_path, script=FALLING_OUT) as ledger:
        standing = work(ledger).works.standing(SceneLived, "MAYA/3")
        assert standing is not None
        note = GiveNote(text="She is relieved.", about=standing.number, table="moods", key="MAYA/3")
        desk.order(ledger, "pilot", note)
        state = work(ledger)
        (answered,) = [r for r in ledger.records("pilot") if isinstance(r.fact, NoteAnswered)]
        assert answered.actor == "cast:MAYA" and not state.notes.unanswered
        assert state.works.notes(SceneLived, "MAYA/3") == ("She is relieved.",)
        assert any("She is relieved." in ask.notes for ask in asked(state, "MAYA"))


def test_what_was_overruled_is_not_gone_on_from(falling_out: Ledger) -> None:
    """A scene that the orchestrator struck is not put up again as it was; later moods begin where she was before it."""
    falling_out.fork(Address("pilot", falling_out.head("pilot").number), "other")
    state = falling_out.fold("other")
    before, made = moods(state), state.works.standing(SceneLived, "MAYA/1")
    assert made is not None
    overrule(falling_out, Address("other", made.number), None, "She trusts nobody.")
    state = work(falling_out, "other")
    after = moods(state)
    assert "MAYA/1" not in after and after["MAYA/2"].came == EVEN != before["MAYA/2"].came
    assert after["TOM/1"] == before["TOM/1"]
    for one in after.values():
        may_live(state, one)
    said = [r.fact.reason for r in falling_out.records("other") if isinstance(r.fact, CommandRefused)]
    assert len(said) == 1 and said[0].startswith("that was overruled")


def test_a_wrapped_film_taken_up_again_is_not_lived_twice(falling_out: Ledger) -> None:
    """What stands after the wrap stands after the reopening."""
    falling_out.fork(Address("pilot", falling_out.head("pilot").number), "wrapped")
    desk.order(falling_out, "wrapped", WrapProduction())
    marked = falling_out.head("wrapped").number
    desk.order(falling_out, "wrapped", ReopenProduction(reason="one more look"))
    work(falling_out, "wrapped")
    assert not [r for r in falling_out.records("wrapped", marked) if isinstance(r.fact, SceneLived)]


def asked(state: State, person: str) -> list[LiveScene]:
    """What a cast member is asked as things are."""
    moment = Moment(f"{CAST_PREFIX}{person}", state.number, PhaseEntered(phase="planning"), state)
    return [ask for ask in LIVING_TASKS[0].asks(moment) if isinstance(ask, LiveScene)]


def read_anew(state: State) -> dict[str, SceneLived]:
    """What the cast would hand in, had it never read the script before."""
    (task,), found = LIVING_TASKS, dict[str, SceneLived]()
    for role in state.production.roster:
        person = role.removeprefix(CAST_PREFIX)
        if role.startswith(CAST_PREFIX) and state.cast.person(person) == person:
            moment = Moment(role, state.number, PhaseEntered(phase="planning"), state)
            answers = [LIVING_RULES[type(ask)](ask) for ask in task.asks(moment)]
            for made in task.makes(moment, answers):
                assert isinstance(made.what, SceneLived)
                found[made.what.key] = made.what
    return found


@pytest.mark.parametrize("seed", [0, 4, 15])
def test_what_stands_follows_from_what_stood_before(tmp_path: Path, seed: int) -> None:
    """After drafts, cut runs and forks anywhere, every mood goes on from the one before, in the scenes there are."""
    with opened(tmp_path, script=draft(HARBOUR, KITCHEN, CABIN, QUAY)) as ledger:
        session = Session(ledger, seed)
        for _ in range(6):
            session.dice.choice((session.draft, session.run, session.fork, session.decide, session.speak))()
        state = session.finish()
        assert moods(state).keys() == read_anew(state).keys()
        for one in moods(state).values():
            may_live(state, one)


def test_who_she_is_moves_where_her_moods_begin(falling_out: Ledger) -> None:
    """Told who she is, she goes through her scenes from there; the others stay as they are."""
    state = falling_out.fold("pilot")
    kind = Identity(traits=(Trait(trait="kind", facet="agreeableness", value=1.0),))
    told = evolve(state, IdentityDrawn(reason="her lines", character="MAYA", identity=kind), "writer")
    anew, before = read_anew(told), read_anew(state)
    assert anew["MAYA/1"].came.valence == 0.59 and anew["MAYA/3"].left.valence > before["MAYA/3"].left.valence
    assert {key for key in anew if not anew[key].same(before[key])} == {"MAYA/1", "MAYA/2", "MAYA/3"}


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"goal": ""}, "without a goal"),
        ({"read": False}, "can't be read"),
        ({"reason": " "}, "the reason is empty"),
        ({"toward": "NOBODY"}, "there is no other person in the scene 'NOBODY'"),
        ({"toward": "MAYA"}, "there is no other person in the scene 'MAYA'"),
        ({"line": 40}, "there is no line 40"),
        ({"quote": "I never said that."}, "does not say"),
        ({"because": ""}, "is empty"),
        ({"times": 9}, "are too many"),
    ],
)
def test_faults_of_an_answer(falling_out: Ledger, change: dict[str, object], fault: str) -> None:
    """Lines, people and words that are not there, and parts that do not agree, are said to whoever answered."""
    ask = asked(falling_out.fold("pilot"), "MAYA")[2]
    right = LIVING_RULES[LiveScene](ask)
    assert isinstance(right, Lived) and not list(ask.faults(right))
    event = right.appraisals[0]
    inner = {name: value for name, value in change.items() if name in type(event).model_fields}
    outer = {name: value for name, value in change.items() if name in Lived.model_fields}
    times = 9 if "times" in change else 1
    wrong = right.model_copy(update={**outer, "appraisals": (event.model_copy(update=inner),) * times})
    assert any(fault in said for said in ask.faults(wrong.model_copy(update={"progress": 0.5})))


def test_a_reader_of_our_own_series_would_mostly_agree() -> None:
    """With what was written down by hand, and more than with taking nothing to be felt; every quote is a line's."""
    made = arcs.films({"short-measure", "false-bottom"})
    asks = [ask for state in made.values() for who in state.cast.characters for ask in asked(state, who)]
    assert not [fault for ask in asks for fault in ask.faults(live_scene(ask))]
    read = {name: arcs.lived(state) for name, state in made.items()}
    nothing = {name: dict.fromkeys(told, arcs.NEUTRAL) for name, told in read.items()}
    expected = [one for one in arcs.by_hand() if one.script in made]
    (agreed, of), (neutral, _) = (
        tuple(map(sum, zip(*arcs.agreement(expected, told).values(), strict=True)))
        for told in (read, nothing)
    )
    assert agreed >= 0.55 * of and agreed > 2 * neutral
