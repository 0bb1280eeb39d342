"""Answers on the wire: whatever is asked in a run can be sent, filled in by a model, and read back."""

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import anthropic
import pytest
from pydantic import ValidationError

from cineledger.agents.ask import Ask
from cineledger.agents.craft.trading import TradeView
from cineledger.agents.crew import house_rules
from cineledger.agents.debating import StandOnShot
from cineledger.agents.minds.shapes import on_the_wire, shape_of
from cineledger.agents.minds.wire import KIND, answer_shape, put, read, schema_of, written
from cineledger.agents.offering import Offered, OfferShot, OfferTradeOff
from cineledger.agents.serial.fates import FindFates
from cineledger.agents.stances import Rival
from cineledger.agents.weighing import WeighShots, WeighVoices
from cineledger.domain.debate.options import Look, TradeOffOption
from tests.support.asked import Asked, asked_of_films

MOST_OPTIONAL, MOST_UNIONS = 24, 16
"""What the Messages API takes in one schema."""


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> list[Asked]:
    """Every ask of the demo's run, and of an idea, with the house's answer."""
    return asked_of_films(tmp_path_factory.mktemp("films"))


def _nodes(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
        for inner in node.values():
            yield from _nodes(inner)
    elif isinstance(node, list):
        for inner in node:
            yield from _nodes(inner)


def test_the_house_s_answer_comes_back_as_it_was(asked: list[Asked]) -> None:
    """What a type holds survives the wire, tuples and decimals and options of every kind."""
    for ask, answer in asked:
        assert read(ask, written(ask, answer)) == answer


def test_every_schema_is_within_what_the_api_takes(asked: list[Asked]) -> None:
    """No optional field, few unions, closed objects, nothing left to a description; the SDK changes nothing in it."""
    for schema in {type(ask): schema_of(ask) for ask, _ in asked}.values():
        nodes = list(_nodes(schema))
        objects = [node for node in nodes if node.get("type") == "object"]
        optional = [set(node["properties"]) - set(node["required"]) for node in objects]
        assert not any(optional)
        assert all(node["additionalProperties"] is False and node["properties"] for node in objects)
        assert sum("anyOf" in node for node in nodes) <= MOST_UNIONS
        assert not any("prefixItems" in node or "default" in node for node in nodes)
        assert anthropic.transform_schema(schema) == schema


def test_no_schema_goes_round(asked: list[Asked]) -> None:
    """Nothing is made of itself."""
    for schema in {type(ask): schema_of(ask) for ask, _ in asked}.values():
        defs = schema.get("$defs", {})

        def within(name: str, seen: tuple[str, ...], defs: dict[str, Any] = defs) -> None:
            assert name not in seen
            for node in _nodes(defs[name]):
                if "$ref" in node:
                    within(node["$ref"].rpartition("/")[2], (*seen, name))

        for name in defs:
            within(name, ())


def test_an_ask_admits_options_of_its_own_kind_only(asked: list[Asked]) -> None:
    """A debate about a shot cannot be answered with an outline."""
    for ask, _ in asked:
        kinds = {n["const"] for n in _nodes(schema_of(ask)) if isinstance(n.get("const"), str) and n["const"]}
        assert len(kinds) <= 1
        on_the_table = {proposal.option.kind for proposal in getattr(ask, "tabled", ())}
        assert kinds <= (on_the_table or {"shot", "revision", KIND.get(type(ask), "shot")})


def test_a_run_asks_of_every_kind_that_offers_options(asked: list[Asked]) -> None:
    """Whatever the wire narrows was seen in the run, or is made below."""
    seen = {type(ask).__name__ for ask, _ in asked}
    assert {"StandOnShot", "OfferShot", "StandOnChoice", "OfferChoice", "OfferOutline", "AlterShot"} <= seen


@pytest.mark.parametrize("ask", sorted(house_rules(), key=str))
def test_every_answer_can_be_described(ask: type[Ask]) -> None:
    """Also of asks that no film here comes to."""
    schema = on_the_wire(answer_shape(ask, KIND.get(ask, "shot"), ""))
    assert schema["type"] == "object" and schema["required"]
    assert anthropic.transform_schema(schema) == schema


def test_every_ask_says_which_options_answer_it() -> None:
    """An ask that takes options of any kind would be answered with a kind that its question refuses."""
    open_ones = {ask for ask in house_rules() if "discriminator" in json.dumps(shape_of(ask.ANSWER))}
    assert open_ones == {*KIND, StandOnShot, OfferShot, WeighShots, WeighVoices}


def _one(asked: list[Asked], name: str) -> tuple[Ask, dict[str, Any]]:
    ask, answer = next((ask, answer) for ask, answer in asked if type(ask).__name__ == name)
    return ask, json.loads(written(ask, answer))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("I would hold on her face.", "no JSON"),
        ("", "no JSON"),
        ("[1]", "no JSON object"),
        ('{"stands": true, "reason": "x"', "no JSON"),
        ('{"stands": true}', "reason"),
        ('{"stands": "perhaps", "reason": "x"}', "stands"),
        ('{"stands": true, "reason": "x", "approve": true}', "approve"),
        ('{"stands": true, "reason": "a\\u0000b"}', "control characters"),
        ('{"stands": true, "reason": "\\ud800"}', "halves of letters"),
        ('{"stands": true, "reason": NaN}', "no number"),
        ('{"stands": true, "reason": 1e999}', "no number"),
        ('{"stands": true, "reason": ' + "[" * 100_000 + "]" * 100_000 + "}", "nested"),
    ],
)
def test_what_is_wrong_with_a_text_is_said(asked: list[Asked], text: str, says: str) -> None:
    """Each is a ValueError that names the trouble, never another error."""
    ask, _ = _one(asked, "Reconsider")
    with pytest.raises(ValueError, match=says):
        read(ask, text)


