"""Characters over several productions: wrapped into canon, cast from it, forks that disagree, decided by the human."""

from typing import Any

import pytest

from cineledger.agents import desk
from cineledger.agents.canon import casting
from cineledger.agents.canon.casting import cast
from cineledger.agents.serial.placing import wrap
from cineledger.domain.address import Address
from cineledger.domain.canon.events import CharacterCast, ContradictionFound, LifeTaken
from cineledger.domain.canon.standing import canon
from cineledger.domain.cast.bonds import RelationshipMoved
from cineledger.domain.ledger import Conflict, Ledger, together
from cineledger.domain.ledger.verify import Verifier
from cineledger.domain.production.policy import GiveOrder, SetPolicy
from cineledger.domain.production.wrapping import ReopenProduction
from cineledger.domain.refusal import Refused
from cineledger.domain.words import CANON
from cineledger.projections.audit import audit
from cineledger.projections.reader import Reader
from tests.canon.support import QUAY, film
from tests.support.studio import facts, work

CALM = "INT. KITCHEN - DAY\n\nMAYA\nThe boat needs paint.\n\nTOM\nGreen paint, the usual.\n"


def counted(ledger: Ledger, stream: str = "maya") -> list[str]:
    """The productions that count as her lives."""
    return [one.taken.production for one in canon(ledger.load(stream).state).lives]


def test_a_life_is_taken_with_addresses_and_the_end_of_the_work(before: Ledger) -> None:
    """Each main character's canon is opened with it; every address it names is an event of the production."""
    done = wrap(before, "quay", anyway=True)
    taken = {r.stream: r.fact for r in done.lives if isinstance(r.fact, LifeTaken)}
    assert set(taken) == {"maya", "tom"}
    life = taken["maya"].life
    assert taken["maya"].at == before.head("quay").number - 1
    assert life.arc is not None and "weeps" in life.arc.ends
    assert [bond.other for bond in life.bonds] == ["TOM"] and life.bonds[0].trust < 0
    for source in taken["maya"].copied_from():
        assert before.record(Address("quay", int(source.rpartition("@")[2]))).number <= taken["maya"].at


