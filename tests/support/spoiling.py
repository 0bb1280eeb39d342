"""Good answers spoilt in one place, to see whether anybody notices."""

import copy
import random
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from cineledger.agents.ask import Ask
from cineledger.domain.value import Value
from tests.support.asked import Asked

Spoil = Callable[[dict[str, Any]], None]
FAR = 9_999
LONG = "and so on " * 100


def changed(path: str, value: Any) -> Spoil:
    """Puts a value at a place such as `beats/0/last`."""

    def spoil(answer: Any) -> None:
        *way, name = [int(part) if part.isdigit() else part for part in path.split("/")]
        for part in way:
            answer = answer[part]
        answer[name] = value

    return spoil


def twice(name: str) -> Spoil:
    """Has the first of a list once more at its end."""

    def spoil(answer: dict[str, Any]) -> None:
        answer[name] = [*answer[name], copy.deepcopy(answer[name][0])]

    return spoil


def without(name: str, place: int = 0) -> Spoil:
    """Leaves one of a list out."""

    def spoil(answer: dict[str, Any]) -> None:
        answer[name] = [item for at, item in enumerate(answer[name]) if at != place]

    return spoil


def reversed_in(name: str) -> Spoil:
    """Puts a list the other way round."""

    def spoil(answer: dict[str, Any]) -> None:
        answer[name] = list(reversed(answer[name]))

    return spoil


def faults_of(asked: Iterable[Asked], name: str, spoil: Spoil) -> Iterator[list[str]]:
    """What each ask of a kind finds wrong with its answer, once that is spoilt."""
    for ask, answer in asked:
        if type(ask).__name__ == name and (spoilt := _spoilt(ask, answer, spoil)) is not None:
            yield list(ask.faults(spoilt))


def _spoilt(ask: Ask, answer: Value, spoil: Spoil) -> Value | None:
    """The answer with its fault; None where it has not what is to be spoilt."""
    data = answer.model_dump(mode="json")
    try:
        spoil(data)
    except (IndexError, TypeError):
        return None
    return ask.ANSWER.model_validate(data)


def spoilt_anywhere(rng: random.Random, ask: Ask, answer: Value) -> Value:
    """The answer with one or two things in it changed at random, such that it keeps its shape."""
    for _ in range(20):
        data = answer.model_dump(mode="json")
        for _ in range(rng.choice((1, 1, 2))):
            *way, last = rng.choice(list(_places(data)))
            holder: Any = data
            for part in way:
                holder = holder[part]
            holder[last] = _otherwise(rng, holder[last])
        try:
            return ask.ANSWER.model_validate(data)
        except ValueError:
            continue
    return answer


def _places(node: Any, way: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The way to each value in a document, and to each list."""
    inner = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    if way and not isinstance(node, dict):
        yield way
    for name, value in inner:
        yield from _places(value, (*way, name))


def _otherwise(rng: random.Random, value: Any) -> Any:
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return rng.choice((-1, FAR, 0, value + 1, value - 1))
    if isinstance(value, float):
        return rng.choice((-9.0, 9.0, 0.0, -1.0, 1.0, value / 2))
    if isinstance(value, str):
        return rng.choice(("", "NOBODY", "/", "MAYA", "1"))
    if isinstance(value, list):
        return rng.choice(([], value[::-1], value + value[:1], value[:-1], value[1:]))
    return rng.choice((0, -1, FAR, "NOBODY", 0.5))
