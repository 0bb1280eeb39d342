"""What is wrong with an answer is found before anything rests on it, and said so that a mind can mend it."""

import copy
from collections.abc import Callable
from typing import Any

import pytest

from cineledger.agents import checking
from cineledger.agents.ask import Ask
from cineledger.agents.crew import crew
from cineledger.agents.directing.viewings.gaps import Uncovered, ViewCoverage
from cineledger.domain.fountain.screenplay import Element
from cineledger.domain.value import Value
from tests.support.asked import Asked, asked_of_films

Spoil = Callable[[dict[str, Any]], None]
ROLES = ("director", "cinematographer", "editor", "composer", "sound_designer")
CHECKED_BY_DEBATE = ("StandOn", "Weigh", "Offer", "ReconsiderChoice")
"""Asks whose answers other tests spoil."""


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> list[Asked]:
    """Every ask of whole films, with the house's answer."""
    return asked_of_films(tmp_path_factory.mktemp("films"))


def test_the_house_s_answers_have_no_faults(asked: list[Asked]) -> None:
    """What a master of the trade would hand in is never sent back."""
    found = [(type(ask).__name__, fault) for ask, answer in asked for fault in ask.faults(answer)]
    assert not found


def _set(path: str, value: Any) -> Spoil:
    """Puts a value at a place such as `beats/0/last`."""

    def spoil(answer: Any) -> None:
        *way, name = [int(part) if part.isdigit() else part for part in path.split("/")]
        for part in way:
            answer = answer[part]
        answer[name] = value

    return spoil


def _twice(name: str) -> Spoil:
    def spoil(answer: dict[str, Any]) -> None:
        answer[name] = [*answer[name], copy.deepcopy(answer[name][0])]

    return spoil


def _without(name: str, place: int = 0) -> Spoil:
    def spoil(answer: dict[str, Any]) -> None:
        answer[name] = [item for at, item in enumerate(answer[name]) if at != place]

    return spoil


def _reversed(name: str) -> Spoil:
    def spoil(answer: dict[str, Any]) -> None:
        answer[name] = list(reversed(answer[name]))

    return spoil


LONG = "and so on " * 100
_FAR = 9_999

