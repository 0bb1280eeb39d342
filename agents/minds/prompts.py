"""What a mind is told beside the ask: who it is, and how this ask is answered. One Markdown file a role."""

import re
from functools import cache
from importlib.resources import files

from cineledger.agents import roles
from cineledger.domain.words import CAST_PREFIX

EVERYONE = "everyone"
"""The file of what holds for every role, and of asks that any role gets."""
_SECTION = re.compile(r"^## (.+)$", re.MULTILINE)
_WORD = re.compile(r"\w+")


def role_prompt(role: str) -> str:
    """What everybody works by, and who this role is: the same for all its asks."""
    return f"{sections(EVERYONE)['']}\n\n{role_page(role)}"


def role_page(role: str) -> str:
    """Who this role is: the same for all its asks."""
    return sections(_file(role))[""]


def task_prompt(role: str, ask_name: str) -> str:
    """How a role answers one kind of ask, with the sections that this one points to.

    Raises KeyError where nobody wrote that down.
    """
    page = {**sections(EVERYONE), **sections(_file(role))}
    if ask_name not in page:
        raise KeyError(f"{_file(role)}.md and {EVERYONE}.md have no section {ask_name}")
    told = page[ask_name]
    pointed = dict.fromkeys(word for word in _WORD.findall(told) if word in page and word != ask_name)
    return "\n\n".join((told, *(f"What is said of {name}:\n\n{page[name]}" for name in pointed)))


@cache
def sections(file: str) -> dict[str, str]:
    """The text of a role's file by section; what stands before the first is under the empty name.

    Raises FileNotFoundError where there is no such file, ValueError where a section comes twice or is empty.
    """
    text = files(roles).joinpath(f"{file}.md").read_text(encoding="utf-8")
    parts = _SECTION.split(text)
    names = ["", *parts[1::2]]
    found = {name.strip(): part.strip() for name, part in zip(names, parts[::2], strict=True)}
    if len(found) < len(names) or not all(found.values()):
        raise ValueError(f"{file}.md has a section twice, or an empty one")
    return found


def _file(role: str) -> str:
    return "cast" if role.startswith(CAST_PREFIX) else role
