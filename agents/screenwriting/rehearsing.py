"""The director hears the takes of a scene: prints the cast's own words or not, and asks for one more take at most."""

from collections.abc import Iterator, Sequence
from typing import ClassVar, cast

from cineledger.agents import checking
from cineledger.agents.ask import Ask
from cineledger.agents.reading import by_person, read_through, texts
from cineledger.agents.relating import plays
from cineledger.agents.role import Habit, Moment, Rests, Rules
from cineledger.domain.cast.events import EmotionalStateChanged
from cineledger.domain.cast.performing import MOST_TAKES, Mood, OwnLine, SceneRehearsed, TakeHeard, TakePlayed
from cineledger.domain.fountain.screenplay import Element
from cineledger.domain.script.events import Scene
from cineledger.domain.state import State
from cineledger.domain.value import Value
from cineledger.domain.words import cast_role
from cineledger.domain.work.commands import Deliver


class Take(Value):
    """A take as the director hears it."""

    character: str
    intent: str
    subtext: str
    lines: tuple[OwnLine, ...]
    behaviour: str
    before: Mood | None
    after: Mood
    objects: str
    last: bool
    """She plays it no more: it has no further note."""


class Heard(Value):
    """What the director makes of a take."""

    character: str
    printed: bool
    """Her own words go into the script."""
    note: str = ""
    """What she is to play otherwise in another take; empty where this one stands."""


class Directed(Value):
    """What the director makes of the takes of a scene."""

    heard: tuple[Heard, ...]
    reason: str


class DirectPerformance(Ask):
    """What do you make of these takes?"""

    ANSWER: ClassVar[type[Value]] = Directed
    said: tuple[str, ...]
    elements: tuple[Element, ...]
    takes: tuple[Take, ...]

    def faults(self, answer: Directed) -> Iterator[str]:
        """A take unheard, or heard twice; a note on the last one; words printed that nobody said."""
        names = [heard.character for heard in answer.heard]
        takes = {take.character: take for take in self.takes}
        yield from checking.said(answer.reason, "the reason")
        yield from checking.known(names, takes, "take of")
        yield from checking.once(names, "the take of")
        yield from (f"you say nothing of {name}'s take" for name in takes if name not in names)
        for heard in answer.heard:
            take = takes.get(heard.character)
            if heard.note and take is not None and take.last:
                yield f"{heard.character} has played her last take: print it or not, without a note"
            if len(heard.note) > checking.LONGEST:
                yield f"the note has {len(heard.note)} characters, of at most {checking.LONGEST}"


def players(state: State, scene: Scene) -> list[str]:
    """Who plays in a scene: everybody on the roster with a cue in it."""
    names = (e.character for e in scene.written.elements if e.kind == "cue" and e.character)
    roster = state.production.roster
    return [p for p in state.cast.people(names) if cast_role(p) in roster and plays(state, scene, p)]


def takes_of(state: State, scene: str) -> dict[str, TakePlayed]:
    """The takes that stand of a scene, by character, in order of their playing."""
    return {t.character: t for t in state.works.of(TakePlayed).values() if t.scene == scene}


def felt_by_all(state: State, scene: Scene) -> bool:
    """Everybody who plays in it has played it."""
    name, known = scene.written.scene, state.cast.characters
    return all(name in known[person].feelings for person in players(state, scene))


def _outstanding(state: State, rehearsed: SceneRehearsed) -> list[TakeHeard]:
    """The takes that a note was given on and that were not played again."""
    takes = takes_of(state, rehearsed.scene)
    return [
        h for h in rehearsed.takes if h.note and takes.get(h.character) and takes[h.character].take == h.take
    ]


def to_hear(state: State, scene: Scene) -> bool:
    """All takes are in that the director has not heard."""
    takes = takes_of(state, scene.written.scene)
    rehearsed = state.works.get(SceneRehearsed, scene.written.scene)
    if not takes or not felt_by_all(state, scene):
        return False
    if rehearsed is None:
        return True
    noted = any(heard.note for heard in rehearsed.takes)
    return noted and not _outstanding(state, rehearsed)


def rehearsed_all(state: State) -> bool:
    """Every scene was played by everybody in it, and heard, and nobody owes a take."""
    for scene in state.script.present():
        rehearsed = state.works.get(SceneRehearsed, scene.written.scene)
        noted = rehearsed is not None and any(heard.note for heard in rehearsed.takes)
        if noted or not felt_by_all(state, scene) or to_hear(state, scene):
            return False
    return True


def _scene(moment: Moment) -> Scene:
    return moment.state.script.scenes[cast(EmotionalStateChanged, moment.event).scene]


def _concerns(moment: Moment) -> bool:
    return read_through(moment.state) and to_hear(moment.state, _scene(moment))


def _asks(moment: Moment) -> Sequence[Ask]:
    state, scene = moment.state, _scene(moment)
    return (
        DirectPerformance(
            role=moment.role,
            said=texts(state),
            elements=by_person(state, scene.written.elements),
            takes=tuple(
                Take(
                    last=take.take == MOST_TAKES or state.works.get(SceneRehearsed, take.scene) is not None,
                    **{name: getattr(take, name) for name in Take.model_fields if name != "last"},
                )
                for take in takes_of(state, scene.written.scene).values()
            ),
        ),
    )


def _hear(moment: Moment, answers: Sequence[Directed]) -> Sequence[Rests]:
    name = _scene(moment).written.scene
    takes = takes_of(moment.state, name)
    heard = SceneRehearsed(
        scene=name,
        takes=tuple(
            TakeHeard(
                character=one.character,
                take=takes[one.character].take,
                printed=one.printed,
                note=one.note.strip(),
            )
            for one in answers[0].heard
        ),
        reason=answers[0].reason,
        rests=tuple(
            sorted(
                done.number
                for take in takes.values()
                if (done := moment.state.works.standing(TakePlayed, take.key)) is not None
            )
        ),
    )
    return (Rests(Deliver(works=(heard,), at=moment.number), (0,)),)


def direct_performance(ask: DirectPerformance) -> Directed:
    """The house rule: what somebody finds to say in her own part is hers to say."""
    heard = tuple(Heard(character=take.character, printed=True) for take in ask.takes)
    own = any(take.lines for take in ask.takes)
    return Directed(heard=heard, reason="her words for it are hers" if own else "it plays as it is written")


REHEARSING = (Habit(on=EmotionalStateChanged, concerns=_concerns, asks=_asks, acts=_hear),)
"""The habit by which the director hears a scene once everybody in it has played it."""
REHEARSING_RULES: Rules = {DirectPerformance: direct_performance}
