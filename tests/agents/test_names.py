"""Films whose cues have a character under two names: asked, decided, carried out, and whole again after."""

from pathlib import Path
from typing import Any

import pytest

from cineledger.agents import desk, policy
from cineledger.agents.debating import StandOnNames
from cineledger.agents.stances import Tabled
from cineledger.agents.standing import stand_on_names
from cineledger.domain.address import Address
from cineledger.domain.cast.events import CharacterIntroduced, CharactersJoined, CharactersParted
from cineledger.domain.debate.events import QuestionOpened, RoundOpened
from cineledger.domain.debate.options import AliasOption
from cineledger.domain.debate.question import Question
from cineledger.domain.ledger import Ledger
from cineledger.domain.production.commands import EnterPhase
from cineledger.domain.shots.events import ShotPlanned
from cineledger.domain.state import State
from cineledger.domain.talk.events import CommandRefused
from cineledger.domain.words import CHARACTER_NAME
from cineledger.projections.audit import audit
from cineledger.projections.digest import table_digests
from cineledger.projections.reader import Reader
from tests.support.film import SCRIPT
from tests.support.studio import facts, opened, work

FILM = """INT. PARK - DAY

MARGARET walks a dog. CYBER BOB strolls up to her.

BOB
Hello there! What a lovely dog!

MARGARET
He bites.

BOB
Everybody bites.

MARGARET
I hate this. I hate all of it!

INT. KITCHEN - NIGHT

Margaret cries at the table. A long silence.

MARGARGET
I am so afraid.

CYBER BOB
Wonderful! A perfect, happy evening!

Bob throws a glass at the wall. It shatters.

MARGARET
Get out!
"""
REAL = Path(__file__).resolve().parents[3] / "shared" / "inputs" / "screenplays"


def names_asked(state: State) -> dict[str, Question]:
    """The questions about names, by the name that would go."""
    questions = state.debate.questions.values()
    return {q.opened.characters[0]: q for q in questions if q.opened.subject == CHARACTER_NAME}


def side(question: Question, *, joined: bool) -> int:
    """The proposal to join, or to keep apart."""
    return next(
        p.number
        for p in question.proposals
        if isinstance(p.option, AliasOption) and (p.option.keep is not None) == joined
    )


def choose(ledger: Ledger, question: Question, *, joined: bool, name: str = "pilot") -> None:
    """The orchestrator chooses a side."""
    desk.answer(ledger, Address(name, side(question, joined=joined)), "choose")


def tables_agree(folder: Path, state: State, name: str = "pilot") -> None:
    """The tables say of the people what the state says, and no audit finds anything."""
    cast = state.cast
    with Reader(folder) as reader:

        def rows(query: str) -> list[dict[str, Any]]:
            return reader.rows(query, (name,))

        assert {r["name"]: (r["into"], r["person"]) for r in rows("FROM aliases_at(?, NULL)")} == {
            gone: (alias.into, cast.person(gone)) for gone, alias in cast.aliases.items()
        }
        people = {r["character"]: r for r in rows("FROM characters_at(?, NULL)")}
        assert {c: r["joined_into"] for c, r in people.items()} == {
            c: cast.aliases[c].into if c in cast.aliases else None for c in cast.characters
        }
        for person in set(map(cast.person, cast.characters)):
            mine = [c for known, c in cast.characters.items() if cast.person(known) == person]
            assert people[person]["speeches"] == sum(c.introduced.speeches for c in mine)
        felt = rows("SELECT character, scene, feeling FROM character_timeline_at(?, NULL)")
        assert sorted(tuple(row.values()) for row in felt) == sorted(
            (c, scene, f.feeling)
            for c, known in cast.characters.items()
            for scene, f in known.feelings.items()
        )
        silent = rows("SELECT character FROM roles_at(?, NULL) WHERE silent IS NOT NULL")
        assert {row["character"] for row in silent} == set(cast.aliases)
        beats = rows("SELECT scene, people FROM beats_at(?, NULL) ORDER BY scene, beat")
        assert [tuple(row["people"]) for row in beats] == [
            cast.people(beat.people)
            for _, scene in sorted(state.script.scenes.items())
            for beat in scene.beats
        ]
        script = rows("SELECT character, person FROM script_elements_at(?, NULL) WHERE character IS NOT NULL")
        assert {r["character"]: r["person"] for r in script} == {c: cast.person(c) for c in cast.characters}
        assert not any(audit(reader).values())


