"""An embedder without a model: words and their parts, each hashed to a place of the vector."""

import math
import zlib
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from cineledger.projections.memory.terms import terms

if TYPE_CHECKING:
    from cineledger.projections.memory.embedder import Vectors

PART = 4
"""Characters of a part: long enough to tell words apart, short enough to be shared by harbour and harbours."""


class Hashed:
    """Feature hashing with signs (Weinberger et al. 2009): it knows spelling and no meaning, in any language."""

    id = "hashed-4grams-256-v1"
    dim = 256
    floor = 0.1
    trust = 0.3

    def embed_documents(self, texts: Sequence[str]) -> "Vectors":
        """A row for each text."""
        import numpy as np

        rows = np.zeros((len(texts), self.dim), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for feature, count in _features(text).items():
                hashed = zlib.crc32(feature.encode())
                row[hashed % self.dim] += math.copysign(
                    1 + math.log(count), 1 if hashed & 0x8000_0000 else -1
                )
            length = float(np.linalg.norm(row))
            row /= length or 1.0
        return rows

    def embed_query(self, text: str) -> "Vectors":
        """The vector of what is looked for."""
        import numpy as np

        return np.asarray(self.embed_documents([text])[0], dtype=np.float32)


def _features(text: str) -> Counter[str]:
    found = Counter[str]()
    for word in terms(text):
        found[word] += 1
        marked = f"<{word}>"
        found.update(marked[place : place + PART] for place in range(len(marked) - PART + 1))
    return found
