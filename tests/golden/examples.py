"""One example of every event, with each of its fields told."""

from decimal import Decimal
from typing import Any

from cineledger.domain.cast import events as cast
from cineledger.domain.debate import events as debate
from cineledger.domain.debate.options import (
    AliasOption,
    ApproachOption,
    Look,
    OutlinedScene,
    OutlineOption,
    RevisionOption,
    ShotOption,
)
from cineledger.domain.event import Event
from cineledger.domain.fountain.screenplay import Element, TitleField
from cineledger.domain.journal import CompletionRecorded
from cineledger.domain.notes import events as notes
from cineledger.domain.production import events as production
from cineledger.domain.script import events as script
from cineledger.domain.shots import events as shots
from cineledger.domain.talk import events as talk

SPEC = shots.ShotSpec(
    size="CU",
    type="SINGLE",
    angle="EYE",
    movement="PUSH",
    support="DOLLY",
    lens_mm=85,
    subject="MAYA",
    description="close on MAYA, 85mm, slow push",
)
WHY: dict[str, Any] = {"criterion": "emphasis", "reason": "the line turns the scene: « c'est pire »"}

PLANNED = shots.ShotPlanned(
    scene="12",
    beat=1,
    shot="12A",
    setup="A",
    spec=SPEC,
    first=1,
    last=2,
    cast=("MAYA",),
    sound="SYNC",
    fps=24,
    location="KITCHEN",
    int_ext="INT",
    day_night="NIGHT",
    eighths=1,
    est_duration=2.5,
    notes="hold after the line",
    question=40,
)

