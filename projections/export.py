"""Taking away the script, shots, characters or decisions of a production."""

from typing import Any

from cineledger.domain.fountain.encoding import encode
from cineledger.domain.refusal import Refused
from cineledger.projections import paged
from cineledger.projections.answers import csv_table, json_table
from cineledger.projections.history import known
from cineledger.projections.reader import Reader
from cineledger.projections.storyboard import storyboard

FORMATS = {
    "script": ("fountain", "md"),
    "pages": ("txt",),
    "pdf": ("pdf",),
    "shots": ("csv", "json", "md"),
    "characters": ("csv", "json", "md"),
    "decisions": ("csv", "json", "md"),
    "bible": ("csv", "json", "md"),
    "assembly": ("csv", "json", "md"),
    "cues": ("csv", "json", "md"),
    "spotting": ("csv", "json", "md"),
    "score": ("mid",),
    "breakdown": ("csv", "json", "md"),
    "schedule": ("csv", "json", "md"),
    "budget": ("csv", "json", "md"),
    "storyboard": ("svg",),
}
SCENE = "(SELECT any_value(c.place) FROM scenes_at(?1, ?2) c WHERE c.scene = t.scene)"
"""The place of a row's scene in the script."""
ORDER = {
    "shots": f"{SCENE}, length(t.setup), t.setup",
    "characters": "t.introduced",
    "decisions": "t.number",
    "bible": "t.section, split_part(t.address, '@', -1)::BIGINT, t.entry",
    "assembly": f"{SCENE}, t.cut",
    "cues": f"{SCENE}, t.first, t.cue",
    "spotting": f"{SCENE}, t.first, t.place",
    "breakdown": f"{SCENE}, t.category, t.name",
    "schedule": "t.day",
    "budget": "t.account, t.name",
}


def export(reader: Reader, production: str, what: str, form: str, number: int | None = None) -> bytes:
    """A deliverable, at the head or as an event left it; refuses what `FORMATS` does not name.

    A script that nobody touched comes out as Fountain byte for byte as it went in. Cells of CSV are the data
    exactly, also where a spreadsheet would take them for a formula.
    """
    if form not in FORMATS.get(what, ()):
        raise Refused(
            f"{what} can't be written as {form}",
            _instead(what, form)
            + "Use "
            + "; ".join(f"{w}: {', '.join(forms)}" for w, forms in FORMATS.items())
            + ".",
        )
    name = known(reader, production)
    if what == "pdf":
        return paged.pdf(reader, name, number).data
    if what == "storyboard":
        return storyboard(reader, name, number=number)
    if what == "pages":
        return paged.text(reader, name, number).encode()
    if what == "score":
        return _score(reader, name, number)
    if what == "script":
        return _fountain(reader, name, number) if form == "fountain" else _read(reader, name, number)
    rows = reader.rows(f"SELECT t.* FROM {what}_at(?1, ?2) t ORDER BY {ORDER[what]}", (name, number))
    names = [column.column for column in reader.tables() if column.table == what]
    match form:
        case "json":
            return json_table(names, [tuple(row.values()) for row in rows]).encode()
        case "csv":
            return csv_table(names, [tuple(row.values()) for row in rows]).encode()
        case _:
            return _markdown(f"{what.capitalize()} of {name}", names, rows).encode()


def _instead(what: str, form: str) -> str:
    """What to export for a format that one thing alone is written in: the score for MIDI."""
    made = [name for name, forms in FORMATS.items() if form in forms]
    return f"As {form} there is the {made[0]}: cineledger export NAME {made[0]}. " if len(made) == 1 else ""


def _score(reader: Reader, name: str, number: int | None) -> bytes:
    """The cues as MIDI, in the order of the film."""
    from cineledger.projections import midi

    cues = reader.rows(f"SELECT t.* FROM cues_at(?1, ?2) t ORDER BY {ORDER['cues']}", (name, number))
    motifs = reader.rows("SELECT * FROM motifs_at(?1, ?2)", (name, number))
    if not any(cue["whose"] for cue in cues):
        raise Refused(f"{name} has no score", "It has one once the composer has written cues.")
    title = reader.rows("SELECT title FROM productions WHERE production = ?", (name,))[0]["title"]
    return midi.score(cues, motifs, title)


def _fountain(reader: Reader, name: str, number: int | None) -> bytes:
    script = reader.rows("SELECT title_text, encoding FROM scripts_at(?, ?)", (name, number))
    if not script:
        raise paged.no_script(reader, name)
    scenes = reader.rows("SELECT text FROM scenes_at(?, ?) ORDER BY place", (name, number))
    return encode(script[0]["title_text"] + "".join(s["text"] for s in scenes), script[0]["encoding"])


def _read(reader: Reader, name: str, number: int | None) -> bytes:
    """The script for reading: headings, speeches and action, without notes."""
    if not reader.rows("SELECT 1 FROM scripts_at(?, ?)", (name, number)):
        raise paged.no_script(reader, name)
    title = reader.rows("SELECT title FROM productions WHERE production = ?", (name,))[0]["title"]
    elements = reader.rows(
        "SELECT e.kind, e.text FROM script_elements_at(?1, ?2) e "
        "JOIN scenes_at(?1, ?2) s ON s.scene = e.scene ORDER BY s.place, e.element",
        (name, number),
    )
    parts = [f"# {_escaped(title)}"]
    for element in elements:
        text = _escaped(element["text"])
        match element["kind"]:
            case "heading":
                parts.append(f"## {text}")
            case "cue":
                parts.append(f"**{text}**")
            case "dialogue" | "lyric":
                parts.append("> " + text.replace("\n", "  \n> "))
            case "parenthetical":
                parts.append(f"> *{text}*")
            case "page_break":
                parts.append("---")
            case "note" | "boneyard" | "section" | "synopsis":
                continue
            case _:
                parts.append(text.replace("\n", "  \n"))
    return ("\n\n".join(parts) + "\n").encode()


def _markdown(title: str, names: list[str], rows: list[dict[str, Any]]) -> str:
    """A table of the columns that any row fills."""
    filled = [n for n in names if n != "production" and any(row[n] not in (None, "", []) for row in rows)]
    lines = [f"# {_escaped(title)}", ""]
    if not filled:
        return "\n".join([*lines, "Nothing yet.", ""])
    lines += [f"| {' | '.join(filled)} |", "|" + " --- |" * len(filled)]
    lines += ["| " + " | ".join(_md_cell(row[n]) for n in filled) + " |" for row in rows]
    return "\n".join([*lines, ""])


def _md_cell(value: Any) -> str:
    if value is None:
        return ""
    text = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    return _escaped(text).replace("|", "\\|").replace("\r\n", "<br>").replace("\n", "<br>")


def _escaped(text: str) -> str:
    """Text whose characters Markdown would not take for marks."""
    return "".join("\\" + c if c in "\\`*_[]<>#" else c for c in text)
