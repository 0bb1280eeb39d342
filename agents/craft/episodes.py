"""Several episodes in one script: what carries over from one to the next, who is missing, and what does not join up."""

import itertools
import re
from collections.abc import Sequence
from typing import NamedTuple

from cineledger.agents.craft.arcs import cited
from cineledger.agents.craft.page import PLAYABLE, quoted
from cineledger.agents.craft.story import Lead, Told
from cineledger.agents.craft.themes import Theme
from cineledger.domain.fountain.screenplay import Element

APART = 0.5
"""How far, of 2, an episode must begin from where the last one left her to be worth a note."""
_EPISODE = re.compile(
    r"\W*(?:(?:episode|ep\.?|folge|эпизод|серия|épisode|episodio|capítulo|odcinek|aflevering|エピソード)\s*[\w#-]*\d+"
    r"|第\s*[\d一二三四五六七八九十]+\s*[集话話回])",
    re.IGNORECASE,
)


class Episode(NamedTuple):
    """Part of a script, as its section says."""

    name: str
    first: int
    last: int
    """Places of its first and last scene."""


def labels(scenes: Sequence[Sequence[Element]]) -> list[str]:
    """For each scene of a script, the episode it is in as its section says; empty where there are none."""
    found, now = list[str](), ""
    for elements in scenes:
        later = ""
        for line, element in enumerate(elements):
            if element.kind == "section" and _EPISODE.match(element.text):
                before = any(e.kind in PLAYABLE or e.kind == "heading" for e in elements[:line])
                now, later = (now, element.text.strip()) if before else (element.text.strip(), later)
        found.append(now)
        now = later or now
    return found


def episodes(scenes: Sequence[Told]) -> tuple[Episode, ...]:
    """The episodes of a script that has more than one, in order."""
    if len({scene.episode for scene in scenes}) < 2:
        return ()
    parts = list[Episode]()
    for place, scene in enumerate(scenes):
        name = scene.episode or "what comes before the first episode"
        if parts and parts[-1].name == name:
            parts[-1] = parts[-1]._replace(last=place)
        else:
            parts.append(Episode(name, place, place))
    return tuple(parts)


def carries(scenes: Sequence[Told], parts: Sequence[Episode], lead: Lead) -> tuple[str, ...]:
    """What the episodes do to a main character: where she is missing, where one meets her elsewhere than the last."""
    there = [part for part in parts if any(part.first <= place <= part.last for place in lead.scenes)]
    gone = [part.name for part in parts if part not in there]
    said = []
    if gone and len(there) > 1 and _between(parts, there):
        said.append(f"{lead.name} is in {_listed([p.name for p in there])} and missing from {_listed(gone)}")
    elif gone:
        said.append(f"{lead.name} is only in {_listed([p.name for p in there])}")
    for before, after in itertools.pairwise(there):
        jump = _jump(scenes, before, after, lead.name)
        if jump:
            said.append(jump)
    return tuple(said)


def returns(parts: Sequence[Episode], theme: Theme) -> tuple[str, ...]:
    """The episodes that a theme shows in, and those that drop it."""
    there = [part for part in parts if any(part.first <= shown.scene <= part.last for shown in theme.shown)]
    gone = [part.name for part in parts if part not in there]
    dropped = f", and is dropped in {_listed(gone)}" if gone else ""
    return (f"it shows in {_listed([part.name for part in there])}{dropped}",)


def _jump(scenes: Sequence[Told], before: Episode, after: Episode, name: str) -> str:
    ends = [(s, f) for s in scenes[before.first : before.last + 1] if (f := s.felt(name)) is not None]
    begins = [(s, f) for s in scenes[after.first : after.last + 1] if (f := s.felt(name)) is not None]
    if not ends or not begins:
        return ""
    (left, was), (met, now) = ends[-1], begins[0]
    if abs((now.valence or 0.0) - (was.valence or 0.0)) < APART:
        return ""
    return (
        f"{before.name} leaves {name} {was.feeling} in scene {left.number} ({quoted(cited(left, was)[1], 40)}), and "
        f"{after.name} meets {name} {now.feeling} in scene {met.number} ({quoted(cited(met, now)[1], 40)}): "
        "something has to have happened between them"
    )


def _between(parts: Sequence[Episode], there: Sequence[Episode]) -> bool:
    first, last = parts.index(there[0]), parts.index(there[-1])
    return last - first + 1 > len(there)


def _listed(names: Sequence[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last
