"""The catalogue of setups a crew thinks in, and when each is plausible."""

from collections.abc import Callable
from typing import Literal, NamedTuple

from cineledger.agents.craft.view import BeatView
from cineledger.domain.words import Angle, Movement, ShotSize, ShotType

Of = Literal["focus", "other", "both", "all", "place", "thing", "event"]
Need = Literal[
    "one",
    "two",
    "three",
    "moves",
    "looks",
    "thing",
    "outside",
    "speech",
    "listener",
    "alone",
    "dark",
    "hard",
    "extreme",
    "touch",
    "event",
]


class Setup(NamedTuple):
    """A row of the catalogue."""

    size: ShotSize
    type: ShotType
    angle: Angle
    movement: Movement
    of: Of
    kinds: str
    """Kinds of beat it is at home in, or `any`."""
    needs: tuple[Need, ...] = ()


CATALOGUE: tuple[Setup, ...] = (
    # Faces. Tightening on a turn is the plainest emphasis there is (Katz: the shot flow; Mascelli: close-
    # ups).
    Setup("MCU", "SINGLE", "EYE", "PUSH", "focus", "exchange reveal silence outburst button", ("one",)),
    Setup("CU", "SINGLE", "EYE", "STATIC", "focus", "any", ("one",)),
    Setup("MCU", "SINGLE", "EYE", "STATIC", "focus", "any", ("one",)),
    Setup("ECU", "SINGLE", "EYE", "STATIC", "focus", "reveal silence outburst", ("one",)),
    Setup("CU", "SINGLE", "EYE", "PUSH", "focus", "reveal silence button", ("one",)),
    Setup(
        "MCU",
        "REACTION",
        "EYE",
        "STATIC",
        "other",
        "exchange reveal outburst silence departure",
        ("listener",),
    ),
    Setup("CU", "REACTION", "EYE", "PUSH", "other", "reveal outburst silence departure", ("listener",)),
    Setup("MCU", "OTS", "EYE", "STATIC", "focus", "exchange reveal outburst silence", ("two", "speech")),
    Setup("MS", "OTS", "EYE", "DOLLY", "focus", "exchange reveal", ("two", "speech")),
    # People together: tension lies in the space between them (Arijon's two-player patterns; Katz).
    Setup("MS", "2S", "EYE", "STATIC", "both", "exchange silence outburst departure button reveal", ("two",)),
    Setup("MLS", "2S", "EYE", "PUSH", "both", "exchange silence reveal arrival", ("two",)),
    Setup("MS", "2S", "EYE", "RACK", "both", "reveal exchange departure silence", ("two",)),
    Setup(
        "MLS",
        "3S",
        "EYE",
        "STATIC",
        "all",
        "exchange arrival outburst button reveal silence action",
        ("three",),
    ),
    Setup("MLS", "GROUP", "EYE", "DOLLY", "all", "exchange arrival action", ("three",)),
    Setup("MS", "2S", "EYE", "PAN", "both", "exchange arrival departure", ("two",)),
    Setup("MS", "2S", "EYE", "WHIP", "both", "outburst", ("two",)),
    # Bodies. A camera may move when they do (Mascelli: motivated movement).
    Setup("FS", "SINGLE", "EYE", "TRACK", "focus", "action arrival departure outburst", ("one", "moves")),
    Setup("MS", "SINGLE", "EYE", "TRACK", "focus", "action departure arrival button", ("one", "moves")),
    Setup("MS", "SINGLE", "EYE", "HANDHELD", "focus", "outburst action arrival exchange reveal", ("one",)),
    Setup("MCU", "SINGLE", "EYE", "HANDHELD", "focus", "outburst reveal", ("one",)),
    Setup("MLS", "SINGLE", "LOW", "STATIC", "focus", "arrival outburst action reveal", ("one",)),
    Setup("MS", "SINGLE", "HIGH", "STATIC", "focus", "silence reveal departure button outburst", ("one",)),
    Setup("FS", "SINGLE", "EYE", "STATIC", "focus", "action silence departure arrival button", ("one",)),
    Setup("FS", "SINGLE", "EYE", "PAN", "focus", "action arrival departure", ("one", "moves")),
    Setup("MS", "SINGLE", "EYE", "PULL", "focus", "silence departure button reveal", ("one",)),
    # The world. Size of the figure in it is power or solitude (Block: space; Mascelli: long shots).
    Setup("WS", "MASTER", "EYE", "STATIC", "all", "any"),
    Setup("WS", "MASTER", "HIGH", "STATIC", "all", "silence departure button outburst reveal arrival"),
    Setup("WS", "SINGLE", "EYE", "PULL", "focus", "departure silence button", ("one",)),
    Setup("EWS", "ESTABLISHING", "EYE", "STATIC", "place", "arrival action", ("outside",)),
    Setup("EWS", "ESTABLISHING", "HIGH", "CRANE", "place", "arrival departure button", ("outside",)),
    Setup("WS", "ESTABLISHING", "EYE", "DOLLY", "place", "arrival action"),
    Setup("WS", "ESTABLISHING", "EYE", "PAN", "place", "arrival"),
    Setup("FS", "MASTER", "EYE", "BOOM", "all", "arrival action button", ()),
    Setup("WS", "MASTER", "LOW", "TRACK", "all", "action", ("moves",)),
    # What happens, whole in the frame: a face only shows that somebody has seen it (Mascelli: long shots).
    Setup("WS", "CUTAWAY", "EYE", "STATIC", "event", "any", ("event",)),
    Setup("FS", "CUTAWAY", "EYE", "PAN", "event", "any", ("event",)),
    Setup("WS", "CUTAWAY", "LOW", "PAN", "event", "action outburst arrival", ("event",)),
    # Points of view and things: who sees what, and when we do (Truffaut/Hitchcock on suspense; Arijon).
    Setup("MS", "POV", "EYE", "HANDHELD", "thing", "arrival action reveal", ("one", "looks")),
    Setup("MLS", "POV", "EYE", "STATIC", "thing", "reveal silence arrival departure", ("one", "looks")),
    Setup(
        "INSERT",
        "CUTAWAY",
        "EYE",
        "STATIC",
        "thing",
        "action reveal arrival button silence departure",
        ("thing",),
    ),
    Setup("INSERT", "CUTAWAY", "HIGH", "PUSH", "thing", "reveal silence", ("thing",)),
    # The tilted and the steep, for a world off its footing (Block: affinity and contrast; noir practice).
    Setup(
        "MCU",
        "SINGLE",
        "LOW",
        "STATIC",
        "focus",
        "outburst reveal exchange silence arrival button",
        ("one", "hard"),
    ),
    Setup("MS", "SINGLE", "DUTCH", "STATIC", "focus", "outburst reveal action silence", ("one", "hard")),
    Setup(
        "FS",
        "SINGLE",
        "HIGH",
        "STATIC",
        "focus",
        "departure silence action arrival exchange",
        ("one", "hard"),
    ),
    Setup("WS", "MASTER", "OVERHEAD", "STATIC", "all", "silence action departure", ("extreme",)),
    Setup("MLS", "SINGLE", "WORMS", "TRACK", "focus", "action outburst", ("one", "moves", "extreme")),
    Setup("ECU", "SINGLE", "EYE", "PUSH", "both", "exchange reveal button action", ("two", "touch")),
)


