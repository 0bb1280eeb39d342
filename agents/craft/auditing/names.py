"""Strangers who are called by a name that they have not told."""

import re
from collections.abc import Iterator, Mapping, Sequence

from cineledger.agents.craft.auditing.scene import Audited, Established, Found, established, spoken
from cineledger.agents.craft.page import quoted, shorten

_STRANGER = re.compile(
    r"\b(?:STRANGER|TRAVELLER|TRAVELER|HITCH-?HIKER|DRIFTER|NEWCOMER|UNKNOWN (?:MAN|WOMAN))\b"
)
"""Cues of somebody whose name nobody knows yet."""
_CAPITAL = re.compile(r"\b[A-Z][a-z]{2,}\b")
_CALLED = re.compile(
    r"(?:\A|[,.!?] )(?:(?P<first>[A-Z][a-z]{2,})(?=[,!?])|.*?, (?P<last>[A-Z][a-z]{2,})(?=[.!?]|\Z))"
)
_NOT_NAMES = frozenset(
    """Yes No Well Look Listen Please Thanks Thank Sorry Okay Right Hey Hello
    Here There Now Then Sure Mister Miss Sir
    Madam Ma'am Father Mother Brother Sister Son Doctor Captain God Lord Jesus Christ Honey Darling Love Dear Friend
    Stranger Man Kid Boy Girl Boss Mate Pal Monday Tuesday Wednesday Thursday Friday Saturday Sunday""".split()
)
_OTHERWISE = re.compile(
    r"\b(?:wallet|passport|papers|letter|photo(?:graph)?|badge|tag|label|name|signs?|reads?|"
    r"poster|newspaper)\b",
    re.IGNORECASE,
)


def names_said(scene: Audited) -> set[str]:
    """The words of a scene that may be names."""
    return {word for line in scene.lines for word in _CAPITAL.findall(spoken(line.text))}


def established_names(scene: Audited, heard: Mapping[str, set[str]]) -> Iterator[Established]:
    """Who meets somebody whom the script calls a stranger, with the names that she has heard by then."""
    strangers = [name for name in scene.names if _STRANGER.search(name)]
    for stranger in strangers:
        for line in scene.speeches():
            if line.who and line.who != stranger:
                quote = shorten(spoken(line.text))
                names = " ".join(sorted(heard.get(line.who, ())))
                yield established(scene, line, "knowledge", line.who, "stranger", names, quote, stranger)
                break


def unlearned_names(scene: Audited, before: Sequence[Established]) -> Iterator[Found]:
    """Strangers called by a name that nobody has told: not before, and not in the scene up to the line."""
    met = {(one.about, one.other): place for place, one in enumerate(before) if one.what == "stranger"}
    if not met:
        return
    said = set[str]()
    for line in scene.lines:
        text = spoken(line.text)
        place = next((met[pair] for pair in met if pair[0] == line.who and pair[1] in scene.names), None)
        name = _name(text) if line.kind == "dialogue" else None
        if line.who and place is not None and name and name not in said | set(before[place].value.split()):
            if any(_OTHERWISE.search(spoken(one.text)) for one in scene.lines if one.place < line.place):
                return
            other = before[place].other
            why = f"they met as strangers in scene {before[place].scene}, and nobody has said the name"
            text = f"{line.who} calls {other} {name}: {quoted(spoken(line.text), 80)}; {why}"
            yield Found(
                "knowledge", line.place, shorten(spoken(line.text)), (line.who, other), place, 0.7, text
            )
            return
        said |= set(_CAPITAL.findall(text))


def _name(text: str) -> str | None:
    found = _CALLED.search(text)
    name = (found["first"] or found["last"]) if found else None
    return None if name is None or name in _NOT_NAMES else name
