"""A chain as a tree of plain lines: the answer first, then the debate, what led to it and what came of it."""

import json
from typing import Any

from cineledger.projections.chain import Chain, Debate, Node, Offered

MOST_LINES = 40
"""Lines of causes that are told; a debate other than the chain's own takes one."""
MOST_BEGINNINGS = 5
DEEPEST = 10
"""Steps of indentation; what lies deeper stands at the same depth."""

STEP = "  "
_SIDES = {"SupportGiven": "for", "ProposalWithdrawn": "withdrew", "ObjectionWithdrawn": "no more"}


def tree(chain: Chain) -> list[str]:
    """The lines, each indented by two spaces a level."""
    lines = _answer(chain)
    if chain.debate is not None:
        lines += ["", *_debate(chain.debate)]
    because = _because(chain)
    if because:
        lines += ["", "Because", *because]
    if chain.effects:
        lines += ["", "Led to", *(STEP + said(node) for node in chain.effects.values())]
        if chain.further:
            lines.append(f"{STEP}… and {chain.further}")
    return lines


def said(node: Node) -> str:
    """One event on a line."""
    return f"{node.address} {node.actor} {node.text}"


def _answer(chain: Chain) -> list[str]:
    if chain.cell is None:
        return [said(chain.event)]
    cell = chain.cell
    head = f"{cell.production} {cell.table} {cell.key}"
    if cell.column is not None:
        head += f" {cell.column} = {_value(cell.value)}"
    return [head, f"{STEP}set by {said(chain.event)}"]


def _value(value: Any) -> str:
    if value is None:
        return "nothing"
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)


def _debate(debate: Debate) -> list[str]:
    lines = []
    if debate.decision is not None:
        lines.append(f"Decided: {said(debate.decision)}")
        if debate.order is not None:
            lines.append(f"{STEP}under {said(debate.order)}")
    else:
        lines.append(f"The question is {debate.status}")
        if debate.order is not None:
            lines.append(f"{STEP}under {said(debate.order)}")
    lines.append(f"Question: {said(debate.question)}")
    if debate.scope is not None:
        lines.append(f"{STEP}weighs {debate.scope[0]:g}: {debate.scope[1]}")
    if debate.policy is not None and not debate.policy.fact["default"]:
        lines.append(f"{STEP}under {said(debate.policy)}")
    rank = {"approved": 0, "live": 1, "amended": 2, "withdrawn": 2, "rejected": 3}
    for offered in sorted(debate.offered, key=lambda o: (rank.get(o.status, 1), o.node.number)):
        lines += _offered(offered, debate.status == "decided")
    lines += [f"{STEP}silent   {node.address} {node.actor}: {_reason(node)}" for node in debate.silent]
    lines += [STEP + said(node) for node in debate.course if node != debate.decision]
    lines += [
        f"{STEP}dissent  {node.address} {node.fact['role']}: {_reason(node)}" for node in debate.dissents
    ]
    return lines


def _offered(offered: Offered, decided: bool) -> list[str]:
    label = {"approved": "taken", "live": "not taken" if decided else "open"}.get(
        offered.status, offered.status
    )
    lines = [f"{STEP}[{label}] {said(offered.node)}"]
    said_of_it = (*offered.supports, *offered.objections, *offered.taken_back)
    for node in sorted(said_of_it, key=lambda n: n.number):
        side = _SIDES.get(node.type) or ("blocks" if node.fact["blocking"] else "against")
        lines.append(f"{STEP * 3}{side:<8} {node.address} {node.actor}: {_reason(node)}")
    return lines


def _reason(node: Node) -> str:
    tied = f" ({node.fact['criterion']})" if node.fact.get("criterion") else ""
    return " ".join(f"{node.fact['reason']}{tied}".split())


def _because(chain: Chain) -> list[str]:
    """What led to the event, each event once and each earlier debate as its decision alone."""
    own = chain.debate.question.question_at if chain.debate else None
    words = {n.address: n for n in chain.causes.values() if n.type == "QuestionOpened"}
    lines, seen, waiting = list[str](), set[str](), list[tuple[Node, int]]()
    told = set[str]()
    left = chain.causes_left_out

    def follow(node: Node, depth: int) -> None:
        causes = [chain.causes[a] for a in node.causes if a in chain.causes]
        waiting.extend((cause, depth) for cause in sorted(causes, key=lambda n: n.number))

    follow(chain.event, 0)
    while waiting:
        node, depth = waiting.pop()
        place = node.question_at or node.address
        if node.address in seen:
            continue
        seen.add(node.address)
        if node.question_at is None or (node.question_at != own and place not in seen):
            seen.add(place)
            if len(lines) < MOST_LINES:
                told.add(node.address)
                about = words.get(node.question_at or "")
                asked = f", on: {about.fact['text']}" if about is not None and about != node else ""
                lines.append(STEP * (1 + min(depth, DEEPEST)) + said(node) + asked)
            else:
                left += 1
            depth += 1
        follow(node, depth)
    if left:
        lines.append(f"{STEP}… and {left} more events before")
        began = [node for node in chain.causes.values() if not node.causes and node.address not in told]
        lines += [f"{STEP}It began with {said(node)}" for node in began[:MOST_BEGINNINGS]]
    return lines
