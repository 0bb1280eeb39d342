"""Colleagues ask each other what helps their work, and are answered."""

from pathlib import Path

from cineledger.agents import desk
from cineledger.agents.asking_colleagues import ASK_FOR_A_PAUSE
from cineledger.agents.corresponding import Reply, ReplyTo, reply_to
from cineledger.agents.minds.mind import Asked
from cineledger.agents.role import Moment
from cineledger.domain.cast.events import EmotionalStateChanged
from cineledger.domain.decide import decide
from cineledger.domain.design.events import SetDesigned
from cineledger.domain.ledger import Ledger
from cineledger.domain.music.events import CueWritten
from cineledger.domain.staging.events import SceneLit
from cineledger.domain.state import State, evolve
from cineledger.domain.talk.commands import SendMessage
from cineledger.domain.talk.events import AnswerFailed, CommandRefused, MessageSent, ReactionPassed
from cineledger.projections.audit import audit
from cineledger.projections.reader import Reader
from tests.agents.test_films import FILM
from tests.support.scripted import ScriptedMind
from tests.support.studio import opened, work
from tests.support.threads import ALCOVE

ALCOVE_SET = "THE MOURNERS' ALCOVE"


def threads(state: State) -> dict[tuple[str, str], list[MessageSent]]:
    """Who asked whom → what was written."""
    found = {}
    for first in state.talk.threads:
        thread = state.talk.thread(first)
        found[thread[0].by, thread[0].sent.to] = [message.sent for message in thread]
    return found


def refusals(ledger: Ledger) -> list[str]:
    """What the ledger refused."""
    return [r.fact.reason for r in ledger.records("pilot") if isinstance(r.fact, CommandRefused)]


def test_the_set_gets_a_lamp_and_the_scene_its_light(tmp_path: Path) -> None:
    """The cinematographer asks once for each dark set; the designer puts a lamp in, and the scene is lit by it."""
    with opened(tmp_path, script=ALCOVE) as ledger:
        state = work(ledger)
        asked, answered = threads(state)["cinematographer", "set_designer"]
        assert (
            "nothing in THE MOURNERS' ALCOVE burns after dark" in asked.text and answered.heeds == asked.text
        )
        assert "lamp" in answered.text
        design, lit = state.works.get(SetDesigned, ALCOVE_SET), state.works.get(SceneLit, "1")
        assert design is not None and lit is not None
        assert "lamp" in design.practicals
        assert [source.name for source in lit.sources if source.role == "KEY"] == ["lamp"]
        numbers = {r.number: r for r in ledger.records("pilot")}
        made = state.works.standing(SetDesigned, ALCOVE_SET)
        assert made is not None
        cause = numbers[numbers[made.number].caused_by[-1]].fact
        assert isinstance(cause, MessageSent) and cause.heeds
        assert refusals(ledger) == []
    with Reader(tmp_path) as reader:
        assert not any(audit(reader).values())
        rows = reader.rows(
            "SELECT number, thread, answers, asks, heeds FROM messages WHERE asks OR thread <> number"
        )
        assert len(rows) == 4 and {row["thread"] for row in rows if not row["asks"]} == {
            row["number"] for row in rows if row["asks"]
        }


def test_a_light_that_nobody_wants_is_not_put_in(tmp_path: Path) -> None:
    """Where the orchestrator wants no lamps the designer says so, and the set stays."""
    with opened(tmp_path, script=ALCOVE) as ledger:
        desk.impose(ledger, "pilot", "constraint", "No lamps in the alcove.")
        state = work(ledger)
        answer = threads(state)["cinematographer", "set_designer"][-1]
        assert "No lamps in the alcove" in answer.text and not answer.heeds
        design = state.works.get(SetDesigned, ALCOVE_SET)
        assert design is not None and not design.practicals


def test_a_cast_member_says_what_is_meant(tmp_path: Path) -> None:
    """The writer asks whether a line is said against what is felt; the answer changes nothing."""
    with opened(tmp_path, script=ALCOVE) as ledger:
        state = work(ledger)
        asked, answered = threads(state)["writer", "cast:MAYA"]
        assert "(laughing)" in asked.text and "against the line" in answered.text
        felt = [r for r in ledger.records("pilot") if isinstance(r.fact, EmotionalStateChanged)]
        assert all(record.number < (asked.about or 0) + 5 for record in felt), (
            "nobody felt otherwise after it"
        )


def test_where_nothing_is_to_be_asked_nobody_writes(tmp_path: Path) -> None:
    """A film whose sets have their lights and whose lines are felt as written has no thread."""
    with opened(tmp_path, script=FILM) as ledger:
        assert not work(ledger).talk.messages


