"""What lines tell, who hears it, and whether a line uses what its speaker has not learned."""

import pytest

from cineledger.agents.craft.bonds import Line
from cineledger.agents.craft.clause_tokens import Speech
from cineledger.agents.craft.clauses import told_in
from cineledger.agents.craft.doing import cast_of
from cineledger.agents.craft.facts import FIRST, MOST, find_facts
from cineledger.agents.craft.hearing import Uttered, listen, with_parts
from cineledger.agents.craft.knowing import giving_away
from cineledger.agents.craft.page import playable, unseen
from cineledger.domain.fountain import read
from tests.support.feature import feature

CALLED = {name: name for name in ("RUTH", "ANTON", "PILAR", "GREGOR")}
CAST = cast_of(
    tuple(sorted(CALLED.items())),
    (
        "Ruth stands. She waits.",
        "Anton sits. He coughs.",
        "Pilar turns. She nods.",
        "Gregor sleeps. He snores.",
    ),
)


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("I poisoned Gregor.", "anton-poisoned-gregor"),
        ("It was me who burned the contract.", "anton-burned-contract"),
        ("You stole the diamonds!", "ruth-took-diamonds"),
        ("Did you know that Pilar stole the diamonds?", "pilar-took-diamonds"),
        ("Gregor's dead.", "gregor-dead"),
        ("Gregor died.", "gregor-dead"),
        ("Gregor was murdered.", "gregor-was-killed"),
        ("Gregor was murdered by Pilar.", "pilar-killed-gregor"),
        ("They arrested Gregor.", "gregor-was-arrested"),
        ("I'm pregnant.", "anton-pregnant"),
        ("She is in love with Gregor.", "pilar-loves-gregor"),
        ("Gregor is a spy.", "gregor-spy"),
        ("The gun is under the floorboards.", "gun-under-floorboards"),
        ("I hid the pistol behind the old clock.", "pistol-behind-clock"),
        ("Pilar is my sister.", "pilar-anton-sister"),
        ("My father is Gregor.", "gregor-anton-father"),
        ("I am your husband.", "anton-ruth-husband"),
        ("We leave at dawn.", "will-leave-dawn"),
        ("You gave me the pistol.", "ruth-gave-pistol"),
        ("I've been robbing Gregor for years.", "anton-robbed-gregor"),
        ("This is my brother Sandor.", "sandor-anton-brother"),
        ("I'm going to kill Gregor.", "anton-will-kill-gregor"),
        ("The code is 7714.", "code-7714"),
        ("My real name is Sandor.", "anton-real-name-sandor"),
    ],
)
def test_what_a_speech_tells(sentence: str, name: str) -> None:
    """I is who speaks, you who is spoken to, she whom the talk was of; tense and word for the deed don't matter."""
    found = list(told_in(sentence, CAST, Speech("ANTON", "RUTH", "PILAR")))
    assert "-".join(found[0].key) == name and found[0].so


@pytest.mark.parametrize("sentence", ["My brother died in March.", "My brother is dead."])
def test_the_death_of_a_relative_is_told_beside_the_kinship(sentence: str) -> None:
    """Who has no name is known by whose brother he was."""
    keys = ["-".join(told.key) for told in told_in(sentence, CAST, Speech("ANTON", "RUTH", "PILAR"))]
    assert keys == ["anton-has-brother", "anton-brother-dead"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Did you poison Gregor?",
        "If I had poisoned Gregor, you would know.",
        "Maybe Pilar stole the diamonds.",
        "I wish I had sold the boat.",
        "I could kill Gregor.",
        "Take the gun.",
        "Take a seat.",
        "You lost your head.",
        "The truth is in the middle.",
        "Where is the key?",
    ],
)
def test_what_tells_nothing(sentence: str) -> None:
    """Guesses, suppositions, wishes, orders and turns of phrase."""
    assert not list(told_in(sentence, CAST, Speech("ANTON", "RUTH", "PILAR")))


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("I never sold the boat.", "anton-sold-boat"),
        ("I didn't sell the boat.", "anton-sold-boat"),
        ("Gregor isn't dead.", "gregor-dead"),
        ("The gun isn't under the bed.", "gun-under-bed"),
    ],
)
def test_what_is_denied_is_the_same_fact(sentence: str, name: str) -> None:
    """It goes by the name of what it denies."""
    (told,) = told_in(sentence, CAST, Speech("ANTON", "RUTH"))
    assert "-".join(told.key) == name and not told.so


def lines_of(script: str) -> list[list[Line]]:
    """The lines of each scene."""
    scenes = []
    for scene in read(script).scenes:
        lines, hidden = list[Line](), False
        for place in playable(scene.elements):
            element = scene.elements[place]
            if element.kind == "cue":
                hidden = unseen(element) and not any("O.S" in mark.upper() for mark in element.extensions)
                continue
            said = element.kind != "action"
            lines.append(
                Line(place, element.kind, element.character if said else None, element.text, said and hidden)
            )
        scenes.append(lines)
    return scenes


FILM = """INT. OFFICE - NIGHT

ANTON hides the pistol behind the clock.

INT. KITCHEN - DAY

Ruth and Anton eat.

RUTH
Did you sell the boat?

ANTON
I never sold the boat.

INT. HALL - NIGHT

ANTON
(whispers)
I sold the boat, Pilar. Don't tell Ruth.

PILAR
I won't.

GREGOR
What are you two on about?

INT. STREET - DAY

Ruth walks with Pilar.

PILAR
Anton sold the boat.

RUTH
So it is gone.

INT. CELLAR - NIGHT

RUTH
The pistol is behind the clock.
"""


