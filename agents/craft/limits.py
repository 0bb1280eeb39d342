"""Constraints that no shot may break, read from the orchestrator's words."""

# Full-width and Cyrillic marks that look like Latin ones are meant: scripts are typed with them.

import re
from collections.abc import Sequence
from typing import NamedTuple, TypeVar, get_args

from cineledger.agents.craft.limit_words import ALWAYS_FREE, LADDER, MOVES, SUPPORT_FOR, TERMS
from cineledger.agents.craft.page import quoted
from cineledger.domain.shots.events import ShotSpec
from cineledger.domain.words import SIZES, Angle, Movement, ShotSize, ShotType, Support

_T = TypeVar("_T", bound=str)


class Limits(NamedTuple):
    """What is forbidden; empty and None where nothing is."""

    movements: tuple[Movement, ...] = ()
    sizes: tuple[ShotSize, ...] = ()
    angles: tuple[Angle, ...] = ()
    types: tuple[ShotType, ...] = ()
    supports: tuple[Support, ...] = ()
    widest_mm: int | None = None
    """No lens shorter than this."""
    longest_mm: int | None = None
    sources: tuple[tuple[str, str], ...] = ()
    """What is forbidden, or `widest`, `longest` → the constraint that says so."""


NO_LIMITS = Limits()

_CLAUSE = re.compile(r"[^.;,!?\n。；，、！？]+(?:\.\d+[^.;,!?\n]*)*")
_REFUSAL = re.compile(
    r"\b(no|never|without|avoid|don't|do not|must not|mustn't|not|ban|banned|forbid|forbidden|neither|nor|"
    r"не|без|никак\w+|нет|никогда|sans|sin|ohne|kein\w*)\b|不要|没有|禁止|不用|不许|不得"
)
_CONDITION = re.compile(
    r"\b(until|unless|except|before|after|only (?:when|if|in|for|at|during)|scene \d+|not only)\b"
)
_LIFTED = re.compile(r"\b(allow|allowed|welcome|permitted|again|is fine|are fine|ok now)\b")
_LENS = re.compile(
    r"\b(?P<how>wider|shorter|longer|tighter) than (?:an? )?(?P<mm>\d{1,3}) ?mm|"
    r"\b(?P<alone>\d{1,3}) ?mm (?:lens )?only\b|\bonly (?:an? |the )?(?P<just>\d{1,3}) ?mm\b"
)
_SIZE_BOUND = re.compile(r"\b(?P<how>closer|tighter|wider|looser) than (?:an? )?(?P<what>[a-z -]+)")


def read_limits(texts: Sequence[str]) -> Limits:
    """What the constraints forbid, clause by clause; a later text that allows a thing again lifts it.

    A clause with a condition (“until the last act”, “except in scene 4”) is left to people: it binds no shot.
    """
    banned: dict[str, str] = {}
    bounds: dict[str, tuple[int, str]] = {}
    for text in texts:
        refusing = False
        for match in _CLAUSE.finditer(text.replace("’", "'")):
            clause = match[0].casefold()
            refusing = refusing and text[match.start() - 1] in ",，、"
            if _CONDITION.search(clause):
                refusing = False
                continue
            refusal = _REFUSAL.search(clause)
            for word in _named(clause) if _LIFTED.search(clause) and not refusal else ():
                banned.pop(word, None)
            bound = _bound(clause, text, banned, bounds)
            if not bound and refusal:
                _ban(banned, _named(clause[refusal.end() :]), text)
            elif not bound and refusing and len(clause.split()) <= 4:
                _ban(banned, _named(clause), text)
            elif not bound:
                _ban(banned, _others(clause), text)
            refusing = bool(refusal) or (refusing and len(clause.split()) <= 4)
    return _limits(banned, bounds)


def allowed(spec: ShotSpec, limits: Limits) -> str | None:
    """None, or why the shot breaks a limit, quoting the constraint."""
    sources = dict(limits.sources)
    checks: tuple[tuple[bool, str, str], ...] = (
        (spec.movement in limits.movements, spec.movement, f"{spec.movement} camera"),
        (spec.size in limits.sizes, spec.size, f"{spec.size}"),
        (spec.angle in limits.angles, spec.angle, f"{spec.angle} angle"),
        (spec.type in limits.types, spec.type, f"{spec.type} shot"),
        (spec.support in limits.supports, spec.support, f"{spec.support}"),
        (limits.widest_mm is not None and spec.lens_mm < limits.widest_mm, "widest", f"{spec.lens_mm}mm"),
        (limits.longest_mm is not None and spec.lens_mm > limits.longest_mm, "longest", f"{spec.lens_mm}mm"),
    )
    for broken, key, what in checks:
        if broken:
            return f"{what} breaks the constraint {quoted(sources.get(key, ''), 80)}"
    return None