def test_wrapping_is_one_step_in_all_streams(before: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where one of them can't be written, none is: no canon is opened and the production is not wrapped."""
    head = before.head("quay")

    def fails(*_: Any, **__: Any) -> None:
        raise RuntimeError("the power went")

    monkeypatch.setattr(before.store.recorder, "_must_stand", fails)
    with pytest.raises(RuntimeError):
        wrap(before, "quay", anyway=True)
    assert before.head("quay") == head and not before.exists("maya") and not before.exists("tom")


def test_two_cuts_that_disagree_are_asked_about(ledger: Ledger) -> None:
    """The one that was there holds until then; the question cites both sides, and waits for the human."""
    assert counted(ledger) == ["quay"]
    (found,) = ledger.load("maya").state.works.of(ContradictionFound).values()
    assert (found.kind, found.was, found.now) == ("cut", "quay", "quay-b")
    assert "weeps" in found.earlier and "love" in found.later
    assert found.sources[0].startswith("quay@") and found.sources[1].startswith("quay-b@")
    (waiting,) = desk.inbox(ledger.load("maya").state, "maya")
    assert waiting.subject == CANON and [source for source, _ in waiting.accounts] == list(found.sources)
    question = ledger.load("maya").state.debate.questions[waiting.question]
    assert (question.opened.tier, question.opened.lead) == ("orchestrator", "showrunner")
    assert "cast:MAYA" in question.opened.concerned


def test_what_was_decided_is_canon(ledger: Ledger) -> None:
    """The rival that was chosen counts from then on, and in what is cast after that."""
    (waiting,) = desk.inbox(ledger.load("maya").state, "maya")
    later = next(n for n, _, what, _ in waiting.proposals if "takes" in what)
    desk.answer(ledger, Address("maya", later), "choose")
    work(ledger, "maya")
    assert counted(ledger) == ["quay-b"]
    film(ledger, "next", CALM)
    brings = cast(ledger, "next", "maya", canon_name="maya", years=2, new=False).brings
    assert brings.lives == ("quay-b",) and not brings.undecided
    assert brings.life.arc is not None and "love" in brings.life.arc.ends
    desk.impose(ledger, "maya", "broadcast", "Keep it simple.")
    work(ledger, "maya")
    assert counted(ledger) == ["quay-b"] and not desk.inbox(ledger.load("maya").state, "maya")


def test_the_crew_decides_where_policy_leaves_it_to_them(before: Ledger) -> None:
    """Nothing comes to the human then: the showrunner rules, and dissent is kept."""
    wrap(before, "quay", anyway=True)
    desk.order(before, "maya", SetPolicy(subject=CANON, tier="collaborative"))
    wrap(before, "quay-b", anyway=True)
    work(before, "maya", mode="ask")
    (question,) = before.load("maya").state.debate.questions.values()
    assert question.authority == "ruling" and len(counted(before)) == 1


def test_the_showrunner_decides_where_that_is_delegated(ledger: Ledger) -> None:
    """A standing order on canon approves what she recommends."""
    desk.order(ledger, "maya", GiveOrder(subject=CANON, text="Take what the showrunner recommends."))
    work(ledger, "maya", mode="none")
    work(ledger, "maya")
    state = ledger.load("maya").state
    (question,) = state.debate.questions.values()
    assert not desk.inbox(state, "maya") and question.authority == "standing_order"


def test_a_cut_taken_again_that_agrees_is_asked_about_no_more(ledger: Ledger) -> None:
    """The contradiction is taken back and its question dropped, as the life that made it is replaced."""
    desk.order(ledger, "quay-b", ReopenProduction())
    desk.take_in_draft(
        ledger,
        "quay-b",
        desk.Script(text=QUAY, source="quay.fountain", encoding="utf-8"),
        ledger.load("quay-b").state.number,
    )
    work(ledger, "quay-b")
    wrap(ledger, "quay-b", anyway=True)
    state = ledger.load("maya").state
    assert not state.works.of(ContradictionFound) and not desk.inbox(state, "maya")
    assert [q.status for q in state.debate.questions.values()] == ["dropped"]
    assert len(state.canon.lives) == 2


def test_bonds_begin_where_canon_left_them(ledger: Ledger) -> None:
    """She does not trust him as the film begins, whether she was cast before she read it or after."""
    film(ledger, "early", CALM)
    brings = cast(ledger, "early", "maya", canon_name="maya", years=3, new=False).brings
    film(ledger, "late", CALM)
    work(ledger, "early")
    work(ledger, "late")
    met = {}
    for name in ("early", "late"):
        if name == "late":
            assert bond(ledger, name).trust == 0
            cast(ledger, name, "Maya", canon_name="maya", years=3, new=False)
            work(ledger, name)
        met[name] = bond(ledger, name)
    (brought,) = brings.life.bonds
    assert met["early"].trust == met["late"].trust == brought.trust < 0
    assert met["early"].moved == "they meet again"
    number = ledger.load("early").state.canon.cast["MAYA"].number
    assert number in met["early"].rests


def bond(ledger: Ledger, name: str) -> RelationshipMoved:
    """How MAYA stands to TOM in a production."""
    (found,) = (
        b for b in ledger.load(name).state.works.of(RelationshipMoved).values() if b.character == "MAYA"
    )
    return found


def test_a_production_never_looks_at_canon_again(ledger: Ledger) -> None:
    """Whatever becomes of canon later, it works on and folds as it would have; casting again takes the news."""
    film(ledger, "next", CALM)
    cast(ledger, "next", "maya", canon_name="maya", years=1, new=False)
    work(ledger, "next")
    before = facts(ledger, "next")
    with pytest.raises(Refused, match="nothing new"):
        cast(ledger, "next", "maya", canon_name="maya", years=None, new=False)
    (waiting,) = desk.inbox(ledger.load("maya").state, "maya")
    desk.answer(
        ledger, Address("maya", next(n for n, _, w, _ in waiting.proposals if "takes" in w)), "choose"
    )
    work(ledger, "next")
    assert facts(ledger, "next") == before
    again = cast(ledger, "next", "maya", canon_name="maya", years=None, new=False)
    assert again.brings.lives == ("quay-b",) and again.brings.years == 1


def test_a_namesake_is_not_merged(ledger: Ledger) -> None:
    """Who was not cast and is of no family in canon stays out of it, and it is said what to type; then it works."""
    film(ledger, "other", CALM)
    work(ledger, "other")
    head = ledger.head("maya")
    done = wrap(ledger, "other", anyway=True)
    (maya,) = done.left_out
    assert maya.character == "MAYA" and ledger.head("maya") == head
    assert "nobody said that this is her" in maya.why and "--as maya-2 --new" in maya.hint
    desk.order(ledger, "other", ReopenProduction())
    cast(ledger, "other", "MAYA", canon_name="maya-2", years=None, new=True)
    cast(ledger, "other", "TOM", canon_name="tom", years=4, new=False)
    done = wrap(ledger, "other", anyway=True)
    assert not done.left_out and {r.stream for r in done.lives} == {"maya-2", "tom"}
    assert [one.taken.clock for one in canon(ledger.load("tom").state).lives] == [0, 4]


def test_a_canon_is_begun_with_the_casting_or_not_at_all(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A crash in between leaves neither."""
    film(ledger, "other", CALM)
    monkeypatch.setattr(
        ledger.store.recorder, "_must_stand", lambda *_: (_ for _ in ()).throw(RuntimeError())
    )
    with pytest.raises(RuntimeError):
        cast(ledger, "other", "MAYA", canon_name="maya-2", years=None, new=True)
    assert not ledger.exists("maya-2") and "MAYA" not in ledger.load("other").state.canon.cast


def test_copies_are_there_and_everything_verifies(ledger: Ledger) -> None:
    """No audit finds anything, seals hold, and no row of the tables is without its event."""
    film(ledger, "next", CALM)
    cast(ledger, "next", "maya", canon_name="maya", years=1, new=False)
    with Reader(ledger.folder) as reader:
        assert not [name for name, rows in audit(reader).items() if rows]
        copied = reader.rows("SELECT DISTINCT production FROM copies ORDER BY ALL")
        assert {row["production"] for row in copied} >= {"maya", "tom", "next"}
        rows = reader.rows("FROM canon WHERE production = 'maya' ORDER BY cut")
        assert [(row["cut"], row["counts"]) for row in rows] == [("quay", True), ("quay-b", False)]
        (row,) = reader.rows("FROM castings")
        assert (row["character"], row["canon"], row["years"]) == ("MAYA", "maya", 1)
    verifier = Verifier(ledger)
    assert all(verifier.check(name).fault is None for name in ledger.productions())


def test_she_is_known_before_there_is_a_script(ledger: Ledger) -> None:
    """The writer is told of her, and the outline is hers by name."""
    desk.open_production(ledger, "idea", title="", vision="", idea="A woman sells a boat.", script=None)
    cast(ledger, "idea", "maya", canon_name="maya", years=5, new=False)
    work(ledger, "idea")
    lines = [e.text for s in ledger.load("idea").state.script.present() for e in s.written.elements]
    assert any("Maya" in line for line in lines)


def test_a_fork_of_canon_is_another_canon(ledger: Ledger) -> None:
    """What is decided in the one is not decided in the other."""
    ledger.fork(Address("maya", ledger.head("maya").number), "maya-b")
    (waiting,) = desk.inbox(ledger.load("maya-b").state, "maya-b")
    desk.answer(
        ledger, Address("maya-b", next(n for n, _, w, _ in waiting.proposals if "takes" in w)), "choose"
    )
    assert counted(ledger, "maya-b") == ["quay-b"] and counted(ledger) == ["quay"]


FUNERAL = QUAY.replace("Maya weeps.", "Maya dies.")


def test_who_died_and_comes_back_is_asked_about(ledger: Ledger) -> None:
    """In the production, with canon's account beside its own; she stays dead until that is decided."""
    film(ledger, "funeral", FUNERAL)
    cast(ledger, "funeral", "MAYA", canon_name="maya-2", years=None, new=True)
    work(ledger, "funeral")
    wrap(ledger, "funeral", anyway=True)
    held = canon(ledger.load("maya-2").state).life
    assert held.ends == "dead" and held.fate is not None and held.fate.quote == "Maya dies."
    film(ledger, "ghost", CALM)
    cast(ledger, "ghost", "MAYA", canon_name="maya-2", years=1, new=False)
    state = work(ledger, "ghost")
    found = next(one for one in state.works.of(ContradictionFound).values() if one.kind == "fate")
    assert (found.was, found.now) == ("maya-2", "here") and found.sources[0].startswith("maya-2@")
    waiting = next(one for one in desk.inbox(state, "ghost") if one.subject == CANON)
    assert "is dead since" in waiting.accounts[0][1] and "speaks" in waiting.accounts[1][1]
    desk.answer(ledger, Address("ghost", waiting.question), "approve")
    work(ledger, "ghost")
    decided = ledger.load("ghost").state.debate.questions[waiting.question]
    assert decided.status == "decided"
    wrap(ledger, "ghost", anyway=True)
    assert counted(ledger, "maya-2") == ["funeral"]
    told = [one.choice for one in canon(ledger.load("maya-2").state).disputes if one.against.kind == "fate"]
    assert told == ["keep the earlier"]


@pytest.mark.parametrize(
    ("name", "who", "canon_name", "new", "because"),
    [
        ("next", "MAYA", "nobody", False, "there is no canon called nobody"),
        ("next", "MAYA", "quay", False, "quay is a production"),
        ("next", "MAYA", "maya", True, "there is a production maya"),
        ("maya", "MAYA", "maya", False, "a character has no cast"),
        ("quay", "MAYA", "maya", False, "the production is wrapped"),
    ],
)
def test_what_can_not_be_cast(
    ledger: Ledger, name: str, who: str, canon_name: str, new: bool, because: str
) -> None:
    """With the reason."""
    film(ledger, "next", CALM)
    with pytest.raises(Refused, match=because):
        cast(ledger, name, who, canon_name=canon_name, years=None, new=new)


def test_one_person_is_not_two_characters(ledger: Ledger) -> None:
    """Nor does a crowd share a canon."""
    film(ledger, "next", CALM)
    cast(ledger, "next", "MAYA", canon_name="maya", years=None, new=False)
    with pytest.raises(Refused, match="maya is MAYA here"):
        cast(ledger, "next", "TOM", canon_name="maya", years=None, new=False)


def test_who_is_quicker_is_heard_first(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the production moves on meanwhile, casting is decided again on what is there."""
    film(ledger, "next", CALM)
    once = list[str]()

    def meanwhile(*args: Any) -> CharacterCast:
        if not once:
            once.append("said")
            desk.impose(ledger, "next", "constraint", "no crane")
        return CASTS(*args)

    monkeypatch.setattr(casting, "brought", meanwhile)
    (record, *_) = cast(ledger, "next", "MAYA", canon_name="maya", years=None, new=False).records
    assert record.number == ledger.head("next").number - 1
    assert isinstance(record.fact, CharacterCast)
    with pytest.raises(Conflict):
        loaded = ledger.load("next")
        desk.impose(ledger, "next", "constraint", "no zoom")
        together.record_together(ledger, together.Part("next", loaded.head, [ledger_draft(record)], "x"))


CASTS = casting.brought


def ledger_draft(record: Any) -> Any:
    """The record's fact, as it would be written again."""
    from cineledger.domain.ledger import Draft

    return Draft(record.fact, ())
