"""From arguments to an exit code: every way in which a command can end."""

import io
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from inspel_app.config import language
from inspel_app.errors import ExitCode, KnownError, MissingComponentError
from inspel_app.gui.guard import opens_window
from inspel_app.i18n import _, use_language
from inspel_app.resources import resource_dir

if TYPE_CHECKING:
    from argparse import Namespace


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command, or open the window, with a round if its file is given; the exit code."""
    _use_utf8()
    use_language(language(), resource_dir() / "sprak")
    given = list(sys.argv[1:] if arguments is None else arguments)
    if opens_window(given):
        return _open_window(given)
    from inspel_app.cli.parser import make_parser  # noqa: PLC0415 - the window needs none of it

    args = make_parser().parse_args(given)
    return _open_window([]) if args.command is None else _run(args)


def _open_window(rounds: Sequence[str]) -> int:
    try:
        _require_display()
        from inspel_app.gui.frame import main as open_window  # noqa: PLC0415 - Qt when it is needed
    except KnownError as error:
        from inspel_app.cli.output import show_error  # noqa: PLC0415 - rich when it is needed

        show_error(error, as_json=False)
        return error.exit_code
    return open_window(rounds)


def _require_display() -> None:
    """Tell that there is no display before Qt does so, in English and with an abort."""
    asked = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform.startswith("linux") and not any(os.environ.get(name) for name in asked):
        raise MissingComponentError(
            _("Det finns ingen skärm att öppna fönstret på."),
            _("Starta programmet på ett skrivbord, eller ange ett kommando; se inspel --help."),
        )


def _run(args: "Namespace") -> int:
    from inspel_app.cli import output  # noqa: PLC0415 - rich when it is needed

    try:
        from inspel_app.cli.commands import COMMANDS  # noqa: PLC0415 - so that --help is quick

        answer = COMMANDS[args.command](args)
        output.show(answer, as_json=args.json)
    except KnownError as error:
        output.show_error(error, as_json=args.json)
        return error.exit_code
    except KeyboardInterrupt as stop:
        if isinstance(stop, output.Cancelled):
            output.show(stop.answer, as_json=args.json)
        output.say(_("Avbrutet. Det som hann bli klart finns kvar."))
        return ExitCode.CANCELLED
    except BrokenPipeError:
        _forget_output()
        return ExitCode.OK
    except Exception as error:  # noqa: BLE001 - the last stop: a fault of ours is reported
        return _own_fault(error)
    return answer.code


def _use_utf8() -> None:
    """Write UTF-8 also where the console has another encoding, and never fail on a name."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _own_fault(error: Exception) -> int:
    """Tell that the program itself is at fault, and where the report of it lies."""
    from inspel_app.cli.output import say  # noqa: PLC0415 - as above
    from inspel_app.services.faults import write_report  # noqa: PLC0415 - as above

    say(_("Fel i programmet ({name}). Omgången är som den var.").format(name=type(error).__name__))
    try:
        path = write_report(error)
    except OSError:
        say(_("Rapporten om felet kunde inte sparas."))
    else:
        say(_("En rapport utan inspelens text finns i {path}; skicka den gärna.").format(path=path))
    return ExitCode.BUG


def _forget_output() -> None:
    """Point standard output to nowhere: whoever read it has had enough."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
