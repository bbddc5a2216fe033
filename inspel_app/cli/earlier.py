"""The command for a round beside an earlier one, and what it answers."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from rich.table import Table

from inspel_app.cli.output import Answer, table
from inspel_app.i18n import _, ngettext
from inspel_app.services.earlier import Beside, Matter, Returning, beside
from inspel_app.services.handling import disposition_name
from inspel_app.services.rounds import Project

_SHOWN = 160
"""Characters of a point in a list."""


def earlier(args: Namespace) -> Answer:
    """What comes back from an earlier round, and what is new."""
    with Project.open(args.project) as now, Project.open(args.earlier) as before:
        found = beside(now, before)
    return Answer(asdict(found), tuple(_parts(found)))


def _parts(found: Beside) -> Iterator[str | Table]:
    now, before = found.counts
    for name, count in ((found.title, now), (found.earlier, before)):
        yield ngettext(
            "{title}: {n} inspel, {points} synpunkt",
            "{title}: {n} inspel, {points} synpunkter",
            count.passages,
        ).format(title=name, n=count.submissions, points=count.passages)
    for title, names in (
        (_("Svarade båda gångerna"), found.in_both),
        (_("Nya avsändare"), found.only_now),
        (_("Svarade bara förra gången"), found.only_before),
    ):
        yield f"{title} ({len(names)}): {', '.join(names) or '–'}"
    yield ""
    if found.back:
        yield _("Kommer igen")
        headings = (_("nu"), _("inspel"), _("då"), _("inspel"), _("så hanterades det"))
        yield table(headings, [_row(one) for one in found.back], wrapped=(0, 2))
    if found.moved:
        yield ""
        yield _("Kommer igen under en annan del")
        headings = (_("del nu"), _("nu"), _("del då"), _("då"), _("så hanterades det"))
        yield table(headings, [_moved(one) for one in found.moved], wrapped=(0, 1, 2, 3))
    for title, matters in (
        (_("Nytt"), found.new),
        (_("Tas inte upp igen"), found.gone),
    ):
        if matters:
            yield ""
            yield title
            yield _listed(matters)
    yield ""
    yield ngettext(
        "{n} sak kommer igen, varav {moved} under en annan del. {new} är nya och {gone} tas inte "
        "upp igen. Det är ett förslag: läs dem innan du skriver om dem.",
        "{n} saker kommer igen, varav {moved} under en annan del. {new} är nya och {gone} tas inte "
        "upp igen. Det är ett förslag: läs dem innan du skriver om dem.",
        len(found.back) + len(found.moved),
    ).format(
        n=len(found.back) + len(found.moved),
        moved=len(found.moved),
        new=len(found.new),
        gone=len(found.gone),
    )


def _row(one: Returning) -> tuple[object, ...]:
    now, before = one.now, one.before
    then = disposition_name(before.disposition) if before.disposition else "–"
    return _short(now), now.count.submissions, _short(before), before.count.submissions, then


def _moved(one: Returning) -> tuple[object, ...]:
    now, before = one.now, one.before
    then = disposition_name(before.disposition) if before.disposition else "–"
    return now.part or "–", _short(now), before.part or "–", _short(before), then


def _listed(matters: Sequence[Matter]) -> Table:
    rows = [(m.part or "–", _short(m), m.count.submissions) for m in matters]
    return table((_("del"), _("sak"), _("inspel")), rows, wrapped=(0, 1))


def _short(matter: Matter) -> str:
    text = " ".join(matter.text.split())
    return text if len(text) <= _SHOWN else text[:_SHOWN].rsplit(maxsplit=1)[0] + " …"
