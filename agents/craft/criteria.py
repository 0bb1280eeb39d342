"""How each role judges a shot for a beat, and what it says."""

from typing import NamedTuple

from cineledger.agents.craft import actor, cinematographer, director, grammar, variety, writer
from cineledger.agents.craft.adherence import adhere, film
from cineledger.agents.craft.framing import BeatView
from cineledger.agents.craft.rule import LONGEST, Criterion, Frame, phrase
from cineledger.domain.debate.options import Look
from cineledger.domain.shots.events import ShotSpec
from cineledger.domain.words import CAST_PREFIX

VISION = "vision"
CRITERIA: dict[str, tuple[Criterion, ...]] = {
    "director": director.CRITERIA + grammar.CRITERIA,
    "cinematographer": cinematographer.CRITERIA + grammar.CRITERIA,
    "writer": writer.CRITERIA + grammar.CRITERIA,
    "cast": actor.CRITERIA,
}
VISION_WEIGHT = {"director": 0.24, "cinematographer": 0.2, "writer": 0.17, "cast": 0.1}
"""How much the look of the film counts for each role beside its own criteria, before the look says
anything strong.
"""
_LOUDER = 2.0
"""A look at the end of an axis counts so much more: what the orchestrator says plainly is heeded."""

_MODEST = {VISION: 0.45} | {criterion.name: 0.2 for criterion in grammar.CRITERIA}
"""How much less than it counts a reason that everybody has is named: a role argues from its own craft."""


class Judgement(NamedTuple):
    """What a role thinks of a shot."""

    total: float
    """0 to 1."""
    best: str
    """The criterion that speaks most for it."""
    worst: str
    """The criterion that speaks most against it."""


class _Voice(NamedTuple):
    name: str
    weight: float
    worth: float
    why: str
    criterion: Criterion | None

    @property
    def pull(self) -> float:
        return self.weight * (self.worth - 0.5)

    @property
    def say(self) -> float:
        """How much it would be named: a role argues from its own craft before what everybody can point at."""
        return self.pull * _MODEST.get(self.name, 1.0)


def score(role: str, beat: BeatView, spec: ShotSpec, look: Look) -> Judgement:
    """What `director`, `cinematographer`, `writer` or `cast:NAME` thinks of a shot for a beat.

    Any other role judges as a director would.
    """
    voices = _voices(Frame(beat, spec, look, _me(role)), _table(role))
    total = sum(v.weight * v.worth for v in voices) / sum(v.weight for v in voices)
    own = [voice for voice in voices if voice.name not in _MODEST]
    best = max([v for v in voices if v.why and v.worth >= 0.5] or own, key=lambda voice: voice.say)
    worst = min([v for v in voices if v.why and v.worth < 0.5] or own, key=lambda voice: voice.say)
    return Judgement(round(total, 4), best.name, worst.name)


def reason_for(role: str, beat: BeatView, spec: ShotSpec, look: Look, judgement: Judgement) -> str:
    """Why the role would have the shot, in a sentence: what its best criterion says."""
    frame = Frame(beat, spec, look, _me(role))
    voice = _find(frame, _table(role), judgement.best)
    if voice.why and voice.worth >= 0.5:
        said = phrase(voice.why, frame)
        kept = film(frame) if voice.name != VISION else ""
        return (
            f"{said}; besides, it keeps the film {kept}"
            if kept and len(said) + len(kept) < LONGEST - 28
            else said
        )
    return phrase(voice.criterion.more if voice.criterion else "{shot} keeps to the look we agreed on", frame)


def reason_against(role: str, beat: BeatView, spec: ShotSpec, look: Look, judgement: Judgement) -> str:
    """Why the role would rather not have the shot, in a sentence: what its worst criterion says."""
    frame = Frame(beat, spec, look, _me(role))
    voice = _find(frame, _table(role), judgement.worst)
    if voice.why and voice.worth < 0.5:
        return phrase(voice.why, frame)
    return phrase(
        voice.criterion.less if voice.criterion else "{shot} does little for the look we agreed on", frame
    )


def _me(role: str) -> str | None:
    return role.removeprefix(CAST_PREFIX) if role.startswith(CAST_PREFIX) else None


def _table(role: str) -> str:
    kind = "cast" if role.startswith(CAST_PREFIX) else role
    return kind if kind in CRITERIA else "director"


def _voices(frame: Frame, table: str) -> list[_Voice]:
    voices = []
    own = CRITERIA[table]
    for criterion in own if table == "cast" else (*own, *variety.criteria(frame.b.again)):
        worth, why = criterion.judge(frame)
        voices.append(_Voice(criterion.name, criterion.weight, worth, why, criterion))
    return [*voices, _vision(frame, table)]


def _vision(frame: Frame, table: str) -> _Voice:
    worth, why = adhere(frame, table)
    loud = max(abs(frame.look.closeness), abs(frame.look.motion), abs(frame.look.contrast))
    return _Voice(VISION, VISION_WEIGHT[table] * (1 + _LOUDER * loud), worth, why, None)


def _find(frame: Frame, table: str, name: str) -> _Voice:
    voices = _voices(frame, table)
    return next((voice for voice in voices if voice.name == name), voices[0])
