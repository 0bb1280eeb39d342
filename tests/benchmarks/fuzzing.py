"""Coverage-guided fuzzing of the Fountain reader and of the door for users' SQL, with atheris.

`python -m tests.benchmarks fuzz --seconds N` fuzzes each for so long, in a process of its own. What was found
stays in the temporary folder it names; put it among the regression tests.
"""

import importlib.util
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.measure import Table, count

INSTALL = "atheris is not installed, so nothing was fuzzed. Install it: pip install atheris (Linux only)"
SLOWEST = 20
"""Seconds that one input may take; a busy machine takes part of them."""
MEGABYTES = 4_000

_DONE = re.compile(r"Done (\d+) runs in (\d+) second")
_COVERED = re.compile(r"ft: (\d+)")


def run(quick: bool, seconds: int = 60) -> Table:
    """Inputs tried on each target, and what they found."""
    columns = ["Target", "Seconds", "Inputs", "Features covered", "Found"]
    table = Table("Fuzzing: no input is lost, slow, or a way out", columns)
    if importlib.util.find_spec("atheris") is None:
        table.note = INSTALL
        return table
    for target in ("fountain", "sql"):
        table.add(*_fuzzed(target, 5 if quick else seconds))
    return table


def _fuzzed(target: str, seconds: int) -> list[str]:
    folder = Path(tempfile.mkdtemp(prefix=f"cineledger-fuzz-{target}-"))
    (folder / "corpus").mkdir()
    for number, seed in enumerate(_seeds()):
        (folder / "corpus" / str(number)).write_bytes(seed)
    options = [
        f"-max_total_time={seconds}",
        f"-timeout={SLOWEST}",
        f"-rss_limit_mb={MEGABYTES}",
        "-max_len=4096",
    ]
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "tests.benchmarks.fuzz_targets",
            target,
            *options,
            f"-artifact_prefix={folder}/",
            str(folder / "corpus"),
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        check=False,
        env={**os.environ, "CINELEDGER_FUZZ": str(folder)},
    )
    said = done.stderr.decode("utf-8", "replace")
    (folder / "log").write_text(said)
    runs, covered = _DONE.search(said), _COVERED.findall(said)
    found = sorted(path.name for path in folder.glob("*-*"))
    verdict = (
        "nothing" if done.returncode == 0 and not found else f"**{', '.join(found) or 'failed'}** in {folder}"
    )
    tried = count(int(runs[1])) if runs else "?"
    return [target, str(seconds), tried, covered[-1] if covered else "?", verdict]


def _seeds() -> list[bytes]:
    from tests.support.film import SCRIPT

    scripts = Path(__file__).parents[2].glob("docs/**/*.fountain")
    return [SCRIPT.encode(), *(path.read_bytes()[:4096] for path in scripts)]
