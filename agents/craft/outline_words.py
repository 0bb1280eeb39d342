"""Places, people and dramatic situations that a story idea names, and what a short film makes of each."""

from typing import NamedTuple

PLACES: tuple[tuple[str, tuple[str, str, str]], ...] = (
    (r"startup|brainstorm\w*", ("INT. STARTUP OFFICE", "INT. STARTUP OFFICE - KITCHEN", "EXT. OFFICE ROOF")),
    (
        r"security|breach\w*|server|hack\w*|computer",
        ("INT. CONTROL ROOM", "INT. SERVER ROOM", "EXT. OFFICE FORECOURT"),
    ),
    (
        r"office|company|colleagues?|employees?|boss|investments?|terminated|team|project|gossip",
        ("INT. OFFICE", "INT. OFFICE - STAIRWELL", "EXT. OFFICE CAR PARK"),
    ),
    (
        r"dinner|family|kitchen|mother|father|parents",
        ("INT. FAMILY HOUSE - DINING ROOM", "INT. FAMILY HOUSE - KITCHEN", "EXT. FAMILY HOUSE - PORCH"),
    ),
    (
        r"party|guests?|house",
        ("INT. HOUSE - LIVING ROOM", "INT. HOUSE - HALL", "EXT. HOUSE - GARDEN"),
    ),
    (
        r"road\w*|farewell|car|drive|truck|journey",
        ("EXT. ROADSIDE", "INT. CAR", "EXT. ROADSIDE - FURTHER ON"),
    ),
    (
        r"school|students?|teacher|gym",
        ("INT. SCHOOL - CORRIDOR", "INT. SCHOOL - CLASSROOM", "EXT. SCHOOL YARD"),
    ),
    (
        r"banks?|heist|vault|robb?\w*|thie\w+",
        ("INT. BANK", "INT. BANK - VAULT", "EXT. STREET BEHIND THE BANK"),
    ),
    (
        r"sea|harbou?r|boat|ship|island|ferry|lighthouse",
        ("EXT. HARBOUR", "INT. BOAT - CABIN", "EXT. BREAKWATER"),
    ),
    (
        r"forest|woods|mountains?|desert|wilderness",
        ("EXT. FOREST", "EXT. FOREST - CLEARING", "EXT. EDGE OF THE FOREST"),
    ),
    (
        r"caf[eé]|coffee|bar|restaurant|pub|reunion|meet-up|old friends?",
        ("INT. CAFE", "INT. CAFE - BACK TABLE", "EXT. STREET OUTSIDE THE CAFE"),
    ),
    (r"park|dogs?|cats?|garden", ("EXT. PARK", "EXT. PARK - PLAYGROUND", "EXT. STREET BY THE PARK")),
    (
        r"space|planet|rocket|orbit|moon",
        ("INT. SPACECRAFT", "INT. SPACECRAFT - AIRLOCK", "EXT. SURFACE OF THE MOON"),
    ),
    (
        r"hospital|doctor|nurse",
        ("INT. HOSPITAL - WARD", "INT. HOSPITAL - CORRIDOR", "EXT. HOSPITAL - ENTRANCE"),
    ),
    (
        r"break-?up|quarrel|couple|marriage|lovers?",
        ("INT. FLAT - LIVING ROOM", "INT. FLAT - BEDROOM", "EXT. STREET"),
    ),
    (r"routine|mundane|escape", ("INT. FLAT - KITCHEN", "INT. COMMUTER TRAIN", "EXT. STATION PLATFORM")),
    (r"bus|train|station|airport", ("EXT. STATION PLATFORM", "INT. WAITING ROOM", "EXT. STATION FORECOURT")),
)
"""Words that an idea uses → three places of one location: where it plays, where it gets close, where it comes out."""

ELSEWHERE = ("INT. ROOM", "INT. ROOM - BY THE WINDOW", "EXT. STREET")

