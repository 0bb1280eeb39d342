"""What there is to know of two accounts of a character, by name, for those who weigh which of them holds."""

from cineledger.agents.craft.page import shorten
from cineledger.domain.canon.events import ContradictionFound
from cineledger.domain.cast.identity import IdentityDrawn
from cineledger.domain.state import State

HERE = "here"
"""This production, where its own account of somebody is the later one."""

Facts = tuple[tuple[str, str], ...]


def canon_facts(state: State, found: ContradictionFound) -> Facts:
    """What there is to know of two accounts: what each says, what rests on it, who decided it, the years between."""
    lives = state.canon.lives
    was, now = lives.get(found.was), lives.get(found.now)
    on_was, on_now = (_upon(state, name) for name in (found.was, found.now))
    cast = state.canon.cast.get(found.character)
    years = now.taken.clock - was.taken.clock if was and now else (cast.cast.years or 0) if cast else 0
    return (
        ("kind", found.kind),
        ("was", found.was),
        ("now", "this production" if found.now == HERE else found.now),
        ("earlier", shorten(found.earlier, 55)),
        ("later", shorten(found.later, 55)),
        ("at_was", found.sources[0] or found.was),
        ("at_now", found.sources[1] or "here"),
        ("on_was", str(on_was)),
        ("on_now", str(on_now)),
        ("rests", f"{on_was} on {found.was}, {on_now} on the other"),
        ("decided_was", _read_or_decided(state, found, 0)),
        ("decided_now", _read_or_decided(state, found, 1)),
        ("years", str(years)),
    )


def _upon(state: State, production: str) -> int:
    """The lives that began from a production's, and what the orchestrator decided in it in person."""
    lives = [one.taken for one in state.canon.lives.values()]
    built = sum(production in life.upon for life in lives)
    return built + sum(life.decisions for life in lives if life.production == production)


def _read_or_decided(state: State, found: ContradictionFound, side: int) -> str:
    life = state.canon.lives.get((found.was, found.now)[side])
    cast = state.canon.cast.get(found.character)
    of = life.taken.life if life else cast.cast.life if cast and side == 0 else None
    drawn = state.works.get(IdentityDrawn, found.character) if found.now == HERE and side == 1 else None
    decided = drawn.decided if drawn else bool(of and of.identity and of.identity.decided)
    return "yes" if decided and found.kind in ("age", "trait") else "no"
