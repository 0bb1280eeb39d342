"""What a slug line's place is made of, without the words that name no place."""

# Letters and punctuation of many scripts are the subject here, so look-alikes are meant.

import re
import unicodedata
from functools import lru_cache

from cineledger.domain.fountain.slug_words import TIMES_OF_DAY

_ABBREVIATED = re.compile(
    r"\b(DR|MR|MRS|MS|ST|MT|NO|APT|RM|BLDG|DEPT|FT|SGT|LT|CAPT|PROF|HON|JR|SR|VS|BROS|\w)\.", re.IGNORECASE
)
_DOT = "\N{ONE DOT LEADER}"
"""Stands for the full stop of an abbreviation while a line is split."""
_SPLIT = re.compile(
    r"\s+[-–—―]+\s+|\s*(?:--+|[–—―])\s*|\s*[:：,，、·;；]\s*|\s+[-–—]+\s*$|^\s*[-–—]+\s+|\.\s+(?=\w)|[。．]"
    r"|(?<=[\u3040-\u30ff\u3400-\u9fff])\s+(?=[\u3040-\u30ff\u3400-\u9fff])"
)
_BRACKETS = re.compile(r"[(（\[]([^()（）\[\]]*)[)）\]]")
_YEAR = re.compile(r"(?:\w+ ){0,2}(?:1[0-9]|20|21)\d\d(?:'?S)?|\d+ (?:YEARS?|DAYS?|HOURS?|MONTHS?) \w+")
_COUNTED = re.compile(r"(?:DAY|NIGHT|ДЕНЬ|JOUR|TAG|DÍA)\s*\d+|第.天")
_CLOCK = re.compile(
    r"(?<![\w.])\d{1,2}(?:[:.]\d\d)?\s*(?:[AP]\.\s?M\.|[AP]M\b|O['’]?CLOCK\b|UHR\b)|(?<![\w.])\d{1,2}:\d\d(?!\w)",
    re.IGNORECASE,
)
"""Times by the clock: 3 A.M., 12:30 PM, 23:15."""
_NO_PLACE = frozenset(
    words.strip()
    for words in """
    flashback|flash back|flashbacks|end flashback|end of flashback|flash forward|flash-forward|flashforward
    dream|dream sequence|nightmare|fantasy|vision|memory|imagination|hallucination|montage|end montage
    intercut|intercutting|series of shots|same|same time|same day|same night|the same|continuous|continuing
    cont'd|cont|later|moments later|a moment later|minutes later|hours later|days later|earlier|simultaneous
    midnight|noon|midday
    present|present day|past|future|today|establishing|est|establishing shot|back to scene|back to present
    moving|travelling|traveling|driving|stationary|parked|in motion|various|magic hour|golden hour|rain|raining
    snowing|stormy|omitted|to black|new|aerial|slow motion|stock|int|ext|interior|exterior|stock footage|day for night
    флэшбэк|флешбэк|флэшбек|воспоминание|воспоминания|сон|то же|тоже|продолжение|тогда же|позднее|спустя час
    ретроспекция|настоящее|прошлое|монтаж|общий план|в движении
    retour en arrière|rêve|cauchemar|souvenir|suite|plus tard|continu|même moment|présent|en mouvement
    rückblende|traum|albtraum|später|weiter|gleichzeitig|gegenwart|fortsetzung|fahrend
    sueño|recuerdo|más tarde|continuo|continua|mismo|presente|en movimiento|sogno|ricordo|più tardi|segue
    回忆|闪回|梦境|梦|同时|稍后|片刻后|接前场|续|蒙太奇|現在|回想|夢|続き|その後|회상|꿈|계속|잠시 후
    """.replace("\n", "|").split("|")
)
_ARTICLE = re.compile(r"^(?:the|a|an|le|les|der|das|die|el|il|un|une|ein|eine)\s+(?=\w)|^l['’](?=\w)")
_SHORT_FORMS = {
    "apt": "apartment",
    "rm": "room",
    "bldg": "building",
    "dept": "department",
    "hwy": "highway",
    "hq": "headquarters",
    "livingroom": "living room",
    "bath room": "bathroom",
    "bed room": "bedroom",
    "class room": "classroom",
    "hall way": "hallway",
    "side walk": "sidewalk",
    "roof top": "rooftop",
    "back yard": "backyard",
    "centre": "center",
    "harbour": "harbor",
    "theatre": "theater",
    "grey": "gray",
}


@lru_cache(maxsize=4096)
def place_parts(location: str) -> tuple[str, ...]:
    """The places that a slug line's location names, as typed, in its order; all of it where none would be left.

    MAYA'S FLAT - KITCHEN and MAYA'S FLAT--KITCHEN are two; MERRY-GO-ROUND and KITCHEN/HALL are one. Times of day,
    FLASHBACK, CONTINUOUS, MOVING, years and the like are none.
    """
    line = " ".join(unicodedata.normalize("NFC", location).split())
    timeless = _CLOCK.sub(" ", line)
    asides = _BRACKETS.findall(timeless)
    whole = _ABBREVIATED.sub(rf"\1{_DOT}", _BRACKETS.sub(" ", timeless))
    parts = [part.replace(_DOT, ".") for part in (*_SPLIT.split(whole), *asides)]
    named = tuple(part.strip(" -–—") for part in parts if part and not _tells_no_place(part))
    return tuple(part for part in named if part) or (line,)


def _tells_no_place(part: str) -> bool:
    bare = " ".join(part.casefold().split()).strip(" .-–—'\"?!…")
    return (
        bare in _NO_PLACE
        or bare.upper() in TIMES_OF_DAY
        or _YEAR.fullmatch(bare.upper()) is not None
        or _COUNTED.fullmatch(bare.upper()) is not None
    )


@lru_cache(maxsize=4096)
def part_key(part: str) -> str:
    """A place's name as it is compared: no article, no apostrophes, no case, usual short forms written out."""
    line = " ".join(unicodedata.normalize("NFKC", part).casefold().split())
    line = _ARTICLE.sub("", line).replace("'", "").replace("’", "")
    line = re.sub(r"\s*/\s*", "/", re.sub(r"[.\"“”«»!?]", "", line)).replace("-", " ").replace("&", "and")
    words = [_SHORT_FORMS.get(word, word) for word in line.split()]
    joined = " ".join(words)
    for short, long in _SHORT_FORMS.items():
        if " " in short:
            joined = re.sub(rf"\b{short}\b", long, joined)
    return joined or line
