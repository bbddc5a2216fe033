"""How the text of an original without pages is set: its headings, lists and tables.

It is read anew in a child process, as it was when it came.
"""

from concurrent.futures import Executor, Future
from dataclasses import dataclass

from inspel_app.domain.document import Block, BlockKind


@dataclass(frozen=True, slots=True)
class Stretch:
    """A paragraph, heading or list item; `start` and `end` are offsets in the text.

    `level` is 1-9 for headings and 0-8 for list items. `answers` is true in a cell to the right
    of another, `ends` where no other cell of the same row follows.
    """

    start: int
    end: int
    kind: BlockKind
    level: int
    answers: bool
    ends: bool


@dataclass(frozen=True, slots=True)
class TextShape:
    """The text of an original, and how each part of it is set, in the text's order."""

    text: str
    stretches: tuple[Stretch, ...]


def text_shape(executor: Executor, data: bytes, name: str) -> Future[TextShape]:
    """How the text of a document is set.

    The future fails with UnreadableError where the file is no document or is damaged.
    """
    return executor.submit(read_text_shape, data, name)


def read_text_shape(data: bytes, name: str) -> TextShape:
    """What `text_shape` gives; done in a child process."""
    from inspel_app.reading.readers import read  # noqa: PLC0415 - the parent only names this function

    document = read(data, name)
    blocks = document.blocks
    following = (*blocks[1:], None)
    pairs = zip(blocks, following, strict=True)
    return TextShape(document.text, tuple(_stretch(one, after) for one, after in pairs))


def _stretch(block: Block, after: Block | None) -> Stretch:
    return Stretch(
        block.start,
        block.end,
        block.kind,
        block.level,
        answers=block.cell is not None and block.cell.column > 0,
        ends=after is None or not block.is_beside(after),
    )
