"""Scenes assembled out of their shots, from the review on."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import ClassVar

from cineledger.agents import checking
from cineledger.agents.ask import Ask
from cineledger.agents.craft.assembled import Arrival, Assembled, Placed, assemble
from cineledger.agents.craft.coverage import uncovered
from cineledger.agents.craft.framed import SeenShot
from cineledger.agents.craft.pacing import USUAL
from cineledger.agents.craft.passages import is_fade, marks, passages
from cineledger.agents.craft.pronouns import Called, called
from cineledger.agents.craft.transitions import Edge, is_serial, trailing
from cineledger.agents.cutting.benches import Bench, benches
from cineledger.agents.cutting.pacing import PACING_QUESTION
from cineledger.agents.reading import as_heard, by_person, film_look, played_scenes, texts
from cineledger.agents.role import Moment, Rules
from cineledger.agents.working import Made, Task, decided
from cineledger.domain.debate.options import Look
from cineledger.domain.edit.events import Cut, SceneAssembled
from cineledger.domain.fountain.screenplay import Element
from cineledger.domain.notes.events import NoteGiven
from cineledger.domain.script.events import Beat, Scene
from cineledger.domain.shots.events import Shot, ShotOmitted, ShotReplanned, ShotRevised
from cineledger.domain.state import State
from cineledger.domain.talk.events import MessageSent
from cineledger.domain.value import Value
from cineledger.domain.words import APPROACH, PACING

LONGEST_CUT = 1200
"""Seconds: no magazine of film held more, and no shot of a plan does."""


class AssembleScene(Ask):
    """How is this scene cut together, and how does one come into it?"""

    ANSWER: ClassVar[type[Value]] = Assembled
    location: str | None
    day_night: str | None
    elements: tuple[Element, ...]
    beats: tuple[Beat, ...]
    called: Called
    """Who of its people is she, and who is he, as far as the script says."""
    shots: tuple[SeenShot, ...]
    look: Look
    pacing: str
    """The way of pacing that was decided for the film."""
    before: Edge | None
    """The scene before where it ends; None for the first."""
    arrival: Arrival
    """How one comes to its place."""
    last: bool
    typed: str | None
    """The transition that the script types into the scene."""
    typed_out: str | None
    """The one that it types after the last scene."""
    act: bool
    """A section of the script begins with the scene."""
    serial: bool
    """The orchestrator's words ask for the manners of comics and serials."""
    may_dissolve: bool
    """The film has not dissolved over time in the last few scenes."""
    notes: tuple[str, ...]
    """What was said of the scene as it was assembled, oldest first."""

    def faults(self, answer: Assembled) -> Iterator[str]:
        """Cuts out of shots that there are not, out of order, or for no time; lines that a shot has and no cut."""
        yield from checking.said(answer.reason, "the reason")
        yield from checking.said(answer.transition_why, "why it comes in so")
        yield from checking.within(answer.heat, 0, 1, "the heat")
        after = -1
        for count, cut in enumerate(answer.cuts):
            name = f"cut {count}"
            yield from checking.on_list(cut.shot, len(self.shots), "shot")
            yield from checking.stretch(cut.first, cut.last, len(self.elements), name)
            shot = self.shots[cut.shot] if 0 <= cut.shot < len(self.shots) else None
            if shot is not None and not shot.first <= cut.first <= cut.last <= shot.last:
                yield f"{name} plays lines {cut.first} to {cut.last}, and its shot covers {shot.first} to {shot.last}"
            if cut.first < after:
                yield f"{name} goes back to line {cut.first}, behind the end of the cut before it at {after}"
            after = max(after, cut.last)
            if not 0 < cut.seconds <= LONGEST_CUT:
                yield f"{name} lasts {cut.seconds:g} seconds"
            yield from checking.said(cut.why, f"the reason for {name}")
        yield from self._left_out(answer)
        if answer.ending is not None and not self.last:
            yield "only the last scene has an ending"
        for note in answer.heeds:
            yield from checking.on_list(note, len(self.notes), "note")

    def _left_out(self, answer: Assembled) -> Iterator[str]:
        """Lines that could be seen and are not played; transitions that are typed as lines are nothing to play."""
        covered = [(shot.first, shot.last) for shot in self.shots]
        shut = {place for place, element in enumerate(self.elements) if is_fade(element.text)}
        shut |= set(uncovered(self.elements, covered))
        played = [(cut.first, cut.last) for cut in answer.cuts]
        yield from checking.bare(
            self.elements, [*played, *((place, place) for place in shut)], "is in no cut"
        )


def _shots(state: State, scene: str) -> list[Shot]:
    return [shot for shot in state.shots.scene(scene) if shot.status != "reopened"]


def _wanted(moment: Moment) -> list[Bench]:
    """The scenes to be put together now: that of a shot or a note, or all that have shots."""
    one = _one(moment)
    return [
        bench
        for bench in benches(moment.state)
        if _shots(moment.state, name := bench.scene.written.scene) and (one is None or name == one)
    ]


def _one(moment: Moment) -> str | None:
    """The one scene that an event touches; None where it touches all."""
    event, state = moment.event, moment.state
    if isinstance(event, ShotRevised | ShotOmitted | ShotReplanned):
        return state.shots.shots[event.shot].planned.scene
    if isinstance(event, MessageSent | NoteGiven) and event.about is not None:
        place = state.works.places.get(event.about)
        return None if place is None else place[1]
    return None


