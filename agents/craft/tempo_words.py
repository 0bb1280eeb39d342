"""What the orchestrator's words ask of the cut: lingering or quick, and what they forbid."""

import re
from collections.abc import Sequence

_SLOW = re.compile(
    r"\b(?:long takes?|oners?|one[- ]takes?|unbroken|slow(?:ly)?|slow[- ]burn|patient\w*|linger\w*|"
    r"contemplat\w*|meditat\w*|still(?:ness)?|hold(?:s|ing)? (?:on|the)|"
    r"let (?:it|them|scenes) breathe|real time|tableaux?|austere)\b"
    r"|долг\w+ план|медленн|长镜头|缓慢|plan-séquence|plano secuencia|langsam",
    re.IGNORECASE,
)
_QUICK = re.compile(
    r"\b(?:quick(?:ly)?|fast(?:-paced)?|rapid(?:-fire)?|frantic|frenetic|kinetic|restless|breathless|montage|staccato|snappy|"
    r"screwball|slapstick|farc\w+|energetic|propulsive|punchy|hectic)\b"
    r"|быстр|динамич|快节奏|快速|rapide|rápid|schnell",
    re.IGNORECASE,
)
_REFUSED = re.compile(
    r"\b(?:no|not|never|without|avoid|nothing|don't|hardly any|нет|без|не|不要|ohne|kein\w*|sans)\W+(?:\w+\W+){0,2}\Z",
    re.IGNORECASE,
)
_RULED: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("long takes", re.compile(r"\b(?:long takes?|oners?|unbroken takes?)\b", re.IGNORECASE)),
    ("quick", re.compile(r"\b(?:quick|fast|rapid|frantic) (?:cut\w*|edit\w*|pac\w*)\b", re.IGNORECASE)),
)
_ONLY = re.compile(r"\bonly\b|\bnothing but\b|\beverything in\b", re.IGNORECASE)


def wants(said: Sequence[str]) -> float:
    """From -1, lingering, to 1, quick; 0 where the words say neither, or both alike."""
    pulls = [
        (sign if not _refused(text, found.start()) else -0.2 * sign)
        for text in said
        for sign, words in ((-1.0, _SLOW), (1.0, _QUICK))
        for found in words.finditer(text)
    ]
    return round(sum(pulls) / len(pulls), 2) if pulls else 0.0


def ruled_out(said: Sequence[str]) -> dict[str, str]:
    """Ways of pacing that a constraint refuses, or that it leaves no room for → its words."""
    gone: dict[str, str] = {}
    for text in said:
        for choice, words in _RULED:
            for found in words.finditer(text):
                if _refused(text, found.start()):
                    gone[choice] = text
                elif _ONLY.search(text):
                    gone.update(
                        {other: text for other in ("long takes", "classical", "quick") if other != choice}
                    )
    return gone


def _refused(text: str, at: int) -> bool:
    sentence = re.split(r"[.;!?\n。]", text[:at])[-1]
    return _REFUSED.search(sentence) is not None
