"""Who is dead or has left, and who speaks all the same."""

import re
from collections.abc import Iterator, Sequence

from cineledger.agents.craft.auditing.scene import (
    Audited,
    Established,
    Found,
    Line,
    established,
    spoken,
    the_cast,
)
from cineledger.agents.craft.doing import sentences
from cineledger.agents.craft.page import names_in, quoted, shorten

_DIES = re.compile(
    r"\b(?:(?:falls|drops|lies|slumps|collapses|is|lands)(?: down| back)?(?:,? (?:quite|"
    r"stone))? dead|dies|is (?:shot |stabbed )?(?:killed|slain)|"
    r"breathes (?:his|her|their) last|is no more|bleeds out|drowns|(?:is|has been) (?:hanged|executed|beheaded)|"
    r"'s (?:dead )?(?:body|corpse|coffin|grave|headstone|funeral))\b",
    re.IGNORECASE,
)
_NO_DEATH = re.compile(
    r"\b(?:if|not|isn't|never|nearly|almost|until|unless|thinks?|dream\w*|may|might|like|"
    r"as though|plays?|pretend\w*|"
    r"inside|to (?:laughter|shame)|of (?:laughter|shame|boredom|curiosity|embarrassment|"
    r"thirst)|dead (?:asleep|drunk|tired|set|ahead|centre|"
    r"center|still|pan|calm|weight|end|serious|silent|quiet)|dies (?:down|away|on (?:his|her) lips))\b|\?",
    re.IGNORECASE,
)
_SAID_DEAD = (
    r"\b{name},? (?:died|was killed|was buried|passed away|is buried|has died|was murdered|was hanged|drowned)"
    r" (?:on|in|at|of|last|this|during|yesterday|years|two|three|a)\b|"
    r"\b(?:since|the (?:day|night|year)) {name} died\b|\b(?:buried|bury) {name}\b|"
    r"\b{name}'s (?:funeral|grave|ashes|coffin|widow|widower|body|headstone)\b"
)
_LEAVES = re.compile(
    r"\b(?:is gone|leaves\b(?! (?:it|them|him|her|the|a|his)\b)|exits\b|walks out\b|"
    r"storms out\b|runs out\b|(?:drives|rides|walks|strides|hurries) (?:off|away)\b|"
    r"goes out\b|is led (?:away|out)|disappears (?:through|down|into|round|around))",
    re.IGNORECASE,
)
_STRUCK = re.compile(
    r"\b(?:falls|collapses|crumples|slumps|drops|goes down|goes limp|lies still|stops moving|"
    r"(?:does not|doesn't) (?:move|get up|breathe)|stops breathing|is (?:hit|shot|stabbed))\b",
    re.IGNORECASE,
)
_SEEN_DEAD = re.compile(r"\b(?:he|she)(?:'s| is) dead(?=\s*[.!—-]|\s*\Z)|\btime of death\b", re.IGNORECASE)
"""Said of whoever lies there."""
_GOES = re.compile(
    r"\bthat(?:'s| is) my (?:taxi|cab|car|lift|ride|bus|train|boat|flight)\b|\b(?:my |"
    r"the )?(?:plane|train|flight|bus|boat|ferry|ship|coach)(?:'s| is| leaves| goes) (?:at|"
    r"in)\b|"
    r"\bI(?:'m| am) (?:off|leaving|going now)\b|\bI(?:'ve| have) (?:got )?to go\b|\bI(?:'d|"
    r" had) better (?:go|be going)\b",
    re.IGNORECASE,
)
_HE = re.compile(r"\A\W*(?:he|she)\b", re.IGNORECASE)
_BACK = re.compile(
    r"\b(?:returns?|comes? back|reappears?|enters?|comes? in|is back|re-enters?|appears?|"
    r"bursts? in|walks? in)\b",
    re.IGNORECASE,
)


