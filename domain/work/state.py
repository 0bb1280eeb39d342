"""Every piece of work that stands, and the notes given on it."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Annotated, Any, TypeVar, cast

from immutables import Map
from pydantic import BeforeValidator, PlainSerializer

from cineledger.domain.event import Event
from cineledger.domain.maps import PMap
from cineledger.domain.notes.events import NoteGiven
from cineledger.domain.production.events import PhaseEntered
from cineledger.domain.production.interventions import WorkOverruled
from cineledger.domain.talk.events import MessageSent
from cineledger.domain.work.kinds import KINDS
from cineledger.domain.work.work import Work, WorkPresented, WorkStruck

W = TypeVar("W", bound=Work)


def _load(kept: Any) -> Any:
    return kept if isinstance(kept, Work) else KINDS[kept[0]].model_validate(kept[1])


def _dump(fact: Work) -> list[Any]:
    return [type(fact).__name__, fact.model_dump(mode="json")]


Fact = Annotated[Work, BeforeValidator(_load), PlainSerializer(_dump)]


@dataclass(frozen=True, slots=True)
class Done:
    """A piece of work as it stands."""

    fact: Fact
    number: int
    """The event that made it."""
    notes: tuple[str, ...] = ()
    """What the director and the orchestrator said of it, oldest first; it outlives a new version."""


@dataclass(frozen=True, slots=True)
class WorkState:
    """All work that stands, by kind and key."""

    done: PMap[str, PMap[str, Done]] = field(default_factory=Map)
    places: PMap[int, tuple[str, str]] = field(default_factory=Map)
    """Number of the event that made a standing piece → its kind and key."""
    struck: PMap[str, int] = field(default_factory=Map)
    """Kind/key of what was struck and not made again → the event that struck it."""
    overruled: PMap[str, Done] = field(default_factory=Map)
    """Kind/key of what the orchestrator struck and was not made otherwise yet → how it was, its notes ending in why."""
    presented: tuple[str, ...] = ()
    """The roles that showed their work since the phase was entered."""

    def of(self, kind: type[W]) -> dict[str, W]:
        """The pieces of a kind, by key, in order of their making."""
        return {key: cast(W, done.fact) for key, done in self._sorted(kind)}

    def get(self, kind: type[W], key: str = "film") -> W | None:
        """The piece of a kind under a key, if it stands."""
        done = self.standing(kind, key)
        return None if done is None else cast(W, done.fact)

    def standing(self, kind: type[Work], key: str = "film") -> Done | None:
        """The same with its number and notes."""
        return self.done.get(kind.__name__, _NONE).get(key)

    def notes(self, kind: type[Work], key: str = "film") -> tuple[str, ...]:
        """What was said of a piece."""
        done = self.standing(kind, key)
        done = done or self.overruled.get(f"{kind.__name__}/{key}")
        return () if done is None else done.notes

    def numbers(self, *kinds: type[Work]) -> tuple[int, ...]:
        """The events that made the standing pieces of these kinds, in order."""
        return tuple(sorted(done.number for kind in kinds for _, done in self._sorted(kind)))

    def about(self, scene: str) -> Iterator[tuple[str, str]]:
        """Kind and key of every piece that is about one scene and this is it."""
        for name, pieces in sorted(self.done.items()):
            if "scene" in KINDS[name].model_fields:
                yield from (
                    (name, key) for key, d in sorted(pieces.items()) if vars(d.fact)["scene"] == scene
                )

    def _sorted(self, kind: type[Work]) -> list[tuple[str, Done]]:
        pieces = self.done.get(kind.__name__, _NONE)
        return sorted(pieces.items(), key=lambda piece: piece[1].number)


_NONE: Map[str, Done] = Map()


def evolve(state: WorkState, event: Event, number: int, actor: str) -> WorkState:
    """The state after one event; what the director, a heeded colleague or a note says of a piece is kept with it."""
    match event:
        case Work():
            return _made(state, event, number)
        case PhaseEntered():
            return replace(state, presented=())
        case WorkPresented():
            return replace(state, presented=(*state.presented, actor))
        case WorkStruck():
            return _struck(state, event.work, event.key, number)
        case WorkOverruled():
            return _overruled(state, event, number)
        case MessageSent(about=int(about), heeds=str(asked)) if asked and about in state.places:
            return _noted(state, about, asked)
        case MessageSent(about=int(about)) if about in state.places and actor == "director":
            return _noted(state, about, event.text)
        case NoteGiven(about=int(about)) if about in state.places:
            return _noted(state, about, event.text)
        case _:
            return state


def _made(state: WorkState, fact: Work, number: int) -> WorkState:
    name, key = type(fact).__name__, fact.key
    pieces = state.done.get(name, _NONE)
    former, places = pieces.get(key), state.places
    if former is not None:
        places = places.delete(former.number)
    again = f"{name}/{key}"
    kept = former or state.overruled.get(again)
    done = Done(fact, number, () if kept is None else kept.notes)
    return replace(
        state,
        done=state.done.set(name, pieces.set(key, done)),
        places=places.set(number, (name, key)),
        struck=state.struck.delete(again) if again in state.struck else state.struck,
        overruled=state.overruled.delete(again) if again in state.overruled else state.overruled,
    )


def _struck(state: WorkState, name: str, key: str, number: int) -> WorkState:
    for named in _named(state, name, key):
        state = _gone(state, name, named, number)
    return state


def _named(state: WorkState, name: str, key: str) -> list[str]:
    """The keys of the pieces meant: the one so called, or those that were called so in an earlier version."""
    pieces, once = state.done.get(name, _NONE), KINDS[name].ONCE if name in KINDS else ()
    if key in pieces or not once:
        return [key] if key in pieces else []
    return sorted(own for own, d in pieces.items() if "/".join(str(vars(d.fact)[f]) for f in once) == key)


def _gone(state: WorkState, name: str, key: str, number: int) -> WorkState:
    pieces = state.done[name]
    former = pieces[key]
    return replace(
        state,
        done=state.done.set(name, pieces.delete(key)),
        places=state.places.delete(former.number),
        struck=state.struck.set(f"{name}/{key}", number),
    )


def _overruled(state: WorkState, event: WorkOverruled, number: int) -> WorkState:
    for key in _named(state, event.work, event.key):
        former = state.done[event.work][key]
        kept = replace(former, number=number, notes=(*former.notes, event.reason))
        overruled = state.overruled.set(f"{event.work}/{key}", kept)
        state = replace(_gone(state, event.work, key, number), overruled=overruled)
    return state


def _noted(state: WorkState, about: int, text: str) -> WorkState:
    name, key = state.places[about]
    done = state.done[name][key]
    noted = replace(done, notes=(*done.notes, text))
    return replace(state, done=state.done.set(name, state.done[name].set(key, noted)))
