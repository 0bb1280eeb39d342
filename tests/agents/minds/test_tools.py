"""What a mind may look up: this production, up to its moment, and nothing else."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from cineledger.agents import desk
from cineledger.agents.crew import crew
from cineledger.agents.minds.tools.suited import BY_TRADE, Toolbox, suited
from cineledger.agents.minds.tools.tool import MOST_CALLS, MOST_SAID, Tool, use
from cineledger.domain.address import Address
from cineledger.domain.debate.events import ProposalApproved
from cineledger.domain.journal import ToolCall
from cineledger.domain.ledger import Ledger
from cineledger.domain.production.commands import Impose
from cineledger.domain.script.events import SceneWritten
from cineledger.projections.window import Windows, seen_from_a_window
from tests.support.film import SCRIPT
from tests.support.studio import opened, work

SECRET = "Nobody outside may read of the walrus."


class Studio:
    """Two productions and a fork of the first, all worked on."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.ledger = opened(folder)
        self.head = work(self.ledger).number
        taken = desk.Script(text=SCRIPT, source="s.fountain", encoding="utf-8")
        desk.open_production(self.ledger, "other", title="O", vision=SECRET, idea=None, script=taken)
        work(self.ledger, "other")
        self.decided = min(
            record.number
            for record in self.ledger.records("pilot")
            if isinstance(record.fact, ProposalApproved)
        )
        self.ledger.fork(Address("pilot", self.decided - 1), "branch")
        desk.order(self.ledger, "branch", Impose(kind="broadcast", text="In the fork we love herons."))
        self.toolbox = Toolbox(folder)

    def use(self, tool: str, at: Address | None = None, asker: str = "director", **typed: Any) -> ToolCall:
        """What a look-up tells, at the head of the first production where nothing is said."""
        held = [one for task in ("StandOnShot", "ReadScene") for one in self.toolbox.of(asker, task)]
        tools: list[Tool] = [*held, *self.toolbox._tools.values()]
        return use(tools, tool, typed, at or Address("pilot", self.head), MOST_CALLS)

    def one(self, sql: str, at: Address | None = None) -> str:
        """The one value that a query returns."""
        used = self.use("query", at, sql=sql)
        assert not used.failed, used.result
        return used.result.splitlines()[1]


@pytest.fixture(scope="module")
def studio(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Studio]:
    yield Studio(tmp_path_factory.mktemp("studio"))


def test_every_table_can_be_asked(studio: Studio) -> None:
    """Whatever table there is, it stands in the window with its columns."""
    with Windows(studio.folder).open(Address("pilot", studio.head)) as window:
        for name in seen_from_a_window():
            assert window.query(f"SELECT * FROM {name} LIMIT 1", seconds=10).num_columns > 0
    assert int(studio.one("SELECT count(*) FROM columns")) > 300


def test_a_query_sees_this_production_alone(studio: Studio) -> None:
    """No row of another production or of a fork is there, nor what the studio's journal holds."""
    assert studio.one("SELECT string_agg(production, ',') FROM productions") == "pilot"
    assert studio.one("SELECT count(DISTINCT production) FROM shots") == "1"
    assert studio.one(f"SELECT count(*) FROM broadcasts WHERE text = '{SECRET}'") == "0"
    assert studio.one("SELECT count(*) FROM broadcasts WHERE text LIKE '%heron%'") == "0"


def test_a_query_sees_nothing_of_later(studio: Studio) -> None:
    """As of the event before the first decision nothing is decided; as of it, one thing is."""
    before, after = Address("pilot", studio.decided - 1), Address("pilot", studio.decided)
    assert studio.one("SELECT count(*) FROM decisions", before) == "0"
    assert studio.one("SELECT count(*) FROM decisions", after) == "1"


def test_a_fork_sees_its_own_past(studio: Studio) -> None:
    """What came before the fork is there, and what was said in it; what its parent did since is not."""
    head = Address("branch", studio.ledger.head("branch").number)
    assert studio.one("SELECT count(*) FROM decisions", head) == "0"
    assert studio.one("SELECT count(*) FROM broadcasts WHERE text LIKE '%heron%'", head) == "1"
    assert int(studio.one("SELECT count(*) FROM scenes", head)) > 0


ESCAPES = [
    "FROM shots_at('other', 100)",
    "FROM shots_history",
    "FROM published.shots_history",
    "FROM slices",
    "FROM events",
    "FROM completions",
    "FROM read_csv('/etc/passwd')",
    "FROM '/etc/passwd'",
    "SELECT getenv('ANTHROPIC_API_KEY')",
    "FROM duckdb_secrets()",
    "FROM sqlite_scan('ledger.sqlite', 'stored_events')",
    "ATTACH 'ledger.sqlite' AS l",
    "SET enable_external_access = true",
    "DROP TABLE shots",
    "DELETE FROM shots",
    "COPY shots TO 'x.csv'",
    "SELECT 1; SELECT 2",
    "INSTALL httpfs",
    "",
]


@pytest.mark.parametrize("sql", ESCAPES)
def test_a_query_reaches_nothing_else(studio: Studio, sql: str) -> None:
    """No other production's table, no file, setting or secret; what is wrong is a result, and no rule of ours."""
    used = studio.use("query", sql=sql)
    assert used.failed and used.result


