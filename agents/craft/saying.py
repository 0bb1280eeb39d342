"""A shot in the trade's words."""

from cineledger.agents.craft.optics import nearer
from cineledger.agents.craft.view import BeatView
from cineledger.domain.shots.events import ShotSpec
from cineledger.domain.words import Angle

_ANGLES: dict[Angle, str] = {
    "EYE": "eye level",
    "HIGH": "high angle",
    "LOW": "low angle",
    "OVERHEAD": "straight down",
    "DUTCH": "Dutch tilt",
    "WORMS": "from the floor",
}


def say(spec: ShotSpec, beat: BeatView) -> str:
    """Movement, frame, subject, lens and angle: slow push from MS to MCU on MAYA, 50mm, eye level."""
    return f"{_move(spec, beat)}, {spec.lens_mm}mm, {_ANGLES[spec.angle]}"


def _move(spec: ShotSpec, beat: BeatView) -> str:
    frame, whom = _frame(spec), spec.subject
    pace = "quick" if beat.kind in ("outburst", "action") else "slow"
    over = _over(spec, beat)
    match spec.movement:
        case "PUSH":
            start = nearer(spec.size, -1) if spec.size != "INSERT" else "wide"
            return f"{pace} push from {start} to {frame} on {whom}{over}"
        case "PULL":
            return f"{pace} pull from {nearer(spec.size, 2)} back to {frame}, leaving {whom} the room"
        case "TRACK":
            return f"{frame} tracking with {whom}"
        case "DOLLY":
            return f"{frame} dolly {'along' if spec.type == 'ESTABLISHING' else 'around'} {whom}{over}"
        case "HANDHELD":
            return f"handheld {frame} {'of' if spec.type in ('POV', 'REACTION') else 'with'} {whom}"
        case "RACK":
            return f"{frame}, rack from {beat.focus} to {beat.other}"
        case "PAN" if spec.type == "2S":
            return f"{frame} panning from {beat.focus} to {beat.other}"
        case "PAN":
            return f"{frame} panning {'with' if spec.type == 'SINGLE' else 'across'} {whom}"
        case "WHIP":
            return f"whip pan from {beat.other} to {beat.focus}, {frame}"
        case "CRANE":
            return f"{frame} craning up over {whom}"
        case "BOOM":
            return f"{frame} booming down to {whom}"
        case "STATIC":
            held = "held" if beat.kind == "silence" else "locked-off"
            return (
                f"{held} {frame} {'on' if spec.type in ('SINGLE', 'REACTION', 'OTS') else 'of'} {whom}{over}"
            )
        case movement:
            return f"{frame}, {movement.lower()} on {whom}{over}"


def _frame(spec: ShotSpec) -> str:
    match spec.type:
        case "SINGLE":
            return spec.size
        case "CUTAWAY" if spec.size == "INSERT":
            return "insert"
        case "REACTION":
            return f"{spec.size} reaction"
        case "ESTABLISHING" | "MASTER" | "CUTAWAY" | "GROUP":
            return f"{spec.size} {spec.type.lower()}"
        case kind:
            return f"{spec.size} {kind}"


def _over(spec: ShotSpec, beat: BeatView) -> str:
    if spec.type != "OTS":
        return ""
    other = next((name for name in beat.seen if name != spec.subject), None)
    return f" over {other}'s shoulder" if other else " over the shoulder"
