"""A chain as a Mermaid flowchart, for documents and web pages."""

from cineledger.projections.chain import Chain, Node

MOST = 80
"""Boxes that a reader can still follow."""
LONGEST = 90

_ENTITIES = str.maketrans(
    {
        "#": "#35;",
        '"': "#quot;",
        "<": "#lt;",
        ">": "#gt;",
        "&": "#amp;",
        "`": "#96;",
        "\\": "#92;",
        "|": "#124;",
    }
)


def mermaid(chain: Chain) -> str:
    """Causes above, the event in the middle, effects below; at most 80 boxes, nearest first."""
    near = list(chain.causes.values())[: MOST - 1 - len(chain.effects)]
    told = {n.address: n for n in (chain.event, *near, *chain.effects.values())}
    names = {address: f"e{place}" for place, address in enumerate(told)}
    lines = ["flowchart TD"]
    lines += [f'  {names[a]}["{_escaped(a)}<br/>{_label(node)}"]' for a, node in told.items()]
    lines += [
        f"  {names[cause]} --> {names[address]}"
        for address, node in told.items()
        for cause in node.causes
        if cause in names
    ]
    lines.append(f"  style {names[chain.event.address]} stroke-width:3px")
    left = len(chain.causes) - len(near) + chain.causes_left_out
    if left:
        lines.append(f'  more["… and {left} more events before"]')
    if chain.further:
        lines.append(f'  further["… and {chain.further} after"]')
    return "\n".join(lines) + "\n"


def _label(node: Node) -> str:
    text = f"{node.actor} {node.text}"
    if len(text) > LONGEST:
        text = text[:LONGEST].rsplit(" ", 1)[0] + " …"
    return _escaped(text)


def _escaped(text: str) -> str:
    return " ".join(text.split()).translate(_ENTITIES)
