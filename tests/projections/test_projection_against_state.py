"""Tables made by SQL and state folded by the domain say the same of every production."""

import json
from pathlib import Path
from typing import Any

import pytest

from cineledger.domain.debate.question import Question
from cineledger.domain.ledger import Ledger
from cineledger.domain.state import State
from cineledger.projections.reader import Reader
from cineledger.projections.table import tables as every_table

Rows = dict[Any, dict[str, Any]]


MOMENTS = [("pilot", 20), ("pilot", 30), ("pilot", 60), ("pilot", None), ("pilot-b", 40), ("pilot-b", None)]
REVISED = [("revised", number) for number in (*range(60, 220, 8), None)]


@pytest.fixture(params=[*MOMENTS, *REVISED], ids=lambda moment: f"{moment[0]}@{moment[1]}")
def seen(
    request: pytest.FixtureRequest, film: Path, tables: Reader, revised: Path, revised_tables: Reader
) -> tuple[State, "Past"]:
    """A production's state at a number, folded, and its tables at that number."""
    name, number = request.param
    folder, reader = (revised, revised_tables) if name == "revised" else (film, tables)
    with Ledger(folder) as ledger:
        number = number and min(number, ledger.head(name).number)
        return ledger.fold(name, number), Past(reader, name, number)


class Past:
    """The tables of a production as of a number."""

    def __init__(self, reader: Reader, name: str, number: int | None) -> None:
        self._reader, self._side = reader, (name, number)

    def rows(self, table: str) -> list[dict[str, Any]]:
        """A table's rows."""
        return self._reader.rows(f"FROM {table}_at(?, ?) ORDER BY ALL", self._side)

    def keyed(self, table: str) -> Rows:
        """A table's rows under the first column of their key."""
        key = next(t for t in every_table() if t.name == table).key[0]
        return {row[key]: row for row in self.rows(table)}


def test_the_script(seen: tuple[State, Past]) -> None:
    """Scenes in order with their text, elements and beats."""
    state, past = seen
    scenes = past.keyed("scenes")
    assert sorted(scenes, key=lambda scene: int(scenes[scene]["place"])) == list(state.script.order)
    stands = sorted((name, s) for name, s in state.script.scenes.items() if not s.omitted)
    assert {name: scenes[name]["text"] for name, _ in stands} == {name: s.written.text for name, s in stands}
    assert {name: row["number"] for name, row in scenes.items()} == {
        name: s.written.number for name, s in state.script.scenes.items()
    }
    assert {name for name, row in scenes.items() if row["omitted"]} == scenes.keys() - dict(stands).keys()
    assert [(e["scene"], e["element"], e["kind"], e["text"]) for e in past.rows("script_elements")] == [
        (name, place, e.kind, e.text) for name, s in stands for place, e in enumerate(s.written.elements)
    ]
    assert [(b["scene"], b["beat"], b["turn"], b["debated"]) for b in past.rows("beats")] == [
        (name, b.beat, b.turn, b.beat in s.debated) for name, s in stands for b in s.beats
    ]


def test_the_shot_list(seen: tuple[State, Past]) -> None:
    """Every slate with the spec it is to be made to."""
    state, past = seen
    shots = past.keyed("shots")
    assert shots.keys() == set(state.shots.shots)
    for slate, shot in state.shots.shots.items():
        spec = shot.spec.model_dump()
        assert {column: shots[slate][column] for column in spec} == spec
        assert shots[slate]["address"].endswith(f"@{shot.number}")
        assert (shots[slate]["status"], shots[slate]["beat"]) == (shot.status, shot.planned.beat)


def test_the_debates(seen: tuple[State, Past]) -> None:
    """Every question's standing, and every proposal's."""
    state, past = seen
    questions, proposals = past.keyed("questions"), past.keyed("proposals")
    assert questions.keys() == set(state.debate.questions)
    for number, asked in state.debate.questions.items():
        row = questions[number]
        shown = [row[c] for c in ("status", "round", "recommended", "approved", "impasse")]
        assert shown == [asked.status, asked.round, asked.recommended, asked.approved, asked.impasse]
        for proposal in asked.proposals:
            told = proposals[proposal.number]
            assert told["status"] == _status(asked, proposal.number)
            assert (told["role"], told["reason"]) == (proposal.by, proposal.reason)
            assert json.loads(told["option"]) == proposal.option.model_dump(mode="json")


def _status(asked: Question, number: int) -> str:
    proposal = asked.proposal(number)
    if proposal is not None and proposal.standing != "live":
        return proposal.standing
    return "approved" if number == asked.approved else "live"


def test_the_people(seen: tuple[State, Past]) -> None:
    """Characters, and what each feels in each scene."""
    state, past = seen
    assert {name: (row["cues"], row["first_scene"]) for name, row in past.keyed("characters").items()} == {
        name: (character.speeches, character.first_scene) for name, character in state.cast.characters.items()
    }
    felt = {(f["character"], f["scene"], f["feeling"], f["valence"]) for f in past.rows("character_timeline")}
    assert felt == {
        (name, scene, feeling.feeling, feeling.valence)
        for name, character in state.cast.characters.items()
        for scene, feeling in character.feelings.items()
    }


def test_how_it_works(seen: tuple[State, Past]) -> None:
    """Mode, phase, head, roster, policy and standing orders."""
    state, past = seen
    assert {n: (row["status"] == "open", row["answered"]) for n, row in past.keyed("notes").items()} == {
        number: (note.answered is None, note.answered) for number, note in state.notes.notes.items()
    }
    (production,) = past.rows("productions")
    agreed = state.production
    assert (production["mode"], production["phase"], production["head"]) == (
        agreed.mode,
        agreed.phase,
        state.number,
    )
    assert production["vision"] == (agreed.vision.text if agreed.vision else None)
    assert past.keyed("roles").keys() == set(agreed.roster)
    assert {s: (p["tier"], p["lead"]) for s, p in past.keyed("policy").items()} == {
        subject: (policy.tier, policy.lead) for subject, policy in agreed.policy.items()
    }
    assert {s: o["number"] for s, o in past.keyed("standing_orders").items()} == {
        subject: order.number for subject, order in agreed.orders.items()
    }
