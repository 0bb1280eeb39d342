"""What the text itself asks for, whoever reads it: where it leaves no choice, the crew has nothing to
argue about.
"""

from cineledger.agents.craft.rule import Criterion, Frame, Rule


def _first(frame: Frame) -> bool:
    return frame.b.position <= 0.05


def _empty(frame: Frame) -> bool:
    return not frame.b.seen


def _walks(frame: Frame) -> bool:
    """One person on the move who does not speak."""
    return frame.alone and frame.b.moves and not frame.b.spoken and frame.b.kind != "outburst"


def _reads(frame: Frame) -> bool:
    """The line itself is about a thing that has to be seen."""
    if frame.b.thing is None or frame.b.spoken or frame.b.kind == "outburst":
        return False
    return frame.b.thing in frame.b.quote.casefold()


def _cries(frame: Frame) -> bool:
    """Somebody raises her voice with nobody there to take it, or in a beat that is all hers."""
    return frame.b.kind == "outburst" and frame.b.spoken and frame.alone


def _speaks(frame: Frame) -> bool:
    """One person speaks, to nobody we can see, and does nothing else."""
    return frame.alone and frame.b.spoken and frame.b.kind in ("exchange", "button", "reveal", "silence")


def _company(frame: Frame) -> bool:
    return len(frame.b.seen) >= 3 and frame.b.kind in ("arrival", "exchange", "action", "button")


def _tender(frame: Frame) -> bool:
    return frame.b.touches and frame.b.other is not None and not frame.b.shouts


def _comes(frame: Frame) -> bool:
    """Somebody comes in on somebody."""
    return frame.b.kind == "arrival" and len(frame.b.seen) == 2


def _tells(frame: Frame) -> bool:
    """Something comes out in so many words, to somebody's face."""
    return frame.b.kind == "reveal" and frame.b.spoken and frame.b.other is not None and not frame.b.moves


WEIGHT = 0.6

CRITERIA = (
    # Mascelli, Katz and Arijon agree on these few: the textbook answer where a text admits one.
    Criterion(
        "the text",
        WEIGHT,
        (
            Rule(
                lambda f: _empty(f) and f.s.size == "EWS" and f.s.type == "ESTABLISHING" and f.still,
                1.0,
                "the page gives us {place} and nobody in it; {shot} is what it says",
            ),
            Rule(
                lambda f: (
                    _empty(f) and not f.b.outside and f.s.type == "ESTABLISHING" and f.s.movement == "DOLLY"
                ),
                1.0,
                "the page walks us into {place} before anybody speaks; {shot} takes us there",
            ),
            Rule(lambda f: _empty(f), 0.4, "there is nobody in {place} yet for {shot} to be about"),
            Rule(
                lambda f: _reads(f) and f.s.size == "INSERT" and f.still,
                1.0,
                "{line}: if we cannot see {thing} there is no beat, so {shot}",
            ),
            Rule(
                lambda f: _reads(f) and f.s.type == "POV",
                0.7,
                "{line} is seen by somebody, and {shot} is that somebody's eyes",
            ),
            Rule(lambda f: _reads(f), 0.35, "{line} is about {thing}, and {shot} does not show it"),
            Rule(
                lambda f: _walks(f) and not f.face and f.s.movement == "TRACK" and f.s.angle == "EYE",
                1.0,
                "one person on the move and nobody talking: {line} is {shot} in every language",
            ),
            Rule(lambda f: _walks(f) and f.face, 0.2, "{line} is legs and road; {shot} has neither"),
            Rule(lambda f: _walks(f), 0.5, ""),
            Rule(
                lambda f: _cries(f) and f.s.movement == "PUSH" and f.s.type == "SINGLE",
                1.0,
                "{line} has no one to land on but us, so {shot} goes and gets it",
            ),
            Rule(lambda f: _cries(f), 0.45, "{line} goes out to nobody; {shot} lets it fall short"),
            Rule(
                lambda f: (
                    _speaks(f)
                    and f.s.size in ("MCU", "CU")
                    and f.s.movement == "PUSH"
                    and f.s.type == "SINGLE"
                ),
                1.0,
                "{who} has the scene alone, and {line} is a thought spoken: {shot} comes near "
                "enough to hear it",
            ),
            Rule(lambda f: _speaks(f), 0.45, "{who} thinks aloud at {line}; {shot} is not listening"),
            Rule(
                lambda f: _tender(f) and f.s.type == "2S" and f.still,
                1.0,
                "they touch in this beat, and around {line} {shot} is the only frame with both of them in it",
            ),
            Rule(
                lambda f: _tender(f) and not f.shared and f.s.size != "ECU",
                0.3,
                "it takes two at {line}, and {shot} has one",
            ),
            Rule(
                lambda f: _tells(f) and f.s.type == "REACTION" and f.still,
                1.0,
                "once {line} is said it belongs to {subject}; {shot} is where the scene goes",
            ),
            Rule(
                lambda f: _tells(f) and f.s.type == "REACTION",
                0.75,
                "{shot} goes where {line} has gone: to {subject}",
            ),
            Rule(
                lambda f: _tells(f),
                0.45,
                "{line} is out; {shot} lingers on the words when the scene has gone to {other}",
            ),
            Rule(
                lambda f: _company(f) and f.s.type in ("3S", "GROUP") and f.still,
                1.0,
                "too many people have a stake in {line} to pick one; {shot} holds them all",
            ),
            Rule(
                lambda f: _company(f) and f.s.type == "SINGLE",
                0.3,
                "{shot} picks one of them when {line} happens to all",
            ),
            Rule(lambda f: _company(f), 0.5, ""),
            Rule(
                lambda f: _comes(f) and f.s.type == "2S" and f.s.movement in ("PAN", "PUSH"),
                0.9,
                "one comes in on the other at {line}: {shot} takes us from one to the other",
            ),
        ),
        "{shot} is what the page asks for at {line}",
        "the page asks for something else than {shot} at {line}",
    ),
)
