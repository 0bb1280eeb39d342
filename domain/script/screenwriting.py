"""A scene as a writer hands it in, line by line, and the Fountain that reads back as the same lines."""

import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Literal

from cineledger.domain.fountain import parse_cue, read
from cineledger.domain.fountain.cue import is_cue, speaker
from cineledger.domain.fountain.screenplay import Element, SceneText
from cineledger.domain.fountain.slug import is_heading
from cineledger.domain.refusal import Refused
from cineledger.domain.value import Value

LONGEST_TEXT = 1_500
"""Characters of a line; a page has about 1,700."""
MOST_LINES = 240
"""A scene of ten pages has about so many."""
LONGEST_NAME = 40
LONGEST_TRANSITION = 40
LONGEST_SYNOPSIS = 400

_HIDES = ("[[", "]]", "/*", "*/")
_LINES_UP = frozenset("\t\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")
"""Breaks and tabs: they become spaces."""

LineKind = Literal["action", "dialogue", "parenthetical", "transition"]


class ScriptLine(Value):
    """One line of a scene."""

    kind: LineKind
    text: str
    """Of a parenthetical without its brackets."""
    who: str = ""
    """Who says it, as on her cue; empty for action and transitions."""
    heard: Literal["", "V.O.", "O.S."] = ""
    """Heard and not seen: on the cue of a speech that begins with this line."""


def one_line(text: str) -> str:
    """Text with every break and run of blanks as one space."""
    return " ".join("".join(" " if c in _LINES_UP else c for c in text).split())


def line_faults(lines: Sequence[ScriptLine], known: Collection[str]) -> list[str]:
    """What is wrong with the lines of a scene, in clauses; `known` are the people who may speak."""
    if not lines:
        return ["the scene has no line"]
    found = [f"the scene has {len(lines)} lines, of at most {MOST_LINES}"] if len(lines) > MOST_LINES else []
    for place, line in enumerate(lines):
        found += [f"line {place}: {fault}" for fault in _line_faults(line, known)]
        following = lines[place + 1] if place + 1 < len(lines) else None
        if line.kind == "parenthetical" and not _goes_on(line, following):
            found.append(f"line {place}: a parenthetical stands before dialogue of the same person")
    return found


def _goes_on(line: ScriptLine, following: ScriptLine | None) -> bool:
    return (
        following is not None and following.kind == "dialogue" and speaker(following.who) == speaker(line.who)
    )


def _line_faults(line: ScriptLine, known: Collection[str]) -> Iterator[str]:
    text = one_line(line.text)
    yield from text_faults(text)
    if line.kind in ("action", "transition"):
        if line.who:
            yield f"{line.kind} is nobody's, so `who` is empty"
        if line.kind == "action" and is_heading(text):
            yield "a slug line is no action: a scene has one, and the outline gives it"
        if line.kind == "transition" and (len(text) > LONGEST_TRANSITION or text.endswith("<")):
            yield "that is no transition, like CUT TO:"
    elif speaker(line.who) not in known:
        yield f"{line.who or 'nobody'} is no person of this film; who is new has to be introduced in `people`"


def text_faults(text: str) -> Iterator[str]:
    """What makes a text unfit for a line: nothing in it, too much of it, marks that would hide it."""
    if not text:
        yield "it says nothing"
    if len(text) > LONGEST_TEXT:
        yield f"it has {len(text):,} characters, of at most {LONGEST_TEXT:,}"
    if any(mark in text for mark in _HIDES):
        yield "notes and boneyards, [[ ]] and /* */, are no part of a line"
    if any(_unprintable(character) for character in text):
        yield "it has characters that can't be printed"


def _unprintable(character: str) -> bool:
    """Control characters, and marks that turn the direction of what follows."""
    turns = "\u202a" <= character <= "\u202e" or "\u2066" <= character <= "\u2069"
    return turns or unicodedata.category(character) in ("Cc", "Cs", "Co", "Cn")


def name_fault(name: str) -> str | None:
    """Why a name can't stand on a cue; None where it can."""
    cue = parse_cue(name)
    if not name or name != speaker(name) or cue.name != name or cue.extensions or cue.dual:
        return f"{name!r} can't stand on a cue: a name in capitals, without brackets or marks"
    if len(name) > LONGEST_NAME or list(text_faults(name)):
        return f"{name[:LONGEST_NAME]!r} is no name"
    if is_heading(name) or not (is_cue(name) or any(c.isalpha() for c in name)) or name.endswith("TO:"):
        return f"{name!r} is a slug line or a transition, and no name"
    return None