def test_a_film_has_each_fact_once() -> None:
    """All that tell it, show it or deny it are its tellings; what is done unseen, denied or whispered is secret."""
    facts = {fact.name: fact for fact in find_facts(lines_of(FILM), CALLED)}
    boat, pistol = facts["anton-sold-boat"], facts["pistol-behind-clock"]
    assert [(one.scene, one.teller, one.so) for one in boat.told] == [
        (1, "ANTON", False),
        (2, "ANTON", True),
        (3, "PILAR", True),
    ]
    assert [(one.scene, one.teller, one.shown) for one in pistol.told] == [
        (0, "ANTON", True),
        (4, "RUTH", False),
    ]
    assert boat.secret and pistol.secret and pistol.about == ("ANTON",)
    assert "INT. OFFICE - NIGHT" not in pistol.text and pistol.text == "the pistol is behind the clock"


def test_what_is_not_english_has_no_facts() -> None:
    """The rule says nothing of what it can't read."""
    assert not find_facts(lines_of("INT. КУХНЯ\n\nАНТОН\nЯ продал лодку.\n"), {"АНТОН": "АНТОН"})


def test_few_facts_of_a_feature() -> None:
    """A script that says the same again and again has no more facts for it."""
    facts = find_facts(lines_of(feature()), {"NORA": "NORA", "ELIAS": "ELIAS"})
    assert 0 < len(facts) < 20 < MOST and FIRST < MOST


def heard(script: str) -> list[Uttered]:
    """The lines of the first scene, with whom they reach."""
    return list(listen(lines_of(script)[0], CALLED))


ROOM = "INT. ROOM - DAY\n\nRuth, Anton and Pilar stand about.\n\n"


@pytest.mark.parametrize(
    ("script", "to", "reached"),
    [
        (ROOM + "RUTH\nAnton, it is late.\n", {"ANTON"}, {"ANTON", "PILAR"}),
        (ROOM + "RUTH\n(to Pilar)\nIt is late.\n", {"PILAR"}, {"ANTON", "PILAR"}),
        (ROOM + "RUTH\n(whispers to Pilar)\nIt is late.\n", {"PILAR"}, {"PILAR"}),
        (ROOM + "RUTH\n(to herself)\nIt is late.\n", set(), set()),
        (ROOM + "RUTH\nEverybody, it is late.\n", {"ANTON", "PILAR"}, {"ANTON", "PILAR"}),
        (ROOM + "GREGOR (V.O.)\nThose were the days.\n", set(), set()),
        (ROOM + "GREGOR (O.S.)\nAnton, it is late.\n", {"ANTON"}, {"ANTON", "PILAR", "RUTH"}),
        (ROOM + "GREGOR (V.O.)\nIt is late, you know.\n\nRUTH\nWhere are you?\n", {"RUTH"}, {"RUTH"}),
        (
            ROOM + "RUTH\n(into phone)\nIt is late.\n\nGREGOR (V.O.)\nIs it?\n",
            {"GREGOR"},
            {"ANTON", "PILAR", "GREGOR"},
        ),
        (
            ROOM + 'Ruth reads: "Gregor is dead."\n\nRUTH\nIt is late.\n',
            {"ANTON", "PILAR"},
            {"ANTON", "PILAR"},
        ),
        (ROOM + "Anton leaves.\n\nRUTH\nIt is late.\n", {"PILAR"}, {"PILAR"}),
        (ROOM + "RUTH\nIt is late.\n\nGregor enters.\n", {"ANTON", "PILAR"}, {"ANTON", "PILAR"}),
        (
            ROOM + "A photograph of Gregor hangs there.\n\nRUTH\nIt is late.\n",
            {"ANTON", "PILAR"},
            {"ANTON", "PILAR"},
        ),
    ],
)
def test_who_hears_a_line(script: str, to: set[str], reached: set[str]) -> None:
    """Those who are there then; a whisper reaches whom it is for, a narrator nobody, a voice who answers it."""
    line = next(one for one in heard(script) if one.who)
    assert (set(line.to), set(line.heard)) == (to, reached)


def test_part_of_a_name_is_a_name() -> None:
    """Unless several bear it, or it is a title."""
    parts = with_parts({"DR. IDA VALE": "DR. IDA VALE", "JON VALE": "JON VALE"})
    assert parts["IDA"] == "DR. IDA VALE" and "VALE" not in parts and "DR." not in parts


PISTOL = (("pistol", "clock"), ("ANTON",))
SOLD = (("sold", "boat"), ("ANTON",))
ILL = (("ill",), ("GREGOR",))
CODE = (("7714",), ())


@pytest.mark.parametrize(
    ("line", "fact", "gives"),
    [
        ("Look under there. The pistol is behind the clock.", PISTOL, True),
        ("Why did you put the pistol behind the clock?", PISTOL, True),
        ("Is the pistol behind the clock?", PISTOL, False),
        ("The pistol isn't behind the clock.", PISTOL, False),
        ("Maybe the pistol is behind the clock.", PISTOL, False),
        ("I want a pistol. What does the clock say?", PISTOL, False),
        ("Anton sold the boat.", SOLD, True),
        ("You sold the boat.", SOLD, True),
        ("Anton is selling the boat.", SOLD, True),
        ("Pilar sold the boat.", SOLD, False),
        ("Gregor is ill.", ILL, True),
        ("I feel ill.", ILL, False),
        ("Try 7714.", CODE, True),
    ],
)
def test_whether_a_line_gives_a_fact_away(
    line: str, fact: tuple[tuple[str, ...], tuple[str, ...]], gives: bool
) -> None:
    """By its words in one sentence, with who did it; guesses, denials and suppositions give nothing away."""
    assert (giving_away(line, "RUTH", ("ANTON",), *fact, CAST) is not None) == gives
