"""Which names on cues may be one character's, and which never are."""

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cineledger.agents.craft.name_reading import several
from cineledger.agents.craft.names import Alike, Scenes, alike, judge, likeness_of, question
from cineledger.domain.fountain import read
from cineledger.domain.fountain.screenplay import Element
from tests.support.inputs import INPUTS


def scenes(*cues: str, action: str = "Rain.") -> Scenes:
    """A script of scenes, each its cues in order, with something said under each."""
    text = "".join(
        f"INT. ROOM {place} - DAY\n\n{action}\n\n"
        + "".join(f"@{cue.strip()}\nSo it is.\n\n" for cue in scene.split("|"))
        for place, scene in enumerate(cues, start=1)
    )
    return [(str(place), scene.elements) for place, scene in enumerate(read(text).scenes, start=1)]


def met(rare: str, common: str, *, times: int = 1, often: int = 6) -> Scenes:
    """A script in which two names speak to a third person, one seldom and one often, and not to each other."""
    turns = "|QQQ|".join([common] * (often // 2) + [rare] * times + [common] * (often - often // 2))
    return scenes(turns)


def found(script: Scenes) -> list[tuple[str, str, str]]:
    """What is found: how they are alike, the name that would go and the one that would stay."""
    return [(pair.likeness, *pair.names) for pair in alike(script)]


@pytest.mark.parametrize(
    ("rare", "common"),
    [
        ("MARGARGET", "MARGARET"),
        ("MARGRET", "MARGARET"),
        ("MRAGARET", "MARGARET"),
        ("DETECTVE MILLER", "DETECTIVE MILLER"),
        ("CYBER BOSSS", "CYBER BOSS"),
        ("ИВАНН", "ИВАН"),
        ("НАТАЛЯЬ", "НАТАЛЬЯЬ"),
        ("АЛЕКСНДР", "АЛЕКСАНДР"),
        ("ΓΕΩΡΓΟΣ", "ΓΕΩΡΓΙΟΣ"),
        ("FRANÇOSE", "FRANÇOISE"),
        ("アレクサダー", "アレクサンダー"),
    ],
)
def test_a_slip(rare: str, common: str) -> None:
    """A rare name that is a common one mistyped in the middle would give way to it."""
    assert found(met(rare, common)) == [("slip", rare, common)]


@pytest.mark.parametrize(
    ("rare", "common"),
    [
        ("ANNA", "HANNAH"),
        ("BOB", "ROB"),
        ("JON", "JOHN"),
        ("TIM", "TOM"),
        ("HARRY", "LARRY"),
        ("MARTA", "MARIA"),
        ("JULIA", "JULIAN"),
        ("CARLO", "CARLA"),
        ("ROBERTA", "ROBERT"),
        ("MAYOR", "MAJOR"),
        ("WAITER", "WALTER"),
        ("SOLDIERS", "SOLDIER"),
        ("GUARD 1", "GUARD 2"),
        ("GUARD ONE", "GUARD TWO"),
        ("GUARD #11", "GUARD #12"),
        ("COP A", "COP B"),
        ("HENRY IV", "HENRY V"),
        ("FIRST WITCH", "SECOND WITCH"),
        ("THUG1", "THUG2"),
        ("ИВАНОВ", "ИВАНОВА"),
        ("ОХРАННИК 1", "ОХРАННИК 2"),
        ("ПЕРВЫЙ МАТРОС", "ВТОРОЙ МАТРОС"),
        ("МАРИЯ", "МАРИНА"),
        ("警察甲", "警察乙"),
        ("小明", "小红"),
        ("김철수", "김영희"),
        ("NURSE KELLY", "NURSE KERRY"),
    ],
)
def test_near_names_of_two_people(rare: str, common: str) -> None:
    """Names that count, that are words of their own, or differ where a name turns, are never put together."""
    assert found(met(rare, common)) == []
    assert found(met(common, rare)) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ZOE", "ZOË"),
        ("MARY ANN", "MARY-ANN"),
        ("O'BRIEN", "O’BRIEN"),
        ("T.J.", "TJ"),
        ("DR. WATSON", "DOCTOR WATSON"),
        ("DR WATSON", "DR. WATSON"),
        ("GUARD 1", "GUARD #1"),
        ("THE BOSS", "BOSS"),
        ("АРТЁМ", "АРТЕМ"),
        ("МАША", "MАША"),
        ("ＢＯＢ", "BOB"),
    ],
)
def test_a_name_typed_in_two_ways(one: str, other: str) -> None:
    """Accents, points, hyphens, abbreviated titles and look-alike letters make no other name, however often."""
    assert found(met(one, other, times=4, often=4)) in (
        [("spelling", one, other)],
        [("spelling", other, one)],
    )


def test_composed_and_decomposed_are_one_name() -> None:
    """NFC and NFD are one name as soon as they are read, so there is nothing to ask."""
    script = met(unicodedata.normalize("NFD", "ZOË"), unicodedata.normalize("NFC", "ZOË"))
    assert found(script) == []


