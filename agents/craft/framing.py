"""Candidate shots for a beat."""

from functools import lru_cache

from cineledger.agents.craft.limits import NO_LIMITS, Limits, allowed, within
from cineledger.agents.craft.optics import CLOSENESS, ENERGY, TILT, lens, nearer, support
from cineledger.agents.craft.saying import say
from cineledger.agents.craft.setups import CATALOGUE, Setup, meets
from cineledger.agents.craft.view import BeatView, see
from cineledger.domain.debate.options import Look
from cineledger.domain.shots.events import ShotSpec
from cineledger.domain.words import Angle, Movement, ShotSize, ShotType

__all__ = ["BeatView", "options", "see", "shot"]

FEWEST, MOST = 6, 12
_OVER = ("MLS", "MS", "MCU")
_TILTED = ("SINGLE", "REACTION", "2S", "MASTER")
_FILLERS: tuple[Setup, ...] = (
    Setup("FS", "MASTER", "EYE", "STATIC", "all", "any"),
    Setup("MS", "MASTER", "EYE", "DOLLY", "all", "any"),
    Setup("WS", "MASTER", "LOW", "STATIC", "all", "any"),
    Setup("WS", "MASTER", "EYE", "PAN", "all", "any"),
    Setup("MLS", "MASTER", "EYE", "PUSH", "all", "any"),
    Setup("WS", "MASTER", "HIGH", "CRANE", "all", "any"),
)
"""For beats that leave the catalogue little: nobody in them, nothing moving."""


def shot(
    beat: BeatView,
    look: Look,
    size: ShotSize,
    kind: ShotType,
    angle: Angle,
    movement: Movement,
    subject: str,
    limits: Limits = NO_LIMITS,
) -> ShotSpec:
    """A whole spec: lens, support and description follow from the rest; bent to the limits where it breaks
    one.
    """
    if kind == "OTS":
        # Nearer than a medium close-up the shoulder is out of frame; wider than a medium long it is a two-
        # shot.
        kind, size = ("SINGLE", size) if size in ("CU", "ECU") else ("OTS", size if size in _OVER else "MLS")
    spec = ShotSpec(
        size=size,
        type=kind,
        angle=angle,
        movement=movement,
        support=support(size, movement, beat),
        lens_mm=lens(size, movement, angle, beat, look),
        subject=subject,
        description="",
    )
    spec = within(spec, limits) if allowed(spec, limits) else spec
    return spec.model_copy(update={"description": say(spec, beat)})


@lru_cache(maxsize=256)
def options(beat: BeatView, look: Look, limits: Limits = NO_LIMITS) -> tuple[ShotSpec, ...]:
    """Six to twelve different shots that could carry the beat, in the catalogue's order.

    What the look asks for comes first into the twelve, but wide and close, still and moving, level and
    angled stay on the table. Shots that break a limit are bent to it, so tight limits leave fewer.
    """
    rows = [setup for setup in CATALOGUE if meets(beat, setup, look.contrast)]
    rows += _FILLERS if len(rows) < FEWEST + 2 else ()
    built: dict[tuple[object, ...], tuple[int, Setup, ShotSpec]] = {}
    for order, setup in enumerate(rows):
        spec = _build(beat, look, setup, limits)
        key = (spec.size, spec.type, spec.angle, spec.movement, spec.subject)
        built.setdefault(key, (order, setup, spec))
    ranked = sorted(built.values(), key=lambda row: (-_leaning(row[2], look), row[0]))
    chosen = _varied(ranked)
    return tuple(spec for _, _, spec in sorted(chosen, key=lambda row: row[0]))


def _build(beat: BeatView, look: Look, setup: Setup, limits: Limits) -> ShotSpec:
    size, angle = setup.size, setup.angle
    # In a hard film the moving setups leave eye level too: up to the strong, down on the beaten.
    if look.contrast >= 0.5 and angle == "EYE" and setup.movement != "STATIC" and setup.type in _TILTED:
        valence, arousal = beat.felt(beat.focus)
        angle = "HIGH" if valence < 0 and arousal < 0.2 else "LOW"
    if setup.type in ("SINGLE", "REACTION", "OTS", "2S", "3S") and abs(look.closeness) >= 0.6:
        size = nearer(size, 1 if look.closeness > 0 else -1)
    return shot(beat, look, size, setup.type, angle, setup.movement, subject_of(beat, setup.of), limits)


def subject_of(beat: BeatView, of: str) -> str:
    """Whom or what a setup is of, by name; the place where nobody is there."""
    place = (beat.location or "").strip() or "the place"
    if of == "focus" and beat.focus:
        return beat.focus
    if of == "other" and beat.other:
        return beat.other
    if of == "thing":
        return beat.thing_named if beat.thing else beat.other if beat.looks and beat.other else place
    if of == "event" and beat.event:
        return beat.event
    if of == "both" and beat.focus and beat.other:
        return f"{beat.focus} and {beat.other}"
    if of == "all" and beat.seen:
        return ", ".join(beat.seen[:3]) if len(beat.seen) <= 3 else "the company"
    return place


def _leaning(spec: ShotSpec, look: Look) -> float:
    """How far a shot goes the way the look leans."""
    return (
        look.closeness * (CLOSENESS[spec.size] - 0.5)
        + look.motion * (ENERGY[spec.movement] - 0.35)
        + look.contrast * (TILT[spec.angle] - 0.25)
    )


def _varied(ranked: list[tuple[int, Setup, ShotSpec]]) -> list[tuple[int, Setup, ShotSpec]]:
    """The first twelve, but with the best of each of the six contrasts among them where there is one."""
    contrasts = (
        lambda spec: CLOSENESS[spec.size] >= 0.7,
        lambda spec: CLOSENESS[spec.size] <= 0.27,
        lambda spec: spec.movement == "STATIC",
        lambda spec: spec.movement != "STATIC",
        lambda spec: spec.angle != "EYE",
        lambda spec: spec.type not in ("SINGLE", "MASTER"),
    )
    chosen: list[tuple[int, Setup, ShotSpec]] = []
    for holds in contrasts:
        best = next((row for row in ranked if holds(row[2])), None)
        if best and best not in chosen:
            chosen.append(best)
    for most in (2, 3, MOST):
        for row in ranked:
            if (
                len(chosen) < MOST
                and row not in chosen
                and sum(c[2].size == row[2].size for c in chosen) < most
            ):
                chosen.append(row)
    return chosen