EXAMPLES: tuple[Event, ...] = (
    production.ProductionOpened(title="The Kettle", form="script"),
    production.ProductionForked(parent="pilot", number=142),
    production.VisionStated(text="intimate, faces before places"),
    production.IdeaStated(text="Two people wait for a kettle that does not boil."),
    production.ConstraintImposed(text="no crane"),
    production.BroadcastSent(text="we lose the light at five"),
    production.PolicySet(
        subject="beat_coverage",
        tier="collaborative",
        rounds=2,
        lead="director",
        concerned=("cinematographer", "cast", "director"),
        default=True,
    ),
    production.StandingOrderGiven(
        subject="beat_coverage", text="take what all agree on", unless_objected=True, default=True
    ),
    production.StandingOrderRevoked(subject="impasse", order=9),
    production.ApprovalModeSet(mode="standing", default=True),
    production.RoleJoined(role="cast:MAYA"),
    production.PhaseEntered(phase="execution", default=True),
    production.ProductionWrapped(),
    production.ProductionReopened(reason="the ending changes"),
    script.ScriptImported(
        source="kettle.fountain",
        encoding="utf-8",
        title_text="Title: The Kettle\n\n",
        title_page=(TitleField(key="Title", values=("The Kettle",)),),
    ),
    script.SceneWritten(
        scene="12",
        number="12",
        heading="INT. KITCHEN - NIGHT #12#",
        int_ext="INT",
        location="KITCHEN",
        day_night="NIGHT",
        text="INT. KITCHEN - NIGHT #12#\n\nMAYA (O.S.) ^\nThat's worse.\n",
        elements=(
            Element(kind="heading", text="INT. KITCHEN - NIGHT", line=1, last_line=1, number="12"),
            Element(
                kind="cue",
                text="MAYA (O.S.)",
                line=3,
                last_line=3,
                character="MAYA",
                extensions=("O.S.",),
                dual=True,
            ),
            Element(kind="dialogue", text="That's worse.", line=4, last_line=4, character="MAYA"),
        ),
    ),
    script.DraftImported(
        draft=2,
        colour="Blue",
        source="kettle-blue.fountain",
        encoding="utf-8",
        title_text="Title: The Kettle\n\n",
        title_page=(TitleField(key="Title", values=("The Kettle",)),),
    ),
    script.SceneRevised(
        scene="12",
        number="12A",
        heading="INT. KITCHEN - DAY",
        int_ext="INT",
        location="KITCHEN",
        day_night="DAY",
        text="INT. KITCHEN - DAY\n\nSteam.\n",
        elements=(
            Element(kind="heading", text="INT. KITCHEN - DAY", line=1, last_line=1),
            Element(kind="action", text="Steam.", line=3, last_line=3),
        ),
        draft=2,
        runs=(
            script.Run(scene="12", first=0, into=0, count=1, edited=True),
            script.Run(scene="11", first=4, into=1, count=1),
        ),
        standing=(
            script.Beat(
                beat=2,
                kind="silence",
                first=1,
                last=1,
                people=(),
                emphasis=0.5,
                moves=False,
                turn="it boils after all",
            ),
        ),
        debated=(2,),
        lost=3,
    ),
    script.SceneOmitted(scene="11", number="11", draft=2, into="12"),
    script.SceneRenumbered(scene="13", number="14", draft=2),
    script.ScenesOrdered(order=("12", "11", "13"), moved=("11",), draft=2),
    script.SceneBrokenDown(
        scene="12",
        beats=(
            script.Beat(
                beat=1,
                kind="reveal",
                first=1,
                last=2,
                people=("MAYA",),
                emphasis=0.9,
                moves=True,
                turn="she finds that worse",
            ),
        ),
        debated=(1,),
    ),
    script.ScriptPaged(
        pages=3,
        scenes=(
            script.ScenePages(scene="12", page=1, last_page=3, eighths=19),
            script.ScenePages(scene="13", page=3, last_page=3, eighths=1),
        ),
    ),
    cast.CharacterIntroduced(character="MAYA", first_scene="1", speeches=2),
    cast.CharacterRecounted(character="MAYA", first_scene="2", speeches=3),
    cast.EmotionalStateReopened(character="MAYA", scene="12", draft=2),
    cast.EmotionalStateChanged(
        character="MAYA",
        scene="12",
        feeling="dread",
        valence=-0.6,
        arousal=0.4,
        line=2,
        quote="That's worse.",
        reason="she says so",
    ),
    cast.CharactersJoined(name="MAIA", into="MAYA", question=40, scenes=("7", "12")),
    cast.CharactersParted(name="MAIA", out_of="MAYA", question=40, scenes=("7", "12")),
    PLANNED,
    shots.ShotReopened(shot="12B", draft=2),
    shots.ShotReplanned(**dict(PLANNED)),
    shots.ShotOmitted(shot="12B", reason="its lines are covered otherwise now"),
    shots.ShotRevised(shot="12A", spec=SPEC, notes="on a longer lens", question=None),
    debate.QuestionOpened(
        subject="beat_coverage",
        text="Which shot carries beat 1 of scene 12?",
        scene="12",
        beat=1,
        tier="collaborative",
        rounds=2,
        lead="director",
        concerned=("cinematographer", "cast:MAYA", "director"),
        characters=("MAIA", "MAYA"),
    ),
    debate.QuestionReopened(
        question=40,
        reason="cut off by the fork",
        default=True,
        terms=debate.Terms(
            tier="orchestrator", rounds=3, lead="cinematographer", concerned=("writer", "cast:MAYA")
        ),
    ),
    debate.QuestionDropped(question=45, reason="beat 2 of scene 12 is gone"),
    debate.ProposalMade(question=40, option=ShotOption(spec=SPEC), cites=(12,), **WHY),
    debate.AlternativeOffered(
        question=40, rival=41, option=RevisionOption(shot="12A", spec=SPEC), cites=(), **WHY
    ),
    debate.RoundOpened(question=40, round=1, waiting=("cinematographer", "cast:MAYA")),
    debate.SupportGiven(question=40, proposal=41, cites=(12, 13), **WHY),
    debate.ObjectionRaised(question=40, proposal=41, blocking=True, cites=(13,), **WHY),
    debate.RoundClosed(question=40, round=1),
    debate.ProposalRuled(question=40, proposal=41, **WHY),
    debate.ImpasseReached(question=40, proposal=41, summary="she would break"),
    debate.ApprovalRequested(question=40, proposal=41, summary="41 close on MAYA (director for: …)"),
    debate.ProposalApproved(
        question=40, proposal=41, authority="standing_order", standing_order=9, note="as agreed"
    ),
    debate.ProposalRejected(question=40, proposal=41, note="too near"),
    debate.DissentRecorded(question=40, proposal=41, role="writer", position=44, reason="it tells too much"),
    notes.NoteGiven(text="I lose her in the wide", to="cinematographer", about=31, table="shots", key="12A"),
    notes.NoteAnswered(note=42, text="I ask how 12A could be made.", led_to=(43,)),
    talk.MessageSent(to="writer", text="this carries the turn", about=41),
    talk.ReactionPassed(reason="nothing in it is mine to say", question=40),
    talk.CommandRefused(command="Respond", reason="the round is closed", hint="Wait.", question=40),
    CompletionRecorded(
        key="0" * 64,
        mind="claude",
        model="claude-opus",
        role="director",
        task="rule",
        outcome="ok",
        answer={"proposal": 41, "reason": "the turn", "weights": [0.5, None, True]},
        input_tokens=1200,
        output_tokens=80,
        cost_usd=Decimal("0.0123"),
        attempts=2,
        duration_ms=3400,
    ),
)

OPTIONS = (
    ApproachOption(statement="near and still", look=Look(closeness=0.8, motion=-0.5, contrast=0.2)),
    ShotOption(spec=SPEC),
    RevisionOption(shot="12A", spec=SPEC),
    OutlineOption(scenes=(OutlinedScene(heading="INT. KITCHEN - NIGHT", synopsis="They wait."),)),
    AliasOption(names=("MAIA", "MAYA"), keep="MAYA"),
)
"""One of each option that a proposal can put forward; their golden documents are ProposalMade.KIND.v1."""
