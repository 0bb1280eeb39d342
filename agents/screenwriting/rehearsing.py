"""The director hears the takes of a scene: prints the cast's own words or not, circles one of each, wants another."""

from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar, cast

from cineledger.agents import checking
from cineledger.agents.ask import Ask
from cineledger.agents.reading import by_person, read_through, texts
from cineledger.agents.relating import plays
from cineledger.agents.role import Habit, Moment, Rests, Rules
from cineledger.domain.cast.events import EmotionalStateChanged
from cineledger.domain.cast.performing import (
    NOTED_TAKES,
    Mood,
    OwnLine,
    SceneRehearsed,
    TakeHeard,
    TakePlayed,
)
from cineledger.domain.cast.takes import circled, takes_of
from cineledger.domain.fountain.screenplay import Element
from cineledger.domain.script.events import Scene
from cineledger.domain.state import State
from cineledger.domain.value import Value
from cineledger.domain.words import cast_role
from cineledger.domain.work.commands import Deliver


class EarlierTake(Value):
    """A take that the director has heard."""

    take: int
    intent: str
    tactic: str
    behaviour: str
    note: str
    circled: bool


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
    take: int = 1
    tactic: str = ""
    note: str = ""
    """What it was to be otherwise."""
    earlier: tuple[EarlierTake, ...] = ()
    """Her takes of the same scene before this one."""


class Heard(Value):
    """What the director makes of a take."""

    character: str
    printed: bool
    """Her own words go into the script."""
    note: str = ""
    """What she is to play otherwise in another take; empty where this one stands."""
    circle: int | None = None
    """The take that stands, where it is an earlier one."""


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
            counts = set[int]() if take is None else {take.take, *(one.take for one in take.earlier)}
            if heard.circle is not None and counts and heard.circle not in counts:
                yield f"{heard.character} has no take {heard.circle}"
            if len(heard.note) > checking.LONGEST:
                yield f"the note has {len(heard.note)} characters, of at most {checking.LONGEST}"


def players(state: State, scene: Scene) -> list[str]:
    """Who plays in a scene: everybody on the roster with a cue in it."""
    names = (e.character for e in scene.written.elements if e.kind == "cue" and e.character)
    roster = state.production.roster
    return [p for p in state.cast.people(names) if cast_role(p) in roster and plays(state, scene, p)]


def last_takes(state: State, scene: str) -> dict[str, TakePlayed]:
    """The last take of a scene that stands of each character, in order of their playing."""
    played = [take for take in state.works.of(TakePlayed).values() if take.scene == scene]
    last = {take.character: take for take in sorted(played, key=lambda take: take.take)}
    return dict(sorted(last.items(), key=lambda one: _number(state, one[1])))


def _number(state: State, take: TakePlayed) -> int:
    done = state.works.standing(TakePlayed, take.key)
    return 0 if done is None else done.number


def felt_by_all(state: State, scene: Scene) -> bool:
    """Everybody who plays in it has played it."""
    name, known = scene.written.scene, state.cast.characters
    return all(name in known[person].feelings for person in players(state, scene))


def _outstanding(state: State, rehearsed: SceneRehearsed) -> list[TakeHeard]:
    """The takes that a note was given on and that were not played again."""
    takes = last_takes(state, rehearsed.scene)
    noted = rehearsed.open_notes().values()
    return [h for h in noted if takes.get(h.character) and takes[h.character].take == h.take]


def to_hear(state: State, scene: Scene) -> bool:
    """All takes are in that the director has not heard."""
    takes = last_takes(state, scene.written.scene)
    rehearsed = state.works.get(SceneRehearsed, scene.written.scene)
    if not takes or not felt_by_all(state, scene):
        return False
    if rehearsed is None:
        return True
    return bool(rehearsed.open_notes()) and not _outstanding(state, rehearsed)


def rehearsed_all(state: State) -> bool:
    """Every scene was played by everybody in it, and heard, and nobody owes a take."""
    for scene in state.script.present():
        rehearsed = state.works.get(SceneRehearsed, scene.written.scene)
        noted = rehearsed is not None and bool(rehearsed.open_notes())
        if noted or not felt_by_all(state, scene) or to_hear(state, scene):
            return False
    return True


def _scene(moment: Moment) -> Scene:
    return moment.state.script.scenes[cast(EmotionalStateChanged, moment.event).scene]


def _concerns(moment: Moment) -> bool:
    return read_through(moment.state) and to_hear(moment.state, _scene(moment))


def _asks(moment: Moment) -> Sequence[Ask]:
    scene = _scene(moment)
    return (_ask(moment, scene, last_takes(moment.state, scene.written.scene)),)


