"""`cineledger import`."""

import sys
import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cineledger.cli import files, output
from cineledger.cli.options import encoding_option, known, open_ledger, studio_and_json

if TYPE_CHECKING:
    from cineledger.domain.event import Event

SCENES = frozenset({"SceneWritten", "SceneRevised", "SceneOmitted", "SceneRenumbered", "ScenesOrdered"})
PEOPLE = frozenset({"CharacterIntroduced", "CharacterRecounted"})
WIDTH = 100


@click.command("import")
@click.argument("name")
@click.argument("file")
@click.option("--yes", is_flag=True, help="Record the changes without asking.")
@click.option("--preview", is_flag=True, help="Show what would change, and record nothing.")
@encoding_option
@studio_and_json
def import_(
    name: str, file: str, yes: bool, preview: bool, encoding: str | None, studio: Path, as_json: bool
) -> None:
    """Take a revised draft of NAME's script in from FILE (- reads standard input).

    Shows what changed, scene by scene, and which shots, decisions and feelings rested on it; asks; records that and
    nothing else. Scenes keep their ids when they move or get other numbers, and numbers once given stay: a new
    scene after 72 is 72A. The next run plans again what was reopened.

    \b
    cineledger import pilot pilot-blue.fountain
    cineledger import pilot pilot-blue.fountain --yes --json
    """
    from cineledger.agents.desk import look_at_draft, take_in_draft

    with open_ledger(studio) as ledger:
        stream = known(ledger, name)
        handed = files.script(file, encoding)
        script = handed.script
        changes = look_at_draft(ledger, stream, script)
        files.warn(handed)
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
    first = _said(events[0])
    click.echo(first[:1].upper() + first[1:])
    _part("Scenes", list(_scenes(events)) or ["only the title page changed"])
    _part("Reopened, for it rested on what changed", list(_reopened(stream, events)))
    _part("Gone with what it was for", list(_gone(stream, events)))
    _part("Characters", [_said(event) for event in events if type(event).__name__ in PEOPLE])
    click.echo()


def _part(title: str, lines: "Sequence[str]") -> None:
    if lines:
        click.echo(f"\n{title}")
    for line in lines:
        click.echo(textwrap.fill(line, WIDTH, initial_indent="  ", subsequent_indent="    "))


def _scenes(events: "Sequence[Event]") -> "Iterator[str]":
    """What happened to each scene; those that were only typed another way are counted."""
    from cineledger.domain.script.events import ScenesOrdered
    from cineledger.projections.sentences import RETYPED

    retyped = 0
    for event in events:
        if type(event).__name__ not in SCENES or (isinstance(event, ScenesOrdered) and not event.moved):
            continue
        said = _said(event)
        retyped += said.endswith(RETYPED)
        if not said.endswith(RETYPED):
            yield said
    if retyped:
        yield f"left every line of {output.count(retyped, 'scene')} as it was, {RETYPED}"


def _reopened(stream: str, events: "Sequence[Event]") -> "Iterator[str]":
    from cineledger.domain.cast.events import EmotionalStateReopened
    from cineledger.domain.debate.events import ApprovalVoided, QuestionReopened
    from cineledger.domain.shots.events import ShotReopened

    yield from _listed("shot", [e.shot for e in events if isinstance(e, ShotReopened)])
    yield from _listed(
        "question", [f"{stream}@{e.question}" for e in events if isinstance(e, QuestionReopened)]
    )
    yield from _listed(
        "approval that you gave", [f"{stream}@{e.decision}" for e in events if isinstance(e, ApprovalVoided)]
    )
    felt: dict[str, list[str]] = {}
    for event in events:
        if isinstance(event, EmotionalStateReopened):
            felt.setdefault(event.scene, []).append(output.plain(event.character))
    for scene, people in felt.items():
        yield f"what is felt in scene {scene}: {', '.join(people)}"


def _gone(stream: str, events: "Sequence[Event]") -> "Iterator[str]":
    from cineledger.domain.debate.events import QuestionDropped
    from cineledger.domain.shots.events import ShotOmitted

    yield from _listed("shot", [e.shot for e in events if isinstance(e, ShotOmitted)])
    yield from _listed(
        "question", [f"{stream}@{e.question}" for e in events if isinstance(e, QuestionDropped)]
    )


def _listed(noun: str, names: "Sequence[str]") -> "Iterator[str]":
    if names:
        first, *rest = noun.split(" ", 1)
        yield f"{' '.join([output.count(len(names), first), *rest])}: {', '.join(names)}"


def _said(event: "Event") -> str:
    from cineledger.projections.sentences import sentence

    return output.plain(sentence(type(event).__name__, event.model_dump(mode="json")))


def _plain(event: "Event") -> dict[str, Any]:
    """An event for a program, without the lines themselves."""
    fact = event.model_dump(mode="json", exclude={"text", "elements", "title_text", "standing"})
    return {"type": type(event).__name__, "says": _said(event), **fact}
