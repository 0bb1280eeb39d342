"""Embedders: the same vector each time, whichever is chosen; and the words that memories are looked up by."""

import hashlib
from importlib import resources

import numpy as np
import pytest

from cineledger.domain.refusal import Refused
from cineledger.projections.memory import embedder, minilm
from cineledger.projections.memory.embedder import Called, Embedder, chosen
from cineledger.projections.memory.hashed import Hashed
from cineledger.projections.memory.minilm import MiniLM
from cineledger.projections.memory.terms import bm25, terms
from cineledger.projections.memory.wordpiece import SHA256, VOCABULARY, encode

TEXTS = ["Rain on an empty pier.", "Дождь. Анна бежит по причалу.", "雨夜の港", "", "a " * 600]
installed = pytest.mark.skipif(not minilm.installed(), reason="the small model is not installed")


def lengths(texts: list[str]) -> list[list[float]]:
    """An embedder of somebody's own."""
    return [[len(text), 1.0, 2.0] for text in texts]


class Own:
    """Another, with an id and a way of its own to read what is asked."""

    id = "own"
    floor = 0.5

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return lengths(texts)

    def embed_query(self, text: str) -> list[float]:
        return [0.0, 0.0, 1.0]


def failing(texts: list[str]) -> list[list[float]]:
    """Whatever may go wrong in somebody's code."""
    raise ZeroDivisionError("no server")


def broken(texts: list[str]) -> list[list[float]]:
    """No vectors."""
    return [[float("nan")]] * len(texts)


@pytest.mark.parametrize(
    "reader",
    [Hashed(), pytest.param(MiniLM(), marks=installed), Called("l", lengths)],
    ids=lambda one: one.id,
)
def test_a_text_has_the_same_vector_whatever_it_stands_beside(reader: Embedder) -> None:
    """Of length 1 where there is anything in it, and as long as the embedder says, in any writing."""
    together = reader.embed_documents(TEXTS)
    assert together.shape == (len(TEXTS), reader.dim)
    for text, vector in zip(TEXTS, together, strict=True):
        assert (reader.embed_documents([text])[0] == vector).all()
        assert abs(float(np.linalg.norm(vector)) - (1 if terms(text) or reader.id != Hashed.id else 0)) < 1e-5


@installed
def test_the_small_model_knows_what_is_meant() -> None:
    """No word is shared, and yet the nearest is the one that means it."""
    model = MiniLM()
    asked = model.embed_query("mail that nobody opened")
    meant, other = model.embed_documents(["The letters lie there, all sealed.", "The kettle is cold."])
    assert float(asked @ meant) > float(asked @ other) + 0.1


@installed
def test_another_model_under_the_same_name_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its vectors would be compared with those that were kept."""
    monkeypatch.setattr(minilm, "SHA256", "0" * 64)
    minilm._session.cache_clear()
    with pytest.raises(Refused, match="not the one that is known"):
        MiniLM().embed_query("harbour")


def test_the_vocabulary_is_bert_s() -> None:
    """Byte by byte; and words are cut as the model's own tokeniser cuts them."""
    folder = resources.files("cineledger.projections.memory")
    assert hashlib.sha256((folder / VOCABULARY).read_bytes()).hexdigest() == SHA256
    assert "Apache License" in (folder / "vocabulary_license.txt").read_text("utf-8")
    assert encode("Hello, world! Naïve café.", 256) == [101, 7592, 1010, 2088, 999, 15743, 7668, 1012, 102]
    assert encode("unaffable 雨日", 256) == [101, 14477, 20961, 3468, 100, 1864, 102]
    assert encode("word " * 300, 16) == [101, *[2773] * 14, 102]
    assert encode("x" * 101, 256) == [101, 100, 102]


def test_the_environment_chooses(monkeypatch: pytest.MonkeyPatch) -> None:
    """By name, or a function or class of somebody's own; what is none is refused with what there is."""
    assert chosen().id == Hashed.id
    monkeypatch.setenv(embedder.SETTING, f"{__name__}:lengths")
    assert (chosen().id, chosen().dim) == (f"{__name__}:lengths", 3)
    monkeypatch.setenv(embedder.SETTING, f"{__name__}:Own")
    own = chosen()
    assert (own.id, own.dim, own.floor, own.trust) == ("own", 3, 0.5, embedder.TRUST)
    assert own.embed_query("x").tolist() == [0, 0, 1]
    for wrong in (
        "guess",
        f"{__name__}:nothing",
        "no.such:module",
        f"{__name__}:broken",
        f"{__name__}:failing",
    ):
        monkeypatch.setenv(embedder.SETTING, wrong)
        with pytest.raises(Refused):
            chosen()
    monkeypatch.setenv(embedder.SETTING, "")
    monkeypatch.setattr(minilm, "installed", lambda: False)
    assert chosen().id == Hashed.id
    monkeypatch.setenv(embedder.SETTING, "minilm")
    with pytest.raises(Refused, match="not installed"):
        chosen()


def test_words_are_compared_without_case_accent_and_plural() -> None:
    """In writing without spaces by pairs; small words say nothing."""
    assert terms("The LETTERS at Zoë's café") == terms("letter zoe s cafe")
    assert terms("Дожди") != [] and terms("雨夜の港") == ["雨夜", "夜の", "の港"]
    assert terms("the and of") == [] and terms("glass kiss bus") == ["glass", "kiss", "bus"]


def test_the_rare_word_counts_most() -> None:
    """A name that is in one text brings that text up before the texts with the usual word; more is more."""
    texts = [["close", "shot"], ["close", "shot", "maya"], ["close", "close", "shot", "shot"]]
    name, more = bm25(["close", "maya"], texts, 10), bm25(["close"], texts, 10)
    assert max(name) == name[1] and max(more) == more[2]
    assert bm25(["close"], [], 10) == []
