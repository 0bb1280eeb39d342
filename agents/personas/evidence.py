"""What each decision says about what was put forward: how much it speaks for or against a feature of it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from cineledger.agents.personas.features import Feature, features, named, on
from cineledger.domain.debate.question import Question
from cineledger.domain.persona.state import Word

SAID, CHOSEN, HAD = 1.0, 0.5, 0.34
"""How much a decision says about a feature: named in the orchestrator's words; what the orchestrator chose differs in
it; it was taken where something else was proposed, or the crew decided so. A lesson takes 1: one plain word, two
choices, or three of the same."""

WHOLE: Feature = ("", "")
"""All of it."""

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
    """What a word of the orchestrator's says to whoever it is about and to all in its debate: they heard it."""
    found = _took(word) if word.did == "took" else _refused(word)
    heard = dict.fromkeys((word.by, *word.heard))
    for (axis, value), weight in found.items():
        for role in heard:
            yield Evidence(
                role=role,
                on=on(word.subject),
                feature=f"{axis}={value}" if axis else "",
                subject=word.characters[0] if len(word.characters) == 1 else None,
                weight=weight,
                by="orchestrator",
                did=word.did,
                said=word.said,
                number=word.number,
                importance=word.importance,
            )


def _took(word: Word) -> dict[Feature, float]:
    """What it had and something else that was proposed had not, and what the words name of it."""
    had, plain = features(word.option), named(word.said)
    others = [features(rival) for rival in word.rivals]
    differs = {axis for other in others for axis in had if other.get(axis, had[axis]) != had[axis]}
    found = {one: HAD for one in had.items() if one[0] in differs}
    return found | {one: SAID for one in had.items() if one in plain}


def _refused(word: Word) -> dict[Feature, float]:
    """Words first; where they name no feature, what holds instead. A choice is named by being refused."""
    had, other = features(word.option), features(word.instead)
    found = _named_against(had, named(word.said))
    if found or word.did == "noted":
        return found
    if word.did != "passed over" and ("choice" in had or "way" in had):
        return {one: -SAID for one in had.items()}
    differs = [axis for axis in had if other.get(axis, had[axis]) != had[axis]]
    if differs:
        lost = {(axis, had[axis]): -CHOSEN for axis in differs}
        return lost | {(axis, other[axis]): CHOSEN for axis in differs}
    whole = not had and word.said and word.did != "passed over"
    return {WHOLE: -SAID} if whole else {}


def _named_against(had: Mapping[str, str], plain: Sequence[Feature]) -> dict[Feature, float]:
    """A feature that was refused by name; one that was named and is not there was asked for instead."""
    found = dict[Feature, float]()
    for axis, value in plain:
        if had.get(axis) == value:
            found[axis, value] = -SAID
        elif axis in had and (axis, had[axis]) not in plain:
            found[axis, value] = SAID
            found[axis, had[axis]] = -CHOSEN
    if had.get("camera") == "moving" and ("movement", had.get("movement", "")) in found:
        found.setdefault(("camera", "moving"), -CHOSEN)
    return found


def of_debate(question: Question) -> Iterator[Evidence]:
    """What a decision of the crew's own says to those who proposed what was taken, and what was not, where they differ.

    A question that nobody contested says nothing: it would only make a habit of a habit.
    """
    taken = question.proposal(question.approved or 0)
    if question.status != "decided" or question.authority == "orchestrator" or taken is None:
        return
    won, subject = features(taken.option), on(question.opened.subject)
    about = question.opened.characters
    told = set[tuple[str, str, str]]()
    for other in (p for p in question.proposals if p.number != taken.number and p.standing == "live"):
        lost = features(other.option)
        differs = [axis for axis in won if axis in lost and won[axis] != lost[axis]]
        for axis in differs:
            told |= {(taken.by, axis, won[axis]), (other.by, axis, lost[axis])}
    for role, axis, value in sorted(told):
        weight, did = (HAD, "took") if won[axis] == value else (-HAD, "passed over")
        yield Evidence(
            role,
            subject,
            f"{axis}={value}",
            about[0] if len(about) == 1 else None,
            weight,
            "crew",
            did,
            "",
            question.decision or question.number,
            question.opened.importance,
        )
