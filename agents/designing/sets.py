"""Sets: gathered from slug lines when planning begins; approved trade-offs make several of them one."""

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from cineledger.agents import checking
from cineledger.agents.ask import Ask
from cineledger.agents.craft.sets import gather
from cineledger.agents.designing.knowing import Merger, mergers
from cineledger.agents.reading import played_scenes
from cineledger.agents.role import Moment, Rules
from cineledger.agents.working import Made, Task
from cineledger.domain.design.events import SetGathered
from cineledger.domain.script.events import Scene
from cineledger.domain.script.measure import eighths
from cineledger.domain.value import Value
from cineledger.domain.words import RESOURCES


class SluggedScene(Value):
    """A scene by its slug line."""

    location: str
    int_ext: str | None


class Gathered(Value):
    """A set, and the places of its scenes in what was asked about, counted from 0."""

    set: str
    location: str
    scenes: tuple[int, ...]
    reason: str


class GatheredSets(Value):
    """All sets of the film."""

    sets: tuple[Gathered, ...]


class GatherSets(Ask):
    """Which of these slug lines mean one set?"""

    ANSWER: ClassVar[type[Value]] = GatheredSets
    scenes: tuple[SluggedScene, ...]

    def faults(self, answer: GatheredSets) -> Iterator[str]:
        """Scenes in no set or in two, sets without scenes or with one name, inside and outside taken for one."""
        yield from checking.once((one.set for one in answer.sets), "the set")
        held = [place for one in answer.sets for place in one.scenes]
        yield from checking.once(held, "scene")
        missing = [str(place) for place in range(len(self.scenes)) if place not in held]
        if missing:
            yield f"scenes in no set: {', '.join(missing)}"
        for one in answer.sets:
            yield from checking.said(one.set, "the name of a set")
            yield from checking.said(one.location, f"the location of {one.set}")
            yield from checking.said(one.reason, f"the reason of {one.set}")
            if not one.scenes:
                yield f"{one.set} has no scene"
            if list(one.scenes) != sorted(one.scenes):
                yield f"the scenes of {one.set} are not in the order of the script"
            wrong = [w for place in one.scenes for w in checking.on_list(place, len(self.scenes), "scene")]
            yield from wrong
            sides = set() if wrong else {self.scenes[place].int_ext for place in one.scenes}
            if {"INT", "EXT"} <= sides:
                yield f"{one.set} is seen inside and outside: those are two sets of one location"


def _scenes(moment: Moment) -> list[tuple[Scene, SluggedScene]]:
    """Each scene that plays somewhere, with its slug line."""
    return [
        (scene, SluggedScene(location=scene.written.location, int_ext=scene.written.int_ext))
        for scene in played_scenes(moment.state)
        if scene.written.location
    ]


def _asks(moment: Moment) -> Sequence[Ask]:
    scenes = tuple(slugged for _, slugged in _scenes(moment))
    return (GatherSets(role=moment.role, scenes=scenes),) if scenes else ()


def _makes(moment: Moment, answers: Sequence[GatheredSets]) -> Iterable[Made]:
    scenes = _scenes(moment)
    found = answers[0].sets if answers else ()
    decisions: dict[str, tuple[int, ...]] = {}
    for merger in mergers(moment.state):
        found, merged = _merged(found, merger)
        if merged:
            decisions[merger.stays] = (*decisions.get(merger.stays, ()), merger.decision)
    for one in found:
        own = [scenes[place] for place in one.scenes]
        yield Made(
            SetGathered(
                reason=one.reason,
                rests=decisions.get(one.set, ()),
                set=one.set,
                location=one.location,
                names=tuple(dict.fromkeys(slugged.location for _, slugged in own)),
                int_ext=own[0][1].int_ext,
                scenes=tuple(scene.written.scene for scene, _ in own),
                eighths=sum(eighths(scene.written.elements) for scene, _ in own),
            ),
            (0,),
        )


def _merged(sets: tuple[Gathered, ...], merger: Merger) -> tuple[tuple[Gathered, ...], bool]:
    """The sets with one of them played in for others, as was decided; and whether that changes anything."""
    stays = next((one for one in sets if one.set == merger.stays), None)
    gone = [one for one in sets if one.set in merger.gone and one is not stays]
    if stays is None or not gone:
        return sets, False
    scenes = tuple(sorted((*stays.scenes, *(place for one in gone for place in one.scenes))))
    reason = f"{stays.reason}; by decision it also plays {', '.join(one.set for one in gone)}"
    whole = stays.model_copy(update={"scenes": scenes, "reason": reason})
    return tuple(whole if one is stays else one for one in sets if one not in gone), True


def gather_sets(ask: GatherSets) -> GatheredSets:
    """The house rule: slug lines are one set where their words are, whatever their order and marks."""
    found = gather([(scene.location, scene.int_ext) for scene in ask.scenes])
    return GatheredSets(sets=tuple(Gathered(**one._asdict()) for one in found))


GATHER_SETS = Task(since="planning", asks=_asks, makes=_makes, kinds=(SetGathered,), after=(RESOURCES,))
GATHER_RULES: Rules = {GatherSets: gather_sets}
