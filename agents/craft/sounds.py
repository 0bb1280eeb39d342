"""A scene as a sound designer spots it: what is heard at which line, from where, and what leads the mix."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cineledger.agents.craft.beats import heat
from cineledger.agents.craft.music_notes import wish_in
from cineledger.agents.craft.page import Unit, quoted, shorten, telling, units
from cineledger.agents.craft.signs import find
from cineledger.agents.craft.sound_words import Heard, effects_in, foley_in, shouted_in
from cineledger.domain.debate.options import Look
from cineledger.domain.fountain.screenplay import Element
from cineledger.domain.script.events import Beat
from cineledger.domain.script.measure import seconds
from cineledger.domain.sound.events import Perspective, Spot, SpotClass

OF_THE_PLACE = frozenset({"rain", "wind", "insects", "birds", "crowd", "fire"})
"""Sounds that go on behind everything: they are ambience, not events."""
NOISY = frozenset(
    {
        "rain",
        "wind",
        "engine",
        "car",
        "crowd",
        "helicopter",
        "train",
        "aeroplane",
        "water",
        "machine",
        "alarm",
    }
)
"""What a boom operator can't keep out of a line."""
TALKS = 0.4
"""Of a scene's lines, those spoken, from which words lead."""

MIX: dict[SpotClass, dict[SpotClass, int]] = {
    "DX": {"DX": 1, "ADR": 1, "SFX": 2, "MX": 3, "FLY": 4, "AMB": 5},
    "MX": {"MX": 1, "DX": 2, "ADR": 2, "SFX": 2, "FLY": 4, "AMB": 4},
    "SFX": {"SFX": 1, "DX": 2, "ADR": 2, "MX": 3, "FLY": 3, "AMB": 4},
    "AMB": {"AMB": 1, "FLY": 2, "SFX": 2, "DX": 3, "ADR": 3, "MX": 4},
}
"""What leads → the place of each class in the mix; speech in front of all else (Chion's vococentrism)."""

_FAR = re.compile(
    r"\b(?:far(?! too)|distant|in the distance|far off|somewhere|faint|faintly|"
    r"вдали|далёк\w+|au loin|lejos|fern)\b|远处",
    re.IGNORECASE,
)
_OFF = re.compile(
    r"\b(?:o\.s\.|off ?screen|from (?:outside|below|above|upstairs|downstairs|next door|behind)|"
    r"outside|in the next room|"
    r"beyond the (?:door|wall|window))\b|за кадром|за окном|窗外",
    re.IGNORECASE,
)
_LOW = re.compile(
    r"\b(?:quietly|whisper\w*|barely|under (?:his|her|their) breath|softly|murmur\w*)\b|тихо|шёпот",
    re.IGNORECASE,
)
_FILTERED = re.compile(r"PHONE|RADIO|FILTER|TV|TELEVISION|INTERCOM|SPEAKER|ТЕЛЕФОН|РАДИО|电话", re.IGNORECASE)
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


class Spotting(NamedTuple):
    """What is heard, and what leads."""

    spots: tuple[Spot, ...]
    leads: SpotClass
    reason: str


def spot(stage: Stage) -> Spotting:
    """The spots of a scene, by line and then by class, with their places in the mix."""
    spoken = units(stage.elements)
    found = [
        *_dialogue(stage, spoken),
        *_again(stage, spoken),
        *_ambience(stage, spoken),
        *_effects(stage, spoken),
        *_foley(stage, spoken),
        *_music(stage),
    ]
    leads, reason = _leads(stage, spoken, found)
    order = tuple(MIX["DX"])
    ranked = [_ranked(stage, one, leads) for one in found]
    heeded, said = _heeded(ranked, stage.notes)
    ordered = sorted(heeded, key=lambda s: (s.first, order.index(s.kind), s.last))
    return Spotting(tuple(ordered), leads, f"{reason}{said}")


def _named(names: Sequence[str]) -> str:
    known = [name for name in dict.fromkeys(names) if name]
    return " and ".join((", ".join(known[:-1]), known[-1]) if len(known) > 1 else known) or "a voice"


def _dialogue(stage: Stage, spoken: Sequence[Unit]) -> Iterator[Spot]:
    """The talk of each beat: who speaks, from the first line to the last."""
    for beat in stage.beats or ():
        said = [
            u for u in spoken if u.kind == "speech" and beat.first <= u.first <= beat.last and not u.unseen
        ]
        if not said:
            continue
        low = any(_LOW.search(unit.text) for unit in said)
        near: Perspective = "close" if low or stage.look.closeness >= 0.3 else "room"
        yield _spot(
            "DX", said[0].first, said[-1].last, _named([u.speaker or "" for u in said]), said[0].text, near
        )


