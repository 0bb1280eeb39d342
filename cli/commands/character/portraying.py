"""`cineledger character NAME`: who she is, where she stands, how she got there."""

import textwrap
from collections.abc import Iterator
from shlex import quote
from typing import Any

import click

from cineledger.cli import output
from cineledger.cli.commands.character.asked import Asked

WIDTH = 100
MOST_BONDS = 4
"""The strongest; --json has all."""


def portray(asked: Asked) -> None:
    """Prints who the character is."""
    from cineledger.projections.people import person
    from cineledger.projections.portrait import portrait

    named = asked.named()
    with asked.reader() as reader:
        found = portrait(reader, person(reader, asked.name, named))
    if asked.as_json:
        output.document(found)
        return
    at = f" at {asked.at}" if asked.at else ""
    click.echo(click.style(output.one_line(f"{found['character']} in {found['production']}{at}"), bold=True))
    if found["beside"]:
        listed = ", ".join(found["beside"])
        click.echo(output.one_line(f"(last worked on; also in its forks {listed}: --production NAME)"))
    for heading, told in (
        ("Identity", _who(found)),
        ("Now", _stands(found)),
        ("On the way", _moments(found)),
        ("Canon", _canon(found)),
    ):
        click.echo(click.style(heading, bold=True))
        for line in told:
            for row in textwrap.wrap(
                output.one_line(line),
                WIDTH,
                initial_indent="  ",
                subsequent_indent="    ",
                break_on_hyphens=False,
            ):
                click.echo(output.addressed(row))


def _who(found: dict[str, Any]) -> Iterator[str]:
    """Her identity; else the writer's sketch; and what the script says in any case."""
    drawn, sketch, script = found["identity"], found["sketch"], found["script"]
    if drawn:
        yield from _identity(found, drawn)
    elif sketch:
        yield f"{sketch['who']} Voice: {sketch['voice']} Wants: {sketch['want']} Fears: {sketch['fear']}"
        yield f"(sketched: {sketch['address']})"
    else:
        yield f"nobody has drawn {found['character']} yet; the writer does: cineledger run {found['production']}"
    if script:
        first = f", first in scene {script['first_scene']}" if script["first_scene"] else ""
        spoken = "1 speech" if script["speeches"] == 1 else f"{script['speeches']} speeches"
        yield f"{spoken}{first} ({script['address']})"


SAID = ("backstory", "motivation", "desire", "fear", "voice", "age")
"""What is said of somebody beside traits."""


def _identity(found: dict[str, Any], drawn: dict[str, Any]) -> Iterator[str]:
    """What was drawn or decided, each trait with the line that shows it, how far each factor may move, what is open."""
    for trait in found["traits"]:
        shown = f": scene {trait['scene']}, “{trait['quote']}”" if trait["scene"] and trait["quote"] else ""
        yield f"{trait['trait']}{shown}"
    for part in SAID:
        if drawn[part] not in (None, ""):
            yield f"{part}: {drawn[part]}"
    for growth in found["growth"]:
        stands = "unknown" if growth["stands"] is None else f"{growth['stands']:+.2f}"
        toward = f", {growth['toward']}" if growth["toward"] else ""
        bounds = f"{growth['low']:+.2f} to {growth['high']:+.2f}"
        yield f"{growth['facet']} {stands}, may move from {bounds}{toward}"
    yield f"({'decided' if drawn['decided'] else 'as the lines say'}: {drawn['address']})"
    missing = [part for part in SAID if drawn[part] in (None, "")]
    if missing:
        says = f"cineledger character {quote(found['character'])} set --{missing[0]} …"
        yield f"not said: {', '.join(missing)}; you may: {says}"


def _stands(found: dict[str, Any]) -> Iterator[str]:
    feels, mood, run = found["feels"], found["mood"], f"cineledger run {found['production']}"
    if feels and feels["feeling"] == "unknown":
        yield f"feels unknown: {feels['reason']} ({feels['address']})"
    elif feels:
        yield f"feels {feels['feeling']}, scene {feels['number']}: “{feels['quote']}” ({feels['address']})"
    else:
        yield f"no feeling is known yet: {run}"
    if mood:
        yield f"mood: {mood['mood']} after scene {mood['number']} ({mood['address']})"
        if mood["goal"]:
            yield f"goal: {mood['goal']}"
    for bond in found["bonds"][:MOST_BONDS]:
        yield (
            f"to {bond['other']}: trust {bond['trust']:+.2f}, affection {bond['affection']:+.2f}, "
            f"power {bond['power']:+.2f} ({bond['address']})"
        )
    if not found["bonds"]:
        yield f"no relationship is known yet: {run}"
    yield from _knows_and_plays(found, run)


def _knows_and_plays(found: dict[str, Any], run: str) -> Iterator[str]:
    known, takes, name = found["knows"], found["takes"], quote(found["character"])
    if known["facts"]:
        secret = f", {known['secret']} of them secret" if known["secret"] else ""
        believed = known["facts"] - known["sure"]
        told = f"knows {known['sure']} and only believes {believed} of the story's facts{secret}"
        yield f"{told}: cineledger character {name} knows"
    else:
        yield f"nothing is known of what {name} knows yet: {run}"
    if takes["takes"]:
        played = f"{output.count(takes['takes'], 'take')} of {output.count(takes['scenes'], 'scene')}"
        yield f"{played}: cineledger takes {found['production']} SCENE"
    else:
        yield f"no take stands: cineledger takes {found['production']} SCENE {name} ask"


def _moments(found: dict[str, Any]) -> Iterator[str]:
    for moment in found["moments"]:
        said = f": “{moment['quote']}”" if moment["quote"] else ""
        yield f"scene {moment['number']}, to {moment['to']}{said}, {moment['reason']} ({moment['address']})"
    for step in found["became"]:
        changed = [*step["gained"], *(f"no more {trait}" for trait in step["lost"])]
        how = "decided" if step["decided"] else "read"
        yield f"{how} to be {', '.join(changed) or 'so'}: {step['reason']} ({step['address']})"
    for held in found["held_back"]:
        asked = f"; question {held['question']}, {held['status']}" if held["question"] is not None else ""
        yield f"held back from becoming another: {held['reason']}{asked} ({held['address']})"
    if not found["moments"]:
        yield f"nothing has moved {found['character']} yet: cineledger run {found['production']}"


def _canon(found: dict[str, Any]) -> Iterator[str]:
    """Her lives, in order, and what they are at odds about."""
    name, production = quote(found["character"]), found["production"]
    if found["canon"] is None:
        yield f"this is the only life on the record; for another: cineledger cast NAME {name}"
    for life in found["lives"]:
        parts = [
            f"{life['age']} years old" if life["age"] is not None else "",
            life["mood"],
            life["ends"],
            life["fate"],
        ]
        told = ", ".join(part for part in parts if part)
        apart = "" if life["counts"] else " (does not count)"
        yield f"{life['cut']}{apart}: {told or 'nothing more is known'} ({life['address']})"
    if found["canon"] is not None and not found["lives"]:
        yield f"{production} is the first of the lives; it joins canon when it wraps: cineledger wrap {production}"
    for odds in found["contradictions"]:
        stands = odds["decided"] or "undecided: the earlier holds"
        sides = f"{odds['earlier']} in {odds['was']}, {odds['later']} in {odds['now']}"
        yield f"{odds['kind']}: {sides}; {stands} ({odds['address']})"
