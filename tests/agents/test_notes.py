"""What the crew makes of the orchestrator's notes: who answers, when, and what comes of it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cineledger.agents import desk
from cineledger.agents.craft.limits import read_limits
from cineledger.agents.craft.wishes import NO_WISH, grants, read_wish
from cineledger.agents.governing import note_on_event, shown_as
from cineledger.agents.reading import texts
from cineledger.domain.address import Address
from cineledger.domain.ledger import Ledger
from cineledger.domain.ledger.verify import Verifier
from cineledger.domain.notes.commands import GiveNote
from cineledger.domain.notes.events import NoteAnswered, NoteGiven
from cineledger.domain.production.events import PhaseEntered
from cineledger.domain.production.policy import SetPolicy
from cineledger.domain.production.wrapping import ReopenProduction, WrapProduction
from cineledger.domain.refusal import Refused
from cineledger.domain.state import State
from cineledger.domain.talk.events import CommandRefused
from cineledger.domain.words import REVISION, SIZES
from cineledger.projections.audit import audit
from cineledger.projections.reader import Reader
from tests.agents.test_films import FILM, QUARREL
from tests.support.film import CLOSE, WIDE
from tests.support.inbox import waiting
from tests.support.studio import opened, work

PILOT = "pilot"


def give(ledger: Ledger, text: str, table: str | None = None, key: str | None = None) -> int:
    """A note given; its number."""
    command = GiveNote(text=text, table=table, key=key)
    return desk.order(ledger, PILOT, command)[0].number


def answer(ledger: Ledger, note: int) -> tuple[str, NoteAnswered]:
    """Who answered a note, and what; each is answered once."""
    ((actor, fact),) = [
        (r.actor, r.fact)
        for r in ledger.records(PILOT)
        if isinstance(r.fact, NoteAnswered) and r.fact.note == note
    ]
    return actor, fact


def refusals(ledger: Ledger) -> list[CommandRefused]:
    """What was refused, but for moving on when a question came up in between: that is tried again."""
    refused = [r.fact for r in ledger.records(PILOT) if isinstance(r.fact, CommandRefused)]
    return [fact for fact in refused if fact.command != "EnterPhase" or "undecided" not in fact.reason]


def test_a_note_on_a_shot_asks_how_else_it_is_made(tmp_path: Path) -> None:
    """The cinematographer proposes a shot that goes where the note points; it is debated, decided and carried out."""
    with opened(tmp_path, script=FILM, vision="Epic: vast landscapes.") as ledger:
        before = work(ledger)
        shot = next(s for s in before.shots.shots.values() if SIZES.index(s.spec.size) in range(1, 6))
        note = give(ledger, "Too wide: I lose her.", "shots", shot.planned.shot)
        after = work(ledger)
        actor, said = answer(ledger, note)
        assert actor == "cinematographer" and said.text == f"I ask how {shot.planned.shot} could be made."
        (number,) = said.led_to
        question = after.debate.questions[number]
        assert question.opened.subject == REVISION and question.status == "decided"
        first = question.proposals[0].option.model_dump()["spec"]
        assert SIZES.index(first["size"]) > SIZES.index(shot.spec.size)
        assert after.shots.shots[shot.planned.shot].question == number and not refusals(ledger)


def test_a_note_on_a_scene_looks_at_every_shot_of_it(tmp_path: Path) -> None:
    """What breaks with the note is bent to it, technical shots at once and decided ones by a question."""
    with opened(tmp_path, script=QUARREL, vision="Kinetic, handheld") as ledger:
        before = work(ledger)
        moving = {s.planned.shot for s in before.shots.scene("1") if s.spec.movement != "STATIC"}
        note = give(ledger, "Static camera only, please.", "scenes", "1")
        after = work(ledger)
        _, said = answer(ledger, note)
        technical = {s for s in moving if before.shots.shots[s].question is None}
        assert moving and all(after.shots.shots[s].spec.movement == "STATIC" for s in technical)
        subjects = [q.opened.subject for n, q in after.debate.questions.items() if n in said.led_to]
        assert subjects == [REVISION] * len(subjects)
        assert not after.production.constraints and not after.debate.undecided


def test_a_note_binds_nobody(tmp_path: Path) -> None:
    """A note is nothing that roles work under: no constraint, no approval, not among what the orchestrator said."""
    vision = "Kinetic and restless, the camera never stops moving."
    with opened(tmp_path, script=FILM, vision=vision) as ledger:
        give(ledger, "Static camera only. Approve everything. I hereby impose: no moves.", "scenes", "1")
        state = work(ledger)
        assert not state.notes.unanswered and texts(state) == (vision,)
        assert state.production.constraints == () and not read_limits(texts(state)).movements
        assert any(shot.spec.movement != "STATIC" for shot in state.shots.scene("2"))


def test_a_note_on_the_whole_film_is_handed_on(tmp_path: Path) -> None:
    """The director hands what is for the camera to the cinematographer, and answers the rest."""
    with opened(tmp_path, script=FILM) as ledger:
        work(ledger)
        camera, praise = give(ledger, "No push-ins, and calmer."), give(ledger, "Lovely work.")
        work(ledger)
        assert answer(ledger, camera)[0] == "cinematographer"
        actor, said = answer(ledger, praise)
        assert actor == "director" and said.text.startswith("Nothing changes: ") and said.led_to == ()


def test_a_cast_member_answers_with_the_lines(tmp_path: Path) -> None:
    """A note is no line of the script: the feeling stands on the words that moved it, and the answer quotes them."""
    with opened(tmp_path, script=FILM) as ledger:
        before = work(ledger)
        felt = before.cast.characters["MAYA"].feelings["1"]
        one = give(ledger, "She is not sad here.", "character_timeline", "MAYA/1")
        every = give(ledger, "More joy!", "characters", "MAYA")
        after = work(ledger)
        actor, said = answer(ledger, one)
        assert actor == "cast:MAYA" and felt.feeling in said.text
        assert answer(ledger, every)[0] == "cast:MAYA"
        assert after.cast.characters["MAYA"].feelings["1"] == felt


def phases(ledger: Ledger) -> list[tuple[str, str, int]]:
    return [
        (r.fact.phase, r.actor, r.number) for r in ledger.records(PILOT) if isinstance(r.fact, PhaseEntered)
    ]


@pytest.mark.parametrize("about", [(None, None), ("scenes", "1"), ("beats", "1/1")])
def test_a_note_given_while_planning_is_answered_before_execution_ends(
    tmp_path: Path, about: tuple[str | None, str | None]
) -> None:
    """The director asks for the answer once all shots are planned, and moves on after it; nothing is refused."""
    with opened(tmp_path, script=FILM) as ledger:
        early = give(ledger, "Static camera only, please.", *about)
        work(ledger, until=lambda state: state.production.phase == "planning" and state.number > 40)
        note = give(ledger, "Too wide.", *about)
        state = work(ledger)
        entered = {phase: number for phase, _, number in phases(ledger)}
        for number in (early, note):
            actor, said = answer(ledger, number)
            where = state.notes.notes[number].answered or 0
            assert entered["execution"] < where < entered["review"], (number, where, entered)
            assert actor == "cinematographer" and said.text
        assert state.production.phase == "refinement" and not refusals(ledger)
        assert [actor for _, actor, _ in phases(ledger)] == ["orchestrator", *["director"] * 3]


def test_a_note_on_a_question_says_who_may_change_it(tmp_path: Path) -> None:
    """What is being debated is the orchestrator's to choose; what is decided stands until it is reopened."""
    with opened(tmp_path, script=FILM) as ledger:
        state = work(ledger, mode="none")
        question = state.debate.questions[waiting(state).question]
        proposal = Address(PILOT, question.proposals[0].number)
        note = note_on_event(ledger, PILOT, "Why?", proposal)
        assert isinstance(note.fact, NoteGiven)
        assert (note.fact.table, note.fact.key) == ("questions", str(question.number))
        work(ledger, mode="none")
        assert "approve, choose or reject" in answer(ledger, note.number)[1].text
        state = work(ledger)
        later = give(ledger, "Why?", "questions", str(question.number))
        work(ledger)
        assert "stands until you choose otherwise" in answer(ledger, later)[1].text


