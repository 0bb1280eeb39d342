"""The door for users' SQL: one SELECT statement, which reaches the tables and nothing else.

Three locks, one behind the other: what the statement says is checked before it is bound; it runs in a read-only
transaction; and the connection it runs on has no access to files, network, extensions or settings.
"""

import json
import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from cineledger.domain.refusal import Refused
from cineledger.projections.limits import limited

if TYPE_CHECKING:
    import pyarrow as pa
    from duckdb import DuckDBPyConnection

LARGEST = 1 << 30
"""Bytes of a result."""

LONGEST = 50_000
"""Characters of a statement: planning one has no time limit of its own."""

MOST_SAID = 500
"""Characters of what DuckDB says of a statement; it quotes values whole."""

CHUNK = 16_384
"""Rows of a result taken at a time."""

SEE = "See: cineledger tables"
ONE_SELECT = "Ask one SELECT statement, say: from shots where scene = '12'"

TABLE_FUNCTIONS = frozenset(
    "duckdb_columns duckdb_functions duckdb_keywords duckdb_tables duckdb_types duckdb_views "
    "generate_series json_each json_tree range repeat unnest".split()
)
"""What may stand after FROM beside our own tables."""

QUERY_NODES = frozenset({"SELECT_NODE", "SET_OPERATION_NODE", "RECURSIVE_CTE_NODE", "CTE_NODE"})

SCALARS_LEFT_OUT = frozenset(
    "bitstring current_setting current_query damerau_levenshtein editdist3 format getenv getvariable jaccard "
    "jaro_similarity jaro_winkler_similarity levenshtein lpad nextval currval parse_formatted_bytes printf "
    "repeat reservoir_quantile rpad sleep_ms pg_sleep write_log txid_current".split()
)
"""They tell or change settings, wait, take more than linear time in one step that nothing can stop, or
allocate outside the memory limit."""

CUT_SHORT = frozenset({"UHUGEINT", "BIGNUM", "TIME WITH TIME ZONE"})
"""Types that Arrow has no equal of."""

_SYSTEM = re.compile(r"(pg|pragma|sqlite|duckdb)_")
_SYSTEM_VIEWS = frozenset({"duckdb_columns", "duckdb_tables", "duckdb_types", "duckdb_views"})
_BEHIND = frozenset({"published", "tail"})
"""Where the histories lie that are shown cut at the moment, under their plain names."""
_KIND = re.compile(r"^[A-Za-z ]*Error: ")


def ask(
    connection: "DuckDBPyConnection",
    sql: str,
    *,
    moment: int | None,
    seconds: float,
    stuck: Callable[[], None] | None = None,
) -> "pa.Table":
    """What one SELECT statement returns, on a cursor of its own; Refused for all that goes wrong with it.

    `stuck` is called from another thread where the time is over and the statement can't be stopped.
    """
    import duckdb

    statement = _one_select(connection, sql)
    with connection.cursor() as cursor:
        if moment is not None:
            cursor.execute(f"SET VARIABLE moment = {moment}")
        cursor.execute("BEGIN TRANSACTION READ ONLY")
        try:
            with limited(cursor, seconds, stuck):
                return _taken(cursor, statement)
        except (duckdb.Error, OSError, RuntimeError) as error:
            raise _refused(error) from error


def _taken(cursor: "DuckDBPyConnection", statement: str) -> "pa.Table":
    import pyarrow as pa

    answer = cursor.sql(statement)
    for name, kind in zip(answer.columns, map(str, answer.types), strict=True):
        if kind in CUT_SHORT:
            raise Refused(
                f"{name} is a {kind}, which loses its value on the way out", f'Cast it: "{name}"::VARCHAR'
            )
    reader = answer.to_arrow_reader(CHUNK)
    batches, size = list[Any](), 0
    for batch in reader:
        batches.append(batch)
        size += batch.nbytes
        if size > LARGEST:
            reader.close()
            raise Refused(f"the result is larger than {LARGEST >> 20} MB", "Ask for less, say with LIMIT.")
    return pa.Table.from_batches(batches, schema=reader.schema)


