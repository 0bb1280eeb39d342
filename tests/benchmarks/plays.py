"""A play printed as books print plays, typed as a screenplay: a scene for each entrance, as the French count them."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

_ACT = re.compile(r"^(?:FIRST|SECOND|THIRD|FOURTH|FIFTH) ACT$")
_OVER = re.compile(r"^(?:TABLEAU|\*\*\* END OF|THE END)")
_SPEECH = re.compile(r"^([A-Z][a-z]+(?: [A-Z][a-z]+)?)\.  (.+)$", re.DOTALL)
_ASIDE = re.compile(r"(\[[^\]]*\])")
_ENTERS = re.compile(r"\benters?\b", re.IGNORECASE)


def as_screenplay(path: Path, servants: Sequence[str]) -> str:
    """The play in Fountain: a slug line for each act, and wherever somebody enters who is no servant."""
    text = path.read_text("utf-8-sig").replace("\r", "")
    paragraphs = [" ".join(p.split("\n")).strip() for p in re.split(r"\n\s*\n", text)]
    people = {m[1] for p in paragraphs if (m := _SPEECH.match(p))} - set(servants)
    begun = next(at for at, p in enumerate(paragraphs) if _ACT.match(p))
    everybody = people | set(servants)
    return "\n\n".join(("Title: The play", *_scenes(paragraphs[begun:], people, everybody))) + "\n"


def _scenes(paragraphs: Sequence[str], people: set[str], everybody: set[str]) -> Iterator[str]:
    act, scene = 0, 0
    for paragraph in paragraphs:
        if _OVER.match(paragraph):
            return
        if _ACT.match(paragraph):
            act += 1
            scene += 1
            yield f"INT. ACT {act} - DAY #{scene}#"
        elif paragraph.startswith("[") and _comes(paragraph, people):
            scene += 1
            yield f"INT. ACT {act} - CONTINUOUS #{scene}#"
            yield _bare(paragraph)
        elif not act or paragraph in ("SCENE", "ACT DROP"):
            continue
        else:
            yield from _played(paragraph, everybody)
            if _ends_in_an_entrance(paragraph, people):
                scene += 1
                yield f"INT. ACT {act} - CONTINUOUS #{scene}#"


def _played(paragraph: str, everybody: set[str]) -> Iterator[str]:
    """A speech; what others do in the middle of it is an action, what its speaker does a parenthetical."""
    speech = _SPEECH.match(paragraph)
    if speech is None:
        yield _bare(paragraph)
        return
    cue = speech[1].upper()
    lines = [cue]
    for part in filter(str.strip, _ASIDE.split(speech[2])):
        if not part.startswith("["):
            lines.append(part.strip())
        elif _bare(part).split()[0].rstrip(".,") in everybody or any(name in part for name in everybody):
            if len(lines) > 1:
                yield "\n".join(lines)
            yield _bare(part)
            lines = [cue]
        else:
            lines.append(f"({_bare(part).rstrip('.').lower()})")
    if len(lines) > 1:
        yield "\n".join(lines)


def _comes(direction: str, people: set[str]) -> bool:
    return bool(_ENTERS.search(direction)) and any(name in direction for name in people)


def _ends_in_an_entrance(paragraph: str, people: set[str]) -> bool:
    last = _ASIDE.split(paragraph)[-2:] if paragraph.endswith("]") else []
    return bool(last) and _comes(" ".join(last), people)


def _bare(direction: str) -> str:
    return re.sub(r"\s+", " ", direction.strip("[] ").replace("_", "").replace("--", "—")).strip()
