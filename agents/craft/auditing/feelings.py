"""Leaps of feeling that nothing in the scene explains."""

from collections.abc import Iterator, Sequence

from cineledger.agents.craft.auditing.scene import Audited, Established, Found
from cineledger.agents.craft.inertia import Stop, leap, unexplained
from cineledger.domain.value import Value


class Felt(Value):
    """What somebody feels in a scene."""

    character: str
    feeling: str
    valence: float
    arousal: float
    day_night: str
    line: int
    quote: str
    causes: tuple[str, ...]
    """Turns that she is in, and what moved between her and others."""


def established_feeling(scene: Audited, felt: Felt) -> Established:
    """What somebody takes with her from a scene."""
    return Established(
        kind="feeling",
        about=felt.character,
        what=felt.feeling,
        value=f"{felt.valence}/{felt.arousal}/{felt.day_night}",
        scene=scene.number,
        line=felt.line,
        quote=felt.quote,
        day=scene.day,
        years=scene.years,
        era=scene.era,
    )


def leaps(felt: Sequence[Felt], before: Sequence[Established]) -> Iterator[Found]:
    """Who is at another end of her feelings than in her scene before, on one day, and nothing here does it."""
    for now in felt:
        place = next(
            (p for p, one in enumerate(before) if (one.kind, one.about) == ("feeling", now.character)), None
        )
        if place is None:
            continue
        then = before[place]
        valence, arousal, day_night = then.value.split("/", 2)
        was = Stop(float(valence), float(arousal), day_night, ())
        stop = Stop(now.valence, now.arousal, now.day_night, now.causes)
        if unexplained(was, stop):
            text = (
                f"{now.character} goes from {then.what} in scene {then.scene} to {now.feeling} here, and nothing in "
                f"the scene does it"
            )
            weight = round(min(0.6, 0.2 + leap(was, stop) / 5), 2)
            yield Found("feeling", now.line, now.quote, (now.character,), place, weight, text)
