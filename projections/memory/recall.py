"""Recall: what somebody remembers of what is asked, at a moment."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from cineledger.domain.address import Address
from cineledger.domain.words import CAST_PREFIX, cast_role
from cineledger.projections.memory.index import Busy, Found, Index, Told, Unusable
from cineledger.projections.memory.past import Whose, whose
from cineledger.projections.memory.ranking import Moment, Remembered, ranked
from cineledger.projections.memory.terms import bm25, terms
from cineledger.projections.reader import Reader

if TYPE_CHECKING:
    from cineledger.projections.memory.embedder import Embedder, Vectors

EVERYONE = "everyone"
"""The agent of what was said to all."""
OF_THE_STORY = ("scene", "said", "heard", "seen", "lived", "felt", "learned", "relationship", "self")
"""What a character remembers; how she is played and argued for is her cast member's."""


class Recollection(NamedTuple):
    """What came to mind, and how it was looked for."""

    found: tuple[Remembered, ...]
    by: str
    """The embedder's id; empty where words alone were compared."""
    trouble: str
    """Why the index was not used; empty where it was."""


class Memory:
    """The memories of one studio; an index is made the first time that somebody recalls."""

    def __init__(
        self, studio: Path, embedder: "Embedder | None" = None, told: Told = lambda done, of: None
    ) -> None:
        """Without an embedder the one that the environment names is used. `told` hears of a long catch-up."""
        self._studio, self._embedder, self._told = studio, embedder, told
        self._index: Index | None = None

    def recall(
        self,
        reader: Reader,
        at: Address,
        agents: Sequence[str],
        asked: str,
        limit: int,
        kinds: Sequence[str] = (),
    ) -> Recollection:
        """What these agents remember of what is asked at an event that `reader` has seen, the nearest first.

        Nothing of it is of a later event, or of a fork that the production does not come from.
        """
        words = sorted(set(terms(asked)))
        behind = whose(reader, at, agents, kinds)
        moment = _moment(reader, at, agents)
        if not any(letter.isalnum() for letter in asked) or not behind.stretches:
            return Recollection((), "", "")
        vector = self._embedding.embed_query(asked)
        found, trouble = self._searched(reader, behind, words, vector)
        if found is None:
            rows = _without_index(reader, at, behind, words)
            said = bm25(words, [row["words"] for row in rows], behind.among)
            return Recollection(tuple(ranked(rows, None, said, 1.0, 0.0, moment)[:limit]), "", trouble)
        said = bm25(words, [row["words"] for row in found.rows], behind.among)
        near = (found.vectors @ vector).astype(float).round(6).tolist()
        listed = ranked(found.rows, near, said, self._embedding.floor, self._embedding.trust, moment)
        return Recollection(tuple(listed[:limit]), self._embedding.id, "")

    @property
    def _embedding(self) -> "Embedder":
        if self._embedder is None:
            from cineledger.projections.memory.embedder import chosen

            self._embedder = chosen()
        return self._embedder

    def _searched(
        self, reader: Reader, behind: Whose, words: Sequence[str], vector: "Vectors"
    ) -> tuple[Found | None, str]:
        """What the index finds; what is wrong where it can't be used even when it is made anew."""
        self._index = self._index or Index(self._studio, self._embedding)
        trouble = ""
        for last in (False, True):
            try:
                self._index.reach(reader, self._told)
                return self._index.search(behind, words, vector), ""
            except Busy as busy:
                return None, str(busy)
            except Unusable as unusable:
                trouble = str(unusable)
                if not last:
                    self._index.forget()
        return None, trouble


def agents_of(reader: Reader, at: Address, character: str) -> tuple[str, ...]:
    """The roles under which a character remembers: her own, and those of the names that were joined into hers."""
    sql = "SELECT name FROM aliases_at(?, ?) WHERE person = ? ORDER BY name"
    joined = [row["name"] for row in reader.rows(sql, (at.production, at.number, character))]
    return tuple(cast_role(name) for name in (character, *joined))


def _moment(reader: Reader, at: Address, agents: Sequence[str]) -> Moment:
    """For the cast time goes by the story's scenes; for the crew by events."""
    if not any(agent.startswith(CAST_PREFIX) for agent in agents):
        return Moment(at.production, at.number, {})
    rows = reader.rows("SELECT scene, place FROM scenes_at(?, ?)", (at.production, at.number))
    return Moment(at.production, at.number, {row["scene"]: row["place"] for row in rows})


def _without_index(reader: Reader, at: Address, behind: Whose, words: Sequence[str]) -> list[dict[str, Any]]:
    """The memories with any of the words, from the table itself."""
    held = reader.rows(
        "SELECT *, split_part(address, '@', 1) AS stream, number AS event FROM memories_at(?1, ?2) "
        "WHERE list_contains(?3, agent) AND (len(?4) = 0 OR list_contains(?4, kind)) ORDER BY id",
        (at.production, at.number, list(behind.agents), list(behind.kinds)),
    )
    wanted = set(words)
    listed = [{**row, "words": terms(row["text"])} for row in held]
    return [row for row in listed if wanted.intersection(row["words"])]
