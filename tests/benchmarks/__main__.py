"""`python -m tests.benchmarks [NAME …] [--quick]`: measures, and prints a table in Markdown for each benchmark."""

import argparse
import importlib
import os
import platform
import sys
from pathlib import Path

from tests.benchmarks.measure import options

BENCHMARKS = {
    "append": "appending",
    "fold": "folding",
    "fork": "forking",
    "approve": "approving",
    "verify": "verifying",
    "rebuild": "rebuilding",
    "catch-up": "catching_up",
    "as-of": "looking_back",
    "why": "explaining",
    "first-answer": "answering",
    "readers": "crowding",
    "feature": "planning",
    "kill": "killing",
    "start": "starting",
    "scheduling": "scheduling",
    "overlap": "overlapping",
    "cache": "caching",
    "fuzz": "fuzzing",
    "measures": "screening",
    "remembering": "remembering",
    "planted": "planting",
    "arcs": "arcs",
    "recall": "recalling",
    "recall_leaks": "leaking",
    "recall_speed": "recalling_fast",
    "recall_kills": "killing_recall",
}
"""Names → the module that measures."""


def main() -> None:
    """Runs the benchmarks that were named, or all."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument(
        "names", nargs="*", metavar="NAME", help=f"of: {', '.join(BENCHMARKS)} (default: all)"
    )
    parser.add_argument(
        "--quick", action="store_true", help="smaller histories: that it runs, not what it takes"
    )
    parser.add_argument(
        "--events", type=int, default=options.events, help="events of the longest ledger (default: a million)"
    )
    parser.add_argument("--keep", type=Path, help="a folder to keep long ledgers in for the next run")
    parser.add_argument(
        "--seconds", type=int, default=60, metavar="N", help="how long to fuzz each target (default: 60)"
    )
    chosen = parser.parse_args()
    options.events, options.keep = chosen.events, chosen.keep
    unknown = [name for name in chosen.names if name not in BENCHMARKS]
    if unknown:
        parser.error(f"there is no benchmark {unknown[0]}; there are {', '.join(BENCHMARKS)}")
    if os.environ.pop("PYTHONDONTWRITEBYTECODE", None) is not None:
        os.execv(sys.executable, [sys.executable, "-m", "tests.benchmarks", *sys.argv[1:]])
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.system()}\n", flush=True)
    for name in chosen.names or BENCHMARKS:
        module = importlib.import_module(f"tests.benchmarks.{BENCHMARKS[name]}")
        table = module.run(chosen.quick, **({"seconds": chosen.seconds} if name == "fuzz" else {}))
        print(table.markdown(), end="\n\n", flush=True)


if __name__ == "__main__":
    main()
