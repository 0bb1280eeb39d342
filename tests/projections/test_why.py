"""Why: the answer, the debate behind it, what led to it and what came of it."""

import json

import pytest

from cineledger.domain.address import Address, parse_address
from cineledger.domain.debate.events import (
    AlternativeOffered,
    DissentRecorded,
    ObjectionRaised,
    ProposalApproved,
    ProposalMade,
    ProposalRejected,
    QuestionOpened,
    SupportGiven,
)
from cineledger.domain.debate.options import ShotOption
from cineledger.domain.production.events import PhaseEntered, StandingOrderGiven, VisionStated
from cineledger.domain.refusal import Refused
from cineledger.domain.script.events import ScenePages, ScriptPaged
from cineledger.domain.shots.events import ShotRevised
from cineledger.domain.talk.events import MessageSent, ReactionPassed
from cineledger.projections.chain import as_json
from cineledger.projections.chain_mermaid import mermaid
from cineledger.projections.chain_text import tree
from cineledger.projections.reader import Reader
from cineledger.projections.why import why, why_cell
from tests.projections.worlds import SPEC, World, scene, shot

TIGHT = SPEC.model_copy(update={"lens_mm": 135, "description": 'tight on <MAYA> "eyes" `only` #1'})


@pytest.fixture
def decided(world: World) -> World:
    """Question 4: proposals 5, 6 (rejected) and 7; 7 is ruled for, approved at 12 and carried out at 14."""
    world.open(
        "pilot", VisionStated(text="faces"), StandingOrderGiven(subject="beat_coverage", text="lead decides")
    )
    world.say("orchestrator", PhaseEntered(phase="planning"), causes=())
    question = QuestionOpened(
        subject="beat_coverage",
        text="Which shot carries the turn?",
        scene="1",
        beat=1,
        tier="orchestrator",
        rounds=1,
        lead="director",
        concerned=("writer",),
    )
    option = ShotOption(spec=SPEC)
    world.say("director", question, causes=(3,))
    world.say(
        "director",
        ProposalMade(question=4, option=option, criterion="emphasis", reason="she turns", cites=(1,)),
    )
    world.say(
        "writer", AlternativeOffered(question=4, rival=5, option=option, criterion="pace", reason="too slow")
    )
    tight = ShotOption(spec=TIGHT)
    world.say(
        "cinematographer",
        AlternativeOffered(question=4, rival=5, option=tight, criterion="look", reason="eyes"),
    )
    world.say(
        "writer", SupportGiven(question=4, proposal=7, criterion="line", reason="it is said with the eyes")
    )
    world.say(
        "cast:MAYA",
        ObjectionRaised(question=4, proposal=7, criterion="truth", reason="too near", blocking=True),
    )
    world.say("editor", ReactionPassed(question=4, reason="cuts either way"))
    world.say("orchestrator", ProposalRejected(question=4, proposal=6, note="seen too often"))
    approved = ProposalApproved(question=4, proposal=7, authority="standing_order", standing_order=2)
    world.say("director", approved)
    world.say(
        "director", DissentRecorded(question=4, proposal=7, role="cast:MAYA", position=9, reason="too near")
    )
    world.say("cinematographer", shot("1A", 4, TIGHT), causes=(12,))
    world.say("editor", MessageSent(to="director", text="it cuts"), causes=(14,))
    return world


