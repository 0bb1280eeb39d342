"""The main job on a short screenplay of our own, through the real program: `make demo`."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
OUT = Path("demo")
STUDIO = OUT / "studio"
PAPERS = (
    ("script", "script.fountain"),
    ("shots", "shots.csv"),
    ("decisions", "decisions.md"),
    ("storyboard", "storyboard.svg"),
    ("breakdown", "breakdown.csv"),
    ("schedule", "schedule.md"),
    ("budget", "budget.md"),
    ("score", "score.mid"),
)
PROGRAM = Path(os.path.relpath(Path(sys.executable).with_name("cineledger")))


def say(words: str) -> None:
    """A heading of the demo."""
    print(f"\n── {words}", flush=True)


def cineledger(*words: str, shown: bool = True) -> str:
    """Runs the program; returns what it printed, and prints it where it is to be seen."""
    command = [str(PROGRAM), *words, "--studio", str(STUDIO)]
    if shown:
        print("$ cineledger " + " ".join(f'"{w}"' if " " in w else w for w in words), flush=True)
        subprocess.run(command, check=True)
        return ""
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def main() -> None:
    """Opens, runs, asks why, forks at a contested decision, runs the fork, and shows the difference."""
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir()
    say("Open a production from a screenplay, with a vision")
    vision = (
        "Intimate and quiet: faces before places, and the camera moves only when somebody decides something."
    )
    cineledger("open", "ferry", "--script", str(HERE / "last_ferry.fountain"), "--vision", vision)

    say("Let the crew work; what goes up is approved by the standing orders you left")
    cineledger("run", "ferry", "--approve", "standing", "--show")

    say("A decision the crew did not agree on, and the proposal it passed over")
    contested = json.loads(
        cineledger(
            "sql",
            "--json",
            """SELECT d.address, d.number, s.shot, s.scene, 'ferry@' || min(p.number) AS rival
            FROM decisions d
            JOIN proposals p ON p.production = d.production AND p.question = d.question
                AND p.number <> d.proposal
            JOIN shots s ON s.production = d.production AND s.question = d.question
            WHERE d.production = 'ferry' AND d.authority = 'ruling' AND d.subject = 'beat_coverage'
            GROUP BY ALL ORDER BY d.number DESC LIMIT 1""",
            shown=False,
        )
    )[0]
    cineledger("why", "ferry", "shots", contested["shot"], "size")

    say("Fork there, with the rejected proposal instead, and let the fork run on")
    cineledger("fork", contested["address"], "ferry-b", "--instead", contested["rival"])
    cineledger("run", "ferry-b", "--approve", "standing")

    say("What that changed")
    cineledger("diff", "ferry", "ferry-b")

    say("What everybody works from, and which shots cover which lines")
    cineledger("bible", "ferry", "--section", "music")
    cineledger("coverage", "ferry", "--scene", "4")

    say("How its people go through it, and what one of them knows")
    who = ("--production", "ferry")
    cineledger("character", "MAYA,IDRIS", "timeline", *who, "--plot", str(OUT / "arcs.svg"))
    cineledger("character", "MAYA", "knows", *who)

    say("Take it away")
    for what, file in PAPERS:
        cineledger("export", "ferry", what, "--format", file.rpartition(".")[2], "-o", str(OUT / file))
    cineledger("verify")

    say("Written")
    for path in sorted(OUT.iterdir()):
        print(f"  {path}{'/' if path.is_dir() else ''}")
    say("Try")
    print(f"  {PROGRAM} log ferry --studio {STUDIO}")
    print(f'  {PROGRAM} sql "SELECT size, count(*) AS shots FROM shots GROUP BY ALL" --studio {STUDIO}')
    print(f"  {PROGRAM} why {contested['address']} --studio {STUDIO}")


if __name__ == "__main__":
    main()
