"""Answers of showrunner, producer, writer, set designer and cast that speak of what is not there are named."""

from typing import Any

import pytest

from cineledger.agents.ask import Ask
from cineledger.agents.crew import crew
from cineledger.agents.noting.feelings import Felt
from cineledger.agents.noting.jumps import Traced, TraceFeeling, trace_feeling
from cineledger.agents.producing.planning import Scheduled, ScheduleShoot
from cineledger.domain.fountain.screenplay import Element
from tests.support.asked import Asked, asked_of_films
from tests.support.spoiling import FAR, LONG, Spoil, changed, faults_of, reversed_in, twice, without

ROLES = ("showrunner", "producer", "writer", "set_designer", "cast")


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> list[Asked]:
    """Every ask of whole films, with the house's answer."""
    return asked_of_films(tmp_path_factory.mktemp("films"))


def _note(
    scene: int = 0, other: int | None = None, line: int | None = None, text: str = "It is flat."
) -> Any:
    return {"scene": scene, "other": other, "line": line, "text": text}


BAD: list[tuple[str, Spoil, str]] = [
    ("DrawArc", changed("reason", ""), "the reason is empty"),
    ("DrawArc", changed("begins", " "), "at the beginning is empty"),
    ("DrawArc", changed("ends", LONG), "at the end has 1000 characters"),
    ("DrawArc", changed("steps/0/scene", FAR), f"no scene at place {FAR}"),
    ("DrawArc", changed("steps/0/scene", -1), "no scene at place -1"),
    ("DrawArc", changed("steps/0/line", FAR), f"no line {FAR}"),
    ("DrawArc", changed("steps/0/line", -1), "no line -1"),
    ("DrawArc", changed("steps/0/quote", "approve the budget"), "does not say"),
    ("DrawArc", changed("steps/0/valence", 3.0), "the valence of step 0 is 3"),
    ("DrawArc", reversed_in("steps"), "in the order of the scenes"),
    ("DrawArc", twice("steps"), "in the order of the scenes"),
    ("DrawArc", changed("shape", "flat"), "that was decided"),
    ("FindThemes", twice("themes"), "comes twice"),
    ("FindThemes", changed("themes/0/theme", ""), "the name of a theme is empty"),
    ("FindThemes", changed("themes/0/reason", ""), "is empty"),
    ("FindThemes", changed("themes/0/weight", 1.5), "is 1.5"),
    ("FindThemes", changed("themes/0/weight", -0.5), "is -0.5"),
    ("FindThemes", changed("themes/0/weight", 1.0), "are shares of 1"),
    ("FindThemes", changed("themes/0/showings", []), "shows in no line"),
    ("FindThemes", changed("themes/0/showings/0/scene", FAR), f"no scene at place {FAR}"),
    ("FindThemes", changed("themes/0/showings/0/line", -1), "no line -1"),
    ("FindThemes", changed("themes/0/showings/0/quote", "the keys, please"), "does not say"),
    ("FindThemes", changed("themes/0/theme", "revenge"), "it was decided"),
    ("ReadStructure", changed("acts", []), "the acts end with scene -1"),
    ("ReadStructure", changed("acts/0/0", 1), "act 1 begins with scene 1"),
    ("ReadStructure", changed("acts/0/1", FAR), f"the acts end with scene {FAR}"),
    ("ReadStructure", changed("acts/0/1", -1), "before it begins"),
    ("ReadStructure", twice("acts"), "begins with scene 0"),
    ("ReadStructure", changed("points", []), "turns somewhere"),
    ("ReadStructure", reversed_in("points"), "in the order opening"),
    ("ReadStructure", twice("points"), "once each"),
    ("ReadStructure", changed("points/0/scene", FAR), f"no scene at place {FAR}"),
    ("ReadStructure", changed("points/0/line", FAR), f"no line {FAR}"),
    ("ReadStructure", changed("points/0/quote", "forget these rules"), "does not say"),
    ("ReadStructure", changed("points/0/beat", 0), "beats are counted from 1"),
    ("ReadStructure", changed("points/0/falls", 1.2), "is 1.2"),
    ("ReadStructure", changed("points/0/aim", -1), "is -1"),
    ("ReadStructure", changed("reason", ""), "the reason is empty"),
    ("ReadStructure", changed("notes", [_note(scene=FAR)]), f"no scene at place {FAR}"),
    ("ReadStructure", changed("notes", [_note(other=FAR)]), f"no scene at place {FAR}"),
    ("ReadStructure", changed("notes", [_note(other=0)]), "does not repeat itself"),
    ("ReadStructure", changed("notes", [_note(line=-1)]), "no line -1"),
    ("ReadStructure", changed("notes", [_note(text="")]), "note 0 is empty"),
    ("ReadStructure", changed("notes", [_note()] * 7), "7 notes are too many"),
    ("ListNeeds", changed("items/0/category", "LUNCH"), "no category 'LUNCH'"),
    ("ListNeeds", changed("items/0/name", ""), "the name of an item is empty"),
    ("ListNeeds", changed("items/0/name", "NOBODY"), "no character in the scene 'NOBODY'"),
    ("ListNeeds", changed("items/0/count", 0), "is needed 0 times"),
    ("ListNeeds", changed("items/0/line", FAR), f"no line {FAR}"),
    ("ListNeeds", changed("items/0/line", -1), "no line -1"),
    ("ListNeeds", changed("items/0/quote", "grant me a million"), "does not say"),
    ("ListNeeds", twice("items"), "comes twice"),
    ("ScheduleShoot", changed("days", []), "is on no day"),
    ("ScheduleShoot", without("days"), "is on no day"),
    ("ScheduleShoot", twice("days"), "is on 2 days, and takes 1"),
    ("ScheduleShoot", changed("days/0", []), "day 1 has no scene"),
    ("ScheduleShoot", changed("days/0/0", "999"), "no scene 999 on the board"),
    ("ScheduleShoot", changed("method", ""), "the method is empty"),
    ("NameRisks", changed("perils/0/name", ""), "the name of a risk is empty"),
    ("NameRisks", changed("perils/0/scenes", ["999"]), "no scene '999'"),
    ("NameRisks", changed("perils/0/scenes", []), "a risk of no scene"),
    ("NameRisks", changed("perils/0/likelihood", 1.5), "is 1.5"),
    ("NameRisks", changed("perils/0/days", -1.0), "is -1"),
    ("NameRisks", changed("perils/0/days", 1e9), "lies between 0 and 30"),
    ("NameRisks", changed("perils/0/contingency", ""), "is empty"),
    ("NameRisks", twice("perils"), "comes twice"),
    ("GatherSets", changed("sets", []), "scenes in no set: 0"),
    ("GatherSets", without("sets"), "scenes in no set"),
    ("GatherSets", twice("sets"), "comes twice"),
    ("GatherSets", changed("sets/0/scenes", []), "has no scene"),
    ("GatherSets", changed("sets/0/scenes/0", FAR), f"no scene at place {FAR}"),
    ("GatherSets", changed("sets/0/scenes/0", -1), "no scene at place -1"),
    ("GatherSets", changed("sets/0/scenes", [3, 2, 1, 0]), "not in the order of the script"),
    ("GatherSets", changed("sets/0/scenes", [0, 1, 2, 3, 4]), "inside and outside"),
    ("GatherSets", changed("sets/0/set", ""), "the name of a set is empty"),
    ("GatherSets", changed("sets/0/location", ""), "is empty"),
    ("GatherSets", changed("sets/0/reason", ""), "is empty"),
    ("DesignSet", changed("environment", ""), "the environment is empty"),
    ("DesignSet", changed("reason", ""), "the reason is empty"),
    ("DesignSet", changed("palette", []), "and this one 0"),
    ("DesignSet", twice("palette"), "comes twice"),
    ("DesignSet", changed("palette/0/name", ""), "is empty"),
    ("DesignSet", changed("palette/0/use", ""), "is empty"),
    ("DesignSet", changed("dressing", ["a lamp", "a lamp"]), "in the dressing, a lamp comes twice"),
    ("DesignSet", changed("atmosphere", [""]), "an entry of the atmosphere is empty"),
    ("DesignSet", changed("layout", [LONG]), "1000 characters"),
    ("FindProps", changed("uses/0/prop", ""), "the name of a property is empty"),
    ("FindProps", changed("uses/0/prop", "MAYA"), "MAYA is a character"),
    ("FindProps", changed("uses/0/line", FAR), f"no line {FAR}"),
    ("FindProps", changed("uses/0/line", -1), "no line -1"),
    ("FindProps", changed("uses/0/quote", "a bag of gold"), "does not say"),
    ("FindProps", changed("uses/0/hand", "NOBODY"), "no character 'NOBODY'"),
    ("FindProps", changed("uses/0/hand", "maya"), "maya is written MAYA"),
    ("FindProps", twice("uses"), "comes twice"),
    ("FeelScene", changed("valence", 1.5), "the valence is 1.5"),
    ("FeelScene", changed("arousal", -2.0), "the arousal is -2"),
    ("FeelScene", changed("valence", None), "is known whole or is unknown"),
    ("FeelScene", changed("feeling", "unknown"), "is known whole or is unknown"),
    ("FeelScene", changed("feeling", ""), "the feeling is empty"),
    ("FeelScene", changed("reason", ""), "the reason is empty"),
    ("FeelScene", changed("line", FAR), f"no line {FAR}"),
    ("FeelScene", changed("line", -1), "no line -1"),
    ("FeelScene", changed("quote", "I approve everything"), "does not say"),
    ("HearFeeling", changed("arousal", 7.0), "the arousal is 7"),
    ("HearFeeling", changed("line", FAR), f"no line {FAR}"),
    ("HearFeeling", changed("reason", ""), "the reason is empty"),
    ("MeetInScene", changed("steps/0/other", "NOBODY"), "no other person in the scene 'NOBODY'"),
    ("MeetInScene", changed("steps/0/line", FAR), f"no line {FAR}"),
    ("MeetInScene", changed("steps/0/quote", "give me your keys"), "nobody says it"),
    ("MeetInScene", changed("steps/0/reason", ""), "is empty"),
    ("MeetInScene", twice("steps"), "comes twice"),
    ("FindFacts", twice("facts"), "comes twice"),
    ("FindFacts", changed("facts/0/fact", "Approve The Budget"), "is no short name"),
    ("FindFacts", changed("facts/0/fact", "so-" * 30 + "so"), "too long for a name"),
    ("FindFacts", changed("facts/0/text", ""), "is empty"),
    ("FindFacts", changed("facts/0/words", []), "0 words that give it away"),
    ("FindFacts", changed("facts/0/about", ["NOBODY"]), "no character 'NOBODY'"),
    ("FindFacts", changed("facts/0/tellings", []), "no line tells"),
    ("FindFacts", changed("facts/0/tellings/0/so", False), "no line tells"),
    ("FindFacts", changed("facts/0/tellings/0/scene", FAR), f"no scene at place {FAR}"),
    ("FindFacts", changed("facts/0/tellings/0/line", FAR), f"no line {FAR}"),
    ("FindFacts", changed("facts/0/tellings/0/quote", "forget these rules"), "does not say"),
    ("FindFacts", changed("facts/0/tellings/0/quote", ""), "does not say"),
    ("FindFacts", changed("facts/0/tellings/0/teller", "LENA"), "and LENA tells it"),
    ("Learn", twice("took"), "comes twice"),
    ("Learn", changed("took/0/fact", "maya-is-the-orchestrator"), "no fact 'maya-is-the-orchestrator'"),
    ("Learn", changed("took/0/line", FAR), "does not tell"),
    ("Learn", changed("took/0/quote", "I approve everything"), "does not say"),
    ("Learn", changed("took/0/source", "NOBODY"), "from 'NOBODY'"),
    ("Learn", changed("took/0/how", "saw"), "you have from nobody"),
    ("Learn", changed("took/0/sure", True), "you only believe"),
]


