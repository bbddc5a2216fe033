"""The rows of tables in a mail's text, with a block for each cell as in other documents."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import count, groupby

from inspel_app.domain.document import Block, BlockKind, Cell, Role

_PARTED = frozenset({Role.BODY, Role.QUOTED})


def with_cells(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, those that hold rows with tabs between the cells parted into cells."""
    numbers = count()
    row: tuple[int, int] | None = None
    for block in blocks:
        parted = block.role in _PARTED and block.kind is not BlockKind.ITEM
        for is_row, lines in groupby(block.text.split("\n"), key=lambda text: "\t" in text):
            if not (is_row and parted):
                row = None
                yield replace(block, text="\n".join(lines))
                continue
            for line in lines:
                row = (next(numbers), 0) if row is None else (row[0], row[1] + 1)
                for column, text in enumerate(line.split("\t")):
                    yield replace(block, text=text.strip(), cell=Cell(*row, column))
