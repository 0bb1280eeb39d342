"""Whether a word of a direction means what it is listed for: compounds, verbs, and what is no longer there."""

import re

from cineledger.agents.craft.word_lists import denied

_BEHIND = re.compile(r"[ -]([^\W\d_]+)")
_HEADS = frozenset(
    """
    rail rails railing alarm alarms detector detectors box compartment tower post dog dogs rack cabinet holster collar
    leash bowl cage range engine iron horn lamp coat boots gauge chime chimes turbine mill globe plow plough mobile
    jacket pan bin hydrant escape extinguisher font lettering logo movie film poster costume mask suit toy statue
    sticker story shop store stand stall booth department company
    """.split()
)
"""Behind a thing's name these make it another thing: a guard rail, a glove box, a smoke alarm."""
_HOLDS = frozenset("box compartment cabinet pan bin bowl cage collar leash mask suit".split())
"""Of those, what may well hold the property that it is named after."""
_COMPOUNDED = frozenset(("EXTRAS", "WEAPONS", "PROPS", "SFX", "WARDROBE", "ANIMALS", "VFX"))
_NOUNS = frozenset(("EXTRAS", "VEHICLES", "WEAPONS", "PROPS", "WARDROBE", "ANIMALS", "CHILDREN"))
"""Categories that verbs ask nothing of."""
_DOER = re.compile(
    r"(?:\b(?:[Hh]e|[Ss]he|[Ii]t|who|and|then|[Tt]hey|[Ww]e|to)|\b[A-Z][\w'’-]+)\s+(?:\w+ly\s+)?\Z"
)
_DONE_TO = re.compile(r"\s+(?:the|an?|his|her|its|their|my|your|him|it|them)\b", re.IGNORECASE)
_ARTICLES = frozenset("the a an his her its their my your this that these those some two".split())
_AT_A_THING = re.compile(
    r"\s+(?:with\s+|at\s+|against\s+)?(?:the|an?|his|her|its|their|in)\s+(?:\w+\s+)?"
    r"(?:steering|wheel|door|window|lid|zip|zipper|drawer|suitcase|bag|box|button|buttons|key|keys|keypad|keyboard|"
    r"air|wall|table|machine|code|number|numbers|clock|ticket|lock|luggage|controls|handle|throttle|lever|sail|"
    r"pillow|urge|wind|current|tears|hair|coat|sleeve)\b",
    re.IGNORECASE,
)
"""A fight with a thing."""
_PUT_ON = re.compile(r"slips on\b", re.IGNORECASE)
_UNDERFOOT = re.compile(
    r"\s+(?:an?|the|some)\s+(?!(?:\w+\s+)?(?:coat|jacket|shoe|boot|slipper|glove|hat|cap|dress|shirt|robe|gown|ring|mask|"
    r"watch|belt|scarf|headset|headphones|pair|helmet|vest|apron|sweater|uniform|sunglasses)s?\b)",
    re.IGNORECASE,
)
WEATHER = frozenset(("rain", "snow", "wind", "fog"))


def is_other(category: str, name: str, word: str, before: str, after: str) -> bool:
    """Whether a word, between what stands before and after it, means something else than what it is listed for."""
    if category in _COMPOUNDED and (head := head_of(after)):
        return category != "PROPS" or head not in _HOLDS
    if category in _NOUNS:
        return _is_verb(before, after)
    if category == "STUNTS" and name == "fight":
        return _AT_A_THING.match(after) is not None
    if category == "STUNTS" and _PUT_ON.match(word):
        return _UNDERFOOT.match(after) is None
    return category == "SFX" and name in WEATHER and is_over(word, before, after)


def head_of(after: str) -> str | None:
    """The word behind a thing's name that makes it another thing, in small letters."""
    head = _BEHIND.match(after)
    return head[1].casefold() if head and head[1].casefold() in _HEADS else None


def _is_verb(before: str, after: str) -> bool:
    """Somebody stands before it and what it is done to behind: she scrubs the floor, Dad phones a friend."""
    doer = _DOER.search(before)
    return (
        doer is not None
        and doer[0].split()[0].casefold() not in _ARTICLES
        and _DONE_TO.match(after) is not None
    )


def is_over(word: str, before: str, after: str) -> bool:
    """Whether a line says of its weather that it has stopped."""
    clause = re.split(r"[,:—–]", after, maxsplit=1)[0].casefold()
    start = before.casefold()
    return denied(f"{start}{word.casefold()}{clause}", len(start), len(start) + len(word))
