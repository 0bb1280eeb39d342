"""Films as a good model would write them: people, scenes and what is said, one for each of many ideas."""

import re
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from cineledger.agents.screenwriting.asks import WriteScene

_LINE = re.compile(r"(?P<who>[A-Z][A-Z. ]*?)(?: \((?P<how>[^)]*)\))?: (?P<text>.+)")


class SceneTold(NamedTuple):
    """A scene with what is seen and said in it."""

    heading: str
    synopsis: str
    lines: tuple[dict[str, str], ...]


class IdeaFilm(NamedTuple):
    """What a model makes of an idea."""

    idea: str
    people: dict[str, dict[str, str]]
    scenes: tuple[SceneTold, ...]

    def outline(self) -> dict[str, Any]:
        """The option that it puts on the table."""
        told = [{"heading": scene.heading, "synopsis": scene.synopsis} for scene in self.scenes]
        return {"kind": "outline", "scenes": told}

    def written(self, ask: WriteScene) -> dict[str, Any]:
        """An answer to WriteScene: the scene of the outline, with who is new in it."""
        heading = ask.outline[ask.place].heading
        meant = [scene for scene in self.scenes if scene.heading == heading]
        scene = meant[0] if meant else self.scenes[ask.place % len(self.scenes)]
        known = {person.name for person in ask.people}
        new = dict.fromkeys(line["who"] for line in scene.lines if line["who"] and line["who"] not in known)
        lines = list(scene.lines)
        if ask.notes:
            lines.append({"kind": "action", "who": "", "text": "Nobody moves. It is quieter than before."})
        return {
            "lines": lines,
            "people": [{"name": name, **self.people[name]} for name in new],
            "synopsis": scene.synopsis,
        }


@lru_cache
def idea_films() -> tuple[IdeaFilm, ...]:
    """The films, in the order of their file."""
    text = Path(__file__).with_suffix(".txt").read_text(encoding="utf-8")
    return tuple(_film(part) for part in text.split("# ")[1:])


def _film(text: str) -> IdeaFilm:
    head, *scenes = text.strip().split("\n\n")
    idea, *people = head.splitlines()
    return IdeaFilm(idea, dict(map(_person, people)), tuple(map(_scene, scenes)))


def _person(line: str) -> tuple[str, dict[str, str]]:
    name, *told = line.split(" | ")
    return name, dict(zip(("who", "voice", "want", "fear"), told, strict=True))


def _scene(text: str) -> SceneTold:
    head, *told = text.splitlines()
    heading, synopsis = head.split(" | ")
    return SceneTold(heading, synopsis, tuple(line for typed in told for line in _lines(typed)))


def _lines(typed: str) -> list[dict[str, str]]:
    if typed.startswith(". "):
        return [{"kind": "action", "who": "", "text": typed[2:]}]
    said = _LINE.fullmatch(typed)
    assert said, typed
    how = [{"kind": "parenthetical", "who": said["who"], "text": said["how"]}] if said["how"] else []
    return [*how, {"kind": "dialogue", "who": said["who"], "text": said["text"]}]
