"""`cineledger policy`, `note`, `wrap` and `reopen`."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click

from cineledger.cli import output
from cineledger.cli.options import TEXT, known, open_ledger, open_reader, studio_and_json
from cineledger.domain.words import Tier

if TYPE_CHECKING:
    from cineledger.domain.command import Command
    from cineledger.domain.ledger import Ledger
    from cineledger.domain.record import Record

TIERS = get_args(Tier)
ACTIONS = "set SUBJECT, order SUBJECT TEXT, revoke SUBJECT"


@click.command()
@click.argument("name")
@click.argument("action", nargs=-1, type=TEXT, metavar="[ACTION…]")
@click.option("--tier", type=click.Choice(TIERS), help="With set: who decides.")
@click.option("--rounds", type=int, metavar="N", help="With set: the most rounds of debate.")
@click.option("--lead", type=TEXT, metavar="ROLE", help="With set: who is accountable, and rules.")
@click.option(
    "--concerned",
    type=TEXT,
    metavar="ROLE,…",
    help="With set: who answers in each round; `cast` stands for the cast of the beat.",
)
@click.option("--unless-objected", is_flag=True, help="With order: only what nobody stands against.")
@studio_and_json
def policy(
    name: str,
    action: tuple[str, ...],
    tier: Any,
    rounds: int | None,
    lead: str | None,
    concerned: str | None,
    unless_objected: bool,
    studio: Path,
    as_json: bool,
) -> None:
    """Who decides what in NAME, and what is approved while you are away; or, with an ACTION, a change of it.

    Actions: set SUBJECT, order SUBJECT TEXT, revoke SUBJECT. A change holds for questions opened, or opened
    again, from then on; questions under way keep the policy they were opened under.

    \b
    cineledger policy pilot
    cineledger policy pilot set beat_coverage --tier orchestrator
    cineledger policy pilot order beat_coverage "Take what all agree on." --unless-objected
    cineledger policy pilot revoke visual_approach
    """
    from cineledger.domain.production.policy import GiveOrder, RevokeOrder, SetPolicy

    settings = {"tier": tier, "rounds": rounds, "lead": lead, "concerned": concerned}
    given = {f"--{key}" for key, value in settings.items() if value is not None}
    change: Command | None
    match action:
        case ():
            change = None
        case ("set", subject):
            if not given:
                raise click.UsageError("Say what to set: --tier, --rounds, --lead or --concerned.")
            change = SetPolicy(
                subject=subject, **{**settings, "concerned": None if concerned is None else _roles(concerned)}
            )
        case ("order", subject, text):
            change = GiveOrder(subject=subject, text=text, unless_objected=unless_objected)
        case ("revoke", subject):
            change = RevokeOrder(subject=subject)
        case _:
            raise click.UsageError(f"After the name comes nothing, or one of: {ACTIONS}.")
    wrong = given if action[:1] != ("set",) else set[str]()
    wrong |= {"--unless-objected"} if unless_objected and action[:1] != ("order",) else set()
    if wrong:
        raise click.UsageError(f"{', '.join(sorted(wrong))} can't be given here.")
    with open_ledger(studio) as ledger:
        stream = known(ledger, name)
        if change is None:
            _show(ledger, stream, as_json)
        else:
            _order(ledger, stream, change, as_json)


def _roles(typed: str) -> tuple[str, ...]:
    return tuple(role.strip() for role in typed.split(",") if role.strip())


def _show(ledger: "Ledger", name: str, as_json: bool) -> None:
    from cineledger.domain.address import Address

    production = ledger.load(name).state.production
    subjects = [production.policy[subject].model_dump() for subject in sorted(production.policy)]
    numbers = sorted(given.number for given in production.orders.values())
    orders = [
        {"address": f"{name}@{number}", **ledger.record(Address(name, number)).fact.model_dump()}
        for number in numbers
    ]
    if as_json:
        output.document({"approvals": production.mode, "policy": subjects, "standing_orders": orders})
        return
    click.echo(f"Approvals: {production.mode}")
    shown = [s | {"concerned": ", ".join(s["concerned"])} for s in subjects]
    output.table(shown, ("subject", "tier", "rounds", "lead", "concerned", "default"))
    for order in orders:
        order["text"] += " (unless somebody objects)" if order["unless_objected"] else ""
    output.table(orders, ("address", "subject", "text", "default"))


def _order(ledger: "Ledger", name: str, command: "Command", as_json: bool) -> None:
    from cineledger.agents.desk import order

    _said(order(ledger, name, command)[0], name, as_json)


def _said(record: "Record", name: str, as_json: bool) -> None:
    """What was recorded, and what to do next."""
    from cineledger.cli.words import said
    from cineledger.domain.production.events import ProductionWrapped

    if as_json:
        kind = type(record.fact).__name__
        output.document(
            {"address": str(record.address), "type": kind, "fact": record.fact.model_dump(mode="json")}
        )
        return
    click.echo(said(record))
    following = "export" if isinstance(record.fact, ProductionWrapped) else "run"
    click.echo(f"Next: cineledger {following} {name}" + (" script" if following == "export" else ""))


@click.command()
@click.argument("name")
@click.argument("text", type=TEXT)
@click.argument("key", nargs=-1, type=TEXT, metavar="")
@click.option(
    "--about",
    type=TEXT,
    metavar="ADDRESS | TABLE KEY…",
    help="What it speaks of: an event, or a row of a table, as for `why`. Default: the whole film.",
)
@studio_and_json
def note(name: str, text: str, key: tuple[str, ...], about: str | None, studio: Path, as_json: bool) -> None:
    """Give NAME a note, which the role it is for has to answer on the next run.

    A note is feedback: it binds nobody (constrain does). One about the film or a scene goes to the department whose
    words it has: music, sound, cutting, light, sets, schedule, budget. The answers stand in the table notes.

    \b
    cineledger note pilot "I lose her in the wide." --about shots 12B
    cineledger note pilot "Closer, please." --about scenes 12
    cineledger note pilot "She is not sad here." --about character_timeline MAYA 12
    """
    from cineledger.agents.governing import note as give
    from cineledger.agents.governing import note_on_event
    from cineledger.domain.address import parse_address
    from cineledger.domain.notes.commands import GiveNote
    from cineledger.projections.why import row

    at = parse_address(about) if about is not None and "@" in about and not key else None
    if at is None and (about is None) != (not key):
        raise click.UsageError("--about takes an address (pilot@142), or a table and a key (shots 12B).")
    with open_ledger(studio) as ledger:
        stream = known(ledger, name)
        if at is not None:
            known(ledger, at.production)
            _said(note_on_event(ledger, stream, text, at), stream, as_json)
            return
        if about is None:
            _said(give(ledger, stream, GiveNote(text=text)), stream, as_json)
            return
        with open_reader(studio) as reader:
            table, found, number = row(reader, stream, about, "/".join(key))
        given = GiveNote(text=text, about=number, table=table, key=found)
        _said(give(ledger, stream, given), stream, as_json)


@click.command()
@click.argument("name")
@click.option("--anyway", is_flag=True, help="Also where questions are undecided, or notes unanswered.")
@studio_and_json
def wrap(name: str, anyway: bool, studio: Path, as_json: bool) -> None:
    """Call NAME done: it takes no more from anybody until you reopen it. It can still be read, forked, exported.

    What an episode established goes to its series with that, for the next episode to open with; what its main
    characters, and all who were cast, lived through goes into their canons. Wrapped again, it takes the place of that.
    """
    from cineledger.agents.serial.placing import wrap as wrapped
    from cineledger.cli.words import said
    from cineledger.domain.canon.events import ContradictionFound, LifeTaken

    with open_ledger(studio) as ledger:
        stream = known(ledger, name)
        done = wrapped(ledger, stream, anyway=anyway)
    if not as_json:
        for record in (
            *done.series,
            *(record for record in done.lives if isinstance(record.fact, LifeTaken | ContradictionFound)),
        ):
            click.echo(said(record))
        if done.not_taken:
            click.echo(f"Not taken into its series: {output.one_line(done.not_taken)}", err=True)
        for left in done.left_out:
            click.echo(f"Not taken into canon: {output.one_line(left.why)}", err=True)
            click.echo(f"To settle that: {output.one_line(left.hint)}", err=True)
        for canon in sorted({r.stream for r in done.lives if isinstance(r.fact, ContradictionFound)}):
            click.echo(
                f"{canon} is at odds with itself; to have it asked and decided: cineledger run {canon}"
            )
    if as_json:
        fact = done.production[0].fact.model_dump(mode="json")
        wrapped_at = {"address": str(done.production[0].address), "type": "ProductionWrapped", "fact": fact}
        lives = [str(record.address) for record in done.lives if isinstance(record.fact, LifeTaken)]
        left_out = [left._asdict() for left in done.left_out]
        output.document({**wrapped_at, "lives": lives, "left_out": left_out})
        return
    _said(done.production[0], stream, as_json)


@click.command()
@click.argument("what", metavar="NAME | ADDRESS")
@click.option("--reason", type=TEXT, default="", help="Why; kept with it.")
@studio_and_json
def reopen(what: str, reason: str, studio: Path, as_json: bool) -> None:
    """Take up a wrapped production again; or have the question at ADDRESS decided again, under today's policy.

    \b
    cineledger reopen pilot --reason "The ending changes."
    cineledger reopen pilot@45
    """
    from cineledger.agents.governing import reopen_question
    from cineledger.domain.address import parse_address
    from cineledger.domain.production.wrapping import ReopenProduction

    at = parse_address(what) if "@" in what else None
    with open_ledger(studio) as ledger:
        stream = known(ledger, at.production if at else what)
        if at:
            _said(reopen_question(ledger, at, reason), stream, as_json)
        else:
            _order(ledger, stream, ReopenProduction(reason=reason), as_json)
