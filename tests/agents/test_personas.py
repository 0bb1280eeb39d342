"""Crew agents remember: what they learn, which of it bears on a question, and what comes of it in the next film."""

import json
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from pydantic import TypeAdapter

from cineledger.agents import desk
from cineledger.agents.ask import content_key
from cineledger.agents.choosing import offer_choice
from cineledger.agents.craft.choice import FilmView, weigh
from cineledger.agents.craft.subjects import SUBJECTS
from cineledger.agents.debating import StandOnOutline
from cineledger.agents.governing import add_to_crew
from cineledger.agents.minds.laying_out import request_for
from cineledger.agents.minds.mind import Asked
from cineledger.agents.minds.prices import default_model, model
from cineledger.agents.minds.wire import read, schema_of, written
from cineledger.agents.offering import OfferChoice, OfferShot
from cineledger.agents.personas.coming import MOST_CARRIED, wrapped
from cineledger.agents.personas.evidence import of_word
from cineledger.agents.personas.features import features_of_shot, named
from cineledger.agents.personas.lessons import Weighted, learned, own_lessons
from cineledger.agents.personas.persona import persona
from cineledger.agents.personas.recalling import recalled
from cineledger.agents.personas.remembered import A_LESSON, Remembered, lean_shot
from cineledger.agents.reading import beat_view, film_look
from cineledger.agents.serial.placing import Place, open_episode, open_series
from cineledger.agents.shooting.revising import AlterShot, alter_shot
from cineledger.agents.stances import A_VOICE, Stand, spec_of
from cineledger.domain.address import Address
from cineledger.domain.debate.options import ChoiceOption, Look, ShotOption
from cineledger.domain.ledger import Ledger
from cineledger.domain.persona.events import CrewCameFrom, Lesson, LessonsTaken, Sign
from cineledger.domain.persona.state import PersonaState, Word
from cineledger.domain.production.policy import SetPolicy
from cineledger.domain.production.wrapping import WrapProduction
from cineledger.domain.refusal import Refused
from cineledger.domain.state import State
from cineledger.domain.words import COVERAGE, DESIGN, SCORE
from tests.support.film import CLOSE
from tests.support.scripted import ScriptedMind
from tests.support.studio import work

FERRY = Path("docs/demo/last_ferry.fountain").read_text("utf-8")
BOTTOM = Path("tests/serial/false_bottom.fountain").read_text("utf-8")
TRACK = CLOSE.model_copy(update={"movement": "TRACK", "support": "STEADICAM"})
PUSH = CLOSE.model_copy(update={"movement": "PUSH", "support": "DOLLY"})
NO_MOVES = "Hold still: no moving camera, the vision asks for stillness."


def word(number: int, did: Any, said: str, **parts: Any) -> Word:
    """A word of the orchestrator's on a shot of the director's."""
    about: dict[str, Any] = {"subject": COVERAGE, "by": "director", **parts}
    return Word(number=number, did=did, said=said, **about)


def lessons(*words: Word, role: str = "director") -> list[Lesson]:
    """What a role learned from words, told over as in its own production."""
    return [one.lesson for one in own_lessons(words) if one.role == role]


def test_one_plain_word_is_a_lesson() -> None:
    """What the orchestrator's words name counts at once, for all who were in that debate; it quotes the words."""
    heard = word(
        142,
        "rejected",
        "No tracking here: the place has to stay where it is.",
        option=ShotOption(spec=TRACK),
        heard=("director", "writer"),
    )
    (lesson,) = lessons(heard)
    assert (lesson.speaks, lesson.strength, lesson.by, lesson.on) == ("against", 0.5, "orchestrator", "shots")
    assert lesson.text == (
        "last time a tracking shot was rejected: “No tracking here: the place has to stay where it is.”"
    )
    assert lessons(heard, role="writer") == [lesson] and lessons(heard, role="editor") == []


def test_words_that_name_nothing_teach_nothing_by_themselves() -> None:
    """“Not that” says nothing about what of it; two decisions for something else say it by what differs."""
    vague = word(1, "rejected", "Not that.", option=ShotOption(spec=TRACK))
    assert lessons(vague) == [] and lessons(vague, vague, vague) == []
    passed = [
        word(n, "passed over", "", option=ShotOption(spec=TRACK), instead=ShotOption(spec=CLOSE))
        for n in (1, 2)
    ]
    assert lessons(passed[0]) == []
    (lesson,) = lessons(*passed)
    assert (lesson.feature, lesson.speaks, lesson.text) == (
        "camera=moving",
        "against",
        "twice a moving camera was passed over",
    )