def _again(stage: Stage, spoken: Sequence[Unit]) -> Iterator[Spot]:
    """What has to be recorded later: voices from nowhere, lines in noise, crowds."""
    speeches = [unit for unit in spoken if unit.kind == "speech"]
    for unit in speeches:
        cue = next((e for e in stage.elements[unit.first : unit.last + 1] if e.kind == "cue"), None)
        marks = " ".join(cue.extensions) if cue else ""
        who = unit.speaker or "a voice"
        if _FILTERED.search(marks):
            yield _spot("ADR", unit.first, unit.last, f"{who}, dry, to be filtered", unit.text, "offscreen")
        elif unit.unseen:
            over = "V.O." in marks.upper().replace("VO", "V.O.")
            near: Perspective = "close" if over else "offscreen"
            what = f"{who}, recorded dry and near" if over else f"{who}, off: in the room's acoustics"
            yield _spot("ADR", unit.first, unit.last, what, unit.text, near)
    noise = _noise(spoken)
    onscreen = [unit for unit in speeches if not unit.unseen]
    if noise and onscreen:
        words = " and ".join(dict.fromkeys(heard.what for _, heard in noise[:2]))
        what = f"{_named([u.speaker or '' for u in onscreen])}: lines to cover, {words} will be on the track"
        line = telling(noise[0][0].text, noise[0][1].word.casefold())
        yield _spot("ADR", onscreen[0].first, onscreen[-1].last, what, line, "room")
    for unit in spoken:
        word = find("crowd", unit.text) if unit.kind == "action" else None
        if word and word not in ("dogs", "people", "люди", "все"):
            everyone = word.startswith("every") or not word.isascii()
            what = f"walla of {'' if everyone else 'the '}{word}"
            yield _spot("ADR", unit.first, unit.last, what, telling(unit.text, word), "room")
            break


def _noise(spoken: Sequence[Unit]) -> list[tuple[Unit, Heard]]:
    return [
        (unit, heard)
        for unit in spoken
        if unit.kind == "action"
        for heard in effects_in(unit.text)
        if heard.what in NOISY
    ]


def _ambience(stage: Stage, spoken: Sequence[Unit]) -> Iterator[Spot]:
    """The set's own sound under the whole scene, and what the text adds to it."""
    if not spoken:
        return
    first, last = spoken[0].first, max(unit.last for unit in spoken)
    if stage.ambience:
        yield Spot(
            kind="AMB",
            first=first,
            last=last,
            what=", ".join(stage.ambience[:3]),
            quote="",
            perspective="distant" if stage.look.closeness <= -0.3 else "room",
            priority=5,
        )
    seen = set[str]()
    for unit in spoken:
        for heard in effects_in(unit.text) if unit.kind == "action" else ():
            if heard.what in OF_THE_PLACE and heard.what not in seen:
                seen.add(heard.what)
                yield _heard("AMB", unit, heard, stage)


def _effects(stage: Stage, spoken: Sequence[Unit]) -> Iterator[Spot]:
    """Every sound that a direction names, at its line."""
    for unit in spoken:
        if unit.kind != "action":
            continue
        for heard in effects_in(unit.text):
            if heard.what not in OF_THE_PLACE:
                yield _heard("SFX", unit, heard, stage)
        for word in shouted_in(unit.text, stage.cast):
            yield _spot("SFX", unit.first, unit.last, word, telling(unit.text, word), "room")


def _foley(stage: Stage, spoken: Sequence[Unit]) -> Iterator[Spot]:
    """What bodies and hands do, each kind once, from its first line to its last."""
    kinds: dict[str, list[tuple[Unit, Heard]]] = {}
    for unit in spoken:
        for heard in foley_in(unit.text) if unit.kind == "action" else ():
            kinds.setdefault(heard.what, []).append((unit, heard))
    for what, places in kinds.items():
        unit, heard = places[0]
        near: Perspective = "close" if stage.look.closeness >= 0.3 else "room"
        line = telling(unit.text, heard.word.casefold())
        yield _spot("FLY", unit.first, places[-1][0].last, what, line, near)


def _music(stage: Stage) -> Iterator[Spot]:
    for cue in stage.cues:
        where: Perspective = "room" if cue.source else "offscreen"
        yield _spot(
            "MX",
            cue.first,
            cue.last,
            f"{cue.cue} {cue.title}{', from the scene' if cue.source else ''}",
            "",
            where,
        )


def _heard(kind: SpotClass, unit: Unit, heard: Heard, stage: Stage) -> Spot:
    line = telling(unit.text, heard.word.casefold())
    sentence = re.split(r"(?<=[.!?。！？])\s", line)[0]
    where: Perspective = "room"
    if _FAR.search(sentence):
        where = "distant"
    elif _OFF.search(sentence):
        where = "offscreen"
    elif stage.look.closeness >= 0.3 and heard.loud == 1 and kind == "SFX":
        where = "close"
    return _spot(kind, unit.first, unit.last, heard.what, line, where, loud=heard.loud)


def _spot(
    kind: SpotClass, first: int, last: int, what: str, quote: str, perspective: Perspective, loud: int = 2
) -> Spot:
    # A loud sound stands in front of its class until the mix is ranked.
    return Spot(
        kind=kind,
        first=first,
        last=last,
        what=shorten(what, 90),
        quote=shorten(_bare(quote), 70) if quote else "",
        perspective=perspective,
        priority={1: 4, 2: 3, 3: 1}[loud],
    )


def _bare(text: str) -> str:
    """A speech without how it is spoken."""
    return re.sub(r"\A(?:\([^)]*\)\s*)+", "", text) or text


def _leads(stage: Stage, spoken: Sequence[Unit], found: Sequence[Spot]) -> tuple[SpotClass, str]:
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
            f"it is told in words, and {quoted(_bare(line.text), 60)} has to be understood the first time",
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


def _ranked(stage: Stage, one: Spot, leads: SpotClass) -> Spot:
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


def _heeded(spots: Sequence[Spot], notes: Sequence[str]) -> tuple[list[Spot], str]:
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
