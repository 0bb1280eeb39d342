"""`cineledger export`, `replay` and `verify`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cineledger.cli import output
from cineledger.cli.options import TEXT, known, open_ledger, open_reader, studio_and_json

if TYPE_CHECKING:
    from cineledger.domain.ledger.journal_check import Fault
    from cineledger.projections.pdf.screenplay import Paper, Pdf

WHAT = (
    "script",
    "pages",
    "pdf",
    "shots",
    "characters",
    "decisions",
    "bible",
    "assembly",
    "cues",
    "spotting",
    "score",
    "breakdown",
    "schedule",
    "budget",
    "storyboard",
)
FORMATS = ("fountain", "txt", "pdf", "svg", "mid", "csv", "json", "md")
USUAL = {"script": "fountain", "pages": "txt", "pdf": "pdf", "storyboard": "svg", "score": "mid"}
"""The format of what is not a table."""


@click.command()
@click.argument("name")
@click.argument("what", type=click.Choice(WHAT), metavar="WHAT")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    help="Default: fountain for a script, txt for pages, pdf for a pdf, svg for a storyboard, else csv.",
)
@click.option(
    "-o", "--output", "path", type=click.Path(path_type=Path), help="A file. Default: standard output."
)
@click.option("--paper", type=click.Choice(["letter", "a4"]), help="Of a PDF. Default: letter.")
@click.option(
    "--font",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A TrueType file for characters that a PDF's own typefaces lack.",
)
@click.option(
    "--revisions/--no-revisions",
    default=None,
    help="Mark what the latest draft changed in a PDF: asterisks, its colour. Default: yes.",
)
@click.option("--scene", type=TEXT, metavar="N", help="Of a storyboard: this scene only, by its number.")
@studio_and_json
def export(
    name: str,
    what: str,
    form: str | None,
    path: Path | None,
    paper: "Paper | None",
    font: Path | None,
    revisions: bool | None,
    scene: str | None,
    studio: Path,
    as_json: bool,
) -> None:
    """Write what NAME has come to: the screenplay, or a department's paper.

    \b
    script      the screenplay; untouched, it comes out as it went in
    pdf, pages  the screenplay as a production office takes it; the same as plain text
    shots, characters, decisions, bible
                the shot list, who is in it, what was decided, what everybody knows
    breakdown, schedule, budget
                what each scene needs; the shooting days; what they cost
    assembly, cues, spotting
                the shots in cutting order; the music; what is heard where
    storyboard  one SVG file with a sheet for each scene, or the one of --scene
    score       the cues as sketches, in one MIDI file

    With -o, --json describes the file that was written; without, it is --format json.
    """
    from cineledger.domain.refusal import Refused
    from cineledger.projections import paged
    from cineledger.projections.export import export as write
    from cineledger.projections.storyboard import storyboard

    path = None if str(path) == "-" else path
    if as_json and path is None and form not in (None, "json"):
        raise click.UsageError(
            f"--json and --format {form} can't both be printed; write one to a file with -o."
        )
    if what != "pdf" and (paper or font or revisions is not None):
        raise click.UsageError("--paper, --font and --revisions are for a pdf.")
    if what != "storyboard" and scene is not None:
        raise click.UsageError("--scene is for a storyboard.")
    form = form or ("json" if as_json and path is None else USUAL.get(what, "csv"))
    if form in ("pdf", "mid") and path is None and output.is_terminal():
        shown = "a PDF" if form == "pdf" else "MIDI"
        raise Refused(f"a terminal can't show {shown}", f"Write it to a file: -o {name}.{form}")
    with open_ledger(studio) as ledger:
        stream = known(ledger, name)
        head = ledger.head(stream)
    with open_reader(studio) as reader:
        if what == form == "pdf":
            made = paged.pdf(
                reader, stream, paper=paper or "letter", font=font, revisions=revisions is not False
            )
            _warn(made)
            data = made.data
        elif what == "storyboard" and form == "svg":
            data = storyboard(reader, stream, scene)
        else:
            data = write(reader, stream, what, form)
    if path is None:
        output.data(data)
    else:
        output.write(path, data)
        if as_json:
            output.document(
                {"file": str(path), "what": what, "of": f"{stream}@{head.number}", "head": head.seal}
            )
            return
    click.echo(f"{path or 'standard output'}: {what} of {stream}@{head.number}, head {head.seal}", err=True)


def _warn(made: "Pdf") -> None:
    """Says loudly what a reader of the PDF would miss."""
    from cineledger.projections.pdf.lacking import lacking

    for said in lacking(made):
        click.echo(output.plain(said), err=True)


@click.command()
@click.argument("name")
@click.option("--at", type=click.IntRange(min=0), metavar="N", help="Up to this event. Default: the head.")
@studio_and_json
def replay(name: str, at: int | None, studio: Path, as_json: bool) -> None:
    """Rebuild NAME from its events alone and print the digests: equal histories have equal ones anywhere."""
    from cineledger.projections.digest import table_digests

    with open_ledger(studio) as ledger:
        stream = known(ledger, name)
        state = ledger.fold(stream, at)
        history = ledger.history_digest(stream, at)
    with open_reader(studio, alone=True) as reader:
        tables = table_digests(reader, stream, at)
    if as_json:
        output.document({"production": stream, "at": state.number, "history": history, "tables": tables})
        return
    click.echo(f"{stream}@{state.number} rebuilt from {state.number + 1} events; no mind was asked.")
    click.echo(f"history {history}")
    for table, digest in tables.items():
        click.echo(f"{table} {digest}")


@click.command()
@click.argument("name", required=False)
@click.option(
    "--head", metavar="HASH", help="A head you kept (an export prints it): it must be in NAME's history."
)
@studio_and_json
@click.pass_context
def verify(ctx: click.Context, name: str | None, head: str | None, studio: Path, as_json: bool) -> None:
    """Check every seal of NAME, or of everything; says where the first break is, and exits 1.

    What the orchestrator approved is looked at too: no approval stands for what has changed since.
    """
    from dataclasses import replace

    from cineledger.domain.address import production_name
    from cineledger.domain.ledger.verify import Verifier

    if head is not None and name is None:
        raise click.UsageError("--head needs the name of the production it was the head of.")
    with open_ledger(studio) as ledger:
        verifier = Verifier(ledger)
        names = verifier.names() if name is None else [production_name(name)]
        checked = [verifier.check(n, head) for n in names]
        journal = verifier.check_journal() if name is None else None
        file = verifier.check_file() if name is None else None
        checked = [
            c if c.fault else replace(c, fault=verifier.check_approvals(c.production)) for c in checked
        ]
    faults = [*(c.fault for c in checked), journal, file]
    sound = not any(faults)
    if as_json:
        output.document(
            {
                "sound": sound,
                "productions": [
                    {
                        "production": c.production,
                        "events": c.events,
                        "head": c.head,
                        "fault": _fault(c.fault),
                    }
                    for c in checked
                ],
                "journal": _fault(journal),
                "file": _fault(file),
            }
        )
    else:
        for c in checked:
            if c.fault:
                click.echo(output.one_line(f"{c.production}: broken at {c.fault.address}: {c.fault.what}"))
            else:
                click.echo(output.one_line(f"{c.production}: {c.events} events sound, head {c.head}"))
        if journal:
            click.echo(output.one_line(f"journal: broken at {journal.address}: {journal.what}"))
        if file:
            click.echo(output.one_line(f"file: broken at {file.address}: {file.what}"))
    if not sound:
        click.echo(
            "Hint: restore the ledger from a copy made before; nothing was changed. "
            "What is left of a production: cineledger repair NAME",
            err=True,
        )
        ctx.exit(1)


def _fault(fault: "Fault | None") -> dict[str, str] | None:
    return None if fault is None else {"address": fault.address, "what": fault.what}


MOST_NAMED = 10
"""Bad events that a refusal names; --json has all."""


@click.command()
@click.argument("name")
@studio_and_json
@click.pass_context
def repair(ctx: click.Context, name: str, studio: Path, as_json: bool) -> None:
    """Say which events of NAME are bad and what to restore; always refuses to repair them.

    A ledger that could be mended could be forged. What is sound goes on in a fork.
    """
    from cineledger.domain.address import production_name
    from cineledger.domain.ledger.damage import damage
    from cineledger.domain.refusal import Refused

    stream = production_name(name)
    with open_ledger(studio) as ledger:
        found = damage(ledger, stream)
        path = ledger.store.path
    if as_json:
        sound = str(found.sound) if found.sound else None
        output.document({"production": stream, "bad": [_fault(f) for f in found.bad], "sound": sound})
        ctx.exit(1)
    if not found.bad:
        raise Refused(
            f"nothing in {stream} is bad", "There is nothing to repair; go on: cineledger log " + stream
        )
    named = "; ".join(f"{fault.address}: {fault.what}" for fault in found.bad[:MOST_NAMED])
    more = f"; and {len(found.bad) - MOST_NAMED} more" if len(found.bad) > MOST_NAMED else ""
    way = f", or go on from what is sound: cineledger fork {found.sound} NAME" if found.sound else ""
    raise Refused(
        f"events are never repaired, for what can be mended can be forged. Bad: {named}{more}",
        f"Put back a copy of {path} made before{way}",
    )
