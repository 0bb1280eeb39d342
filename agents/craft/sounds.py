"""A scene as a sound designer spots it: what is heard at which line, from where, and what leads the mix."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cineledger.agents.craft.mixing import MIX, Stage, bare, heeded, leads_in, ranked
from cineledger.agents.craft.page import Unit, shorten, telling, units
from cineledger.agents.craft.signs import find
from cineledger.agents.craft.sound_words import Heard, effects_in, foley_in, shouted_in
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
    leads, reason = leads_in(stage, spoken, found)
    order = tuple(MIX["DX"])
    placed = [ranked(stage, one, leads) for one in found]
    kept, said = heeded(placed, stage.notes)
    ordered = sorted(kept, key=lambda s: (s.first, order.index(s.kind), s.last))
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
        quote=shorten(bare(quote), 70) if quote else "",
        perspective=perspective,
        priority={1: 4, 2: 3, 3: 1}[loud],
    )
