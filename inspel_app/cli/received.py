"""The command that says when an inspel was received."""

from argparse import Namespace

from inspel_app.cli.output import Answer
from inspel_app.i18n import _
from inspel_app.resources.settings import user
from inspel_app.services.receiving import set_received
from inspel_app.services.rounds import Project


def received(args: Namespace) -> Answer:
    """The time that was given, and whether it was late."""
    with Project.open(args.project) as project:
        dated = set_received(project, args.number, args.moment, user())
    came = dated.received or _("okänt")
    text = (
        _("Inspel {n} kom in {moment}, efter sista dag.")
        if dated.late
        else _("Inspel {n} kom in {moment}.")
    )
    data: dict[str, object] = {
        "number": args.number,
        "received": dated.received,
        "late": dated.late,
    }
    return Answer(data, (text.format(n=args.number, moment=came),))
