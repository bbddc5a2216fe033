"""Everybody's answers side by side: respondents down, fields or parts of the strategy across."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from inspel_app.domain.coding import Codebook
from inspel_app.domain.form import FormTemplate, Submission
from inspel_app.i18n import _
from inspel_app.services.passage_queue import Queue
from inspel_app.services.points import Filter, Point
from inspel_app.synthesis.material import place_names
from inspel_app.synthesis.words import code_heading

_BEGINNING = 80
"""Characters of what was written that a cell shows, at most."""


class Across(StrEnum):
    """What the columns are."""

    FIELDS = "falt"
    CODES = "koder"


@dataclass(frozen=True, slots=True)
class Column:
    """A field or a code: its id, None for letters or for what concerns no part, and its title."""

    key: str | None
    title: str


@dataclass(frozen=True, slots=True)
class Cell:
    """The passages of one respondent in a column; `beginning` are the first words of them."""

    passages: tuple[str, ...]
    decided: int
    beginning: str


@dataclass(frozen=True, slots=True)
class GridRow:
    """An inspel with its cells, one for each column; None where it says nothing."""

    submission: Submission
    cells: tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """The columns in the order of the form or the strategy, the rows by number."""

    columns: tuple[Column, ...]
    rows: tuple[GridRow, ...]


def grid(
    queue: Queue,
    codebook: Codebook,
    form: FormTemplate | None,
    across: Across,
    which: Filter | None = None,
) -> Grid:
    """The passages that a filter lets through; columns in which nobody says anything are left out.

    Fields and codes that neither the form nor the strategy knows come last, under their ids.

    A passage with several codes stands under each of them.
    """
    keys = _fields_of if across is Across.FIELDS else _codes_of
    cells: defaultdict[str, defaultdict[str | None, list[Point]]]
    cells = defaultdict(lambda: defaultdict(list))
    for point in queue.found(which):
        for key in keys(point):
            cells[point.passage.submission][key].append(point)
    used = {key for own in cells.values() for key in own}
    titles = _field_titles(form, codebook) if across is Across.FIELDS else _code_titles(codebook)
    known = {column.key: column for column in titles}
    others = (Column(key, key or "") for key in used if key not in known)
    columns = (*(known[key] for key in known if key in used), *sorted(others, key=_by_title))
    rows = (
        GridRow(inspel, tuple(_cell(cells[key].get(column.key)) for column in columns))
        for key, inspel in queue.submissions.items()
        if key in cells
    )
    return Grid(columns, tuple(rows))


def _fields_of(point: Point) -> Sequence[str | None]:
    return (point.passage.field,)


def _codes_of(point: Point) -> Sequence[str | None]:
    return point.codes or (None,)


def _field_titles(form: FormTemplate | None, codebook: Codebook) -> Iterable[Column]:
    names = place_names(form, codebook)
    yield Column(None, _("Fritt brev"))
    yield from (Column(q.id, names[q.id]) for q in (form.questions if form else ()))


def _code_titles(codebook: Codebook) -> Iterable[Column]:
    yield from (Column(code.id, code_heading(code)) for code in codebook.codes)
    yield Column(None, _("Ingen del av strategin"))


def _by_title(column: Column) -> str:
    return column.title


def _cell(points: Sequence[Point] | None) -> Cell | None:
    if not points:
        return None
    text = " ".join(" ".join(point.passage.text.split()) for point in points[:2])
    shown = text if len(text) <= _BEGINNING else text[:_BEGINNING].rsplit(maxsplit=1)[0] + " …"
    ids = tuple(point.passage.id for point in points)
    return Cell(ids, sum(point.decided for point in points), shown)
