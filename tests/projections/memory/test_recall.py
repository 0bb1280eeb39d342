"""What is recalled: only what somebody can remember at that moment, in the same order whenever it is asked."""

import random
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import pytest

from cineledger.domain.address import Address
from cineledger.domain.ledger import Ledger
from cineledger.projections.memory import past
from cineledger.projections.memory.hashed import Hashed
from cineledger.projections.memory.recall import OF_THE_STORY, Memory, Recollection, agents_of
from cineledger.projections.reader import Reader
from tests.support.memories import PEOPLE, ROLES, WORDS, grow, grown


class Studio:
    """A tree of forks and its memory."""

    def __init__(self, folder: Path, seed: int, productions: int = 12) -> None:
        self.folder = folder
        self.ledger = grown(folder, seed, productions)
        self.reader = Reader(folder)
        self.memory = Memory(folder, Hashed())

    def recall(
        self, at: Address, agents: Sequence[str], asked: str, limit: int = 500, kinds: Sequence[str] = ()
    ) -> Recollection:
        """What these agents remember."""
        return self.memory.recall(self.reader, at, agents, asked, limit, kinds)

    def held(self, at: Address, agents: Sequence[str], word: str = "") -> list[str]:
        """The ids of what the table says they remember, with a word in it."""
        rows = self.reader.rows(
            "SELECT id FROM memories_at(?, ?) WHERE list_contains(?, agent) AND contains(lower(text), ?) ORDER BY id",
            (at.production, at.number, list(agents), word),
        )
        return [row["id"] for row in rows]

    def moment(self, dice: random.Random) -> Address:
        """Any event of any production."""
        name = dice.choice(self.ledger.productions())
        return Address(name, dice.randint(0, self.ledger.head(name).number))


@pytest.fixture(scope="module")
def studio(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Studio]:
    made = Studio(tmp_path_factory.mktemp("tree"), 7)
    yield made
    made.reader.close()


def agents(dice: random.Random) -> tuple[str, ...]:
    """Somebody."""
    return (dice.choice([*(f"cast:{name}" for name in PEOPLE), *ROLES]), "everyone")


def test_a_recall_finds_what_the_table_holds_at_that_moment_and_nothing_else(studio: Studio) -> None:
    """In random fork trees: nothing of another fork, of later, or replaced since; and all that has the word."""
    dice = random.Random(1)
    for _ in range(60):
        at, who, word = studio.moment(dice), agents(dice), dice.choice(WORDS)
        found = studio.recall(at, who, word).found
        assert {memory.id for memory in found} <= set(studio.held(at, who)), (at, who)
        assert sorted(m.id for m in found if m.words > 0) == studio.held(at, who, word), (at, who, word)
        for memory in found:
            stream, number = memory.address.split("@")
            assert studio.ledger.holder(Address(at.production, int(number))) == Address(stream, int(number))


def test_a_recall_is_the_same_whatever_came_later(tmp_path: Path) -> None:
    """What others wrote since, in forks and further on, changes neither what is found nor any score."""
    made = Studio(tmp_path, 3, 6)
    dice = random.Random(4)
    asked = [(made.moment(dice), agents(dice), " ".join(dice.choices(WORDS, k=2))) for _ in range(10)]
    before = [made.recall(*one, limit=5).found for one in asked]
    grow(made.ledger, random.Random(5), 4, 6)
    made.reader.close()
    made.reader = Reader(tmp_path)
    assert [made.recall(*one, limit=5).found for one in asked] == before
    assert any(before)


def test_a_deep_lineage_is_asked_in_parts(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    """However few stretches one filter holds, the same is found."""
    dice = random.Random(6)
    asked = [(studio.moment(dice), agents(dice), dice.choice(WORDS)) for _ in range(15)]
    whole = [studio.recall(*one).found for one in asked]
    monkeypatch.setattr(past, "AT_ONCE", 1)
    assert [studio.recall(*one).found for one in asked] == whole


def test_kinds_are_looked_for_inside_the_index(studio: Studio) -> None:
    """A character remembers the story; what her cast member was told is not hers."""
    head = Address("p0", studio.ledger.head("p0").number)
    found = studio.recall(head, ("cast:MAYA", "everyone"), "harbour night letter", kinds=OF_THE_STORY).found
    assert found and {memory.kind for memory in found} <= set(OF_THE_STORY)


def test_nothing_that_has_to_do_with_it_is_nothing(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither words nor meaning: silence is an answer; so is it to who asks nothing, and before anything happened."""
    monkeypatch.setattr(Hashed, "floor", 0.5)
    head = Address("p0", studio.ledger.head("p0").number)
    for asked in ("zyzzyva 12345", "", "  ", "?!"):
        assert studio.recall(head, ("director", "everyone"), asked).found == ()
    assert studio.recall(Address("p0", 0), ("director", "everyone"), "harbour").found == ()


def test_more_recent_and_weightier_memories_come_first(studio: Studio) -> None:
    """Of memories alike in relevance; and each part of a score lies between 0 and 1."""
    dice = random.Random(9)
    for _ in range(20):
        found = studio.recall(studio.moment(dice), agents(dice), dice.choice(WORDS)).found
        for one, next_one in pairwise(found):
            assert one.score >= next_one.score
            if one.relevance == next_one.relevance and one.importance == next_one.importance:
                assert one.recency >= next_one.recency
        assert all(0 <= part <= 1 for m in found for part in (m.score, m.relevance, m.recency, m.importance))


def test_joined_names_remember_together(tmp_path: Path) -> None:
    """Whoever was joined into somebody remembers as her."""
    with Ledger(tmp_path, create=True) as ledger:
        grow(ledger, random.Random(2), 1, 10)
        with Reader(tmp_path) as reader:
            assert agents_of(reader, Address("p0", 0), "MAYA") == ("cast:MAYA",)
