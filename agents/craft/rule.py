"""What a criterion is: rules in order of precedence, each with its worth and the sentence that says why."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from cineledger.agents.craft.optics import CLOSENESS, ENERGY, TILT
from cineledger.agents.craft.page import quoted
from cineledger.agents.craft.view import BeatView
from cineledger.domain.debate.options import Look
from cineledger.domain.shots.events import ShotSpec

LONGEST = 200
"""Characters a reason may take."""
_MOVES = {
    "PUSH": "the push to {frame}",
    "PULL": "the pull back to {frame}",
    "TRACK": "the tracking {frame}",
    "DOLLY": "the dollying {frame}",
    "HANDHELD": "the handheld {frame}",
    "RACK": "the rack focus in {frame}",
    "PAN": "the panning {frame}",
    "WHIP": "the whip pan",
    "CRANE": "the crane up to {frame}",
    "BOOM": "the boom down to {frame}",
    "STATIC": "the {frame}",
}
_STEEP = {
    "HIGH": "high-angle ",
    "LOW": "low-angle ",
    "OVERHEAD": "overhead ",
    "DUTCH": "Dutch ",
    "WORMS": "floor-level ",
}
_KIND = {
    "OTS": "over-the-shoulder ",
    "2S": "two-shot ",
    "3S": "three-shot ",
    "GROUP": "group ",
    "REACTION": "reaction ",
}


@dataclass(frozen=True, slots=True)
class Frame:
    """A beat seen through a shot; `me` is the character of the cast member who judges it."""

    b: BeatView
    s: ShotSpec
    look: Look
    me: str | None = None

    @property
    def near(self) -> float:
        """0 far to 1 close."""
        return CLOSENESS[self.s.size]

    @property
    def face(self) -> bool:
        return self.s.size in ("MCU", "CU", "ECU") and self.s.type != "POV"

    @property
    def wide(self) -> bool:
        return self.s.size in ("FS", "WS", "EWS")

    @property
    def happens(self) -> bool:
        """Its strongest line is about what a thing, an animal or a body at large does."""
        return self.b.event is not None

    @property
    def whole(self) -> bool:
        """What happens is in the frame from end to end."""
        return self.wide and (self.s.subject == self.b.event or self.s.type == "MASTER")

    @property
    def mid(self) -> bool:
        return self.s.size in ("MLS", "MS")

    @property
    def still(self) -> bool:
        return self.s.movement == "STATIC"

    @property
    def energy(self) -> float:
        """0 still to 1 whip pan."""
        return ENERGY[self.s.movement]

    @property
    def steep(self) -> bool:
        return TILT[self.s.angle] > 0

    @property
    def shared(self) -> bool:
        """Two or more people in one frame."""
        return self.s.type in ("2S", "3S", "GROUP", "OTS") or (
            self.s.type == "MASTER" and len(self.b.seen) > 1
        )

    @property
    def turn(self) -> bool:
        """The scene hangs on the beat."""
        return self.b.emphasis >= 0.6

    @property
    def talk(self) -> bool:
        """The strongest line is speech, or speech fills the beat."""
        return self.b.spoken or self.b.speech_share >= 0.6

    @property
    def alone(self) -> bool:
        return len(self.b.seen) == 1

    @property
    def low(self) -> bool:
        """Whoever the beat is about feels bad."""
        return self.b.felt(self.b.focus)[0] <= -0.2

    @property
    def glad(self) -> bool:
        """Whoever the beat is about feels well."""
        return self.b.felt(self.b.focus)[0] >= 0.15

    @property
    def up(self) -> bool:
        """It looks up to whoever holds the beat, or down on the one who does not."""
        holds = self.b.holds
        return holds is not None and (
            (self.s.angle == "LOW" and self.s.subject == holds)
            or (self.s.angle == "HIGH" and self.s.subject in self.b.seen and self.s.subject != holds)
        )

    @property
    def wrong_way_up(self) -> bool:
        """It looks down on whoever holds the beat, or up to the one who does not."""
        holds = self.b.holds
        return holds is not None and (
            (self.s.angle == "HIGH" and self.s.subject == holds)
            or (self.s.angle == "LOW" and self.s.subject in self.b.seen and self.s.subject != holds)
        )

    @property
    def mine(self) -> bool:
        """The judging cast member's character can be seen in the shot."""
        return self.named or (
            self.me in self.b.seen and self.s.type in ("MASTER", "GROUP", "3S", "2S", "OTS")
        )

    @property
    def named(self) -> bool:
        """The shot is of the judging cast member's character."""
        subject = self.s.subject
        return self.me is not None and self.me in (subject, *subject.split(" and "), *subject.split(", "))


class Rule(NamedTuple):
    """Where `when` holds, the criterion is met by `worth` (0 to 1), and `say` is why; variants stand
    between |.
    """

    when: Callable[[Frame], bool]
    worth: float
    say: str


class Criterion(NamedTuple):
    """What a role looks for. The first rule that holds judges; where none does it is met by half."""

    name: str
    weight: float
    rules: tuple[Rule, ...]
    more: str
    """What to say for it where no rule speaks for the shot, and …"""
    less: str
    """… against it where none speaks against."""

    def judge(self, frame: Frame) -> tuple[float, str]:
        """How far the shot meets it, 0 to 1, and why; no words where no rule holds."""
        for rule in self.rules:
            if rule.when(frame):
                return rule.worth, rule.say
        return 0.5, ""


def phrase(template: str, frame: Frame) -> str:
    """A rule's sentence filled in for a beat and a shot, at most `LONGEST` characters."""
    variants = template.split("|")
    chosen = variants[sum(map(ord, frame.b.quote)) % len(variants)].strip()
    for room in (52, 36, 24, 14):
        said = chosen.format(**_slots(frame, room))
        if len(said) <= LONGEST:
            break
    said = said[0].upper() + said[1:]
    return said if len(said) <= LONGEST else said[: LONGEST - 1].rstrip() + "…"


_TIMES = ("never", "once", "twice", "three times", "four times", "often")


def short(spec: ShotSpec) -> str:
    """A shot as people refer to it once it is on the table: the low-angle MLS, the push to CU."""
    if spec.type == "POV":
        return "the point of view"
    if spec.size == "INSERT":
        return "the insert"
    frame = f"{_STEEP.get(spec.angle, '')}{_KIND.get(spec.type, '')}{spec.size}"
    return _MOVES.get(spec.movement, "the {frame}").format(frame=frame)


def _slots(frame: Frame, room: int) -> dict[str, object]:
    beat, spec = frame.b, frame.s
    place = (beat.location or "").strip()
    return {
        "shot": short(spec),
        "line": quoted(beat.quote, room) if beat.quote else "this beat",
        "who": beat.focus or "the place",
        "other": beat.other or "whoever hears it",
        "me": frame.me or "",
        "holds": beat.holds or beat.focus or "the place",
        "again": _TIMES[min(beat.again, len(_TIMES) - 1)],
        "place": place.upper() if 0 < len(place) <= 40 else "the place",
        "lens": spec.lens_mm,
        "size": spec.size,
        "subject": spec.subject if len(spec.subject) <= 40 else "them",
        "thing": beat.thing_named,
    }