def test_the_editor_asks_for_music_to_wait_for_a_line(tmp_path: Path) -> None:
    """A cue that comes in under the first word of a line is asked about once; one that comes in beside it is not."""
    with opened(tmp_path, script=FILM) as ledger:
        state = work(ledger)
    cue = next(one for one in state.works.of(CueWritten).values() if one.tempo is not None)
    elements = state.script.scenes[cue.scene].written.elements
    spoken = next(place for place, element in enumerate(elements) if element.kind == "dialogue")
    early = cue.model_copy(update={"first": spoken, "last": max(spoken, cue.last)})
    for written, asks in ((early, True), (cue, False)):
        after = evolve(state, written, "composer")
        moment = Moment("editor", after.number, written, after)
        assert ASK_FOR_A_PAUSE.concerns(moment) == asks
        if asks:
            (made,) = ASK_FOR_A_PAUSE.makes(moment, ())
            assert isinstance(made.what, SendMessage) and made.what.to == "composer"
            assert elements[spoken].text[:20] in made.what.text and made.what.about == after.number
            (sent,) = decide(after, made.what, "editor")
            once = evolve(after, sent, "editor")
            assert not ASK_FOR_A_PAUSE.concerns(Moment("editor", after.number, written, once))


def ask(**more: object) -> ReplyTo:
    """What a composer is asked about a cue."""
    plain = {
        "role": "composer",
        "colleague": "editor",
        "text": "1m1 comes in under the first word of “No.” Could it come in later, once that is said?",
        "before": (),
        "kind": "CueWritten",
        "piece": '{"cue": "1m1"}',
        "mine": True,
        "notes": (),
        "said": (),
        "last": False,
    }
    return ReplyTo.model_validate(plain | more)


def test_music_gives_way_to_a_line() -> None:
    """The composer writes the cue again where it is asked to come in later, unless it was asked to come in earlier."""
    given = reply_to(ask())
    assert given.again and "gives way to the line" in given.text
    earlier = reply_to(ask(notes=("Earlier, please.",)))
    assert not earlier.again and "Earlier, please." in earlier.text
    assert not reply_to(ask(text="Lovely.")).again
    assert reply_to(ask(kind=None, piece="", mine=False)).text == ""
    assert reply_to(ask(before=({"role": "composer", "text": "x"},))).reason == "that settles it"
    assert not reply_to(ask(kind="SceneLit")).again


def test_faults_of_an_answer() -> None:
    """What an answer can't do is told in words that its mind can read."""
    mine, other = ask(), ask(mine=False, last=True)
    assert list(mine.faults(Reply(text="Yes.", again=True, asks=True))) == []
    assert [*other.faults(Reply(text="Yes.", again=True))] == [
        "there is no piece of yours to make anew: answer in words, `again` false"
    ]
    assert "the thread ends" in next(iter(other.faults(Reply(text="Well?", asks=True))))
    assert "an empty answer does nothing" in next(iter(mine.faults(Reply(text="", again=True, reason="x"))))
    assert "neither an answer" in next(iter(mine.faults(Reply(text=""))))


def test_minds_that_write_on_and_on_come_to_an_end(tmp_path: Path) -> None:
    """A thread has four messages at most, each answered or passed, whatever minds answer; what they may not is told."""

    def on_and_on(asked: Asked) -> Reply:
        assert isinstance(asked.ask, ReplyTo)
        if asked.ask.last and not asked.corrections:
            return Reply(text="And then?", asks=True)
        return Reply(text="And then?", asks=not asked.ask.last)

    mind = ScriptedMind({"ReplyTo": on_and_on})
    with opened(tmp_path, script=ALCOVE) as ledger:
        state = work(ledger, mind=mind)
        assert state.production.phase == "refinement"
        assert [len(thread) for thread in threads(state).values()] == [4, 4]
        told = [a.corrections[-1].why for a in mind.asked if isinstance(a.ask, ReplyTo) and a.corrections]
        assert told == ["the thread ends with your answer: `asks` false"] * 2
        assert not [r for r in ledger.records("pilot") if isinstance(r.fact, AnswerFailed)]
    with Reader(tmp_path) as reader:
        assert not any(audit(reader).values())


def test_silence_is_on_record(tmp_path: Path) -> None:
    """Who leaves a message unanswered passes with a reason, as a reaction to it."""
    mind = ScriptedMind({"ReplyTo": lambda asked: Reply(text="", reason="not in this film")})
    with opened(tmp_path, script=ALCOVE) as ledger:
        state = work(ledger, mind=mind)
        first = {message.number for message in state.talk.messages.values()}
        passed = [
            r.reaction for r in ledger.records("pilot") if r.fact == ReactionPassed(reason="not in this film")
        ]
        assert {reaction.number for reaction in passed if reaction} == first and len(first) == 2
