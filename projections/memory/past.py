"""Which memories somebody can have at a moment: the stretches of streams behind it, less what was replaced there."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cineledger.domain.address import Address
from cineledger.projections.reader import Reader

AT_ONCE = 50
"""Stretches in one filter; of a deeper lineage as many filters are asked one after another."""

_STRETCHES = """
WITH behind AS (
    SELECT stream, first, least(last, ?2) AS upto FROM slices WHERE production = ?1 AND first <= ?2
), pieces AS MATERIALIZED (
    SELECT b.stream, b.first, b.upto, h.piece, count(*) FILTER (list_contains(?3, h.agent)) AS hers,
           count(*) FILTER (list_contains(?3, h.agent) AND (len(?4) = 0 OR list_contains(?4, h.kind))) AS among
    FROM behind b JOIN memories_history h ON h.stream = b.stream AND h.event BETWEEN b.first AND b.upto
    GROUP BY ALL
), gone AS (
    SELECT DISTINCT e.stream, e.piece FROM pieces e JOIN pieces l ON l.piece = e.piece AND l.first > e.upto
    WHERE e.hers > 0 AND NOT starts_with(e.piece, 'event/')
), held AS (
    SELECT stream, first, upto, sum(among)::BIGINT AS among FROM pieces GROUP BY ALL HAVING sum(among) > 0
)
SELECT e.stream, e.upto, e.among, coalesce(list_sort(list(g.piece) FILTER (g.piece IS NOT NULL)), []) AS gone
FROM held e LEFT JOIN gone g USING (stream)
GROUP BY e.stream, e.upto, e.first, e.among ORDER BY e.first
"""


class Stretch(NamedTuple):
    """A stream up to an event."""

    stream: str
    upto: int
    among: int = 0
    """Memories in it, those that were replaced since among them."""
    gone: tuple[str, ...] = ()
    """Pieces that later stretches replaced or struck."""


class Whose(NamedTuple):
    """Whose memories, of which kinds, at which moment."""

    agents: tuple[str, ...]
    kinds: tuple[str, ...]
    """None for all."""
    stretches: tuple[Stretch, ...]

    @property
    def among(self) -> int:
        """How many memories there are, those that were replaced since among them."""
        return sum(stretch.among for stretch in self.stretches)

    def filters(self) -> Iterator[str]:
        """What an index is asked by: together they hold each memory once.

        Agents, kinds and streams are looked up in indices of their own, and numbers and pieces compared on what that
        leaves: an index of numbers gave half the table for each stretch, and took three times as long.
        """
        kinds = f" AND kind IN ({_listed(self.kinds)})" if self.kinds else ""
        for first in range(0, len(self.stretches), AT_ONCE):
            some = self.stretches[first : first + AT_ONCE]
            streams = _listed([stretch.stream for stretch in some])
            each = " OR ".join(map(_within, some))
            yield f"agent IN ({_listed(self.agents)}) AND stream IN ({streams}){kinds} AND ({each})"


def whose(reader: Reader, at: Address, agents: Sequence[str], kinds: Sequence[str] = ()) -> Whose:
    """What these agents can remember of a production at an event; `reader` has it."""
    rows = reader.rows(_STRETCHES, (at.production, at.number, list(agents), list(kinds)))
    stretches = (Stretch(row["stream"], row["upto"], row["among"], tuple(row["gone"])) for row in rows)
    return Whose(tuple(agents), tuple(kinds), tuple(stretches))


def _within(stretch: Stretch) -> str:
    gone = f" AND piece NOT IN ({_listed(stretch.gone)})" if stretch.gone else ""
    return (
        f"(stream = {_quoted(stretch.stream)} AND event <= {stretch.upto} AND ended > {stretch.upto}{gone})"
    )


def _listed(words: Sequence[str]) -> str:
    return ", ".join(map(_quoted, words))


def _quoted(word: str) -> str:
    return "'" + word.replace("'", "''") + "'"
