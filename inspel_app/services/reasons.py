"""Reasons that are used again; each knows where it is used, and changes there when it changes."""

from dataclasses import replace

from inspel_app.domain.handling import Handling, Reason, Target
from inspel_app.errors import UsageError
from inspel_app.i18n import _
from inspel_app.services.handling import unknown_reason
from inspel_app.store.project import Project

__all__ = ["Reason", "drop_reason", "edit_reason", "make_reason", "reasons", "reuse", "titled"]


def reasons(project: Project) -> tuple[Reason, ...]:
    """The reusable reasons by title; `uses` tells the points and themes that each is used for."""
    return project.reasons()


def make_reason(project: Project, title: str, text: str, by: str) -> str:
    """Make a reusable reason; its id.

    Raises:
        UsageError: the title or the text is empty, or another has the title.
    """
    name = _title(project, title)
    with project.action(_("Spara motiveringen {title}").format(title=name), by):
        made = Reason(project.handling_edits.free_reason(), name, _text(text))
        project.handling_edits.put_reason(made, by)
    return made.id


def reuse(project: Project, target: Target, title: str, by: str) -> str:
    """Make what is said of a point or a theme a reusable reason, which is used there; its id.

    Raises:
        UsageError: the title is empty or another's, or nothing is said there.
    """
    name, said = _title(project, title), project.handlings().of(target) or Handling(target)
    text = _text(said.text)
    with project.action(_("Spara motiveringen {title}").format(title=name), by):
        made = Reason(project.handling_edits.free_reason(), name, text)
        project.handling_edits.put_reason(made, by)
        project.handling_edits.put(replace(said, reason=made.id))
    return made.id


def edit_reason(project: Project, key: str, by: str, *, title: str = "", text: str = "") -> None:
    """Give a reusable reason another title or text, wherever it is used; "" leaves it.

    Raises:
        UsageError: there is no such reason, or another has the title.
    """
    reason = _found(project, key)
    name = _title(project, title, but=key) if title.strip() else reason.title
    words = text.strip() or reason.text
    with project.action(_("Ändra motiveringen {title}").format(title=name), by):
        project.handling_edits.put_reason(replace(reason, title=name, text=words), by)


def drop_reason(project: Project, key: str, by: str) -> None:
    """Take a reusable reason away; where it is used its words stay.

    Raises:
        UsageError: there is no such reason.
    """
    reason = _found(project, key)
    with project.action(_("Ta bort motiveringen {title}").format(title=reason.title), by):
        project.handling_edits.drop_reason(reason)


def titled(project: Project, title: str) -> Reason:
    """The reusable reason with a title, or with an id.

    Raises:
        UsageError: there is none.
    """
    for reason in project.reasons():
        if title in (reason.title, reason.id):
            return reason
    raise unknown_reason(title)


def _found(project: Project, key: str) -> Reason:
    for reason in project.reasons():
        if reason.id == key:
            return reason
    raise unknown_reason(key)


def _title(project: Project, title: str, but: str = "") -> str:
    name = " ".join(title.split())
    if not name:
        raise UsageError(
            _("En motivering som ska återanvändas måste heta något."),
            _("Skriv en rubrik på några ord."),
        )
    if any(r.title.casefold() == name.casefold() and r.id != but for r in project.reasons()):
        raise UsageError(
            _("Det finns redan en motivering som heter {title}.").format(title=name),
            _("Använd den, eller välj en annan rubrik."),
        )
    return name


def _text(text: str) -> str:
    if not text.strip():
        raise UsageError(_("Motiveringen är tom."), _("Skriv först varför."))
    return text.strip()
