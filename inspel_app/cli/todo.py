"""The command that tells what waits for a person."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from itertools import groupby

from inspel_app.cli.output import Answer
from inspel_app.i18n import _, ngettext
from inspel_app.services.rounds import Project
from inspel_app.services.todo import Concern, Task, tasks

_COMMANDS = {
    Concern.MISREAD: "doubts",
    Concern.UNDECIDED: "duplicates",
    Concern.NAMELESS: "respondents",
    Concern.UNDATED: "received OMGÅNG NR DATUM",
    Concern.CAMPAIGN: "duplicates",
}
"""The commands by which something is done about it."""
_STRETCH = 3
"""So many numbers after each other are written as the first and the last."""


def todo(args: Namespace) -> Answer:
    """What is left to look at in a round."""
    with Project.open(args.project) as project:
        found = tasks(project)
    return Answer(data_of(found), lines_of(found) or (_("Inget väntar på dig."),))


def data_of(found: Sequence[Task]) -> dict[str, object]:
    """The tasks for programs."""
    return {"todo": {task.concern: list(task.numbers) for task in found}}


def lines_of(found: Sequence[Task]) -> tuple[str, ...]:
    """The tasks for people, a line each below a heading; nothing where nothing waits."""
    return (_("Att se över:"), *map(_line, found)) if found else ()


def _line(task: Task) -> str:
    numbers = ", ".join(_stretches(task.numbers))
    count = ngettext("{n} inspel", "{n} inspel", len(task.numbers)).format(n=len(task.numbers))
    command = _COMMANDS.get(task.concern)
    way = f" (inspel {command})" if command else ""
    return f"  {count} {task.concern.label}{way}: {_('nr')} {numbers}"


def _stretches(numbers: Sequence[int]) -> Iterator[str]:
    """All numbers, those after each other as `3–7`."""
    for _step, group in groupby(enumerate(numbers), lambda at: at[1] - at[0]):
        stretch = [number for _place, number in group]
        if len(stretch) >= _STRETCH:
            yield f"{stretch[0]}–{stretch[-1]}"
        else:
            yield from map(str, stretch)
