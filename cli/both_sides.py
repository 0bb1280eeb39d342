"""Each side of a debate that awaits the orchestrator, in the room that every side has."""

from typing import TYPE_CHECKING, Any

from cineledger.cli import output

if TYPE_CHECKING:
    from cineledger.agents.desk import Waiting
    from cineledger.domain.debate.sides import Side, Voice


def split_line(entry: "Waiting") -> str | None:
    """How the last round left the crew; None where nobody stands apart."""
    if not entry.contested or not entry.outcome:
        return None
    return f"after round {entry.round}: {entry.outcome}"


def side_lines(entry: "Waiting", number: int) -> list[str]:
    """Who stands for a proposal and against it, and what it would cost; nothing where all agree.

    What its author says for it stands with the proposal.
    """
    side = next((s for s in entry.sides if s.proposal == number), None)
    if side is None or not entry.contested:
        return []
    others = [voice for voice in side.supports if voice.role != side.by]
    lines = [f"for {_said(voice)}" for voice in others]
    lines += [f"for {', '.join(map(output.role, side.also_for))}"] if side.also_for else []
    lines += [f"{'blocked by' if v.blocking else 'against'} {_said(v)}" for v in side.objections]
    lines += [f"against {', '.join(map(output.role, side.also_against))}"] if side.also_against else []
    return lines + ([f"would cost {output.one_line(', '.join(side.costs))}"] if side.costs else [])


def side_document(entry: "Waiting", number: int) -> dict[str, Any]:
    """The same as a document; empty for a proposal that the crew can't choose any more."""
    side = next((s for s in entry.sides if s.proposal == number), None)
    return {} if side is None else _document(side)


def _document(side: "Side") -> dict[str, Any]:
    return {
        "for": [voice._asdict() for voice in side.supports],
        "against": [voice._asdict() for voice in side.objections],
        "also_for": list(side.also_for),
        "also_against": list(side.also_against),
        "would_cost": list(side.costs),
    }


def _said(voice: "Voice") -> str:
    return f"{output.role(voice.role)} ({output.one_line(voice.criterion)}): {output.one_line(voice.reason)}"
