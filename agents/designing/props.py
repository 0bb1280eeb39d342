"""Properties: found scene by scene, and listed once for the film."""

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from cineledger.agents import checking
from cineledger.agents.ask import Ask
from cineledger.agents.citing import cited
from cineledger.agents.craft.beats import KEY
from cineledger.agents.craft.props import Use, listed, properties
from cineledger.agents.reading import by_person, played_scenes
from cineledger.agents.role import Moment, Rules
from cineledger.agents.working import Made, Task
from cineledger.domain.design.events import PropListed, PropUse
from cineledger.domain.fountain.screenplay import Element
from cineledger.domain.script.events import Scene
from cineledger.domain.value import Value

TURNS = frozenset(("reveal", "outburst", "button"))
"""Kinds of beats at which a thing in a hand can change a scene."""


class UsedProp(Value):
    """A line that names a property."""

    prop: str
    line: int
    quote: str
    hand: str | None
    handled: bool
    spoken: bool
    turns: bool


class UsedProps(Value):
    """All lines of a scene that name one."""

    uses: tuple[UsedProp, ...]


class FindProps(Ask):
    """Which properties does this scene need, and in whose hands?"""

    ANSWER: ClassVar[type[Value]] = UsedProps
    elements: tuple[Element, ...]
    cast: tuple[str, ...]
    peaks: tuple[int, ...]
    """Places at which something changes, as far as the scene has been read."""

    def faults(self, answer: UsedProps) -> Iterator[str]:
        """Lines nobody says or shows, hands that nobody has, people among the things."""
        yield from checking.once(((use.prop, use.line) for use in answer.uses), "the property and line")
        for use in answer.uses:
            yield from checking.said(use.prop, "the name of a property")
            yield from cited(use.line, use.quote, self.elements, use.prop)
            if use.hand is not None:
                yield from checking.known((use.hand,), self.cast, "character")
            if use.prop in self.cast:
                yield f"{use.prop} is a character, and no property"
            if use.handled and use.spoken:
                yield f"{use.prop} at line {use.line} is either in a hand or only talked of"


def _scenes(moment: Moment) -> list[Scene]:
    return [scene for scene in played_scenes(moment.state) if scene.written.elements]


def _peaks(scene: Scene) -> tuple[int, ...]:
    """The lines of the beats that matter most."""
    return tuple(
        place
        for beat in scene.beats
        if beat.kind in TURNS and beat.emphasis >= KEY
        for place in range(beat.first, beat.last + 1)
    )


def _asks(moment: Moment) -> Sequence[FindProps]:
    state = moment.state
    cast = tuple(sorted(state.cast.characters))
    return [
        FindProps(
            role=moment.role,
            elements=by_person(state, scene.written.elements),
            cast=cast,
            peaks=_peaks(scene),
        )
        for scene in _scenes(moment)
    ]


def _makes(moment: Moment, answers: Sequence[UsedProps]) -> Iterable[Made]:
    scenes = _scenes(moment)
    used = [
        (scene.written.scene, scene.written.number, [Use(**dict(use)) for use in answer.uses])
        for scene, answer in zip(scenes, answers, strict=True)
    ]
    place_of = {scene: place for place, (scene, _, _) in enumerate(used)}
    for prop in listed(used):
        yield Made(
            PropListed(
                reason=prop.reason,
                prop=prop.prop,
                uses=tuple(PropUse(scene=scene, line=use.line, quote=use.quote) for scene, use in prop.uses),
                hand=prop.hand,
                hero=prop.hero,
            ),
            tuple(dict.fromkeys(place_of[scene] for scene, _ in prop.uses)),
        )


def find_props(ask: FindProps) -> UsedProps:
    """The house rule: what hands are known to need, what they take, and what the script puts in capitals."""
    uses = properties(ask.elements, ask.cast, ask.peaks)
    return UsedProps(uses=tuple(UsedProp(**use._asdict()) for use in uses))


LIST_PROPS = Task(since="planning", asks=_asks, makes=_makes, kinds=(PropListed,))
PROP_RULES: Rules = {FindProps: find_props}
