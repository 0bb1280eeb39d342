"""One example of every event, with each of its fields told."""

from decimal import Decimal
from typing import Any

from cineledger.domain.canon import events as canon
from cineledger.domain.canon import life
from cineledger.domain.canon.brought import CharacterBrought, Elsewhere
from cineledger.domain.cast import events as cast
from cineledger.domain.cast.affect import Affect
from cineledger.domain.cast.bonds import RelationshipMoved
from cineledger.domain.cast.changes import ChangeHeldBack
from cineledger.domain.cast.identity import Growth, Identity, IdentityDrawn, Trait
from cineledger.domain.cast.knowledge import FactFound, FactsRead, Learned, SceneLearned, Telling
from cineledger.domain.cast.lived import Appraisal, SceneLived
from cineledger.domain.cast.performing import (
    Mood,
    OwnLine,
    SceneRehearsed,
    TakeAsked,
    TakeCircled,
    TakeHeard,
    TakePlayed,
)
from cineledger.domain.cast.sketches import CharacterSketched
from cineledger.domain.debate import events as debate
from cineledger.domain.debate.drift import DriftFound
from cineledger.domain.debate.options import (
    AliasOption,
    ApproachOption,
    ChoiceOption,
    IdentityOption,
    Look,
    OutlinedScene,
    OutlineOption,
    RevisionOption,
    SceneTextOption,
    ShotOption,
    TradeOffOption,
)
from cineledger.domain.design import events as design
from cineledger.domain.edit import events as edit
from cineledger.domain.event import Event
from cineledger.domain.fountain.screenplay import Element, TitleField
from cineledger.domain.journal import (
    Attempt,
    Call,
    CallReserved,
    CallSettled,
    CompletionRecorded,
    PromptKept,
    ToolCall,
    Usage,
)
from cineledger.domain.music import events as music
from cineledger.domain.music.variation import Tone
from cineledger.domain.notes import events as notes
from cineledger.domain.office import events as office
from cineledger.domain.persona.events import CarriedLesson, CrewCameFrom, LessonsTaken
from cineledger.domain.production import events as production
from cineledger.domain.production import interventions
from cineledger.domain.script import events as script
from cineledger.domain.script.screenwriting import ScriptLine
from cineledger.domain.series import carried
from cineledger.domain.series import events as series
from cineledger.domain.series import works as series_works
from cineledger.domain.shots import events as shots
from cineledger.domain.sound import events as sound
from cineledger.domain.staging import events as staging
from cineledger.domain.story import events as story
from cineledger.domain.story.findings import FindingMade, Forgotten
from cineledger.domain.talk import events as talk
from cineledger.domain.work.work import WorkPresented, WorkStruck

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

