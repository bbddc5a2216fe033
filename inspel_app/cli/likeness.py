"""The commands for inspel that resemble each other, and what they answer."""

from argparse import Namespace
from collections.abc import Iterator
from dataclasses import replace

from inspel_app.cli.output import Answer, table
from inspel_app.domain.form import Status, Submission
from inspel_app.domain.kinship import Kinship
from inspel_app.i18n import _, ngettext
from inspel_app.resources.settings import user
from inspel_app.services import duplicates
from inspel_app.services.comparing import Change, Comparison, FieldComparison, compare
from inspel_app.services.duplicates import Group
from inspel_app.services.respondents import respondent_name
from inspel_app.services.rounds import Project

_CONTEXT = 60
"""Characters of what is the same on each side of what differs."""


def list_duplicates(args: Namespace) -> Answer:
    """The groups of inspel that resemble each other."""
    with Project.open(args.project) as project:
        return _of_groups(duplicates.groups(project))


def compare_two(args: Namespace) -> Answer:
    """What tells two inspel apart."""
    with Project.open(args.project) as project:
        return _of_comparison(compare(project, args.one, args.other))


def decide(args: Namespace) -> Answer:
    """What a person says about inspel that resemble others."""
    with Project.open(args.project) as project:
        if args.not_same:
            duplicates.tell_apart(project, args.numbers, user())
        else:
            duplicates.decide(project, args.numbers, counts=args.counts, by=user())
        answer = _of_groups(duplicates.groups(project))
        return replace(answer, parts=(_decided(args), *answer.parts))


def _decided(args: Namespace) -> str:
    """What was done."""
    n = len(args.numbers)
    if args.not_same:
        done = ngettext(
            "Inspel {numbers} är inte samma som något annat i sina grupper.",
            "Inspelen {numbers} är inte samma.",
            n,
        )
    elif args.counts:
        done = ngettext("Inspel {numbers} räknas.", "Inspelen {numbers} räknas.", n)
    else:
        done = ngettext("Inspel {numbers} räknas inte.", "Inspelen {numbers} räknas inte.", n)
    return done.format(numbers=", ".join(map(str, args.numbers)))


def _of_groups(groups: list[Group]) -> Answer:
    data = [
        {
            "kind": group.kinship,
            "campaign": group.members[0].campaign if _is_campaign(group) else None,
            "undecided": list(group.undecided),
            "members": [_member(member, group) for member in group.members],
        }
        for group in groups
    ]
    if not groups:
        return Answer({"groups": data}, (_("Inga inspel liknar varandra."),))
    headings = (_("grupp"), _("slag"), _("nr"), _("avsändare"), _("fil"), _("räknas"))
    rows = [
        (
            n,
            _kind(group.kinship),
            m.number,
            m.respondent.organisation or "–",
            m.files[0].name,
            _standing(m, group),
        )
        for n, group in enumerate(groups, start=1)
        for m in group.members
    ]
    undecided = len({number for group in groups for number in group.undecided})
    text = ngettext(
        "{n} inspel väntar på beslut; se inspel compare och inspel decide.",
        "{n} inspel väntar på beslut; se inspel compare och inspel decide.",
        undecided,
    ).format(n=undecided)
    return Answer({"groups": data}, (table(headings, rows, wrapped=(3, 4)), "", text))


def _is_campaign(group: Group) -> bool:
    return group.kinship is Kinship.CAMPAIGN


def _member(member: Submission, group: Group) -> dict[str, object]:
    return {
        "number": member.number,
        "id": member.id,
        "organisation": member.respondent.organisation,
        "files": [file.name for file in member.files],
        "status": member.status,
        "additions": list(member.additions) if _is_campaign(group) else [],
    }


def _kind(kinship: Kinship) -> str:
    return {
        Kinship.DUPLICATE: _("dubblett"),
        Kinship.VERSION: _("version"),
        Kinship.CAMPAIGN: _("kampanj"),
    }[kinship]


def _standing(member: Submission, group: Group) -> str:
    if member.status is Status.RAKNAS_INTE:
        return _("nej")
    if member.number in group.undecided:
        return _("ja, obeslutat")
    later = next((m.number for m in group.members if m.replaces == member.id), None)
    if later is not None and not member.confirmed:
        return _("nej, ersatt av {number}").format(number=later)
    return _("ja")


def _of_comparison(found: Comparison) -> Answer:
    data = {
        "one": found.one.number,
        "other": found.other.number,
        "kinds": list(found.kinships),
        "fields": [_field_data(field) for field in found.fields],
    }
    differing = [field for field in found.fields if field.change is not Change.SAME]
    kinds = ", ".join(map(_kind, found.kinships)) or _("ingen grupp")
    head = _("{one} jämfört med {other} ({kinds})").format(
        one=_title(found.one), other=_title(found.other), kinds=kinds
    )
    same = _("{n} av {all} fält är lika.").format(
        n=len(found.fields) - len(differing), all=len(found.fields)
    )
    lines = [line for field in differing for line in _field_lines(field)]
    return Answer(data, (head, same, *lines))


def _title(submission: Submission) -> str:
    return f"{submission.number} {respondent_name(submission)}"


def _field_data(field: FieldComparison) -> dict[str, object]:
    return {
        "field": field.field,
        "place": field.place,
        "change": field.change,
        "one": field.one,
        "other": field.other,
        "stretches": [
            {"change": s.change, "one": list(s.one), "other": list(s.other)}
            for s in field.stretches
        ],
    }


def _field_lines(field: FieldComparison) -> Iterator[str]:
    """The field's name, and its text with what went in [-…-] and what came in {+…+}."""
    yield ""
    yield f"{field.place}: {_change(field.change)}"
    marked = []
    for stretch in field.stretches:
        gone, come = stretch.one.of(field.one), stretch.other.of(field.other)
        if stretch.change is Change.SAME:
            marked.append(_shortened(come))
        else:
            marked += [f"[-{gone}-]"] if gone else []
            marked += [f"{{+{come}+}}"] if come else []
    yield " ".join(marked)


def _change(change: Change) -> str:
    return {
        Change.SAME: _("lika"),
        Change.REMOVED: _("bara i det första"),
        Change.ADDED: _("bara i det andra"),
        Change.CHANGED: _("ändrat"),
    }[change]


def _shortened(text: str) -> str:
    """The two ends of a long text that is the same in both."""
    if len(text) <= 2 * _CONTEXT:
        return text
    return f"{text[:_CONTEXT].rstrip()} … {text[-_CONTEXT:].lstrip()}"