def established_absences(scene: Audited) -> Iterator[Established]:
    """Who dies in a scene, or leaves it for good, as its directions and the people in it say."""
    cast = the_cast(scene)
    last: str | None = None
    gone = dict[str, Established]()
    going = set[str]()
    struck: str | None = None
    for line in scene.lines:
        if line.kind != "action":
            last = line.who or last
            text = spoken(line.text)
            if struck == line.who:
                struck = None
            elif struck and line.kind == "dialogue" and _SEEN_DEAD.search(text):
                gone[struck] = established(scene, line, "absence", struck, "dead", scene.place, shorten(text))
            if line.who and line.kind == "dialogue" and _GOES.search(spoken(line.text)):
                going.add(line.who)
            if line.who and line.kind in ("cue", "dialogue"):
                gone.pop(line.who, None)
            continue
        for _, sentence in sentences(spoken(line.text)):
            found = cast.mentions(sentence, last)
            if fell := _STRUCK.search(sentence):
                down = [m.person for m in found if m.end <= fell.start() and m.subject]
                struck = down[-1] if down else struck
            for pattern, what, unless in ((_DIES, "dead", _NO_DEATH), (_LEAVES, "left", _BACK)):
                match = pattern.search(sentence)
                if match is None or unless.search(sentence):
                    continue
                who = [
                    m.person for m in found if m.end <= match.start() + match[0].startswith("'") and m.subject
                ]
                if not who and len(going) == 1 and what == "left" and _HE.match(sentence):
                    who = [*going]
                if who:
                    gone[who[-1]] = established(
                        scene, line, "absence", who[-1], what, scene.place, shorten(sentence.strip())
                    )
            last = found[0].person if found else last
    yield from gone.values()


def told_deaths(scene: Audited, people: Sequence[str]) -> Iterator[Established]:
    """Whose death is told in a scene by the day, the place or the cause: dead is said of many who are not."""
    for line in scene.speeches():
        for _, sentence in sentences(spoken(line.text)):
            for person in names_in(sentence, people):
                name = re.escape(person).replace(r"\ ", r"\s+")
                said = re.search(_SAID_DEAD.format(name=name), sentence, re.IGNORECASE)
                if said and person != line.who and not _NO_DEATH.search(sentence):
                    yield established(
                        scene, line, "absence", person, "dead", "told", shorten(sentence.strip())
                    )


def wrongly_there(scene: Audited, before: Sequence[Established]) -> Iterator[Found]:
    """Who is dead and speaks in the picture; who has just left a place, and speaks there unbrought."""
    told = set[str]()
    for line in scene.lines:
        who = line.who
        if line.kind != "cue" or who is None or who in told:
            continue
        told.add(who)
        if line.unseen:
            continue
        place = _gone(scene, before, who, line)
        if place is None:
            continue
        known = before[place]
        says = next(
            (after for after in scene.speeches() if after.who == who and after.place > line.place), line
        )
        how = "is dead" if known.what == "dead" else "has left"
        since = f"{who} {how} since scene {known.scene} ({quoted(known.quote, 80)})"
        text = f"{since}, and speaks here: {quoted(says.text, 80)}"
        weight = 0.6 if known.what == "left" or known.value == "told" else 0.9
        yield Found("absence", says.place, shorten(spoken(says.text)), (who,), place, weight, text)


def _gone(scene: Audited, before: Sequence[Established], who: str, line: Line) -> int | None:
    for place in range(len(before) - 1, -1, -1):
        known = before[place]
        if known.kind != "absence" or known.about != who:
            continue
        if known.what == "dead" and known.scene != scene.number:
            return place
        if (
            known.what == "left"
            and scene.at_once
            and scene.day == known.day
            and known.value == scene.place
            and not _shown(scene, who, line)
        ):
            return place
        return None
    return None


def _shown(scene: Audited, who: str, line: Line) -> bool:
    """A direction up to the line has somebody in the scene."""
    called = next((one.called for one in scene.people if one.person == who), (who,))
    shown = (one.text for one in scene.directions() if one.place < line.place)
    return any(names_in(text, called) for text in shown)