@pytest.mark.parametrize(
    ("goes", "stays", "likeness"),
    [
        ("MR. SMITH", "SMITH", "title"),
        ("DR WATSON", "WATSON", "title"),
        ("WATSON", "DR WATSON", "title"),
        ("DOÑA INÉS", "INÉS", "title"),
        ("ДОКТОР ЖИВАГО", "ЖИВАГО", "title"),
        ("王医生", "王", "title"),
        ("佐藤さん", "佐藤", "title"),
        ("MOM", "MUM", "relative"),
        ("BOB'S MOM", "BOB'S MOTHER", "relative"),
        ("МАМА", "МАТЬ", "relative"),
        ("CYBER BOB", "BOB", "part"),
        ("BOSS", "CYBER BOSS", "part"),
        ("JOHN SMITH", "JOHN", "part"),
        ("DETECTIVE", "DETECTIVE MILLER", "part"),
        ("BOB'S VOICE", "BOB", "part"),
        ("VOICE OF BOB", "BOB", "part"),
        ("КИБЕР ИВАН", "ИВАН", "part"),
        ("王小明", "小明", "part"),
        ("김철수", "철수", "part"),
    ],
)
def test_longer_and_shorter_names(goes: str, stays: str, likeness: str) -> None:
    """A name with a title, a word for a relative, or a name within a longer one may be the same person's."""
    assert found(met(goes, stays)) == [(likeness, goes, stays)]


@pytest.mark.parametrize(
    ("rare", "common"),
    [
        ("YOUNG BOB", "BOB"),
        ("OLD BOB", "BOB"),
        ("FAKE BOB", "BOB"),
        ("OTHER BOB", "BOB"),
        ("BOB 2", "BOB"),
        ("BOB'S MOTHER", "BOB"),
        ("BOB’S BOSS", "BOSS"),
        ("MOTHER OF BOB", "BOB"),
        ("MÈRE DE JEAN", "JEAN"),
        ("МОЛОДОЙ ИВАН", "ИВАН"),
        ("TALL MAN", "MAN"),
        ("PRISON GUARD", "GUARD"),
        ("VOICE", "BOB'S VOICE"),
        ("ROBBOB", "BOB"),
        ("老王", "王"),
        ("老小明", "小明"),
        ("アリス", "リス"),
        ("MRS. SMITH", "MR. SMITH"),
        ("BOB/ALICE", "BOB"),
        ("BOB AND ALICE", "ALICE"),
        ("BOB & ALICE", "ALICE"),
        ("ИВАН И МАША", "ИВАН"),
        ("ALL", "ALLA"),
        ("ALL THE BOSSES", "THE BOSSES"),
        ("ВСЕ", "ВСЕМ"),
        ("???", "!!!"),
    ],
)
def test_longer_names_of_somebody_else(rare: str, common: str) -> None:
    """Another age, a number, somebody's mother, one of a kind and several at once are not the same person."""
    assert found(met(rare, common)) == []
    assert found(met(common, rare)) == []


@pytest.mark.parametrize(
    "name", ["ALL", "BOTH", "BOB/ALICE", "BOB, ALICE", "ВСЕ", "大家", "ИВАН И МАША", "TUTTI", "全員"]
)
def test_several(name: str) -> None:
    """Words for several people, and names joined by a word or a mark, stand for no one person."""
    assert several(name) and not several("ANDREA") and not several("ET")


def test_those_who_answer_each_other_are_two() -> None:
    """However alike, names that speak in turns, or at once, are two people's."""
    assert found(scenes("CYBER BOB|BOB|CYBER BOB", "BOB|MAYA|BOB")) == []
    assert found(scenes("MARGARET|MARGARGET|MARGARET|MAYA|MARGARET|MAYA|MARGARET")) == []
    assert found(scenes("CYBER BOB|BOB ^|MAYA|BOB|MAYA|BOB")) == []
    assert found(scenes("CYBER BOB|BOB|MAYA|BOB|MAYA|BOB")) == [("part", "CYBER BOB", "BOB")]


def test_what_the_page_names_is_no_slip() -> None:
    """A name that a direction or somebody's speech gives is meant."""
    script = scenes("MARGARET|MAYA|MARGARGET|MAYA|MARGARET|MAYA|MARGARET", action="Margarget, 40, sits.")
    assert found(script) == []


def test_a_name_that_is_often_typed_is_no_slip() -> None:
    """A slip of the fingers stands on two cues at most, and the right name on three times as many."""
    assert found(met("MARGARGET", "MARGARET", times=3, often=9)) == []
    assert found(met("MARGARGET", "MARGARET", times=2, often=5)) == []
    assert found(met("MARGARGET", "MARGARET", times=2, often=6))