def test_what_is_asked_for_instead_is_learned_too() -> None:
    """Words that name what is not there ask for it: both are learned, as one lesson where they lead the same way."""
    found = lessons(word(7, "overruled", "I want a wide shot here.", option=ShotOption(spec=CLOSE)))
    assert [(one.feature, one.speaks) for one in found] == [("distance=far", "for"), ("size=EWS", "for")][:1]
    assert found[0].text == "last time a far frame was asked for instead: “I want a wide shot here.”"


def test_habits_of_habits_are_not_learned() -> None:
    """Being taken three times where something else was proposed is a lesson; being the only proposal never is."""
    unopposed = [word(n, "took", "Yes.", option=ShotOption(spec=PUSH)) for n in range(3)]
    assert lessons(*unopposed) == []
    won = [
        word(n, "took", "", option=ShotOption(spec=PUSH), rivals=(ShotOption(spec=CLOSE),)) for n in range(3)
    ]
    assert [(one.feature, one.speaks) for one in lessons(*won)] == [("camera=moving", "for")]
    assert lessons(*won[:2]) == []


def test_words_that_pull_both_ways_cancel() -> None:
    """Nobody learns from a thing that was as often asked for as refused."""
    refused = word(1, "rejected", "No tracking.", option=ShotOption(spec=TRACK))
    wanted = word(2, "rejected", "Track with her.", option=ShotOption(spec=CLOSE))
    assert not any(one.feature == "movement=TRACK" for one in lessons(refused, wanted))


def test_words_say_what_was_meant() -> None:
    """Where words spoke once, approvals that say nothing do not speak against them; words do."""
    refused = word(1, "rejected", "Hold still.", option=ShotOption(spec=TRACK))
    let_be = [
        word(n, "took", "", option=ShotOption(spec=PUSH), rivals=(ShotOption(spec=CLOSE),)) for n in (2, 3, 4)
    ]
    assert {one.feature for one in lessons(refused, *let_be)} == {"camera=still"}
    praised = word(5, "took", "Yes, push in.", option=ShotOption(spec=PUSH), rivals=(ShotOption(spec=CLOSE),))
    assert "movement=PUSH" in {one.feature for one in lessons(refused, *let_be, praised)}


def test_refused_choices_and_work_are_named_by_being_refused() -> None:
    """A way that was refused is the lesson; of work, that it was struck and why, for the subject of its way."""
    choice = word(3, "overruled", "The rooms are too full.", subject=DESIGN, by="set_designer",
                  option=ChoiceOption(choice="lush", statement="full"))  # fmt: skip
    (lesson,) = lessons(choice, role="set_designer")
    assert (lesson.on, lesson.feature) == (DESIGN, "choice=lush")
    assert lesson.text == "last time “lush” was overruled: “The rooms are too full.”"
    struck = word(4, "overruled", "Too loud.", subject=SCORE, by="composer")
    (lesson,) = lessons(struck, role="composer")
    assert (lesson.on, lesson.feature, lesson.text) == (
        SCORE, "", "last time what was put forward was overruled: “Too loud.”",
    )  # fmt: skip


def test_how_near_is_somebodys_where_she_is_named() -> None:
    """A lesson about how near a frame is holds for whom the words name; without a name for everybody."""
    close: dict[str, Any] = {"option": ShotOption(spec=CLOSE), "characters": ("MAYA",)}
    named_her = word(1, "rejected", "No close-ups of Maya.", **close)
    plain = word(1, "rejected", "No close-ups.", **close)
    assert {one.character for one in lessons(named_her)} == {"MAYA"}
    assert {one.character for one in lessons(plain)} == {None}
    again = [word(n, "rejected", "No close-ups.", **close) for n in range(3)]
    assert {one.character for one in lessons(*again)} == {"MAYA"}


@pytest.mark.parametrize(
    ("text", "features"),
    [
        ("no tracking shots, please", {("movement", "TRACK")}),
        ("The camera moves too much.", {("camera", "moving")}),
        ("камера двигается, не надо", {("camera", "moving")}),
        ("要固定镜头", {("movement", "STATIC"), ("camera", "still")}),
        (
            "an overhead, not a close-up",
            {("angle", "OVERHEAD"), ("size", "CU"), ("size", "ECU"), ("distance", "near")},
        ),
        ("Das gefällt mir nicht.", set()),
    ],
)
def test_words_name_features_in_the_trades_words(text: str, features: set[tuple[str, str]]) -> None:
    """What is said plainly in the trade's words is read; what is not says nothing, in any language."""
    assert set(named(text)) == features


