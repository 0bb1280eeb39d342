"""How large a debate is: by what hangs on it, how far apart the roles stand, and what is left to pay minds with.

Always within the rounds that the policy of its subject grants, and always said with its reason.
"""

from typing import NamedTuple

from cineledger.domain.debate.question import Question
from cineledger.domain.state import State
from cineledger.domain.story.events import StructureRead
from cineledger.domain.words import Tier

BY_TIER: dict[Tier, float] = {"autonomous": 0.1, "collaborative": 0.3, "orchestrator": 0.6}
"""What hangs on a question for being of its tier; the rest of 1 is what it is about."""
BY_EMPHASIS, BY_TURN, BY_REACH = 0.4, 0.25, 0.3
"""What a beat that its whole scene turns on adds; a turning point of the film; what touches every scene of it."""
TRIFLING, MAJOR = 0.4, 0.75
"""Below the first a question has one round; from the second on it has more even when money is short."""
WORTH = 0.2
"""Importance times disagreement from which another round is worth it."""
LITTLE, NOTHING = 0.25, 0.1
"""Of what minds may cost, the share left under which debates shrink, and under which none goes into another round."""


class Weight(NamedTuple):
    """What hangs on a question."""

    importance: float
    """0 a detail, 1 the whole film."""
    reason: str


class Further(NamedTuple):
    """Whether another round is worth it."""

    disagreement: float
    """The share of those who spoke that stand apart from the proposal with most voices; 1 where one of them blocks."""
    granted: bool
    reason: str


def weight(
    state: State, tier: Tier, scene: str | None, beat: int | None, characters: tuple[str, ...]
) -> Weight:
    """What hangs on a question of a tier about the film, a beat or characters, as far as is known by now."""
    total, said = BY_TIER[tier], list[str]()
    written = state.script.scenes.get(scene or "")
    played = written.beat(beat) if written is not None and beat is not None else None
    if played is not None:
        total += BY_EMPHASIS * played.emphasis
        said.append(f"beat {beat} carries {played.emphasis:g} of scene {scene}")
    turn = _turn(state, scene, beat)
    if turn is not None:
        total += BY_TURN
        said.append(f"there is the film's {turn}")
    if characters:
        share = _share(state, characters)
        total += BY_REACH * share
        said.append(
            f"{' and '.join(characters)} {'have' if len(characters) > 1 else 'has'} {share:.0%} of the speeches"
        )
    elif scene is None:
        total += BY_REACH
        said.append("it touches every scene")
    return Weight(round(min(1.0, total), 2), "; ".join(said) or f"it is {tier}")


def rounds_for(most: int, importance: float, left: float | None) -> tuple[int, str]:
    """The rounds that a question may have of those that its policy grants, and why."""
    short = left is not None and left < LITTLE
    if most > 1 and importance < TRIFLING:
        return 1, f"1 round of {most}: little hangs on it"
    if most > 1 and short and (importance < MAJOR or (left is not None and left < NOTHING)):
        return 1, f"1 round of {most}: {left:.0%} is left of what minds may cost"
    return most, f"{most} round{'' if most == 1 else 's'} at most"


def further(question: Question, left: float | None) -> Further:
    """Whether another round is worth it, as the one that is over leaves things."""
    apart, spoke, blocked = stand_apart(question)
    disagreement = 1.0 if blocked else round(len(apart) / len(spoke), 2) if spoke else 0.0
    importance = (
        BY_TIER[question.opened.tier] if question.opened.importance is None else question.opened.importance
    )
    worth = round(importance * disagreement, 2)
    split = f"{len(apart)} of {len(spoke)} stand apart{' and block' if blocked else ''} on what weighs {importance:g}"
    if question.rounds_left == 0:
        return Further(
            disagreement, False, f"{split}, and the rounds are over" if apart else "the rounds are over"
        )
    if question.again:
        return Further(disagreement, True, f"{', '.join(question.again)} stood on what was amended since")
    if not apart:
        return Further(disagreement, False, "nobody stands apart")
    if left is not None and left < NOTHING:
        return Further(disagreement, False, f"{split}, but {left:.0%} is left of what minds may cost")
    short = left is not None and left < LITTLE
    granted = worth >= WORTH * (2 if short else 1)
    money = f" while {left:.0%} is left of what minds may cost" if short else ""
    so = "another round is worth it" if granted else "the lead decides at once"
    return Further(disagreement, granted, f"{split}: {so}{money}")


def stand_apart(question: Question) -> tuple[tuple[str, ...], tuple[str, ...], bool]:
    """Who does not stand behind what most do, all who spoke, and whether what most stand behind is blocked."""
    live = question.live
    spoken = [p for p in question.positions if p.proposal in live]
    spoke = tuple(dict.fromkeys(p.role for p in spoken))
    if not live:
        return (), spoke, False
    votes = {n: sum(1 if p.supports else -1 for p in spoken if p.proposal == n) for n in live}
    top = max(live, key=lambda number: (votes[number], -number))
    against = [p for p in question.standing(top)]
    elsewhere = {p.role for p in spoken if p.supports and p.proposal != top}
    apart = tuple(role for role in spoke if role in elsewhere or any(p.role == role for p in against))
    return apart, spoke, any(p.blocking for p in against)


def _turn(state: State, scene: str | None, beat: int | None) -> str | None:
    """Which turning point of the film a beat is, where the structure was read."""
    structure = state.works.get(StructureRead)
    points = structure.points if structure is not None and scene is not None else ()
    return next((p.point for p in points if p.scene == scene and p.beat in (beat, None)), None)


def _share(state: State, characters: tuple[str, ...]) -> float:
    spoken = [(name, character.introduced.speeches) for name, character in state.cast.characters.items()]
    spoken += [
        (person.character, person.speeches) for taken in state.series.taken() for person in taken.people
    ]
    total = sum(speeches for _, speeches in spoken)
    theirs = sum(speeches for name, speeches in spoken if name in characters)
    return theirs / total if total else 0.0
