"""The showrunner on a series: themes, season arcs, continuity, debated, taken over, and the same in any studio."""

from pathlib import Path
from typing import Any

import pytest

from cineledger.agents import desk
from cineledger.agents.desk import Script
from cineledger.agents.serial import placing
from cineledger.agents.serial.bible import bible
from cineledger.agents.serial.established import established
from cineledger.agents.serial.placing import Place, open_episode, since, take, update, wrap
from cineledger.agents.serial.seasons import (
    DrawnSeason,
    DrawSeasonArc,
    EpisodeArc,
    SeasonMove,
    draw_the_season,
)
from cineledger.agents.serial.themes import (
    EpisodeThemes,
    FindRunningThemes,
    FoundRunning,
    FoundRunningThemes,
    ThemeAt,
    ThemeShown,
    find_the_running_themes,
)
from cineledger.domain.address import Address
from cineledger.domain.canon.events import ContradictionFound
from cineledger.domain.canon.standing import canon
from cineledger.domain.debate.options import ChoiceOption
from cineledger.domain.ledger import Ledger
from cineledger.domain.notes.commands import GiveNote
from cineledger.domain.refusal import Refused
from cineledger.domain.series.events import EpisodePlaced, EpisodeTaken, SeriesBibleTaken
from cineledger.domain.series.works import ContinuityRead, FatesRead, RunningThemeFound, SeasonArcDrawn
from cineledger.domain.talk.events import MessageSent
from cineledger.domain.words import CONTINUITY, SEASON_ARC, SERIES_THEME
from cineledger.projections.digest import table_digests
from cineledger.projections.reader import Reader
from tests.serial.support import FIRST, SECOND, SERIES, begun, episode
from tests.support.studio import facts, work


def of(ledger: Ledger, name: str, subject: str) -> list[str]:
    """What was decided on a subject."""
    found = ledger.load(name).state.debate.questions.values()
    taken = [q.proposal(q.approved or 0) for q in found if q.opened.subject == subject]
    return [p.option.choice for p in taken if p is not None and isinstance(p.option, ChoiceOption)]


def test_themes_run_through_and_are_debated(ledger: Ledger) -> None:
    """What both episodes have in common runs through; what the series is about was put up and decided."""
    state = ledger.load(SERIES).state
    (theme,) = state.works.of(RunningThemeFound).values()
    assert [one.episode for one in theme.episodes] == ["S1E1", "S1E2"]
    assert of(ledger, SERIES, SERIES_THEME) == [theme.theme] and theme.decided and not theme.missing
    question = next(q for q in state.debate.questions.values() if q.opened.subject == SERIES_THEME)
    assert set(question.opened.concerned) == {"writer", "director", "producer", "showrunner"}
    assert {p.role for p in question.positions} >= {"writer", "director", "producer"}


def test_season_arcs_are_drawn_and_debated(ledger: Ledger) -> None:
    """From where the episodes have her; who plays her is heard, and what was decided is what is drawn."""
    state = ledger.load(SERIES).state
    arc = state.works.get(SeasonArcDrawn, "1/NORA")
    assert arc is not None and [step.episode for step in arc.steps] == ["S1E1", "S1E2"]
    assert [arc.shape] == of(ledger, SERIES, SEASON_ARC) and arc.decided
    question = next(q for q in state.debate.questions.values() if q.opened.subject == SEASON_ARC)
    assert "cast:NORA" in {p.role for p in question.positions}
    for step in arc.steps:
        production, _, number = step.source.rpartition("@")
        assert type(ledger.record(Address(production, int(number))).fact).__name__ == "ArcDrawn"


def test_what_does_not_join_up_is_found_asked_about_and_settled(ledger: Ledger) -> None:
    """In the episode from its own bible, the dead first; the writer is told, and what was decided stands with it."""
    state = ledger.load("bottom").state
    report = state.works.get(ContinuityRead)
    assert report is not None
    kinds = [found.kind for found in report.findings]
    assert kinds[0] == "fate" and set(kinds) == {"fate", "arc", "relationship", "name"}
    assert {found.was for found in report.findings} == {"S1E1"}
    assert of(ledger, "bottom", CONTINUITY) == ["begin where we left off", "bridge it"]
    assert report.findings[0].settled and report.findings[0].source.startswith("weigh@")
    told = [
        record.fact.text
        for record in ledger.records("bottom")
        if isinstance(record.fact, MessageSent) and record.fact.text.startswith("Across the episodes")
    ]
    assert 1 <= len(told) <= 3 and "PILLAR" in told[0] and "decided" in told[-1]
    fates = ledger.load("measure").state.works.get(FatesRead)
    assert fates is not None and [(fate.character, fate.fate) for fate in fates.fates] == [("GUS", "dead")]
    series = ledger.load(SERIES).state.works.get(ContinuityRead)
    assert series is not None and [found.kind for found in series.findings] == kinds
    assert [found.settled for found in series.findings] == [found.settled for found in report.findings]


