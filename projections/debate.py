"""A question's debate, put together from its events."""

from collections import defaultdict

from cineledger.domain.address import Address
from cineledger.domain.refusal import Refused
from cineledger.projections.chain import Debate, Node, Offered
from cineledger.projections.history import Told, debated, event_of, holder
from cineledger.projections.reader import Reader

_COURSE = frozenset(
    "ProposalRuled ImpasseReached ApprovalRequested ProposalApproved ApprovalVoided ProposalRejected "
    "QuestionReopened".split()
)


def debate(reader: Reader, told: Told, production: str, question: int) -> Debate | None:
    """A question's debate as a production knows it, up to its head."""
    said = debated(reader, told, production, question)
    if not said or said[0].type != "QuestionOpened":
        return None
    kinds: dict[str, list[Node]] = defaultdict(list)
    for node in said:
        kinds[node.type].append(node)
    status = {
        row["number"]: row["status"]
        for row in reader.rows(
            "SELECT number, status FROM proposals_at(?, NULL) WHERE list_contains(?, number) AND number >= ?",
            (production, [node.number for node in said], question),
        )
    }
    asked = reader.rows(
        "SELECT status, decision, importance, scope FROM questions_at(?, NULL) WHERE number = ?",
        (production, question),
    )[0]
    decision = next((n for n in kinds["ProposalApproved"] if n.number == asked["decision"]), None)
    return Debate(
        said=tuple(said),
        question=said[0],
        status=asked["status"],
        offered=tuple(
            Offered(
                node,
                status.get(node.number, "live"),
                tuple(n for n in kinds["SupportGiven"] if n.fact["proposal"] == node.number),
                tuple(n for n in kinds["ObjectionRaised"] if n.fact["proposal"] == node.number),
                tuple(
                    n
                    for n in (*kinds["ProposalWithdrawn"], *kinds["ObjectionWithdrawn"])
                    if n.fact["proposal"] == node.number
                ),
            )
            for node in said
            if node.type in ("ProposalMade", "AlternativeOffered", "ProposalAmended")
        ),
        silent=tuple(n for n in said if n.type in ("ReactionPassed", "CommandRefused")),
        course=tuple(n for n in said if n.type in _COURSE or (n.type == "RoundClosed" and n.fact["reason"])),
        decision=decision,
        order=_order(reader, told, production, decision),
        policy=_policy(
            reader, told, production, said[0].fact["subject"], [said[0], *kinds["QuestionReopened"]][-1]
        ),
        dissents=tuple(kinds["DissentRecorded"]),
        scope=None if asked["importance"] is None else (asked["importance"], asked["scope"]),
    )


def _policy(reader: Reader, told: Told, production: str, subject: str, opened: Node) -> Node | None:
    """The policy that held for a subject when a question was opened, or last opened again."""
    found = reader.rows(
        "SELECT address FROM policy_at(?, ?) WHERE subject = ?", (production, opened.number, subject)
    )
    return told[event_of(found[0]["address"])] if found else None


def _order(reader: Reader, told: Told, production: str, decision: Node | None) -> Node | None:
    number = None if decision is None else decision.fact.get("standing_order")
    if number is None:
        return None
    try:
        return told[holder(reader, Address(production, number))]
    except Refused:
        return None
