"""The crew knows who its main characters are: from their lines, by decision, and as far as they may grow."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cineledger.agents import desk
from cineledger.agents.identity.drawing import DrawIdentity, DrawnIdentity, DrawnTrait, draw_identity
from cineledger.agents.identity.keeping import draw_ask
from cineledger.agents.identity.lines import lines_of
from cineledger.domain.cast.becoming import SetIdentity
from cineledger.domain.cast.changes import ChangeHeldBack
from cineledger.domain.cast.identity import IdentityDrawn
from cineledger.domain.debate.approvals import Approve
from cineledger.domain.debate.options import ChoiceOption, IdentityOption
from cineledger.domain.debate.question import Question
from cineledger.domain.ledger import Ledger
from cineledger.domain.ledger.verify import Verifier
from cineledger.domain.script.drafting import people_of
from cineledger.domain.state import State
from cineledger.domain.talk.events import CommandRefused
from cineledger.domain.words import BECOMES, CHARACTER_CHANGE, CHARACTER_IDENTITY, ORCHESTRATOR, STAYS
from cineledger.projections.audit import audit
from cineledger.projections.reader import Reader
from tests.agents.identity_films import SHED, TURNED
from tests.support.studio import opened, work

CREW = ("showrunner", "director", "writer")


def who(state: State, name: str = "ODA") -> IdentityDrawn:
    """Who somebody is now."""
    standing = state.works.get(IdentityDrawn, name)
    assert standing is not None
    return standing


def traits(state: State, name: str = "ODA") -> set[str]:
    """What she is like."""
    return {trait.trait for trait in who(state, name).identity.traits}


def asked(state: State, subject: str) -> list[Question]:
    """The questions on a subject, in order."""
    return [q for _, q in sorted(state.debate.questions.items()) if q.opened.subject == subject]


def take_in(ledger: Ledger, text: str) -> None:
    """A draft comes in."""
    draft = desk.Script(text=text, source="draft.fountain", encoding="utf-8")
    desk.take_in_draft(ledger, "shed", draft, desk.look_at_draft(ledger, "shed", draft).seen)


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Ledger, State]]:
    """A film that is planned."""
    with opened(tmp_path_factory.mktemp("shed"), "shed", SHED, crew=CREW) as ledger:
        yield ledger, work(ledger, "shed")


def test_the_main_characters_are_drawn_from_their_lines(film: tuple[Ledger, State]) -> None:
    """Traits, past, want, fear, voice and age are the script's, each trait with its line; what nobody says is empty."""
    state = film[1]
    identity = who(state).identity
    assert traits(state) == {"careful", "loyal", "stubborn", "persistent"}
    assert identity.age == 61 and "When I was nine my father built this shed." in identity.backstory
    assert "I want you to stay." in identity.desire and "afraid of one thing" in identity.fear
    assert "“look” again and again" in identity.voice
    scenes = state.script.scenes
    for trait in identity.traits:
        assert trait.scene is not None and trait.line is not None
        assert trait.quote.rstrip("…") in scenes[trait.scene].written.elements[trait.line].text.replace(
            "’", "'"
        )
    lene = who(state, "LENE")
    assert not lene.decided and (lene.identity.backstory, lene.identity.fear) == ("", "")
    assert who(state, "PIET").identity.age is None, "“30s” is no age"


def test_who_the_first_two_are_is_decided(film: tuple[Ledger, State]) -> None:
    """It is debated by those whom it concerns, and stands as decided, with where she may grow by her arc."""
    ledger, state = film
    questions = asked(state, CHARACTER_IDENTITY)
    assert [q.opened.characters for q in questions] == [("ODA",), ("PIET",)]
    assert set(questions[0].opened.concerned) == {"cast:ODA", "director", "showrunner", "writer"}
    approved = questions[0].proposal(questions[0].approved or 0)
    assert approved is not None and isinstance(approved.option, IdentityOption)
    assert who(state).decided and who(state).identity == approved.option.identity
    growth = {g.facet: g for g in who(state).identity.growth}
    agreeable = who(state).identity.on("agreeableness") or 0
    assert growth["agreeableness"].high - agreeable > agreeable - growth["agreeableness"].low
    assert "rise" in growth["agreeableness"].toward
    refused = {r.fact.command for r in ledger.records("shed") if isinstance(r.fact, CommandRefused)}
    assert not refused & {"OpenQuestion", "Deliver", "RaiseChange"}


