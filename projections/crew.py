"""Who is on the roster, and what each has done so far."""

from typing import Any, NamedTuple

from cineledger.domain.work.kinds import KINDS
from cineledger.projections.reader import Reader

HANDED_IN = (*KINDS, "SceneBrokenDown", "ShotPlanned", "EmotionalStateChanged")
"""The events by which somebody hands something in, works and what is older than they are."""

_ROSTER = "SELECT role, joined, silent FROM roles_at(?) ORDER BY joined"

_WORK = """SELECT actor AS role, type, count(*) AS pieces
FROM events_at(?) WHERE list_contains(?, type) GROUP BY ALL ORDER BY min(number)"""

_DEBATE = """WITH held AS (
    SELECT question, arg_max(proposal, number) AS proposal FROM decisions_at(?) GROUP BY ALL
), said AS (
    SELECT role, 'proposals' AS what FROM proposals_at(?)
    UNION ALL SELECT role, 'supports' FROM supports_at(?)
    UNION ALL SELECT role, 'objections' FROM objections_at(?)
    UNION ALL SELECT o.role, 'objections_won' FROM objections_at(?) o
        JOIN held h ON h.question = o.question AND h.proposal <> o.proposal
    UNION ALL SELECT q.lead, 'decisions_led' FROM questions_at(?) q JOIN held h ON h.question = q.number
    UNION ALL SELECT q.lead, 'rounds_led' FROM questions_at(?) q JOIN held h ON h.question = q.number,
        range(q.round) each
)
SELECT role, what, count(*) AS times FROM said GROUP BY ALL"""


class Member(NamedTuple):
    """Somebody on the roster."""

    role: str
    joined: int
    silent: int | None
    """The event that joined a cast member's character into another's."""
    work: dict[str, int]
    """Kind of event → how many of it were handed in, whether they stand or not."""
    proposals: int
    supports: int
    objections: int
    objections_won: int
    """Those against a proposal of a question that was then decided otherwise."""
    decisions_led: int
    """Decided questions that the role is accountable for, whoever decided."""
    rounds_led: int
    """Rounds that those took until they were decided, all together."""


def roster(reader: Reader, name: str) -> list[Member]:
    """Everybody on a production's roster, in order of joining."""
    work: dict[str, dict[str, int]] = {}
    for row in reader.rows(_WORK, (name, list(HANDED_IN))):
        work.setdefault(row["role"], {})[row["type"]] = row["pieces"]
    counts: dict[str, dict[str, int]] = {}
    for row in reader.rows(_DEBATE, (name,) * _DEBATE.count("?")):
        counts.setdefault(row["role"], {})[row["what"]] = row["times"]
    return [_member(row, work, counts) for row in reader.rows(_ROSTER, (name,))]


def _member(
    row: dict[str, Any], work: dict[str, dict[str, int]], counts: dict[str, dict[str, int]]
) -> Member:
    own = counts.get(row["role"], {})
    return Member(
        role=row["role"],
        joined=row["joined"],
        silent=row["silent"],
        work=work.get(row["role"], {}),
        proposals=own.get("proposals", 0),
        supports=own.get("supports", 0),
        objections=own.get("objections", 0),
        objections_won=own.get("objections_won", 0),
        decisions_led=own.get("decisions_led", 0),
        rounds_led=own.get("rounds_led", 0),
    )
