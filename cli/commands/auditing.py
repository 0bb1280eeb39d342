"""`cineledger audit`."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cineledger.cli import output
from cineledger.cli.options import known, open_ledger, open_reader, studio_and_json

if TYPE_CHECKING:
    from cineledger.domain.state import State

LOOKED_AT = {
    "knowledge": "what a speaker can't know yet",
    "absence": "the dead and the departed who speak",
    "trait": "what somebody said of herself for good",
    "relationship": "what two have been through",
    "age": "ages",
    "date": "days, dates and how long ago",
    "feeling": "leaps of feeling without a cause",
}
UNSEEN = (
    "The house reads English, and what is said in so many words: no irony, no lie that nobody names, nothing that "
    "only a picture shows, no feelings before the crew has read them."
)
_QUERY = """
SELECT finding, kind, scene, line, quote, people, was_scene, was_line, was_quote, weight, text, address, question,
       status, decided
FROM findings_at(?, NULL) ORDER BY place, line, kind
"""


@click.command()
@click.argument("name")
@studio_and_json
def audit(name: str, studio: Path, as_json: bool) -> None:
    """The lines of NAME that do not agree with what was established of somebody before.

    Somebody knows what nobody has told her, speaks though she is dead or gone, breaks with what she said of herself,
    forgets what two have been through, is another age, has the day wrong, or feels otherwise and nothing brought it
    about. The showrunner finds them as the crew sets to work and has the heaviest of them debated. Before that, what
    the house finds in the lines is shown, and nothing is recorded. The exit code is 0 all the same.

    \b
    cineledger audit pilot
    cineledger audit pilot --json
    """
    with open_ledger(studio) as ledger:
        stream = known(ledger, name)
        state = ledger.load(stream).state
    recorded = state.production.phase is not None and "showrunner" in state.production.roster
    if recorded:
        with open_reader(studio) as reader:
            found = reader.rows(_QUERY, (stream,))
    else:
        found = list(_found_now(state))
    findings = [_placed(state, row) for row in found]
    read = _read(state)
    if as_json:
        output.document(
            {
                "production": stream,
                "recorded": recorded,
                **read,
                "looked_at": LOOKED_AT,
                "unseen": UNSEEN,
                "findings": findings,
            }
        )
        return
    for line in _told(stream, findings, recorded, read):
        click.echo(line)


def _read(state: "State") -> dict[str, Any]:
    """How many scenes were held against those before them, and what the script plays with."""
    from cineledger.agents.auditing.hearing import heard

    script = heard(state)
    return {
        "scenes": sum(bool(scene.written.heading) for scene in script.scenes) or len(script.scenes),
        "left_out": sum(not hearing.scene.real for hearing in script.hearings),
        "plays_with": list(script.plays_with),
    }


def _found_now(state: "State") -> Iterator[dict[str, Any]]:
    """What the house finds in the lines as they stand, in the columns of the table of findings."""
    from cineledger.agents.auditing.hearing import heard
    from cineledger.agents.craft.auditing.audit import slips

    script = heard(state)
    names = {scene.written.number: scene.written.scene for scene in script.scenes}
    for scene, hearing in zip(script.scenes, script.hearings, strict=True):
        for slip in slips(hearing.scene, hearing.before, script.plays_with):
            was = hearing.before[slip.against]
            yield {
                "finding": None,
                "kind": slip.kind,
                "scene": scene.written.scene,
                "line": slip.line,
                "quote": slip.quote,
                "people": list(slip.people),
                "was_scene": names[was.scene],
                "was_line": was.line,
                "was_quote": was.quote,
                "weight": slip.weight,
                "text": slip.text,
                **dict.fromkeys(("address", "question", "status", "decided")),
            }


def _placed(state: "State", row: dict[str, Any]) -> dict[str, Any]:
    """A finding with the places of its lines as the page has them: the scene's number, the line counted from 1."""
    return {
        **row,
        "at": _place(state, row["scene"], row["line"]),
        "was_at": None if row["was_scene"] is None else _place(state, row["was_scene"], row["was_line"]),
    }


def _place(state: "State", scene: str, line: int) -> str:
    written = state.script.scenes[scene].written
    return f"scene {written.number} line {written.elements[line].line}"


def _told(name: str, findings: list[dict[str, Any]], recorded: bool, read: dict[str, Any]) -> Iterator[str]:
    if not read["scenes"]:
        yield "Nothing was audited: the house reads English, and there are no lines of it."
        return
    out = f", {read['left_out']} of them remembered or dreamt and left out" if read["left_out"] else ""
    yield f"{output.count(read['scenes'], 'scene')}{out}; {output.count(len(findings), 'finding')}."
    if read["plays_with"]:
        yield f"It plays with: {', '.join(read['plays_with'])}. What that may explain is left alone."
    for row in findings:
        yield from _lines(name, row)
    if findings:
        yield ""
    if not recorded:
        yield f"Nothing of this is recorded; the crew is asked about it with: cineledger run {name}"
    yield f"Looked at: {'; '.join(LOOKED_AT.values())}."
    yield UNSEEN


def _lines(name: str, row: dict[str, Any]) -> Iterator[str]:
    """A finding: where it stands, both lines, and its question."""
    who = ", ".join(map(output.role, row["people"]))
    address = f"{row['address']} " if row["address"] else ""
    yield ""
    yield f"{address}{click.style(row['at'], bold=True)}, {row['kind']}{f', {who}' if who else ''}"
    yield f"  {output.one_line(row['quote'])}"
    if row["was_at"]:
        yield f"  against {row['was_at']}: {output.one_line(row['was_quote'])}"
    if row["question"] is not None:
        decided = f": {output.one_line(row['decided'])}" if row["decided"] else ""
        yield f"  asked at {name}@{row['question']}, {row['status']}{decided}"
