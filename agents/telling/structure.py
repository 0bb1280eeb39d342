"""Acts and turning points, as the writer reads them, and notes on scenes that do not turn or that repeat."""

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar, get_args

from cineledger.agents import checking
from cineledger.agents.ask import Ask
from cineledger.agents.citing import cited
from cineledger.agents.craft.language import is_english
from cineledger.agents.craft.points import Point
from cineledger.agents.craft.scene_notes import remarks
from cineledger.agents.craft.story import Told, beats_along, leads
from cineledger.agents.craft.structure import AIMS, balance, read_structure
from cineledger.agents.role import Moment, Rules
from cineledger.agents.telling.felt import waits, when_felt
from cineledger.agents.telling.scenes import people, told_scenes
from cineledger.agents.working import Made, Task
from cineledger.domain.script.events import Scene
from cineledger.domain.story.events import Act, SceneNote, StructureRead, Turn, TurningPoint
from cineledger.domain.talk.commands import SendMessage
from cineledger.domain.value import Value

MOST_NOTES = 6
"""On scenes of one film: each costs somebody's work."""


class ReadPoint(Value):
    """A turning point; its scene is named by its place in what was asked about, counted from 0."""

    point: Turn
    scene: int
    beat: int | None
    line: int | None
    quote: str
    falls: float
    aim: float


class ReadNote(Value):
    """A note on a scene, named by its place."""

    scene: int
    other: int | None
    line: int | None
    text: str


class Structured(Value):
    """The film's structure."""

    acts: tuple[tuple[int, int], ...]
    """Places of the first and the last scene of each."""
    points: tuple[ReadPoint, ...]
    reason: str
    notes: tuple[ReadNote, ...]


class ReadStructure(Ask):
    """Into which acts does this film fall, where does it turn, and which scenes do not?"""

    ANSWER: ClassVar[type[Value]] = Structured
    scenes: tuple[Told, ...]
    people: tuple[str, ...]
    notes: tuple[str, ...] = ()
    """What was said of the structure as it was read before."""

    def faults(self, answer: Structured) -> Iterator[str]:
        """Acts that are not the whole film, points out of order or on no line, notes on no scene."""
        yield from checking.said(answer.reason, "the reason")
        if answer.points or answer.acts:
            yield from _not_whole(answer.acts, len(self.scenes))
        if answer.acts and not answer.points:
            yield "a film that falls into acts turns somewhere: name its points, or no acts"
        yield from _misplaced(answer.points, self.scenes)
        if len(answer.notes) > MOST_NOTES:
            yield f"{len(answer.notes)} notes are too many: give the {MOST_NOTES} that matter most"
        yield from checking.once((note.scene for note in answer.notes), "a note on scene")
        for count, note in enumerate(answer.notes):
            yield from checking.said(note.text, f"note {count}")
            if note.other == note.scene:
                yield f"note {count}: scene {note.scene} does not repeat itself"
            others = () if note.other is None else (note.other,)
            missing = [
                wrong
                for place in (note.scene, *others)
                for wrong in checking.on_list(place, len(self.scenes), "scene")
            ]
            yield from missing
            if not missing:
                yield from cited(note.line, "", self.scenes[note.scene].elements, f"note {count}")


def _not_whole(acts: Sequence[tuple[int, int]], count: int) -> Iterator[str]:
    """Acts that overlap, leave scenes out, or run backwards."""
    after = -1
    for place, (first, last) in enumerate(acts, start=1):
        if first != after + 1:
            yield f"act {place} begins with scene {first}, and scene {after + 1} is next"
        if last < first:
            yield f"act {place} ends with scene {last}, before it begins"
        after = last
    if after != count - 1:
        yield f"the acts end with scene {after}, and the film with scene {count - 1}"


