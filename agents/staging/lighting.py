"""How each scene is lit, as the cinematographer designs it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from cineledger.agents import checking
from cineledger.agents.ask import Ask
from cineledger.agents.craft.light_words import Hour
from cineledger.agents.craft.lighting import hour_of, light, read_light
from cineledger.agents.craft.page import playable
from cineledger.agents.reading import film_look, played_scenes
from cineledger.agents.role import Moment
from cineledger.agents.working import Made, Task, decided
from cineledger.domain.debate.options import Look
from cineledger.domain.design.events import SetDesigned, SetGathered
from cineledger.domain.script.events import Scene
from cineledger.domain.staging.events import LightKey, SceneLit, Source
from cineledger.domain.state import State
from cineledger.domain.value import Value
from cineledger.domain.words import APPROACH


class Lighting(Value):
    """A scene's light."""

    key_light: LightKey
    ratio: float
    kelvin: int
    colour: str
    mood: str
    sources: tuple[Source, ...]
    reason: str


class LightScene(Ask):
    """How is this scene lit, and by what?"""

    ANSWER: ClassVar[type[Value]] = Lighting
    int_ext: str | None
    location: str | None
    day_night: str | None
    before: Hour | None
    """The hour of the scene before, for a slug line that says CONTINUOUS or nothing."""
    directions: tuple[str, ...]
    feelings: tuple[tuple[float | None, float | None], ...]
    """Valence and arousal of each of its people."""
    practicals: tuple[str, ...]
    """Lights that the set designer gave the set."""
    look: Look
    notes: tuple[str, ...]

    def faults(self, answer: Lighting) -> Iterator[str]:
        """Measures that no meter shows, no key or two, lights without a name."""
        yield from checking.within(answer.ratio, 1, 64, "the ratio")
        yield from checking.within(answer.kelvin, 1000, 20000, "the balance in kelvin")
        yield from checking.said(answer.colour, "the colour")
        yield from checking.said(answer.mood, "the mood")
        yield from checking.said(answer.reason, "the reason")
        keys = sum(source.role == "KEY" for source in answer.sources)
        if keys != 1:
            yield f"{keys} of the sources are the key: one is, and the others stand against it"
        for count, source in enumerate(answer.sources):
            yield from checking.said(source.name, f"the name of source {count}")


def _feelings(state: State, scene: str) -> tuple[tuple[float | None, float | None], ...]:
    felt = (known.feelings.get(scene) for _, known in sorted(state.cast.characters.items()))
    return tuple((one.valence, one.arousal) for one in felt if one is not None)


def _practicals(state: State) -> dict[str, tuple[str, ...]]:
    """Scene → the practicals of its set."""
    designed = state.works.of(SetDesigned)
    return {
        scene: designed[name].practicals
        for name, gathered in state.works.of(SetGathered).items()
        if name in designed
        for scene in gathered.scenes
    }


def _scenes(moment: Moment) -> list[Scene]:
    return [scene for scene in played_scenes(moment.state) if playable(scene.written.elements)]


def _asks(moment: Moment) -> Sequence[LightScene]:
    state, look = moment.state, film_look(moment.state)
    practicals, asks, before = _practicals(state), list[LightScene](), None
    lit = {scene.written.scene for scene in _scenes(moment)}
    for scene in played_scenes(state):
        written = scene.written
        if written.scene not in lit:
            before = hour_of(written.day_night, before)[0]
            continue
        asks.append(
            LightScene(
                role=moment.role,
                int_ext=written.int_ext,
                location=written.location,
                day_night=written.day_night,
                before=before,
                directions=tuple(e.text for e in written.elements if e.kind == "action"),
                feelings=_feelings(state, written.scene),
                practicals=practicals.get(written.scene, ()),
                look=look,
                notes=state.works.notes(SceneLit, written.scene),
            )
        )
        before = hour_of(written.day_night, before)[0]
    return asks


def _rests(state: State, scene: str) -> tuple[int, ...]:
    """The approach, and the design of the scene's set."""
    approach = decided(state, APPROACH)
    sets = [name for name, gathered in state.works.of(SetGathered).items() if scene in gathered.scenes]
    designs = [done.number for name in sets if (done := state.works.standing(SetDesigned, name)) is not None]
    return tuple(sorted((*designs, *(() if approach is None else (approach[1],)))))


def _makes(moment: Moment, answers: Sequence[Lighting]) -> Iterable[Made]:
    for place, (scene, lit) in enumerate(zip(_scenes(moment), answers, strict=True)):
        name = scene.written.scene
        yield Made(SceneLit(scene=name, rests=_rests(moment.state, name), **dict(lit)), (place,))


def light_scene(ask: LightScene) -> Lighting:
    """The house rule: the key is what the scene names, its set has or the hour gives; mood and look set the ratio."""
    inside = ask.int_ext not in ("EXT", "EST")
    hour = hour_of(ask.day_night, ask.before)
    told = read_light(hour, inside, ask.location or "", ask.directions, ask.practicals)
    lit = light(told, ask.look, ask.feelings, ask.notes)
    return Lighting(
        key_light=lit.key,
        ratio=lit.ratio,
        kelvin=lit.kelvin,
        colour=lit.colour,
        mood=lit.mood,
        sources=tuple(
            Source(name=s.name, role=s.role, quality="HARD" if s.hard else "SOFT", kelvin=s.kelvin)
            for s in lit.sources
        ),
        reason=lit.reason,
    )


LIGHTING = Task(since="execution", asks=_asks, makes=_makes, kinds=(SceneLit,))
