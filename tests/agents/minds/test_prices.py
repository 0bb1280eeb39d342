"""What models cost, by what this version knows and by what a studio says."""

from decimal import Decimal
from pathlib import Path

import pytest

from cineledger.agents.minds.prices import FILE, Rates, default_model, known_models, model, prompt_tokens
from cineledger.domain.journal import Usage
from cineledger.domain.refusal import Refused

USAGE = Usage(
    input=1_000, output=2_000, cache_read=10_000, cache_write_5m=3_000, cache_write_1h=500, thinking=900
)


@pytest.mark.parametrize("name", known_models())
def test_every_known_model_is_priced(name: str) -> None:
    """Reading from the cache is cheaper than reading, writing to it dearer; thought is output like the rest."""
    known = model(name)
    rates = known.rates
    assert rates is not None and known.source
    assert rates.cache_read < rates.input < rates.cache_write_5m < rates.cache_write_1h < rates.output
    assert known.long is None or known.long.input > rates.input
    assert known.output >= 64_000


def test_the_usual_model_is_known() -> None:
    """Whoever says no more than `claude` gets one that a budget can be kept for."""
    assert default_model() in known_models()


def test_a_cost_is_exact() -> None:
    """Each kind of token at its own rate, none of them twice."""
    rates = model("claude-sonnet-5-5").rates
    assert rates is not None
    assert rates.cost(USAGE) == Decimal("0.0325")
    assert prompt_tokens(USAGE) == 14_500


def test_a_dated_name_is_the_model(tmp_path: Path) -> None:
    """A name with the day of its release costs what the model costs."""
    dated = model("claude-haiku-4-5-20251001")
    assert dated.name == "claude-haiku-4-5-20251001" and dated.rates == model("claude-haiku-4-5").rates


def test_a_long_prompt_has_its_own_rates() -> None:
    """Some models cost more for a call whose prompt is long, answer included; the bound heeds that."""
    haiku = model("claude-haiku-5-5")
    short, long = haiku.rates_for(100_000), haiku.rates_for(100_001)
    assert short is not None and long is not None
    assert (short.output, long.output) == (Decimal("0.5"), Decimal("2.5"))
    assert haiku.most(100_000, 1_000) == Decimal("0.013")
    assert haiku.most(200_000, 1_000) == Decimal("0.1275")


def test_an_unknown_model_has_no_price() -> None:
    """Nobody guesses."""
    unknown = model("smollm2:135m")
    assert unknown.rates is None and unknown.most(1, 1) is None and unknown.source == ""


def test_a_studio_has_the_last_word(tmp_path: Path) -> None:
    """Its rates go before ours, where it only prices input and output the cache costs what input costs."""
    (tmp_path / FILE).write_text(
        '[models.claude-haiku-5-5]\nrates = { input = "1", output = "3" }\n'
        '[models."smollm2:135m"]\noutput = 512\nrates = { input = 0, output = 0 }\n'
    )
    haiku = model("claude-haiku-5-5", tmp_path)
    three = Decimal(3)
    assert haiku.rates == Rates(
        input=Decimal(1),
        output=three,
        cache_read=Decimal(1),
        cache_write_5m=Decimal(1),
        cache_write_1h=Decimal(1),
    )
    assert haiku.long is None and haiku.effort and haiku.source == FILE
    local = model("smollm2:135m", tmp_path)
    assert local.output == 512 and local.most(10**6, 10**6) == 0


UNREADABLE = [
    "rates = ",
    '[models.a]\nrates = { input = "dear", output = "1" }',
    '[models.a]\nrates = { input = "-1", output = "1" }',
    '[models.a]\nrates = { output = "1" }',
    '[models.a]\ncolour = "red"',
    "[prices]\na = 1",
    "models = 3",
]


@pytest.mark.parametrize("text", UNREADABLE)
def test_a_file_that_says_nothing_sensible_is_refused(tmp_path: Path, text: str) -> None:
    """A price that can't be read is never taken for none."""
    (tmp_path / FILE).write_text(text)
    with pytest.raises(Refused, match=r"prices\.toml of the studio can't be read"):
        model("a", tmp_path)