def test_older_films_count_less() -> None:
    """A lesson of the film before last is weaker than the same of the last; of both it is as strong as of the last."""
    (said,) = (
        one
        for one in of_word(word(5, "rejected", "No tracking.", option=ShotOption(spec=TRACK)))
        if (one.role, one.feature) == ("director", "movement=TRACK")
    )
    last, before = Weighted(said, "b@5"), Weighted(said, "a@5", 0.8)
    strengths = [learned(found)[0].lesson.strength for found in ([last], [before], [last, before])]
    assert strengths == [0.5, 0.4, 0.5]


def test_a_lesson_weighs_as_a_voice() -> None:
    """Once overruled weighs what one colleague's voice does; the strongest on each side counts, however many speak."""
    once = Remembered(text="x", feature="camera=moving", speaks="against", by="orchestrator", strength=0.5)
    twice = once.model_copy(update={"feature": "movement=TRACK", "strength": 0.25})
    near = once.model_copy(update={"feature": "distance=near", "speaks": "for"})
    assert lean_shot((once,), TRACK) == -A_VOICE == lean_shot((once, twice), TRACK)
    assert lean_shot((once, near), TRACK) == 0 and lean_shot((once,), CLOSE) == 0
    assert abs(lean_shot((once.model_copy(update={"strength": 1.0}),), TRACK)) == A_LESSON


class Films(NamedTuple):
    """A first film whose moving cameras the orchestrator rejected, and others after it, each of three roles."""

    ledger: Ledger
    first: State
    fresh: State
    second: State


CREW_OF_THREE = ("director", "writer", "cinematographer")


def open_film(
    ledger: Ledger,
    name: str,
    script: str,
    vision: str,
    crew_from: list[str] | None = None,
    crew: tuple[str, ...] = CREW_OF_THREE,
) -> None:
    """A film of three roles is opened."""
    desk.open_production(
        ledger,
        name,
        title=name,
        vision=vision,
        idea=None,
        script=desk.Script(text=script, source="script.fountain", encoding="utf-8"),
        crew=crew,
        crew_from=crew_from,
    )


def reject_moves(ledger: Ledger, name: str, note: str) -> State:
    """Who approves each shot in person, and rejects those that move: how it ends."""
    desk.order(ledger, name, SetPolicy(subject=COVERAGE, tier="orchestrator"))
    state = work(ledger, name, mode="none")
    while waiting := desk.inbox(state, name):
        for entry in waiting:
            proposal = state.debate.questions[entry.question].proposal(entry.recommended or 0)
            spec = None if proposal is None else spec_of(proposal.option)
            if spec and features_of_shot(spec)["camera"] == "moving" and not entry.exhausted:
                desk.answer(ledger, entry.address, "reject", note)
            else:
                desk.answer(ledger, entry.address, "approve")
        state = work(ledger, name, mode="none")
    return state


@pytest.fixture(scope="module")
def films(tmp_path_factory: pytest.TempPathFactory) -> Films:
    """A plain second film, once by a fresh crew and once by the crew of the first."""
    ledger = Ledger(tmp_path_factory.mktemp("films"), create=True)
    open_film(ledger, "first", FERRY, "kinetic, the camera follows her everywhere")
    first = reject_moves(ledger, "first", NO_MOVES)
    open_film(ledger, "before", BOTTOM, "a story of a theft")
    assert not ledger.load("before").state.persona.taken
    desk.order(ledger, "first", WrapProduction(anyway=True))
    open_film(ledger, "fresh", BOTTOM, "a story of a theft", [])
    open_film(ledger, "second", BOTTOM, "a story of a theft")
    return Films(ledger, first, work(ledger, "fresh"), work(ledger, "second"))


def moving(state: State) -> int:
    """Of the shots proposed for turns, those that move."""
    questions = [q for q in state.debate.questions.values() if q.opened.subject == COVERAGE]
    specs = [spec_of(p.option) for q in questions for p in q.proposals]
    return sum(features_of_shot(spec)["camera"] == "moving" for spec in specs if spec)


