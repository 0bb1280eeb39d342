"""`cineledger answer`: what a person who plays a role is asked, and says."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cineledger.cli import output
from cineledger.cli.options import TEXT, known, open_ledger, studio_and_json

if TYPE_CHECKING:
    from cineledger.agents.ask import Ask
    from cineledger.agents.asking import Answering
    from cineledger.domain.ledger import Ledger

SHOWN = 12
"""Characters of a key that name an ask."""


def asked_of(answering: "Answering") -> dict[str, Any]:
    """An ask that awaits a person: `{"key", "role", "task", "question", "told"}`."""
    ask = answering.ask
    return {
        "key": answering.tries[-1],
        "role": ask.role,
        "task": type(ask).__name__,
        "question": _question(ask),
        "told": [correction.why for correction in answering.corrections],
    }


def ask_line(name: str, answering: "Answering") -> str:
    """The same in a line, with the command that answers it."""
    ask = answering.ask
    key = answering.tries[-1][:SHOWN]
    told = f" (not so: {output.one_line(answering.corrections[-1].why)})" if answering.corrections else ""
    return f"Awaits the {output.role(ask.role)}: {_question(ask)}{told} cineledger answer {name} {key}"


def _question(ask: "Ask") -> str:
    return (type(ask).__doc__ or type(ask).__name__).partition("\n")[0]


@click.command()
@click.argument("name")
@click.argument("key", required=False)
@click.option(
    "--file", type=click.File(encoding="utf-8"), help="The answer as JSON, or - for standard input."
)
@click.option(
    "--field",
    "fields",
    multiple=True,
    type=TEXT,
    metavar="FIELD=VALUE",
    help="One field of the answer, JSON or plain words; as often as needed.",
)
@studio_and_json
def answer(
    name: str, key: str | None, file: Any, fields: tuple[str, ...], studio: Path, as_json: bool
) -> None:
    """What persons who play roles in NAME are asked; with a KEY, one ask whole, or the answer to it.

    Give a role to a person with: cineledger crew NAME --role writer --mind human. On a terminal you are asked for
    each field of the answer; in a pipe, give --file or --field. An answer that the ledger would refuse comes back with
    the reason.

    \b
    cineledger answer pilot
    cineledger answer pilot 3f2a9c41d07b
    cineledger answer pilot 3f2a9c41d07b --field stands=true --field "reason=It is what we said."
    cineledger answer pilot 3f2a9c41d07b --file scene.json
    """
    with open_ledger(studio) as ledger:
        stream = known(ledger, name)
        asks = awaited(ledger, stream)
        if key is None:
            _list(stream, asks, as_json)
            return
        answering = _meant(stream, asks, key)
        typed = _typed(answering.ask, file, fields)
        if typed is None:
            _show(answering, as_json)
            return
        _record(ledger, stream, answering, typed, as_json)


def awaited(ledger: "Ledger", name: str) -> "list[Answering]":
    """What persons who play roles in a production are asked, and have not answered."""
    from cineledger.agents.minds.making import Making
    from cineledger.agents.runner import Runner

    assigned = ledger.load(name).state.production.minds.values()
    if all(who.mind != "human" for who in assigned):
        return []
    with Runner(ledger, name, Making(ledger, name, recorded=True).minds) as runner:
        return runner.awaited()


def _list(name: str, asks: "list[Answering]", as_json: bool) -> None:
    if as_json:
        output.document([asked_of(answering) for answering in asks])
        return
    if not asks:
        click.echo("Nobody who plays a role is asked anything.")
    for answering in asks:
        click.echo(ask_line(name, answering))


def _meant(name: str, asks: "list[Answering]", key: str) -> "Answering":
    from cineledger.domain.refusal import Refused

    found = [answering for answering in asks if answering.tries[-1].startswith(key.casefold())]
    if len(found) != 1 or len(key) < 4:
        many = "several asks begin" if len(found) > 1 else "no ask that awaits somebody begins"
        raise Refused(f"{many} with {key}", f"See them with: cineledger answer {name}")
    return found[0]


def _typed(ask: "Ask", file: Any, fields: tuple[str, ...]) -> str | None:
    """The answer as JSON; None where nothing was given, and nobody is there to ask."""
    import json
    import sys

    if file is not None and fields:
        raise click.UsageError("Give --file or --field, not both.")
    if file is not None:
        return str(file.read())
    if fields:
        pairs = [field.partition("=") for field in fields]
        if any(not equals for _, equals, _ in pairs):
            raise click.UsageError("Write --field FIELD=VALUE.")
        return json.dumps({name.strip(): _value(value) for name, _, value in pairs}, ensure_ascii=False)
    if not (sys.stdin.isatty() and output.is_terminal()):
        return None
    return json.dumps(_prompted(ask), ensure_ascii=False)


def _value(typed: str) -> Any:
    """JSON where it is JSON, else the words themselves."""
    import json

    try:
        return json.loads(typed)
    except ValueError:
        return typed


def _prompted(ask: "Ask") -> dict[str, Any]:
    """Each field as the person at the terminal says it; what is left empty keeps its default."""
    _print(ask)
    said: dict[str, Any] = {}
    for name, field in ask.ANSWER.model_fields.items():
        told = f"{name} ({field.description})" if field.description else name
        typed = click.prompt(told, default="", show_default=False)
        if typed or field.is_required():
            said[name] = _value(typed) if typed else ""
    return said


def _show(answering: "Answering", as_json: bool) -> None:
    if as_json:
        ask = answering.ask
        output.document(
            {
                **asked_of(answering),
                "input": ask.model_dump(mode="json", exclude={"role"}),
                "answer": ask.ANSWER.model_json_schema(),
            }
        )
        return
    _print(answering.ask)
    for correction in answering.corrections:
        click.echo(f"Not so: {output.one_line(correction.why)}")
    click.echo(
        "Answer with --file or --field; fields of the answer: " + ", ".join(answering.ask.ANSWER.model_fields)
    )


def _print(ask: "Ask") -> None:
    """What is asked, with all that the role is told."""
    import json

    click.echo(click.style(f"{ask.role}: {_question(ask)}", bold=True))
    for name, value in ask.model_dump(mode="json", exclude={"role"}).items():
        told = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        click.echo(f"  {name}: {output.plain(told)}")


def _record(ledger: "Ledger", name: str, answering: "Answering", typed: str, as_json: bool) -> None:
    from cineledger.agents.minds.human import said

    completion = said(answering.ask, answering.tries[-1], typed)
    ledger.note([completion])
    if as_json:
        output.document({"key": completion.key, "task": completion.task, "answer": completion.answer})
        return
    click.echo(f"The {output.role(completion.role)} answered {_question(answering.ask)}")
    click.echo(f"Next: cineledger run {name}")
