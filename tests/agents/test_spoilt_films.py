"""What passes for an answer can be worked with: by its own department, by the ledger, and by those after it."""

import random
from pathlib import Path

import pytest

from cineledger.agents.ask import Ask
from cineledger.agents.crew import crew, house_rules
from cineledger.agents.minds.mind import Asked
from cineledger.agents.noting.feelings import Felt
from cineledger.domain.value import Value
from tests.support.asked import DEMO
from tests.support.scripted import ScriptedMind
from tests.support.spoiling import spoilt_anywhere
from tests.support.studio import opened, work

DEBATED = ("StandOn", "Weigh", "Offer", "ReconsiderChoice")
OWN = {ask.__name__ for role in crew().values() for ask in role.rules if not ask.__name__.startswith(DEBATED)}
"""Asks of a department about its own work."""
TOO_LATE = ("can't be worked with", "the ledger refuses")


@pytest.mark.parametrize("seed", range(4))
def test_what_is_wrong_is_found_before_anybody_works_with_it(tmp_path: Path, seed: int) -> None:
    """Answers with something changed at random are sent back by their asks, or make the film."""
    rng, rules = random.Random(seed), house_rules()

    def erring(asked: Asked) -> Value:
        good = rules[type(asked.ask)](asked.ask)
        return good if asked.corrections else spoilt_anywhere(rng, asked.ask, good)

    mind = ScriptedMind(dict.fromkeys(OWN, erring))
    state = work(opened(tmp_path, script=DEMO), mind=mind)
    told = [(_name(asked.ask), asked.corrections[-1].why) for asked in mind.asked if asked.corrections]
    assert len(told) > 20
    assert not [(name, why) for name, why in told if name in OWN and any(late in why for late in TOO_LATE)]
    assert state.works.done


def _name(ask: Ask) -> str:
    return type(ask).__name__


@pytest.mark.parametrize(("valence", "arousal"), [(-1.0, -1.0), (-1.0, 1.0), (1.0, -1.0), (1.0, 1.0)])
def test_a_feeling_may_be_at_the_end_of_its_scale(tmp_path: Path, valence: float, arousal: float) -> None:
    """Misery, frenzy, bliss and sleep in every scene are designed, lit, scored and reviewed as any other."""
    felt = Felt(feeling="utter", valence=valence, arousal=arousal, line=None, quote="", reason="So I feel.")
    mind = ScriptedMind({"FeelScene": lambda asked: felt})
    state = work(opened(tmp_path, script=DEMO), mind=mind)
    assert all(
        (one.valence, one.arousal) == (valence, arousal)
        for person in state.cast.characters.values()
        for one in person.feelings.values()
    )
    assert state.production.phase == "refinement" and not state.debate.undecided
