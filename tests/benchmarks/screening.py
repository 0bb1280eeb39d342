"""What the crew makes of whole scripts, counted: shots, sizes, movement, length of shots, and how visions differ."""

import math
import shutil
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from statistics import mean
from typing import NamedTuple

from cineledger.agents.craft.optics import CLOSENESS
from cineledger.agents.craft.page import playable
from cineledger.agents.reading import played_scenes
from cineledger.domain.edit.events import Cut, SceneAssembled
from cineledger.domain.music.events import CueWritten
from cineledger.domain.office.events import BudgetEstimated, ScheduleMade
from cineledger.domain.shots.events import Shot
from cineledger.domain.staging.events import SceneLit
from cineledger.domain.state import State
from tests.agents.craft.craft_films import COMEDY, DRAMA, THRILLER
from tests.benchmarks.measure import Table, count, scratch
from tests.support.inputs import INPUTS
from tests.support.studio import opened, work

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "craft" / "measures.md"
BEGIN, END = "<!-- measured: {} -->", "<!-- end of {} -->"

VISIONS: Mapping[str, str] = {
    "intimate": "Intimate: faces before places.",
    "epic": "Epic: vast landscapes, people small in their world.",
    "comic": "A comic film, bright and open, fast and funny.",
    "noir": "Film noir: hard shadows, dread.",
}
NEAR = ("MLS", "MS", "MCU", "CU", "ECU")
"""Close and mid; the rest is far."""
NONE = "–"


def scripts() -> dict[str, str]:
    """The scripts there are here, by name."""
    paths = [
        ROOT / "docs/demo/last_ferry.fountain",
        ROOT / "docs/scripts/parom.fountain",
        *sorted(INPUTS.glob("screenplays/*.fountain")),
        *sorted(INPUTS.glob("fdx/*.fountain")),
    ]
    found = {path.stem: path.read_text("utf-8") for path in paths if path.exists()}
    return {**found, "a drama": DRAMA, "a thriller": THRILLER, "a comedy": COMEDY}


@dataclass(frozen=True, slots=True)
class Film:
    """A film as its crew left it."""

    state: State

    @property
    def shots(self) -> tuple[Shot, ...]:
        return tuple(sorted(self.state.shots.live(), key=lambda shot: shot.planned.shot))

    @property
    def cuts(self) -> list[Cut]:
        """In the order of the script."""
        done = self.state.works.of(SceneAssembled)
        return [c for scene in self.state.script.order if scene in done for c in done[scene].cuts]

    def sizes(self) -> list[str]:
        """The size each cut is in."""
        return [self.state.shots.shots[cut.shot].spec.size for cut in self.cuts]

    def lines(self) -> tuple[int, int]:
        """Lines that some shot covers, of those that can be played."""
        covered = whole = 0
        for scene in played_scenes(self.state):
            spans = [(shot.first, shot.last) for shot in self.state.shots.scene(scene.written.scene)]
            places = playable(scene.written.elements)
            whole += len(places)
            covered += sum(any(first <= place <= last for first, last in spans) for place in places)
        return covered, whole

    def asked(self) -> int:
        """Questions that go to the orchestrator, by their tier or at an impasse."""
        questions = self.state.debate.questions.values()
        return sum(q.opened.tier == "orchestrator" or q.impasse for q in questions)


class Measure(NamedTuple):
    """A column, and what stands in it for a film."""

    name: str
    of: Callable[[Film], str]


def entropy(values: Iterable[Hashable]) -> float:
    """Bits."""
    counts = Counter(values)
    total = sum(counts.values())
    return -sum(n / total * math.log2(n / total) for n in counts.values()) + 0.0 if total else 0.0


def _bits(film: Film, column: Callable[[Shot], Hashable]) -> str:
    return f"{entropy(map(column, film.shots)):.2f}"


def _share(held: Sequence[bool]) -> str:
    return f"{100 * mean(held):.0f} %" if held else NONE


def _mean(numbers: Sequence[float], digits: int = 1) -> str:
    return f"{mean(numbers):.{digits}f}" if numbers else NONE


def _moves(film: Film) -> str:
    return _share([shot.spec.movement != "STATIC" for shot in film.shots])


def _moving_cuts(film: Film) -> str:
    shots = film.state.shots.shots
    return _share([shots[cut.shot].spec.movement != "STATIC" for cut in film.cuts])


