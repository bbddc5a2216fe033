"""What the commands' arguments have in common, and the values that they take."""

import unicodedata
from argparse import ArgumentParser, ArgumentTypeError, _ActionsContainer, _SubParsersAction
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import TypeAlias

from inspel_app.i18n import _

Commands: TypeAlias = "_SubParsersAction[ArgumentParser]"
"""The commands that there are so far."""


def add_bare(commands: Commands, name: str, text: str) -> ArgumentParser:
    """A command that answers in a way of its own, so that nobody chooses how."""
    return commands.add_parser(name, help=text, description=text[0].upper() + text[1:] + ".")


def add(commands: Commands, name: str, text: str) -> ArgumentParser:
    """A command with what all others share."""
    parser = add_bare(commands, name, text)
    parser.add_argument("--json", action="store_true", help=_("svara i JSON på standard ut"))
    return parser


def add_project(parser: ArgumentParser) -> None:
    """Let a command be of a round."""
    parser.add_argument(
        "project", metavar=_("OMGÅNG"), type=path, help=_("omgångens fil (*.inspel)")
    )


def add_files(parser: ArgumentParser) -> None:
    """Let a command take files and folders, one at least."""
    parser.add_argument(
        "files", metavar=_("FIL"), type=path, nargs="+", help=_("filer eller mappar")
    )


def add_facts(parser: ArgumentParser) -> None:
    """What can be said of a new round."""
    parser.add_argument("--strategy", metavar=_("ID"), help=_("strategins id"))
    parser.add_argument("--form", metavar=_("ID"), help=_("blankettens id"))
    parser.add_argument("--title", metavar=_("TEXT"), default="", help=_("omgångens namn"))
    parser.add_argument("--dnr", metavar=_("TEXT"), default="", help=_("diarienummer"))
    parser.add_argument(
        "--deadline", metavar=_("DATUM"), type=day, help=_("sista dag, som 2025-06-15")
    )


def add_jobs(parser: ArgumentParser) -> None:
    """Let a command say how many files are read at a time."""
    _add_jobs(parser)


def add_readers(parser: ArgumentParser) -> None:
    """Let a command say by what files are read: so many processes here, or a cluster."""
    either = parser.add_mutually_exclusive_group()
    _add_jobs(either)
    either.add_argument(
        "--cluster",
        metavar=_("ADRESS"),
        help=_("läs på andra datorer: adressen till ett kluster av Dask, som tcp://10.0.0.5:8786"),
    )


def _add_jobs(parser: _ActionsContainer) -> None:
    parser.add_argument(
        "--jobs", metavar=_("ANTAL"), type=count, help=_("hur många filer som läses samtidigt")
    )


def day(text: str) -> date:
    """A day in the one form of ISO 8601 that people write; weeks and bare digits are others."""
    with suppress(ValueError):
        day = date.fromisoformat(text)
        if day.isoformat() == text:
            return day
    raise ArgumentTypeError(_("{text} är inget datum; skriv det som 2025-06-15").format(text=text))


def moment(text: str) -> datetime:
    """A day, or a time on it."""
    with suppress(ValueError):
        moment = datetime.fromisoformat(text)
        if moment.isoformat(" ").startswith(text.replace("T", " ")):
            return moment
    message = _("{text} är ingen tid; skriv den som 2025-06-15 eller ”2025-06-15 14:30”")
    raise ArgumentTypeError(message.format(text=text))


def bare(text: str) -> str:
    """The text as ids are written: "Näringsliv" as "naringsliv"."""
    letters = unicodedata.normalize("NFKD", text.strip().lower())
    return "".join(c for c in letters if not unicodedata.combining(c))


def path(text: str) -> Path:
    """A path; an empty one is a slip."""
    if not text:
        raise ArgumentTypeError(_("ett namn saknas"))
    return Path(text)


def count(text: str) -> int:
    """A whole number from 1 and up."""
    if not text.isascii() or not text.isdigit() or int(text) == 0:
        message = _("{text} är inget antal; ange ett heltal från 1 och uppåt").format(text=text)
        raise ArgumentTypeError(message)
    return int(text)