def test_another_kind_of_option_is_refused(asked: list[Asked]) -> None:
    """Though the type would take it."""
    ask, data = _one(asked, "OfferShot")
    data["rival"]["option"] = {"kind": "outline", "scenes": []}
    with pytest.raises(ValueError, match="'outline', and can only be 'shot'"):
        read(ask, json.dumps(data))


def test_a_choice_is_one_of_the_subject_s(asked: list[Asked]) -> None:
    """A film is not paced in a way that its editor has no measures for."""
    ask, answer = next(
        (ask, answer)
        for ask, answer in asked
        if type(ask).__name__ == "OfferChoice" and ask.model_dump()["subject"] == "pacing"
    )
    data = json.loads(written(ask, answer))
    data["rival"]["option"]["choice"] = "glacial"
    with pytest.raises(ValueError, match="can only be 'long takes', 'classical', 'quick'"):
        read(ask, json.dumps(data))


def test_a_note_by_place_is_an_object(asked: list[Asked]) -> None:
    """A model fills in two named fields, where a pair would be an array of anything."""
    ask, _ = _one(asked, "ReviewScene")
    item = schema_of(ask)["properties"]["notes"]["items"]
    assert list(item["properties"]) == ["place", "note"]
    found = read(ask, '{"notes": [{"place": 0, "note": "break the run"}]}')
    assert found.model_dump()["notes"] == ((0, "break the run"),)
    with pytest.raises(ValidationError):
        read(ask, '{"notes": [{"place": 0}]}')


def test_a_fence_around_an_answer_is_no_fault(asked: list[Asked]) -> None:
    """Small models put one, and mean nothing by it."""
    ask, data = _one(asked, "WeighShots")
    assert read(ask, f"```json\n{json.dumps(data)}\n```") == read(ask, json.dumps(data))


def test_fields_are_described_in_the_schema(asked: list[Asked]) -> None:
    """Docstrings and bounds reach the model."""
    schema = schema_of(_one(asked, "LightScene")[0])
    source = schema["$defs"]["Source"]["properties"]
    assert source["kelvin"]["description"] == "At least 1000. At most 20000."
    assert "takes it for" in source["name"]["description"]


def test_amounts_are_strings_of_digits() -> None:
    """No float stands between a budget and its cents."""
    view = TradeView(
        look=Look(closeness=0, motion=0, contrast=0),
        amount=Decimal("10"),
        days=None,
        total=Decimal("12.10"),
        planned=1,
        ways=(),
    )
    option = TradeOffOption(way="spend_more", statement="12.10", amount=Decimal("12.10"))
    answer = Offered(rival=Rival(option=option, criterion="value", reason="no cut comes near"))
    ask = OfferTradeOff(role="producer", view=view)
    text = written(ask, answer)
    assert '"amount": "12.10"' in text
    assert read(ask, text) == answer
    assert sum("anyOf" in node for node in _nodes(schema_of(ask))) <= MOST_UNIONS


def test_material_counts_elements_as_answers_do(asked: list[Asked]) -> None:
    """Each line has the place it is cited by, and not the line of the file that could be taken for it."""
    ask, _ = _one(asked, "ReadScene")
    told = json.loads(put(ask))
    assert [element["place"] for element in told["elements"]] == list(range(len(told["elements"])))
    assert all("line" not in element and "last_line" not in element for element in told["elements"])
    assert "role" not in told


def test_scenes_of_a_film_count_their_elements_too(asked: list[Asked]) -> None:
    """A scene is cited by its place in the film, a line by its place in the scene."""
    for name in ("ReadStructure", "DrawArc", "FindThemes"):
        told = json.loads(put(_one(asked, name)[0]))["scenes"]
        assert [scene["at"] for scene in told] == list(range(len(told)))
        for scene in told:
            assert [e["place"] for e in scene["elements"]] == list(range(len(scene["elements"])))
            assert not any("line" in e or "last_line" in e for e in scene["elements"])
    scene = tuple(_one(asked, "ReadScene")[0].model_dump()["elements"])
    fates = FindFates.model_validate(
        {"role": "showrunner", "people": ("MAYA",), "scenes": ({"elements": scene},)}
    )
    (told,) = json.loads(put(fates))["scenes"]
    lines = told["elements"]
    assert told["place"] == 0
    assert [line["place"] for line in lines] == list(range(len(scene)))
    assert not any("line" in line for line in lines)
