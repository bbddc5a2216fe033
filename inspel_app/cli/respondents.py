"""The command that shows who has sent in, and corrects it."""

from argparse import Namespace
from dataclasses import asdict

from inspel_app.cli.output import Answer, table
from inspel_app.errors import UsageError
from inspel_app.i18n import _, ngettext
from inspel_app.resources.settings import user
from inspel_app.services.respondents import (
    correct,
    join,
    part,
    proposals,
    senders,
    shown_sender,
    type_name,
)
from inspel_app.services.rounds import Project

FACTS = ("organisation", "unit", "type", "municipality")
"""What can be corrected, by the names of the options."""


def respondents(args: Namespace) -> Answer:
    """Do what is asked for, and show the respondents and the proposals as they are then."""
    changes = {fact: given for fact in FACTS if (given := getattr(args, fact)) is not None}
    if bool(changes) != (args.number is not None):
        raise UsageError(
            _("En rättelse behöver både inspelets nummer och vad som ska rättas."),
            _("Skriv till exempel --number 3 --type kommun."),
        )
    with Project.open(args.project) as project:
        if args.join is not None:
            join(project, args.join, user())
        if args.apart is not None:
            part(project, args.apart, user())
        if changes:
            correct(project, args.number, changes, user())
        return _answer(project)


def _answer(project: Project) -> Answer:
    there, proposed = senders(project), proposals(project)
    headings = (_("avsändare"), _("aktörstyp"), _("kommun"), _("inspel"), _("nummer"))
    rows = [
        (
            shown_sender(sender.organisation, sender.type),
            type_name(sender.type) if sender.type else "–",
            sender.municipality or "–",
            len(sender.numbers),
            ", ".join(map(str, sender.numbers)),
        )
        for sender in there
    ]
    count = ngettext("{n} avsändare.", "{n} avsändare.", len(there)).format(n=len(there))
    lines = [
        _("Samma avsändare? ”{name}” skrivs {names}.").format(
            name=proposal.name, names=", ".join(f"”{name}”" for name in proposal.names)
        )
        for proposal in proposed
    ]
    if lines:
        lines.append(_("Samla dem med --join NAMN, eller håll isär dem med --apart NAMN."))
    data: dict[str, object] = {
        "respondents": [asdict(sender) for sender in there],
        "proposals": [asdict(proposal) for proposal in proposed],
    }
    return Answer(data, (table(headings, rows, wrapped=(0, 4)), count, *lines))
