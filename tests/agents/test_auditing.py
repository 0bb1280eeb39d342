"""A film whose script forgets something: found, asked about, told the writer, and gone once the line is mended."""

from pathlib import Path

import pytest

from cineledger.agents.auditing.finding import Audit, AuditScene, Forgets, audit_scene
from cineledger.agents.auditing.hearing import heard
from cineledger.agents.auditing.settling import MOST_ASKED
from cineledger.agents.craft.choice import weigh
from cineledger.agents.craft.slip_choice import SLIP_CHOICE
from cineledger.agents.filming import finding_facts, question_view
from cineledger.domain.cast.knowledge import FactFound, Telling
from cineledger.domain.debate.options import ChoiceOption
from cineledger.domain.ledger import Ledger
from cineledger.domain.state import State, evolve
from cineledger.domain.story.findings import FindingMade, Forgotten
from cineledger.domain.talk.events import MessageSent
from cineledger.domain.words import MEANT, MEND, PREPARE, SLIP
from cineledger.projections.audit import audit
from cineledger.projections.reader import Reader
from tests.agents.test_revised_films import take_in
from tests.benchmarks.planting import scripts
from tests.support.studio import opened, work

OLD = next(script for script in scripts() if script.name == "second_violin").text
YOUNGER = "At twenty-four you think that they should, and I'm twenty-four."


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> tuple[Ledger, State, Path]:
    """`pilot`, in which somebody is two ages."""
    folder = tmp_path_factory.mktemp("ages")
    ledger = opened(folder, script=OLD)
    return ledger, work(ledger), folder


def _asked(state: State) -> list[tuple[str, tuple[str, ...], str]]:
    """Findings asked about, who was concerned, and what was chosen."""
    found = []
    for question in state.debate.questions.values():
        if question.opened.subject == SLIP:
            proposal = question.proposal(question.approved or 0)
            assert proposal is not None and isinstance(proposal.option, ChoiceOption)
            name = state.debate.findings[question.opened.about or 0].finding
            found.append((name, question.opened.concerned, proposal.option.choice))
    return found


def test_a_finding_is_asked_of_those_it_concerns(film: tuple[Ledger, State, Path]) -> None:
    """The writer leads, whoever plays her and the director answer; a number is mended."""
    _, state, _ = film
    (finding,) = state.works.of(FindingMade).values()
    assert (finding.kind, finding.quote, finding.people) == ("age", YOUNGER, ("ANTON",))
    assert finding.forgets is not None and finding.forgets.quote.startswith("I turned thirty")
    assert _asked(state) == [(finding.finding, ("cast:ANTON", "director", "writer"), MEND)]


def test_the_writer_is_told_which_line(film: tuple[Ledger, State, Path]) -> None:
    """A script that was brought is nobody's to edit: the showrunner writes to the writer about the scene."""
    ledger, state, _ = film
    told = [
        r.fact for r in ledger.records("pilot") if isinstance(r.fact, MessageSent) and "Mend" in r.fact.text
    ]
    scene = next(s for s in state.script.present() if s.written.number == "3")
    assert [(message.to, message.about) for message in told] == [("writer", scene.number)]
    assert state.script.draft == 1


def test_the_table_of_findings_has_the_question(film: tuple[Ledger, State, Path]) -> None:
    """Each finding with both lines, its question and what was decided; no audit of the tables finds anything."""
    _, _, folder = film
    with Reader(folder) as reader:
        (row,) = reader.rows("SELECT kind, scene, was_scene, status, decided FROM findings")
        assert not any(audit(reader).values())
    assert (row["kind"], row["scene"], row["was_scene"], row["status"]) == ("age", "3", "1", "decided")
    assert YOUNGER in row["decided"]


def test_a_mended_line_is_no_finding_any_more(tmp_path: Path) -> None:
    """A draft without the slip takes the finding back."""
    with opened(tmp_path, script=OLD) as ledger:
        assert work(ledger).works.of(FindingMade)
        take_in(ledger, OLD.replace(YOUNGER, "At thirty you stop asking why they don't."))
        state = work(ledger)
    assert not state.works.of(FindingMade) and not state.debate.undecided