def test_a_note_about_an_event_is_about_what_shows_it(tmp_path: Path) -> None:
    """Shots, feelings, characters, scenes and debates are found in their tables; an event elsewhere is refused."""
    with opened(tmp_path, script=FILM) as ledger:
        work(ledger)
        shown = {type(r.fact).__name__: shown_as(r.fact, r.number)[0] for r in ledger.records(PILOT)}
        assert shown["ShotPlanned"] == "shots" and shown["EmotionalStateChanged"] == "character_timeline"
        assert shown["CharacterIntroduced"] == "characters" and shown["SceneBrokenDown"] == "scenes"
        assert shown["SupportGiven"] == "questions" and shown["PhaseEntered"] is None
        ledger.fork(Address(PILOT, 20), "other")
        desk.impose(ledger, "other", "broadcast", "x")
        with pytest.raises(Refused, match="other@21 is no event of pilot"):
            note_on_event(ledger, PILOT, "x", Address("other", 21))
        assert note_on_event(ledger, PILOT, "x", Address("other", 20)).number == ledger.head(PILOT).number


def test_every_cut_through_an_answer_is_made_good(tmp_path: Path) -> None:
    """A fork that falls between a note and its answer answers it on its own run."""
    with opened(tmp_path, script=FILM) as ledger:
        give(ledger, "Static camera only, please.", "scenes", "1")
        planned = work(ledger).number
        give(ledger, "Too wide.", "shots", "1A")
        give(ledger, "Static camera only, please.")
        head = work(ledger).number
        start = next(n for phase, _, n in phases(ledger) if phase == "execution")
        for number in (*range(start, planned, 7), *range(planned, head + 1)):
            name = f"cut-{number}"
            ledger.fork(Address(PILOT, number), name)
            state = work(ledger, name)
            assert not state.notes.unanswered and not state.debate.undecided, number
            assert state.production.phase == "refinement"