def test_a_cell_is_answered_with_its_value_then_its_debate(decided: World) -> None:
    """The value and who set it; the decision, its authority, every proposal with what was said of it; then causes."""
    with decided.reader() as reader:
        lines = tree(why_cell(reader, "Pilot", "SHOTS", "1a", "Lens_mm"))
    assert lines[0] == "pilot shots 1A lens_mm = 135"
    assert lines[1].startswith("  set by pilot@14 cinematographer planned shot 1A: CU SINGLE, 135mm")
    assert lines[3] == "Decided: pilot@12 director approved proposal 7 for question 4 under standing order 2"
    assert lines[4] == "  under pilot@2 orchestrator gave a standing order on beat_coverage: lead decides"
    assert lines[5].startswith("Question: pilot@4 director asked: Which shot carries the turn?")
    text = "\n".join(lines)
    assert lines[6].startswith("  [taken] pilot@7 cinematographer offered")
    assert "      for      pilot@8 writer: it is said with the eyes (line)" in lines
    assert "      blocks   pilot@9 cast:MAYA: too near (truth)" in lines
    assert "  [not taken] pilot@5 director proposed close on MAYA, 85mm: she turns (emphasis)" in lines
    assert any(line.startswith("  [rejected] pilot@6 writer offered") for line in lines)
    assert "  silent   pilot@10 editor: cuts either way" in lines
    assert "  pilot@11 orchestrator rejected proposal 6 of question 4: seen too often" in lines
    assert "  dissent  pilot@13 cast:MAYA: too near" in lines
    assert (
        text.index("Because")
        < text.index("pilot@3 orchestrator moved work to planning")
        < text.index("Led to")
    )
    assert lines[-1] == "  pilot@15 editor wrote to director: it cuts"


def test_the_chain_reaches_the_orchestrators_events(decided: World) -> None:
    """Upwards stand all events that led to it, each with its own causes, down to those that began it."""
    with decided.reader() as reader:
        chain = why(reader, Address("pilot", 14))
    assert set(chain.causes) == {f"pilot@{n}" for n in (12, 4, 7, 5, 3, 2, 1)}
    assert chain.causes["pilot@5"].causes == ("pilot@1", "pilot@4")
    begun = [node for node in chain.causes.values() if not node.causes]
    assert {node.authority for node in begun} == {"orchestrator"}
    assert chain.causes["pilot@12"].authority == "standing_order"
    assert list(chain.effects) == ["pilot@15"]


def test_the_last_event_that_set_the_column(decided: World) -> None:
    """A revision explains the lens, not the scene; a row without a column is explained by its last event."""
    wide = SPEC.model_copy(update={"lens_mm": 24})
    decided.say("cinematographer", ShotRevised(shot="1A", spec=wide, notes="wider", question=None))
    with decided.reader() as reader:
        assert why_cell(reader, "pilot", "shots", "1A", "lens_mm").event.address == "pilot@16"
        assert why_cell(reader, "pilot", "shots", "1A", "scene").event.address == "pilot@14"
        assert why_cell(reader, "pilot", "shots", "1A").event.address == "pilot@16"
        assert why_cell(reader, "pilot", "questions", "4", "text").event.address == "pilot@4"
        assert why_cell(reader, "pilot", "questions", "4", "approved").event.address == "pilot@12"
        assert why_cell(reader, "pilot", "proposals", "7", "status").event.address == "pilot@12"
        assert why_cell(reader, "pilot", "proposals", "6", "status").event.address == "pilot@11"
        assert why_cell(reader, "pilot", "productions", "pilot", "vision").event.address == "pilot@1"
        assert why_cell(reader, "pilot", "standing_orders", "beat_coverage").event.address == "pilot@2"


def test_a_fork_explains_what_it_inherited(decided: World) -> None:
    """Addresses are those of the streams that hold the events; effects in forks count, too."""
    decided.fork("pilot@14", "b")
    decided.say("editor", MessageSent(to="director", text="here as well"), name="b", causes=(14,))
    with decided.reader() as reader:
        chain = why_cell(reader, "b", "shots", "1A", "lens_mm")
        assert chain.event.address == "pilot@14"
        assert set(chain.effects) == {"pilot@15", "b@15"}
        assert why(reader, Address("b", 14)).event.address == "pilot@14"
        assert why(reader, Address("b", 15)).event.text == "wrote to director: here as well"


