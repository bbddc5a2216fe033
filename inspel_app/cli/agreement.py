"""`inspel agreement`: how far analysts and the machine say the same of the same passages."""

from argparse import Namespace
from collections.abc import Iterator
from dataclasses import asdict

from rich.table import Table

from inspel_app.cli.output import Answer, table
from inspel_app.i18n import _, ngettext
from inspel_app.services.agreement import (
    NEEDED,
    NEEDED_OF_CODE,
    Comparison,
    Figure,
    Figures,
    agreement,
)
from inspel_app.services.rounds import Project


def show_agreement(args: Namespace) -> Answer:
    """A table for every two that have coded the same passages, and for all together."""
    with Project.open(args.project) as project:
        compared = agreement(project)
    data: dict[str, object] = {
        "needed": NEEDED,
        "needed_of_code": NEEDED_OF_CODE,
        "comparisons": [_data(comparison) for comparison in compared],
    }
    parts = [part for comparison in compared for part in _parts(comparison)]
    note = _(
        "Inom parentes står det intervall som rymmer 95 av 100 omdragningar av synpunkterna. "
        "Koder som färre än {needed} synpunkter har fått står utan siffror."
    ).format(needed=NEEDED_OF_CODE)
    return Answer(data, (*parts, note))


def _data(comparison: Comparison) -> dict[str, object]:
    return {
        "coders": comparison.coders,
        "accepted": comparison.accepted,
        **asdict(comparison.whole),
        "codes": [{"code": code, **asdict(figures)} for code, figures in comparison.codes],
    }


def _name(coder: str | None) -> str:
    """What a coder is called; the history knows some people by no name."""
    return _("maskinen") if coder is None else coder or _("okänd")


def _parts(comparison: Comparison) -> Iterator[str | Table]:
    who = ", ".join(map(_name, comparison.coders))
    count = comparison.whole.passages
    together = ngettext("{n} gemensam synpunkt", "{n} gemensamma synpunkter", count).format(n=count)
    yield f"{who}: {together}"
    if comparison.accepted:
        yield ngettext(
            "En synpunkt är inte med, eftersom förslaget godtogs med många andra på en gång.",
            "{n} synpunkter är inte med, eftersom förslagen godtogs många på en gång.",
            comparison.accepted,
        ).format(n=comparison.accepted)
    if comparison.codes:
        headings = (_("kod"), _("synpunkter"), _("kappa"), _("alfa"), _("F1"))
        rows = [
            (name, figures.passages, *_shown(figures))
            for name, figures in ((_("alla"), comparison.whole), *comparison.codes)
        ]
        yield table(headings, rows, wrapped=())
    else:
        yield _("För få: det behövs minst {needed}.").format(needed=NEEDED)
    yield ""


def _shown(figures: Figures) -> tuple[str, str, str]:
    return _figure(figures.kappa), _figure(figures.alpha), _figure(figures.f1)


def _figure(figure: Figure | None) -> str:
    """A figure as Swedes write it: `0,71 (0,55–0,84)`."""
    if figure is None:
        return "–"
    return f"{figure.value:.2f} ({figure.low:.2f}–{figure.high:.2f})".replace(".", ",")
