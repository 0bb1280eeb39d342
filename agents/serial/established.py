"""What an episode established, read off its state: its people, where they end, its themes, how they stand."""

from typing import NamedTuple

from cineledger.agents.telling.scenes import people
from cineledger.domain.address import Address
from cineledger.domain.cast.bonds import RelationshipMoved
from cineledger.domain.series.carried import CarriedArc, CarriedBond, CarriedMend, CarriedPerson, CarriedTheme
from cineledger.domain.series.works import ContinuityRead, FatesRead
from cineledger.domain.state import State
from cineledger.domain.story.events import ArcDrawn, ThemeFound


class Established(NamedTuple):
    """What an episode leaves behind."""

    people: tuple[CarriedPerson, ...]
    arcs: tuple[CarriedArc, ...]
    themes: tuple[CarriedTheme, ...]
    bonds: tuple[CarriedBond, ...]
    mends: tuple[CarriedMend, ...] = ()


def established(state: State, production: str, episode: str) -> Established:
    """As the production's events have it; each thing with the address of the event that says so."""
    return Established(
        people=_people(state, production, episode),
        arcs=_arcs(state, production, episode),
        themes=_themes(state, production, episode),
        bonds=_bonds(state, production, episode),
        mends=_mends(state, production),
    )


def _at(production: str, number: int) -> str:
    return str(Address(production, number))


def _mends(state: State, production: str) -> tuple[CarriedMend, ...]:
    report, done = state.works.get(ContinuityRead), state.works.standing(ContinuityRead)
    return tuple(
        CarriedMend(
            kind=found.kind, subject=found.subject, text=found.settled, source=_at(production, done.number)
        )
        for found in (report.findings if report else ())
        if found.settled and done is not None
    )


def _people(state: State, production: str, episode: str) -> tuple[CarriedPerson, ...]:
    done = state.works.standing(FatesRead)
    read = state.works.get(FatesRead)
    fates = {fate.character: fate for fate in read.fates} if read else {}
    found = list[CarriedPerson]()
    for name in people(state):
        character, fate = state.cast.characters[name], fates.get(name)
        number = done.number if fate and done else character.number
        found.append(
            CarriedPerson(
                character=name,
                episode=episode,
                speeches=character.speeches,
                fate=fate.fate if fate else "",
                quote=fate.quote if fate else "",
                source=_at(production, number),
            )
        )
    return tuple(found)


def _arcs(state: State, production: str, episode: str) -> tuple[CarriedArc, ...]:
    found = list[CarriedArc]()
    for name, arc in sorted(state.works.of(ArcDrawn).items()):
        felt = [valence for valence in _felt(state, name) if valence is not None]
        done = state.works.standing(ArcDrawn, name)
        assert done is not None
        found.append(
            CarriedArc(
                character=name,
                episode=episode,
                shape=arc.shape,
                wants=arc.wants,
                begins=arc.begins,
                ends=arc.ends,
                begun=felt[0] if felt else None,
                ended=felt[-1] if felt else None,
                source=_at(production, done.number),
            )
        )
    return tuple(found)


def _felt(state: State, name: str) -> list[float | None]:
    """What she feels, scene by scene."""
    character = state.cast.characters.get(name)
    feelings = character.feelings if character else {}
    return [feelings[scene].valence for scene in state.script.order if scene in feelings]


def _themes(state: State, production: str, episode: str) -> tuple[CarriedTheme, ...]:
    found = list[CarriedTheme]()
    for name, theme in sorted(state.works.of(ThemeFound).items()):
        done = state.works.standing(ThemeFound, name)
        assert done is not None
        shown = sorted(theme.showings, key=lambda s: -sum(w in s.quote.casefold() for w in theme.words))
        if shown:
            found.append(
                CarriedTheme(
                    theme=name,
                    episode=episode,
                    weight=theme.weight,
                    showings=len(shown),
                    quote=shown[0].quote,
                    source=_at(production, done.number),
                )
            )
    return tuple(found)


def _bonds(state: State, production: str, episode: str) -> tuple[CarriedBond, ...]:
    order = {scene: place for place, scene in enumerate(state.script.order)}
    pairs: dict[tuple[str, str], list[RelationshipMoved]] = {}
    moved = state.works.of(RelationshipMoved).values()
    for bond in sorted(moved, key=lambda bond: order.get(bond.scene, -1)):
        pairs.setdefault((bond.character, bond.other), []).append(bond)
    found = list[CarriedBond]()
    for (character, other), bonds in sorted(pairs.items()):
        first, last = bonds[0], bonds[-1]
        done = state.works.standing(RelationshipMoved, last.key)
        assert done is not None
        found.append(
            CarriedBond(
                character=character,
                other=other,
                episode=episode,
                trust=last.trust,
                affection=last.affection,
                power=last.power,
                met_trust=first.trust,
                met_affection=first.affection,
                quote=last.quote,
                source=_at(production, done.number),
            )
        )
    return tuple(found)
