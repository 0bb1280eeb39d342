"""The scenes that a character goes through, as she is asked about them."""

from collections.abc import Sequence
from dataclasses import replace

from cineledger.agents.craft.page import shorten
from cineledger.agents.craft.story import Told
from cineledger.agents.craft.wants import first_want
from cineledger.agents.living.asks import LiveScene, Stand
from cineledger.agents.reading import by_person
from cineledger.agents.relating import plays, settled
from cineledger.agents.scene_lines import people_in
from cineledger.domain.canon.prior import prior_life
from cineledger.domain.cast.bonds import RelationshipMoved
from cineledger.domain.cast.identity import IdentityDrawn
from cineledger.domain.cast.lived import SceneLived
from cineledger.domain.cast.living import temperament_of
from cineledger.domain.cast.sketches import CharacterSketched
from cineledger.domain.script.events import Scene
from cineledger.domain.state import State
from cineledger.domain.words import cast_role

_PLAIN = 1
"""Up to how plainly something has to be said to be wanted beyond its scene: a wish or a must, and no order."""


def renamed(state: State) -> State:
    """The state with the names as they were decided to stand, carried out or not."""
    return replace(state, cast=settled(state))


def own_scenes(state: State, person: str) -> list[Scene]:
    """The scenes in which she speaks, in the order of the script."""
    return [scene for scene in state.script.present() if plays(state, scene, person)]


def scene_asks(state: State, person: str) -> Sequence[LiveScene]:
    """An ask for each scene in which she speaks, in order, each with how she stood as it began."""
    like, wants = temperament_of(state, person), _throughout(state, person)
    moved = dict[str, list[RelationshipMoved]]()
    for bond in state.works.of(RelationshipMoved).values():
        if bond.character == person:
            moved.setdefault(bond.scene, []).append(bond)
    stands, asks = _before(state, person), list[LiveScene]()
    for scene in state.script.present():
        name = scene.written.scene
        if plays(state, scene, person):
            people = people_in(state.cast, scene)
            asks.append(
                LiveScene(
                    role=cast_role(person),
                    character=person,
                    people=people,
                    elements=by_person(state, scene.written.elements),
                    wants=wants,
                    stands=tuple(stands[one.person] for one in people if one.person in stands),
                    like=like,
                    notes=state.works.notes(SceneLived, f"{person}/{name}"),
                )
            )
            wants = wants or _wish(asks[-1])
        for bond in moved.get(name, ()):
            stands[bond.other] = Stand(
                other=bond.other, trust=bond.trust, affection=bond.affection, power=bond.power
            )
    return asks


def _before(state: State, person: str) -> dict[str, Stand]:
    """How she stands to others as canon left it, where she was cast."""
    known = prior_life(state, person)
    return {
        bond.other: Stand(other=bond.other, trust=bond.trust, affection=bond.affection, power=bond.power)
        for bond in (() if known is None else known.bonds)
    }


def _throughout(state: State, person: str) -> str:
    """What she wants in the whole of it, as her identity or the writer's sketch of her has it."""
    drawn = state.works.get(IdentityDrawn, person)
    if drawn is not None and drawn.identity.desire:
        return drawn.identity.desire
    sketch = state.works.get(CharacterSketched, person)
    return "" if sketch is None else sketch.want


def _wish(ask: LiveScene) -> str:
    """What she says so plainly in a scene that it goes on being what she wants."""
    want = first_want((Told(number="", place="", eighths=0, elements=ask.elements),), ask.character)
    return shorten(want.quote, 90) if want and want.plainness <= _PLAIN else ""