PEOPLE = frozenset(
    """friend friends sister sisters brother brothers mother father son daughter couple wife husband employee
    boss colleague colleagues team guest guests host cat cats dog dogs boy girl man woman child children
    student students teacher doctor nurse soldier king queen thief thieves robber detective robot
    astronaut captain sailor keeper writer painter singer stranger neighbour neighbor widow grandmother
    grandfather family farmer driver hacker engineer priest ghost bird horse wolf""".split()
)
"""Nouns that are somebody."""
COMPOUND = frozenset("keeper driver officer pilot owner".split())
"""Those that say little without the noun before them."""


class Situation(NamedTuple):
    """What a kind of story makes of its people: after Polti's situations, cut to what a short film bears."""

    words: str
    lead: str
    other: str
    steps: tuple[tuple[str, str], ...]
    """What happens in each of five steps, and what turns in it; {lead} and {other} stand for the people."""
    where: tuple[int, int, int, int, int] = (0, 0, 1, 0, 0)
    """Which of the three places each step plays in."""


SITUATIONS: tuple[Situation, ...] = (
    Situation(
        r"confess\w*|secret (?!escape)\w*|long-held|lie[sd]?\b",
        "the one with the secret",
        "the others",
        (
            (
                "{lead} is at home among {other}, and changes the subject once too often.",
                "from ease to a first doubt",
            ),
            (
                "Something turns up that only makes sense if {lead} has lied; {other} laugh, and one of them does not.",
                "from safe to watched",
            ),
            (
                "Alone with one of them, {lead} is offered a way to tell it, and takes the way out.",
                "from a chance to a debt",
            ),
            ("It is said, in front of everybody, and by {lead}.", "from hidden to known"),
            ("They sit where they sat. One place is empty, or one hand is held.", "from known to lived with"),
        ),
    ),
    Situation(
        r"breach\w*|emergency|crisis|alarm",
        "the one on duty",
        "the others",
        (
            (
                "{lead} does what is done every night, and one light that should be green is not.",
                "from routine to alert",
            ),
            (
                "{other} come in one by one; each asks whose fault it is before asking what it is.",
                "from alert to blame",
            ),
            (
                "{lead} finds the door it came through, and that somebody in the room left it open.",
                "from a fault to a person",
            ),
            (
                "To stop it {lead} has to shut out one of them, with everyone looking on.",
                "from advice to a decision",
            ),
            ("It is quiet. The light is green, and nobody sits where they sat.", "from danger to its price"),
        ),
    ),
    Situation(
        r"escape|mundane|routine|run(ning)? away",
        "the one who wants out",
        "the one who knows",
        (
            (
                "{lead} does everything in the order in which it is always done, and packs one thing that is not.",
                "from habit to a plan",
            ),
            ("{other} finds the ticket, puts it back and says nothing.", "from alone to seen"),
            (
                "Every small duty comes at once: each is a reason to stay one more day.",
                "from a plan to a doubt",
            ),
            ("{lead} stands at the door with the bag, and {other} stands in it.", "from doubt to a choice"),
            (
                "The same morning, the same order: one chair is empty, or one bag is unpacked.",
                "from a choice to a life",
            ),
        ),
    ),
    Situation(
        r"farewell|goodbye|parting",
        "the one who leaves",
        "the one who stays",
        (
            (
                "{lead} and {other} wait, with too much luggage and nothing left to arrange.",
                "from busy to still",
            ),
            ("What will take {lead} away is early.", "from some time to none"),
            (
                "They talk about everything else: the weather, the keys, who feeds the cat.",
                "from near to far",
            ),
            (
                "One of them says what the other was afraid of, or gives back what was lent.",
                "from polite to true",
            ),
            ("The road is empty. {other} is still looking where {lead} was.", "from two to one"),
        ),
        (0, 0, 1, 0, 2),
    ),
    Situation(
        r"quarrel|break-?up|argument|row\b|fight",
        "the one who has had enough",
        "the other one",
        (
            (
                "{lead} and {other} do a small thing together, each in the other's way.",
                "from habit to irritation",
            ),
            ("{other} says a small thing, and {lead} does not let it pass.", "from irritation to a cause"),
            (
                "Old bills come out, one by one; each wins a point and loses the other a little more.",
                "from a cause to a war",
            ),
            ("One sentence goes too far, and both hear it.", "from a war to an end"),
            ("The small thing again, done by one of them alone.", "from two to one"),
        ),
        (0, 0, 1, 1, 0),
    ),
    Situation(
        r"apolog\w*|heartfelt",
        "the one who was wrong",
        "the one who was hurt",
        (
            ("{lead} is sure of being right, and {other} has stopped answering.", "from right to unheard"),
            ("Somebody takes a side, and the whole table has to.", "from two to all"),
            ("{lead} is shown, by something small, what it did to {other}.", "from right to ashamed"),
            (
                "{lead} says it without an excuse, and {other} has to decide what to do with it.",
                "from pride to a plea",
            ),
            ("They clear the table together. Nobody says more.", "from a plea to peace"),
        ),
    ),
    Situation(
        r"reconcil\w*|reunion|old friends?|meet-?up",
        "the one who waits",
        "the old friend",
        (
            ("{lead} is there too early and has rehearsed the first sentence.", "from alone to expecting"),
            ("{other} comes, is somebody else by now, and is kind about it.", "from expecting to polite"),
            ("They tell the old stories, and each tells them otherwise.", "from polite to a wound"),
            ("The story neither has told comes up: who let whom down.", "from a wound to the truth"),
            (
                "The bill. They quarrel over who pays it, as they always did.",
                "from strangers to friends, or the other way",
            ),
        ),
        (0, 0, 1, 1, 1),
    ),
    Situation(
        r"gossip|misunderst\w*|understanding|rumou?r",
        "the one they talk about",
        "the ones who talk",
        (
            (
                "{other} stop talking when {lead} comes in, and start again too late.",
                "from one of them to the subject",
            ),
            ("{lead} hears half of it, and it is the worse half.", "from uneasy to hurt"),
            ("{lead} pays it back with a half-truth, and it travels faster.", "from hurt to guilty"),
            ("Both halves meet in one room, and somebody laughs first.", "from guilt to the whole of it"),
            ("{lead} comes in. Nobody stops talking.", "from the subject to one of them"),
        ),
        (0, 1, 1, 0, 0),
    ),
    Situation(
        r"party|guest|intruder|crash\w*|stranger",
        "the host",
        "the guest",
        (
            ("{lead} has counted the chairs, and they are right.", "from order to pride"),
            (
                "{other} is at the door, uninvited, and is let in out of good manners.",
                "from order to one too many",
            ),
            (
                "{other} is better company than {lead}, and knows something about everyone.",
                "from a nuisance to a danger",
            ),
            ("What {other} came for is said aloud, and it concerns {lead}.", "from manners to the truth"),
            ("The chairs are counted again.", "from one too many to who is missing"),
        ),
    ),
    Situation(
        r"terminat\w*|fired|laid off|breakdown|unemployed",
        "the one let go",
        "the one who has to say it",
        (
            (
                "{lead} does the work well, and for the last time, without knowing it.",
                "from pride to a summons",
            ),
            ("{other} says it from a sheet of paper.", "from needed to not"),
            (
                "{lead} carries a box past every desk; each of them finds something to look at.",
                "from anger to shame",
            ),
            (
                "In a place where nobody should see, it comes out; and {other} sees.",
                "from composed to broken",
            ),
            (
                "{lead} stands outside with the box, and does something that was never allowed.",
                "from broken to free",
            ),
        ),
        (0, 0, 0, 1, 2),
    ),
    Situation(
        r"brainstorm\w*|startup|invent\w*",
        "the one with the idea",
        "the one with the doubts",
        (
            (
                "The board is full, the cups are empty, and {lead} crosses out the last idea.",
                "from hope to none",
            ),
            ("{other} says what {lead} has been thinking: they should stop.", "from tired to opposed"),
            (
                "They take it apart, and each, and find what each has put into it.",
                "from an idea to a friendship",
            ),
            ("By accident, out of the quarrel, it is there.", "from nothing to something"),
            ("They look at it in daylight.", "from certain to begun"),
        ),
        (0, 0, 1, 0, 2),
    ),
    Situation(
        r"debate|investment\w*|negotiat\w*|meeting|discussion",
        "the one who would risk it",
        "the one who would not",
        (
            ("Everybody has the same papers, and {lead} has one page more.", "from agreed to a question"),
            (
                "{lead} asks for everything they have; {other} asks what happens if it fails.",
                "from a question to sides",
            ),
            ("Each is shown to have a reason that has nothing to do with money.", "from figures to fears"),
            (
                "The vote stands even, and the last hand belongs to somebody who has not spoken.",
                "from sides to a decision",
            ),
            ("The room is empty. The page lies there, signed or torn.", "from a decision to what it costs"),
        ),
    ),
    Situation(
        r"celebrat\w*|cheers?|victory|end of project|wedding|birthday",
        "the one who carried it",
        "the others",
        (
            ("It is done, and {other} have started without {lead}.", "from work to relief"),
            ("A toast names everyone but {lead}.", "from relief to a sting"),
            (
                "{lead} finds a reason to leave; each of them, apart, finds a reason why not.",
                "from hurt to held",
            ),
            ("{lead} has to speak, and says what it cost.", "from cheer to the truth"),
            ("The last of them turn off the lights together.", "from a team to friends"),
        ),
        (0, 0, 2, 0, 0),
    ),
    Situation(
        r"heist|rob\b|robber\w*|robbing|steal\w*|thie\w+|vault",
        "the one with the plan",
        "the one who came along",
        (
            ("{lead} and {other} walk through the place as customers, and count.", "from wish to plan"),
            ("The day is moved forward, and nothing is ready.", "from plan to risk"),
            ("It works, until {other} sees somebody who should not be there.", "from luck to a witness"),
            ("There is time to take it or to take care of the witness, not both.", "from greed to a choice"),
            ("They divide what they have, and it is not money.", "from rich to even"),
        ),
        (0, 2, 1, 1, 2),
    ),
    Situation(
        r"best friends?.*\bnew\b|new (friend|cat|dog|neighbou?r|kid|sister|brother|girl|boy)|meet a new",
        "the first of two friends",
        "the newcomer",
        (
            (
                "{lead} and the friend have one way to do everything, and do it together.",
                "from two to content",
            ),
            (
                "{other} is there, wants to join in, and does it all the wrong way round.",
                "from content to jealous",
            ),
            (
                "They try to be rid of {other}; each trick costs them something of their own.",
                "from a game to harm",
            ),
            ("{lead} is in trouble, and it is {other} who knows the way round.", "from rival to rescue"),
            ("The old game again, with a third place in it.", "from two to three"),
        ),
        (0, 0, 1, 1, 0),
    ),
)
"""The first whose words an idea uses is its situation."""

