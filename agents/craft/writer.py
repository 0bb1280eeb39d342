"""What a writer looks for in a shot: that the line is served, the arc, what is not said, and who knows
what.
"""

from cineledger.agents.craft.rule import Criterion, Rule

CRITERIA = (
    # Mascelli: dialogue wants the speaker readable; Katz: do not move across the words that matter.
    Criterion(
        "the line",
        0.3,
        (
            Rule(
                lambda f: f.s.size == "INSERT" and f.b.thing is not None and not f.b.spoken,
                0.85,
                "the page stops on {thing}; without {shot} nobody will know why",
            ),
            Rule(
                lambda f: f.talk and f.energy >= 0.55,
                0.2,
                "the words do the work at {line}; under {shot} nobody will hear them"
                "|{shot} talks over {line}",
            ),
            Rule(
                lambda f: f.talk and f.s.size in ("FS", "WS", "EWS"),
                0.3,
                "{line} is spoken to one person; {shot} makes it an announcement",
            ),
            Rule(
                lambda f: f.talk and f.s.type == "REACTION",
                0.65,
                "{line} may be heard over {subject}: {shot} shows what the words do",
            ),
            Rule(
                lambda f: f.talk and f.s.type in ("POV", "CUTAWAY", "ESTABLISHING"),
                0.25,
                "{shot} looks away just as {who} says {line}",
            ),
            Rule(
                lambda f: f.talk and f.s.size in ("MS", "MCU", "CU") and f.energy <= 0.45,
                0.9,
                "{line} carries it; {shot} lets us hear it and read it on {who}"
                "|I wrote {line} to be said to a face; {shot} gives it one",
            ),
            Rule(
                lambda f: not f.talk and f.b.moves and (f.wide or f.mid),
                0.75,
                "the page writes bodies here: {shot} shows {line} whole",
            ),
            Rule(
                lambda f: not f.talk and f.s.type == "ESTABLISHING" and f.b.kind == "arrival",
                0.85,
                "that sentence is a place before it is anything: {shot} is {line}",
            ),
            Rule(
                lambda f: not f.talk and f.s.size == "ECU",
                0.35,
                "the page says {line}; in {shot} we could not tell",
            ),
        ),
        "{shot} shows what is written: {line}",
        "{shot} adds nothing to {line}",
    ),
    # Closeness is a promise the story pays out: nearer as we know more (Meyrowitz; Katz on progressive
    # framing).
    Criterion(
        "intimacy of the arc",
        0.26,
        (
            Rule(
                lambda f: (
                    f.turn
                    and f.s.size in ("CU", "ECU")
                    and f.b.position >= 0.5
                    and f.s.type in ("SINGLE", "REACTION")
                ),
                0.95,
                "this late in the story {line} has been earned; {shot} on {subject} collects it"
                "|we have come this far to be this near {subject}: {shot} at {line}",
            ),
            Rule(
                lambda f: f.turn and f.s.size in ("CU", "ECU") and f.b.position < 0.2,
                0.3,
                "we hardly know {who} yet; {shot} at {line} is a closeness the story has not earned",
            ),
            Rule(
                lambda f: (
                    f.turn
                    and f.b.position < 0.2
                    and (f.mid or f.wide)
                    and f.b.kind in ("arrival", "action", "exchange")
                ),
                0.8,
                "early days: {shot} lets us meet {who} at {line} before it asks us to feel",
            ),
            Rule(
                lambda f: f.turn and f.s.size == "MCU",
                0.8,
                "{line} is a private matter; {shot} lets us in without staring",
            ),
            Rule(
                lambda f: f.turn and f.face,
                0.75,
                "{line} changes {subject} for good; {shot} has us near enough to see it",
            ),
            Rule(
                lambda f: f.turn and f.b.kind in ("departure", "button") and f.wide and f.b.position >= 0.8,
                0.8,
                "the story hands {who} back to the world at {line}; {shot} closes the book",
            ),
            Rule(
                lambda f: f.turn and f.s.size in ("FS", "WS", "EWS") and f.b.focus is not None,
                0.2,
                "{shot} keeps us outside the one moment we should be with {who}: {line}",
            ),
            Rule(
                lambda f: not f.turn and f.face,
                0.35,
                "{line} is on the way to something; {shot} gets there first",
            ),
        ),
        "{shot} keeps us as near {who} as the story is",
        "{shot} leaves the arc where it was at {line}",
    ),
    # Weston: the subtext is what is done while something else is said; Murch: cut to who is thinking.
    Criterion(
        "subtext",
        0.22,
        (
            Rule(
                lambda f: f.b.kind == "silence" and f.s.type == "REACTION",
                0.95,
                "nothing is said at {line} and all of it is heard: {shot} finds {subject} hearing it",
            ),
            Rule(
                lambda f: f.b.kind == "outburst" and f.b.asks and f.face and f.s.type == "SINGLE",
                0.85,
                "{line} wants an answer and gets none; {shot} waits with {who} for it",
            ),
            Rule(
                lambda f: f.b.kind in ("reveal", "outburst", "departure") and f.s.type == "REACTION",
                0.9,
                "we have {line} already; the story is what {subject} does with it, and that is {shot}",
            ),
            Rule(
                lambda f: f.b.asks and f.s.type == "REACTION",
                0.85,
                "a question is worth its answer: after {line} {shot} watches {subject} look for one",
            ),
            Rule(
                lambda f: f.b.kind == "silence" and f.face and f.still,
                0.8,
                "{shot} waits until {who} cannot keep {line} in any longer",
            ),
            Rule(
                lambda f: f.b.kind == "silence" and f.energy > 0.5,
                0.15,
                "what is not said at {line} needs stillness to be heard; {shot} fills the pause",
            ),
            Rule(
                lambda f: f.shared and f.b.kind in ("exchange", "silence", "reveal"),
                0.75,
                "one talks and the other decides: {shot} keeps both under {line}",
            ),
            Rule(
                lambda f: f.b.kind == "outburst" and f.s.type == "SINGLE" and f.face,
                0.45,
                "{line} is all on the surface; {shot} underlines what is loud already",
            ),
            Rule(
                lambda f: f.s.angle in ("DUTCH", "WORMS", "OVERHEAD"),
                0.25,
                "{shot} explains {line} instead of trusting it",
            ),
        ),
        "{shot} leaves something under {line}",
        "{shot} shows the top of {line} and nothing beneath",
    ),
    # Hitchcock with Truffaut: suspense is who knows what; Arijon: the glance and what it meets.
    Criterion(
        "who knows what",
        0.12,
        (
            Rule(
                lambda f: f.b.looks and f.s.type == "POV",
                0.95,
                "somebody looks, and we must know what {who} knows: {shot} at {line}",
            ),
            Rule(
                lambda f: f.s.size == "INSERT" and f.b.thing is not None,
                0.85,
                "{thing} is what the audience has to know; {shot} tells them",
            ),
            Rule(
                lambda f: f.b.kind == "reveal" and f.s.type == "REACTION",
                0.8,
                "{line} is news to {subject}: {shot} shows the moment of knowing",
            ),
            Rule(
                lambda f: f.b.kind == "reveal" and f.wide,
                0.3,
                "in {shot} nobody can tell who learns what at {line}",
            ),
        ),
        "{shot} tells us no more than {who} knows",
        "{shot} leaves it open who knows {line}",
    ),
)
