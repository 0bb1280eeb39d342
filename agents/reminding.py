"""How the house heeds what somebody remembers, and says so: only where it would have answered otherwise."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from cineledger.agents.personas.remembered import Remembered, against, tipping
from cineledger.agents.stances import Argues, Opposed, Rival, Stand
from cineledger.agents.weighing import Verdict
from cineledger.domain.debate.options import Option

A = TypeVar("A", bound=Argues)
S = TypeVar("S", Rival, Opposed, Stand, Verdict)

LONGEST = 320
"""Characters of a reason with its lesson."""


def standing_reminded(ask: A, rule: Callable[[A], Stand]) -> Stand:
    """Where a rule has a role stand, the lessons that it would stand otherwise without given as reasons."""
    answer = rule(ask)
    plain = rule(_forgetful(ask)) if ask.remembered else answer
    return answer if answer == plain else _stood(ask, answer, plain)


def ruling_reminded(ask: A, rule: Callable[[A], Verdict]) -> Verdict:
    """What a rule has a lead come down on, with the lesson that it would come down on something else without."""
    answer = rule(ask)
    plain = rule(_forgetful(ask)) if ask.remembered else answer
    if answer.place == plain.place:
        return answer
    place = tipping(ask.remembered, _at(ask, answer.place), _at(ask, plain.place))
    return answer if place is None else reminded(answer, ask.remembered, place)


def _forgetful(ask: A) -> A:
    return ask.model_copy(update={"remembered": ()})


def reminded(said: S, remembered: Sequence[Remembered], place: int) -> S:
    """The same with a lesson before its reason; what can rest on lessons rests on that one."""
    reason = f"{remembered[place].told}; {said.reason}"
    if len(reason) > LONGEST:
        reason = remembered[place].told
    update: dict[str, Any] = {"reason": reason}
    if not isinstance(said, Opposed):
        update["remembers"] = (place,)
    return said.model_copy(update=update)


def _stood(ask: Argues, answer: Stand, plain: Stand) -> Stand:
    """New objections and the new favourite with the lesson that each rests on."""
    rests = list[int]()
    known = {opposed.place for opposed in plain.against}
    opposed = list[Opposed]()
    for one in answer.against:
        place = None if one.place in known else against(ask.remembered, _at(ask, one.place))
        opposed.append(one if place is None else reminded(one, ask.remembered, place))
        rests += [] if place is None else [place]
    rival, before = answer.alternative, _wanted(ask, plain)
    if rival is not None and (place := tipping(ask.remembered, rival.option, before)) is not None:
        rival = reminded(rival, ask.remembered, place)
        rests.append(place)
    elif answer.supports is not None and answer.supports != plain.supports:
        place = tipping(ask.remembered, _at(ask, answer.supports), before)
        if place is not None:
            answer = reminded(answer, ask.remembered, place)
            rests.append(place)
    update = {"against": tuple(opposed), "alternative": rival, "remembers": tuple(dict.fromkeys(rests))}
    return answer.model_copy(update=update)


def _wanted(ask: Argues, stand: Stand) -> Option | None:
    """What a stand is for: its own, or what it supports."""
    if stand.alternative is not None:
        return stand.alternative.option
    return None if stand.supports is None else _at(ask, stand.supports)


def _at(ask: Argues, place: int) -> Option:
    return ask.tabled[place].option
