"""What the set designer may hand in."""

from cineledger.domain.design.events import PropListed, PropUse, SetDesigned
from cineledger.domain.work.commands import Deliver
from tests.domain.test_work_rules import KITCHEN, open_film
from tests.support.scenario import by, given

DESIGNED = SetDesigned(
    reason="r",
    set="KITCHEN",
    build="stage",
    environment="a kitchen",
    atmosphere=(),
    palette=(),
    layout=(),
    dressing=(),
    practicals=(),
)


def test_only_a_gathered_set_is_designed() -> None:
    """A design of a set that nobody gathered is refused."""
    given(*open_film()).when(Deliver(works=(DESIGNED,)), by="set_designer").refused(because="no set KITCHEN")
    there = given(*open_film(), *by("set_designer", KITCHEN))
    there.when(Deliver(works=(DESIGNED,)), by="set_designer").then(DESIGNED)
    there.when(Deliver(works=(DESIGNED,)), by="producer").refused(because="may not hand in")


def test_a_property_cites_lines_that_are_there() -> None:
    """A use beyond the scene's last line is refused, and a hand that nobody has."""
    use = PropUse(scene="1", line=99, quote="?")
    prop = PropListed(reason="r", prop="kettle", uses=(use,), hand=None, hero=False)
    given(*open_film()).when(Deliver(works=(prop,)), by="set_designer").refused(because="no line 99")
    held = prop.model_copy(update={"uses": (use.model_copy(update={"line": 1}),), "hand": "NOBODY"})
    given(*open_film()).when(Deliver(works=(held,)), by="set_designer").refused(because="no character NOBODY")
