"""The director plans: every scene read into beats, and an approach to the whole film put up for decision."""

from collections.abc import Iterator, Sequence
from typing import ClassVar, cast

from cineledger.agents import checking
from cineledger.agents.ask import Ask
from cineledger.agents.craft.beats import break_down, key_beats
from cineledger.agents.craft.rereading import reread
from cineledger.agents.craft.role_criteria import criteria_of
from cineledger.agents.directing.phases import or_move_on, settles
from cineledger.agents.offering import OfferApproach, Offered
from cineledger.agents.personas.recalling import cited, recalled, shown
from cineledger.agents.reading import material, own_script, played_scenes, read_through, texts, words
from cineledger.agents.role import Habit, Moment, Rests, Rules
from cineledger.agents.screenwriting.writing import outline_question
from cineledger.agents.stances import Rival
from cineledger.domain.command import Command
from cineledger.domain.debate.commands import Offer, OpenQuestion, Reason
from cineledger.domain.debate.events import ProposalApproved
from cineledger.domain.fountain.screenplay import Element
from cineledger.domain.production.events import PhaseEntered
from cineledger.domain.script.commands import BreakDownScene
from cineledger.domain.script.events import Beat, Scene, ScriptPaged
from cineledger.domain.talk.commands import Pass
from cineledger.domain.talk.events import MessageSent
from cineledger.domain.value import Value
from cineledger.domain.words import APPROACH, OUTLINE

MOST_DEBATED = 2
"""Beats of a scene that a crew argues about: the rest is the cinematographer's."""
_MID_SPEECH = frozenset({"parenthetical", "dialogue"})


class SceneReading(Value):
    """A scene's beats, and which of them are worth a debate."""

    beats: tuple[Beat, ...]
    debated: tuple[int, ...]


class ReadScene(Ask):
    """What are the beats of this scene?"""

    ANSWER: ClassVar[type[Value]] = SceneReading
    elements: tuple[Element, ...]
    cast: tuple[str, ...]
    first_scene: bool
    last_scene: bool

    def faults(self, answer: SceneReading) -> Iterator[str]:
        """Beats that overlap, leave lines out, tear a speech, or name nobody; debates about what is no beat."""
        if [beat.beat for beat in answer.beats] != list(range(1, len(answer.beats) + 1)):
            yield "beats are counted 1, 2, 3 in the order of the scene"
        after = -1
        for beat in answer.beats:
            name = f"beat {beat.beat}"
            yield from checking.stretch(beat.first, beat.last, len(self.elements), name)
            if beat.first <= after:
                yield f"{name} begins at line {beat.first}, and line {after} is in the beat before"
            after = max(after, beat.last)
            yield from checking.within(beat.emphasis, 0, 1, f"the emphasis of {name}")
            yield from checking.known(beat.people, self.cast, "character")
            yield from checking.said(beat.turn, f"the turn of {name}")
            if 0 <= beat.first < len(self.elements) and self.elements[beat.first].kind in _MID_SPEECH:
                yield f"{name} begins in the middle of a speech, at line {beat.first}: begin at its cue"
        yield from checking.bare(
            self.elements, [(b.first, b.last) for b in answer.beats], "of the scene is in no beat"
        )
        counts = {beat.beat for beat in answer.beats}
        yield from (
            f"there is no beat {number} to debate" for number in answer.debated if number not in counts
        )
        yield from checking.once(answer.debated, "beat to debate")
        if len(answer.debated) > MOST_DEBATED:
            yield f"{len(answer.debated)} beats are too many to debate: name the {MOST_DEBATED} that turn the scene"


def _unread(moment: Moment) -> list[Scene]:
    return [scene for scene in played_scenes(moment.state) if scene.unread]


def _subject_open(moment: Moment, subject: str) -> bool:
    return any(q.opened.subject == subject for q in moment.state.debate.questions.values())


def _reading_asks(moment: Moment) -> Sequence[Ask]:
    scenes = played_scenes(moment.state)
    cast_names = tuple(sorted(moment.state.cast.characters))
    return [
        ReadScene(
            role=moment.role,
            elements=scene.written.elements,
            cast=cast_names,
            first_scene=scene is scenes[0],
            last_scene=scene is scenes[-1],
        )
        for scene in _unread(moment)
    ]


