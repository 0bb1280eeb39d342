"""Statements put together by a small grammar, for whoever throws dice at the door for users' SQL."""

from collections.abc import Callable, Sequence
from functools import partial

Choose = Callable[[int], int]
"""Throws a number from 0 to below n."""

TABLES = """shots events births events_history progress scenes batch incoming shots_at('pilot',30) duckdb_settings()
duckdb_secrets() duckdb_tables() information_schema.tables pg_catalog.pg_settings sqlite_master '{canary}'
"{canary}" '{canary}.parquet' '/etc/passwd' 'https://example.org/x.csv' memory.main.births range(3) nothing""".split()

FUNCTIONS = """read_csv read_csv_auto read_text read_blob read_parquet read_json glob sniff_csv parquet_metadata query
query_table sqlite_scan seq_scan arrow_scan json_execute_serialized_sql pragma_storage_info duckdb_columns
generate_series repeat range unnest getenv current_setting getvariable write_log nextval list_transform list_reduce
string_agg list_aggregate json_serialize_sql json_extract md5 length lower upper coalesce count sum max list
struct_pack map row array_value regexp_matches strptime today now version add_parquet_key which_secret
pg_sleep set_bit format printf lpad concat like_escape decode encode blob from_json to_json try if error""".split()

VALUES = """1 0 -1 9223372036854775807 1e9 NULL TRUE 'a' '' '{canary}' 'from~births' $1 ? * shot fact "cast" number
DATE~'2020-01-01' INTERVAL~1~DAY [1,2] {'a':1} x->x+1 $$a$$ E'\\x41' U&'\\0041' 'a'::BLOB #1 COLUMNS(*)""".split()

VERBS = """copy~shots~to~'{canary}.new' copy~births~from~'{canary}' attach~'{canary}.db'~as~o install~httpfs load~httpfs
pragma~database_list set~threads=1 reset~threads create~table~t(a~int) create~temp~view~v~as~select~1
create~macro~f()~as~1 insert~into~births~values~('x') update~births~set~parent='x' delete~from~events_history
truncate~births drop~table~births alter~table~births~add~column~x~int call~pragma_version() begin commit
rollback checkpoint vacuum analyze explain~analyze~delete~from~births export~database~'{canary}.dir'
import~database~'x' prepare~p~as~select~1 execute~p use~memory detach~memory comment~on~table~births~is~'x'
set~variable~moment=1 merge~into~births~using~(select~1)~on~true~when~matched~then~delete
create~secret~(type~s3) show~tables describe~shots summarize~shots pivot~shots~on~size""".split()

NOISE: Sequence[str] = (
    *"; -- /* */ ( ) ' \" $$ , . :: -> ? @ \\ ` #".split(),
    "\0",
    "\n",
    "\u00a0",
    "\u200b",
    "; from ",
)

JOINS = ", |join|cross join|left join lateral|positional join|semi join|asof join".split("|")
SETS = "union all|union by name|except|intersect".split("|")
ENDS = (
    "limit 3",
    "order by all",
    "group by all",
    "where 1 = 1",
    "qualify true",
    "using sample 1",
    "offset 1",
    "having 1",
)
DEEPEST = 3


# In the words above ~ stands for a blank.


def statement(choose: Choose) -> str:
    """A question, now and then another statement, now and then with something odd in it."""
    text = _query(choose, 0) if choose(4) else _of(VERBS, choose)
    if not choose(6):
        text = _one(
            choose,
            (
                lambda: f"with x as ({_of(VERBS, choose)} returning *) from x",
                lambda: f"{text}; {_of(VERBS, choose)}",
                lambda: f"select * from query('{text}')",
                lambda: f"explain {text}",
                lambda: f"/* {text}",
                lambda: f"({text})",
            ),
        )
    for _ in range(choose(3) if not choose(3) else 0):
        place = choose(len(text) + 1)
        text = text[:place] + NOISE[choose(len(NOISE))] + text[place:]
    return text


def _query(choose: Choose, depth: int) -> str:
    below = depth + 1
    if depth >= DEEPEST:
        return "select 1"
    chosen = ", ".join(_expression(choose, below) for _ in range(1 + choose(3)))
    return _one(
        choose,
        (
            lambda: f"select {chosen}",
            lambda: f"select {chosen} from {_source(choose, below)} {ENDS[choose(len(ENDS))]}",
            lambda: f"from {_source(choose, below)}",
            lambda: f"with y as ({_query(choose, below)}) select {chosen} from y",
            lambda: f"{_query(choose, below)} {SETS[choose(len(SETS))]} {_query(choose, below)}",
            lambda: f"values ({chosen})",
            lambda: f"select * from {_source(choose, below)} where {_expression(choose, below)}",
        ),
    )


def _source(choose: Choose, depth: int) -> str:
    return _one(
        choose,
        (
            lambda: _of(TABLES, choose),
            lambda: _of(TABLES, choose),
            partial(_call, choose, depth),
            lambda: f"({_query(choose, depth)})",
            lambda: (
                f"{_of(TABLES, choose)} a {JOINS[choose(len(JOINS))]} {_source(choose, depth + 1)}"
                if depth < DEEPEST
                else "shots"
            ),
        ),
    )


def _expression(choose: Choose, depth: int) -> str:
    if depth >= DEEPEST:
        return _of(VALUES, choose)
    return _one(
        choose,
        (
            lambda: _of(VALUES, choose),
            partial(_call, choose, depth),
            lambda: f"({_query(choose, depth)})",
            lambda: f"list_transform([1], x -> {_expression(choose, depth + 1)})",
            lambda: f"{_expression(choose, depth + 1)} = {_expression(choose, depth + 1)}",
            lambda: f"exists({_query(choose, depth)})",
        ),
    )


def _call(choose: Choose, depth: int) -> str:
    given = ", ".join(_expression(choose, depth + 1) for _ in range(choose(3)))
    return f"{FUNCTIONS[choose(len(FUNCTIONS))]}({given})"


def _of(words: Sequence[str], choose: Choose) -> str:
    return words[choose(len(words))].replace("~", " ")


def _one(choose: Choose, ways: Sequence[Callable[[], str]]) -> str:
    return ways[choose(len(ways))]()
