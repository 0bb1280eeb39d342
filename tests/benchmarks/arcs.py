"""Whether the moods and emotions that the house reads are those that a reader of the script accepts.

`arcs_by_hand.csv` says what a reader does: for each character and scene whether it leaves her pleasant, unpleasant or
even, which way that moves from her scene before, whether she is roused and in command, and the family of what she
mostly feels; empty where a reader would not say. It was written before any rule, by somebody who then wrote the rules
having read the scripts; half of it, by scenes, was kept out of their tuning.

A reading agrees where its valence lies on the same side (even: within BAND of the middle), its move goes the same way
(flat: within BAND), its arousal and dominance are above the middle or not, and its emotions of that family weigh most.
Families are those of Parrott (2001).
"""

import csv
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from cineledger.domain.cast.affect import Emotion
from cineledger.domain.cast.lived import SceneLived
from cineledger.domain.state import State
from tests.benchmarks.measure import Table
from tests.benchmarks.plays import as_screenplay
from tests.support.inputs import INPUTS
from tests.support.studio import opened, work

ROOT = Path(__file__).parents[2]
BAND = 0.1
QUESTIONS = ("valence", "move", "arousal", "dominance", "family")
HALVES = ("tuning", "held out", "fresh")
"""The last are scripts by another hand, read and labelled once the rules stood."""

_FAMILIES: Mapping[str, Sequence[Emotion]] = {
    "joy": ("joy", "happy for", "satisfaction", "gratification", "gloating", "pride", "hope", "relief"),
    "love": ("love", "gratitude", "admiration"),
    "anger": ("anger", "hate", "reproach", "resentment"),
    "sadness": ("distress", "pity", "disappointment", "shame", "remorse", "fears confirmed"),
    "fear": ("fear",),
}
FAMILY = {emotion: family for family, emotions in _FAMILIES.items() for emotion in emotions}
_NAMED = {
    **dict.fromkeys(("angry", "furious", "annoyed", "bitter"), "anger"),
    **dict.fromkeys(("afraid", "terrified", "alarmed", "anxious", "frantic", "uneasy"), "fear"),
    **dict.fromkeys(("tender",), "love"),
}
"""Names of the emotion that lines show → family; others by their valence."""


class Told(NamedTuple):
    """What somebody says of a character in a scene; empty where nothing is said."""

    valence: str
    move: str
    arousal: str
    dominance: str
    family: str


class Expected(NamedTuple):
    """A line of the file."""

    script: str
    scene: str
    character: str
    told: Told
    half: str


NEUTRAL = Told("even", "flat", "low", "low", "none")


def by_hand() -> list[Expected]:
    """What a reader says."""
    with (Path(__file__).parent / "arcs_by_hand.csv").open(encoding="utf-8") as lines:
        return [
            Expected(
                row["script"], row["scene"], row["character"], Told(*(row[q] for q in QUESTIONS)), row["half"]
            )
            for row in csv.DictReader(lines)
        ]


def scripts() -> dict[str, str]:
    """The scripts there are here."""
    paths = {
        "ferry": ROOT / "docs/demo/last_ferry.fountain",
        "short-measure": ROOT / "tests/serial/short_measure.fountain",
        "false-bottom": ROOT / "tests/serial/false_bottom.fountain",
        "bob-a": INPUTS / "screenplays/cyber_bob_ep01_draft_a.fountain",
        "bob-b": INPUTS / "screenplays/cyber_bob_ep01_draft_b.fountain",
    }
    others = (Path(__file__).parent / "planted" / "held_out").glob("*.fountain")
    labelled = {one.script for one in by_hand()}
    paths |= {path.stem: path for path in sorted(others) if path.stem in labelled}
    found = {name: path.read_text("utf-8") for name, path in paths.items() if path.exists()}
    play = INPUTS / "play_txt/importance_of_being_earnest_pg844.txt"
    return {**found, "play": as_screenplay(play, ("Lane", "Merriman"))} if play.exists() else found


def lived(state: State) -> dict[tuple[str, str], Told]:
    """What the scenes of a film are to its characters: scene's number and character → what is told."""
    moods = {(one.scene, one.character): one for one in state.works.of(SceneLived).values()}
    rows = {key: (one.left.valence, one.left.arousal, one.left.dominance) for key, one in moods.items()}
    return _told(state, rows, {key: _family(one) for key, one in moods.items()})


