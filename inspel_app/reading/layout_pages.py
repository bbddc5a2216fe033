"""Pages of words -> blocks in reading order: the whole path of the layout."""

from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, groupby
from typing import NamedTuple

from inspel_app.domain.document import Block, Box, PageSize, Role
from inspel_app.reading.layout import Flow, Run, Word, moved
from inspel_app.reading.layout_blocks import Scale, Show, block
from inspel_app.reading.layout_drop_caps import with_drop_caps
from inspel_app.reading.layout_flows import Order
from inspel_app.reading.layout_halves import Body, parted
from inspel_app.reading.layout_handouts import Lattice, lattices
from inspel_app.reading.layout_hyphens import Hyphens
from inspel_app.reading.layout_line_numbers import line_numbers
from inspel_app.reading.layout_margins import Margins, margins
from inspel_app.reading.layout_notes import Notes
from inspel_app.reading.layout_paragraphs import Habits, Paragraph, paragraphs, reunited
from inspel_app.reading.layout_rows import runs
from inspel_app.reading.layout_sections import Columns
from inspel_app.reading.layout_tables import Grid

_LONG = 40
"""A line of so many characters tells where the right margin is."""
_OUTLIERS = 0.03
"""The share of such lines that may stick out into the margin."""


class Aside(NamedTuple):
    """Words outside of the page's text: comments, watermarks, what nobody sees.

    `told` is true where a doubt tells of them, `withdrawn` of what the writer took back.
    """

    role: Role
    words: Sequence[Word]
    show: Show
    told: bool = False
    withdrawn: bool = False


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
    counted = line_numbers([sheet.words for sheet in sheets])
    sheets = [_without_numbers(*each) for each in zip(sheets, counted, strict=True)]
    notes = Notes(sheet.words for sheet in sheets)
    sheets = [
        replace(sheet, words=with_drop_caps(notes.without_marks(sheet.words))) for sheet in sheets
    ]
    by_size = lattices([(sheet.size, sheet.words) for sheet in sheets])
    if not by_size:
        return _by_halves(sheets, tables)
    slides = [
        slide
        for sheet in sheets
        for slide in (_slides(sheet, by_size[sheet.size]) if sheet.size in by_size else [sheet])
    ]
    parts = [replace(slide, number=i) for i, slide in enumerate(slides, 1)]
    numbers = [slide.number for slide in slides]
    return [_on_page(block, numbers) for block in _by_halves(parts, tables)]


def _without_numbers(sheet: Sheet, numbers: Container[int]) -> Sheet:
    """The sheet with the numbers of its lines apart."""
    if not numbers:
        return sheet
    counted = [word for i, word in enumerate(sheet.words) if i in numbers]
    rest = [word for i, word in enumerate(sheet.words) if i not in numbers]
    aside = Aside(Role.FOOTER, counted, sheet.show)
    return replace(sheet, words=rest, asides=(*sheet.asides, aside))


def _slides(sheet: Sheet, lattice: Lattice) -> list[Sheet]:
    """The sheet's cells as sheets of their own, in the file's order."""
    slides = []
    for place, words in lattice.parted(sheet.words).items():
        box = lattice.box(place)
        show = partial(_shown_from, box, sheet.show)
        slides.append(
            replace(
                sheet,
                size=lattice.slide,
                words=[word.moved(-box.x0, -box.y0) for word in words],
                grid=sheet.grid.within(lattice.whole(place), box.x0, box.y0),
                show=show,
                asides=(),
            )
        )
    return [*slides[:-1], replace(slides[-1], asides=sheet.asides)] if slides else [sheet]


def _shown_from(cell: Box, show: Show, box: Box) -> Box:
    return show(moved(box, cell.x0, cell.y0))


