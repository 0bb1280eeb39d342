"""Every event can be said in a line of the crew's words."""

from pathlib import Path

from cineledger.domain.ledger import Ledger
from cineledger.domain.registry import EVENTS
from cineledger.projections.sentences import SENTENCES, sentence, short


def test_every_event_has_its_sentence() -> None:
    """No registered event lacks words, and there are no words for events that are gone."""
    assert SENTENCES.keys() == EVENTS.keys()


def test_every_event_of_a_real_production_can_be_said(film: Path) -> None:
    """One line, in lower case, without braces, class names or nothing."""
    with Ledger(film) as ledger:
        for record in (*ledger.records("pilot"), *ledger.records("pilot-b"), ledger.birth("pilot-b")):
            line = sentence(type(record.fact).__name__, record.fact.model_dump(mode="json"))
            assert line and line[0] == line[0].lower() and "\n" not in line
            assert "{" not in line and "None" not in line and type(record.fact).__name__ not in line


def test_an_unknown_event_is_its_name() -> None:
    """What a newer program wrote does not stop a log."""
    assert sentence("LensCapLost", {}) == "LensCapLost"


def test_long_text_is_cut_between_words() -> None:
    """A line stays a line."""
    assert short("one two\nthree", 100) == "one two three"
    assert short("one two, three", 10) == "one two …"
