"""Why the film is on a shot here, in the trade's words."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from cineledger.agents.craft.fitting import Sight, listens
from cineledger.agents.craft.framed import SeenShot
from cineledger.agents.craft.page import quoted

FLICKER = 2.0
"""Seconds of a line below which it need not be a cut."""


class Joint(NamedTuple):
    """A cut with what stands around it."""

    shot: SeenShot
    sights: Sequence[Sight]
    """What plays in it."""
    before: SeenShot | None
    """The shot the film comes from; None where the scene begins."""
    latest: SeenShot | None
    """The shot in which one last saw the same subject."""
    place: str
    arrival: str
    """How one comes to the place: new, later, back or on."""
    long: bool
    """The film is cut in long takes."""

    @property
    def line(self) -> str:
        """The line it is cut in on, or the one it was decided for."""
        turns = (
            s
            for s in self.sights
            if s.passage.turns and self.shot.decided and s.passage.beat == self.shot.beat
        )
        silences = (s for s in self.sights if s.passage.silent)
        moves = (s for s in self.sights if s.passage.travels and self.shot.wide)
        text = next(turns, next(silences, next(moves, self.first))).passage.text
        return quoted(text, 50) if text else "the line"

    @property
    def matched(self) -> bool:
        """The shot before is as near, of somebody else."""
        before = self.before
        return before is not None and before.spec.size == self.shot.spec.size and before.single

    @property
    def first(self) -> Sight:
        return self.sights[0]

    @property
    def who(self) -> str:
        subject = self.shot.spec.subject
        return subject if len(subject) <= 40 else "them"


def _decided(j: Joint) -> bool:
    turning = any(s.passage.turns and s.passage.beat == j.shot.beat for s in j.sights)
    return j.shot.decided and turning


def _short(j: Joint) -> int:
    return sum(s.passage.speech and s.passage.seconds < FLICKER for s in j.sights)


_RULES: tuple[tuple[Callable[[Joint], bool], str], ...] = (
    (
        lambda j: j.before is None and _decided(j) and j.arrival == "new" and j.shot.wide,
        "opens on the wide that was decided, and {place} is new to us: {line}",
    ),
    (
        lambda j: j.before is None and _decided(j),
        "comes straight in on the shot decided for this beat: {line}",
    ),
    (
        lambda j: j.before is None and j.arrival == "new" and j.shot.wide,
        "opens wide: {place} is new to us, and we have to know where everybody is",
    ),
    (
        lambda j: j.before is None and j.arrival == "later" and j.shot.wide,
        "opens wide: time has passed in {place}, and one has to see what it left: {line}",
    ),
    (lambda j: j.before is None and j.shot.insert, "in on {who}, and the rest of {place} after it: {line}"),
    (lambda j: j.before is None and j.shot.wide, "back in {place}: where everybody is first, for {line}"),
    (
        lambda j: j.before is None and j.arrival == "new",
        "no wide there is serves the line better: {who}, and {place} around them, on {line}",
    ),
    (lambda j: j.before is None, "we know {place}: straight to {who} on {line}"),
    (_decided, "the shot that was decided for this beat, on the line it turns on: {line}"),
    (lambda j: j.shot.insert, "{line}: {who} has to be seen, and for as long as it takes to read it"),
    (lambda j: j.shot.pov, "what is looked at, from where it is looked at: {line}"),
    (
        lambda j: any(s.passage.silent for s in j.sights),
        "the talk stops: held on {who} through {line}, since a cut would fill the silence",
    ),
    (
        lambda j: listens(j.first, j.shot) and not j.first.passage.unseen,
        "{line} is heard on {who}: what it does there is the scene",
    ),
    (lambda j: listens(j.first, j.shot), "the voice is not in the room: {who} hears {line}"),
    (
        lambda j: j.shot.spec.type == "REACTION" and not j.shot.shows(j.first.passage.speaker),
        "{who} takes it in: {line}",
    ),
    (
        lambda j: j.shot.wide and any(s.passage.travels for s in j.sights),
        "back to the {size}: people move at {line}, and from here we see where to",
    ),
    (
        lambda j: (
            j.first.passage.travels
            and j.shot.spec.movement != "STATIC"
            and bool(j.shot.shows(j.first.passage.subject))
        ),
        "goes along: {line}",
    ),
    (
        lambda j: (
            j.latest is not None
            and j.first.passage.emphasis >= 0.6
            and j.shot.near > j.latest.near + 0.1
            and not j.shot.wide
        ),
        "nearer to {who} than the last time, since the scene has tightened: {line}",
    ),
    (
        lambda j: j.long and _short(j) >= 2,
        "short lines in one frame: they answer each other faster than cuts could follow, from {line} on",
    ),
    (
        lambda j: j.shot.shared and len({s.passage.speaker for s in j.sights if s.passage.speaker}) > 1,
        "both sides of it in one frame, from {line}",
    ),
    (
        lambda j: j.first.passage.speech and j.matched and j.shot.shows(j.first.passage.speaker) == 1.0,
        "to {who}, whose line it is, in a size that matches the shot before: {line}",
    ),
    (
        lambda j: j.first.passage.speech and j.shot.shows(j.first.passage.speaker) == 1.0,
        "to {who}, whose line it is: {line}",
    ),
    (
        lambda j: j.shot.wide and j.before is not None and j.before.near >= 0.5,
        "back to the {size}: after the near ones the eye needs the room again, at {line}",
    ),
    (
        lambda j: j.first.passage.speech and j.shot.shared,
        "everybody it is between stays in frame: {line}",
    ),
    (lambda j: j.first.passage.speech, "on {who} while {line} is said"),
    (
        lambda j: j.shot.wide and j.shot.shared,
        "the {size}, which has all of them in it, for what is done: {line}",
    ),
    (
        lambda j: not j.shot.empty and bool(j.shot.shows(j.first.passage.subject)),
        "on {who} for what is done: {line}",
    ),
    (lambda j: not j.shot.empty, "{who}, whom it happens to: {line}"),
    (lambda j: True, "away to {who}, which {line} is about"),
)


def why(joint: Joint) -> str:
    """The first reason that holds for a cut."""
    said = next(say for holds, say in _RULES if holds(joint))
    return said.format(
        line=joint.line,
        who=joint.who,
        place=joint.place,
        size=joint.shot.spec.size,
    )
