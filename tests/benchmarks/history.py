"""Synthetic productions of any length, in the proportions that a real crew's debates have."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from cineledger.agents.policy import ORDERS, POLICY
from cineledger.domain.cast.events import CharacterIntroduced, EmotionalStateChanged
from cineledger.domain.debate.events import (
    AlternativeOffered,
    ApprovalRequested,
    DissentRecorded,
    ObjectionRaised,
    ProposalApproved,
    ProposalMade,
    ProposalRuled,
    QuestionOpened,
    RoundClosed,
    RoundOpened,
    SupportGiven,
)
from cineledger.domain.debate.options import Option, RevisionOption, ShotOption
from cineledger.domain.event import Event
from cineledger.domain.fountain.screenplay import Element
from cineledger.domain.ledger import Draft, Ledger
from cineledger.domain.ledger.sealing import Envelope
from cineledger.domain.production.events import (
    ApprovalModeSet,
    PhaseEntered,
    ProductionOpened,
    RoleJoined,
    VisionStated,
)
from cineledger.domain.record import Record
from cineledger.domain.script.events import Beat, SceneBrokenDown, SceneWritten, ScriptImported
from cineledger.domain.shots.events import ShotPlanned, ShotRevised, ShotSpec
from cineledger.domain.state import Reaction
from cineledger.domain.talk.events import MessageSent, ReactionPassed
from cineledger.domain.words import ORCHESTRATOR, SIZES, Authority, cast_role, setup_letters

NAME = "bench"
CREW = ("director", "cinematographer", "writer")
PEOPLE = ("MAYA", "TOM", "ADA", "FELIX")
CRITERIA = ("emphasis", "geography", "rhythm", "truth", "economy")
BEATS = 8
LINES = 40
EVENTS_A_SCENE = 500
"""Of a whole production, all its debates and revisions counted, for each scene of its script."""
BATCH = 1_000
"""Events written in a transaction."""
REASONS = (
    "the line turns the scene, and a closer frame lets us read her before she speaks",
    "we lose where the door is, and the next setup depends on it",
    "she would not let anybody this near before she has said it",
    "it plays in one setup, so the day keeps its afternoon",
)


@dataclass(frozen=True, slots=True)
class Said:
    """A fact, who put it on the record, and the event it reacts to."""

    actor: str
    fact: Event
    cause: int | None = None


class Production:
    """A production as it is written, one debate after another; `number` is the next event's."""

    def __init__(self, events: int, seed: int = 7) -> None:
        self._dice = random.Random(seed)
        self._scenes = max(3, events // EVENTS_A_SCENE)
        self.number = 0
        self._shots: list[tuple[str, str, ShotSpec]] = []

    def events(self) -> Iterator[Said]:
        """Its history without end: the opening, coverage of each beat, then revisions."""
        for said in self._all():
            self.number += 1
            yield said

    def opening(self) -> list[Event]:
        """The orchestrator's first events, up to the script and its people."""
        script = ScriptImported(source="bench.fountain", encoding="utf-8", title_text="", title_page=())
        scenes = [self._scene(place) for place in range(1, self._scenes + 1)]
        people = [CharacterIntroduced(character=p, first_scene="1", speeches=9) for p in PEOPLE]
        roles = [RoleJoined(role=role) for role in (*CREW, *map(cast_role, PEOPLE))]
        return [
            ProductionOpened(title="Bench", form="script"),
            VisionStated(text="intimate, faces before places"),
            *POLICY,
            *ORDERS,
            script,
            *scenes,
            *people,
            *roles,
            ApprovalModeSet(mode="ask"),
            PhaseEntered(phase="planning"),
        ]

    def _all(self) -> Iterator[Said]:
        for fact in self.opening():
            yield Said(ORCHESTRATOR, fact)
        for place in range(1, self._scenes + 1):
            yield Said("director", self._broken_down(place), self.number - 1)
            for person in self._dice.sample(PEOPLE, 2):
                yield Said(cast_role(person), self._feels(person, place), self.number - 1)
            for beat in range(1, BEATS + 1):
                yield from self._covered(place, beat)
        while True:
            yield from self._revised()
            if self._dice.random() < 0.2:
                person = self._dice.choice(PEOPLE)
                place = self._dice.randint(1, self._scenes)
                yield Said(cast_role(person), self._feels(person, place), self.number - 1)

    def _covered(self, place: int, beat: int) -> Iterator[Said]:
        """A beat's shot: a technical choice, or debated and decided."""
        spec, scene = self._spec(), str(place)
        slate = scene + setup_letters(beat - 1)
        self._shots.append((scene, slate, spec))
        question = None
        if self._dice.random() < 0.7:
            question = self.number
            yield from self._debated("beat_coverage", scene, beat, ShotOption(spec=spec))
        planned = ShotPlanned(
            scene=scene,
            beat=beat,
            shot=slate,
            setup=setup_letters(beat - 1),
            spec=spec,
            first=(beat - 1) * 5,
            last=(beat - 1) * 5 + 4,
            cast=(PEOPLE[beat % 4],),
            sound="SYNC",
            fps=24,
            location="KITCHEN",
            int_ext="INT",
            day_night="NIGHT",
            eighths=3,
            est_duration=12.5,
            notes=self._dice.choice(REASONS),
            question=question,
        )
        yield Said("cinematographer", planned, self.number - 1)

    def _revised(self) -> Iterator[Said]:
        """A planned shot debated again and made differently."""
        place = self._dice.randrange(len(self._shots))
        scene, slate, _ = self._shots[place]
        spec, question = self._spec(), self.number
        self._shots[place] = (scene, slate, spec)
        yield from self._debated("revision", scene, None, RevisionOption(shot=slate, spec=spec))
        yield Said(
            "cinematographer",
            ShotRevised(shot=slate, spec=spec, notes="as decided", question=question),
            self.number - 1,
        )

    def _debated(self, subject: str, scene: str, beat: int | None, option: Option) -> Iterator[Said]:
        """A question with its rounds, a decision and the dissent from it."""
        asked, dice = self.number, self._dice
        others = ("cinematographer", "writer", cast_role(PEOPLE[(beat or 1) % 4]))
        yield Said(
            "director",
            QuestionOpened(
                subject=subject,
                text=f"Which shot carries {f'beat {beat} of ' if beat else ''}scene {scene}?",
                scene=scene,
                beat=beat,
                tier="collaborative",
                rounds=2,
                lead="director",
                concerned=(*others, "director"),
            ),
            asked - 1,
        )
        made = self.number
        yield Said("director", ProposalMade(question=asked, option=option, **self._why()), asked - 1)
        objections: list[tuple[str, int]] = []
        rival = None
        for count in range(1, 3 if dice.random() < 0.3 else 2):
            opened = self.number
            yield Said("director", RoundOpened(question=asked, round=count, waiting=others), asked - 1)
            for role in others:
                where = dice.random()
                if where < 0.55:
                    fact: Event = SupportGiven(question=asked, proposal=made, **self._why())
                elif where < 0.85:
                    objections.append((role, self.number))
                    fact = ObjectionRaised(question=asked, proposal=made, **self._why())
                else:
                    fact = ReactionPassed(reason="nothing in it is mine to say", question=asked)
                yield Said(role, fact, opened)
                if isinstance(fact, ObjectionRaised) and rival is None and dice.random() < 0.6:
                    rival = self.number
                    other = ShotOption(spec=self._spec())
                    yield Said(
                        role,
                        AlternativeOffered(question=asked, rival=made, option=other, **self._why()),
                        opened,
                    )
            yield Said(others[-1], RoundClosed(question=asked, round=count), opened)
        cause = self.number - 1
        if objections:
            yield Said("director", ProposalRuled(question=asked, proposal=made, **self._why()), cause)
        if dice.random() < 0.1:
            summary = "; ".join(REASONS)
            yield Said("director", ApprovalRequested(question=asked, proposal=made, summary=summary), cause)
            approved = ProposalApproved(question=asked, proposal=made, authority="orchestrator", note="yes")
            yield Said(ORCHESTRATOR, approved)
        else:
            authority: Authority = "ruling" if objections else "consensus"
            approved = ProposalApproved(question=asked, proposal=made, authority=authority)
            yield Said("director", approved, cause)
        for role, position in dict(objections).items():
            dissent = DissentRecorded(
                question=asked, proposal=made, role=role, position=position, reason=dice.choice(REASONS)
            )
            yield Said("director", dissent, cause)
        if dice.random() < 0.15:
            yield Said("director", MessageSent(to="writer", text="this carries the turn", about=made), cause)

    def awaiting(self) -> list[Said]:
        """A question put before the orchestrator and not answered, from `number` on."""
        asked = self.number
        scene, slate, _ = self._shots[0]
        option = RevisionOption(shot=slate, spec=self._spec())
        return [
            Said(
                "director",
                QuestionOpened(
                    subject="visual_approach",
                    text="Do we open on the kettle?",
                    scene=scene,
                    beat=None,
                    tier="orchestrator",
                    rounds=1,
                    lead="director",
                    concerned=CREW,
                ),
                asked - 1,
            ),
            Said("director", ProposalMade(question=asked, option=option, **self._why()), asked - 1),
            Said("director", ApprovalRequested(question=asked, proposal=asked + 1, summary=""), asked - 1),
        ]

    def _why(self) -> dict[str, Any]:
        return {"criterion": self._dice.choice(CRITERIA), "reason": self._dice.choice(REASONS)}

    def _spec(self) -> ShotSpec:
        size, lens = self._dice.choice(SIZES), self._dice.choice((24, 32, 50, 85))
        return ShotSpec(
            size=size,
            type="SINGLE",
            angle="EYE",
            movement="PUSH",
            support="DOLLY",
            lens_mm=lens,
            subject="MAYA",
            description=f"{size}, eye level, slow push on MAYA, {lens}mm",
        )

    def _scene(self, place: int) -> SceneWritten:
        lines = tuple(
            Element(
                kind="dialogue" if n % 3 else "action",
                text=f"Line {n} of scene {place}, as long as most are.",
                line=n,
                last_line=n,
                character="MAYA" if n % 3 else None,
            )
            for n in range(1, LINES + 1)
        )
        return SceneWritten(
            scene=str(place),
            number=str(place),
            heading="INT. KITCHEN - NIGHT",
            int_ext="INT",
            location="KITCHEN",
            day_night="NIGHT",
            text="\n".join(line.text for line in lines),
            elements=lines,
        )

    def _broken_down(self, place: int) -> SceneBrokenDown:
        beats = tuple(
            Beat(
                beat=n + 1,
                kind="exchange",
                first=5 * n,
                last=5 * n + 4,
                people=("MAYA", "TOM"),
                emphasis=0.5,
                moves=False,
                turn="she learns what he knew",
            )
            for n in range(BEATS)
        )
        return SceneBrokenDown(scene=str(place), beats=beats, debated=tuple(range(1, BEATS + 1)))

    def _feels(self, person: str, place: int) -> EmotionalStateChanged:
        return EmotionalStateChanged(
            character=person,
            scene=str(place),
            feeling=self._dice.choice(("fear", "joy", "anger", "calm")),
            valence=round(self._dice.uniform(-1, 1), 2),
            arousal=round(self._dice.uniform(-1, 1), 2),
            line=3,
            quote="Line 3",
            reason=self._dice.choice(REASONS),
        )


def build(folder: Path, events: int, name: str = NAME) -> int:
    """Writes a production of exactly so many events, the last three a question put before the
    orchestrator; returns that question's number."""
    production = Production(events)
    history = production.events()
    with Ledger(folder, create=True) as ledger:
        opening = production.opening()
        if len(opening) > events - 3:
            raise ValueError(f"a production takes {len(opening) + 3} events to open")
        last = ledger.open(name, opening, "OpenProduction")[-1]
        for _ in islice(history, len(opening)):
            pass
        while last.number < events - 4:
            last = _write(ledger, last, list(islice(history, min(BATCH, events - 4 - last.number))))
        asked = last.number + 1
        production.number = asked
        _write(ledger, last, production.awaiting())
    return asked


def _write(ledger: Ledger, last: Record, batch: list[Said]) -> Record:
    """Seals a batch of many roles' events and stores it in one transaction."""
    sealed = []
    for said in batch:
        causes = {*said.fact.refers(), *(() if said.cause is None else (said.cause,))}
        reaction = None if said.cause is None else Reaction(said.cause, said.actor)
        envelope = Envelope(said.actor, type(said.fact).__name__, reaction)
        draft = Draft(said.fact, tuple(sorted(causes)))
        (last,) = ledger.sealer.seal(last.stream, [last.number + 1], [draft], last.seal, envelope)
        sealed.append(last)
    ledger.store.events.put(sealed)
    return last