def whole(state: State) -> None:
    """Everybody who stands for herself has said what she feels in each scene in which she has a cue, nobody else."""
    cast = state.cast
    spoken = {
        (cast.person(element.character), scene)
        for scene, written in state.script.scenes.items()
        for element in written.written.elements
        if element.kind == "cue" and element.character
    }
    assert {(c, scene) for c, known in cast.characters.items() for scene in known.feelings} == spoken


def test_a_script_without_such_names_raises_no_question(tmp_path: Path) -> None:
    """Where no names are alike nothing is asked, and nobody is silent about it either."""
    with opened(tmp_path, script=SCRIPT) as ledger:
        assert names_asked(work(ledger)) == {}
        assert not any(r.command == "OpenQuestion, OpenQuestion" for r in ledger.records("pilot"))


def test_under_standing_orders_names_are_joined(tmp_path: Path) -> None:
    """Both sides are proposed, the order approves what the writer recommends, and the dissent is kept."""
    with opened(tmp_path, script=FILM) as ledger:
        state = work(ledger)
        assert state.production.phase == "refinement" and not desk.inbox(state, "pilot")
        asked = names_asked(state)
        assert {gone: alias.into for gone, alias in state.cast.aliases.items()} == {
            "MARGARGET": "MARGARET",
            "CYBER BOB": "BOB",
        }
        for question in asked.values():
            assert [p.by for p in question.proposals] == ["writer", f"cast:{question.opened.characters[0]}"]
            assert side(question, joined=True) == question.approved and side(question, joined=False)
        records = list(ledger.records("pilot"))
        assert not any(isinstance(r.fact, CommandRefused) for r in records)
        whole(state)
        tables_agree(tmp_path, state)
        assert state.cast.characters["MARGARET"].feelings["2"].line is not None


def test_the_silent_stay_silent(tmp_path: Path) -> None:
    """From the join on the name that went speaks no more, is in no shot and is asked nothing."""
    with opened(tmp_path, script=FILM) as ledger:
        work(ledger)
        gone = {"MARGARGET", "CYBER BOB"}
        joined = max(r.number for r in ledger.records("pilot") if isinstance(r.fact, CharactersJoined))
        for record in ledger.records("pilot", joined):
            assert record.actor.removeprefix("cast:") not in gone
            if isinstance(record.fact, ShotPlanned):
                assert not gone & {*record.fact.cast, record.fact.spec.subject}
            if isinstance(record.fact, RoundOpened):
                assert not {f"cast:{name}" for name in gone} & set(record.fact.waiting)


def test_a_script_comes_out_as_it_went_in(tmp_path: Path) -> None:
    """Joining names changes no line of the script."""
    with opened(tmp_path, script=FILM) as ledger:
        state = work(ledger)
        texts = (state.script.scenes[scene].written.text for scene in state.script.order)
        assert state.script.title_text + "".join(texts) == FILM


def test_nobody_joins_names_silently(tmp_path: Path) -> None:
    """Without approval the names await the orchestrator, who may join one pair and keep the other apart, for good."""
    with opened(tmp_path, script=FILM) as ledger:
        state = work(ledger, mode="none")
        asked = names_asked(state)
        waiting = {w.question: w for w in desk.inbox(state, "pilot")}
        assert {q.number for q in asked.values()} <= set(waiting) and not state.cast.aliases
        assert "scene 2 line 5" in waiting[asked["MARGARGET"].number].text
        assert state.production.phase == "planning"
        choose(ledger, asked["CYBER BOB"], joined=False)
        desk.answer(ledger, Address("pilot", asked["MARGARGET"].number), "approve")
        state = work(ledger, mode="standing")
        assert state.production.phase == "refinement" and set(state.cast.aliases) == {"MARGARGET"}
        desk.order(ledger, "pilot", EnterPhase(phase="planning"))
        state = work(ledger)
        assert names_asked(state).keys() == asked.keys()
        whole(state)
        tables_agree(tmp_path, state)


