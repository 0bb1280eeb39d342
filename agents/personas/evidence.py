"""What each decision says about what was put forward: how much it speaks for or against a feature of it."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from cineledger.agents.personas.features import Feature, features, named, on
from cineledger.domain.debate.options import Option, RevisionOption, ShotOption
from cineledger.domain.debate.question import Question
from cineledger.domain.persona.state import Word

SAID, CHOSEN, HAD = 1.0, 0.5, 0.34
"""How much a decision says about a feature: named in the orchestrator's words; what was chosen differs in it; what was
decided on merely has it. A lesson takes 1: one plain word, two choices, or three of the same."""

By = Literal["orchestrator", "crew"]


class Evidence(NamedTuple):
    """What one decision says about one feature to one role."""

    role: str
    on: str
    feature: str
    """axis=value; empty for the whole."""
    subject: str | None
    """Whom it was of, where it was of somebody."""
    weight: float
    """Above 0 for it, below against it."""
    by: By
    did: str
    said: str
    number: int
    importance: float | None


def of_word(word: Word) -> Iterator[Evidence]:
    """What a word of the orchestrator's says to all who stood in its debate: they heard it."""
    found = _took(word) if word.did == "took" else _refused(word)
    heard = dict.fromkeys((word.by, *word.behind, *word.before))
    for (axis, value), weight in found.items():
        feature = f"{axis}={value}" if axis else ""
        whom = _whom(word.option, word.characters)
        for role in heard:
            yield Evidence(
                role, on(word.subject), feature, whom, weight, "orchestrator", word.did, word.said,
                word.number, word.importance,
            )  # fmt: skip


def _took(word: Word) -> dict[Feature, float]:
    had, plain = features(word.option), named(word.said)
    return {one: SAID if one in plain else HAD for one in had.items()}


def _refused(word: Word) -> dict[Feature, float]:
    """Words first; where they name no feature, what holds instead; else all that it had."""
    had, other, found = features(word.option), features(word.instead), dict[Feature, float]()
    for axis, value in named(word.said):
        if axis not in had:
            continue
        if had[axis] == value:
            found[axis, value] = -SAID
        elif (axis, had[axis]) not in named(word.said):
            found[axis, value] = SAID
            found[axis, had[axis]] = -CHOSEN
    if had.get("camera") == "moving" and found.get(("movement", had["movement"]), 0) < 0:
        found.setdefault(("camera", "moving"), -CHOSEN)
    if found or word.did == "noted":
        return found
    if set(had) & {"choice", "way"} and word.did != "passed over":
        return {one: -SAID for one in had.items()}
    if not had or not (other or word.option is None or _is_shot(word.option)):
        return {("", ""): -SAID} if word.said and word.did != "passed over" else {}
    if other:
        differs = [axis for axis in had if other.get(axis, had[axis]) != had[axis]]
        return {(axis, had[axis]): -CHOSEN for axis in differs} | {
            (axis, other[axis]): CHOSEN for axis in differs
        }
    return {one: -HAD for one in had.items()}


def _is_shot(option: Option | None) -> bool:
    return isinstance(option, ShotOption | RevisionOption)


def _whom(option: Option | None, characters: tuple[str, ...]) -> str | None:
    if isinstance(option, ShotOption | RevisionOption):
        return option.spec.subject
    return characters[0] if len(characters) == 1 else None


def of_debate(question: Question) -> Iterator[Evidence]:
    """What a decision of the crew's own says to those who proposed what was taken, and what was not, where they differ.

    A question that nobody contested says nothing: it would only make a habit of a habit.
    """
    taken = question.proposal(question.approved or 0)
    if question.status != "decided" or question.authority == "orchestrator" or taken is None:
        return
    won = features(taken.option)
    passed = [p for p in question.proposals if p.number != taken.number and p.standing == "live"]
    for other in passed:
        lost = features(other.option)
        for axis in (axis for axis in won if axis in lost and won[axis] != lost[axis]):
            for role, option, value, weight in (
                (taken.by, taken.option, won[axis], CHOSEN),
                (other.by, other.option, lost[axis], -CHOSEN),
            ):
                yield Evidence(
                    role, on(question.opened.subject), f"{axis}={value}",
                    _whom(option, question.opened.characters), weight, "crew",
                    "took" if weight > 0 else "passed over", "", question.decision or question.number,
                    question.opened.importance,
                )  # fmt: skip