def test_a_name_that_two_others_hold_is_neither() -> None:
    """SMITH beside MR. and MRS. SMITH could be either; beside DR. and DOCTOR SMITH, who are one, he is."""
    assert found(scenes("SMITH|Q|MR. SMITH|Q|MRS. SMITH")) == []
    assert found(scenes("SMITH|Q|DR. SMITH|Q|DOCTOR SMITH")) == [
        ("title", "DR. SMITH", "SMITH"),
        ("title", "DOCTOR SMITH", "SMITH"),
        ("spelling", "DOCTOR SMITH", "DR. SMITH"),
    ]


def test_two_names_at_length_in_one_scene() -> None:
    """Two names with four cues each in one scene are asked about, and taken for two people."""
    (pair,) = alike(met("CYBER BOB", "BOB", times=4))
    one, reason = judge(pair)
    assert not one and "at length in scene 1" in reason
    (few,) = alike(met("CYBER BOB", "BOB", times=3))
    assert judge(few)[0]


def test_a_name_on_many_cues_is_meant() -> None:
    """A name with ten cues of its own is asked about, and taken for somebody, unless only its spelling differs."""
    often = scenes(*["CYBER BOB|QQQ|CYBER BOB"] * 5, *["BOB|QQQ|BOB"] * 6)
    (pair,) = alike(often)
    one, reason = judge(pair)
    assert not one and "stands on 10 cues" in reason
    (spelt,) = alike(scenes(*["ZOE|QQQ|ZOE"] * 5, *["ZOË|QQQ|ZOË"] * 6))
    assert judge(spelt)[0]


def test_the_question_cites_the_lines() -> None:
    """Scene and line of the first three cues of each, and how many more there are."""
    (pair,) = alike(scenes("BOB|MAYA|BOB", "CYBER BOB|MAYA|BOB|MAYA|BOB"))
    assert question(pair) == (
        "Is CYBER BOB one character with BOB? CYBER BOB stands on 1 cue (scene 2 line 5); "
        "BOB on 4 cues (scene 1 line 5, scene 1 line 11, scene 2 line 11 and 1 more)."
    )
    assert pair.places[0][0].words == "So it is."


def test_likeness_of_one_pair() -> None:
    """A pair is found again by its names, either way round; one that is not on the cues is nobody."""
    script = met("CYBER BOB", "BOB")
    assert (
        likeness_of(script, "BOB", "CYBER BOB") == likeness_of(script, "CYBER BOB", "BOB") == alike(script)[0]
    )
    assert likeness_of(script, "BOB", "CYBER BOSS") is None
    assert likeness_of(script, "BOB", "QQQ") is None


def test_the_order_is_that_of_the_script() -> None:
    """Pairs come in the order in which the names that would go first speak; equal counts keep the earlier name."""
    script = scenes("CYBER BOSS|MAYA|BOB|MAYA|CYBER BOB|MAYA|BOB", "BOSS")
    assert found(script) == [("part", "CYBER BOB", "BOB"), ("part", "BOSS", "CYBER BOSS")]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(st.text(max_size=12), max_size=8), max_size=3))
def test_any_names(turns: list[list[str]]) -> None:
    """Whatever stands on cues, pairs are of names that do, each once, and each can be asked and judged."""
    script = [
        (
            str(place),
            [Element(kind="cue", text=name, line=1, last_line=1, character=name) for name in scene],
        )
        for place, scene in enumerate(turns)
    ]
    pairs = alike(script)
    cued = {name for scene in turns for name in scene if name}
    assert all(set(pair.names) <= cued and len(set(pair.names)) == 2 for pair in pairs)
    assert len({frozenset(pair.names) for pair in pairs}) == len(pairs)
    for pair in pairs:
        assert question(pair) and judge(pair)[1]
        assert likeness_of(script, *pair.names) == pair


@pytest.mark.parametrize("draft", ["a", "b"])
def test_a_real_script(draft: str) -> None:
    """Both drafts of Cyber Bob have two people under two names each, and nothing else is asked."""
    path = INPUTS / "screenplays" / f"cyber_bob_ep01_draft_{draft}.fountain"
    if not path.exists():
        pytest.skip("the script is not here")
    script = [(str(place), scene.elements) for place, scene in enumerate(read(path.read_text()).scenes)]
    pairs: tuple[Alike, ...] = alike(script)
    assert [pair.names for pair in pairs] == [("CYBER BOB", "BOB"), ("BOSS", "CYBER BOSS")]
    assert all(judge(pair)[0] for pair in pairs)


def test_a_whole_play() -> None:
    """The nine people of a play who talk to each other for three acts raise no question."""
    path = INPUTS / "play_txt" / "importance_of_being_earnest_pg844.txt"
    if not path.exists():
        pytest.skip("the play is not here")
    cues = re.findall(r"^([A-Z][a-z]+(?: [A-Z][a-z]+)?)\.  ", path.read_text("utf-8-sig"), re.MULTILINE)
    assert len(cues) > 500
    assert found(scenes("|".join(cue.upper() for cue in cues))) == []