BAD: list[tuple[str, Spoil, str]] = [
    ("ReadScene", _set("beats/0/first", -1), "beat 1 runs from line -1"),
    ("ReadScene", _set("beats/0/last", _FAR), "the scene's lines are counted from 0"),
    ("ReadScene", _set("beats/1/first", 0), "beat 2 begins at line 0"),
    ("ReadScene", _set("beats/0/last", -3), "beat 1 runs from line 0 to -3"),
    ("ReadScene", _reversed("beats"), "counted 1, 2, 3"),
    ("ReadScene", _set("beats/0/beat", 7), "counted 1, 2, 3"),
    ("ReadScene", _without("beats"), "is in no beat"),
    ("ReadScene", _set("beats", []), "is in no beat"),
    ("ReadScene", _set("beats/0/people", ["THE ORCHESTRATOR"]), "no character 'THE ORCHESTRATOR'"),
    ("ReadScene", _set("beats/0/people", ["Maya"]), "Maya is written MAYA"),
    ("ReadScene", _set("beats/0/emphasis", 1.5), "the emphasis of beat 1 is 1.5"),
    ("ReadScene", _set("beats/0/turn", " "), "the turn of beat 1 is empty"),
    ("ReadScene", _set("debated", [99]), "no beat 99 to debate"),
    ("ReadScene", _set("debated", [1, 1]), "beat to debate 1 comes twice"),
    ("ReadScene", _set("debated", [1, 2, 3]), "too many to debate"),
    ("ReviewScene", _set("notes", [[_FAR, "near"]]), f"place {_FAR}"),
    ("ReviewScene", _set("notes", [[-1, "near"]]), "place -1"),
    ("ReviewScene", _set("notes", [[0, ""]]), "the note is empty"),
    ("ReviewScene", _set("notes", [[0, "a"], [0, "b"]]), "a note on place 0 comes twice"),
    ("ReviewScene", _set("notes", [[0, LONG]]), "1000 characters"),
    ("ViewTurns", _set("notes", [[_FAR, "a"]]), f"place {_FAR}"),
    ("ViewTurns", _set("notes", [[0, "a"], [1, "a"], [2, "a"], [3, "a"], [4, "a"]]), "5 notes are too many"),
    ("ViewCuts", _set("notes", [[-2, "a"]]), "place -2"),
    ("ViewEyelines", _set("note", "they look past each other"), "names no slate"),
    ("ReadCurve", _set("notes", [[_FAR, "quicker"]]), f"place {_FAR}"),
    ("ReviewFeelings", _set("notes", [[0, "what takes you so far?"]]), "places run from 1"),
    ("ReviewFeelings", _set("notes", [[_FAR, "why?"]]), f"place {_FAR}"),
    ("Reconsider", _set("reason", ""), "the reason is empty"),
    ("BlockScene", _set("marks/0/who", "NOBODY"), "no character 'NOBODY'"),
    ("BlockScene", _twice("marks"), "comes twice"),
    ("BlockScene", _set("marks/0/at", ""), "stands is empty"),
    ("BlockScene", _set("marks", []), "no mark for"),
    ("BlockScene", _set("moves/0/line", _FAR), f"no line at place {_FAR}"),
    ("BlockScene", _set("moves/0/line", -1), "no line at place -1"),
    ("BlockScene", _set("moves/0/how", ""), "is empty"),
    ("BlockScene", _set("moves/0/to/who", "NOBODY"), "no mark for 'NOBODY'"),
    ("BlockScene", _set("axis", ["MAYA", "MAYA"]), "both ends of the line MAYA comes twice"),
    ("BlockScene", _set("axis", ["MAYA", "NOBODY"]), "no mark for 'NOBODY'"),
    ("BlockScene", _set("holds", "NOBODY"), "no mark for 'NOBODY'"),
    ("BlockScene", _set("reason", ""), "the reason is empty"),
    ("ChooseSetups", _set("setups/0/beat", 99), "is for beat 99"),
    ("ChooseSetups", _set("setups/0/last", _FAR), f"to {_FAR}"),
    ("ChooseSetups", _set("setups/0/first", -1), "runs from line -1"),
    ("ChooseSetups", _set("setups/0/people", ["NOBODY"]), "no character 'NOBODY'"),
    ("ChooseSetups", _set("setups/0/purpose", ""), "the purpose of setup 0 is empty"),
    ("ChooseSetups", _set("setups/0/spec/movement", "HANDHELD"), "does not carry HANDHELD"),
    ("ChooseSetups", _set("setups/0/spec/subject", ""), "the subject is empty"),
    ("ChooseSetups", _set("setups/0/spec/description", ""), "the description is empty"),
    ("ChooseSetups", _twice("setups"), "comes twice"),
    ("ChooseSetups", _set("setups", []), "is in no shot"),
    ("AlterShot", _set("reason", ""), "the reason is empty"),
    ("AlterShot", _set("option/spec/size", "CU"), "breaks the constraint"),
    ("AlterShot", _set("option/spec/support", "VEHICLE"), "VEHICLE does not carry"),
    ("HearNote", _set("reason", ""), "the reason is empty"),
    ("LightScene", _set("ratio", 0.5), "the ratio is 0.5"),
    ("LightScene", _set("ratio", 1000.0), "the ratio is 1000"),
    ("LightScene", _set("kelvin", 10), "kelvin is 10"),
    ("LightScene", _set("sources", []), "0 of the sources are the key"),
    ("LightScene", _set("sources/0/role", "FILL"), "0 of the sources are the key"),
    ("LightScene", _set("sources/0/name", ""), "the name of source 0 is empty"),
    ("LightScene", _set("mood", ""), "the mood is empty"),
    ("DetailShots", _set("details/0/shot", "99Z"), "no shot '99Z'"),
    ("DetailShots", _twice("details"), "comes twice"),
    ("DetailShots", _without("details"), "has no row"),
    ("DetailShots", _set("details/0/props", ["a crown"]), "no property 'a crown'"),
    ("DetailShots", _set("details/0/board_ref", ""), "the board of"),
    ("AssembleScene", _set("cuts/0/shot", _FAR), f"no shot at place {_FAR}"),
    ("AssembleScene", _set("cuts/0/shot", -1), "no shot at place -1"),
    ("AssembleScene", _set("cuts/0/first", -1), "cut 0 runs from line -1"),
    ("AssembleScene", _set("cuts/0/last", _FAR), f"to {_FAR}"),
    ("AssembleScene", _set("cuts/0/seconds", 0.0), "cut 0 lasts 0 seconds"),
    ("AssembleScene", _set("cuts/0/seconds", -3.0), "cut 0 lasts -3 seconds"),
    ("AssembleScene", _set("cuts/0/seconds", 1e9), "seconds"),
    ("AssembleScene", _set("cuts/0/why", ""), "the reason for cut 0 is empty"),
    ("AssembleScene", _reversed("cuts"), "goes back to line"),
    ("AssembleScene", _set("cuts", []), "is in no cut"),
    ("AssembleScene", _set("heat", 2.0), "the heat is 2"),
    ("AssembleScene", _set("ending", "FADE OUT"), "only the last scene"),
    ("AssembleScene", _set("heeds", [_FAR]), f"no note at place {_FAR}"),
    ("ComposeThemes", _set("themes/0/whose", "NOBODY"), "owner of a theme 'NOBODY'"),
    ("ComposeThemes", _twice("themes"), "comes twice"),
    ("ComposeThemes", _without("themes"), "no theme of its own"),
    ("ComposeThemes", _set("themes/0/music_key", "H moll"), "'H moll' is no key"),
    ("ComposeThemes", _set("themes/0/metre", "four"), "'four' is no metre"),
    ("ComposeThemes", _set("themes/0/metre", "4/0"), "'4/0' is no metre"),
    ("ComposeThemes", _set("themes/0/tempo", 0), "the tempo of the theme of film is 0"),
    ("ComposeThemes", _set("themes/0/notes", []), "has 0 notes"),
    ("ComposeThemes", _set("themes/0/notes", [{"pitch": None, "beats": 1}] * 3), "has 0 notes"),
    ("ComposeThemes", _set("themes/0/notes/0/beats", 1e6), "lasts longer"),
    ("ComposeThemes", _set("themes/0/instrument", ""), "the instrument of"),
    ("PlaceMusic", _set("cues/0/first", -1), "cue 0 runs from line -1"),
    ("PlaceMusic", _set("cues/0/last", _FAR), f"to {_FAR}"),
    ("PlaceMusic", _set("cues/0/whose", "NOBODY"), "no theme of 'NOBODY'"),
    ("PlaceMusic", _set("cues/0/whose", None), "not both, and not neither"),
    ("PlaceMusic", _set("cues/0/way", "source"), "not both, and not neither"),
    ("PlaceMusic", _set("cues/0/way", "canon"), "is a canon"),
    ("PlaceMusic", _set("cues/0/tempo", 1000), "the tempo of cue 0 is 1000"),
    ("PlaceMusic", _set("cues/0/music_key", "loud"), "'loud', of cue 0, is no key"),
    ("PlaceMusic", _set("cues/0/worth", 7.0), "the worth of cue 0 is 7"),
    ("PlaceMusic", _set("cues/0/instruments", []), "the instruments of cue 0 is empty"),
    ("PlaceMusic", _set("cues/0/reason", ""), "the reason of cue 0 is empty"),
    ("PlaceMusic", _twice("cues"), "still plays"),
    ("DesignAmbience", _set("layers", []), "0 layers"),
    ("DesignAmbience", _set("layers", ["rain"] * 9), "9 layers"),
    ("DesignAmbience", _set("layers", ["rain", "rain"]), "the layer rain comes twice"),
    ("DesignAmbience", _set("layers/0", ""), "layer 0 is empty"),
    ("DesignAmbience", _set("by_time", [["DOOMSDAY", "trumpets"]]), "no time of day 'DOOMSDAY'"),
    ("SpotScene", _set("spots/0/first", -1), "spot 0 runs from line -1"),
    ("SpotScene", _set("spots/0/last", _FAR), f"to {_FAR}"),
    ("SpotScene", _set("spots/0/quote", "approve the budget"), "which no line says"),
    ("SpotScene", _set("spots/0/what", ""), "what spot 0 is is empty"),
    ("SpotScene", _set("leads", "MX"), "MX leads, and none of it is spotted"),
    ("SpotScene", _set("spots", []), "no MX is spotted there"),
]