def _ask(moment: Moment, scene: Scene, takes: Mapping[str, TakePlayed]) -> DirectPerformance:
    state = moment.state
    heard = state.works.get(SceneRehearsed, scene.written.scene) is not None
    return DirectPerformance(
        role=moment.role,
        said=texts(state),
        elements=by_person(state, scene.written.elements),
        takes=tuple(
            Take(
                last=take.take >= NOTED_TAKES or heard or take.asked is not None,
                earlier=_earlier(state, take),
                **{
                    name: getattr(take, name) for name in Take.model_fields if name not in ("last", "earlier")
                },
            )
            for take in takes.values()
        ),
    )


def _earlier(state: State, take: TakePlayed) -> tuple[EarlierTake, ...]:
    drawn = circled(state, take.character, take.scene)
    return tuple(
        EarlierTake(
            circled=one.take == drawn,
            **{name: getattr(one, name) for name in EarlierTake.model_fields if name != "circled"},
        )
        for one in takes_of(state, take.character, take.scene)
        if one.take < take.take
    )


def _hear(moment: Moment, answers: Sequence[Directed]) -> Sequence[Rests]:
    name = _scene(moment).written.scene
    return _word(moment, name, last_takes(moment.state, name), answers[0])


def _word(moment: Moment, scene: str, takes: Mapping[str, TakePlayed], answer: Directed) -> Sequence[Rests]:
    """What the director makes of these takes; what was said of others that stand is kept."""
    state = moment.state
    former = state.works.get(SceneRehearsed, scene)
    kept = {(one.character, one.take): one for one in former.takes} if former else {}
    said = [one for heard in answer.heard for one in _of_part(state, takes[heard.character], heard, kept)]
    others = [
        one
        for (character, take), one in kept.items()
        if character not in takes and any(t.take == take for t in takes_of(state, character, scene))
    ]
    heard = SceneRehearsed(
        scene=scene,
        takes=(*others, *said),
        reason=answer.reason,
        rests=tuple(sorted(_number(state, take) for take in takes.values())),
    )
    return (Rests(Deliver(works=(heard,), at=moment.number), (0,)),)


def _of_part(
    state: State, last: TakePlayed, heard: Heard, kept: Mapping[tuple[str, int], TakeHeard]
) -> Iterator[TakeHeard]:
    """Word on every take of a part: one is circled, unless another is to be played; its own words may be printed."""
    stands = heard.circle or last.take
    for take in takes_of(state, last.character, last.scene):
        before = kept.get((take.character, take.take))
        note = heard.note.strip() if take.take == last.take else before.note if before else ""
        yield TakeHeard(
            character=take.character,
            take=take.take,
            circled=take.take == stands and not heard.note.strip(),
            printed=take.take == stands and heard.printed,
            note=note,
        )


def _played(moment: Moment) -> TakePlayed:
    return cast(TakePlayed, moment.event)


def _asked_for(moment: Moment) -> bool:
    """A take that the orchestrator asked for is in, and its scene is not to be heard whole in any case."""
    take, state = _played(moment), moment.state
    scene = state.script.scenes.get(take.scene)
    if take.asked is None or scene is None or scene.omitted:
        return False
    return not read_through(state) or state.works.get(SceneRehearsed, take.scene) is not None


def _asked_takes(moment: Moment) -> dict[str, TakePlayed]:
    return {_played(moment).character: _played(moment)}


def direct_performance(ask: DirectPerformance) -> Directed:
    """The house rule: what somebody finds to say in her own part is hers to say.

    A take that plays a note is circled; one that was asked for without a word is another to choose from, and what was
    circled stays so.
    """
    heard = tuple(Heard(character=t.character, printed=True, circle=_circle(t)) for t in ask.takes)
    if any(take.note for take in ask.takes if take.earlier):
        return Directed(heard=heard, reason="it plays the note")
    if any(take.earlier for take in ask.takes):
        return Directed(
            heard=heard, reason="it is there to choose from; nothing was wrong with the circled one"
        )
    own = any(take.lines for take in ask.takes)
    return Directed(heard=heard, reason="her words for it are hers" if own else "it plays as it is written")


def _circle(take: Take) -> int | None:
    if take.note:
        return None
    return next((one.take for one in take.earlier if one.circled), None)


REHEARSING = (
    Habit(on=EmotionalStateChanged, concerns=_concerns, asks=_asks, acts=_hear),
    Habit(
        on=TakePlayed,
        concerns=_asked_for,
        asks=lambda m: (_ask(m, m.state.script.scenes[_played(m).scene], _asked_takes(m)),),
        acts=lambda m, answers: _word(m, _played(m).scene, _asked_takes(m), answers[0]),
    ),
)
"""The habits by which the director hears a scene once everybody in it has played it, and a take that was asked for."""
REHEARSING_RULES: Rules = {DirectPerformance: direct_performance}