def test_a_join_may_be_undone_and_done_again(tmp_path: Path) -> None:
    """Choosing the other side later parts the two again, and back; each time everybody's timeline is whole."""
    with opened(tmp_path, script=FILM) as ledger:
        state = work(ledger)
        question = names_asked(state)["CYBER BOB"]
        for joined, kind in ((False, CharactersParted), (True, CharactersJoined), (False, CharactersParted)):
            choose(ledger, question, joined=joined)
            before = ledger.head("pilot").number
            state = work(ledger)
            assert any(isinstance(r.fact, kind) for r in ledger.records("pilot", before))
            assert ("CYBER BOB" in state.cast.aliases) == joined
            whole(state)
            tables_agree(tmp_path, state)


def test_decisions_before_a_run_count_as_the_last(tmp_path: Path) -> None:
    """Of several decisions before the crew works on, only the last is carried out."""
    with opened(tmp_path, script=FILM) as ledger:
        question = names_asked(work(ledger))["CYBER BOB"]
        for joined in (False, True, False, True):
            choose(ledger, question, joined=joined)
        state = work(ledger)
        assert "CYBER BOB" in state.cast.aliases
        for joined in (False, True, False):
            choose(ledger, question, joined=joined)
        state = work(ledger)
        assert "CYBER BOB" not in state.cast.aliases
        whole(state)
        tables_agree(tmp_path, state)


def test_both_sides_rejected_leave_it_to_the_orchestrator(tmp_path: Path) -> None:
    """The rival comes up after a rejection; after both there is nothing else, and one may be chosen after all."""
    with opened(tmp_path, script=FILM) as ledger:
        state = work(ledger, mode="none")
        question = names_asked(state)["MARGARGET"]
        desk.answer(ledger, Address("pilot", question.number), "reject", "She is another woman.")
        state = work(ledger, mode="none")
        again = {w.question: w for w in desk.inbox(state, "pilot")}[question.number]
        assert again.recommended == side(question, joined=False)
        desk.answer(ledger, Address("pilot", question.number), "reject", "No, she is not.")
        state = work(ledger, mode="none")
        assert {w.question: w for w in desk.inbox(state, "pilot")}[question.number].exhausted
        choose(ledger, question, joined=True)
        assert "MARGARGET" in work(ledger).cast.aliases


@pytest.mark.parametrize(
    ("role", "keep"), [("cast:BOB", "BOB"), ("cast:CYBER BOB", None), ("director", "BOB")]
)
def test_both_sides_have_an_advocate(role: str, keep: str | None) -> None:
    """Whoever has more cues takes the part on, whoever has fewer fights for it, the rest follows the writer."""
    joined = Tabled(by="writer", option=AliasOption(names=("CYBER BOB", "BOB"), keep="BOB"), reason="so")
    apart = Tabled(by="writer", option=AliasOption(names=("CYBER BOB", "BOB"), keep=None), reason="so")
    wanted, other = (joined, apart) if keep else (apart, joined)
    ask = StandOnNames(
        role=role,
        question="Is that one?",
        cues=(("CYBER BOB", 1), ("BOB", 9)),
        tabled=(joined, apart),
        turned_down=(),
    )
    supported = stand_on_names(ask).supports
    assert supported is not None and ask.tabled[supported] == wanted
    alone = stand_on_names(ask.model_copy(update={"tabled": (other,)}))
    if role.startswith("cast:"):
        assert alone.alternative is not None and alone.alternative.option == wanted.option
    down = stand_on_names(ask.model_copy(update={"tabled": (other,), "turned_down": (wanted,)}))
    assert down.supports == 0 and down.alternative is None


def test_forks_at_every_event_of_the_question(tmp_path: Path) -> None:
    """A fork anywhere between asking and the last feeling asks what was cut off, ends, and joins or not as decided."""
    with opened(tmp_path, script=FILM) as ledger:
        state = work(ledger)
        records = list(ledger.records("pilot"))
        first = next(r.number for r in records if isinstance(r.fact, QuestionOpened))
        last = max(r.number for r in records if isinstance(r.fact, CharactersJoined)) + 3
        for number in (*range(first - 1, first + 8), *range(last - 10, last)):
            name = f"fork-{number}"
            desk.fork(ledger, Address("pilot", number), name, None)
            forked = work(ledger, name)
            assert forked.production.phase == "refinement", number
            assert set(forked.cast.aliases) == set(state.cast.aliases), number
            assert len(names_asked(forked)) == 2
            whole(forked)


