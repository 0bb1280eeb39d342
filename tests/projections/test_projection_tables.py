"""Events in, rows out: what each table makes of the events it reads."""

from decimal import Decimal
from typing import Any

import pytest

from cineledger.domain.cast.events import (
    CharacterIntroduced,
    CharactersJoined,
    CharactersParted,
    EmotionalStateChanged,
)
from cineledger.domain.debate.events import (
    AlternativeOffered,
    ApprovalRequested,
    DissentRecorded,
    ImpasseReached,
    ObjectionRaised,
    ObjectionWithdrawn,
    ProposalAmended,
    ProposalApproved,
    ProposalMade,
    ProposalRejected,
    ProposalWithdrawn,
    QuestionOpened,
    QuestionReopened,
    RoundOpened,
    SupportGiven,
    Terms,
)
from cineledger.domain.debate.options import (
    AliasOption,
    ApproachOption,
    Look,
    Option,
    OutlinedScene,
    OutlineOption,
    RevisionOption,
    ShotOption,
    describe,
)
from cineledger.domain.fountain.screenplay import TitleField
from cineledger.domain.journal import CompletionRecorded
from cineledger.domain.notes.events import NoteAnswered, NoteGiven
from cineledger.domain.production.events import (
    ApprovalModeSet,
    BroadcastSent,
    ConstraintImposed,
    IdeaStated,
    PhaseEntered,
    PolicySet,
    ProductionReopened,
    ProductionWrapped,
    RoleJoined,
    StandingOrderGiven,
    StandingOrderRevoked,
    VisionStated,
)
from cineledger.domain.script.events import SceneBrokenDown, ScenePages, ScriptImported, ScriptPaged
from cineledger.domain.shots.events import ShotRevised
from cineledger.domain.state import Reaction
from cineledger.domain.talk.events import CommandRefused, MessageSent, ReactionPassed
from cineledger.projections.sentences import option_line
from tests.projections.worlds import SPEC, World, beat, everything, scene, shot

WHY: dict[str, Any] = {"criterion": "emphasis", "reason": "the line turns the scene"}
QUESTION = QuestionOpened(
    subject="beat_coverage",
    text="Which shot carries it?",
    scene="1",
    beat=1,
    tier="collaborative",
    rounds=2,
    lead="director",
    concerned=("writer", "director"),
)


