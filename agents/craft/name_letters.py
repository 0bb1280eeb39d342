"""The letters of a name as they are compared: without the accents that are left out in typing."""

import re
import unicodedata

_LOOK_ALIKE = str.maketrans("ABCEHKMOPTXY", "АВСЕНКМОРТХУ")


def bare(text: str) -> str:
    """Text in capitals, without accents where Latin and Greek have them, Ё as Е, every letter in one width.

    Latin letters among Cyrillic ones are taken for the Cyrillic ones they look like.
    """
    upper = unicodedata.normalize("NFKC", text).upper()
    if re.search("[А-ЯЁ]", upper):
        upper = upper.translate(_LOOK_ALIKE)
    return "".join(map(_bare, upper))


def _bare(character: str) -> str:
    if character == "Ё":
        return "Е"
    first = unicodedata.normalize("NFD", character)[0]
    return first if unicodedata.name(first, "").startswith(("LATIN", "GREEK")) else character
