"""Themes that run through the series, as the showrunner keeps them; and the question what the series is about."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from cineledger.agents import checking
from cineledger.agents.ask import Ask
from cineledger.agents.choosing import ask_choice, asked, offer_choice_ask
from cineledger.agents.craft.continuity import gone_for_a_season
from cineledger.agents.offering import OfferChoice, Offered
from cineledger.agents.reading import texts
from cineledger.agents.role import Moment, Rules
from cineledger.agents.serial.facts import listed
from cineledger.agents.working import Made, Task, decided
from cineledger.domain.debate.options import ChoiceOption
from cineledger.domain.series.carried import CarriedTheme
from cineledger.domain.series.events import EpisodePlaced, EpisodeTaken
from cineledger.domain.series.works import RunningThemeFound, ThemeEpisode, season_called
from cineledger.domain.state import State
from cineledger.domain.value import Value
from cineledger.domain.words import SERIES_THEME

MOST = 4
"""Themes that an audience can follow through a series."""


class ThemeShown(Value):
    """A theme as an episode has it."""

    theme: str
    weight: float
    showings: int
    quote: str


class EpisodeThemes(Value):
    """What an episode is about."""

    episode: str
    title: str
    themes: tuple[ThemeShown, ...]


class ThemeAt(Value):
    """A theme of an episode."""

    episode: int
    """Its place in what was asked about, counted from 0."""
    theme: str
    """As the episode calls it."""


class FoundRunning(Value):
    """A theme that runs through the series, and where: episodes may call it by other names."""

    theme: str
    reason: str
    shows: tuple[ThemeAt, ...]


class FoundRunningThemes(Value):
    """At most four."""

    themes: tuple[FoundRunning, ...]


class FindRunningThemes(Ask):
    """What does this series keep coming back to?"""

    ANSWER: ClassVar[type[Value]] = FoundRunningThemes
    title: str
    said: tuple[str, ...]
    """Vision, constraints and broadcasts."""
    episodes: tuple[EpisodeThemes, ...]
    named: str = ""
    """What it was decided to be about."""
    notes: tuple[str, ...] = ()
    """What was said of the themes as they were found before."""

    def faults(self, answer: FoundRunningThemes) -> Iterable[str]:
        """Places that are not there, a theme twice, or one that shows nowhere and was not decided."""
        if len(answer.themes) > MOST:
            yield f"at most {MOST} themes can be kept in mind"
        yield from checking.once((found.theme.casefold() for found in answer.themes), "the theme")
        for found in answer.themes:
            yield from checking.said(found.theme, "the name of a theme")
            yield from checking.said(found.reason, "the reason")
            if not found.shows and found.theme != self.named:
                yield f"{found.theme} shows in no episode"
            yield from checking.once(
                ((at.episode, at.theme) for at in found.shows), f"in {found.theme} the place"
            )
            for at in found.shows:
                yield from checking.on_list(at.episode, len(self.episodes), "episode")
                if 0 <= at.episode < len(self.episodes):
                    there = [theme.theme for theme in self.episodes[at.episode].themes]
                    yield from checking.known((at.theme,), there, f"theme of episode {at.episode}")


def _named(state: State) -> tuple[str, int] | None:
    found = decided(state, SERIES_THEME)
    return (found[0].choice, found[1]) if found and isinstance(found[0], ChoiceOption) else None


def _asks(moment: Moment) -> Sequence[Ask]:
    state = moment.state
    taken = state.series.taken()
    if not taken:
        return ()
    named = _named(state)
    find = FindRunningThemes(
        role=moment.role,
        title=state.production.title,
        said=texts(state),
        episodes=tuple(_shown(episode) for episode in taken),
        named=named[0] if named else "",
        notes=tuple(
            note
            for key in sorted(state.works.of(RunningThemeFound))
            for note in state.works.notes(RunningThemeFound, key)
        ),
    )
    return (find, *_offer(moment))


def _shown(episode: EpisodeTaken) -> EpisodeThemes:
    return EpisodeThemes(
        episode=episode.episode,
        title=episode.title,
        themes=tuple(
            ThemeShown(theme=t.theme, weight=t.weight, showings=t.showings, quote=t.quote)
            for t in episode.themes
        ),
    )


def _offer(moment: Moment) -> tuple[OfferChoice, ...]:
    """What the question opens with, once two episodes and two themes are there to choose between."""
    state = moment.state
    if SERIES_THEME not in state.production.policy or asked(state, SERIES_THEME):
        return ()
    ask = offer_choice_ask(moment, SERIES_THEME)
    worth = len(state.series.taken()) > 1 and int(ask.view.fact("themes") or 0) > 1
    return (ask,) if worth else ()


def _makes(moment: Moment, answers: Sequence[FoundRunningThemes | Offered]) -> Iterable[Made]:
    state = moment.state
    taken, named = state.series.taken(), _named(state)
    for place, answer in enumerate(answers):
        if isinstance(answer, Offered):
            yield from ask_choice(moment, offer_choice_ask(moment, SERIES_THEME), answer, place)
            continue
        for found in answer.themes:
            chosen = named if named and named[0] == found.theme else None
            shows = [
                (taken[at.episode], next(t for t in taken[at.episode].themes if t.theme == at.theme))
                for at in found.shows
            ]
            yield Made(_theme(state, found, shows, chosen), (place,))


def _theme(
    state: State,
    found: FoundRunning,
    shows: Sequence[tuple[EpisodeTaken, CarriedTheme]],
    chosen: tuple[str, int] | None,
) -> RunningThemeFound:
    taken = state.series.taken()
    seasons = gone_for_a_season([episode.season for episode, _ in shows], _whole(state))
    rests = {slot.taken_at for slot in state.series.episodes() if slot.taken in [e for e, _ in shows]}
    return RunningThemeFound(
        reason=f"the series is about this, as was decided: {found.reason}" if chosen else found.reason,
        rests=tuple(sorted({n for n in rests if n is not None} | ({chosen[1]} if chosen else set()))),
        theme=found.theme,
        decided=chosen is not None,
        weight=round(min(1.0, sum(theme.weight for _, theme in shows) / len(taken)), 4),
        episodes=tuple(
            ThemeEpisode(
                episode=episode.episode,
                weight=theme.weight,
                showings=theme.showings,
                quote=theme.quote,
                source=theme.source,
            )
            for episode, theme in shows
        ),
        missing=tuple(map(season_called, seasons)),
    )


def _whole(state: State) -> list[int]:
    """The seasons whose every episode was taken in."""
    slots = state.series.episodes()
    lacking = {slot.placed.season for slot in slots if slot.taken is None}
    return sorted({slot.placed.season for slot in slots} - lacking)


def find_the_running_themes(ask: FindRunningThemes) -> FoundRunningThemes:
    """The house rule: themes under one name, those in most episodes first; one episode's own only where it is alone."""
    shows: dict[str, list[ThemeAt]] = {}
    weights: dict[str, float] = {}
    for place, episode in enumerate(ask.episodes):
        for theme in episode.themes:
            shows.setdefault(theme.theme, []).append(ThemeAt(episode=place, theme=theme.theme))
            weights[theme.theme] = weights.get(theme.theme, 0.0) + theme.weight
    if ask.named:
        shows.setdefault(ask.named, [])
    fewest = min(2, len(ask.episodes))
    ranked = sorted(shows, key=lambda t: (t != ask.named, -len(shows[t]), -weights.get(t, 0.0), t))
    return FoundRunningThemes(
        themes=tuple(
            FoundRunning(theme=theme, reason=_reason(ask, theme, shows[theme]), shows=tuple(shows[theme]))
            for theme in ranked[:MOST]
            if len(shows[theme]) >= fewest or theme == ask.named
        )
    )


def _reason(ask: FindRunningThemes, theme: str, shows: Sequence[ThemeAt]) -> str:
    if not shows:
        return "no episode shows it yet"
    there = [ask.episodes[at.episode].episode for at in shows]
    gone = [episode.episode for episode in ask.episodes if episode.episode not in there]
    dropped = f", and is missing from {listed(gone)}" if gone else ""
    shown = [t for at in shows for t in ask.episodes[at.episode].themes if t.theme == at.theme]
    lines = sum(theme.showings for theme in shown)
    return f"it shows in {lines} lines of {listed(there)}{dropped}"


RUNNING_THEMES = Task(
    since="planning",
    asks=_asks,
    makes=_makes,
    kinds=(RunningThemeFound,),
    after=(SERIES_THEME,),
    upon=(EpisodeTaken, EpisodePlaced),
    concerns=lambda moment: not isinstance(moment.event, EpisodePlaced) or bool(_gone(moment.state)),
)
RUNNING_RULES: Rules = {FindRunningThemes: find_the_running_themes}


def _gone(state: State) -> bool:
    """A theme is said to be missing from a season: an episode that was placed in it may still show it."""
    return any(theme.missing for theme in state.works.of(RunningThemeFound).values())