def _broken_down(moment: Moment, scene: Scene, read: SceneReading) -> BreakDownScene | None:
    """The scene's beats as read, those that stand kept; None where there is nothing to play."""
    beats, debated = reread(scene, read.beats, read.debated)
    if not beats and not scene.torn and not scene.longer:
        return None
    return BreakDownScene(scene=scene.written.scene, beats=beats, debated=debated, at=moment.number)


def _planning_asks(moment: Moment) -> Sequence[Ask]:
    state = moment.state
    asks = [*_reading_asks(moment)]
    if played_scenes(state) and not _subject_open(moment, APPROACH):
        criteria = criteria_of(moment.role, APPROACH)
        asks.append(
            OfferApproach(
                role=moment.role,
                criteria=criteria,
                said=texts(state),
                material=material(state),
                remembered=shown(recalled(state, moment.role, APPROACH)),
            )
        )
    return asks


def _plan(moment: Moment, answers: Sequence[SceneReading | Offered]) -> Sequence[Command | Rests]:
    if not played_scenes(moment.state):
        return (Pass(reason="there is no scene to read yet"),)
    unread = _unread(moment)
    commands = list[Rests]()
    for place, answer in enumerate(answers):
        if isinstance(answer, Offered):
            if answer.rival is not None:
                commands.append(Rests(_open_approach(moment, answer.rival), (place,)))
        elif read := _broken_down(moment, unread[place], answer):
            commands.append(Rests(read, (place,)))
    return or_move_on(moment, commands, "every scene is read, and the approach is being decided")


def _revised(moment: Moment) -> bool:
    """A revised draft left scenes that are not read as they stand, and work has begun.

    Of a script of the crew's own the writer says when it can be read first.
    """
    begun = moment.state.production.phase is not None
    again = moment.state.script.draft > 1 or cast(ScriptPaged, moment.event).default
    state = moment.state
    first = own_script(state) and not any(scene.used for scene in state.script.scenes.values())
    return begun and again and not first and bool(_unread(moment))


def _reread(moment: Moment, answers: Sequence[SceneReading]) -> Sequence[Command | Rests]:
    commands = [
        Rests(read, (place,))
        for place, (scene, answer) in enumerate(zip(_unread(moment), answers, strict=True))
        if (read := _broken_down(moment, scene, answer))
    ]
    return commands or (Pass(reason="nothing is played in what changed"),)


def _open_approach(moment: Moment, offered: Rival) -> OpenQuestion:
    lessons = cited(recalled(moment.state, moment.role, APPROACH), offered.remembers)
    cites = tuple(sorted({*(word.number for word in words(moment.state)), *lessons}))
    why = Reason(criterion=offered.criterion, reason=offered.reason, cites=cites)
    return OpenQuestion(
        subject=APPROACH,
        text="How should this film look at its people?",
        scene=None,
        beat=None,
        offer=Offer(option=offered.option, why=why),
    )


def _settled(moment: Moment) -> bool:
    """The last decision of the phase; what somebody decides alone is decided as it is asked, before others ask."""
    approved = cast(ProposalApproved, moment.event)
    subject = moment.state.debate.questions[approved.question].opened.subject
    return (
        settles(moment, "planning")
        and subject != OUTLINE
        and not read_through(moment.state)
        and approved.authority != "autonomous"
    )


def _written(moment: Moment) -> bool:
    """The writer says that an idea's outline stands as scenes; a script's are read on entering the phase."""
    message, outline = cast(MessageSent, moment.event), outline_question(moment.state)
    told = outline is not None and message.about == outline.decision
    return message.to == moment.role and told and bool(_unread(moment))


def read_scene(ask: ReadScene) -> SceneReading:
    """The house rule: a beat ends where something changes; those that turn the scene are debated."""
    beats = break_down(ask.elements, ask.cast, ask.first_scene, ask.last_scene)
    return SceneReading(beats=beats, debated=key_beats(beats))


PLAN = (
    Habit(
        on=PhaseEntered,
        concerns=lambda moment: cast(PhaseEntered, moment.event).phase == "planning",
        asks=_planning_asks,
        acts=_plan,
    ),
    Habit(on=ProposalApproved, concerns=_settled, asks=_planning_asks, acts=_plan),
    Habit(on=MessageSent, concerns=_written, asks=_planning_asks, acts=_plan),
    Habit(on=ScriptPaged, concerns=_revised, asks=_reading_asks, acts=_reread),
)
PLANNING_RULES: Rules = {ReadScene: read_scene}