def _asks(moment: Moment) -> Sequence[Ask]:
    state = moment.state
    look, pacing, serial = film_look(state), _pacing(state), is_serial(texts(state))
    names = _called_in(tuple((s.written.elements, s.beats) for s in state.script.present() if s.beats))
    return [
        AssembleScene(
            role=moment.role,
            location=bench.scene.written.location,
            day_night=bench.scene.written.day_night,
            elements=by_person(state, as_heard(state, bench.scene)),
            beats=bench.scene.beats,
            called=_called(names, bench.scene),
            shots=tuple(_seen(shot) for shot in _shots(state, bench.scene.written.scene)),
            look=look,
            pacing=pacing,
            before=_before(bench),
            arrival=bench.arrival,
            last=bench.last,
            typed=bench.typed,
            typed_out=bench.typed_out,
            act=bench.act,
            may_dissolve=bench.may_dissolve,
            serial=serial,
            notes=state.works.notes(SceneAssembled, bench.scene.written.scene),
        )
        for bench in _wanted(moment)
    ]


@lru_cache(maxsize=4)
def _called_in(scenes: tuple[tuple[tuple[Element, ...], tuple[Beat, ...]], ...]) -> Called:
    """Who is she and who is he in the whole script."""
    return called(mark for elements, beats in scenes for mark in marks(elements, beats))


def _called(names: Called, scene: Scene) -> Called:
    people = {name for beat in scene.beats for name in beat.people}
    return tuple(pair for pair in names if pair[0] in people)


def _pacing(state: State) -> str:
    choice = decided(state, PACING)
    return USUAL if choice is None else choice[0].choice


def _seen(shot: Shot) -> SeenShot:
    return SeenShot(
        spec=shot.spec,
        first=shot.first,
        last=shot.last,
        beat=shot.planned.beat,
        decided=shot.question is not None,
    )


def _before(bench: Bench) -> Edge | None:
    if bench.before is None:
        return None
    written = bench.before.written
    played = [p for p in passages(written.elements, bench.before.beats) if not is_fade(p.text)]
    return trailing(played, written.location, bench.time or written.day_night)


def _makes(moment: Moment, answers: Sequence[Assembled]) -> Iterable[Made]:
    """The scenes asked about as they are answered, the others as they stand."""
    state = moment.state
    wanted = _wanted(moment)
    asked = {bench.scene.written.scene for bench in wanted}
    there = {scene.written.scene for scene in played_scenes(state) if scene.beats}
    for scene, fact in state.works.of(SceneAssembled).items():
        if scene in there - asked and _shots(state, scene):
            yield Made(fact)
    for place, (bench, answer) in enumerate(zip(wanted, answers, strict=True)):
        if _kept(answer, _shots(state, bench.scene.written.scene)):
            yield Made(_assembled(state, bench.scene.written.scene, answer), (place,))


def _kept(answer: Assembled, shots: Sequence[Shot]) -> list[Placed]:
    """The cuts that can be: of shots there are, on lines they cover, none before the one that went."""
    kept, at = list[Placed](), -1
    for cut in answer.cuts:
        # A direction may play in several shots, one after the other.
        there = 0 <= cut.shot < len(shots) and at <= cut.first <= cut.last
        if there and shots[cut.shot].first <= cut.first and cut.last <= shots[cut.shot].last:
            kept.append(cut)
            at = cut.last
    return kept


def _assembled(state: State, scene: str, answer: Assembled) -> SceneAssembled:
    shots = _shots(state, scene)
    kept = _kept(answer, shots)
    notes = state.works.notes(SceneAssembled, scene)
    used = {shots[cut.shot].number for cut in kept if shots[cut.shot].question is not None}
    resting = [
        number for subject in (PACING, APPROACH) if (found := decided(state, subject)) for number in found[1:]
    ]
    return SceneAssembled(
        reason=answer.reason,
        rests=tuple(sorted({*resting, *sorted(used)[:4]})),
        scene=scene,
        transition=answer.transition,
        transition_why=answer.transition_why,
        pace=answer.pace,
        heat=answer.heat,
        cuts=tuple(
            Cut(shot=shots[c.shot].planned.shot, first=c.first, last=c.last, seconds=c.seconds, why=c.why)
            for c in kept
        ),
        seconds=round(sum(cut.seconds for cut in kept), 1),
        ending=answer.ending,
        ending_why=answer.ending_why,
        heeds=tuple(note for place, note in enumerate(notes) if place in answer.heeds),
    )


def assemble_scene(ask: AssembleScene) -> Assembled:
    """The house rule: Murch's six, weighed over all ways to cut the scene, at the pacing that was decided."""
    return assemble(**{name: getattr(ask, name) for name in type(ask).model_fields if name != "role"})


ASSEMBLY = Task(
    since="review",
    asks=_asks,
    makes=_makes,
    kinds=(SceneAssembled,),
    after=(PACING,),
    upon=(ShotRevised, ShotOmitted, ShotReplanned),
)
CUTTING_TASKS: tuple[Task, ...] = (PACING_QUESTION, ASSEMBLY)
CUTTING_RULES: Rules = {AssembleScene: assemble_scene}
