"""The commands for what a round holds of persons: finding it, and taking it out."""

from argparse import Namespace
from dataclasses import asdict

from inspel_app.cli.output import Answer, table
from inspel_app.i18n import _, ngettext
from inspel_app.resources.settings import user
from inspel_app.services.persons import (
    Place,
    count_surname,
    find_person,
    told_surname,
    write_extract,
)
from inspel_app.services.rounds import Project
from inspel_app.services.saving import save
from inspel_app.services.weeding import Plan, weed


def person(args: Namespace) -> Answer:
    """Everywhere that a person stands in a round, on the screen and in a file if asked for."""
    with Project.open(args.project) as project:
        places = find_person(project, args.person)
        alone = count_surname(project, args.person)
    if args.file is not None:
        write_extract(args.file, args.person, places)
    headings = (_("nr"), _("händelse"), _("var"), _("före"), _("text"), _("efter"))
    count = ngettext("{n} ställe.", "{n} ställen.", len(places)).format(n=len(places))
    data: dict[str, object] = {"places": [asdict(place) for place in places], "surname": alone}
    rows = list(map(_row, places))
    told = (count, *filter(None, [told_surname(alone)]))
    return Answer(data, (table(headings, rows, wrapped={3, 5}), *told) if rows else told)


def weeding(args: Namespace) -> Answer:
    """Take out what is asked for, or tell what that would be; a protocol either way."""
    plan = Plan(
        contacts=args.contacts or args.all_personal,
        originals=args.originals or args.all_personal,
        texts=args.texts or args.all_personal,
        person=args.person or "",
        numbers=tuple(dict.fromkeys(args.number or ())),
    )
    with Project.open(args.project) as project:
        protocol = weed(project, plan, args.decision or "", user(), dry=not args.for_good)
    if args.file is not None:
        save(args.file, protocol.text.encode("utf-8"))
    advice = () if args.for_good else (_("Ingenting är gallrat. Gallra med --for-good."),)
    return Answer(asdict(protocol), (protocol.text, *advice))


def _row(place: Place) -> tuple[object, ...]:
    number, action = place.number or "–", place.action or "–"
    return number, action, place.what, place.before, place.text, place.after
