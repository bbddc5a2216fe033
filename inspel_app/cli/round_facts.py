"""The command that shows and changes what is known of the round, and who was invited."""

from argparse import Namespace
from collections.abc import Iterable
from dataclasses import asdict, replace
from typing import Any

from inspel_app.cli.output import Answer, table
from inspel_app.domain.invitation import Invitation
from inspel_app.i18n import _
from inspel_app.resources.settings import user
from inspel_app.services.invitations import attendance, read_list
from inspel_app.services.respondents import type_name
from inspel_app.services.round_facts import SIGNATURE, Facts, change_facts, facts
from inspel_app.services.rounds import Project


def round_facts(args: Namespace) -> Answer:
    """Change what is asked for, and show the facts as they are then."""
    with Project.open(args.project) as project:
        there = facts(project)
        wanted = _wanted(there, args)
        if wanted != there:
            change_facts(project, wanted, user())
        return _answer(project)


def _wanted(there: Facts, args: Namespace) -> Facts:
    signature = replace(there.signature, **_given(args, SIGNATURE))
    new = replace(there, signature=signature, **_given(args, ("title", "dnr", "deadline")))
    if args.no_deadline:
        new = replace(new, deadline=None)
    return replace(new, invited=read_list(args.invited)) if args.invited else new


def _given(args: Namespace, names: Iterable[str]) -> dict[str, Any]:
    """What is asked for, of what may be."""
    given = {name: getattr(args, name) for name in names}
    return {name: value for name, value in given.items() if value is not None}


def _answer(project: Project) -> Answer:
    there, came = facts(project), attendance(project)
    numbers = {s.id: s.number for s in project.submissions()}
    last = there.deadline.isoformat() if there.deadline else None
    rows = [
        (
            one.name,
            type_name(one.type) if one.type else "–",
            one.municipality or "–",
            _numbers(one, numbers) or _("har inte svarat"),
        )
        for one in came.invited
    ]
    signed = [text for text in asdict(there.signature).values() if text]
    told = (
        _("Omgång: {title}").format(title=there.title),
        _("Diarienummer: {dnr}").format(dnr=there.dnr or "–"),
        _("Sista dag: {day}").format(day=last or "–"),
        _("Brev från: {who}").format(who=", ".join(signed) or "–"),
    )
    headings = (_("inbjuden"), _("aktörstyp"), _("kommun"), _("inspel nr"))
    invited = [table(headings, rows, wrapped={0})] if rows else []
    data: dict[str, object] = {
        "title": there.title,
        "dnr": there.dnr,
        "deadline": last,
        **asdict(there.signature),
        "invited": [asdict(one) for one in came.invited],
        "uninvited": came.uninvited,
    }
    return Answer(data, (*told, *invited))


def _numbers(one: Invitation, numbers: dict[str, int]) -> str:
    return ", ".join(str(numbers[inspel]) for inspel in one.submissions)
