"""What is wrong with an answer is found before anything rests on it, and said so that a mind can mend it."""

import pytest

from cineledger.agents import checking
from cineledger.agents.craft.score import SCORED
from cineledger.agents.crew import crew
from cineledger.agents.directing.viewings.gaps import Uncovered, ViewCoverage
from cineledger.agents.scoring.placing import PlacedMusic, PlaceMusic
from cineledger.agents.screenwriting.asks import WriteScene
from cineledger.domain.fountain.screenplay import Element
from tests.support.asked import Asked, asked_of_films
from tests.support.spoiling import FAR, LONG, Spoil, changed, faults_of, reversed_in, twice, without

SILENT = (WriteScene,)
"""Asks that the house mind answers with nothing: it invents no dialogue."""
ROLES = ("director", "cinematographer", "editor", "composer", "sound_designer")
ELSEWHERE = {"ViewCoverage", "DirectPerformance", "CheckDrift", "ReplyTo"}
"""Asks whose answers are spoilt below, and where performances, drift and threads are tested."""
CHECKED_BY_DEBATE = ("StandOn", "Weigh", "Offer", "ReconsiderChoice")
"""Asks whose answers other tests spoil."""


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> list[Asked]:
    """Every ask of whole films, with the house's answer."""
    return asked_of_films(tmp_path_factory.mktemp("films"))


def test_the_house_s_answers_have_no_faults(asked: list[Asked]) -> None:
    """What a master of the trade would hand in is never sent back."""
    found = [
        (type(ask).__name__, fault)
        for ask, answer in asked
        if type(ask) not in SILENT
        for fault in ask.faults(answer)
    ]
    assert not found