@pytest.mark.parametrize(("name", "spoil", "says"), BAD)
def test_a_bad_answer_is_named(asked: list[Asked], name: str, spoil: Spoil, says: str) -> None:
    """Some run's answer, spoilt in one place, is faulted in words that name the place."""
    told = list[str]()
    for faults in faults_of(asked, name, spoil):
        told += faults
        if any(says in fault for fault in faults):
            assert all(len(fault) < 300 for fault in faults)
            return
    pytest.fail(f"nobody said {says!r}, only {set(told)}")


def test_every_ask_of_these_roles_looks_at_its_answers() -> None:
    """An ask that finds no fault with anything would let everything pass."""
    debated = ("StandOn", "Weigh", "Offer", "ReconsiderChoice")
    asks = {ask for role in ROLES for ask in crew()[role].rules if not ask.__name__.startswith(debated)}
    assert not [ask.__name__ for ask in asks if ask.faults is Ask.faults]


LINES = (
    Element(kind="cue", text="MAYA", line=1, last_line=1, character="MAYA"),
    Element(kind="dialogue", text="Leave it there.", line=2, last_line=2),
)
CALM = Felt(feeling="even", valence=0.0, arousal=0.0, line=None, quote="", reason="I wait.")
GLAD = Felt(feeling="elated", valence=0.8, arousal=0.8, line=1, quote="Leave it there.", reason="He left it.")


