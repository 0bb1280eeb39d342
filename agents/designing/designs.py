"""Designs: how each set looks, once look and design are decided."""

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar, Literal

from cineledger.agents import checking
from cineledger.agents.ask import Ask
from cineledger.agents.craft.page import plain
from cineledger.agents.craft.set_design import SeenIn, design
from cineledger.agents.craft.set_light import Hour, hours
from cineledger.agents.designing.knowing import settled
from cineledger.agents.reading import film_look, played_scenes, texts
from cineledger.agents.role import Moment, Rules
from cineledger.agents.working import Made, Task, decided
from cineledger.domain.debate.options import ChoiceOption, Look
from cineledger.domain.design.events import SetDesigned, SetGathered, Swatch
from cineledger.domain.script.events import Scene
from cineledger.domain.script.measure import eighths
from cineledger.domain.state import State
from cineledger.domain.value import Value
from cineledger.domain.words import APPROACH, DESIGN, RESOURCES

MOST_COLOURS = 6
"""Past that a palette is no choice."""


class PlayedHere(Value):
    """A scene as its set needs it seen."""

    number: str
    hour: Hour | None
    """As its slug line has it, or the one it goes on from; None where neither tells."""
    eighths: int
    directions: tuple[str, ...]
    felt: tuple[float, float] | None
    """Valence and arousal of its people, -1 to 1; None where nobody could say."""


class DesignSet(Ask):
    """How does this set look, and what stands in it?"""

    ANSWER: ClassVar[type[Value]]
    set: str
    int_ext: str | None
    scenes: tuple[PlayedHere, ...]
    look: Look
    choice: str | None
    """The design that was decided; None where nobody decides one."""
    said: tuple[str, ...]
    """Vision, constraints and broadcasts, without those about other places; oldest first."""
    notes: tuple[str, ...]
    """What was said of the design of this set."""

    def faults(self, answer: "DesignedSet") -> Iterator[str]:
        """A set of which nothing is said, a palette without a large colour or with one colour twice, empty entries."""
        yield from checking.said(answer.environment, "the environment")
        yield from checking.said(answer.reason, "the reason")
        if not 1 <= len(answer.palette) <= MOST_COLOURS:
            yield f"a palette has 1 to {MOST_COLOURS} colours, the largest first, and this one {len(answer.palette)}"
        yield from checking.once((swatch.hex for swatch in answer.palette), "the colour")
        for swatch in answer.palette:
            yield from checking.said(swatch.name, f"the name of {swatch.hex}")
            yield from checking.said(swatch.use, f"the use of {swatch.hex}")
        lists = {
            "the atmosphere": answer.atmosphere,
            "the layout": answer.layout,
            "the dressing": answer.dressing,
            "the practicals": answer.practicals,
        }
        for name, entries in lists.items():
            yield from checking.once(entries, f"in {name},")
            yield from (wrong for entry in entries for wrong in checking.said(entry, f"an entry of {name}"))


class DesignedSet(Value):
    """A set's design."""

    build: Literal["location", "stage"]
    environment: str
    atmosphere: tuple[str, ...]
    palette: tuple[Swatch, ...]
    layout: tuple[str, ...]
    dressing: tuple[str, ...]
    practicals: tuple[str, ...]
    reason: str


DesignSet.ANSWER = DesignedSet


def _asks(moment: Moment) -> Sequence[DesignSet]:
    state = moment.state
    if not settled(state):
        return ()
    gathered = state.works.of(SetGathered)
    present = played_scenes(state)
    seen = dict(zip((s.written.scene for s in present), _seen(state, present), strict=True))
    option = decided(state, DESIGN)
    choice = option[0].choice if option is not None and isinstance(option[0], ChoiceOption) else None
    look = film_look(state)
    return [
        DesignSet(
            role=moment.role,
            set=name,
            int_ext=one.int_ext,
            scenes=tuple(seen[scene] for scene in one.scenes if scene in seen),
            look=look,
            choice=choice,
            said=_said(state, one, gathered.values()),
            notes=state.works.notes(SetDesigned, name),
        )
        for name, one in gathered.items()
    ]


def _seen(state: State, present: Sequence[Scene]) -> list[PlayedHere]:
    light = hours([scene.written.day_night for scene in present])
    return [
        PlayedHere(
            number=scene.written.number,
            hour=hour,
            eighths=eighths(scene.written.elements),
            directions=tuple(
                plain(e.text) for e in scene.written.elements if e.kind == "action" and e.text.strip()
            ),
            felt=_felt(state, scene.written.scene),
        )
        for scene, hour in zip(present, light, strict=True)
    ]


def _felt(state: State, scene: str) -> tuple[float, float] | None:
    """The mean of what its people feel, to a tenth: a set is not painted anew for less."""
    known = [
        (felt.valence, felt.arousal)
        for person in state.cast.characters.values()
        if (felt := person.feelings.get(scene)) is not None
        and felt.valence is not None
        and felt.arousal is not None
    ]
    if not known:
        return None
    return (
        round(sum(valence for valence, _ in known) / len(known), 1) + 0.0,
        round(sum(arousal for _, arousal in known) / len(known), 1) + 0.0,
    )


def _said(state: State, own: SetGathered, others: Iterable[SetGathered]) -> tuple[str, ...]:
    """What the orchestrator said, without what names another place and not this one."""
    mine = {name.casefold() for name in (own.set, own.location, *own.names)}
    elsewhere = {name.casefold() for one in others for name in (one.location, *one.names)} - mine

    def meant(text: str) -> bool:
        line = text.casefold()
        return any(name in line for name in mine) or not any(name in line for name in elsewhere)

    return tuple(text for text in texts(state) if meant(text))


def _makes(moment: Moment, answers: Sequence[DesignedSet]) -> Iterable[Made]:
    state = moment.state
    gathered = state.works.of(SetGathered)
    if not settled(state):
        yield from (Made(one) for name, one in state.works.of(SetDesigned).items() if name in gathered)
        return
    rests = tuple(found[1] for subject in (APPROACH, DESIGN) if (found := decided(state, subject)))
    for place, (name, answer) in enumerate(zip(gathered, answers, strict=True)):
        standing = state.works.standing(SetGathered, name)
        own = (standing.number,) if standing else ()
        yield Made(SetDesigned(set=name, rests=(*own, *rests), **dict(answer)), (place,))


def design_set(ask: DesignSet) -> DesignedSet:
    """The house rule: what the script names, what is usual for such a place, and colours from both and the look."""
    made = design(
        ask.set,
        ask.int_ext,
        [SeenIn(**dict(scene)) for scene in ask.scenes],
        ask.look,
        ask.choice,
        ask.said,
        ask.notes,
    )
    tints = tuple(Swatch(**tint._asdict()) for tint in made.palette)
    return DesignedSet(**{**made._asdict(), "palette": tints})


DESIGN_SETS = Task(
    since="planning", asks=_asks, makes=_makes, kinds=(SetDesigned,), after=(DESIGN, APPROACH, RESOURCES)
)
DESIGN_RULES: Rules = {DesignSet: design_set}
