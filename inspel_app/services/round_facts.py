"""The facts of a round, which people may change as long as it lives."""

from dataclasses import asdict, dataclass, fields, replace
from datetime import date

from inspel_app.domain.synthesis import UNSIGNED, Signature
from inspel_app.i18n import _
from inspel_app.services.invitations import listed, written
from inspel_app.services.receiving import with_lateness
from inspel_app.services.respondents import known_organisations
from inspel_app.store.project import Project

__all__ = ["SIGNATURE", "Facts", "Signature", "change_facts", "facts"]

SIGNATURE = tuple(field.name for field in fields(Signature))
"""What is to be told of who signs the round's letters."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What people say of a round; `invited` is a list as they write or paste it."""

    title: str
    dnr: str = ""
    deadline: date | None = None
    invited: str = ""
    signature: Signature = UNSIGNED


def facts(project: Project) -> Facts:
    """The facts as they are now."""
    settings = project.settings
    last = date.fromisoformat(settings.deadline) if settings.deadline else None
    invited = written(project.invitations())
    return Facts(settings.title, settings.dnr, last, invited, settings.signature)


def change_facts(project: Project, new: Facts, by: str | None = None) -> None:
    """Let the round have other facts; with another last day, others are late.

    A title that is empty changes nothing.
    """
    before, known = project.settings, known_organisations(project)
    last = new.deadline.isoformat() if new.deadline else None
    signed = {name: text.strip() for name, text in asdict(new.signature).items()}
    title = new.title.strip() or before.title
    settings = replace(before, title=title, dnr=new.dnr.strip(), deadline=last, **signed)
    with project.action(_("Omgångens uppgifter"), by):
        project.change_settings(settings)
        if new.invited != written(project.invitations()):
            project.keep_invitations(listed(new.invited, known))
        for submission in project.submissions():
            late = with_lateness(submission, last).late
            if late != submission.late:
                project.update_submission(submission.id, late=late)
