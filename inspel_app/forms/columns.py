"""Tables whose questions stand side by side in one row, with the answers in the rows below."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import groupby

from inspel_app.domain.document import Block, Cell, Document
from inspel_app.forms.align import Match
from inspel_app.forms.ranges import Range


def answers_below(document: Document, matches: Sequence[Match]) -> dict[int, list[Range]]:
    """For each match (by its index) that heads a column, the ranges below it in that column."""
    heads = [(n, cell) for n, m in enumerate(matches) if (cell := _cell_of(document, m))]
    found: dict[int, list[Range]] = {}
    for (table, row), group in groupby(heads, key=lambda head: (head[1].table, head[1].row)):
        columns = {cell.column: n for n, cell in group}
        if len(columns) == 1:
            continue
        blocks = [b for b in document.blocks if b.cell and b.cell.table == table]
        if _asks_only(blocks, row, [matches[n] for n in columns.values()]):
            later = (cell.row for _, cell in heads if cell.table == table and cell.row > row)
            end = min(later, default=None)
            for block in blocks:
                n = columns.get(block.cell.column) if block.cell else None
                if n is not None and _is_between(block, row, end):
                    found.setdefault(n, []).append((block.start, block.end))
    return found


def _cell_of(document: Document, match: Match) -> Cell | None:
    at = bisect_right(document.blocks, match.start, key=lambda b: b.start) - 1
    return document.blocks[at].cell if at >= 0 else None


def _asks_only(blocks: Sequence[Block], row: int, questions: Sequence[Match]) -> bool:
    """Whether a row of a table holds nothing but these questions."""
    written = sum(len(b.text.strip()) for b in blocks if b.cell and b.cell.row == row)
    return written <= sum(q.end - q.start for q in questions)


def _is_between(block: Block, row: int, end: int | None) -> bool:
    return block.cell is not None and row < block.cell.row and (end is None or block.cell.row < end)