def test_a_mind_is_held_to_the_lines(film: tuple[Ledger, State, Path]) -> None:
    """Lines, people and entries that are not there, and words that nobody says, are faults; the house has none."""
    _, state, _ = film
    script = heard(state)
    hearing = next(h for h in script.hearings if h.scene.number == "3")
    ask = AuditScene(
        role="showrunner", scene=hearing.scene, before=hearing.before, felt=(), plays_with=script.plays_with
    )
    house = audit_scene(ask)
    assert house.findings and not list(ask.faults(house))
    good = house.findings[0]
    for wrong, words in (
        ({"line": 99}, "there is no line 99"),
        ({"quote": "I am the queen."}, "does not say"),
        ({"people": ("NOBODY",)}, "NOBODY"),
        ({"people": ()}, "concerns nobody"),
        ({"against": 99}, "99"),
        ({"text": " "}, "is empty"),
    ):
        bad = Audit(findings=(Forgets(**{**dict(good), **wrong}),))
        assert any(words in fault for fault in ask.faults(bad)), words
    assert any("twice" in fault for fault in ask.faults(Audit(findings=(good, good))))


@pytest.mark.parametrize(
    ("kind", "weight", "writer", "other", "wanted"),
    [
        ("age", 0.8, MEND, "cast:ANTON", MEND),
        ("absence", 0.9, MEND, "director", MEND),
        ("knowledge", 0.7, PREPARE, "cast:ANTON", PREPARE),
        ("feeling", 0.5, PREPARE, "director", MEANT),
    ],
)
def test_each_weighs_what_to_do_by_its_own_criteria(
    film: tuple[Ledger, State, Path], kind: str, weight: float, writer: str, other: str, wanted: str
) -> None:
    """A number is mended, what somebody learns is prepared, a leap of feeling can be played."""
    _, state, _ = film
    question = next(q for q in state.debate.questions.values() if q.opened.subject == SLIP)
    finding = FindingMade.model_validate(
        {
            **state.debate.findings[question.opened.about or 0].model_dump(),
            "kind": kind,
            "weight": weight,
            "forgets": Forgotten(scene="1", line=1, quote="So it was."),
        }
    )
    view = question_view(state, question).model_copy(update={"facts": finding_facts(finding)})
    for role, best in (("writer", writer), (other, wanted)):
        totals = {
            choice: weigh(SLIP_CHOICE, role, view, choice).total for choice in SLIP_CHOICE.statements(view)
        }
        assert max(totals, key=lambda choice: totals[choice]) == best, (role, totals)


def test_the_heaviest_are_asked_about(tmp_path: Path) -> None:
    """Of many findings so many are debated; the others are there to be read."""
    ages = "".join(
        f"INT. ROOM {n} - DAY\n\nMAYA sits down.\n\nMAYA\nI'm {20 + 5 * n}.\n\nTOM\nAre you?\n\n"
        for n in range(1, 7)
    )
    with opened(tmp_path, script=ages, crew=("showrunner", "writer")) as ledger:
        state = work(ledger)
    found = state.works.of(FindingMade)
    assert len(found) > MOST_ASKED == len(_asked(state))


PLOT = """INT. CHAPEL - NIGHT

MAYA and TOM kneel.

MAYA
Rosa poisoned the well. Let it stay between us.

TOM
Nobody hears it from me.

INT. HALL - DAY

ROSA pours water. IDRIS comes in.

ROSA
Sit down.

IDRIS
{}

ROSA
Drink your water.
"""


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("You poisoned the well, Rosa, and you pour from it.", True),
        ("I hear that you poisoned the well, Rosa.", False),
        ("Rosa, is the well deep?", False),
    ],
)
def test_a_fact_that_is_kept_is_not_known_to_who_was_not_there(
    tmp_path: Path, line: str, found: bool
) -> None:
    """What the writer found to be secret counts until somebody learns it; a source, or other words, are no slip."""
    with opened(tmp_path, script=PLOT.format(line), crew=()) as ledger:
        state = work(ledger, until=lambda state: state.production.phase == "execution")
        fact = FactFound(
            reason="she says so, and asks to keep it",
            fact="rosa-poisoned-well",
            text="ROSA poisoned the well",
            about=("ROSA",),
            words=("poisoned", "well"),
            secret=True,
            tellings=(Telling(scene="1", line=3, quote="Rosa poisoned the well.", teller="MAYA"),),
        )
        told = evolve(state, fact, "writer")
    (hearing,) = (h for h in heard(told).hearings if h.scene.number == "2")
    ask = AuditScene(role="showrunner", scene=hearing.scene, before=hearing.before, felt=(), plays_with=())
    assert any(one.what == "fact" for one in hearing.before)
    assert [one.kind for one in audit_scene(ask).findings] == (["knowledge"] if found else [])
