"""What undo and redo would do now, for the window to tell before it is done."""

from dataclasses import dataclass

from inspel_app.store.project import Project


@dataclass(frozen=True, slots=True)
class Steps:
    """The names of the actions that undo and redo would go for; None where there is none."""

    undo: str | None
    redo: str | None


def steps(project: Project) -> Steps:
    """The next step in each direction."""
    undo, redo = project.next_steps()
    return Steps(undo=undo.name if undo else None, redo=redo.name if redo else None)
