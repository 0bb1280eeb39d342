"""`cineledger character`."""

import shutil
from pathlib import Path

from tests.support.program import Program


def test_who_she_is(film: Program) -> None:
    """A name in any case; what is known is said with the event that said it, what is not with the next step."""
    lines = film("character", "maya").done().lines
    assert lines[0] == "MAYA in pilot"
    assert {"Identity", "Now", "On the way", "Canon"} <= set(lines)
    found = film.within("character", "Maya", "--json").done().json()
    assert found["character"] == "MAYA" and found["feels"]["address"].startswith("pilot@")


def test_refused(film: Program) -> None:
    """Nobody of that name, nothing of that name to ask, an option that the action has no use for."""
    film.within("character", "MAYE").refused("there is no character MAYE", "Did you mean MAYA?")
    film.within("character", "MAYA", "juggle").misused("juggle is nothing to ask of a character")
    film.within("character", "MAYA", "--limit", "3").misused("--limit is not for who somebody is")
    film.within("character", "MAYA", "--production", "pilto").refused("no production pilto", "pilot?")


def test_several_productions_have_one_of_the_name(planned: Program) -> None:
    """Of forks the last worked on is shown and says so; between families nobody chooses for the person."""
    planned.within("fork", "pilot@60", "pilot-b").done()
    assert planned.within("character", "MAYA").done().lines[0] == "MAYA in pilot-b"
    planned.within("open", "other", "--script", "-", stdin=b"INT. HALL - DAY\n\nMAYA\nHello.\n").done()
    planned.within("character", "MAYA").refused("MAYA is in other, pilot-b", "--production")
    at = planned.within("character", "MAYA", "--at", "pilot@60", "--json").done().json()
    assert at["production"] == "pilot"


def test_timeline(film: Program, tmp_path: Path) -> None:
    """Her scenes with addresses; as a picture, whole or not at all, and of no other kind than the name says."""
    lines = film.within("character", "maya,tom", "timeline").done().lines
    assert lines[0].startswith("MAYA in pilot  ") and any(line.startswith("TOM in pilot") for line in lines)
    assert any(line.strip().startswith("feels ") and "(pilot@" in line for line in lines)
    svg, png = tmp_path / "arc.svg", tmp_path / "arc.png"
    assert film.within("character", "MAYA", "timeline", "--plot", svg).done().err == f"{svg}: MAYA in pilot\n"
    film.within("character", "MAYA", "timeline", "--plot", png, "--json").done().json()
    assert b"<title" in svg.read_bytes() and png.read_bytes().startswith(b"\x89PNG")
    film.within("character", "MAYA", "timeline", "--plot", tmp_path / "arc.pdf").misused(
        "ends in .svg or .png"
    )
    film.within("character", "MAYA", "timeline", "--plot", tmp_path / "no" / "arc.svg").refused(
        "can't be written"
    )
    assert {path.name for path in tmp_path.iterdir() if path.is_file()} == {"arc.svg", "arc.png"}


def test_recall(film: Program) -> None:
    """Her memories, the nearest first, each with what it scored and its event; at an event, none of later."""
    told = film("character", "maya", "recall", "the kettle", "in the kitchen").done()
    assert told.lines[0].startswith("What MAYA remembers of “the kettle in the kitchen” at pilot@")
    assert "MAYA waits by the kettle" in told.out and "relevance 1.00" in told.out and "(pilot@" in told.out
    found = film.within("character", "MAYA", "recall", "kettle", "--limit", "1", "--json").done().json()
    assert [memory["kind"] for memory in found["memories"]] == ["scene"]
    early = film.within("character", "MAYA", "recall", "kettle", "--at", "pilot@60", "--json").done().json()
    assert early["at"] == "pilot@60" and early["memories"]
    assert all(int(memory["address"].split("@")[1]) <= 60 for memory in early["memories"])
    film.within("character", "MAYA", "recall").misused("Say what she is to remember")
    assert "Nothing that has to do" in film.within("character", "TOM", "recall", "?!").done().out


