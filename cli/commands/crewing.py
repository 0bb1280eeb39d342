"""`cineledger crew`."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cineledger.cli import output
from cineledger.cli.options import TEXT, known, open_ledger, open_reader, studio_and_json
from cineledger.domain.words import CAST_PREFIX

if TYPE_CHECKING:
    from cineledger.domain.ledger import Ledger

OLDER = {"SceneBrokenDown": "scene read", "ShotPlanned": "shot planned", "EmotionalStateChanged": "feeling"}
"""What is handed in and is not a work → what one is called."""


@click.command()
@click.argument("name")
@click.argument("action", nargs=-1, type=TEXT, metavar="[add | criteria | persona | recall …]")
@click.option(
    "--role", type=TEXT, metavar="ROLE", help="With --mind: whose; a character, `cast`, or `everybody`."
)
@click.option(
    "--mind", type=TEXT, metavar="MIND", help="Who thinks for a role: house, claude, claude:MODEL, human."
)
@click.option("--at", type=TEXT, metavar="ADDRESS", help="With recall: at this event, and nothing later.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="With recall: no more than so many.")
@studio_and_json
def crew(
    name: str,
    action: tuple[str, ...],
    role: str | None,
    mind: str | None,
    at: str | None,
    limit: int | None,
    studio: Path,
    as_json: bool,
) -> None:
    """Who is on NAME's roster, who thinks for each, and what each has done; or, with add ROLE, one more.

    With criteria, what each role goes by on each subject: its reasons in a debate are tied to one of these. With
    persona, what each remembers of decisions here and in films it made before, and where that was a reason. With
    recall, what a role remembers of the work, nearest to some words first, each with its event.

    A role that joins late reads what is on the record, and does its work on the next run. Cast members join with
    their characters.

    \b
    cineledger crew pilot
    cineledger crew pilot add composer
    cineledger crew pilot criteria writer
    cineledger crew pilot persona director
    cineledger crew pilot recall director "a tracking shot" --at pilot@142
    cineledger crew pilot --role writer --mind claude
    cineledger crew pilot --role MAYA --mind human
    """
    if (at is not None or limit is not None) and action[:1] != ("recall",):
        raise click.UsageError("--at and --limit are for recall.")
    if (role is None) != (mind is None) or (role is not None and action):
        raise click.UsageError("Give --role and --mind together, and nothing else.")
    if role is not None and mind is not None:
        with open_ledger(studio) as ledger:
            _assign(ledger, known(ledger, name), role, mind, as_json)
        return
    match action:
        case ():
            _show(name, studio, as_json)
        case ("add", role):
            with open_ledger(studio) as ledger:
                _add(ledger, known(ledger, name), role, as_json)
        case ("criteria", *whose) if len(whose) < 2:
            with open_ledger(studio) as ledger:
                _criteria(ledger, known(ledger, name), "".join(whose), as_json)
        case ("persona", *whose) if len(whose) < 2:
            with open_ledger(studio) as ledger:
                _persona(ledger, known(ledger, name), "".join(whose), as_json)
        case ("recall", whose, *words) if words:
            _recall(name, whose, " ".join(words), at, limit, studio, as_json)
        case _:
            raise click.UsageError(
                "After the name comes nothing, or: add ROLE, or: criteria [ROLE], or: persona [ROLE], "
                "or: recall ROLE WORDS."
            )


def _show(typed: str, studio: Path, as_json: bool) -> None:
    from cineledger.projections.crew import roster

    with open_ledger(studio) as ledger:
        name = known(ledger, typed)
    with open_reader(studio) as reader:
        members = roster(reader, name)
    minds = _minds(studio, name)
    rows: list[dict[str, Any]] = [
        {**member._asdict(), "joined": f"{name}@{member.joined}"}
        | {"silent": None if member.silent is None else f"{name}@{member.silent}"}
        | {"mind": minds[member.role]}
        for member in members
    ]
    if as_json:
        output.document(rows)
        return
    for row in rows:
        row["handed in"] = "silent since " + row["silent"] if row["silent"] else _told(row["work"])
        led = row["decisions_led"]
        row["decisions led"] = f"{led}, {row['rounds_led'] / led:.1f} rounds each" if led else ""
        row["proposals"], row["supports"] = row["proposals"] or "", row["supports"] or ""
        won = f", {row['objections_won']} won" if row["objections_won"] else ""
        row["objections"] = f"{row['objections']}{won}" if row["objections"] else ""
    columns = ("role", "mind", "joined", "handed in", "proposals", "supports", "objections", "decisions led")
    output.table(rows, columns)


def _recall(
    typed: str, whose: str, words: str, at: str | None, limit: int | None, studio: Path, as_json: bool
) -> None:
    """What a role of the roster remembers of some words."""
    from cineledger.agents.governing import playing
    from cineledger.cli.recalled import memory_of, show
    from cineledger.domain.address import parse_address
    from cineledger.projections.memory.asking import as_role

    with open_ledger(studio) as ledger:
        name = known(ledger, typed)
        role = playing(ledger.load(name).state.production.roster, whose)
    moment = None if at is None else parse_address(at)
    with open_reader(studio, moment) as reader, memory_of(studio) as memory:
        told = as_role(reader, memory, name, role, words, limit)
    show(told, as_json)


def _minds(studio: Path, name: str) -> dict[str, str]:
    """Who thinks for each on the roster: house, claude, claude:MODEL, human."""
    from cineledger.agents.minds.minding import assigned

    with open_ledger(studio) as ledger:
        state = ledger.load(name).state
    held = {role: assigned(state, role) for role in state.production.roster}
    return {role: f"{who.mind}:{who.model}" if who.model else who.mind for role, who in held.items()}


def _told(work: dict[str, int]) -> str:
    """4 sets, 12 properties."""
    from cineledger.agents.working import counted
    from cineledger.domain.work.kinds import KINDS

    return ", ".join(
        counted(KINDS[kind].NOUN if kind in KINDS else OLDER[kind], count) for kind, count in work.items()
    )


def _add(ledger: "Ledger", name: str, role: str, as_json: bool) -> None:
    from cineledger.agents.governing import add_to_crew
    from cineledger.cli.words import recorded

    recorded(add_to_crew(ledger, name, role), name, as_json)


def _assign(ledger: "Ledger", name: str, role: str, mind: str, as_json: bool) -> None:
    from cineledger.agents.minds.making import assign
    from cineledger.cli.words import recorded

    records = assign(ledger, name, role, mind)
    if not records and not as_json:
        click.echo(f"{role} has that mind already.")
        return
    recorded(records, name, as_json)


def _criteria(ledger: "Ledger", name: str, whose: str, as_json: bool) -> None:
    """What the roles of a roster go by, cast members alike; of one role where it is named."""
    from cineledger.agents.craft.role_criteria import criteria_of, subjects_of
    from cineledger.agents.crew import in_order
    from cineledger.agents.governing import playing

    roster = ledger.load(name).state.production.roster
    roles = [playing(roster, whose)] if whose else list(in_order(roster))
    kinds = dict.fromkeys("cast" if role.startswith(CAST_PREFIX) else role for role in roles)
    rows = [
        {"role": role, "subject": subject, "criterion": criterion, "asks": asks}
        for role in kinds
        for subject in subjects_of(role)
        for criterion, asks in criteria_of(role, subject)
    ]
    if as_json:
        output.document(rows)
    else:
        output.table(rows, ("role", "subject", "criterion", "asks"))


def _persona(ledger: "Ledger", name: str, whose: str, as_json: bool) -> None:
    """What the crew remembers, or one of it, with where each lesson was learned and where it was a reason."""
    from cineledger.agents.crew import in_order
    from cineledger.agents.governing import playing
    from cineledger.agents.personas.persona import persona

    state = ledger.load(name).state
    roster = state.production.roster
    roles = [playing(roster, whose)] if whose else list(in_order(roster))
    rows = [
        {"role": one.role, **one.lesson.model_dump(mode="json"), "brought": one.brought}
        | {"learned": list(one.learned), "used": list(one.used)}
        for one in persona(ledger, name, roles)
    ]
    if as_json:
        output.document(rows)
        return
    if not rows:
        click.echo(
            "Nobody remembers anything: the orchestrator has not decided against or for a thing in person yet."
        )
        return
    for row in rows:
        row["lesson"], row["at"] = row["text"], ", ".join(row["learned"])
        row["reason for"] = ", ".join(row["used"])
    output.table(rows, ("role", "lesson", "speaks", "strength", "at", "reason for"))