def scene_of(heading: str, synopsis: str, lines: Sequence[ScriptLine]) -> SceneText:
    """The scene under its slug line, its synopsis off the page; refuses what would not read back as it was meant."""
    slug = one_line(heading)
    told = one_line(synopsis).lstrip("= ")
    shown = slug if is_heading(slug) else f".{slug.lstrip('.')}"
    blocks = [shown, *([f"= {told}"] if told else []), *_blocks(lines)]
    screenplay = read("".join(f"{block}\n\n" for block in blocks))
    expected = [*([("synopsis", told, None)] if told else []), *_expected(lines)]
    scenes = screenplay.scenes
    if screenplay.title_page or len(scenes) != 1 or scenes[0].heading is None:
        raise Refused(
            f"{slug or 'nothing'} is no slug line of one scene", "One like INT. KITCHEN - NIGHT is."
        )
    found = [(e.kind, e.text, e.character) for e in scenes[0].elements[1:]]
    if found != expected:
        wrong = next(
            (e for e, f in zip(expected, [*found, *[None] * len(expected)], strict=False) if e != f), None
        )
        what = f'{wrong[0]} "{wrong[1][:60]}"' if wrong else "the scene"
        raise Refused(f"{what} would not be read as what it is", "Begin it with a word, not with a mark.")
    return scenes[0]


def _blocks(lines: Sequence[ScriptLine]) -> Iterator[str]:
    """What stands between blank lines: an action, a transition, or a cue with what is said under it."""
    for speech in speeches(lines):
        first = speech[0]
        text = one_line(first.text)
        if first.kind == "action":
            yield text if _reads_as_action(text) else f"!{text}"
        elif first.kind == "transition":
            yield f"> {text.upper().lstrip('> ')}"
        else:
            name = speaker(first.who)
            heard = f" ({first.heard})" if first.heard else ""
            yield "\n".join([(name if is_cue(name) else f"@{name}") + heard, *map(_under_cue, speech)])


def speeches(lines: Iterable[ScriptLine]) -> Iterator[list[ScriptLine]]:
    """The lines in stretches: what one person says under one cue together, all else by itself.

    A parenthetical opens a speech, or goes on in one; dialogue after dialogue opens another.
    """
    speech: list[ScriptLine] = []
    for line in lines:
        goes_on = (
            speech
            and line.kind in ("dialogue", "parenthetical")
            and speech[-1].kind in ("dialogue", "parenthetical")
            and speaker(line.who) == speaker(speech[-1].who)
            and speech[-1].kind != line.kind
            and not (line.heard and line.heard != speech[0].heard)
        )
        if goes_on:
            speech.append(line)
            continue
        if speech:
            yield speech
        speech = [line]
    if speech:
        yield speech


def _under_cue(line: ScriptLine) -> str:
    return f"({bare(line.text)})" if line.kind == "parenthetical" else one_line(line.text)


def bare(text: str) -> str:
    """A parenthetical without its brackets."""
    plain = one_line(text)
    return plain[1:-1].strip() if plain[:1] == "(" and plain[-1:] == ")" else plain


def _reads_as_action(text: str) -> bool:
    scenes = read(f".X\n\n{text}\n\nA line.\n").scenes
    return len(scenes) == 1 and [(e.kind, e.text) for e in scenes[0].elements[1:]] == [
        ("action", text),
        ("action", "A line."),
    ]


def _expected(lines: Sequence[ScriptLine]) -> Iterator[tuple[str, str, str | None]]:
    for speech in speeches(lines):
        first, name = speech[0], speaker(speech[0].who)
        if first.kind == "action":
            yield "action", one_line(first.text), None
        elif first.kind == "transition":
            yield "transition", one_line(first.text).upper().lstrip("> "), None
        else:
            yield "cue", name + (f" ({first.heard})" if first.heard else ""), name
            for line in speech:
                text = _under_cue(line)
                yield line.kind, text, name


def lines_of(elements: Sequence[Element]) -> tuple[ScriptLine, ...]:
    """The lines of a scene that stands, as a writer would hand them in; what is off the page is left out."""
    found, heard = list[ScriptLine](), ""
    for element in elements:
        text = one_line(element.text)
        if element.kind == "cue":
            known = [e for e in element.extensions if e in ("V.O.", "O.S.")]
            heard = known[0] if known else ""
        elif element.kind in ("dialogue", "lyric", "parenthetical"):
            kind: LineKind = "parenthetical" if element.kind == "parenthetical" else "dialogue"
            shown = bare(text) if kind == "parenthetical" else text
            who = element.character or ""
            found.append(ScriptLine.model_validate({"kind": kind, "text": shown, "who": who, "heard": heard}))
            heard = ""
        elif element.kind in ("action", "centered"):
            found.append(ScriptLine(kind="action", text=text))
        elif element.kind == "transition":
            found.append(ScriptLine(kind="transition", text=text))
    return tuple(found)
