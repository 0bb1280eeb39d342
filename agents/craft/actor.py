"""What a cast member looks for in a shot: her character's truth, standing, room and partner."""

from cineledger.agents.craft.rule import Criterion, Frame, Rule


def _stirred(frame: Frame) -> bool:
    valence, arousal = frame.b.felt(frame.me)
    return frame.turn or abs(valence) >= 0.35 or arousal >= 0.4


def _strong(frame: Frame) -> bool:
    return frame.b.felt(frame.me)[1] >= 0.3 or (frame.b.shouts and frame.b.focus == frame.me)


CRITERIA = (
    # Weston, Directing Actors: what the camera does not see cannot be played.
    Criterion(
        "truth",
        0.38,
        (
            Rule(
                lambda f: not f.mine,
                0.15,
                "{me} is in this too, and {shot} looks elsewhere at {line}"
                "|I play {line} as well as anybody there; in {shot} {me} does not exist",
            ),
            Rule(
                lambda f: _stirred(f) and f.s.size == "ECU",
                0.6,
                "{shot} sees everything, even what {me} would hide at {line}",
            ),
            Rule(
                lambda f: _stirred(f) and f.face and f.named,
                0.9,
                "what {me} feels at {line} happens behind the eyes; {shot} is near enough to trust it"
                "|I need do nothing for {shot}: at {line} {me} only has to mean it",
            ),
            Rule(
                lambda f: _stirred(f) and f.wide,
                0.25,
                "I would have to shout with my body for {shot}; {me} does not at {line}",
            ),
            Rule(
                lambda f: not _stirred(f) and f.face,
                0.4,
                "{me} has little to show at {line}; {shot} would make me invent something",
            ),
            Rule(lambda f: f.mid and f.mine, 0.65, "in {shot} {me} has hands and a face for {line}"),
        ),
        "{shot} lets {me} be honest at {line}",
        "{shot} does not need what {me} has at {line}",
    ),
    # Mascelli: a lowered camera lends power, a raised one takes it.
    Criterion(
        "standing",
        0.2,
        (
            Rule(
                lambda f: _strong(f) and f.s.angle in ("HIGH", "OVERHEAD") and f.mine,
                0.1,
                "{me} is at full strength at {line}; {shot} looks down on that",
            ),
            Rule(
                lambda f: _strong(f) and f.s.angle == "LOW" and f.named,
                0.9,
                "{me} stands tall at {line}, and {shot} looks up to it",
            ),
            Rule(
                lambda f: f.s.angle in ("DUTCH", "WORMS"),
                0.35,
                "{shot} makes {me} a figure in a design; {line} is a person speaking",
            ),
            Rule(
                lambda f: f.b.felt(f.me)[0] <= -0.3 and f.s.angle == "HIGH" and f.mine,
                0.7,
                "{me} is beaten at {line}; {shot} need not be told",
            ),
            Rule(lambda f: f.s.angle == "EYE" and f.mine, 0.65, "{shot} meets {me} eye to eye at {line}"),
        ),
        "{shot} treats {me} as an equal",
        "{shot} puts {me} neither up nor down",
    ),
    # Laban; Weston: give an actor something to do and the room to do it.
    Criterion(
        "room to move",
        0.22,
        (
            Rule(
                lambda f: f.b.moves and f.still and f.face and f.mine,
                0.15,
                "{me} moves at {line}; in {shot} I am nailed to a mark",
            ),
            Rule(
                lambda f: f.b.moves and f.mine and (f.wide or f.mid),
                0.85,
                "{line} is done on foot; {shot} gives {me} the floor",
            ),
            Rule(
                lambda f: f.s.movement == "HANDHELD" and f.mine and f.b.kind in ("outburst", "action"),
                0.85,
                "with {shot} I can go where {line} throws {me}",
            ),
            Rule(
                lambda f: f.b.kind == "outburst" and f.s.size in ("CU", "ECU") and f.mine,
                0.25,
                "{line} comes from the ground up; {shot} cuts {me} off at the chin",
            ),
        ),
        "{shot} leaves {me} some room",
        "{shot} keeps {me} on a mark at {line}",
    ),
    # Meisner: acting is reacting.
    Criterion(
        "the partner",
        0.2,
        (
            Rule(
                lambda f: f.shared and f.talk and f.mine,
                0.85,
                "{line} is between two people; {shot} keeps my partner with me",
            ),
            Rule(
                lambda f: f.s.type == "REACTION" and f.s.subject == f.me,
                0.8,
                "{me} takes {line} in and says nothing: {shot} lets me listen",
            ),
            Rule(
                lambda f: f.b.other is not None and f.s.type == "SINGLE" and f.talk and f.mine,
                0.4,
                "{shot} has me play {line} to a strip of tape",
            ),
        ),
        "{shot} keeps me in the scene with them",
        "{shot} leaves {me} alone with {line}",
    ),
)
