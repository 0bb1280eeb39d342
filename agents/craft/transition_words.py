"""How scripts type transitions, and how they say that time has passed."""

import re

from cineledger.domain.edit.events import Transition

_TYPED: dict[Transition, str] = {
    "MATCH CUT": r"MATCH|GRAPHIC CUT|РИФМА",
    "HARD CUT": r"(?:SMASH|HARD|SHOCK|JUMP) ?CUT|РЕЗК",
    "DISSOLVE": r"DISSOLVE|CROSS-?FADE|RIPPLE|НАПЛЫВ|ÜBERBLEND|FONDU ENCHAÎNÉ|ENCADENAD|叠化|ディゾルブ",
    "WIPE": r"WIPE|IRIS|ШТОРК|VOLET|CORTINILLA|划像",
    "PRELAP": r"PRE-?LAP|J-CUT",
    "POSTLAP": r"POST-?LAP|L-CUT",
    "FADE IN": r"FADE ?(?:IN|UP)|ИЗ ЗТМ|ИЗ ЗАТЕМНЕНИЯ|AUFBLEND|淡入|フェードイン",
    "FADE": r"FADE|ЗТМ|ЗАТЕМНЕНИ|ABBLEND|FONDU|FUNDIDO|淡出|フェードアウト|CUT TO BLACK",
    "CUT": r"CUT|СКЛЕЙКА|SCHNITT|COUPE|CORTE|切至|切到|カット",
}
TYPED = tuple((re.compile(words, re.IGNORECASE), transition) for transition, words in _TYPED.items())
"""The first that is found in what was typed."""

YEARS = re.compile(
    r"\b(?:YEARS?|MONTHS?|DECADES?) (?:LATER|EARLIER|AGO|BEFORE)\b|\b(?:ЛЕТ|ГОДА?|МЕСЯЦ\w*) (?:СПУСТЯ|НАЗАД)\b"
    r"|年后|年前|\bJAHRE? SPÄTER\b|\bANS PLUS TARD\b|\bAÑOS DESPUÉS\b",
    re.IGNORECASE,
)
"""So much time that the film stops for it."""
LATER = re.compile(
    r"(?<!MOMENTS )(?<!MOMENT )\bLATER\b|\bTHAT (?:NIGHT|EVENING|AFTERNOON)\b"
    r"|\b(?:NEXT|FOLLOWING) (?:DAY|MORNING|NIGHT)\b"
    r"|\b(?:ПОЗЖЕ|СПУСТЯ|НАУТРО)\b|\bSPÄTER\b|\bPLUS TARD\b|\bMÁS TARDE\b|后来|之后|その後",
    re.IGNORECASE,
)
RUNS_ON = re.compile(
    r"CONTINUOUS|MOMENTS? LATER|SAME|ПРОДОЛЖЕНИЕ|ТОГДА ЖЕ|НЕПРЕРЫВНО|DURCHGEHEND|連続|连续", re.IGNORECASE
)

SERIAL = re.compile(
    r"\b(?:serial|pulp|swashbuckl\w*|cartoon\w*|slapstick|farc\w+|comic[- ]?books?|comic|screwball)\b",
    re.IGNORECASE,
)
"""A vision that likes its wipes (Kurosawa and the serials aside, they read as a joke)."""
