"""What a choice would change, in lines: by rule, and as it was tried."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from cineledger.cli import output

if TYPE_CHECKING:
    from cineledger.agents.desk import Waiting
    from cineledger.agents.looking_ahead import Difference, Outcome
    from cineledger.agents.stakes import Stakes
    from cineledger.domain.state import State

MOST_NAMED = 6
"""Shots, scenes or cues that are named; more are counted."""


def stakes_of(state: "State", waiting: "Sequence[Waiting]") -> "dict[int, Stakes]":
    """What each proposal that waits would change, by its number."""
    from cineledger.agents.stakes import AtStake

    if not waiting:
        return {}
    at_stake, found = AtStake(state), dict[int, "Stakes"]()
    for entry in waiting:
        question = state.debate.questions[entry.question]
        for number, *_ in entry.proposals:
            proposal = question.proposal(number)
            if proposal is not None:
                found[number] = at_stake.of(question, proposal)
    return found


def stakes_line(stakes: "Stakes", production: str) -> str:
    """What is at stake, in a line: shots, scenes, cues, work, money, approvals."""
    parts = []
    if stakes.new[0]:
        parts.append(f"{output.count(*stakes.new)} more")
    if stakes.again:
        parts.append(f"{_named('shot', stakes.again)} planned again")
    if stakes.otherwise:
        parts.append(f"{_named('shot', stakes.otherwise)} made otherwise")
    if stakes.omitted:
        parts.append(f"{_named('shot', stakes.omitted)} given up")
    parts += [_named("scene", stakes.scenes)] * bool(stakes.scenes)
    parts += [_named("cue", stakes.cues)] * bool(stakes.cues)
    if stakes.works:
        parts.append(f"{', '.join(_works(stakes.works))} gone over")
    parts += _money(stakes)
    if stakes.ends:
        parts.append(f"ends the approval {_addresses(production, stakes.ends)}")
    if stakes.waits:
        from cineledger.agents.working import counted

        nouns = [counted(noun, 2).removeprefix("2 ") for noun in stakes.waits]
        listed = " and ".join([", ".join(nouns[:-1]), nouns[-1]] if nouns[1:] else nouns)
        parts.append(f"{'' if parts else 'nothing that stands; '}{listed} will rest on it")
    return "would touch: " + ("; ".join(parts) or "nothing that stands")


def _works(works: "Iterable[tuple[str, int]]") -> list[str]:
    from cineledger.agents.working import counted

    return [counted(noun, count) for noun, count in works]


def _money(stakes: "Stakes") -> Iterator[str]:
    if stakes.saves is not None:
        yield f"saves about {stakes.saves}"
    if stakes.spends is not None:
        yield f"spends up to {stakes.spends}"
    if stakes.days is not None:
        days = "1 day" if abs(stakes.days) == 1 else f"{abs(stakes.days):g} days"
        yield f"{days} {'fewer' if stakes.days > 0 else 'more'}"
    if stakes.cost is not None:
        yield f"the cost worked out anew, {stakes.cost} now"


def ahead_lines(
    entry: "Waiting", number: int, outcome: "Outcome", against: int, found: "Difference | None"
) -> Iterator[str]:
    """What came of a choice, and what it has otherwise than another."""
    production, phase = entry.address.production, outcome.state.production.phase or "opening"
    short = ", which is not the end" if outcome.cut else ""
    yield f"{production}@{number}: looked {output.count(outcome.events, 'event')} ahead, to {phase}{short}"
    if found is None:
        yield f"  {output.count(len(outcome.state.shots.live()), 'shot')}{_plan(outcome)}"
        return
    lines = [
        *_slates("only here", found.planned),
        *_slates("not here", found.omitted),
        *_slates("made otherwise", found.otherwise),
        *([_named("scene", found.scenes)] if found.scenes else []),
        *([_named("cue", found.cues)] if found.cues else []),
        *([", ".join(_works(found.works))] if found.works else []),
    ]
    if found.days[0] != found.days[1]:
        lines.append(f"{found.days[1]} shooting days, not {found.days[0]}")
    if found.cost[0] != found.cost[1]:
        lines.append(f"costs {found.cost[1]}, not {found.cost[0]}")
    if found.voided:
        lines.append(f"ends the approval {_addresses(production, found.voided)}")
    yield f"  against {production}@{against}:{'' if lines else ' the same film'}"
    yield from (f"    {line}" for line in lines)


def _plan(outcome: "Outcome") -> str:
    days = "" if outcome.days is None else f", {output.count(outcome.days, 'shooting day')}"
    return days + ("" if outcome.cost is None else f", costs {outcome.cost}")


def _slates(how: str, slates: Sequence[str]) -> list[str]:
    return [f"{_named('shot', slates)} {how}"] if slates else []


def _named(noun: str, names: Sequence[str]) -> str:
    if len(names) > MOST_NAMED:
        return output.count(len(names), noun)
    return f"{noun if len(names) == 1 else noun + 's'} {', '.join(map(output.one_line, names))}"


def _addresses(production: str, numbers: Sequence[int]) -> str:
    return ", ".join(f"{production}@{number}" for number in numbers)


def stakes_document(stakes: "Stakes", production: str) -> dict[str, Any]:
    """The same for a program."""
    return {
        "new": stakes.new[0],
        "again": stakes.again,
        "otherwise": stakes.otherwise,
        "omitted": stakes.omitted,
        "scenes": stakes.scenes,
        "cues": stakes.cues,
        "works": dict(stakes.works),
        "waits": stakes.waits,
        "cost": stakes.cost,
        "saves": stakes.saves,
        "spends": stakes.spends,
        "days": stakes.days,
        "ends": [f"{production}@{number}" for number in stakes.ends],
    }


def ahead_document(
    production: str, outcome: "Outcome", against: int, found: "Difference | None"
) -> dict[str, Any]:
    """What came of a choice, for a program."""
    looked = {
        "events": outcome.events,
        "phase": outcome.state.production.phase,
        "cut": outcome.cut,
        "shots": len(outcome.state.shots.live()),
        "days": outcome.days,
        "cost": outcome.cost,
    }
    if found is None:
        return looked
    return {
        **looked,
        "against": f"{production}@{against}",
        "difference": {
            "planned": found.planned,
            "omitted": found.omitted,
            "otherwise": found.otherwise,
            "scenes": found.scenes,
            "cues": found.cues,
            "works": dict(found.works),
            "days": found.days,
            "cost": found.cost,
            "ends": [f"{production}@{number}" for number in found.voided],
        },
    }
