"""What undo and redo would do now, and doing it where nobody keeps the passages in memory."""

from dataclasses import dataclass

from inspel_app.services.tagging import Done
from inspel_app.store.project import LogEntry, Project


@dataclass(frozen=True, slots=True)
class Steps:
    """The names of the actions that undo and redo would go for; None where there is none."""

    undo: str | None
    redo: str | None


def steps(project: Project) -> Steps:
    """The next step in each direction."""
    standing: list[LogEntry] = []
    undone: list[LogEntry] = []
    for entry in project.log():
        if entry.undoes is not None:
            undone.append(standing.pop())
        elif entry.redoes is not None:
            standing.append(undone.pop())
        else:
            standing.append(entry)
            undone.clear()
    return Steps(
        undo=standing[-1].name if standing else None, redo=undone[-1].name if undone else None
    )


def step(project: Project, by: str, *, forward: bool) -> Done:
    """Redo (`forward`) or undo one action; what was told of any passage may be otherwise then."""
    entry = project.redo(by) if forward else project.undo(by)
    if entry is None:
        return Done()
    touched = project.touched(entry.number)
    return Done(entry.name, whole=touched.whole or bool(touched.answers))
