"""The key under which an answer is kept."""

import hashlib
from typing import Any, ClassVar

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from cineledger.agents.ask import Ask, canonical, content_key
from cineledger.domain.value import Value

_plain = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**53) + 1, 2**53 - 1),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(st.characters(exclude_categories=["Cs"])),
)
_values = st.recursive(
    _plain,
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), inner),
)


@given(_values)
def test_canonical_json_is_that_of_the_standard(value: Any) -> None:
    """Whatever is asked, the bytes are those of RFC 8785."""
    assert canonical(value) == rfc8785.dumps(value)


@pytest.mark.parametrize(
    "value", [1.0, -0.0, 0.1, 1e-4, 9.9e-5, 1e21, 123456789012345680.0, 2.0**53, "\u2028\x7f"]
)
def test_numbers_and_letters_at_the_edges(value: Any) -> None:
    """Also where the encoders part."""
    asked: Any = {"a": [value]}
    assert canonical(asked) == rfc8785.dumps(asked)


class _Which(Ask):
    ANSWER: ClassVar[type[Value]] = Value
    text: str


def test_the_key_is_of_what_was_asked_of_whom() -> None:
    """SHA-256 over mind, model, task and input; another word, role or model is another key."""
    ask = _Which(role="writer", text="why?")
    asked: Any = {
        "mind": "house",
        "model": "m",
        "task": "_Which",
        "input": {"role": "writer", "text": "why?"},
    }
    key = content_key(ask, "house", "m")
    assert key == hashlib.sha256(rfc8785.dumps(asked)).hexdigest()
    others = [_Which(role="editor", text="why?"), _Which(role="writer", text="why")]
    assert len({key, content_key(ask, "house", "n"), *(content_key(o, "house", "m") for o in others)}) == 4