def test_forks_inside_the_import(tmp_path: Path) -> None:
    """A fork that cut off some characters asks about those that are there, and goes on."""
    with opened(tmp_path, script=FILM) as ledger:
        introduced = [r.number for r in ledger.records("pilot") if isinstance(r.fact, CharacterIntroduced)]
        for number in range(introduced[0] - 1, introduced[-1] + 4):
            name = f"fork-{number}"
            desk.fork(ledger, Address("pilot", number), name, None)
            state = work(ledger, name)
            asked = {q.opened.characters for q in names_asked(state).values()}
            assert all(name in state.cast.characters for names in asked for name in names)
            assert state.production.phase == "refinement" and not state.debate.undecided


def test_the_past_keeps_both_names(tmp_path: Path) -> None:
    """As of an event before the join, in the parent and in a fork, the tables know two characters."""
    with opened(tmp_path, script=FILM) as ledger:
        state = work(ledger)
        asked = names_asked(state)["CYBER BOB"]
        assert asked.decision is not None
        rival = Address("pilot", side(asked, joined=False))
        desk.fork(ledger, Address("pilot", asked.decision), "apart", rival)
        other = work(ledger, "apart")
        assert set(other.cast.aliases) == {"MARGARGET"}
        tables_agree(tmp_path, other, "apart")
        tables_agree(tmp_path, state)
        with Reader(tmp_path) as reader:
            before = asked.decision - 1
            assert reader.rows("FROM aliases_at('pilot', ?)", (before,)) == []
            assert table_digests(reader, "pilot", before) == table_digests(reader, "apart", before)


def test_a_name_within_a_name_within_a_name(tmp_path: Path) -> None:
    """What two names hold is asked about once those two are one."""
    bobs = FILM.replace("MARGARGET\n", "BIG CYBER BOB\n")
    with opened(tmp_path, script=bobs) as ledger:
        state = work(ledger)
        assert {gone: alias.into for gone, alias in state.cast.aliases.items()} == {
            "CYBER BOB": "BIG CYBER BOB",
            "BIG CYBER BOB": "BOB",
        }
        assert state.cast.person("CYBER BOB") == "BOB"
        assert state.production.phase == "refinement" and not state.debate.undecided
        whole(state)
        tables_agree(tmp_path, state)


def test_the_order_of_work_changes_nothing(tmp_path: Path) -> None:
    """One ask at a time or four, the history is the same."""
    histories = []
    for jobs in (1, 4):
        with opened(tmp_path / str(jobs), script=FILM) as ledger:
            work(ledger, jobs=jobs)
            histories.append(facts(ledger, "pilot"))
    assert histories[0] == histories[1]


def test_a_production_without_a_policy_on_names_asks_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that was opened before there was such a policy works on as it did."""
    for listed in ("POLICY", "ORDERS"):
        monkeypatch.setattr(
            policy, listed, tuple(p for p in getattr(policy, listed) if p.subject != CHARACTER_NAME)
        )
    with opened(tmp_path, script=FILM) as ledger:
        state = work(ledger)
        assert state.production.phase == "refinement" and names_asked(state) == {}
        assert not any(isinstance(r.fact, CommandRefused) for r in ledger.records("pilot"))


@pytest.mark.parametrize("draft", ["a", "b"])
def test_a_real_script(tmp_path: Path, draft: str) -> None:
    """In Cyber Bob, BOB and CYBER BOSS are one person each, under any of their names."""
    path = REAL / f"cyber_bob_ep01_draft_{draft}.fountain"
    if not path.exists():
        pytest.skip("the script is not here")
    with opened(tmp_path, script=path.read_text()) as ledger:
        state = work(ledger)
        assert {gone: a.into for gone, a in state.cast.aliases.items()} == {
            "CYBER BOB": "BOB",
            "BOSS": "CYBER BOSS",
        }
        assert state.production.phase == "refinement"
        whole(state)
        tables_agree(tmp_path, state)
