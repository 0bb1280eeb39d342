"""One script under four visions: what differs, which way, by whose word; and what no vision changes."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from statistics import mean
from typing import TypeVar

import pytest

from cineledger.agents import desk
from cineledger.agents.craft.optics import CLOSENESS
from cineledger.agents.craft.page import playable
from cineledger.domain.address import Address
from cineledger.domain.design.events import PropListed, SetDesigned, SetGathered
from cineledger.domain.edit.events import SceneAssembled
from cineledger.domain.ledger import Ledger
from cineledger.domain.music.events import CueWritten
from cineledger.domain.office.events import BudgetEstimated, SceneListed
from cineledger.domain.shots.events import Shot
from cineledger.domain.staging.events import SceneLit
from cineledger.domain.state import State
from cineledger.domain.work.work import Work
from cineledger.projections.chain import Node
from cineledger.projections.reader import Reader
from cineledger.projections.why import why, why_cell
from tests.support.studio import work

W = TypeVar("W", bound=Work)

SCRIPT = """Title: Low Water

EXT. RESERVOIR - DAY

The reservoir, drained. A church spire stands out of the mud.

EXT. DAM ROAD - DAY

ODA, 50, walks along the dam road with a shovel. She does not look at the water.

INT. ODA'S KITCHEN - NIGHT

One lamp. ODA sits at the table, mud to her knees. PIER, 20, her son, comes in and stops.

PIER
You went down there again.

ODA
Sit.

PIER
They told you. Everybody told you. The house is gone!

A long silence. She takes something out of her coat.

The key lies on the table.

PIER
That's our door.

ODA
It still fits.

PIER
You went INSIDE? Are you out of your mind? It could have come down on you!

Oda laughs, and then she is crying. Pier kneels and takes her hands.

ODA
Your height is on the wall. Every year, until you were six. I couldn't leave it there.

DISSOLVE TO:

EXT. RESERVOIR - DAWN

Pier and Oda carry a door across the mud. They stop. Behind them, the water is rising.

PIER
It's only wood.

ODA
Then carry your end.

They walk on.
"""
VISIONS = {
    "intimate": "Intimate: faces before places.",
    "epic": "Epic: vast landscapes, people small in their world.",
    "comic": "A comic film, bright and open, fast and funny.",
    "noir": "Film noir: hard shadows, dread.",
}


@pytest.fixture(scope="module")
def studio(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A studio with the script four times, each under a vision of its own, each to the end."""
    folder = tmp_path_factory.mktemp("visions")
    script = desk.Script(text=SCRIPT, source="low_water.fountain", encoding="utf-8")
    with Ledger(folder, create=True) as ledger:
        for name, vision in VISIONS.items():
            desk.open_production(ledger, name, title="Low Water", vision=vision, idea=None, script=script)
            work(ledger, name)
    return folder


@pytest.fixture(scope="module")
def films(studio: Path) -> dict[str, State]:
    """What each vision left."""
    with Ledger(studio) as ledger:
        return {name: ledger.load(name).state for name in VISIONS}


@pytest.fixture(scope="module")
def reader(studio: Path) -> Iterator[Reader]:
    """The tables of all four."""
    with Reader(studio) as tables:
        yield tables


def each(films: dict[str, State], measured: Callable[[State], float]) -> dict[str, float]:
    """A figure of every film."""
    return {name: measured(state) for name, state in films.items()}


def of_shots(measured: Callable[[Shot], float]) -> Callable[[State], float]:
    """A figure of a film's shots, on average."""
    return lambda state: mean(measured(shot) for shot in state.shots.live())


def made(films: dict[str, State], kind: type[W]) -> dict[str, list[W]]:
    """All pieces of a kind; skips where no department of this crew makes them."""
    found = {name: list(state.works.of(kind).values()) for name, state in films.items()}
    if not any(found.values()):
        pytest.skip(f"no department of this crew hands in a {kind.NOUN} yet")
    return found


def near(shot: Shot) -> float:
    return CLOSENESS[shot.spec.size]


def test_intimate_is_nearest_and_epic_furthest(films: dict[str, State]) -> None:
    """Sizes and lenses follow the vision: long and near on faces, short and far on country."""
    sizes, lenses = each(films, of_shots(near)), each(films, of_shots(lambda shot: shot.spec.lens_mm))
    for figures in (sizes, lenses):
        assert max(figures, key=lambda name: figures[name]) == "intimate"
        assert min(figures, key=lambda name: figures[name]) == "epic"


def test_comic_moves_and_noir_looks_askew(films: dict[str, State]) -> None:
    """A fast comedy moves its camera more than a noir, and a noir leaves eye level more than a comedy."""
    moving = each(films, of_shots(lambda shot: shot.spec.movement != "STATIC"))
    askew = each(films, of_shots(lambda shot: shot.spec.angle != "EYE"))
    assert moving["comic"] > moving["noir"]
    assert askew["noir"] > max(askew["comic"], askew["intimate"])


def test_comic_is_cut_quickest(films: dict[str, State]) -> None:
    """Shots are shortest where it is to be fast and funny."""
    average = each(
        films,
        lambda s: mean(cut.seconds for scene in s.works.of(SceneAssembled).values() for cut in scene.cuts),
    )
    assert average["comic"] < 0.8 * min(average[name] for name in ("intimate", "epic", "noir"))