def _one_select(connection: "DuckDBPyConnection", sql: str) -> str:
    """The statement, if it is one that only reads tables."""
    import duckdb

    if len(sql) > LONGEST:
        raise Refused(
            f"the statement has {len(sql):,} characters; at most {LONGEST:,} are read",
            "Ask for less at a time.",
        )
    if "\0" in sql:
        raise Refused("the statement holds a null character", ONE_SELECT)
    try:
        statements = duckdb.extract_statements(sql)
    except duckdb.Error as error:
        raise _refused(error) from None
    if len(statements) != 1:
        raise Refused(f"{len(statements)} statements are not one", ONE_SELECT)
    kind = _kind(statements[0])
    if kind != "SELECT":
        raise Refused(f"a statement of the kind {kind} is not a question", ONE_SELECT)
    text = statements[0].query.rstrip().removesuffix(";")
    try:
        tree = json.loads(
            connection.execute("SELECT json_serialize_sql(?::VARCHAR)", [text]).fetchall()[0][0]
        )
    except RecursionError as error:
        raise Refused("the statement is nested too deeply", "Ask for less at a time.") from error
    except duckdb.Error as error:
        raise _refused(error) from None
    if tree["error"]:
        raise Refused(_worded(str(tree["error_message"])), ONE_SELECT)
    ours = _ours(connection)
    for node in _nodes(tree):
        _check(node, ours)
    return text


def _kind(statement: Any) -> str:
    """DuckDB's name for the kind of a statement; its Python bindings do not know them all."""
    try:
        return str(statement.type.name)
    except ValueError:
        return "UNKNOWN"


def _ours(connection: "DuckDBPyConnection") -> set[str]:
    """Our own table macros."""
    found = connection.execute(
        "SELECT function_name FROM duckdb_functions() WHERE function_type = 'table_macro' AND NOT internal"
    )
    return {name for (name,) in found.fetchall()}


def _nodes(tree: Any) -> Iterator[dict[str, Any]]:
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            yield node
            waiting.extend(node.values())
        elif isinstance(node, list):
            waiting.extend(node)


def _check(node: dict[str, Any], ours: set[str]) -> None:
    """Refuses a part of a statement that writes, or reaches beyond the tables."""
    kind = node.get("type")
    if isinstance(kind, str) and kind.endswith("_NODE") and kind not in QUERY_NODES:
        raise Refused("a question can't change anything", ONE_SELECT)
    if kind == "TABLE_FUNCTION":
        name = str(node["function"].get("function_name", "")).lower()
        if name not in TABLE_FUNCTIONS and name not in ours:
            raise Refused(f"{name} is not a table", SEE)
    elif kind == "BASE_TABLE":
        name, schema = str(node["table_name"]).lower(), str(node["schema_name"]).lower()
        if {schema, str(node["catalog_name"]).lower()} & _BEHIND:
            raise Refused(f"{schema}.{name} is not a table", SEE)
        if (_SYSTEM.match(name) and name not in _SYSTEM_VIEWS) or schema == "pg_catalog":
            raise Refused(f"{name} is not a table", SEE)
    elif node.get("class") == "FUNCTION":
        name = str(node["function_name"]).lower()
        if name in SCALARS_LEFT_OUT and node.get("type") == "FUNCTION":
            raise Refused(f"{name} can't be used here", "Use another function, or take the rows elsewhere.")


def _refused(error: Exception) -> Refused:
    """DuckDB's message as a refusal; what it thinks was meant becomes the hint."""
    message = str(error).partition("\n\nLINE")[0].partition("\n\nCandidate")[0]
    reason, _, meant = message.partition("\nDid you mean ")
    hint = f"Did you mean {' '.join(meant.split())} {SEE}" if meant else SEE
    return Refused(_worded(reason), hint)


def _worded(message: str) -> str:
    text = " ".join(_KIND.sub("", message.partition("\n\nStack Trace")[0]).split())
    text = text if len(text) <= MOST_SAID else text[:MOST_SAID] + "…"
    return text[:1].lower() + text[1:]
