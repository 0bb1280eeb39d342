"""Minds that err in every way: what is wrong is found before it is worked with, and the film is made all the same."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cineledger.agents import desk
from cineledger.agents.crew import house_rules
from cineledger.agents.minds.mind import Asked
from cineledger.domain.ledger import Ledger
from cineledger.domain.talk.events import AnswerFailed, CommandRefused
from cineledger.domain.value import Value
from tests.support.asked import DEMO
from tests.support.scripted import ScriptedMind
from tests.support.studio import opened, work

ARGUED = (
    "StandOn",
    "WeighShots",
    "WeighVoices",
    "WeighChoice",
    "WeighTradeOffs",
    "Offer",
    "ReconsiderChoice",
)
"""How the asks of debates begin: what is wrong with those is found elsewhere."""
ASKS = sorted(ask.__name__ for ask in house_rules() if not ask.__name__.startswith(ARGUED))
"""The asks of each role's own work."""
NAMES = ("MAYA", "NOBODY", "film", "source", "canon", "CU", "BI", "1A", "")


def _spoilt(answer: Value, chance: random.Random) -> dict[str, Any]:
    """An answer with one to three of its parts put otherwise."""
    data: dict[str, Any] = answer.model_dump(mode="json")
    for _ in range(chance.randint(1, 3)):
        leaves = list(_leaves(data))
        if leaves:
            owner, name = chance.choice(leaves)
            owner[name] = _otherwise(owner[name], chance)
    return data


def _leaves(node: Any) -> Iterator[tuple[Any, Any]]:
    for name, value in node.items() if isinstance(node, dict) else enumerate(node):
        yield node, name
        if isinstance(value, dict | list):
            yield from _leaves(value)


def _otherwise(value: Any, chance: random.Random) -> Any:
    match value:
        case bool():
            return not value
        case int() | float():
            return chance.choice((-5, -1, 0, 1, 2, value + 1, value - 1, 10_000, 1e9))
        case str():
            return chance.choice((*NAMES, "y" * 1000))
        case list():
            return chance.choice(([], value + value, value[::-1], value[1:], value[:1]))
        case None:
            return chance.choice((0, 1, "MAYA", "NOBODY", ["MAYA", "IDRIS"]))
        case _:
            return None


@pytest.mark.parametrize("seed", range(3))
def test_nothing_is_worked_with_that_can_not_be(tmp_path: Path, seed: int) -> None:
    """Every error is found by the ask itself: none comes up in the work, and the ledger refuses nothing."""
    chance, rules = random.Random(seed), house_rules()

    def erring(asked: Asked) -> Any:
        answer = rules[type(asked.ask)](asked.ask)
        return answer if chance.random() < 0.3 else _spoilt(answer, chance)

    mind = ScriptedMind(dict.fromkeys(ASKS, erring))
    with opened(tmp_path, script=DEMO) as ledger:
        state = work(ledger, mind=mind)
        desk.impose(ledger, "pilot", "constraint", "No close-ups.")
        state = work(ledger, mind=mind)
        assert state.production.phase == "refinement" and not state.debate.undecided
        problems = [why for asked in mind.asked for why in (c.why for c in asked.corrections)]
        problems += [why for failed in _facts(ledger, AnswerFailed) for why in failed.problems]
        assert problems
        assert not [why for why in problems if "can't be worked with" in why or "ledger refuses" in why]
        assert not _facts(ledger, CommandRefused)


def _facts(ledger: Ledger, kind: type[Any]) -> list[Any]:
    return [record.fact for record in ledger.records("pilot") if isinstance(record.fact, kind)]


def _one_beat(asked: Asked) -> dict[str, Any]:
    """A scene as one stretch that is worth a debate."""
    beat = {"beat": 1, "kind": "reveal", "first": 0, "last": len(asked.ask.model_dump()["elements"]) - 1}
    beat |= {"people": ["MAYA"], "emphasis": 0.9, "moves": False, "turn": "it is out"}
    return {"beats": [beat], "debated": [1]}


def test_a_scene_that_needs_no_more_shots_is_not_asked_about_for_ever(tmp_path: Path) -> None:
    """Decided again as it was, and with nothing to add, a shot leaves silence on the record, and the work goes on."""
    mind = ScriptedMind(
        {
            "ReadScene": _one_beat,
            "ChooseSetups": lambda asked: {"setups": []},
            "Reconsider": lambda asked: {"stands": False, "reason": "look again"},
        }
    )
    with opened(tmp_path) as ledger:
        work(ledger, mind=mind)
        desk.impose(ledger, "pilot", "broadcast", "Look again.")
        state = work(ledger, mind=mind)
        assert state.production.phase == "refinement" and not state.debate.undecided
        assert not [shot for shot in state.shots.live() if shot.question is None]