def test_noir_is_lit_lowest(films: dict[str, State]) -> None:
    """More scenes in low key, and harder ratios, than the same in a bright comedy."""
    lit = made(films, SceneLit)
    low = {name: mean(scene.key_light == "LOW" for scene in scenes) for name, scenes in lit.items()}
    ratio = {name: mean(scene.ratio for scene in scenes) for name, scenes in lit.items()}
    assert low["noir"] > low["comic"] and ratio["noir"] == max(ratio.values()) > ratio["comic"]


def test_the_score_follows(films: dict[str, State]) -> None:
    """What is heard differs between a comedy and a noir: its tempo is higher, or it has other cues."""
    cues = made(films, CueWritten)
    heard = {name: {(cue.scene, cue.mood, cue.tempo) for cue in own} for name, own in cues.items()}
    assert heard["comic"] != heard["noir"]
    tempi = {name: [cue.tempo for cue in own if cue.tempo is not None] for name, own in cues.items()}
    if tempi["comic"] and tempi["noir"]:
        assert mean(tempi["comic"]) >= mean(tempi["noir"])


def test_sets_have_other_colours(films: dict[str, State]) -> None:
    """The same sets are painted darker in a noir than in a comedy."""
    sets = made(films, SetDesigned)

    def light(name: str) -> float:
        colours = [swatch.hex for own in sets[name] for swatch in own.palette]
        return mean(int(colour[at : at + 2], 16) for colour in colours for at in (1, 3, 5))

    assert light("noir") < light("comic")


def test_visions_cost_differently(films: dict[str, State]) -> None:
    """What is asked for is paid for: four visions are not one budget."""
    budgets = made(films, BudgetEstimated)
    assert len({own[0].total for own in budgets.values()}) > 1


def test_where_the_text_leaves_no_choice_all_agree(films: dict[str, State]) -> None:
    """Scenes, people, places, what is covered, the typed transition, black at both ends: none is the vision's."""
    first, *others = films.values()
    for state in others:
        assert state.script.order == first.script.order
        assert set(state.cast.characters) == set(first.cast.characters)
        assert set(state.works.of(SetGathered)) == set(first.works.of(SetGathered))
        assert set(state.works.of(PropListed)) == set(first.works.of(PropListed))
    for state in films.values():
        done = state.works.of(SceneAssembled)
        first_scene, *_, last_scene = (done[scene] for scene in state.script.order if scene in done)
        assert first_scene.transition == "FADE IN"
        assert (last_scene.transition, last_scene.ending) == ("DISSOLVE", "FADE OUT")
        for scene in state.script.present():
            spans = [(shot.first, shot.last) for shot in state.shots.scene(scene.written.scene)]
            lines = playable(scene.written.elements)
            assert all(any(first <= line <= last for first, last in spans) for line in lines)


def test_an_empty_place_and_a_key_are_shot_alike(films: dict[str, State]) -> None:
    """Nobody in the picture: a wide that holds the place. A key on a table: an insert. Under every vision."""
    for state in films.values():
        (opens,) = state.shots.scene("1")
        assert opens.spec.size in ("EWS", "WS", "FS") and opens.spec.type in ("ESTABLISHING", "MASTER")
        key = next(p for p, e in enumerate(state.script.scenes["3"].written.elements) if "key lies" in e.text)
        inserts = [shot for shot in state.shots.scene("3") if shot.spec.size == "INSERT"]
        assert any(shot.first <= key <= shot.last for shot in inserts)


def test_breakdown_is_the_texts(films: dict[str, State]) -> None:
    """What a scene needs on the day is what its page names."""
    listed = made(films, SceneListed)
    items = {
        name: {(one.scene, item.category, item.name) for one in own for item in one.items}
        for name, own in listed.items()
    }
    assert all(found == items["intimate"] for found in items.values())


def test_why_ends_at_the_vision_for_shots(films: dict[str, State], reader: Reader) -> None:
    """Where a turn is shot otherwise under two visions, each film's own vision is among the reasons."""
    slate = next(
        slate
        for slate in sorted(films["noir"].shots.shots)
        if films["noir"].shots.shots[slate].question
        and films["noir"].shots.shots[slate].spec != films["epic"].shots.shots[slate].spec
    )
    for name in ("noir", "epic"):
        chain = why_cell(reader, name, "shots", slate, "size")
        assert VISIONS[name] in _visions(chain.causes.values())


def test_why_ends_at_the_vision_for_the_cut(reader: Reader) -> None:
    """How long shots stay is explained by the pacing that was decided, and that by the vision."""
    for name in VISIONS:
        chain = why_cell(reader, name, "pacing", "3", "average")
        assert any("paced" in node.text for node in chain.causes.values())
        assert VISIONS[name] in _visions(chain.causes.values())


@pytest.mark.parametrize(
    "kind", [SceneLit, CueWritten, SetDesigned, BudgetEstimated], ids=lambda kind: kind.NOUN
)
def test_why_ends_at_the_vision_for_work(films: dict[str, State], reader: Reader, kind: type[Work]) -> None:
    """A department's work is explained down to the words that it was made by."""
    made(films, kind)
    for name, state in films.items():
        for number in state.works.numbers(kind)[:1]:
            assert VISIONS[name] in _visions(why(reader, Address(name, number)).causes.values())


def _visions(nodes: Iterable[Node]) -> set[str]:
    """The words of the visions among causes."""
    return {node.fact["text"] for node in nodes if node.type == "VisionStated"}
