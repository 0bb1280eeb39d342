"""The series bible for one episode: what the series decided, and what its earlier episodes established."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, TypeVar

from cineledger.agents.serial.policy import SERIES_ORDERS
from cineledger.domain.address import Address
from cineledger.domain.production.events import Said
from cineledger.domain.series.carried import (
    CarriedArc,
    CarriedBond,
    CarriedOrder,
    CarriedPerson,
    CarriedWords,
    SeriesArc,
    SeriesTheme,
)
from cineledger.domain.series.events import (
    EpisodeTaken,
    SeriesBibleTaken,
    SeriesJoined,
    SeriesWordsTaken,
    Slot,
)
from cineledger.domain.series.works import RunningThemeFound, SeasonArcDrawn
from cineledger.domain.state import State

C = TypeVar("C", CarriedPerson, CarriedArc, CarriedBond)

_ASSUMED = {(order.subject, order.text) for order in SERIES_ORDERS}


class Bible(NamedTuple):
    """What a series tells an episode."""

    story: SeriesBibleTaken
    words: SeriesWordsTaken


def bible(state: State, joined: SeriesJoined, joined_at: int) -> Bible:
    """What an episode takes over from its series as that stands; nothing of itself or of later episodes."""
    series, place = joined.series, (joined.season, joined.number)
    earlier = [slot for slot in state.series.episodes() if slot.order < place]
    story = SeriesBibleTaken(
        series=series,
        at=state.number,
        themes=_themes(state, series, place),
        season_arcs=_season_arcs(state, series, joined.season),
        people=last(_carried(series, earlier, lambda taken: taken.people)),
        arcs=last(_carried(series, earlier, lambda taken: taken.arcs)),
        bonds=last(_carried(series, earlier, lambda taken: taken.bonds)),
        joined=joined_at,
    )
    return Bible(story, _words(state, series, joined_at))


def _carried(
    series: str, slots: Sequence[Slot], which: Callable[[EpisodeTaken], tuple[C, ...]]
) -> Iterable[C]:
    """What episodes established, under the address at which the series took it in."""
    for slot in slots:
        if slot.taken is not None and slot.taken_at is not None:
            source = {"source": str(Address(series, slot.taken_at))}
            yield from (one.model_copy(update=source) for one in which(slot.taken))


def _words(state: State, series: str, joined_at: int) -> SeriesWordsTaken:
    production = state.production

    def said(*words: Said) -> tuple[CarriedWords, ...]:
        return tuple(CarriedWords(text=w.text, source=str(Address(series, w.number))) for w in words)

    return SeriesWordsTaken(
        series=series,
        at=state.number,
        vision=None if production.vision is None else said(production.vision)[0],
        constraints=said(*production.constraints),
        broadcasts=said(*production.broadcasts),
        orders=_orders(state, series),
        joined=joined_at,
    )


def _orders(state: State, series: str) -> tuple[CarriedOrder, ...]:
    """Those that the orchestrator gave in person: what a series assumes is for itself."""
    return tuple(
        CarriedOrder(
            subject=subject,
            text=order.text,
            unless_objected=order.unless_objected,
            source=str(Address(series, order.number)),
        )
        for subject, order in sorted(state.production.orders.items())
        if (subject, order.text) not in _ASSUMED
    )


def _themes(state: State, series: str, before: tuple[int, int]) -> tuple[SeriesTheme, ...]:
    places = {slot.placed.episode: slot.order for slot in state.series.episodes()}
    found = list[SeriesTheme]()
    for name, theme in state.works.of(RunningThemeFound).items():
        done = state.works.standing(RunningThemeFound, name)
        shown = tuple(e.episode for e in theme.episodes if places.get(e.episode, before) < before)
        if done is not None and (shown or theme.decided):
            source = str(Address(series, done.number))
            found.append(SeriesTheme(theme=name, decided=theme.decided, episodes=shown, source=source))
    return tuple(found)


def _season_arcs(state: State, series: str, season: int) -> tuple[SeriesArc, ...]:
    """Those that were decided: the others are readings, of later episodes too."""
    found = list[SeriesArc]()
    for key, arc in sorted(state.works.of(SeasonArcDrawn).items()):
        done = state.works.standing(SeasonArcDrawn, key)
        if arc.season == season and arc.decided and done is not None:
            found.append(
                SeriesArc(
                    character=arc.character,
                    season=season,
                    shape=arc.shape,
                    decided=arc.decided,
                    ends=arc.ends,
                    source=str(Address(series, done.number)),
                )
            )
    return tuple(found)


def last(carried: Iterable[C]) -> tuple[C, ...]:
    """Of each person or pair what was established last; who died stays dead whatever comes later says."""
    found: dict[tuple[str, ...], C] = {}
    for one in carried:
        key = (one.character, one.other) if isinstance(one, CarriedBond) else (one.character,)
        former = found.get(key)
        if (
            isinstance(one, CarriedPerson)
            and isinstance(former, CarriedPerson)
            and former.fate
            and not one.fate
        ):
            continue
        found[key] = one
    return tuple(found[key] for key in sorted(found))


def news(known: Bible, now: Bible) -> list[str]:
    """What a series says otherwise than when an episode last took it over, one line each."""
    return [*_said_since(known.words, now.words), *_told_since(known.story, now.story)]


def _said_since(old: SeriesWordsTaken, new: SeriesWordsTaken) -> list[str]:
    said = list[str]()
    if new.vision is not None and new.vision != old.vision:
        said.append(f"the vision: {new.vision.text}")
    said += [f"a constraint: {c.text}" for c in new.constraints if c not in old.constraints]
    said += [f"a broadcast: {b.text}" for b in new.broadcasts if b not in old.broadcasts]
    said += [f"a standing order on {o.subject}: {o.text}" for o in new.orders if o not in old.orders]
    return said


def _told_since(old: SeriesBibleTaken, new: SeriesBibleTaken) -> list[str]:
    said, themes = list[str](), {t.theme: t for t in old.themes}
    for theme in new.themes:
        known = themes.get(theme.theme)
        if theme.decided and not (known and known.decided):
            said.append(f"the series is about {theme.theme}")
        elif known is None:
            said.append(f"the theme {theme.theme} runs through {', '.join(theme.episodes)}")
    arcs = {a.character: a for a in old.season_arcs}
    for arc in new.season_arcs:
        known_arc = arcs.get(arc.character)
        if known_arc is None or known_arc.shape != arc.shape:
            said.append(f"{arc.character}'s arc in season {arc.season} is {arc.shape}")
    fresh = {arc.episode for arc in new.arcs if arc not in old.arcs}
    fresh |= {bond.episode for bond in new.bonds if bond not in old.bonds}
    fresh |= {person.episode for person in new.people if person not in old.people}
    said += [f"what {episode} established" for episode in sorted(fresh)]
    return said
