"""The command for marks of secrecy."""

from argparse import Namespace
from dataclasses import asdict
from datetime import UTC, date, datetime

from inspel_app.cli.output import Answer, table
from inspel_app.errors import UsageError
from inspel_app.i18n import _, ngettext
from inspel_app.resources.settings import user
from inspel_app.services import secrecy as service
from inspel_app.services.rounds import Project


def secrecy(args: Namespace) -> Answer:
    """Mark or unmark what is asked for, and show all marks as they are then."""
    with Project.open(args.project) as project:
        if args.target is None:
            _refuse_changes(args)
        elif args.remove:
            _unmark(project, args)
        else:
            day = args.date or _today()
            decision = service.Decision(args.provision or "", args.authority or "", day)
            target = service.found(project, args.target, args.field)
            service.mark(project, target, decision, user())
        return _listed(service.marked(project))


def _unmark(project: Project, args: Namespace) -> None:
    """Also of a passage that is nowhere now, by its id."""
    known = {one.mark.id for one in service.marked(project)}
    key = args.target
    service.unmark(
        project,
        key if key in known else service.found(project, key, args.field).id,
        user(),
    )


def _today() -> date:
    return datetime.now(UTC).astimezone().date()


def _refuse_changes(args: Namespace) -> None:
    if args.remove or args.provision or args.authority or args.field or args.date:
        raise UsageError(
            _("Det är inte sagt vad som ska sekretessmarkeras."),
            _("Ange inspelets nummer eller synpunktens id."),
        )


def _listed(marks: tuple[service.Marked, ...]) -> Answer:
    headings = (_("nr"), _("vad"), _("bestämmelse"), _("beslutat av"), _("dag"), _("id"))
    rows = [
        (
            one.number or "–",
            one.what if one.found else _("återfinns inte: {what}").format(what=one.what),
            one.mark.provision,
            one.mark.authority,
            one.mark.decided,
            one.mark.id,
        )
        for one in marks
    ]
    count = ngettext("{n} markering.", "{n} markeringar.", len(marks)).format(n=len(marks))
    data: dict[str, object] = {
        "secrecy": [
            {
                **asdict(one.mark),
                "kind": one.mark.kind,
                "number": one.number,
                "found": one.found,
            }
            for one in marks
        ]
    }
    return Answer(data, (table(headings, rows, wrapped={1, 2}), count) if rows else (count,))