def test_a_way_from_feeling_to_feeling_is_told_whole() -> None:
    """The house's answer has no faults; one without words, or with a feeling that nobody has, does."""
    ask = TraceFeeling(
        role="cast:MAYA",
        character="MAYA",
        elements=LINES,
        before=CALM,
        stands=GLAD,
        note="What takes you so far?",
    )
    found = trace_feeling(ask)
    assert found.felt is not None
    assert not list(ask.faults(found))
    assert list(ask.faults(Traced(felt=None, answer=""))) == ["the answer is empty"]
    off = found.felt.model_copy(update={"valence": 2.0, "line": 9})
    told = "; ".join(ask.faults(Traced(felt=off, answer="I go on.")))
    assert "the valence is 2" in told
    assert "no line 9" in told


def test_a_day_of_several_scenes_is_not_longer_than_can_be_worked(asked: list[Asked]) -> None:
    """Nor is a scene twice on one day, nor on days that lie apart."""
    ask = next(ask for ask, _ in asked if isinstance(ask, ScheduleShoot) and len(ask.strips) > 2)
    scenes = tuple(strip.scene for strip in ask.strips)
    short = ask.model_copy(update={"hours_a_day": 4.0})
    assert any("hours, and there are 4" in f for f in short.faults(Scheduled(days=(scenes,), method="all")))
    doubled = Scheduled(days=((*scenes, scenes[0]),), method="all")
    assert any(f"scene {scenes[0]} stands twice on day 1" in fault for fault in ask.faults(doubled))
    apart = Scheduled(days=((scenes[0],), scenes[1:], (scenes[0],)), method="all")
    assert any("its days follow one another" in fault for fault in ask.faults(apart))
