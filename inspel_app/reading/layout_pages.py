"""Pages of words -> blocks in reading order: the whole path of the layout."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, groupby
from typing import NamedTuple

from inspel_app.domain.document import Block, PageSize, Role
from inspel_app.reading.layout import Flow, Run, Word
from inspel_app.reading.layout_blocks import Scale, Show, block
from inspel_app.reading.layout_flows import Order
from inspel_app.reading.layout_hyphens import Hyphens
from inspel_app.reading.layout_margins import Margins, margins
from inspel_app.reading.layout_paragraphs import Habits, Paragraph, paragraphs, reunited
from inspel_app.reading.layout_rows import runs
from inspel_app.reading.layout_tables import Grid

_LONG = 40
"""A line of so many characters tells where the right margin is."""
_OUTLIERS = 0.03
"""The share of such lines that may stick out into the margin."""


class Aside(NamedTuple):
    """Words outside of the page's text: comments, watermarks, what nobody sees."""

    role: Role
    words: Sequence[Word]
    show: Show


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page to lay out: its size as laid out, words in the file's order, ruling lines."""

    number: int
    size: PageSize
    words: Sequence[Word]
    grid: Grid
    show: Show
    asides: tuple[Aside, ...] = ()


def blocks(sheets: Sequence[Sheet], tables: int = 0) -> list[Block]:
    """The text of the pages, page by page: header, body, footer, asides.

    Tables are numbered from `tables` on.
    """
    parts = margins([runs(s.words, s.number) for s in sheets], [s.size for s in sheets])
    right = _right_edges(sheets, parts)
    order = Order(tables)
    flows = [
        flow
        for sheet, part in zip(sheets, parts, strict=True)
        for flow in order.flows(part.body, sheet.grid, right[sheet.size.width])
    ]
    return _Setting(sheets, parts, flows).blocks()


def _right_edges(sheets: Sequence[Sheet], parts: Sequence[Margins]) -> dict[float, float]:
    """How far lines reach on pages of each width: as far as most long ones do.

    Where no line is long the right margin is taken to be as wide as the left.
    """
    bodies: defaultdict[float, list[Run]] = defaultdict(list)
    for sheet, part in zip(sheets, parts, strict=True):
        bodies[sheet.size.width] += part.body
    edges = {}
    for width, body in bodies.items():
        long = sorted(run.x1 for run in body if len(run.text) >= _LONG)
        left = min((run.x0 for run in body), default=0.0)
        furthest = max((run.x1 for run in body), default=width)
        edges[width] = (
            long[int((len(long) - 1) * (1 - _OUTLIERS))] if long else max(furthest, width - left)
        )
    return edges


class _Setting:
    """What is known of the whole document when its paragraphs are made blocks."""

    def __init__(
        self, sheets: Sequence[Sheet], parts: Sequence[Margins], flows: Sequence[Flow]
    ) -> None:
        self._sheets, self._parts, self._flows = sheets, parts, flows
        self._shows = {sheet.number: sheet.show for sheet in sheets}
        self._habits = Habits.of(flows)
        body = [run for flow in flows for run in flow.runs]
        self._scale = Scale.of(body)
        self._hyphens = Hyphens(body, keeps_spaces=self._habits.spaced)

    def blocks(self) -> list[Block]:
        made = reunited(((flow, self._paragraphs(flow)) for flow in self._flows), self._habits)
        by_page = {page: list(group) for page, group in groupby(made, key=lambda p: p.runs[0].page)}
        return list(
            chain.from_iterable(
                self._page(sheet, part, by_page.get(sheet.number, []))
                for sheet, part in zip(self._sheets, self._parts, strict=True)
            )
        )

    def _paragraphs(self, flow: Flow) -> list[Paragraph]:
        return list(paragraphs(flow, self._habits))

    def _page(self, sheet: Sheet, part: Margins, body: Sequence[Paragraph]) -> Iterator[Block]:
        yield from self._lines(part.header, Role.HEADER, sheet.show)
        for paragraph in body:
            level = self._scale.level(paragraph)
            yield block(paragraph, self._hyphens, Role.BODY, level, self._shows.__getitem__)
        yield from self._lines(part.footer, Role.FOOTER, sheet.show)
        for aside in sheet.asides:
            yield from self._lines(runs(aside.words, sheet.number), aside.role, aside.show)

    def _lines(self, lines: Sequence[Run], role: Role, show: Show) -> Iterator[Block]:
        """Each line as a block of its own."""
        for run in lines:
            yield block(Paragraph((run,)), self._hyphens, role, 0, lambda _: show)
