"""Answers made from nothing but the schema that was sent: of the right shape, and as poor as can be."""

import json
from typing import Any

from tests.support.messages_server import Handler, Json, Seen, says


def from_schema(handler: Handler, seen: Seen) -> None:
    """A step of the server: whatever is asked, the least that has the shape."""
    says(json.dumps(least(seen.body["output_config"]["format"]["schema"])))(handler, seen)


def least(schema: Json) -> Any:
    """The least value of a schema: null where that is allowed, empty lists, the first word of a list of words."""
    return _least(schema, schema.get("$defs", {}))


def _least(schema: Json, defs: Json) -> Any:
    if "$ref" in schema:
        return _least(defs[schema["$ref"].rpartition("/")[2]], defs)
    if "const" in schema:
        return schema["const"]
    if "enum" in schema:
        return schema["enum"][0]
    if "anyOf" in schema:
        null = any(branch.get("type") == "null" for branch in schema["anyOf"])
        return None if null else _least(schema["anyOf"][0], defs)
    match schema["type"]:
        case "object":
            return {name: _least(found, defs) for name, found in schema.get("properties", {}).items()}
        case "array":
            return [_least(schema["items"], defs)] * schema.get("minItems", 0)
        case "string":
            return "The line asks for it."
        case "boolean":
            return False
        case "null":
            return None
        case _:
            return 0
