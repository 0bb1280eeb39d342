"""What is wrong with an answer in debate is named; what the house answers is not found fault with."""

from typing import Any

import pytest

from cineledger.agents.choosing import ReconsiderChoice
from cineledger.agents.debating import StandOnShot
from cineledger.agents.directing.heeding import Reconsider
from cineledger.agents.stances import Argues, Reasoned, Stand, Stands
from tests.support.asked import Asked, asked_of_films
from tests.support.spoiling import FAR, LONG, Spoil, changed, faults_of

WHY: dict[str, Any] = {"criterion": "constraint", "reason": "so"}


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> list[Asked]:
    """Every ask of whole films, with the house's answer."""
    return asked_of_films(tmp_path_factory.mktemp("films"))


def opposed(place: int, **more: Any) -> dict[str, Any]:
    return {"place": place, "blocking": False, **WHY, **more}


def taken(what: str, place: int) -> dict[str, Any]:
    return {"what": what, "place": place, **WHY}


def both(*spoils: Spoil) -> Spoil:
    """One fault after another."""

    def spoil(answer: dict[str, Any]) -> None:
        for one in spoils:
            one(answer)

    return spoil


def offers(kind: str) -> Spoil:
    """An alternative of a kind, and no support."""
    option = {
        "shot": None,
        "outline": {"kind": "outline", "scenes": []},
        "approach": {
            "kind": "approach",
            "statement": "",
            "look": {"closeness": 0, "motion": 0, "contrast": 0},
        },
        "choice": {"kind": "choice", "choice": "pink", "statement": "all pink"},
        "alias": {"kind": "alias", "names": ["NOBODY", "MAYA"], "keep": None},
    }[kind]
    return both(changed("supports", None), changed("alternative", {"option": option, **WHY}))


def the_rivals(path: str, value: Any) -> Spoil:
    return changed(f"rival/{path}", value)


BAD: list[tuple[str, Spoil, str]] = [
    *(
        fault
        for ask in ("StandOnShot", "StandOnApproach", "StandOnChoice", "StandOnOutline", "StandOnNames")
        for fault in (
            (ask, changed("supports", FAR), f"no proposal at place {FAR}"),
            (ask, changed("supports", -1), "no proposal at place -1"),
            (ask, changed("criterion", "beauty"), "no criterion of yours 'beauty'"),
            (ask, changed("reason", ""), "the reason is empty"),
            (ask, changed("reason", LONG), "1000 characters"),
            (ask, changed("against", [opposed(FAR)]), f"no proposal at place {FAR}"),
            (ask, changed("against", [opposed(0), opposed(0)]), "an objection to place 0 comes twice"),
            (ask, changed("against", [opposed(0, criterion="taste")]), "no criterion of yours 'taste'"),
            (ask, changed("against", [opposed(0, reason=" ")]), "the reason is empty"),
            (
                ask,
                both(changed("supports", 0), changed("against", [opposed(0)])),
                "stands for place 0 and objects to it",
            ),
            (ask, changed("withdraws", [taken("proposal", FAR)]), f"no proposal at place {FAR}"),
            (ask, changed("withdraws", [taken("objection", 0)]), "no objection to the proposal at place 0"),
        )
    ),
    ("StandOnShot", changed("against", [opposed(0, blocking=True)]), "you may not block"),
    ("StandOnShot", changed("withdraws", [taken("proposal", 0)]), "director's to withdraw"),
    ("StandOnShot", offers("choice"), "a choice is no answer here: offer a shot"),
    ("StandOnShot", offers("choice"), "a choice is no shot"),
    ("StandOnApproach", offers("approach"), "the statement is empty"),
    ("StandOnApproach", offers("outline"), "a outline is no answer here"),
    ("StandOnOutline", offers("outline"), "the outline has 0 scenes"),
    ("StandOnNames", offers("alias"), "the question is about MARGARGET and MARGARET, not NOBODY"),
    ("StandOnChoice", offers("choice"), "'pink' is no choice on"),
    ("StandOnTradeOff", changed("supports", FAR), f"no proposal at place {FAR}"),
    ("StandOnTradeOff", offers("choice"), "a choice gives nothing up"),
    *(
        fault
        for ask in ("WeighShots", "WeighVoices", "WeighChoice", "WeighTradeOffs")
        for fault in (
            (ask, changed("place", FAR), f"no proposal at place {FAR}"),
            (ask, changed("place", -1), "no proposal at place -1"),
            (ask, changed("criterion", "mood"), "no criterion of yours 'mood'"),
            (ask, changed("reason", ""), "the reason is empty"),
            (ask, changed("again", True), "there can be no further round"),
        )
    ),
    *(
        fault
        for ask in (
            "OfferShot",
            "OfferApproach",
            "OfferOutline",
            "OfferNames",
            "OfferChoice",
            "OfferTradeOff",
        )
        for fault in (
            (ask, the_rivals("criterion", "gut"), "no criterion of yours 'gut'"),
            (ask, the_rivals("reason", ""), "the reason is empty"),
        )
    ),
    ("OfferShot", the_rivals("option/spec/subject", ""), "the subject is empty"),
    ("OfferShot", the_rivals("option/spec/support", "DRONE"), "DRONE does not carry"),
    ("OfferApproach", the_rivals("option/statement", ""), "the statement is empty"),
    ("OfferOutline", the_rivals("option/scenes", []), "has 0 scenes"),
    ("OfferOutline", the_rivals("option/scenes/0/heading", "The kitchen"), "is no slug line"),
    ("OfferOutline", the_rivals("option/scenes/0/synopsis", ""), "is empty"),
    ("OfferNames", the_rivals("option/names", ["BOB", "MAYA"]), "the question is about"),
    ("OfferNames", the_rivals("option/keep", "BOB"), "BOB is neither of the two"),
    ("OfferChoice", the_rivals("option/choice", "pink"), "'pink' is no choice on"),
    ("OfferTradeOff", the_rivals("option/shots", ["99Z"]), "none of the ways"),
    ("Reconsider", changed("reason", ""), "the reason is empty"),
    ("ReconsiderChoice", changed("reason", ""), "the reason is empty"),
]


