"""What somebody has lived through, fears, wants and sounds like; how far she may grow; and how that is argued."""

import pytest

from cineledger.agents.craft.growing import FURTHER, STEADY, further, growing
from cineledger.agents.craft.her_lines import HerLine
from cineledger.agents.craft.identity_choice import Evidence
from cineledger.agents.craft.life import age, backstory, desire, fear, motivation, number
from cineledger.agents.craft.voice import voice
from cineledger.agents.debating import StandOnIdentity
from cineledger.agents.identity.deciding import as_option, offer_identity, stand_on_identity, weigh_identity
from cineledger.agents.identity.seeing import IdentityView
from cineledger.agents.offering import OfferIdentity
from cineledger.agents.stances import Stand, Tabled, Voice
from cineledger.agents.weighing import WeighIdentity
from cineledger.domain.cast.bounds import REACH
from cineledger.domain.cast.identity import Identity, Trait
from cineledger.domain.debate.options import IdentityOption


def says(*texts: str) -> list[HerLine]:
    """Lines of hers, a scene each."""
    return [HerLine(scene=at, line=1, tells="own", text=text) for at, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("When I was nine, the sea came up to the door.", True),
        ("Since my father died I have run the boat.", True),
        ("I grew up here.", True),
        ("I used to sing.", True),
        ("I have waited all my life.", True),
        ("I've admired you ever since I met you.", False),
        ("I lost my keys yesterday.", False),
        ("I was going to say that.", False),
    ],
)
def test_a_backstory_is_a_life_and_no_errand(text: str, told: bool) -> None:
    """Childhood, losses, years: what happened today is no past, and nothing is made up."""
    assert bool(backstory(says(text))) is told


def test_a_backstory_is_a_few_sentences_each_once() -> None:
    """The plainest three, in the order of the script."""
    lines = says(
        "I used to sing.", "I used to sing.", "I grew up here.", "My mother left.", "When I was six I ran."
    )
    told = [cited.quote for cited in backstory(lines)]
    assert told == ["I used to sing.", "I grew up here.", "When I was six I ran."]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("I'm afraid of the water.", True),
        ("I can't lose him too.", True),
        ("What if nobody comes?", True),
        ("I'm afraid we're closed.", False),
        ("I fear there is no doubt about it.", False),
        ("I'm afraid not.", False),
    ],
)
def test_a_fear_is_no_manner_of_speaking(text: str, told: bool) -> None:
    """“I'm afraid not” is polite."""
    assert (fear(says(text)) is not None) is told


def test_a_desire_is_a_wish_and_a_motive_says_why() -> None:
    """Orders and errands are the moment's; the plainest sentence is taken."""
    lines = says("Wait!", "I must run.", "I want the house back.", "I promised my brother that.")
    wanted, why = desire(lines), motivation(lines)
    assert wanted is not None and wanted.quote == "I want the house back."
    assert why is not None and why.quote == "I promised my brother that."
    assert desire(says("Wait!", "I hope you are well.", "I need hardly say so.")) is None


def done(text: str) -> HerLine:
    """A direction that she is in."""
    return HerLine(scene=0, line=0, tells="done", text=text)


def test_an_age_is_said_in_numbers() -> None:
    """As she is introduced, else as she or another says it; a decade is none, nor what else is counted."""
    assert age([done("MAYA, 58, a ferry pilot, waits.")], ["MAYA"]) == 58
    assert age([done("MAYA (30s) waits."), *says("I'm thirty-four today.")], ["MAYA"]) == 34
    assert age(says("I'm nine years old."), ["MAYA"]) == 9
    assert age(says("I'm one of them.", "I am twenty minutes late.", "When I was nine."), ["MAYA"]) is None
    assert [number(word) for word in ("7", "forty", "sixty-one", "hello", "nine sixty")] == [
        7,
        40,
        61,
        None,
        None,
    ]


def test_a_voice_is_measured() -> None:
    """Length, questions, breaking off, contractions, pet words; too few lines are no habit."""
    clipped = voice(says("No.", "Why?", "Go on.", "Who says so?", "Look, I can't."))
    assert clipped.startswith("clipped lines of") and "asks in 40%" in clipped
    formal = voice(says(*["I am sure that it is not so, and I will not be told that I am wrong."] * 4))
    assert "without contractions" in formal
    broken = voice(says("Look, I --", "Look, if you --", "Look --", "I mean --", "Look at it."))
    assert "breaks off" in broken and "“look”" in broken
    assert voice(says("No.", "Yes.")) == ""


LOYAL = Trait(trait="loyal", facet="agreeableness", value=0.5)


