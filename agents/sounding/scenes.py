"""Spotting: each scene gone over once it is planned and scored."""

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from cineledger.agents import checking
from cineledger.agents.ask import Ask
from cineledger.agents.craft.mixing import MusicHeard, Stage
from cineledger.agents.craft.sounds import spot
from cineledger.agents.reading import as_heard, by_person, film_look, played_scenes
from cineledger.agents.role import Moment
from cineledger.agents.scoring.knowing import cues_by_scene
from cineledger.agents.working import Made, Task
from cineledger.domain.debate.options import Look
from cineledger.domain.design.events import SetGathered
from cineledger.domain.fountain.screenplay import Element
from cineledger.domain.music.events import CueWritten
from cineledger.domain.script.events import Beat, Scene
from cineledger.domain.sound.events import AmbienceDesigned, SceneSpotted, Spot, SpotClass
from cineledger.domain.state import State
from cineledger.domain.value import Value
from cineledger.domain.words import RESOURCES, SCENE_MUSIC, SCORE


class CueHeard(Value):
    """A cue that stands."""

    cue: str
    title: str
    first: int
    last: int
    source: bool
    """The scene itself plays it."""


class Spotted(Value):
    """What a scene sounds like."""

    spots: tuple[Spot, ...]
    leads: SpotClass
    reason: str


class SpotScene(Ask):
    """What is heard in this scene, and what leads?"""

    ANSWER: ClassVar[type[Value]] = Spotted
    elements: tuple[Element, ...]
    beats: tuple[Beat, ...]
    cast: tuple[str, ...]
    int_ext: str | None
    look: Look
    cues: tuple[CueHeard, ...]
    ambience: tuple[str, ...]
    """Layers of the set's, nearest first; empty where nobody designed them."""
    notes: tuple[str, ...]

    def faults(self, answer: Spotted) -> Iterator[str]:
        """Sounds at no line, words that no line says, cues that are not spotted, a mix that nothing leads."""
        yield from checking.said(answer.reason, "the reason")
        for count, heard in enumerate(answer.spots):
            name = f"spot {count}"
            yield from checking.stretch(heard.first, heard.last, len(self.elements), name)
            yield from checking.said(heard.what, f"what {name} is")
            yield from checking.quoted(heard.quote, self.elements, name)
        music = {(heard.first, heard.last) for heard in answer.spots if heard.kind == "MX"}
        for cue in self.cues:
            if (cue.first, cue.last) not in music:
                yield f"cue {cue.cue} plays from line {cue.first} to {cue.last}, and no MX is spotted there"
        if len(music) > len({(cue.first, cue.last) for cue in self.cues}):
            yield "there is MX where no cue stands: the composer writes the music"
        if (
            answer.spots
            and answer.leads != "AMB"
            and answer.leads not in {heard.kind for heard in answer.spots}
        ):
            yield f"{answer.leads} leads, and none of it is spotted"


def _scenes(state: State) -> list[Scene]:
    return [scene for scene in played_scenes(state) if scene.beats]


def _set_of(state: State, scene: str) -> str | None:
    return next((place.set for place in state.works.of(SetGathered).values() if scene in place.scenes), None)


def _ambience(state: State, scene: str) -> AmbienceDesigned | None:
    place = _set_of(state, scene)
    return None if place is None else state.works.get(AmbienceDesigned, place)


def _asks(moment: Moment) -> Sequence[SpotScene]:
    state = moment.state
    cast = tuple(sorted(state.cast.people(state.cast.characters)))
    cues, look = cues_by_scene(state), film_look(state)
    asks = list[SpotScene]()
    for scene in _scenes(state):
        name = scene.written.scene
        ambience = _ambience(state, name)
        heard = tuple(
            CueHeard(cue=c.cue, title=c.title, first=c.first, last=c.last, source=c.way == "source")
            for c in cues.get(name, ())
        )
        asks.append(
            SpotScene(
                role=moment.role,
                elements=by_person(state, as_heard(state, scene)),
                beats=scene.beats,
                cast=cast,
                int_ext=scene.written.int_ext,
                look=look,
                cues=heard,
                ambience=() if ambience is None else ambience.layers,
                notes=state.works.notes(SceneSpotted, name),
            )
        )
    return asks


def _makes(moment: Moment, answers: Sequence[Spotted]) -> Iterable[Made]:
    state = moment.state
    cues_of = cues_by_scene(state)
    for place, (scene, spotted) in enumerate(zip(_scenes(state), answers, strict=True)):
        name = scene.written.scene
        cues = [state.works.standing(CueWritten, c.cue) for c in cues_of.get(name, ())]
        own = state.works.standing(AmbienceDesigned, _set_of(state, name) or "")
        rests = tuple(done.number for done in (own, *cues) if done is not None)
        yield Made(SceneSpotted(scene=name, rests=rests[:8], **dict(spotted)), (place,))


def spot_scene(ask: SpotScene) -> Spotted:
    """The house rule: words in front, events at their lines, the place behind them; what leads is said, and why."""
    cues = [MusicHeard(**dict(cue)) for cue in ask.cues]
    stage = Stage(**{name: getattr(ask, name) for name in Stage._fields if name != "cues"}, cues=cues)
    return Spotted(**spot(stage)._asdict())


SPOT = Task(
    since="review",
    asks=_asks,
    makes=_makes,
    kinds=(SceneSpotted,),
    after=(SCORE, SCENE_MUSIC, RESOURCES),
    upon=(CueWritten, AmbienceDesigned),
)
