"""The tree of forks: where productions stand, and its picture."""

from typing import Any
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from cineledger.domain.debate.events import ApprovalRequested, ProposalMade, ProposalRejected
from cineledger.domain.debate.options import ShotOption
from cineledger.domain.production.events import PhaseEntered
from cineledger.projections.fork_picture import Mark, picture
from cineledger.projections.fork_tree import Lane, Production, below, laid_out, lanes, productions
from cineledger.projections.markup import svg
from tests.projections.test_diff import WHY, question
from tests.projections.worlds import SPEC, World

SVG = "{http://www.w3.org/2000/svg}"


def made(
    name: str, parent: str | None = None, at: int | None = None, head: int = 9, **more: Any
) -> Production:
    """A production that nobody worked on."""
    plain: dict[str, Any] = {
        "title": "A film",
        "own": head - (at or 0),
        "phase": None,
        "status": "open",
        "waiting": 0,
        "born": "",
    }
    return Production(production=name, parent=parent, forked_at=at, head=head, **{**plain, **more})


def drawn(found: list[Lane], *marks: Mark) -> ElementTree.Element:
    """The picture, read back as XML."""
    return ElementTree.fromstring(svg(picture(found, "Productions", marks)))


def test_where_productions_stand(world: World) -> None:
    """Each with its head, its own events, its phase as its own past has it, and what awaits the orchestrator."""
    world.open("pilot", PhaseEntered(phase="planning"))
    world.say("director", question(1), ProposalMade(question=2, option=ShotOption(spec=SPEC), **WHY))
    world.fork("pilot@3", "b")
    world.fork("b@1", "c")
    world.say("director", ApprovalRequested(question=2, proposal=3, summary="s"), name="b")
    world.say(
        "orchestrator", ProposalRejected(question=2, proposal=3, note="No."), PhaseEntered(phase="execution")
    )
    with world.reader() as reader:
        found = {p.production: p for p in productions(reader)}
        order = [(branch, p.production) for branch, p in below(list(found.values()))]
        stems = {lane.production.production: (lane.stem, lane.phases) for lane in lanes(reader)}
    assert [(p.head, p.own, p.phase, p.waiting) for p in found.values()] == [
        (5, 6, "execution", 1),
        (4, 1, "planning", 1),
        (1, 0, "planning", 0),
    ]
    assert found["c"].parent == "b" and found["pilot"].born.endswith("+00:00")
    assert order == [("", "pilot"), ("└─ ", "b"), ("   └─ ", "c")]
    assert stems == {
        "pilot": (None, ((0, None), (1, "planning"), (5, "execution"))),
        "b": ("pilot", ((3, "planning"),)),
        "c": ("pilot", ((1, "planning"),)),
    }


@st.composite
def families(draw: st.DrawFn) -> list[Production]:
    """Productions forked from one another wherever it may be."""
    found: list[Production] = []
    for n in range(draw(st.integers(1, 14))):
        parent = draw(st.sampled_from([None, *found]))
        at = None if parent is None else draw(st.integers(0, parent.head))
        found.append(made(f"p{n}", parent and parent.production, at, (at or 0) + draw(st.integers(0, 20))))
    return found


@given(families())
def test_no_line_crosses_another(found: list[Production]) -> None:
    """Whatever stands between a fork and its stem begins at the fork's number or after it."""
    order = laid_out(found, {})
    assert {lane.production for lane in order} == set(found)
    row = {lane.production.production: n for n, lane in enumerate(order)}
    for n, lane in enumerate(order):
        if lane.stem is not None:
            between = order[row[lane.stem] + 1 : n]
            assert all(
                (other.production.forked_at or 0) >= (lane.production.forked_at or 0) for other in between
            )
            assert all(other.stem is not None for other in between)


@given(families())
def test_a_fork_leaves_the_lane_that_holds_its_event(found: list[Production]) -> None:
    """A fork at an event that its parent inherited leaves the ancestor whose own event that is."""
    by_name = {p.production: p for p in found}
    for lane in laid_out(found, {}):
        if lane.stem is not None:
            at = by_name[lane.stem].forked_at
            assert at is None or at < (lane.production.forked_at or 0)


def test_a_picture_of_any_names(world: World) -> None:
    """Names are text, whichever way they are written; long ones are cut, and whole in the tooltip."""
    long = "a very long name " * 4
    names = ["a & b", "المشروع الأول", "三毛", long.strip(), "b"]
    found = laid_out([made("pilot"), *(made(n, "pilot", k, 9) for k, n in enumerate(names))], {})
    root = drawn(found)
    shown = ["".join(e.itertext()) for e in root.iter(f"{SVG}tspan")]
    assert {f"\u2068{n}\u2069" for n in ("a & b", "المشروع الأول", "三毛")} <= set(shown)
    titles = [e.text or "" for e in root.iter(f"{SVG}title")]
    assert any(title.startswith(long.strip()) for title in titles)
    assert not any(long.strip() in text for text in shown)


def test_a_picture_is_the_same_each_time_and_fits() -> None:
    """Equal lanes give equal bytes; every lane lies within the picture, one, ten or a hundred forks."""
    for many in (0, 1, 10, 100):
        found = laid_out(
            [made("pilot", head=50), *(made(f"p{n}", "pilot", n % 50, 60) for n in range(many))], {}
        )
        data = svg(picture(found, "Productions"))
        assert data == svg(picture(found, "Productions"))
        root = ElementTree.fromstring(data)
        width, height = float(root.get("width", 0)), float(root.get("height", 0))
        heads = [e for e in root.iter(f"{SVG}circle") if (e.get("class") or "").startswith("head")]
        assert len(heads) == many + 1
        assert all(0 < float(e.get("cx", 0)) < width and 0 < float(e.get("cy", 0)) < height for e in heads)
        assert len({e.get("cy") for e in heads}) == many + 1


def test_a_chain_of_forks_may_be_deep() -> None:
    """A thousand forks of forks are listed and drawn."""
    found = [made("p0", head=0), *(made(f"p{n}", f"p{n - 1}", n - 1, n) for n in range(1, 1_500))]
    assert len(list(below(found))) == 1_500
    assert len(drawn(laid_out(found, {}))) > 1_500


def test_sides_are_marked_on_the_lane_that_holds_them() -> None:
    """A letter stands at its event, also where a fork shares it; two on one event stand side by side."""
    found = laid_out([made("pilot"), made("b", "pilot", 5, 9)], {})
    marks = [e for e in drawn(found, Mark("A", "b", 3), Mark("B", "pilot", 3)).iter(f"{SVG}circle")]
    (a, b) = [
        (float(e.get("cx", 0)), e.get("cy")) for e in marks if (e.get("class") or "").startswith("mark")
    ]
    assert a[1] == b[1] and a[0] - b[0] == 18


def test_what_awaits_the_orchestrator_is_seen() -> None:
    """A ring around the head, and words."""
    root = drawn(laid_out([made("pilot", phase="planning", waiting=2)], {"pilot": [(3, "planning")]}))
    assert [e.get("class") for e in root.iter(f"{SVG}circle")] == ["call", "head planning"]
    assert "2 await you" in "".join(root.itertext())
    legend = [e.text for e in root.iter(f"{SVG}text") if e.get("class") == "tick"]
    assert "planning" in legend and "review" not in legend


def test_an_empty_studio_is_drawn() -> None:
    """A picture of nothing is a picture."""
    assert drawn([]).tag == f"{SVG}svg"
