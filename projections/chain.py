"""Why something stands as it does: the data that `why` finds, before anybody draws it."""

from dataclasses import dataclass, field
from typing import Any

DEBATE = frozenset(
    "QuestionOpened QuestionReopened ProposalMade AlternativeOffered RoundOpened RoundClosed SupportGiven "
    "ObjectionRaised ProposalAmended ProposalWithdrawn ObjectionWithdrawn ProposalRuled ImpasseReached "
    "ApprovalRequested ProposalApproved ApprovalVoided ProposalRejected "
    "DissentRecorded ReactionPassed CommandRefused".split()
)
"""Events that belong to the question they name."""


@dataclass(frozen=True, slots=True)
class Node:
    """One event, in words."""

    address: str
    """In the stream that holds it."""
    number: int
    type: str
    actor: str
    text: str
    """What the actor did, reason included."""
    fact: dict[str, Any] = field(repr=False)
    causes: tuple[str, ...] = ()
    """Addresses of the events that led to it."""
    asked: tuple[str, ...] = ()
    """Keys of the completions it rests on."""
    question_at: str | None = None
    """The address of the question whose debate it is part of: what is copied from other productions has others."""

    @property
    def question(self) -> int | None:
        """The question whose debate it is part of."""
        if self.type == "QuestionOpened":
            return self.number
        asked = self.fact.get("question")
        return asked if self.type in DEBATE else None

    @property
    def carries_out(self) -> int | None:
        """The question whose decision it carries out, or whose debate it is part of."""
        return self.question if self.question is not None else self.fact.get("question")

    @property
    def authority(self) -> str | None:
        """Under which authority it was decided, where it decides something."""
        if self.type == "ProposalApproved":
            return str(self.fact["authority"])
        return "orchestrator" if self.actor == "orchestrator" else None


@dataclass(frozen=True, slots=True)
class Offered:
    """A proposal with what was said of it."""

    node: Node
    status: str
    """live, rejected, amended, withdrawn or approved"""
    supports: tuple[Node, ...]
    objections: tuple[Node, ...]
    taken_back: tuple[Node, ...] = ()
    """The withdrawal of the proposal, and of objections to it."""


@dataclass(frozen=True, slots=True)
class Debate:
    """A question from asking to decision, rejected proposals and dissent included."""

    said: tuple[Node, ...] = field(repr=False)
    """All its events, in order."""
    question: Node
    status: str
    """open, awaiting or decided"""
    offered: tuple[Offered, ...]
    silent: tuple[Node, ...]
    course: tuple[Node, ...]
    """Rounds as they closed, rulings, impasses, requests, approvals, rejections and reopenings, in order."""
    decision: Node | None
    """The approval that holds."""
    order: Node | None
    """The standing order it was approved under."""
    policy: Node | None
    """The policy it was opened under, or opened again."""
    dissents: tuple[Node, ...]
    scope: tuple[float, str] | None = None
    """What hangs on it, 0 to 1, and why; None where nobody weighed it."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What was asked about, where it was a cell or a row of a table."""

    production: str
    table: str
    key: str
    column: str | None
    value: Any


@dataclass(frozen=True, slots=True)
class Chain:
    """An event with all that led to it and what came of it."""

    production: str
    """The production it was asked in."""
    event: Node
    cell: Cell | None
    debate: Debate | None
    causes: dict[str, Node]
    """All events that led to it, by address, nearest first; where they are very many, those that began it last."""
    causes_left_out: int
    effects: dict[str, Node]
    """Events that it led to, in any production, direct ones first."""
    effects_left_out: int
    """How many more it led to, as far as they were counted."""
    effects_uncounted: bool = False
    """True if it led to more even than that."""

    @property
    def further(self) -> str:
        """How many of its effects are left out, in words; empty for none."""
        if self.effects_uncounted:
            return f"more than {self.effects_left_out} more events"
        return f"{self.effects_left_out} more events" if self.effects_left_out else ""


def as_json(chain: Chain) -> dict[str, Any]:
    """The chain as a JSON document."""
    cell = chain.cell
    return {
        "production": chain.production,
        "cell": None
        if cell is None
        else {"table": cell.table, "key": cell.key, "column": cell.column, "value": cell.value},
        "event": _node(chain.event),
        "debate": None if chain.debate is None else _debate(chain.debate),
        "causes": [_node(node) for node in chain.causes.values()],
        "causes_left_out": chain.causes_left_out,
        "effects": [_node(node) for node in chain.effects.values()],
        "effects_left_out": chain.effects_left_out,
        "effects_uncounted": chain.effects_uncounted,
    }


def _node(node: Node) -> dict[str, Any]:
    return {
        "address": node.address,
        "type": node.type,
        "actor": node.actor,
        "text": node.text,
        "authority": node.authority,
        "fact": node.fact,
        "causes": list(node.causes),
        "asked": list(node.asked),
    }


def _debate(debate: Debate) -> dict[str, Any]:
    return {
        "question": _node(debate.question),
        "status": debate.status,
        "proposals": [
            {
                **_node(offered.node),
                "status": offered.status,
                "supports": [_node(node) for node in offered.supports],
                "objections": [_node(node) for node in offered.objections],
                "taken_back": [_node(node) for node in offered.taken_back],
            }
            for offered in debate.offered
        ],
        "silent": [_node(node) for node in debate.silent],
        "course": [_node(node) for node in debate.course],
        "decision": None if debate.decision is None else _node(debate.decision),
        "standing_order": None if debate.order is None else _node(debate.order),
        "policy": None if debate.policy is None else _node(debate.policy),
        "dissents": [_node(node) for node in debate.dissents],
        "scope": None if debate.scope is None else {"importance": debate.scope[0], "why": debate.scope[1]},
    }
