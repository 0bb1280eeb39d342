"""What a department writes back to a colleague, as the house reads the wish."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from cineledger.agents.craft.music_notes import Wish, wish_in
from cineledger.agents.craft.page import quoted
from cineledger.agents.craft.set_reading import wished


class Said(NamedTuple):
    """An answer, and whether the piece is made anew by what was asked."""

    text: str
    again: bool


Piece = Mapping[str, Any]
"""What a piece says, by the names of its fields."""


def reply(kind: str, piece: Piece, text: str, notes: Sequence[str], said: Sequence[str]) -> Said:
    """The answer to a wish about a piece of work, or about what somebody feels."""
    answers = _ANSWERS.get(kind)
    if answers is not None:
        return answers(piece, text, (*said, *notes))
    return Said("I leave it as it is: no rule of my craft reads a change in that", False)


def _set(piece: Piece, text: str, said: Sequence[str]) -> Said:
    """A light is put into a set, unless somebody wanted it gone."""
    added, _ = wished("practicals", [text])
    _, gone = wished("practicals", said)
    refused = [name for name in added if name.partition(":")[0] in gone or name in gone]
    if refused:
        against = next(one for one in reversed(said) if wished("practicals", [one])[1] & set(refused))
        return Said(
            f"Not in {piece['set']}: we were told {quoted(against, 60)}. Light it from outside", False
        )
    if added:
        return Said(f"{piece['set']} gets it: {', '.join(added)}. I draw it again", True)
    return Said(f"I leave {piece['set']} as it is: I read no light in that which could stand in it", False)


def _cue(piece: Piece, text: str, said: Sequence[str]) -> Said:
    """Music comes in later, or softer, where that is what was asked."""
    if wish_in([text]) == Wish():
        return Said(f"{piece['cue']} stays where it is: I hear no wish in that which it could follow", False)
    if said and wish_in(said).later < 0:
        return Said(
            f"{piece['cue']} was asked for earlier, and stays: {quoted(wish_in(said).text, 60)}", False
        )
    return Said(f"{piece['cue']} gives way to the line. I write it again", True)


def _feeling(piece: Piece, text: str, said: Sequence[str]) -> Said:
    """Whoever plays her keeps what she felt, and says which line she has it from."""
    quote = str(piece.get("quote") or "")
    line = f" I have it from {quoted(quote, 60)}" if quote and not quote.startswith("(") else ""
    return Said(f"I play it against the line: {piece['feeling']} is what is under it.{line}", False)


_ANSWERS: Mapping[str, Callable[[Piece, str, Sequence[str]], Said]] = {
    "SetDesigned": _set,
    "CueWritten": _cue,
    "EmotionalStateChanged": _feeling,
}
