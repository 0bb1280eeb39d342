"""How productions become episodes, and what series and episodes take over from each other."""

from cineledger.domain.command import Command
from cineledger.domain.event import Event
from cineledger.domain.production.commands import only_orchestrator
from cineledger.domain.production.events import RoleJoined
from cineledger.domain.refusal import Refused
from cineledger.domain.series.carried import (
    CarriedArc,
    CarriedBond,
    CarriedMend,
    CarriedPerson,
    CarriedTheme,
    called,
)
from cineledger.domain.series.events import EpisodePlaced, EpisodeTaken, SeriesBibleTaken, SeriesWordsTaken
from cineledger.domain.series.said import said_anew
from cineledger.domain.state import State
from cineledger.domain.words import cast_role

MOST = 9_999
"""Seasons of a series, and episodes of a season."""


class PlaceEpisode(Command):
    """Make a production an episode of this series."""

    production: str
    season: int
    number: int
    title: str


class TakeEpisode(Command):
    """Take in what an episode established."""

    production: str
    season: int
    number: int
    title: str
    at: int
    people: tuple[CarriedPerson, ...] = ()
    arcs: tuple[CarriedArc, ...] = ()
    themes: tuple[CarriedTheme, ...] = ()
    bonds: tuple[CarriedBond, ...] = ()
    mends: tuple[CarriedMend, ...] = ()


class TakeBible(Command):
    """Take over what the series says now."""

    words: SeriesWordsTaken
    bible: SeriesBibleTaken


def place_episode(state: State, command: PlaceEpisode, by: str) -> list[Event]:
    """The episode's place; refuses one that is taken, and a production that has one."""
    only_orchestrator(by, "place an episode")
    _is_series(state)
    if not (1 <= command.season <= MOST and 1 <= command.number <= MOST):
        raise Refused("seasons and episodes are counted from 1", "Say: --season 1 --episode 1")
    name = called(command.season, command.number)
    held = state.series.slots.get(name)
    if held is not None:
        raise Refused(
            f"{name} is {held.cut}", f"Season {command.season} has {_free(state, command.season)} free."
        )
    for slot in state.series.episodes():
        if command.production in (slot.placed.production, slot.cut):
            raise Refused(
                f"{command.production} is {slot.placed.episode} already", "Open another production."
            )
    return [EpisodePlaced(**command.model_dump())]


def take_episode(state: State, command: TakeEpisode, by: str) -> list[Event]:
    """What the episode established; refuses one without a place, and what was taken already.

    Who plays its main characters joins the series, to be heard on their arcs.
    """
    only_orchestrator(by, "take in an episode")
    _is_series(state)
    name = called(command.season, command.number)
    slot = state.series.slots.get(name)
    if slot is None:
        raise Refused(f"there is no {name} in this series", "See: cineledger series NAME")
    taken = EpisodeTaken(**dict(command), placed=slot.number)
    if slot.taken is not None and slot.taken.model_copy(update={"at": taken.at}) == taken:
        raise Refused(
            f"{command.production} established nothing since {command.production}@{slot.taken.at}",
            "Take it in again when its arcs, themes or relationships have moved.",
        )
    playing = dict.fromkeys(cast_role(arc.character) for arc in command.arcs)
    joining = [RoleJoined(role=role) for role in playing if role not in state.production.roster]
    return [taken, *joining]


def take_bible(state: State, command: TakeBible, by: str) -> list[Event]:
    """What the series established and decided since, then what the orchestrator said there, as words in the episode."""
    only_orchestrator(by, "take over what the series says")
    joined, words, bible = state.series.joined, state.series.words, state.series.bible
    if joined is None or words is None or bible is None:
        raise Refused("this is no episode of a series", "Open one with: cineledger open NAME --series SERIES")
    if not command.bible.series == command.words.series == joined.series:
        raise Refused(f"this is an episode of {joined.series}", f"{command.bible.series} is another series.")
    events: list[Event] = []
    if command.bible.model_copy(update={"at": bible.at}) != bible:
        events.append(command.bible)
    if command.words.model_copy(update={"at": words.at}) != words:
        events += [command.words, *said_anew(words, command.words)]
    if not events:
        raise Refused(
            f"{joined.series} says nothing new for this episode since {joined.series}@{max(bible.at, words.at)}",
            "Nothing needs to be done.",
        )
    return events


def _is_series(state: State) -> None:
    if state.production.form != "series":
        raise Refused("this is no series", "Begin one with: cineledger series open NAME")


def _free(state: State, season: int) -> str:
    """The next episode of a season that nobody is."""
    last = max(
        (slot.placed.number for slot in state.series.episodes() if slot.placed.season == season), default=0
    )
    return called(season, last + 1)
