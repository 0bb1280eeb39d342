"""Refusing a name that nothing bears."""

import difflib
from collections.abc import Collection, Mapping
from typing import NoReturn

from cineledger.domain.refusal import Refused

MOST_NAMED = 5
"""Names that a refusal gives of those that begin alike."""


def refuse_unknown(reason: str, typed: str, known: Collection[str], otherwise: str) -> NoReturn:
    """Raises Refused, naming what is nearest to what was typed."""
    folded = {name.casefold(): name for name in known}
    near = difflib.get_close_matches(typed.casefold(), folded, n=3, cutoff=0.5)
    hint = f"Did you mean {' or '.join(folded[n] for n in near)}?" if near else otherwise
    raise Refused(reason, hint)


def only_beginning(reason: str, typed: str, folded: Mapping[str, str]) -> str | None:
    """The one folded name whose first parts, which `/` divides, are what was typed; None where there is none.

    Raises Refused where there are several, and names some of them.
    """
    found = [name for name in folded if name.startswith(typed.casefold() + "/")]
    if len(found) > 1:
        named = ", ".join(folded[name] for name in found[:MOST_NAMED])
        more = f" and {len(found) - MOST_NAMED} more" if len(found) > MOST_NAMED else ""
        raise Refused(reason, f"Several begin so: {named}{more}.")
    return found[0] if found else None