def test_lessons_have_their_addresses(films: Films) -> None:
    """What the crew brought along is copied with the addresses of the rejections, and assumed since nobody chose."""
    state = films.second
    assert state.persona.came == CrewCameFrom(productions=("first",), default=True)
    assert {*state.persona.taken} == {*CREW_OF_THREE}
    rejections = {
        str(record.address)
        for record in films.ledger.records("first")
        if type(record.fact).__name__ == "ProposalRejected"
    }
    for _, taken in state.persona.taken.values():
        assert 1 <= len(taken.lessons) <= MOST_CARRIED
        (still,) = (one for one in taken.lessons if one.feature == "camera=moving")
        assert still.speaks == "against" and rejections.issuperset(still.sources)
    assert not films.fresh.persona.taken
    assert films.fresh.persona.came == CrewCameFrom(productions=())


def test_what_rests_on_a_lesson_cites_it(films: Films) -> None:
    """A reason that tells a lesson names its address, and cites the event that brought it along."""
    records = list(films.ledger.records("second"))
    told = [
        r
        for r in records
        if "moving camera was rejected" in getattr(r.fact, "reason", "") and r.fact.refers()
    ]
    assert told
    for record in told:
        if hasattr(record.fact, "cites"):
            number, taken = films.second.persona.taken[record.actor]
            assert number in vars(record.fact)["cites"] and number in record.caused_by
            assert f"({taken.lessons[0].sources[0]})" in vars(record.fact)["reason"]
    (director,) = persona(films.ledger, "second", ["director"])[:1]
    assert director.brought and director.used
    assert {str(r.address) for r in told if r.actor == "director"}.issuperset(director.used)


def test_what_was_rejected_here_is_a_reason_here(films: Films) -> None:
    """Within a film a lesson is told without an address, and what rests on it cites the words it was learned from."""
    told = [
        record
        for record in films.ledger.records("first")
        if "moving camera was rejected" in getattr(record.fact, "reason", "")
        and hasattr(record.fact, "cites")
    ]
    numbers = {word.number for word in films.first.persona.words}
    assert told and all(numbers & {*vars(record.fact)["cites"]} for record in told)
    assert not any("first@" in vars(record.fact)["reason"] for record in told)
    shown = [
        one for one in persona(films.ledger, "first", CREW_OF_THREE) if one.lesson.feature == "camera=moving"
    ]
    used = {address for one in shown for address in one.used}
    assert {str(record.address) for record in told if record.actor in CREW_OF_THREE} == used


def test_what_was_rejected_is_proposed_less_in_the_next_film(films: Films) -> None:
    """The crew of a film whose moving cameras were rejected proposes fewer in the next than a fresh crew does."""
    assert moving(films.second) < moving(films.fresh)


def test_the_films_own_vision_outweighs_what_was_learned(films: Films) -> None:
    """A film whose vision asks for a moving camera is moved as by a fresh crew: nobody is asked with that lesson."""
    states = []
    for name, crew_from in (("kinetic-fresh", []), ("kinetic", ["first"])):
        open_film(films.ledger, name, BOTTOM, "Kinetic, restless, handheld.", crew_from)
        states.append(work(films.ledger, name))
    fresh, kinetic = states
    assert kinetic.persona.taken and moving(kinetic) == moving(fresh) > moving(films.second)
    assert not any(
        one.remembered.feature == "camera=moving" for one in recalled(kinetic, "director", COVERAGE)
    )


def test_later_words_take_a_lessons_place(films: Films) -> None:
    """What the orchestrator says to the film after it was learned there leads the other way: that counts."""
    name = "first-goes-on"
    desk.fork(films.ledger, Address("first", films.first.number), name, None)
    state = films.ledger.load(name).state
    assert [one.remembered.feature for one in recalled(state, "director", COVERAGE)] == ["camera=moving"]
    desk.impose(films.ledger, name, "broadcast", "Kinetic, restless, handheld from here on.")
    assert recalled(films.ledger.load(name).state, "director", COVERAGE) == []


def test_a_fork_inherits_what_was_brought_along(films: Films) -> None:
    """A fork asks with the lessons of its past; nothing is copied again."""
    number = max(number for number, _ in films.second.persona.taken.values())
    desk.fork(films.ledger, Address("second", number), "second-b", None)
    forked = films.ledger.load("second-b").state
    assert forked.persona.taken == films.second.persona.taken
    assert forked.number == number and films.ledger.holder(Address("second-b", number)).production == "second"