def test_a_first_episode_and_a_film_have_nothing_to_follow_on_from(ledger: Ledger) -> None:
    """No report, no question, no word to the writer."""
    assert ledger.load("measure").state.works.get(ContinuityRead) is None
    assert not of(ledger, "measure", CONTINUITY)


def test_working_on_has_nothing_more_to_do(ledger: Ledger) -> None:
    """A series that was worked on stands, and so do its tables and its past, whoever rebuilds them."""
    before = ledger.head(SERIES)
    work(ledger, SERIES)
    assert ledger.head(SERIES) == before
    with Reader(ledger.folder) as reader, Reader(ledger.folder, alone=True) as alone:
        assert table_digests(reader, SERIES) == table_digests(alone, SERIES)
        assert table_digests(reader, "bottom") == table_digests(alone, "bottom")


def test_the_same_orders_make_the_same_series_anywhere(ledger: Ledger, tmp_path: Path) -> None:
    """Another studio with the same orders has the same facts, in the series and in its episodes, whatever the jobs."""
    with begun(tmp_path) as other:
        for name, path in (("measure", FIRST), ("bottom", SECOND)):
            episode(other, name, path.read_text(), jobs=4)
            wrap(other, name, anyway=False)
            work(other, SERIES, jobs=4)
        for name in (SERIES, "measure", "bottom"):
            assert facts(other, name) == facts(ledger, name)


