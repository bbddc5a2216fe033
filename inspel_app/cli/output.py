"""What is printed: answers on standard output; progress and errors on standard error."""

import json
import signal
import sys
from collections.abc import Callable, Container, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType

from rich.cells import cell_len
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
from rich.progress import Progress as Bar
from rich.table import Table

from inspel_app.errors import ExitCode, KnownError
from inspel_app.i18n import _
from inspel_app.services.jobs import Progress
from inspel_app.services.past import LogEntry

WIDTH = 120
"""Columns of a table that goes to a file or a pipe."""

NARROWEST = 8
"""Columns that wrapped text has at least; a terminal with less room breaks the lines itself."""

LONGEST = 24
"""Columns of a word that is not broken."""

GAP = 2
"""Columns between two columns of a table."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command answers: `data` for programs (JSON), `parts` (text, tables) for people."""

    data: dict[str, object]
    parts: tuple[str | Table, ...] = ()
    code: ExitCode = ExitCode.OK


def of_change(log: Sequence[LogEntry], before: int, **data: object) -> Answer:
    """What was done since the log had so many entries, or that it is so already."""
    done = log[-1].name if len(log) > before else ""
    return Answer({"done": done, **data}, (f"{done}." if done else _("Det är redan så."),))


class Cancelled(KeyboardInterrupt):
    """Ctrl-C between two steps of a job; `answer` tells of what was finished and is kept."""

    def __init__(self, answer: Answer) -> None:
        super().__init__()
        self.answer = answer


def show(answer: Answer, *, as_json: bool) -> None:
    """Print an answer."""
    if as_json:
        print(json.dumps(answer.data, ensure_ascii=False, indent=2))  # noqa: T201 - the answer
    else:
        console = _console(stderr=False)
        for part in answer.parts:
            if isinstance(part, str):
                console.print(plain(part), soft_wrap=True)
            else:
                console.width = max(console.width, _narrowest(part))
                console.print(part)
    sys.stdout.flush()


def show_error(error: KnownError, *, as_json: bool) -> None:
    """Print what went wrong and what to do about it."""
    if as_json:
        data = {"message": error.message, "advice": error.advice, "code": int(error.exit_code)}
        print(json.dumps({"error": data}, ensure_ascii=False, indent=2))  # noqa: T201 - the answer
    say(_("Fel: {message}").format(message=plain(error.message)))
    if error.advice:
        say(plain(error.advice))


def say(text: str) -> None:
    """Print a line on standard error."""
    _console(stderr=True).print(text, soft_wrap=True)


def table(
    headings: Sequence[str],
    rows: Sequence[Sequence[object]],
    wrapped: Container[int],
    longest: int = LONGEST,
) -> Table:
    """A table in which the columns that are `wrapped` make room for the others.

    Nothing is cut away, and no word is broken that is not longer than `longest`. Numbers stand to
    the right.
    """
    made = Table(box=None, padding=(0, GAP, 0, 0), pad_edge=False, header_style="bold")
    for number, heading in enumerate(headings):
        column = [row[number] for row in rows]
        right = bool(column) and all(isinstance(cell, int) for cell in column)
        texts = [plain(str(cell)) for cell in (heading, *column)]
        widest = max(map(cell_len, texts))
        words = (cell_len(word) for text in texts for word in text.split())
        whole = max((n for n in words if n <= longest), default=0)
        made.add_column(
            heading,
            justify="right" if right else "left",
            no_wrap=number not in wrapped,
            overflow="fold",
            min_width=max(whole, NARROWEST) if number in wrapped else widest,
        )
    for row in rows:
        made.add_row(*(plain(str(cell)) for cell in row))
    return made


def _narrowest(made: Table) -> int:
    """The least width in which every column of a table stands whole."""
    return sum((column.min_width or 0) + GAP for column in made.columns)


def plain(text: str) -> str:
    """The text without characters that could steer the terminal."""
    return "".join(c if c.isprintable() or c == "\n" else "\N{REPLACEMENT CHARACTER}" for c in text)


@contextmanager
def following() -> Iterator[Callable[[Progress], None]]:
    """Show the progress of jobs; Ctrl-C takes effect between two steps, never within one.

    A second Ctrl-C takes effect at once. Either way the project stays sound.
    """
    interrupted = False

    def interrupt(_signal: int, _frame: FrameType | None) -> None:
        nonlocal interrupted
        interrupted = True
        signal.signal(signal.SIGINT, before)

    before = signal.signal(signal.SIGINT, interrupt)
    try:
        with _display() as display:

            def report(progress: Progress) -> None:
                display(progress)
                if interrupted:
                    raise KeyboardInterrupt

            yield report
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def _display() -> Iterator[Callable[[Progress], None]]:
    console = _console(stderr=True)
    if not console.is_terminal:
        yield _line_by_line()
        return
    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}", markup=False))
    with Bar(*columns, console=console, transient=True) as bar:
        task = bar.add_task("")

        def draw(progress: Progress) -> None:
            text = plain(progress.text)
            bar.update(task, completed=progress.done, total=progress.total, description=text)

        yield draw


def _line_by_line() -> Callable[[Progress], None]:
    """A line for each file that is done and for each new kind of step."""
    last = ""

    def write(progress: Progress) -> None:
        nonlocal last
        if progress.outcome is not None or progress.text != last:
            last = progress.text
            say(f"{progress.done}/{progress.total} {plain(progress.text)}")

    return write


class _Console(Console):
    """Leaves it to the caller what to do when nobody reads on; rich would end with code 1."""

    def on_broken_pipe(self) -> None:
        raise  # noqa: PLE0704 - called where BrokenPipeError is being handled


def _console(*, stderr: bool) -> Console:
    console = _Console(stderr=stderr, markup=False, highlight=False, emoji=False)
    if not console.is_terminal:
        console.width = WIDTH
    return console