@pytest.mark.parametrize(
    ("table", "key", "column", "reason", "hint"),
    [
        ("shotz", "1A", None, "there is no table shotz", "Did you mean shots?"),
        ("shots", "1B", None, "shots of pilot has no row 1B", "Did you mean 1A?"),
        ("shots", "1A", "lens", "shots has no column lens", "lens_mm"),
        ("completions", "k", None, "there is no table completions", ""),
    ],
)
def test_unknown_names_are_refused_with_the_nearest(
    decided: World, table: str, key: str, column: str | None, reason: str, hint: str
) -> None:
    """A misspelt table, key or column is not guessed at."""
    with decided.reader() as reader, pytest.raises(Refused) as refusal:
        why_cell(reader, "pilot", table, key, column)
    assert reason in refusal.value.reason and hint in refusal.value.hint


def test_unknown_events_and_productions_are_refused(decided: World) -> None:
    """An address must name an event that is there."""
    with decided.reader() as reader:
        with pytest.raises(Refused, match="there is no event pilot@99"):
            why(reader, Address("pilot", 99))
        with pytest.raises(Refused, match="there is no production pilt") as refusal:
            why(reader, Address("pilt", 1))
        assert refusal.value.hint == "Did you mean pilot?"


def test_every_row_of_a_real_production_can_be_explained(tables: Reader) -> None:
    """For every event, and for every set cell of every shot, there is a chain that ends at the orchestrator."""
    for row in tables.rows("SELECT address FROM events_at('pilot-b') WHERE number % 5 = 0"):
        chain = why(tables, parse_address(row["address"]))
        assert tree(chain) and mermaid(chain)
        for node in (chain.event, *chain.causes.values()):
            assert node.causes or node.actor == "orchestrator"
    for shot_row in tables.rows("FROM shots_at('pilot-b')")[:2]:
        for column, value in shot_row.items():
            if value is not None and column not in ("production", "address"):
                assert why_cell(tables, "pilot-b", "shots", shot_row["shot"], column).event.type.startswith(
                    "Shot"
                )


def test_a_key_of_two_columns_is_joined_by_a_slash(tables: Reader) -> None:
    """MAYA/1 names what Maya feels in scene 1."""
    chain = why_cell(tables, "pilot", "character_timeline", "maya/1", "feeling")
    assert chain.event.actor == "cast:MAYA" and chain.cell is not None and chain.cell.key == "MAYA/1"


def test_the_chain_is_a_json_document(decided: World) -> None:
    """Everything the tree tells can be read by a program."""
    with decided.reader() as reader:
        document = json.loads(json.dumps(as_json(why_cell(reader, "pilot", "shots", "1A", "lens_mm"))))
    assert document["cell"] == {"table": "shots", "key": "1A", "column": "lens_mm", "value": 135}
    assert [p["status"] for p in document["debate"]["proposals"]] == ["live", "rejected", "approved"]
    assert document["debate"]["standing_order"]["address"] == "pilot@2"
    assert document["debate"]["dissents"][0]["fact"]["role"] == "cast:MAYA"


def test_mermaid_text_is_escaped(decided: World) -> None:
    """Quotes, brackets, backticks and number signs of a description can't end a label or begin a tag."""
    with decided.reader() as reader:
        flow = mermaid(why(reader, Address("pilot", 14)))
    assert flow.startswith("flowchart TD\n")
    assert "tight on #lt;MAYA#gt; #quot;eyes#quot; #96;only#96;" in flow
    labels = [line for line in flow.splitlines() if "[" in line]
    assert all(line.count('"') == 2 and "<M" not in line for line in labels)
    assert "  e1 --> e0" in flow


def test_much_is_left_out_and_counted(world: World) -> None:
    """Of very many effects the nearest are told and the others counted; a long way back is cut short in the text."""
    world.open("pilot", VisionStated(text="v"))
    world.say("director", *(MessageSent(to="writer", text=str(n)) for n in range(60)), causes=(1,))
    for n in range(60):
        world.say("director", MessageSent(to="writer", text=f"deep {n}"))
    with world.reader() as reader:
        first, last = why(reader, Address("pilot", 1)), why(reader, Address("pilot", 121))
    assert (len(first.effects), first.effects_left_out) == (20, 100)
    assert tree(first)[-1] == "  … and 100 more events"
    assert len(last.causes) == 62 - 1
    assert len(tree(last)) < 50 and "more events before" in tree(last)[-2]
    assert tree(last)[-1] == "  It began with pilot@1 orchestrator stated the vision: v"