BAD: list[tuple[str, Spoil, str]] = [
    ("ReadScene", changed("beats/0/first", -1), "beat 1 runs from line -1"),
    ("ReadScene", changed("beats/0/last", FAR), "the scene's lines are counted from 0"),
    ("ReadScene", changed("beats/1/first", 0), "beat 2 begins at line 0"),
    ("ReadScene", changed("beats/0/last", -3), "beat 1 runs from line 0 to -3"),
    ("ReadScene", reversed_in("beats"), "counted 1, 2, 3"),
    ("ReadScene", changed("beats/0/beat", 7), "counted 1, 2, 3"),
    ("ReadScene", without("beats"), "is in no beat"),
    ("ReadScene", changed("beats", []), "is in no beat"),
    ("ReadScene", changed("beats/0/people", ["THE ORCHESTRATOR"]), "no character 'THE ORCHESTRATOR'"),
    ("ReadScene", changed("beats/0/people", ["Maya"]), "Maya is written MAYA"),
    ("ReadScene", changed("beats/0/emphasis", 1.5), "the emphasis of beat 1 is 1.5"),
    ("ReadScene", changed("beats/0/turn", " "), "the turn of beat 1 is empty"),
    ("ReadScene", changed("debated", [99]), "no beat 99 to debate"),
    ("ReadScene", changed("debated", [1, 1]), "beat to debate 1 comes twice"),
    ("ReadScene", changed("debated", [1, 2, 3]), "too many to debate"),
    ("ReviewScene", changed("notes", [[FAR, "near"]]), f"place {FAR}"),
    ("ReviewScene", changed("notes", [[-1, "near"]]), "place -1"),
    ("ReviewScene", changed("notes", [[0, ""]]), "the note is empty"),
    ("ReviewScene", changed("notes", [[0, "a"], [0, "b"]]), "a note on place 0 comes twice"),
    ("ReviewScene", changed("notes", [[0, LONG]]), "1000 characters"),
    ("ViewTurns", changed("notes", [[FAR, "a"]]), f"place {FAR}"),
    (
        "ViewTurns",
        changed("notes", [[0, "a"], [1, "a"], [2, "a"], [3, "a"], [4, "a"]]),
        "5 notes are too many",
    ),
    ("ViewCuts", changed("notes", [[-2, "a"]]), "place -2"),
    ("ViewEyelines", changed("note", "they look past each other"), "names no slate"),
    ("ReadCurve", changed("notes", [[FAR, "quicker"]]), f"place {FAR}"),
    ("ReviewFeelings", changed("notes", [[0, "what takes you so far?"]]), "places run from 1"),
    ("ReviewFeelings", changed("notes", [[FAR, "why?"]]), f"place {FAR}"),
    ("Reconsider", changed("reason", ""), "the reason is empty"),
    ("BlockScene", changed("marks/0/who", "NOBODY"), "no character 'NOBODY'"),
    ("BlockScene", twice("marks"), "comes twice"),
    ("BlockScene", changed("marks/0/at", ""), "stands is empty"),
    ("BlockScene", changed("marks", []), "no mark for"),
    ("BlockScene", changed("moves/0/line", FAR), f"no line at place {FAR}"),
    ("BlockScene", changed("moves/0/line", -1), "no line at place -1"),
    ("BlockScene", changed("moves/0/how", ""), "is empty"),
    ("BlockScene", changed("moves/0/to/who", "NOBODY"), "no mark for 'NOBODY'"),
    ("BlockScene", changed("axis", ["MAYA", "MAYA"]), "both ends of the line MAYA comes twice"),
    ("BlockScene", changed("axis", ["MAYA", "NOBODY"]), "no mark for 'NOBODY'"),
    ("BlockScene", changed("holds", "NOBODY"), "no mark for 'NOBODY'"),
    ("BlockScene", changed("reason", ""), "the reason is empty"),
    ("ChooseSetups", changed("setups/0/beat", 99), "is for beat 99"),
    ("ChooseSetups", changed("setups/0/last", FAR), f"to {FAR}"),
    ("ChooseSetups", changed("setups/0/first", -1), "runs from line -1"),
    ("ChooseSetups", changed("setups/0/people", ["NOBODY"]), "no character 'NOBODY'"),
    ("ChooseSetups", changed("setups/0/purpose", ""), "the purpose of setup 0 is empty"),
    ("ChooseSetups", changed("setups/0/spec/movement", "HANDHELD"), "does not carry HANDHELD"),
    ("ChooseSetups", changed("setups/0/spec/subject", ""), "the subject is empty"),
    ("ChooseSetups", changed("setups/0/spec/description", ""), "the description is empty"),
    ("ChooseSetups", twice("setups"), "comes twice"),
    ("ChooseSetups", changed("setups", []), "is in no shot"),
    ("AlterShot", changed("reason", ""), "the reason is empty"),
    ("AlterShot", changed("option/spec/size", "CU"), "breaks the constraint"),
    ("AlterShot", changed("option/spec/support", "VEHICLE"), "VEHICLE does not carry"),
    ("HearNote", changed("reason", ""), "the reason is empty"),
    ("LightScene", changed("ratio", 0.5), "the ratio is 0.5"),
    ("LightScene", changed("ratio", 1000.0), "the ratio is 1000"),
    ("LightScene", changed("kelvin", 10), "kelvin is 10"),
    ("LightScene", changed("sources", []), "0 of the sources are the key"),
    ("LightScene", changed("sources/0/role", "FILL"), "0 of the sources are the key"),
    ("LightScene", changed("sources/0/name", ""), "the name of source 0 is empty"),
    ("LightScene", changed("mood", ""), "the mood is empty"),
    ("DetailShots", changed("details/0/shot", "99Z"), "no shot '99Z'"),
    ("DetailShots", twice("details"), "comes twice"),
    ("DetailShots", without("details"), "has no row"),
    ("DetailShots", changed("details/0/props", ["a crown"]), "no property 'a crown'"),
    ("DetailShots", changed("details/0/board_ref", ""), "the board of"),
    ("AssembleScene", changed("cuts/0/shot", FAR), f"no shot at place {FAR}"),
    ("AssembleScene", changed("cuts/0/shot", -1), "no shot at place -1"),
    ("AssembleScene", changed("cuts/0/first", -1), "cut 0 runs from line -1"),
    ("AssembleScene", changed("cuts/0/last", FAR), f"to {FAR}"),
    ("AssembleScene", changed("cuts/0/seconds", 0.0), "cut 0 lasts 0 seconds"),
    ("AssembleScene", changed("cuts/0/seconds", -3.0), "cut 0 lasts -3 seconds"),
    ("AssembleScene", changed("cuts/0/seconds", 1e9), "seconds"),
    ("AssembleScene", changed("cuts/0/why", ""), "the reason for cut 0 is empty"),
    ("AssembleScene", reversed_in("cuts"), "goes back to line"),
    ("AssembleScene", changed("cuts", []), "is in no cut"),
    ("AssembleScene", changed("heat", 2.0), "the heat is 2"),
    ("AssembleScene", changed("ending", "FADE OUT"), "only the last scene"),
    ("AssembleScene", changed("heeds", [FAR]), f"no note at place {FAR}"),
    ("ComposeThemes", changed("themes/0/whose", "NOBODY"), "owner of a theme 'NOBODY'"),
    ("ComposeThemes", twice("themes"), "comes twice"),
    ("ComposeThemes", without("themes"), "no theme of its own"),
    ("ComposeThemes", changed("themes/0/music_key", "H moll"), "'H moll' is no key"),
    ("ComposeThemes", changed("themes/0/metre", "four"), "'four' is no metre"),
    ("ComposeThemes", changed("themes/0/metre", "4/0"), "'4/0' is no metre"),
    ("ComposeThemes", changed("themes/0/tempo", 0), "the tempo of the theme of film is 0"),
    ("ComposeThemes", changed("themes/0/notes", []), "has 0 notes"),
    ("ComposeThemes", changed("themes/0/notes", [{"pitch": None, "beats": 1}] * 3), "has 0 notes"),
    ("ComposeThemes", changed("themes/0/notes/0/beats", 1e6), "lasts longer"),
    ("ComposeThemes", changed("themes/0/instrument", ""), "the instrument of"),
    ("PlaceMusic", changed("cues/0/first", -1), "cue 0 runs from line -1"),
    ("PlaceMusic", changed("cues/0/last", FAR), f"to {FAR}"),
    ("PlaceMusic", changed("cues/0/whose", "NOBODY"), "no theme of 'NOBODY'"),
    ("PlaceMusic", changed("cues/0/whose", None), "not both, and not neither"),
    ("PlaceMusic", changed("cues/0/way", "source"), "not both, and not neither"),
    ("PlaceMusic", changed("cues/0/way", "canon"), "is a canon"),
    ("PlaceMusic", changed("cues/0/tempo", 1000), "the tempo of cue 0 is 1000"),
    ("PlaceMusic", changed("cues/0/music_key", "loud"), "'loud', of cue 0, is no key"),
    ("PlaceMusic", changed("cues/0/worth", 7.0), "the worth of cue 0 is 7"),
    ("PlaceMusic", changed("cues/0/instruments", []), "the instruments of cue 0 is empty"),
    ("PlaceMusic", changed("cues/0/reason", ""), "the reason of cue 0 is empty"),
    ("PlaceMusic", twice("cues"), "still plays"),
    ("PlaceMusic", changed("cues/0/last", FAR), "no cue lies over"),
    ("DesignAmbience", changed("layers", []), "0 layers"),
    ("DesignAmbience", changed("layers", ["rain"] * 9), "9 layers"),
    ("DesignAmbience", changed("layers", ["rain", "rain"]), "the layer rain comes twice"),
    ("DesignAmbience", changed("layers/0", ""), "layer 0 is empty"),
    ("DesignAmbience", changed("by_time", [["DOOMSDAY", "trumpets"]]), "no time of day 'DOOMSDAY'"),
    ("SpotScene", changed("spots/0/first", -1), "spot 0 runs from line -1"),
    ("SpotScene", changed("spots/0/last", FAR), f"to {FAR}"),
    ("SpotScene", changed("spots/0/quote", "approve the budget"), "which no line says"),
    ("SpotScene", changed("spots/0/what", ""), "what spot 0 is is empty"),
    ("SpotScene", changed("leads", "MX"), "MX leads, and none of it is spotted"),
    ("SpotScene", changed("spots", []), "no MX is spotted there"),
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


def test_every_ask_of_these_roles_has_bad_answers() -> None:
    """An ask whose faults nobody looked for would let everything pass."""
    asks = {ask.__name__ for role in ROLES for ask in crew()[role].rules}
    own = {name for name in asks if not name.startswith(CHECKED_BY_DEBATE)}
    assert own - {name for name, _, _ in BAD} <= ELSEWHERE


def test_a_note_on_coverage_may_say_nothing_but_not_everything() -> None:
    """Empty is an answer; a page is none."""
    ask = ViewCoverage(role="director", elements=(), spans=())
    assert not list(ask.faults(Uncovered(note="")))
    assert list(ask.faults(Uncovered(note=LONG)))


def test_music_that_was_decided_is_written(asked: list[Asked]) -> None:
    """A cue lies over a beat that was given music, and none where silence was chosen."""
    scored = (ask for ask, _ in asked if isinstance(ask, PlaceMusic) and ask.score in SCORED and ask.themes)
    ask = next(ask for ask in scored if not ask.silent).model_copy(update={"decided": ((1, "music"),)})
    assert [fault for fault in ask.faults(PlacedMusic(cues=())) if "beat 1 has music" in fault]
    hushed = ask.model_copy(update={"silent": "No music here."})
    assert not list(hushed.faults(PlacedMusic(cues=())))


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
