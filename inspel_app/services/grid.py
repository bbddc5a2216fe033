"""Everybody's answers side by side: respondents down, fields or parts of the strategy across."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from inspel_app.domain.coding import Codebook
from inspel_app.domain.form import FormTemplate, Submission
from inspel_app.i18n import _
from inspel_app.services.passage_queue import Queue
from inspel_app.services.points import Filter, Point
from inspel_app.synthesis.material import place_names
from inspel_app.synthesis.records import harmless
from inspel_app.synthesis.words import code_heading, respondent_name

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
    """The points of one respondent in a column, at least one, as they are written."""

    points: Sequence[Point]

    @property
    def passages(self) -> tuple[str, ...]:
        """Their ids."""
        return tuple(point.passage.id for point in self.points)

    @property
    def decided(self) -> int:
        """Of how many a person has said what they concern, or that they are no point."""
        return sum(point.decided for point in self.points)

    @property
    def text(self) -> str:
        """All that is written, on one line."""
        return _on_one_line(self.points)

    @property
    def beginning(self) -> str:
        """The first words of it."""
        text = _on_one_line(self.points[:2])
        return text if len(text) <= _BEGINNING else text[:_BEGINNING].rsplit(maxsplit=1)[0] + " …"


@dataclass(frozen=True, slots=True)
class Grid:
    """The columns in the order of the form or the strategy, the rows by number."""

    columns: tuple[Column, ...]
    rows: tuple[Submission, ...]
    held: Mapping[tuple[str, str | None], Sequence[Point]]
    """What each inspel (by id) says in each column (by key)."""

    def cell(self, row: int, column: int) -> Cell | None:
        """What stands in a place; None where the inspel says nothing."""
        points = self.held.get((self.rows[row].id, self.columns[column].key))
        return Cell(points) if points else None

    def place(self, point: Point) -> tuple[int, int] | None:
        """The row and the first column in which a point stands, if it is among those shown."""
        said = point.said.passage
        for row, inspel in enumerate(self.rows):
            if inspel.id == said.submission:
                for column in range(len(self.columns)):
                    cell = self.cell(row, column)
                    if cell and said.id in cell.passages:
                        return row, column
        return None


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
    held: dict[tuple[str, str | None], list[Point]] = {}
    for point in queue.found(which):
        for key in keys(point):
            held.setdefault((point.said.passage.submission, key), []).append(point)
    used = {key for _submission, key in held}
    titles = _field_titles(form, codebook) if across is Across.FIELDS else _code_titles(codebook)
    known = {column.key: column for column in titles}
    others = (Column(key, key or "") for key in used if key not in known)
    columns = (*(known[key] for key in known if key in used), *sorted(others, key=_by_title))
    present = {submission for submission, _key in held}
    rows = (inspel for key, inspel in queue.submissions.items() if key in present)
    return Grid(columns, tuple(rows), held)


def _fields_of(point: Point) -> Sequence[str | None]:
    return (point.said.passage.field,)


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


def _on_one_line(points: Sequence[Point]) -> str:
    return " ".join(" ".join(point.passage.text.split()) for point in points)


def tab_separated(grid: Grid, rows: Sequence[int], columns: Sequence[int]) -> str:
    """A part of a grid with its titles, as spreadsheets take it from the clipboard.

    No cell can be taken for a formula.
    """
    lines = [[_("Avsändare"), *(grid.columns[column].title for column in columns)]]
    for row in rows:
        cells = (grid.cell(row, column) for column in columns)
        texts = (cell.text if cell else "" for cell in cells)
        lines.append([respondent_name(grid.rows[row]), *texts])
    return "\n".join("\t".join(map(_in_a_cell, line)) for line in lines)


def _in_a_cell(text: str) -> str:
    return harmless(" ".join(text.split()))
