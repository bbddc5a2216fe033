"""`inspel checkout` and `inspel checkin`: a round in a network folder, worked in by several."""

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from inspel_app.cli.output import Answer
from inspel_app.domain.clock import shown
from inspel_app.errors import ExitCode
from inspel_app.i18n import _, ngettext
from inspel_app.resources.settings import user
from inspel_app.services.checkouts import Loan, checkin, checkout, loans
from inspel_app.services.merging import brought


def lend(args: Namespace) -> Answer:
    """Make a local copy, or tell who has the round out."""
    if args.list:
        found = loans(args.project)
        return Answer(_data(found), _who(found) or (_("Ingen har omgången utcheckad."),))
    local = args.file or Path(args.project.name)
    others = checkout(args.project, local, user())
    parts = (
        _("Skapade {path}. Arbeta i den, och lämna tillbaka den med inspel checkin.").format(
            path=local
        ),
        *_who(others),
    )
    return Answer({"made": str(local), **_data(others)}, parts)


def give_back(args: Namespace) -> Answer:
    """Take a local copy back into its round."""
    done = checkin(args.project, user())
    things = ", ".join(brought(done.merged.things)) or _("inget nytt")
    parts: tuple[str, ...] = (
        _("Incheckat i {path}: {things}.").format(path=done.original, things=things),
        _("Den lokala kopian {path} behövs inte längre.").format(path=args.project),
    )
    if done.conflicts:
        parts += (
            ngettext(
                "En konflikt är öppen där; checka ut omgången och se inspel merge --list.",
                "{n} konflikter är öppna där; checka ut omgången och se inspel merge --list.",
                done.conflicts,
            ).format(n=done.conflicts),
        )
    data: dict[str, object] = {
        "round": str(done.original),
        "merged": asdict(done.merged),
        "conflicts": done.conflicts,
    }
    return Answer(data, parts, ExitCode.PROBLEMS if done.conflicts else ExitCode.OK)


def _data(found: Sequence[Loan]) -> dict[str, object]:
    return {"loans": [asdict(loan) for loan in found]}


def _who(found: Sequence[Loan]) -> tuple[str, ...]:
    told = _("Utcheckad av {person} sedan {since} på {computer}.")
    return tuple(
        told.format(
            person=loan.person,
            since=shown(loan.since),
            computer=loan.computer,
        )
        for loan in found
    )
