"""What a cinematographer looks for in a shot: the picture, a reason to move, the lens and the light, and
variety.
"""

from cineledger.agents.craft.rule import Criterion, Rule

_APART = ("silence", "departure", "button", "reveal")
_FOLLOWS = ("TRACK", "PAN", "DOLLY", "HANDHELD", "CRANE", "BOOM")

CRITERIA = (
    # Block, The Visual Story (space); Mascelli, Five C's (composition): where a figure stands in the frame
    # is the story.
    Criterion(
        "composition",
        0.28,
        (
            Rule(
                lambda f: f.happens and f.whole,
                0.95,
                "{shot} gives {line} room to happen in, from one side of the frame to the other",
            ),
            Rule(lambda f: f.happens and f.face, 0.15, "{line} would happen outside {shot}"),
            Rule(
                lambda f: f.s.type == "ESTABLISHING" and (f.b.kind == "arrival" or not f.b.seen),
                0.9,
                "before {line} means anything we must know where we stand: {shot} gives {place} its lines",
            ),
            Rule(
                lambda f: f.s.type == "ESTABLISHING" and f.turn,
                0.3,
                "{shot} is a postcard of {place}; {line} is about people",
            ),
            Rule(
                lambda f: f.alone and f.wide and (f.low or f.b.kind in _APART),
                0.95,
                "{who} small in {place} with air on every side: {shot} shows what no face can at {line}"
                "|{shot} lets {place} press on {who}; the empty frame says {line} for us",
            ),
            Rule(
                lambda f: f.alone and f.wide,
                0.75,
                "{shot} sets {who} against {place}, so {line} has a world around it",
            ),
            Rule(
                lambda f: f.s.movement == "RACK",
                0.85,
                "{shot} keeps two planes and one focus: at {line} the attention itself changes hands",
            ),
            Rule(
                lambda f: f.shared and f.b.kind in _APART and (f.mid or f.wide),
                0.9,
                "the gap between {who} and {other} is the picture: {shot} holds it open at {line}"
                "|{shot} lets the empty space between {who} and {other} speak after {line}",
            ),
            Rule(
                lambda f: f.b.kind == "outburst" and f.s.type == "MASTER" and f.s.angle != "EYE",
                0.75,
                "from {shot} {line} is a small noise in a big room, and the worse for it",
            ),
            Rule(
                lambda f: f.b.kind == "outburst" and f.glad and f.shared and f.b.other is not None,
                0.85,
                "joy wants company in the frame: {shot} lets {line} spill over on to {other}",
            ),
            Rule(
                lambda f: f.b.kind == "outburst" and f.glad and f.s.angle == "LOW",
                0.4,
                "{shot} makes a threat of {line}, and there is none in it",
            ),
            Rule(
                lambda f: f.up and f.turn,
                0.85,
                "{holds} has the upper hand at {line}, and {shot} says so with where it stands"
                "|{shot} measures the two of them: {holds} is the taller at {line}",
            ),
            Rule(
                lambda f: f.wrong_way_up,
                0.3,
                "{holds} has the upper hand at {line}, and {shot} has it the wrong way up",
            ),
            Rule(
                lambda f: f.b.kind == "outburst" and f.b.asks and f.s.angle == "HIGH",
                0.85,
                "{who} is out of depth at {line}: {shot} lets the floor come up around the question",
            ),
            Rule(
                lambda f: f.b.kind == "outburst" and f.b.asks and f.s.angle == "LOW",
                0.5,
                "{shot} lends {who} a strength that {line} has not got",
            ),
            Rule(
                lambda f: f.b.kind == "outburst" and f.s.angle == "LOW",
                0.8,
                "{shot} puts the ceiling on {who}: {line} looms",
            ),
            Rule(
                lambda f: f.s.type == "OTS",
                0.7,
                "a dark shoulder in front, {subject} behind: {shot} gives {line} depth and a direction",
            ),
            Rule(
                lambda f: f.s.size == "INSERT" and f.b.thing is not None,
                0.65,
                "one clean shape: {shot} makes {thing} a picture",
            ),
            Rule(
                lambda f: f.s.size == "ECU", 0.4, "{shot} has no space in it at all; {line} could be anywhere"
            ),
            Rule(
                lambda f: f.face and f.s.type == "SINGLE" and f.s.angle == "EYE",
                0.35,
                "{shot} is a passport photograph: nothing of {place} stands behind {line}"
                "|a head on a blur, that is all {shot} makes of {line}",
            ),
            Rule(
                lambda f: f.face and f.s.type == "REACTION",
                0.45,
                "{shot} cuts {subject} loose from {who}; we lose the line between them at {line}",
            ),
            Rule(
                lambda f: f.steep and not f.face,
                0.7,
                "{shot} turns floor and walls into diagonals under {line}",
            ),
        ),
        "{shot} places {who} well in {place}",
        "{shot} tells us little about where {who} stands",
    ),
    # Mascelli: a camera moves for a reason the audience can feel; Katz: following and revealing moves.
    Criterion(
        "motivated movement",
        0.22,
        (
            Rule(
                lambda f: f.b.moves and f.b.spoken and f.s.movement in _FOLLOWS and not f.face,
                0.8,
                "people cross the room around {line}, and {shot} crosses with them",
            ),
            Rule(
                lambda f: f.b.moves and f.s.movement in _FOLLOWS and not f.face,
                0.9,
                "{line} travels, so the camera may: {shot} has its reason in the text",
            ),
            Rule(
                lambda f: f.b.moves and f.still and f.wide,
                0.7,
                "let {line} cross the frame: {shot} is a stage, and the movement is theirs",
            ),
            Rule(
                lambda f: f.b.moves and f.still and f.face,
                0.2,
                "{who} would be out of {shot} before {line} is over",
            ),
            Rule(
                lambda f: not f.b.moves and f.still,
                0.75,
                "nobody travels at {line}, and {shot} does not pretend otherwise",
            ),
            Rule(
                lambda f: f.s.movement == "RACK",
                0.75,
                "only the focus goes anywhere in {shot}, and {line} sends it",
            ),
            Rule(
                lambda f: f.s.movement == "HANDHELD" and (f.b.shouts or f.b.kind == "outburst"),
                0.7,
                "{line} shakes the room; {shot} may shake a little too",
            ),
            Rule(
                lambda f: f.s.movement == "PUSH" and f.b.emphasis >= 0.9,
                0.55,
                "only {line} could move this camera; {shot} has that one reason",
            ),
            Rule(
                lambda f: f.s.movement == "PULL" and f.b.kind in _APART,
                0.65,
                "{shot} withdraws because {line} does",
            ),
            Rule(
                lambda f: f.s.type == "ESTABLISHING" and f.energy > 0,
                0.55,
                "{shot} explores {place} as we would on coming in",
            ),
            Rule(
                lambda f: f.s.movement == "PUSH",
                0.3,
                "nothing at {line} pulls us forward; {shot} is the camera's idea, not the scene's",
            ),
            Rule(
                lambda f: not f.b.moves and f.energy > 0,
                0.15,
                "nobody moves at {line}; {shot} would be the camera asking to be looked at",
            ),
        ),
        "{shot} moves as much as {line} does",
        "{shot} has no strong reason to move, or not to, at {line}",
    ),
    # Lens and light set the mood (Block: tone, depth; Mascelli: angles; noir practice after Alton, Painting
    # with Light).
    Criterion(
        "lens and light",
        0.2,
        (
            Rule(
                lambda f: f.steep and f.look.contrast <= -0.3,
                0.2,
                "we agreed on an open, even light; {shot} drags in shadows {line} never asked for",
            ),
            Rule(
                lambda f: f.b.shouts and f.s.lens_mm <= 40 and (f.face or f.mid),
                0.8,
                "at {lens}mm and this near the room bends round {who}: {shot} gives {line} its heat",
            ),
            Rule(
                lambda f: f.b.dark and f.steep,
                0.85,
                "one hard source in {place} by night: {shot} lets it rake across {line} and the "
                "rest fall to black",
            ),
            Rule(
                lambda f: f.b.dark and f.wide and f.look.contrast >= 0,
                0.7,
                "night needs somewhere to be dark: {shot} has the black around {line}",
            ),
            Rule(
                lambda f: f.low and f.s.lens_mm >= 75,
                0.7,
                "at {lens}mm {place} melts away and {who} is left alone with {line}",
            ),
            Rule(
                lambda f: (f.b.touches or f.b.felt(f.b.focus)[0] >= 0.3) and f.face and f.s.lens_mm >= 65,
                0.8,
                "{lens}mm, soft fall-off, a warm edge: {shot} is kind to {subject} at {line}",
            ),
            Rule(
                lambda f: f.b.outside and f.wide and f.s.lens_mm <= 28 and not f.b.dark,
                0.8,
                "at {lens}mm there is sky over {line}: {shot} lets the day in",
            ),
            Rule(
                lambda f: f.s.size == "EWS" and not f.b.outside,
                0.2,
                "no room holds {shot}; I would be lighting corridors for {line}",
            ),
            Rule(
                lambda f: f.s.movement == "HANDHELD" and f.b.dark and f.s.type != "POV",
                0.4,
                "wide open at night on the shoulder: {shot} will drift soft just at {line}",
            ),
            Rule(
                lambda f: f.s.type == "OTS" and f.b.dark,
                0.7,
                "the near shoulder goes black and {subject} takes the key: {shot} lights itself at {line}",
            ),
        ),
        "{lens}mm suits {line} and the light of {place}",
        "{lens}mm is the safe choice for {line}, no more",
    ),
    # Block: contrast keeps the eye awake; FilmAgent's flat shot lists are what to avoid.
    Criterion(
        "visual variety",
        0.1,
        (
            Rule(
                lambda f: f.s.size in ("MS", "MCU") and f.still and f.s.angle == "EYE",
                0.25,
                "{shot} at eye level is what every scene gets; {line} deserves a frame of its own",
            ),
            Rule(
                lambda f: (
                    f.s.type == "POV"
                    or f.s.movement in ("RACK", "CRANE")
                    or f.s.angle in ("OVERHEAD", "DUTCH")
                ),
                0.85,
                "we have not seen the film this way yet: {shot} makes {line} stand out in the reel",
            ),
            Rule(
                lambda f: f.steep or f.s.size in ("EWS", "ECU", "INSERT"),
                0.75,
                "{shot} breaks the run of level mediums at {line}",
            ),
        ),
        "{shot} adds something to the reel",
        "{shot} will cut with its neighbours like more of the same",
    ),
)