def test_all_of_it_is_rows(film: tuple[Ledger, State], tmp_path: Path) -> None:
    """Traits with their lines, bounds with where she stands, and the bible's page on her; every row has its cause."""
    with Reader(film[0].folder) as reader:
        assert not any(audit(reader).values())
        rows = reader.rows(
            "SELECT trait, facet, value, decided FROM traits WHERE character = 'ODA' ORDER BY trait"
        )
        assert {row["trait"] for row in rows} == traits(film[1]) and all(row["decided"] for row in rows)
        bounds = reader.rows("SELECT facet, stands, low, high FROM growth WHERE character = 'ODA'")
        assert bounds and all(row["low"] <= row["stands"] <= row["high"] for row in bounds)
        (page,) = reader.rows("SELECT text FROM bible WHERE entry = 'identity/ODA'")
        assert "61 years old" in page["text"] and "stubborn" in page["text"]
        steps = reader.rows(
            "SELECT decided, role FROM identity_steps WHERE character = 'ODA' ORDER BY number"
        )
        assert steps == [{"decided": False, "role": "writer"}, {"decided": True, "role": "writer"}]
    (known,) = [person for person in people_of(film[1]) if person.name == "ODA"]
    assert known.who == "61, careful, loyal, stubborn, persistent" and "afraid" in known.fear
    assert Verifier(film[0]).check("shed", None).fault is None


def test_a_new_draft_beyond_her_bounds_is_a_question(tmp_path: Path) -> None:
    """She is held back, and stays as she was until somebody answers; then she becomes who was approved, or stays."""
    with opened(tmp_path / "studio", "shed", SHED, crew=CREW) as ledger:
        before = work(ledger, "shed")
        take_in(ledger, TURNED)
        state = work(ledger, "shed", mode="ask")
        (held,) = [r for r in ledger.records("shed") if isinstance(r.fact, ChangeHeldBack)]
        (question,) = asked(state, CHARACTER_CHANGE)
        assert isinstance(held.fact, ChangeHeldBack) and held.fact.facet == "agreeableness"
        assert question.opened.about == held.number and question.status == "awaiting"
        assert "ODA was loyal and stubborn and would be lying" in question.opened.text
        assert who(state) == who(before)
        becomes = next(
            p.number
            for p in question.proposals
            if isinstance(p.option, ChoiceOption) and p.option.choice == BECOMES
        )
        desk.order(ledger, "shed", Approve(question=question.number, proposal=becomes))
        after = work(ledger, "shed", mode="ask")
        assert who(after).identity == held.fact.identity and who(after).decided
        assert {"lying", "traitor"} <= traits(after)
        causes = next(r for r in reversed(list(ledger.records("shed"))) if r.fact == who(after)).caused_by
        assert after.debate.questions[question.number].decision in causes


def test_who_stays_the_same_is_not_asked_about_again(tmp_path: Path) -> None:
    """What was turned down stays out, whenever the lines are read again; small drift goes on beside it."""
    with opened(tmp_path / "studio", "shed", SHED, crew=CREW) as ledger:
        before = work(ledger, "shed")
        take_in(ledger, TURNED)
        state = work(ledger, "shed")
        (question,) = asked(state, CHARACTER_CHANGE)
        approved = question.proposal(question.approved or 0)
        assert approved is not None and isinstance(approved.option, ChoiceOption)
        assert approved.option.choice == STAYS and question.authority == "standing_order"
        assert who(state) == who(before)
        kinder = TURNED.replace("INT. PIET'S KITCHEN - NIGHT", "INT. PIET'S KITCHEN - DAWN")
        take_in(ledger, kinder)
        again = work(ledger, "shed")
        assert (
            len(asked(again, CHARACTER_CHANGE)) == 1
            and who(again).identity.growth == who(before).identity.growth
        )


