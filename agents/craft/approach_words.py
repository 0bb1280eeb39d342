"""How an approach to a whole film is put, and objected to."""

from collections.abc import Callable
from typing import Any

LEADS = {
    "director": "Build it on the performances",
    "cinematographer": "Build it on the image",
    "writer": "Build it on the story",
}

WAYS: dict[str, tuple[str, str, str]] = {
    "closeness": (
        "people kept small in their places",
        "a human distance that tightens only on the turns",
        "close enough to live in the faces",
    ),
    "motion": (
        "a camera that holds still and lets them come to it",
        "a camera that moves when they do",
        "a camera on its feet with the actors",
    ),
    "contrast": (
        "light open and even",
        "light that follows each scene",
        "hard light and deep shadow",
    ),
}
"""Axis → how its lower end, middle and upper end are put."""

FACTS: tuple[tuple[str, Callable[[Any], bool], str], ...] = (
    ("director", lambda m: m.heated >= 0.35, "the script shouts a good deal, and somebody has to be near it"),
    (
        "director",
        lambda m: m.quiet >= 0.2,
        "its pauses are as written as its lines, and need actors to fill them",
    ),
    ("director", lambda m: m.talk >= 0.6, "most of the script is talk, so listening is the action"),
    ("director", lambda m: m.moving >= 0.4, "people are forever on the move, and blocking is half of it"),
    ("cinematographer", lambda m: m.night >= 0.6, "it happens mostly at night, which is a gift"),
    ("cinematographer", lambda m: m.inside >= 0.9, "it hardly leaves its rooms, so the rooms must count"),
    ("cinematographer", lambda m: 0 < m.inside <= 0.3, "it lives out of doors, and the sky comes free"),
    ("cinematographer", lambda m: m.moving >= 0.4, "the pages travel, so the camera will have its reasons"),
    ("cinematographer", lambda m: m.night > 0, "day and night in it want two palettes"),
    ("writer", lambda m: m.talk >= 0.6, "it is told in what people say, so let them be heard"),
    ("writer", lambda m: m.quiet >= 0.2, "what matters is in the pauses, and they are on the page"),
    ("writer", lambda m: m.heated >= 0.35, "they shout because nobody listens; the listening is the story"),
    ("writer", lambda m: m.talk <= 0.35, "the page does more than it says, so nothing may be skipped"),
)
"""What each role finds striking in the material, the most striking first."""

AGREE = {
    "director": "that is the film I would rehearse{film}, with the actors in front",
    "cinematographer": "I can light that{film}, and every frame would know it",
    "writer": "that is the film on the page{film}",
}

TOO = {
    ("closeness", 1): "near",
    ("closeness", -1): "far off",
    ("motion", 1): "restless",
    ("motion", -1): "still",
    ("contrast", 1): "dark",
    ("contrast", -1): "bright",
}

CLASH: dict[str, dict[tuple[str, int], str]] = {
    "director": {
        ("closeness", 1): "from so near I cannot stage anything; give the actors some floor",
        ("closeness", -1): "from so far the performances will not reach anybody",
        ("motion", 1): "a camera that never rests plays the scene instead of the actors",
        ("motion", -1): "nail the camera down and the hot scenes go cold",
        ("contrast", 1): "in shadow that hard I lose their eyes, and with them the scene",
        ("contrast", -1): "lit as evenly as that, nothing is at stake",
    },
    "cinematographer": {
        ("closeness", 1): "a film of faces has no place in it; leave me air to compose with",
        ("closeness", -1): "that far off, the frames are handsome and empty",
        ("motion", 1): "all that movement wants a reason, and the pages give few",
        ("motion", -1): "locked off throughout, the picture cannot answer what moves in the script",
        ("contrast", 1): "shadow everywhere is shadow nowhere; keep the black for when it counts",
        ("contrast", -1): "flat light is no look; these scenes want a dark side",
    },
    "writer": {
        ("closeness", 1): "start in close-up and the story has nowhere left to go",
        ("closeness", -1): "the story is between two people; from there we only see a place",
        ("motion", 1): "the camera will be talking all through the dialogue",
        ("motion", -1): "the story moves on; a camera that will not gets left behind",
        ("contrast", 1): "that much gloom tells the ending on the first page",
        ("contrast", -1): "so bright a film forgives everybody before they have done anything",
    },
}
"""Role → axis and the direction in which a look goes further than the role's own → the objection."""
