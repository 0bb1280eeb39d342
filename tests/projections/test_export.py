"""Taking things away: exact, in the formats of the trade, or not at all."""

import csv
import io
import json
from pathlib import Path

import pytest

from cineledger.agents import desk
from cineledger.domain.fountain.encoding import decode, encode
from cineledger.domain.ledger import Ledger
from cineledger.domain.refusal import Refused
from cineledger.projections.export import FORMATS, export
from cineledger.projections.reader import Reader
from tests.projections.worlds import SPEC, World, scene, shot
from tests.support.film import SCRIPT
from tests.support.studio import opened

NASTY = (
    "Title: Été\r\n\r\nINT. CAFÉ--NIGHT #4A#\r\n\r\nZOË (V.O.)\r\n"
    "Hello [[note]]\r\n/* gone */\r\n\r\n.FORCED\r\n\tx  "
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("script", [SCRIPT, NASTY], ids=["plain", "nasty"])
def test_an_untouched_script_comes_out_as_it_went_in(tmp_path: Path, script: str, encoding: str) -> None:
    """Byte for byte, in the encoding it had, line ends and all."""
    data = encode(script, encoding)
    text, found = decode(data, "s.fountain")
    with Ledger(tmp_path, create=True) as ledger:
        taken = desk.Script(text=text, source="s.fountain", encoding=found)
        desk.open_production(ledger, "pilot", title="A", vision="v", idea=None, script=taken)
    with Reader(tmp_path) as reader:
        assert export(reader, "Pilot", "script", "fountain") == data


def test_a_production_without_a_script_is_refused(world: World) -> None:
    """There is nothing to take away before scenes are written."""
    world.open()
    with world.reader() as reader, pytest.raises(Refused, match="pilot has no script"):
        export(reader, "pilot", "script", "fountain")


def test_csv_holds_the_data_exactly(world: World) -> None:
    """What a spreadsheet would take for a formula is left as it is; quotes and line breaks survive a reading back."""
    world.open("pilot", scene("1"))
    odd = SPEC.model_copy(update={"description": '=1+1, "close"\nand @closer', "subject": "-MAYA"})
    world.say("cinematographer", shot(spec=odd))
    with world.reader() as reader:
        rows = list(csv.DictReader(io.StringIO(export(reader, "pilot", "shots", "csv").decode(), newline="")))
    assert rows[0]["description"] == '=1+1, "close"\nand @closer'
    assert (rows[0]["subject"], rows[0]["cast"], rows[0]["vfx"], rows[0]["lens_mm"]) == (
        "-MAYA",
        "MAYA",
        "",
        "85",
    )


def test_shots_stand_in_script_order(world: World) -> None:
    """By the scene's place in the script, then by setup: Z before AA."""
    world.open("pilot", scene("2"), scene("1"))
    for slate in ("1A", "2AA", "2B", "2Z"):
        planned = shot(slate).model_copy(update={"scene": slate[0]})
        world.say("cinematographer", planned)
    with world.reader() as reader:
        rows = json.loads(export(reader, "pilot", "shots", "json"))
        assert [row["shot"] for row in rows] == ["2B", "2Z", "2AA", "1A"]
        assert len(json.loads(export(reader, "pilot", "shots", "json", number=4))) == 2


def test_every_deliverable_is_written(tables: Reader) -> None:
    """Each format of each deliverable of a real production has something in it."""
    for what, forms in FORMATS.items():
        for form in forms:
            data = export(tables, "pilot", what, form)
            begins = {"pdf": b"%PDF-", "mid": b"MThd"}.get(form)
            assert data.startswith(begins) if begins else data.decode().strip()
            if form == "json":
                assert json.loads(data)
    assert "| 1A |" in export(tables, "pilot", "shots", "md").decode()
    assert "## INT. KITCHEN - NIGHT" in export(tables, "pilot", "script", "md").decode()


@pytest.mark.parametrize(
    ("what", "form"), [("script", "csv"), ("shots", "fountain"), ("risks", "csv"), ("shots", "pdf")]
)
def test_what_can_not_be_written_is_refused(tables: Reader, what: str, form: str) -> None:
    """The hint names what can."""
    with pytest.raises(Refused) as refusal:
        export(tables, "pilot", what, form)
    assert "shots: csv, json, md" in refusal.value.hint


def test_a_format_of_one_thing_alone_names_it(tables: Reader) -> None:
    """Music as MIDI is the score, not the table of cues."""
    with pytest.raises(Refused) as refusal:
        export(tables, "pilot", "cues", "mid")
    assert refusal.value.hint.startswith("As mid there is the score: cineledger export NAME score. Use ")


def test_an_opened_script_can_be_read(tmp_path: Path) -> None:
    """Marks of Markdown in the script stay text."""
    opened(tmp_path, script="INT. A - DAY\n\n*MAYA* says # <b>no</b>.\n").store.close()
    with Reader(tmp_path) as reader:
        text = export(reader, "pilot", "script", "md").decode()
    assert "\\# \\<b\\>no" in text
