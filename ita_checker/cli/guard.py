"""What stands around every command: mistakes are said with what to do next, a program that breaks
says so, and the exit code tells the two from gaps.
"""

from __future__ import annotations

import contextlib
import errno
import os
import signal
import sys
import traceback
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import click

from ita_checker.errors import ExitCode, ItaError, UsageError
from ita_checker.model import Words

if TYPE_CHECKING:
    from ita_checker.model import Report

TOLD = "ita_checker.verbose"  # where a context notes that tracebacks are wanted
BROKE = Words(
    "สั่งอีกครั้งด้วย --verbose แล้วแจ้งผู้พัฒนาพร้อมข้อความที่ได้",
    "run it again with --verbose and tell us what it says",
)


def _noted(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        ctx.find_root().meta[TOLD] = True


VERBOSE = click.option("--verbose", "-v", is_flag=True, expose_value=False, callback=_noted, is_eager=True,
                       help="แสดงตำแหน่งในโปรแกรมเมื่อผิดพลาด. Show tracebacks.")  # fmt: skip


class Group(click.Group):
    """Commands whose mistakes say what, where and what to do next, with exit code 2; `rules` and
    `compare` are loaded when asked for. Whatever else breaks ends with 3, never with the 1 of
    gaps.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted([*super().list_commands(ctx), "compare", "rules"])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name == "rules":
            from ita_checker.cli.rules import rules

            return rules
        if cmd_name == "compare":
            from ita_checker.cli.compare import compare

            return compare
        return super().get_command(ctx, cmd_name)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            with _terminable():
                return super().invoke(ctx)
        except (click.exceptions.Exit, click.ClickException):
            raise
        except ItaError as error:
            say(error)
            _trace(ctx)
            ctx.exit(ExitCode.MISUSE)
        except (KeyboardInterrupt, click.Abort):
            say(UsageError(Words("หยุดก่อนเสร็จ", "broken off")))
            ctx.exit(ExitCode.UNCHECKED)
        except OSError as error:
            say(_refused(error))
            _trace(ctx)
            ctx.exit(ExitCode.MISUSE)
        except Exception as error:
            name = f"{type(error).__name__}: {error}"[:500]
            say(
                UsageError(
                    Words(f"โปรแกรมล้มเหลว ({name})", f"the program broke ({name})"), "", BROKE
                )
            )
            _trace(ctx)
            ctx.exit(ExitCode.UNCHECKED)


@contextlib.contextmanager
def _terminable() -> Iterator[None]:
    """Have SIGTERM and SIGHUP end a command as Ctrl-C does: what is done is written, what is begun
    is put away.
    """

    def end(*_: object) -> None:
        raise KeyboardInterrupt

    before: dict[int, Any] = {}
    with contextlib.suppress(ValueError):  # not in the main thread: there no signal is heard
        for name in ("SIGTERM", "SIGHUP"):
            number = getattr(signal, name, None)
            if number is not None and signal.getsignal(number) is signal.SIG_DFL:
                before[number] = signal.signal(number, end)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def say(error: ItaError) -> None:
    """Tell a mistake on stderr; where no one hears it, nothing is lost."""
    from ita_checker.text.visible import visible

    with contextlib.suppress(OSError):
        click.echo(visible(f"{error.text('th')} / {error.text('en')}"), err=True)


def failures(reports: Iterable[Report]) -> None:
    """Tell where the program itself broke on a file, if --verbose asks for it."""
    if TOLD not in click.get_current_context().find_root().meta:
        return
    for report in reports:
        for failure in report.failures:
            _lines(f"{report.path}: {failure.where}\n{failure.trace}")


def emit(pieces: Iterable[str | bytes], encoding: str = "utf-8") -> None:
    """Write to stdout what is whole: nothing where a piece cannot be made. Whoever has stopped
    reading is let go quietly; UsageError where the system refuses.
    """
    import tempfile

    with tempfile.TemporaryFile(prefix="ita-checker-") as whole:
        for piece in pieces:
            whole.write(
                piece.encode(encoding, "backslashreplace") if isinstance(piece, str) else piece
            )
        whole.seek(0)
        try:
            while part := whole.read(1 << 20):
                click.echo(part, nl=False)
        except OSError as error:
            _nowhere()
            if error.errno != errno.EPIPE:
                raise UsageError(_refused(error).what, "stdout", _refused(error).remedy) from error


def _nowhere() -> None:
    """Have what is still on its way to stdout go nowhere: Python would try again at its end."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _refused(error: OSError) -> UsageError:
    why = error.strerror or error
    return UsageError(
        Words(f"ระบบปฏิเสธ ({why})", f"the system refused ({why})"),
        str(error.filename or ""),
        Words("ตรวจที่ว่างบนดิสก์และสิทธิ์", "check free space and rights"),
    )


def _trace(ctx: click.Context) -> None:
    if TOLD in ctx.find_root().meta:
        _lines(traceback.format_exc())


def _lines(text: str) -> None:
    from ita_checker.text.visible import visible

    with contextlib.suppress(OSError):
        for line in text.splitlines():
            indent = len(line) - len(line.lstrip(" "))
            click.echo(" " * indent + visible(line.strip()), err=True)
