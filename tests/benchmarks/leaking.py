"""Leaks: random recalls in random trees of forks; what is found has to be of that production's own past."""

import random
from pathlib import Path

from cineledger.domain.address import Address
from cineledger.domain.ledger import Ledger
from cineledger.projections.memory.hashed import Hashed
from cineledger.projections.memory.recall import EVERYONE, Memory
from cineledger.projections.reader import Reader
from tests.benchmarks.measure import Table, count, scratch, verdict
from tests.support.memories import PEOPLE, ROLES, WORDS, grown

TREES, EACH = 10, 1_000
WHO = (*(f"cast:{name}" for name in PEOPLE), *ROLES)


def run(quick: bool) -> Table:
    """Recalls at random events of random productions, each held against the ledger and the table of memories."""
    table = Table(
        "recall_leaks: random recalls in random fork trees",
        [
            "trees",
            "productions",
            "recalls",
            "memories found",
            "of another past or later",
            "missed",
            "aim",
            "held",
        ],
        note="Found ones are looked up in the ledger (is the event in this production's history, at or before that "
        "moment?) and in `memories_at`; missed are those of the table that have the word and were not found.",
    )
    trees, each = (2, 100) if quick else (TREES, EACH)
    productions = found = leaked = missed = 0
    for seed in range(trees):
        folder = scratch() / f"tree{seed}"
        with grown(folder, seed, productions=25, events=8) as ledger:
            productions += len(ledger.productions())
            for got, bad, lost in _tree(folder, ledger, seed, each):
                found, leaked, missed = found + got, leaked + bad, missed + lost
    table.add(
        str(trees),
        str(productions),
        count(trees * each),
        count(found),
        str(leaked),
        str(missed),
        "0 and 0",
        verdict(leaked == missed == 0 < found),
    )
    return table


def _tree(folder: Path, ledger: Ledger, seed: int, each: int) -> list[tuple[int, int, int]]:
    """For each recall: how many were found, how many of them have no place there, how many were missed."""
    dice, memory, told = random.Random(1_000 + seed), Memory(folder, Hashed()), list[tuple[int, int, int]]()
    with Reader(folder) as reader:
        for _ in range(each):
            name = dice.choice(ledger.productions())
            at = Address(name, dice.randint(0, ledger.head(name).number))
            who, word = (dice.choice(WHO), EVERYONE), dice.choice(WORDS)
            found = memory.recall(reader, at, who, word, 10_000).found
            rows = reader.rows(
                "SELECT id, contains(lower(text), ?4) AS has FROM memories_at(?1, ?2) WHERE list_contains(?3, agent)",
                (name, at.number, list(who), word),
            )
            allowed = {row["id"] for row in rows}
            leaked = sum(one.id not in allowed or not _behind(ledger, at, one.address) for one in found)
            missed = {row["id"] for row in rows if row["has"]} - {one.id for one in found}
            told.append((len(found), leaked, len(missed)))
    return told


def _behind(ledger: Ledger, at: Address, address: str) -> bool:
    """Whether an event is of the history of a production up to an event."""
    stream, number = address.rsplit("@", 1)
    return (
        int(number) <= at.number and ledger.holder(Address(at.production, int(number))).production == stream
    )
