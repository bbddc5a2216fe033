"""The command that tells what an audience will not see."""

from argparse import Namespace
from dataclasses import asdict

from inspel_app.cli.output import Answer, table
from inspel_app.i18n import _, ngettext
from inspel_app.services.reporting import masked_for
from inspel_app.services.rounds import Project


def list_masked(args: Namespace) -> Answer:
    """What is covered in the texts for an audience, with the words around."""
    with Project.open(args.project) as project:
        found = masked_for(project, args.audience)
    headings = (_("nr"), _("fält"), _("före"), _("övertäckt"), _("efter"))
    rows = [(m.number, m.field or "–", m.before, m.text, m.after) for m in found]
    count = ngettext(
        "{n} ställe är övertäckt. Namn på andra personer hittas inte; läs texten.",
        "{n} ställen är övertäckta. Namn på andra personer hittas inte; läs texten.",
        len(rows),
    ).format(n=len(rows))
    data: dict[str, object] = {"masked": [asdict(one) for one in found]}
    return Answer(data, (table(headings, rows, wrapped={2, 4}), "", count) if rows else (count,))
