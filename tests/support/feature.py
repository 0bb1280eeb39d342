"""A feature-length screenplay in Fountain, made by rule: the same for the same number of scenes, on every machine."""

import random

TITLE = "Title: The Long Tide\nCredit: Written by\nAuthor: Nobody in particular\nDraft date: 1 March 2026\n\n"
SCENES = 190
CUES = 770

CAST = (
    "NORA",
    "ELIAS",
    "RUTH",
    "TOMAS",
    "INES",
    "HUGO",
    "DR. ADEYEMI",
    "SERGEANT VALE",
    "YOUNG PILAR",
)

PLACES = (
    (
        "INT.",
        "FERRY TERMINAL - TICKET HALL",
        ("a departures board that has stopped", "rows of bolted chairs"),
    ),
    ("EXT.", "HARBOUR WALL", ("nets drying in the wind", "the tide coming in over the stones")),
    ("INT.", "NORA'S KITCHEN", ("two cups, one of them full", "a radio turned low")),
    ("INT.", "PILOT HOUSE", ("charts under a red lamp", "rain running down the glass")),
    ("EXT.", "BOATYARD", ("a hull on blocks", "sparks behind a tarpaulin")),
    ("INT.", "HOSPITAL CORRIDOR", ("a trolley with one bad wheel", "a clock ten minutes fast")),
    ("INT./EXT.", "ELIAS'S CAR", ("a map folded the wrong way", "headlights sweeping the hedges")),
    ("EXT.", "CLIFF ROAD", ("a barrier broken outwards", "gulls hanging level with the road")),
    ("INT.", "CHURCH HALL", ("stacked tables", "a noticeboard nobody has cleared")),
    ("INT.", "POLICE STATION - INTERVIEW ROOM", ("a tape recorder, running", "a window that does not open")),
    ("EXT.", "FISH MARKET", ("ice shovelled into crates", "a bell that ends the bidding")),
    ("INT.", "ARCHIVE", ("boxes labelled by hand", "dust in the one shaft of light")),
)
TIMES = ("DAY", "NIGHT", "DAWN", "DUSK", "CONTINUOUS", "LATER")

ARRIVALS = (
    "{a} comes in without knocking and stops when {a} sees {b}.",
    "{a} is already there, coat on, as though about to leave.",
    "The door opens. {a}, soaked through, holds it for {b}.",
    "{a} waits. After a while {b} sits down beside {a}, one chair between them.",
)
DOINGS = (
    "{a} turns the key over in one hand, and puts it down where {b} can reach it.",
    "{a} crosses to the window. Outside, a light goes out on the water.",
    "{b} laughs, and then does not.",
    "{a} unfolds the letter, reads the first line and folds it up again.",
    "{b} takes the photograph off the wall. There is a paler square behind it.",
    "Without a word {a} starts to clear the table, one plate at a time.",
    "{a} runs. {b} does not follow.",
    "A long silence. Somewhere below, an engine starts.",
    "{b} reaches for {a}'s sleeve and misses.",
    "{a} stares at the floor. The clock is the loudest thing in the room.",
    "{a} slams the drawer so hard that the cups jump.",
    "{b} smiles at last, small and unguarded.",
)
LINES = (
    "You said the boat never left the harbour.",
    "I said I never saw it leave.",
    "He kept a second log. Did you know that?",
    "Everybody knew. Nobody read it.",
    "Don't ask me to be sorry twice.",
    "I waited until the lamps came on. Then I stopped waiting.",
    "If I sign this, she goes home tomorrow.",
    "If you sign that, she never goes home at all!",
    "It was me who cut the line.",
    "I am not afraid of the water. I am afraid of what you will say.",
    "You came back. I didn't think you would.",
    "Tell me what he said, exactly as he said it.",
    "He said the tide keeps its own accounts.",
    "We could still leave tonight.",
    "There is nobody left to leave with.",
    "I love that you think there is time.",
    "Where is the key?",
    "Get out. Please. Before I change my mind.",
    "That photograph was taken after he died.",
    "Then who is standing next to him?",
    "I forgave you years ago. I just never told you.",
    "How dare you bring her here!",
    "It's the first time I've slept in a week.",
    "Whatever happens in there, you don't know me.",
    "I counted the steps. There were more going down than coming up.",
    "Thank you. I mean it, thank you.",
)
MANNERS = ("quietly", "not looking up", "beat", "too fast", "to no one", "almost laughing")
CLOSES = (
    "{a} is left alone with {prop}.",
    "Neither of them moves.",
    "{b} goes. The door does not quite close.",
    "On {prop}: hold.",
)


def feature(scenes: int = SCENES, seed: int = 1) -> str:
    """So many scenes with about four cues each; the whole of it is a feature of 120 pages."""
    dice = random.Random(seed)
    cues = [CUES * (place + 1) // SCENES - CUES * place // SCENES for place in range(scenes)]
    return TITLE + "".join(_scene(dice, count) for count in cues)


def _scene(dice: random.Random, cues: int) -> str:
    inside, place, props = dice.choice(PLACES)
    a, b = dice.sample(CAST, 2)
    third = dice.choice([name for name in CAST if name not in (a, b)])
    lines = dice.sample(LINES, cues)
    parts = [f"{inside} {place} - {dice.choice(TIMES)}", _sentence(f"{props[0]}; {props[1]}.")]
    parts.append(dice.choice(ARRIVALS).format(a=a, b=b))
    for count, line in enumerate(lines):
        who = third if count == 3 and dice.random() < 0.4 else (a, b)[count % 2]
        speech = f"{line} {dice.choice(LINES)}" if dice.random() < 0.6 else line
        manner = f"({dice.choice(MANNERS)})\n" if dice.random() < 0.25 else ""
        parts.append(f"{who}\n{manner}{speech}")
        if dice.random() < 0.7:
            doings = dice.sample(DOINGS, dice.choice((1, 1, 1, 2)))
            parts.append(" ".join(doing.format(a=a, b=b) for doing in doings))
    parts.append(dice.choice(CLOSES).format(a=a, b=b, prop=dice.choice(props)))
    return "\n\n".join(parts) + "\n\n"


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
