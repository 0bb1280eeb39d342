"""The program `cineledger`: finds the command, runs it, and turns refusals into words and exit codes."""

import importlib
import io
import os
import sys
import threading
from typing import Any

import click

from cineledger.cli.table_of_commands import COMMANDS, SECTIONS

REFUSED, USAGE, AGAIN, BUG = 1, 2, 3, 70
"""Exit codes: refused, wrong usage, worth trying again, our bug. 0 is done."""

MOST_SAID = 500
"""Characters of an unexpected error's message."""


class PipeClosed(Exception):
    """Whoever read the output has enough of it. Not an OSError: click would exit 1 on one."""


class Commands(click.Group):
    """Imports a command's module only when that command is used, so that help stays quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command, in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, or None."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"cineledger.cli.commands.{COMMANDS[cmd_name].module}")
        command: click.Command = getattr(module, COMMANDS[cmd_name].function)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command meant; a mistyped one is answered with the nearest."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            import difflib

            near = difflib.get_close_matches(args[0], COMMANDS, n=1)
            if near and not args[0].startswith("-"):
                raise click.UsageError(f"{error.message} Did you mean {near[0]}?", ctx) from error
            raise

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the command; a closed pipe is no failure of it."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            raise PipeClosed from error

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Commands under headings, with a sentence each."""
        for section in SECTIONS:
            rows = [(name, c.sentence) for name, c in COMMANDS.items() if c.section == section]
            with formatter.section(section):
                formatter.write_dl(rows)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="cineledger")
def cli() -> None:
    """A production ledger for agentic filmmaking: every proposal, objection and approval on the record.

    Ask why any creative decision was made, fork a production at any event, and query everything
    with SQL at any moment of the past.
    """


def main() -> None:
    """Runs the program; a user's mistake never shows a traceback."""
    _mend_streams()
    try:
        code: Any = cli.main(prog_name="cineledger", standalone_mode=False)
        sys.stdout.flush()
        sys.exit(code if isinstance(code, int) else 0)
    except click.exceptions.Exit as done:
        sys.exit(done.exit_code)
    except click.UsageError as error:
        error.show()
        sys.exit(USAGE)
    except click.ClickException as error:
        error.show()
        sys.exit(REFUSED)
    except (KeyboardInterrupt, click.Abort):
        click.echo("Stopped. What was committed is kept; the same command goes on from there.", err=True)
        _leave(130)
    except (BrokenPipeError, PipeClosed):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except Exception as error:
        sys.exit(_explain(error))


def _leave(code: int) -> None:
    """Ends the program, also where calls are under way that nobody waits for any more."""
    if threading.active_count() > 1 and threading.current_thread() is threading.main_thread():
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    sys.exit(code)


def _mend_streams() -> None:
    """Output that is closed is thrown away, and a letter that its encoding lacks is written as an escape."""
    sys.stdin = sys.stdin or open(os.devnull)
    sys.stdout = sys.stdout or open(os.devnull, "w")
    sys.stderr = sys.stderr or open(os.devnull, "w")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _explain(error: Exception) -> int:
    from cineledger.cli.output import one_line
    from cineledger.domain.refusal import Refused

    if isinstance(error, Refused):
        again = bool(getattr(error, "transient", False))
        click.echo(f"{'Try again' if again else 'Refused'}: {one_line(error.reason)}", err=True)
        if error.hint:
            click.echo(f"Hint: {one_line(error.hint)}", err=True)
        return AGAIN if again else REFUSED
    if _is_damage(error):
        click.echo(f"Refused: the ledger's file is damaged ({one_line(str(error))})", err=True)
        click.echo("Hint: see where, and what to restore: cineledger verify; nothing was changed.", err=True)
        return REFUSED
    if _is_trouble_with_the_store(error):
        what = "the system says" if isinstance(error, OSError) else "the ledger can't be used just now"
        click.echo(f"Try again: {what} ({one_line(str(error))})", err=True)
        click.echo("Hint: nothing was half-written; see that the disk has room and may be written.", err=True)
        return AGAIN
    if os.environ.get("CINELEDGER_TRACEBACK"):
        raise error
    click.echo(
        f"This is a bug in cineledger: {type(error).__name__}: {one_line(str(error))[:MOST_SAID]}", err=True
    )
    click.echo("Hint: run it again with CINELEDGER_TRACEBACK=1 and send us what it prints.", err=True)
    return BUG


def _is_damage(error: Exception) -> bool:
    """A file that is no database, or not throughout, whoever reports it."""
    if "Could not decode to UTF-8" in str(error):
        return True
    return "DatabaseError" in _kinds(error) and not _is_trouble_with_the_store(error)


def _is_trouble_with_the_store(error: Exception) -> bool:
    """Locks, full disks and read-only folders, whoever reports them."""
    return not _kinds(error).isdisjoint({"OperationalError", "InterfaceError", "OSError"})


def _kinds(error: Exception) -> set[str]:
    return {base.__name__ for base in type(error).__mro__}


if __name__ == "__main__":
    main()
