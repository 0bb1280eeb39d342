"""The orchestrator's hand on a series: opened, episodes opened in it, taken in, wrapped, brought up to it."""

from collections.abc import Sequence
from typing import NamedTuple

from cineledger.agents.canon.wrapping import LeftOut, lives_into_canon
from cineledger.agents.crew import crew_names
from cineledger.agents.desk import Script, order
from cineledger.agents.desk.orders import tried
from cineledger.agents.personas.coming import crew_came
from cineledger.agents.policy import orders_of, policy_of
from cineledger.agents.serial.bible import Bible, bible, news
from cineledger.agents.serial.established import established
from cineledger.agents.serial.policy import (
    EPISODE_ORDERS,
    EPISODE_POLICY,
    SERIES_CREW,
    SERIES_ORDERS,
    SERIES_POLICY,
)
from cineledger.domain.address import production_name
from cineledger.domain.decide import decide
from cineledger.domain.event import Event
from cineledger.domain.ledger import Draft, Ledger, Loaded, lineage
from cineledger.domain.ledger.together import Part, record_together
from cineledger.domain.production.commands import OpenProduction
from cineledger.domain.production.wrapping import WrapProduction
from cineledger.domain.record import Record
from cineledger.domain.refusal import Refused
from cineledger.domain.script.commands import ImportScript
from cineledger.domain.series.commands import PlaceEpisode, TakeBible, TakeEpisode
from cineledger.domain.series.events import SeriesJoined, SeriesWordsTaken
from cineledger.domain.series.said import said_anew
from cineledger.domain.state import State, evolve
from cineledger.domain.words import ORCHESTRATOR

JOINED_AT = 1
"""The number of the event that makes a production an episode: the one after its birth."""


class Place(NamedTuple):
    """Where an episode is to stand; None is the next that is free."""

    series: str
    season: int | None = None
    number: int | None = None


class Opened(NamedTuple):
    """An episode that was opened, and what the series says of it."""

    episode: list[Record]
    series: list[Record]
    joined: SeriesJoined


class News(NamedTuple):
    """What a series says that an episode of it does not know."""

    series: str
    lines: list[str]


class Wrapped(NamedTuple):
    """A production that was wrapped, and what its series and its characters' canons took in."""

    production: list[Record]
    series: list[Record]
    not_taken: str = ""
    """Why the series took nothing in, where it is an episode of one."""
    lives: tuple[Record, ...] = ()
    """What went into canons."""
    left_out: tuple[LeftOut, ...] = ()
    """Whose life went into none."""


def open_series(ledger: Ledger, typed: str, *, title: str, vision: str, idea: str | None) -> list[Record]:
    """Opens a series with its crew, its policy and its standing orders."""
    name = production_name(typed)
    if ledger.exists(name):
        raise Refused(
            f"there is a production {name}", f"Choose another name, or see: cineledger series {name}"
        )
    begin = OpenProduction(
        title=title,
        vision=vision,
        idea=idea,
        policy=SERIES_POLICY,
        orders=SERIES_ORDERS,
        crew=tuple(role for role in crew_names() if role in SERIES_CREW),
        beside="series",
    )
    return ledger.open(name, decide(State(), begin, ORCHESTRATOR), "OpenProduction")


def open_episode(
    ledger: Ledger,
    typed: str,
    place: Place,
    *,
    title: str,
    vision: str,
    idea: str | None,
    script: Script | None,
    crew: tuple[str, ...] = (),
    crew_from: Sequence[str] | None = None,
) -> Opened:
    """Opens a production as an episode: both streams get their part in one transaction."""
    name = production_name(typed)
    if ledger.exists(name):
        raise Refused(
            f"there is a production {name}", f"Choose another name, or go on: cineledger run {name}"
        )
    crew = crew or crew_names()
    extra = [policy for policy in EPISODE_POLICY if policy.lead in crew]

    came = crew_came(ledger, crew, crew_from)

    def attempt() -> Opened:
        series = ledger.load(place.series)
        season, number = _free(series.state, place)
        put = PlaceEpisode(production=name, season=season, number=number, title=title)
        placed = decide(series.state, put, ORCHESTRATOR)
        joined = SeriesJoined(
            series=series.name, season=season, number=number, placed=series.state.number + 1
        )
        told = bible(series.state, joined, JOINED_AT)
        begin = OpenProduction(
            title=title,
            vision=vision,
            idea=idea,
            policy=(*policy_of(crew), *extra),
            orders=(*orders_of(crew), *(EPISODE_ORDERS if extra else ())),
            crew=crew,
            joins=joined,
            bible=told.story,
            words=told.words,
            came=came.crew_from,
            lessons=came.lessons,
        )
        facts = _with_script(decide(State(), begin, ORCHESTRATOR), script)
        on, new = record_together(
            ledger,
            Part(series.name, series.head, [Draft(fact, fact.refers()) for fact in placed], "PlaceEpisode"),
            Part(name, None, _copied(facts), "OpenProduction"),
        )
        return Opened(new, on, joined)

    return tried(place.series, attempt)