def within(spec: ShotSpec, limits: Limits) -> ShotSpec:
    """The nearest shot the limits allow, the description left as it is; the shot itself where it breaks
    none.
    """
    movement = _nearest(spec.movement, get_args(Movement), limits.movements)
    supports = [s for s in SUPPORT_FOR[movement] if s not in limits.supports] or list(SUPPORT_FOR[movement])
    lens = min(max(spec.lens_mm, limits.widest_mm or 8), limits.longest_mm or 600)
    return spec.model_copy(
        update={
            "movement": movement,
            "support": spec.support if spec.support in supports else supports[0],
            "size": _nearest(spec.size, SIZES, limits.sizes),
            "angle": _nearest(spec.angle, get_args(Angle), limits.angles),
            "type": "SINGLE" if spec.type in limits.types and "SINGLE" not in limits.types else spec.type,
            "lens_mm": lens,
        }
    )


def _nearest(value: _T, scale: Sequence[_T], banned: Sequence[str]) -> _T:
    """The value, else for sizes the free neighbour, for the rest the first that is free (EYE, STATIC come
    first).
    """
    if value not in banned:
        return value
    free = [other for other in scale if other not in banned]
    if not free:
        return value
    if value in SIZES:
        free = [other for other in free if other != "INSERT"] or free
        return min(free, key=lambda other: (abs(scale.index(other) - scale.index(value)), scale.index(other)))
    return free[0]


def _named(clause: str) -> list[str]:
    return [word for pattern, words in TERMS if re.search(pattern, clause) for word in words]


def _ban(banned: dict[str, str], words: Sequence[str], text: str) -> None:
    for word in words:
        banned.setdefault(word, text)


def _others(clause: str) -> list[str]:
    """What a clause with `only` leaves out: the rest of the vocabulary its words belong to."""
    if not re.search(r"\bonly\b|\bnothing but\b|\bexclusively\b|\bentirely\b|только|只用|只能", clause):
        return []
    after = re.search(r"\b(?:only|nothing but|exclusively)((?: [a-z-]+){0,3})", clause)
    before = re.search(r"((?:[a-z-]+ ){0,4})(?:only|exclusively)\s*\Z", clause)
    reach = (before[1] if before else "") + " " + (after[1] if after else "")
    kept = _named(reach if reach.strip() else clause)
    rest = []
    for vocabulary in (get_args(Movement), SIZES, get_args(Angle)):
        if any(word in vocabulary for word in kept):
            rest += [word for word in vocabulary if word not in kept and word not in ALWAYS_FREE]
    return rest


def _bound(clause: str, text: str, banned: dict[str, str], bounds: dict[str, tuple[int, str]]) -> bool:
    if lens := _LENS.search(clause):
        alone = lens["alone"] or lens["just"]
        length = max(8, min(600, int(alone or lens["mm"])))
        if alone or lens["how"] in ("wider", "shorter"):
            bounds["widest"] = (length, text)
        if alone or lens["how"] in ("longer", "tighter"):
            bounds["longest"] = (length, text)
        return True
    if size := _SIZE_BOUND.search(clause):
        named = [word for word in LADDER if word in _named(size["what"])]
        if (named and _REFUSAL.search(clause)) or (named and "nothing" in clause):
            close = size["how"] in ("closer", "tighter")
            edge = LADDER.index(named[-1] if close else named[0])
            _ban(banned, LADDER[edge + 1 :] if close else LADDER[:edge], text)
            return True
    if re.search(MOVES, clause) and _REFUSAL.search(clause):
        _ban(banned, [word for word in get_args(Movement) if word != "STATIC"], text)
        return True
    return False


def _limits(banned: dict[str, str], bounds: dict[str, tuple[int, str]]) -> Limits:
    widest, longest = bounds.get("widest"), bounds.get("longest")
    sources = [*banned.items(), *((key, text) for key, (_, text) in bounds.items())]
    return Limits(
        movements=tuple(word for word in get_args(Movement) if word in banned),
        sizes=tuple(word for word in SIZES if word in banned),
        angles=tuple(word for word in get_args(Angle) if word in banned),
        types=tuple(word for word in get_args(ShotType) if word in banned),
        supports=tuple(word for word in get_args(Support) if word in banned),
        widest_mm=widest[0] if widest else None,
        longest_mm=longest[0] if longest else None,
        sources=tuple(sorted(sources)),
    )
