"""Asks and answers as they cross a wire: the schema that is sent, the material, and the text that comes back."""

import json
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from cineledger.agents.ask import Ask
from cineledger.agents.debating import (
    StandOnApproach,
    StandOnChoice,
    StandOnIdentity,
    StandOnNames,
    StandOnOutline,
    StandOnShot,
    StandOnTradeOff,
)
from cineledger.agents.minds.shapes import Schema, from_the_wire, on_the_wire, shape_of, to_the_wire
from cineledger.agents.noting.shots import HearNote
from cineledger.agents.offering import (
    OfferApproach,
    OfferChoice,
    OfferIdentity,
    OfferNames,
    OfferOutline,
    OfferSceneText,
    OfferShot,
    OfferTradeOff,
)
from cineledger.agents.screenwriting.arguing import StandOnSceneText
from cineledger.agents.shooting.revising import AlterShot
from cineledger.agents.stances import Tabled
from cineledger.agents.weighing import WeighChoice, WeighIdentity, Weighs, WeighTradeOffs
from cineledger.domain.value import Value
from cineledger.domain.words import CHOICES

KIND: dict[type[Ask], str] = {
    StandOnApproach: "approach",
    OfferApproach: "approach",
    StandOnOutline: "outline",
    OfferOutline: "outline",
    StandOnSceneText: "scene_text",
    OfferSceneText: "scene_text",
    StandOnNames: "alias",
    OfferNames: "alias",
    StandOnChoice: "choice",
    OfferChoice: "choice",
    StandOnTradeOff: "trade_off",
    OfferTradeOff: "trade_off",
    WeighChoice: "choice",
    WeighTradeOffs: "trade_off",
    StandOnIdentity: "identity",
    OfferIdentity: "identity",
    WeighIdentity: "identity",
    AlterShot: "revision",
    HearNote: "revision",
}
"""Ask → the kind of option that its answer may hold; of a shot and where any is debated, the ask tells."""
NAMELESS = (AlterShot, HearNote)
"""Asks that do not say which slate they are about: whoever asks knows."""


def schema_of(ask: Ask) -> Schema:
    """The JSON Schema to send with an ask: no optional field, no recursion, options only of the kind it admits.

    It varies by kind, subject and whether there are lessons alone, since a server compiles each that it has not seen.
    """
    return on_the_wire(_shape(ask))


def read(ask: Ask, text: str) -> Value:
    """The answer in a text; raises ValueError (pydantic's ValidationError is one) that says what is wrong in it."""
    schema = _shape(ask)
    try:
        said = json.loads(_unfenced(text), parse_constant=_no_number)
    except RecursionError as error:
        raise ValueError("the answer is nested without end") from error
    except json.JSONDecodeError as error:
        raise ValueError(f"the answer is no JSON: {error}") from error
    if not isinstance(said, dict):
        raise ValueError(f"the answer is no JSON object, but begins {text.strip()[:40]!r}")
    return ask.ANSWER.model_validate(from_the_wire(schema, said, schema.get("$defs", {})))


def written(ask: Ask, answer: Value) -> str:
    """An answer as a mind would have put it on the wire: what `read` reads back."""
    schema, defs = _shape(ask), _shape(ask).get("$defs", {})
    said = to_the_wire(schema, answer.model_dump(mode="json"), defs)
    return json.dumps(said, ensure_ascii=False)


def put(ask: Ask) -> str:
    """The material of an ask as JSON: what is empty or usual left out, list items with the place they are cited by.

    Lines of the typed file are left out, since an answer counts elements.
    """
    told = ask.model_dump(mode="json", exclude_defaults=True, exclude={"role"})
    for name, value in told.items():
        if isinstance(value, list) and name not in _BY_THEIR_OWN_NUMBER:
            told[name] = [_placed(place, item) for place, item in enumerate(value)]
    return json.dumps(told, ensure_ascii=False, indent=1)


