"""The lines of the script that tell who somebody is, gathered once for everybody."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Literal

from cineledger.agents.craft.bonds import Line
from cineledger.agents.craft.doing import Cast, Sex
from cineledger.agents.craft.hearing import listen
from cineledger.agents.craft.her_lines import HerLine
from cineledger.agents.craft.page import SPOKEN, names_in, plain
from cineledger.agents.reading import played_scenes
from cineledger.agents.scene_lines import heard, people_in
from cineledger.domain.script.events import Scene
from cineledger.domain.state import State


class _Read:
    """A state as lines are read off it: the same as long as script and names are."""

    def __init__(self, state: State) -> None:
        self.state = state

    def __hash__(self) -> int:
        return hash((id(self.state.script), id(self.state.cast.aliases)))

    def __eq__(self, other: object) -> bool:
        mine = self.state
        if not isinstance(other, _Read):
            return False
        return mine.script is other.state.script and mine.cast.aliases is other.state.cast.aliases


def lines_of(state: State, person: str) -> tuple[HerLine, ...]:
    """Her lines and those about her, in order; scenes by their place among those that play."""
    return _lines(_Read(state)).get(person, ())


def called(state: State) -> dict[str, str]:
    """Every name on a cue → the person it stands for."""
    return {name: state.cast.person(name) for name in sorted(state.cast.characters)}


@lru_cache(maxsize=4)
def _lines(read: _Read) -> Mapping[str, tuple[HerLine, ...]]:
    state, found = read.state, dict[str, list[HerLine]]()
    names, scenes = called(state), played_scenes(state)
    directions = (e.text for scene in scenes for e in scene.written.elements if e.kind == "action")
    sexes = Cast(names, [plain(text) for text in directions]).sex
    for place, scene in enumerate(scenes):
        for person, line in _scene(state, scene, place, names, sexes):
            found.setdefault(person, []).append(line)
    return {person: tuple(lines) for person, lines in found.items()}


def _scene(
    state: State, scene: Scene, place: int, names: Mapping[str, str], sexes: Mapping[str, Sex]
) -> Iterator[tuple[str, HerLine]]:
    people = people_in(state.cast, scene)
    lines = tuple(Line(**dict(line)) for line in heard(people, scene))
    there = {name: one.person for one in people for name in one.called}
    to = {said.place: said.to[0] for said in listen(lines, there) if len(said.to) == 1}
    here = {person: sexes[person] for person in there.values() if person in sexes}
    cast = Cast(there, [plain(line.text) for line in lines if line.kind == "action"], known=here)
    last: str | None = None
    for line in lines:
        if line.kind == "action":
            for person, meant in _in(line.text, cast, last):
                yield person, _line(place, line, "done", meant=meant)
            last = next((m.person for m in cast.mentions(plain(line.text), last)), last)
        elif line.who and line.kind in SPOKEN:
            last = line.who
            yield line.who, _line(place, line, "own")
            hearer = to.get(line.place)
            if hearer is not None and hearer != line.who:
                yield hearer, _line(place, line, "to her", who=line.who)
            for person in dict.fromkeys(names[name] for name in names_in(line.text, tuple(names))):
                if person not in (line.who, hearer):
                    yield person, _line(place, line, "of her", who=line.who)


def _in(text: str, cast: Cast, last: str | None) -> Iterator[tuple[str, bool]]:
    """Whom a direction names, and whom it only means."""
    line = plain(text)
    named = {mention.person for mention in cast.named(line)}
    for person in dict.fromkeys(mention.person for mention in cast.mentions(line, last)):
        yield person, person not in named


def _line(
    scene: int,
    line: Line,
    tells: Literal["own", "to her", "of her", "done"],
    who: str = "",
    meant: bool = False,
) -> HerLine:
    return HerLine(scene=scene, line=line.place, tells=tells, who=who, meant=meant, text=line.text)
