"""A character's timeline as lines for a terminal, each with the event that it rests on."""

import textwrap
from collections.abc import Iterator
from typing import Literal, NamedTuple

from cineledger.projections.timeline import Row, SceneOf, Timeline, shared

Kind = Literal["title", "act", "scene", "line"]
BARS = "▁▂▃▄▅▆▇"
"""From misery to joy."""
UNKNOWN = "·"
SHORT = 70
"""Characters of a quotation."""
STRONGEST = 2
"""What a scene's events are to her, so many; JSON has all."""
SAME = 0.005
"""A bond that moved by less reads as it was."""


class Line(NamedTuple):
    """A line, and how a terminal may set it off."""

    text: str
    kind: Kind = "line"


def text(told: list[Timeline]) -> Iterator[Line]:
    """Each timeline under its heading; what a fork shares with one told before is not told twice."""
    for place, one in enumerate(told):
        past = max(
            (shared(before, one) for before in told[:place] if _same(before, one)), key=len, default=()
        )
        yield from _heading(one)
        if past:
            first, last = past[0], past[-1]
            scenes = f"scene {first.number}" if len(past) == 1 else f"scenes {first.number} to {last.number}"
            yield Line(f"  {scenes}: as above, from the same events")
        yield from _scenes(one, one.scenes[len(past) :])


def _same(one: Timeline, other: Timeline) -> bool:
    return one.character == other.character and one.production != other.production


def _heading(one: Timeline) -> Iterator[Line]:
    yield Line(f"{one.character} in {one.production}  {sparkline(one)}".rstrip(), "title")
    if not one.scenes:
        yield Line(f"  nothing is known of her scenes yet: cineledger run {one.production}")


def sparkline(one: Timeline) -> str:
    """What she feels through her scenes, a bar each, from misery to joy; a dot where the lines show nothing."""
    bars = ""
    for scene in one.scenes:
        valence = scene.felt["valence"] if scene.felt else None
        bars += UNKNOWN if valence is None else BARS[round((valence + 1) / 2 * (len(BARS) - 1))]
    return bars


def _scenes(one: Timeline, scenes: tuple[SceneOf, ...]) -> Iterator[Line]:
    begins = {act["first"]: act for act in one.acts}
    places = {row["scene"]: row["place"] for row in one.film}
    told = set[str]()
    for scene in scenes:
        for first, act in begins.items():
            if first not in told and places.get(first, 0) <= scene.place:
                told.add(first)
                yield Line(f"── act {act['act']} ({act['address']})", "act")
        yield Line(f"{scene.number or scene.scene}  {scene.heading or ''}".rstrip(), "scene")
        for said in scene_lines(scene, [p for p in one.points if p["scene"] == scene.scene]):
            yield Line(f"     {said}")


def scene_lines(scene: SceneOf, turns: list[Row]) -> Iterator[str]:
    """What happens to her in a scene, a line for each thing."""
    for turn in turns:
        yield f"{turn['point']} ({turn['address']})"
    if scene.felt:
        quote = f" “{_short(scene.felt['quote'])}”" if scene.felt["quote"] else ""
        known = "" if scene.felt["valence"] is None else f" {scene.felt['valence']:+.2f}"
        yield f"feels {scene.felt['feeling']}{known}{quote} ({scene.felt['address']})"
    for event in sorted(scene.appraisals, key=lambda one: -one["intensity"])[:STRONGEST]:
        toward = f" towards {event['toward']}" if event["toward"] else ""
        why = _short(f"“{event['quote']}”: {event['because']}")
        yield f"{event['emotion']}{toward} {event['intensity']:.2f}: {why} ({event['address']})"
    if scene.lived:
        yield from _lived(scene.lived)
    for bond in scene.bonds:
        yield f"to {bond['other']}: {_bond(bond)} ({bond['address']})"
    for fact in scene.learned:
        source = f", from {fact['source']}" if fact["source"] else ""
        doubt = "" if fact["sure"] else ", only believed"
        secret = ", kept secret" if fact["secret"] else ""
        what = f"{'' if fact['so'] else 'it is not so that '}{fact['text'] or fact['fact']}"
        yield f"learns ({fact['how']}{source}{doubt}{secret}): {what} ({fact['address']})"


def _lived(lived: Row) -> Iterator[str]:
    if lived["valence"] is None:
        yield f"mood unknown: {lived['reason']} ({lived['address']})"
        return
    moved = ", ".join(
        f"{axis} {lived[f'came_{axis}']:+.2f} → {lived[axis]:+.2f}"
        for axis in ("valence", "arousal", "dominance")
    )
    yield f"mood {lived['mood']}: {moved} ({lived['address']})"
    if lived["goal"]:
        nearer = lived["progress"]
        how = "" if nearer is None else f", {progress(nearer)}"
        yield f"wants {_short(lived['goal'])}{how} ({lived['address']})"


def progress(value: float) -> str:
    """How near a scene brings her to what she wants, in words."""
    if abs(value) < 0.1:
        return "no nearer"
    much = "" if abs(value) >= 0.4 else "a little "
    return f"{much}{'nearer' if value > 0 else 'further off'} ({value:+.2f})"


def _bond(bond: Row) -> str:
    """What moved between two people: both numbers where there was one before."""
    if bond["trust_before"] is None:
        axes = ", ".join(f"{axis} {bond[axis]:+.2f}" for axis in ("trust", "affection", "power"))
        return f"{bond['moved']}; {axes}" if bond["moved"] else axes
    moved = [
        f"{axis} {bond[f'{axis}_before']:+.2f} → {bond[axis]:+.2f}"
        for axis in ("trust", "affection", "power")
        if abs(bond[axis] - bond[f"{axis}_before"]) >= SAME
    ]
    return ", ".join(moved) or bond["moved"] or "as before"


def _short(said: str) -> str:
    return textwrap.shorten(" ".join(said.split()), SHORT, placeholder=" …")