@pytest.mark.parametrize(
    ("name", "spoil", "says"), BAD, ids=[f"{b[0]}-{b[2][:30]}-{n}" for n, b in enumerate(BAD)]
)
def test_a_fault_is_named(asked: list[Asked], name: str, spoil: Spoil, says: str) -> None:
    """In words that its mind can act on."""
    found = [fault for faults in faults_of(asked, name, spoil) for fault in faults]
    assert any(says in fault for fault in found), found[:3]


def test_the_house_is_found_no_fault_with(asked: list[Asked]) -> None:
    """Its reasons are tied to the criteria that each role has, its places are there, its options fit."""
    seen = set[str]()
    for ask, answer in asked:
        said: Any = answer
        if isinstance(ask, Reasoned | Reconsider | ReconsiderChoice):
            seen.add(type(ask).__name__)
            assert not list(ask.faults(said)), type(ask).__name__
    assert {
        "StandOnShot",
        "StandOnChoice",
        "StandOnTradeOff",
        "WeighShots",
        "OfferShot",
        "Reconsider",
    } <= seen


def test_every_debate_says_what_it_is_argued_by(asked: list[Asked]) -> None:
    """Whoever is asked sees its criteria, and where everybody stands."""
    debated = [ask for ask, _ in asked if isinstance(ask, Argues)]
    assert debated and all(ask.criteria for ask in debated)
    assert all(0 <= voice.place < len(ask.tabled) for ask in debated for voice in ask.voices)
    later = [ask for ask in debated if isinstance(ask, Stands) and ask.round > 1]
    assert later and all(ask.voices for ask in later)


def own(asked: list[Asked]) -> StandOnShot:
    """A director's stand on a shot of its own, with a round left."""
    ask = next(
        ask
        for ask, _ in asked
        if isinstance(ask, StandOnShot) and ask.role == "director" and ask.tabled[0].by == "director"
    )
    return ask.model_copy(update={"rounds_left": 1})


def test_only_ones_own_is_amended(asked: list[Asked]) -> None:
    """With a change, while there is a round left, and with nothing else beside it."""
    ask = own(asked)
    option = ask.tabled[0].option.model_dump(mode="json")
    other = {**option, "spec": {**option["spec"], "description": "the same, only later"}}

    def faults(seen: StandOnShot, amended: dict[str, Any], place: int = 0, **more: Any) -> list[str]:
        data = {"supports": None, **WHY, "amends": {"place": place, "option": amended, **WHY}, **more}
        return list(seen.faults(Stand.model_validate(data)))

    assert faults(ask, other) == []
    assert "the amendment changes nothing" in faults(ask, option)
    assert "there is no round left" in faults(ask.model_copy(update={"rounds_left": 0}), other)[0]
    assert "only its author amends it" in faults(ask.model_copy(update={"role": "writer"}), other)[-1]
    assert "do one of them" in faults(ask, other, supports=0)[0]
    assert f"no proposal at place {FAR}" in faults(ask, other, place=FAR)[0]
    gone = [{"what": "proposal", "place": place, **WHY} for place in range(len(ask.tabled))]
    assert any("withdraws it" in fault for fault in faults(ask, other, withdraws=gone))
