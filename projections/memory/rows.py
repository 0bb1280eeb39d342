"""What the index takes over from the table of memories: which rows, in which steps, and until when each holds."""

from typing import TYPE_CHECKING, Any

from cineledger.projections.reader import Reader
from cineledger.projections.template import END

if TYPE_CHECKING:
    import pyarrow as pa

STEP = 2_000
"""Memories of a commit, and those that the same events end."""

COLUMNS = (
    "id",
    "agent",
    "kind",
    "scene",
    "people",
    "text",
    "importance",
    "stream",
    "event",
    "position",
    "words",
    "vector",
)
"""What is asked for of a memory."""

NOTHING: dict[str, Any] = {
    "id": "",
    "agent": "",
    "kind": "",
    "scene": "",
    "people": [],
    "importance": 0.0,
    "stream": "",
    "event": 0,
    "ended": 0,
    "piece": "",
    "words": [],
}
"""The row that says how far the index reaches: nobody's memory, over before it began."""

_CHANGED = f"""
WITH fresh AS (SELECT DISTINCT stream, piece FROM memories_history WHERE position > ?1 AND position <= ?2),
spoken AS (SELECT DISTINCT h.stream, h.piece, h.event FROM memories_history h JOIN fresh USING (stream, piece)),
spans AS (
    SELECT *, coalesce(lead(event) OVER (PARTITION BY stream, piece ORDER BY event), {END}) AS ended FROM spoken
)
SELECT h.stream || '@' || h.event || '/' || h.part AS id, h.agent, h.kind, coalesce(h.scene, '') AS scene,
       coalesce(h.people, []) AS people, h.text, h.importance, h.stream, h.event, s.ended, h.piece, h.position
FROM memories_history h JOIN spans s USING (stream, piece, event)
WHERE NOT h.removed AND h.position <= ?2
ORDER BY h.position, h.part
"""
"""The memories of some events, and the earlier ones of the same pieces, which those events end."""


def last(reader: Reader) -> int:
    """The position of the last event that gave or took a memory; 0 where there is none."""
    return int(reader.rows("SELECT coalesce(max(position), 0) AS p FROM memories_history")[0]["p"])


def count(reader: Reader, after: int) -> int:
    """How many memories events after a position gave."""
    sql = "SELECT count(*) AS n FROM memories_history WHERE NOT removed AND position > ?"
    return int(reader.rows(sql, (after,))[0]["n"])


def step_after(reader: Reader, after: int) -> int:
    """The position up to which the next step goes: events are never parted."""
    new = "SELECT position FROM memories_history WHERE position > ? ORDER BY position LIMIT ?"
    return int(reader.rows(f"SELECT max(position) AS p FROM ({new})", (after, STEP))[0]["p"])


def changed(reader: Reader, after: int, upto: int) -> list[dict[str, Any]]:
    """The rows that the events between two positions give or change."""
    return reader.rows(_CHANGED, (after, upto))


def schema(dim: int) -> "pa.Schema":
    """The columns of the index; its vectors have `dim` numbers."""
    import pyarrow as pa

    texts = pa.list_(pa.string())
    kinds = {
        "id": pa.string(),
        "agent": pa.string(),
        "kind": pa.string(),
        "scene": pa.string(),
        "people": texts,
        "text": pa.string(),
        "importance": pa.float64(),
        "stream": pa.string(),
        "event": pa.int64(),
        "ended": pa.int64(),
        "piece": pa.string(),
        "position": pa.int64(),
        "words": texts,
        "vector": pa.list_(pa.float32(), dim),
    }
    return pa.schema([pa.field(name, kind, nullable=False) for name, kind in kinds.items()])
