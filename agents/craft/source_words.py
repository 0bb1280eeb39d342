"""Music that the text itself has: somebody sings, a band plays, a radio is on."""

import re
from functools import lru_cache
from typing import NamedTuple

from cineledger.agents.craft.page import LINES_REMEMBERED, plain

_VOCAL = r"""sing|sings|singing|sang|song|songs|hum|hums|humming|chant|chants|chanting|lullaby|hymn|hymns|
    choir|choirs|karaoke|anthem|carol|carols|serenade|serenades|croons|
    поет|поёт|поют|песн\w+|напевает|запевает|chante|chantent|chanson|canta|cantan|canción|singt|singen|lied"""
_PLAYED = r"""music|band|orchestra|quartet|jukebox|record player|gramophone|phonograph|turntable|
    accordion|busker|buskers|waltz|tango|fanfare|ringtone|jingle|dj|melody|tune|
    музык\w+|оркестр\w*|аккордеон\w*|musique|orchestre|música|orquesta|musik|kapelle"""
_WEAK = r"""radio|stereo|speakers|loudspeaker|piano|guitar|violin|cello|drums|trumpet|organ|saxophone|
    fiddle|flute|harmonica|television|tv|record|vinyl|headphones|
    радио|пианино|рояль|гитар\w+|скрипк\w+|guitare|guitarra|klavier|gitarre"""
_ON = re.compile(
    r"\b(?:play|plays|playing|played|blare|blares|blaring|blast|blasts|blasting|strum|strums|strumming|"
    r"turned (?:on|up|low|down)|turns (?:on|up) the|switches on|is on|drifts|drifting|croons|spins|spinning|"
    r"swells|pounds|pounding|thumps|thumping|"
    r"играет|играют|звучит|звучат|joue|jouent|toca|suena|spielt|läuft)\b",
    re.IGNORECASE,
)
_JOINED_VOCAL = re.compile(r"唱歌?|歌声|歌聲|歌う|歌って|노래")
_JOINED_PLAYED = re.compile(r"音乐|音樂|音楽|乐队|樂隊|弹琴|弹吉他|음악|연주")
_OVER = re.compile(
    r"\b(?:no|without|stops?|stopped|ends|fades|cuts? (?:out|off)|turns? off|switches off|нет|без)\b[^.!?]*",
    re.IGNORECASE,
)
_STOPS = re.compile(
    r"(?:music|song|singing|band|radio|melody|tune|музыка)\s+(?:\w+\s+)?(?:stops|ends|dies|is over|смолкает)",
    re.I,
)
_NONE_AT_ALL = re.compile(
    r"\bface the music\b|\bmusical chairs\b|\bmusic to (?:my|his|her) ears\b|"
    r"\b(?:wedding|rubber|gold|elastic|arm|head|frequency) ?band\b|\bband of\b|\bband-?aid",
    re.IGNORECASE,
)
"""Words of music that are none."""
_PROP = re.compile(
    r"\b(?:case|lesson|lessons|teacher|key|keys|stool|tuner|studio|station|host|tower|shop|store)\b", re.I
)


def _words(listed: str) -> re.Pattern[str]:
    spaced = "|".join(" ".join(word.split()) for word in listed.split("|"))
    return re.compile(rf"(?<!\w)(?:{spaced})(?!\w)", re.IGNORECASE)


_STRONG_VOCAL, _STRONG_PLAYED, _IF_ON = _words(_VOCAL), _words(_PLAYED), _words(_WEAK)


class Source(NamedTuple):
    """What makes music in a scene."""

    word: str
    """As the text has it, in lower case."""
    vocal: bool


@lru_cache(maxsize=LINES_REMEMBERED)
def find_source(text: str) -> Source | None:
    """What makes music in a stage direction; None where nothing does, or where it stops or is denied.

    A radio or a piano that merely stands there makes none: it has to be on, or be played.
    """
    for sentence in re.split(r"(?<=[.!?。！？])\s*|\n", plain(text)):
        heard = _OVER.sub(" ", sentence)
        if joined := _JOINED_VOCAL.search(heard) or _JOINED_PLAYED.search(heard):
            return Source(joined[0], bool(_JOINED_VOCAL.search(heard)))
        if _NONE_AT_ALL.search(heard) or _STOPS.search(sentence):
            continue
        if sung := _STRONG_VOCAL.search(heard):
            if not re.search(
                r"\bengine|fluorescent|fridge|refrigerator|machine|wires?|lights?\b", heard, re.I
            ):
                return Source(sung[0].lower(), True)
        if (played := _STRONG_PLAYED.search(heard)) and not _PROP.search(heard):
            return Source(played[0].lower(), False)
        weak = _IF_ON.search(heard)
        if weak and _ON.search(heard) and not _PROP.search(heard):
            return Source(weak[0].lower(), False)
    return None
