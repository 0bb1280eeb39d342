"""How people stand to each other: what moves trust, affection and power in a scene, and for whom."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cineledger.agents.craft.bonds import MOST, Line, Moved, read_bonds
from cineledger.agents.craft.doing import Cast

PEOPLE = {"MAYA": "MAYA", "TOM": "TOM", "LENA": "LENA"}


def scene(*lines: str) -> list[Line]:
    """Lines as `MAYA: You lied.`, `MAYA (to Tom): …`, or a direction."""
    read = list[Line]()
    for text in lines:
        who, colon, said = text.partition(": ")
        name, _, manner = who.partition(" (")
        if colon and name in PEOPLE:
            if manner:
                read.append(Line(len(read), "parenthetical", name, f"({manner}"))
            read.append(Line(len(read), "dialogue", name, said))
        else:
            read.append(Line(len(read), "action", None, text))
    return read


def bond(me: str, other: str, *lines: str) -> Moved:
    """What a scene moves between two."""
    return next(moved for moved in read_bonds(scene(*lines), PEOPLE, me) if moved.other == other)


def test_a_lie_costs_trust_on_one_side_and_standing_on_the_other() -> None:
    """Whoever accuses loses trust; whoever is accused loses the upper hand: the two do not stand alike."""
    maya = bond("MAYA", "TOM", "MAYA: You lied to me.", "TOM: I can explain.")
    tom = bond("TOM", "MAYA", "MAYA: You lied to me.", "TOM: I can explain.")
    assert maya.trust < -0.2 and maya.power > 0 > tom.power
    assert tom.trust > maya.trust
    assert (maya.line, maya.quote) == (0, "You lied to me.")
    assert "TOM" in maya.reason and "MAYA" in tom.reason


@pytest.mark.parametrize(
    ("line", "axis", "sign"),
    [
        ("MAYA: I trust you, Tom.", "trust", 1),
        ("MAYA: I don't trust you, Tom.", "trust", -1),
        ("MAYA: I love you.", "affection", 1),
        ("MAYA: I hate you.", "affection", -1),
        ("MAYA: You idiot.", "affection", -1),
        ("MAYA: Get out of here!", "affection", -1),
        ("MAYA: I'll kill you.", "power", 1),
        ("MAYA: I'm sorry, Tom.", "power", -1),
        ("MAYA: Yes, sir.", "power", -1),
        ("MAYA: Please don't leave me.", "power", -1),
        ("TOM: I promise.", "trust", 1),
        ("TOM: I lied to you.", "trust", -1),
        ("TOM: It's none of your business.", "trust", -1),
        ("TOM: You were brilliant.", "affection", 1),
        ("TOM: Are you all right?", "affection", 1),
        ("Tom slaps Maya.", "trust", -1),
        ("Tom slaps Maya.", "power", -1),
        ("Maya slaps Tom.", "power", 1),
        ("Tom hugs Maya.", "affection", 1),
        ("Tom takes Maya's hand.", "affection", 1),
        ("Tom hands Maya a letter.", "affection", 1),
        ("Tom pulls Maya out of the water.", "trust", 1),
        ("Tom points a gun at Maya.", "power", -1),
        ("Tom turns away.", "affection", -1),
        ("They laugh together.", "affection", 1),
    ],
)
def test_each_sign_moves_its_axis(line: str, axis: str, sign: int) -> None:
    """What is said or done moves how Maya stands to Tom on the axis it is about, and the way it goes."""
    maya = bond("MAYA", "TOM", "MAYA: So it is you, then.", "TOM: It is me.", line)
    assert getattr(maya, axis) * sign > 0


@pytest.mark.parametrize(
    "line",
    [
        "MAYA: I'm sorry?",
        "MAYA: I never said you lied.",
        "MAYA: If you lied, I would know.",
        "MAYA: No, thanks for nothing is not what I said.",
        "MAYA: The train leaves at nine.",
        "Tom strikes a match.",
        "Maya holds the letter with both hands.",
        "Tom's hands are on the table.",
        "Tom catches Maya's eye.",
        "Tom raises his gun.",
    ],
)
def test_words_that_only_look_like_a_sign_move_nothing(line: str) -> None:
    """Questions back, reported words, everyday verbs and nouns are no deeds."""
    maya = bond("MAYA", "TOM", "MAYA: So it is you, then.", "TOM: It is me.", line)
    assert (maya.trust, maya.affection, maya.power) == (0, 0, 0)


def test_a_refused_order_turns_the_power_round() -> None:
    """Who gives an order claims power, who refuses it takes it."""
    heeded = bond("MAYA", "TOM", "MAYA: Sit down.", "TOM: There is the chair.")
    refused = bond("MAYA", "TOM", "MAYA: Sit down.", "TOM: No. I will not.")
    assert refused.power < 0 < heeded.power


@pytest.mark.parametrize(
    ("lines", "hearer"),
    [
        (("LENA: Here I am.", "MAYA: Tom, you lied to me.", "LENA: He did."), "TOM"),
        (("LENA: Here I am.", "MAYA (to Tom): You lied to me.", "LENA: He did."), "TOM"),
        (("LENA: Here I am.", "MAYA: You lied to me.", "TOM: I did."), "TOM"),
        (("LENA: Here I am.", "Tom slaps Maya.", "MAYA: Liar."), "TOM"),
        (
            ("TOM: How are you?", "MAYA: You are late.", "TOM: I am.", "MAYA: You lied.", "LENA: He did."),
            "TOM",
        ),
    ],
)
def test_who_is_spoken_to(lines: tuple[str, ...], hearer: str) -> None:
    """Whom a line names, who just did something to the speaker, who answers, with whom she was speaking."""
    moved = {m.other: m for m in read_bonds(scene(*lines), PEOPLE, "MAYA")}
    assert moved[hearer].trust < -0.2
    assert all(m.trust > -0.2 for other, m in moved.items() if other != hearer)


def test_nobody_is_met_by_talking_to_herself() -> None:
    """What is said to nobody, or over the picture to nobody, is no meeting."""
    alone = [*scene("MAYA (to herself): You idiot.", "Lena sleeps by the window.")]
    assert read_bonds(alone, PEOPLE, "MAYA") == ()
    told = [
        Line(0, "dialogue", "MAYA", "It was the summer of the great storm.", True),
        *scene("Lena sleeps there."),
    ]
    assert read_bonds(told, PEOPLE, "MAYA") == ()


def test_a_scene_that_is_not_english_moves_nothing() -> None:
    """Unknown is never neutral: no numbers, not even a meeting."""
    lines = [Line(0, "dialogue", "MAYA", "Ты мне солгал."), Line(1, "dialogue", "TOM", "Прости меня.")]
    assert read_bonds(lines, PEOPLE, "MAYA") == ()


words = st.sampled_from(
    [
        "You lied to me.",
        "I hate you!",
        "I love you.",
        "Tom slaps Maya.",
        "Get out!",
        "I'm sorry.",
        "Please!",
        "",
        "???",
    ]
)


@given(st.lists(st.tuples(st.sampled_from(["MAYA: ", "TOM: ", "LENA: ", ""]), words), max_size=14))
def test_no_scene_moves_anybody_far(lines: list[tuple[str, str]]) -> None:
    """However often it is said, people change by degrees; each other person is told of once."""
    read = scene(*(who + said for who, said in lines))
    for me in PEOPLE:
        moved = read_bonds(read, PEOPLE, me)
        assert len({m.other for m in moved}) == len(moved) and me not in {m.other for m in moved}
        assert all(abs(step) <= MOST for m in moved for step in (m.trust, m.affection, m.power))
        assert all(0 <= m.line < len(read) for m in moved)


@pytest.mark.parametrize(
    ("directions", "sentence", "who"),
    [
        (("Maya, 34, lights her lamp.",), "She waits.", ["MAYA"]),
        (("Maya lights her lamp.", "Tom drops his hat."), "He sees her.", ["TOM", "MAYA"]),
        (("Maya and Tom sit.",), "They wait.", []),
        (("Tom gives her a lamp.", "Tom takes off his hat."), "He waits.", ["TOM"]),
        (("Tom, her son, waits.", "Lena drops her hat.", "Maya drops her hat."), "He waits.", ["TOM"]),
        (("Maya lights her lamp.", "Lena drops her hat."), "He waits.", ["TOM"]),
        (("Maya lights her lamp.", "Lena drops her hat."), "She waits.", []),
    ],
)
def test_whom_a_pronoun_means(directions: tuple[str, ...], sentence: str, who: list[str]) -> None:
    """The only one it can mean, by the pronouns of directions that name one person; where nobody knows, nobody."""
    cast = Cast(PEOPLE, directions)
    assert [mention.person for mention in cast.mentions(sentence)] == who


def test_names_that_are_words_are_words_where_they_are_typed_small() -> None:
    """Hope hopes: only the name is a person."""
    cast = Cast({"HOPE": "HOPE"}, ())
    assert len(cast.named("Hope has no hope.")) == 1