def only(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """The one row there is."""
    (row,) = rows
    return row


def asked(world: World) -> None:
    """A production whose event 1 is a question, 2 a proposal and 3 its rival."""
    world.open()
    world.say(
        "director",
        QUESTION,
        ProposalMade(question=1, option=ShotOption(spec=SPEC), **WHY),
        AlternativeOffered(question=1, rival=2, option=RevisionOption(shot="1A", spec=SPEC), **WHY),
    )


def test_an_event_keeps_its_envelope(world: World) -> None:
    """A row of events tells who did it, when, why, for which command and reaction, and what it says."""
    world.open()
    (record,) = world.say(
        "writer", MessageSent(to="editor", text="hi"), causes=(0,), reaction=Reaction(0, "writer")
    )
    row = only(world.rows("FROM events WHERE number = 1"))
    assert (row["production"], row["position"], row["type"], row["actor"]) == (
        "pilot",
        2,
        "MessageSent",
        "writer",
    )
    assert (row["caused_by"], row["reacts_to"], row["role"]) == ([0], 0, "writer")
    assert (row["command"], row["batch_first"], row["batch_last"]) == ("Say", 1, 1)
    assert (row["fact_hash"], row["address"]) == (record.fact_hash, "pilot@1")
    assert row["time"].isoformat(timespec="microseconds") + "+00:00" == record.time
    assert row["fact"].startswith('{"to":"editor","text":"hi","about":null,')


def test_causes_name_the_streams_that_hold_them(world: World) -> None:
    """A fork's event may be caused by an event that its parent's stream holds."""
    world.open()
    world.say("orchestrator", VisionStated(text="close"))
    world.fork("pilot@1", "b")
    world.say("director", MessageSent(to="editor", text="hi"), name="b", causes=(1,))
    world.say("director", MessageSent(to="editor", text="hi"), name="b", causes=(1, 2))
    rows = world.rows(
        "SELECT production, number, cause_production, cause_number FROM causes WHERE production = 'b'"
    )
    assert sorted(map(tuple, (row.values() for row in rows))) == [
        ("b", 2, "pilot", 1),
        ("b", 3, "b", 2),
        ("b", 3, "pilot", 1),
    ]


def test_a_production_shows_where_it_stands(world: World) -> None:
    """Vision, phase and mode are the latest; idea, title and form stay."""
    world.open("pilot", IdeaStated(text="a ferry"), VisionStated(text="wide"))
    world.say(
        "orchestrator",
        VisionStated(text="close"),
        ApprovalModeSet(mode="ask"),
        PhaseEntered(phase="planning"),
    )
    row = only(world.rows("FROM productions"))
    assert (row["title"], row["form"], row["idea"]) == ("The Kettle", "script", "a ferry")
    assert (row["vision"], row["mode"], row["phase"], row["head"]) == ("close", "ask", "planning", 5)
    assert (row["parent"], row["forked_at"], row["address"]) == (None, None, "pilot@5")


def test_a_fork_says_where_it_came_from(world: World) -> None:
    """A fork has its parent's title and its own parent, fork point and head."""
    world.open("pilot", VisionStated(text="wide"), IdeaStated(text="x"))
    world.fork("pilot@1", "b")
    row = only(world.rows("FROM productions WHERE production = 'b'"))
    assert (row["title"], row["parent"], row["forked_at"], row["head"], row["idea"]) == (
        "The Kettle",
        "pilot",
        1,
        1,
        None,
    )
    world.say("orchestrator", IdeaStated(text="y"), name="b")
    row = only(world.rows("FROM productions WHERE production = 'b'"))
    assert (row["head"], row["idea"], row["address"]) == (2, "y", "b@2")


def test_roles_policy_and_orders(world: World) -> None:
    """The latest policy and order of a subject hold, with the event that set them."""
    plain: dict[str, Any] = {"subject": "outline", "rounds": 1, "lead": "writer", "concerned": ("director",)}
    world.open(
        "pilot",
        RoleJoined(role="writer"),
        RoleJoined(role="cast:MAYA"),
        PolicySet(tier="orchestrator", default=True, **plain),
        StandingOrderGiven(subject="outline", text="take it", default=True),
    )
    world.say(
        "orchestrator",
        PolicySet(tier="collaborative", **plain),
        StandingOrderGiven(subject="outline", text="ask"),
    )
    roles = world.rows("SELECT role, kind, character, joined FROM roles ORDER BY joined")
    assert [tuple(r.values()) for r in roles] == [
        ("writer", "crew", None, 1),
        ("cast:MAYA", "cast", "MAYA", 2),
    ]
    policy = only(world.rows("FROM policy"))
    assert (policy["tier"], policy["assumed"], policy["address"]) == ("collaborative", False, "pilot@5")
    assert policy["concerned"] == ["director"]
    order = only(world.rows("FROM standing_orders"))
    assert (order["number"], order["text"], order["assumed"]) == (6, "ask", False)


def test_orders_that_were_taken_back(world: World) -> None:
    """A revoked order is gone from the present and stands in the past; a new one says what it leaves alone."""
    world.open("pilot", StandingOrderGiven(subject="outline", text="take it"))
    world.say("orchestrator", StandingOrderRevoked(subject="outline", order=1))
    assert world.rows("FROM standing_orders") == []
    assert only(world.rows("FROM standing_orders_at('pilot', 1)"))["text"] == "take it"
    world.say("orchestrator", StandingOrderGiven(subject="outline", text="all agreed", unless_objected=True))
    order = only(world.rows("FROM standing_orders"))
    assert (order["number"], order["unless_objected"], order["address"]) == (3, True, "pilot@3")


def test_notes(world: World) -> None:
    """A note is open until it is answered; the answer says who, what, and what it led to."""
    world.open("pilot", VisionStated(text="v"))
    given = NoteGiven(text="I lose her", to="director", about=1, table="shots", key="1A")
    world.say("orchestrator", given, NoteGiven(text="hm", to="director"))
    columns = "number, status, role, about, about_table, about_key, answered_by, answer, answered, led_to"
    query = f"SELECT {columns} FROM notes ORDER BY number"
    assert [tuple(r.values()) for r in world.rows(query)] == [
        (2, "open", "director", 1, "shots", "1A", None, None, None, None),
        (3, "open", "director", None, None, None, None, None, None, None),
    ]
    world.fork("pilot@3", "b")
    world.say("cinematographer", NoteAnswered(note=2, text="closer then", led_to=(1,)))
    answered = (2, "answered", "director", 1, "shots", "1A", "cinematographer", "closer then", 4, [1])
    after = world.rows(query.replace("ORDER", "WHERE production = 'pilot' ORDER"))
    assert tuple(after[0].values()) == answered
    assert only(world.rows("FROM notes WHERE production = 'b' AND number = 2"))["status"] == "open"
    assert only(world.rows("FROM notes_at('pilot', 4) WHERE number = 2"))["text"] == "I lose her"


def test_a_production_is_open_or_wrapped(world: World) -> None:
    """A wrapped production is wrapped until it is reopened, and a fork is what its parent was."""
    world.open("pilot")
    world.say("orchestrator", ProductionWrapped())
    world.fork("pilot@1", "b")
    world.say("orchestrator", ProductionReopened(reason="more"))
    status = {r["production"]: r["status"] for r in world.rows("FROM productions")}
    assert status == {"pilot": "open", "b": "wrapped"}
    assert only(world.rows("FROM productions_at('pilot', 1)"))["status"] == "wrapped"


def test_a_reopened_question_has_todays_terms(world: World) -> None:
    """Tier, rounds, lead and concerned are those of the last opening that named them."""
    asked(world)
    terms = Terms(tier="orchestrator", rounds=4, lead="writer", concerned=("director",))
    world.say("orchestrator", QuestionReopened(question=1, reason="r", terms=terms))
    world.say("orchestrator", QuestionReopened(question=1, reason="r"))
    question = only(world.rows("FROM questions"))
    held = tuple(question[name] for name in ("tier", "rounds", "lead", "concerned", "text"))
    assert held == ("orchestrator", 4, "writer", ["director"], "Which shot carries it?")
    assert only(world.rows("FROM questions_at('pilot', 3)"))["tier"] == "collaborative"


def test_the_script_keeps_its_source(world: World) -> None:
    """Title page and encoding are as imported."""
    imported = ScriptImported(
        source="k.fountain",
        encoding="utf-8",
        title_text="Title: K\n",
        title_page=(TitleField(key="Title", values=("K",)),),
    )
    world.open("pilot", imported)
    row = only(world.rows("FROM scripts"))
    assert (row["source"], row["encoding"], row["title_text"]) == ("k.fountain", "utf-8", "Title: K\n")
    assert row["title_page"] == [{"key": "Title", "values": ["K"]}]


def test_a_rewritten_scene_replaces_all_it_had(world: World) -> None:
    """Its place stays; its lines, also where there are fewer or none; a slug line may go; its beats are gone."""
    world.open("pilot", scene("1", "a", "one", "two"), scene("2", "b", "three"))
    world.say("director", SceneBrokenDown(scene="1", beats=(beat(1), beat(2)), debated=(2,)))
    assert world.rows("SELECT beat, debated FROM beats ORDER BY beat") == [
        {"beat": 1, "debated": False},
        {"beat": 2, "debated": True},
    ]
    world.say("writer", scene("1", "c", "four").model_copy(update={"heading": None}))
    assert world.rows("SELECT scene, place, heading, text FROM scenes ORDER BY place") == [
        {"scene": "1", "place": 1, "heading": None, "text": "c"},
        {"scene": "2", "place": 2, "heading": "INT. KITCHEN - NIGHT", "text": "b"},
    ]
    lines = "SELECT scene, element, text FROM script_elements ORDER BY scene, element"
    assert [tuple(r.values()) for r in world.rows(lines)] == [("1", 0, "four"), ("2", 0, "three")]
    assert world.rows("FROM beats") == []
    world.say("writer", scene("1", ""))
    assert [tuple(r.values()) for r in world.rows(lines)] == [("2", 0, "three")]


def test_pages_stand_beside_the_scene(world: World) -> None:
    """They change without the scene's being written again, and are told on the production as well."""
    world.open("pilot", scene("1", "a", "one"), scene("2", "b", "two"))

    def on(*places: tuple[int, int, int]) -> ScriptPaged:
        scenes = [
            ScenePages(scene=str(n), page=p[0], last_page=p[1], eighths=p[2]) for n, p in enumerate(places, 1)
        ]
        return ScriptPaged(pages=places[-1][1], scenes=tuple(scenes))

    assert world.rows("SELECT page, last_page, eighths FROM scenes WHERE page IS NOT NULL") == []
    world.say("orchestrator", on((1, 1, 4), (1, 2, 8)))
    world.say("orchestrator", on((1, 2, 11), (2, 3, 8)))
    rows = world.rows("SELECT page, last_page, eighths, text, address FROM scenes ORDER BY place")
    assert [tuple(r.values()) for r in rows] == [(1, 2, 11, "a", "pilot@1"), (2, 3, 8, "b", "pilot@2")]
    assert only(world.rows("SELECT pages FROM productions")) == {"pages": 3}
    assert only(world.rows("SELECT eighths FROM scenes_at('pilot', 3) WHERE scene = '1'")) == {"eighths": 4}


def test_a_new_breakdown_replaces_all_beats(world: World) -> None:
    """Beats that the director no longer names are gone, with none named all are."""
    world.open("pilot", scene("1", "a", "one", "two"))
    world.say("director", SceneBrokenDown(scene="1", beats=(beat(1), beat(2)), debated=()))
    world.say("director", SceneBrokenDown(scene="1", beats=(beat(1, turn="he knows"),), debated=()))
    row = only(world.rows("FROM beats"))
    assert (row["beat"], row["turn"], row["people"], row["address"]) == (1, "he knows", ["MAYA"], "pilot@3")
    world.say("director", SceneBrokenDown(scene="1", beats=(), debated=()))
    assert world.rows("FROM beats") == []


def test_a_revised_shot_keeps_what_was_not_revised(world: World) -> None:
    """A revision sets the spec and the notes; scene, cast and the question it carries out stay."""
    world.open()
    world.say("cinematographer", shot(question=0))
    wide = SPEC.model_copy(update={"size": "WS", "lens_mm": 24})
    world.say("cinematographer", ShotRevised(shot="1A", spec=wide, notes="wider", question=None))
    row = only(world.rows("FROM shots"))
    assert (row["shot"], row["setup"], row["scene"], row["beat"]) == ("1A", "A", "1", 1)
    assert (row["size"], row["lens_mm"], row["notes"], row["status"]) == ("WS", 24, "wider", "revised")
    assert (row["cast"], row["camera"], row["fps"], row["question"]) == (["MAYA"], "A", 24, 0)
    assert (row["vfx"], row["props"], row["board_ref"], row["address"]) == (None, None, None, "pilot@2")


def test_shots_have_the_columns_of_the_trade(world: World) -> None:
    """The shot list has the columns that crews use, in their order, then beat, eyeline, question and address."""
    world.open()
    columns = [row["column_name"] for row in world.rows("DESCRIBE shots")]
    assert columns == [
        "production",
        *"scene setup shot subject description size type angle movement support lens_mm fps camera sound vfx".split(),
        *"cast props location int_ext day_night eighths est_duration status notes board_ref".split(),
        *"beat eyeline question address".split(),
    ]


def test_characters_and_what_they_feel(world: World) -> None:
    """The latest word on a scene holds whole: unknown leaves no valence behind."""
    world.open(
        "pilot", scene("7"), scene("1"), CharacterIntroduced(character="MAYA", first_scene="7", speeches=2)
    )
    feel: dict[str, Any] = {"character": "MAYA", "line": 0, "quote": "q", "reason": "r"}
    world.say(
        "cast:MAYA", EmotionalStateChanged(scene="1", feeling="fear", valence=-0.5, arousal=0.5, **feel)
    )
    world.say(
        "cast:MAYA", EmotionalStateChanged(scene="1", feeling="unknown", valence=None, arousal=None, **feel)
    )
    character = only(world.rows("FROM characters"))
    assert (character["introduced"], character["speeches"], character["first_scene"]) == (3, 2, "7")
    row = only(world.rows("FROM character_timeline"))
    assert (row["scene"], row["place"], row["feeling"], row["valence"], row["arousal"]) == (
        "1",
        2,
        "unknown",
        None,
        None,
    )


@pytest.mark.parametrize(
    "option",
    [
        ApproachOption(statement="build it on faces", look=Look(closeness=1, motion=0, contrast=0)),
        ShotOption(spec=SPEC),
        RevisionOption(shot="12B", spec=SPEC),
        OutlineOption(
            scenes=(
                OutlinedScene(heading="INT. A", synopsis=""),
                OutlinedScene(heading="EXT. B", synopsis=""),
            )
        ),
        AliasOption(names=("MAIA", "MAYA"), keep="MAYA"),
        AliasOption(names=("MAIA", "MAYA"), keep=None),
    ],
    ids=lambda option: option.kind,
)
def test_a_proposal_is_described_as_the_domain_describes_it(world: World, option: Option) -> None:
    """The SQL and `describe` say the same of every kind of option."""
    world.open()
    world.say("director", QUESTION, ProposalMade(question=1, option=option, **WHY))
    row = only(world.rows("FROM proposals"))
    assert row["description"] == describe(option) == option_line(option.model_dump(mode="json"))
    assert (row["question"], row["role"], row["kind"], row["rival"], row["status"]) == (
        1,
        "director",
        "made",
        None,
        "live",
    )
    assert (row["criterion"], row["reason"]) == tuple(WHY.values())


def test_a_question_goes_from_open_to_decided_and_back(world: World) -> None:
    """Status, round, recommendation and approval follow the debate; reopening empties what no longer holds."""
    asked(world)

    def stands() -> tuple[Any, ...]:
        row = only(world.rows("FROM questions"))
        return tuple(row[c] for c in ("status", "round", "recommended", "approved", "decision", "impasse"))

    assert stands() == ("open", 0, None, None, None, False)
    world.say("director", RoundOpened(question=1, round=1, waiting=("writer",)))
    assert stands() == ("open", 1, None, None, None, False)
    world.say("director", ImpasseReached(question=1, proposal=2, summary=""))
    world.say("director", ApprovalRequested(question=1, proposal=2, summary=""))
    assert stands() == ("awaiting", 1, 2, None, None, True)
    world.say("orchestrator", ProposalRejected(question=1, proposal=2, note="no"))
    assert stands() == ("open", 0, None, None, None, False)
    world.say("director", ApprovalRequested(question=1, proposal=3, summary=""))
    world.say("orchestrator", ProposalApproved(question=1, proposal=3, authority="orchestrator"))
    assert stands() == ("decided", 0, None, 3, 9, False)
    world.say("director", QuestionReopened(question=1, reason="new"))
    assert stands() == ("open", 0, None, None, None, False)


def test_an_approved_proposal_is_live_again_once_its_question_is_reopened(world: World) -> None:
    """Reopening undoes the approval along the lineage, and no rejection; approvals elsewhere stay."""
    asked(world)
    world.say(
        "orchestrator",
        ProposalRejected(question=1, proposal=2, note="no"),
        ProposalApproved(question=1, proposal=3, authority="orchestrator"),
    )
    world.fork("pilot@5", "b")
    world.say("orchestrator", QuestionReopened(question=1, reason="new"), name="b")
    statuses = "SELECT number, status, address FROM proposals WHERE production = ? ORDER BY number"
    assert [tuple(r.values()) for r in world.rows(statuses, "pilot")] == [
        (2, "rejected", "pilot@4"),
        (3, "approved", "pilot@5"),
    ]
    assert [tuple(r.values()) for r in world.rows(statuses, "b")] == [
        (2, "rejected", "pilot@4"),
        (3, "live", "b@6"),
    ]


def test_what_was_said_of_a_proposal(world: World) -> None:
    """Supports, objections and dissents keep who, why and what they stand on."""
    asked(world)
    world.say("writer", SupportGiven(question=1, proposal=2, **WHY))
    world.say("cast:MAYA", ObjectionRaised(question=1, proposal=2, blocking=True, **WHY))
    world.say("director", DissentRecorded(question=1, proposal=2, role="cast:MAYA", position=5, reason="no"))
    support = only(world.rows("FROM supports"))
    assert (support["number"], support["proposal"], support["role"], support["reason"]) == (
        4,
        2,
        "writer",
        WHY["reason"],
    )
    objection = only(world.rows("FROM objections"))
    assert (objection["number"], objection["role"], objection["blocking"]) == (5, "cast:MAYA", True)
    dissent = only(world.rows("FROM dissents"))
    assert (dissent["number"], dissent["role"], dissent["stood"], dissent["reason"]) == (
        6,
        "cast:MAYA",
        5,
        "no",
    )


def test_a_decision_says_what_and_under_which_authority(world: World) -> None:
    """Each approval is a row with the question's subject and place and the proposal in a line."""
    asked(world)
    world.say("orchestrator", StandingOrderGiven(subject="beat_coverage", text="take it"))
    approved = ProposalApproved(
        question=1, proposal=3, authority="standing_order", standing_order=4, note="ok"
    )
    world.say("director", approved)
    row = only(world.rows("FROM decisions"))
    assert (row["number"], row["question"], row["subject"], row["scene"], row["beat"]) == (
        5,
        1,
        "beat_coverage",
        "1",
        1,
    )
    assert (row["proposal"], row["description"]) == (3, "1A as close on MAYA, 85mm")
    assert (row["authority"], row["standing_order"], row["note"], row["role"]) == (
        "standing_order",
        4,
        "ok",
        "director",
    )


def test_the_orchestrators_words_to_all(world: World) -> None:
    """Visions, ideas, constraints and broadcasts stand together, by kind."""
    world.open(
        "pilot",
        VisionStated(text="v"),
        IdeaStated(text="i"),
        ConstraintImposed(text="c"),
        BroadcastSent(text="b"),
    )
    rows = world.rows("SELECT number, kind, text, role FROM broadcasts ORDER BY number")
    assert [tuple(r.values())[:3] for r in rows] == [
        (1, "vision", "v"),
        (2, "idea", "i"),
        (3, "constraint", "c"),
        (4, "broadcast", "b"),
    ]
    assert {r["role"] for r in rows} == {"orchestrator"}


def test_messages_silence_and_refusals(world: World) -> None:
    """A message has two ends; silence and refusal keep their reason."""
    asked(world)
    world.say("writer", MessageSent(to="editor", text="hi", about=1))
    world.say("writer", ReactionPassed(reason="not mine", question=1))
    world.say("writer", CommandRefused(command="Respond", reason="late", hint="wait"))
    message = only(world.rows("FROM messages"))
    assert (message["sender"], message["recipient"], message["text"], message["about"]) == (
        "writer",
        "editor",
        "hi",
        1,
    )
    rows = world.rows(
        "SELECT number, role, kind, question, command, reason, hint FROM passes ORDER BY number"
    )
    assert [tuple(r.values()) for r in rows] == [
        (5, "writer", "passed", 1, None, "not mine", None),
        (6, "writer", "refused", None, "Respond", "late", "wait"),
    ]


def test_answers_of_minds_keep_exact_cost(world: World) -> None:
    """The journal is the studio's; `completions_at` keeps what a production's events rest on."""
    world.open()

    def answer(key: str) -> CompletionRecorded:
        return CompletionRecorded(
            key=key,
            mind="claude",
            model="m",
            role="writer",
            task="t",
            outcome="ok",
            answer={"a": [1]},
            cost_usd=Decimal("0.000123456789"),
            duration_ms=7,
        )

    world.ledger.note([answer("k0")])
    world.say("writer", MessageSent(to="editor", text="hi"), journal=(answer("k1"),))
    rows = world.rows("FROM completions ORDER BY key")
    assert [row["key"] for row in rows] == ["k0", "k1"]
    assert rows[1]["cost_usd"] == Decimal("0.000123456789")
    assert (rows[1]["answer"], rows[1]["duration_ms"], rows[1]["outcome"]) == ('{"a":[1]}', 7, "ok")
    assert [row["key"] for row in world.rows("FROM completions_at('pilot', 1)")] == ["k1"]
    assert world.rows("FROM completions_at('pilot', 0)") == []


def joined(name: str, into: str, *scenes: str) -> CharactersJoined:
    """Question 1 made the one the other."""
    return CharactersJoined(name=name, into=into, question=1, scenes=scenes)


def named(world: World) -> None:
    """A film in which MAIA is joined into MAYA, MAYA into MAY, and MAIA parted again in the end."""
    people = ("MAIA", "MAYA", "MAY")
    world.open(
        "pilot",
        scene("1"),
        scene("2"),
        *(
            CharacterIntroduced(character=c, first_scene=s, speeches=n)
            for c, s, n in zip(people, "122", (1, 2, 4), strict=True)
        ),
        *(RoleJoined(role=f"cast:{character}") for character in people),
        SceneBrokenDown(scene="1", beats=(beat(1, people=("TOM", *people)), beat(2, people=())), debated=()),
        shot().model_copy(update={"cast": people}),
        EmotionalStateChanged(
            character="MAIA",
            scene="1",
            feeling="fear",
            valence=None,
            arousal=None,
            line=None,
            quote="",
            reason="r",
        ),
    )
    world.say("writer", joined("MAIA", "MAYA", "1"))
    world.say("writer", joined("MAYA", "MAY", "1", "2"))
    world.say("writer", CharactersParted(name="MAIA", out_of="MAY", question=1, scenes=("1",)))


@pytest.mark.parametrize(
    ("number", "people", "speeches", "silent"),
    [
        (11, ["TOM", "MAIA", "MAYA", "MAY"], {"MAIA": 1, "MAYA": 2, "MAY": 4}, {}),
        (12, ["TOM", "MAYA", "MAY"], {"MAIA": 1, "MAYA": 3, "MAY": 4}, {"MAIA": 12}),
        (13, ["TOM", "MAY"], {"MAIA": 1, "MAYA": 2, "MAY": 7}, {"MAIA": 12, "MAYA": 13}),
        (14, ["TOM", "MAIA", "MAY"], {"MAIA": 1, "MAYA": 2, "MAY": 6}, {"MAYA": 13}),
    ],
)
def test_joined_names_are_one_person(
    world: World, number: int, people: list[str], speeches: dict[str, int], silent: dict[str, int]
) -> None:
    """At each moment, beats and shots name who a name stands for in the end, once; the speeches are hers."""
    named(world)
    at = f"('pilot', {number})"
    beats = world.rows(f"SELECT people FROM beats_at{at} ORDER BY beat")
    assert [row["people"] for row in beats] == [people, []]
    assert only(world.rows(f"FROM shots_at{at}"))["cast"] == people[1:]
    characters = world.rows(f"FROM characters_at{at}")
    assert {row["character"]: row["speeches"] for row in characters} == speeches
    assert {row["character"]: row["cues"] for row in characters} == {"MAIA": 1, "MAYA": 2, "MAY": 4}
    firsts = {row["character"]: row["first_scene"] for row in characters if row["joined_into"] is None}
    assert firsts["MAY"] == ("1" if number == 13 else "2")
    roles = world.rows(f"FROM roles_at{at} WHERE silent IS NOT NULL")
    assert {row["character"]: row["silent"] for row in roles} == silent
    assert len(world.rows(f"FROM character_timeline_at{at}")) == (number == 11)


def test_joined_names_are_the_same_in_any_batches(world: World) -> None:
    """Caught up event by event or at once, the tables are equal; a fork before the join knows two characters."""
    named(world)
    world.fork("pilot@11", "before")
    with world.projector() as slow, world.projector() as once:
        slow.catch_up(batch=1)
        once.catch_up()
        assert everything(slow) == everything(once)
    assert world.rows("FROM aliases WHERE production = 'before'") == []
    assert len(world.rows("FROM characters WHERE production = 'before' AND joined_into IS NULL")) == 3


def test_what_was_amended_and_withdrawn(world: World) -> None:
    """A version that was amended stays, its successor names it; a withdrawn objection keeps what it said."""
    world.open()
    world.say("director", QUESTION, ProposalMade(question=1, option=ShotOption(spec=SPEC), **WHY))
    wide = ShotOption(spec=SPEC.model_copy(update={"description": "wide, 35mm"}))
    world.say("writer", ObjectionRaised(question=1, proposal=2, **WHY))
    world.say("writer", AlternativeOffered(question=1, rival=2, option=wide, **WHY))
    other: dict[str, Any] = {"criterion": "line", "reason": "it stays on her"}
    still = ShotOption(spec=SPEC.model_copy(update={"description": "still, 85mm"}))
    world.say("director", ProposalAmended(question=1, proposal=2, option=still, answers=(3,), **other))
    world.say("writer", ProposalWithdrawn(question=1, proposal=4, **other))
    world.say("writer", ObjectionWithdrawn(question=1, proposal=5, objection=3, **other))
    proposals = {row["number"]: row for row in world.rows("FROM proposals")}
    assert {n: row["status"] for n, row in proposals.items()} == {2: "amended", 4: "withdrawn", 5: "live"}
    new = proposals[5]
    assert (new["kind"], new["amends"], new["answers"], new["role"]) == ("amendment", 2, [3], "director")
    assert (new["description"], new["reason"]) == ("still, 85mm", "it stays on her")
    assert (proposals[4]["role"], proposals[4]["reason"]) == ("writer", WHY["reason"])
    said = only(world.rows("FROM objections"))
    told = [said[c] for c in ("number", "proposal", "role", "reason", "status", "withdrawn")]
    assert told == [3, 2, "writer", WHY["reason"], "withdrawn", "it stays on her"]
