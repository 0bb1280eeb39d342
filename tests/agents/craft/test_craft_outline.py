"""Outlines from an idea alone: each docstring is the rule."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cineledger.agents.craft.outline import NO_DIALOGUE, outline
from cineledger.domain.fountain import parse_slug, read
from tests.support.inputs import INPUTS

IDEAS = INPUTS / "ideas" / "filmagent_topics.json"


def script(idea: str, *said: str, note: str = "") -> str:
    """The outline as the writer writes it."""
    scenes, _ = outline(idea, said, note)
    return "".join(f"{heading}\n\n{synopsis}\n\n" for heading, synopsis in scenes)


def test_five_steps_with_what_has_to_turn() -> None:
    """Each scene names its step and its turn as a synopsis, and says what happens as action; there is no dialogue."""
    scenes = read(script("An employee's emotional breakdown after being terminated")).scenes
    assert len(scenes) == 5
    heads = [next(e.text for e in scene.elements if e.kind == "synopsis") for scene in scenes]
    assert [head.split(":")[0] for head in heads] == [
        "Opening image",
        "Inciting incident",
        "Rising action",
        "Climax",
        "Closing image",
    ]
    assert all("it has to turn from" in head for head in heads)
    assert all(sum(e.kind == "action" for e in scene.elements) == 1 for scene in scenes)
    assert all(e.kind not in ("cue", "dialogue") for scene in scenes for e in scene.elements)


def test_it_says_that_dialogue_is_missing() -> None:
    """Both the reason and the first scene say that a writer or a model has to write the dialogue."""
    assert NO_DIALOGUE in outline("A dog waits for a bus.", ())[1]
    assert NO_DIALOGUE in script("A dog waits for a bus.")


@pytest.mark.parametrize(
    ("idea", "slug", "people"),
    [
        (
            "Emotional farewell at the roadside",
            "EXT. ROADSIDE",
            "the one who leaves against the one who stays",
        ),
        (
            "Two sisters rob the bank that ruined their father.",
            "INT. BANK",
            "one sister against the other sister",
        ),
        (
            "A lighthouse keeper finds a letter to his dead wife.",
            "EXT. HARBOUR",
            "the lighthouse keeper against",
        ),
        (
            "Emergency meeting after a security breach",
            "INT. CONTROL ROOM",
            "the one on duty against the others",
        ),
        ("If a cat and a dog meet a new cat", "EXT. PARK", "the cat against the new cat"),
    ],
)
def test_people_and_places_are_the_idea_s(idea: str, slug: str, people: str) -> None:
    """Whom and where the idea names is who and where the outline plays; the dead are nobody's adversary."""
    scenes, reason = outline(idea, ())
    assert scenes[0][0].startswith(slug)
    assert people in reason


def test_every_step_has_its_own_turn_and_the_places_vary() -> None:
    """No two scenes turn the same way, and the story leaves the room it began in."""
    if not IDEAS.is_file():
        pytest.skip("the ideas are not at hand")
    ideas = [entry["topic"] for entry in json.loads(IDEAS.read_text("utf-8"))]
    told = [outline(idea, ()) for idea in ideas]
    assert len({scenes for scenes, _ in told}) == len(ideas)
    for scenes, _ in told:
        assert len({synopsis.split(".")[0] for _, synopsis in scenes}) == 5
        assert len({parse_slug(heading).location for heading, _ in scenes}) > 1


def test_fewer_scenes_where_fewer_are_asked_for() -> None:
    """A limit on scenes keeps the climax, and what it needs."""
    asked = ("For children, do not exceed 3 scenes.",)
    scenes, reason = outline("A cat meets a new dog.", asked)
    assert len(scenes) == 3 and "3 of five steps" in reason
    assert [s.split(":")[0] for _, s in outline("A dog.", ("At most one scene.",))[0]] == ["= Climax"]


def test_a_note_moves_it() -> None:
    """What the note names comes before what the idea names: another place, another kind of story."""
    assert outline("A farewell at the roadside", (), "At the harbour.")[0][0][0].startswith("EXT. HARBOUR")
    assert "the host against the guest" in outline("A farewell", (), "Make it a party crashed by a guest.")[1]


def test_night_is_night() -> None:
    """An idea that plays at night has no scene by day before the last."""
    headings = [heading for heading, _ in outline("Late night brainstorming for a startup", ())[0]]
    assert all(heading.endswith("NIGHT") for heading in headings[:4])


@given(st.text(max_size=300), st.text(max_size=80))
def test_any_idea_is_outlined(idea: str, note: str) -> None:
    """Whatever is typed, the outline reads back as as many scenes as it has, with nothing spoken in them."""
    scenes, _ = outline(idea, (), note)
    text = "".join(f"{heading}\n\n{synopsis}\n\n" for heading, synopsis in scenes)
    back = read(text)
    assert [scene.heading.text for scene in back.scenes if scene.heading] == [
        heading for heading, _ in scenes
    ]
    assert all(e.kind in ("heading", "synopsis", "note", "action") for s in back.scenes for e in s.elements)
