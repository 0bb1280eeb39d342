"""Screenplays as a model would write them: an outline of each idea, and scenes with people who talk to each other."""

import json
import random
from collections.abc import Callable
from typing import Any

from cineledger.agents.minds.mind import Asked
from cineledger.agents.screenwriting.asks import WriteScene
from cineledger.agents.screenwriting.performing import Perform
from cineledger.agents.screenwriting.rehearsing import DirectPerformance
from tests.support.inputs import INPUTS
from tests.support.scripted import ScriptedMind

IDEAS = INPUTS / "ideas" / "filmagent_topics.json"

PLACES = (
    "INT. KITCHEN - NIGHT",
    "EXT. ROADSIDE - DUSK",
    "INT. OFFICE - DAY",
    "INT. CAR - NIGHT",
    "EXT. PIER - DAWN",
)
NAMES = ("MAYA", "IDRIS", "ROSA", "TOM", "JUNE", "PAVEL")
OPENERS = (
    "You kept the key.",
    "They read out my name first. Then nobody looked up.",
    "Don't. Not before I have said it.",
    "I counted the chairs. There is one too many.",
    "Was it you who told them?",
)
REPLIES = (
    "I kept everything. That's the trouble.",
    "I was going to call. Then it was a year.",
    "What did you think would happen?",
    "Say it, then. Out loud, where I can hear it.",
    "No. Sit down. Please.",
)
ACTIONS = (
    "Rain on the window. Nobody has touched the food.",
    "A long look. Then the chair scrapes back.",
    "The phone buzzes across the table and stops at the edge.",
    "She takes the envelope, turns it over, puts it down again.",
    "Headlights cross the ceiling and are gone.",
)


def ideas() -> list[str]:
    """The ideas that were given; none where they are not at hand."""
    return [entry["topic"] for entry in json.loads(IDEAS.read_text("utf-8"))] if IDEAS.exists() else []


def outline(idea: str, scenes: int) -> dict[str, Any]:
    """An answer to OfferOutline."""
    rng = random.Random(idea)
    told = [
        {
            "heading": rng.choice(PLACES),
            "synopsis": f"Step {n + 1} of {scenes}: {idea.lower()}. Somebody wants more than the other will give.",
        }
        for n in range(scenes)
    ]
    return {
        "rival": {
            "option": {"kind": "outline", "scenes": told},
            "criterion": "story",
            "reason": "one want, made harder in each scene",
        }
    }


def scene(ask: WriteScene) -> dict[str, Any]:
    """An answer to WriteScene: two people of the film in an exchange that goes on from the scene before."""
    rng = random.Random(f"{ask.idea}/{ask.place}/{len(ask.notes)}")
    known = [person.name for person in ask.people]
    new = (
        [] if ask.place not in (0, 2) else [n for n in NAMES if n not in known][: 2 if ask.place == 0 else 1]
    )
    who = [*new, *known][:2]
    lines: list[dict[str, Any]] = [{"kind": "action", "text": rng.choice(ACTIONS)}]
    for turn in range(rng.randint(4, 8)):
        name = who[turn % 2]
        if turn == 1:
            lines.append({"kind": "parenthetical", "who": name, "text": "not looking up"})
        lines.append(
            {"kind": "dialogue", "who": name, "text": rng.choice(OPENERS if turn % 2 == 0 else REPLIES)}
        )
    lines.append({"kind": "action", "text": rng.choice(ACTIONS)})
    if ask.place + 1 == len(ask.outline):
        lines.append({"kind": "transition", "text": "FADE OUT."})
    people = [
        {
            "name": name,
            "who": f"{rng.randint(20, 70)}, somebody who stayed",
            "voice": "short sentences, questions as answers",
            "want": "to be asked to stay",
            "fear": "that nobody will ask",
        }
        for name in new
    ]
    return {
        "lines": lines,
        "people": people,
        "synopsis": f"{who[0]} asks, {who[1]} does not answer ({ask.place + 1}).",
    }


def performance(ask: Perform) -> dict[str, Any]:
    """An answer to Perform: a want, a feeling, and now and then a line in her own words."""
    rng = random.Random(f"{ask.character}/{len(ask.elements)}/{ask.elements[-1].text}/{ask.note}")
    line = rng.choice(ask.mine)
    own = (
        [{"line": line, "text": f"No. {ask.elements[line].text}"}] if ask.free and rng.random() < 0.7 else []
    )
    return {
        "intent": "make the other say it first",
        "subtext": "stay" if not ask.note else "go, then",
        "lines": own,
        "behaviour": "turns the cup by its handle",
        "felt": {
            "feeling": "wary",
            "valence": -0.2,
            "arousal": 0.3,
            "line": line,
            "quote": ask.elements[line].text,
            "reason": "I hear what it costs to say that",
        },
        "learned": ["who kept the key"] if not ask.learned else [],
        "objects": "",
    }


def direction(ask: DirectPerformance) -> dict[str, Any]:
    """An answer to DirectPerformance: a note on the first take of the first to play, and all own words printed."""
    heard = [
        {
            "character": take.character,
            "printed": True,
            "note": "ask for the salt instead" if place == 0 and not take.last else "",
        }
        for place, take in enumerate(ask.takes)
    ]
    return {"heard": heard, "reason": "they want the same chair"}


def company(scenes: int = 5, **more: Callable[[Asked], Any]) -> ScriptedMind:
    """A mind that writes, plays and directs the playing."""
    script: dict[str, Callable[[Asked], Any]] = {
        "Perform": lambda asked: performance(asked.ask) if isinstance(asked.ask, Perform) else {},
        "DirectPerformance": lambda a: direction(a.ask) if isinstance(a.ask, DirectPerformance) else {},
    }
    return screenwriter(scenes, **{**script, **more})


def screenwriter(scenes: int = 5, **more: Callable[[Asked], Any]) -> ScriptedMind:
    """A mind that outlines and writes; what else it is asked it answers as the house does, or as `more` says."""
    script: dict[str, Callable[[Asked], Any]] = {
        "OfferOutline": lambda asked: outline(getattr(asked.ask, "idea", ""), scenes),
        "WriteScene": lambda asked: scene(asked.ask) if isinstance(asked.ask, WriteScene) else {},
    }
    return ScriptedMind({**script, **more})
