"""What a PDF could not say, in words."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator

from cineledger.projections.pdf.pen import Missing
from cineledger.projections.pdf.screenplay import TITLE_PAGE, Pdf

MOST_SHOWN = 12
"""Characters named of each script; the rest is counted."""


def lacking(pdf: Pdf) -> Iterator[str]:
    """A warning for each writing system with characters that are boxes, where it begins, and what to do."""
    found: dict[str, list[Missing]] = defaultdict(list)
    for missing in pdf.missing:
        found[_writing(missing.character)].append(missing)
    for writing, characters in found.items():
        named = " ".join(map(_named, characters[:MOST_SHOWN]))
        more = f" and {len(characters) - MOST_SHOWN} more" if len(characters) > MOST_SHOWN else ""
        times = sum(missing.count for missing in characters)
        where = characters[0].first
        yield (
            f"WARNING: no typeface at hand has {writing}: {named}{more}. They stand {times} times in the PDF as boxes "
            f"with their code points, first {f'in scene {where}' if where != TITLE_PAGE else 'on the title page'}."
        )
    if found:
        yield "Hint: name a TrueType file that has them: --font FILE"
    if pdf.right_to_left is not None:
        yield (
            "WARNING: writing from right to left is in its order, but its letters are not joined and its lines begin "
            f"at the left; first in scene {pdf.right_to_left}."
        )


def _writing(character: str) -> str:
    if unicodedata.category(character)[0] not in "LM":
        return "these signs"
    named = unicodedata.name(character, "letters without a name").split()[0].split("-")[0]
    return "Chinese characters" if named == "CJK" else named.capitalize()


def _named(missing: Missing) -> str:
    code = f"U+{ord(missing.character):04X}"
    return f"{missing.character} ({code})" if missing.character.isprintable() else code