def _misplaced(points: Sequence[ReadPoint], scenes: Sequence[Told]) -> Iterator[str]:
    """Turning points twice, out of the story's order, on lines that are not there, or outside the pages."""
    order = [get_args(Turn).index(point.point) for point in points]
    along = [(point.scene, -1 if point.line is None else point.line) for point in points]
    if order != sorted(set(order)) or along != sorted(along):
        yield f"points come once each, in the order {', '.join(get_args(Turn))}, and so along the scenes"
    for point in points:
        missing = list(checking.on_list(point.scene, len(scenes), "scene"))
        yield from missing
        if not missing:
            yield from cited(point.line, point.quote, scenes[point.scene].elements, f"the {point.point}")
        if point.beat is not None and point.beat < 1:
            yield f"the {point.point} is on beat {point.beat}, and beats are counted from 1"
        yield from checking.within(point.falls, 0, 1, f"where the {point.point} falls")
        yield from checking.within(point.aim, 0, 1, f"the aim of the {point.point}")


def _asks(moment: Moment) -> Sequence[Ask]:
    state = moment.state
    scenes = tuple(told for _, told in told_scenes(state))
    if not scenes or waits(moment.state):
        return ()
    return (
        ReadStructure(
            role=moment.role, scenes=scenes, people=people(state), notes=state.works.notes(StructureRead)
        ),
    )


def _makes(moment: Moment, answers: Sequence[Structured]) -> Iterable[Made]:
    standing = moment.state.works.get(StructureRead)
    if not answers:
        if standing is not None and waits(moment.state):
            yield Made(standing)
        return
    scenes, read = told_scenes(moment.state), answers[0]
    if not read.points:
        return
    work = _structure(scenes, read)
    yield Made(work, (0,))
    told = {note.text for note in standing.notes} if standing else set()
    if "director" in moment.state.production.roster:
        for note in work.notes:
            if note.text not in told:
                about = moment.state.script.scenes[note.scene].number
                yield Made(SendMessage(to="director", text=note.text, about=about), (0,))


def _structure(scenes: Sequence[tuple[Scene, Told]], read: Structured) -> StructureRead:
    lengths = [told.eighths for _, told in scenes]
    whole = sum(lengths)
    own = [sum(lengths[first : last + 1]) for first, last in read.acts]
    name = [scene.written.scene for scene, _ in scenes]
    return StructureRead(
        reason=read.reason,
        acts=tuple(
            Act(
                act=place + 1,
                first=name[first],
                last=name[last],
                eighths=length,
                share=round(length / whole, 3),
                aim=AIMS[len(own)][place] if len(own) in AIMS else round(1 / len(own), 3),
            )
            for place, ((first, last), length) in enumerate(zip(read.acts, own, strict=True))
        ),
        points=tuple(_point(scenes[point.scene][0], point) for point in read.points),
        balance=balance([length / whole for length in own], whole / 8),
        notes=tuple(
            SceneNote(
                scene=name[note.scene],
                other=None if note.other is None else name[note.other],
                line=note.line,
                text=note.text,
            )
            for note in read.notes
        ),
    )


def _point(scene: Scene, read: ReadPoint) -> TurningPoint:
    """The point under the beat that the director has there, as soon as there is one."""
    held = [b.beat for b in scene.beats if read.line is not None and b.first <= read.line <= b.last]
    return TurningPoint(
        point=read.point,
        scene=scene.written.scene,
        beat=held[0] if held else read.beat,
        line=read.line,
        quote=read.quote,
        falls=read.falls,
        aim=read.aim,
    )


def read_the_structure(ask: ReadStructure) -> Structured:
    """The house rule: points where the craft expects them, on the beats that turn most there; acts end on them."""
    lead = next((lead.name for lead in leads(ask.scenes, ask.people)), None)
    beats = beats_along(ask.scenes, ask.people)
    found = read_structure(ask.scenes, beats, lead, ask.notes)
    english = is_english("\n".join(e.text for scene in ask.scenes for e in scene.elements))
    return Structured(
        acts=found.acts,
        points=tuple(_read(point) for point in found.points),
        reason=found.reason,
        notes=tuple(ReadNote(**remark._asdict()) for remark in remarks(ask.scenes, beats, english)),
    )


def _read(point: Point) -> ReadPoint:
    return ReadPoint(**point._asdict())


STRUCTURE_TASKS: tuple[Task, ...] = (
    Task(since="planning", asks=_asks, makes=_makes, kinds=(StructureRead,)),
)
WHEN_FELT = when_felt(*STRUCTURE_TASKS)
STRUCTURE_RULES: Rules = {ReadStructure: read_the_structure}
