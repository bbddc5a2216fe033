"""The triage: where inspel stand and who sees to them, one or many at a time, as one action."""

from collections.abc import Iterable
from typing import Unpack

from inspel_app.domain.form import Status
from inspel_app.i18n import _
from inspel_app.store.project import Project, SubmissionChanges
from inspel_app.synthesis.words import status as status_name

__all__ = ["set_status", "status_name"]

_NAMED = 6
"""Inspel that are named by number in the name of an action; of more it tells how many."""


def set_status(
    project: Project, submissions: Iterable[str], status: Status, by: str | None = None
) -> None:
    """Let inspel, by id, stand where a person says; KeyError if one is unknown."""
    _change(project, submissions, status_name(status).lower(), by, status=status)


def assign(
    project: Project, submissions: Iterable[str], person: str, by: str | None = None
) -> None:
    """Let a person see to inspel, by id; nobody where `person` is empty. KeyError if unknown."""
    name = person.strip()
    told = _("ansvarig {person}").format(person=name) if name else _("ingen ansvarig")
    _change(project, submissions, told, by, assignee=name)


def people(project: Project) -> list[str]:
    """Those who see to inspel or have done something in the round, by name."""
    assigned = (head.assignee for head in project.heads())
    return sorted({*assigned, *(entry.by for entry in project.log())} - {""}, key=str.casefold)


def _change(
    project: Project,
    submissions: Iterable[str],
    told: str,
    by: str | None,
    **changes: Unpack[SubmissionChanges],
) -> None:
    """Change the same of many inspel in one action, whose name tells which and what."""
    chosen = [project.submission(one) for one in submissions]
    listed = ", ".join(str(one.number) for one in chosen)
    text = _("Inspel {numbers}: {status}") if len(chosen) <= _NAMED else _("{n} inspel: {status}")
    with project.action(text.format(numbers=listed, n=len(chosen), status=told), by):
        for one in chosen:
            project.update_submission(one.id, **changes)
