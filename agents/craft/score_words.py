"""What the orchestrator's words say of the score: what is ruled out, and what it is played on."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from cineledger.domain.music.instruments import INSTRUMENTS

_CLAUSE = re.compile(r"[^.;!?\n。；！？]+")
_NO = (
    r"\b(?:no|never|without|avoid|ban|banned|not any|don't (?:use|want)|do not (?:use|want)|cut the|"
    r"не нужно|без|нет|никакой|sans|pas de|sin|ohne|keine?)\b|不要|没有|无|ない|なし"
)
_MUSIC = r"\b(?:music|soundtrack|музык\w*|musique|música|musik)\b|音乐|配乐|音楽|음악"
_SCORE = r"\b(?:score|scoring|underscore|underscoring|orchestra|orchestral score)\b"
_SOURCE = r"\b(?:source music|diegetic music|source cues?|diegetic cues?)\b"
_NO_MUSIC = re.compile(rf"(?:{_NO})(?:[^\w,，、]+\w+){{0,2}}?[^\w,，、]*(?:{_MUSIC})", re.IGNORECASE)
_NO_SCORE = re.compile(rf"(?:{_NO})(?:[^\w,，、]+\w+){{0,2}}?[^\w,，、]*(?:{_SCORE})", re.IGNORECASE)
_SOURCE_ONLY = re.compile(
    rf"\bonly (?:{_SOURCE})|(?:{_SOURCE}) only|\bonly diegetic|music only (?:when|where|if) (?:it|the text|a source)|"
    r"\bnon-?diegetic\b.*\b(?:forbidden|banned)|\bno non-?diegetic",
    re.IGNORECASE,
)
_NO_SOURCE = re.compile(rf"(?:{_NO})\W+(?:{_SOURCE})", re.IGNORECASE)
_SCENES = re.compile(r"\bscenes?\s+((?:\d+\w*)(?:\s*(?:,|and|&|to|-)\s*\d+\w*)*)", re.IGNORECASE)
_CONDITION = re.compile(r"\b(?:until|unless|except|before|after|during|in the|while|under)\b", re.IGNORECASE)
_EVERYWHERE = re.compile(
    r"\b(?:in|for|throughout|during) (?:the|this|our) (?:whole |entire )?(?:film|movie|picture|production)\b",
    re.IGNORECASE,
)
"""No condition, though it begins like one."""
_BACK = re.compile(
    rf"(?:{_MUSIC}|{_SCORE})\W+(?:is |are )?(?:allowed|welcome|back|fine|permitted)", re.IGNORECASE
)
_ONLY = re.compile(r"\bonly\b|\bnothing but\b|\bentirely\b|только|nur\b|seulement|sólo", re.IGNORECASE)
_WISHED = re.compile(rf"{_MUSIC}|{_SCORE}|\b(?:solo|lone|theme|themes|played on|for)\b", re.IGNORECASE)

_FAMILIES: dict[str, str] = {
    r"strings?(?! attached)": "strings",
    r"brass": "brass",
    r"woodwinds?|winds": "wind",
    r"synth\w*|electronics?|electronic": "electronic",
    r"percussion|drums": "percussion",
    r"choirs?|voices|vocals": "voices",
}
_NAMED: dict[str, tuple[str, ...]] = {
    r"string quartets?": ("violin", "viola", "cello"),
    r"(?:string )?orchestra": ("strings", "violin", "viola", "cello", "french horn", "oboe", "timpani"),
    **{
        rf"{re.escape(name)}s?": (name,)
        for name in sorted(INSTRUMENTS, key=len, reverse=True)
        if name != "strings"
    },
    r"pianos?|фортепиано|рояль|klavier|钢琴": ("piano",),
    r"sax\w*": ("tenor saxophone",),
    r"horns?": ("french horn",),
    r"organ": ("hammond organ",),
    **{
        pattern: tuple(name for name, one in INSTRUMENTS.items() if one.family == family)
        for pattern, family in _FAMILIES.items()
    },
}
"""Words → the instruments they mean; the first that is found takes its words away from the others."""


class MusicLimits(NamedTuple):
    """What the words rule out, each with the words; empty where they say nothing."""

    no_score: str = ""
    no_music: str = ""
    """Not even what the scene itself plays."""
    source_only: str = ""
    no_source: str = ""
    only: tuple[str, ...] = ()
    """The instruments that are left; empty for all."""
    without: tuple[str, ...] = ()
    wanted: tuple[str, ...] = ()
    """Those that are asked for beside others."""
    silent: tuple[tuple[str, str], ...] = ()
    """Number of a scene without music → the words."""

    def allows(self, instrument: str) -> bool:
        """The instrument may play."""
        return (not self.only or instrument in self.only) and instrument not in self.without

    def within(self, wanted: Iterable[str]) -> tuple[str, ...]:
        """The instruments that may play; where none is left, the first that is allowed."""
        kept = tuple(dict.fromkeys(name for name in wanted if self.allows(name)))
        return kept or self.only[:1] or ("piano",)


NO_MUSIC_LIMITS = MusicLimits()


def read_music_limits(said: Sequence[str]) -> MusicLimits:
    """What vision, constraints and broadcasts rule out of the score, oldest first; later words may lift it.

    A clause with a condition (“no music until the last act”) binds nothing, unless it names scenes.
    """
    found = NO_MUSIC_LIMITS
    for text in said:
        for match in _CLAUSE.finditer(text.replace("’", "'")):
            found = _heard(found, match[0].strip(), text)
    return found


def _heard(found: MusicLimits, clause: str, text: str) -> MusicLimits:
    refuses_music, refuses_score = _NO_MUSIC.search(clause), _NO_SCORE.search(clause)
    if scenes := _SCENES.search(clause):
        silent = bool(refuses_music or refuses_score or re.search(r"\bsilen\w+", clause, re.IGNORECASE))
        numbers = _numbers(scenes[1]) if silent else ()
        return found._replace(silent=(*found.silent, *((number, text) for number in numbers)))
    if _SOURCE_ONLY.search(clause):
        return found._replace(source_only=text)
    if _NO_SOURCE.search(clause):
        return found._replace(no_source=text)
    if _BACK.search(clause) and not (refuses_music or refuses_score):
        return found._replace(no_score="", no_music="", source_only="")
    if (refuses_music or refuses_score) and _CONDITION.search(_EVERYWHERE.sub("", clause)):
        return found
    if refuses_score:
        return found._replace(no_score=text)
    if refuses_music:
        return found._replace(no_music=text)
    return _instruments(found, clause)


def _instruments(found: MusicLimits, clause: str) -> MusicLimits:
    named, left = tuple[str, ...](), clause
    for pattern, names in _NAMED.items():
        taken = re.sub(rf"(?<!\w)(?:{pattern})(?!\w)", "-", left, flags=re.IGNORECASE)
        if taken != left:
            named, left = (*named, *names), taken
    if not named:
        return found
    if re.search(_NO, clause, re.IGNORECASE):
        return found._replace(without=tuple(dict.fromkeys((*found.without, *named))))
    if _ONLY.search(clause):
        return found._replace(only=named)
    if _WISHED.search(clause):
        return found._replace(wanted=tuple(dict.fromkeys((*found.wanted, *named))))
    return found


def _numbers(listed: str) -> tuple[str, ...]:
    """4, 6 to 8 → 4, 6, 7, 8."""
    numbers: list[str] = []
    for part in re.split(r"\s*(?:,|and|&)\s*", listed):
        ends = re.split(r"\s*(?:to|-)\s*", part)
        if len(ends) == 2 and ends[0].isdigit() and ends[1].isdigit() and int(ends[1]) - int(ends[0]) < 500:
            numbers += [str(number) for number in range(int(ends[0]), int(ends[1]) + 1)]
        else:
            numbers += ends
    return tuple(number for number in numbers if number)
