"""What leads a scene's mix, and where everything else stands in it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from cineledger.agents.craft.beats import heat
from cineledger.agents.craft.music_notes import wish_in
from cineledger.agents.craft.page import Unit, quoted
from cineledger.domain.debate.options import Look
from cineledger.domain.fountain.screenplay import Element
from cineledger.domain.script.events import Beat
from cineledger.domain.script.measure import seconds
from cineledger.domain.sound.events import Spot, SpotClass

TALKS = 0.4
"""Of a scene's lines, those spoken, from which words lead."""

MIX: dict[SpotClass, dict[SpotClass, int]] = {
    "DX": {"DX": 1, "ADR": 1, "SFX": 2, "MX": 3, "FLY": 4, "AMB": 5},
    "MX": {"MX": 1, "DX": 2, "ADR": 2, "SFX": 2, "FLY": 4, "AMB": 4},
    "SFX": {"SFX": 1, "DX": 2, "ADR": 2, "MX": 3, "FLY": 3, "AMB": 4},
    "AMB": {"AMB": 1, "FLY": 2, "SFX": 2, "DX": 3, "ADR": 3, "MX": 4},
}
"""What leads → the place of each class in the mix; speech in front of all else (Chion's vococentrism)."""

_CLASSES: tuple[tuple[SpotClass, str], ...] = (
    ("DX", r"\bdialogue\b|\bwords\b|\blines\b|\bspeech\b|\bvoices?\b|\bhear (?:him|her|them|what)"),
    ("MX", r"\bmusic\b|\bscore\b|\bcue\b|\bsong\b"),
    ("AMB", r"\bambien\w+|\broom\b|\batmos\w*|\brain\b|\bwind\b|\bbackground\b"),
    ("SFX", r"\beffects?\b|\bsfx\b|\bbangs?\b|\bengine\b|\bdoors?\b|\bgunshots?\b"),
    ("FLY", r"\bfoley\b|\bsteps\b|\bfootsteps\b|\bcloth\b|\brustl\w+"),
)


class MusicHeard(NamedTuple):
    """A cue that stands, as the mix meets it."""

    cue: str
    title: str
    first: int
    last: int
    source: bool


class Stage(NamedTuple):
    """A scene to spot."""

    elements: Sequence[Element]
    beats: Sequence[Beat]
    cast: tuple[str, ...]
    int_ext: str | None
    look: Look
    cues: Sequence[MusicHeard]
    ambience: tuple[str, ...]
    """Layers of the set's, nearest first; empty where nobody designed them."""
    notes: tuple[str, ...] = ()


def bare(text: str) -> str:
    """A speech without how it is spoken."""
    return re.sub(r"\A(?:\([^)]*\)\s*)+", "", text) or text


def leads_in(stage: Stage, spoken: Sequence[Unit], found: Sequence[Spot]) -> tuple[SpotClass, str]:
    """What the mix is built around: words where people speak, else music, events or the place."""
    whole = seconds(stage.elements)
    said = [unit for unit in spoken if unit.kind == "speech"]
    talk = len(said) / max(1, len(spoken))
    loud = [one for one in found if one.kind == "SFX" and one.priority == 1]
    if loud and talk < 0.6:
        return "SFX", f"everything makes room for the {loud[0].what}, {quoted(loud[0].quote, 60)}"
    if said and talk >= TALKS:
        top = max(stage.beats, key=lambda b: b.emphasis, default=None)
        near = [u for u in said if top and top.first <= u.first <= top.last]
        line = max(near or said, key=lambda unit: (heat(unit.text), len(unit.text)))
        return (
            "DX",
            f"it is told in words, and {quoted(bare(line.text), 60)} has to be understood the first time",
        )
    music = [one for one in found if one.kind == "MX" and one.perspective == "offscreen"]
    if music and sum(seconds(stage.elements[m.first : m.last + 1]) for m in music) >= 0.5 * whole:
        return "MX", f"hardly anybody speaks, and {music[0].what} carries it"
    effects = [one for one in found if one.kind == "SFX"]
    if effects:
        return "SFX", f"one listens for the {effects[0].what}, {quoted(effects[0].quote, 60)}"
    if said:
        return "DX", f"the few words, {quoted(said[0].text, 60)}, are all that happens"
    return "AMB", "nothing is said and nothing breaks in: one listens to the place"


def ranked(stage: Stage, one: Spot, leads: SpotClass) -> Spot:
    """The spot at its place in the mix: its class's, nearer or further by how the film looks at people."""
    place = MIX[leads][one.kind]
    if one.kind == "SFX" and one.priority == 1:
        place = 1
    elif one.kind == "SFX" and one.priority == 4:
        place += 1
    look = stage.look
    near, far = look.closeness >= 0.3, look.closeness <= -0.3
    if (near and one.kind == "FLY") or (far and one.kind in ("AMB", "MX")):
        place -= 1
    if abs(look.contrast) >= 0.35 and one.kind == "SFX":
        place -= 1
    return one.model_copy(update={"priority": max(1, min(5, place))})


def heeded(spots: Sequence[Spot], notes: Sequence[str]) -> tuple[list[Spot], str]:
    """The mix as notes want it: what they name, else all but the words, softer, louder or gone."""
    kept, said = list(spots), ""
    for note in notes:
        wish, text = wish_in((note,)), note.casefold().replace("’", "'")
        named = {kind for kind, pattern in _CLASSES if re.search(pattern, text)}
        if wish.louder < 0 and "DX" in named and re.search(r"hear|under|drown|in the way", text):
            named = (named - {"DX"}) or {"MX", "SFX", "AMB", "FLY"}
        about = named or {"MX", "SFX", "AMB", "FLY"}
        if named and (wish.none or wish.more < 0 or re.search(r"\b(?:no|less|without|lose)\b", text)):
            kept = [one for one in kept if one.kind not in named - {"DX", "MX"}]
        step = 2 if wish.louder < 0 else -1 if wish.louder > 0 else 0
        if step or wish.none or wish.more < 0:
            kept = [_shifted(one, step) if one.kind in about else one for one in kept]
            said = f"; as the note {quoted(note, 60)} wants it"
    return kept, said


def _shifted(one: Spot, step: int) -> Spot:
    return one.model_copy(update={"priority": max(1, min(5, one.priority + step))})