def shown(state: State) -> dict[tuple[str, str], Told]:
    """The same of the emotions that the lines show, without a mood beneath."""
    rows, families = dict[tuple[str, str], tuple[float, float, float]](), dict[tuple[str, str], str]()
    for person, character in state.cast.characters.items():
        for scene, felt in character.feelings.items():
            if felt.valence is not None and felt.arousal is not None:
                rows[scene, person] = (felt.valence, felt.arousal, 0.0)
                even = "none" if abs(felt.valence) < BAND else "joy" if felt.valence > 0 else "sadness"
                families[scene, person] = _NAMED.get(felt.feeling, even)
    return _told(state, rows, families)


def _told(
    state: State,
    rows: Mapping[tuple[str, str], tuple[float, float, float]],
    families: Mapping[tuple[str, str], str],
) -> dict[tuple[str, str], Told]:
    found, before = dict[tuple[str, str], Told](), dict[str, float]()
    for scene in state.script.present():
        for (name, person), (valence, arousal, dominance) in rows.items():
            if name != scene.written.scene:
                continue
            side = "even" if abs(valence) < BAND else "pleasant" if valence > 0 else "unpleasant"
            step = valence - before[person] if person in before else None
            move = "" if step is None else "flat" if abs(step) < BAND else "up" if step > 0 else "down"
            before[person] = valence
            found[scene.written.number, person] = Told(
                side,
                move,
                "high" if arousal > 0 else "low",
                "high" if dominance > 0 else "low",
                families[name, person],
            )
    return found


def _family(one: SceneLived) -> str:
    sums = dict[str, float]()
    for appraisal in one.appraisals:
        family = FAMILY[appraisal.emotion]
        sums[family] = sums.get(family, 0.0) + appraisal.intensity
    return max(sums, key=lambda family: sums[family], default="none")


def agreement(
    expected: Iterable[Expected], read: Mapping[str, Mapping[tuple[str, str], Told]]
) -> dict[str, tuple[int, int]]:
    """Question → how many answers agree, of how many that a reader gives."""
    found = dict.fromkeys(QUESTIONS, (0, 0))
    for one in expected:
        if one.script in read:
            told = read[one.script].get((one.scene, one.character), NEUTRAL._replace(family=""))
            for question, hers, here in zip(QUESTIONS, one.told, told, strict=True):
                if hers:
                    agreed, of = found[question]
                    found[question] = (agreed + (hers == here), of + 1)
    return found


def films(names: Iterable[str] | None = None) -> dict[str, State]:
    """The scripts, each as its crew left it."""
    found = dict[str, State]()
    for name, script in scripts().items():
        if names is None or name in names:
            with tempfile.TemporaryDirectory() as folder, opened(Path(folder), script=script) as ledger:
                found[name] = work(ledger)
    return found


def run(quick: bool) -> Table:
    """Moods and emotions, the emotion that lines show alone, and a reader of nothing."""
    made = films({"ferry", "short-measure", "false-bottom"} if quick else None)
    ways = {
        "appraised": {name: lived(state) for name, state in made.items()},
        "the emotion of the lines": {name: shown(state) for name, state in made.items()},
        "always neutral": {name: dict.fromkeys(lived(state), NEUTRAL) for name, state in made.items()},
    }
    expected = [one for one in by_hand() if one.script in made]
    scenes = {(one.script, one.scene) for one in expected}
    table = Table(
        f"arcs: {len(expected)} characters in {len(scenes)} scenes of {len(made)} scripts, as a reader has them",
        ["half", "read by", *QUESTIONS, "all"],
        note=f"Agreement over what the reader says; even and flat are within {BAND:g} of the middle.",
    )
    for half in HALVES:
        for way, read in ways.items():
            counted = agreement((one for one in expected if one.half == half), read)
            agreed, of = (sum(parts) for parts in zip(*counted.values(), strict=True))
            cells = [_share(*counted[question]) for question in QUESTIONS]
            table.add(half, way, *cells, _share(agreed, of))
    return table


def _share(agreed: int, of: int) -> str:
    return f"{agreed} of {of} ({100 * agreed / of:.0f}%)" if of else "–"
