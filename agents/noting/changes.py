"""What a piece of work made again has that the one before had not, in a few words."""

from decimal import Decimal
from typing import Any

from cineledger.domain.edit.events import SceneAssembled
from cineledger.domain.work.work import Work

MOST_NAMED = 4
"""Changes that an answer names; the rest is counted."""
_SHORT = 24
"""Characters of text that is quoted as it was and as it is."""
_UNTOLD = frozenset({"type", "reason", "rests", "heeds"})


def changed(before: Work | None, now: Work) -> str:
    """The fields that differ: 4 → 5 where they are short, what came and went of lists of names, else their names."""
    if before is None:
        return "it is new"
    found = [
        _told(name.replace("_", " "), was, becomes)
        for name in type(now).model_fields
        if name not in _UNTOLD and (was := getattr(before, name)) != (becomes := getattr(now, name))
    ]
    more = f" and {len(found) - MOST_NAMED} more" if len(found) > MOST_NAMED else ""
    return (", ".join(found[:MOST_NAMED]) or "only why it is so") + more


def can_not(work: Work | None) -> str:
    """The sentence that says what stands in the way of cutting a scene otherwise; empty where nothing does."""
    if isinstance(work, SceneAssembled) and len(work.cuts) == 1:
        return " The scene has one shot: it can't be cut faster without another."
    return ""


def _told(name: str, was: Any, now: Any) -> str:
    if isinstance(was, tuple) and isinstance(now, tuple):
        old, new = _names(was), _names(now)
        came, went = [n for n in new if n not in old], [n for n in old if n not in new]
        said = [
            f"{sign}{', '.join(names[:3])}" for sign, names in (("now ", came), ("without ", went)) if names
        ]
        if said:
            return f"{name} {' and '.join(said)}"
        return f"{len(was)} → {len(now)} {name}" if len(was) != len(now) else name
    short = all(isinstance(v, int | float | Decimal) or len(str(v)) <= _SHORT for v in (was, now))
    return f"{name} {was} → {now}" if short else name


def _names(items: tuple[Any, ...]) -> list[str]:
    named = [item if isinstance(item, str) else getattr(item, "name", None) for item in items]
    return [name for name in named if isinstance(name, str)]