def test_growth_is_a_reach_and_further_where_the_arc_goes() -> None:
    """A rise has more room above, a fall below, a flat arc less of both; what a mind gave is only widened."""
    plain, risen = growing(Identity(traits=(LOYAL,))), growing(Identity(traits=(LOYAL,)), "fall-rise")
    assert (plain.growth[0].low, plain.growth[0].high) == (0.2, 0.8)
    assert risen.growth[0].high == min(1.0, round(0.5 + REACH + FURTHER, 2)) and risen.growth[0].low == 0.2
    fallen = further(plain, "fall").growth[0]
    assert (fallen.low, fallen.high) == (round(0.5 - REACH - FURTHER, 2), 0.8)
    flat = further(plain, "flat").growth[0]
    assert (flat.low, flat.high) == (round(0.5 - STEADY, 2), round(0.5 + STEADY, 2))
    assert further(plain, None) == plain == further(plain, "unknown")


LIAR = Trait(trait="liar", facet="agreeableness", value=-0.4, scene="3", line=4, quote="You're a liar.")
TRUTHFUL = Trait(trait="truthful", facet="agreeableness", value=0.5, scene="2", line=1, quote="I never lie.")


def sign(trait: str, aspect: str, value: float, source: str, quote: str, by: str = "") -> Evidence:
    """A sign of PIET."""
    told = {
        "trait": trait,
        "facet": "agreeableness",
        "aspect": aspect,
        "value": value,
        "source": source,
        "by": by,
    }
    return Evidence.model_validate({**told, "scene": "3", "number": "3", "line": 4, "quote": quote})


CALLED_A_LIAR = sign("liar", "honesty", -0.4, "said of her", "You're a liar.", "BUYER")
NEVER_LIES = sign("truthful", "honesty", 0.5, "said by her", "I never lie.")
STEALS = sign("dishonest", "honesty", -0.5, "done", "PIET steals the ring.")


def stands(role: str, identity: Identity, *evidence: Evidence, said: tuple[str, ...] = ()) -> Stand:
    """Where a role stands on who PIET is."""
    view = IdentityView(character="PIET", evidence=evidence, read=identity, said=said)
    tabled = Tabled(by="writer", option=as_option(identity, "PIET"), reason="so")
    ask = StandOnIdentity(role=role, tabled=(tabled,), view=view)
    stand = stand_on_identity(ask)
    assert not list(ask.faults(stand))
    return stand


def traits_of(stand: Stand) -> list[str]:
    """What the alternative has her be like."""
    assert stand.alternative is not None and isinstance(stand.alternative.option, IdentityOption)
    return [trait.trait for trait in stand.alternative.option.identity.traits]


def test_a_cast_member_is_not_what_only_others_call_her() -> None:
    """She objects to a trait that another gives her and her own words deny, and offers herself without it."""
    stand = stands("cast:PIET", Identity(traits=(LIAR, LOYAL)), CALLED_A_LIAR, NEVER_LIES)
    assert stand.supports is None and stand.against[0].reason.startswith("BUYER calls me liar")
    assert traits_of(stand) == ["loyal"]
    assert stands("cast:PIET", Identity(traits=(LIAR, LOYAL)), CALLED_A_LIAR).supports == 0


def test_a_director_goes_by_what_is_done() -> None:
    """What is said and whose opposite is done gives way to the deed."""
    stand = stands("director", Identity(traits=(TRUTHFUL,)), NEVER_LIES, STEALS)
    assert "PIET steals the ring" in stand.reason and traits_of(stand) == ["dishonest"]


def test_a_showrunner_goes_by_what_was_asked_for() -> None:
    """A trait that the orchestrator's words give her is missed where it is not there."""
    stand = stands("showrunner", Identity(traits=(LOYAL,)), said=("A film about Piet, who is brave.",))
    assert "brave" in stand.reason and traits_of(stand) == ["loyal", "brave"]
    assert stands("showrunner", Identity(traits=(LOYAL,)), said=("A brave film.",)).supports == 0


def test_the_writer_weighs_the_lines_and_the_voices() -> None:
    """What more lines deny loses; with the same lines a voice tips it; what was turned down is not offered again."""
    with_it, without = Identity(traits=(LIAR, LOYAL)), Identity(traits=(LOYAL,))
    tabled = tuple(Tabled(by="x", option=as_option(one, "PIET"), reason="so") for one in (with_it, without))
    view = IdentityView(character="PIET", evidence=(CALLED_A_LIAR, NEVER_LIES), read=with_it, said=())
    ask = WeighIdentity(role="writer", tabled=tabled, moved=False, view=view)
    lean = weigh_identity(ask).place
    heard = Voice(
        role="cast:PIET", place=1 - lean, supports=True, blocking=False, criterion="my lines", reason="so"
    )
    many = tuple(heard.model_copy(update={"role": f"r{at}"}) for at in range(6))
    assert weigh_identity(ask.model_copy(update={"voices": many})).place == 1 - lean
    again = OfferIdentity(role="writer", view=view, turned_down=tabled[:1])
    offered = offer_identity(again).rival
    assert offered is None or offered.option != tabled[0].option