def _average(film: Film) -> str:
    return _mean([cut.seconds for cut in film.cuts])


def _setups_a_day(film: Film) -> str:
    schedule = film.state.works.get(ScheduleMade)
    return _mean([day.setups for day in schedule.days]) if schedule else NONE


def _low_key(film: Film) -> str:
    return _share([lit.key_light == "LOW" for lit in film.state.works.of(SceneLit).values()])


def _cues_a_scene(film: Film) -> str:
    cues = film.state.works.of(CueWritten)
    return f"{len(cues) / max(1, len(played_scenes(film.state))):.1f}" if cues else NONE


def _cost(film: Film) -> str:
    budget = film.state.works.get(BudgetEstimated)
    return count(float(budget.total)) if budget else NONE


MEASURES = (
    Measure("shots", lambda film: count(len(film.shots))),
    Measure("cuts", lambda film: count(len(film.cuts))),
    Measure("entropy of types", lambda film: _bits(film, lambda shot: shot.spec.type)),
    Measure("of sizes", lambda film: _bits(film, lambda shot: shot.spec.size)),
    Measure("moving", _moves),
    Measure("moving, as cut", _moving_cuts),
    Measure("close and mid", lambda film: _share([shot.spec.size in NEAR for shot in film.shots])),
    Measure(
        "longest run of a size",
        lambda film: str(max((len([*g]) for _, g in groupby(film.sizes())), default=0)),
    ),
    Measure("lines covered", lambda film: "{} of {}".format(*film.lines())),
    Measure("seconds a shot", _average),
    Measure("setups a day", _setups_a_day),
    Measure("questions to the orchestrator", lambda film: str(film.asked())),
)
UNDER_VISIONS = (
    Measure("closeness", lambda film: _mean([CLOSENESS[shot.spec.size] for shot in film.shots], 2)),
    Measure("moving", _moves),
    Measure("lens, mm", lambda film: _mean([shot.spec.lens_mm for shot in film.shots], 0)),
    Measure("low key", _low_key),
    Measure("seconds a shot", _average),
    Measure("cues a scene", _cues_a_scene),
    Measure("cost", _cost),
)


def made(name: str, script: str, vision: str) -> Film:
    """A script through the whole crew, to the end."""
    folder = scratch() / "screening" / name.replace(" ", "-")
    with opened(folder, script=script, vision=vision) as ledger:
        state = work(ledger)
    shutil.rmtree(folder)
    return Film(state)


def by_script(names: Sequence[str]) -> Table:
    """Each script without a vision: what comes of the text alone."""
    table = Table("What the text alone makes", ["script", *(measure.name for measure in MEASURES)])
    for name in names:
        film = made(name, scripts()[name], "")
        table.add(name, *(measure.of(film) for measure in MEASURES))
    return table


def by_vision(names: Sequence[str]) -> Table:
    """Each script under four visions."""
    columns = ["script", "vision", *(measure.name for measure in UNDER_VISIONS)]
    table = Table("What a vision makes of it", columns)
    for name in names:
        for vision, words in VISIONS.items():
            film = made(f"{name} {vision}", scripts()[name], words)
            table.add(name, vision, *(measure.of(film) for measure in UNDER_VISIONS))
    return table


@dataclass(frozen=True, slots=True)
class Screened:
    """All tables of the page."""

    tables: Mapping[str, Table]

    def markdown(self) -> str:
        return "\n\n".join(table.markdown() for table in self.tables.values())


def run(quick: bool) -> Screened:
    """Screens every script, and puts the tables into the page; quickly, the first alone, and the page stays."""
    names = list(scripts())[: 1 if quick else None]
    screened = Screened({"scripts": by_script(names), "visions": by_vision(names)})
    if not quick:
        PAGE.write_text(put_in(PAGE.read_text("utf-8"), screened.tables), "utf-8")
    return screened


def put_in(page: str, tables: Mapping[str, Table]) -> str:
    """The page with each table between its markers, and everything else as it was."""
    for name, table in tables.items():
        begin, end = BEGIN.format(name), END.format(name)
        before, found, rest = page.partition(begin)
        _, closed, after = rest.partition(end)
        if not (found and closed):
            raise ValueError(f"the page has no place for {name}: {begin} … {end}")
        page = f"{before}{begin}\n\n{table.markdown()}\n\n{end}{after}"
    return page