def meets(beat: BeatView, setup: Setup, contrast: float) -> bool:
    """Whether a setup is plausible for a beat; the tilted and steep want a hard film or a beat at the
    boil.
    """
    if setup.kinds != "any" and beat.kind not in setup.kinds.split():
        return False
    return all(_NEEDS[need](beat, contrast) for need in setup.needs)


_NEEDS: dict[Need, Callable[[BeatView, float], bool]] = {
    "one": lambda beat, contrast: beat.focus is not None,
    "two": lambda beat, contrast: beat.focus is not None and beat.other is not None and not beat.apart,
    "three": lambda beat, contrast: len(beat.seen) >= 3 and not beat.apart,
    "listener": lambda beat, contrast: beat.other is not None,
    "moves": lambda beat, contrast: beat.moves,
    "looks": lambda beat, contrast: beat.looks,
    "thing": lambda beat, contrast: beat.thing is not None,
    "outside": lambda beat, contrast: beat.outside,
    "speech": lambda beat, contrast: beat.speech_share > 0,
    "alone": lambda beat, contrast: len(beat.seen) == 1,
    "dark": lambda beat, contrast: beat.dark,
    "hard": lambda beat, contrast: contrast >= 0.25 or (beat.kind == "outburst" and contrast > -0.25),
    "extreme": lambda beat, contrast: contrast >= 0.5,
    "touch": lambda beat, contrast: beat.touches,
    "event": lambda beat, contrast: beat.event is not None and beat.event not in beat.people,
}
