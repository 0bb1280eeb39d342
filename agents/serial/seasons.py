"""The arcs of the main characters over a season, as the showrunner draws them; and which way they go."""

import re
from collections.abc import Iterable, Sequence
from typing import ClassVar

from cineledger.agents import checking
from cineledger.agents.ask import Ask
from cineledger.agents.choosing import ask_choice, offer_choice_ask
from cineledger.agents.craft.story import AS_MUCH
from cineledger.agents.offering import OfferChoice, Offered
from cineledger.agents.reading import texts
from cineledger.agents.role import Moment, Rules
from cineledger.agents.serial.facts import fortune, hers, season_of, shaped
from cineledger.agents.working import Made, Task
from cineledger.domain.debate.options import ChoiceOption
from cineledger.domain.debate.question import Question
from cineledger.domain.series.carried import CarriedArc
from cineledger.domain.series.events import EpisodeTaken
from cineledger.domain.series.works import SeasonArcDrawn, SeasonStep
from cineledger.domain.state import State
from cineledger.domain.story.events import ArcShape
from cineledger.domain.value import Value
from cineledger.domain.words import SEASON_ARC

MOVES = 0.3
"""How far, of 2, what is felt must move through a season to be worth a question."""

_SEASON = re.compile(r"\bseason (\d+)\?$")


class EpisodeArc(Value):
    """Her way through an episode."""

    episode: str
    title: str
    shape: ArcShape
    wants: str
    begins: str
    ends: str
    begun: float | None
    ended: float | None
    """What she feels there, -1 misery to 1 joy."""


class SeasonMove(Value):
    """What an episode, by its place in what was asked about, does to her way through the season."""

    episode: int
    moves: str


class DrawnSeason(Value):
    """Her way through the season."""

    shape: ArcShape
    begins: str
    ends: str
    reason: str
    moves: tuple[SeasonMove, ...]


class DrawSeasonArc(Ask):
    """Which way does she go through this season, episode by episode?"""

    ANSWER: ClassVar[type[Value]] = DrawnSeason
    character: str
    season: int
    said: tuple[str, ...]
    """Vision, constraints and broadcasts."""
    episodes: tuple[EpisodeArc, ...]
    decided: ArcShape | None = None
    notes: tuple[str, ...] = ()
    """What was said of the arc as it was drawn before."""

    def faults(self, answer: DrawnSeason) -> Iterable[str]:
        """Another shape than was decided, and episodes that are not there, twice or left out."""
        if self.decided and answer.shape != self.decided:
            yield f"it was decided that the arc is {self.decided}"
        places = [move.episode for move in answer.moves]
        if places != list(range(len(self.episodes))):
            yield f"say what each episode does, once and in order: 0 to {len(self.episodes) - 1}"
        yield from checking.said(answer.reason, "the reason")
        yield from checking.said(answer.begins, "where the season finds her")
        yield from checking.said(answer.ends, "where it leaves her")
        for move in answer.moves:
            yield from checking.said(move.moves, f"what episode {move.episode} does")


def _leads(state: State, season: int) -> list[tuple[str, int]]:
    """Who has an arc in a season, with her speeches; who speaks most first."""
    taken = [episode for episode in state.series.taken() if episode.season == season]
    speeches = dict[str, int]()
    for episode in taken:
        main = {arc.character for arc in episode.arcs}
        for person in episode.people:
            if person.character in main:
                speeches[person.character] = speeches.get(person.character, 0) + person.speeches
    return sorted(speeches.items(), key=lambda one: (-one[1], one[0]))


def _drawn(state: State) -> list[tuple[int, str]]:
    """Whose season arcs are to be drawn: of every season, its main characters."""
    seasons = sorted({episode.season for episode in state.series.taken()})
    return [(season, name) for season in seasons for name, _ in _leads(state, season)]


def season_asked(question: Question) -> int:
    """The season that a question on a season arc is about."""
    found = _SEASON.search(question.opened.text)
    return int(found[1]) if found else 0


def _decided(state: State, season: int, character: str) -> tuple[ArcShape, int] | None:
    for question in state.debate.questions.values():
        about = question.opened.subject == SEASON_ARC and question.opened.characters == (character,)
        proposal = question.proposal(question.approved or 0)
        if about and season_asked(question) == season and proposal is not None:
            if isinstance(proposal.option, ChoiceOption):
                shape: ArcShape = _SHAPES[proposal.option.choice]
                return shape, question.decision or 0
    return None


_SHAPES: dict[str, ArcShape] = {
    "rise": "rise",
    "fall": "fall",
    "rise-fall": "rise-fall",
    "fall-rise": "fall-rise",
    "rise-fall-rise": "rise-fall-rise",
    "fall-rise-fall": "fall-rise-fall",
    "flat": "flat",
}


def _asks(moment: Moment) -> Sequence[Ask]:
    state = moment.state
    draws = [_draw(moment, season, name) for season, name in _drawn(state)]
    return (*draws, *(ask for _, ask in _offers(moment)))


