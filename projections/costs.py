"""What the answers behind a production took, and whether it was worth it."""

from decimal import Decimal
from typing import Any, NamedTuple

from cineledger.projections.reader import Reader

BY = ("role", "scene", "question", "task", "model")
"""By what costs can be told apart."""

_CITED = """WITH cited AS (
    SELECT unnest(e.asked) AS key, e.number, e.fact->>'scene' AS scene,
           CASE e.type WHEN 'QuestionOpened' THEN e.number ELSE try_cast(e.fact->>'question' AS BIGINT) END AS question
    FROM events_at(?1) e WHERE len(e.asked) > 0
), used AS (
    SELECT c.key, arg_min(c.question, c.number) FILTER (c.question IS NOT NULL) AS question,
           arg_min(coalesce(q.scene, c.scene), c.number) FILTER (coalesce(q.scene, c.scene) IS NOT NULL) AS scene
    FROM cited c LEFT JOIN questions_at(?1) q ON q.number = c.question
    GROUP BY c.key
), paid AS (
    SELECT key, sum(cost_usd) AS cost_usd, count(*) AS calls, bool_or(production = lower(nfc_normalize(?1))) AS own
    FROM calls GROUP BY key
), answers AS (
    SELECT k.key, k.mind, k.model, k.role, k.task, k.outcome, k.input_tokens, k.output_tokens, k.cache_read,
           coalesce(p.cost_usd, k.cost_usd) AS cost_usd, coalesce(p.own, false) AS own, u.question, u.scene,
           u.key IS NOT NULL AS used
    FROM completions k LEFT JOIN used u ON u.key = k.key LEFT JOIN paid p ON p.key = k.key
    WHERE u.key IS NOT NULL OR p.own
)
"""
"""Every answer that a production's events rest on, or that was paid for it; whether it was paid here or before."""

_TOTALS = """SELECT mind, count(*) AS answers, count(*) FILTER (outcome <> 'ok') AS not_ok,
    count(*) FILTER (own) AS paid_here, count(*) FILTER (NOT own AND used) AS used_again,
    coalesce(sum(cost_usd) FILTER (own), 0) AS cost_usd,
    coalesce(sum(cost_usd) FILTER (NOT own), 0) AS saved_usd, sum(input_tokens) AS input_tokens,
    sum(output_tokens) AS output_tokens, coalesce(sum(cache_read), 0) AS cache_read
    FROM answers GROUP BY mind ORDER BY cost_usd DESC, mind"""

_SLICED = """SELECT coalesce({by}::VARCHAR, '') AS "{by}", count(*) AS answers, sum(input_tokens) AS input_tokens,
    sum(output_tokens) AS output_tokens, coalesce(sum(cost_usd) FILTER (own), 0) AS cost_usd
    FROM answers WHERE mind <> 'house' OR ?2 GROUP BY ALL ORDER BY cost_usd DESC, answers DESC, 1"""

_IDLE = """SELECT q.number AS question, q.subject, q.scene, q.round AS rounds, count(a.key) AS answers,
    coalesce(sum(a.cost_usd) FILTER (a.own), 0) AS cost_usd
    FROM questions_at(?1) q JOIN answers a ON a.question = q.number
    WHERE q.status = 'decided' AND q.round > 0
      AND q.approved = (SELECT min(p.number) FROM proposals_at(?1) p WHERE p.question = q.number)
    GROUP BY ALL ORDER BY cost_usd DESC, answers DESC, q.number"""

_CALLS = """SELECT coalesce(sum(cost_usd), 0) AS spent_usd, count(*) FILTER (status = 'settled') AS calls,
    coalesce(sum(most_usd) FILTER (status <> 'settled'), 0) AS held_usd
    FROM calls WHERE account = (SELECT any_value(account) FROM calls WHERE production = lower(nfc_normalize(?1)))"""


class Costs(NamedTuple):
    """What the answers behind a production took; dollars are exact."""

    minds: list[dict[str, Any]]
    """A mind: answers, those that were not ok, paid here or used again from before, tokens, dollars, dollars saved."""
    rows: list[dict[str, Any]]
    """The same answers by role, scene, question, task or model."""
    idle: list[dict[str, Any]]
    """Debates that changed nothing: what was proposed first was decided."""
    family: dict[str, Any]
    """The account with all forks: `{"spent_usd", "held_usd", "calls", "cap_usd"}`."""


def costs(reader: Reader, name: str, by: str) -> Costs:
    """What the answers behind a production took, apart by `by`."""
    minds = reader.rows(_CITED + _TOTALS, (name,))
    only_house = all(row["mind"] == "house" for row in minds)
    (family,) = reader.rows(_CALLS, (name,))
    caps = reader.rows("SELECT amount_usd FROM spending_caps_at(?) ORDER BY number DESC LIMIT 1", (name,))
    return Costs(
        minds=minds,
        rows=reader.rows(_CITED + _SLICED.format(by=by), (name, only_house)),
        idle=reader.rows(_CITED + _IDLE, (name,)),
        family={**family, "cap_usd": caps[0]["amount_usd"] if caps else None},
    )


_MINDS = """SELECT k.mind, k.model, count(*) AS answers, count(*) FILTER (k.outcome <> 'ok') AS not_ok,
    count(*) FILTER (u.productions > 1) AS used_again, sum(k.input_tokens) AS input_tokens,
    sum(k.output_tokens) AS output_tokens, coalesce(sum(k.cache_read), 0) AS cache_read, sum(k.looks) AS looks,
    sum(k.cost_usd) AS cost_usd, round(avg(k.duration_ms) / 1000, 2) AS seconds
    FROM completions k LEFT JOIN (
        SELECT key, count(DISTINCT production) AS productions
        FROM (SELECT e.production, unnest(e.asked) AS key FROM events_at(NULL) e) GROUP BY key
    ) u ON u.key = k.key
    WHERE ?1 IS NULL OR k.key IN (SELECT c.key FROM completions_at(?1) c)
    GROUP BY ALL ORDER BY answers DESC, 1, 2"""


def recorded(reader: Reader, name: str | None) -> list[dict[str, Any]]:
    """What each mind and model answered, in the studio or for a production, and how much of it was used again."""
    return reader.rows(_MINDS, (name,))


def failures(reader: Reader, name: str | None) -> list[dict[str, Any]]:
    """The asks to which no answer could be used, so that the house stood in."""
    return reader.rows("SELECT address, role, task, mind, model, problems FROM failures_at(?)", (name,))


def share(part: int | Decimal, whole: int | Decimal) -> str:
    """61 %"""
    return f"{100 * part / whole:.0f} %" if whole else "–"
