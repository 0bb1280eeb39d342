"""An episode looked at beside what was established before it: what the showrunner says of it, and asks."""

from collections.abc import Iterable, Sequence

from cineledger.agents.ask import Ask
from cineledger.agents.choosing import ask_choice, offer_choice_ask
from cineledger.agents.offering import OfferChoice, Offered
from cineledger.agents.role import Moment
from cineledger.agents.serial.continuity import (
    CheckContinuity,
    FoundGaps,
    Origin,
    established_before,
    finding_of,
    report_of,
    shown_now,
)
from cineledger.agents.serial.established import established
from cineledger.agents.serial.fates import of_a_series
from cineledger.agents.working import Made, Task
from cineledger.domain.debate.options import ChoiceOption
from cineledger.domain.series.events import SeriesBibleTaken
from cineledger.domain.series.works import ContinuityRead, Finding, FindingKind
from cineledger.domain.state import State
from cineledger.domain.story.events import ArcDrawn
from cineledger.domain.talk.commands import SendMessage
from cineledger.domain.words import ARC, CONTINUITY, THEME

ASKED_ABOUT: tuple[FindingKind, ...] = ("fate", "arc", "relationship")
"""What is worth a question; of the rest the writer is told."""
MOST_ASKED = 2
"""Questions that an episode asks about what does not join up."""


def _asks(moment: Moment) -> Sequence[Ask]:
    state = moment.state
    joined, bible = state.series.joined, state.series.bible
    if joined is None or bible is None or not _readable(state):
        return ()
    now = shown_now(established(state, "", joined.episode))
    about = (theme.theme for theme in bible.themes if theme.decided)
    check = CheckContinuity(
        role=moment.role,
        episode=joined.episode,
        title=state.production.title,
        before=established_before(bible.people, bible.arcs, bible.bonds, now, about),
        now=now,
    )
    return (check, *(ask for _, ask in _offers(moment)))


def _readable(state: State) -> bool:
    """Its arcs are drawn, or it is past planning and none will be."""
    return bool(state.works.of(ArcDrawn)) or state.production.phase in ("execution", "review", "refinement")


def _offers(moment: Moment) -> list[tuple[Finding, OfferChoice]]:
    """The findings that are worth a question, one to a character, with what it opens with."""
    state, report = moment.state, moment.state.works.get(ContinuityRead)
    questions = state.debate.questions.values()
    asked = [q.opened.characters[0] for q in questions if q.opened.subject == CONTINUITY]
    if report is None or CONTINUITY not in state.production.policy:
        return []
    found = list[tuple[Finding, OfferChoice]]()
    for finding in report.findings:
        about = finding.subject.split("/")[0]
        if finding.kind in ASKED_ABOUT and about not in asked and len(asked) < MOST_ASKED:
            asked.append(about)
            found.append((finding, offer_choice_ask(moment, CONTINUITY, about=about)))
    return found


def _makes(moment: Moment, answers: Sequence[FoundGaps | Offered]) -> Iterable[Made]:
    state, bible = moment.state, moment.state.series.bible
    standing = state.works.get(ContinuityRead)
    if not answers or bible is None or state.series.joined is None:
        yield from () if standing is None else (Made(standing),)
        return
    yield from _word(moment)
    offers = _offers(moment)
    for place, answer in enumerate(answers):
        if isinstance(answer, Offered):
            finding, ask = offers[place - 1]
            yield from ask_choice(moment, ask, answer, place, about=finding.subject.split("/")[0])
            continue
        before: list[Origin] = [*bible.people, *bible.arcs, *bible.bonds]
        episode = state.series.joined.episode
        findings = [_settled(state, finding_of(gap, episode, before)) for gap in answer.gaps]
        if findings:
            yield Made(report_of(findings, (state.series.bible_at or 0,)), (place,))


def _settled(state: State, finding: Finding) -> Finding:
    """A finding with what was decided about it."""
    about = finding.subject.split("/")[0]
    for question in state.debate.questions.values():
        proposal = question.proposal(question.approved or 0)
        mine = question.opened.subject == CONTINUITY and question.opened.characters == (about,)
        if mine and finding.kind in ASKED_ABOUT and proposal and isinstance(proposal.option, ChoiceOption):
            return finding.model_copy(update={"settled": proposal.option.statement})
    return finding


def _word(moment: Moment) -> Iterable[Made]:
    """The report as it stands now, told to the writer as it is made."""
    event = moment.event
    if isinstance(event, ContinuityRead) and "writer" in moment.state.production.roster:
        told = [
            f"{found.text}; decided: {found.settled}" if found.settled else found.text
            for found in event.findings
        ]
        yield Made(
            SendMessage(to="writer", text=f"Across the episodes: {'. '.join(told)}.", about=moment.number)
        )


EPISODE_CONTINUITY = Task(
    since="planning",
    asks=_asks,
    makes=_makes,
    kinds=(ContinuityRead,),
    after=(ARC, THEME, CONTINUITY),
    upon=(SeriesBibleTaken, ContinuityRead),
    concerns=of_a_series,
)
