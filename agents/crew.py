"""The crew: one module in `roles/` a role, found by being there."""

import importlib
import pkgutil
from functools import cache, lru_cache

from cineledger.agents import roles
from cineledger.agents.role import CAST, Role, Rules
from cineledger.domain.words import CAST_PREFIX


@cache
def crew() -> dict[str, Role]:
    """Every role by name."""
    found = {}
    for module in pkgutil.iter_modules(roles.__path__):
        role: Role = importlib.import_module(f"{roles.__name__}.{module.name}").ROLE
        found[role.name] = role
    return found


def crew_names() -> tuple[str, ...]:
    """The crew that a production opens with, by rank and name; cast members join with their characters."""
    named = sorted(crew().values(), key=lambda role: (role.rank, role.name))
    return tuple(role.name for role in named if role.rank != CAST)


def role_of(name: str) -> Role | None:
    """The role that somebody on the roster plays; None for one this version doesn't have."""
    return crew().get("cast" if name.startswith(CAST_PREFIX) else name)


@lru_cache(maxsize=64)
def in_order(roster: tuple[str, ...]) -> tuple[str, ...]:
    """The roster in the order in which its reactions to one event are committed."""
    known = [(role_of(name), place, name) for place, name in enumerate(roster)]
    return tuple(
        name for _, _, name in sorted((role.rank, place, name) for role, place, name in known if role)
    )


def house_rules() -> Rules:
    """The rules by which the house mind answers any role."""
    return {ask: rule for role in crew().values() for ask, rule in role.rules.items()}
