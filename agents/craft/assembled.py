"""A scene as the editor hands it in: the cuts with their reasons, its pace, and the way in."""

from collections.abc import Sequence
from typing import Literal

from cineledger.agents.craft.assembly import Stretch, cut_together
from cineledger.agents.craft.cut_reasons import Joint, why
from cineledger.agents.craft.fitting import Sight
from cineledger.agents.craft.framed import SeenShot
from cineledger.agents.craft.pacing import AS_USUAL, TEMPI, USUAL, heeded, pace, seen_by
from cineledger.agents.craft.passages import Passage, heat_of, is_fade, passages
from cineledger.agents.craft.pronouns import Called
from cineledger.agents.craft.transitions import Edge, comes_in, goes_out, leading
from cineledger.domain.debate.options import Look
from cineledger.domain.edit.events import Pace, Transition
from cineledger.domain.fountain.screenplay import Element
from cineledger.domain.script.events import Beat
from cineledger.domain.value import Value

Arrival = Literal["new", "later", "back", "on"]
"""One comes to a place nobody has seen yet, to it after a time, back to it from elsewhere, or one was just there."""
NEWS: dict[Arrival, float] = {"new": 1.0, "later": 0.8, "back": 0.25, "on": 0.0}
"""How much of a place has to be shown again."""


class Placed(Value):
    """A cut, its shot by place among those that were asked about."""

    shot: int
    first: int
    last: int
    seconds: float
    why: str


class Assembled(Value):
    """A scene put together."""

    transition: Transition
    transition_why: str
    pace: Pace
    heat: float
    cuts: tuple[Placed, ...]
    reason: str
    ending: Transition | None = None
    ending_why: str = ""
    heeds: tuple[int, ...] = ()
    """Places of the notes that it is cut by."""


def assemble(
    location: str | None,
    day_night: str | None,
    elements: tuple[Element, ...],
    beats: tuple[Beat, ...],
    called: Called,
    shots: tuple[SeenShot, ...],
    look: Look,
    pacing: str,
    before: Edge | None,
    arrival: Arrival,
    last: bool,
    typed: str | None,
    typed_out: str | None,
    act: bool,
    serial: bool,
    notes: tuple[str, ...],
    may_dissolve: bool = True,
) -> Assembled:
    """The scene cut together; without cuts where no shot covers a line."""
    played = passages(elements, beats, called)
    inside = [p for p in played if not is_fade(p.text)]
    heat = heat_of(inside)
    tempo, heed = seen_by(TEMPI.get(pacing, TEMPI[USUAL]), look), heeded(notes, heat)
    sights = see_through(played, look.closeness, arrival)
    stretches = cut_together(sights, shots, tempo, heed)
    cuts = _placed(stretches, sights, shots, location, arrival, pacing == "long takes")
    here = leading(inside, location, day_night).model_copy(update={"may_dissolve": may_dissolve})
    transition, transition_why = comes_in(before, here, typed, pacing, serial, act)
    heeds = tuple(place for place, note in enumerate(notes) if heeded((note,), heat) != AS_USUAL)
    ending, ending_why = goes_out(typed_out) if last else (None, "")
    total = sum(cut.seconds for cut in cuts)
    average = total / len(cuts) if cuts else 0.0
    return Assembled(
        transition=transition,
        transition_why=transition_why,
        pace=pace(average),
        heat=heat,
        cuts=cuts,
        reason=_reason(cuts, average, pacing, bool(heeds)),
        ending=ending,
        ending_why=ending_why,
        heeds=heeds,
    )


def see_through(played: Sequence[Passage], closeness: float, arrival: Arrival) -> list[Sight]:
    """Every passage where it stands: how far the scene has come on its way to where it turns most."""
    heaviest = max(
        range(len(played)), key=lambda place: (played[place].turns, played[place].emphasis), default=0
    )
    return [
        Sight(
            passage=p,
            before=played[place - 1] if place else None,
            along=min(1.0, place / heaviest) if heaviest else 1.0,
            new=0.0 if place else NEWS[arrival],
            closeness=closeness,
        )
        for place, p in enumerate(played)
    ]


def _placed(
    stretches: Sequence[Stretch],
    sights: Sequence[Sight],
    shots: Sequence[SeenShot],
    location: str | None,
    arrival: Arrival,
    long: bool,
) -> tuple[Placed, ...]:
    cuts, latest = list[Placed](), dict[str, SeenShot]()
    place = (location or "").strip() or "the place"
    place = place if len(place) <= 40 else "the place"
    for count, stretch in enumerate(stretches):
        shot = shots[stretch.shot]
        own = sights[stretch.first : stretch.last + 1]
        before = shots[stretches[count - 1].shot] if count else None
        joint = Joint(shot, own, before, latest.get(shot.spec.subject), place, arrival, long)
        cuts.append(
            Placed(
                shot=stretch.shot,
                first=own[0].passage.first,
                last=own[-1].passage.last,
                seconds=stretch.seconds,
                why=why(joint),
            )
        )
        latest[shot.spec.subject] = shot
    return tuple(cuts)


def _reason(cuts: Sequence[Placed], average: float, pacing: str, heeds: bool) -> str:
    if not cuts:
        return "no shot covers a line of it yet"
    if len(cuts) == 1 and pacing == "quick":
        return (
            f"we decided to cut quickly, and there is one shot to cut: it plays for {average:.1f} seconds whole"
            + ("; heeds what was said of the cut before" if heeds else "")
        )
    said = f"cut to the pacing we decided on, {pacing}: a shot stays {average:.1f} seconds"
    if len(cuts) > 2:
        shortest, longest = min(cuts, key=lambda c: c.seconds), max(cuts, key=lambda c: c.seconds)
        said += f", from {shortest.seconds:g} to {longest.seconds:g}"
    return said + ("; heeds what was said of the cut before" if heeds else "")
