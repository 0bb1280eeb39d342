"""Other minds on a series: what they are told, and what of their answers is used."""

from pathlib import Path

from cineledger.agents.minds.mind import Asked
from cineledger.agents.offering import OfferOutline
from cineledger.agents.screenwriting.asks import WriteScene, WrittenScene
from cineledger.agents.serial.continuity import FoundGap, FoundGaps
from cineledger.agents.serial.placing import Place, open_episode, wrap
from cineledger.agents.serial.seasons import DrawnSeason, DrawSeasonArc, SeasonMove
from cineledger.agents.serial.themes import FindRunningThemes, FoundRunning, FoundRunningThemes, ThemeAt
from cineledger.domain.script.screenwriting import ScriptLine
from cineledger.domain.series.works import ContinuityRead, FatesRead, RunningThemeFound, SeasonArcDrawn
from cineledger.domain.talk.events import AnswerFailed
from tests.serial.support import FIRST, SECOND, SERIES, begun, episode
from tests.support.scripted import ScriptedMind
from tests.support.studio import work


def drawn(asked: Asked) -> DrawnSeason:
    """A season in a mind's own words, a place too far at first."""
    ask = asked.ask
    assert isinstance(ask, DrawSeasonArc)
    count = len(ask.episodes) if asked.corrections else len(ask.episodes) + 1
    moves = tuple(SeasonMove(episode=at, moves="it costs her a friend") for at in range(count))
    shape = ask.decided or "fall"
    return DrawnSeason(shape=shape, begins="sure", ends="alone", reason="every episode takes", moves=moves)


def renamed(asked: Asked) -> FoundRunningThemes:
    """One theme under a name of the series' own, over whatever the episodes call it."""
    ask = asked.ask
    assert isinstance(ask, FindRunningThemes)
    shows = tuple(
        ThemeAt(episode=at, theme=e.themes[0].theme) for at, e in enumerate(ask.episodes) if e.themes
    )
    name = ask.named or "what honesty costs"
    return FoundRunningThemes(themes=(FoundRunning(theme=name, reason="it returns", shows=shows),))


def test_what_a_mind_says_of_a_series_is_held_to_what_is_there(tmp_path: Path) -> None:
    """A fault is told and mended; what stays wrong is recorded as failed, and the house stands in."""
    nobody = FoundGaps(gaps=(FoundGap(kind="arc", subject="NOBODY", text="she is not there", weight=0.5),))
    mind = ScriptedMind(
        {
            "DrawSeasonArc": drawn,
            "FindRunningThemes": renamed,
            "CheckContinuity": lambda asked: nobody,
            "FindFates": lambda asked: {"fates": [{"character": "GUS"}]},
        }
    )
    with begun(tmp_path) as ledger:
        for name, path in (("measure", FIRST), ("bottom", SECOND)):
            state = episode(ledger, name, path.read_text(), mind=mind)
            wrap(ledger, name, anyway=False)
        series = work(ledger, SERIES, mind=mind)
        arc = series.works.get(SeasonArcDrawn, "1/NORA")
        assert arc is not None and [step.moves for step in arc.steps] == ["it costs her a friend"] * 2
        themes = series.works.of(RunningThemeFound)
        assert "what honesty costs" in themes or any(theme.decided for theme in themes.values())
        report = state.works.get(ContinuityRead)
        assert report is not None and "NOBODY" not in {finding.subject for finding in report.findings}
        fates = ledger.load("measure").state.works.get(FatesRead)
        assert fates is not None and fates.fates[0].quote
        for name, task in (
            ("bottom", "CheckContinuity"),
            (SERIES, "CheckContinuity"),
            ("measure", "FindFates"),
        ):
            failed = [r.fact for r in ledger.records(name) if isinstance(r.fact, AnswerFailed)]
            assert task in {fact.task for fact in failed}


def test_who_writes_an_episode_knows_the_series(tmp_path: Path) -> None:
    """What earlier episodes established comes with the outline and with each scene; a film of its own knows nothing."""

    def scene(asked: Asked) -> WrittenScene:
        ask = asked.ask
        assert isinstance(ask, WriteScene)
        lines = (ScriptLine(kind="action", text=f"The scale swings, {ask.place}."),)
        return WrittenScene(lines=lines, synopsis="The scale swings.")

    mind = ScriptedMind({"WriteScene": scene})
    with begun(tmp_path) as ledger:
        episode(ledger, "measure", FIRST.read_text())
        wrap(ledger, "measure", anyway=False)
        idea = "The harbour freezes, and the weigh house is the only warm room."
        open_episode(ledger, "ice", Place(SERIES), title="Ice", vision="", idea=idea, script=None)
        work(ledger, "ice", mind=mind)
    told = [a.ask for a in mind.asked if isinstance(a.ask, OfferOutline | WriteScene)]
    assert {type(ask) for ask in told} == {OfferOutline, WriteScene}
    for ask in told:
        assert isinstance(ask, OfferOutline | WriteScene)
        assert ask.series[0] == "This is S1E2 of a series."
        assert any("GUS was last in S1E1, is dead since then" in line for line in ask.series)
        assert any("NORA was last in S1E1, which left NORA uneasy" in line for line in ask.series)
