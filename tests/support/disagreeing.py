"""Where a good model stands in a debate: often somewhere else than the others, and ready to change its mind."""

import random
from collections.abc import Iterator
from typing import Any

from cineledger.agents.ask import Ask
from cineledger.agents.craft.framing import options
from cineledger.agents.crew import house_rules
from cineledger.agents.debating import StandOnChoice, StandOnShot
from cineledger.agents.stances import Amended, Argues, Opposed, Rival, Stand, Stands, TakenBack
from cineledger.agents.weighing import Verdict, Weighs
from cineledger.domain.debate.options import (
    ApproachOption,
    ChoiceOption,
    Look,
    Option,
    OutlineOption,
    RevisionOption,
    ShotOption,
)
from cineledger.domain.words import CAST_PREFIX, CHOICES

WHY = (
    "the scene is about who stays, and that has to be seen",
    "we gave the audience this already; now let them wait for it",
    "what is not said here is louder than any of it",
    "it should cost something to look away",
)


def stand(ask: Stands, rng: random.Random) -> Stand:
    """A support, an objection, an alternative, an amendment, or something taken back: what the ask admits."""
    moves = list(_moves(ask, rng))
    if not moves or rng.random() < 0.3:
        return Stand.model_validate(house_rules()[type(ask)](ask))
    found = rng.choice(moves)
    return (
        found if not list(ask.faults(found)) else Stand(supports=None, criterion="", reason=rng.choice(WHY))
    )


def verdict(ask: Weighs, rng: random.Random) -> Verdict:
    """The lead's: now and then another round, or a proposal of its own changed, or what nobody expected."""
    house = Verdict.model_validate(house_rules()[type(ask)](ask))
    own = [place for place, tabled in enumerate(ask.tabled) if tabled.by == ask.role]
    chosen = Verdict(place=rng.randrange(len(ask.tabled)), **_why(ask, rng)) if ask.tabled else house
    if ask.rounds_left and rng.random() < 0.4:
        other = _other(ask, rng, ask.tabled[own[0]].option) if own and rng.random() < 0.5 else None
        amends = Amended(place=own[0], option=other, **_why(ask, rng)) if other else None
        chosen = chosen.model_copy(update={"again": True, "amends": amends})
    return chosen if not list(ask.faults(chosen)) else house


def _moves(ask: Stands, rng: random.Random) -> Iterator[Stand]:
    if not ask.tabled:
        return
    place, why = rng.randrange(len(ask.tabled)), _why(ask, rng)
    yield Stand(supports=place, **why)
    blocking = ask.role.startswith(CAST_PREFIX) and rng.random() < 0.5
    against = Opposed(place=place, blocking=blocking, **_why(ask, rng))
    yield Stand(supports=None, against=(against,), **why)
    others = [at for at in range(len(ask.tabled)) if at != place]
    if others:
        yield Stand(supports=rng.choice(others), against=(against,), **why)
    if (other := _other(ask, rng, ask.tabled[place].option)) is not None:
        if ask.tabled[place].by == ask.role:
            yield Stand(supports=None, amends=Amended(place=place, option=other, **why), **why)
        yield Stand(supports=None, against=(against,), alternative=Rival(option=other, **why), **why)
    for at in ask.objects_to:
        yield Stand(supports=at, withdraws=(TakenBack(what="objection", place=at, **why),), **why)


def _why(ask: Argues, rng: random.Random) -> dict[str, Any]:
    criterion = rng.choice(ask.criteria)[0] if ask.criteria else "story"
    return {"criterion": criterion, "reason": rng.choice(WHY)}


def _other(ask: Ask, rng: random.Random, option: Option) -> Option | None:
    """Another option of the kind; None where there is no telling."""
    match option:
        case ApproachOption():
            look = Look(**{axis: rng.choice((-0.8, -0.2, 0.4, 0.9)) for axis in Look.model_fields})
            return ApproachOption(statement="Let the rooms do the talking.", look=look)
        case OutlineOption() if len(option.scenes) > 1:
            return OutlineOption(scenes=option.scenes[1:])
        case ChoiceOption() if isinstance(ask, StandOnChoice):
            ways = [way for way in CHOICES.get(ask.subject, ()) if way != option.choice]
            return (
                ChoiceOption(choice=rng.choice(ways), statement="It is that kind of film.") if ways else None
            )
        case ShotOption() | RevisionOption() if isinstance(ask, StandOnShot):
            spec = rng.choice(options(ask.beat, ask.look))
            return option.model_copy(update={"spec": spec})
        case _:
            return None