_BY_THEIR_OWN_NUMBER = ("beats", "views")


def _placed(place: int, item: Any) -> Any:
    """A list item with its place, called `at` where its `place` is a location; script elements in it with theirs."""
    if not isinstance(item, dict):
        return _elements(item)
    typed = {"line", "last_line"} if "last_line" in item else set()
    told = {name: _elements(value) for name, value in item.items() if name not in typed}
    if "place" not in item:
        return {"place": place, **told}
    return {"at": place, **told} if isinstance(item["place"], str) else told


def _elements(value: Any) -> Any:
    if isinstance(value, list) and all(isinstance(item, dict) and "last_line" in item for item in value):
        return [_placed(place, item) for place, item in enumerate(value)]
    return value


def _shape(ask: Ask) -> Schema:
    return answer_shape(type(ask), *_admits(ask), bool(getattr(ask, "remembered", ())))


def _admits(ask: Ask) -> tuple[str, str]:
    """The kind of option, and the subject where it is a choice; empty where the answer holds no option."""
    if isinstance(ask, StandOnShot):
        return ("revision" if ask.stands is not None or _revises(ask.tabled) else "shot"), ""
    if isinstance(ask, OfferShot):
        return ("revision" if _revises(ask.turned_down) else "shot"), ""
    subject = ask.subject if isinstance(ask, StandOnChoice | OfferChoice | WeighChoice) else ""
    if isinstance(ask, Weighs):
        return next((proposal.option.kind for proposal in ask.tabled), "shot"), subject
    return KIND.get(type(ask), ""), subject


def _revises(proposals: Iterable[Tabled]) -> bool:
    return any(proposal.option.kind == "revision" for proposal in proposals)


@lru_cache(maxsize=256)
def answer_shape(ask: type[Ask], kind: str, subject: str, remembers: bool = False) -> Schema:
    """The shape of an ask's answer with nothing in it that the ask does not admit."""
    schema: Schema = json.loads(json.dumps(shape_of(ask.ANSWER)))
    defs = schema.get("$defs", {})
    for found in (schema, *defs.values()):
        if not remembers:
            found.get("properties", {}).pop("remembers", None)
        option = found.get("properties", {}).get("option", {})
        if "discriminator" in option:
            if not kind:
                raise ValueError(f"nobody said which kind of option answers {ask.__name__}")
            found["properties"]["option"] = {"$ref": option["discriminator"]["mapping"][kind]}
    if subject in CHOICES and "ChoiceOption" in defs:
        defs["ChoiceOption"]["properties"]["choice"]["enum"] = list(CHOICES[subject])
    if ask in NAMELESS:
        defs["RevisionOption"]["properties"]["shot"] = {"const": ""}
    return _pruned(schema)


def _pruned(schema: Schema) -> Schema:
    """The schema without definitions that nothing in it refers to."""
    kept, due = dict[str, Schema](), list(_refers({**schema, "$defs": {}}))
    while due:
        name = due.pop()
        if name not in kept:
            kept[name] = schema["$defs"][name]
            due += _refers(kept[name])
    found = {name: value for name, value in schema.items() if name != "$defs"}
    return found | ({"$defs": {name: kept[name] for name in sorted(kept)}} if kept else {})


def _refers(node: Any) -> Iterable[str]:
    if isinstance(node, dict):
        if "$ref" in node:
            yield node["$ref"].rpartition("/")[2]
        for inner in node.values():
            yield from _refers(inner)
    elif isinstance(node, list):
        for inner in node:
            yield from _refers(inner)


def _unfenced(text: str) -> str:
    """The text without a code fence around the whole of it, as small models like to put one."""
    bare = text.strip()
    if bare.startswith("```") and bare.endswith("```") and "\n" in bare:
        return bare[bare.index("\n") : -3]
    return bare


def _no_number(word: str) -> float:
    raise ValueError(f"{word} is no number")
