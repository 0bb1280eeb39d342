"""How large a script may be, and what in one deserves a warning."""

import re

from cineledger.domain.fountain.hidden import unclosed
from cineledger.domain.fountain.screenplay import Screenplay
from cineledger.domain.refusal import Refused

MOST_LINES = 200_000
"""A feature has about 6,000, the nine seasons of a long series about 500,000."""
LONGEST_LINE = 200_000
"""Characters; a page has about 1,700."""
MOST_LINES_OF_A_SCENE = 20_000
MOST_SCENES = 10_000
MOST_CHARACTERS = 1_000
"""Each has a cast member, who reads every scene."""
LONGEST_NUMBER = 20
"""Characters of a scene number between #…#."""
MOST_WARNINGS = 5

IN_PARTS = "Open it in parts, each as a production of its own."

_LINE_END = re.compile(r"\r\n|\n|\r")


def refuse_too_long(text: str, name: str) -> None:
    """Refuses a text of more or longer lines than a script may have, before it is read."""
    lines = _LINE_END.split(text)
    if len(lines) > MOST_LINES:
        raise Refused(f"{name} has {len(lines):,} lines; a script may have {MOST_LINES:,}", IN_PARTS)
    for number, line in enumerate(lines, start=1):
        if len(line) > LONGEST_LINE:
            raise Refused(
                f"line {number:,} of {name} has {len(line):,} characters; a line may have {LONGEST_LINE:,}",
                "Break it into paragraphs.",
            )


def refuse_too_much(screenplay: Screenplay, people: int, name: str) -> None:
    """Refuses a script with more scenes or characters than a production may have, or an endless scene number."""
    scenes = len(screenplay.scenes)
    if scenes > MOST_SCENES:
        raise Refused(f"{name} has {scenes:,} scenes; a production may have {MOST_SCENES:,}", IN_PARTS)
    if people > MOST_CHARACTERS:
        raise Refused(
            f"{name} has {people:,} characters; a production may have {MOST_CHARACTERS:,}", IN_PARTS
        )
    for place, scene in enumerate(screenplay.scenes, start=1):
        lines = scene.text.count("\n") or scene.text.count("\r")
        if lines > MOST_LINES_OF_A_SCENE:
            raise Refused(
                f"scene {place:,} of {name} has {lines:,} lines; a scene may have {MOST_LINES_OF_A_SCENE:,}",
                "Give it slug lines: INT. KITCHEN - DAY",
            )
        number = (scene.heading and scene.heading.number) or ""
        if len(number) > LONGEST_NUMBER:
            raise Refused(
                f"{name} has a scene number of {len(number):,} characters: #{number[:LONGEST_NUMBER]}…#",
                f"Scene numbers have at most {LONGEST_NUMBER}.",
            )


def warnings(text: str, screenplay: Screenplay) -> list[str]:
    """What whoever wrote the script would want to know: marks left open, nothing on the page."""
    found = []
    for kind, offset in unclosed(text):
        line = len(_LINE_END.findall(text, 0, offset)) + 1
        closing = "*/" if kind == "boneyard" else "]] before an empty line"
        found.append(
            f"The {kind} that opens in line {line} is never closed with {closing}: it was read as text."
        )
        if len(found) == MOST_WARNINGS:
            break
    hidden = {"note", "boneyard", "section", "synopsis"}
    if all(element.kind in hidden for scene in screenplay.scenes for element in scene.elements):
        found.append("Nothing of it is on the page: it is all title page, notes, sections or boneyard.")
    elif not any(scene.heading for scene in screenplay.scenes):
        found.append(
            "No slug line was found: put one like INT. KITCHEN - DAY before each scene, "
            "then: cineledger import NAME FILE."
        )
    return found
