"""Whole films gathered, designed and dressed: what must hold, and what visions, notes, drafts and trade-offs change."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from cineledger.agents import desk
from cineledger.agents.craft.oklch import from_hex
from cineledger.agents.working import decided
from cineledger.domain.debate.events import ProposalApproved, ProposalMade, QuestionOpened
from cineledger.domain.debate.options import TradeOffOption
from cineledger.domain.design.events import PropListed, SetDesigned, SetGathered
from cineledger.domain.ledger import Draft, Ledger
from cineledger.domain.notes.commands import GiveNote
from cineledger.domain.state import State
from cineledger.domain.talk.events import CommandRefused
from cineledger.domain.words import APPROACH, DESIGN, RESOURCES
from tests.support.studio import opened, work

FILM = """INT. MAYA'S FLAT - KITCHEN - NIGHT

MAYA sits at the table under one lamp. Rain on the window. She unfolds a letter.

TOM
You kept it.

MAYA
I kept all of them!

EXT. THE PIER - DAY

Wind. Tom takes the letter out and tears it up. Maya laughs.

MAYA
Good!

INT. KITCHEN, MAYA'S FLAT - LATER

Maya burns the letter in the sink. Tom watches from the door.

TOM
(quietly)
I hated him.

EXT. PIER - CONTINUOUS

