"""What differs, in a sentence."""

from collections import Counter
from typing import Any

NOUNS = {
    "shots": ("shot", "differs", "differ"),
    "characters": ("character", "differs", "differ"),
    "character_timeline": ("feeling", "differs", "differ"),
    "relationships": ("relationship", "differs", "differ"),
    "decisions": ("decision", "differs", "differ"),
    "structure": ("act", "differs", "differ"),
    "turning_points": ("turning point", "differs", "differ"),
    "arcs": ("arc", "differs", "differ"),
    "themes": ("theme", "differs", "differ"),
    "sets": ("set", "differs", "differ"),
    "set_designs": ("set's design", "differs", "differ"),
    "props": ("property", "differs", "differ"),
    "lighting": ("scene's light", "differs", "differ"),
    "pacing": ("scene's cut", "differs", "differ"),
    "motifs": ("musical theme", "differs", "differ"),
    "cues": ("cue", "differs", "differ"),
    "schedule": ("shooting day", "differs", "differ"),
    "budget": ("budget line", "differs", "differ"),
    "budget_totals": ("total", "differs", "differ"),
    "risks": ("risk", "differs", "differ"),
    "broadcasts": ("word of the orchestrator", "differs", "differ"),
    "policy": ("subject's policy", "differs", "differ"),
    "standing_orders": ("standing order", "differs", "differ"),
}
"""What a table's rows are, and what is said of one and of several that both sides have."""
PLURALS = {
    "word of the orchestrator": "words of the orchestrator",
    "subject's policy": "subjects' policies",
    "set's design": "sets' designs",
    "scene's light": "scenes' lights",
    "scene's cut": "scenes' cuts",
    "property": "properties",
}


def summary(found: dict[str, Any], a: str, b: str) -> str:
    """One sentence about the parts of a document that were compared; what was spent is no difference."""
    parts = [_scenes(found["script"], a, b)] if "script" in found else []
    parts += [_rows(found[key], NOUNS[key], a, b) for key in NOUNS if key in found]
    said = [part for part in parts if part]
    if said:
        return "; ".join(said) + "."
    return "They do not differ." if parts else "Nothing but what was spent is compared."


def _scenes(scenes: list[dict[str, Any]], a: str, b: str) -> str:
    count = Counter(entry["change"] for entry in scenes)
    return _counted(
        "scene",
        f"{'differs' if count['changed'] == 1 else 'differ'}",
        count["changed"],
        {a: count["gone"], b: count["added"]},
    )


def _rows(rows: dict[str, Any], noun: tuple[str, str, str], a: str, b: str) -> str:
    changed = len(rows["changed"])
    return _counted(
        noun[0], noun[1 if changed == 1 else 2], changed, {a: len(rows["only_a"]), b: len(rows["only_b"])}
    )


def _counted(noun: str, verb: str, changed: int, only: dict[str, int]) -> str:
    """`3 shots differ, 1 only in pilot`."""
    parts: list[str] = []
    if changed:
        parts.append(f"{_many(changed, noun)} {verb}")
    for side, number in only.items():
        if number:
            parts.append(f"{number if parts else _many(number, noun)} only in {side}")
    return ", ".join(parts)


def _many(number: int, noun: str) -> str:
    return f"{number} {noun if number == 1 else PLURALS.get(noun, noun + 's')}"
