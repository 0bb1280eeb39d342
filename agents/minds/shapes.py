"""Shapes of answers: what a type asks for, said in the part of JSON Schema that a model can be held to.

A fixed tuple crosses the wire as an object with a name for each part, since an array of mixed items cannot be
described there. Every field is required: what is optional in the type is written out as null or an empty list.
"""

import ast
import inspect
import math
import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, get_args

from cineledger.domain.value import Value

Schema = dict[str, Any]

PARTS: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("Staged", "axis"): ("looks_right", "looks_left"),
    ("Sounding", "by_time"): ("time", "sound"),
    ("Structured", "acts"): ("first", "last"),
    **{(name, "notes"): ("place", "note") for name in ("Reviewed", "Alike", "Jumping", "CurveRead", "Jumps")},
}
"""Type and field → what the parts of a fixed tuple in it are called."""
_COUNTED = ("first", "second", "third", "fourth")
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
"""What no text on a page is made of; the halves of a pair by themselves can't be stored at all."""
_LARGEST = 2**53
"""From here on not every whole number survives JSON."""


@cache
def shape_of(model: type[Value]) -> Schema:
    """The JSON Schema of a type as pydantic has it, its fields described, the parts of its tuples named."""
    schema = model.model_json_schema(mode="serialization")
    docs = {kind.__name__: field_docs(kind) for kind in _kinds_in(model)}
    for title, found in {model.__name__: schema, **schema.get("$defs", {})}.items():
        for name, node in found.get("properties", {}).items():
            said = docs.get(title, {}).get(name)
            if said and "description" not in node:
                node["description"] = said
            _name_parts(node, PARTS.get((title, name), _COUNTED))
    return schema


def field_docs(model: type[Value]) -> dict[str, str]:
    """Field → the docstring under it, on one line."""
    (body,) = ast.parse(textwrap.dedent(inspect.getsource(model))).body
    assert isinstance(body, ast.ClassDef)
    found = {}
    for node, after in zip(body.body, body.body[1:], strict=False):
        said = after.value if isinstance(after, ast.Expr) else None
        if isinstance(node, ast.AnnAssign) and isinstance(said, ast.Constant):
            found[ast.unparse(node.target)] = " ".join(str(said.value).split())
    return found


def _kinds_in(kind: Any) -> Iterator[type[Value]]:
    """The types that a type is made of, itself first."""
    if isinstance(kind, type) and issubclass(kind, Value):
        yield kind
        for field in kind.model_fields.values():
            yield from _kinds_in(field.annotation)
    for part in get_args(kind):
        yield from _kinds_in(part)


def _name_parts(node: Any, names: Sequence[str]) -> None:
    if isinstance(node, dict):
        if "prefixItems" in node:
            node["parts"] = list(names[: len(node["prefixItems"])])
        for inner in node.values():
            _name_parts(inner, names)
    elif isinstance(node, list):
        for inner in node:
            _name_parts(inner, names)


def on_the_wire(node: Schema) -> Schema:
    """A shape in what the Messages API takes: closed objects, every property required, bounds told in words."""
    if "$ref" in node:
        return {"$ref": node["$ref"]}
    wire: Schema = {}
    if "$defs" in node:
        wire["$defs"] = {name: on_the_wire(inner) for name, inner in node["$defs"].items()}
    if "const" in node or "enum" in node:
        word = "const" if "const" in node else "enum"
        wire[word] = node[word]
    elif options := node.get("anyOf") or node.get("oneOf"):
        wire["anyOf"] = [on_the_wire(option) for option in options]
    else:
        wire["type"] = "object" if "prefixItems" in node else node["type"]
    if said := _description(node):
        wire["description"] = said
    if wire.get("type") == "object":
        parts = node.get("properties") or dict(
            zip(node.get("parts", ()), node.get("prefixItems", ()), strict=True)
        )
        wire["properties"] = {name: on_the_wire(inner) for name, inner in parts.items()}
        wire |= {"additionalProperties": False, "required": list(parts)}
    elif wire.get("type") == "array":
        wire["items"] = on_the_wire(node["items"])
    return wire


def _description(node: Schema) -> str:
    """What is said of a part, and its bounds."""
    bounds = [f"{words} {node[word]}." for word, words in _BOUNDS.items() if word in node]
    return " ".join([node["description"], *bounds] if "description" in node else bounds)


_BOUNDS = {
    "minimum": "At least",
    "exclusiveMinimum": "More than",
    "maximum": "At most",
    "pattern": "In the form",
}


def from_the_wire(node: Schema, value: Any, defs: Mapping[str, Schema], at: str = "the answer") -> Any:
    """What a type is built from, out of what crossed the wire; raises ValueError for words it does not allow."""
    node = _resolved(node, value, defs)
    allowed = [node["const"]] if "const" in node else node.get("enum")
    if allowed is not None and value not in allowed:
        raise ValueError(f"{at} is {value!r}, and can only be {', '.join(map(repr, allowed))}")
    if isinstance(value, Mapping):
        if "parts" in node:
            return [
                from_the_wire(part, value.get(name), defs, f"{at}.{name}")
                for name, part in zip(node["parts"], node["prefixItems"], strict=True)
            ]
        known = node.get("properties", {})
        fixed = {name: inner["const"] for name, inner in known.items() if "const" in inner}
        return {
            name: from_the_wire(known.get(name, {}), inner, defs, f"{at}.{name}")
            for name, inner in {**fixed, **value}.items()
        }
    if isinstance(value, list):
        items = node.get("items", {})
        return [from_the_wire(items, inner, defs, f"{at}[{place}]") for place, inner in enumerate(value)]
    return _plain(value, at)


def to_the_wire(node: Schema, value: Any, defs: Mapping[str, Schema]) -> Any:
    """What a mind would have written for this value, as it was dumped to JSON."""
    node = _resolved(node, value, defs)
    if "parts" in node and isinstance(value, list):
        parts = zip(node["parts"], node["prefixItems"], value, strict=True)
        return {name: to_the_wire(part, inner, defs) for name, part, inner in parts}
    if isinstance(value, list):
        return [to_the_wire(node.get("items", {}), inner, defs) for inner in value]
    if isinstance(value, Mapping):
        known = node.get("properties", {})
        return {name: to_the_wire(known.get(name, {}), inner, defs) for name, inner in value.items()}
    return value


def _resolved(node: Schema, value: Any, defs: Mapping[str, Schema]) -> Schema:
    """The node that describes a value: references followed, of a choice the branch that the value is of."""
    if "$ref" in node:
        return _resolved(defs[node["$ref"].rpartition("/")[2]], value, defs)
    options = node.get("anyOf") or node.get("oneOf")
    if not options:
        return node
    fitting = [option for option in options if (option.get("type") == "null") == (value is None)]
    if "discriminator" in node and isinstance(value, Mapping):
        named = node["discriminator"]["mapping"]
        kind = value.get(node["discriminator"]["propertyName"])
        if kind not in named:
            raise ValueError(f"there is no kind {kind!r} here, only {', '.join(named)}")
        return _resolved({"$ref": named[kind]}, value, defs)
    return _resolved(fitting[0], value, defs) if len(fitting) == 1 else {}


def _plain(value: Any, at: str) -> Any:
    if isinstance(value, float) and not math.isfinite(value):
        raise ValueError(f"{at} is no number")
    if isinstance(value, int | float) and abs(value) > _LARGEST:
        raise ValueError(f"{at} is too large")
    if isinstance(value, str) and _UNWRITABLE.search(value):
        raise ValueError(f"{at} holds control characters or halves of letters")
    return value