def test_forks_go_on_from_where_they_were_forked(
    ledger: Ledger, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """At any event of an episode or of the series a fork works to its end, and keeps its place."""
    for name in (SERIES, "bottom"):
        head = ledger.head(name).number
        for at in range(1, head, max(1, head // 6)):
            fork = f"{name}-{at}"
            ledger.fork(Address(name, at), fork)
            state = ledger.load(fork).state
            if state.production.wrapped:
                continue
            after = work(ledger, fork)
            assert not after.debate.undecided
            if name == "bottom":
                assert after.series.joined == ledger.load(name).state.series.joined
            assert work(ledger, fork).number == after.number


def test_what_was_decided_later_is_offered(tmp_path: Path) -> None:
    """An episode under way is told of it, takes it over when the orchestrator says so, and looks at itself again."""
    with begun(tmp_path) as ledger:
        episode(ledger, "measure", FIRST.read_text())
        later = FIRST.read_text().replace("Good morning, you beautiful liar.", "I am so sad and so afraid.")
        state = episode(ledger, "late", later)
        assert state.series.bible is not None and not state.series.bible.arcs
        assert state.works.get(ContinuityRead) is None
        take(ledger, SERIES, "measure")
        work(ledger, SERIES)
        found = since(ledger, ledger.load("late").state)
        assert found is not None and "what S1E1 established" in found[1]
        records, _ = update(ledger, "late")
        assert isinstance(records[0].fact, SeriesBibleTaken) and records[0].fact.arcs
        report = work(ledger, "late").works.get(ContinuityRead)
        assert report is not None and {"arc", "fate"} <= {finding.kind for finding in report.findings}
        with pytest.raises(Refused, match="says nothing new"):
            update(ledger, "late")


def test_a_theme_that_is_gone_for_a_season_is_said(tmp_path: Path) -> None:
    """Once every episode of the season was taken in, and no longer once another shows it."""
    plain = "INT. SHED - DAY\n\nANNA\nThe boat needs paint.\n\nBEN\nGreen paint, the usual.\n"
    with begun(tmp_path) as ledger:
        for name, path in (("measure", FIRST), ("bottom", SECOND)):
            episode(ledger, name, path.read_text())
            take(ledger, SERIES, name)
        episode(ledger, "paint", plain, 2)
        take(ledger, SERIES, "paint")
        state = work(ledger, SERIES)
        (theme,) = state.works.of(RunningThemeFound).values()
        report = state.works.get(ContinuityRead)
        assert theme.missing == ("S2",) and report is not None
        assert [(f.subject, f.now) for f in report.findings if f.kind == "theme"] == [(theme.theme, "S2")]
        episode(ledger, "again", FIRST.read_text(), 2)
        assert work(ledger, SERIES).works.of(RunningThemeFound)[theme.theme].missing == ()
        take(ledger, SERIES, "again")
        state = work(ledger, SERIES)
        report = state.works.get(ContinuityRead)
        assert state.works.of(RunningThemeFound)[theme.theme].missing == () and report is not None
        assert all(finding.kind != "theme" for finding in report.findings)


def test_an_episode_is_placed_and_opened_together_or_not_at_all(tmp_path: Path) -> None:
    """Where the name is taken, the series gets nothing; where another placed one first, the next place is given."""
    with begun(tmp_path) as ledger:
        script = Script(text=FIRST.read_text(), source="a.fountain", encoding="utf-8")
        desk.open_production(ledger, "film", title="", vision="", idea=None, script=script)
        before = ledger.head(SERIES)
        with pytest.raises(Refused, match="there is a production film"):
            open_episode(ledger, "film", Place(SERIES), title="", vision="", idea=None, script=script)
        assert ledger.head(SERIES) == before
        for name in ("one", "two"):
            open_episode(ledger, name, Place(SERIES), title=name, vision="", idea=None, script=script)
        placed = [r.fact for r in ledger.records(SERIES) if isinstance(r.fact, EpisodePlaced)]
        assert [(fact.production, fact.episode) for fact in placed] == [("one", "S1E1"), ("two", "S1E2")]


def test_wrapping_is_one_step_in_both(ledger: Ledger) -> None:
    """The series knows of the episode exactly up to the event before it was wrapped."""
    taken = [r.fact for r in ledger.records(SERIES) if isinstance(r.fact, EpisodeTaken)]
    for fact in taken:
        assert fact.at == ledger.head(fact.production).number - 1


def test_a_note_on_a_series_is_answered(tmp_path: Path) -> None:
    """By the showrunner, who is in charge of it."""
    with begun(tmp_path) as ledger:
        desk.order(ledger, SERIES, GiveNote(text="I miss the sea."))
        state = work(ledger, SERIES)
        (note,) = state.notes.notes.values()
        assert note.to == "showrunner" and note.answered is not None


def arc(name: str, begun: float | None, ended: float | None) -> EpisodeArc:
    """Somebody's way through an episode."""
    return EpisodeArc(
        episode=name, title="", shape="flat", wants="", begins="b", ends="e", begun=begun, ended=ended
    )


def test_a_season_is_drawn_through_the_edges_of_its_episodes() -> None:
    """What was decided is drawn; too little known is unknown; what a mind may not answer is said."""
    ask = DrawSeasonArc(
        role="showrunner",
        character="NORA",
        season=1,
        said=(),
        episodes=(arc("S1E1", 0.8, 0.2), arc("S1E2", 0.0, -0.6)),
    )
    drawn = draw_the_season(ask)
    assert drawn.shape == "fall" and [move.episode for move in drawn.moves] == [0, 1]
    assert not list(ask.faults(drawn))
    decided = ask.model_copy(update={"decided": "rise"})
    assert draw_the_season(decided).shape == "rise" and "decided" in next(iter(decided.faults(drawn)))
    unknown = ask.model_copy(update={"episodes": (arc("S1E1", None, None),)})
    assert draw_the_season(unknown).shape == "unknown"
    short = DrawnSeason(shape="fall", begins="", ends="", reason="", moves=(SeasonMove(episode=1, moves=""),))
    assert "once and in order" in next(iter(ask.faults(short)))


def test_running_themes_are_those_of_most_episodes() -> None:
    """One of a single episode runs through nothing; what was decided stays, shown or not; a mind is held to places."""
    home = ThemeShown(theme="home", weight=0.6, showings=3, quote="home")
    love = ThemeShown(theme="love", weight=0.9, showings=9, quote="love")
    ask = FindRunningThemes(
        role="showrunner",
        title="",
        said=(),
        episodes=(
            EpisodeThemes(episode="S1E1", title="", themes=(home, love)),
            EpisodeThemes(episode="S1E2", title="", themes=(home,)),
        ),
    )
    found = find_the_running_themes(ask)
    assert [theme.theme for theme in found.themes] == ["home"] and not list(ask.faults(found))
    named = ask.model_copy(update={"named": "duty"})
    assert [theme.theme for theme in find_the_running_themes(named).themes] == ["duty", "home"]
    wrong = FoundRunningThemes(
        themes=(
            FoundRunning(theme="home", reason="", shows=(ThemeAt(episode=2, theme="home"),)),
            FoundRunning(theme="love", reason="", shows=(ThemeAt(episode=1, theme="love"),)),
            FoundRunning(theme="duty", reason="", shows=()),
        )
    )
    said = list(ask.faults(wrong))
    for fault in (
        "there is no episode at place 2",
        "there is no theme of episode 1 'love'",
        "duty shows in no episode",
        "the reason is empty",
    ):
        assert any(line.startswith(fault) for line in said), said


def test_who_is_quicker_is_heard_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the series or the episode moves on meanwhile, opening and wrapping are decided again on what is there."""
    with begun(tmp_path) as ledger:
        once = list[str]()

        def meanwhile(*args: Any) -> Any:
            if not once:
                once.append("said")
                desk.impose(ledger, SERIES, "constraint", "no crane")
            return bible(*args)

        monkeypatch.setattr(placing, "bible", meanwhile)
        state = episode(ledger, "measure", FIRST.read_text())
        assert state.series.words is not None
        assert [words.text for words in state.series.words.constraints] == ["no crane"]
        once.clear()

        def later(*args: Any) -> Any:
            if not once:
                once.append("said")
                desk.impose(ledger, "measure", "broadcast", "One more look.")
            return established(*args)

        monkeypatch.setattr(placing, "established", later)
        done = wrap(ledger, "measure", anyway=True)
        (taken,) = [record.fact for record in done.series if isinstance(record.fact, EpisodeTaken)]
        assert taken.at == done.production[0].number - 1
        assert ledger.load("measure").state.production.broadcasts[-1].text == "One more look."


def test_another_vision_has_the_series_decided_anew(ledger: Ledger) -> None:
    """What was approved for the vision before is asked again, of a series as of a film."""
    ledger.fork(Address(SERIES, ledger.head(SERIES).number), "weigh-seen-anew")
    before = ledger.load("weigh-seen-anew").state
    desk.impose(ledger, "weigh-seen-anew", "vision", "Far off: people small in a white world.")
    state = work(ledger, "weigh-seen-anew")
    assert not state.debate.undecided
    for subject in (SERIES_THEME, SEASON_ARC):
        (old,) = (q for q in before.debate.questions.values() if q.opened.subject == subject)
        new = state.debate.questions[old.number]
        assert new.status == "decided" and (new.decision or 0) > before.number


def test_what_the_series_is_said_not_to_be_about_is_taken_back(ledger: Ledger) -> None:
    """A word to everybody that rules the theme out opens the question again, and it can't be chosen any more."""
    ledger.fork(Address(SERIES, ledger.head(SERIES).number), "weigh-elsewhere")
    (before,) = of(ledger, "weigh-elsewhere", SERIES_THEME)
    desk.impose(ledger, "weigh-elsewhere", "broadcast", f"This series is not about {before}.")
    state = work(ledger, "weigh-elsewhere")
    assert before not in of(ledger, "weigh-elsewhere", SERIES_THEME)
    assert not any(
        theme.decided and name == before for name, theme in state.works.of(RunningThemeFound).items()
    )


def test_episodes_are_lives_of_their_people(ledger: Ledger) -> None:
    """In order, in the step they were wrapped in; a gap that the episode settled is settled in canon, too."""
    state = ledger.load("nora").state
    assert [one.taken.called for one in canon(state).lives] == ["S1E1 of weigh", "S1E2 of weigh"]
    (found,) = (one for one in state.works.of(ContradictionFound).values() if one.kind == "bond")
    assert (found.was, found.now, found.ruled) == ("measure", "bottom", "keep the later")
    assert canon(ledger.load("gus").state).life.ends == "dead"
    for one in state.canon.lives.values():
        assert one.taken.at == ledger.head(one.taken.production).number - 1
