"""What undo and redo would do now, for the window to tell before it is done."""

from dataclasses import dataclass

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
