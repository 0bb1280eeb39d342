"""Studios in which much is remembered: random trees of forks, where no memory may cross into another's past."""

import random
from pathlib import Path

from cineledger.domain.address import Address
from cineledger.domain.event import Event
from cineledger.domain.fountain.script import read
from cineledger.domain.ledger import Ledger
from cineledger.domain.ledger.sealing import Draft
from cineledger.domain.production.events import BroadcastSent, ProductionOpened
from cineledger.domain.script.events import SceneOmitted, SceneWritten
from cineledger.domain.talk.events import MessageSent
from cineledger.projections.memory import rows
from cineledger.projections.memory.hashed import Hashed
from cineledger.projections.memory.index import Index
from cineledger.projections.reader import Reader

WORDS = (
    "harbour night letter lamp ferry brother brass scale storm window kitchen promise debt road snow".split()
)
PEOPLE = ("MAYA", "TOM", "IDRIS", "LENA")
ROLES = ("director", "editor", "composer", "writer")


def scene_of(name: str, text: str) -> SceneWritten:
    """A scene with these lines."""
    return SceneWritten(
        scene=name,
        number=name,
        heading="INT. KITCHEN - NIGHT",
        int_ext="INT",
        location="KITCHEN",
        day_night="NIGHT",
        text=text,
        elements=read(text).scenes[0].elements,
    )


def some_event(dice: random.Random) -> tuple[str, Event]:
    """Who does what: a scene written or written anew, left out, a message, a word to all."""
    said = " ".join(dice.choices(WORDS, k=6))
    match dice.randrange(6):
        case 0 | 1:
            one, other = dice.sample(PEOPLE, 2)
            text = f"INT. KITCHEN - NIGHT\n\nThe {said}.\n\n{one}\nWhat of the {said}?\n\n{other}\nNothing.\n"
            return "writer", scene_of(str(dice.randint(1, 4)), text)
        case 2:
            scene = str(dice.randint(1, 4))
            return "writer", SceneOmitted(scene=scene, number=scene, draft=2, into=None)
        case 3 | 4:
            one, other = dice.sample(ROLES, 2)
            return one, MessageSent(to=other, text=f"About the {said}.")
        case _:
            return "orchestrator", BroadcastSent(text=f"Think of the {said}.")


def say(ledger: Ledger, name: str, dice: random.Random, events: int) -> None:
    """Appends so many random events, one by one."""
    for _ in range(events):
        head = ledger.head(name)
        actor, fact = some_event(dice)
        ledger.append(name, head, [Draft(fact, (head.number,), ())], actor=actor, command="Say")


def grow(ledger: Ledger, dice: random.Random, productions: int, events: int) -> None:
    """A tree of forks: each production begins anew or at any event of another, and goes on."""
    names = ledger.productions()
    for _ in range(productions):
        name = f"p{len(names)}"
        if not names or dice.random() < 0.15:
            ledger.open(name, [ProductionOpened(title=name, form="script")], "Open")
        else:
            parent = dice.choice(names)
            ledger.fork(Address(parent, dice.randint(0, ledger.head(parent).number)), name)
        names.append(name)
        for going_on in dice.sample(names, min(len(names), 2)):
            say(ledger, going_on, dice, dice.randint(0, events))


def grown(folder: Path, seed: int, productions: int = 12, events: int = 6) -> Ledger:
    """A studio with a tree of forks."""
    ledger = Ledger(folder, create=True)
    grow(ledger, random.Random(seed), productions, events)
    return ledger


def catch_up(folder: str) -> None:
    """Catches an index up in small steps, as a process of its own that may be killed."""
    rows.STEP = 20
    with Reader(Path(folder)) as reader:
        Index(Path(folder), Hashed()).reach(reader)
