"""The triage: where inspel stand, one by one or many at a time, each time as one action."""

from collections.abc import Iterable

from inspel_app.domain.form import Status
from inspel_app.i18n import _
from inspel_app.store.project import Project
from inspel_app.synthesis.words import status as status_name

__all__ = ["set_status", "status_name"]

_NAMED = 6
"""Inspel that are named by number in the name of an action; of more it tells how many."""


def set_status(
    project: Project, submissions: Iterable[str], status: Status, by: str | None = None
) -> None:
    """Let inspel, by id, stand where a person says; KeyError if one is unknown."""
    chosen = [project.submission(one) for one in submissions]
    listed = ", ".join(str(one.number) for one in chosen)
    text = _("Inspel {numbers}: {status}") if len(chosen) <= _NAMED else _("{n} inspel: {status}")
    name = text.format(numbers=listed, n=len(chosen), status=status_name(status).lower())
    with project.action(name, by):
        for one in chosen:
            project.update_submission(one.id, status=status)