PEOPLE = (
    carried.CarriedPerson(
        character="TOM",
        episode="S1E1",
        speeches=4,
        fate="dead",
        quote="Tom does not move.",
        source="pilot@92",
    ),
)
CARRIED_ARC = carried.CarriedArc(
    character="MAYA",
    episode="S1E1",
    shape="fall",
    wants="“I want him back.”",
    begins="hopeful in scene 1",
    ends="sad in scene 3",
    begun=0.4,
    ended=-0.5,
    source="pilot@88",
)
CARRIED_BOND = carried.CarriedBond(
    character="MAYA",
    other="TOM",
    episode="S1E1",
    trust=-0.6,
    affection=0.2,
    power=0.1,
    met_trust=0.3,
    met_affection=0.4,
    quote="That's worse.",
    source="pilot@95",
)
LIFE = life.Life(
    identity=life.CarriedIdentity(
        identity=Identity(
            traits=(Trait(trait="loyal", facet="agreeableness", value=0.6, quote="That's worse."),),
            fear="that nobody will",
            age=58,
        ),
        decided=True,
        source="pilot-b@60",
    ),
    age=life.CarriedAge(years=58, source="pilot-b@60"),
    mood=life.CarriedMood(
        left=Affect(valence=-0.2, arousal=0.3, dominance=0.2), mood="hostile", scene="12", source="pilot-b@98"
    ),
    arc=CARRIED_ARC,
    fate=PEOPLE[0].model_copy(update={"character": "MAYA"}),
    goals=(life.CarriedGoal(goal="make him say it to my face", progress=-0.5, source="pilot-b@98"),),
    bonds=(CARRIED_BOND,),
    known=(
        life.CarriedFact(
            fact="the-key-is-in-the-boat",
            text="the key is in the boat",
            how="told",
            told_by="TOM",
            sure=False,
            secret=True,
            others=("TOM",),
            source="pilot-b@97",
        ),
    ),
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
    production.MindAssigned(role="writer", mind="claude", model="claude-opus"),
    production.SpendingCapped(amount_usd=Decimal("5.00")),
    production.RoleJoined(role="cast:MAYA"),
    production.PhaseEntered(phase="execution", default=True),
    production.ProductionWrapped(),
    production.ProductionReopened(reason="the ending changes"),
    interventions.ProductionPaused(reason="I want to read what is there"),
    interventions.ProductionResumed(pause=41, reason="it is good"),
    interventions.ProductionRedirected(
        text="colder, and no music before the letter", reason="it gives her away", about=(12, 41)
    ),
    interventions.DecisionOverruled(question=12, decision=40, reason="keep her distance"),
    interventions.WorkOverruled(
        work="SceneLit", key="12", made=44, to="cinematographer", reason="darker: it is the same night"
    ),
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
    script.SceneDrafted(
        question=31, scene="12", place=3, of=8, synopsis="She asks, and he has nothing to say."
    ),
    script.DraftImported(
        draft=2,
        colour="Blue",
        source="kettle-blue.fountain",
        encoding="utf-8",
        title_text="Title: The Kettle\n\n",
        title_page=(TitleField(key="Title", values=("The Kettle",)),),
    ),
    script.DraftWritten(
        draft=3,
        colour="Pink",
        source="outline",
        encoding="utf-8",
        title_text="Title: The Kettle\n\n",
        title_page=(TitleField(key="Title", values=("The Kettle",)),),
        reason="with the cast's own words, as the director heard them",
        rests=(31, 40),
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
    ChangeHeldBack(
        character="MAYA",
        identity=Identity(
            traits=(
                Trait(
                    trait="faithless",
                    facet="agreeableness",
                    value=-0.6,
                    scene="3",
                    line=4,
                    quote="I sold the boat behind his back.",
                ),
            ),
            growth=(Growth(facet="agreeableness", low=0.1, high=0.7),),
        ),
        facet="agreeableness",
        was=0.4,
        would=-0.6,
        low=0.1,
        high=0.7,
        standing=31,
        reason="a line of the new draft says so",
    ),
    DriftFound(
        drifted=12,
        decision=40,
        far=0.8,
        against="intimate: faces before places",
        said=1,
        reason="four in five of the shots are wide",
    ),
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
        about=39,
        importance=0.7,
        scope="beat 1 carries 1 of scene 12; 2 rounds at most",
    ),
    debate.QuestionReopened(
        question=40,
        reason="cut off by the fork",
        default=True,
        terms=debate.Terms(
            tier="orchestrator",
            rounds=3,
            lead="cinematographer",
            concerned=("writer", "cast:MAYA"),
            importance=0.95,
            scope="beat 1 carries 0.9 of scene 12; 3 rounds at most",
        ),
        without=41,
    ),
    debate.QuestionDropped(question=45, reason="beat 2 of scene 12 is gone"),
    debate.ProposalMade(question=40, option=ShotOption(spec=SPEC), cites=(12,), **WHY),
    debate.AlternativeOffered(
        question=40, rival=41, option=RevisionOption(shot="12A", spec=SPEC), cites=(), **WHY
    ),
    debate.RoundOpened(
        question=40, round=2, waiting=("cinematographer", "cast:MAYA"), reason="1 of 3 stand apart"
    ),
    debate.SupportGiven(question=40, proposal=41, cites=(12, 13), **WHY),
    debate.ObjectionRaised(question=40, proposal=41, blocking=True, cites=(13,), **WHY),
    debate.ProposalAmended(
        question=40, proposal=41, option=ShotOption(spec=SPEC), answers=(44,), cites=(13,), **WHY
    ),
    debate.ProposalWithdrawn(question=40, proposal=41, cites=(13,), **WHY),
    debate.ObjectionWithdrawn(question=40, proposal=42, objection=44, cites=(13,), **WHY),
    debate.RoundClosed(question=40, round=1, disagreement=0.33, further=True, reason="1 of 3 stand apart"),
    debate.ProposalRuled(question=40, proposal=41, **WHY),
    debate.ImpasseReached(question=40, proposal=41, summary="she would break"),
    debate.ApprovalRequested(question=40, proposal=41, summary="41 close on MAYA (director for: …)"),
    debate.ProposalApproved(
        question=40,
        proposal=41,
        authority="standing_order",
        standing_order=9,
        note="as agreed",
        content="c" * 64,
        about=(debate.Part(what="option", hash="a" * 64), debate.Part(what="lines", hash="b" * 64)),
    ),
    debate.ApprovalVoided(
        question=40,
        decision=46,
        was="c" * 64,
        now="d" * 64,
        reason="its lines changed",
        touched=44,
    ),
    debate.ProposalRejected(question=40, proposal=41, note="too near"),
    debate.DissentRecorded(question=40, proposal=41, role="writer", position=44, reason="it tells too much"),
    CharacterSketched(
        reason="brought in by scene 11",
        rests=(31,),
        character="MAYA",
        who="58, a ferry pilot, TOM's sister",
        voice="short sentences, no adjectives",
        want="to be asked to stay",
        fear="that nobody will",
        first="11",
    ),
    TakePlayed(
        reason="he says it and does not look at me",
        rests=(31,),
        character="MAYA",
        scene="12",
        take=2,
        intent="make him say it to my face",
        subtext="stay",
        lines=(OwnLine(line=2, text="Worse. That's worse."),),
        behaviour="she turns the kettle so that its handle points at him",
        before=Mood(feeling="wary", valence=-0.2, arousal=0.3),
        after=Mood(feeling="unknown", valence=None, arousal=None),
        learned=("he never left",),
        objects="she would not thank him",
        tactic="corner",
        note="ask him for the salt",
        asked=30,
    ),
    TakeAsked(character="MAYA", scene="12", note="ask him for the salt"),
    TakeCircled(character="MAYA", scene="12", take=2),
    SceneRehearsed(
        reason="it lands on the pause",
        rests=(40,),
        scene="12",
        takes=(
            TakeHeard(character="MAYA", take=2, circled=True, printed=True, note=""),
            TakeHeard(
                character="TOM",
                take=1,
                circled=False,
                printed=False,
                note="ask her for the salt, not for pardon",
            ),
        ),
    ),
    IdentityDrawn(
        reason="her first scene says so",
        rests=(31,),
        character="MAYA",
        identity=Identity(
            traits=(
                Trait(
                    trait="loyal", facet="agreeableness", value=0.6, scene="12", line=2, quote="That's worse."
                ),
                Trait(trait="left-handed", value=1.0),
            ),
            backstory="she took the boat over from her father",
            motivation="he never came back for it",
            desire="to be asked to stay",
            fear="that nobody will",
            voice="short sentences, no adjectives",
            age=58,
            growth=(Growth(facet="agreeableness", low=0.3, high=0.8, toward="she learns to ask"),),
        ),
        decided=True,
        said=("fear", "trait loyal"),
    ),
    SceneLived(
        reason="he says it and does not look at me",
        rests=(31,),
        character="MAYA",
        scene="12",
        goal="make him say it to my face",
        progress=-0.5,
        appraisals=(
            Appraisal(
                emotion="anger",
                intensity=0.6,
                line=2,
                quote="That's worse.",
                toward="TOM",
                because="he will not say it",
            ),
        ),
        came=Affect(valence=0.1, arousal=0.0, dominance=0.2),
        left=Affect(valence=-0.2, arousal=0.3, dominance=0.2),
        mood="hostile",
    ),
    FactFound(
        reason="TOM says so, and asks her to keep it",
        rests=(31,),
        fact="the-boat-is-sold",
        text="TOM has sold the boat",
        about=("TOM",),
        words=("sold", "buyer"),
        secret=True,
        untrue=False,
        tellings=(
            Telling(scene="12", line=2, quote="That's worse.", teller="TOM", shown=False, so=True),
            Telling(scene="12", line=3, quote="I never sold it.", teller="TOM", shown=False, so=False),
        ),
    ),
    FactsRead(
        reason="draft 2 tells them so",
        rests=(31,),
        draft=2,
        after=31,
        facts=12,
        found=("the-boat-is-sold",),
        changed=("the-key-is-in-the-boat",),
        gone=("tom-is-ill",),
    ),
    SceneLearned(
        reason="TOM tells me",
        rests=(31,),
        character="MAYA",
        scene="12",
        learned=(
            Learned(
                fact="the-boat-is-sold",
                so=True,
                how="told",
                source="TOM",
                sure=False,
                secret=True,
                line=2,
                quote="That's worse.",
            ),
        ),
    ),
    RelationshipMoved(
        reason="he says it and does not look at her",
        rests=(31,),
        character="MAYA",
        other="TOM",
        scene="12",
        trust=-0.4,
        affection=0.2,
        power=-0.1,
        moved="trust falls",
        line=2,
        quote="That's worse.",
    ),
    story.StructureRead(
        reason="by pages and turns",
        rests=(31,),
        acts=(story.Act(act=1, first="11", last="12", eighths=9, share=0.3, aim=0.25),),
        points=(
            story.TurningPoint(
                point="inciting incident",
                scene="12",
                beat=1,
                line=2,
                quote="That's worse.",
                falls=0.1,
                aim=0.12,
            ),
        ),
        balance="the first act takes 30% of the pages, where 25% are usual",
        notes=(story.SceneNote(scene="12", other="11", line=2, text="Scene 12 plays scene 11 again."),),
    ),
    FindingMade(
        reason="it forgets scene 3",
        rests=(12, 40),
        finding="12-age-maya",
        kind="age",
        scene="12",
        line=2,
        quote="I'm twenty-four.",
        people=("MAYA",),
        forgets=Forgotten(scene="3", line=1, quote="MAYA REYES, 34, runs along the pier."),
        weight=0.8,
        text="MAYA is 24 here and 34 in scene 3",
    ),
    story.ArcDrawn(
        reason="she ends lower than she began",
        rests=(31,),
        character="MAYA",
        shape="rise-fall",
        wants="“I want the kettle to boil”",
        begins="hopeful",
        ends="sad",
        steps=(story.ArcStep(scene="12", valence=-0.6, moves="loses hope", line=2, quote="That's worse."),),
        across=("she is missing from episode 2",),
    ),
    story.ThemeFound(
        reason="said in every third scene",
        rests=(31,),
        theme="waiting",
        words=("wait", "boil"),
        weight=0.4,
        showings=(story.Showing(scene="12", line=2, quote="That's worse."),),
        across=("it shows in episodes 1 and 2",),
    ),
    design.SetGathered(
        reason="two slug lines say so",
        rests=(31,),
        set="KITCHEN",
        location="MAYA'S FLAT",
        names=("KITCHEN", "MAYA'S FLAT - KITCHEN"),
        int_ext="INT",
        scenes=("11", "12"),
        eighths=9,
    ),
    design.SetDesigned(
        reason="the film is near and still",
        rests=(31,),
        set="KITCHEN",
        build="stage",
        environment="a kitchen where nobody cooks",
        atmosphere=("steam",),
        palette=(design.Swatch(name="slate", hex="#39424e", use="walls"),),
        layout=("the table between door and stove",),
        dressing=("one cup",),
        practicals=("the lamp over the stove",),
    ),
    design.PropListed(
        reason="the scene hangs on it",
        rests=(31,),
        prop="kettle",
        uses=(design.PropUse(scene="12", line=1, quote="the kettle does not boil"),),
        hand="MAYA",
        hero=True,
    ),
    staging.SceneBlocked(
        reason="the table stands between them",
        rests=(31,),
        scene="12",
        marks=(staging.Mark(who="MAYA", at="at the stove", x=0.3, y=0.6),),
        moves=(
            staging.Move(line=1, how="crosses", to=staging.Mark(who="MAYA", at="by the door", x=0.9, y=0.8)),
        ),
        axis=("MAYA", "TOM"),
        holds="TOM",
    ),
    staging.SceneLit(
        reason="night, and nobody wants to be seen",
        rests=(31,),
        scene="12",
        key_light="LOW",
        ratio=8.0,
        kelvin=3200,
        colour="one warm lamp against blue",
        mood="uneasy",
        sources=(staging.Source(name="the lamp over the stove", role="KEY", quality="HARD", kelvin=2900),),
    ),
    staging.ShotsDetailed(
        reason="from blocking and props",
        rests=(31,),
        scene="12",
        details=(
            staging.ShotDetail(
                shot="12A",
                camera="B",
                eyeline="RIGHT",
                vfx="steam added",
                props=("kettle",),
                board_ref="12A",
            ),
        ),
    ),
    edit.SceneAssembled(
        reason="the pause holds",
        rests=(31,),
        scene="12",
        transition="DISSOLVE",
        transition_why="hours pass",
        pace="slow",
        heat=0.2,
        cuts=(edit.Cut(shot="12A", first=1, last=2, seconds=4.5, why="she decides here"),),
        seconds=4.5,
        ending="FADE OUT",
        ending_why="the film ends",
        heeds=("hold it longer",),
    ),
    music.MotifComposed(
        reason="she waits",
        rests=(31,),
        whose="MAYA",
        title="Waiting",
        music_key="D minor",
        tempo=66,
        metre="3/4",
        instrument="piano",
        notes=(Tone(pitch=62, beats=1.5), Tone(pitch=None, beats=0.5)),
    ),
    music.CueWritten(
        reason="nobody speaks",
        rests=(31,),
        cue="1m1",
        title="It does not boil",
        scene="12",
        first=1,
        last=2,
        usage="BI",
        mood="uneasy",
        tempo=60,
        music_key="D minor",
        whose="MAYA",
        way="unresolved",
        variation="without its last note",
        beside="TOM",
        instruments=("piano", "cello"),
        seconds=12.0,
    ),
    sound.SceneSpotted(
        reason="the kettle is what one listens for",
        rests=(31,),
        scene="12",
        leads="SFX",
        spots=(
            sound.Spot(
                kind="SFX",
                first=1,
                last=1,
                what="kettle, not boiling",
                quote="the kettle does not boil",
                perspective="close",
                priority=1,
            ),
        ),
    ),
    sound.AmbienceDesigned(
        reason="a kitchen at night",
        rests=(31,),
        set="KITCHEN",
        layers=("refrigerator hum", "street, far"),
        by_time=(("NIGHT", "the street is gone"),),
    ),
    office.SceneListed(
        reason="from its lines",
        rests=(31,),
        scene="12",
        items=(office.Item(category="PROPS", uci=104, name="kettle", count=1, line=1, quote="the kettle"),),
    ),
    office.ScheduleMade(
        reason="the kitchen in one go",
        rests=(31,),
        days=(
            office.ShootingDay(
                day=1,
                set="KITCHEN",
                location="MAYA'S FLAT",
                int_ext="INT",
                day_night="NIGHT",
                strip="blue",
                scenes=("12",),
                eighths=9,
                cast=("MAYA",),
                setups=6,
                hours=7.5,
                why="the kitchen, with MAYA: 7.5 of 10 hours",
            ),
        ),
        idle=1,
        bound=0,
        method="greedy",
    ),
    office.BudgetEstimated(
        reason="one day, one set",
        rests=(31,),
        lines=(
            office.BudgetLine(
                account="1400",
                name="Cast",
                quantity=Decimal("2"),
                unit="days",
                rate=Decimal("350.00"),
                amount=Decimal("700.00"),
                why="MAYA works on 2 days",
            ),
        ),
        subtotal=Decimal("700.00"),
        contingency=Decimal("70.00"),
        total=Decimal("770.00"),
    ),
    office.RisksAssessed(
        reason="steam",
        rests=(31,),
        risks=(
            office.Risk(
                name="steam near the lens",
                scenes=("12",),
                likelihood=0.3,
                days=0.5,
                cost=Decimal("400.00"),
                contingency="shoot it last",
            ),
        ),
    ),
    WorkStruck(work="SceneLit", key="12", reason="scene 12 has other lines"),
    WorkPresented(phase="review", text="5 scenes assembled"),
    office.MoneyAllotted(amount=Decimal("12000")),
    office.DaysAllotted(days=6),
    office.ResourceGranted(question=40, amount=Decimal("14000"), days=7),
    notes.NoteGiven(text="I lose her in the wide", to="cinematographer", about=31, table="shots", key="12A"),
    notes.NoteAnswered(note=42, text="I ask how 12A could be made.", led_to=(43,)),
    series.EpisodePlaced(production="pilot", season=1, number=2, title="The Kettle"),
    series.EpisodeTaken(
        production="pilot",
        season=1,
        number=2,
        title="The Kettle",
        at=141,
        people=PEOPLE,
        arcs=(CARRIED_ARC,),
        themes=(
            carried.CarriedTheme(
                theme="home and leaving it",
                episode="S1E2",
                weight=0.5,
                showings=3,
                quote="You came back.",
                source="pilot@90",
            ),
        ),
        bonds=(CARRIED_BOND,),
        placed=12,
        mends=(
            carried.CarriedMend(
                kind="arc", subject="MAYA", text="a line says what happened", source="pilot@120"
            ),
        ),
    ),
    series.SeriesJoined(series="arcadia", season=1, number=2, placed=12),
    series.SeriesWordsTaken(
        series="arcadia",
        at=40,
        vision=carried.CarriedWords(text="small lives, long summers", source="arcadia@1"),
        constraints=(carried.CarriedWords(text="no crane", source="arcadia@9"),),
        broadcasts=(carried.CarriedWords(text="we lose the light at five", source="arcadia@10"),),
        orders=(
            carried.CarriedOrder(
                subject="beat_coverage", text="take it", unless_objected=True, source="arcadia@11"
            ),
        ),
        joined=1,
    ),
    series.SeriesBibleTaken(
        series="arcadia",
        at=40,
        themes=(
            carried.SeriesTheme(
                theme="home and leaving it", decided=True, episodes=("S1E1",), source="arcadia@38"
            ),
        ),
        season_arcs=(
            carried.SeriesArc(
                character="MAYA", season=1, shape="fall", decided=True, ends="sad", source="arcadia@39"
            ),
        ),
        people=PEOPLE,
        arcs=(CARRIED_ARC,),
        bonds=(CARRIED_BOND,),
        joined=1,
    ),
    series_works.SeasonArcDrawn(
        reason="she ends below where she began",
        rests=(13,),
        season=1,
        character="MAYA",
        shape="fall",
        decided=True,
        begins="hopeful in scene 1",
        ends="sad in scene 3",
        steps=(
            series_works.SeasonStep(
                episode="S1E1", begun=0.4, ended=-0.5, moves="she loses him", source="pilot@88"
            ),
        ),
    ),
    series_works.RunningThemeFound(
        reason="both episodes come back to it",
        rests=(13,),
        theme="home and leaving it",
        decided=True,
        weight=0.5,
        episodes=(
            series_works.ThemeEpisode(
                episode="S1E1", weight=0.5, showings=3, quote="You came back.", source="pilot@90"
            ),
        ),
        missing=("S2",),
    ),
    series_works.ContinuityRead(
        reason="1 thing does not follow on",
        findings=(
            series_works.Finding(
                kind="arc",
                subject="MAYA",
                was="S1E1",
                now="S1E2",
                text="S1E1 leaves MAYA sad, and S1E2 meets her joyful",
                weight=0.7,
                settled="a line says what happened",
                source="pilot@88",
            ),
        ),
    ),
    series_works.FatesRead(
        reason="its lines say so",
        fates=(
            series_works.Fate(character="TOM", fate="dead", scene="12", line=4, quote="Tom does not move."),
        ),
    ),
    canon.LifeTaken(
        production="pilot-b",
        family="pilot",
        character="MAYA",
        at=404,
        title="The Boat Before Last",
        series="arcadia",
        episode="S1E1",
        clock=7,
        brought=True,
        upon=("pilot",),
        decisions=2,
        life=LIFE,
        rulings=(
            life.CarriedRuling(
                kind="age",
                subject="MAYA",
                choice="keep the later",
                text="MAYA is 41, as pilot-b has it",
                source="pilot-b@300",
            ),
        ),
    ),
    canon.CharacterCast(
        character="MAYA",
        canon="maya",
        at=17,
        years=7,
        clock=14,
        lives=("pilot-b",),
        life=LIFE,
        undecided=("pilot: she ends sad; pilot-b: she ends joyful; until it is decided, pilot holds",),
    ),
    CharacterBrought(
        name="maya",
        upto=17,
        head="a" * 64,
        history="b" * 64,
        sources=(Elsewhere(source="pilot@88", type="ArcDrawn", fact_hash="c" * 64),),
    ),
    canon.ContradictionFound(
        reason="both were wrapped",
        rests=(5, 9),
        character="MAYA",
        kind="cut",
        subject="MAYA",
        was="pilot",
        now="pilot-b",
        earlier="she ends sad",
        later="she ends joyful",
        weight=0.95,
        sources=("pilot@88", "pilot-b@300"),
    ),
    talk.MessageSent(
        to="cinematographer",
        text="a lamp by the bed, then",
        about=41,
        asks=True,
        answers=44,
        thread=44,
        heeds="nothing burns in it after dark: a lamp?",
    ),
    talk.ReactionPassed(reason="nothing in it is mine to say", question=40),
    talk.AnswerFailed(
        task="WeighShots", mind="claude", model="claude-opus", problems=("place 7 is not on the table",)
    ),
    PromptKept(text="You are the director."),
    CallReserved(
        production="pilot",
        key="0" * 64,
        role="director",
        task="WeighShots",
        model="claude-opus",
        most_usd=Decimal("0.25"),
    ),
    CallSettled(reservation=3, cost_usd=Decimal("0.0123")),
    CrewCameFrom(productions=("pilot", "short"), default=True),
    LessonsTaken(
        role="director",
        lessons=(
            CarriedLesson(
                text="last time a tracking shot was rejected: “hold still”",
                on="shots",
                feature="movement=TRACK",
                character="MAYA",
                speaks="against",
                by="orchestrator",
                strength=0.5,
                importance=0.7,
                sources=("pilot@142",),
            ),
        ),
        came=46,
    ),
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
        call=Call(
            requested="claude-latest",
            message_id="msg_1",
            request_id="req_1",
            stop_reason="end_turn",
            usage=Usage(
                input=200, output=80, cache_read=900, cache_write_5m=100, cache_write_1h=0, thinking=20
            ),
            rates=(("input", "3"), ("output", "15")),
            prices="a table of 2030-01-01",
            failures=(
                Attempt(error="RateLimitError", status=429, code="rate", request_id="req_0", waited_s=1.5),
            ),
            problem="none",
            text="{}",
            prompt=("a" * 64, "b" * 64),
            tools=(ToolCall(tool="measure", input='{"scene": "12"}', result="6 eighths", failed=True),),
        ),
    ),
)

OPTIONS = (
    ApproachOption(statement="near and still", look=Look(closeness=0.8, motion=-0.5, contrast=0.2)),
    ShotOption(spec=SPEC),
    RevisionOption(shot="12A", spec=SPEC),
    OutlineOption(scenes=(OutlinedScene(heading="INT. KITCHEN - NIGHT", synopsis="They wait."),)),
    SceneTextOption(lines=(ScriptLine(kind="dialogue", text="That's worse.", who="MAYA", heard="O.S."),)),
    AliasOption(names=("MAIA", "MAYA"), keep="MAYA"),
    ChoiceOption(choice="sparse", statement="one instrument, and late"),
    IdentityOption(
        identity=Identity(traits=(Trait(trait="loyal", facet="agreeableness", value=0.6),), age=58),
        statement="MAYA, 58: loyal",
    ),
    TradeOffOption(
        way="merge_sets",
        statement="the yard is played in the kitchen",
        shots=("12B",),
        sets=("KITCHEN", "YARD"),
        cues=("1m1",),
        amount=Decimal("14000"),
        days=7,
        saves=Decimal("900.00"),
        saves_days=0.5,
    ),
)
"""One of each option that a proposal can put forward; their golden documents are ProposalMade.KIND.v1."""
