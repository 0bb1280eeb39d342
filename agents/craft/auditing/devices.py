"""What a script plays with, so that what would be a slip elsewhere is meant."""

import re
from collections.abc import Iterable
from typing import Literal, get_args

from cineledger.domain.story.findings import Slip

Device = Literal[
    "the dead return",
    "doubles",
    "lost memory",
    "disguise",
    "time is bent",
    "a false age",
    "recordings",
    "acting",
]
"""What a story may play with."""
DEVICES: tuple[Device, ...] = get_args(Device)
_SIGNS: dict[Device, str] = {
    "the dead return": r"ghosts?(?! of a)|apparition|phantom|s[ée]ance|undead|zombies?|vampires?|resurrect\w*|"
    r"back from the dead|(?:not|isn't) really dead|still alive|very much alive|alive after all|reincarnat\w*|"
    r"thought (?:you were|he was|she was|they were|you'd) (?:dead|died)|I(?:'m| am) dead|(?:when )?I died|afterlife",
    "doubles": r"twins?(?! beds?)|doppelg[äa]nger|look-?alike|the same face|clones?|cloned|android|impost[eo]r",
    "lost memory": r"amnesia|concussion|lost (?:his|her|my|your) memory|memory loss|hit (?:my|his|her|your) head|"
    r"dementia|alzheimer'?s|don't remember (?:anything|who|you)|in a coma",
    "disguise": r"disguised?|masked|(?:in|behind|under|wearing) (?:a|an|his|her|their) (?:[\w']+ ){0,3}masks?|"
    r"false (?:name|beard|passport)|undercover|alias|incognito|impersonat\w*|in borrowed|calls h(?:im|er)self|"
    r"posing as|pretends? to be|somebody you don't know|cover story",
    "time is bent": r"time (?:loop|machine|travel\w*)|the same day again|parallel (?:world|universe|life|lives)|"
    r"alternate (?:timeline|reality|world|universe|future)",
    "a false age": r"fake id|false id|lied about (?:my|his|her|your) age|"
    r"how old (?:do|would) you (?:think|say|guess)|years younger",
    "recordings": r"on (?:the |a )?(?:screen|tv|television|video|laptop|monitor|tape)|video (?:message|call|of)|"
    r"recording|recorded|cassette|footage|hologram|answering machine|voicemail|home movie",
    "acting": r"rehears\w*|on ?stage|play-?acting|actors?|actress(?:es)?|auditions?|film set|makeup chair",
}
_FOUND = {device: re.compile(rf"\b(?:{signs})\b", re.IGNORECASE) for device, signs in _SIGNS.items()}
OF_A_SCENE: tuple[Device, ...] = ("recordings", "acting")
"""What explains the scene that shows it; the others explain a whole script."""
SILENCES: dict[Device, frozenset[Slip]] = {
    "the dead return": frozenset({"absence"}),
    "doubles": frozenset({"absence", "trait", "relationship", "knowledge"}),
    "lost memory": frozenset({"relationship", "trait", "age", "date", "knowledge"}),
    "disguise": frozenset({"relationship", "knowledge", "trait", "age"}),
    "time is bent": frozenset({"absence", "age", "date", "relationship", "knowledge", "trait"}),
    "a false age": frozenset({"age"}),
    "recordings": frozenset({"absence"}),
    "acting": frozenset({"absence", "trait", "relationship"}),
}
"""What the house says nothing of where a script, or a scene, plays with it."""


def devices(texts: Iterable[str]) -> tuple[Device, ...]:
    """What the lines of a script show it to play with as a whole."""
    return _found(texts, [device for device in DEVICES if device not in OF_A_SCENE])


def devices_here(texts: Iterable[str]) -> tuple[Device, ...]:
    """What a scene's slug line and lines show it to play with."""
    return _found(texts, OF_A_SCENE)


def _found(texts: Iterable[str], wanted: Iterable[Device]) -> tuple[Device, ...]:
    whole = "\n".join(texts)
    return tuple(device for device in wanted if _FOUND[device].search(whole))


def silent_on(found: Iterable[Device]) -> frozenset[Slip]:
    """What is meant in such a script or scene, as far as the house can tell."""
    return frozenset(slip for device in found for slip in SILENCES[device])