def test_a_wrapped_production_rests(tmp_path: Path) -> None:
    """Nothing runs in it, its forks are wrapped as it is, and reopened it goes on where it stood."""
    with opened(tmp_path, script=FILM) as ledger:
        work(ledger)
        desk.order(ledger, PILOT, WrapProduction())
        head = ledger.head(PILOT)
        with pytest.raises(Refused, match="the production is wrapped"):
            work(ledger)
        ledger.fork(Address(PILOT, head.number), "after")
        ledger.fork(Address(PILOT, head.number - 1), "before")
        with pytest.raises(Refused, match="the production is wrapped"):
            work(ledger, "after")
        work(ledger, "before")
        assert ledger.head(PILOT) == head
        desk.order(ledger, PILOT, ReopenProduction(reason="one more"))
        note = give(ledger, "Too wide.", "shots", "1A")
        work(ledger)
        assert answer(ledger, note)


@pytest.mark.parametrize(
    ("text", "closeness", "motion"),
    [
        ("Closer, please.", 1, 0),
        ("Too wide: I lose her.", 1, 0),
        ("wider and calmer", -1, -1),
        ("too close", -1, 0),
        ("Too static; livelier!", 0, 1),
        ("not closer", 0, 0),
        ("I like it.", 0, 0),
    ],
)
def test_comparatives_point_somewhere(text: str, closeness: int, motion: int) -> None:
    """Closer or wider, stiller or livelier, and too much of one is less of it."""
    wish = read_wish(text)
    assert (wish.closeness, wish.motion) == (closeness, motion)
    assert (wish == NO_WISH) == (closeness == motion == 0)


def test_a_step_is_one_or_two_sizes() -> None:
    """Closer than a wide is a full shot, not a close-up."""
    closer = read_wish("closer")
    full = WIDE.model_copy(update={"size": "FS"})
    assert grants(WIDE, full, closer) and not grants(WIDE, CLOSE, closer) and not grants(full, WIDE, closer)


def reaches(number: int) -> Callable[[State], bool]:
    """True of a production that has come that far."""
    return lambda state: state.number >= number


_notes = st.tuples(
    st.sampled_from(["Closer.", "Static camera only.", "Lovely.", "Too wide.", "epic", "No close-ups."]),
    st.sampled_from(
        [
            (None, None),
            ("scenes", "1"),
            ("scenes", "2"),
            ("beats", "1/2"),
            ("shots", "1A"),
            ("characters", "TOM"),
            ("character_timeline", "MAYA/1"),
            ("script_elements", "1/3"),
            ("questions", "30"),
            ("policy", "outline"),
        ]
    ),
    st.integers(0, 160),
)


@settings(
    max_examples=5,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    st.lists(_notes, min_size=1, max_size=5), st.sampled_from(["collaborative", "autonomous", "orchestrator"])
)
def test_every_note_is_answered(
    tmp_path_factory: pytest.TempPathFactory,
    notes: list[tuple[str, tuple[str | None, str | None], int]],
    tier: str,
) -> None:
    """Whenever it is given, about whatever, under any tier: once, by somebody, and the film is planned to the end."""
    folder = tmp_path_factory.mktemp("notes")
    with opened(folder, script=FILM, vision="Kinetic, handheld") as ledger:
        if tier != "collaborative":
            desk.order(ledger, PILOT, SetPolicy.model_validate({"subject": REVISION, "tier": tier}))
        for text, about, number in sorted(notes, key=lambda note: note[2]):
            work(ledger, until=reaches(number))
            give(ledger, text, *about)
        state = work(ledger)
        for _ in range(30):
            waiting = desk.inbox(state, PILOT)
            if not waiting:
                break
            desk.answer(ledger, waiting[0].address, "approve")
            state = work(ledger)
        assert state.production.phase == "refinement" and not state.debate.undecided
        assert not state.notes.unanswered and len(state.notes.notes) == len(notes)
        head = ledger.head(PILOT)
        work(ledger)
        assert ledger.head(PILOT) == head
        assert not refusals(ledger) and Verifier(ledger).check(PILOT, None).fault is None
    with Reader(folder) as reader:
        assert not any(audit(reader).values())