def _draw(moment: Moment, season: int, name: str) -> DrawSeasonArc:
    state = moment.state
    shape = _decided(state, season, name)
    titles = {episode.episode: episode.title for episode in state.series.taken()}
    return DrawSeasonArc(
        role=moment.role,
        character=name,
        season=season,
        said=texts(state),
        episodes=tuple(
            EpisodeArc(
                episode=arc.episode,
                title=titles[arc.episode],
                shape=arc.shape,
                wants=arc.wants,
                begins=arc.begins,
                ends=arc.ends,
                begun=arc.begun,
                ended=arc.ended,
            )
            for arc in hers(state.series.taken(), name, season)
        ),
        decided=shape[0] if shape else None,
        notes=state.works.notes(SeasonArcDrawn, f"{season}/{name}"),
    )


def _offers(moment: Moment) -> list[tuple[str, OfferChoice]]:
    """Whose way through the latest season is worth a question: that of who speaks most, and of who speaks as much."""
    state, season = moment.state, season_of(moment.state)
    leads = _leads(state, season)
    if SEASON_ARC not in state.production.policy or not leads:
        return []
    found = []
    for name, speeches in leads[:2]:
        enough = speeches >= AS_MUCH * leads[0][1] and len(hers(state.series.taken(), name, season)) > 1
        if enough and not _asked(state, season, name):
            ask = offer_choice_ask(moment, SEASON_ARC, about=name)
            if float(ask.view.fact("moves") or 0) >= MOVES:
                found.append((name, ask))
    return found


def _asked(state: State, season: int, name: str) -> bool:
    return any(
        q.opened.subject == SEASON_ARC
        and q.status != "dropped"
        and q.opened.characters == (name,)
        and (season_asked(q) == season or q.status != "decided")
        for q in state.debate.questions.values()
    )


def _makes(moment: Moment, answers: Sequence[DrawnSeason | Offered]) -> Iterable[Made]:
    state, drawn, offers = moment.state, _drawn(moment.state), _offers(moment)
    for place, answer in enumerate(answers):
        if isinstance(answer, Offered):
            name, ask = offers[place - len(drawn)]
            yield from ask_choice(moment, ask, answer, place, about=name)
        else:
            season, name = drawn[place]
            yield Made(_arc(state, season, name, answer), (place,))


def _arc(state: State, season: int, name: str, drawn: DrawnSeason) -> SeasonArcDrawn:
    shape, arcs = _decided(state, season, name), hers(state.series.taken(), name, season)
    there = {arc.episode for arc in arcs}
    rests = {slot.taken_at for slot in state.series.episodes() if slot.placed.episode in there}
    return SeasonArcDrawn(
        reason=f"{shape[0]}, as was decided: {drawn.reason}" if shape else drawn.reason,
        rests=tuple(sorted({n for n in rests if n is not None} | ({shape[1]} if shape else set()))),
        season=season,
        character=name,
        shape=shape[0] if shape else drawn.shape,
        decided=shape is not None,
        begins=drawn.begins,
        ends=drawn.ends,
        steps=tuple(
            SeasonStep(
                episode=arcs[move.episode].episode,
                begun=arcs[move.episode].begun,
                ended=arcs[move.episode].ended,
                moves=move.moves,
                source=arcs[move.episode].source,
            )
            for move in drawn.moves
        ),
    )


def draw_the_season(ask: DrawSeasonArc) -> DrawnSeason:
    """The house rule: the wave that beginnings and ends of the episodes follow best."""
    arcs = [_carried(ask.character, episode) for episode in ask.episodes]
    line = fortune(arcs)
    shape = ask.decided or (shaped(line).shape if len(line) > 1 else "unknown")
    return DrawnSeason(
        shape=shape,
        begins=arcs[0].begins,
        ends=arcs[-1].ends,
        reason=_why(ask.character, line),
        moves=tuple(SeasonMove(episode=at, moves=_move(arcs, at)) for at in range(len(arcs))),
    )


def _carried(character: str, episode: EpisodeArc) -> CarriedArc:
    return CarriedArc(character=character, source="", **episode.model_dump(exclude={"title"}))


def _why(character: str, line: Sequence[tuple[float, str]]) -> str:
    if len(line) < 2:
        return f"what {character} feels is not known in enough episodes to tell a way"
    low, high = min(line, key=lambda one: one[0]), max(line, key=lambda one: one[0])
    return f"{character} stands lowest in {low[1]} and highest in {high[1]}"


def _move(arcs: Sequence[CarriedArc], at: int) -> str:
    """What an episode does to her, and whether it takes her up where the last one left her."""
    arc = arcs[at]
    if arc.begun is None or arc.ended is None:
        return "what she feels is not known"
    change = arc.ended - arc.begun
    how = "gains ground" if change > 0.125 else "loses ground" if change < -0.125 else "ends as she began"
    before = arcs[at - 1].ended if at else None
    lift = "" if before is None or abs(arc.begun - before) < 0.5 else ", after a step that nothing shows"
    return f"{how}{lift}"


SEASON_ARCS = Task(
    since="planning",
    asks=_asks,
    makes=_makes,
    kinds=(SeasonArcDrawn,),
    after=(SEASON_ARC,),
    upon=(EpisodeTaken,),
)
SEASON_RULES: Rules = {DrawSeasonArc: draw_the_season}
