"""The episodes of a series looked at one beside the others: what does not join up between them."""

from collections.abc import Iterable, Sequence

from cineledger.agents.ask import Ask
from cineledger.agents.role import Moment
from cineledger.agents.serial.bible import last
from cineledger.agents.serial.continuity import (
    CheckContinuity,
    FoundGaps,
    Origin,
    established_before,
    finding_of,
    report_of,
    shown_now,
)
from cineledger.agents.serial.established import Established
from cineledger.agents.working import Made, Task
from cineledger.domain.series.events import EpisodeTaken
from cineledger.domain.series.works import ContinuityRead, Finding, RunningThemeFound
from cineledger.domain.state import State


def _pairs(state: State) -> list[tuple[EpisodeTaken, Established]]:
    """Each episode that was taken in after another, with all that was established before it."""
    taken = state.series.taken()
    return [(taken[at], _until(taken[:at])) for at in range(1, len(taken))]


def _until(taken: Sequence[EpisodeTaken]) -> Established:
    return Established(
        people=last(p for episode in taken for p in episode.people),
        arcs=last(a for episode in taken for a in episode.arcs),
        themes=(),
        bonds=last(b for episode in taken for b in episode.bonds),
    )


def _series_asks(moment: Moment) -> Sequence[Ask]:
    return [_check(moment, episode, before) for episode, before in _pairs(moment.state)]


def _check(moment: Moment, episode: EpisodeTaken, before: Established) -> CheckContinuity:
    now = shown_now(Established(episode.people, episode.arcs, episode.themes, episode.bonds))
    return CheckContinuity(
        role=moment.role,
        episode=episode.episode,
        title=episode.title,
        before=established_before(before.people, before.arcs, before.bonds, now, ()),
        now=now,
    )


def _series_makes(moment: Moment, answers: Sequence[FoundGaps]) -> Iterable[Made]:
    state, findings, rests = moment.state, list[Finding](), set[int]()
    for (episode, before), answer in zip(_pairs(state), answers, strict=True):
        sources: list[Origin] = [*before.people, *before.arcs, *before.bonds]
        findings += [_mended(finding_of(gap, episode.episode, sources), episode) for gap in answer.gaps]
        if answer.gaps:
            rests.add(state.series.slots[episode.episode].taken_at or 0)
    findings += _gone(state)
    if findings:
        yield Made(report_of(findings, tuple(sorted(rests))), tuple(range(len(answers))))


def _mended(finding: Finding, episode: EpisodeTaken) -> Finding:
    """A finding with what the episode itself decided about it."""
    settled = (m.text for m in episode.mends if (m.kind, m.subject) == (finding.kind, finding.subject))
    return finding.model_copy(update={"settled": next(settled, "")})


def _gone(state: State) -> list[Finding]:
    """Themes that are gone for a whole season."""
    return [
        Finding(
            kind="theme",
            subject=theme.theme,
            was=theme.episodes[-1].episode if theme.episodes else "",
            now=season,
            text=f"{theme.theme} was there before, and no episode of {season} shows it",
            weight=0.7 if theme.decided else 0.45,
            source=theme.episodes[-1].source if theme.episodes else "",
        )
        for theme in state.works.of(RunningThemeFound).values()
        for season in theme.missing
    ]


SERIES_CONTINUITY = Task(
    since="planning",
    asks=_series_asks,
    makes=_series_makes,
    kinds=(ContinuityRead,),
    upon=(EpisodeTaken, RunningThemeFound),
    concerns=lambda moment: not isinstance(moment.event, RunningThemeFound) or _tells_more(moment.state),
)


def _tells_more(state: State) -> bool:
    """A theme is gone for a season, and the report does not say so, or says so no more."""
    report = state.works.get(ContinuityRead)
    told = {(f.subject, f.now) for f in report.findings if f.kind == "theme"} if report else set()
    return told != {(found.subject, found.now) for found in _gone(state)}
