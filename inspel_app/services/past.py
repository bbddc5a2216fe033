"""The history as people read it, and the way back in it."""

from dataclasses import dataclass

from inspel_app.errors import UsageError
from inspel_app.i18n import _
from inspel_app.store.project import LogEntry, Project


@dataclass(frozen=True, slots=True)
class Event:
    """An action: who, when, what, and how many things it changed.

    `stands` is false for what has been undone, and for undoing and redoing themselves.
    """

    entry: LogEntry
    things: int
    stands: bool


def past(project: Project) -> list[Event]:
    """Everything that has been done, the latest first."""
    things = project.things_changed()
    return [
        Event(entry, things.get(entry.number, 0), _stands(entry))
        for entry in reversed(project.log())
    ]


def back_to(project: Project, number: int, by: str | None = None) -> list[LogEntry]:
    """Go back to how it was just after an action: all later ones are undone, the last first.

    Each is undone by an action of its own, so that they can be redone one by one; all are undone
    or none is.

    Raises:
        UsageError: the action does not stand.
    """
    try:
        return project.back_to(number, by)
    except KeyError as error:
        raise UsageError(
            _("Händelse {number} gäller inte längre.").format(number=number),
            _("Den är ångrad, eller så ångrade den något. Välj en som gäller."),
        ) from error


def _stands(entry: LogEntry) -> bool:
    return not entry.undone and entry.undoes is None and entry.redoes is None