ANY = Situation(
    "",
    "the one it happens to",
    "the one in the way",
    (
        (
            "{lead} does what is always done, and what everybody here takes for granted shows.",
            "from rest to a want",
        ),
        ("What can't be undone happens, and {lead} wants something from now on.", "from a want to a task"),
        ("{lead} meets {other}; the easy ways fail, and the price becomes clear.", "from easy to dear"),
        ("What was kept back is said or done, and there is no way back for {lead}.", "from doubt to a deed"),
        ("The place where it began; what changed shows without a word.", "from a deed to what is left"),
    ),
    (0, 0, 1, 1, 0),
)

STEPS = ("Opening image", "Inciting incident", "Rising action", "Climax", "Closing image")
"""Freytag's five parts by the names that screenwriters give them."""

TIMES = {
    "day": ("DAY", "DAY", "DAY", "NIGHT", "DAY"),
    "night": ("NIGHT", "NIGHT", "NIGHT", "NIGHT", "DAWN"),
    "evening": ("DUSK", "NIGHT", "NIGHT", "NIGHT", "DAY"),
}
NIGHT = r"\b(night|midnight|dark|secret|late|emergency|breach\w*)\b"
EVENING = r"\b(dinner|party|farewell|evening|celebrat\w*|reunion|wedding)\b"
