"""The lines of the script that a choice of pacing turns on."""

from functools import lru_cache

from cineledger.agents.craft.beats import heat
from cineledger.agents.craft.page import SPOKEN, quoted
from cineledger.agents.craft.signs import find
from cineledger.agents.reading import played_scenes
from cineledger.domain.fountain.screenplay import Element
from cineledger.domain.state import State

Facts = tuple[tuple[str, str], ...]


def pacing_facts(state: State, about: str | None) -> Facts:
    """The lines that a pacing has to serve: the longest speech, the hottest, a silence, and people on the move."""
    return _facts(tuple(scene.written.elements for scene in played_scenes(state)))


@lru_cache(maxsize=8)
def _facts(scenes: tuple[tuple[Element, ...], ...]) -> Facts:
    lines = [element for elements in scenes for element in elements]
    spoken = [e.text for e in lines if e.kind in SPOKEN]
    done = [e.text for e in lines if e.kind == "action"]
    hottest = max(spoken, key=heat, default="")
    still = next((text for text in done if find("pause", text)), "")
    moving = next((text for text in done if find("motion", text)), "")
    longest = max(spoken, key=len, default="")
    return (
        ("long", _line(longest, "what is said")),
        ("hot", _line(hottest if heat(hottest) >= 0.25 else "", "the heat of it")),
        ("silence", _line(still, "the pauses")),
        ("act", _line(moving, "what is done")),
    )


def _line(text: str, otherwise: str) -> str:
    return quoted(text, 45) if text else otherwise
