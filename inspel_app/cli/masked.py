"""The command that tells what an audience will not see, and what it may see all the same."""

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import asdict

from rich.table import Table

from inspel_app.cli.output import Answer, table
from inspel_app.i18n import _, ngettext
from inspel_app.services.reporting import Masked, Suspect, to_check
from inspel_app.services.rounds import Project


def list_masked(args: Namespace) -> Answer:
    """What is covered in the texts for an audience, and then what a person should look at."""
    with Project.open(args.project) as project:
        found, suspects = to_check(project, args.audience)
    data: dict[str, object] = {
        "masked": [asdict(one) for one in found],
        "to_look_at": [asdict(one) for one in suspects],
    }
    return Answer(data, (*_covered(found), "", *_left(suspects)))


def _covered(found: Sequence[Masked]) -> tuple[str | Table, ...]:
    headings = (_("nr"), _("fält"), _("före"), _("övertäckt"), _("efter"))
    rows = [(m.number or "–", m.own or m.field or "–", m.before, m.text, m.after) for m in found]
    count = ngettext("{n} ställe är övertäckt.", "{n} ställen är övertäckta.", len(rows))
    told = count.format(n=len(rows))
    return (table(headings, rows, wrapped={2, 4}), "", told) if rows else (told,)


def _left(suspects: Sequence[Suspect]) -> tuple[str | Table, ...]:
    """The sentences that are not covered, with an honest word of what the list is worth."""
    headings = (_("nr"), _("fält"), _("mening att titta på"), _("därför"))
    rows = [(s.number, s.field or "–", s.text, ", ".join(s.cues)) for s in suspects]
    count = ngettext(
        "{n} mening till kan gälla någon annan än avsändaren, eller någons hälsa. Den är inte "
        "övertäckt.",
        "{n} meningar till kan gälla någon annan än avsändaren, eller någons hälsa. De är inte "
        "övertäckta.",
        len(rows),
    ).format(n=len(rows))
    told = count + " " + _("Listan bygger på ord och missar sådant; läs hela texten.")
    return (table(headings, rows, wrapped={2}), "", told) if rows else (told,)
