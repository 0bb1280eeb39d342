"""What does not join up between episodes, and who does not come back: rules of the house."""

import pytest

from cineledger.agents.craft.continuity import (
    Before,
    Bond,
    Known,
    Left,
    Met,
    Now,
    gaps,
    gone_for_a_season,
)
from cineledger.agents.craft.fates import deaths
from cineledger.agents.serial.continuity import CheckContinuity, FoundGap, FoundGaps, check_continuity
from cineledger.agents.serial.fates import FindFates, ReadFate, ReadFates, SceneLines, read_the_fates
from cineledger.domain.fountain import read

BEFORE = Before(
    people=(
        Known(character="NORA", episode="S1E1"),
        Known(character="GUS", episode="S1E1", fate="dead", quote="Gus is dead."),
        Known(character="PILAR", episode="S1E1"),
    ),
    left=(Left(character="NORA", episode="S1E1", ends="uneasy", valence=-0.3),),
    bonds=(Bond(character="NORA", other="TEODOR", episode="S1E1", trust=-0.5, affection=0.0),),
    themes=("truth and lies",),
)
FOLLOWS = Now(
    people=("NORA", "PILAR", "TEODOR"),
    met=(Met(character="NORA", begins="sad", valence=-0.4),),
    bonds=(Bond(character="NORA", other="TEODOR", trust=-0.4, affection=0.1),),
    themes=("truth and lies",),
)


def test_an_episode_that_follows_on_has_no_gaps() -> None:
    """Nobody is back from the dead, nothing jumps, names are the same and the theme is there."""
    assert gaps(BEFORE, FOLLOWS, "S1E2") == []


@pytest.mark.parametrize(
    ("change", "kind", "subject"),
    [
        ({"people": (*FOLLOWS.people, "GUS")}, "fate", "GUS"),
        ({"met": (Met(character="NORA", begins="elated", valence=0.8),)}, "arc", "NORA"),
        (
            {"bonds": (Bond(character="NORA", other="TEODOR", trust=0.3, affection=0.1),)},
            "relationship",
            "NORA/TEODOR",
        ),
        ({"people": ("NORA", "PILLAR", "TEODOR")}, "name", "PILLAR/PILAR"),
        ({"themes": ("love",)}, "theme", "truth and lies"),
    ],
)
def test_each_kind_of_gap_is_found(change: dict[str, object], kind: str, subject: str) -> None:
    """Alone, with both episodes in its words."""
    (gap,) = gaps(BEFORE, FOLLOWS.model_copy(update=change), "S1E2")
    assert (gap.kind, gap.subject) == (kind, subject)
    assert "S1E2" in gap.text and 0 < gap.weight <= 1


def test_what_is_not_known_is_no_gap() -> None:
    """An unknown feeling jumps nowhere; a short name is another's; who is new is not misspelt."""
    unknown = FOLLOWS.model_copy(update={"met": (Met(character="NORA", begins="unknown", valence=None),)})
    assert gaps(BEFORE, unknown, "S1E2") == []
    new = FOLLOWS.model_copy(update={"people": (*FOLLOWS.people, "BOB", "PILLAR")})
    assert gaps(BEFORE, new, "S1E2") == []


def test_a_theme_is_gone_for_a_season_that_is_whole() -> None:
    """Only after it was there, and only where every episode of the season is known."""
    assert gone_for_a_season([1], [1, 2]) == (2,)
    assert gone_for_a_season([1, 3], [1, 2, 3]) == (2,)
    assert gone_for_a_season([2], [1, 2]) == ()
    assert gone_for_a_season([1], [1]) == ()
    assert gone_for_a_season([], [1, 2]) == ()


@pytest.mark.parametrize(
    ("line", "dead"),
    [
        ("Gus is dead.", True),
        ("Gus dies on the stones.", True),
        ("Nora looks at Gus's body.", True),
        ("Is Gus dead?", False),
        ("Gus is not dead.", False),
        ("If Gus dies, I go.", False),
        ("Gus is dead tired.", False),
        ("Gus dies to know it.", False),
        ("Gus is dead, Nora.", True),
        ("Gus sleeps.", False),
    ],
)
def test_who_is_said_to_die_is_dead(line: str, dead: bool) -> None:
    """In so many words, without a doubt; and not where she speaks afterwards."""
    film = read(f"INT. ROOM - DAY\n\nGUS\nGood night.\n\n{line}\n\nNORA\nOh.\n")
    scenes = [scene.elements for scene in film.scenes]
    found = deaths(scenes, ("GUS", "NORA"))
    assert [death.character for death in found] == (["GUS"] if dead else [])
    after = read(f"INT. ROOM - DAY\n\n{line}\n\nGUS\nGood night.\n")
    assert deaths([scene.elements for scene in after.scenes], ("GUS",)) == ()


def test_fates_are_only_read_where_the_house_knows_the_words() -> None:
    """In another language nobody is guessed dead."""

    def fates(text: str) -> tuple[ReadFate, ...]:
        scenes = tuple(SceneLines(elements=scene.elements) for scene in read(text).scenes)
        return read_the_fates(FindFates(role="showrunner", people=("GUS",), scenes=scenes)).fates

    assert fates("INT. ROOM - DAY\n\nGUS\nI will go home to her now.\n\nGus dies.\n")
    assert not fates("INT. ROOM - DAY\n\nGUS\nJe vais dans la maison avec elle, et nous.\n\nGus dies.\n")


def test_what_a_mind_may_not_answer_about_continuity() -> None:
    """People that are not in both, weights out of range, the same twice; what the house says is sound."""
    now = FOLLOWS.model_copy(update={"people": (*FOLLOWS.people, "GUS")})
    ask = CheckContinuity(role="showrunner", episode="S1E2", title="", before=BEFORE, now=now)
    assert list(ask.faults(check_continuity(ask))) == []
    wrong = FoundGaps(
        gaps=(
            FoundGap(kind="fate", subject="ANNA", text="", weight=1),
            FoundGap(kind="arc", subject="NORA", text="", weight=2),
            FoundGap(kind="arc", subject="NORA", text="", weight=0.5),
        )
    )
    said = "; ".join(ask.faults(wrong))
    for fault in (
        "ANNA is nothing",
        "the weight of NORA is 2",
        "the gap of NORA (arc) comes twice",
        "is empty",
    ):
        assert fault in said


def test_what_a_mind_may_not_answer_about_fates() -> None:
    """Places and words that are not there, and two fates of one person."""
    film = read("INT. ROOM - DAY\n\nGus is dead.\n\nNORA\nOh.\n")
    scenes = tuple(SceneLines(elements=scene.elements) for scene in film.scenes)
    ask = FindFates(role="showrunner", people=("GUS", "NORA"), scenes=scenes)
    line = next(at for at, element in enumerate(scenes[-1].elements) if element.kind == "action")
    right = ReadFate(character="GUS", fate="dead", scene=len(scenes) - 1, line=line, quote="Gus is dead.")
    assert list(ask.faults(ReadFates(fates=(right,)))) == []
    for change, fault in (
        ({"character": "TOM"}, "there is no character 'TOM'"),
        ({"scene": 9}, "there is no scene at place 9"),
        ({"line": 99}, "there is no line at place 99"),
        ({"quote": "Gus lives."}, "which no line says"),
    ):
        assert fault in " ".join(ask.faults(ReadFates(fates=(right.model_copy(update=change),))))
    assert "comes twice" in " ".join(ask.faults(ReadFates(fates=(right, right))))
