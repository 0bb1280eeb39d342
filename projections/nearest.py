"""Refusing a name that nothing bears."""

import difflib
from collections.abc import Collection
from typing import NoReturn

from cineledger.domain.refusal import Refused


def refuse_unknown(reason: str, typed: str, known: Collection[str], otherwise: str) -> NoReturn:
    """Raises Refused, naming what is nearest to what was typed."""
    folded = {name.casefold(): name for name in known}
    near = difflib.get_close_matches(typed.casefold(), folded, n=3, cutoff=0.5)
    hint = f"Did you mean {' or '.join(folded[n] for n in near)}?" if near else otherwise
    raise Refused(reason, hint)
