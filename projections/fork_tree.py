"""The productions of a studio as a tree of forks: where each begins and stands, and in which order to show them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from cineledger.projections.reader import Reader

_STANDING = """WITH live AS (
    SELECT production, question, bool_and(status = 'rejected') AS exhausted FROM proposals GROUP BY ALL
), waiting AS (
    SELECT q.production, count(*) AS waiting
    FROM questions q LEFT JOIN live l ON l.production = q.production AND l.question = q.number
    WHERE q.status = 'awaiting' OR (q.status = 'open' AND l.exhausted)
    GROUP BY ALL
)
SELECT p.production, p.title, p.parent, p.forked_at, p.head, p.phase, p.status,
       coalesce(w.waiting, 0) AS waiting, e.time AS born,
       p.form, s.series, s.episode, coalesce(n.episodes, 0) AS episodes
FROM productions p
JOIN births b ON b.production = p.production
JOIN events_history e ON e.stream = b.production AND e.position = b.position
LEFT JOIN waiting w ON w.production = p.production
LEFT JOIN series s ON s.production = p.production
LEFT JOIN (SELECT production, count(*) AS episodes FROM episodes GROUP BY ALL) n ON n.production = p.production
ORDER BY b.position"""


class Production(NamedTuple):
    """Where a production stands."""

    production: str
    title: str | None
    parent: str | None
    forked_at: int | None
    """The last event it shares with its parent."""
    head: int
    own: int
    """Events it shares with nobody it was forked from."""
    phase: str | None
    status: str
    """open, paused or wrapped."""
    waiting: int
    """Questions that await the orchestrator's word."""
    born: str
    form: str | None = None
    """script, idea or series."""
    series: str | None = None
    """The series that it is an episode of."""
    episode: str | None = None
    """What it is called there, as S1E2."""
    episodes: int = 0
    """Of a series, how many it has."""


class Lane(NamedTuple):
    """A production as it is drawn: a line from where it leaves another to its head."""

    production: Production
    stem: str | None
    """The production whose own event it was forked at: its parent, or whom that has the event from."""
    phases: tuple[tuple[int, str | None], ...]
    """From which number on it was in which phase; the first entry stands where the lane begins."""


def productions(reader: Reader) -> list[Production]:
    """Every production, in the order of birth."""
    return [_standing(row) for row in reader.rows(_STANDING)]


def _standing(row: dict[str, Any]) -> Production:
    own = row["head"] + 1 if row["forked_at"] is None else row["head"] - row["forked_at"]
    return Production(**{**row, "own": own, "born": f"{row['born'].isoformat()}+00:00"})


def lanes(reader: Reader) -> list[Lane]:
    """Every production as it is drawn, from top to bottom."""
    entered: dict[str, list[tuple[int, str | None]]] = {}
    for row in reader.rows(
        "SELECT stream, event, fact->>'phase' AS phase FROM events_history WHERE type = 'PhaseEntered' ORDER BY 2"
    ):
        entered.setdefault(row["stream"], []).append((row["event"], row["phase"]))
    return laid_out(productions(reader), entered)


def laid_out(
    born: Sequence[Production], entered: Mapping[str, Sequence[tuple[int, str | None]]]
) -> list[Lane]:
    """Productions in the order of birth as lanes from top to bottom; `entered` are the phases of each one's own events.

    No line crosses another: below each stand those forked from it, the latest fork first, so that whatever stands
    between a fork and its stem begins to the right of it.
    """
    found = {p.production: p for p in born}
    forks: dict[str | None, list[Production]] = {}
    for production in found.values():
        forks.setdefault(_stem(found, production), []).append(production)
    drawn: dict[str, Lane] = {}
    stack: list[tuple[str | None, Production]] = [(None, p) for p in reversed(forks.get(None, []))]
    while stack:
        stem, production = stack.pop()
        phases = _phases(production, entered.get(production.production, []), drawn.get(stem or ""))
        drawn[production.production] = Lane(production, stem, phases)
        later_on_top = sorted(
            reversed(forks.get(production.production, [])), key=lambda fork: fork.forked_at or 0
        )
        stack += [(production.production, fork) for fork in later_on_top]
    return list(drawn.values())


def _stem(found: dict[str, Production], fork: Production) -> str | None:
    stem = fork.parent
    while stem is not None and (fork.forked_at or 0) <= (-1 if (at := found[stem].forked_at) is None else at):
        stem = found[stem].parent
    return stem


def _phases(
    production: Production, entered: Sequence[tuple[int, str | None]], stem: Lane | None
) -> tuple[tuple[int, str | None], ...]:
    begin = production.forked_at or 0
    inherited = None if stem is None else [phase for number, phase in stem.phases if number <= begin][-1]
    return ((begin, inherited), *entered)


def below(found: Sequence[Production]) -> Iterator[tuple[str, Production]]:
    """Every production under the one it was forked from, with the branches that lead to it: `│  └─ `."""
    forks: dict[str | None, list[Production]] = {}
    for production in found:
        forks.setdefault(production.parent, []).append(production)
    stack = [("", "", p) for p in reversed(forks.get(None, []))]
    while stack:
        branch, indent, production = stack.pop()
        yield branch, production
        children = forks.get(production.production, [])
        for child in reversed(children):
            last = child is children[-1]
            stack.append((indent + ("└─ " if last else "├─ "), indent + ("   " if last else "│  "), child))
