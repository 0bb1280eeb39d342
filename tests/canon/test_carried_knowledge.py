"""What a character knows from canon she does not learn again in a production that she was cast in."""

from cineledger.agents.canon.casting import cast
from cineledger.domain.cast.knowledge import SceneLearned
from cineledger.domain.ledger import Ledger
from cineledger.projections.knowing import knowing
from cineledger.projections.people import Person
from cineledger.projections.reader import Reader
from tests.canon.support import film
from tests.support.studio import work

AGAIN = """INT. BAR - NIGHT

Maya, Tom and Ida drink.

TOM
I took the money.

IDA
You sold the boat, Tom.

MAYA
It is late.
"""


def learned(ledger: Ledger, who: str) -> list[str]:
    """What she learns in a production."""
    works = ledger.load("bar").state.works.of(SceneLearned).values()
    return [one.fact for work_ in works if work_.character == who for one in work_.learned]


def test_what_she_brings_she_does_not_learn_again(ledger: Ledger) -> None:
    """Also where she had learned it before she was cast; who was not cast hears it for the first time."""
    film(ledger, "bar", AGAIN)
    work(ledger, "bar")
    assert "tom-took-money" in learned(ledger, "IDA") and "tom-took-money" in learned(ledger, "MAYA")
    brings = cast(ledger, "bar", "maya", canon_name="maya", years=3, new=False).brings
    assert "tom-took-money" in [fact.fact for fact in brings.life.known]
    work(ledger, "bar")
    assert "tom-took-money" in learned(ledger, "IDA") and "tom-took-money" not in learned(ledger, "MAYA")
    with Reader(ledger.folder) as reader:
        found = knowing(reader, Person("MAYA", "bar"))
    (row,) = [row for row in (*found["knows"], *found["believes"]) if row["fact"] == "tom-took-money"]
    assert row["place"] == 0 and row["number"] is None and row["address"].startswith("bar@")
