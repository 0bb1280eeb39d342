"""Which shot suits a line: Murch's six criteria, weighed as he weighs them."""

from typing import NamedTuple

from cineledger.agents.craft.framed import SeenShot
from cineledger.agents.craft.passages import Passage

EMOTION, STORY, RHYTHM, EYE_TRACE, PLANE, SPACE = 0.51, 0.23, 0.10, 0.07, 0.05, 0.04
"""What a cut has to be true to, in shares (Murch, *In the Blink of an Eye*, the rule of six)."""

SHORT = 4.5
"""Seconds of a direction that names a thing among others, above which an insert can hardly carry it."""
_ABSENT = 0.25
"""What a shot's nearness counts where nobody that the line is about is in it."""
_LOST = 0.2
"""What it costs to miss what is done: a voice can be heard off screen, an act cannot."""
DECIDED = 4.0
"""What a shot is worth on the very line it was decided for: more than all else together."""
HAPPENS = 1.5
"""What the frame made for what happens is worth on the sentence in which it does."""
OPENING = 0.5
"""What a wide is worth in a place that is new to us (Mascelli: establish, then go in)."""
INSERTED = 0.6
"""What an insert is worth on a line that is about nothing else."""
JUMP = 0.8
"""What it costs to cut to nearly the same frame of the same people (the 30° rule: Arijon, Mascelli)."""
_OWN_BEAT = 0.08


class Sight(NamedTuple):
    """A passage where it stands in the scene."""

    passage: Passage
    before: Passage | None
    along: float
    """0 the scene's beginning to 1 where it turns, and after."""
    new: float
    """0 the place is known, to 1 nobody has seen it yet."""
    closeness: float
    """How the film looks at people, -1 to 1."""


def fit(sight: Sight, shot: SeenShot) -> float:
    """What a shot is worth on a passage, by emotion and story."""
    there = concerns(sight, shot)
    felt = emotion(sight, shot) * (1.0 if there else _ABSENT)
    own = shot.decided and shot.beat == sight.passage.beat
    lost = 0.0 if there or sight.passage.speech else _LOST
    return EMOTION * felt + STORY * story(sight, shot) + _OWN_BEAT * own - lost


def demanded(sight: Sight, shot: SeenShot) -> float:
    """What it is worth beside: a decided shot on its line, an insert on its own, a wide where we come in."""
    p = sight.passage
    if shot.decided and shot.beat == p.beat and p.turns:
        return DECIDED
    if p.happens and shot.wide and shot.spec.subject == p.happens:
        return HAPPENS
    if shot.insert and p.about_thing and story(sight, shot) == 1.0:
        return INSERTED
    opens = sight.new >= 0.5 and (shot.wide or shot.spec.type == "ESTABLISHING")
    return OPENING * sight.new * opens


def emotion(sight: Sight, shot: SeenShot) -> float:
    """Distance follows feeling: nearer as a line is hot and the scene tightens, back where it lets go."""
    p = sight.passage
    if shot.insert:
        return 0.8 if p.about_thing and not p.speech else 0.5
    near = 0.38 + 0.18 * sight.closeness + 0.3 * p.tension + 0.15 * p.emphasis + 0.12 * sight.along
    near += 0.06 if p.speech else -0.2 if p.travels else 0.0
    near += 0.15 if p.silent else 0.0
    near -= 0.4 * sight.new
    return max(0.0, 1.0 - 1.4 * abs(shot.near - max(0.05, min(0.95, near))))


def story(sight: Sight, shot: SeenShot) -> float:
    """What the line tells can be seen: who speaks, who takes it in, who goes where, which thing."""
    return _said(sight, shot) if sight.passage.speech else _done(sight, shot)


def concerns(sight: Sight, shot: SeenShot) -> bool:
    """Somebody or something that the passage is about can be seen, or whoever it lands on."""
    p = sight.passage
    if p.speech:
        return bool(shot.shows(p.speaker)) or p.unseen or _lands(sight, shot)
    people = [name for name in (p.subject, *p.people) if name]
    if not people or p.silent or any(shot.shows(name) for name in people):
        return True
    return shot.empty and _done(sight, shot) >= 0.5


def listens(sight: Sight, shot: SeenShot) -> bool:
    """The line lands on somebody: the shot is of who hears it."""
    p = sight.passage
    return p.speech and shot.single and not shot.shows(p.speaker) and shot.spec.type != "OTS"


def _said(sight: Sight, shot: SeenShot) -> float:
    p = sight.passage
    if p.unseen:
        return 0.3 if shot.shows(p.speaker) == 1.0 else 0.8 if not shot.insert else 0.2
    if shot.empty:
        return 0.05 if shot.insert else 0.2
    if listens(sight, shot):
        return 0.85 if _lands(sight, shot) else 0.05
    seen = shot.shows(p.speaker)
    return seen * (0.5 if shot.wide else 0.8 if shot.shared else 1.0)


def _lands(sight: Sight, shot: SeenShot) -> bool:
    """Who hears it matters more than who says it, and this is a shot of that."""
    p = sight.passage
    landed = (p.turns and p.kind in ("reveal", "outburst")) or p.tension >= 0.6
    return landed and shot.spec.type == "REACTION" and not shot.shows(p.speaker)


def _done(sight: Sight, shot: SeenShot) -> float:
    p = sight.passage
    if shot.insert:
        named = p.thing is not None and p.thing in shot.spec.subject.casefold()
        return 0.0 if not named else 1.0 if p.about_thing else 0.4 if p.seconds <= SHORT else 0.2
    if not p.people and p.subject is None and not p.silent:
        return 1.0 if shot.spec.type == "ESTABLISHING" else 0.9 if shot.wide else 0.75 if shot.empty else 0.3
    if shot.pov:
        looked = "look" in p.signs or (sight.before is not None and "look" in sight.before.signs)
        return 0.7 if looked and not p.travels else 0.1
    if shot.empty:
        return 0.25
    seen = max((shot.shows(name) for name in (p.subject, *p.people)), default=0.0)
    if p.silent or "touch" in p.signs:
        return 0.9 if shot.spec.type in ("2S", "REACTION") else 0.8 * max(seen, 0.5)
    if p.travels:
        follows = shot.spec.movement in ("TRACK", "PAN", "HANDHELD", "DOLLY", "CRANE")
        return seen * (1.0 if follows else 0.95 if shot.wide else 0.8 - 0.6 * shot.near)
    return max(0.15, seen * (0.9 if shot.near <= 0.6 else 0.7))


def join(left: SeenShot, right: SeenShot) -> float:
    """What a cut between two shots is worth for the eye: where it looks, on the screen, and in the room."""
    same = left.spec.subject == right.spec.subject
    step = abs(left.near - right.near)
    jump = same and step < 0.2 and left.spec.angle == right.spec.angle
    plane = 0.0 if jump else 0.6 if step > 0.7 else 1.0
    traced = 1.0 if same and not jump else 0.8 if abs(step) < 0.05 else 0.6
    space = 1.0 if left.shared or right.shared or same else 0.7 if not right.empty else 0.5
    return EYE_TRACE * traced + PLANE * plane + SPACE * space - (JUMP if jump else 0.0)
