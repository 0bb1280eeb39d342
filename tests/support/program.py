"""The real program `cineledger`, started as a person starts it; and within the test where only its words matter."""

import io
import json
import os
import pty
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from cineledger.cli.main import main
from cineledger.domain.ledger import Ledger

PROGRAM = Path(sys.executable).with_name("cineledger")
PATIENCE = 60
"""Seconds that one command may take on a busy machine."""


@dataclass(frozen=True)
class Answer:
    """What the program left behind."""

    raw: bytes
    err: str
    code: int

    @property
    def out(self) -> str:
        """Standard output as text, line ends as they are."""
        return self.raw.decode()

    @property
    def lines(self) -> list[str]:
        """Standard output line by line."""
        return self.out.splitlines()

    def json(self) -> Any:
        """The one JSON document on standard output."""
        return json.loads(self.raw)

    def done(self) -> "Answer":
        """It did what it was asked, without complaint."""
        assert self.code == 0, self.err
        assert not self.err.startswith(("Refused", "This is a bug")), self.err
        return self

    def refused(self, because: str, hint: str = "") -> "Answer":
        """It refused: exit 1, `Refused: …` and `Hint: …` on standard error, nothing on standard output."""
        assert self.code == 1, (self.code, self.err)
        first, second = self.err.splitlines()
        assert first.startswith("Refused: ") and because in first, self.err
        assert second.startswith("Hint: ") and hint in second, self.err
        assert self.raw == b""
        return self

    def misused(self, because: str) -> "Answer":
        """It was used wrongly: exit 2 and a usage line on standard error."""
        assert self.code == 2, (self.code, self.err)
        assert self.err.startswith("Usage: ") and because in self.err, self.err
        assert "Traceback" not in self.err
        return self


@dataclass(frozen=True)
class Program:
    """The program on one studio."""

    studio: Path

    def __call__(
        self, *words: str | bytes | Path, stdin: bytes = b"", cwd: Path | None = None, **env: str
    ) -> Answer:
        """Runs it to the end."""
        done = subprocess.run(
            [PROGRAM, *words],
            input=stdin,
            capture_output=True,
            cwd=cwd,
            env=self.env(**env),
            timeout=PATIENCE,
            check=False,
        )
        return Answer(done.stdout, done.stderr.decode(), done.returncode)

    def start(self, *words: str) -> subprocess.Popen[bytes]:
        """Starts it and goes on."""
        return subprocess.Popen(
            [PROGRAM, *words],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=self.env(),
        )

    def env(self, **more: str) -> dict[str, str]:
        """An environment in which this is the studio."""
        return {**os.environ, "CINELEDGER_STUDIO": str(self.studio), "TERM": "xterm-256color", **more}

    def within(self, *words: str | bytes | Path, stdin: bytes = b"") -> Answer:
        """The same in this process: quicker, for what doesn't depend on how the program is started."""
        arguments = ["cineledger", *(os.fsdecode(word) for word in words)]
        buffers = [io.BytesIO(data) for data in (stdin, b"", b"")]
        streams = [io.TextIOWrapper(buffer, "utf-8") for buffer in buffers]
        with (
            patch.multiple(sys, argv=arguments, stdin=streams[0], stdout=streams[1], stderr=streams[2]),
            patch.dict(os.environ, CINELEDGER_STUDIO=str(self.studio)),
        ):
            try:
                main()
            except SystemExit as ended:
                code = ended.code
        for stream in streams:
            stream.flush()
        out, err = (buffer.getvalue() for buffer in buffers[1:])
        return Answer(out, err.decode(), code if isinstance(code, int) else 0)

    def at_terminal(
        self, *words: str, says: Sequence[tuple[str, str]] = (), then: tuple[str, str] | None = None
    ) -> tuple[str, int]:
        """What a person at a terminal sees, and the exit code.

        `says` is what to type after which words, one after another; `then` is what to type whenever from then on.
        """
        child, terminal = pty.fork()
        if child == 0:
            os.execve(PROGRAM, [str(PROGRAM), *words], self.env())
        shown, seen, waiting = b"", 0, list(says)
        until = time.monotonic() + PATIENCE
        try:
            while time.monotonic() < until:
                if not select.select([terminal], [], [], 0.5)[0]:
                    continue
                try:
                    piece = os.read(terminal, 65_536)
                except OSError:  # Linux says EIO where the other end is closed
                    break
                if not piece:
                    break
                shown += piece
                expected, typed = waiting[0] if waiting else then or ("", "")
                if typed and expected.encode() in shown[seen:]:
                    seen = len(shown)
                    os.write(terminal, typed.encode())
                    del waiting[:1]
        finally:
            os.close(terminal)
        _, status = os.waitpid(child, 0)
        assert time.monotonic() < until, f"still going after {PATIENCE} s: {shown.decode(errors='replace')}"
        assert not waiting, f"never saw {waiting[0][0]!r} in {shown.decode()}"
        return shown.decode(), os.waitstatus_to_exitcode(status)

    def copied(self, folder: Path) -> "Program":
        """The same studio in another folder."""
        shutil.copytree(self.studio, folder)
        return Program(folder)

    def rows(self, query: str, *words: str) -> list[dict[str, Any]]:
        """The rows of a query, asked within this process."""
        rows: list[dict[str, Any]] = self.within("sql", query, "--json", *words).done().json()
        return rows

    def head(self, name: str = "pilot") -> int:
        """The number of a production's last event."""
        with Ledger(self.studio) as ledger:
            return ledger.head(name).number

    def digest(self, name: str = "pilot", upto: int | None = None) -> str:
        """A history's digest."""
        with Ledger(self.studio) as ledger:
            return ledger.history_digest(name, upto)
