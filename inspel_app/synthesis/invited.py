"""Who was invited, and who of them has answered."""

from inspel_app.domain.invitation import Attendance
from inspel_app.i18n import _, ngettext
from inspel_app.synthesis import words
from inspel_app.synthesis.outline import Block, Names, Section, Table, Text


def invited(attendance: Attendance, withheld: int) -> Section:
    """How many of each kind have answered, and the names of those who have not.

    `withheld` are the inspel that count among the answers, but are told of nowhere else.
    """
    told = ngettext(
        "{answered} av {n} inbjuden har lämnat inspel.",
        "{answered} av {n} inbjudna har lämnat inspel.",
        len(attendance.invited),
    ).format(answered=len(attendance.answered), n=len(attendance.invited))
    if attendance.uninvited:
        others = words.inspel(attendance.uninvited)
        told += " " + _("{inspel} kom från andra än de inbjudna.").format(inspel=others)
    if withheld:
        told += " " + _("Där räknas också {inspel} som inte återges av sekretesskäl.").format(
            inspel=words.inspel(withheld)
        )
    blocks: list[Block] = [Text(told), _by_type(attendance)]
    if attendance.silent:
        names = tuple(one.name for one in attendance.silent)
        blocks.append(Names(_("Inbjudna som inte har svarat"), names))
    return Section(_("Inbjudna och svarande"), "inbjudna", tuple(blocks))


def _by_type(attendance: Attendance) -> Table:
    return Table(
        _("Inbjudna och svarande efter aktörstyp"),
        (_("Aktörstyp"), _("Inbjudna"), _("Har svarat")),
        (60, 20, 20),
        tuple((words.actor_type(kind), *counts) for kind, *counts in attendance.by_type()),
    )
