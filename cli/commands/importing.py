"""`cineledger import`."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cineledger.cli import output
from cineledger.cli.options import known, open_ledger, studio_and_json
from cineledger.cli.scripts import read_script, warn_of_guess

if TYPE_CHECKING:
    from cineledger.domain.event import Event

SCENES = "Scenes"
WORK = "Reopened, since it rested on what changed"
PEOPLE = "Characters"
GROUPS = {
    SCENES: ("SceneWritten", "SceneRevised", "SceneOmitted", "SceneRenumbered", "ScenesOrdered"),
    WORK: ("ShotReopened", "ShotOmitted", "QuestionReopened", "QuestionDropped", "EmotionalStateReopened"),
    PEOPLE: ("CharacterIntroduced", "CharacterRecounted"),
}
"""What a preview shows, by kind of event."""


@click.command("import")
@click.argument("name")
@click.argument("file")
@click.option("--yes", is_flag=True, help="Record the changes without asking.")
@click.option("--preview", is_flag=True, help="Show what would change, and record nothing.")
@studio_and_json
def import_(name: str, file: str, yes: bool, preview: bool, studio: Path, as_json: bool) -> None:
    """Take a revised draft of NAME's script in from FILE (- reads standard input).

    Shows what changed, scene by scene, and which shots, decisions and feelings rested on it; asks; records that and
    nothing else. Scenes keep their ids when they move or get other numbers, and numbers once given stay: a new
    scene after 72 is 72A. The next run plans again what was reopened.

    \b
    cineledger import pilot pilot-blue.fountain
    cineledger import pilot pilot-blue.fountain --yes --json
    """
    from cineledger.agents.desk import look_at_draft, take_in_draft

    script = read_script(file)
    with open_ledger(studio) as ledger:
        stream = known(ledger, name)
        changes = look_at_draft(ledger, stream, script)
        warn_of_guess(script)
        if not as_json:
            _show(stream, script.source, changes.events)
        recorded = []
        if changes.events and not preview and (yes or _agreed()):
            recorded = take_in_draft(ledger, stream, script, changes.seen)
    if as_json:
        output.document(
            {
                "production": stream,
                "recorded": bool(recorded),
                "head": f"{stream}@{recorded[-1].number if recorded else changes.seen}",
                "changes": [_plain(event) for event in changes.events],
            }
        )
    elif recorded:
        click.echo(f"{recorded[0].address} to {recorded[-1].address} recorded.")
        click.echo(f"Next: cineledger run {stream}")
    elif changes.events:
        click.echo("Nothing is recorded.")


def _agreed() -> bool:
    from cineledger.domain.refusal import Refused

    if not output.is_terminal() or sys.stdin is None or not sys.stdin.isatty():
        raise Refused(
            "nobody is there to agree to the changes, and nothing is recorded", "Record them with --yes."
        )
    return click.confirm("Record this?", default=False)


def _show(stream: str, source: str, events: "Sequence[Event]") -> None:
    """The changes, under what they are changes of."""
    if not events:
        click.echo(f"{output.plain(source)} says what {stream} says: nothing to record.")
        return
    kinds = {kind for group in GROUPS.values() for kind in group}
    for event in events[:1]:
        click.echo(f"{_said(event)[:1].upper()}{_said(event)[1:]}")
    for title, group in GROUPS.items():
        lines = [_said(event) for event in events if type(event).__name__ in group]
        if lines:
            click.echo(f"\n{title}")
            for line in lines:
                click.echo(f"  {line}")
    if not any(type(event).__name__ in kinds for event in events):
        click.echo("Only the title page changed.")
    click.echo()


def _said(event: "Event") -> str:
    from cineledger.projections.sentences import sentence

    return output.plain(sentence(type(event).__name__, event.model_dump(mode="json")))


def _plain(event: "Event") -> dict[str, Any]:
    """An event for a program, without the lines themselves."""
    fact = event.model_dump(mode="json", exclude={"text", "elements", "title_text", "standing"})
    return {"type": type(event).__name__, "says": _said(event), **fact}