def _by_halves(sheets: Sequence[Sheet], tables: int) -> list[Block]:
    """The text of the pages, those that hold two side by side read one half after the other."""
    parts = _margins(sheets)
    bodies = [Body(s.size, part.body, s.grid) for s, part in zip(sheets, parts, strict=True)]
    columns = Columns(bodies)
    by_halves = [
        two and not columns.on(body.size) for body, two in zip(bodies, parted(bodies), strict=True)
    ]
    if not any(by_halves):
        return _laid_out(sheets, parts, tables)
    halves: list[Sheet] = []
    for sheet, part, body, two in zip(sheets, parts, bodies, by_halves, strict=True):
        halves += _halves(sheet, part, body) if two else [sheet]
    counted = [replace(half, number=i) for i, half in enumerate(halves, 1)]
    made = _laid_out(counted, _margins(counted), tables)
    return [_on_page(block, [half.number for half in halves]) for block in made]


def _halves(sheet: Sheet, part: Margins, body: Body) -> tuple[Sheet, Sheet]:
    """The sheet as two, parted in the middle; its header and footer come after its text."""
    left, right = ([word for run in half for word in run.words] for half in body.halves())
    ends = ((Role.HEADER, part.header), (Role.FOOTER, part.footer))
    around = tuple(
        Aside(role, [w for run in end for w in run.words], sheet.show) for role, end in ends
    )
    narrow = replace(sheet.size, width=body.middle)
    return (
        replace(sheet, size=narrow, words=left, asides=()),
        replace(sheet, words=right, asides=(*around, *sheet.asides)),
    )


def _on_page(block: Block, numbers: Sequence[int]) -> Block:
    """The block on the page that the half on which it was laid out is part of."""
    return replace(
        block,
        page=numbers[block.page - 1],
        lines=tuple(replace(line, page=numbers[line.page - 1]) for line in block.lines),
        words=tuple(replace(word, page=numbers[word.page - 1]) for word in block.words),
    )


def _margins(sheets: Sequence[Sheet]) -> list[Margins]:
    return margins([runs(s.words, s.number) for s in sheets], [s.size for s in sheets])


def _laid_out(sheets: Sequence[Sheet], parts: Sequence[Margins], tables: int) -> list[Block]:
    right = _right_edges(sheets, parts)
    order = Order(tables)
    bodies = [Body(s.size, part.body, s.grid) for s, part in zip(sheets, parts, strict=True)]
    columns = Columns(bodies)
    flows = [
        flow
        for body in bodies
        for section in columns.sections(body, right[body.size])
        for flow in order.flows(section.runs, body.grid, section.right, slide=body.slide)
    ]
    return _Setting(sheets, parts, flows).blocks()


def _right_edges(sheets: Sequence[Sheet], parts: Sequence[Margins]) -> dict[PageSize, float]:
    """How far lines reach on pages of each size: as far as most long ones do.

    Where no line is long the right margin is taken to be as wide as the left, which halves of
    a page, being as high, have in common.
    """
    bodies: defaultdict[PageSize, list[Run]] = defaultdict(list)
    lefts: defaultdict[float, list[float]] = defaultdict(list)
    for sheet, part in zip(sheets, parts, strict=True):
        bodies[sheet.size] += part.body
        lefts[sheet.size.height] += [run.x0 for run in part.body]
    edges = {}
    for size, body in bodies.items():
        long = sorted(run.x1 for run in body if len(run.text) >= _LONG)
        left = min(lefts[size.height], default=0.0)
        furthest = max((run.x1 for run in body), default=size.width)
        edges[size] = (
            long[int((len(long) - 1) * (1 - _OUTLIERS))]
            if long
            else max(furthest, size.width - left)
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
        for paragraph in filter(None, map(Paragraph.live, body)):
            level = self._scale.level(paragraph)
            yield block(paragraph, self._hyphens, Role.BODY, level, self._shows.__getitem__)
        yield from self._lines(part.footer, Role.FOOTER, sheet.show)
        for aside in sheet.asides:
            lines = self._lines(runs(aside.words, sheet.number), aside.role, aside.show)
            told, back = aside.told, aside.withdrawn
            yield from (replace(line, told=told, withdrawn=back) for line in lines)

    def _lines(self, lines: Sequence[Run], role: Role, show: Show) -> Iterator[Block]:
        """Each line as a block of its own."""
        for run in lines:
            paragraph = Paragraph((run,)) if role is Role.STRAY else Paragraph((run,)).live()
            if paragraph is not None:
                yield block(paragraph, self._hyphens, role, 0, lambda _: show)
