"""The command that lists the inspel, and the table of them."""

from argparse import Namespace
from collections.abc import Mapping, Sequence
from dataclasses import asdict

from rich.table import Table

from inspel_app.cli.output import Answer, table
from inspel_app.domain.document import Method
from inspel_app.i18n import _, ngettext
from inspel_app.services.browsing import Row, overview
from inspel_app.services.respondents import shown_sender
from inspel_app.services.rounds import Project


def list_inspel(args: Namespace) -> Answer:
    """All inspel of a round at a glance, with the doubts about each."""
    with Project.open(args.project) as project:
        rows, passages = overview(project), project.passage_counts()
    count = ngettext("{n} inspel.", "{n} inspel.", len(rows)).format(n=len(rows))
    data: dict[str, object] = {"submissions": [_data(row, passages) for row in rows]}
    doubts = [
        f"{row.submission.number}: {problem.message}"
        for row in rows
        for problem in row.submission.problems
    ]
    return Answer(data, (overview_table(rows, passages), *doubts, count))


def _data(row: Row, passages: Mapping[str, int]) -> dict[str, object]:
    """The inspel for programs, without contact persons."""
    one, who = row.submission, row.submission.respondent
    return {
        "number": one.number,
        "id": one.id,
        "organisation": who.organisation,
        "type": who.type,
        "municipality": who.municipality,
        "files": [file.name for file in one.files],
        "status": one.status,
        "received": one.received,
        "late": one.late,
        "form": one.form,
        "methods": list(row.methods),
        "answers": row.answers,
        "passages": passages.get(one.id, 0),
        "problems": [asdict(problem) for problem in one.problems],
    }


def overview_table(rows: Sequence[Row], passages: Mapping[str, int]) -> Table:
    """A line for each inspel; `passages` tells how many each has, by its id."""
    headings = (
        _("nr"),
        _("avsändare"),
        _("fil"),
        _("läst som"),
        _("svar"),
        _("synpunkter"),
        _("tvivel"),
    )
    cells = [
        (
            row.submission.number,
            shown_sender(row.submission.respondent.organisation, row.submission.respondent.type),
            row.submission.files[0].name,
            _read_as(row),
            row.answers,
            passages.get(row.submission.id, 0),
            len(row.submission.problems),
        )
        for row in rows
    ]
    return table(headings, cells, wrapped=(1, 2))


def _read_as(row: Row) -> str:
    """What it was and how its text was got: "blankett, fält i Word"."""
    labels = {
        Method.CONTROL: _("fält i Word"),
        Method.TEXT: _("text"),
        Method.PDF: _("PDF"),
        Method.OCR: _("skannad"),
        Method.MAIL: _("mejl"),
        Method.MANUAL: _("för hand"),
    }
    if not row.methods:
        return _("inga svar")
    kind = _("blankett") if row.submission.form else _("brev")
    return ", ".join((kind, *(labels[method] for method in row.methods)))