def test_recall_without_an_index(film: Program, tmp_path: Path) -> None:
    """Where the index can't be made, words alone are compared, which is said; no embedder, refused."""
    lost = film.copied(tmp_path / "studio")
    index = lost.studio / "cache" / "memory"
    shutil.rmtree(index, ignore_errors=True)
    index.parent.mkdir(exist_ok=True)
    index.write_text("in the way")
    told = lost.within("character", "MAYA", "recall", "kettle").done()
    assert "By words alone" in told.err and "MAYA waits by the kettle" in told.out
    film("character", "MAYA", "recall", "kettle", CINELEDGER_EMBEDDER="guess").refused(
        "there is no embedder guess", "hashed"
    )


SOLD = b"""INT. HALL - NIGHT

Tom and Lena.

TOM
I sold the boat, Lena. Don't tell Maya.

LENA
I won't.

INT. STREET - DAY

MAYA
Lena's pregnant.

TOM
Who says so?

MAYA
Why did you not come?
"""


def test_what_she_knows(program: Program) -> None:
    """Sure, believed and unknown, each with its event, by the end of her last scene or of any other."""
    program.within("open", "pilot", "--script", "-", stdin=SOLD).done()
    program.within("run", "pilot").done()
    lines = program("character", "lena", "knows").done().lines
    assert lines[0] == "LENA in pilot, by the end of scene 1, with TOM"
    (known,) = [line for line in lines if "TOM sold the boat" in line]
    assert "told by TOM in scene 1" in known
    found = program.within("character", "MAYA", "knows", "--json").done().json()
    assert [row["fact"] for row in found["knows"]] == ["lena-pregnant"] and not found["believes"]
    (unknown,) = found["does_not_know"]
    assert (unknown["fact"], unknown["known_to"], unknown["secret"]) == ("tom-sold-boat", ["TOM"], True)
    told = program.within("character", "TOM", "knows", "--scene", "1").done().out
    assert "did it in scene 1" in told and "keeps it secret" in told
    program.within("character", "MAYA", "knows", "--scene", "9").refused("pilot has no scene 9", "scenes")
    program.within("character", "MAYA", "knows", "more").misused("takes nothing after it")


def test_the_orchestrator_says_who_she_is(planned: Program) -> None:
    """Said in person it stands at once, as decided, with its event; it can be noted, and its rows tell why."""
    said = planned.within(
        "character", "maya", "set", "--trait", "Loyal", "--fear", "that nobody asks", "--age", "58"
    )
    assert "the orchestrator's word: fear, age, loyal" in said.done().lines[0]
    lines = planned.within("character", "MAYA").done().lines
    assert {"  fear: that nobody asks", "  age: 58"} <= set(lines)
    assert any(line.startswith("  decided to be loyal: the orchestrator's word") for line in lines)
    rows = planned.within(
        "sql", "select trait, facet, decided from traits where trait = 'loyal'", "--json"
    ).done()
    assert rows.json() == [{"trait": "loyal", "facet": "agreeableness", "decided": True}]
    why = planned.within("why", "pilot", "identities", "MAYA", "fear").done()
    assert "the orchestrator's word" in "\n".join(why.lines)


def test_she_is_made_another_only_anyway(planned: Program) -> None:
    """Bounds that were decided hold for the orchestrator until that is said knowingly; nothing said is misused."""
    planned.within("character", "MAYA", "set", "--trait", "loyal").done()
    another = ("character", "MAYA", "set", "--trait", "faithless", "--without", "loyal")
    planned.within(*another).refused("MAYA would be at -0.6 on agreeableness", "--anyway")
    planned.within(*another, "--anyway").done()
    planned.within("character", "MAYA", "set", "--without", "shy").refused(
        "MAYA has no trait shy", "Hers are: "
    )
    planned.within("character", "MAYA", "set").misused("--trait WORD")
    planned.within("character", "MAYA", "--fear", "cats").misused("--fear is not for who somebody is")
    planned.within("character", "MAYA", "set", "--age", "300").misused("300")