def test_another_decision_without_words_teaches_nothing_yet(films: Films) -> None:
    """A fork that decides one question otherwise asks the others as before: its crew carries the same lessons."""
    question = next(
        q
        for q in films.second.debate.questions.values()
        if q.opened.subject == COVERAGE and len(q.proposals) > 1
    )
    rival = next(p.number for p in question.proposals if p.number != question.approved)
    at = Address("second", question.decision or 0)
    desk.fork(films.ledger, at, "second-otherwise", Address("second", rival))
    forked = films.ledger.load("second-otherwise").state
    assert len(forked.persona.words) == 1 and not films.second.persona.words
    for role in CREW_OF_THREE:
        assert recalled(forked, role, COVERAGE) == recalled(films.second, role, COVERAGE)


def test_equal_commands_give_equal_facts(films: Films) -> None:
    """The same commands on the same films give the same lessons, whatever else was opened meanwhile."""
    open_film(films.ledger, "second-again", BOTTOM, "a story of a theft", ["first"])
    again = films.ledger.load("second-again").state
    assert [t.lessons for _, t in again.persona.taken.values()] == [
        t.lessons for _, t in films.second.persona.taken.values()
    ]
    assert again.persona.came == CrewCameFrom(productions=("first",))


def test_who_joins_late_remembers_what_the_crew_was_chosen_for(films: Films) -> None:
    """A role that joins later comes from the films that were chosen; of a fresh crew it remembers nothing."""
    open_film(films.ledger, "late", BOTTOM, "", ["first"])
    add_to_crew(films.ledger, "late", "editor")
    late = films.ledger.load("late").state.persona
    assert late.came == CrewCameFrom(productions=("first",)) and "editor" not in late.taken
    with pytest.raises(Refused, match="there is no production nothing"):
        open_film(films.ledger, "wrong", BOTTOM, "", ["nothing"])
    assert not films.ledger.exists("wrong")


def test_who_joins_late_remembers_the_wrapped_films(films: Films) -> None:
    """Where nobody chose, a role that joins later brings what it learned in the films that are wrapped by then."""
    crew = ("director", "cinematographer")
    open_film(films.ledger, "two", BOTTOM, "", crew=crew)
    add_to_crew(films.ledger, "two", "writer")
    number, taken = films.ledger.load("two").state.persona.taken["writer"]
    assert taken.lessons == films.second.persona.taken["writer"][1].lessons
    came = films.ledger.record(Address("two", taken.came)).fact
    assert taken.came == number - 1 and came == CrewCameFrom(productions=("first",), default=True)


def test_a_snapshot_keeps_what_is_remembered(films: Films) -> None:
    """Words, options and lessons of a state are written and read back as they were."""
    adapter = TypeAdapter(PersonaState)
    for kept in (films.first.persona, films.second.persona):
        assert adapter.validate_json(adapter.dump_json(kept)) == kept and (kept.words or kept.taken)


def test_an_episode_has_its_crews_lessons(films: Films) -> None:
    """An episode's crew remembers the wrapped films too, beside what the series says."""
    open_series(films.ledger, "arcadia", title="Arcadia", vision="", idea=None)
    taken = desk.Script(text=BOTTOM, source="script.fountain", encoding="utf-8")
    opened = open_episode(
        films.ledger,
        "one",
        Place("arcadia"),
        title="One",
        vision="",
        idea=None,
        script=taken,
        crew=CREW_OF_THREE,
    )
    state = films.ledger.load("one").state
    assert state.series.joined is not None and state.persona.came is not None
    assert {*state.persona.taken} == {*CREW_OF_THREE}
    (came,) = (r.number for r in opened.episode if isinstance(r.fact, CrewCameFrom))
    assert all(r.caused_by == (came,) for r in opened.episode if isinstance(r.fact, LessonsTaken))


def choice_asked(learned: tuple[Remembered, ...] = ()) -> OfferChoice:
    """How a film is to be designed that leans neither way."""
    view = FilmView(
        look=Look(closeness=0, motion=0, contrast=0),
        said=(),
        talk=0.5,
        night=0.3,
        inside=0.5,
        moving=0.3,
        heated=0.1,
        quiet=0.1,
        scenes=5,
        people=3,
        english=True,
    )
    return OfferChoice(role="set_designer", subject=DESIGN, view=view, remembered=learned)


def _sides(liked: list[str]) -> tuple[tuple[str, str, Sign], ...]:
    return (liked[0], "overruled", "against"), (liked[1], "asked for", "for")