@pytest.mark.parametrize(("name", "spoil", "says"), BAD)
def test_a_bad_answer_is_named(asked: list[Asked], name: str, spoil: Spoil, says: str) -> None:
    """Some run's answer, spoilt in one place, is faulted in words that name the place."""
    told = []
    for ask, answer in asked:
        if type(ask).__name__ == name and (spoilt := _spoilt(ask, answer, spoil)) is not None:
            faults = list(ask.faults(spoilt))
            if any(says in fault for fault in faults):
                assert all(len(fault) < 300 for fault in faults)
                return
            told += faults
    pytest.fail(f"nobody said {says!r}, only {set(told)}")


def _spoilt(ask: Ask, answer: Value, spoil: Spoil) -> Value | None:
    """The answer with its fault; None where it has not what is to be spoilt."""
    data = answer.model_dump(mode="json")
    try:
        spoil(data)
    except (IndexError, TypeError):
        return None
    return ask.ANSWER.model_validate(data)


def test_every_ask_of_these_roles_has_bad_answers() -> None:
    """An ask whose faults nobody looked for would let everything pass."""
    asks = {ask.__name__ for role in ROLES for ask in crew()[role].rules}
    own = {name for name in asks if not name.startswith(CHECKED_BY_DEBATE)}
    assert own - {name for name, _, _ in BAD} == {"ViewCoverage"}


def test_a_note_on_coverage_may_say_nothing_but_not_everything() -> None:
    """Empty is an answer; a page is none."""
    ask = ViewCoverage(role="director", elements=(), spans=())
    assert not list(ask.faults(Uncovered(note="")))
    assert list(ask.faults(Uncovered(note=LONG)))


def test_a_quote_is_held_by_its_lines() -> None:
    """Case, emphasis, typographic marks and what was left out don't count; other words do."""
    lines = [
        Element(kind="dialogue", text="Why are *you* here?", line=1, last_line=1),
        Element(kind="parenthetical", text="(beat)", line=2, last_line=2),
        Element(kind="dialogue", text="It doesn’t matter.", line=3, last_line=3),
    ]
    for quote in ("", "why are you here", "“Why are you here? It doesn't matter.”", "Why … matter."):
        assert not list(checking.quoted(quote, lines, "it"))
    assert list(checking.quoted("It matters.", lines, "it")) == [
        "it quotes 'It matters.', which no line says"
    ]