def test_of_thousands_of_effects_it_is_said_that_there_are_more(world: World) -> None:
    """What everything rests on is not followed to the end: the nearest are told, and that more were not counted."""
    world.open("pilot", VisionStated(text="v"))
    world.say("director", *(MessageSent(to="writer", text=str(n)) for n in range(2_100)), causes=(1,))
    with world.reader() as reader:
        chain = why(reader, Address("pilot", 1))
    assert [parse_address(address).number for address in chain.effects] == list(range(2, 22))
    assert (chain.effects_left_out, chain.effects_uncounted) == (1_980, True)
    assert tree(chain)[-1] == "  … and more than 1980 more events"
    assert "… and more than 1980 more events after" in mermaid(chain)
    assert as_json(chain)["effects_uncounted"]


def test_an_effect_of_many_is_counted_once(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many of the events before led to it."""
    monkeypatch.setattr("cineledger.projections.links.MANY", 12)
    world.open("pilot", VisionStated(text="v"))
    world.say("director", *(MessageSent(to="writer", text=str(n)) for n in range(6)), causes=(1,))
    world.say(
        "director", *(MessageSent(to="writer", text=str(n)) for n in range(6)), causes=(2, 3, 4, 5, 6, 7)
    )
    with world.reader() as reader:
        chain = why(reader, Address("pilot", 1))
    assert [parse_address(address).number for address in chain.effects] == list(range(2, 14))
    assert (chain.effects_left_out, chain.effects_uncounted) == (0, False)


def test_of_very_many_causes_the_first_are_told(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """The nearest, then those that began it; what lies between is counted, to the last."""
    monkeypatch.setattr("cineledger.projections.why.MOST_CAUSES", 10)
    world.open("pilot", VisionStated(text="v"))
    for n in range(40):
        world.say("director", MessageSent(to="writer", text=f"deep {n}"))
    with world.reader() as reader:
        chain = why(reader, Address("pilot", 41))
    assert [parse_address(address).number for address in chain.causes] == [*range(40, 30, -1), 1]
    assert chain.causes_left_out == 40 - 10 - 1


def test_what_came_after_the_tables_is_not_told(decided: World) -> None:
    """The ledger that events are quoted from may have gone on; the answer is as of the tables."""
    with decided.reader() as reader:
        decided.say("editor", MessageSent(to="director", text="later"), causes=(14,))
        decided.fork("pilot@14", "later")
        assert list(why(reader, Address("pilot", 14)).effects) == ["pilot@15"]
        with pytest.raises(Refused, match="there is no event pilot@16"):
            why(reader, Address("pilot", 16))
        with pytest.raises(Refused, match="there is no production later"):
            why(reader, Address("later", 14))


def test_a_row_is_found_however_its_key_is_typed(world: World) -> None:
    """Also where no lower case of the key is what was typed."""
    world.open("pilot", scene("5ß"))
    with world.reader() as reader:
        chain = why_cell(reader, "pilot", "scenes", "5SS", "heading")
    assert chain.cell is not None and chain.cell.key == "5ß"


def test_why_a_scene_is_so_long_leads_to_its_pages(world: World) -> None:
    """Page and eighths were set by the paging, whatever set the scene; the row itself is still the scene's."""
    paged = ScriptPaged(pages=1, scenes=(ScenePages(scene="1", page=1, last_page=1, eighths=3),))
    world.open("pilot", scene("1"), paged)
    with world.reader() as reader:
        assert why_cell(reader, "pilot", "scenes", "1", "eighths").event.address == "pilot@2"
        assert why_cell(reader, "pilot", "scenes", "1", "text").event.address == "pilot@1"
        assert why_cell(reader, "pilot", "scenes", "1").event.address == "pilot@1"
