"""Persistent maps in a state: cheap to change, safe to share, and written to a snapshot as plain objects."""

from typing import Annotated, Any, TypeVar, get_args

from immutables import Map
from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

K = TypeVar("K")
V = TypeVar("V")


class _AsObject:
    """Tells pydantic to read a map from an object and to write it as one."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        key, value = map(handler.generate_schema, get_args(source))
        both = core_schema.dict_schema(key, value)
        return core_schema.no_info_after_validator_function(
            Map,
            both,
            serialization=core_schema.plain_serializer_function_ser_schema(dict, return_schema=both),
        )


PMap = Annotated[Map[K, V], _AsObject()]