def test_a_choice_that_was_overruled_is_offered_less() -> None:
    """The house offers its second best where lessons outweigh what it is behind by, and says so; else its best."""
    subject, view = SUBJECTS[DESIGN], choice_asked().view
    liked = sorted(subject.statements(view), key=lambda c: -weigh(subject, "set_designer", view, c).total)
    worth = [weigh(subject, "set_designer", view, choice).total for choice in liked]

    def remembering(strength: float) -> OfferChoice:
        best, second = (
            Remembered(
                text=f"last time “{choice}” was {did}",
                feature=f"choice={choice}",
                speaks=speaks,
                by="orchestrator",
                strength=strength,
                source="first@9",
            )
            for choice, did, speaks in _sides(liked)
        )
        return choice_asked((best, second))

    plain, enough = offer_choice(choice_asked()).rival, (worth[0] - worth[1]) / A_LESSON / 2
    assert plain is not None and isinstance(plain.option, ChoiceOption) and plain.option.choice == liked[0]
    assert offer_choice(remembering(enough * 0.9)).rival == plain
    heeding = offer_choice(remembering(enough * 1.1)).rival
    assert heeding is not None and isinstance(heeding.option, ChoiceOption)
    assert heeding.option.choice == liked[1] and heeding.remembers == (0,)
    assert heeding.reason.startswith(f"last time “{liked[0]}” was overruled (first@9); ")


def test_a_noted_shot_is_made_otherwise_with_what_was_learned(films: Films) -> None:
    """A size that was refused is not what a noted shot becomes, and the reason tells it."""
    beat = beat_view(films.first, "2", 1)
    assert beat is not None
    ask = AlterShot(
        role="cinematographer", beat=beat, look=film_look(films.first), said=(), spec=CLOSE, note="Otherwise."
    )
    plain = alter_shot(ask)
    spec = spec_of(plain.option)
    assert spec is not None
    lesson = Remembered(
        text="again and again it was refused",
        feature=f"size={spec.size}",
        speaks="against",
        by="orchestrator",
        strength=0.9,
    )
    heeding = alter_shot(ask.model_copy(update={"remembered": (lesson,)}))
    other = spec_of(heeding.option)
    assert other is not None and other.size != spec.size
    assert heeding.remembers == (0,) and heeding.reason.startswith(lesson.text)


def test_wrapped_films_count_once(films: Films) -> None:
    """A film under way is not remembered, nor is a fork of a wrapped one that did nothing since."""
    desk.fork(
        films.ledger, films.ledger.record(Address("first", films.first.number + 1)).address, "first-b", None
    )
    assert wrapped(films.ledger) == ["first"]


def test_an_ask_without_lessons_is_as_ever() -> None:
    """Its key, its material and the shape of its answer know nothing of lessons; with some, they all do."""
    ask = StandOnOutline(role="director", tabled=())
    assert "remember" not in ask.model_dump_json()
    assert content_key(ask, "house", "house-1").startswith("1c9cdad0")
    with_one = ask.model_copy(
        update={"remembered": (Remembered(text="x", speaks="for", by="crew", strength=0.2),)}
    )
    assert "remembers" not in json.dumps(schema_of(ask)) and "remembers" in json.dumps(schema_of(with_one))
    stand = Stand(supports=None, criterion="story", reason="no")
    assert read(with_one, written(with_one, stand)) == stand == read(ask, written(ask, stand))
    wrong = stand.model_copy(update={"remembers": (1,)})
    assert any("no lesson at place 1" in fault for fault in with_one.faults(wrong))


def test_a_model_is_shown_its_lessons_as_material(films: Films) -> None:
    """A lesson goes between marks with the rest of what a model is given, and its answer may rest on it."""
    mind = ScriptedMind()
    open_film(films.ledger, "asked", BOTTOM, "a story of a theft", ["first"])
    work(films.ledger, "asked", mind=mind)
    asked = next(a.ask for a in mind.asked if isinstance(a.ask, OfferShot) and a.ask.remembered)
    request = request_for(Asked(asked), model(default_model()))
    (told,) = (block.text for block in request.turns[0].blocks if '<data name="remembered">' in block.text)
    assert "moving camera was rejected" in told
    others = [a.ask for a in mind.asked if not getattr(a.ask, "remembered", ())]
    assert others, "what no lesson bears on carries none"
