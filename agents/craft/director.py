"""What a director looks for in a shot: the turn, the performance, the pace."""

from cineledger.agents.craft.rule import Criterion, Rule

_RUSH = ("outburst", "action")
_QUIET = ("silence", "departure", "button")
_TRICKS = ("RACK", "WHIP", "ZOOM")

CRITERIA = (
    # Katz, Film Directing Shot by Shot: the camera's distance follows the dramatic weight of the moment.
    Criterion(
        "emphasis",
        0.3,
        (
            Rule(
                lambda f: f.happens and f.whole,
                0.97,
                "what happens is the scene: {shot} is wide enough for {line}"
                "|{line} is paid for once and has to be seen: {shot} has all of it",
            ),
            Rule(
                lambda f: f.happens and f.face,
                0.15,
                "{line} happens, and {shot} looks at a face",
            ),
            Rule(
                lambda f: f.s.size == "INSERT" and f.turn and f.b.kind != "reveal",
                0.25,
                "the scene turns on a person at {line}; {shot} shows us a prop",
            ),
            Rule(
                lambda f: (
                    f.turn and f.s.type == "REACTION" and f.b.kind in ("reveal", "outburst", "departure")
                ),
                0.85,
                "{line} matters for where it lands: {shot} plays the turn on {subject}"
                "|the blow is {line}, the scene is the bruise: {shot} stays with {subject}",
            ),
            Rule(
                lambda f: f.turn and f.look.contrast <= -0.3 and f.shared and f.s.size in ("MS", "MLS", "FS"),
                0.95,
                "the joke needs both of them: {shot} lets {line} land and {other} not laugh"
                "|comedy is two people in one frame; {shot} has {line} and what it does to {other}",
            ),
            Rule(
                lambda f: (
                    f.turn and f.b.kind == "outburst" and f.b.asks and f.s.type in ("2S", "OTS") and f.still
                ),
                0.95,
                "{line} is thrown at {other}; {shot} has the throw and the catch",
            ),
            Rule(
                lambda f: f.turn and f.s.movement == "PUSH" and f.near >= 0.5 and f.b.position >= 0.15,
                0.95,
                "the scene turns on {line}, and {shot} leans in as it does"
                "|everything before leads to {line}; {shot} lets us feel it arrive"
                "|{shot} tightens on {subject} as {line} comes, so nobody can miss what has changed",
            ),
            Rule(
                lambda f: f.turn and f.s.movement == "PUSH" and f.near >= 0.5,
                0.85,
                "{shot} picks {subject} out and says: from {line} on, this is whose film it is",
            ),
            Rule(
                lambda f: f.turn and f.s.size == "ECU",
                0.6,
                "{line} is the turn, and {shot} leaves us nowhere else to look",
            ),
            Rule(
                lambda f: f.turn and f.face,
                0.75,
                "{line} is the turn, and {shot} gives it the close frame it has earned",
            ),
            Rule(
                lambda f: f.turn and f.wide and f.still and f.b.kind in ("silence", "departure", "button"),
                0.75,
                "the distance tells it: at {line} {shot} lets the turn ring in the room",
            ),
            Rule(
                lambda f: f.turn and f.wide and f.b.kind in ("arrival", "action"),
                0.75,
                "{line} is an event in a place before it is a feeling; {shot} stages all of it",
            ),
            Rule(
                lambda f: f.turn and f.wide,
                0.2,
                "{line} is what the scene turns on, and {shot} plays it as passing business"
                "|at {line} we should be with {who}; {shot} watches the turn from the back row",
            ),
            Rule(lambda f: f.turn and f.mid, 0.5, "{shot} gives {line} a fair frame without pressing it"),
            Rule(
                lambda f: f.b.emphasis < 0.4 and f.face,
                0.3,
                "{line} only prepares; {shot} spends the close frame before the scene has turned",
            ),
            Rule(
                lambda f: f.b.emphasis < 0.4,
                0.7,
                "{line} only prepares, and {shot} keeps the close frames for the turn",
            ),
        ),
        "{shot} gives {line} its weight in the scene",
        "{shot} could press harder on {line}",
    ),
    # Weston, Directing Actors: what happens between the actors, and room for it to happen.
    Criterion(
        "performance",
        0.28,
        (
            Rule(
                lambda f: f.s.movement in _TRICKS or f.s.angle in ("DUTCH", "WORMS", "OVERHEAD"),
                0.2,
                "with {shot} we notice the camera at {line} and stop believing {who}",
            ),
            Rule(lambda f: f.s.size == "ECU", 0.3, "{shot} leaves {who} no body to play {line} with"),
            Rule(
                lambda f: f.s.movement == "HANDHELD" and (f.b.shouts or f.b.kind == "outburst"),
                0.85,
                "nobody hits a mark in a fight: at {line} {shot} goes where {who} goes",
            ),
            Rule(
                lambda f: f.shared and f.talk and f.s.size in ("MLS", "MS", "MCU"),
                0.85,
                "{shot} lets {who} and {other} play {line} to each other in one take"
                "|{line} is an action on {other}; {shot} keeps doing and done-to in one frame",
            ),
            Rule(
                lambda f: (
                    f.b.moves
                    and f.b.focus is not None
                    and f.s.movement in ("TRACK", "HANDHELD", "PAN")
                    and not f.face
                ),
                0.85,
                "{line} is played with the whole body; {shot} follows and does not interrupt",
            ),
            Rule(
                lambda f: f.talk and f.s.size in ("WS", "EWS"),
                0.25,
                "from {shot} nobody can read {who} at {line}",
            ),
            Rule(
                lambda f: f.s.type in ("CUTAWAY", "ESTABLISHING", "POV") and f.b.focus is not None,
                0.35,
                "{shot} cuts {who} out of the moment: at {line} I need the actor on screen",
            ),
            Rule(
                lambda f: f.s.type == "REACTION",
                0.7,
                "listening is acting: {shot} gives {subject} {line} to take in",
            ),
            Rule(
                lambda f: f.s.size in ("MS", "MCU", "CU") and f.energy < 0.5 and f.b.focus is not None,
                0.65,
                "{shot} is close enough to catch {who} thinking at {line}, loose enough to let hands speak",
            ),
        ),
        "{shot} leaves {who} free to play {line}",
        "{shot} gives {who} little to play {line} with",
    ),
    # Block, The Visual Story: visual intensity rises and falls with the story's.
    Criterion(
        "pace",
        0.18,
        (
            Rule(
                lambda f: f.b.kind in _RUSH and f.energy >= 0.45,
                0.9,
                "{line} breaks the rhythm and {shot} breaks with it|the scene speeds up at "
                "{line}; {shot} keeps up",
            ),
            Rule(
                lambda f: f.b.kind in _RUSH and f.b.asks and f.shared,
                0.6,
                "{shot} lets {line} bounce between them at its own speed",
            ),
            Rule(
                lambda f: f.b.kind in _RUSH,
                0.35,
                "at {line} the scene runs hot, and {shot} stands and watches"
                "|{line} is at the boil; {shot} takes its temperature and goes home"
                "|{shot} is a held breath, and {line} is anything but",
            ),
            Rule(
                lambda f: f.b.kind == "silence" and f.still,
                0.85,
                "nothing should stir at {line}: {shot} dares to hold|{shot} makes the pause at "
                "{line} last as long as it hurts",
            ),
            Rule(
                lambda f: f.b.kind == "silence" and f.s.movement == "PUSH",
                0.75,
                "{shot} creeps while nobody speaks, and winds up {line}",
            ),
            Rule(
                lambda f: f.b.kind == "silence", 0.15, "{line} is a rest in the music; {shot} plays over it"
            ),
            Rule(
                lambda f: f.b.kind in _QUIET and (f.s.movement == "PULL" or (f.wide and f.still)),
                0.8,
                "the scene lets its breath out at {line}, and {shot} with it",
            ),
            Rule(
                lambda f: f.b.kind == "arrival" and 0.3 <= f.energy <= 0.8,
                0.75,
                "{shot} walks us into the scene at {line}",
            ),
            Rule(
                lambda f: f.b.kind == "reveal" and f.s.movement == "PUSH",
                0.75,
                "{shot} times the discovery: we get to {line} when {who} does",
            ),
        ),
        "{shot} keeps the time of {line}",
        "{shot} does nothing for the rhythm at {line}",
    ),
)