def test_the_orchestrators_word_outlives_a_draft(tmp_path: Path) -> None:
    """What she says of somebody in person is kept as the lines are read again, and the rest drifts with them."""
    with opened(tmp_path / "studio", "shed", SHED, crew=CREW) as ledger:
        work(ledger, "shed", until=lambda state: state.production.phase == "execution")
        desk.order(ledger, "shed", SetIdentity(character="ODA", fear="that nobody asks", age=59))
        take_in(ledger, SHED.replace("I don't sleep.", "I don't drink. I don't sleep."))
        state = work(ledger, "shed")
        assert (who(state).identity.fear, who(state).identity.age) == ("that nobody asks", 59)
        assert who(state).said == ("fear", "age") and "sober" in traits(state)
        drawn = [
            r
            for r in ledger.records("shed")
            if isinstance(r.fact, IdentityDrawn) and r.fact.character == "ODA"
        ]
        assert drawn[-1].actor == "writer" and drawn[-2].actor == ORCHESTRATOR


def ask_of(state: State) -> DrawIdentity:
    """The ask of the writer about ODA as if nothing were decided."""
    return draw_ask(state, "writer", "ODA").model_copy(update={"stands": None})


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"line": 99}, "there is no line 99"),
        ({"quote": "I hate boats."}, "does not say"),
        ({"line": None}, "no line shows"),
        ({"value": 1.5}, "lies between"),
    ],
)
def test_a_trait_without_its_line_is_a_fault(
    film: tuple[Ledger, State], change: dict[str, object], fault: str
) -> None:
    """Nobody is anything that no line shows; the house's own drawing has no fault."""
    ask = ask_of(film[1])
    drawn = draw_identity(ask)
    assert not list(ask.faults(drawn))
    first = drawn.traits[0].model_copy(update=change)
    assert any(
        fault in one for one in ask.faults(drawn.model_copy(update={"traits": (first, *drawn.traits[1:])}))
    )


def test_growth_that_does_not_hold_her_is_a_fault(film: tuple[Ledger, State]) -> None:
    """A trait twice, too many traits, bounds that leave her out."""
    ask = ask_of(film[1])
    drawn = draw_identity(ask)
    low = drawn.growth[0].model_copy(update={"low": -1.0, "high": -0.9})
    twice = (*drawn.traits, drawn.traits[0])
    assert any("outside her growth" in f for f in ask.faults(drawn.model_copy(update={"growth": (low,)})))
    assert any("comes twice" in f for f in ask.faults(drawn.model_copy(update={"traits": twice})))
    assert any("too many" in f for f in ask.faults(drawn.model_copy(update={"traits": twice * 2})))
    assert any("empty" in f for f in ask.faults(drawn.model_copy(update={"reason": ""})))


def test_another_language_gives_what_can_be_counted(tmp_path: Path) -> None:
    """No trait is guessed from words that are not known; an age in an introduction and the length of lines are."""
    script = (
        "INT. CUISINE - NUIT\n\nODILE, 47, regarde la bouilloire.\n\n"
        + "ODILE\nTu es revenu pour moi ou pour la maison ?\n\nRENÉ\nPour la maison. Et pour toi.\n\n" * 4
    )
    with opened(tmp_path / "studio", "cuisine", script, crew=CREW) as ledger:
        state = work(ledger, "cuisine")
    identity = who(state, "ODILE").identity
    assert identity.traits == () and identity.desire == "" and identity.age == 47
    assert "words" in identity.voice and "asks" in identity.voice
    assert not asked(state, CHARACTER_IDENTITY)


def test_her_lines_are_hers_and_those_about_her(film: tuple[Ledger, State]) -> None:
    """What she says, what is said to her, and where she is in a direction, by name or by she."""
    lines = lines_of(film[1], "ODA")
    assert {line.tells for line in lines} == {"own", "to her", "of her", "done"} - {"of her"}
    assert any(line.meant and "does not flinch" in line.text for line in lines)
    assert all(line.who != "ODA" for line in lines)


def test_an_answer_crosses_the_wire() -> None:
    """A drawing is values through and through."""
    trait = DrawnTrait(trait="loyal", facet="agreeableness", value=0.6, scene=0, line=1, quote="loyal")
    drawn = DrawnIdentity(
        traits=(trait,),
        backstory="",
        motivation="",
        desire="",
        fear="",
        voice="",
        age=None,
        growth=(),
        reason="so",
    )
    assert DrawnIdentity.model_validate_json(drawn.model_dump_json()) == drawn
