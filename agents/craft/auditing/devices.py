"""What a script plays with, so that what would be a slip elsewhere is meant."""

import re
from collections.abc import Iterable
from typing import Literal, get_args

from cineledger.domain.story.findings import Slip

Device = Literal[
    "the dead return",
    "doubles",
    "recordings",
    "lost memory",
    "disguise",
    "time is bent",
    "acting",
    "a false age",
]
"""What a story may play with."""
DEVICES: tuple[Device, ...] = get_args(Device)
_SIGNS: dict[Device, str] = {
    "the dead return": r"ghosts?|spirits?|apparition|phantom|haunt\w*|s[ée]ance|undead|zombies?|vampires?|"
    r"resurrect\w*|back from the dead|"
    r"(?:not|isn't|never) (?:really )?dead|still alive|very much alive|alive after all|"
    r"thought (?:you were|he was|she was|they were) dead|"
    r"(?:am|are|be) (?:you )?dead|I(?:'m| am) dead|I died|when I died|they found me|afterlife|"
    r"heaven|purgatory|limbo|reincarnat\w*|cloned?",
    "doubles": r"twins?|doppelg[äa]nger|look-?alike|double of|the same face|identical|clones?|android|"
    r"replica|impostor|imposter",
    "recordings": r"on screen|video|recording|recorded|tape|cassette|footage|hologram|answering machine|"
    r"voicemail|home movie",
    "lost memory": r"amnesia|concussion|lost (?:his|her|my|your) memory|memory loss|hit (?:my|his|her|"
    r"your) head|dementia|alzheimer'?s|"
    r"don't remember (?:anything|who|you)|coma",
    "disguise": r"disguised?|mask(?:s|ed)?|false (?:name|beard|passport)|undercover|alias|incognito|"
    r"impersonat\w*|in borrowed|calls h(?:im|er)self|"
    r"wig|posing as|pretends? to be|somebody you don't know|cover story",
    "time is bent": r"time (?:loop|machine|travel\w*)|the same day again|parallel|timeline|alternate",
    "acting": r"rehears\w*|on stage|onstage|play-?acting|actors?|actress(?:es)?|auditions?|film set",
    "a false age": r"fake id|false id|lied about (?:my|his|her|your) age|how old (?:do|would) you (?:think|"
    r"say|guess)|years younger",
}
_FOUND = {device: re.compile(rf"\b(?:{signs})\b", re.IGNORECASE) for device, signs in _SIGNS.items()}
SILENCES: dict[Device, frozenset[Slip]] = {
    "the dead return": frozenset({"absence"}),
    "doubles": frozenset({"absence", "trait", "age", "relationship", "knowledge"}),
    "recordings": frozenset({"absence", "age"}),
    "lost memory": frozenset({"relationship", "trait", "age", "date", "knowledge"}),
    "disguise": frozenset({"relationship", "knowledge", "trait", "age"}),
    "time is bent": frozenset({"absence", "age", "date", "relationship", "knowledge", "trait"}),
    "acting": frozenset({"absence", "age", "trait", "relationship"}),
    "a false age": frozenset({"age"}),
}
"""What the house says nothing of where a script plays with it."""


def devices(texts: Iterable[str]) -> tuple[Device, ...]:
    """What the lines of a script show it to play with."""
    whole = "\n".join(texts)
    return tuple(device for device in DEVICES if _FOUND[device].search(whole))


def silent_on(found: Iterable[Device]) -> frozenset[Slip]:
    """What is meant in such a script, as far as the house can tell."""
    return frozenset(slip for device in found for slip in SILENCES[device])