def take(ledger: Ledger, series: str, name: str) -> list[Record]:
    """Takes into a series what an episode established; the production becomes the cut that counts."""
    state = ledger.load(name).state
    joined = state.series.joined
    if joined is None:
        raise Refused(f"{name} is no episode", "Open one with: cineledger open NAME --series " + series)
    if joined.series not in [stream for stream, _ in lineage.ancestry(ledger.store, series)]:
        raise Refused(f"{name} is an episode of {joined.series}", f"See: cineledger series {joined.series}")
    return order(ledger, series, _taking(state, name))


def wrap(ledger: Ledger, name: str, *, anyway: bool) -> Wrapped:
    """Wraps a production; what it established goes to its series and its characters' canons in the same transaction."""
    command = WrapProduction(anyway=anyway)

    def attempt() -> Wrapped:
        loaded = ledger.load(name)
        wrapping = [Draft(event, ()) for event in decide(loaded.state, command, ORCHESTRATOR)]
        own = Part(name, loaded.head, wrapping, "WrapProduction")
        series, why = _into_series(ledger, loaded)
        lives = lives_into_canon(ledger, loaded.state, loaded.name)
        *before, done = record_together(ledger, *series, *lives.parts, own)
        taken = [record for records in before[len(series) :] for record in records]
        return Wrapped(done, before[0] if series else [], why, tuple(taken), tuple(lives.left_out))

    return tried(name, attempt)


def _into_series(ledger: Ledger, loaded: Loaded) -> tuple[list[Part], str]:
    """What an episode's series takes in as it is wrapped, or why that is nothing."""
    joined = loaded.state.series.joined
    if joined is None:
        return [], ""
    series = ledger.load(joined.series)
    slot = series.state.series.slots.get(joined.episode)
    if slot is not None and slot.cut != loaded.name:
        take_it = f"cineledger series take {series.name} {loaded.name}"
        return [], f"{slot.cut} is the cut that counts; to take this one: {take_it}"
    try:
        taken = decide(series.state, _taking(loaded.state, loaded.name), ORCHESTRATOR)
    except Refused as refused:
        return [], refused.reason
    drafts = [Draft(event, event.refers()) for event in taken]
    return [Part(series.name, series.head, drafts, "TakeEpisode")], ""


def since(ledger: Ledger, state: State) -> tuple[Bible, list[str]] | None:
    """What an episode's series says now, and what of it is new to the episode; None for what is no episode."""
    known = state.series
    if known.joined is None or known.bible is None or known.words is None:
        return None
    now = bible(ledger.load(known.joined.series).state, known.joined, known.joined_at or 0)
    return now, news(Bible(known.bible, known.words), now)


def news_for(ledger: Ledger, name: str) -> News | None:
    """What an episode under way is offered; None where that is nothing, or it takes no more."""
    state = ledger.load(name).state
    found = None if state.production.wrapped else since(ledger, state)
    return News(found[0].story.series, found[1]) if found and found[1] else None


def update(ledger: Ledger, name: str) -> tuple[list[Record], list[str]]:
    """Takes over into an episode what its series says since; refuses where that is nothing."""
    found = since(ledger, ledger.load(name).state)
    if found is None:
        raise Refused(
            f"{name} is no episode of a series", "Open one with: cineledger open NAME --series SERIES"
        )
    return order(ledger, name, TakeBible(bible=found[0].story, words=found[0].words)), found[1]


def _taking(state: State, name: str) -> TakeEpisode:
    joined = state.series.joined
    assert joined is not None
    return TakeEpisode(
        production=name,
        season=joined.season,
        number=joined.number,
        title=state.production.title,
        at=state.number,
        **established(state, name, joined.episode)._asdict(),
    )


def _free(state: State, place: Place) -> tuple[int, int]:
    """The place that was named, or the next one."""
    slots = state.series.episodes()
    season = place.season or max((slot.placed.season for slot in slots), default=1)
    last = max((slot.placed.number for slot in slots if slot.placed.season == season), default=0)
    return season, place.number or last + 1


def _with_script(facts: list[Event], script: Script | None) -> list[Event]:
    if script is None:
        return facts
    state = State()
    for fact in facts:
        state = evolve(state, fact, ORCHESTRATOR)
    taken = ImportScript(text=script.text, source=script.source, encoding=script.encoding)
    return [*facts, *decide(state, taken, ORCHESTRATOR)]


def _copied(facts: Sequence[Event]) -> list[Draft]:
    """The facts of an opening; what the orchestrator said for the series is caused by its being taken over."""
    at = next(place for place, fact in enumerate(facts) if isinstance(fact, SeriesWordsTaken))
    taken = facts[at]
    assert isinstance(taken, SeriesWordsTaken)
    theirs = said_anew(None, taken)
    return [
        Draft(fact, tuple(sorted({*((at,) if fact in theirs else ()), *fact.refers()}))) for fact in facts
    ]


def loaded_series(ledger: Ledger, name: str) -> Loaded:
    """A series, folded; refuses a production that is none."""
    loaded = ledger.load(name)
    if loaded.state.production.form != "series":
        raise Refused(f"{name} is no series", "Begin one with: cineledger series open NAME")
    return loaded
