"""Digests of tables: equal for equal histories, in any studio, and for a fork and its parent at the same number."""

import hashlib
import json
from typing import Any

from cineledger.projections.reader import Reader
from cineledger.projections.table import Table, tables


def table_digests(reader: Reader, production: str, number: int | None = None) -> dict[str, str]:
    """SHA-256 over each table's rows as an event left them, ordered by key; by default at the head.

    Left out are the production's name and what a table's header puts outside the digest: times, positions and
    whatever else equal histories may differ in: of a table that is all that, nothing. Addresses count as numbers.
    """
    compared = (table for table in tables() if not table.outside >= table.columns.keys())
    return {table.name: _digest(reader, table, production, number) for table in compared}


def _digest(reader: Reader, table: Table, production: str, number: int | None) -> str:
    left_out = table.outside | {"production", "address"}
    columns = ", ".join(f'"{c}"' for c in table.columns if c not in left_out)
    addressed = "address" in table.sentences()
    address = "split_part(address, '@', -1)::BIGINT AS address" if addressed else "NULL AS address"
    order = ", ".join([*(f'"{key}"' for key in table.key), "address"])
    rows = reader.rows(
        f"SELECT {columns}, {address} FROM {table.name}_at(?, ?) ORDER BY {order}", (production, number)
    )
    digest = hashlib.sha256()
    for row in rows:
        digest.update(json.dumps(row, ensure_ascii=False, default=_plain).encode("utf-8") + b"\n")
    return digest.hexdigest()


def _plain(value: Any) -> str:
    return str(value)
