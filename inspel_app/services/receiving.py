"""When an inspel was received, and whether that was late; people may know better than the mail."""

from dataclasses import replace
from datetime import datetime

from inspel_app.domain.clock import HOME, at_home
from inspel_app.domain.form import Submission
from inspel_app.errors import UsageError
from inspel_app.i18n import _
from inspel_app.services.browsing import numbered
from inspel_app.services.duplicates import renew_links
from inspel_app.store.project import Project

_YEARS = range(1900, 2201)
"""Those in which an inspel may have come."""


def with_lateness(submission: Submission, deadline: str | None) -> Submission:
    """The inspel with whether it came after the last day, which ends at midnight here."""
    if deadline is None or submission.received is None:
        return replace(submission, late=False)
    day = at_home(submission.received).date()
    return replace(submission, late=day.isoformat() > deadline)


def moment_of(text: str) -> datetime | None:
    """The time that a person wrote, as `2025-06-17` or `2025-06-17 21.14`; None for nothing.

    Raises:
        UsageError: it is no such time.
    """
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text.replace(".", ":")).replace(tzinfo=HOME)
    except ValueError as error:
        raise _no_time(text) from error
    if moment.year not in _YEARS:
        raise _no_time(text)
    return moment


def set_received(
    project: Project, number: int, moment: datetime | None, by: str | None = None
) -> Submission:
    """Say when the inspel with a number was received; None takes a wrong time away.

    A time without a zone is of here. Whether it is late, and which version it is, follow.

    Raises:
        UsageError: there is no inspel with that number.
    """
    found = numbered(project, number)
    here = moment if moment is None or moment.tzinfo else moment.replace(tzinfo=HOME)
    received = here.astimezone(HOME).isoformat(timespec="seconds") if here else None
    dated = with_lateness(replace(found, received=received), project.settings.deadline)
    with project.action(_("Rätta när inspel {n} kom in").format(n=number), by):
        project.update_submission(dated.id, received=dated.received, late=dated.late)
        renew_links(project)
    return dated


def _no_time(text: str) -> UsageError:
    return UsageError(
        _("{text} är ingen tid.").format(text=text),
        _("Skriv den som 2025-06-17 eller 2025-06-17 21.14."),
    )
