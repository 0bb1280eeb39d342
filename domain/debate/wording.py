"""Whose words of a scene somebody may put up for debate."""

from collections.abc import Sequence

from cineledger.domain.debate.options import Option, SceneTextOption
from cineledger.domain.debate.question import Question
from cineledger.domain.refusal import Refused
from cineledger.domain.script.screenwriting import ScriptLine
from cineledger.domain.words import CAST_PREFIX


def own_words(question: Question, rival: int, option: Option, by: str) -> None:
    """Refuses a cast member's text of a scene that differs from its rival in others' lines than her own."""
    proposal = question.proposal(rival)
    if not by.startswith(CAST_PREFIX) or not isinstance(option, SceneTextOption) or proposal is None:
        return
    if isinstance(proposal.option, SceneTextOption) and not only_own(proposal.option, option, by):
        raise Refused(
            f"{by} changes lines that are not hers", "Offer your own lines otherwise, and no other's."
        )


def only_own(before: SceneTextOption, now: SceneTextOption, role: str) -> bool:
    """Two texts of a scene differ in the lines of one character at most."""
    character = role.removeprefix(CAST_PREFIX)
    return _without(before.lines, character) == _without(now.lines, character)


def _without(lines: Sequence[ScriptLine], character: str) -> list[ScriptLine]:
    return [line for line in lines if line.who != character]