def test_a_query_that_never_ends_is_stopped(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    """It takes its seconds and no more."""
    monkeypatch.setattr("cineledger.agents.minds.tools.query.SECONDS", 0.3)
    used = studio.use("query", sql="SELECT count(*) FROM range(100000000000) a, range(100000) b")
    assert used.failed and "longer than 0.3 seconds" in used.result


def test_a_long_result_is_cut(studio: Studio) -> None:
    """A hundred rows, and no more characters than a mind is shown; both are said."""
    many = studio.use("query", sql="SELECT * FROM range(1000)").result
    assert many.endswith("… and 900 rows more\n") and len(many.splitlines()) == 102
    wide = studio.use("query", sql="SELECT string_agg(range, '-') FROM range(9000)").result
    assert len(wide) < MOST_SAID + 100 and "characters more" in wide


def test_recall_finds_what_the_asking_role_remembers(studio: Studio) -> None:
    """The nearest first, each with its address; nothing of later, and nothing of another production."""
    found = studio.use("recall", words="approach faces performances").result
    first = found.splitlines()[0]
    assert first.startswith("pilot@") and "Decided" in found
    earlier = studio.use("recall", Address("pilot", studio.decided - 1), words="what was decided")
    assert "Decided" not in earlier.result
    assert "walrus" not in studio.use("recall", words="walrus outside").result
    assert "heron" not in studio.use("recall", words="herons fork").result
    branch = Address("branch", studio.ledger.head("branch").number)
    assert "herons" in studio.use("recall", branch, words="herons").result


def test_each_remembers_what_is_theirs(studio: Studio) -> None:
    """A cast member her character's lines, which the director has as a script and no memory; what all heard, all."""
    said, cast = next(
        (element.text, f"cast:{element.character}")
        for record in studio.ledger.records("pilot")
        if isinstance(record.fact, SceneWritten)
        for element in record.fact.elements
        if element.kind == "dialogue" and len(element.text) > 11
    )
    assert f"I said: “{said}”" in studio.use("recall", asker=cast, words=said).result
    assert said not in studio.use("recall", asker="composer", words=said).result
    for role in (cast, "director", "composer"):
        assert (
            "The vision:"
            in studio.use("recall", asker=role, words="intimate vision, faces and places").result
        )


def test_what_has_nothing_to_do_with_anything_recalls_nothing(studio: Studio) -> None:
    """Silence is an answer."""
    for words in ("", "  ", "?!"):
        assert studio.use("recall", words=words).result.startswith("Nothing")


def test_a_passage_is_measured_as_the_script_is(studio: Studio) -> None:
    """By the same measures: 25 words take ten seconds, a page eight eighths."""
    speech = "INT. BOAT - NIGHT\n\nMAYA\n" + " ".join(["word"] * 25)
    assert "10 seconds" in studio.use("measure", passage=speech).result
    two = studio.use("measure", passage=f"{speech}\n\n{speech}").result
    assert two.splitlines()[-1].startswith("together:") and len(two.splitlines()) == 3
    assert "nothing" in studio.use("measure", passage="  ").result


def test_the_craft_of_each_role_can_be_read(studio: Studio) -> None:
    """Pages that everybody may read, and none beside them."""
    for role in crew():
        used = studio.use("craft", role=role)
        assert not used.failed and len(used.result) > 500
    for other in ("everyone", "../../pyproject", "cast:MAYA", ""):
        assert studio.use("craft", role=other).failed


def test_every_trade_has_its_tools() -> None:
    """Each role of the crew is thought of, and nobody has a tool that there is not."""
    assert set(BY_TRADE) == set(crew())
    toolbox = Toolbox(Path())
    for role in BY_TRADE:
        assert [tool.name for tool in toolbox.of(role, "ReadScene")] == list(BY_TRADE[role])
    assert suited("cast:MAYA", "FeelScene") == BY_TRADE["cast"]


def test_those_who_debate_have_the_same_tools() -> None:
    """Tools come first in a request, so that different ones would part what is otherwise alike."""
    assert len({tuple(suited(role, "StandOnShot")) for role in BY_TRADE}) == 1


def test_many_look_at_once(studio: Studio) -> None:
    """Threads do not get in each other's way."""
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: studio.one("SELECT count(*) FROM shots"), range(16)))
    assert len(set(found)) == 1


def test_what_is_new_is_seen(tmp_path: Path) -> None:
    """A look at a later event sees what came since the look before."""
    ledger = opened(tmp_path)
    tools = Toolbox(tmp_path).of("director", "ReadScene")
    for text in ("one", "two"):
        last = desk.order(ledger, "pilot", Impose(kind="broadcast", text=text))[-1]
        sql = "SELECT count(*) FROM broadcasts WHERE kind = 'broadcast'"
        used = use(tools, "query", {"sql": sql}, Address("pilot", last.number), MOST_CALLS)
        assert used.result.splitlines()[1] == str(["one", "two"].index(text) + 1)


def test_looking_changes_nothing(studio: Studio) -> None:
    """The ledger is as long after as before."""
    before = [(r.number, r.seal) for r in Ledger(studio.folder).records("pilot")]
    studio.use("query", sql="FROM shots")
    studio.use("recall", words="face")
    assert [(r.number, r.seal) for r in Ledger(studio.folder).records("pilot")] == before