The ferry is gone. A dog sleeps.
"""
KITCHEN, PIER = "MAYA'S FLAT - KITCHEN", "THE PIER"
VISIONS = {
    "intimate": "Intimate: faces before places.",
    "epic": "Epic: vast landscapes, people small in their world.",
    "noir": "Film noir: hard shadows, dread.",
    "comic": "A bright screwball comedy, pastel.",
}


def film(folder: Path, script: str = FILM, vision: str = VISIONS["intimate"]) -> State:
    """The state that a whole run leaves."""
    with opened(folder, script=script, vision=vision) as ledger:
        state = work(ledger)
        refused = [
            record.fact for record in ledger.records("pilot") if isinstance(record.fact, CommandRefused)
        ]
        assert refused == []
        return state


@pytest.fixture(scope="module")
def visions(tmp_path_factory: pytest.TempPathFactory) -> dict[str, State]:
    """One film under several visions."""
    return {name: film(tmp_path_factory.mktemp(name), vision=text) for name, text in VISIONS.items()}


def choice(state: State) -> str:
    """The design that was decided."""
    found = decided(state, DESIGN)
    assert found is not None
    return str(found[0].choice)


def kitchen(state: State) -> SetDesigned:
    """The kitchen, as designed."""
    made = state.works.get(SetDesigned, KITCHEN)
    assert made is not None
    return made


def lightness(made: SetDesigned) -> float:
    return sum(from_hex(swatch.hex)[0] for swatch in made.palette[:2])


def test_every_scene_has_one_set_and_every_set_a_design(visions: dict[str, State]) -> None:
    """Slug lines that mean one place are one set, and each set is designed."""
    for state in visions.values():
        gathered = state.works.of(SetGathered)
        assert list(gathered) == [KITCHEN, PIER]
        assert [one.scenes for one in gathered.values()] == [("1", "3"), ("2", "4")]
        assert list(state.works.of(SetDesigned)) == list(gathered)


def test_a_design_rests_on_what_was_decided(visions: dict[str, State]) -> None:
    """`why` walks from a palette to the question how the film is designed, and to its look."""
    for state in visions.values():
        found = [decided(state, subject) for subject in (APPROACH, DESIGN)]
        assert {one[1] for one in found if one is not None} <= set(kitchen(state).rests)


def test_the_design_is_argued_over_and_moves_with_the_vision(visions: dict[str, State]) -> None:
    """Roles want different things for reasons of their own, and no two of these visions look alike."""
    assert choice(visions["intimate"]) == "naturalistic"
    assert choice(visions["comic"]) == "stylised"
    assert len({choice(state) for state in visions.values()}) >= 2
    assert len({kitchen(state).palette for state in visions.values()}) == len(visions)
    assert lightness(kitchen(visions["noir"])) < lightness(kitchen(visions["comic"]))
    noir = visions["noir"].debate.questions.values()
    proposals = next(q.proposals for q in noir if q.opened.subject == DESIGN)
    assert len({proposal.by for proposal in proposals}) >= 2


def test_a_colour_that_the_vision_names_is_the_films(tmp_path: Path) -> None:
    """A restless camera speaks against a styled world; a vision that asks for neon outweighs that."""
    assert choice(film(tmp_path, vision="Kinetic, neon, cyberpunk.")) == "stylised"


def test_rain_is_there_and_the_letter_is_a_hero(visions: dict[str, State]) -> None:
    """What the text says is in the design; the thing that comes back is one the story hangs on."""
    state = visions["intimate"]
    assert any("rain" in air for air in kitchen(state).atmosphere)
    letter = state.works.get(PropListed, "letter")
    assert letter is not None
    assert letter.hero
    assert letter.hand in ("MAYA", "TOM")
    assert {use.scene for use in letter.uses} == {"1", "2", "3"}


def test_a_broadcast_paints_the_sets_anew(tmp_path: Path) -> None:
    """“More neon” puts neon into every set, and what names one place leaves the other alone."""
    with opened(tmp_path, script=FILM) as ledger:
        before = work(ledger)
        desk.impose(ledger, "pilot", "broadcast", "The pier should be colder: blue, and neon.")
        after = work(ledger)
    pier = after.works.get(SetDesigned, PIER)
    assert pier is not None
    assert any(swatch.use.startswith("neon") for swatch in pier.palette)
    assert kitchen(after).palette == kitchen(before).palette


def test_a_note_on_a_set_is_heeded_and_stays_heeded(tmp_path: Path) -> None:
    """“Darker, lose the table” changes that set, also when it is designed again for another reason."""
    with opened(tmp_path, script=FILM) as ledger:
        before = work(ledger)
        number = before.works.standing(SetDesigned, KITCHEN)
        assert number is not None
        note = GiveNote(text="Darker, and lose the table.", about=number.number)
        desk.order(ledger, "pilot", note)
        noted = kitchen(work(ledger))
        desk.impose(ledger, "pilot", "broadcast", "Make it warmer.")
        again = kitchen(work(ledger))
    assert lightness(noted) < lightness(kitchen(before))
    for made in (noted, again):
        assert not any(piece.startswith("table") for piece in made.layout)
    assert again.palette != noted.palette


def decide_merger(ledger: Ledger, sets: Sequence[str]) -> None:
    """The orchestrator approves that sets become one, as the producer proposed."""
    number = ledger.head("pilot").number
    asked = QuestionOpened(
        subject=RESOURCES,
        text="?",
        scene=None,
        beat=None,
        tier="orchestrator",
        rounds=1,
        lead="producer",
        concerned=("producer",),
    )
    option = TradeOffOption(way="merge_sets", statement="One set fewer.", sets=tuple(sets))
    facts = (
        ("producer", asked),
        (
            "producer",
            ProposalMade(question=number + 1, option=option, criterion="cost", reason="it saves a day"),
        ),
        (
            "orchestrator",
            ProposalApproved(question=number + 1, proposal=number + 2, authority="orchestrator"),
        ),
    )
    for actor, fact in facts:
        head = ledger.head("pilot")
        ledger.append("pilot", head, [Draft(fact, (head.number,), ())], actor=actor, command="Say")


def test_an_approved_trade_off_makes_two_sets_one(tmp_path: Path) -> None:
    """The set that stays takes over scenes and names, rests on the decision, and the other's design is struck."""
    with opened(tmp_path, script=FILM) as ledger:
        work(ledger)
        decide_merger(ledger, (KITCHEN, PIER))
        approved = ledger.head("pilot").number
        state = work(ledger)
    (own,) = state.works.of(SetGathered).values()
    assert own.set == KITCHEN
    assert own.scenes == ("1", "2", "3", "4")
    assert approved in own.rests
    assert "by decision" in own.reason
    assert list(state.works.of(SetDesigned)) == [KITCHEN]


@pytest.mark.parametrize(
    "script",
    [
        "ИНТ. КВАРТИРА МАШИ. КУХНЯ - НОЧЬ\n\nМАША берёт письмо. Дождь.\n\nМАША\nТы вернулся!\n",
        "内景 玛雅家 厨房 夜\n\n她拿着一封信。下雨。\n\n玛雅\n你回来了！\n",
        "A man waits.\n\nTOM\nHello?\n",
        "INT. HALL - DAY\n\n\nEXT. - NIGHT\n\nTOM\nYes.\n",
        "INT. HALL - DAY\n\n" + "He walks and walks " * 90 + "\n\nTOM\nYes.\n",
    ],
)
def test_any_script_comes_through(tmp_path: Path, script: str) -> None:
    """Other languages, scenes without slug line or text, and very long lines are read as far as they can be."""
    state = film(tmp_path, script=script)
    assert set(state.works.of(SetDesigned)) == set(state.works.of(SetGathered))
