"""A production's script as the showrunner audits it: every scene with what is established before it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from cineledger.agents.craft.auditing.audit import Hearing, Kept, hearings
from cineledger.agents.craft.auditing.devices import Device, devices
from cineledger.agents.craft.auditing.feelings import Felt
from cineledger.agents.craft.auditing.reading import Typed, audited_scenes
from cineledger.agents.craft.auditing.scene import Audited, Established
from cineledger.agents.craft.language import is_english
from cineledger.agents.reading import material
from cineledger.domain.cast.bonds import RelationshipMoved
from cineledger.domain.cast.knowledge import FactFound, SceneLearned
from cineledger.domain.script.events import Scene
from cineledger.domain.state import State

_TURNS = ("reveal", "outburst")


class Heard(NamedTuple):
    """A script as it is audited."""

    scenes: tuple[Scene, ...]
    plays_with: tuple[Device, ...]
    hearings: tuple[Hearing, ...]
    felt: tuple[tuple[Felt, ...], ...]
    """What is felt in each scene, by those of whom that is known."""


def heard(state: State) -> Heard:
    """The script as it stands, with what is felt in it; nothing where the house can't read its language."""
    return _heard(_Read(state))


class _Read:
    """A state as it is audited: the same as long as script, cast, relationships, facts and what is learnt are."""

    def __init__(self, state: State) -> None:
        self.state = state

    def _parts(self) -> tuple[object, ...]:
        done = self.state.works.done
        read = (done.get(kind.__name__) for kind in (RelationshipMoved, FactFound, SceneLearned))
        return self.state.script, self.state.cast, *read

    def __hash__(self) -> int:
        return hash(tuple(map(id, self._parts())))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Read) and all(
            mine is theirs for mine, theirs in zip(self._parts(), other._parts(), strict=True)
        )


@lru_cache(maxsize=2)
def _heard(read: _Read) -> Heard:
    state = read.state
    if not is_english(material(state)):
        return Heard((), (), (), ())
    scenes = state.script.present()
    called = {name: state.cast.person(name) for name in state.cast.characters}
    typed = [
        Typed(s.written.number, (s.written.location or "").upper(), s.written.day_night, s.written.elements)
        for s in scenes
    ]
    lines = (e.text for scene in typed for e in scene.elements if e.kind != "heading")
    plays_with = devices(lines)
    felt = _felt(state, scenes)
    audited = audited_scenes(typed, called)
    found = hearings(audited, plays_with, felt, tuple(_kept(state, scenes, audited)))
    return Heard(tuple(scenes), plays_with, tuple(found), felt)


def _kept(state: State, scenes: Sequence[Scene], audited: Sequence[Audited]) -> Iterator[Kept]:
    """The facts that somebody keeps from others, with who learns them where; one word alone gives nothing away."""
    places = {scene.written.scene: at for at, scene in enumerate(scenes)}
    learnt = defaultdict[str, dict[int, set[str]]](lambda: defaultdict(set))
    for work in state.works.of(SceneLearned).values():
        for one in work.learned:
            if work.scene in places:
                learnt[one.fact][places[work.scene]].add(work.character)
    for fact in state.works.of(FactFound).values():
        told = [telling for telling in fact.tellings if telling.scene in places]
        first = next((telling for telling in told if telling.so), None)
        if not fact.secret or fact.untrue or first is None or len(fact.words) < 2:
            continue
        at, knows = places[first.scene], learnt[fact.fact]
        for telling in told:
            knows[places[telling.scene]].update(audited[places[telling.scene]].names)
        scene = audited[at]
        yield Kept(
            Established(
                kind="knowledge",
                about=first.teller or next(iter(fact.about), ""),
                other=next(iter(fact.about), ""),
                what="fact",
                value=" ".join(fact.words),
                scene=scene.number,
                line=first.line,
                quote=first.quote,
                heard=tuple(dict.fromkeys((*scene.names, *fact.about))),
                day=scene.day,
                years=scene.years,
                era=scene.era,
            ),
            at,
            {place: frozenset(people) for place, people in knows.items()},
        )


def _felt(state: State, scenes: Sequence[Scene]) -> tuple[tuple[Felt, ...], ...]:
    """What is felt in each scene that was read into beats, with what moves whom there."""
    moved = defaultdict[tuple[str, str], list[str]](list)
    for work in state.works.of(RelationshipMoved).values():
        if work.moved and work.moved != "they meet":
            moved[work.character, work.scene].append(work.reason)
    return tuple(_felt_in(state, scene, moved) if scene.beats else () for scene in scenes)


def _felt_in(state: State, scene: Scene, moved: dict[tuple[str, str], list[str]]) -> tuple[Felt, ...]:
    name, found = scene.written.scene, list[Felt]()
    for character in sorted(state.cast.characters):
        felt = state.cast.characters[character].feelings.get(name)
        if felt is None or felt.valence is None or felt.arousal is None or felt.line is None:
            continue
        turns = (
            beat.turn
            for beat in scene.beats
            if beat.kind in _TURNS and beat.turn and character in state.cast.people(beat.people)
        )
        found.append(
            Felt(
                character=character,
                feeling=felt.feeling,
                valence=felt.valence,
                arousal=felt.arousal,
                day_night=scene.written.day_night or "",
                line=felt.line,
                quote=felt.quote,
                causes=(*turns, *moved.get((character, name), ())),
            )
        )
    return tuple(found)
